"""Lines of a kickoff: which are labelled and with what, and all others with the list they stand in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from mailflow.mentoring.engagement import Side
from mailflow.reading.languages.kickoffs import EXPERT_WORDS, LABEL_OPENS, LABELS
from mailflow.reading.signature import is_sign_off

LONGEST_LABEL = 60
LONGEST_LINE = 1_200
MOST_CELLS = 12
CELL = " | "  # between the cells of a table row
ADDRESS = re.compile(r"[^\s<>()\[\]\"',;:|]{1,100}@[^\s<>()\[\]\"',;:|]{1,200}")
_LIST_MARK = re.compile(
    rf"\s*(?:[-*•–+·]\s|[•·]|\(?\d{{1,2}}[.):]\s?|(?:{'|'.join(EXPERT_WORDS)})\s*#?(?:\d\s*[:.)|–-]?|[:.)|–-])|#\d)\s*",
    re.IGNORECASE,
)
_MARK = r"(?:\d{1,2}[.)]\s*|[-•–]\s+)?[*_#>]{0,3}\s*"
_LABELLED = re.compile(
    rf"\s*{_MARK}([^\W\d_][^:=|\n]{{0,{LONGEST_LABEL}}}?)\s*[*_]{{0,2}}\s*"
    r"(?::|=|\||\?\s*[:|–—-]?|\s[–—-]\s)\s*[*_]{0,2}\s*(.*)$"
)
_SENTENCE_END = re.compile(r"[.!?]\s+(?=\S)")
_INNER_LABEL = re.compile(rf"(?<=[.!?;])\s+([^\W\d_][^:.!?;|\n]{{0,{LONGEST_LABEL}}}?)\s*[:?]\s")
_PATTERNS = [
    (name, re.compile(rf"{LABEL_OPENS}(?:{pattern})(?:\s*\([^()]{{0,40}}\))?", re.IGNORECASE))
    for name, pattern in LABELS.items()
]
_SIDES = {"inside": Side.INSIDE, "outside": Side.OUTSIDE}
# Alone on a line these words are rather a sentence of a letter than a heading.
_NEVER_ALONE = frozenset(
    ["what", "who", "because", "until", "end", "but", "qui", "wer", "wen", "ask", "when", "bis", "three", "3"]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the kickoff, and whether it stands in a list of experts, and of which side."""

    text: str
    listed: bool = False
    side: Side = Side.UNKNOWN


@dataclass(slots=True, kw_only=True)
class Labelled:
    """The values of labelled lines, and all other lines; an empty line stays one."""

    parts: dict[str, str] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)

    def take(self, name: str, value: str, side: Side = Side.UNKNOWN) -> None:
        """One more value of a labelled part."""
        if name == "experts":
            value, rest = _without_talk(value)
            self.lines.extend(Line(text=piece, listed=True, side=side) for piece in pieces_of(value))
            self.lines.extend(Line(text=one) for one in ("", rest) if rest)
        elif value:
            self.parts[name] = f"{self.parts[name]} {value}" if name in self.parts else value


def _without_talk(value: str) -> tuple[str, str]:
    """Several experts in a row, and the sentence that follows them."""
    found = list(ADDRESS.finditer(value))
    end = _SENTENCE_END.search(value, found[-1].end()) if len(found) > 1 else None
    return (value[: end.start()], value[end.end() :].strip()) if end else (value, "")


def item_mark(text: str) -> re.Match[str] | None:
    """The mark that an item of a list begins with."""
    return _LIST_MARK.match(text)


def labelled(words: str) -> Labelled:
    """The lines of `words`, taken apart."""
    return _Reader().read([part for line in words.splitlines() for part in _split(line)])


def _split(line: str) -> list[str]:
    """A line in which a label follows a sentence is two lines: "Save money. Horizon: 10 months"."""
    cuts = [
        found.start(1)
        for found in _INNER_LABEL.finditer(line[:LONGEST_LINE])
        if _part(found[1].replace("’", "'").rstrip())
    ]
    edges = [0, *cuts, len(line)]
    return [line[start:end].rstrip() for start, end in pairwise(edges)]


