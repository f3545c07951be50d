"""Two promises at once: what one event gives, the next does not take away."""

from dataclasses import replace
from datetime import UTC, date, datetime

from builders import DAY, NAMED, Story, gathering, three

from mailflow.identity import Purpose
from mailflow.mentoring.engagement import Certainty, Goal, NamedExpert, Stage, Synthesis
from mailflow.mentoring.events import (
    Accepted,
    CancelWanted,
    Confirmed,
    Declined,
    PauseAsked,
    QuestionAsked,
    RelayAnswered,
    StopAsked,
    SubstituteNamed,
    Synthesised,
    WaitWanted,
    WasAway,
)

LONG_AFTER = date(2026, 4, 20)
ITS_MORNING = datetime(2026, 4, 20, 8, 0, tzinfo=UTC)
HANA = NamedExpert(name="Hana Sato", email="hana@experts.example")


def synthesised() -> Synthesised:
    """An engine that found no thread."""
    words = dict.fromkeys(("specific", "measurable", "achievable", "relevant", "time_bound", "statement"), "")
    return Synthesised(
        synthesis=Synthesis(themes=(), sweet_spot=None, certainty=Certainty.NONE, engine="test"),
        goal=Goal(**words, target_date=date(2026, 12, 1)),
    )


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


def test_who_answered_after_all_keeps_the_seat():
    """A yes to somebody else comes too late once the silent expert has given three pieces."""
    story = gathering()
    story.tell(three(1))
    story.tell(Declined(seat=2))
    story.tell(SubstituteNamed(seat=2, expert=HANA))
    story.tell(three(2))
    story.tell(three(3))
    story.engagement = replace(story.engagement, stage=Stage.COMPLETE)
    story.tell(Confirmed())
    assert story.sent[-1].notes == ("already_answered",)
    assert story.engagement.has_all_nine
    assert HANA.email not in [send.email for send in story.sent]


def test_the_nine_are_told_once_whoever_reads_them():
    """The desk and the daemon may both read the nine; the leader gets one letter."""
    story = gathering()
    for seat in (1, 2, 3):
        story.tell(three(seat))
    story.tell(synthesised())
    story.tell(synthesised())
    assert [one for one in story.purposes(0) if one.startswith("synthesis")] == ["synthesis"]


def test_a_synthesis_of_something_cancelled_meanwhile_is_not_sent():
    """The leader cancelled while the nine were being read."""
    story = gathering()
    for seat in (1, 2, 3):
        story.tell(three(seat))
    story.tell(CancelWanted())
    story.tell(synthesised())
    assert story.new() == []
    assert story.engagement.stage is Stage.CANCELLED


def test_whoever_is_back_already_is_not_waited_for():
    """An automatic reply that names today, or a day gone by, moves nothing."""
    story = gathering()
    story.tell(Accepted(seat=1))
    before = story.engagement.expert(1)
    story.tell(WasAway(seat=1, until=story.now.date()))
    assert story.engagement.expert(1) == before


def test_each_who_sat_in_a_seat_hears_that_the_stop_was_heard():
    """Two people, one after the other in one seat, say stop: each gets the one confirmation."""
    story = gathering()
    story.tell(StopAsked(seat=1))
    story.tell(StopAsked(seat=1))
    story.tell(SubstituteNamed(seat=1, expert=HANA, confirmed=True))
    story.tell(StopAsked(seat=1))
    heard = [send.email for send in story.sent if send.purpose is Purpose.STOPPED]
    assert heard == [NAMED[0].email, HANA.email]
