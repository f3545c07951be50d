from mailflow.reading.lines import text_lines


def texts(text: str) -> list[str]:
    """The lines as their writer meant them."""
    return [line.text for line in text_lines(text)]


def test_a_paragraph_that_a_program_wrapped_is_one_line() -> None:
    """What ended only because the next word did not fit goes on."""
    wrapped = (
        "Hand over the outcome and not the steps, and say what good looks like\n"
        "by when, then leave the how to them."
    )
    assert texts(wrapped) == [wrapped.replace("\n", " ")]


def test_short_lines_stay_apart() -> None:
    """Three lines from a phone are three lines."""
    assert texts("Brief on one page\nBudget comes with it\nTwo weeks off") == [
        "Brief on one page",
        "Budget comes with it",
        "Two weeks off",
    ]


def test_a_marked_line_never_continues_the_one_before() -> None:
    """A list mark begins anew, however full the line above it is."""
    full = "1. " + "word " * 14 + "end"
    assert len(text_lines(f"{full}\n2. and so on")) == 2


def test_quote_marks_are_counted_and_taken_off() -> None:
    """Depth is kept, the marks are not."""
    lines = text_lines(">> deep\n> shallow\nown")
    assert [(line.quote, line.text) for line in lines] == [(2, "deep"), (1, "shallow"), (0, "own")]


def test_an_empty_line_is_a_gap() -> None:
    """Paragraphs are told by the gap before them."""
    assert [line.gap for line in text_lines("one\n\ntwo\nthree")] == [False, True, False]
