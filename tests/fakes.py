"""A mailbox and an outbox in memory that keep the same promises as the wires, for fast tests of the flow."""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from mailflow.identity import is_address
from mailflow.ports import Accepted, Arrival, Away, Fate, Folder, Letter, Lost, PostError, Refused

A_MOMENT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
LONGEST_HEADER = 262_144


@dataclass(frozen=True, slots=True, kw_only=True)
class Lying:
    """A message in a folder."""

    raw: bytes
    at: datetime


class FakeMailbox:
    """Implements ports.Mailbox; tests put mail in with `drop` and look at what was filed."""

    def __init__(self, *, message_bytes: int = 10_000_000) -> None:
        self.handled: list[bytes] = []
        self.attention: list[bytes] = []
        self.copies: set[str] = set()  # Message-IDs in the sent folder
        self.away = ""  # why the server cannot be used; empty: it can
        self.lasting = False  # whether somebody must change something before it can
        self.validity = 1
        self._message_bytes = message_bytes
        self._inbox: dict[int, Lying] = {}
        self._next_uid = 1
        self._listed = 0
        self._changed = threading.Condition()
        self._interrupted = False

    # --- what tests do ---

    def drop(self, raw: bytes, at: datetime = A_MOMENT) -> None:
        """A mail arrives; from any thread."""
        with self._changed:
            self._inbox[self._next_uid] = Lying(raw=raw, at=at)
            self._next_uid += 1
            self._changed.notify_all()

    def take_back(self, raw: bytes) -> None:
        """A person moves a message from Attention to the inbox again."""
        self.attention.remove(raw)
        self.drop(raw)

    def renumber(self) -> None:
        """The folder is rebuilt: UIDVALIDITY changes, and every UID with it."""
        with self._changed:
            self.validity += 1
            self._listed = 0
            lying = list(self._inbox.values())
            self._inbox = dict(enumerate(lying, start=1))
            self._next_uid = len(lying) + 1
            self._changed.notify_all()

    def clear(self) -> None:
        """Somebody else deletes what waits."""
        self._inbox.clear()

    @property
    def inbox(self) -> list[bytes]:
        """What waits."""
        return [lying.raw for lying in self._inbox.values()]

    # --- the seam ---

    def arrivals(self) -> Iterator[Arrival]:
        self._answer()
        self._listed = self._next_uid
        validity = self.validity
        for uid in list(self._inbox):
            lying = self._inbox.get(uid)
            if validity != self.validity:
                return
            if lying is not None:
                yield self._arrival(uid, lying)

    def file(self, arrival: Arrival, folder: Folder) -> None:
        self._answer()
        validity, _, uid = arrival.position.partition(":")
        lying = self._inbox.pop(int(uid), None) if int(validity) == self.validity else None
        if lying is not None:
            (self.handled if folder is Folder.HANDLED else self.attention).append(lying.raw)

    def rest(self, seconds: float) -> None:
        self._answer()
        with self._changed:
            self._changed.wait_for(
                lambda: self._interrupted or self._next_uid > max(self._listed, 1), seconds
            )
            self._interrupted = False

    def interrupt(self) -> None:
        with self._changed:
            self._interrupted = True
            self._changed.notify_all()

    def hang_up(self) -> None:
        self.away = "we were asked to stop"

    def holds_copy(self, message_id: str) -> bool:
        self._answer()
        return message_id in self.copies

    def close(self) -> None:
        """Nothing to let go of."""

    def _answer(self) -> None:
        if self.away:
            raise PostError(self.away, temporary=not self.lasting)

    def _arrival(self, uid: int, lying: Lying) -> Arrival:
        large = len(lying.raw) > self._message_bytes
        raw = lying.raw
        if large:
            raw = raw[: raw.find(b"\r\n\r\n") + 4][:LONGEST_HEADER]
        return Arrival(
            raw=raw,
            position=f"{self.validity}:{uid}",
            received_at=lying.at,
            size=len(lying.raw),
            oversized=large,
        )


class FakeOutbox:
    """Implements ports.Outbox; `sent` is what the server has, in order."""

    def __init__(self) -> None:
        self.sent: list[Letter] = []
        self.away: Away | None = None
        self._refused: dict[str, Refused] = {}
        self._to_lose = 0
        self._interrupted = False

    # --- what tests do ---

    def refuse(self, address: str, *, temporary: bool) -> None:
        """From now on the server refuses this address."""
        reason = "451 4.2.2 mailbox full" if temporary else "550 5.1.1 no such user here"
        self._refused[address.lower()] = Refused(temporary=temporary, reason=reason)

    def accept(self, address: str) -> None:
        """From now on the server takes mail to this address again."""
        self._refused.pop(address.lower(), None)

    def lose_next(self) -> None:
        """The server takes one letter more, and hangs up instead of saying so."""
        self._to_lose += 1

    # --- the seam ---

    def send(self, letters: Sequence[Letter]) -> Iterator[tuple[Letter, Fate]]:
        interrupted, self._interrupted = self._interrupted, False
        for letter in letters:
            yield letter, Away(reason="asked to stop") if interrupted else self._fate(letter)

    def interrupt(self) -> None:
        self._interrupted = True

    def close(self) -> None:
        """Nothing to let go of."""

    def _fate(self, letter: Letter) -> Fate:
        if self.away is not None:
            return self.away
        if not is_address(letter.to):
            return Refused(temporary=False, reason="not an address that can be written to")
        refused = self._refused.get(letter.to.lower())
        if refused is not None:
            return refused
        self.sent.append(letter)
        if self._to_lose:
            self._to_lose -= 1
            return Lost(reason="no answer after the letter left")
        return Accepted()
