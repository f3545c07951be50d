"""How to log in to a mail server: where, as whom, with what secret, trusting whom."""

import os
import shlex
import ssl
import stat
import subprocess
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from mailflow.ports import PostError

LONGEST_COMMAND = 60  # seconds
_LINE_ENDED = (ssl.SSLEOFError, ssl.SSLZeroReturnError, ssl.SSLSyscallError)


class Security(StrEnum):
    """How the line is protected."""

    TLS = "tls"  # from the first byte
    STARTTLS = "starttls"  # demanded, never merely tried
    NONE = "none"  # loopback only; the configuration sees to that


@dataclass(frozen=True, slots=True, kw_only=True)
class Login:
    """One server and one account."""

    host: str
    port: int
    security: Security
    user: str = ""
    password: str = field(default="", repr=False)
    ca_file: Path | None = None
    timeout_seconds: float = 60.0

    @property
    def place(self) -> str:
        """The server as people say it: host:port."""
        return f"{self.host}:{self.port}"


def tls_context(ca_file: Path | None) -> ssl.SSLContext:
    """A context that verifies, with the system's CAs or those of `ca_file`.  Raises PostError."""
    try:
        return ssl.create_default_context(cafile=str(ca_file) if ca_file else None)
    except (OSError, ssl.SSLError) as fault:
        reason = fault.strerror or type(fault).__name__
        raise PostError(f"the CA file {ca_file} cannot be used: {reason}", temporary=False) from fault


def is_distrust(fault: BaseException | None) -> bool:
    """Whether TLS failed in a way that waiting does not mend: a certificate, or no TLS there at all.

    A line that merely ended during the handshake is a server that restarts.
    """
    return isinstance(fault, ssl.SSLError) and not isinstance(fault, (*_LINE_ENDED, TimeoutError))


def read_secret(*, literal: str | None, file: Path | None, env: str | None, command: str | None) -> str:
    """The password from wherever it is.  Raises PostError (not temporary) with what to do."""
    if literal is not None:
        return literal
    if file is not None:
        return _from_file(file)
    if env is not None:
        return _from_environment(env)
    if command is not None:
        return _from_command(command)
    raise PostError(
        "no password is configured; set password, password_file, password_env or password_command",
        temporary=False,
    )


def _from_file(file: Path) -> str:
    try:
        # Only what everybody may read is refused: systemd hands credentials over as 0440 with an ACL,
        # and there the group's bits are the ACL's mask.
        if file.stat().st_mode & stat.S_IRWXO:
            raise PostError(
                f"{file} holds a password and anybody can read it; do: chmod o-rwx {file}", temporary=False
            )
        secret = file.read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as fault:
        reason = fault.strerror if isinstance(fault, OSError) else "it is no text"
        raise PostError(f"the password file {file} cannot be read: {reason}", temporary=False) from fault
    if not secret:
        raise PostError(f"the password file {file} is empty; write the password into it", temporary=False)
    return secret


def _from_environment(name: str) -> str:
    secret = os.environ.get(name, "")
    if not secret:
        raise PostError(
            f"the environment variable {name} is not set; it should hold a password", temporary=False
        )
    return secret


def _from_command(command: str) -> str:
    """The first line that the command prints; what it says on stderr stays with it."""
    done = _run(command)
    if done.returncode != 0:
        raise PostError(
            f"password_command ended with status {done.returncode}; run it by hand to see why",
            temporary=False,
        )
    secret = done.stdout.splitlines()[0] if done.stdout else ""
    if not secret:
        raise PostError("password_command printed nothing; it should print the password", temporary=False)
    return secret


def _run(command: str) -> subprocess.CompletedProcess[str]:
    try:
        words = shlex.split(command)
        if not words:
            raise PostError("password_command is empty; it should name a program", temporary=False)
        # The operator's own command from the operator's own configuration, without a shell between.
        return subprocess.run(  # noqa: S603 - see the line above
            words,
            capture_output=True,
            text=True,
            timeout=LONGEST_COMMAND,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except subprocess.TimeoutExpired:
        # Without the cause: it would carry what was printed so far.
        raise PostError(
            f"password_command took longer than {LONGEST_COMMAND} seconds; it must not ask anybody",
            temporary=False,
        ) from None
    except (OSError, ValueError) as fault:
        reason = (
            fault.strerror if isinstance(fault, OSError) and fault.strerror else "it cannot be understood"
        )
        raise PostError(f"password_command could not be run: {reason}", temporary=False) from None
