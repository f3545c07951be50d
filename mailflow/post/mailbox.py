"""The inbox over IMAP (RFC 3501, 2177, 6851): only ever peeked at, filed after the store has committed."""

import contextlib
import imaplib
import selectors
import socket
import ssl
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any, TypeAlias

from imapclient import IMAPClient

from mailflow.ports import Arrival, Folder
from mailflow.post.folders import filing_names, make, sent_folder
from mailflow.post.imap_line import FAULTS, ImapLine, is_line_fault
from mailflow.post.login import Login

LONGEST_IDLE = 29 * 60.0  # seconds; RFC 2177 says to begin anew before thirty minutes
BETWEEN_POLLS = 15.0  # seconds, where the server offers no IDLE
HURRY = 0.5  # seconds for a farewell to IDLE when somebody waits for us to end
SIZES_AT_ONCE = 500
BODIES_AT_ONCE = 50
BYTES_AT_ONCE = 4_000_000
LONGEST_HEADER = 262_144  # bytes of header that are fetched of what is too large
SMALLEST_BOUND = 1_000_000  # bytes of a literal; beyond it twice a message, since sizes are not always exact

Sized: TypeAlias = tuple[int, int]  # (UID, bytes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What the server offers, for `mailflow check`."""

    capabilities: tuple[str, ...]
    folder: str
    messages: int
    filing: tuple[str, ...]


