"""What the method and the contract want each letter to say, and what it must not."""

from dataclasses import replace

import pytest
from letters import QUESTION_BEGINS, Page, flat, part, write, written

from mailflow.identity import Purpose
from mailflow.mentoring.engagement import LEADER_SEAT
from mailflow.writing.sample import sample
from mailflow.writing.sample_engagement import PIECES
from mailflow.writing.sample_variants import samples

SAMPLES = samples()
QUESTION = (
    "If you were to suggest three things I could do, three bits of advice that would have the greatest "
    "impact on my ability to delegate whole outcomes, what would they be?"
)
ASKING = (
    "question",
    "question.accepted",
    "nudge",
    "nudge.last",
    "more_please",
    "more_please.two",
    "relay_answer",
)
ANYWHERE = (*ASKING, "preview", "preview.substitute", "preview.all_outside")
ALL_NINE = [piece for three in PIECES for piece in three]
IN_ORDER = [f"{number}. {piece}" for number, piece in enumerate(ALL_NINE, start=1)]


def told(name: str) -> str:
    """The text of a sample, unwrapped."""
    return flat(write(*SAMPLES[name]).text)


# --- invitation ---


@pytest.mark.parametrize("name", ["invitation", "invitation.bare"])
def test_the_invitation_says_you_nail_this_before_it_asks(name: str) -> None:
    """You are the person I think of, then why; the only question is the coffee, at its end."""
    text = told(name)
    praise = text.index("You are the person I think of for ‘delegating whole outcomes’")
    assert praise < text.index("nail this") < text.index("coffee with you") < text.index("?")
    assert text[: text.index("?")].endswith("Would you have that coffee with Lee")
    assert text.count("?") == 1


@pytest.mark.parametrize("name", ["invitation", "invitation.bare"])
def test_the_invitation_holds_no_question_yet(name: str) -> None:
    """The question comes with the second letter, so that the first is about the person."""
    assert QUESTION_BEGINS not in told(name)
    assert "suggest" not in told(name)


@pytest.mark.parametrize("name", ["invitation", "invitation.bare"])
def test_the_invitation_says_what_will_happen(name: str) -> None:
    """Who sends it, how many reminders, whose name is shown, and how to say no."""
    text = told(name)
    for promise in (
        "an assistant service", "sends this for Lee", "at most two reminders", "Your name will stand beside",
        "without my name", "reply “no”", "not me, ask", "no programme", "three working days",
        "writing for Lee Okafor",
    ):  # fmt: skip
        assert promise in text, promise


def test_the_invitation_tells_why_and_to_what_end_in_the_leaders_words() -> None:
    """A few lines, each in its own quote; what was not said is not asked about."""
    text = written(Purpose.INVITATION).text
    assert "\n    My team doubled in spring" in text
    assert "\n    By autumn the two site launches should run without me in the room.\n" in text
    assert "own words:" not in write(*SAMPLES["invitation.bare"]).text


def test_privacy_takes_four_short_lines() -> None:
    """Who, why, on what ground, source, who sees it, how long, rights, complaint, stop, whom to ask."""
    page = Page(part(written(Purpose.INVITATION), "text/html"))
    small = [
        words for tag, words in page.blocks if words.startswith(("Your privacy", "Source", "How", "Your r"))
    ]
    assert len(small) == 4
    assert all(len(words) <= 240 for words in small)
    for fact in (
        "Lee Okafor (lee@works.example)", "asks for your advice once", "legitimate interest",
        "Lee gave us your name", "Seen by", "nine months", "see it, correct it, have it erased, object",
        "complain to a data protection authority",
        "Reply “stop”", "office@mentoring.example",
    ):  # fmt: skip
        assert fact in " ".join(small), fact


def test_who_does_not_name_an_operator_is_asked_at_the_service() -> None:
    """There is always an address to turn to."""
    assert "(jit@mentoring.example)" in flat(written(Purpose.INVITATION, house={"operator": ""}).text)


# --- question ---


