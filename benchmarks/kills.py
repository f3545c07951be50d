"""The program killed at random moments while engagements run: what is kept, what is repeated.

    python -m benchmarks.kills [--kills 100] [--engagements 20] [--seed 1]

A third of the kills meet the daemon in real time, the rest `mailflow run --once`, whose time is given
by --as-of so that letters of unknown fate are settled without waiting for real.  Each kill falls a random
moment after something of its choice: the start, the lock on the store, the first commit, a file being
written, a letter in DATA.  The people and the tally live in this process, and so does the server, which
knows when it took each letter.
"""

import argparse
import contextlib
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.harness import SEATS, SERVICE, People, kickoff, world
from benchmarks.tally import Tally, command, more_than_allowed, repeats, said, seats_right, shown
from benchmarks.whereabouts import NETWORK, PLACES, DistantServer, Scene
from mailflow.store.disk import SPARE

# What a kill waits for, how often that is chosen, and within how many seconds after it the kill falls.
MOMENTS = {
    "start": (1, 0.5),
    "hold": (1, 0.5),
    "commit": (3, 1.0),
    "write": (1, 0.002),
    "data": (2, NETWORK * 2),
}
READ_EVERY = 0.3  # seconds, beside a daemon
PATIENCE = 5.0  # seconds that a kill waits for its moment
MOST_STARTS = 3000
CHILDREN_GO_WITHIN = 5.0  # seconds
UNKNOWN_FOR = timedelta(minutes=20)  # longer than a letter's fate stays unknown
QUIET_STARTS = 3  # so many times without anything new: all is settled


