from datetime import UTC, date, datetime

import pytest

from mailflow.identity import Purpose
from mailflow.mentoring import events
from mailflow.mentoring.engagement import Standing
from mailflow.reading.classify import Correspondent, classify
from mailflow.reading.message import Machine, Message

NOW = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
GIVEN = ("Hand over the outcome.", "Pick one thing a week.", "Ask before you answer.")


def meaning(
    words: str, replied_to: Purpose = Purpose.QUESTION, given: int = 0, machine: Machine = Machine.PERSON
) -> events.Event:
    """What these words mean in reply to that letter."""
    message = Message(digest="d", sender_name="Ada Byron", text=words, sent_at=NOW, machine=machine)
    who = Correspondent(seat=2, standing=Standing.ASKED, replied_to=replied_to, pieces=GIVEN[:given])
    return classify(message, who, NOW)


@pytest.mark.parametrize("given", [0, 1, 2, 3])
def test_words_without_any_change_change_nothing(given: int) -> None:
    """Somebody who has given pieces before may write anything."""
    assert not isinstance(meaning("Thanks for the reminder.", Purpose.MORE_PLEASE, given), events.Corrected)


@pytest.mark.parametrize(
    ("words", "number", "piece"),
    [
        ("2: Pick one thing a month.", 2, "Pick one thing a month."),
        ("Change 2 to: Pick one thing a month.", 2, "Pick one thing a month."),
        ("Instead of the second, please write: Pick one thing a month.", 2, "Pick one thing a month."),
        ("The third should read: Ask first.", 3, "Ask first."),
        ("Small correction to point 1: Hand over the budget too.", 1, "Hand over the budget too."),
        ("Bitte ändere Punkt 2: Nimm dir eins im Monat vor.", 2, "Nimm dir eins im Monat vor."),
        ("Remplacez le deuxième par : une chose par mois.", 2, "une chose par mois."),
    ],
)
def test_a_correction_names_its_number(words: str, number: int, piece: str) -> None:
    """By digit or by word, in several languages."""
    event = meaning(words, Purpose.THANKS, 3)
    assert isinstance(event, events.Corrected)
    assert [(at, new.text) for at, new in event.changes] == [(number, piece)]


def test_a_no_beside_a_tip_is_a_no() -> None:
    """The tip brings neither question nor more_please."""
    assert isinstance(meaning("I don't have time for this, sorry.\n\n- Read more."), events.Declined)


def test_a_day_for_the_second_coffee() -> None:
    """Another day moves it, a kind word leaves it."""
    moved = meaning("Make it the 16th please.", Purpose.SECOND_COFFEE)
    assert moved == events.PauseAsked(seat=2, until=date(2026, 12, 16), words="Make it the 16th please.")
    assert meaning("Perfect, thanks!", Purpose.SECOND_COFFEE) == events.Chatted(seat=2)


@pytest.mark.parametrize(
    ("machine", "kind"),
    [
        (Machine.AUTO_REPLY, events.WasAway),
        (Machine.BOUNCE, events.Bounced),
        (Machine.DELAY, events.Bounced),
        (Machine.RECEIPT, events.Chatted),
        (Machine.OWN, events.Chatted),
        (Machine.BULK, events.Unclear),
    ],
)
def test_no_machine_gives_advice(machine: Machine, kind: type) -> None:
    """Whatever list it sends."""
    assert isinstance(meaning("1. Ask them.\n2. Wait.\n3. Go away.", machine=machine), kind)


def test_held_messages_are_theirs_or_not() -> None:
    """Yes or no to is_this_yours, nothing else."""
    assert isinstance(meaning("Yes, that was me.", Purpose.IS_THIS_YOURS), events.Accepted)
    assert isinstance(meaning("No, I didn't write that.", Purpose.IS_THIS_YOURS), events.Declined)


@pytest.mark.parametrize(
    ("words", "passed_on"),
    [
        ("Yes, let's meet on Friday! My first thought: delegate the outcome.", "Yes, let's meet on Friday!"),
        (
            "Happy to. Friday 3pm works. One thing I learned is that people need the outcome.",
            "Happy to. Friday 3pm works.",
        ),
        (
            "Yes, with pleasure. In my experience the trick is clear outcomes. Tuesday suits me.",
            "Yes, with pleasure. Tuesday suits me.",
        ),
        ("Sure! Two check-ins a week was the key for me.", "Sure!"),
        ("Ja gerne, Freitag passt. Mein Tipp vorab: klare Ergebnisse.", "Ja gerne, Freitag passt."),
        (
            "Oui, volontiers, vendredi. Mon premier conseil : des résultats clairs.",
            "Oui, volontiers, vendredi.",
        ),
        ("Sí, el viernes. Mi primer consejo: resultados claros.", "Sí, el viernes."),
        ("Sounds good - Tuesday?", "Sounds good - Tuesday?"),
        ("Sure! See you Thursday at noon?", "Sure! See you Thursday at noon?"),
    ],
)
def test_of_a_yes_the_leader_hears_the_words_about_time(words: str, passed_on: str) -> None:
    """Advice beside it stays back, marked as a piece or not; asking for a day asks the leader nothing."""
    event = meaning(words, Purpose.INVITATION)
    assert isinstance(event, events.Accepted)
    assert (event.words, event.question) == (passed_on, "")


@pytest.mark.parametrize(
    ("words", "passed_on"),
    [
        (
            "Sorry, I can't, too busy this year. But one tip: they need outcomes.",
            "Sorry, I can't, too busy this year.",
        ),
        ("No, sorry. Quick advice though: write down what done looks like.", "No, sorry."),
        ("No thanks, I have just started a new job.", "No thanks, I have just started a new job."),
    ],
)
def test_of_a_no_the_leader_hears_the_reason(words: str, passed_on: str) -> None:
    """A tip beside it stays back, whatever its form."""
    event = meaning(words, Purpose.INVITATION)
    assert isinstance(event, events.Declined)
    assert event.reason == passed_on


def test_of_a_question_the_leader_hears_the_question() -> None:
    """What the expert has found out stays back."""
    event = meaning("How big is the team? In my case small steps did the trick.", Purpose.INVITATION)
    assert event == events.QuestionAsked(seat=2, words="How big is the team?")


def test_before_a_yes_there_may_be_a_question() -> None:
    """Whoever wants to know something before the yes has not said it."""
    words = "Before I say yes: is this about a small team or a large one?"
    assert meaning(words, Purpose.INVITATION) == events.QuestionAsked(seat=2, words=words)


def test_with_pleasure_alone_is_a_yes() -> None:
    """And no farewell."""
    assert isinstance(meaning("Avec plaisir !", Purpose.INVITATION), events.Accepted)
