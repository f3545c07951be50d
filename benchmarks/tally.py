"""What is counted after all the kills, from what people got and what the desk shows."""

import json
import statistics
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from email import message_from_bytes
from pathlib import Path

from benchmarks.harness import SEATS, People, expert_address, pieces_of
from benchmarks.whereabouts import DistantServer

MOST_COPIES = 2  # of a letter that is sent without being told to


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """A letter that came twice."""

    message_id: str
    gap: float  # seconds from when the server took the first copy to the kill that found it half-way
    same_bytes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What was found after all the kills."""

    kills: int
    of_the_daemon: int
    starts: int
    places: Counter[str]
    seats_right: int  # experts whose three pieces are kept, in order, and nothing else
    seats: int
    complete: int
    engagements: int
    syntheses: int  # engagements with exactly one synthesis letter
    letters: int
    repeats: tuple[Repeat, ...]
    more_than_twice: int  # without an operator's word
    given_up: int  # whose fate stayed unknown twice: an operator was told, and resent them
    orphans: int
    tracebacks: int

    @property
    def changed(self) -> int:
        """Repeats that are not the same letter, byte by byte."""
        return sum(not repeat.same_bytes for repeat in self.repeats)

    @property
    def usual_gap(self) -> float:
        """The median of the same."""
        return statistics.median([repeat.gap for repeat in self.repeats] or [0.0])

    @property
    def longest_gap(self) -> float:
        """The longest time from a letter's being taken to the kill that made us repeat it."""
        return max((repeat.gap for repeat in self.repeats), default=0.0)

    @property
    def is_good(self) -> bool:
        """Nothing lost, one synthesis each, the same bytes twice at most, nobody left, no traceback."""
        return (
            self.seats_right == self.seats
            and self.complete == self.syntheses == self.engagements
            and self.more_than_twice == self.changed == self.orphans == self.tracebacks == 0
        )


def command(config: Path, *words: str) -> list[str]:
    """A command line of the program."""
    return [sys.executable, "-m", "mailflow", "--config", str(config), *words]


def said(config: Path, *words: str) -> bytes:
    """What a command says; it must succeed."""
    return subprocess.run(command(config, *words), capture_output=True, check=True).stdout


def seats_right(shown: Sequence[dict], engagements: int) -> int:
    """How many experts have their own three pieces in their seat, in order, and nothing else."""
    kept = {
        expert["email"]: [piece["text"] for piece in expert["advice"] or ()]
        for one in shown
        for expert in one["experts"]
    }
    addresses = [expert_address(number, seat) for number in range(engagements) for seat, _ in SEATS]
    return sum(kept.get(address) == pieces_of(address) for address in addresses)


def shown(config: Path) -> list[dict]:
    """Every engagement as `mailflow show --json` has it."""
    return [
        json.loads(said(config, "show", "--json", row["id"]))
        for row in json.loads(said(config, "list", "--json"))
    ]


def repeats(server: DistantServer, people: People, hit_at: dict[str, float]) -> tuple[Repeat, ...]:
    """The letters that came more than once, and how long after the first copy we were killed."""
    bodies: dict[str, set[bytes]] = {}
    for address in people.addresses:
        for raw in server.letters(address):
            bodies.setdefault(str(message_from_bytes(raw)["Message-ID"]), set()).add(raw)
    return tuple(
        Repeat(
            message_id=name,
            gap=max(0.0, hit_at.get(name, times[0]) - times[0]),
            same_bytes=len(bodies[name]) == 1,
        )
        for name, times in server.taken.items()
        if len(times) > 1
    )


def more_than_allowed(server: DistantServer, given_up: set[str]) -> int:
    """Letters that came more often than twice, or thrice where an operator resent them."""
    return sum(len(times) > MOST_COPIES + (name in given_up) for name, times in server.taken.items())
