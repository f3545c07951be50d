"""One SMTP connection (RFC 5321): how it is made, and one letter's transaction on it.

How failures are classed.  The server cannot be reached, does not speak TLS we trust, refuses our
login or our sender: Away, it says nothing about any letter.  4xx: refused for now.  5xx: refused for
good.  The line ends before the body was handed over: Dropped, nothing left the house.  It ends after
the final dot might have been heard: Lost (RFC 1047 names the gap).
"""

import asyncio
import contextlib
import re
import ssl
from dataclasses import dataclass

import aiosmtplib
from aiosmtplib import SMTP, SMTPResponse

from mailflow.ports import Accepted, Away, Fate, Letter, Lost, PostError, Refused
from mailflow.post.login import Login, Security, is_distrust, tls_context

LINE_FAULTS = (aiosmtplib.SMTPServerDisconnected, aiosmtplib.SMTPTimeoutError, OSError, EOFError)
GOODBYE = 3.0  # seconds that a farewell may take
TURNS_TO_CLOSE = 3  # of the loop: TLS is told, then the transport below it, then the socket
START_OF_BODY = 354
SERVER_CLOSES = 421
LOGIN_WANTED = 530
_LINE_ENDS = re.compile(rb"\r\n|\r|\n")
_DOTS = re.compile(rb"(?m)^\.")
_ADDRESS = re.compile(r"[^\s<>@]+@[^\s<>@]+")
_READ = 1000  # characters of a server's words that are looked at
_SHOWN = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """The line ended before the letter left the house."""

    reason: str


async def connected(login: Login, hello: str | None) -> SMTP | Away:
    """A line that is trusted and logged in, or why there is none.  Never raises."""
    line: SMTP | None = None
    try:
        line = SMTP(
            hostname=login.host,
            port=login.port,
            local_hostname=hello,
            use_tls=login.security is Security.TLS,
            start_tls=login.security is Security.STARTTLS,
            tls_context=tls_context(login.ca_file) if login.security is not Security.NONE else None,
            timeout=login.timeout_seconds,
        )
        await line.connect()
        if login.user:
            await line.login(login.user, login.password)
    except PostError as fault:
        return Away(reason=str(fault), temporary=fault.temporary)
    # ValueError and RuntimeError are how aiosmtplib puts settings it cannot use.
    except (aiosmtplib.SMTPException, OSError, EOFError, ValueError, RuntimeError) as fault:
        cut(line)
        return _away(login, fault)
    except BaseException:  # stopped while we knocked: nobody would close it later
        cut(line)
        raise
    return line


def cut(line: SMTP | None) -> None:
    """End a line at once; its socket is closed on the loop's next turn but one (`closed` waits for that).

    QUIRK: `SMTP.close()` alone lets TLS wait for the other side's goodbye, up to half a minute.
    """
    if line is None:
        return
    transport = line.transport
    line.close()
    if isinstance(transport, asyncio.WriteTransport):
        transport.abort()


async def closed() -> None:
    """Give the loop the turns it needs to close the sockets of lines that were cut."""
    for _ in range(TURNS_TO_CLOSE):
        await asyncio.sleep(0)


async def transfer(line: SMTP, sender: str, letter: Letter) -> Fate | Dropped:
    """One transaction; only what happens after the body began to leave can be Lost.  Never raises."""
    try:
        refusal = await _envelope(line, sender, letter.to)
    except LINE_FAULTS as fault:
        cut(line)
        return Dropped(reason=f"the line ended before the letter left: {type(fault).__name__}")
    if refusal is not None:
        return refusal
    return await _body(line, letter.raw)


async def alive(line: SMTP) -> bool:
    """Whether the line still answers; servers drop idle ones without a word."""
    try:
        await line.noop()
    except (aiosmtplib.SMTPException, OSError, EOFError):
        cut(line)
    except BaseException:  # stopped while we asked: nobody would close it later
        cut(line)
        raise
    return line.is_connected


async def refusal_of(line: SMTP, sender: str, address: str) -> str:
    """Why the server takes no letter to `address`; empty: it would.  Raises what a line raises, PostError."""
    refusal = await _envelope(line, sender, address, stop=True)
    if isinstance(refusal, Away):
        raise PostError(refusal.reason, temporary=refusal.temporary)
    if isinstance(refusal, Dropped):
        raise PostError(refusal.reason)
    return refusal.reason if refusal is not None else ""


async def say_goodbye(line: SMTP) -> None:
    """Leave politely if the server still listens; never raises."""
    with contextlib.suppress(aiosmtplib.SMTPException, OSError, EOFError):
        # Not `SMTP.quit()`: it closes the line in a way that waits for the other side.
        await line.execute_command(b"QUIT", timeout=GOODBYE)
    cut(line)


# --- one transaction ---


