"""What should be done, in the imperative.  Rules ask for effects; only the shell performs them."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TypeAlias

from mailflow.identity import Purpose
from mailflow.mentoring.engagement import LEADER_SEAT, Engagement, PieceAt


class Cause(StrEnum):
    """Why an operator should look; each has an entry in docs/operations.md."""

    UNEXPECTED = "unexpected"  # an event nobody foresaw at this stage
    BUDGET = "budget"  # a letter waits because a limit is reached
    UNDELIVERABLE = "undeliverable"  # a letter to a leader bounced
    UNKNOWN_FATE = "unknown_fate"  # sent twice and still no answer
    UNREADABLE_ENGAGEMENT = "unreadable_engagement"  # a file was moved aside
    WRITING_FAILED = "writing_failed"  # a template fault; nothing was changed
    MAILBOX_AWAY = "mailbox_away"


@dataclass(frozen=True, slots=True, kw_only=True)
class Send:
    """One letter to one person.  The same Send on the same engagement always gives the same bytes."""

    purpose: Purpose
    seat: int  # whose conversation it belongs to: 0 the leader's, 1 to 3 an expert's
    turn: int  # which letter of this purpose to this seat, from 1
    name: str
    email: str
    answers_mail: bool = False  # answers a mail just received: goes at once, on the larger budget
    about: int = LEADER_SEAT  # the seat a letter to the leader speaks of; 0: none
    words: str = ""  # somebody's own words to pass on
    day: date | None = None
    at: datetime | None = None
    last: bool = False  # the last reminder
    notes: tuple[str, ...] = ()  # gap names, missing letters of the goal, lines of a transcript


@dataclass(frozen=True, slots=True, kw_only=True)
class Synthesise:
    """The ninth piece is in: read the nine, then tell `decide` with `Synthesised`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Redraw:
    """A person drew the thread: read the nine around it, then tell `decide` with `Synthesised`."""

    pieces: tuple[PieceAt, ...]
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NeverAsk:
    """Put an address on the never-ask list."""

    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """Keep the message that caused this for a person."""

    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Withhold:
    """Letters not yet sent to this seat are no longer wanted."""

    seat: int
    purposes: tuple[Purpose, ...] = ()  # empty: all


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """Something a person must see.  Holds keys and causes, never people's words."""

    cause: Cause
    note: str = ""


Effect: TypeAlias = Send | Synthesise | Redraw | NeverAsk | SetAside | Withhold | Alert


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What follows from an event: the new engagement and what should be done."""

    engagement: Engagement
    effects: tuple[Effect, ...] = ()
