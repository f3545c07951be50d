"""From "back Monday", "after the 14th", "in two weeks" to a day, in every language.  Never a guess.

No library that reads dates from anything: one of them turned "next week, may be 3 or 10" into 2010.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mailflow.reading.languages import (
    AFTER_WORDS,
    AHEAD_AFTER_WORDS,
    AHEAD_WORDS,
    DAY_UNITS,
    DAYS_AHEAD,
    END_OF_MONTH,
    END_OF_NEXT_WEEK,
    END_OF_WEEK,
    FORTNIGHTS,
    MONTH_UNITS,
    MONTHS,
    NEXT_MONTH,
    NEXT_WEEK,
    NEXT_WORDS,
    SMALL_NUMBERS,
    UNTIL_WORDS,
    WEEK_UNITS,
    WEEKDAYS,
    folded,
)
from mailflow.reading.languages.shape import is_unspaced

FARTHEST = 400  # days; beyond them nobody means a day
LONGEST = 20_000  # characters looked at
FRIDAY, SATURDAY = 4, 5
_GRACE = 4  # "away until the 10th, back on the 11th" is one return
# Words that may stand before any day; the others say that this day is the one waited for.
_WEAK = frozenset(
    {"on", "this", "from", "coming", "starting", "to", "am", "vom", "diesen", "diese", "diesem", "dieser"}
    | {"le", "du", "ce", "au", "pour", "el", "este", "del", "desde el", "para"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A day named at a place in the text."""

    start: int
    end: int
    day: date
    is_range: bool = False  # "next week": the day is its first working day
    is_weekday: bool = False


def read_until(text: str, written_at: datetime, language: str) -> date | None:
    """The one day `text` says to wait for, as seen from `written_at`; None when it names none or several.

    A vague week is its first working day.  `language` only decides how 3/4/2026 is read, and where that
    is uncertain it is not.
    """
    words = folded(text[:LONGEST])
    today = written_at.date()
    named = _dated_first(_apart([found for look in _LOOKS for found in look(words, today, language)]))
    weighed = [(_weight(words, found.start), _waited_for(words, found)) for found in named]
    weighed = [(weight, day) for weight, day in weighed if today <= day <= today + timedelta(FARTHEST)]
    if not weighed:
        return None
    heaviest = max(weight for weight, _ in weighed)
    days = {day for weight, day in weighed if weight == heaviest}
    return max(days) if max(days) - min(days) <= timedelta(_GRACE if heaviest else 0) else None


def _apart(found: list[_Found]) -> list[_Found]:
    """The longest of those that overlap: "Monday 16 March" is one day, named once."""
    kept: list[_Found] = []
    for one in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        if all(one.end <= other.start or one.start >= other.end for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)


def _dated_first(found: list[_Found]) -> list[_Found]:
    """Without a weekday that a date explains: "Thursday week, 10 December"."""
    dated = {one.day.weekday() for one in found if not one.is_weekday and not one.is_range}
    return [one for one in found if not (one.is_weekday and one.day.weekday() in dated)]


def _weight(words: str, start: int) -> int:
    found = _BEFORE.search(words[max(0, start - 40) : start])
    return int(found is not None and found[1] not in _WEAK)


def _waited_for(words: str, found: _Found) -> date:
    """The day itself, or the one after it where it must have passed."""
    before = words[max(0, found.start - 30) : found.start]
    return found.day + timedelta(1) if _AFTER.search(before) and not found.is_range else found.day


# --- calendar ---


def _in_year(day: int, month: int, today: date) -> date | None:
    """The next such day; a month ago is a slip of the past, not next year."""
    for year in (today.year, today.year + 1):
        made = _day(year, month, day)
        if made is not None and made >= today:
            return made
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _working(day: date) -> date:
    """`day`, or the Monday after a weekend."""
    return day + timedelta(7 - day.weekday()) if day.weekday() >= SATURDAY else day


def _monday_after(today: date) -> date:
    return today + timedelta(7 - today.weekday())


