"""How many months a leader gives themselves: "six months", "by the summer", "bis Ende Juni"."""

import re
from datetime import datetime

from mailflow.reading.languages import MONTHS as MONTH_NAMES
from mailflow.reading.languages.kickoffs import (
    BARE_IN,
    BY,
    LATER_YEAR,
    MONTHS,
    NEXT,
    NUMBERS,
    SEASONS,
    WANTS,
    WITHIN,
    YEARS,
)

_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
_HALF = r"half(?:\s+of)?(?:\s+a)?|halben?|halbes|demi-?|medio"
_SPAN = (
    rf"(?:(?P<low>\d{{1,2}})\s*(?:-|–|to|bis|à|a|or|oder|ou|o)\s*)?(?:(?P<half>{_HALF})|(?P<number>{_NUMBER}))?"
    rf"\s*-?\s*(?:{NEXT}\s+)?(?:(?P<months>{MONTHS})|(?P<years>{YEARS}))\b"
)
_ALONE = re.compile(rf"(?<![\w]){_SPAN}", re.IGNORECASE)
_ARTICLE = r"(?:the\s+|den\s+|der\s+|dem\s+|les\s+|la\s+|l'|los\s+|las\s+|el\s+|about\s+|around\s+)*"
_AHEAD = re.compile(
    rf"\b(?:{WITHIN}|{BARE_IN}|horizon(?:\s+of|\s+is|:)?)\s+{_ARTICLE}(?P<next>{NEXT}\s+)?{_SPAN}",
    re.IGNORECASE,
)
_CALLED = re.compile(
    rf"\b(?:horizon|horizonte?|time\s?frame|zeitraum|zeitrahmen|délai|plazo)\s*(?::|\bis\b|\bof\b|\bto\b|\bauf\b|\bà\b|\bist\b|\best\b|\bes\b)?\s*{_SPAN}",
    re.IGNORECASE,
)
_SURELY = re.compile(rf"{WITHIN}\b|horizon|.*\b{NEXT}\b", re.IGNORECASE)
_NAMES = {**{word: number for word, number in MONTH_NAMES.items() if len(word) > 2}, **SEASONS}
_WORDS = "|".join(re.escape(word) for word in sorted(_NAMES, key=len, reverse=True))
_MOMENT = rf"(?P<word>{_WORDS})\b\.?(?:\s+(?:of\s+|de\s+)?(?:(?P<year>20\d\d)|(?P<later>{LATER_YEAR})))?"
_BY = re.compile(rf"\b{BY}{_MOMENT}", re.IGNORECASE)
_NAMED = re.compile(rf"\b{_MOMENT}", re.IGNORECASE)
_WANTS = re.compile(rf"(?:\b|(?=')){WANTS}\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[,.;:!?\n]")
_FIRST_WORDS = 60  # how far after "in six months" the wish may stand: "In six months I want ..."
LONGEST = 2_000


def months(text: str, written_at: datetime | None) -> int | None:
    """A labelled horizon in months; None where none is said."""
    text = text.strip().replace("’", "'")[:LONGEST]
    found = _ALONE.search(text)
    if found and (found["number"] or found["half"] or found["low"] or found["years"]):
        return _length(found)
    named = _BY.search(text) or _NAMED.search(text)
    if named:
        return _until(named, written_at)
    return int(text) if text.isdigit() and len(text) < 4 else None


def horizon_called(words: str) -> int | None:
    """The span of time that is called a horizon, wherever it stands."""
    found = _CALLED.search(words)
    return _length(found) if found else None


def horizon_in(prose: str, written_at: datetime | None) -> int | None:
    """The horizon that a stretch of prose speaks of; other spans of time are none."""
    for found in _AHEAD.finditer(prose):
        if _is_ahead(prose, found):
            return _length(found)
    by = _BY.search(prose)
    return _until(by, written_at) if by else None


def _is_ahead(prose: str, found: re.Match[str]) -> bool:
    """Whether a span is one the leader looks forward to ("I want, in six months, ...")."""
    if not (found["number"] or found["half"] or found["low"] or found["next"] or found["years"]):
        return False
    if _SURELY.match(found.group()):
        return True
    if found["number"] and NUMBERS.get(found["number"].lower(), 2) == 1:
        return False  # "in a month", "in einem Jahr" tell of something else
    before = _CLAUSE.split(prose[max(0, found.start() - 200) : found.start()])[-1]
    after = _CLAUSE.split(prose[found.end() : found.end() + _FIRST_WORDS])[0]
    return bool(_WANTS.search(before) or _WANTS.search(after))


def _length(found: re.Match[str]) -> int:
    unit = 1 if found["months"] else 12
    if found["half"]:
        return 6 if unit == 12 else 1
    high = _number(found["number"] or "1") * unit
    return (int(found["low"]) * unit + high) // 2 if found["low"] else high


def _until(found: re.Match[str], written_at: datetime | None) -> int | None:
    if written_at is None:
        return None
    month = _NAMES[found["word"].lower()]
    years = int(found["year"]) - written_at.year if found["year"] else int(bool(found["later"]))
    ahead = month - written_at.month + 12 * years
    return ahead if ahead > 0 else (ahead % 12 or 12)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word.lower()]
