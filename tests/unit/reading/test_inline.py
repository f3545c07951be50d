import pytest

from mailflow.reading.inline import inline_points, sentences


def points(text: str) -> list[str]:
    """The points counted in a paragraph."""
    return [text[start:end] for start, end in inline_points(text)]


@pytest.mark.parametrize(
    "text",
    [
        "One, ask them; two, wait; and three, go away.",
        "1. Ask them. 2. Wait. 3. Go away.",
        "1) ask them, 2) wait and 3) go away",
        "(a) ask them; (b) wait; (c) go away",
        "First, ask them. Second, wait. Third, go away.",
        "First of all, ask them. Then wait. Finally, go away.",
        "Erstens: Frag sie. Zweitens: Warte. Drittens: Geh weg.",
        "D'abord, demande. Ensuite, attends. Enfin, pars.",
        "Primero, pregunta. Segundo, espera. Tercero, vete.",
    ],
)
def test_three_counted_in_a_paragraph(text: str) -> None:
    """Counted with digits, letters or words."""
    assert len(points(text)) == 3


def test_the_points_are_verbatim_without_what_joins_them() -> None:
    """Marks, semicolons and "and" are not part of a point."""
    assert points("One, ask them; two, wait; and three, go away.") == ["ask them", "wait", "go away."]


@pytest.mark.parametrize(
    "text",
    [
        "I have to 1. close the books and 2. move house.",
        "There is one way, and two people know it.",
        "3. Go.",
    ],
)
def test_what_is_not_counted(text: str) -> None:
    """Duties, numbers of things, a lone number."""
    assert points(text) == []


def test_abbreviations_end_no_sentence() -> None:
    """Dr. Who is one person, not two sentences."""
    text = "Ask Dr. Who, e.g. Tuesday. Then wait."
    assert [text[start:end] for start, end in sentences(text)] == ["Ask Dr. Who, e.g. Tuesday.", "Then wait."]
