"""THE SEAMS, on one page: what the flow needs of mail servers, disk and readers.

Flow knows these Protocols and nothing behind them.  Every implementation, fakes included, passes
the contract suite in tests/contract.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol, TypeAlias

from mailflow.identity import Purpose
from mailflow.mentoring.engagement import Engagement, Goal, Stage, Synthesis
from mailflow.mentoring.events import Event
from mailflow.reading.classify import Correspondent
from mailflow.reading.message import Message, Unreadable

# --- mail coming in ---


class Folder(StrEnum):
    """Where a message goes once the store has committed."""

    HANDLED = "Handled"
    ATTENTION = "Attention"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """Raw bytes with a mailbox position, before we understand them.

    `raw` is the complete message, or only its header block when it was larger than the limit
    (`oversized`).  `position` is stable while UIDVALIDITY is: "uidvalidity:uid".
    """

    raw: bytes
    position: str
    received_at: datetime
    size: int
    oversized: bool = False


class PostError(Exception):
    """A mail server could not be used.  One line for people; `temporary` says whether to try again."""

    def __init__(self, message: str, *, temporary: bool = True) -> None:
        super().__init__(message)
        self.temporary = temporary


class Mailbox(Protocol):
    """An inbox that is only ever peeked at.  Every method may raise PostError."""

    def arrivals(self) -> Iterator[Arrival]:
        """Everything waiting, oldest first, still unread there; what vanishes is skipped."""

    def file(self, arrival: Arrival, folder: Folder) -> None:
        """Move it; harmless when it is already gone."""

    def rest(self, seconds: float) -> None:
        """Return when new mail may be there, or after `seconds` at the latest."""

    def interrupt(self) -> None:
        """Let a `rest` in progress return within a second; may be called from a signal's frame."""

    def hang_up(self) -> None:
        """End a call in progress, and every later one, with PostError; from a signal's frame alone."""

    def holds_copy(self, message_id: str) -> bool:
        """Whether a copy of a letter of ours lies in the server's sent folder, where there is one."""

    def close(self) -> None:
        """Log out; never raises."""


# --- letters going out ---


class LetterState(StrEnum):
    """The life of a letter.  SENDING is durable before the first byte leaves."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"  # lost after the final dot: look for a copy, else send the same bytes once more
    FAILED = "failed"  # refused for good, or its fate stayed unknown twice
    WITHDRAWN = "withdrawn"  # no longer wanted before it was sent


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """Rendered outgoing mail with its key; the bytes never change again."""

    key: str
    purpose: Purpose
    seat: int
    to: str
    message_id: str
    raw: bytes  # complete RFC 5322 message, CRLF line ends
    text: str  # the plain text alone: what a reply will quote
    queued_at: datetime
    answers_mail: bool = False
    state: LetterState = LetterState.QUEUED
    attempts: int = 0
    copies: int = 0  # how often the body may have left the house; 2 at most
    next_at: datetime | None = None  # None: now
    settled_at: datetime | None = None
    note: str = ""  # why it waits or failed; never people's words


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """The server took it (250)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """The server did not take it; nothing left the house."""

    temporary: bool
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """The connection ended after the final dot: the server may or may not have it."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """The server could not be reached or let nobody in; says nothing about this letter."""

    reason: str
    temporary: bool = True  # False: the password is wrong


Fate: TypeAlias = Accepted | Refused | Lost | Away


class Outbox(Protocol):
    """A way to hand letters to a mail server."""

    def send(self, letters: Sequence[Letter]) -> Iterator[tuple[Letter, Fate]]:
        """Hand them over, several at a time; each letter is yielded once with its fate.  Never raises."""

    def interrupt(self) -> None:
        """Let a `send` in progress, or else the next one, end within seconds.

        What has not begun to leave then does not, and is Away.  May be called from a signal's frame.
        """

    def close(self) -> None:
        """Say goodbye; never raises."""


# --- what is kept ---


class Stale(Exception):
    """Somebody else committed meanwhile: load again and decide again."""


class StoreError(Exception):
    """The disk did not take it; nothing was changed.  One line for people."""


class StoreLocked(StoreError):
    """Another process holds the store."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """All that is kept about one engagement: one file, one transaction."""

    engagement: Engagement
    letters: tuple[Letter, ...] = ()

    def letter(self, key: str) -> Letter | None:
        """The letter with this key."""
        return next((letter for letter in self.letters if letter.key == key), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The few lines about an engagement that lists and clocks need, readable without opening all of it."""

    id: str
    stage: Stage
    paused: bool
    capability: str
    leader: str  # address
    people: tuple[str, ...]  # experts' addresses, compared by identity.same_person_key; the substitute too
    received: int
    next_wake: datetime | None
    next_letter: datetime | None  # when a letter wants handing over; the distant past: now
    hidden: bool = False  # a refused kickoff or the house's own letters: no engagement, not listed
    unsettled: bool = False  # a letter is SENDING or UNKNOWN


