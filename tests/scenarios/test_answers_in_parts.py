"""Answers come whole, in parts, in surplus, early."""

from tale import ADVICE


def test_two_pieces_then_the_third(tale):
    """Exactly what is missing is asked for, and the parts add up."""
    tale.asked().answers("ada", *ADVICE["ada"][:2])
    assert tale.letters("ada")[-1] == "more_please"
    assert "one" in tale.text("ada", "more_please").lower()
    tale.replies("ada", f"3. {ADVICE['ada'][2]}", to="more_please")
    assert tale.letters("ada")[-1] == "thanks"
    assert tale.standing("ada") == "answered"


def test_the_third_in_plain_words(tale):
    """A piece without any mark, in reply to the request for it, is that piece."""
    tale.asked().answers("ada", *ADVICE["ada"][:2])
    tale.replies("ada", f"Third one: {ADVICE['ada'][2]}", to="more_please")
    assert tale.standing("ada") == "answered"
    assert ADVICE["ada"][2] in tale.text("ada", "thanks")


def test_five_pieces_are_three_and_two_kept(tale):
    """The first three count; the letter says what became of the rest."""
    five = (*ADVICE["ada"], "Sleep on it.", "Ask your team.")
    tale.asked().answers("ada", *five)
    thanks = tale.text("ada", "thanks")
    assert all(piece in thanks for piece in five)
    assert tale.shown()["pieces"]["received"] == 3


def test_the_answer_to_the_invitation_is_an_answer(tale):
    """Who answers before being asked is not asked again."""
    tale.under_way().answers("ada", to="invitation")
    assert tale.letters("ada") == ["invitation", "thanks"]
    tale.on("03-06", "03-20")
    assert tale.letters("ada") == ["invitation", "thanks"]


def test_a_correction_replaces(tale):
    """A reply to the echo changes the piece it names."""
    tale.asked().answers("ada")
    tale.replies("ada", "Change 2: Write down who decides what, and by when.", to="thanks")
    for who in ("grace", "mary"):
        tale.answers(who)
    advice = [one["text"] for one in tale.shown()["experts"][0]["advice"]]
    assert advice[1] == "Write down who decides what, and by when."


def test_prompt_experts_get_three_letters(tale):
    """Invitation, question, thanks: no more for somebody who answers at once."""
    tale.complete().on("03-20", "04-20")
    assert tale.letters("ada") == ["invitation", "question", "thanks"]


def test_an_answer_sent_anew_after_the_thanks_is_the_same_answer(tale):
    """The same words in a new mail: counted once, answered once, nobody is bothered."""
    tale.asked().answers("ada").answers("ada", to="thanks").answers("ada")
    assert tale.letters("ada").count("thanks") == 1
    assert tale.shown()["pieces"]["received"] == 3
    assert tale.set_aside() == []
