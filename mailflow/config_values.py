"""How the values of config.toml are written, and what they become."""

import re
from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from mailflow.config_keys import Kind
from mailflow.identity import is_address
from mailflow.mentoring.engagement import Patience, Unit

LONGEST_PATIENCE = 366  # days
MOST_NUDGES = 2
FALLBACK = "en"
LANGUAGES = ("en", "de", "fr", "es")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DURATION = re.compile(r"(\d{1,4})\s+(working\s+days?|days?|weeks?)", re.IGNORECASE)
_HOURS = re.compile(r"(\d{1,2}):(\d\d)\s*[-\u2013]\s*(\d{1,2}):(\d\d)")
_SIZE = re.compile(r"(\d{1,12})\s*(bytes|b|kb|mb|gb)?", re.IGNORECASE)
_UNITS = {"b": 1, "bytes": 1, "kb": 1000, "mb": 1000**2, "gb": 1000**3}
_TO = re.compile(r"\s+to\s+|\s*[-\u2013]\s*", re.IGNORECASE)
_WILDCARD = re.compile(r"\*@[a-z0-9.-]+", re.IGNORECASE)


class Wrong(Exception):
    """A value is not what its key needs; says what would be right."""


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise Wrong(f"is {value!r}; it must be a text in quotes")
    if any(not character.isprintable() for character in value):
        raise Wrong("must be a text on one line")
    return value


def _secret(value: Any) -> str:
    """A password; what was written instead is never repeated."""
    if not isinstance(value, str) or not value:
        raise Wrong("must be a text in quotes")
    if any(not character.isprintable() for character in value):
        raise Wrong("must be a text on one line")
    return value


def _address(value: Any) -> str:
    if not isinstance(value, str) or not is_address(value):
        raise Wrong(f"is {value!r}; it must be a plain address such as coffee@example.org")
    return value


def _addresses(value: Any) -> tuple[str, ...]:
    entries = value if isinstance(value, list) else [value]
    for entry in entries:
        if not isinstance(entry, str) or not (
            entry == "*" or is_address(entry) or _WILDCARD.fullmatch(entry)
        ):
            raise Wrong(f"{entry!r} is no address; write name@example.org, *@example.org or *")
    if not isinstance(value, list) or not entries:
        raise Wrong('must be a list such as ["*@example.org"]')
    return tuple(entries)


def _zone(value: Any) -> str:
    try:
        ZoneInfo(_text(value))
    except (ZoneInfoNotFoundError, ValueError, OSError) as fault:
        raise Wrong(f"is {value!r}; it must be an IANA zone such as Europe/Berlin") from fault
    return str(value)


def _language(value: Any) -> str:
    if value == FALLBACK:
        return FALLBACK
    from mailflow.writing.templates import language_of  # only who wants another language waits for Jinja

    offered = [code for code in LANGUAGES if language_of(code).code == code]
    if value not in offered:
        raise Wrong(f"is {value!r}; letters are written in {', '.join(offered)}")
    return str(value)


def _number(value: Any, most: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value <= most:
        raise Wrong(f"is {value!r}; it must be a number from 1 to {most}")
    return value


def _size(value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    found = _SIZE.fullmatch(value.strip()) if isinstance(value, str) else None
    if not found or int(found.group(1)) == 0:
        raise Wrong(f'is {value!r}; write a number of bytes or, for example, "10 MB"')
    return int(found.group(1)) * _UNITS[(found.group(2) or "b").lower()]


def _duration(value: Any) -> Patience:
    found = _DURATION.fullmatch(value.strip()) if isinstance(value, str) else None
    if not found:
        raise Wrong(f'is {value!r}; write for example "3 working days", "10 days" or "1 week"')
    number, unit = int(found.group(1)), found.group(2).lower()
    days = number * 7 if unit.startswith("week") else number
    if not 0 < days <= LONGEST_PATIENCE:
        raise Wrong(f"is {value!r}; it must be more than nothing and at most a year")
    return Patience(days=days, unit=Unit.WORKING_DAYS if unit.startswith("working") else Unit.DAYS)


def _durations(value: Any) -> tuple[Patience, ...]:
    if not isinstance(value, list) or len(value) > MOST_NUDGES:
        raise Wrong(f"is {value!r}; it must be a list of at most two durations")
    found = tuple(_duration(one) for one in value)
    if len(found) == MOST_NUDGES and found[0].unit is found[1].unit and found[0].days >= found[1].days:
        raise Wrong("must be in order, the shorter one first")
    return found


def _hours(value: Any) -> tuple[int, int]:
    found = _HOURS.fullmatch(value.strip()) if isinstance(value, str) else None
    if found:
        opens, closes = (int(found[1]) * 60 + int(found[2]), int(found[3]) * 60 + int(found[4]))
        if 0 <= opens < closes <= 24 * 60 and int(found[2]) < 60 and int(found[4]) < 60:
            return opens, closes
    raise Wrong(f'is {value!r}; write for example "08:00-18:00"')


def _days(value: Any) -> tuple[int, ...]:
    parts = value.split(",") if isinstance(value, str) else value
    if not isinstance(parts, list) or not parts:
        raise Wrong('must be "Monday to Friday" or a list of days')
    return tuple(sorted({day for part in parts for day in _span(part)}))


def _span(value: Any) -> list[int]:
    """One day, or "Monday to Friday"."""
    first, *last = _TO.split(value.strip(), maxsplit=1) if isinstance(value, str) else (value,)
    start = _day(first)
    end = _day(last[0]) if last else start
    return [(start + ahead) % 7 for ahead in range((end - start) % 7 + 1)]


def _day(value: Any) -> int:
    word = value.strip().lower() if isinstance(value, str) else ""
    for number, name in enumerate(_DAYS):
        if word and (word == name or word == name[:3]):
            return number
    raise Wrong(f"{value!r} is no day of the week")


def _store(value: Any) -> str:
    scheme, _, folder = _text(value).partition(":")
    if scheme.startswith("postgres"):
        raise Wrong("PostgreSQL is not available yet; use tinydb:FOLDER")
    if scheme != "tinydb" or not folder:
        raise Wrong(f"is {value!r}; write tinydb:FOLDER")
    return folder


PARSERS: dict[Kind, Callable[[Any], Any]] = {
    Kind.TEXT: _text,
    Kind.SECRET: _secret,
    Kind.ADDRESS: _address,
    Kind.ADDRESSES: _addresses,
    Kind.ZONE: _zone,
    Kind.LANGUAGE: _language,
    Kind.PORT: lambda value: _number(value, 65535),
    Kind.COUNT: lambda value: _number(value, 1_000_000),
    Kind.SIZE: _size,
    Kind.DURATION: _duration,
    Kind.DURATIONS: _durations,
    Kind.HOURS: _hours,
    Kind.DAYS: _days,
    Kind.STORE: _store,
}