async def _envelope(
    line: SMTP, sender: str, address: str, *, stop: bool = False
) -> Refused | Away | Dropped | None:
    """MAIL, RCPT and DATA, up to where the body may follow; None: it may."""
    try:
        await line.mail(sender)
    except aiosmtplib.SMTPResponseException as fault:
        await _begin_anew(line)
        return _sender_refused(fault.code, fault.message)
    try:
        await line.rcpt(address)
        if stop:
            await _begin_anew(line)
            return None
        answer = await line.execute_command(b"DATA")
    except aiosmtplib.SMTPResponseException as fault:
        answer = SMTPResponse(fault.code, fault.message)
    if answer.code == START_OF_BODY:
        return None
    await _begin_anew(line)
    return _refused_before_body(answer.code, answer.message)


async def _body(line: SMTP, raw: bytes) -> Fate | Dropped:
    """The letter itself.  Not `SMTP.data()`, which does not tell a fault before it from one after."""
    wire, timeout = line.protocol, line.timeout
    if wire is None or not wire.is_connected:
        return Dropped(reason="the line ended before the letter left")
    try:
        wire.write(_on_the_wire(raw))
        answer = await wire.read_response(timeout=timeout)
    # Whatever it was, a wish to stop included: the letter may have left, and only Lost says so.
    except (Exception, asyncio.CancelledError) as fault:
        cut(line)
        return Lost(reason=f"no answer after the letter left: {type(fault).__name__}")
    if answer.code == SERVER_CLOSES:
        cut(line)
    if 200 <= answer.code < 300:
        return Accepted()
    if 400 <= answer.code < 600:
        return _refused(answer.code, answer.message)
    cut(line)
    return Lost(reason=f"an answer that means nothing after the letter left: {answer.code}")


def _on_the_wire(raw: bytes) -> bytes:
    """CRLF alone ends a line, a dot at its start is doubled: nobody can end the letter from inside."""
    lines = _LINE_ENDS.sub(b"\r\n", raw)
    if not lines.endswith(b"\r\n"):
        lines += b"\r\n"
    return _DOTS.sub(b"..", lines) + b".\r\n"


async def _begin_anew(line: SMTP) -> None:
    with contextlib.suppress(aiosmtplib.SMTPException, OSError, EOFError):
        await line.rset()


# --- what a refusal means ---


def _sender_refused(code: int, message: str) -> Refused | Away | Dropped:
    """The sender is always us: a lasting refusal is about our account, not about whom we write to."""
    if 500 <= code < 600:
        return Away(
            reason=f"the SMTP server takes nothing from us: {code} {masked(message)}; check smtp.user",
            temporary=False,
        )
    return _refused_before_body(code, message)


def _refused_before_body(code: int, message: str) -> Refused | Away | Dropped:
    if code == SERVER_CLOSES:
        return Dropped(reason=f"{code} {masked(message)}")
    if code == LOGIN_WANTED:
        return Away(reason="the SMTP server wants a login; check smtp.user", temporary=False)
    return _refused(code, message)


def _refused(code: int, message: str) -> Refused:
    return Refused(temporary=not 500 <= code < 600, reason=f"{code} {masked(message)}".strip())


def _away(login: Login, fault: BaseException) -> Away:
    cause = fault if isinstance(fault, ssl.SSLError) else fault.__cause__
    if is_distrust(cause):
        reason = f"{login.place} cannot be trusted; check smtp.host, smtp.security and smtp.ca_file"
        return Away(reason=reason, temporary=False)
    if isinstance(fault, aiosmtplib.SMTPAuthenticationError) and not 400 <= fault.code < 500:
        reason = f"{login.place} refuses the login of {login.user}; check smtp.user and the password"
        return Away(reason=reason, temporary=False)
    # aiosmtplib says with its plainest exception that STARTTLS or AUTH is not offered.
    lasting = type(fault) is aiosmtplib.SMTPException or isinstance(fault, ValueError)
    advice = "; check smtp.user and smtp.security" if lasting else ""
    words = masked(_words(fault))
    return Away(
        reason=f"the SMTP server {login.place} cannot be used: {words}{advice}", temporary=not lasting
    )


def _words(fault: BaseException) -> str:
    if isinstance(fault, UnicodeError):
        return "the login has letters it cannot say"  # the fault's own words would show some of them
    if isinstance(fault, aiosmtplib.SMTPResponseException):
        return f"{fault.code} {fault.message}"
    return str(fault) or type(fault).__name__


def masked(text: str) -> str:
    """A server's words in one line that any store can hold, without anybody's address."""
    seen = text[:_READ].encode("utf-8", "replace").decode()
    printable = "".join(one if one.isprintable() else " " for one in seen)
    return _ADDRESS.sub("<address>", " ".join(printable.split()))[:_SHOWN]
