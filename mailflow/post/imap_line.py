"""One IMAP connection with one folder open, made anew when it drops; says its faults as PostError.

How failures are classed: a dropped or silent line is temporary, and so is a login refused because
the server is busy.  A wrong password, a missing folder or a certificate nobody signed is not: a
person must change something.
"""

import contextlib
import imaplib
import logging
import re
import socket
import ssl
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from imapclient import IMAPClient
from imapclient.exceptions import CapabilityError, LoginError

from mailflow.ports import PostError
from mailflow.post.login import Login, Security, is_distrust, tls_context

log = logging.getLogger(__name__)

Result = TypeVar("Result")
GOODBYE = 3.0  # seconds that a farewell may take
# The last seven are how imaplib and imapclient put it when a server says what no server should say.
FAULTS = (
    imaplib.IMAP4.error,
    OSError,
    EOFError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    AssertionError,
    ArithmeticError,
    MemoryError,
)
_REFUSALS = (imaplib.IMAP4.error,)  # abort is among them: ask `is_line_fault` first
_BUSY = re.compile(
    r"\[(?:UNAVAILABLE|INUSE|LIMIT|SERVERBUG)\]|too many|temporar|try again|rate limit", re.IGNORECASE
)
_SHOWN = 200
_ASKED_TO_STOP = "we were asked to stop"


class ImapLine:
    """A logged in connection on which `folder` is selected; what it knows of the folder is from SELECT."""

    def __init__(self, login: Login, folder: str, *, largest: int) -> None:
        self.login = login
        self.folder = folder
        self._largest = largest  # bytes of a literal that are read
        self.validity = 0  # UIDVALIDITY
        self.next_uid = 0  # what the next new message will get at least
        self.exists = 0  # messages in it
        self._client: IMAPClient | None = None
        self._at_work = False
        self._hung_up = False

    def use(self, work: Callable[[IMAPClient], Result]) -> Result:
        """Do `work`; once more on a fresh connection when a kept one turns out to be dead."""
        with self.at_work():
            return self._used(work)

    @contextlib.contextmanager
    def at_work(self) -> Iterator[None]:
        """While the line is in use: what `hang_up` may end.  Raises PostError after `hang_up`."""
        try:
            self._at_work = True
            if self._hung_up:
                raise PostError(_ASKED_TO_STOP)
            yield
        except PostError:
            self.drop()
            raise
        finally:
            self._at_work = False

    def hang_up(self) -> None:
        """End what waits for the server, now and from now on, with PostError; from a signal's frame."""
        self._hung_up = True
        if self._at_work:
            raise PostError(_ASKED_TO_STOP)

    def _used(self, work: Callable[[IMAPClient], Result]) -> Result:
        fresh = self._client is None
        try:
            return work(self.opened())
        except FAULTS as fault:
            self.drop()
            if fresh or not is_line_fault(fault):
                raise self.trouble(fault) from fault
            log.info("the line to %s dropped; connecting again", self.login.place)
        try:
            return work(self.opened())
        except FAULTS as fault:
            self.drop()
            raise self.trouble(fault) from fault

    def opened(self) -> IMAPClient:
        """The connection, made and logged in if need be.  Raises PostError."""
        if self._client is None:
            try:
                self._client = self._connected()
            except LoginError as fault:
                raise self._refused_login(fault) from fault
            except CapabilityError as fault:
                raise self._lasting("offers no STARTTLS; check imap.security") from fault
            except FAULTS as fault:
                raise self.trouble(fault) from fault
        return self._client

    def select(self, client: IMAPClient) -> None:
        """Open the folder afresh: renumbering and what is new show here."""
        try:
            selected: dict[bytes, Any] = client.select_folder(self.folder)
        except _REFUSALS as fault:
            if is_line_fault(fault) or client.folder_exists(self.folder):
                raise
            raise self._lasting(f"has no folder {self.folder}; check imap.folder") from fault
        self.validity = int(selected.get(b"UIDVALIDITY", 0))
        self.exists = int(selected.get(b"EXISTS", 0))
        self.next_uid = int(selected.get(b"UIDNEXT", 0)) or max(client.search(), default=0) + 1

    def drop(self) -> None:
        """Forget the connection, without a word."""
        if self._client is not None:
            with contextlib.suppress(*FAULTS):
                self._client.shutdown()
        self._client = None

    def say_goodbye(self) -> None:
        """Log out if the server still listens; never raises."""
        if self._client is not None:
            with contextlib.suppress(*FAULTS):
                self._client.socket().settimeout(GOODBYE)
                self._client.logout()
        self.drop()

    def trouble(self, fault: BaseException) -> PostError:
        """One line for people about a server that cannot be used now."""
        if is_distrust(fault):
            return self._lasting(
                f"cannot be trusted ({_words(fault)}); check imap.host, imap.security and imap.ca_file"
            )
        return PostError(f"the IMAP server {self.login.place} cannot be used: {_words(fault)}")

    # --- making the connection ---

    def _connected(self) -> IMAPClient:
        login = self.login
        context = tls_context(login.ca_file) if login.security is not Security.NONE else None
        client = IMAPClient(
            login.host,
            login.port,
            ssl=login.security is Security.TLS,
            ssl_context=context if login.security is Security.TLS else None,
            timeout=login.timeout_seconds,
        )
        try:
            # QUIRK: imapclient sends SEARCH in pieces; without this the second waits for the server's delayed
            # acknowledgement of the first, some 40 ms each time.
            client.socket().setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            client.normalise_times = False
            _bound_literals(client, self._largest)
            if login.security is Security.STARTTLS:
                client.starttls(context)
            self._log_in(client)
            self.select(client)
        except BaseException:  # whoever stopped us: nobody would close it later
            with contextlib.suppress(*FAULTS):
                client.shutdown()
            raise
        return client

    def _log_in(self, client: IMAPClient) -> None:
        login = self.login
        if (login.user + login.password).isascii():
            client.login(login.user, login.password)
        else:
            client.plain_login(login.user, login.password)  # LOGIN knows no letters beyond ASCII

    def _refused_login(self, fault: LoginError) -> PostError:
        # QUIRK: imapclient says LoginError too when the line ended in the middle of it.
        if is_line_fault(fault.__context__) or _BUSY.search(str(fault)):
            return PostError(f"{self.login.place} lets nobody in at the moment")
        return self._lasting(f"refuses the login of {self.login.user}; check imap.user and the password")

    def _lasting(self, what: str) -> PostError:
        return PostError(f"{self.login.place} {what}", temporary=False)


