"""The engagement as a state machine under any events in any order, with a tally of its own."""

import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

sys.path.insert(0, str(Path(__file__).parents[1] / "unit" / "mentoring"))
from builders import KICKOFF, NAMED, Story

from mailflow.identity import same_person_key
from mailflow.mentoring import events
from mailflow.mentoring.effects import NeverAsk, Synthesise
from mailflow.mentoring.engagement import (
    Certainty,
    Goal,
    NamedExpert,
    Piece,
    Stage,
    Synthesis,
    Theme,
)

SEAT = st.integers(0, 4)
TEXT = st.sampled_from(["listen", "ask", "write it down", "say no", "sleep on it", "", "  ", "x" * 500])
PIECES = st.lists(TEXT, max_size=5).map(lambda texts: tuple(Piece(text=text) for text in texts))
DAY = st.none() | st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))
WORDS = st.sampled_from(["", "Thursday at ten?", "which team?"])
EXPERT_EVENTS = st.one_of(
    st.builds(events.Accepted, seat=SEAT, words=WORDS, question=WORDS),
    st.builds(events.Answered, seat=SEAT, pieces=PIECES, question=WORDS, until=DAY),
    st.builds(
        events.Corrected,
        seat=SEAT,
        changes=st.lists(
            st.tuples(st.integers(-1, 5), TEXT.map(lambda text: Piece(text=text))), max_size=3
        ).map(tuple),
    ),
    st.builds(events.PauseAsked, seat=SEAT, until=DAY, words=WORDS),
    st.builds(events.Declined, seat=SEAT, reason=WORDS, private=st.booleans(), withdraws=st.booleans()),
    st.builds(events.QuestionAsked, seat=SEAT, words=WORDS),
    st.builds(events.WasAway, seat=SEAT, until=DAY),
    st.builds(events.Bounced, seat=SEAT, permanent=st.booleans(), letter=WORDS),
    st.builds(events.Chatted, seat=SEAT),
    st.builds(events.Unclear, seat=SEAT),
    st.builds(events.Doubted, seat=SEAT, words=WORDS, is_stop=st.booleans(), ask=st.booleans()),
)
NEWCOMER = st.sampled_from(
    [
        NamedExpert(name="Hana", email="hana@experts.example"),
        NamedExpert(name="Rosa", email="rosa@experts.example"),
        NAMED[0],
        NamedExpert(name="Lee", email="lee@leaders.example"),
        NamedExpert(name="Nobody"),
    ]
)
LEADER_EVENTS = st.one_of(
    st.builds(events.HoldWanted),
    st.builds(events.ResumeWanted),
    st.builds(events.ProgressAsked),
    st.builds(events.NudgeWanted, seat=st.integers(0, 3)),
    st.builds(events.WaitWanted, seat=st.integers(0, 3), until=DAY),
    st.builds(events.SubstituteNamed, seat=st.integers(0, 4), expert=NEWCOMER, confirmed=st.booleans()),
    st.builds(events.HeardInPerson, seat=SEAT, pieces=PIECES, replaces=st.booleans()),
    st.builds(events.RelayAnswered, seat=SEAT, words=WORDS),
    st.builds(
        events.GoalWorded,
        words=WORDS,
        missing=st.sampled_from([(), ("specific",)]),
        insists=st.booleans(),
    ),
    st.builds(
        events.ThreadDrawn,
        candidate=st.none() | st.integers(0, 3),
        pieces=st.lists(st.integers(-1, 12), max_size=4).map(tuple),
    ),
    st.builds(events.ConsentGiven),
    st.builds(events.NotUnderstood, words=WORDS),
    st.just(events.KickoffRead(kickoff=KICKOFF)),
)


def synthesised() -> events.Synthesised:
    """An engine's reading of the nine."""
    themes = tuple(Theme(label="a theme", pieces=((seat, n),)) for seat in (1, 2, 3) for n in (1, 2, 3))
    return events.Synthesised(
        synthesis=Synthesis(themes=themes, sweet_spot=None, certainty=Certainty.NONE, engine="test"),
        goal=Goal(
            specific="s",
            measurable="m",
            achievable="a",
            relevant="r",
            time_bound="t",
            statement="g",
            target_date=date(2026, 11, 2),
        ),
    )


