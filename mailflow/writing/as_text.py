"""A letter's tree read as plain text, wrapped to 72 columns: 74 where one letter shows another.

Fixed lines, not format=flowed (RFC 3676): hanging list marks and quotes within quotes do not survive
flowing, and the clients that would flow show the HTML part anyway.  People's own words keep their line
breaks and their spacing; only a line too long to read gains breaks, at its blanks.
"""

import textwrap
from xml.etree.ElementTree import Element

from mailflow.writing.markup import has_blocks, has_own_words, inline

WIDTH = 72
_INDENT = " " * 4
_WIDEST_COLUMN = 14


def as_text(tree: Element) -> str:
    """The whole letter, lines ended by newlines."""
    return "\n".join(_blocks(tree, WIDTH)) + "\n"


def _blocks(element: Element, width: int) -> list[str]:
    """The blocks inside, a blank line between them."""
    result: list[str] = []
    for child in element:
        told = _block(child, width)
        result += ["", *told] if result and told else told
    return result


def _block(block: Element, width: int) -> list[str]:
    match block.tag:
        case "quote":
            return _quoted(block, width)
        case "ol" | "ul":
            return _list(block, width)
        case "table":
            return _table(block, width)
        case "rule":
            return ["-" * 24]
        case "h2":
            return _title(inline(block), width)
        case _:
            return _words(block, width)


def _title(title: str, width: int) -> list[str]:
    lines = _wrapped(" ".join(title.split()), width)
    return [*lines, "=" * max(len(line) for line in lines)]


def _words(block: Element, width: int) -> list[str]:
    """The lines of one block; the one sentence of the method stays whole, however long."""
    if has_blocks(block):
        return _blocks(block, width)
    lines = [line.rstrip() if has_own_words(block) else line.strip() for line in inline(block).split("\n")]
    if block.tag == "sentence":
        return lines
    return [wrapped for line in lines for wrapped in _wrapped(line, width)]


def _wrapped(line: str, width: int) -> list[str]:
    """The line as it is where it fits, else broken at blanks, never within a word."""
    if len(line) <= width:
        return [line]
    return textwrap.wrap(
        line,
        width,
        expand_tabs=False,
        replace_whitespace=False,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _quoted(block: Element, width: int) -> list[str]:
    """Somebody's words indented; a whole letter, shown within another, behind marks."""
    if has_blocks(block):
        # As wide as outside: the letter shown has the very lines it will have.
        return [f"> {line}".rstrip() for line in _words(block, width)]
    # No marks within what people said: copied or searched for, it is what they said.
    return [(_INDENT + line).rstrip() for line in _words(block, width - len(_INDENT))]


def _list(block: Element, width: int) -> list[str]:
    """Marks hang; a blank line stands between entries that hold somebody's words."""
    result: list[str] = []
    start = int(block.get("start", "1"))
    for number, entry in enumerate(block, start=start):
        mark = f"{number}. " if block.tag == "ol" else "- "
        told = _words(entry, width - len(mark)) or [""]
        if result and has_own_words(block):
            result.append("")
        result += [mark + told[0], *((" " * len(mark) + line).rstrip() for line in told[1:])]
    return result


def _table(block: Element, width: int) -> list[str]:
    """Columns side by side, the first as wide as is left for it."""
    rows = [[inline(cell) for cell in row] for row in block]
    columns = max(len(row) for row in rows)
    widths = [
        min(_WIDEST_COLUMN, max(len(row[column]) for row in rows if len(row) > column))
        for column in range(1, columns)
    ]
    first = width - sum(size + 2 for size in widths)
    result: list[str] = []
    for row in rows:
        result += _row(row, [min(first, max(len(other[0]) for other in rows)), *widths])
    return result


def _row(row: list[str], widths: list[int]) -> list[str]:
    cells = [textwrap.wrap(cell, size) or [""] for cell, size in zip(row, widths, strict=False)]
    height = max(len(cell) for cell in cells)
    lines = []
    for line in range(height):
        parts = [
            (cell[line] if line < len(cell) else "").ljust(size)
            for cell, size in zip(cells, widths, strict=False)
        ]
        lines.append("  ".join(parts).rstrip())
    return lines
