"""The nouns: one leader, one capability, three experts in seats 1 to 3, nine pieces of advice.

Every record is frozen: a room that changes something hands on a new record.
"""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Self, TypeAlias

PIECES_EACH = 3
SEATS = (1, 2, 3)
NINE = PIECES_EACH * len(SEATS)
LEADER_SEAT = 0
USUAL_HORIZON = 9  # months; the article says 6 to 12


class Stage(StrEnum):
    """Where an engagement is."""

    DRAFT = "draft"
    PREVIEW = "preview"
    GATHERING = "gathering"
    COMPLETE = "complete"
    GOAL_SET = "goal_set"
    CLOSED = "closed"
    CANCELLED = "cancelled"


ENDED = frozenset({Stage.CLOSED, Stage.CANCELLED})


class Standing(StrEnum):
    """Where one expert is."""

    WAITING = "waiting"
    INVITED = "invited"
    ASKED = "asked"
    ANSWERED = "answered"
    DECLINED = "declined"
    UNREACHABLE = "unreachable"
    SILENT = "silent"
    RELEASED = "released"


class Side(StrEnum):
    """Whether an expert works in the leader's organisation."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    UNKNOWN = "unknown"


class Source(StrEnum):
    """How a piece of advice reached us."""

    EMAIL = "email"
    LEADER = "leader"
    ADMIN = "admin"


class Certainty(StrEnum):
    """How a synthesis speaks: told, offered, honestly none, or drawn by a person."""

    FOUND = "found"
    LIKELY = "likely"
    NONE = "none"
    DRAWN = "drawn"


class Unit(StrEnum):
    """What a patience is counted in."""

    DAYS = "days"
    WORKING_DAYS = "working days"


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """A length of waiting, in days or working days."""

    days: int
    unit: Unit = Unit.WORKING_DAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The rules an engagement began with; a changed configuration never moves the ground under it."""

    question_after: Patience = Patience(days=3)
    nudge_after: tuple[Patience, ...] = (Patience(days=5), Patience(days=10))
    silent_after: Patience = Patience(days=15)
    pause: Patience = Patience(days=7, unit=Unit.DAYS)
    opens_at: int = 8 * 60  # minutes after midnight, in the recipient's zone
    closes_at: int = 18 * 60
    weekdays: tuple[int, ...] = (0, 1, 2, 3, 4)  # Monday is 0
    timezone: str = "UTC"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leader:
    """Who asks, and will lift the capability."""

    name: str
    email: str
    timezone: str = ""  # IANA name or fixed offset such as "+02:00"; empty: the policy's


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedExpert:
    """An expert as the leader named them; either part may be missing."""

    name: str = ""
    email: str = ""
    side: Side = Side.UNKNOWN
    seen_where: str = ""
    timezone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One piece of advice as it was read: verbatim, and where in the sender's own words it stood."""

    text: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """One piece of advice as it is kept."""

    text: str
    source: Source
    received_at: datetime
    key: str = ""  # the message it came in
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Expert:
    """One seat and who sits in it."""

    seat: int
    name: str
    email: str
    side: Side = Side.UNKNOWN
    seen_where: str = ""  # where the leader saw them do it
    timezone: str = ""
    standing: Standing = Standing.WAITING
    advice: tuple[Advice, ...] = ()
    extras: tuple[Advice, ...] = ()
    wake_at: datetime | None = None
    invited_at: datetime | None = None
    asked_at: datetime | None = None
    nudges: int = 0
    paused_until: datetime | None = None
    nudge_wanted: bool = False  # leader or desk asked for a reminder; it waits for the hours
    nameless: bool = False  # "without my name, please": the leader reads the advice, not whose it is
    stopped: bool = False  # asked us to stop: nothing of theirs starts anything again
    question_open: bool = False  # the expert asked something back; the clock stands still
    former: tuple[str, ...] = ()  # addresses that sat in this seat before

    @property
    def has_all_three(self) -> bool:
        """Whether this seat has given its three pieces."""
        return len(self.advice) >= PIECES_EACH

    @property
    def is_open(self) -> bool:
        """Whether the leader must find somebody else for this seat."""
        return self.standing in {Standing.DECLINED, Standing.UNREACHABLE, Standing.SILENT}


