"""The small facts of the whole house: the service's key, the never-ask list, daily counters, memories."""

import contextlib
import os
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

from tinydb import TinyDB, where

from mailflow.identity import address_hash
from mailflow.ports import StoreError
from mailflow.store.codec import Damaged
from mailflow.store.disk import Disk, bump, generation, locked, spare_of, write_whole
from mailflow.store.storage import AtomicStorage, Row, numbered, rows_in, transaction

SHORTEST_KEY = 16  # bytes
_HASH = "hash"
_NAME = "name"
_COUNT = "count"
_VALUE = "value"


class SharedFile:
    """One small TinyDB file that several processes change; what was read is kept until it changes."""

    def __init__(self, path: Path, lock: Path, disk: Disk) -> None:
        """The file at `path`, changed only under `lock`."""
        self._path = path
        self._lock = lock
        self._disk = disk
        self._known: tuple[tuple[int, ...], dict[str, list[Row]]] | None = None

    def tables(self) -> dict[str, list[Row]]:
        """The rows of every table.  Raises Damaged, OSError."""
        stamp = self._stamp()
        if self._known is None or self._known[0] != stamp:
            self._known = (stamp, self._read())
        return self._known[1]

    def _read(self) -> dict[str, list[Row]]:
        try:
            return rows_in(self._path) or {}
        except ValueError as fault:
            # Never moved aside and begun afresh: a lost never-ask list would break a promise.
            raise Damaged(f"{self._path} cannot be read ({fault}): restore it from a backup") from fault

    def _stamp(self) -> tuple[int, ...]:
        try:
            stat = self._path.stat()
        except FileNotFoundError:
            return (0,)
        return stat.st_mtime_ns, stat.st_ino, stat.st_size, generation(self._lock)

    @contextlib.contextmanager
    def changing(self) -> Iterator[TinyDB]:
        """Change tables: all of it is written at the end, or nothing.  Raises Damaged, OSError."""
        with locked(self._lock) as lock:
            self._read()
            with transaction(self._path, self._disk) as tables:
                yield tables
            bump(lock)

    def replace(self, change: Callable[[Mapping[str, list[Row]]], dict[str, list[Row]]]) -> None:
        """Put other rows in place of all there are.  Raises Damaged, OSError."""
        with locked(self._lock) as lock:
            rows = change(self.tables())
            AtomicStorage(self._path, self._disk).write(numbered(rows))
            bump(lock)
            self._known = (self._stamp(), rows)


class Shared:
    """What belongs to no single engagement."""

    def __init__(self, folder: Path, lock: Path, disk: Disk) -> None:
        """Files in the folder of the store; `folder`/shared must exist."""
        self._disk = disk
        self._key_path = folder / "key"
        self._lock = lock
        self._stops_path = folder / "shared" / "never-ask.json"
        self._stops = SharedFile(self._stops_path, lock, disk)
        self._counters = SharedFile(folder / "shared" / "counters.json", lock, disk)
        self._facts = SharedFile(folder / "shared" / "facts.json", lock, disk)
        self._key = b""
        self._counted: tuple[list[Row], dict[str, int]] | None = None

    # --- the service's key ---

    def service_key(self, make: Callable[[], bytes]) -> bytes:
        """The key of this service, made once for ever.  Raises StoreError, OSError."""
        if not self._read_key():
            self._begin_key(make())
        return self._known_key()

    def _begin_key(self, key: bytes) -> None:
        if len(key) < SHORTEST_KEY:
            raise StoreError("a service key needs at least 16 bytes")
        if self._stops_path.exists():
            # A new key would make every stop unrecognisable, and every token in people's mailboxes.
            raise StoreError(f"{self._key_path} is missing: restore it from a backup")
        with locked(self._lock):
            spare = spare_of(self._key_path)
            write_whole(self._disk, spare, key.hex().encode() + b"\n")
            with contextlib.suppress(FileExistsError):  # another process was first: its key holds
                os.link(spare, self._key_path)
            spare.unlink()
            self._disk.sync_folder(self._key_path.parent)

    def _read_key(self) -> bytes:
        if self._key:
            return self._key
        try:
            self._key = bytes.fromhex(self._key_path.read_text(encoding="ascii").strip())
        except FileNotFoundError:
            return b""
        except ValueError:
            self._key = b""
        if len(self._key) < SHORTEST_KEY:
            self._key = b""
            raise StoreError(f"{self._key_path} is damaged: restore it from a backup")
        return self._key

    def _known_key(self) -> bytes:
        key = self._read_key()
        if not key:
            raise StoreError(f"{self._key_path} is missing: without it nobody can be recognised")
        return key

    # --- the never-ask list ---

    def is_never_ask(self, email: str) -> bool:
        """Whether this person must not be written to.  Raises StoreError, OSError."""
        stops = self._stops.tables().get("never_ask", [])
        if not stops:
            return False
        wanted = address_hash(self._known_key(), email)
        return any(row.get(_HASH) == wanted for row in stops)

    def never_ask(self, email: str) -> None:
        """Remember a stop for ever.  Raises StoreError, OSError."""
        row = {_HASH: address_hash(self._known_key(), email)}
        if self.is_never_ask(email):
            return
        with self._stops.changing() as tables:
            tables.table("never_ask").upsert(row, where(_HASH) == row[_HASH])

    # --- daily counters ---

    def count(self, day: date, name: str, by: int) -> int:
        """Add to a counter of `day` and return it; forget earlier days.  Raises Damaged, OSError."""
        if by:
            self.count_all(day, {name: by})
        return self._totals(day).get(name, 0)

    def _totals(self, day: date) -> dict[str, int]:
        """The counters of a day by name, worked out once for each state of the file."""
        rows = self._counters.tables().get(day.isoformat(), [])
        if self._counted is None or self._counted[0] is not rows:
            self._counted = (rows, {str(row[_NAME]): int(row[_COUNT]) for row in rows})
        return self._counted[1]

    def count_all(self, day: date, by: Mapping[str, int]) -> None:
        """Add to several counters of `day` at once; forget earlier days.  Raises Damaged, OSError."""
        today = day.isoformat()

        def added(tables: Mapping[str, list[Row]]) -> dict[str, list[Row]]:
            totals = {str(row[_NAME]): int(row[_COUNT]) for row in tables.get(today, [])}
            for name, more in by.items():
                totals[name] = totals.get(name, 0) + more
            rows = [{_NAME: name, _COUNT: total} for name, total in totals.items()]
            return {**{table: kept for table, kept in tables.items() if table > today}, today: rows}

        self._counters.replace(added)

    # --- memories ---

    def remember(self, name: str, value: str) -> None:
        """Keep a small fact under a name.  Raises Damaged, OSError."""
        if self.recall(name) == value:
            return
        with self._facts.changing() as tables:
            tables.table("facts").upsert({_NAME: name, _VALUE: value}, where(_NAME) == name)

    def recall(self, name: str) -> str | None:
        """The fact kept under a name.  Raises Damaged, OSError."""
        rows = self._facts.tables().get("facts", [])
        return next((str(row[_VALUE]) for row in rows if row.get(_NAME) == name), None)
