"""Nobody is contacted before the leader's yes; the leader can ask, pause, correct."""

from tale import ADVICE, EXPERTS, KICKOFF

from mailflow.demo import shapes


def test_before_the_yes_nobody_is_written_to(tale):
    """However many days pass."""
    tale.leader_writes().on("03-05", "03-20", "05-20")
    assert tale.letters("leader") == ["preview"]
    assert [tale.letters(who) for who in EXPERTS] == [[], [], []]


def test_the_preview_shows_what_each_expert_will_get(tale):
    """Names, words and the question; it matches what is sent."""
    tale.under_way()
    preview = tale.text("leader", "preview")
    assert all(name in preview for name in ("Ada Lovelace", "Grace Hopper", "Mary Jackson"))
    assert "delegate work to my team" in preview
    subject = tale.letter("ada", "invitation")["Subject"]
    assert subject in preview


def test_a_no_to_the_preview_cancels(tale):
    """And nobody ever hears of it."""
    tale.leader_writes().replies("leader", "No, let's not do this.", to="preview")
    assert tale.shown()["stage"] == "cancelled"
    assert [tale.letters(who) for who in EXPERTS] == [[], [], []]


def test_a_correction_makes_a_new_preview(tale):
    """The expert changes before anybody is asked."""
    tale.leader_writes()
    tale.replies("leader", "Please ask Hana Sato <hana@mail.test> instead of Ada.", to="preview")
    assert tale.letters("leader") == ["preview", "preview"]
    tale.replies("leader", "Yes, go.", to="preview", nth=2)
    assert tale.letters("hana") == ["invitation"]
    assert tale.letters("ada") == []


def test_what_is_missing_is_asked_for_until_it_is_there(tale):
    """Two experts are not three; the reply completes them."""
    tale.leader_writes(KICKOFF.replace("Mary Jackson <mary@mail.test>, outside\n", ""))
    assert tale.letters("leader") == ["kickoff_gaps"]
    tale.replies("leader", "Mary Jackson <mary@mail.test>, outside", to="kickoff_gaps")
    assert tale.letters("leader") == ["kickoff_gaps", "preview"]
    assert [expert["name"] for expert in tale.shown()["experts"]][2] == "Mary Jackson"


def test_a_question_goes_to_the_leader_and_the_answer_back(tale):
    """The clock stands still meanwhile."""
    tale.asked().replies("ada", "Before I answer: is this about your own team or the whole plant?")
    assert "the whole plant" in tale.text("leader", "question_relay")
    tale.on("03-09", "03-16", "03-25")
    assert "nudge" not in tale.letters("ada")
    tale.replies("leader", "It is about my own team of eleven.", to="question_relay")
    assert "my own team of eleven" in tale.text("ada", "relay_answer")
    assert "relay_answer" not in tale.letters("grace")


def test_status_counts_and_shows_no_advice(tale):
    """The leader asks how it stands."""
    tale.asked().answers("ada").replies("leader", "How does it stand?", to="under_way")
    progress = tale.text("leader", "progress")
    assert "Ada Lovelace" in progress
    assert not [piece for piece in ADVICE["ada"] if piece in progress]


def test_paused_nothing_moves_and_answers_are_kept(tale):
    """Resumed, it goes on."""
    tale.asked().replies("leader", "Please pause this for now.", to="under_way")
    tale.on("03-16").answers("ada")
    assert "nudge" not in tale.letters("grace")
    assert tale.shown()["pieces"]["received"] == 3
    tale.replies("leader", "Please resume.", to="under_way")
    assert tale.shown()["paused"] is False
    tale.on("03-17")
    assert "nudge" in tale.letters("grace")


def test_answers_heard_over_the_coffee(tale):
    """The leader passes them on; the expert is told and can correct them."""
    tale.asked()
    told = "\n".join(f"{n}. {piece}" for n, piece in enumerate(ADVICE["ada"], 1))
    tale.replies("leader", f"Ada told me over the coffee:\n{told}", to="coffee_accepted")
    assert tale.standing("ada") == "answered"
    assert tale.letters("ada")[-1] == "thanks"


def test_the_goal_in_own_words_until_it_holds(tale):
    """Feedback names what is missing; then it is set, checked on, and closed in time."""
    tale.complete().replies("leader", "I want to delegate more.", to="synthesis")
    assert tale.letters("leader")[-1] == "goal_feedback"
    goal = (
        "By 30 June 2026 I hand over two decisions a week to Ana and Luis, in writing, with the result and "
        "the limit agreed, and take none of them back, so that I spend three mornings a week with customers."
    )
    tale.replies("leader", goal, to="goal_feedback")
    assert tale.letters("leader")[-1] == "goal_set"
    shown = tale.shown()
    assert (shown["stage"], shown["goal"]["own_words"]) == ("goal_set", goal)
    tale.replies("leader", "Tell them, please.", to="goal_set")
    tale.on("03-12", "04-12", "05-12")
    assert "check_in" in tale.letters("leader")
    assert "outcome" not in tale.letters("ada")
    tale.at("2027-02-01 10:00").at("2027-04-01 10:00")
    assert tale.shown()["stage"] == "closed"
    assert tale.letters("leader")[-1] == "closed"
    assert goal in tale.text("ada", "outcome")


def test_without_consent_the_experts_hear_nothing_of_the_goal(tale):
    """What became of it is the leader's to tell."""
    goal = "By 30 June 2026 I hand over two decisions a week, in writing, so that my mornings are free."
    tale.complete().replies("leader", goal, to="synthesis")
    tale.at("2027-02-01 10:00").at("2027-04-01 10:00")
    assert tale.shown()["stage"] == "closed"
    assert tale.letters("ada")[-1] == "thanks"
    tale.replies("leader", "You may tell them now.", to="closed")
    assert tale.letters("ada")[-1] == "outcome"


def test_the_leader_draws_the_thread(tale):
    """Numbers and a title make the revised synthesis."""
    tale.complete()
    tale.replies("leader", "1, 4 and 7 belong together, call it agreeing on the result.", to="synthesis")
    assert tale.letters("leader")[-1] == "synthesis_revised"
    synthesis = tale.shown()["synthesis"]
    assert synthesis["certainty"] == "drawn"
    drawn = synthesis["themes"][synthesis["sweet_spot"]]
    assert drawn["pieces"] == [[1, 1], [2, 1], [3, 1]]


def test_any_client_says_yes(tale):
    """Phones, Outlook and terminals."""
    tale.leader_writes().replies("leader", "Go!", to="preview", shape=shapes.iphone)
    assert tale.letters("ada") == ["invitation"]


def test_the_draft_with_its_blanks_filled_in_is_in_the_leaders_own_words(tale):
    """What our letter suggested counts when the leader says it."""
    tale.complete()
    draft = tale.shown()["goal"]["statement"]
    goal = " ".join(draft.replace("______", "two").split())
    tale.replies("leader", goal, to="synthesis", shape=shapes.outlook_desktop)
    assert tale.shown()["goal"]["own_words"] == goal


def test_the_goal_once_more_with_what_was_missing(tale):
    """As the feedback asks: the same words again, and the missing ones."""
    tale.complete().replies("leader", "I hand over two decisions a week to Ana and Luis.", to="synthesis")
    assert tale.letters("leader")[-1] == "goal_feedback"
    whole = (
        "I hand over two decisions a week to Ana and Luis. I begin with one small decision this Friday, so "
        "that my mornings are free by the end of June."
    )
    tale.replies("leader", whole, to="goal_feedback")
    assert tale.shown()["goal"]["own_words"] == whole
    assert tale.letters("leader")[-1] == "goal_set"