class ImapMailbox:
    """One folder of one account; implements ports.Mailbox.  Belongs to one thread, but for `interrupt`."""

    def __init__(
        self,
        login: Login,
        *,
        folder: str = "INBOX",
        message_bytes: int = 10_000_000,
        prefix: str = "Mailflow",
        idle: bool = True,
        poll_seconds: float = BETWEEN_POLLS,
    ) -> None:
        self._line = ImapLine(login, folder, largest=max(SMALLEST_BOUND, 2 * message_bytes))
        self._message_bytes = message_bytes
        self._prefix = prefix
        self._idles = idle
        self._poll_seconds = poll_seconds
        self._filing: dict[Folder, str] = {}
        self._listed: tuple[int, int] | None = None  # UIDVALIDITY and next UID when last listed
        self._waker, self._woken = socket.socketpair()
        self._waker.setblocking(False)
        self._woken.setblocking(False)

    # --- the seam ---

    def arrivals(self) -> Iterator[Arrival]:
        """Everything waiting, oldest first; what vanishes meanwhile is skipped.  Raises PostError."""
        validity, sizes = self._line.use(self._sizes)
        for batch in _batches(sizes):
            arrivals = self._line.use(partial(self._bodies, validity=validity, batch=batch))
            if arrivals is None:
                return  # renumbered while we read: the next call sees it afresh
            yield from arrivals

    def file(self, arrival: Arrival, folder: Folder) -> None:
        """Move it; harmless when it is already gone or the mailbox was renumbered.  Raises PostError."""
        validity, _, uid = arrival.position.partition(":")
        self._line.use(partial(self._move, validity=int(validity), uid=int(uid), folder=folder))

    def rest(self, seconds: float) -> None:
        """Return when new mail may be there, or after `seconds` at the latest.  Raises PostError.

        New is what came since `arrivals` last listed the folder, even if it came before this call.
        """
        end = time.monotonic() + min(seconds, LONGEST_IDLE)
        if seconds <= 0 or self._was_interrupted() or self._line.use(self._has_news):
            return
        with self._line.at_work():
            self._wait_for_news(end)

    def _wait_for_news(self, end: float) -> None:
        client = self._line.opened()
        try:
            if self._idles and client.has_capability("IDLE"):
                self._idle(client, end)
            else:
                self._poll(client, end)
        except FAULTS as fault:
            raise self._line.trouble(fault) from fault

    def interrupt(self) -> None:
        """Let a `rest` in progress, or else the next one, return at once; fit for a signal's frame."""
        with contextlib.suppress(OSError):
            self._waker.send(b"x")

    def hang_up(self) -> None:
        """End a call in progress, and every later one, with PostError; from a signal's frame alone."""
        self._line.hang_up()

    def holds_copy(self, message_id: str) -> bool:
        """Whether the server's sent folder has a message with this Message-ID.  Raises PostError."""
        return self._line.use(partial(self._search_sent, message_id=message_id))

    def close(self) -> None:
        """Log out; never raises."""
        self._line.say_goodbye()
        self._waker.close()
        self._woken.close()

    def survey(self) -> Survey:
        """Log in, look round and make the filing folders.  Raises PostError."""
        return self._line.use(self._look_round)

    def _look_round(self, client: IMAPClient) -> Survey:
        self._line.select(client)
        names = filing_names(client, self._prefix)
        for name in names.values():
            make(client, name)
        return Survey(
            capabilities=tuple(sorted(one.decode("ascii", "replace") for one in client.capabilities())),
            folder=self._line.folder,
            messages=self._line.exists,
            filing=tuple(names.values()),
        )

    # --- reading ---

    def _sizes(self, client: IMAPClient) -> tuple[int, list[Sized]]:
        """UIDVALIDITY, and what is in the folder, oldest first."""
        self._line.select(client)
        uids = sorted(client.search(["NOT", "DELETED"]))
        newest = uids[-1] if uids else 0  # SEARCH may know of later ones than SELECT did
        self._listed = (self._line.validity, max(self._line.next_uid, newest + 1))
        sizes: list[Sized] = []
        for start in range(0, len(uids), SIZES_AT_ONCE):
            found = client.fetch(uids[start : start + SIZES_AT_ONCE], ["RFC822.SIZE"])
            sizes.extend((uid, row[b"RFC822.SIZE"]) for uid, row in found.items() if b"RFC822.SIZE" in row)
        return self._line.validity, sorted(sizes)

    def _bodies(self, client: IMAPClient, *, validity: int, batch: Sequence[Sized]) -> list[Arrival] | None:
        if validity != self._line.validity:
            return None
        whole = [uid for uid, size in batch if size <= self._message_bytes]
        large = [uid for uid, size in batch if size > self._message_bytes]
        found = _fetched(client, whole, "BODY.PEEK[]", b"BODY[]")
        found |= _fetched(client, large, f"BODY.PEEK[HEADER]<0.{LONGEST_HEADER}>", b"BODY[HEADER]<0>")
        return [
            Arrival(
                raw=found[uid][0],
                position=f"{validity}:{uid}",
                received_at=found[uid][1],
                size=size,
                oversized=size > self._message_bytes,
            )
            for uid, size in batch
            if uid in found
        ]

    # --- filing ---

    def _move(self, client: IMAPClient, *, validity: int, uid: int, folder: Folder) -> None:
        if validity != self._line.validity:
            return
        if not self._filing:
            self._filing = filing_names(client, self._prefix)
        name = self._filing[folder]
        try:
            _put(client, uid, name)
        except imaplib.IMAP4.error as fault:
            if is_line_fault(fault):
                raise
            if _is_gone(client, uid):
                return  # some servers say NO to what is gone, Dovecot with [EXPUNGEISSUED]
            # Most likely [TRYCREATE]; if it was something else the second try says so.
            make(client, name)
            _put(client, uid, name)

    # --- copies of our letters ---

    def _search_sent(self, client: IMAPClient, *, message_id: str) -> bool:
        name = sent_folder(client)
        if not name:
            return False
        client.select_folder(name, readonly=True)
        found = client.search(["HEADER", "Message-ID", message_id.strip("<>")])
        self._line.select(client)
        return bool(found)

    # --- waiting ---

    def _has_news(self, client: IMAPClient) -> bool:
        """Whether something came since the folder was listed; SELECT tells, and IDLE takes up from there."""
        self._line.select(client)
        if self._listed is None:
            return self._line.exists > 0
        validity, next_uid = self._listed
        return self._line.validity != validity or self._line.next_uid > next_uid

    def _idle(self, client: IMAPClient, end: float) -> None:
        try:
            client.idle()
        except imaplib.IMAP4.error as fault:
            if is_line_fault(fault):
                raise
            # QUIRK: imapclient refuses every word before the "+", and some servers say one.  The line is
            # of no use now; from here on we poll.
            self._idles = False
            self._line.drop()
            return
        # QUIRK: idle_check() raises on a line that comes in two pieces, and returns [] at once for ever
        # when the server is gone.  So only look whether anything can be read, and let idle_done() read:
        # on a dead line it raises.
        if not _has_buffered(client):
            self._wait([client.socket()], end - time.monotonic())
        self._end_idle(client)

    def _end_idle(self, client: IMAPClient) -> None:
        if not self._was_interrupted():
            client.idle_done()
            return
        try:
            client.socket().settimeout(HURRY)
            client.idle_done()
            client.socket().settimeout(self._line.login.timeout_seconds)
        except FAULTS:
            self._line.drop()  # a deaf server shall not keep us from ending

    def _poll(self, client: IMAPClient, end: float) -> None:
        while (left := end - time.monotonic()) > 0:
            self._wait([], min(left, self._poll_seconds))
            if self._was_interrupted():
                return
            _, spoken = client.noop()
            if any(b"EXISTS" in words for words in spoken):
                return

    def _wait(self, others: list[socket.socket], seconds: float) -> None:
        """Wait until one of `others` can be read, `interrupt` is called, or the time is over."""
        with selectors.DefaultSelector() as selector:
            for one in (self._woken, *others):
                selector.register(one, selectors.EVENT_READ)
            selector.select(max(0.0, seconds))

    def _was_interrupted(self) -> bool:
        """Whether `interrupt` was called since somebody last looked."""
        called = False
        with contextlib.suppress(OSError):
            while self._woken.recv(64):
                called = True
        return called


