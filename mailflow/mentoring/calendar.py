"""Working days, hours people may be written to, patience -> the moment to wake.

All moments are aware and handed on in UTC; all counting happens on the wall clock of the person's
zone, so "three working days later at the same hour" survives a change to summer time.
"""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from mailflow.mentoring.engagement import Patience, Policy, Unit

_OFFSET = re.compile(r"([+-])(\d\d):?(\d\d)")
_LONGEST_WAIT = timedelta(days=366)


def zone_of(name: str, otherwise: str = "UTC") -> tzinfo:
    """The zone called `name` (IANA, or an offset such as "+02:00"); `otherwise` where that says nothing."""
    return _zone(name) or _zone(otherwise) or UTC


def _zone(name: str) -> tzinfo | None:
    offset = _OFFSET.fullmatch(name)
    if offset:
        sign, hours, minutes = offset.groups()
        away = timedelta(hours=int(hours), minutes=int(minutes))
        return timezone(-away if sign == "-" else away) if away < timedelta(hours=24) else None
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):  # a folder's name raises OSError
        return None


def is_working_day(day: date, policy: Policy) -> bool:
    """Whether people may be written to on `day`."""
    return day.weekday() in policy.weekdays


def next_working_day(day: date, policy: Policy) -> date:
    """Return `day` itself or the first working day after it."""
    for ahead in range(7):
        if is_working_day(day + timedelta(days=ahead), policy):
            return day + timedelta(days=ahead)
    return day


def after(start: datetime, patience: Patience, policy: Policy, zone: tzinfo) -> datetime:
    """The moment when `patience` has passed since `start`, at the same hour on the wall clock of `zone`."""
    local = start.astimezone(zone)
    day = local.date()
    if patience.unit is Unit.DAYS:
        day += timedelta(days=patience.days)
    else:
        for _ in range(patience.days):
            day = next_working_day(day + timedelta(days=1), policy)
    return _at(day, local.time(), zone)


def next_open(moment: datetime, policy: Policy, zone: tzinfo) -> datetime:
    """`moment`, or the next one at which people in `zone` may be written to first."""
    local = moment.astimezone(zone)
    opens, closes = _clock(policy.opens_at), policy.closes_at
    minutes = local.hour * 60 + local.minute
    day = local.date()
    if is_working_day(day, policy):
        if policy.opens_at <= minutes < closes:
            return moment
        if minutes < policy.opens_at:
            return _at(day, opens, zone)
    return _at(next_working_day(day + timedelta(days=1), policy), opens, zone)


def opening_of(day: date, policy: Policy, zone: tzinfo) -> datetime:
    """The first moment at which people in `zone` may be written to on or after `day`."""
    return _at(next_working_day(day, policy), _clock(policy.opens_at), zone)


def promised(until: date | None, now: datetime, policy: Policy, zone: tzinfo) -> datetime:
    """When to come back to somebody who asked for time: on the day they named, else after the usual pause.

    A day that is past, or more than a year away, says nothing and counts as not named.
    """
    if until is not None:
        moment = opening_of(until, policy, zone)
        if now < moment < now + _LONGEST_WAIT:
            return moment
    return next_open(after(now, policy.pause, policy, zone), policy, zone)


def _clock(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)


def _at(day: date, clock: time, zone: tzinfo) -> datetime:
    return datetime.combine(day, clock, tzinfo=zone).astimezone(UTC)
