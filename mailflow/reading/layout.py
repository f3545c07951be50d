"""A leader's own words with what HTML says beside the text: rows of tables, addresses behind names."""

import re
from collections.abc import Sequence

from mailflow.reading.labelled import ADDRESS, CELL
from mailflow.reading.lines import Line
from mailflow.reading.message import Message
from mailflow.reading.own_words import Label, OwnWords

MOST_LINKS = 40
MOST_REPEATED = 30  # words
_LINK = re.compile(
    r"<a\b[^<>]{0,500}?href\s*=\s*[\"']?mailto:([^\"'\s>?]{3,254})[^<>]{0,500}>([^<]{1,120})</a",
    re.IGNORECASE,
)


def laid_out(message: Message, own: OwnWords, *, may_repeat: bool = False) -> str:
    """The own words, each table row on one line, names that are links with their addresses behind them.

    `may_repeat`: nothing depends on it that they are not a piece of our own letter.
    """
    blocks = [_block(block.lines) for block in own.blocks if block.label is Label.OWN]
    words = "\n\n".join(blocks) or (_repeated(own) if may_repeat else "")
    return _with_addresses(words, message.html)


def _repeated(own: OwnWords) -> str:
    """What our letter suggested, typed above, below or inside its quote: an answer all the same."""
    ours = [block for block in own.blocks if block.label is Label.OURS]
    if not ours or not any(block.label is Label.HISTORY for block in own.blocks):
        return ""
    above = () if own.blocks[0] is not ours[0] else ours[0].lines
    typed = above or _outside_the_quote([line for block in ours for line in block.lines])
    text = _block(typed)
    return text if len(text.split()) <= MOST_REPEATED else ""


def _outside_the_quote(lines: Sequence[Line]) -> list[Line]:
    """Lines without a quote mark, where the letter beside them has marks."""
    return [line for line in lines if not line.quote] if any(line.quote for line in lines) else []


def _block(lines: Sequence[Line]) -> str:
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
