"""Letters over SMTP (RFC 5321), some at a time on connections that are kept: the product's only asyncio.

How failures are classed.  The server cannot be reached, does not speak TLS we trust, or refuses our
login: Away, it says nothing about any letter.  4xx: refused for now.  5xx: refused for good.  The
line ends before the body was handed over: refused for now, nothing left the house.  It ends after
the final dot might have been heard: Lost (RFC 1047 names the gap).
"""

import asyncio
import contextlib
import re
import ssl
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import aiosmtplib
from aiosmtplib import SMTP

from mailflow.identity import is_address
from mailflow.ports import Accepted, Away, Fate, Letter, Lost, PostError, Refused
from mailflow.post.login import Login, tls_context

_ADDRESS = re.compile(r"[^\s<>@]+@[^\s<>@]+")
_SHOWN = 200
_LINE_FAULTS = (aiosmtplib.SMTPServerDisconnected, aiosmtplib.SMTPTimeoutError, OSError, EOFError)
GOODBYE = 5.0  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What the server offers, for `mailflow check`."""

    extensions: tuple[str, ...]
    logged_in: bool


class SmtpOutbox:
    """A way to hand letters to one server; implements ports.Outbox.  Belongs to one thread."""

    def __init__(self, login: Login, *, sender: str, connections: int = 4) -> None:
        self._login = login
        self._sender = sender
        self._most = connections
        self._loop: asyncio.AbstractEventLoop | None = None
        self._lines: list[SMTP] = []

    # --- the seam ---

    def send(self, letters: Sequence[Letter]) -> Iterator[tuple[Letter, Fate]]:
        """Hand them over, several at a time; each is yielded once with its fate.  Never raises."""
        if not letters:
            return
        loop = self._own_loop()
        waiting = asyncio.Queue[Letter]()
        settled = asyncio.Queue[tuple[Letter, Fate]]()
        for letter in letters:
            waiting.put_nowait(letter)
        self._away: Away | None = None
        number = min(self._most, len(letters))
        workers = [loop.create_task(self._work(place, waiting, settled)) for place in range(number)]
        for _ in letters:
            yield loop.run_until_complete(settled.get())
        loop.run_until_complete(asyncio.gather(*workers))

    def close(self) -> None:
        """Say goodbye; never raises."""
        if self._loop is not None:
            self._loop.run_until_complete(self._quit())
            self._loop.run_until_complete(self._loop.shutdown_asyncgens())
            self._loop.close()
            self._loop = None

    def survey(self) -> Survey:
        """Connect, say who we are, log in.  Raises PostError."""
        loop = self._own_loop()
        line = loop.run_until_complete(self._connected())
        if isinstance(line, Away):
            raise PostError(line.reason, temporary=line.temporary)
        try:
            return Survey(extensions=tuple(sorted(line.esmtp_extensions)), logged_in=bool(self._login.user))
        finally:
            loop.run_until_complete(_say_goodbye(line))

    def refuses(self, address: str) -> str:
        """Why the server would not take a letter to `address`; empty: it would.  Nothing is sent.

        Raises PostError.
        """
        loop = self._own_loop()
        line = loop.run_until_complete(self._connected())
        if isinstance(line, Away):
            raise PostError(line.reason, temporary=line.temporary)
        try:
            loop.run_until_complete(_ask(line, self._sender, address))
        except aiosmtplib.SMTPResponseException as fault:
            return _refused(fault.code, fault.message).reason
        except _LINE_FAULTS as fault:
            raise PostError(f"the SMTP server {self._login.place} went away while asked") from fault
        finally:
            loop.run_until_complete(_say_goodbye(line))
        return ""

    # --- one connection after another letter ---

    def _own_loop(self) -> asyncio.AbstractEventLoop:
        if self._loop is None:
            self._loop = asyncio.new_event_loop()
        return self._loop

    async def _work(
        self, place: int, waiting: "asyncio.Queue[Letter]", settled: "asyncio.Queue[tuple[Letter, Fate]]"
    ) -> None:
        """Send what waits until nothing does; after an Away the rest shares its fate, without hammering."""
        line = self._lines.pop() if self._lines else None
        del place
        while not waiting.empty():
            letter = waiting.get_nowait()
            if self._away is not None:
                settled.put_nowait((letter, self._away))
                continue
            line, fate = await self._hand_over(line, letter)
            if isinstance(fate, Away):
                self._away = fate
            settled.put_nowait((letter, fate))
        if line is not None:
            self._lines.append(line)

    async def _hand_over(self, line: SMTP | None, letter: Letter) -> tuple[SMTP | None, Fate]:
        if not is_address(letter.to):
            return line, Refused(temporary=False, reason="not an address that can be written to")
        line = await _alive(line)
        if line is None:
            fresh = await self._connected()
            if isinstance(fresh, Away):
                return None, fresh
            line = fresh
        fate = await self._transfer(line, letter)
        if isinstance(fate, Lost) or not line.is_connected:
            line.close()
            return None, fate
        return line, fate

    async def _transfer(self, line: SMTP, letter: Letter) -> Fate:
        """One SMTP transaction; only what happens after the body began to leave can be Lost."""
        try:
            await line.mail(self._sender)
            await line.rcpt(letter.to)
        except aiosmtplib.SMTPResponseException as fault:
            await _reset(line)
            return _refused(fault.code, fault.message)
        except _LINE_FAULTS as fault:
            line.close()
            return Refused(
                temporary=True, reason=f"the line ended before the letter left: {type(fault).__name__}"
            )
        try:
            await line.data(letter.raw)
        except aiosmtplib.SMTPResponseException as fault:
            if fault.code < 0:  # aiosmtplib's way to say that no answer could be read
                return Lost(reason="no answer after the letter left")
            await _reset(line)
            return _refused(fault.code, fault.message)
        except _LINE_FAULTS as fault:
            return Lost(reason=f"the line ended after the letter left: {type(fault).__name__}")
        return Accepted()

    # --- connecting ---

    async def _connected(self) -> SMTP | Away:
        login = self._login
        line: SMTP | None = None
        try:
            line = SMTP(
                hostname=login.host,
                port=login.port,
                use_tls=login.security == "tls",
                start_tls=login.security == "starttls",
                tls_context=tls_context(login.ca_file) if login.security != "none" else None,
                timeout=login.timeout_seconds,
            )
            await line.connect()
            if login.user:
                await line.login(login.user, login.password)
        except PostError as fault:
            return Away(reason=str(fault), temporary=fault.temporary)
        except aiosmtplib.SMTPAuthenticationError:
            _close(line)
            return Away(
                reason=f"{login.place} refuses the login of {login.user}; check smtp.user and the password",
                temporary=False,
            )
        except (aiosmtplib.SMTPException, OSError, EOFError) as fault:
            _close(line)
            return self._away_for(fault)
        return line

    def _away_for(self, fault: BaseException) -> Away:
        cause = fault.__cause__ if isinstance(fault.__cause__, ssl.SSLError) else fault
        if isinstance(cause, ssl.SSLError):
            reason = f"{self._login.place} cannot be trusted; check smtp.security and smtp.ca_file"
            return Away(reason=reason, temporary=False)
        if isinstance(fault, aiosmtplib.SMTPException) and "STARTTLS" in str(fault):
            reason = f"{self._login.place} offers no STARTTLS; check smtp.security"
            return Away(reason=reason, temporary=False)
        words = _masked(str(fault)) or type(fault).__name__
        return Away(reason=f"the SMTP server {self._login.place} cannot be used: {words}")

    async def _quit(self) -> None:
        for line in self._lines:
            await _say_goodbye(line)
        self._lines.clear()


async def _alive(line: SMTP | None) -> SMTP | None:
    """The line if it still answers; servers drop idle ones without a word."""
    if line is None:
        return None
    try:
        await line.noop()
    except (aiosmtplib.SMTPException, OSError, EOFError):
        line.close()
        return None
    return line


async def _ask(line: SMTP, sender: str, address: str) -> None:
    await line.mail(sender)
    await line.rcpt(address)
    await line.rset()


async def _reset(line: SMTP) -> None:
    with contextlib.suppress(aiosmtplib.SMTPException, OSError, EOFError):
        await line.rset()


async def _say_goodbye(line: SMTP) -> None:
    with contextlib.suppress(aiosmtplib.SMTPException, OSError, EOFError, TimeoutError):
        await asyncio.wait_for(line.quit(), GOODBYE)
    line.close()


def _close(line: SMTP | None) -> None:
    if line is not None:
        line.close()


def _refused(code: int, message: str) -> Refused:
    return Refused(temporary=not 500 <= code < 600, reason=f"{code} {_masked(message)}".strip())


def _masked(text: str) -> str:
    """A server's words in one line, without anybody's address."""
    return _ADDRESS.sub("<address>", " ".join(text.split()))[:_SHOWN]
