"""How often the true thread is among those offered, beside plain methods, over labelled cases.

    python -m benchmarks.synthesis_bench [--per-case]

The cases in benchmarks/cases are invented kickoffs with nine answers and the thread a careful reader
found in them (none in some; in a few, one of two).  A thread counts as found when it covers the same
experts and at least 60 % of the same pieces, five at most; a case without a thread, when none is
offered.  Every method may offer three.  Figures are shares of all cases; ratios are to random.

The lexicon of the engine was written with dev and natural in sight, and without fresh, whose pieces share
hardly a word: what it does there is what to expect of it elsewhere, on pieces as hard as those.
"""

import argparse
import json
import math
import random
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any, TypeAlias

from benchmarks.candidates import synthesise
from mailflow.synthesis.themes import threads
from mailflow.synthesis.words import content_stems, language_of

CASES = Path(__file__).parent / "cases"
OFFERED = 3
LARGEST = 5
ALIKE = 0.6
DRAWS = 200  # of the random method
LEAST_SHARED = 0.05  # cosine below which the clustering joins nothing

Piece: TypeAlias = tuple[int, int]  # (expert, answer), both from 0
Thread: TypeAlias = frozenset[Piece]
PIECES: tuple[Piece, ...] = tuple((expert, answer) for expert in range(3) for answer in range(3))


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Nine answers, and what a careful reader found in them."""

    name: str
    origin: str  # the file it stands in
    asked: dict[str, Any]  # without what was found
    true: tuple[Thread, ...]  # any of them will do; empty: there is none

    def text(self, piece: Piece) -> str:
        """One of the nine."""
        expert, answer = piece
        return str(self.asked["experts"][expert]["answers"][answer])


def cases() -> Iterator[Case]:
    """The cases that ship with the project."""
    for path in sorted(CASES.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            read = json.loads(line)
            gold = read.pop("gold")
            spots = [gold["sweet_spot"], *gold.get("sweet_spot_also_ok", [])]
            themes = [frozenset(map(tuple, theme["members"])) for theme in gold["themes"]]
            true = tuple(themes[spot] for spot in spots if spot is not None)
            yield Case(name=read["id"], origin=path.stem, asked=read, true=true)


# --- methods: a case to at most three threads, best first ---


def mailflow(case: Case) -> list[Thread]:
    """What the letter would offer."""
    read = synthesise(case.asked)
    return [frozenset(map(tuple, read["themes"][place]["members"])) for place in read["offered"]]


def structure(case: Case) -> list[Thread]:
    """Without reading a word: everybody's first piece, everybody's second, everybody's third."""
    del case
    return [frozenset((expert, answer) for expert in range(3)) for answer in range(3)]


def clustering(case: Case) -> list[Thread]:
    """TF-IDF, average linkage; the groups of most experts and most pieces."""
    alike = _cosines(case)
    groups: list[Thread] = [frozenset([piece]) for piece in PIECES]
    while True:
        joinable = [pair for pair in combinations(groups, 2) if len(pair[0] | pair[1]) <= LARGEST]
        best = max(joinable, key=lambda pair: _linkage(*pair, alike), default=None)
        if best is None or _linkage(*best, alike) < LEAST_SHARED:
            break
        groups = [group for group in groups if group not in best] + [best[0] | best[1]]
    across = [group for group in groups if _experts(group) > 1]
    return sorted(across, key=lambda group: (-_experts(group), -len(group), sorted(group)))[:OFFERED]


def _experts(thread: Thread) -> int:
    return len({expert for expert, _ in thread})


def _linkage(a: Thread, b: Thread, alike: dict[frozenset[Piece], float]) -> float:
    return statistics.fmean(alike[frozenset((one, other))] for one in a for other in b)


def _cosines(case: Case) -> dict[frozenset[Piece], float]:
    language = language_of(" ".join(case.text(piece) for piece in PIECES))
    counts = {piece: Counter(content_stems(case.text(piece), language)) for piece in PIECES}
    documents = Counter(word for words in counts.values() for word in words)
    weighed = {
        piece: {word: times * math.log(1 + len(PIECES) / documents[word]) for word, times in words.items()}
        for piece, words in counts.items()
    }
    return {frozenset(pair): _cosine(weighed[pair[0]], weighed[pair[1]]) for pair in combinations(PIECES, 2)}