def _first_of_next_month(today: date) -> date:
    return date(today.year + today.month // 12, today.month % 12 + 1, 1)


# --- the words, as patterns ---


def _any(words: dict[str, int] | tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_MONTH = _any({word: number for word, number in MONTHS.items() if len(word) > 2})
_WEEKDAY = _any({word: number for word, number in WEEKDAYS.items() if len(word) > 2})
_ORDINAL = r"(?:st|nd|rd|th|er|º|\.)?"
_BEFORE = re.compile(rf"(?<!\w)({_any(UNTIL_WORDS + AFTER_WORDS)})[\s,:]+(?:the |den |dem |der |das |l')?$")
_AFTER = re.compile(rf"(?<!\w)(?:{_any(AFTER_WORDS)})\s+(?:the |dem |le )?$")
_DAY_MONTH = re.compile(
    rf"(?<![\w.,/])(\d{{1,2}}){_ORDINAL}\s?(?:of |de |du )?\s?({_MONTH})\b\.?"
    r"(?:,?\s(?:de(?:l)? )?((?:19|20)\d\d)\b)?"
)
_MONTH_DAY = re.compile(
    rf"(?<!\w)({_MONTH})\.?\s(\d{{1,2}})(?:st|nd|rd|th)?(?![\d:.]\d)\b(?:,?\s((?:19|20)\d\d)\b)?"
)
_ISO = re.compile(r"(?<![\d-])((?:19|20)\d\d)-(\d{2})-(\d{2})(?![\d-])")
_DOTTED = re.compile(r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)?\d\d)?(?![\d.]*\d)")
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?:/((?:19|20)?\d\d))?(?![\d/])")
_WEEKDAYS = re.compile(rf"(?<!\w)(?:({_any(NEXT_WORDS)})\s)?({_WEEKDAY})(?:\s({_any(NEXT_WORDS)}))?(?!\w)")
_THE_NTH = re.compile(r"(?<!\w)the (\d{1,2})(?:st|nd|rd|th)(?!\w)|(?<![\w.,])(\d{1,2})(?:st|nd|rd|th)(?!\w)")
_UNTIL_NTH = re.compile(
    r"(?<!\w)(?:bis zum|nach dem|ab dem|am|zum|erst nach dem|dem) (\d{1,2})\.(?!\s?\d)|"
    r"(?<!\w)(?:après le|avant le|jusqu'au|le|dès le|à partir du) (\d{1,2})"
    r"(?![\w:,.%]|\s?(?:h\b|heures|jours|semaines))|"
    r"(?<!\w)(?:después del|antes del|hasta el|el día|a partir del) (\d{1,2})(?![\w:,.%])"
)
_UNIT = _any((*DAY_UNITS, *WEEK_UNITS, *MONTH_UNITS, *FORTNIGHTS))
_PLEASE = r"(?:about |please |just |etwa |ca\.? |bitte |doch |por favor |per favore )"
_AHEAD = re.compile(
    rf"(?<!\w)(?:({_any(AHEAD_WORDS)})\s)?{_PLEASE}?(\d{{1,2}}|{_any(SMALL_NUMBERS)})"
    rf"\s(?:more |weitere |)?({_UNIT})(?!\w)'?(?:\s({_any(AHEAD_AFTER_WORDS)})(?!\w))?"
)
_IN_MONTH = re.compile(
    rf"(?<!\w)(?:in|im|en|early|anfang|début|mid-?|mitte|mi-?|a principios de)\s?({_MONTH})(?!\w)"
)
_END_OF = re.compile(rf"(?<!\w)(?:end of|ende|fin|fin de|finales de)\s({_MONTH})(?!\w)")
_PER_WEEK = 7


def _whole(word: str) -> str:
    return re.escape(word) if is_unspaced(word) else rf"(?<!\w){re.escape(word)}(?!\w)"


def _phrase(phrases: tuple[str, ...]) -> re.Pattern[str]:
    spaced = tuple(phrase for phrase in phrases if not is_unspaced(phrase))
    unspaced = "".join(f"|{re.escape(phrase)}" for phrase in phrases if is_unspaced(phrase))
    return re.compile(rf"(?<!\w)(?:the )?(?:{_any(spaced)})(?!\w){unspaced}")


# --- looks: each finds one way of naming a day ---

_Look = Callable[[str, date, str], Iterator[_Found]]


def _months(words: str, today: date, language: str) -> Iterator[_Found]:  # noqa: ARG001 - all looks are called alike
    for found in _DAY_MONTH.finditer(words):
        yield from _dated(found, today, found[1], MONTHS[found[2]], found[3])
    for found in _MONTH_DAY.finditer(words):
        yield from _dated(found, today, found[2], MONTHS[found[1]], found[3])


