"""The inbox over IMAP (RFC 3501, 2177, 6851): only ever peeked at, filed after the store has committed.

How failures are classed: a dropped or silent line is temporary; the connection is made anew with
the next call.  A wrong password, a missing folder or a certificate nobody signed is not: a person
must change something.
"""

import contextlib
import imaplib
import logging
import select
import socket
import ssl
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any, TypeVar

from imapclient import IMAPClient
from imapclient.exceptions import CapabilityError, LoginError

from mailflow.ports import Arrival, Folder, PostError
from mailflow.post.login import Login, tls_context

log = logging.getLogger(__name__)

Result = TypeVar("Result")
LONGEST_IDLE = 29 * 60.0  # seconds; RFC 2177 says to begin anew before thirty minutes
BETWEEN_POLLS = 15.0  # seconds, where the server offers no IDLE
SIZES_AT_ONCE = 500
BODIES_AT_ONCE = 50
BYTES_AT_ONCE = 4_000_000
_SENT_NAMES = ("Sent", "Sent Items", "Sent Mail", "INBOX.Sent")
_FAULTS = (imaplib.IMAP4.error, CapabilityError, OSError, EOFError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What the server offers, for `mailflow check`."""

    capabilities: tuple[str, ...]
    folder: str
    messages: int
    filing: tuple[str, ...]


class ImapMailbox:
    """One folder of one account; implements ports.Mailbox."""

    def __init__(
        self,
        login: Login,
        *,
        folder: str = "INBOX",
        message_bytes: int = 10_000_000,
        prefix: str = "Mailflow",
        idle: bool = True,
    ) -> None:
        self._login = login
        self._folder = folder
        self._message_bytes = message_bytes
        self._prefix = prefix
        self._wants_idle = idle
        self._client: IMAPClient | None = None
        self._validity = 0
        self._filing: dict[Folder, str] = {}
        self._sent: str | None = None
        self._waker, self._woken = socket.socketpair()
        self._waker.setblocking(False)
        self._woken.setblocking(False)

    # --- the seam ---

    def arrivals(self) -> Iterator[Arrival]:
        """Everything waiting, oldest first; what vanishes meanwhile is skipped."""
        sizes = self._try(self._sizes)
        for batch in _batches(sizes):
            yield from self._try(partial(self._bodies, batch=batch))

    def file(self, arrival: Arrival, folder: Folder) -> None:
        """Move it; harmless when it is already gone or the mailbox was renumbered."""
        validity, _, uid = arrival.position.partition(":")
        self._try(lambda client: self._move(client, int(validity), int(uid), folder))

    def rest(self, seconds: float) -> None:
        """Return when new mail may be there, or after `seconds` at the latest."""
        if seconds <= 0:
            return
        client = self._connected()
        try:
            if self._wants_idle and client.has_capability("IDLE"):
                self._idle(client, min(seconds, LONGEST_IDLE))
            else:
                self._poll(client, seconds)
        except _FAULTS as fault:
            self._drop()
            raise self._trouble(fault) from fault
        self._drain()

    def interrupt(self) -> None:
        """Let a `rest` in progress return at once; may be called from a signal's frame."""
        with contextlib.suppress(OSError):
            self._waker.send(b"x")

    def holds_copy(self, message_id: str) -> bool:
        """Whether the server's sent folder has a message with this Message-ID."""
        return self._try(lambda client: self._search_sent(client, message_id))

    def close(self) -> None:
        """Log out; never raises."""
        if self._client is not None:
            with contextlib.suppress(*_FAULTS):
                self._client.logout()
        self._drop()
        self._waker.close()
        self._woken.close()

    def survey(self) -> Survey:
        """Log in, look round and make the filing folders.  Raises PostError."""

        def look(client: IMAPClient) -> Survey:
            filing = tuple(self._place(client, folder) for folder in Folder)
            for name in filing:
                self._make(client, name)
            return Survey(
                capabilities=tuple(sorted(one.decode("ascii", "replace") for one in client.capabilities())),
                folder=self._folder,
                messages=len(client.search()),
                filing=filing,
            )

        return self._try(look)

    # --- the connection ---

    def _try(self, work: Callable[[IMAPClient], Result]) -> Result:
        """Do `work`; once more on a fresh connection when the old one turns out to be dead."""
        fresh = self._client is None
        try:
            return work(self._connected())
        except _FAULTS as fault:
            self._drop()
            if fresh or not _is_line_fault(fault):
                raise self._trouble(fault) from fault
        try:
            return work(self._connected())
        except _FAULTS as fault:
            self._drop()
            raise self._trouble(fault) from fault

    def _connected(self) -> IMAPClient:
        if self._client is None:
            try:
                self._client = self._log_in()
            except LoginError as fault:
                raise PostError(
                    f"{self._login.place} refuses the login of {self._login.user}; "
                    "check imap.user and the password",
                    temporary=False,
                ) from fault
            except ssl.SSLError as fault:
                raise PostError(
                    f"{self._login.place} cannot be trusted ({_words(fault)}); "
                    "check imap.security and imap.ca_file",
                    temporary=False,
                ) from fault
            except _FAULTS as fault:
                raise self._trouble(fault) from fault
        return self._client

    def _log_in(self) -> IMAPClient:
        login = self._login
        context = tls_context(login.ca_file) if login.security != "none" else None
        client = IMAPClient(
            login.host,
            login.port,
            ssl=login.security == "tls",
            ssl_context=context if login.security == "tls" else None,
            timeout=login.timeout_seconds,
        )
        try:
            client.normalise_times = False
            if login.security == "starttls":
                client.starttls(context)
            client.login(login.user, login.password)
            self._select(client)
        except BaseException:
            with contextlib.suppress(*_FAULTS):
                client.shutdown()
            raise
        return client

    def _select(self, client: IMAPClient) -> None:
        try:
            selected: dict[bytes, Any] = client.select_folder(self._folder)
        except imaplib.IMAP4.abort:
            raise
        except imaplib.IMAP4.error as fault:
            raise PostError(
                f"{self._login.place} has no folder {self._folder}; check imap.folder", temporary=False
            ) from fault
        self._validity = int(selected.get(b"UIDVALIDITY", 0))

    def _drop(self) -> None:
        if self._client is not None:
            with contextlib.suppress(*_FAULTS):
                self._client.shutdown()
        self._client = None

    def _trouble(self, fault: BaseException) -> PostError:
        if isinstance(fault, PostError):
            return fault
        return PostError(f"the IMAP server {self._login.place} cannot be used: {_words(fault)}")

    # --- reading ---

    def _sizes(self, client: IMAPClient) -> list[tuple[int, int]]:
        """(UID, size) of everything in the folder, oldest first."""
        self._select(client)  # renumbering shows here; what an old line knew is forgotten
        uids = sorted(client.search(["NOT", "DELETED"]))
        sizes: list[tuple[int, int]] = []
        for start in range(0, len(uids), SIZES_AT_ONCE):
            found = client.fetch(uids[start : start + SIZES_AT_ONCE], ["RFC822.SIZE"])
            sizes.extend((uid, int(row.get(b"RFC822.SIZE", 0))) for uid, row in sorted(found.items()))
        return sizes

    def _bodies(self, client: IMAPClient, *, batch: Sequence[tuple[int, int]]) -> list[Arrival]:
        whole = [uid for uid, size in batch if size <= self._message_bytes]
        large = [uid for uid, size in batch if size > self._message_bytes]
        found = self._fetched(client, whole, "BODY.PEEK[]", b"BODY[]")
        found |= self._fetched(client, large, "BODY.PEEK[HEADER]", b"BODY[HEADER]")
        return [
            Arrival(
                raw=found[uid][0],
                position=f"{self._validity}:{uid}",
                received_at=found[uid][1],
                size=size,
                oversized=size > self._message_bytes,
            )
            for uid, size in batch
            if uid in found
        ]

    def _fetched(
        self, client: IMAPClient, uids: list[int], what: str, key: bytes
    ) -> dict[int, tuple[bytes, datetime]]:
        if not uids:
            return {}
        rows = client.fetch(uids, [what, "INTERNALDATE"])
        return {
            uid: (row[key], _aware(row.get(b"INTERNALDATE")))
            for uid, row in rows.items()
            if row.get(key) is not None  # QUIRK: a message expunged meanwhile comes back without its body
        }

    # --- filing ---

    def _move(self, client: IMAPClient, validity: int, uid: int, folder: Folder) -> None:
        if validity != self._validity:
            return
        name = self._place(client, folder)
        try:
            self._put(client, uid, name)
        except imaplib.IMAP4.abort:
            raise
        except imaplib.IMAP4.error:
            # Most likely [TRYCREATE]; if it was something else the second try says so.
            self._make(client, name)
            self._put(client, uid, name)

    def _put(self, client: IMAPClient, uid: int, name: str) -> None:
        if client.has_capability("MOVE"):
            client.move([uid], name)
            return
        client.copy([uid], name)
        client.delete_messages([uid])
        if client.has_capability("UIDPLUS"):
            client.uid_expunge([uid])
        # Without UIDPLUS an EXPUNGE would take other people's deleted mail with it; marked is enough,
        # `arrivals` passes over what is marked.

    def _place(self, client: IMAPClient, folder: Folder) -> str:
        """The folder's full name with this server's prefix and delimiter."""
        if folder not in self._filing:
            start, delimiter = _namespace(client)
            for one in Folder:
                self._filing[one] = f"{start}{self._prefix}{delimiter}{one.value}"
        return self._filing[folder]

    def _make(self, client: IMAPClient, name: str) -> None:
        if not client.folder_exists(name):
            client.create_folder(name)
        with contextlib.suppress(imaplib.IMAP4.error):
            client.subscribe_folder(name)

    # --- copies of our letters ---

    def _search_sent(self, client: IMAPClient, message_id: str) -> bool:
        if self._sent is None:
            self._sent = _sent_folder(client)
        if not self._sent:
            return False
        client.select_folder(self._sent, readonly=True)
        try:
            return bool(client.search(["HEADER", "Message-ID", message_id.strip("<>")]))
        finally:
            self._select(client)

    # --- waiting ---

    def _idle(self, client: IMAPClient, seconds: float) -> None:
        client.idle()
        # QUIRK: idle_check() raises on a line that comes in two pieces, and returns [] at once for ever
        # when the server is gone.  So only look whether anything can be read, and let idle_done() read:
        # on a dead line it raises.
        self._wait(client, seconds)
        client.idle_done()

    def _poll(self, client: IMAPClient, seconds: float) -> None:
        known = len(client.search(["NOT", "DELETED"]))
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if self._wait(None, min(left, BETWEEN_POLLS)):
                return
            client.noop()
            if len(client.search(["NOT", "DELETED"])) > known:
                return

    def _wait(self, client: IMAPClient | None, seconds: float) -> bool:
        """Wait until the server speaks, `interrupt` is called, or the time is over; True if one spoke."""
        if client is not None and _has_buffered(client):
            return True
        sockets = [self._woken] if client is None else [self._woken, client.socket()]
        readable, _, _ = select.select(sockets, [], [], seconds)
        return bool(readable)

    def _drain(self) -> None:
        with contextlib.suppress(OSError):
            while self._woken.recv(64):
                pass


def _has_buffered(client: IMAPClient) -> bool:
    """Whether TLS has read bytes already that select() cannot see."""
    wire = client.socket()
    return isinstance(wire, ssl.SSLSocket) and wire.pending() > 0


def _batches(sizes: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Some messages at a time, so that one fetch is neither a round trip each nor the whole inbox."""
    batch: list[tuple[int, int]] = []
    total = 0
    for uid, size in sizes:
        if batch and (len(batch) >= BODIES_AT_ONCE or total + size > BYTES_AT_ONCE):
            yield batch
            batch, total = [], 0
        batch.append((uid, size))
        total += size
    if batch:
        yield batch


def _namespace(client: IMAPClient) -> tuple[str, str]:
    """(prefix, delimiter) of our own folders (RFC 2342), from LIST where NAMESPACE is not offered."""
    if client.has_capability("NAMESPACE"):
        personal = client.namespace().personal
        if personal:
            prefix, delimiter = personal[0][0], personal[0][1]
            return _text(prefix), _text(delimiter) or "/"
    listed = client.list_folders("", "")
    return "", _text(listed[0][1]) if listed and listed[0][1] else "/"


def _sent_folder(client: IMAPClient) -> str:
    listed = client.list_folders()
    for flags, _, name in listed:
        if b"\\Sent" in flags:
            return str(name)
    names = {str(name) for _, _, name in listed}
    return next((name for name in _SENT_NAMES if name in names), "")


def _text(value: bytes | str) -> str:
    return value.decode("ascii", "replace") if isinstance(value, bytes) else str(value or "")


def _aware(moment: datetime | None) -> datetime:
    if moment is None:
        return datetime.fromtimestamp(0, UTC)
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _is_line_fault(fault: BaseException) -> bool:
    return isinstance(fault, imaplib.IMAP4.abort | OSError | EOFError)


def _words(fault: BaseException) -> str:
    """What went wrong, in one line that names no secret."""
    if isinstance(fault, TimeoutError):
        return "it does not answer in time"
    if isinstance(fault, ConnectionRefusedError):
        return "it refuses the connection"
    if isinstance(fault, OSError) and fault.strerror:
        return fault.strerror
    words = str(fault).splitlines()
    return words[0][:200] if words else type(fault).__name__
