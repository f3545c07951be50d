"""A folder of engagement files, sharded by the first two characters of their ids, and what they are about."""

import errno
import os
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from mailflow.ports import Filed, Head
from mailflow.store.codec import Damaged, Unreadable, filed_from, has_our_fields, head_from, rows_of
from mailflow.store.disk import Changes, Disk, generation, make_folder
from mailflow.store.storage import Row, head_row, rows_in, transaction

SUFFIX = ".json"
LOOK_AGAIN = 2.0  # seconds after which shards are looked at whatever the count of changes says
_ID = re.compile(r"[a-z0-9][a-z0-9_-]{1,63}")

Stamp: TypeAlias = tuple[int, int]
"""What changes whenever a shard does: time of its folder, count of the changes behind its lock."""


def is_id(engagement_id: str) -> bool:
    """Whether this can be an engagement's id: nothing else becomes part of a path."""
    return _ID.fullmatch(engagement_id) is not None


def shard_of(engagement_id: str) -> str:
    """The shard an id belongs to."""
    return engagement_id[:2]


@dataclass(slots=True)
class _Shard:
    """What is known of one shard, and the stamp for which it is true."""

    stamp: Stamp
    heads: dict[str, Head] = field(default_factory=dict)
    faults: dict[str, Unreadable] = field(default_factory=dict)