def _numeric(words: str, today: date, language: str) -> Iterator[_Found]:
    for found in _ISO.finditer(words):
        yield from _dated(found, today, found[3], int(found[2]), found[1])
    for found in _DOTTED.finditer(words):
        yield from _dated(found, today, found[1], int(found[2]), found[3])
    for found in _SLASHED.finditer(words):
        first, second = int(found[1]), int(found[2])
        is_certain = language in {"fr", "es", "de"} or first > 12 or first == second
        if is_certain:
            yield from _dated(found, today, found[1], second, found[3])
        elif second > 12:
            yield from _dated(found, today, found[2], first, found[3])


def _dated(found: re.Match[str], today: date, day: str, month: int, year: str | None) -> Iterator[_Found]:
    if year:
        made = _day(int(year) + (2000 if len(year) == 2 else 0), month, int(day))
    else:
        made = _in_year(int(day), month, today) if 1 <= month <= 12 else None
    if made is not None:
        yield _Found(start=found.start(), end=found.end(), day=made)


def _nth(words: str, today: date, language: str) -> Iterator[_Found]:  # noqa: ARG001 - all looks are called alike
    for pattern in (_THE_NTH, _UNTIL_NTH):
        for found in pattern.finditer(words):
            group = found.lastindex or 1
            day = int(found[group])
            later = _first_of_next_month(today)
            made = (
                _day(today.year, today.month, day) if day >= today.day else _day(later.year, later.month, day)
            )
            if made is not None:
                yield _Found(start=found.start(group), end=found.end(), day=made)


def _weekdays(words: str, today: date, language: str) -> Iterator[_Found]:  # noqa: ARG001 - all looks are called alike
    for found in _WEEKDAYS.finditer(words):
        ahead = (WEEKDAYS[found[2]] - 1 - today.weekday()) % 7 or 7
        if (found[1] or found[3]) and today.weekday() + ahead <= 6:
            ahead += 7  # "next Friday", said on a Tuesday
        day = today + timedelta(ahead)
        yield _Found(start=found.start(), end=found.end(), day=day, is_weekday=True)


def _ahead(words: str, today: date, language: str) -> Iterator[_Found]:  # noqa: ARG001 - all looks are called alike
    for found in _AHEAD.finditer(words):
        if not (found[1] or found[4]):
            continue
        number = int(found[2]) if found[2].isdigit() else SMALL_NUMBERS[found[2]]
        yield _Found(start=found.start(), end=found.end(), day=today + timedelta(number * _days(found[3])))


def _days(unit: str) -> int:
    if unit in DAY_UNITS:
        return 1
    if unit in FORTNIGHTS:
        return 2 * _PER_WEEK
    return _PER_WEEK if unit in WEEK_UNITS else 30


def _vague(words: str, today: date, language: str) -> Iterator[_Found]:  # noqa: ARG001 - all looks are called alike
    for pattern, day in _vague_days(today):
        for found in pattern.finditer(words):
            yield _Found(start=found.start(), end=found.end(), day=day, is_range=True)
    for word, ahead in DAYS_AHEAD.items():
        for found in re.finditer(_whole(word), words):
            yield _Found(start=found.start(), end=found.end(), day=today + timedelta(ahead))


def _vague_days(today: date) -> Iterator[tuple[re.Pattern[str], date]]:
    friday = today + timedelta((FRIDAY - today.weekday()) % 7)
    month = _first_of_next_month(today)
    yield _END_OF_NEXT_WEEK, _monday_after(today) + timedelta(FRIDAY)
    yield _NEXT_WEEK, _monday_after(today)
    yield _END_OF_WEEK, friday
    yield _END_OF_MONTH, month - timedelta(1)
    yield _NEXT_MONTH, _working(month)


def _whole_months(words: str, today: date, language: str) -> Iterator[_Found]:  # noqa: ARG001 - all looks are called alike
    for pattern, is_end in ((_IN_MONTH, False), (_END_OF, True)):
        for found in pattern.finditer(words):
            first = _in_year(1, MONTHS[found[1]], today.replace(day=1))
            if first is not None and first > today:
                day = _first_of_next_month(first) - timedelta(1) if is_end else _working(first)
                yield _Found(start=found.start(), end=found.end(), day=day, is_range=True)


_NEXT_WEEK = _phrase(NEXT_WEEK)
_NEXT_MONTH = _phrase(NEXT_MONTH)
_END_OF_NEXT_WEEK = _phrase(END_OF_NEXT_WEEK)
_END_OF_WEEK = _phrase(END_OF_WEEK)
_END_OF_MONTH = _phrase(END_OF_MONTH)
_LOOKS: tuple[_Look, ...] = (_months, _numeric, _nth, _weekdays, _ahead, _vague, _whole_months)
