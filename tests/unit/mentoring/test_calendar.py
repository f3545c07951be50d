from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailflow.mentoring import calendar
from mailflow.mentoring.engagement import Patience, Policy, Unit

BERLIN = ZoneInfo("Europe/Berlin")
POLICY = Policy(timezone="Europe/Berlin")
MOMENTS = st.datetimes(
    datetime(2020, 1, 1),  # noqa: DTZ001 - hypothesis wants naive bounds and adds the zone
    datetime(2040, 1, 1),  # noqa: DTZ001 - the same
    timezones=st.just(UTC),
)
ZONES = st.sampled_from(["Europe/Berlin", "America/Los_Angeles", "Asia/Kolkata", "Pacific/Auckland", "UTC"])


def test_working_days_skip_the_weekend():
    """Three working days after Thursday is Tuesday, at the same hour."""
    start = datetime(2026, 3, 5, 14, 30, tzinfo=BERLIN)
    assert calendar.after(start, Patience(days=3), POLICY, BERLIN) == datetime(
        2026, 3, 10, 14, 30, tzinfo=BERLIN
    )


def test_the_hour_survives_summer_time():
    """A week over the change of clocks ends at the same hour on the wall."""
    start = datetime(2026, 3, 27, 9, 0, tzinfo=BERLIN)
    moment = calendar.after(start, Patience(days=7, unit=Unit.DAYS), POLICY, BERLIN)
    assert moment.astimezone(BERLIN).hour == 9
    assert moment - start.astimezone(UTC) == timedelta(days=7) - timedelta(hours=1)


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        ((2026, 3, 2, 7, 59), (2026, 3, 2, 8, 0)),
        ((2026, 3, 2, 8, 0), (2026, 3, 2, 8, 0)),
        ((2026, 3, 2, 17, 59), (2026, 3, 2, 17, 59)),
        ((2026, 3, 2, 18, 0), (2026, 3, 3, 8, 0)),
        ((2026, 3, 6, 18, 0), (2026, 3, 9, 8, 0)),
        ((2026, 3, 7, 12, 0), (2026, 3, 9, 8, 0)),
    ],
)
def test_hours_people_may_be_written_to(moment, opens):
    """From eight to six on working days, else the next morning."""
    found = calendar.next_open(datetime(*moment, tzinfo=BERLIN), POLICY, BERLIN)
    assert found == datetime(*opens, tzinfo=BERLIN)


@given(MOMENTS, ZONES)
def test_the_next_hour_is_open_and_never_early(moment: datetime, zone: str):
    """Wherever people live, what we wait for is an hour at which they may be written to."""
    there = calendar.zone_of(zone)
    opens = calendar.next_open(moment, POLICY, there)
    assert opens >= moment
    assert calendar.next_open(opens, POLICY, there) == opens


@given(st.none() | st.dates(), MOMENTS, ZONES)
def test_a_promise_always_lies_ahead(until: date | None, now: datetime, zone: str):
    """Whatever day somebody names, we come back later than now and within a year or so."""
    back = calendar.promised(until, now, POLICY, calendar.zone_of(zone))
    assert now < back < now + timedelta(days=370)


@pytest.mark.parametrize(
    ("name", "offset"),
    [
        ("+02:00", 2),
        ("-0500", -5),
        ("Asia/Tokyo", 9),
        ("", 0),
        ("Nowhere/Land", 0),
        ("../etc", 0),
        ("+99:00", 0),
    ],
)
def test_zones_by_name_or_offset(name: str, offset: int):
    """An unknown name says nothing and never raises."""
    moment = datetime(2026, 1, 5, tzinfo=UTC)
    assert moment.astimezone(calendar.zone_of(name)).utcoffset() == timedelta(hours=offset)


def test_an_unknown_zone_falls_back_to_the_services():
    """Better the service's hours than UTC's."""
    assert calendar.zone_of("Nowhere/Land", "Asia/Tokyo") == ZoneInfo("Asia/Tokyo")
    assert calendar.zone_of("", "+01:00") == timezone(timedelta(hours=1))
