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
LONGEST_RULED = 120
MOST_HEADER_LINES = 12
MOST_RULES = 3  # lines of dashes before a header block
_OPENING = re.compile(r"[*_\s]*([^\W\d_]+(?: [^\W\d_]+)?)")
_KEY = re.compile(
    r"[*_\s]*([^\W\d_][^:*]{0,24}?)\s?[*_]*\s?(?::[*_]*(?:\s+(.*))?|：[*_]*\s*(.*))$", re.DOTALL
)
_ADDRESS = re.compile(r"<?[\w.+-]{1,64}@[\w.-]{1,80}>?")
_DAY = re.compile(r"\d{1,4}[./-]\s?\d{1,2}|(?<!\d)(?:19|20)\d\d(?!\d)|\d{1,2}[月월]")
_CLOCK = re.compile(r"(?<!\d)\d{1,2}[:.h]\d{2}(?!\d)")
# Some programs name no verb: "пн, 30 нояб. 2026 г. в 10:00, Lee <lee@x.example>:".
_ENDS_IN_ADDRESS = re.compile(r"[(<]\s?[\w.+-]{1,64}@[\w.-]{1,80}\s?[)>]\s?[:：]$")
# As old web mailers did: "2011/4/7 Lee Ray <lee@x.example>".
_FROM_OLD = re.compile(r"\d{4}[/.-]\d{1,2}[/.-]\d{1,2}\s[^<]{1,100}<[\w.+-]{1,64}@[\w.-]{1,80}>$")
_DASH = r"[-‐‑‒–—_=]"  # what programs draw their rules with
_RULE = re.compile(rf"(?:{_DASH}|[*\s]){{3,}}$")
_DASHED = re.compile(rf"{_DASH}{{2,}}\s*(.{{3,60}}?)\s*{_DASH}{{2,}}$|(.{{3,60}}?)[:：]?$")
_RULED = re.compile(rf"{_DASH}{{2,}}.*{_DASH}{{2,}}$")
_ATTRIBUTION_ENDS = (":", "：", "wrote", "schrieb", "写道", "寫道")


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
    headers, end = _headers(lines, place)
    sender = next((value for key, value in headers if key in FROM_KEYS and value), "")
    is_sent = len({key for key, _ in headers}) > (1 if place > start or "@" in sender else 2)
    if not (is_sent if sender else _is_dated_and_addressed(headers)):
        return None
    forwarded = any(ORIGINAL.search(folded(line.text)) for line in lines[start:place])
    return Break(
        start=start, end=end, quoted=_quoted_after(lines, start, end), sender=sender, forwarded=forwarded
    )


def _headers(lines: Sequence[Line], place: int) -> tuple[list[tuple[str, str]], int]:
    """The header lines from `place` on as (key, value), and the line after them; long values are wrapped."""
    headers: list[tuple[str, str]] = []
    end = place
    for number in range(place, min(place + MOST_HEADER_LINES, len(lines))):
        if end > place and lines[number].gap:
            break
        key, value = header_line(lines[number].text)
        if key:
            headers.append((key, value))
            end = number + 1
        elif not headers or number > end:
            break
    return headers, end


def _is_dated_and_addressed(headers: Sequence[tuple[str, str]]) -> bool:
    """Whether a block without a sender says when and to which address it was sent."""
    is_stamped = any(_DAY.search(value) and _CLOCK.search(value) for _, value in headers)
    return is_stamped and any(_ADDRESS.search(value) for _, value in headers)


def header_line(text: str) -> tuple[str, str]:
    """`*Von:* Ada` as ("von", "Ada"); ("", "") when it is no header line."""
    found = _KEY.match(text[:2000])
    if found is None:
        return "", ""
    key = folded(found[1].strip(" *_"))
    return (key, (found[2] or found[3] or "").strip()) if key in HEADER_KEYS else ("", "")


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
    if not ((_names_original(text) and _RULED.match(text)) or _is_ruled_attribution(text)):
        return None
    return Break(start=place, end=place + 1, quoted=_quoted_after(lines, place, place + 1), forwarded=True)


def _names_original(text: str) -> bool:
    found = _DASHED.match(text) if len(text) <= LONGEST_RULED else None
    return found is not None and ORIGINAL.match(folded(found[1] or found[2]).strip(" -:*")) is not None


def _is_ruled_attribution(text: str) -> bool:
    """Such as "---- Lee Ray wrote ----"."""
    found = _DASHED.match(text) if len(text) <= LONGEST_RULED else None
    words = folded(found[1] or "").rstrip(":") if found is not None else ""
    return any(verb.end() >= len(words) for verb in ATTRIBUTION_VERB.finditer(words))


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
        if is_attribution(joined):
            return None if _begins_below(lines, place, end) else _attributed(lines, place, end)
        if joined.endswith((":", "：")) and _is_foreign(joined, lines, end):
            return _attributed(lines, place, end)
    return None


def _attributed(lines: Sequence[Line], start: int, end: int) -> Break:
    sender = " ".join(line.text for line in lines[start:end])
    return Break(start=start, end=end, quoted=_quoted_after(lines, start, end), sender=sender)


def _begins_below(lines: Sequence[Line], place: int, end: int) -> bool:
    """Whether the first line is somebody's own, and the attribution begins on the next."""
    first = lines[place].text
    rest = " ".join(line.text for line in lines[place + 1 : end])
    return not (_is_dated(first) or _ADDRESS.search(first) or _opens(first)) and is_attribution(rest)


def is_attribution(text: str) -> bool:
    """Whether `text` says who wrote when, in a language we know."""
    words = folded(text).rstrip(" *_")
    if _FROM_OLD.match(words):
        return True
    has_address = _ADDRESS.search(words) is not None
    if not words.endswith(_ATTRIBUTION_ENDS) or not (_is_dated(words) or has_address):
        return False
    is_stamped = _DAY.search(words) is not None and _CLOCK.search(words) is not None
    verb = ATTRIBUTION_VERB.search(words)
    if verb is None:
        return is_stamped and _ENDS_IN_ADDRESS.search(words) is not None
    return _opens(words) or has_address or is_stamped or verb.end() >= len(words) - 2


def _is_dated(words: str) -> bool:
    return _DAY.search(words) is not None or _CLOCK.search(words) is not None


def _opens(text: str) -> bool:
    opening = _OPENING.match(folded(text))
    if opening is None:
        return False
    return opening[1] in ATTRIBUTION_OPENS or opening[1].split(" ")[0] in ATTRIBUTION_OPENS


def _is_foreign(text: str, lines: Sequence[Line], end: int) -> bool:
    """A date or an address and a colon, and then a quote: an attribution in any language."""
    follows = end < len(lines) and lines[end].quote > lines[end - 1].quote
    return follows and (_ADDRESS.search(text) is not None or _is_dated(text))


def _quoted_after(lines: Sequence[Line], start: int, end: int) -> bool:
    """Whether the text that follows bears (more) quote marks."""
    return end < len(lines) and lines[end].quote > lines[start].quote
