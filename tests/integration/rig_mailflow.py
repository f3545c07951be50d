"""The program as a child process, and what it tells systemd."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.integration.rig_daemon import until

PROMISED = 10.0  # seconds from SIGTERM to the end


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How a command ended."""

    exit_status: int
    out: str
    err: str
    seconds: float

    @property
    def lines(self) -> list[str]:
        """What it said on stderr, line by line."""
        return self.err.splitlines()


def mailflow(config: Path, *words: str) -> Ending:
    """Run one command to its end."""
    began = time.monotonic()
    done = subprocess.run(
        _command(config, words), capture_output=True, text=True, timeout=90, stdin=subprocess.DEVNULL
    )
    return Ending(
        exit_status=done.returncode, out=done.stdout, err=done.stderr, seconds=time.monotonic() - began
    )


def _command(config: Path, words: Sequence[str]) -> list[str]:
    return [sys.executable, "-m", "mailflow", "--config", str(config), *words]


class DaemonChild:
    """`mailflow run` in a process of its own, with a systemd that listens."""

    def __init__(self, child: "subprocess.Popen[str]", ear: socket.socket) -> None:
        self.child = child
        self._ear = ear
        self._heard: list[str] = []

    @property
    def heard(self) -> list[str]:
        """Every line it told systemd so far."""
        with contextlib.suppress(BlockingIOError):
            while True:
                self._heard += self._ear.recv(4096).decode().splitlines()
        return self._heard

    def waits_for(self, line: str, times: int = 1, seconds: float = 30.0) -> None:
        """Return when it has told systemd a line that begins so, so many times."""

        def was_told() -> bool:
            assert self.child.poll() is None, f"it ended with {self.child.returncode}"
            return sum(one.startswith(line) for one in self.heard) >= times

        until(was_told, f"{times} x {line}", seconds)

    def forget(self) -> None:
        """Count anew from here."""
        assert self.heard is self._heard
        self._heard.clear()

    def stops(self, number: int = signal.SIGTERM) -> Ending:
        """Ask it to stop and wait for its end; longer than promised is a failure."""
        began = time.monotonic()
        self.child.send_signal(number)
        out, err = self.child.communicate(timeout=PROMISED)
        return Ending(exit_status=self.child.returncode, out=out, err=err, seconds=time.monotonic() - began)


@contextlib.contextmanager
def daemon(config: Path, folder: Path, extra: Mapping[str, str] | None = None) -> Iterator[DaemonChild]:
    """A daemon from here to the end of the block; still running then, it is killed."""
    ear_at = folder / "notify"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ear:
        ear.bind(str(ear_at))
        ear.setblocking(False)
        child = subprocess.Popen(
            _command(config, ["run"]),
            env={**os.environ, "NOTIFY_SOCKET": str(ear_at), **(extra or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            yield DaemonChild(child, ear)
        finally:
            if child.poll() is None:
                child.kill()
            child.communicate()
            ear_at.unlink()
