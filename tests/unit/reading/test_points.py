from mailflow.reading.lines import text_lines
from mailflow.reading.own_words import Label, assembled
from mailflow.reading.points import Own, list_points


def points(text: str) -> list[str]:
    """The points of the list in a text."""
    words = assembled([(Label.OWN, line) for line in text_lines(text)])
    own = [Own(line=line, block=0) for block in words.blocks for line in block.lines]
    return [words.text[point.start : point.end] for point in list_points(own)]


def test_a_list_inside_a_point_belongs_to_it() -> None:
    """The outermost list counts."""
    assert points("1. Ask\n   - them\n   - him\n2. Wait") == ["Ask\n- them\n- him", "Wait"]


def test_paragraphs_below_a_point_belong_to_it_and_a_farewell_does_not() -> None:
    """Where every point has a second paragraph, so has the last."""
    text = "1. Ask.\n\nAll of them.\n\n2. Wait.\n\nA week.\n\nHope that helps!"
    assert points(text) == ["Ask.\n\nAll of them.", "Wait.\n\nA week."]


def test_a_list_counts_on() -> None:
    """A year at the beginning of a line is no fourth point."""
    assert points("1. Ask\n2. Wait\n19. of May was bad") == ["Ask", "Wait\n19. of May was bad"]


def test_a_lone_number_or_a_named_third_is_a_list_of_one() -> None:
    """What was missing comes alone."""
    assert points("3. Wait") == ["Wait"]
    assert points("Third one: wait") == ["wait"]


def test_a_lone_dash_is_not() -> None:
    """A dash signs mails, too."""
    assert points("Ask them\n\n- Ada") == []
