import pytest

from mailflow.reading.counsel import advises
from mailflow.reading.intent import instead_words, intent_of, is_about_us


@pytest.mark.parametrize(
    "words",
    [
        "Stop",
        "STOP!",
        "Please stop writing to me.",
        "unsubscribe",
        "Please unsubscribe",
        "I want to unsubscribe.",
        "Take me off your list.",
        "This is spam. Stop it.",
        "No more emails please.",
        "This is a request under Article 17 GDPR.",
        "Bitte schreiben Sie mir nicht mehr.",
        "Ne m'écrivez plus.",
        "No me escriban más.",
        "Non scrivetemi più.",
        "Stuur mij geen mails meer.",
        "Não me escrevam mais.",
    ],
)
def test_a_stop(words: str) -> None:
    """A wish to hear no more, in whatever words."""
    assert intent_of(words).stop


@pytest.mark.parametrize(
    "words",
    [
        "Do not stop doing retrospectives.",
        "Stop micromanaging everything.",
        "Stop emailing at night; people read it as an order.",
        "Unsubscribe from every newsletter that is not about customers.",
        "No more emails after six.",
        "Take things off the list that nobody asked for.",
        "Please don't stop.",
        "Hör nicht auf zu fragen.",
        "Retirer de la pression, c'est la moitié du travail.",
        "Deje de controlar cada detalle.",
    ],
)
def test_no_stop(words: str) -> None:
    """The word alone is none; a wrong guess would silence somebody for ever."""
    assert not intent_of(words).stop


@pytest.mark.parametrize(
    "words",
    [
        "No",
        "No thanks.",
        "Thanks, but no.",
        "No can do.",
        "I can't help with that.",
        "Leider nein.",
        "Non merci.",
    ],
)
def test_a_no(words: str) -> None:
    """A refusal."""
    assert intent_of(words).no


@pytest.mark.parametrize(
    "words", ["No problem.", "No worries!", "Say no twice.", "Never say you can't help.", "Kein Problem!"]
)
def test_no_no(words: str) -> None:
    """The word in a courtesy, or in advice."""
    assert not intent_of(words).no


@pytest.mark.parametrize(
    "words",
    ["Give me a week.", "Let me sleep on it.", "Can I get back to you?", "Bear with me.", "Ich melde mich."],
)
def test_time_is_asked_for(words: str) -> None:
    """Later, with or without a day."""
    assert intent_of(words).later


@pytest.mark.parametrize(
    "words", ["Sleep on every decision.", "If they need time, give them a week.", "I can't think of a third."]
)
def test_no_time_is_asked_for(words: str) -> None:
    """Advice about time, and an honest "that's all"."""
    assert not intent_of(words).later


@pytest.mark.parametrize(
    "words",
    [
        "Never take a task back.",
        "Ask what they would do.",
        "Nimm nie eine Aufgabe zurück.",
        "If you can't, say so.",
    ],
)
def test_advice_advises(words: str) -> None:
    """Counsel to somebody else."""
    assert advises(words)


@pytest.mark.parametrize(
    "words",
    [
        "Give me a week.",
        "Let's meet on Friday.",
        "Do you mean the team?",
        "Stop these mails.",
        "I would ask.",
    ],
)
def test_what_is_said_to_us_does_not(words: str) -> None:
    """Orders to the service, questions, and what speaks of the writer."""
    assert not advises(words)


def test_a_meeting_that_is_in_the_way_is_no_meeting_proposed() -> None:
    """The annual meeting is not the coffee; Friday, not Thursday, is."""
    assert not intent_of("I am buried in the annual meeting, give me a week please.").meeting
    assert not intent_of("I can't do Thursday at all, no coffee for me.").meeting
    assert intent_of("I can't do Thursday but Friday at 11 works.").meeting


def test_whom_to_ask_instead_is_in_their_words() -> None:
    """Only the sentences that name somebody."""
    assert instead_words("Not me, sorry. Ask Hana Sato. Good luck!") == "Ask Hana Sato."


def test_talk_about_the_conversation_is_told_from_advice() -> None:
    """Wishes, promises and pointers are about us."""
    assert is_about_us("Hope that helps!")
    assert is_about_us("My answers are below.")
    assert not is_about_us("Ask before you answer.")
