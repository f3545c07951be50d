"""Two promises at once: what one event gives, the next does not take away."""

from dataclasses import replace
from datetime import UTC, date, datetime

from builders import DAY, Story, gathering, three

from mailflow.mentoring.engagement import Stage
from mailflow.mentoring.events import (
    Accepted,
    PauseAsked,
    QuestionAsked,
    RelayAnswered,
    WaitWanted,
)

LONG_AFTER = date(2026, 4, 20)
ITS_MORNING = datetime(2026, 4, 20, 8, 0, tzinfo=UTC)


def asked_for_time() -> Story:
    """The first expert has the question and asked for seven weeks."""
    story = gathering()
    story.tell(Accepted(seat=1))
    story.tell(PauseAsked(seat=1, until=LONG_AFTER))
    return story


def test_a_question_that_came_with_the_ninth_piece_is_answered():
    """The gate is open by then, and the leader's answer still goes back to the expert."""
    story = gathering()
    story.tell(three(1))
    story.tell(three(2))
    story.tell(replace(three(3), question="What became of the plant?"))
    assert "question_relay" in story.new()
    story.engagement = replace(story.engagement, stage=Stage.COMPLETE)
    story.tell(RelayAnswered(seat=3, words="It doubled."))
    assert story.new() == ["relay_answer"]
    assert not story.engagement.expert(3).question_open


def test_an_answered_question_leaves_the_time_they_asked_for():
    """The leader answers, and still nobody is chased before the day that was promised."""
    story = asked_for_time()
    story.tell(QuestionAsked(seat=1, words="Which team?"))
    story.tell(RelayAnswered(seat=1, words="The whole plant."))
    assert story.engagement.expert(1).wake_at == ITS_MORNING
    story.days_pass((ITS_MORNING - story.now) / DAY - 0.1)
    assert "nudge" not in story.purposes(1)
    story.days_pass(1)
    assert "nudge" in story.purposes(1)


def test_a_leader_who_waits_longer_does_not_shorten_what_was_promised():
    """More time is never less."""
    story = asked_for_time()
    story.tell(WaitWanted(seat=1))
    assert story.engagement.expert(1).wake_at == ITS_MORNING