def _cosine(a: dict[str, float], b: dict[str, float]) -> float:
    together = sum(weight * b.get(word, 0.0) for word, weight in a.items())
    lengths = math.hypot(*a.values(), 0.0) * math.hypot(*b.values(), 0.0)
    return together / lengths if lengths else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cosines:
    """TF-IDF in the place of the engine's likeness."""

    alike: dict[frozenset[Piece], float]

    def between(self, a: int, b: int) -> float:
        """From 0, nothing in common, to 1."""
        return self.alike[frozenset((PIECES[a], PIECES[b]))]


def same_search(case: Case) -> list[Thread]:
    """TF-IDF in the engine's own search: what its lexicon adds."""
    places = [(expert + 1, answer + 1) for expert, answer in PIECES]
    cosines = _cosines(case)
    most = max(cosines.values()) or 1.0  # so that the search's own thresholds mean something
    found = threads(places, _Cosines(alike={pair: alike / most for pair, alike in cosines.items()}))
    return [frozenset(PIECES[member] for member in thread.members) for thread in found]


def by_chance(chance: random.Random) -> Callable[[Case], list[Thread]]:
    """Three threads of three pieces, one of each expert."""

    def drawn(case: Case) -> list[Thread]:
        del case
        columns = [chance.sample(range(3), 3) for _ in range(3)]
        return [
            frozenset((expert, columns[expert][place]) for expert in range(3)) for place in range(OFFERED)
        ]

    return drawn


# --- scores ---


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How one method does, as shares of all cases."""

    first: float  # the first thread offered is the true one, or none was and there is none
    among: float  # one of those offered is
    wrong: float  # a thread was put first that is not the true one
    milliseconds: float


def is_found(thread: Thread, true: Sequence[Thread]) -> bool:
    """Whether `thread` is one of the true ones, as nearly as a leader would need."""
    return len(thread) <= LARGEST and any(
        {expert for expert, _ in thread} == {expert for expert, _ in other}
        and len(thread & other) / len(thread | other) >= ALIKE
        for other in true
    )


def found_at(offered: Sequence[Thread], true: Sequence[Thread]) -> int | None:
    """The place, from 0, at which the truth is offered: rightly nothing counts as the first."""
    if not true:
        return None if offered else 0
    return next((place for place, thread in enumerate(offered) if is_found(thread, true)), None)


def scored(method: Callable[[Case], list[Thread]], over: Sequence[Case], times: int = 1) -> Score:
    """Run a method over all cases."""
    start = time.perf_counter()
    runs = [
        (found_at(offered, case.true), offered) for case in over for offered in _runs(method, case, times)
    ]
    spent = time.perf_counter() - start
    return Score(
        first=statistics.fmean(place == 0 for place, _ in runs),
        among=statistics.fmean(place is not None for place, _ in runs),
        wrong=statistics.fmean(place != 0 and bool(offered) for place, offered in runs),
        milliseconds=1000 * spent / len(runs),
    )


def _runs(method: Callable[[Case], list[Thread]], case: Case, times: int) -> list[list[Thread]]:
    offered = [method(case) for _ in range(times)]
    assert all(len(found) <= OFFERED for found in offered)
    return offered


def all_scores(over: Sequence[Case]) -> dict[str, Score]:
    """Every method over the same cases."""
    return {
        "mailflow (offline)": scored(mailflow, over),
        "tf-idf, clustering": scored(clustering, over),
        "tf-idf, same search": scored(same_search, over),
        "structure alone": scored(structure, over),
        "random": scored(by_chance(random.Random(1)), over, DRAWS),
    }


def _table(title: str, scores: dict[str, Score]) -> None:
    print(f"{title:<24} among three (to random)   first   wrong first   ms a case")
    unit = scores["random"].among
    for name, score in scores.items():
        print(
            f"  {name:<22} {score.among:10.2f} ({score.among / unit:4.1f})"
            f"      {score.first:9.2f}{score.wrong:12.2f} {score.milliseconds:13.1f}"
        )


def main(arguments: list[str] | None = None) -> int:
    """Print the table; 1 where a plain method offers the true thread as often as the engine."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--per-case", action="store_true")
    chosen = parser.parse_args(arguments)
    over = list(cases())
    mailflow(over[0])  # the lexicon is read at the first call
    for origin in sorted({case.origin for case in over}):
        those = [case for case in over if case.origin == origin]
        _table(f"{origin}, {len(those)} cases", all_scores(those))
    scores = all_scores(over)
    _table(f"all {len(over)} cases", scores)
    if chosen.per_case:
        for case in over:
            place = found_at(mailflow(case), case.true)
            print(f"  {case.name}  {'not offered' if place is None else f'offered as {place + 1}'}")
    ours, *others = scores.values()
    return int(any(other.among >= ours.among for other in others))


if __name__ == "__main__":
    sys.exit(main())