def _put(client: IMAPClient, uid: int, name: str) -> None:
    if client.has_capability("MOVE"):
        client.move([uid], name)
        return
    client.copy([uid], name)
    client.delete_messages([uid])
    if client.has_capability("UIDPLUS"):
        client.uid_expunge([uid])
    # Without UIDPLUS an EXPUNGE would take other people's deleted mail with it; marked is enough,
    # `arrivals` passes over what is marked.


def _is_gone(client: IMAPClient, uid: int) -> bool:
    """Whether a message was expunged; a server may tell so after NOOP, and never in an answer to SEARCH."""
    client.noop()
    return not client.search(["UID", str(uid)])


def _fetched(client: IMAPClient, uids: list[int], what: str, key: bytes) -> dict[int, tuple[bytes, datetime]]:
    rows: dict[int, dict[bytes, Any]] = client.fetch(uids, [what, "INTERNALDATE"]) if uids else {}
    return {
        uid: (row[key], _aware(row.get(b"INTERNALDATE")))
        for uid, row in rows.items()
        if row.get(key) is not None  # QUIRK: a message expunged meanwhile comes back without its body
    }


def _has_buffered(client: IMAPClient) -> bool:
    """Whether words of the server were read already, with the "+" of IDLE, where no selector sees them."""
    imap, wire = client._imap, client.socket()  # noqa: SLF001 - the buffer has no other door
    before = wire.gettimeout()
    wire.settimeout(0)
    try:
        return bool((getattr(imap, "_file", None) or imap.file).peek(1))
    except (BlockingIOError, ssl.SSLWantReadError):
        return False
    finally:
        wire.settimeout(before)


def _batches(sizes: Sequence[Sized]) -> Iterator[list[Sized]]:
    """Some messages at a time, so that one fetch is neither a round trip each nor the whole inbox."""
    batch: list[Sized] = []
    total = 0
    for uid, size in sizes:
        if batch and (len(batch) >= BODIES_AT_ONCE or total + size > BYTES_AT_ONCE):
            yield batch
            batch, total = [], 0
        batch.append((uid, size))
        total += size
    if batch:
        yield batch


def _aware(moment: datetime | None) -> datetime:
    if moment is None:
        return datetime.fromtimestamp(0, UTC)
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
