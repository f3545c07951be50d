"""Where somebody else's mail begins: attribution lines, separators, header blocks; by bounded rules."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mailflow.reading.languages import (
    ATTRIBUTION_OPENS,
    ATTRIBUTION_VERB,
    FROM_KEYS,
    HEADER_KEYS,
    ORIGINAL,
    folded,
)
from mailflow.reading.lines import Line, Region

LONGEST_ATTRIBUTION = 400
MOST_RULES = 3  # lines of dashes before a header block
_OPENING = re.compile(r"[*_\s]*([^\W\d_]+(?: [^\W\d_]+)?)")
_KEY = re.compile(r"[*_\s]*([^\W\d_][^:*]{0,24}?)\s?[*_]*\s?:[*_]*(?:\s+(.*))?$", re.DOTALL)
_ADDRESS = re.compile(r"<?[\w.+-]{1,64}@[\w.-]{1,80}>?")
_WHEN = re.compile(r"\d{1,4}[./-]\d{1,2}|\d{1,2}[:.h]\d{2}|\b(?:19|20)\d\d\b")
_RULE = re.compile(r"[-_=*\s]{5,}$")
_DASHED = re.compile(r"-{2,}\s*(.{3,60}?)\s*-{2,}$|(.{3,60}?):?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """Where a stretch of history begins."""

    start: int  # its first line
    end: int  # the line after its attribution or header block
    quoted: bool  # its text bears quote marks, so that what has none is not part of it
    sender: str = ""  # what its From line or attribution says
    forwarded: bool = False


def breaks(lines: Sequence[Line]) -> list[Break]:
    """Every place where history begins, in order."""
    found: list[Break] = []
    place = 0
    while place < len(lines):
        here = _break_at(lines, place)
        if here is None:
            place += 1
        else:
            found.append(here)
            place = here.end
    return found


def _break_at(lines: Sequence[Line], place: int) -> Break | None:
    return (
        _header_block(lines, place)
        or _attribution(lines, place)
        or _original(lines, place)
        or _border(lines, place)
    )


def _border(lines: Sequence[Line], place: int) -> Break | None:
    if lines[place].region is not Region.BORDER:
        return None
    block = _header_block(lines, place + 1) if place + 1 < len(lines) else None
    end, sender = (block.end, block.sender) if block else (place, "")
    return Break(start=place, end=max(end, place + 1), quoted=False, sender=sender)


# --- From: / Sent: / To: ---


def _header_block(lines: Sequence[Line], place: int) -> Break | None:
    """Three header lines together, or two after a rule; the sender's among them."""
    start = place
    place = _after_rules(lines, place)
    keys, end, sender = set(), place, ""
    for line in lines[place : place + 9]:
        key, value = header_line(line.text)
        if not key or (end > place and line.gap):
            break
        keys.add(key)
        sender = value if key in FROM_KEYS and not sender else sender
        end += 1
    is_block = bool(sender) and (len(keys) > 2 or (len(keys) == 2 and (place > start or "@" in sender)))
    if not is_block:
        return None
    forwarded = any(ORIGINAL.search(folded(line.text)) for line in lines[start:place])
    return Break(
        start=start, end=end, quoted=_quoted_after(lines, start, end), sender=sender, forwarded=forwarded
    )


def header_line(text: str) -> tuple[str, str]:
    """`*Von:* Ada` as ("von", "Ada"); ("", "") when it is no header line."""
    found = _KEY.match(text[:2000])
    if found is None:
        return "", ""
    key = folded(found[1].strip(" *_"))
    return (key, (found[2] or "").strip()) if key in HEADER_KEYS else ("", "")


def _after_rules(lines: Sequence[Line], place: int) -> int:
    """Past "____" and "-----Original Message-----" lines."""
    last = min(place + MOST_RULES, len(lines))
    while place < last and (_RULE.match(lines[place].text) or _names_original(lines[place].text)):
        place += 1
    return place


# --- -----Original Message----- ---


def _original(lines: Sequence[Line], place: int) -> Break | None:
    """A separator alone, without a header block that we could read."""
    text = lines[place].text
    if not (_names_original(text) and text.count("-") > 3):
        return None
    return Break(start=place, end=place + 1, quoted=_quoted_after(lines, place, place + 1), forwarded=True)


def _names_original(text: str) -> bool:
    found = _DASHED.match(text) if len(text) <= 120 else None
    return found is not None and ORIGINAL.match(folded(found[1] or found[2]).strip(" -:*")) is not None


# --- On …, … wrote: ---


def _attribution(lines: Sequence[Line], place: int) -> Break | None:
    """One to four lines that say who wrote when; wrapped anywhere."""
    if lines[place].region is Region.ATTRIBUTION:
        return _attributed(lines, place, place + 1)
    joined = ""
    for end in range(place + 1, min(place + 5, len(lines) + 1)):
        line = lines[end - 1]
        if line.quote != lines[place].quote or (line.gap and end > place + 1):
            return None
        joined = f"{joined} {line.text}".strip()
        if len(joined) > LONGEST_ATTRIBUTION:
            return None
        if is_attribution(joined) or (joined.endswith(":") and _is_foreign(joined, lines, end)):
            return _attributed(lines, place, end)
    return None


def _attributed(lines: Sequence[Line], start: int, end: int) -> Break:
    sender = " ".join(line.text for line in lines[start:end])
    return Break(start=start, end=end, quoted=_quoted_after(lines, start, end), sender=sender)


def is_attribution(text: str) -> bool:
    """Whether `text` says who wrote when, in a language we know."""
    words = folded(text).rstrip(" *_")
    if not words.endswith((":", "wrote", "schrieb")) or not (_WHEN.search(words) or _ADDRESS.search(words)):
        return False
    opening = _OPENING.match(words)
    verb = ATTRIBUTION_VERB.search(words)
    if verb is None:
        return False
    opens = opening is not None and (
        opening[1] in ATTRIBUTION_OPENS or opening[1].split(" ")[0] in ATTRIBUTION_OPENS
    )
    return opens or _ADDRESS.search(words) is not None or verb.end() >= len(words) - 2


def _is_foreign(text: str, lines: Sequence[Line], end: int) -> bool:
    """A date or an address and a colon, and then a quote: an attribution in any language."""
    follows = end < len(lines) and lines[end].quote > lines[end - 1].quote
    return follows and (_ADDRESS.search(text) is not None or _WHEN.search(text) is not None)


def _quoted_after(lines: Sequence[Line], start: int, end: int) -> bool:
    """Whether the text that follows bears (more) quote marks."""
    return end < len(lines) and lines[end].quote > lines[start].quote
