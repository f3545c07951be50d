"""A small lexicon of leadership practices: what lets two pieces meet that share no word.

Written by hand from the common ground of leadership advice, as data: per language one table of
practices with their names and the words they are said in.  Keys are the same in every language, so
a German and an English piece can meet; families (drawn once, in the English table) hold neighbours.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from mailflow.synthesis.concepts import de, en, es, fr


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """One practice in one language: its name and the words it is said in."""

    key: str
    family: str
    name: str
    cues: tuple[str, ...]


def _entries(table: str) -> Iterator[str]:
    """The logical lines of a table: a line that begins with a blank goes on with the one before."""
    entry = ""
    for line in table.splitlines():
        if line.startswith(" "):
            entry += line
            continue
        if entry:
            yield entry
        entry = line
    if entry:
        yield entry


def _read(table: str, families: Mapping[str, str]) -> dict[str, Practice]:
    practices: dict[str, Practice] = {}
    family = ""
    for entry in _entries(table):
        if entry.startswith("#"):
            family = entry.strip("# ")
            continue
        key, name, cues = (part.strip() for part in entry.split("|"))
        practices[key] = Practice(
            key=key,
            family=families.get(key, family),
            name=name,
            cues=tuple(" ".join(cue.split()) for cue in cues.split(",")),
        )
    return practices


_ENGLISH = _read(en.TABLE, {})
FAMILIES: Mapping[str, str] = MappingProxyType({key: one.family for key, one in _ENGLISH.items()})
PRACTICES: Mapping[str, Mapping[str, Practice]] = MappingProxyType(
    {"en": _ENGLISH}
    | {code: _read(pack.TABLE, FAMILIES) for code, pack in (("de", de), ("fr", fr), ("es", es))}
)


def name_of(key: str, language: str) -> str:
    """What the practice `key` is called in `language`; in English where that language lacks it."""
    practice = PRACTICES.get(language, _ENGLISH).get(key)
    return (practice or _ENGLISH[key]).name
