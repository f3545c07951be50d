"""Dates as calendar entries (RFC 5545), in UTC or as whole days, the same bytes each time.  Pure."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from mailflow.writing.wording import one_line

_LINE = 73  # octets; 75 with the blank that folds (RFC 5545, 3.1)
_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One date to remember: a moment, lasting an hour, or a whole day."""

    title: str
    start: datetime | date


def calendar_of(entries: tuple[Entry, ...], key: str, now: datetime) -> str:
    """The entries as one calendar to import; `key` makes their ids, so a second import adds nothing."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//mailflow//EN", "METHOD:PUBLISH"]
    for number, entry in enumerate(entries, start=1):
        lines += _event(entry, f"{key}.{number}", now)
    return "".join(_folded(line) for line in [*lines, "END:VCALENDAR"])


def _event(entry: Entry, uid: str, now: datetime) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{uid}",
        f"DTSTAMP:{_moment(now)}",
        *_when(entry.start),
        f"SUMMARY:{_escaped(entry.title)}",
        "END:VEVENT",
    ]


def _when(start: datetime | date) -> list[str]:
    if isinstance(start, datetime):
        return [f"DTSTART:{_moment(start)}", f"DTEND:{_moment(start + _HOUR)}"]
    following = start + timedelta(days=1)
    return [
        f"DTSTART;VALUE=DATE:{start:%Y%m%d}",
        f"DTEND;VALUE=DATE:{following:%Y%m%d}",
        "TRANSP:TRANSPARENT",
    ]


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    text = one_line(text, 200).replace("\\", "\\\\")
    return text.replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> str:
    """One content line; cut between characters, each further piece behind a blank."""
    pieces, piece = [], ""
    for char in line:
        if len((piece + char).encode("utf-8")) > _LINE:
            pieces.append(piece)
            piece = ""
        piece += char
    return "\r\n ".join([*pieces, piece]) + "\r\n"
