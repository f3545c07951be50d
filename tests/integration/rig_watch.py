"""Tidies up after a test run that was killed.

Runs beside the rig and reads its standard input: the rig's folder, then "+N" for each server that was
started (N is its session) and "-N" for each that was stopped.  When the line ends, because the rig is
done or dead, whatever is left of all that is ended and removed.
"""

import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Self

from tests.integration.rig_daemon import end_session

_ROOT = Path(__file__).parents[2]


class Watch:
    """The line to a watcher of our own; closing it waits until everything is tidy."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-m", "tests.integration.rig_watch"]
        self._watcher = subprocess.Popen(
            command, cwd=_ROOT, stdin=subprocess.PIPE, text=True, start_new_session=True
        )
        self._tell(str(folder))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._watcher.communicate(timeout=60)
        if self._watcher.returncode:
            raise OSError("the watcher could not tidy up")

    def started(self, session: int) -> None:
        """A server leads this session now."""
        self._tell(f"+{session}")

    def stopped(self, session: int) -> None:
        """It is gone."""
        self._tell(f"-{session}")

    def _tell(self, line: str) -> None:
        assert self._watcher.stdin is not None
        self._watcher.stdin.write(line + "\n")
        self._watcher.stdin.flush()


def main() -> None:
    """Wait for the end of the line, then tidy up."""
    # Ctrl-C in a terminal is for the test run; its end is what we wait for.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    folder = Path(sys.stdin.readline().strip())
    sessions: set[int] = set()
    for line in sys.stdin:
        (sessions.add if line.startswith("+") else sessions.discard)(int(line[1:]))
    for session in sessions:
        end_session(session)
    if folder.name.startswith("mailflow-rig-"):
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