class _Reader:
    """Walks down the lines and remembers under which label it is."""

    def __init__(self) -> None:
        self._found = Labelled()
        self._name, self._side = "", Side.UNKNOWN
        self._is_fresh = False  # the label has just been read and has no value yet
        self._is_blank = True

    def read(self, lines: Sequence[str]) -> Labelled:
        """Every line, in order."""
        for place, text in enumerate(lines):
            self._line(text, next((one for one in lines[place + 1 : place + 4] if one.strip()), ""))
        return self._found

    def _line(self, text: str, below: str) -> None:
        name, value = _label_of(text, below)
        if name in _SIDES:
            self._begin("experts", _SIDES[name], value)
        elif name:
            self._begin(name, Side.UNKNOWN, value)
        elif not text.strip():
            self._blank()
        elif is_sign_off(text):
            self._close(Line(text=""))
        elif self._goes_on(text):
            self._found.take(self._name, text.strip(), self._side)
            self._is_fresh = self._is_blank = False
        else:
            self._plain(text)

    def _begin(self, name: str, side: Side, value: str) -> None:
        self._name, self._side = name, side
        self._is_fresh, self._is_blank = not value, False
        self._found.take(name, value, side)

    def _blank(self) -> None:
        self._is_blank = True
        self._found.lines.append(Line(text=""))

    def _close(self, line: Line) -> None:
        self._name, self._side = "", Side.UNKNOWN
        self._found.lines.append(line)

    def _goes_on(self, text: str) -> bool:
        """Whether a line still belongs to the label above it."""
        if self._name == "experts":
            return not self._is_blank or self._is_fresh or _is_entry(text)
        if not self._name or (self._is_blank and not self._is_fresh):
            return False
        return not (_LIST_MARK.match(text) or ADDRESS.search(text)) or self._is_fresh

    def _plain(self, text: str) -> None:
        is_expert = _EXPERT_ITEM.match(text) is not None
        self._close(Line(text=text, listed=is_expert))
        self._is_blank = False


_EXPERT_ITEM = re.compile(
    rf"\s*(?:[-*]\s*)?(?:{'|'.join(EXPERT_WORDS)})\s*#?(?:\d\s*[:.)|–-]|[:|])", re.IGNORECASE
)


def _is_entry(text: str) -> bool:
    return _LIST_MARK.match(text) is not None or ADDRESS.search(text) is not None


def _label_of(text: str, below: str) -> tuple[str, str]:
    """(the part that a line names, what follows the label); ("", "") for a line without one."""
    if len(text) > LONGEST_LINE:
        return "", ""
    plain = text.replace("’", "'")
    found = _LABELLED.match(plain)
    if found:
        name = _part(found.group(1))
        if name and not (name in _SIDES and not found.group(2) and "?" in text):
            return name, text[found.start(2) :].strip().strip("*_ ")
        return "", ""
    bare = plain.strip().strip("*_#").strip()
    is_heading = len(bare) <= LONGEST_LABEL and below.strip() != "" and bare.lower() not in _NEVER_ALONE
    return (_part(bare), "") if is_heading else ("", "")


def _part(label: str) -> str:
    label = " ".join(label.strip(" *_\"'").split())
    return next((name for name, pattern in _PATTERNS if pattern.fullmatch(label)), "")


def pieces_of(value: str) -> list[str]:
    """Experts on one line: "Ada <a@x>; Grace <g@y>" are two, and so are two names without addresses."""
    pieces = [piece.strip() for piece in value.split(";") if piece.strip()]
    if len(pieces) > 1 or ADDRESS.search(value):
        return pieces
    names = [piece.strip() for piece in _BETWEEN_NAMES.split(value.rstrip(".")) if piece.strip()]
    are_names = len(names) > 1 and all(_ONLY_NAME.fullmatch(name) for name in names)
    return names if are_names else pieces


_BETWEEN_NAMES = re.compile(r",\s*(?:and\s|und\s|et\s|y\s)?|\s(?:and|und|et|y|&)\s")
_ONLY_NAME = re.compile(r"[^\W\d_a-z][\w.'’-]*(?:\s[\w.'’-]+){0,4}")
