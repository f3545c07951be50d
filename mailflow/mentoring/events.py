"""What happened, in the past tense.  Reading makes these from mail; the clock and the desk make the rest.

Events carry people's words only where a later letter shows them; they are never logged.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

from mailflow.mentoring.engagement import Goal, Piece, Source, Synthesis
from mailflow.mentoring.kickoff import Gap as Gap
from mailflow.mentoring.kickoff import Kickoff as Kickoff
from mailflow.mentoring.kickoff import NamedExpert as NamedExpert

# --- the kickoff and what completes it ---


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What the house knows and no mail says; addresses in the form of identity.same_person_key."""

    service: tuple[str, ...] = ()  # the service's own addresses
    never_ask: tuple[str, ...] = ()  # of the addresses named, those that must not be asked
    busy: tuple[str, ...] = ()  # of the addresses named, those asked by too many already
    leader_open: int = 0  # open engagements of this leader, when they are too many; else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class KickoffRead:
    """The leader wrote a kickoff, completed one, or corrected the preview."""

    kickoff: Kickoff
    insists: bool = False  # the capability was questioned once and stands
    circumstances: Circumstances = Circumstances()


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
    circumstances: Circumstances = Circumstances()


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
class ConsentGiven:
    """The leader wants the experts to hear at the end what their advice led to."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubted:
    """A message came with only half the proof of who wrote it and is held."""

    seat: int
    words: str  # its first 200 characters, links defused
    is_stop: bool = False  # it asks to stop: nothing goes to that person until they say whose it was
    ask: bool = True  # False: they were asked often enough today


@dataclass(frozen=True, slots=True, kw_only=True)
class Disowned:
    """The known address says that what was held is not theirs."""

    seat: int


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
    | ConsentGiven
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
    | Doubted
    | Disowned
)
Event: TypeAlias = LeaderEvent | ExpertEvent | Synthesised | TimePassed