@pytest.mark.parametrize("name", ASKING)
def test_the_question_is_the_methods_own_sentence_on_one_line(name: str) -> None:
    """Word for word, the capability fitted in, never broken."""
    assert QUESTION in write(*SAMPLES[name]).text.splitlines()


@pytest.mark.parametrize("name", sorted(set(SAMPLES) - set(ANYWHERE)))
def test_no_other_letter_asks_it(name: str) -> None:
    """Whoever has answered, or not said yes yet, is not asked."""
    assert QUESTION_BEGINS not in told(name)


@pytest.mark.parametrize("name", ["question", "question.accepted", "nudge", "second_coffee"])
def test_time_and_a_second_coffee_are_offered(name: str) -> None:
    """The second coffee is on the leader."""
    text = told(name)
    assert "second coffee" in text
    assert "Lee’s shout" in text


@pytest.mark.parametrize("name", ["question", "nudge", "more_please", "second_coffee", "relay_answer"])
def test_whoever_is_asked_is_told_the_way_out(name: str) -> None:
    """A no and a stop, one word each."""
    assert "Reply “no”" in told(name)
    assert "Reply “stop”" in told(name)


def test_a_reminder_says_which_of_how_many_it_is() -> None:
    """The first counts, the last says that it is the last."""
    assert "number one of at most two" in told("nudge")
    assert "the last reminder" in told("nudge.last")


# --- thanks ---


@pytest.mark.parametrize("name", ["thanks", "thanks.extras", "thanks.heard", "thanks.unnamed"])
def test_thanks_echo_three_numbered_pieces(name: str) -> None:
    """Word for word, with the way to put one right."""
    text = told(name)
    places = [text.index(f"{number}. {piece}") for number, piece in enumerate(PIECES[0], start=1)]
    assert places == sorted(places)
    assert "Reply with its number and better words" in text


# --- synthesis ---


@pytest.mark.parametrize("name", [name for name in sorted(SAMPLES) if name.startswith("synthesis")])
def test_a_synthesis_shows_all_nine_numbered_word_for_word_by_expert(name: str) -> None:
    """One to nine, three below each name; in the page each list starts at its own number."""
    send, engagement = SAMPLES[name]
    letter = write(send, engagement)
    text = flat(letter.text)
    places = [text.index(piece) for piece in IN_ORDER]
    for seat, expert in enumerate(engagement.experts):
        shown = "One who would rather not be named" if expert.nameless else expert.name
        places.insert(4 * seat, text.index(f"{shown} {IN_ORDER[3 * seat]}"))
    assert places == sorted(places)
    starts = [value for key, value in Page(part(letter, "text/html")).attributes if key == "start"]
    assert starts[:3] == ["1", "4", "7"]


def test_a_thread_found_is_told_with_one_quote_of_each() -> None:
    """Which experts, in which words, what is related, what stays outside."""
    text = told("synthesis")
    for piece in (
        "The thread: Say what done looks like, then keep out",
        "Ada (1): “Say what done looks like and by when, then stop talking.”",
        "Grace (6): “I tell people what I expect to see at the end.”",
        "Mary (7): “Write down what good looks like in one paragraph”",
        "Related to it: 4.",
        "Let people grow into it (2, 3 and 5)",
        "“Say thank you in front of others.” (Mary, 8)",
    ):
        assert piece in text, piece


def test_likely_threads_are_offered_with_their_runners_up() -> None:
    """A letter each, their numbers in a table, a quote of each expert, and how to choose."""
    text = told("synthesis.likely")
    for piece in (
        "Two candidates, the likeliest first",
        "A. Say what done looks like, then keep out 1 4, 6 7",
        "B. Let people grow into it 2, 3 5 –",
        "Ada (3): ‘Ask “what would you do?”’",
        "This draft follows A; choose another and I draw it anew.",
        "a letter (A, B), or numbers that belong together (“2, 5 and 7, call it saying no”)",
        "in your own words",
    ):
        assert piece in " ".join(text.split()), piece