class Aside(StrEnum):
    """What becomes of a message that was set aside."""

    WAITING = "waiting"  # for a person
    HELD = "held"  # for a yes from the known address
    RETRY = "retry"  # to be read again by the next run
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAsideMessage:
    """A message nobody should guess about, kept whole for a person."""

    key: str  # digest of the message, the first characters suffice while unique
    at: datetime
    sender: str
    subject: str
    why: str
    state: Aside = Aside.WAITING
    position: str = ""
    engagement_id: str = ""  # where it probably belongs
    seat: int = 0
    note: str = ""
    header_only: bool = False  # too large: `raw` is its header block, and the mailbox has the rest
    raw: bytes = field(default=b"", repr=False)


class Store(Protocol):
    """Durable memory.  Methods raise StoreError when the disk refuses."""

    def load(self, engagement_id: str) -> Filed | None:
        """Everything about one engagement, or None."""

    def commit(self, filed: Filed) -> Filed:
        """Replace the whole file at once if `filed.engagement.version` is still the stored one (0: new).

        Returns it with the next version; raises Stale otherwise.  Durable when it returns.
        """

    def heads(self) -> Sequence[Head]:
        """Every engagement, also what other processes committed meanwhile; cheap when little changed."""

    def broken(self) -> Sequence[str]:
        """Names of files that cannot be read; each cost one engagement or one message, no more."""

    def is_never_ask(self, email: str) -> bool:
        """Whether this person must not be written to."""

    def never_ask(self, email: str) -> None:
        """Remember a stop for ever, as a keyed hash."""

    def set_aside(self, message: SetAsideMessage) -> None:
        """Keep or update a message for a person; the same key replaces."""

    def aside(self, key: str) -> SetAsideMessage | None:
        """One message set aside, with its bytes; `key` may be shortened while unique."""

    def all_aside(self) -> Iterable[SetAsideMessage]:
        """Every message set aside, oldest first, without their bytes."""

    def count(self, day: date, name: str, by: int = 1) -> int:
        """Add `by` to a daily counter (0 reads) and return it; counters of past days are forgotten."""

    def count_all(self, day: date, by: Mapping[str, int]) -> None:
        """Add to several counters of a day at once: all of it, or nothing."""

    def close(self) -> None:
        """Let go of the lock."""


# --- understanding ---

UnreadableMessage = Unreadable  # says in one line why a message cannot be opened


class Reader(Protocol):
    """Opens mail where it can hurt nobody.  Both methods raise UnreadableMessage."""

    def open(self, raw: bytes) -> Message:
        """Raw bytes to a Message."""

    def understand(self, raw: bytes, who: Correspondent, now: datetime) -> Event:
        """The one event a message means, from this person at this moment."""

    def close(self) -> None:
        """End the children; never raises."""


class Synthesiser(Protocol):
    """Nine pieces in, a synthesis and a draft goal out.  Never raises."""

    def synthesise(self, engagement: Engagement, today: date) -> tuple[Synthesis, Goal]:
        """Read the nine of a complete engagement."""

    def redraw(
        self, engagement: Engagement, pieces: tuple[tuple[int, int], ...], label: str, today: date
    ) -> tuple[Synthesis, Goal]:
        """The same nine with the thread a person drew."""

    def critique(self, engagement: Engagement, words: str) -> tuple[str, ...]:
        """Which of specific, measurable, achievable, relevant, time_bound a goal in own words still lacks."""
