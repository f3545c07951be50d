"""Text as lines that remember where they stood: in a list, a table, a quote."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum


class Region(StrEnum):
    """What a mail client itself said about a stretch of text."""

    BODY = "body"
    SIGNATURE = "signature"
    ATTRIBUTION = "attribution"  # "On … wrote:" as an element of its own
    BORDER = "border"  # what stands below is history: Outlook's header block and its kin


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line as its writer meant it: wrapping undone, list mark kept in the text."""

    text: str
    gap: bool = False  # an empty line or a paragraph's margin stands before it
    quote: int = 0  # depth of quotation
    indent: int = 0  # blanks before it
    depth: int = 0  # of HTML list items; 0: not in a list
    begins: bool = False  # it begins an HTML list item
    mark: int = 0  # so many characters of `text` are the mark of an HTML list item
    row: int = 0  # number of the HTML table row it stands in; 0: none
    cell: int = 0  # number of the cell in that row
    region: Region = Region.BODY
    at: int = 0  # where it begins in OwnWords.text; own lines only


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """One physical line of plain text, its quote marks counted and taken off."""

    text: str
    quote: int
    indent: int


WIDEST = 80  # programs that wrap by hand do it before this column
NARROWEST = 66
_MARKS = re.compile(r"(?:> ?)+|(?:\| ?)+(?=\S)")
_STARTS_ANEW = re.compile(
    r"[-*•–—·‣◦▪●>+=_~#]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})[.):]\s|\d️?⃣|[^\s:]{1,20}:\s|--\s*$"
)
_SENTENCE_END = (".", "!", "?", ":", ";", "”", '"')


def text_lines(text: str) -> list[Line]:
    """Plain text as lines, wrapping undone where it can be told."""
    raws = [_raw(line) for line in text.replace("\xa0", " ").split("\n")]
    widths = _widths(raws)
    lines: list[Line] = []
    gap, before = False, None
    for raw in raws:
        if not raw.text:
            gap, before = True, None
        elif before is not None and raw.quote == before.quote and _wraps(before, raw, widths):
            lines[-1] = replace(lines[-1], text=f"{lines[-1].text} {raw.text}")
            before = raw
        else:
            same = bool(lines) and lines[-1].quote == raw.quote
            lines.append(Line(text=raw.text, gap=gap and same, quote=raw.quote, indent=raw.indent))
            gap, before = False, raw
    return lines


def _raw(line: str) -> Raw:
    found = _MARKS.match(line) if line.startswith(">") else None
    marks = found[0] if found else ""
    rest = line[len(marks) :]
    bare = rest.strip()
    text = "-- " if bare == "--" else bare
    return Raw(text=text, quote=marks.count(">"), indent=len(rest) - len(rest.lstrip()))


def _widths(raws: Sequence[Raw]) -> dict[int, int]:
    """The column at which each depth of quotation was wrapped."""
    longest: dict[int, int] = {}
    for raw in raws:
        width = len(raw.text) + raw.indent
        if width <= WIDEST + 2 * raw.quote:
            longest[raw.quote] = max(longest.get(raw.quote, NARROWEST), width)
    return longest


def _wraps(before: Raw, raw: Raw, widths: dict[int, int]) -> bool:
    """Whether `before` ended only because the next word did not fit."""
    width = len(before.text) + before.indent
    if width > WIDEST + 2 * raw.quote or _STARTS_ANEW.match(raw.text):
        return False
    first = raw.text.split(" ", 1)[0]
    if width + 1 + len(first) <= widths.get(raw.quote, WIDEST):
        return False
    return not (before.text.endswith(_SENTENCE_END) and width < NARROWEST - 8)
