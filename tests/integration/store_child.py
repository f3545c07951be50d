"""Processes that commit until they are killed; run as a script it is what strace watches.

python -m tests.integration.store_child FOLDER COUNT
"""

import contextlib
import os
import resource
import signal
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from multiprocessing.connection import Connection
from pathlib import Path

from mailflow.identity import Purpose
from mailflow.mentoring.engagement import Engagement, Leader, Policy, Stage
from mailflow.ports import Filed, Letter, LetterState, Stale, StoreError
from mailflow.store.tiny import TinyStore

ID = "abcdefghij"
NOW = datetime(2026, 3, 2, tzinfo=UTC)
TODAY = date(2026, 3, 2)
DIGEST = "ab" * 32


def begun() -> Filed:
    """An engagement that nothing has happened to."""
    leader = Leader(name="Lea", email="lea@example.org")
    return Filed(
        engagement=Engagement(
            id=ID,
            stage=Stage.GATHERING,
            leader=leader,
            policy=Policy(),
            created_at=NOW,
            capability="delegate",
        )
    )


def a_letter(number: int, size: int = 500) -> Letter:
    """A sent letter whose bytes hardly shrink when packed."""
    return Letter(
        key=f"{ID}.question.1.{number}",
        purpose=Purpose.QUESTION,
        seat=1,
        to="ada@example.org",
        message_id=f"<{number}@example.org>",
        raw=os.urandom(size),
        text=f"letter {number}",
        queued_at=NOW,
        state=LetterState.SENT,
    )


def with_mark(filed: Filed, mark: str) -> Filed:
    """One thing more has happened; every third time it seems to be over, so that the file moves."""
    marks = (*filed.engagement.handled, mark)
    stage = Stage.CLOSED if len(marks) % 3 == 0 else Stage.GATHERING
    letters = (*filed.letters[-5:], a_letter(len(marks)))
    return Filed(engagement=replace(filed.engagement, handled=marks, stage=stage), letters=letters)


def commit_for_ever(folder: Path, told: Connection) -> None:
    """Commit and count, telling how often each was acknowledged, until killed."""
    store = TinyStore(folder, exclusive=True)
    while True:
        filed = store.commit(with_mark(store.load(ID) or begun(), "x"))
        told.send(("commit", filed.engagement.version))
        told.send(("count", store.count(TODAY, "loop")))


def commit_marks(folder: Path, name: str, how_many: int) -> None:
    """Add marks of one's own, beside somebody who does the same; decide again whenever stale."""
    store = TinyStore(folder, exclusive=False)
    for number in range(how_many):
        done = False
        while not done:
            with contextlib.suppress(Stale):
                store.commit(with_mark(store.load(ID) or begun(), f"{name}{number}"))
                done = True
        store.count(TODAY, "both")


def commit_under_a_limit(folder: Path, told: Connection) -> None:
    """Let no file grow beyond a size, as a full disk would, and say what a commit then says."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    store = TinyStore(folder, exclusive=True)
    filed = store.commit(begun())
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))
    try:
        store.commit(replace(filed, letters=(a_letter(1, size=100_000),)))
    except StoreError as fault:
        told.send(str(fault))
    told.send(store.load(ID) == filed)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    told.send(store.commit(replace(filed, letters=(a_letter(1),))).engagement.version)


def hold(folder: Path, told: Connection) -> None:
    """Hold the store alone until killed."""
    store = TinyStore(folder, exclusive=True)
    told.send("held")
    signal.pause()
    store.close()


def _commit_some(folder: Path, how_many: int) -> None:
    store = TinyStore(folder, exclusive=True)
    for _ in range(how_many):
        filed = store.commit(with_mark(store.load(ID) or begun(), "x"))
        os.write(1, f"{filed.engagement.version}\n".encode())
    store.close()


if __name__ == "__main__":
    _commit_some(Path(sys.argv[1]), int(sys.argv[2]))
