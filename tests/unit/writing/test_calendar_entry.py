"""Dates that go along for the calendar."""

from dataclasses import replace
from datetime import UTC, date, datetime

from letters import opened, part, write, written

from mailflow.identity import Purpose
from mailflow.writing.calendar_entry import Entry, calendar_of
from mailflow.writing.sample import sample
from mailflow.writing.sample_engagement import NOW


def test_the_entry_stands_beside_the_alternatives() -> None:
    """Mixed outside, text and page inside it first, then the dates under a name to save them by."""
    for purpose in (Purpose.COFFEE_ACCEPTED, Purpose.GOAL_SET):
        message = opened(written(purpose))
        assert [one.get_content_type() for one in message.walk()] == [
            "multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar",
        ]  # fmt: skip
        assert list(message.walk())[-1].get_filename() == "dates.ics"


def test_a_coffee_without_an_hour_brings_no_entry() -> None:
    """Only what is clear goes into a calendar."""
    assert opened(written(Purpose.COFFEE_ACCEPTED, at=None)).get_content_type() == "multipart/alternative"


def test_a_coffee_takes_an_hour_in_utc() -> None:
    """The moment as it was understood, whoever reads it where."""
    lines = part(written(Purpose.COFFEE_ACCEPTED), "text/calendar").splitlines()
    assert "DTSTART:20261203T140000Z" in lines
    assert "DTEND:20261203T150000Z" in lines
    assert "SUMMARY:Coffee with Ada Byron" in lines
    assert "METHOD:PUBLISH" in lines


def test_each_step_and_the_goal_are_whole_days() -> None:
    """Three steps, one goal, four ids; free time stays free."""
    text = part(written(Purpose.GOAL_SET), "text/calendar")
    assert text.count("BEGIN:VEVENT") == text.count("TRANSP:TRANSPARENT") == 4
    ids = [line for line in text.splitlines() if line.startswith("UID:")]
    assert len(set(ids)) == 4
    assert all(uid.endswith(f"@mentoring.example.{number}") for number, uid in enumerate(ids, start=1))
    assert "DTSTART;VALUE=DATE:20261207\nDTEND;VALUE=DATE:20261208" in text


def test_hostile_titles_stay_titles() -> None:
    """Line ends, commas and semicolons make no property of their own; long lines fold between characters."""
    title = "é" * 90 + "\r\nATTENDEE:mailto:evil@evil.test, a; b\\"
    lines = calendar_of((Entry(title=title, start=date(2026, 12, 7)),), "key@x.example", NOW).split("\r\n")
    assert not [line for line in lines if line.startswith("ATTENDEE")]
    assert all(len(line.encode()) <= 75 for line in lines)
    whole = "\r\n".join(lines).replace("\r\n ", "")
    assert f"SUMMARY:{'é' * 90} ATTENDEE:mailto:evil@evil.test\\, a\\; b\\\\\r\n" in whole


def test_the_same_entries_come_home_as_the_same_ids() -> None:
    """A second import adds nothing."""
    entry = Entry(title="Coffee", start=datetime(2026, 12, 3, 14, tzinfo=UTC))
    assert calendar_of((entry,), "k", NOW) == calendar_of((entry,), "k", NOW)


def test_the_dates_of_a_goal_without_steps_are_its_end_alone() -> None:
    """Nothing is invented."""
    send, engagement = sample(Purpose.GOAL_SET)
    assert engagement.goal is not None
    letter = write(send, replace(engagement, goal=replace(engagement.goal, steps=())))
    assert part(letter, "text/calendar").count("BEGIN:VEVENT") == 1