@dataclass(slots=True)
class Run:
    """One run of kills and restarts."""

    server: DistantServer
    people: People
    config: Path
    scene: Scene
    chance: random.Random
    moment: datetime
    read_at: float = 0.0  # when people last looked into their inboxes
    hit_at: dict[str, float] = field(default_factory=dict)  # when a kill first found a letter half-way
    killed_at: list[float] = field(default_factory=list)
    of_the_daemon: int = 0
    starts: int = 0
    given_up: set[str] = field(default_factory=set)  # Message-IDs of letters an operator had to resend
    orphans: int = 0
    tracebacks: int = 0
    places: Counter[str] = field(default_factory=Counter)

    def kill_and_restart(self, kills: int) -> None:
        """Start and kill until that many fell."""
        while len(self.killed_at) < kills and self.starts < MOST_STARTS:
            self._kill_once(daemon=len(self.killed_at) < kills // 3)
            self.people.read_and_answer(self.moment, self.chance)

    def _kill_once(self, *, daemon: bool) -> None:
        self.moment = datetime.now(UTC) if daemon else self.moment + timedelta(minutes=1)
        words = ["run"] if daemon else ["run", "--once", "--as-of", self.moment.isoformat()]
        child = self._started(*words)
        self._live(child, daemon=daemon)
        in_data, readers = self.server.in_data, _children_of(child.pid)
        if child.poll() is None:
            child.kill()
            self.killed_at.append(time.monotonic())
            self.of_the_daemon += daemon
            self._heard(child)
            self.places[self.scene.place_of_a_kill(held=self._holds(child), in_data=in_data)] += 1
            for letter in self.scene.hit:
                self.hit_at.setdefault(letter, self.killed_at[-1])
            self.orphans += _left_over(readers)
        else:
            self._heard(child)
            self.scene.look()

    def settle(self) -> None:
        """Run undisturbed until nothing new comes of it; then an operator resends what was given up."""
        self._run_until_quiet()
        for letter in json.loads(said(self.config, "letters", "list", "--json")):
            if letter["state"] == "failed":
                self.given_up.add(letter["message_id"])
                said(self.config, "letters", "resend", letter["key"])
        if self.given_up:
            self._run_until_quiet()

    def _run_until_quiet(self) -> None:
        quiet = 0
        while quiet < QUIET_STARTS and self.starts < MOST_STARTS:
            self.moment += UNKNOWN_FOR
            before = sum(self.people.copies.values())
            self._heard(self._started("run", "--once", "--as-of", self.moment.isoformat()))
            self.people.read_and_answer(self.moment)
            quiet = 0 if sum(self.people.copies.values()) > before else quiet + 1

    # --- one child ---

    def _started(self, *words: str) -> subprocess.Popen[str]:
        self.starts += 1
        return subprocess.Popen(
            command(self.config, *words), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        )

    def _live(self, child: subprocess.Popen[str], *, daemon: bool) -> None:
        """Let it live to a moment of chance; beside a daemon people go on reading and answering."""
        names, weights = list(MOMENTS), [often for often, _ in MOMENTS.values()]
        (moment,) = self.chance.choices(names, weights)
        before = self._commits()
        waits: dict[str, Callable[[], bool]] = {
            "start": lambda: True,
            "hold": lambda: self._holds(child),
            "commit": lambda: self._holds(child) and self._commits() != before,
            "write": lambda: any(self.scene.state.glob(f"engagements/*/{SPARE}*")),
            "data": lambda: self.server.in_data > 0,
        }
        self._pause(child, PATIENCE, daemon=daemon, until=waits[moment])
        self._pause(child, self.chance.uniform(0, MOMENTS[moment][1]), daemon=daemon)

    def _pause(
        self,
        child: subprocess.Popen[str],
        seconds: float,
        *,
        daemon: bool,
        until: Callable[[], bool] = lambda: False,
    ) -> None:
        end = time.monotonic() + seconds
        while child.poll() is None and time.monotonic() < end and not until():
            if daemon and time.monotonic() > self.read_at + READ_EVERY:
                self.people.read_and_answer(self.moment, self.chance)
                self.read_at = time.monotonic()
            time.sleep(0.001)

    def _holds(self, child: subprocess.Popen[str]) -> bool:
        with contextlib.suppress(OSError):
            return (self.scene.state / "lock").read_text().strip() == str(child.pid)
        return False

    def _commits(self) -> int:
        """What grows with every commit: each is counted behind its lock."""
        return sum(path.stat().st_size for path in (self.scene.state / "locks").glob("*"))

    def _heard(self, child: subprocess.Popen[str]) -> None:
        _, noise = child.communicate()
        self.tracebacks += "Traceback" in noise

    # --- after all of it ---

    def tally(self, engagements: int) -> Tally:
        """Count, from what people got and what the desk shows."""
        found = shown(self.config)
        return Tally(
            kills=len(self.killed_at),
            of_the_daemon=self.of_the_daemon,
            starts=self.starts,
            places=self.places,
            seats_right=seats_right(found, engagements),
            seats=engagements * len(SEATS),
            complete=sum(one["stage"] == "complete" for one in found),
            engagements=engagements,
            syntheses=sum(purposes.count("synthesis") == 1 for purposes in self.people.purposes.values()),
            letters=len(self.server.taken),
            repeats=repeats(self.server, self.people, self.hit_at),
            more_than_twice=more_than_allowed(self.server, self.given_up),
            given_up=len(self.given_up),
            orphans=self.orphans,
            tracebacks=self.tracebacks,
        )


def run(kills: int, engagements: int, seed: int) -> Tally:
    """Kill, restart, and count."""
    with tempfile.TemporaryDirectory(prefix="mailflow-kills-") as name:
        folder = Path(name)
        server = DistantServer()
        with world(folder, engagements, server) as (_, people, config):
            for number in range(engagements):
                server.drop(SERVICE, kickoff(number))
            scene = Scene(server=server, state=folder / "state")
            now = datetime.now(UTC)
            one = Run(
                server=server,
                people=people,
                config=config,
                scene=scene,
                chance=random.Random(seed),
                moment=now,
            )
            one.kill_and_restart(kills)
            one.settle()
            return one.tally(engagements)


def _children_of(pid: int) -> list[int]:
    with contextlib.suppress(OSError):
        return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return []


def _left_over(pids: list[int]) -> int:
    """How many of a killed program's children outlive it."""
    until = time.monotonic() + CHILDREN_GO_WITHIN
    while (left := sum(_lives(pid) for pid in pids)) and time.monotonic() < until:
        time.sleep(0.01)
    return left


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


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
    print(
        f"killed {tally.kills} times in {tally.starts} starts ({tally.of_the_daemon} times as a daemon), "
        f"{tally.engagements} engagements; the kills fell"
    )
    for place in PLACES:
        print(f"  {place:<48} {tally.places[place]}")
    print(f"experts whose pieces are kept    {tally.seats_right} of {tally.seats}")
    print(f"complete                         {tally.complete} of {tally.engagements}")
    print(f"with exactly one synthesis       {tally.syntheses} of {tally.engagements}")
    print(
        f"letters (Message-IDs)            {tally.letters}, twice {len(tally.repeats)} "
        f"(other bytes {tally.changed}), more {tally.more_than_twice}"
    )
    print(
        f"taken and killed before kept     {1000 * tally.usual_gap:.0f} ms apart, "
        f"{1000 * tally.longest_gap:.0f} at most"
    )
    print(f"given up, resent by an operator  {tally.given_up}")
    print(f"children left, tracebacks        {tally.orphans}, {tally.tracebacks}")
    return 0 if tally.is_good else 1


if __name__ == "__main__":
    sys.exit(main())
