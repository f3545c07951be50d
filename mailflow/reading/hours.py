"""A date and an hour for the coffee, where both are clear and there is only one of each."""

import re
from datetime import UTC, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from mailflow.reading.classify import Correspondent
from mailflow.reading.dates import read_until
from mailflow.reading.languages import folded

_HOUR = re.compile(
    r"(?<![\d:./-])(?:at |um |à |a las |@ ?)?(\d{1,2})(?:[:.h](\d{2}))?"
    r"\s?(am|pm|a\.m\.|p\.m\.|uhr|o'clock|h)?(?![\d:/-]|\.\d)"
)
_OFFSET = re.compile(r"([+-])(\d{2}):(\d{2})")


def clear_moment(text: str, written_at: datetime, who: Correspondent) -> datetime | None:
    """The one moment `text` names, in the writer's zone; None when a day, an hour or the zone is in doubt."""
    words, zone = folded(text[:2000]), _zone(who.timezone)
    if zone is None or re.search(r"(?<!\w)(?:or|oder|ou|either|any|between|o)(?!\w)", words):
        return None
    hours = {hour for found in _HOUR.finditer(words) if (hour := _hour(found)) is not None}
    day = read_until(text, written_at.astimezone(zone), who.language)
    if len(hours) != 1 or day is None:
        return None
    return datetime.combine(day, hours.pop(), zone)


def _hour(found: re.Match[str]) -> time | None:
    hour, minute, suffix = int(found[1]), int(found[2] or 0), (found[3] or "").replace(".", "")
    is_said = bool(found[2] or suffix) or found[0].startswith(("at ", "um ", "à ", "a las ", "@"))
    if suffix == "pm" and hour < 12:
        hour += 12
    return time(hour, minute) if is_said and hour < 24 and minute < 60 else None


def _zone(name: str) -> tzinfo | None:
    found = _OFFSET.fullmatch(name)
    if found is not None:
        offset = timedelta(hours=int(found[2]), minutes=int(found[3]))
        return timezone(-offset if found[1] == "-" else offset) if offset < timedelta(hours=15) else None
    if not name or name.upper() == "UTC":
        return UTC if name else None
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # unknown, or no name of a zone at all
        return None