PieceAt: TypeAlias = tuple[int, int]
"""(seat, number), both from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Advice that says the same in different words."""

    label: str
    pieces: tuple[PieceAt, ...]

    @property
    def experts(self) -> int:
        """How many experts speak in it."""
        return len({seat for seat, _ in self.pieces})


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """An expert's own words as evidence for a theme."""

    seat: int
    number: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A thread on offer: an index into the themes, with one verbatim quote per expert."""

    theme: int
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Synthesis:
    """Nine pieces in themes, the sweet spot among them, and how sure anyone may be of it."""

    themes: tuple[Theme, ...]  # a partition of the nine
    sweet_spot: int | None
    certainty: Certainty
    engine: str
    candidates: tuple[Candidate, ...] = ()  # best first, three at most; the first is the sweet spot


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One action of the plan, traced to the pieces it came from."""

    text: str
    due: date
    pieces: tuple[PieceAt, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """The draft SMART goal, then the leader's own words for it."""

    specific: str
    measurable: str
    achievable: str
    relevant: str
    time_bound: str
    statement: str
    target_date: date
    steps: tuple[Step, ...] = ()
    own_words: str | None = None
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """What happened: never advice, never an address, always enough to explain the state."""

    at: datetime
    what: str
    seat: int | None = None
    key: str = ""  # the message or letter it concerns
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correspondence:
    """One person's side of the conversation: enough to thread the next letter."""

    subject: str = ""
    message_ids: tuple[str, ...] = ()  # oldest first, both directions


@dataclass(frozen=True, slots=True, kw_only=True)
class Engagement:
    """One leader, one capability, three experts: from kickoff to goal."""

    id: str
    stage: Stage
    leader: Leader
    policy: Policy
    created_at: datetime
    language: str = "en"
    paused: bool = False
    capability: str = ""
    phrase: str = ""  # the capability as it stands after "my ability to": "delegate", "excel at networking"
    why_now: str = ""
    to_what_end: str = ""
    horizon_months: int = USUAL_HORIZON
    named: tuple[NamedExpert, ...] = ()  # as the leader named them, until the preview is made
    experts: tuple[Expert, ...] = ()
    substitute: Expert | None = None  # proposed for its seat, previewed, not yet confirmed
    seen_kickoff: bool = False  # the experts stood in Cc of the kickoff
    refused: bool = False  # no engagement came of it; kept only to carry the letter that says so
    asked_to_narrow: bool = False  # the clarifying question on the capability was put once
    synthesis: Synthesis | None = None
    goal: Goal | None = None
    nine_at: datetime | None = None
    synthesis_due: bool = False  # the nine are in, or changed, and wait to be read (again)
    may_tell_experts: bool = False  # the leader consents to `outcome` at the end
    synthesised_at: datetime | None = None
    wake_at: datetime | None = None  # the engagement's own next moment; experts have theirs
    turns: dict[str, int] = field(default_factory=dict)  # letters so far, by "purpose.seat"
    threads: dict[int, Correspondence] = field(default_factory=dict)  # by seat; 0 is the leader
    handled: tuple[str, ...] = ()  # digests of messages already taken in
    history: tuple[HistoryLine, ...] = ()
    version: int = 0

    @property
    def received(self) -> int:
        """How many of the nine are in."""
        return sum(min(len(expert.advice), PIECES_EACH) for expert in self.experts)

    @property
    def has_all_nine(self) -> bool:
        """The gate: three seats, three pieces each."""
        return len(self.experts) == len(SEATS) and all(expert.has_all_three for expert in self.experts)

    @property
    def next_wake(self) -> datetime | None:
        """When to look at this engagement again without any mail; None: only a mail can move it."""
        if self.stage in ENDED or self.paused:
            return None
        times = [self.wake_at, *(expert.wake_at for expert in self.experts)]
        return min((time for time in times if time is not None), default=None)

    def expert(self, seat: int) -> Expert:
        """Who sits in `seat` (1 to 3)."""
        return self.experts[seat - 1]

    def with_expert(self, expert: Expert) -> Self:
        """This engagement with `expert` in their seat."""
        experts = tuple(expert if other.seat == expert.seat else other for other in self.experts)
        return replace(self, experts=experts)
