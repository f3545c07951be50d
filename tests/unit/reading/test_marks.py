import pytest

from mailflow.reading.languages import ORDINALS
from mailflow.reading.marks import Style, typed_mark


@pytest.mark.parametrize(
    ("line", "style", "number", "rest"),
    [
        ("1. ask", Style.NUMBER, 1, "ask"),
        ("(2) ask", Style.NUMBER, 2, "ask"),
        ("3 - ask", Style.NUMBER, 3, "ask"),
        ("#2 ask", Style.HASH, 2, "ask"),
        ("b) ask", Style.LETTER, 2, "ask"),
        ("iii. ask", Style.ROMAN, 3, "ask"),
        ("②ask", Style.KEYCAP, 2, "ask"),
        ("2️⃣ ask", Style.KEYCAP, 2, "ask"),
        ("• ask", Style.BULLET, 0, "ask"),
        ("Second: ask", Style.ORDINAL, 2, "ask"),
        ("Third one: ask", Style.ORDINAL, 3, "ask"),
        ("Number two: ask", Style.CARDINAL, 2, "ask"),
        ("Tip 3: ask", Style.NAMED, 3, "ask"),
        ("Advice #2 - ask", Style.NAMED, 2, "ask"),
        ("My second piece of advice: ask", Style.NAMED, 2, "ask"),
        ("The second is to ask", Style.ORDINAL, 2, "ask"),
        ("Drittens: frag", Style.ORDINAL, 3, "frag"),
        ("Troisièmement, demande", Style.ORDINAL, 3, "demande"),
        ("El tercero: pregunta", Style.ORDINAL, 3, "pregunta"),
        ("Ten tweede: vraag", Style.ORDINAL, 2, "vraag"),
    ],
)
def test_marks(line: str, style: Style, number: int, rest: str) -> None:
    """What people number with, in many languages."""
    mark = typed_mark(line)
    assert mark is not None
    assert (mark.style, mark.number, line[mark.length :]) == (style, number, rest)


@pytest.mark.parametrize(
    "line",
    [
        "2026 was hard",
        "3.5 times",
        "10:30 works",
        "Friday 11:00, the corner?",
        "a friend",
        "i think",
        "---",
        "",
    ],
)
def test_what_is_no_mark(line: str) -> None:
    """Years, hours, prices and plain words."""
    assert typed_mark(line) is None


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("zweitens", 2),
        ("drittens", 3),
        ("ensuite", 2),
        ("la première", 1),
        ("troisièmement", 3),
        ("tercero", 3),
    ],
)
def test_ordinals_count_as_their_language_does(word: str, number: int) -> None:
    """A row of words that is wrapped over two lines would count one too many."""
    assert ORDINALS[word] == number