class Shelf:
    """Engagement files in one folder.  Writing is for whoever holds the lock of the shard."""

    def __init__(self, folder: Path, locks: Path, disk: Disk, changes: Changes) -> None:
        """Files under `folder`, whose changes are counted by the lock files in `locks` and by `changes`."""
        self._folder = folder
        self._folder_name, self._locks_name = str(folder), str(locks)
        self._disk = disk
        self._shards: dict[str, _Shard] = {}
        self._heads: tuple[Head, ...] | None = ()
        self._changes = changes
        self._known = -1  # so many changes are known ...
        self._looked_at = 0.0  # ... since this moment (monotonic)

    # --- one file ---

    def path(self, engagement_id: str) -> Path:
        """Where the file of this engagement is, if it is on this shelf."""
        return self._folder / shard_of(engagement_id) / (engagement_id + SUFFIX)

    def version(self, engagement_id: str) -> int | None:
        """The version that is stored here, or None.  Raises Unreadable, OSError."""
        row = _head_row(self.path(engagement_id))
        return head_from(row)[1] if row else None

    def read(self, engagement_id: str) -> Filed | None:
        """Everything about one engagement, or None where it is not here.  Raises Unreadable, OSError."""
        try:
            tables = rows_in(self.path(engagement_id))
        except ValueError as fault:
            raise Damaged(f"it cannot be read ({fault})") from fault
        return None if tables is None else filed_from(tables)

    def write(self, filed: Filed) -> None:
        """Put a file in its place, durably and whole.  Raises OSError, with nothing changed."""
        path = self.path(filed.engagement.id)
        make_folder(self._disk, path.parent)
        with transaction(path, self._disk) as tables:
            tables.drop_tables()
            for name, rows in rows_of(filed).items():
                tables.table(name).insert_multiple(rows)

    def take_from(self, other: "Shelf", engagement_id: str) -> None:
        """Move a file from another shelf to this one.  Raises OSError."""
        source, target = other.path(engagement_id), self.path(engagement_id)
        make_folder(self._disk, target.parent)
        self._disk.replace(source, target)
        self._disk.sync_folder(target.parent)
        self._disk.sync_folder(source.parent)

    # --- all files ---

    def shards(self) -> list[str]:
        """The shards there are."""
        return _names_in(self._folder)

    def ids(self, shard: str) -> list[str]:
        """The ids in a shard, sorted, whether readable or not."""
        names = [name for name in _names_in(self._folder / shard) if name.endswith(SUFFIX)]
        return [name.removesuffix(SUFFIX) for name in names if is_id(name.removesuffix(SUFFIX))]

    def heads(self) -> tuple[Head, ...]:
        """What every readable file is about; only shards that changed are read again.  Raises OSError."""
        self._refresh()
        if self._heads is None:
            self._heads = tuple(head for shard in self._shards.values() for head in shard.heads.values())
        return self._heads

    def faults(self) -> dict[str, Unreadable]:
        """The files that cannot be used and why, as far as they were looked at."""
        return {name: fault for shard in self._shards.values() for name, fault in shard.faults.items()}

    def stamp(self, shard: str) -> Stamp:
        """The present stamp of a shard."""
        # The count says exactly whether we committed; the time also shows what was changed by hand, or by
        # a process killed before it could count.
        # Plain strings, here and below: a thousand shards are looked at whenever heads are wanted.
        try:
            changed = os.stat(f"{self._folder_name}/{shard}").st_mtime_ns  # noqa: PTH116 - see above
        except FileNotFoundError:
            changed = 0
        return changed, generation(f"{self._locks_name}/{shard}")

    def note(self, engagement_id: str, before: Stamp, head: Head | None, count: int) -> None:
        """Take over our own change, made under the lock since `before`; None: it left this shelf.

        `count` is that of all changes after it.
        """
        if count == self._known + 1:  # else others made some, which the next look finds
            self._known = count
        name = shard_of(engagement_id)
        shard = self._shards.get(name)
        if shard is None or shard.stamp != before:
            self._known = -1  # somebody else's change is not known yet either: the next look reads the shard
            return
        shard.stamp = self.stamp(name)
        shard.heads.pop(engagement_id, None)
        shard.faults.pop(engagement_id, None)
        if head is not None:
            shard.heads[engagement_id] = head
        self._heads = None

    def refuse(self, engagement_id: str, fault: Unreadable) -> None:
        """List a file no longer: its head could be read, the rest could not."""
        shard = self._shards.get(shard_of(engagement_id))
        if shard is not None:
            shard.heads.pop(engagement_id, None)
            shard.faults[engagement_id] = fault
            self._heads = None

    def _refresh(self) -> None:
        """Look at every shard, unless all changes are counted and known."""
        count, now = self._changes.count(), time.monotonic()
        if count == self._known and now - self._looked_at < LOOK_AGAIN:
            return
        self._known, self._looked_at = count, now
        self._look()

    def _look(self) -> None:
        present = dict(self._stamps())
        for name in [name for name in self._shards if name not in present]:
            del self._shards[name]
            self._heads = None
        for name, stamp in present.items():
            known = self._shards.get(name)
            if known is None or known.stamp != stamp:
                self._shards[name] = self._scanned(name, stamp)
                self._heads = None

    def _stamps(self) -> Iterator[tuple[str, Stamp]]:
        return ((name, self.stamp(name)) for name in self.shards())

    def _scanned(self, name: str, stamp: Stamp) -> _Shard:
        """Read every head of a shard as it is now; `stamp` was taken before."""
        shard = _Shard(stamp=stamp)
        for engagement_id in self.ids(name):
            try:
                head = self._head(engagement_id)
            except Unreadable as fault:
                shard.faults[engagement_id] = fault
                continue
            if head is not None:
                shard.heads[engagement_id] = head
        return shard

    def _head(self, engagement_id: str) -> Head | None:
        """The head of a file, once it is known that the rest can be read as well."""
        row = _head_row(self.path(engagement_id))
        if row is None:
            return None
        head, _ = head_from(row)
        # After an upgrade, or a way back from one, a file is opened whole until it is written again: what
        # this program must refuse is better found in the list than in the middle of sending a letter.
        if has_our_fields(row) or self.read(engagement_id):
            return head
        return None


def _head_row(path: Path) -> Row | None:
    try:
        return head_row(path)
    except FileNotFoundError:
        return None
    except ValueError as fault:
        raise Damaged(f"it cannot be read ({fault})") from fault
    except OSError as fault:
        if fault.errno != errno.EIO:
            raise
        # One bad block is the trouble of one engagement; it stays where it is, for whoever repairs disks.
        raise Unreadable("the disk cannot read it") from fault


def _names_in(folder: Path) -> list[str]:
    try:
        return sorted(name for name in os.listdir(folder) if not name.startswith("."))  # noqa: PTH208 - as in stamp
    except FileNotFoundError:
        return []
