"""Engagements at every stage for tests of the rules: no disk, no clock, milliseconds."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from mailflow.mentoring.decide import decide, opened
from mailflow.mentoring.effects import Decision, Send
from mailflow.mentoring.engagement import Engagement, Leader, NamedExpert, Piece, Policy
from mailflow.mentoring.events import Answered, Confirmed, Event, KickoffRead, TimePassed
from mailflow.mentoring.kickoff import Kickoff

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)
NAMED = (
    NamedExpert(name="Ada Lovelace", email="ada@experts.example"),
    NamedExpert(name="Grace Hopper", email="grace@experts.example"),
    NamedExpert(name="Mary Jackson", email="mary@experts.example"),
)
KICKOFF = Kickoff(
    capability="delegating work", phrase="delegate work", why_now="my team doubled", experts=NAMED
)


class Story:
    """An engagement moved by events, with every letter it asked for."""

    def __init__(self, policy: Policy | None = None, start: datetime = MONDAY) -> None:
        self.now = start
        self.engagement = opened(
            "abcdefghij",
            Leader(name="Lee Ader", email="lee@leaders.example"),
            policy or Policy(),
            "en",
            start,
        )
        self.sent: list[Send] = []
        self.last = Decision(engagement=self.engagement)

    def tell(self, event: Event) -> Decision:
        """Let `event` happen now."""
        self.last = decide(self.engagement, event, self.now)
        self.engagement = self.last.engagement
        self.sent.extend(effect for effect in self.last.effects if isinstance(effect, Send))
        return self.last

    def days_pass(self, days: float) -> "Story":
        """Let the clock run, waking at every moment that was asked for."""
        end = self.now + days * DAY
        while self.engagement.next_wake is not None and self.engagement.next_wake <= end:
            self.now = max(self.now, self.engagement.next_wake)
            before = self.engagement.next_wake
            self.tell(TimePassed())
            if self.engagement.next_wake == before:
                raise AssertionError("woken without moving on")
        self.now = end
        return self

    def purposes(self, seat: int | None = None) -> list[str]:
        """Every letter asked for so far, by purpose, to one seat or to all."""
        return [send.purpose.value for send in self.sent if seat in {None, send.seat}]

    def new(self) -> list[str]:
        """The letters that the last event asked for."""
        return [effect.purpose.value for effect in self.last.effects if isinstance(effect, Send)]


def previewed() -> Story:
    """A story whose leader was sent the preview."""
    story = Story()
    story.tell(KickoffRead(kickoff=KICKOFF))
    return story


def gathering() -> Story:
    """A story whose experts were invited."""
    story = previewed()
    story.tell(Confirmed())
    return story


def pieces(*texts: str) -> tuple[Piece, ...]:
    """Pieces of advice with these texts."""
    return tuple(Piece(text=text) for text in texts)


def three(seat: int) -> Answered:
    """Three pieces from one seat."""
    return Answered(seat=seat, pieces=pieces(*(f"advice {number} of seat {seat}" for number in (1, 2, 3))))


def with_policy(engagement: Engagement, **changes: object) -> Engagement:
    """The engagement under other rules."""
    return replace(engagement, policy=replace(engagement.policy, **changes))  # type: ignore[arg-type]
