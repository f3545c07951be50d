"""What several commands need: the configuration, the store, one engagement by its short id."""

import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from mailflow.cli.exits import Ended, Exit
from mailflow.config import Config, find_config, load_config
from mailflow.mentoring.engagement import Engagement, HistoryLine
from mailflow.ports import Filed, Stale
from mailflow.store.tiny import TinyStore
from mailflow.wiring import clock, open_store

HIDDEN = "(hidden until all nine are in)"


def configured(path: Path | None) -> Config:
    """The configuration found by the usual rules.  Raises ConfigError."""
    return load_config(find_config(path, os.environ), os.environ)


@contextmanager
def desk(path: Path | None) -> Iterator[tuple[Config, TinyStore]]:
    """The configuration and the store, beside a running daemon if there is one."""
    config = configured(path)
    with closing(open_store(config)) as store:
        yield config, store


def found(store: TinyStore, prefix: str) -> Filed:
    """The engagement whose id starts with `prefix`, alone."""
    ids = store.resolve(prefix.lower())
    if len(ids) > 1:
        raise Ended(Exit.FAILED, f"{prefix} fits {len(ids)} engagements; give more of the id")
    filed = store.load(ids[0]) if ids else None
    if filed is None or filed.engagement.refused:
        raise Ended(Exit.FAILED, f"there is no engagement {prefix}; see 'mailflow list'")
    return filed


def changed(store: TinyStore, engagement_id: str, change: Callable[[Filed], Filed]) -> Filed:
    """Commit a change of one engagement, again while others commit meanwhile."""
    for _ in range(8):
        filed = store.load(engagement_id)
        if filed is None:
            break
        with suppress(Stale):
            return store.commit(change(filed))
    raise Ended(Exit.TRY_LATER, "the engagement keeps changing; try again")


def noted(filed: Filed, what: str, note: str, key: str = "") -> Filed:
    """The file with a line more in its history."""
    line = HistoryLine(at=clock(), what=what, note=note, key=key)
    return replace(filed, engagement=replace(filed.engagement, history=(*filed.engagement.history, line)))


def record(store: TinyStore, filed: Filed, what: str, note: str, key: str = "") -> Filed:
    """Write a line into the history of an engagement."""
    return changed(store, filed.engagement.id, lambda now: noted(now, what, note, key))


def may_reveal(reveal: bool, reason: str) -> bool:
    """Whether hidden advice may be shown: only with a reason."""
    if reveal and not reason.strip():
        raise Ended(Exit.USAGE, '--reveal needs --reason "…"; both are kept in the history')
    return reveal


def is_gated(engagement: Engagement) -> bool:
    """Whether advice must stay hidden: not all nine are in yet."""
    return engagement.nine_at is None


def print_json(document: Any) -> None:
    """Print one JSON document."""
    json.dump(document, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


def iso(moment: datetime | None) -> str | None:
    """ISO 8601 in UTC, or None."""
    return moment.isoformat() if moment is not None else None


def table(rows: Sequence[Sequence[str]], heads: Sequence[str]) -> None:
    """Print rows in columns, plain; the last column may be long."""
    widths = [max(len(row[column]) for row in [heads, *rows]) for column in range(len(heads))]
    for row in [heads, *rows]:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        print("  ".join(cells).rstrip())


def one_line(text: str) -> str:
    """`text` on one line, without characters that steer a terminal."""
    return " ".join("".join(c for c in text if c.isprintable() or c.isspace()).split())