def is_line_fault(fault: BaseException | None) -> bool:
    """Whether the line is dead, as opposed to a server that said no."""
    return isinstance(fault, imaplib.IMAP4.abort | OSError | EOFError)


def _bound_literals(client: IMAPClient, largest: int) -> None:
    """Never believe a server that announces more than we asked for: imaplib would make room for it."""
    imap = client._imap  # noqa: SLF001 - what reads has no other door
    read = imap.read

    def bounded(size: int) -> bytes:
        if size > largest:
            raise imaplib.IMAP4.abort(f"it announces {size} bytes at once")
        return bytes(read(size))

    imap.read = bounded


def _words(fault: BaseException) -> str:
    """What went wrong, in one line that names no secret."""
    if isinstance(fault, ssl.SSLError):
        return getattr(fault, "verify_message", "") or (fault.reason or "TLS").replace("_", " ").lower()
    if isinstance(fault, TimeoutError):
        return "it does not answer in time"
    if isinstance(fault, ConnectionRefusedError):
        return "it refuses the connection"
    if isinstance(fault, OSError) and fault.strerror:
        return fault.strerror
    if not isinstance(fault, imaplib.IMAP4.error):
        return f"it said what cannot be understood ({type(fault).__name__})"
    words = str(fault).splitlines()
    return words[0][:_SHOWN] if words else type(fault).__name__
