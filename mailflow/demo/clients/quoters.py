"""People who answer below or between quoted lines: Thunderbird and Mutt."""

from dataclasses import dataclass
from html import escape
from itertools import zip_longest

from mailflow.demo.clients import wire
from mailflow.demo.clients.draft import Draft, numbered, paragraphs, quoted, stacked, twelve_hours, wrapped
from mailflow.demo.clients.wire import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stretch:
    """Some blocks of the letter, then what was typed below them; either may be empty."""

    quote: str
    words: str


def thunderbird(draft: Draft) -> bytes:
    """Thunderbird, answered between the lines: each piece below a paragraph of the letter."""
    moment = draft.quoted_at
    said = (
        f"On {moment.month}/{moment.day}/{moment.year} {twelve_hours(moment)}, {draft.original.name} wrote:"
    )
    stretches = _between(draft)
    text = "\n\n".join(stacked(quoted(one.quote), wrapped(one.words)) for one in stretches)
    cite = f'<blockquote type="cite" cite="mid:{escape(draft.original.message_id.strip("<>"))}">'
    shown = "\n".join(_shown(one, cite) for one in stretches)
    html = (
        '<!DOCTYPE html>\n<html>\n<head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8">'
        f'</head>\n<body>\n<div class="moz-cite-prefix">{escape(said)}<br></div>\n{shown}\n</body>\n</html>'
    )
    parts = [
        Part(kind="text/plain", text=f"{said}\n{text}", encoding="8bit"),
        Part(kind="text/html", text=html, encoding="8bit"),
    ]
    identifier = f"<{draft.uuid}@{draft.domain}>"
    fields = [
        *wire.usual_fields(draft, draft.original.subject_again, identifier),
        ("User-Agent", "Mozilla Thunderbird"),
        ("Content-Language", "en-GB"),
    ]
    return wire.alternative(fields, parts, f"------------{draft.seed[:24]}")


def mutt(draft: Draft) -> bytes:
    """Mutt: plain text only, the whole letter behind "> " and the answer below it, signature marked."""
    moment = draft.quoted_at
    said = f"On {moment:%a, %b %d, %Y at %H:%M:%S%z}, {draft.original.name or draft.original.email} wrote:"
    own = stacked(wrapped(draft.text), numbered(draft.pieces), draft.closing)
    text = f"{said}\n{quoted(draft.original.text)}\n\n{own}\n\n-- \n{draft.name}"
    fields = [
        *wire.usual_fields(draft, draft.original.subject_again, f"<Z{draft.seed[:16]}@{draft.domain}>"),
        ("Content-Disposition", "inline"),
        ("User-Agent", "Mutt/2.2.9 (2022-11-12)"),
    ]
    return wire.plain(fields, Part(kind="text/plain", text=text, encoding="8bit"))


def _between(draft: Draft) -> list[_Stretch]:
    """The letter up to its question, then pieces and remaining paragraphs by turns, the closing last."""
    blocks = draft.original.blocks
    cut = _place_of_question(blocks)
    words = [*([draft.text] if draft.text else []), *draft.pieces]
    first, rest = words[:1], words[1:]
    stretches = [_Stretch(quote="\n\n".join(blocks[:cut]), words="".join(first))]
    # What is left of the letter once the words have run out stays together.
    quotes = [*blocks[cut : cut + len(rest)], "\n\n".join(blocks[cut + len(rest) :])]
    typed_below = [*rest, *[""] * (len(quotes) - 1 - len(rest)), draft.closing]
    stretches += [_Stretch(quote=q, words=w) for q, w in zip_longest(quotes, typed_below, fillvalue="")]
    return [one for one in stretches if one.quote or one.words]


def _place_of_question(blocks: tuple[str, ...]) -> int:
    """How many blocks stand before the answer: up to the last question, else the first one alone."""
    asking = [number for number, block in enumerate(blocks, 1) if block.rstrip().endswith("?")]
    return asking[-1] if asking else 1


def _shown(stretch: _Stretch, cite: str) -> str:
    quote = f"{cite}\n{paragraphs(stretch.quote, '<p>', '</p>')}\n</blockquote>" if stretch.quote else ""
    return "\n".join(part for part in (quote, paragraphs(stretch.words, "<p>", "</p>")) if part)
