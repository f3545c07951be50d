"""Messages set aside for a person: the raw bytes as a mail file, beside it a record of why."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

from mailflow.ports import SetAsideMessage, StoreError
from mailflow.store.codec import Damaged, Unreadable, plain, record_from
from mailflow.store.disk import SPARE, Disk, bump, generation, locked, put
from mailflow.store.storage import rows_in, transaction

_KEY = re.compile(r"[0-9a-f]{8,128}")
_START_OF_KEY = re.compile(r"[0-9a-f]{1,128}")
_RECORD = ".json"
_RAW = ".eml"
_TABLE = "aside"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """What a look through the folder found, and the stamp for which it is true."""

    stamp: tuple[int, int]
    records: tuple[SetAsideMessage, ...]
    faults: dict[str, Unreadable]


class Attention:
    """The folder of messages set aside."""

    def __init__(self, folder: Path, lock: Path, disk: Disk) -> None:
        """Files in `folder`, which must exist, changed only under `lock`."""
        self._folder = folder
        self._lock = lock
        self._disk = disk
        self._last: _Seen | None = None

    def keep(self, message: SetAsideMessage) -> None:
        """Keep or update a message.  Without bytes it keeps those it has.  Raises StoreError, OSError."""
        if not _KEY.fullmatch(message.key):
            raise StoreError("a message set aside is kept under its digest, in hexadecimal")
        with locked(self._lock) as lock:
            # The bytes first: a record never promises what is not there.
            raw = self._folder / (message.key + _RAW)
            if message.raw and _read(raw) != message.raw:
                put(self._disk, raw, message.raw)
            with transaction(self._folder / (message.key + _RECORD), self._disk) as tables:
                tables.drop_tables()
                tables.table(_TABLE).insert({**plain(message), "raw": ""})
            bump(lock)

    def find(self, start: str) -> SetAsideMessage | None:
        """The one message whose key begins so, with its bytes.  Raises StoreError, OSError."""
        key = self._whole_key(start.lower())
        record = self._record(key) if key else None
        return record and replace(record, raw=_read(self._folder / (key + _RAW)))

    def all(self) -> list[SetAsideMessage]:
        """Every message that can be read, oldest first, without bytes.  Raises OSError."""
        return list(self._seen().records)

    def faults(self) -> dict[str, Unreadable]:
        """The records that cannot be read, by key.  Raises OSError."""
        return dict(self._seen().faults)

    def _seen(self) -> "_Seen":
        """All records, read again only when one changed: every pass of the flow looks for some."""
        stamp = (self._folder.stat().st_mtime_ns, generation(self._lock))
        if self._last is None or self._last.stamp != stamp:
            self._last = self._look(stamp)
        return self._last

    def _look(self, stamp: tuple[int, int]) -> "_Seen":
        records, faults = [], {}
        for key in self.keys():
            try:
                records.append(self._record(key))
            except Unreadable as fault:
                faults[key] = fault  # the others must not suffer
        present = (record for record in records if record is not None)
        ordered = sorted(present, key=lambda record: (record.at, record.key))
        return _Seen(stamp=stamp, records=tuple(ordered), faults=faults)

    def drop(self, start: str) -> bool:
        """Forget a message, bytes and all; False when there was none.  Raises StoreError, OSError."""
        key = self._whole_key(start.lower())
        if not key:
            return False
        with locked(self._lock) as lock:
            # The record last: what is left after a crash can still be found and dropped.
            (self._folder / (key + _RAW)).unlink(missing_ok=True)
            (self._folder / (key + _RECORD)).unlink(missing_ok=True)
            self._disk.sync_folder(self._folder)
            bump(lock)
        return True

    def keys(self) -> list[str]:
        """The keys of all records, readable or not, sorted."""
        names = (path.name for path in self._folder.glob("*" + _RECORD))
        keys = (name.removesuffix(_RECORD) for name in names if not name.startswith(SPARE))
        return sorted(key for key in keys if _KEY.fullmatch(key))

    def paths(self, key: str) -> tuple[Path, Path]:
        """The two files of a message: record, bytes."""
        return self._folder / (key + _RECORD), self._folder / (key + _RAW)

    def _whole_key(self, start: str) -> str:
        if not _START_OF_KEY.fullmatch(start):
            return ""
        if (self._folder / (start + _RECORD)).exists():
            return start
        found = [key for key in self.keys() if key.startswith(start)]
        if len(found) > 1:
            raise StoreError(f"{len(found)} messages begin with {start}: give more of the key")
        return found[0] if found else ""

    def _record(self, key: str) -> SetAsideMessage | None:
        try:
            tables = rows_in(self._folder / (key + _RECORD))
        except ValueError as fault:
            raise Damaged(f"it cannot be read ({fault})") from fault
        if tables is None:
            return None
        rows = tables.get(_TABLE, [])
        if len(rows) != 1:
            raise Damaged("it holds no message")
        return record_from({**rows[0], "raw": b""}, SetAsideMessage)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
