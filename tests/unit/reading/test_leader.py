from datetime import UTC, datetime

import pytest

from mailflow.identity import Purpose
from mailflow.mentoring import events
from mailflow.mentoring.engagement import Stage
from mailflow.reading.classify import Correspondent
from mailflow.reading.leader import classify_leader
from mailflow.reading.message import Machine, Message
from mailflow.reading.own_words import own_words

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
EXPERTS = (
    (1, "Ada Lovelace", "ada@x.example"),
    (2, "Grace Hopper", "grace@x.example"),
    (3, "Mary Jackson", "mary@x.example"),
)


def meaning(
    words: str,
    stage: Stage | None,
    replied_to: Purpose | None = None,
    about: int = 0,
    machine: Machine = Machine.PERSON,
) -> events.Event:
    """What these words mean at this stage."""
    message = Message(
        digest="d",
        sender="lee@works.example",
        sender_name="Lee Ader",
        text=words,
        sent_at=NOW,
        machine=machine,
    )
    who = Correspondent(
        stage=stage,
        replied_to=replied_to,
        about=about,
        experts=EXPERTS,
        service_addresses=("coffee@mentoring.example",),
    )
    return classify_leader(message, own_words(message, ()), who, NOW)


@pytest.mark.parametrize(
    "words",
    [
        "Yes",
        "yes.",
        "Yes, send it.",
        "Yes, looks good, send it.",
        "Looks good, send it!",
        "Go",
        "go ahead please",
        "OK",
        "Hi,\n\nyes please\n\nThanks,\nLee",
        "Yes please, thanks!",
        "ja",
        "Ja, passt.",
        "oui",
        "s\u00ed",
        "\U0001f44d",
        "Perfect, go ahead.",
        "Approved.",
        "Yes!\n\nBest,\nLee",
    ],
)
def test_a_yes_to_the_preview(words: str):
    """In a leader's own few words, in four languages."""
    assert meaning(words, Stage.PREVIEW, Purpose.PREVIEW) == events.Confirmed()


@pytest.mark.parametrize("words", ["No", "no thanks", "Cancel", "please cancel", "Don't send", "nein", "non"])
def test_a_no_to_the_preview(words: str):
    """It ends there."""
    assert meaning(words, Stage.PREVIEW, Purpose.PREVIEW) == events.CancelWanted()


@pytest.mark.parametrize(
    "words",
    [
        "Yes, but please ask Hana Sato <hana@x.example> instead of Grace.",
        "instead of Grace please ask Hana Sato <hana@x.example>",
    ],
)
def test_a_yes_with_a_change_is_a_change(words: str):
    """Nobody is written to on half a yes."""
    event = meaning(words, Stage.PREVIEW, Purpose.PREVIEW)
    assert isinstance(event, events.KickoffRead)
    assert [expert.email for expert in event.kickoff.experts] == [
        "ada@x.example",
        "hana@x.example",
        "mary@x.example",
    ]
    assert event.kickoff.experts[1].name == "Hana Sato"


def test_a_capability_may_be_reworded():
    """The rest stays as it was."""
    event = meaning("The capability should read running meetings.", Stage.PREVIEW, Purpose.PREVIEW)
    assert isinstance(event, events.KickoffRead)
    assert event.kickoff.capability == "running meetings"
    assert event.kickoff.phrase == "run meetings"


@pytest.mark.parametrize(
    "words",
    ["Yes, but I have a doubt about the tone", "Who will see this?", "Hmm, let me think about it."],
)
def test_what_is_no_yes_is_never_taken_for_one(words: str):
    """Doubt brings a question, not letters to experts."""
    assert not isinstance(meaning(words, Stage.PREVIEW, Purpose.PREVIEW), events.Confirmed)


@pytest.mark.parametrize("machine", [Machine.AUTO_REPLY, Machine.BOUNCE, Machine.RECEIPT, Machine.BULK])
def test_a_machine_never_says_yes(machine: Machine):
    """Not even one that begins with "yes"."""
    assert not isinstance(meaning("Yes", Stage.PREVIEW, machine=machine), events.Confirmed)


@pytest.mark.parametrize(
    ("words", "event"),
    [
        ("Status?", events.ProgressAsked()),
        ("How is it going?", events.ProgressAsked()),
        ("Any news?", events.ProgressAsked()),
        ("pause", events.HoldWanted()),
        ("Please pause.", events.HoldWanted()),
        ("resume", events.ResumeWanted()),
        ("cancel", events.CancelWanted()),
        ("Please remind Grace", events.NudgeWanted(seat=2)),
        ("Could you nudge Mary?", events.NudgeWanted(seat=3)),
        ("nudge", events.NudgeWanted(seat=0)),
        ("Let's wait for Grace", events.WaitWanted(seat=2)),
        ("I'd rather give Mary more time.", events.WaitWanted(seat=3)),
        ("Thanks!", events.Chatted(seat=0)),
        ("Thank you very much", events.Chatted(seat=0)),
    ],
)
def test_plain_words_while_pieces_are_gathered(words: str, event: events.Event):
    """A leader needs no commands to learn."""
    assert meaning(words, Stage.GATHERING) == event


