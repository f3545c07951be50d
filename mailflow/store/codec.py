"""Records to rows and back, strictly.

A file says which schema it was written with.  A newer one is refused; so is a field this program does not
know, though the schema be the same: leaving it out would lose, at the next commit, what a newer program
relied on.  Fields an older program did not know take their defaults.  So a new field with a default needs
no new schema; a change of meaning does.
"""

import base64
import hashlib
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, TypeVar, get_args, get_type_hints

import msgspec

from mailflow.identity import same_person_key
from mailflow.mentoring.engagement import ENDED, Engagement
from mailflow.ports import Filed, Head, Letter, LetterState, StoreError
from mailflow.store.storage import HEAD, Row

SCHEMA = 1
ENGAGEMENT = "engagement"
LETTERS = "letters"

_ANY_TIME = datetime.min.replace(tzinfo=UTC)
_WANTS_WORK = frozenset({LetterState.QUEUED, LetterState.UNKNOWN})
_UNSETTLED = frozenset({LetterState.SENDING, LetterState.UNKNOWN})
_Record = TypeVar("_Record")


class Unreadable(StoreError, ValueError):
    """One file cannot be used; the store and its other files can.

    A ValueError too: to the flow it is the trouble of one engagement, not of the disk.
    """


class Damaged(Unreadable):
    """Not written by this program, or changed since."""


class Newer(Unreadable):
    """Written by a newer program; it must not be touched by this one."""


def _field_names(kind: Any) -> set[str]:
    """Every field of a record and of the records within it, as "Kind.field"."""
    if not is_dataclass(kind):
        return set().union(*map(_field_names, get_args(kind)))
    hints, name = get_type_hints(kind), getattr(kind, "__name__", "")
    within = (_field_names(hints[field.name]) for field in fields(kind))
    return {f"{name}.{field.name}" for field in fields(kind)}.union(*within)


# Which fields a file was written with.  Where they are ours, its head tells that we can read the rest.
FIELDS = hashlib.sha256(",".join(sorted(_field_names(Filed))).encode()).hexdigest()[:12]


# --- heads ---


def head_of(filed: Filed) -> Head:
    """The few lines about an engagement that lists and clocks need."""
    engagement, letters = filed.engagement, filed.letters
    seated = [*engagement.experts, *([engagement.substitute] if engagement.substitute else [])]
    return Head(
        id=engagement.id,
        stage=engagement.stage,
        paused=engagement.paused,
        capability=engagement.capability,
        leader=engagement.leader.email,
        people=tuple(dict.fromkeys(same_person_key(expert.email) for expert in seated if expert.email)),
        received=engagement.received,
        next_wake=engagement.next_wake,
        next_letter=_next_letter(letters),
        hidden=engagement.refused,
        unsettled=any(letter.state in _UNSETTLED for letter in letters),
    )


def _next_letter(letters: Iterable[Letter]) -> datetime | None:
    times = [letter.next_at or _ANY_TIME for letter in letters if letter.state in _WANTS_WORK]
    return min(times, default=None)


def is_over(head: Head) -> bool:
    """Whether nothing is left to do or to send: the file may rest in the archive."""
    return head.stage in ENDED and head.next_letter is None and not head.unsettled


def row_of_head(head: Head, version: int) -> Row:
    """The row of table "head"."""
    return {"schema": SCHEMA, "fields": FIELDS, "version": version, **plain(head)}


def head_from(row: Row) -> tuple[Head, int]:
    """A head and the version it stands for.  Raises Newer, Damaged."""
    schema, version = row.get("schema"), row.get("version")
    if not isinstance(schema, int) or not isinstance(version, int):
        raise Damaged("no schema or no version")
    if schema > SCHEMA:
        raise Newer(f"schema {schema} is newer than {SCHEMA}, which this program knows: use the newer one")
    about_the_file = {"schema", "fields", "version"}
    return record_from({name: row[name] for name in row if name not in about_the_file}, Head), version


def has_our_fields(row: Row) -> bool:
    """Whether the file of this head was written with the fields this program knows, no more and no less."""
    return row.get("fields") == FIELDS


# --- whole engagements ---


def rows_of(filed: Filed) -> dict[str, list[Row]]:
    """The tables of an engagement's file, "head" first."""
    return {
        HEAD: [row_of_head(head_of(filed), filed.engagement.version)],
        ENGAGEMENT: [plain(filed.engagement)],
        LETTERS: [row_of_letter(letter) for letter in filed.letters],
    }


def filed_from(tables: Mapping[str, list[Row]]) -> Filed:
    """What `rows_of` wrote.  Raises Newer, Damaged."""
    if len(tables.get(HEAD, ())) != 1 or len(tables.get(ENGAGEMENT, ())) != 1:
        raise Damaged("it holds no engagement")
    head_from(tables[HEAD][0])
    return Filed(
        engagement=record_from(tables[ENGAGEMENT][0], Engagement),
        letters=tuple(letter_from(row) for row in tables.get(LETTERS, ())),
    )


def row_of_letter(letter: Letter) -> Row:
    """A letter as a row, its bytes and its text packed."""
    packed = {"raw": _pack(letter.raw), "text": _pack(letter.text.encode("utf-8", "surrogatepass"))}
    return {**plain(letter), **packed}


def letter_from(row: Row) -> Letter:
    """What `row_of_letter` wrote.  Raises Newer, Damaged."""
    try:
        raw, text = _unpack(row["raw"]), _unpack(row["text"]).decode("utf-8", "surrogatepass")
    except (KeyError, TypeError, ValueError, zlib.error) as fault:
        raise Damaged(f"a letter cannot be unpacked ({type(fault).__name__})") from fault
    return record_from({**row, "raw": raw, "text": text}, Letter)


# A letter's bytes never change again, but each commit of its engagement writes them and each load reads them.
@lru_cache(maxsize=512)
def _pack(content: bytes) -> str:
    return base64.b64encode(zlib.compress(content)).decode("ascii")


@lru_cache(maxsize=512)
def _unpack(packed: str) -> bytes:
    return zlib.decompress(base64.b64decode(packed, validate=True))


# --- any record ---


def plain(record: object) -> Row:
    """A record as plain values; times and bytes as they are."""
    row: Row = msgspec.to_builtins(record, str_keys=True, builtin_types=(datetime, bytes))
    return row


def record_from(row: Row, kind: type[_Record]) -> _Record:
    """A record of this kind, nothing guessed and nothing left out.  Raises Newer, Damaged."""
    try:
        record = msgspec.convert(row, kind, str_keys=True, builtin_types=(bytes,))
    except (msgspec.MsgspecError, RecursionError) as fault:
        raise Damaged(f"not a {kind.__name__}: {fault}") from fault
    _check(row, plain(record), kind.__name__)
    return record


def _check(row: Any, known: Any, where: str) -> None:
    """Compare what was read with what was understood of it."""
    if isinstance(row, dict):
        for name, value in row.items():
            if name not in known:
                raise Newer(f"{where}.{name!a} is not known to this program: use the newer one")
            # Most fields are plain; a call for each of them would be the dearest part of opening a file.
            if isinstance(value, dict | list) or isinstance(known[name], datetime):
                _check(value, known[name], f"{where}.{name}")
    elif isinstance(row, list):
        for value, understood in zip(row, known, strict=True):
            _check(value, understood, where)
    elif isinstance(known, datetime) and known.tzinfo is None:
        raise Damaged(f"{where} is a time without a zone")
