"""What one durable commit costs, beside stock TinyDB in one file, as ratios from one run.

    python -m benchmarks.store_speed

Both keep the same engagements; stock TinyDB rewrites all of them for each change, the store one.  Ratios to
the store with 100 engagements are what to compare: times depend on the disk.
"""

import argparse
import random
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from tinydb import TinyDB, where
from tinydb.storages import JSONStorage

from mailflow.identity import ALPHABET, Purpose
from mailflow.mentoring.engagement import (
    Advice,
    Engagement,
    Expert,
    HistoryLine,
    Leader,
    Policy,
    Source,
    Stage,
    Standing,
)
from mailflow.ports import Filed, Letter, LetterState
from mailflow.store.codec import rows_of
from mailflow.store.disk import Disk
from mailflow.store.storage import as_lines, tables_in
from mailflow.store.tiny import TinyStore

OURS = (100, 1_000, 10_000)
STOCK = (100, 1_000)
COMMITS = 60
STOCK_UPDATES = 8
LETTERS = 6

_WORDS = ("delegate", "trust", "meeting", "report", "listen", "team", "coffee", "question", "growth", "week")
_NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
_chance = random.Random(20260302)


class HastyDisk(Disk):
    """Skips the waiting while a benchmark is being set up."""

    def fsync(self, descriptor: int) -> None:
        """Do not wait."""


def words(how_many: int) -> str:
    """Plausible text."""
    return " ".join(_chance.choice(_WORDS) for _ in range(how_many))


def an_id(number: int) -> str:
    """Ids spread over the shards as real ones are."""
    return "".join(random.Random(number).choices(ALPHABET, k=10))


def an_expert(seat: int) -> Expert:
    """An expert who answered."""
    advice = tuple(Advice(text=words(25), source=Source.EMAIL, received_at=_NOON) for _ in range(3))
    email = f"expert{seat}@example.org"
    return Expert(seat=seat, name=f"Expert {seat}", email=email, standing=Standing.ANSWERED, advice=advice)


def a_letter(engagement_id: str, number: int) -> Letter:
    """A letter of usual size."""
    text = words(180)
    return Letter(
        key=f"{engagement_id}.question.1.{number}",
        purpose=Purpose.QUESTION,
        seat=1,
        to="expert1@example.org",
        message_id=f"<{engagement_id}.{number}@example.org>",
        raw=f"Subject: a question\r\n\r\n{text}\r\n\r\n<html><p>{text}</p></html>\r\n".encode(),
        text=text,
        queued_at=_NOON,
        state=LetterState.SENT,
    )


def a_file(number: int) -> Filed:
    """An engagement half way through, with its letters."""
    engagement_id = an_id(number)
    engagement = Engagement(
        id=engagement_id,
        stage=Stage.GATHERING,
        leader=Leader(name="Lea", email="lea@example.org"),
        policy=Policy(),
        created_at=_NOON,
        capability="delegate to a new team",
        wake_at=_NOON + timedelta(days=number % 30),
        experts=tuple(an_expert(seat) for seat in (1, 2, 3)),
        history=tuple(HistoryLine(at=_NOON, what="letter sent", seat=1) for _ in range(12)),
    )
    letters = tuple(a_letter(engagement_id, number) for number in range(LETTERS))
    return Filed(engagement=engagement, letters=letters)


def timed(act: Callable[[], object]) -> float:
    """Milliseconds one act takes."""
    start = perf_counter()
    act()
    return (perf_counter() - start) * 1000


def moved_on(filed: Filed) -> Filed:
    """The engagement after one small event."""
    return replace(filed, engagement=replace(filed.engagement, nine_at=_NOON))


def ours(folder: Path, how_many: int) -> dict[str, float]:
    """The store with so many engagements: first scan, commit, load, list after a commit, list unchanged."""
    hasty = TinyStore(folder, exclusive=False, disk=HastyDisk())
    for number in range(how_many):
        hasty.commit(a_file(number))
    store = TinyStore(folder, exclusive=False)
    first = timed(store.heads)
    chosen = [an_id(_chance.randrange(how_many)) for _ in range(COMMITS)]
    commits, loads, lists, idle = [], [], [], []
    for engagement_id in chosen:
        filed = store.load(engagement_id)
        assert filed is not None
        loads.append(timed(lambda name=engagement_id: store.load(name)))  # type: ignore[misc]
        commits.append(timed(lambda filed=filed: store.commit(moved_on(filed))))  # type: ignore[misc]
        lists.append(timed(store.heads))
        idle.append(timed(store.heads))
    parts = {"commit": commits, "load": loads, "heads after": lists, "heads idle": idle}
    return {"first scan": first, **{name: median(times) for name, times in parts.items()}}


def stock(folder: Path, how_many: int) -> dict[str, float]:
    """TinyDB's own JSONStorage with the same engagements in one file: update, read."""
    path = folder / "all.json"
    rows = [_one_row(a_file(number)) for number in range(how_many)]
    path.write_bytes(as_lines({"_default": {str(number): row for number, row in enumerate(rows, 1)}}))
    with TinyDB(path, storage=JSONStorage) as database:
        chosen = [an_id(_chance.randrange(how_many)) for _ in range(STOCK_UPDATES)]
        change = {"nine_at": _NOON.isoformat()}
        commits = [timed(lambda name=name: database.update(change, where("id") == name)) for name in chosen]  # type: ignore[misc]
        loads = [timed(lambda name=name: database.get(where("id") == name)) for name in chosen]  # type: ignore[misc]
    return {"commit": median(commits), "load": median(loads)}


def _one_row(filed: Filed) -> dict[str, object]:
    """All of an engagement in one document, in the same plain form as in its own file."""
    tables = {name: {str(n): row for n, row in enumerate(rows, 1)} for name, rows in rows_of(filed).items()}
    return {"id": filed.engagement.id, **tables_in(as_lines(tables))}


def main(arguments: list[str] | None = None) -> int:
    """Measure and print ratios by store and size."""
    argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    ).parse_args(arguments)
    results: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory(prefix="store-speed-") as place:
        for how_many in OURS:
            results[f"mailflow {how_many:,}"] = ours(Path(place) / str(how_many), how_many)
        for how_many in STOCK:
            results[f"stock TinyDB {how_many:,}"] = stock(Path(place), how_many)
    unit = results[f"mailflow {OURS[0]:,}"]["commit"]
    sys.stdout.write(f"one commit with {OURS[0]} engagements = 1.00 ({unit:.2f} ms here)\n")
    for name, times in results.items():
        ratios = "  ".join(f"{what} {time / unit:8.2f}" for what, time in times.items())
        sys.stdout.write(f"{name:>20}: {ratios}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
