"""What happened, in the past tense.  Reading makes these from mail; the clock and the desk make the rest.

Events carry people's words only where a later letter shows them; they are never logged.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TypeAlias

from mailflow.mentoring.engagement import Goal, Piece, Side, Source, Synthesis

# --- the kickoff and what completes it ---


class Gap(StrEnum):
    """What a kickoff can lack; each is asked for by name."""

    CAPABILITY = "capability"
    CAPABILITY_JOINED = "capability_joined"  # two in one
    CAPABILITY_BROAD = "capability_broad"  # "leadership"
    EXPERTS = "experts"  # fewer or more than three
    EXPERT_ADDRESS = "expert_address"  # a name without an address
    EXPERT_NAME = "expert_name"
    EXPERT_UNAVAILABLE = "expert_unavailable"  # never-ask list or too many open
    EXPERT_TWICE = "expert_twice"
    EXPERT_IS_LEADER = "expert_is_leader"
    EXPERT_IS_SERVICE = "expert_is_service"
    HORIZON = "horizon"
    WHY_NOW = "why_now"  # wanted, never blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedExpert:
    """An expert as the leader named them; either part may be missing."""

    name: str = ""
    email: str = ""
    side: Side = Side.UNKNOWN
    seen_where: str = ""
    timezone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kickoff:
    """What a kickoff (or a reply that completes one) says; empty means not said."""

    capability: str = ""
    phrase: str = ""  # the capability as it stands after "my ability to"; empty: not said
    why_now: str = ""
    to_what_end: str = ""
    horizon_months: int | None = None
    experts: tuple[NamedExpert, ...] = ()
    experts_in_cc: bool = False
    doubts: tuple[Gap, ...] = ()  # about the capability: joined or broad
    timezone: str = ""
    leader_name: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing of a kickoff was found."""
        return not (
            self.capability or self.experts or self.why_now or self.to_what_end or self.horizon_months
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class KickoffRead:
    """The leader wrote a kickoff, completed one, or corrected the preview."""

    kickoff: Kickoff
    insists: bool = False  # the capability was questioned once and stands


# --- what a leader says ---


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """The leader said yes, in unquoted human words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelWanted:
    """The leader (or the desk) ends the engagement."""

    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldWanted:
    """The leader (or the desk) pauses the engagement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeWanted:
    """The leader (or the desk) lets it go on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressAsked:
    """The leader asked how it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NudgeWanted:
    """The leader (or the desk) asks us to remind an expert; seat 0: everyone who still owes an answer."""

    seat: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitWanted:
    """The leader would rather wait longer for an expert (seat 0: whoever is silent)."""

    seat: int
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SubstituteNamed:
    """The leader (or the desk) named somebody else for a seat; seat 0: the one that is open."""

    seat: int
    expert: NamedExpert
    confirmed: bool = False  # the desk needs no preview


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardInPerson:
    """Pieces heard over the coffee and passed on by the leader or entered at the desk."""

    seat: int
    pieces: tuple[Piece, ...]
    source: Source = Source.LEADER
    replaces: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RelayAnswered:
    """The leader answered an expert's question."""

    seat: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalWorded:
    """The leader wrote the goal in their own words."""

    words: str
    missing: tuple[str, ...]
    insists: bool = False  # "it stands"


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadDrawn:
    """The leader drew the thread: a candidate by letter (0 to 2), numbers of pieces (1 to 9), or none."""

    candidate: int | None = None
    pieces: tuple[int, ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotUnderstood:
    """The leader wrote something we could not place; they get a kind letter that says so."""

    words: str = ""


# --- what an expert says ---


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """Yes to the coffee, with or without times."""

    seat: int
    words: str = ""  # the expert's words about when, without any advice
    at: datetime | None = None  # where date and hour are clear
    question: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """One or more pieces of advice."""

    seat: int
    pieces: tuple[Piece, ...]
    question: str = ""
    until: date | None = None  # "the third follows on Monday"
    nameless: bool = False  # "without my name, please"


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """Changes to pieces already given: (number from 1, new piece)."""

    seat: int
    changes: tuple[tuple[int, Piece], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseAsked:
    """Later, with or without a day."""

    seat: int
    until: date | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Declined:
    """No, or not me but someone else."""

    seat: int
    reason: str = ""
    instead: str = ""  # whom they suggest, in their words
    private: bool = False  # the reason stays with us
    withdraws: bool = False  # "please leave me out": pieces already given too


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionAsked:
    """An expert asked something back."""

    seat: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StopAsked:
    """Never write to me again."""

    seat: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WasAway:
    """An automatic reply; with a return day the clock moves past it."""

    seat: int
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounced:
    """One of our letters could not be delivered."""

    seat: int
    permanent: bool
    letter: str = ""  # key or purpose of the letter, where known


@dataclass(frozen=True, slots=True, kw_only=True)
class Chatted:
    """Thanks, "you're welcome", a receipt: taken in, not answered."""

    seat: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Unclear:
    """A person wrote something nobody should guess at; it is set aside."""

    seat: int
    why: str = ""


# --- what the house itself does ---


@dataclass(frozen=True, slots=True, kw_only=True)
class Synthesised:
    """The engine read the nine."""

    synthesis: Synthesis
    goal: Goal


@dataclass(frozen=True, slots=True, kw_only=True)
class TimePassed:
    """A moment that was waited for has come."""


LeaderEvent: TypeAlias = (
    KickoffRead
    | Confirmed
    | CancelWanted
    | HoldWanted
    | ResumeWanted
    | ProgressAsked
    | NudgeWanted
    | WaitWanted
    | SubstituteNamed
    | HeardInPerson
    | RelayAnswered
    | GoalWorded
    | ThreadDrawn
    | NotUnderstood
)
ExpertEvent: TypeAlias = (
    Accepted
    | Answered
    | Corrected
    | PauseAsked
    | Declined
    | QuestionAsked
    | StopAsked
    | WasAway
    | Bounced
    | Chatted
    | Unclear
)
Event: TypeAlias = LeaderEvent | ExpertEvent | Synthesised | TimePassed
