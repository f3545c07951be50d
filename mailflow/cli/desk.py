"""What several commands need: the configuration, the store, one engagement by its short id."""

import json
import os
import pwd
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
from mailflow.wiring import Clock, clock, fixed, open_store

HIDDEN = "(hidden until all nine are in)"
REHEARSAL = "rehearsal"  # the fact under which a pretended time is kept
MOST_NAMED = 5  # ids named where a shortened one fits several


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
    if not prefix.strip():
        raise Ended(Exit.USAGE, "the ID is empty; see 'mailflow list'")
    ids = store.resolve(prefix.strip())
    if len(ids) > 1:
        names = ", ".join(ids[:MOST_NAMED]) + (", \u2026" if len(ids) > MOST_NAMED else "")
        raise Ended(Exit.FAILED, f"{prefix} fits {len(ids)} engagements ({names}); give more of the ID")
    filed = store.load(ids[0]) if ids else None
    if filed is None or filed.engagement.refused:
        raise Ended(Exit.FAILED, f"there is no engagement {prefix}; see 'mailflow list'")
    return filed


def say_what_is_broken(store: TinyStore) -> None:
    """A line on stderr where a list is not whole: what nobody can read must not be forgotten."""
    broken = store.broken()
    if broken:
        print(
            f"mailflow: {len(broken)} files cannot be read and are not listed; see 'mailflow check'",
            file=sys.stderr,
        )


def clock_of(store: TinyStore) -> Clock:
    """The time at the desk: that of the last run, where it was a rehearsal at a pretended one."""
    pretended = store.recall(REHEARSAL)
    return fixed(datetime.fromisoformat(pretended)) if pretended else clock


def keep_time(store: TinyStore, pretended: datetime | None) -> None:
    """Remember at what time this store lives: a pretended one until the next real run."""
    wanted = pretended.isoformat() if pretended is not None else ""
    if (store.recall(REHEARSAL) or "") != wanted:
        store.remember(REHEARSAL, wanted)


def changed(store: TinyStore, engagement_id: str, change: Callable[[Filed], Filed]) -> Filed:
    """Commit a change of one engagement, again while others commit meanwhile."""
    for _ in range(8):
        filed = store.load(engagement_id)
        if filed is None:
            break
        with suppress(Stale):
            return store.commit(change(filed))
    raise Ended(Exit.TRY_LATER, "the engagement keeps changing; try again")


def noted(filed: Filed, line: HistoryLine) -> Filed:
    """The file with a line more in its history."""
    return replace(filed, engagement=replace(filed.engagement, history=(*filed.engagement.history, line)))


def at_the_desk(
    store: TinyStore, what: str, reason: str, *, key: str = "", seat: int | None = None
) -> HistoryLine:
    """The line of history that says who did what here, and why."""
    note = ": ".join(part for part in (_who(), one_line(reason)) if part)
    return HistoryLine(at=clock_of(store)(), what=f"{what} at the desk", seat=seat, note=note, key=key)


def _who() -> str:
    """The account at work here, and who stands behind it."""
    try:
        name = pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        name = f"uid {os.getuid()}"
    behind = one_line(os.environ.get("SUDO_USER", ""))
    return f"{behind} as {name}" if behind else name


def record(store: TinyStore, filed: Filed, line: HistoryLine) -> Filed:
    """Write a line into the history of an engagement."""
    return changed(store, filed.engagement.id, lambda now: noted(now, line))


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
    encoding = getattr(sys.stdout, "encoding", None) or "ascii"
    print(json.dumps(document, ensure_ascii=encoding.lower() not in {"utf-8", "utf8"}, indent=1))


def iso(moment: datetime | None) -> str | None:
    """ISO 8601 in UTC, or None; exact, for programs."""
    return moment.isoformat() if moment is not None else None


def moment_of(moment: datetime | None) -> str:
    """ISO 8601 to the second, for people; "-" for none."""
    return moment.isoformat(timespec="seconds") if moment is not None else "-"


def table(rows: Sequence[Sequence[str]], heads: Sequence[str]) -> None:
    """Print rows in columns, plain; the last column may be long."""
    rows = [[one_line(cell) for cell in row] for row in rows]
    widths = [max(len(row[column]) for row in [heads, *rows]) for column in range(len(heads))]
    for row in [heads, *rows]:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        print("  ".join(cells).rstrip())


def one_line(text: str) -> str:
    """`text` on one line, without characters that steer a terminal."""
    return " ".join("".join(c for c in text if c.isprintable() or c.isspace()).split())
