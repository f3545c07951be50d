from mailflow.reading.ours import Letters

LETTER = (
    "Hi Ada,\n\nIf you were to suggest three things I could do, three bits of advice that would have the "
    "greatest\nimpact on my ability to delegate, what would they be?\n\n2. The second thing:\n"
)


def test_a_quoted_line_is_ours_whatever_the_wrapping() -> None:
    """Runs of words count, not line ends."""
    covers = Letters([LETTER]).covers(
        ["three bits of advice that would", "have the greatest impact on my ability to delegate, what would"]
    )
    assert [cover.share for cover in covers] == [1.0, 1.0]


def test_words_of_another_are_not_ours() -> None:
    """Three words in a row that we wrote are needed, and advice has few of them."""
    [cover] = Letters([LETTER]).covers(["Ask three people what they would do."])
    assert cover.share == 0.0


def test_where_the_sender_went_on_behind_a_line_of_ours() -> None:
    """The prompt is cut off, the answer stays."""
    line = "2. The second thing: give the budget with it"
    assert line[Letters([LETTER]).prefix(line) :] == "give the budget with it"


def test_without_letters_nothing_is_ours() -> None:
    """A mail to somebody who was never written to."""
    assert not Letters([])
