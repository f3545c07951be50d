from mailflow.reading.message import Message
from mailflow.reading.own_words import Label, own_words

LETTER = (
    "Hi Ada,\n\nThank you, that is a real gift to Lee. Your three, word for word as they will be passed "
    "on:\n\n"
    "1. Hand over the outcome, not the task list. Say what done looks like and by when.\n\n"
    "2. Pick one thing a week that only you know how to do, and teach it.\n\n"
    "Is one of them not quite what you meant? Reply with its number and better words.\n"
)


def own(text: str, subject: str = "Re: Thank you") -> str:
    """The sender's own words in a plain reply to this letter."""
    return own_words(Message(digest="d", sender_name="Ada Byron", subject=subject, text=text), [LETTER]).text


def quoted(text: str) -> str:
    """As plain clients quote."""
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def test_a_point_of_ours_said_better_is_the_senders_own() -> None:
    """Most of its words are ours; the correction is theirs all the same."""
    better = "2: Teach one thing a week that only you know how to do."
    assert own(f"{better}\n\nOn Mon, Nov 30, 2026 Lee <jit@x.example> wrote:\n{quoted(LETTER)}") == better


def test_a_few_words_below_the_quote_are_not_ours_by_chance() -> None:
    """Three words that our letter holds too, where nothing else of it stands unquoted."""
    assert (
        own(f"On Mon, Nov 30, 2026 Lee <jit@x.example> wrote:\n{quoted(LETTER)}\n\nas they will")
        == "as they will"
    )


def test_our_letter_without_any_mark_of_a_quote_is_still_ours() -> None:
    """Some clients quote without marks, attribution or header."""
    assert own(f"Fine with me.\n\n{LETTER}") == "Fine with me."


def test_positions_count_in_the_text() -> None:
    """Every own line knows where it stands, over blocks and gaps."""
    words = own_words(
        Message(digest="d", text=f"One.\n\nTwo.\n{quoted(LETTER)}\nThree.\nFour."),
        [LETTER],
    )
    lines = [line for block in words.blocks if block.label is Label.OWN for line in block.lines]
    assert [words.text[line.at : line.at + len(line.text)] for line in lines] == [
        "One.",
        "Two.",
        "Three.",
        "Four.",
    ]
