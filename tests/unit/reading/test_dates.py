from datetime import UTC, date, datetime

import pytest

from mailflow.reading.dates import read_until

WRITTEN = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)  # a Tuesday


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("by Friday", date(2026, 12, 4)),
        ("next Friday", date(2026, 12, 11)),
        ("give me a week", date(2026, 12, 8)),
        ("give me a week please", date(2026, 12, 8)),
        ("in two weeks", date(2026, 12, 15)),
        ("in a fortnight", date(2026, 12, 15)),
        ("in ten days", date(2026, 12, 11)),
        ("next week", date(2026, 12, 7)),
        ("after the 14th", date(2026, 12, 15)),
        ("not before 4 January", date(2027, 1, 4)),
        ("on Thursday week, 10 December", date(2026, 12, 10)),
        ("end of the month", date(2026, 12, 31)),
        ("in March", date(2027, 3, 1)),
        ("2026-12-20", date(2026, 12, 20)),
        ("tomorrow", date(2026, 12, 2)),
        ("gib mir bitte eine Woche", date(2026, 12, 8)),
        ("bis zum 11. Dezember", date(2026, 12, 11)),
        ("nach dem 14.", date(2026, 12, 15)),
        ("donne-moi une semaine", date(2026, 12, 8)),
        ("d'ici vendredi", date(2026, 12, 4)),
        ("dame una semana", date(2026, 12, 8)),
        ("el viernes", date(2026, 12, 4)),
        ("dammi una settimana", date(2026, 12, 8)),
        ("geef me een week", date(2026, 12, 8)),
        ("me dê uma semana", date(2026, 12, 8)),
    ],
)
def test_the_day_that_is_named(words: str, day: date) -> None:
    """One day, in many languages."""
    assert read_until(words, WRITTEN, "en") == day


@pytest.mark.parametrize(
    "words",
    [
        "may be 3 or 10",
        "Thursday or Friday",
        "on 3/4",  # the third of April or the fourth of March
        "31.02.",
        "after 99.99.9999",
        "until " + "9" * 5000,
        "we met on 4 March 2019",
        "some day",
        "",
    ],
)
def test_doubt_is_no_day(words: str) -> None:
    """Several days, none, or one that does not exist."""
    assert read_until(words, WRITTEN, "en") is None


def test_a_slashed_date_is_read_where_only_one_order_is_used() -> None:
    """In French the day comes first; in English nobody can know."""
    assert read_until("avant le 3/2", WRITTEN, "fr") == date(2027, 2, 3)
    assert read_until("before 3/2", WRITTEN, "en") is None
    assert read_until("before 13/2", WRITTEN, "en") == date(2027, 2, 13)
