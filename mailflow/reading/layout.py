"""A leader's own words with what HTML says beside the text: rows of tables, addresses behind names."""

import re

from mailflow.reading.labelled import ADDRESS, CELL
from mailflow.reading.lines import Line
from mailflow.reading.message import Message
from mailflow.reading.own_words import Label, OwnWords

MOST_LINKS = 40
_LINK = re.compile(
    r"<a\b[^>]{0,500}?href\s*=\s*[\"']?mailto:([^\"'\s>?]{3,254})[^>]{0,500}>([^<]{1,120})</a", re.IGNORECASE
)


def laid_out(message: Message, own: OwnWords) -> str:
    """The own words, each table row on one line, names that are links with their addresses behind them."""
    blocks = [_block(block.lines) for block in own.blocks if block.label is Label.OWN]
    return _with_addresses("\n\n".join(blocks), message.html)


def _block(lines: tuple[Line, ...]) -> str:
    text, row = "", 0
    for line in lines:
        same_row = line.row and line.row == row
        between = CELL if same_row else "\n\n" if line.gap else "\n"
        text += (between if text else "") + line.text
        row = line.row
    return text


def _with_addresses(words: str, html: str) -> str:
    """Put the address of a link behind the name that it lies under, once each."""
    for found in list(_LINK.finditer(html))[:MOST_LINKS]:
        email, name = found[1].strip(), " ".join(found[2].split())
        is_plain = ADDRESS.fullmatch(email) is not None and not ADDRESS.search(name)
        if is_plain and name and email.lower() not in words.lower():
            words = words.replace(name, f"{name.lstrip('@')} <{email}>", 1)
    return words
