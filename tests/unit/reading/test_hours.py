from datetime import UTC, datetime, timedelta, timezone

import pytest

from mailflow.reading.classify import Correspondent
from mailflow.reading.hours import clear_moment

WRITTEN = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
BERLIN = Correspondent(seat=1, timezone="+01:00")


@pytest.mark.parametrize(
    ("words", "hour", "minute"),
    [
        ("Thursday at 10 works", 10, 0),
        ("Thursday 9:30", 9, 30),
        ("Thursday, 4 pm", 16, 0),
        ("Donnerstag um 10 Uhr", 10, 0),
        ("jeudi à 10h", 10, 0),
    ],
)
def test_a_day_and_an_hour_are_a_moment(words: str, hour: int, minute: int) -> None:
    """In the zone of whoever wrote it."""
    moment = datetime(2026, 12, 3, hour, minute, tzinfo=timezone(timedelta(hours=1)))
    assert clear_moment(words, WRITTEN, BERLIN) == moment


@pytest.mark.parametrize(
    "words",
    ["Thursday", "at 10", "Thursday at 10 or 11", "Thursday at 10 or Friday", "Thursday or Friday at 10", ""],
)
def test_a_choice_is_no_moment(words: str) -> None:
    """Nobody's calendar is filled on a guess."""
    assert clear_moment(words, WRITTEN, BERLIN) is None


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../../etc/passwd", "+99:00"])
def test_without_a_zone_there_is_no_moment(zone: str) -> None:
    """Ten o'clock somewhere is nowhere."""
    assert clear_moment("Thursday at 10", WRITTEN, Correspondent(seat=1, timezone=zone)) is None
