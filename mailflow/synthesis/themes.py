"""Nine pieces -> themes -> candidate threads, best first, or an honest none.

Every set of two to five pieces from at least two experts is weighed; the best sets that do not
overlap become the themes on offer, and what is left stands alone.  A thread is only ever offered,
never told: readers of this size name the wrong one too often for more.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from mailflow.mentoring.engagement import PieceAt
from mailflow.synthesis.meaning import Likeness

OFFERED = 3  # threads at most
SIZES = range(2, 6)
PER_EXPERT = 2  # pieces of one expert in a thread; a third is held against it
TWO_EXPERTS = 0.62  # what a thread is worth that one expert of three did not speak of
CROWDED = 0.6
SAME_EXPERT = 0.5  # three pieces of one expert are usually three points
LEAST = 0.25  # below this nothing holds the pieces together ...
BESIDE_THE_BEST = 0.4  # ... and below this share of the best a runner-up would only distract
GROWTH = 0.35  # how much a further piece may thin the likeness out and still be welcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """Pieces that may say the same, by their place among the pieces, and how well they hold together."""

    members: tuple[int, ...]
    worth: float


def threads(places: Sequence[PieceAt], likeness: Likeness) -> tuple[Thread, ...]:
    """The threads worth offering, best first, none overlapping, three at most."""
    ranked = sorted(_all(places, likeness), key=lambda one: (-one.worth, one.members))
    least = max(LEAST, BESIDE_THE_BEST * ranked[0].worth) if ranked else LEAST
    chosen: list[Thread] = []
    for thread in ranked:
        taken = {member for other in chosen for member in other.members}
        if thread.worth >= least and len(chosen) < OFFERED and not taken.intersection(thread.members):
            chosen.append(thread)
    return tuple(chosen)


def _all(places: Sequence[PieceAt], likeness: Likeness) -> Iterator[Thread]:
    for size in SIZES:
        for members in combinations(range(len(places)), size):
            if len({places[member][0] for member in members}) > 1:
                yield Thread(members=members, worth=worth(members, places, likeness))


def worth(members: Sequence[int], places: Sequence[PieceAt], likeness: Likeness) -> float:
    """How well `members` hold together: mean likeness across experts, times how many experts they cover."""
    seats = [places[member][0] for member in members]
    across, weights = 0.0, 0.0
    for a, b in combinations(members, 2):
        weight = SAME_EXPERT if places[a][0] == places[b][0] else 1.0
        across += weight * likeness.between(a, b)
        weights += weight
    coverage = 1.0 if len(set(seats)) > 2 else TWO_EXPERTS
    crowd = CROWDED if max(seats.count(seat) for seat in seats) > PER_EXPERT else 1.0
    return across / weights * coverage * crowd * math.pow(len(members), GROWTH)
