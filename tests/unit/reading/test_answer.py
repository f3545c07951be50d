import pytest

from mailflow.reading.answer import read, read_answer
from mailflow.reading.lines import text_lines
from mailflow.reading.own_words import Label, OwnWords, assembled
from mailflow.reading.prose import Trust


def own(text: str) -> OwnWords:
    """A mail that holds nothing but its sender's words."""
    return assembled([(Label.OWN, line) for line in text_lines(text)])


def pieces(text: str, trust: Trust = Trust.OPEN) -> list[str]:
    """The pieces in a text."""
    return [piece.text for piece in read(own(text), trust).pieces]


def test_pieces_know_where_they_stand() -> None:
    """A piece is a stretch of the text, letter for letter."""
    words = own("Hi,\n\n1. Ask them.\n2. Wait.\n\nAda")
    assert [words.text[piece.start : piece.end] for piece in read_answer(words)] == ["Ask them.", "Wait."]


@pytest.mark.parametrize("third", ["3.", "3. ...", "3. TBD", "3. still thinking", "3. will follow on Friday"])
def test_a_place_held_open_is_no_piece(third: str) -> None:
    """A promise is not yet advice."""
    assert pieces(f"1. Ask them.\n2. Wait.\n{third}") == ["Ask them.", "Wait."]


def test_a_list_of_people_to_call_is_no_advice() -> None:
    """Who helps while I am away."""
    assert not read(own("1. Bob, bob@works.example\n2. Eve, eve@works.example\n3. +44 20 7946 0000")).pieces


def test_one_unmarked_paragraph_is_one_piece_and_not_laid_out() -> None:
    """What nobody counted is not counted for them."""
    reading = read(own("Never take a task back. Not even on Fridays. Not even once."))
    assert len(reading.pieces) == 1
    assert not reading.laid_out


def test_as_many_sentences_as_were_announced_are_as_many_pieces() -> None:
    """Two thoughts, two sentences; three things, three."""
    assert len(pieces("Two thoughts: ask them before you answer. And wait for what they say.")) == 2
    assert len(pieces("I'd say three things. Ask them first. Wait for what they say. Then go away.")) == 3


def test_how_readily_plain_words_are_advice_depends_on_what_was_asked() -> None:
    """A remark is the missing piece to somebody who was asked for exactly one, and nothing before."""
    remark = "Lunch with the union, twice yearly."
    assert pieces(remark, Trust.SURE) == [remark]
    assert pieces(remark, Trust.OPEN) == []
    assert pieces("Never take a task back.", Trust.WARY) == []


def test_talk_around_a_piece_is_left_out() -> None:
    """Apologies before and wishes behind, in the same paragraph."""
    text = "Sorry for the delay! Decide on Monday what you will not do. Hope that helps."
    assert pieces(text, Trust.SURE) == ["Decide on Monday what you will not do."]


def test_titles_belong_to_the_paragraphs_below_them() -> None:
    """Where every paragraph has one."""
    text = "The brief\n\nWrite it on one page.\n\nThe budget\n\nGive it with the job, all of it."
    assert pieces(text) == [
        "The brief\n\nWrite it on one page.",
        "The budget\n\nGive it with the job, all of it.",
    ]
