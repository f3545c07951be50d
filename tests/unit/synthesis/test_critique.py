"""A goal in the leader's own words: which letters of S.M.A.R.T. it still lacks."""

import pytest
from nines import engagement

from mailflow.synthesis.critique import missing_letters

WHOLE = (
    "By the end of October I hand over two pieces of work a month to my team, each with one paragraph on "
    "what done looks like, starting with the supplier review next week, so that I am free for strategy."
)
LACKING = {
    WHOLE: (),
    "": ("specific", "measurable", "achievable", "relevant", "time_bound"),
    "Be better.": ("specific", "measurable", "achievable", "relevant", "time_bound"),
    "Bis Ende Oktober gebe ich jede Woche eine Aufgabe ab, indem ich das Ergebnis aufschreibe, damit ich "
    "Zeit gewinne.": (),
}


@pytest.mark.parametrize(("words", "missing"), LACKING.items(), ids=range(len(LACKING)))
def test_what_is_missing_is_named(words: str, missing: tuple[str, ...]) -> None:
    """All of it where nothing is said, nothing where all is."""
    assert missing_letters(engagement(), words) == missing


@pytest.mark.parametrize(
    ("without", "letter"),
    [
        (("By the end of October ", "I ", " next week", ""), "time_bound"),
        (("two pieces of work a month", "work", "one paragraph", "a paragraph"), "measurable"),
    ],
)
def test_one_letter_taken_out_is_one_letter_missing(without: tuple[str, ...], letter: str) -> None:
    """The others stay."""
    words = WHOLE
    for old, new in zip(without[::2], without[1::2], strict=True):
        words = words.replace(old, new)
    assert letter in missing_letters(engagement(), words)
    assert len(missing_letters(engagement(), words)) <= 2
