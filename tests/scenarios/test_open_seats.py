"""No, not me, unreachable, stop: the leader decides who sits down instead."""

from tale import EXPERTS, KICKOFF


def test_a_no_opens_the_seat_and_a_substitute_is_previewed_first(tale):
    """The reason reaches the leader; the newcomer is written to after a second yes only."""
    tale.under_way().replies("ada", "Sorry, I can't this spring, my daughter gets married.", to="invitation")
    assert tale.standing("ada") == "declined"
    assert len(tale.letters("ada")) == 2
    assert "my daughter gets married" in tale.text("leader", "seat_open")
    tale.replies("leader", "Yes, ask Hana Sato <hana@mail.test> instead.", to="seat_open")
    assert tale.letters("leader")[-1] == "preview"
    assert tale.letters("hana") == []
    tale.replies("leader", "Yes, go ahead.", to="preview", nth=2)
    assert tale.letters("hana") == ["invitation"]
    tale.answers("hana", to="invitation")
    for who in ("grace", "mary"):
        tale.answers(who, to="invitation")
    assert tale.letters("leader").count("synthesis") == 1
    assert tale.letters("ada").count("invitation") == 1


def test_somebody_they_suggest_is_not_contacted(tale):
    """Not me, ask Hana: the leader hears of it, Hana does not."""
    tale.under_way()
    tale.replies("ada", "I'm not the right person. Ask Hana Sato <hana@mail.test>.", to="invitation")
    assert "Hana" in tale.text("leader", "seat_open")
    assert tale.letters("hana") == []
    assert tale.on("03-10").letters("hana") == []


def test_an_address_that_does_not_exist(tale):
    """The leader hears which address to check, corrects it, and it goes on."""
    tale.under_way(KICKOFF.replace("ada@", "adda@"))
    assert tale.standing("adda") == "unreachable"
    assert "adda@mail.test" in tale.text("leader", "seat_open")
    tale.replies("leader", "Her address is ada@mail.test", to="seat_open")
    tale.replies("leader", "Yes, send it.", to="preview", nth=2)
    assert tale.letters("ada") == ["invitation"]
    assert tale.letters("grace") == ["invitation"]


def test_a_stop_holds_for_ever(tale):
    """One confirmation, then nothing, in this engagement and in any other; the leader hears it neutrally."""
    tale.under_way().replies("ada", "Please stop writing to me.", to="invitation")
    assert tale.letters("ada") == ["invitation", "stopped"]
    assert "seat_open" in tale.letters("leader")
    tale.on("03-05", "03-20").leader_writes(KICKOFF.replace("delegating", "delegating more"))
    assert tale.letters("ada") == ["invitation", "stopped"]
    assert "not available" in tale.all_text("leader")


def test_stop_as_a_word_of_advice_is_no_stop(tale):
    """Do not stop doing retrospectives."""
    pieces = ("Do not stop doing retrospectives.", "Stop answering at night.", "Write it down.")
    tale.asked().answers("ada", *pieces)
    assert tale.standing("ada") == "answered"


def test_cancel_releases_whoever_still_works_on_it(tale):
    """Nobody works for nothing, and nobody hears more."""
    tale.asked().answers("ada")
    tale.replies("leader", "Please cancel this.", to="under_way")
    assert tale.shown()["stage"] == "cancelled"
    assert tale.letters("grace")[-1] == "released"
    assert tale.letters("ada")[-1] == "thanks"
    before = {who: tale.letters(who) for who in EXPERTS}
    tale.on("03-20", "05-20")
    assert {who: tale.letters(who) for who in EXPERTS} == before