@pytest.mark.parametrize(
    ("words", "about", "seat", "name"),
    [
        ("Ask Hana Sato <hana@x.example> instead of Grace", 0, 2, "Hana Sato"),
        ("Hana Sato <hana@x.example>", 3, 3, "Hana Sato"),
        ("Yes, ask Hana Sato <hana@x.example>", 1, 1, "Hana Sato"),
        ("His address is hana@x.example", 2, 2, ""),
    ],
)
def test_a_substitute_is_named(words: str, about: int, seat: int, name: str):
    """In the seat that is open, or the one whose expert is named."""
    event = meaning(words, Stage.GATHERING, Purpose.SEAT_OPEN, about)
    assert isinstance(event, events.SubstituteNamed)
    assert (event.seat, event.expert.email, event.expert.name) == (seat, "hana@x.example", name)


def test_answers_heard_in_person():
    """Three pieces told over the coffee."""
    event = meaning(
        "Grace told me:\n1. Hand over outcomes\n2. Write down who decides\n3. Never take it back",
        Stage.GATHERING,
    )
    assert isinstance(event, events.HeardInPerson)
    assert event.seat == 2
    assert [piece.text for piece in event.pieces] == [
        "Hand over outcomes",
        "Write down who decides",
        "Never take it back",
    ]


def test_the_answer_to_an_experts_question():
    """Whatever the words, they go back to the expert."""
    event = meaning("The whole plant, not just my team.", Stage.GATHERING, Purpose.QUESTION_RELAY, about=2)
    assert event == events.RelayAnswered(seat=2, words="The whole plant, not just my team.")


@pytest.mark.parametrize(
    ("words", "drawn"),
    [
        ("B", events.ThreadDrawn(candidate=1)),
        ("b.", events.ThreadDrawn(candidate=1)),
        ("I'd go with C", events.ThreadDrawn(candidate=2)),
        ("The second one", events.ThreadDrawn(candidate=1)),
        ("none of these", events.ThreadDrawn()),
        (
            "2, 5 and 7 belong together, call it saying no",
            events.ThreadDrawn(pieces=(2, 5, 7), label="saying no"),
        ),
        (
            "I\u2019d say 2, 5 & 7 \u2013 it\u2019s all about saying no",
            events.ThreadDrawn(pieces=(2, 5, 7), label="saying no"),
        ),
        ("2 5 7: saying no", events.ThreadDrawn(pieces=(2, 5, 7), label="saying no")),
    ],
)
def test_the_thread_is_drawn(words: str, drawn: events.ThreadDrawn):
    """By letter, by numbers, or none."""
    assert meaning(words, Stage.COMPLETE, Purpose.SYNTHESIS) == drawn


def test_the_goal_in_own_words():
    """A sentence in answer to the synthesis is the goal; whether it holds is judged elsewhere."""
    words = "By the end of June I will hand over two decisions a week to Ana and Luis."
    assert meaning(words, Stage.COMPLETE, Purpose.SYNTHESIS) == events.GoalWorded(words=words, missing=())


@pytest.mark.parametrize("words", ["It stands.", "it stands", "Leave it, it's final."])
def test_the_goal_stands(words: str):
    """The leader has the last word."""
    event = meaning(words, Stage.COMPLETE, Purpose.GOAL_FEEDBACK)
    assert event == events.GoalWorded(words="", missing=(), insists=True)


@pytest.mark.parametrize(
    ("words", "email"),
    [("mary@z.example", "mary@z.example"), ("Mary Jackson <mary@z.example>", "mary@z.example")],
)
def test_a_missing_expert_is_completed(words: str, email: str):
    """Only what was missing needs to be said."""
    event = meaning(words, Stage.DRAFT, Purpose.KICKOFF_GAPS)
    assert isinstance(event, events.KickoffRead)
    assert [expert.email for expert in event.kickoff.experts] == [email]


@pytest.mark.parametrize(
    ("words", "capability"),
    [
        ("Capability: delegating", "delegating"),
        ("The capability is running meetings", "running meetings"),
        ("Running meetings", "Running meetings"),
    ],
)
def test_a_missing_capability_is_completed(words: str, capability: str):
    """With a label or without."""
    event = meaning(words, Stage.DRAFT, Purpose.KICKOFF_GAPS)
    assert isinstance(event, events.KickoffRead)
    assert event.kickoff.capability == capability


@pytest.mark.parametrize("words", ["As written.", "It stands", "That is what I mean.", "Yes"])
def test_the_second_word_on_a_capability(words: str):
    """The leader insists."""
    event = meaning(words, Stage.DRAFT, Purpose.KICKOFF_GAPS)
    assert isinstance(event, events.KickoffRead)
    assert event.insists