class Engagements(RuleBasedStateMachine):
    """Whatever happens, the promises hold."""

    @initialize()
    def kicked_off(self) -> None:
        """A leader writes and is shown the preview."""
        self.story = Story()
        self.count = 0
        self.said_yes = False
        self.stopped: set[str] = set()
        self.may_know = {"lee@leaders.example"}
        self.nudged: dict[str, int] = {}
        self.tell(events.KickoffRead(kickoff=KICKOFF))

    def tell(self, event: events.Event) -> None:
        """Let an event happen and judge every letter it brings by our own tally."""
        before = self.story.engagement
        if isinstance(event, events.KickoffRead | events.SubstituteNamed):
            # As the house does: it knows who must not be asked.
            known = events.Circumstances(never_ask=tuple(map(same_person_key, sorted(self.stopped))))
            event = replace(event, circumstances=known)
        if isinstance(event, events.Confirmed):
            self.said_yes = self.said_yes or before.stage is Stage.PREVIEW
        self.story.tell(event)
        after = self.story.engagement
        self.may_know |= {expert.email for expert in after.experts} if self.said_yes else set()
        for letter in self.story.sent[self.count :]:
            self.judge(letter, event)
        self.stopped |= {effect.email for effect in self.story.last.effects if isinstance(effect, NeverAsk)}
        if any(isinstance(effect, Synthesise) for effect in self.story.last.effects):
            assert sum(min(3, len(expert.advice)) for expert in after.experts) == 9
        self.count = len(self.story.sent)

    def judge(self, letter, event: events.Event) -> None:
        """One letter against the promises."""
        assert letter.email in self.may_know, "a letter to somebody outside"
        if letter.seat:
            assert self.said_yes, "an expert was written to before the leader's yes"
            expert = self.story.engagement.expert(letter.seat)
            if letter.email in self.stopped:
                # The store's never-ask list stops these at the door; the rules start nothing by themselves.
                assert not isinstance(event, events.TimePassed), (
                    "a letter by the clock to somebody who said stop"
                )
            if letter.purpose == "nudge":
                assert len(expert.advice) < 3, "a nudge after an answer"
                self.nudged[letter.email] = self.nudged.get(letter.email, 0) + 1
                assert self.nudged[letter.email] <= 2, "a third nudge"
        if letter.purpose in {"synthesis", "synthesis_revised"}:
            assert sum(len(expert.advice) for expert in self.story.engagement.experts) >= 9
        if letter.purpose == "synthesis":
            assert self.story.purposes().count("synthesis") == 1

    @rule()
    def leader_says_yes(self) -> None:
        self.tell(events.Confirmed())

    @rule(event=EXPERT_EVENTS)
    def expert_writes(self, event: events.Event) -> None:
        self.tell(event)

    @rule(seat=st.integers(1, 3))
    def expert_answers_whole(self, seat: int) -> None:
        self.tell(events.Answered(seat=seat, pieces=tuple(Piece(text=f"{n} of {seat}") for n in (1, 2, 3))))

    @rule(seat=st.integers(0, 3))
    def expert_stops(self, seat: int) -> None:
        self.tell(events.StopAsked(seat=seat))

    @rule(event=LEADER_EVENTS)
    def leader_writes(self, event: events.Event) -> None:
        self.tell(event)

    @rule()
    def engine_reads_the_nine(self) -> None:
        self.tell(synthesised())

    @rule(hours=st.integers(1, 24 * 30))
    def time_passes(self, hours: int) -> None:
        self.story.now += timedelta(hours=hours)
        if self.story.engagement.next_wake is not None and self.story.engagement.next_wake <= self.story.now:
            self.tell(events.TimePassed())

    @precondition(lambda self: self.story.engagement.stage is Stage.GATHERING)
    @rule()
    def leader_cancels(self) -> None:
        if self.story.now.minute == 0 and self.story.now.hour % 5 == 0:
            self.tell(events.CancelWanted())

    @invariant()
    def waking_moves_on(self) -> None:
        """A wake that is due and fed leaves a later one, or none: no loop, no burst."""
        if not hasattr(self, "story"):
            return
        engagement = self.story.engagement
        if engagement.next_wake is None or engagement.next_wake > self.story.now:
            return
        before = engagement.next_wake
        self.tell(events.TimePassed())
        if not self.story.engagement.synthesis_due:
            after = self.story.engagement.next_wake
            assert after is None or after > self.story.now or after != before

    @invariant()
    def ended_is_ended(self) -> None:
        """After the end nothing wakes."""
        if hasattr(self, "story") and self.story.engagement.stage in {Stage.CLOSED, Stage.CANCELLED}:
            assert self.story.engagement.next_wake is None

    @invariant()
    def history_explains(self) -> None:
        """Every letter has its line of history, and no line holds advice."""
        if not hasattr(self, "story"):
            return
        notes = " ".join(line.note for line in self.story.engagement.history)
        assert "write it down" not in notes
        letters = [line for line in self.story.engagement.history if line.what.startswith("letter ")]
        assert len(letters) == len(self.story.sent)

    def teardown(self) -> None:
        """Every run can still end: a cancel is always possible."""
        if hasattr(self, "story") and self.story.engagement.stage not in {Stage.CLOSED, Stage.CANCELLED}:
            self.tell(events.CancelWanted())
            assert self.story.engagement.stage is Stage.CANCELLED


TestEngagements = Engagements.TestCase
TestEngagements.settings = settings(max_examples=150, stateful_step_count=30, deadline=None)
