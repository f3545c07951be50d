"""One real server of the rig: started as our child, watched by its ports, gone when it is stopped."""

import contextlib
import os
import random
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

PATIENCE = 20.0  # seconds until a server is up, or gone
_STEP = 0.02
# Below the range from which the kernel takes ports of outgoing connections: a port stays ours
# while its server is stopped for a moment.
_PORTS = range(20_000, 32_000)


def free_ports(how_many: int) -> list[int]:
    """So many different ports of 127.0.0.1 that nobody listens on now."""
    chosen: list[int] = []
    for port in random.sample(_PORTS, len(_PORTS)):
        if _is_free(port):
            chosen.append(port)
        if len(chosen) == how_many:
            return chosen
    raise OSError("no free ports")


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


def is_open(port: int) -> bool:
    """Whether somebody listens there."""
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
        return True
    return False


def until(fact: Callable[[], bool], what: str, seconds: float = PATIENCE) -> None:
    """Return as soon as `fact` holds; raises TimeoutError naming `what`."""
    deadline = time.monotonic() + seconds
    while not fact():
        if time.monotonic() > deadline:
            raise TimeoutError(f"{what}: not within {seconds:g} s")
        time.sleep(_STEP)


def pids_of_session(session: int) -> list[int]:
    """Every living process of a session; what only waits for its parent's glance is dead."""
    return [pid for pid, state, theirs in _everybody() if theirs == session and state not in "ZX"]


def _everybody() -> Iterator[tuple[int, str, int]]:
    for folder in Path("/proc").iterdir():
        # It may end between the listing and the reading.
        with contextlib.suppress(OSError):
            if folder.name.isdigit():
                # QUIRK: the second field, the name, may hold blanks and brackets itself.
                fields = (folder / "stat").read_text().rpartition(")")[2].split()
                yield int(folder.name), fields[0], int(fields[3])


def end_session(session: int) -> None:
    """End whoever lives in a session, first politely; raises TimeoutError when somebody stays."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        for pid in pids_of_session(session):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, number)
        with contextlib.suppress(TimeoutError):
            return until(lambda: not pids_of_session(session), "the end", PATIENCE / 2)
    raise TimeoutError(f"session {session} does not end")


class Server:
    """A server program in the foreground, leader of a session, so that its children can be counted."""

    def __init__(self, command: Sequence[str], log: Path, greetings: Mapping[int, bytes]) -> None:
        self._command = command
        self._log = log
        self._greetings = greetings  # by port; empty where TLS comes first
        self._child: subprocess.Popen[bytes] | None = None

    @property
    def session(self) -> int | None:
        """The session that it leads; None while it is stopped."""
        return self._child.pid if self._child is not None else None

    def start(self) -> None:
        """Return when every port answers; raises OSError with the log when it does not come up."""
        with self._log.open("ab") as log:
            self._child = subprocess.Popen(
                self._command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
            )
        try:
            until(self._is_up, f"{self._command[0]} is up")
        except TimeoutError as error:
            self.stop()
            raise OSError(f"{error}\n{self._log.read_text(errors='replace')[-3000:]}") from error

    def stop(self) -> None:
        """Return when every one of its processes is gone and every port is closed."""
        if self._child is None:
            return
        child, self._child = self._child, None
        # The leader first: both masters end their children themselves, in good order.
        child.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(PATIENCE)
        with contextlib.suppress(TimeoutError):
            until(lambda: not pids_of_session(child.pid), "the end", 1.0)
        end_session(child.pid)
        child.wait()

    def pids(self) -> list[int]:
        """It and all its children, as far as they live."""
        return pids_of_session(self._child.pid) if self._child is not None else []

    def _is_up(self) -> bool:
        if self._child is not None and self._child.poll() is not None:
            raise TimeoutError(f"{self._command[0]} ended with status {self._child.returncode}")
        return all(_greets(port, greeting) for port, greeting in self._greetings.items())


def _greets(port: int, greeting: bytes) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=5) as line:
            return not greeting or line.recv(512).startswith(greeting)
    except OSError:
        return False
