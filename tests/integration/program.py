"""The program as an admin meets it: a process with a status, what it prints, and what it complains of."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
MAILFLOW = (sys.executable, "-m", "mailflow")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What came of one command."""

    code: int
    out: str
    err: str

    @property
    def line(self) -> str:
        """The one line on stderr; more or fewer is a fault."""
        (line,) = self.err.splitlines()
        return line


def surroundings(**more: str) -> dict[str, str]:
    """The environment without a configuration of the machine's own, and with nothing that colours."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MAILFLOW_")}
    return {**kept, "PYTHONPATH": str(ROOT), **more}


def mailflow(
    *words: str | Path,
    cwd: Path | None = None,
    typed: str | bytes | None = None,
    environ: Mapping[str, str] | None = None,
    before: tuple[str, ...] = (),
) -> Ran:
    """Run `mailflow WORDS`; no traceback may ever show."""
    given = typed.encode() if isinstance(typed, str) else typed
    done = subprocess.run(
        [*before, *MAILFLOW, *map(str, words)],
        cwd=cwd,
        input=given,
        stdin=None if given is not None else subprocess.DEVNULL,
        capture_output=True,
        env=surroundings(**(environ or {})),
        timeout=120,
        check=False,
    )
    ran = Ran(code=done.returncode, out=done.stdout.decode(), err=done.stderr.decode())
    assert "Traceback" not in ran.out + ran.err, ran.err
    return ran
