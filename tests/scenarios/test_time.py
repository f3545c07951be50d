"""Time asked is time given; reminders are few, announced, and never race an answer."""

from tale import ADVICE, KICKOFF

from mailflow.demo import shapes

# Monday is 2 March 2026.


def test_without_a_word_the_question_follows_after_three_working_days(tale):
    """Invited on Monday at nine, asked on Thursday at nine, not earlier."""
    tale.under_way().at("2026-03-05 08:59")
    assert tale.letters("ada") == ["invitation"]
    tale.at("2026-03-05 09:00")
    assert tale.letters("ada") == ["invitation", "question"]


def test_a_week_asked_is_a_week_given(tale):
    """Before the day: nothing.  On it: the question."""
    tale.under_way()
    tale.replies("ada", "I am buried in the annual meeting, give me a week please.", to="invitation")
    assert tale.letters("ada") == ["invitation", "second_coffee"]
    tale.on("03-05", "03-06", hour=17)
    assert tale.letters("ada") == ["invitation", "second_coffee"]
    tale.on("03-09")
    assert tale.letters("ada") == ["invitation", "second_coffee", "question"]


def test_no_chase_before_the_promised_day(tale):
    """After the question, too."""
    tale.asked().replies("ada", "Can I come back to you on March 20? Too much on my plate until then.")
    assert tale.letters("ada")[-1] == "second_coffee"
    assert "20 March" in tale.text("ada", "second_coffee")
    tale.on("03-09", "03-16", "03-19")
    assert tale.letters("ada")[-1] == "second_coffee"
    tale.on("03-20")
    assert tale.letters("ada")[-1] == "nudge"


def test_two_nudges_the_last_says_so_then_the_leader_decides(tale):
    """Five letters to a silent expert at most; the leader is told, nobody else is asked."""
    tale.asked()
    tale.on("03-09", "03-16", "03-23", "04-10", "05-10")
    assert tale.letters("ada") == ["invitation", "question", "nudge", "nudge"]
    assert "last" in tale.text("ada", "nudge", 2).lower()
    assert tale.standing("ada") == "silent"
    assert tale.letters("leader").count("seat_open") == 3


def test_an_answer_in_the_inbox_beats_the_nudge_that_is_due(tale):
    """The inbox is read before anything due is sent."""
    tale.asked().answers("ada", read=False).on("03-10")
    assert "nudge" not in tale.letters("ada")
    assert "nudge" in tale.letters("grace")


def test_a_late_answer_still_counts(tale):
    """While nobody else sits in the seat."""
    tale.asked("ada").on("03-09", "03-16", "03-23", "04-10")
    assert tale.standing("ada") == "silent"
    tale.answers("ada")
    assert tale.standing("ada") == "answered"


def test_asleep_for_two_months_one_letter_each(tale):
    """A laptop that wakes up late writes to each person once, and calls no seat open unasked."""
    tale.under_way().on("05-04")
    assert tale.letters("ada") == ["invitation", "question"]
    assert "seat_open" not in tale.letters("leader")


def test_first_approaches_wait_for_the_morning(tale):
    """A yes on Saturday night invites on Monday; the leader is answered at once."""
    tale.at("2026-03-07 22:00").leader_writes(KICKOFF).replies("leader", "Yes, send it.", to="preview")
    assert tale.letters("leader") == ["preview", "under_way"]
    assert tale.letters("ada") == []
    tale.at("2026-03-09 07:59")
    assert tale.letters("ada") == []
    tale.at("2026-03-09 08:00")
    assert tale.letters("ada") == ["invitation"]


def test_a_vacation_note_is_no_yes_and_moves_the_clock(tale):
    """Nobody is chased on a beach; a list inside the note is no advice."""
    note = "I am out of the office and back on 23 March.\n\n1. Call Bob\n2. Call Eve\n3. Wait for me"
    tale.asked().replies("ada", note, shape=shapes.out_of_office)
    shown = tale.shown()
    assert (shown["pieces"]["received"], tale.standing("ada")) == (0, "asked")
    letters = tale.letters("ada")
    tale.on("03-09", "03-16")
    assert tale.letters("ada") == letters
    tale.on("03-31")
    assert tale.letters("ada") == [*letters, "nudge"]


def test_the_leaders_vacation_note_is_no_yes(tale):
    """Nobody is written to."""
    tale.leader_writes()
    tale.replies("leader", "Yes! I am on holiday until 23 March.", to="preview", shape=shapes.out_of_office)
    assert tale.letters("ada") == []
    assert tale.shown()["stage"] == "preview"


def test_two_pieces_now_the_third_on_a_day(tale):
    """A promise is time asked: nothing is requested before it."""
    two = "\n".join(f"{n}. {piece}" for n, piece in enumerate(ADVICE["ada"][:2], 1))
    tale.asked().replies("ada", f"{two}\n\nThe third follows on March 12.")
    letters = tale.letters("ada")
    assert letters[-1] == "second_coffee"
    tale.on("03-10", "03-11")
    assert tale.letters("ada") == letters
    assert tale.shown()["pieces"]["received"] == 2


def test_the_leader_waits_two_weeks_more(tale):
    """Time the leader gives is time given: nothing before, a word after."""
    tale.asked().on("03-09", "03-16", "03-23")
    tale.replies("leader", "Let's wait two weeks for Ada.", to="seat_open")
    letters = tale.letters("ada")
    tale.on("03-30", "04-03")
    assert tale.letters("ada") == letters
    assert tale.standing("ada") == "asked"
