"""How to log in to a mail server: where, as whom, with what secret, trusting whom."""

import os
import shlex
import ssl
import stat
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from mailflow.ports import PostError

LONGEST_COMMAND = 60  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Login:
    """One server and one account; `security` is "tls", "starttls" or "none"."""

    host: str
    port: int
    security: str
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
        raise PostError(f"the CA file {ca_file} cannot be used: {fault}", temporary=False) from fault


def read_secret(*, literal: str | None, file: Path | None, env: str | None, command: str | None) -> str:
    """The password from wherever it is.  Raises PostError (not temporary) with what to do."""
    if literal is not None:
        return literal
    if file is not None:
        return _from_file(file)
    if env is not None:
        if env not in os.environ:
            raise PostError(
                f"the environment variable {env} is not set; it should hold a password", temporary=False
            )
        return os.environ[env]
    return _from_command(command or "")


def _from_file(file: Path) -> str:
    try:
        mode = file.stat().st_mode
        if mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise PostError(
                f"{file} holds a password and can be read by others; do: chmod 600 {file}", temporary=False
            )
        return file.read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as fault:
        reason = fault.strerror if isinstance(fault, OSError) else "it is no text"
        raise PostError(f"the password file {file} cannot be read: {reason}", temporary=False) from fault


def _from_command(command: str) -> str:
    try:
        # The operator's own command from the operator's own configuration, without a shell between.
        done = subprocess.run(  # noqa: S603 - see the line above
            shlex.split(command), capture_output=True, text=True, timeout=LONGEST_COMMAND, check=True
        )
    except subprocess.CalledProcessError as fault:
        raise PostError(
            f"password_command ended with status {fault.returncode}; run it by hand to see why",
            temporary=False,
        ) from fault
    except (OSError, ValueError, subprocess.TimeoutExpired) as fault:
        raise PostError(
            f"password_command could not be run: {type(fault).__name__}", temporary=False
        ) from fault
    secret = done.stdout.splitlines()[0] if done.stdout else ""
    if not secret:
        raise PostError("password_command printed nothing; it should print the password", temporary=False)
    return secret
