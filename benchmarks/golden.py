"""The golden replies of the tests, as measurements want them: each from every mail client the tests know."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from mailflow.identity import Purpose
from mailflow.reading.classify import Correspondent

try:
    from tests.unit.reading import test_golden_replies as tests
except ImportError:
    tests = None  # type: ignore[assignment]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One golden reply: what its table says of it, its bytes, and who wrote it."""

    name: str
    table: dict[str, Any]
    client: str  # empty: a whole mail, in a form that none of our clients makes
    raw: bytes
    purpose: Purpose  # of the letter it answers
    who: Correspondent

    @property
    def typed(self) -> str:
        """What its writer typed; empty where the table does not say."""
        if not self.client:
            return ""
        parts = (self.table.get("text", ""), *self.table.get("pieces", ()), self.table.get("closing", ""))
        return "\n".join(part.strip() for part in parts if part.strip())


def are_here() -> bool:
    """Whether this is a checkout with its tests."""
    return tests is not None and tests.FOLDER.is_dir()


@cache
def replies() -> tuple[Reply, ...]:
    """Every golden reply; composing them takes seconds, so it is done once."""
    return (*_typed(), *_whole())


def _typed() -> Iterator[Reply]:
    for table, client in tests.typed():
        raw, purpose = tests.sent(table, client)
        who = tests.correspondent(purpose)
        name = f"{table['name']} ({client})"
        yield Reply(name=name, table=table, client=client, raw=raw, purpose=purpose, who=who)


def _whole() -> Iterator[Reply]:
    for table in tests.whole():
        purpose = Purpose(table.get("to", "question"))
        ours: Sequence[str] | None = table.get("ours")
        yield Reply(
            name=table["name"],
            table=table,
            client="",
            raw=(tests.FOLDER / table["file"]).read_bytes(),
            purpose=purpose,
            who=tests.correspondent(purpose, None if ours is None else tuple(ours)),
        )


def is_right(event: object, reply: Reply) -> bool:
    """Whether an event is what the table says."""
    try:
        tests.compare(event, reply.table)
    except AssertionError:
        return False
    return True