def test_one_candidate_is_not_offered_as_a_choice_of_letters() -> None:
    """With one there is nothing to rank."""
    send, engagement = SAMPLES["synthesis.likely"]
    assert engagement.synthesis is not None
    alone = replace(engagement.synthesis, candidates=engagement.synthesis.candidates[:1])
    text = flat(write(send, replace(engagement, synthesis=alone)).text)
    assert "This is the one thread I see" in text
    assert "“A” if that is the thread" in text
    assert "candidates" not in text


def test_no_thread_is_said_honestly() -> None:
    """Nothing is made up; the leader draws it by numbers, or words the goal straight away."""
    text = told("synthesis.none")
    assert "Honestly: I found no single thread" in text
    assert "On their own as far as I can see: 8 and 9." in text
    assert "Reply with their numbers and a name" in text
    assert "First steps" not in text


def test_nine_pieces_that_stand_alone_are_not_listed_again() -> None:
    """Where nothing belongs together there is nothing to sort."""
    send, engagement = SAMPLES["synthesis.none"]
    assert engagement.synthesis is not None
    themes = tuple(
        replace(theme, pieces=(piece,)) for theme in engagement.synthesis.themes for piece in theme.pieces
    )
    text = flat(write(send, replace(engagement, synthesis=replace(engagement.synthesis, themes=themes))).text)
    assert "It may help to read them once more" in text
    assert "On their own" not in text


def test_the_draft_goal_has_five_letters_dated_steps_and_blanks() -> None:
    """S.M.A.R.T., when, from which pieces, and what only the leader can know."""
    text = told("synthesis")
    for piece in (
        "- S (Specific):", "- M (Measurable): ______", "- A (Achievable):", "- R (Relevant):",
        "- T (Time-bound):", "1. By Monday 7 December Write the paragraph", "(from 7)", "(from 1, 4)",
        "only you can know the number",
        "reply with your goal, in your own words",
    ):  # fmt: skip
        assert piece in text, piece


def test_an_expert_who_asked_for_it_is_not_named_beside_their_advice() -> None:
    """Neither above the pieces nor beside the quotes."""
    body = told("synthesis.unnamed").partition("All nine, word for word")[2]
    assert "Ada" not in body
    assert "Unnamed (1):" in body


# --- nothing before nine ---


BEFORE_NINE = [
    name
    for name, (send, engagement) in sorted(SAMPLES.items())
    if send.seat == LEADER_SEAT and engagement.nine_at is None and "heard" not in name
]


@pytest.mark.parametrize("name", BEFORE_NINE)
def test_no_advice_reaches_the_leader_before_the_ninth_piece(name: str) -> None:
    """Counts may be shown; words and themes may not."""
    letter = write(*SAMPLES[name])
    for words in ALL_NINE:
        assert words not in flat(letter.text)
        assert words not in letter.subject


def test_there_are_letters_before_nine_that_could_tell() -> None:
    """The test above looks at engagements that hold pieces."""
    assert sum(SAMPLES[name][1].received > 0 for name in BEFORE_NINE) > 10


def test_the_service_is_never_the_one_who_wants_advice() -> None:
    """What an expert gets is about the leader, by name."""
    for purpose in Purpose:
        send, _ = sample(purpose)
        if send.seat != LEADER_SEAT and purpose is not Purpose.IS_THIS_YOURS:
            assert "Lee Okafor" in told(purpose.value), purpose


def test_a_capability_with_to_fits_behind_on():
    """Nobody gets "advice on to say no"."""
    send, engagement = sample(Purpose.INVITATION)
    letter = write(send, replace(engagement, capability="to say no"))
    assert letter.subject.endswith("three bits of advice on how to say no?")


def test_before_the_first_piece_none_are_in():
    """Progress asked for on the first day reads like English."""
    send, engagement = sample(Purpose.PROGRESS)
    waiting = tuple(replace(expert, advice=()) for expert in engagement.experts)
    text = flat(write(send, replace(engagement, experts=waiting)).text)
    assert "None of nine pieces of advice are in" in text
