"""Whatever can stand in an engagement or a letter comes back from a file as it was."""

import contextlib
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime
from enum import Enum
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mailflow.mentoring.engagement import Engagement
from mailflow.ports import Filed, SetAsideMessage
from mailflow.store.codec import Unreadable, filed_from, plain, record_from, rows_of
from mailflow.store.storage import as_lines, tables_in


def joined(text: str) -> str:
    """Two halves of a character that happen to stand together are that character, in JSON as elsewhere."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=()), max_size=12).map(joined)
PLAIN = {
    str: ANY_TEXT,
    int: st.integers(-(2**53), 2**53),
    bool: st.booleans(),
    bytes: st.binary(max_size=30),
    datetime: st.datetimes(timezones=st.just(UTC)),
    date: st.dates(),
    type(None): st.none(),
}


def anything(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of a type, every field of every record filled in."""
    if kind in PLAIN:
        return PLAIN[kind]
    if is_dataclass(kind):
        return records(kind)
    if get_origin(kind) in (Union, UnionType):
        return st.one_of(*map(anything, get_args(kind)))
    if get_origin(kind) is dict:
        keys, values = map(anything, get_args(kind))
        return st.dictionaries(keys, values, max_size=2)
    if get_origin(kind) is tuple and get_args(kind)[-1] is ...:
        return st.lists(anything(get_args(kind)[0]), max_size=2).map(tuple)
    if get_origin(kind) is tuple:
        return st.tuples(*map(anything, get_args(kind)))
    assert issubclass(kind, Enum)
    return st.sampled_from(kind)


def records(kind: Any) -> st.SearchStrategy[Any]:
    """Any record of a kind."""
    hints = get_type_hints(kind)
    return st.builds(kind, **{field.name: anything(hints[field.name]) for field in fields(kind)})


quietly = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@quietly
@given(records(Filed))
def test_an_engagement_with_its_letters_comes_back_from_its_file(filed: Filed) -> None:
    """Every field, every time, every odd character; the file is valid UTF-8, its first line the head."""
    tables = {name: {str(n): row for n, row in enumerate(rows, 1)} for name, rows in rows_of(filed).items()}
    content = as_lines(tables)
    content.decode("utf-8")
    assert content.startswith(b'{"head":')
    assert content.count(b"\n") == len(tables) + 1
    back = {name: list(rows.values()) for name, rows in tables_in(content).items()}
    assert filed_from(back) == filed


@quietly
@given(records(SetAsideMessage))
def test_a_message_set_aside_comes_back_from_its_record(message: SetAsideMessage) -> None:
    """Its bytes are kept elsewhere."""
    row = {**plain(message), "raw": ""}
    back = tables_in(as_lines({"aside": {"1": row}}))["aside"]["1"]
    assert record_from({**back, "raw": message.raw}, SetAsideMessage) == message


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | ANY_TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ANY_TEXT, inner, max_size=3),
    max_leaves=8,
)


@quietly
@given(filed=records(Filed), changes=st.data())
def test_a_changed_row_is_read_or_refused(filed: Filed, changes: st.DataObject) -> None:
    """Whatever stands in one field, the answer is a whole engagement or a clear refusal, nothing else."""
    rows = rows_of(filed)
    table = changes.draw(st.sampled_from([name for name in rows if rows[name]]))
    row = rows[table][0]
    row[changes.draw(st.sampled_from(sorted(row)))] = changes.draw(JSON)
    with contextlib.suppress(Unreadable):
        assert isinstance(filed_from(rows), Filed)


@quietly
@given(records(Engagement))
def test_naive_times_never_reach_a_file(engagement: Engagement) -> None:
    """A time without a zone is a mistake of ours, found before anything is written."""
    naive = replace(engagement, created_at=engagement.created_at.replace(tzinfo=None))
    (row,) = rows_of(Filed(engagement=naive))["engagement"]
    with pytest.raises(ValueError, match="without a zone"):
        as_lines({"engagement": {"1": row}})
