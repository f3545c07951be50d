"""The form of a file: TinyDB's JSON with one table per line, "head" in the first, replaced as a whole."""

import contextlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeAlias

from tinydb import TinyDB
from tinydb.middlewares import CachingMiddleware
from tinydb.storages import Storage

from mailflow.store.disk import Disk, put

HEAD = "head"
END = b"\n}\n"
_ENOUGH = 4096  # bytes; the first line of nearly every file

Row: TypeAlias = dict[str, Any]
Tables: TypeAlias = dict[str, dict[str, Any]]


class AtomicStorage(Storage):
    """A TinyDB storage that a kill, a full disk or a failing disk cannot tear."""

    def __init__(self, path: Path, disk: Disk) -> None:
        """Keep tables in the file `path`, which need not exist; its folder must."""
        self._path = path
        self._disk = disk

    def read(self) -> Tables | None:
        """All tables; None where there is no file.  Raises ValueError for a file that is not one of ours."""
        try:
            content = self._path.read_bytes()
        except FileNotFoundError:
            return None
        return tables_in(content)

    def write(self, tables: Mapping[str, Mapping[str, Any]]) -> None:
        """Replace all tables at once, durably.  Raises OSError, with the old tables in place."""
        put(self._disk, self._path, as_lines(tables))


@contextlib.contextmanager
def transaction(path: Path, disk: Disk) -> Iterator[TinyDB]:
    """Everything done to the tables within is written once, at the end, or not at all."""
    tables = _opened(path, disk)
    yield tables
    # Not in a `finally`: closing writes, and what was interrupted must not be written.
    tables.close()


def _opened(path: Path, disk: Disk) -> TinyDB:
    """A TinyDB that reads the file once and writes it when closed."""
    cached = CachingMiddleware(AtomicStorage)  # type: ignore[no-untyped-call] # TinyDB leaves it so
    return TinyDB(path, disk, storage=cached)


def rows_in(path: Path) -> dict[str, list[Row]] | None:
    """The rows of every table, in order, or None where there is no file.  Raises ValueError, OSError."""
    # Straight from the storage: a TinyDB would make a document of each row first, at twice the price.
    tables = AtomicStorage(path, Disk()).read()
    return None if tables is None else {name: list(table.values()) for name, table in tables.items()}


def numbered(rows: Mapping[str, Sequence[Row]]) -> Tables:
    """Rows as TinyDB keeps them: each table by number from 1."""
    return {name: {str(number): row for number, row in enumerate(table, 1)} for name, table in rows.items()}


def tables_in(content: bytes) -> Tables:
    """Read what `as_lines` wrote.  Raises ValueError for anything else."""
    try:
        tables = json.loads(content)
    except RecursionError as fault:
        raise ValueError("nested too deeply") from fault
    if not isinstance(tables, dict) or not all(isinstance(table, dict) for table in tables.values()):
        raise ValueError("not tables")
    return tables


def as_lines(tables: Mapping[str, Mapping[str, Any]]) -> bytes:
    """Tables as UTF-8 JSON, a line each, "head" first: whoever wants the head reads one line."""
    names = sorted(tables, key=lambda name: name != HEAD)
    lines = (_json(name) + b":" + _json(tables[name]) for name in names)
    return b"{" + b",\n".join(lines) + END


def _json(value: object) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_utc)
    try:
        return text.encode()
    except UnicodeEncodeError:
        # A lone surrogate, from a mail that lied about its charset: escaped, it is valid UTF-8 and
        # comes back.
        return json.dumps(value, separators=(",", ":"), default=_utc).encode()


def _utc(value: object) -> str:
    if not isinstance(value, datetime):
        raise TypeError(f"not for a file: {type(value).__name__}")
    if value.tzinfo is None:
        raise ValueError("a time without a zone")
    return value.astimezone(UTC).isoformat()


def head_row(path: Path) -> Row:
    """The one row of table "head", without reading much more than it.  Raises ValueError, OSError."""
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        line = _first_line(descriptor)
        _check_end(descriptor)
    finally:
        os.close(descriptor)
    table = tables_in(line.rstrip(b"\r\n,") + b"}").get(HEAD) or {}
    row = next(iter(table.values()), None)
    if not isinstance(row, dict):
        raise ValueError("no head")
    return row


def _first_line(descriptor: int) -> bytes:
    content = os.read(descriptor, _ENOUGH)
    while b"\n" not in content and (more := os.read(descriptor, _ENOUGH)):
        content += more
    return content.partition(b"\n")[0]


def _check_end(descriptor: int) -> None:
    """Notice a file cut short, cheaply: no write of ours tears one, but disks and people do."""
    size = os.fstat(descriptor).st_size
    if size < len(END) or os.pread(descriptor, len(END), size - len(END)) != END:
        raise ValueError("cut short")
