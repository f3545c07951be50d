"""The program killed at random moments while engagements run: what is kept, what is repeated.

    python -m benchmarks.kills [--kills 100] [--engagements 20] [--seed 1]

The program is `mailflow run --once` as a child of its own; the people and the tally live in this
process.  Time is given by --as-of, one minute a start, so that letters of unknown fate are settled
without waiting for real.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from benchmarks.harness import MONDAY, SERVICE, answer_for, expert_address, kickoff, world

MOST_STARTS = 2000
QUIET_STARTS = 20  # minutes without anything new before we believe that all is settled


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What was found after all the kills."""

    kills: int
    starts: int
    pieces_kept: int
    pieces_given: int
    complete: int
    engagements: int
    syntheses: int  # engagements with exactly one synthesis letter
    letters: int
    repeated: int  # Message-IDs that came twice
    more_than_twice: int
    tracebacks: int

    @property
    def is_good(self) -> bool:
        """Nothing lost, one synthesis each, nothing more than twice, no traceback."""
        return (
            self.pieces_kept == self.pieces_given
            and self.complete == self.syntheses == self.engagements
            and self.more_than_twice == 0
            and self.tracebacks == 0
        )


def run(kills: int, engagements: int, seed: int) -> Tally:
    """Kill, restart, and count."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="mailflow-kills-") as name:
        folder = Path(name)
        with world(folder, engagements) as (server, people, config):
            for number in range(engagements):
                server.drop(SERVICE, kickoff(number))
            done, starts, moment, quiet, tracebacks = 0, 0, MONDAY, 0, 0
            usual = _usual(config, moment)
            while quiet < QUIET_STARTS and starts < MOST_STARTS:
                starts += 1
                moment += timedelta(minutes=1)
                if moment.hour >= 17:
                    moment = moment.replace(hour=9) + timedelta(days=1)
                killed, noise = _start(config, moment, chance.uniform(0.0, usual) if done < kills else None)
                done += killed
                tracebacks += "Traceback" in noise
                before = sum(people.copies.values())
                people.read_and_answer(moment)
                moved = sum(people.copies.values()) > before or killed
                quiet = 0 if moved or done < kills else quiet + 1
            shown = _shown(config)
    given = {
        f"Advice {n} of {expert_address(number, seat)}: practise it every week"
        for number in range(engagements)
        for seat in (1, 2, 3)
        for n in (1, 2, 3)
    }
    kept = {advice["text"] for one in shown for expert in one["experts"] for advice in expert["advice"] or ()}
    assert answer_for("x")
    return Tally(
        kills=done,
        starts=starts,
        pieces_kept=len(given & kept),
        pieces_given=len(given),
        complete=sum(one["stage"] == "complete" for one in shown),
        engagements=engagements,
        syntheses=sum(purposes.count("synthesis") == 1 for purposes in people.purposes.values()),
        letters=len(people.copies),
        repeated=sum(copies == 2 for copies in people.copies.values()),
        more_than_twice=sum(copies > 2 for copies in people.copies.values()),
        tracebacks=tracebacks,
    )


def _command(config: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "mailflow", "--config", str(config), *words]


def _usual(config: Path, moment: datetime) -> float:
    """How long one undisturbed start takes, so that kills fall all over it."""
    start = time.perf_counter()
    _start(config, moment, None)
    return (time.perf_counter() - start) * 1.2


def _start(config: Path, moment: datetime, kill_after: float | None) -> tuple[bool, str]:
    """Run one pass, killed after so many seconds if it is not through by then."""
    child = subprocess.Popen(
        _command(config, "run", "--once", "--as-of", moment.isoformat()),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        _, noise = child.communicate(timeout=kill_after)
    except subprocess.TimeoutExpired:
        child.kill()
        _, noise = child.communicate()
        return True, noise
    return False, noise


def _shown(config: Path) -> list[dict]:
    listed = subprocess.run(_command(config, "list", "--json"), capture_output=True, check=True)
    return [
        json.loads(
            subprocess.run(
                _command(config, "show", "--json", row["id"]), capture_output=True, check=True
            ).stdout
        )
        for row in json.loads(listed.stdout)
    ]


def main(arguments: list[str] | None = None) -> int:
    """Print the tally; 1 where a promise was broken."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--engagements", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    tally = run(chosen.kills, chosen.engagements, chosen.seed)
    print(f"killed {tally.kills} times in {tally.starts} starts, {tally.engagements} engagements")
    print(f"pieces of advice kept        {tally.pieces_kept} of {tally.pieces_given}")
    print(f"complete                     {tally.complete} of {tally.engagements}")
    print(f"with exactly one synthesis   {tally.syntheses} of {tally.engagements}")
    print(
        f"letters (Message-IDs)        {tally.letters}, twice {tally.repeated}, more {tally.more_than_twice}"
    )
    print(f"tracebacks                   {tally.tracebacks}")
    return 0 if tally.is_good else 1


if __name__ == "__main__":
    sys.exit(main())
