"""Do nothing until you have responses from all three, nine in total."""

import itertools

import pytest
from tale import ADVICE, EXPERTS


def test_eight_pieces_and_a_month_are_not_nine(tale):
    """The leader hears counts, never advice, however long it takes."""
    tale.asked().answers("ada").answers("grace").answers("mary", *ADVICE["mary"][:2])
    tale.on("03-20", "04-10")
    assert "synthesis" not in tale.letters("leader")
    told = tale.all_text("leader")
    assert not [piece for pieces in ADVICE.values() for piece in pieces if piece in told]
    shown = tale.shown()
    assert (shown["pieces"]["received"], shown["stage"]) == (8, "gathering")
    assert [expert["advice"] for expert in shown["experts"]] == [None, None, None]
    assert shown["synthesis"] is None


def test_the_ninth_piece_brings_one_synthesis(tale):
    """It is sent once, with all nine pieces verbatim, whatever passes follow."""
    tale.complete().runs().on("03-03", "03-10")
    assert tale.letters("leader").count("synthesis") == 1
    words = tale.text("leader", "synthesis")
    assert all(piece in words for who in EXPERTS for piece in ADVICE[who])
    assert tale.shown()["stage"] == "complete"


@pytest.mark.parametrize("order", list(itertools.permutations(EXPERTS)))
def test_the_order_of_answers_makes_no_difference(tale, order):
    """Whoever answers last, the nine are the same and so are the letters."""
    tale.asked()
    for who in order:
        tale.answers(who)
    kept = [[advice["text"] for advice in expert["advice"]] for expert in tale.shown()["experts"]]
    assert kept == [list(ADVICE[who]) for who in EXPERTS]
    assert tale.letters("leader").count("synthesis") == 1


def test_answers_that_come_twice_count_once(tale):
    """A mail delivered again, in the same pass or later, adds nothing and is not answered again."""
    tale.asked()
    answer = tale.reply("ada", "Here you go:", pieces=ADVICE["ada"])
    tale.arrives(answer, "ada").arrives(answer, "ada").runs().arrives(answer, "ada").runs()
    assert tale.shown()["pieces"]["received"] == 3
    assert tale.letters("ada").count("thanks") == 1


@pytest.mark.parametrize("short", EXPERTS)
def test_whoever_owes_the_ninth_piece_the_gate_stays_shut(tale, short):
    """Two pieces first and six after them are eight, in any order."""
    tale.asked().answers(short, *ADVICE[short][:2])
    for who in EXPERTS:
        if who != short:
            tale.answers(who)
    assert tale.shown()["pieces"]["received"] == 8
    assert "synthesis" not in tale.on("03-05").letters("leader")
    assert tale.shown()["stage"] == "gathering"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Friday at ten works! My first thought: hand over the outcome.", "Friday at ten works!"),
        ("Before I answer: is it your own team? My hunch is you should never take it back.", "own team?"),
        ("Is it your own team? I gave mine the whole budget once and went sailing.", "Is it your own team?"),
        ("I have to say no, I am in Peru. My hunch is you should hand over the outcome.", "I am in Peru"),
    ],
)
def test_advice_beside_another_word_stays_back(tale, text, shown):
    """What an expert adds to a yes, a question or a no reaches nobody before nine."""
    tale.under_way().replies("ada", text, to="invitation")
    told = tale.all_text("leader")
    assert shown in told
    assert not [hint for hint in ("the outcome", "take it back", "sailing", "whole budget") if hint in told]
