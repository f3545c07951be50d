from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from leader_table import GAPS, NEITHER, NO_CORRECTIONS, TABLE, YES, Row

from mailflow.demo.shapes import SHAPES, out_of_office
from mailflow.identity import Purpose
from mailflow.mentoring import events
from mailflow.mentoring.engagement import Stage
from mailflow.reading.classify import Correspondent, classify
from mailflow.reading.message import Machine, Message, read_message
from mailflow.writing.letter import Written, write_letter
from mailflow.writing.sample import sample
from mailflow.writing.sample_engagement import HOUSE, NOW

LATER = datetime(2026, 3, 3, 10, 0, tzinfo=UTC)
SOON = 5.0  # seconds, on a busy machine; a runaway pattern takes minutes
EXPERTS = (
    (1, "Ada Lovelace", "ada@x.example"),
    (2, "Grace Hopper", "grace@y.example"),
    (3, "Mary Jackson", "mary@z.example"),
)
LEADER = {"sender": "lee@works.example", "name": "Lee Ader"}


@cache
def letter(purpose: Purpose) -> Written:
    """The letter that is replied to."""
    return write_letter(*sample(purpose), HOUSE, NOW)


def leader(row: Row) -> Correspondent:
    """What is known of the leader; in a draft Mary's address is missing and the capability was questioned."""
    draft = row.stage is Stage.DRAFT
    return Correspondent(
        stage=row.stage,
        ours=(letter(row.purpose).text,),
        replied_to=row.purpose,
        about=row.about,
        experts=(*EXPERTS[:2], (3, "Mary Jackson", "")) if draft else EXPERTS,
        capability="delegating and giving feedback",
        asked_to_narrow=draft,
        service_addresses=("coffee@mentoring.example",),
    )


def meaning(row: Row, client: str) -> events.Event:
    """What a reply means, sent from this client with our letter quoted as that client quotes."""
    raw = SHAPES[client](letter(row.purpose).raw, text=row.words, sent_at=LATER, **LEADER)
    return classify(read_message(raw), leader(row), LATER)


def agrees(event: events.Event, row: Row) -> bool:
    """Whether it is what the table says."""
    if isinstance(row.meaning, type):
        return isinstance(event, row.meaning)
    return row.meaning(event) if callable(row.meaning) else event == row.meaning


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.id)
def test_a_leader_is_understood(row):
    """From every mail client, whatever it does to the quote."""
    for client in SHAPES:
        event = meaning(row, client)
        assert agrees(event, row), (client, event)


@pytest.mark.parametrize("row", YES[:8], ids=lambda row: row.id)
def test_an_automatic_reply_is_never_a_yes(row):
    """Not even one that begins with "yes"."""
    raw = out_of_office(letter(row.purpose).raw, text=row.words, sent_at=LATER, **LEADER)
    assert isinstance(classify(read_message(raw), leader(row), LATER), events.WasAway)


@pytest.mark.parametrize("machine", [one for one in Machine if one is not Machine.PERSON])
def test_no_machine_says_yes(machine):
    """Bounces, receipts and lists neither."""
    message = Message(digest="d", sender=LEADER["sender"], text="Yes", machine=machine, sent_at=LATER)
    assert not isinstance(classify(message, leader(YES[0]), LATER), events.Confirmed)


@pytest.mark.parametrize("client", SHAPES)
@pytest.mark.parametrize(
    "purpose", [Purpose.UNDER_WAY, Purpose.PROGRESS, Purpose.SEAT_OPEN, Purpose.SYNTHESIS]
)
def test_nothing_but_a_quote_is_no_order(purpose, client):
    """Whatever our letter suggests, an empty reply asks for none of it."""
    stage = Stage.COMPLETE if purpose is Purpose.SYNTHESIS else Stage.GATHERING
    row = replace(YES[0], words="", purpose=purpose, stage=stage)
    assert meaning(row, client) == events.NotUnderstood(words="")


@pytest.mark.parametrize("client", SHAPES)
def test_a_yes_inside_our_quoted_preview_is_none(client):
    """The letter itself says "reply yes"."""
    for words in ("", "Hm.", "\u2026"):
        event = meaning(replace(YES[0], words=words), client)
        assert not isinstance(event, events.Confirmed | events.CancelWanted), (words, event)


def test_what_our_letter_suggests_may_be_answered_word_for_word():
    """The example in the letter is an answer when it is typed above the quote."""
    row = replace(GAPS[0], words="saying no to my best client without losing them")
    assert row.words in " ".join(letter(row.purpose).text.split())
    for client in SHAPES:
        event = meaning(row, client)
        assert isinstance(event, events.KickoffRead), (client, event)
        assert event.kickoff.capability == row.words


def test_a_bare_name_is_no_capability_once_there_is_one():
    """Nothing that was understood is overwritten by a line that was meant for something else."""
    message = Message(digest="d", sender=LEADER["sender"], text="Mary Jackson", sent_at=LATER)
    who = replace(leader(GAPS[0]), asked_to_narrow=False)
    assert isinstance(classify(message, who, LATER), events.NotUnderstood)


def test_one_of_four_experts_is_dropped():
    """The three others stay as they were."""
    people = (*EXPERTS, (4, "Hana Sato", "hana@w.example"))
    who = replace(leader(GAPS[0]), experts=people)
    for words in ("Please leave out Grace.", "Ada, Mary and Hana"):
        message = Message(digest="d", sender=LEADER["sender"], text=words, sent_at=LATER)
        event = classify(message, who, LATER)
        assert isinstance(event, events.KickoffRead)
        assert [expert.name for expert in event.kickoff.experts] == [
            "Ada Lovelace",
            "Mary Jackson",
            "Hana Sato",
        ]


def test_every_row_of_the_table_stands_alone():
    """At least 150 replies, none twice."""
    assert len({(row.purpose, row.words) for row in TABLE}) == len(TABLE) >= 150
    assert len(NEITHER) + len(NO_CORRECTIONS) >= 25


_FRAGMENTS = st.sampled_from(
    """yes|no|but|Grace|Ada <a@b.example>|instead of|1.|2, 5 and 7|call it|:|\n|\n\n|capability|why now|?|
    cancel|months|6|- |told me|wait|B|\u0130|@|<|mailto:|"A, B\"""".split("|")  # noqa: SIM905 - reads best so
)
_WORDS = st.one_of(st.text(max_size=300), st.lists(_FRAGMENTS, max_size=40).map(" ".join))


@settings(max_examples=300, deadline=None)
@given(
    words=_WORDS,
    html=st.one_of(st.just(""), _WORDS),
    stage=st.sampled_from([None, *Stage]),
    purpose=st.sampled_from([None, *Purpose]),
    about=st.integers(0, 3),
)
def test_whatever_a_leader_writes_is_some_event(words, html, stage, purpose, about):
    """Reading is total: no text raises."""
    message = Message(digest="d", sender="lee@works.example", text=words, html=html, sent_at=LATER)
    who = Correspondent(stage=stage, replied_to=purpose, about=about, experts=EXPERTS, ours=("yes or no",))
    assert classify(message, who, LATER) is not None


HOSTILE = (
    "yes, " * 40_000,
    "1. " * 60_000,
    "2, " * 60_000,
    "Ask Hana " * 20_000,
    "Grace told me: " * 10_000,
    "a@b.example " * 15_000,
    "capability is " * 12_000,
    "wait " * 40_000,
    "(" * 150_000,
    " " * 150_000,
    "call it " * 20_000,
)


@pytest.mark.parametrize("words", HOSTILE, ids=lambda words: words[:12])
@pytest.mark.parametrize(
    "stage", [Stage.DRAFT, Stage.PREVIEW, Stage.GATHERING, Stage.COMPLETE, Stage.GOAL_SET]
)
def test_no_reply_is_too_hostile_to_read(words, stage):
    """It ends soon, whatever was written."""
    message = Message(digest="d", sender="lee@works.example", text=words, sent_at=LATER)
    who = Correspondent(stage=stage, experts=EXPERTS, replied_to=Purpose.SYNTHESIS)
    start = perf_counter()
    assert classify(message, who, LATER) is not None
    assert perf_counter() - start < SOON


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Please use hana@x.example (Hana Kim, outside) instead of Grace.", "Hana Kim"),
        ("Use hana@x.example instead of Grace.", "Hana"),
        ("Replace Grace's address with hana@x.example", "Grace Hopper"),
    ],
)
def test_a_substitute_keeps_nobodys_name(words, name):
    """Somebody else in a seat is greeted by their own name; another address leaves the name."""
    message = Message(digest="d", sender="lee@works.example", sender_name="Lee Ader", text=words)
    who = Correspondent(
        stage=Stage.PREVIEW, replied_to=Purpose.PREVIEW, experts=EXPERTS, capability="coaching"
    )
    event = classify(message, who, LATER)
    assert isinstance(event, events.KickoffRead)
    assert [(one.name, one.email) for one in event.kickoff.experts][1] == (name, "hana@x.example")


@pytest.mark.parametrize(
    ("words", "capability"),
    [
        ("Delegating to my deputies. Why now: baby coming in March.", "Delegating to my deputies"),
        ("Hello there. Why now: baby coming in March.", ""),
    ],
)
def test_the_capability_asked_for_may_stand_first(words, capability):
    """Without a label, beside other answers; a greeting is none."""
    message = Message(digest="d", sender="lee@works.example", sender_name="Lee Ader", text=words)
    who = Correspondent(stage=Stage.DRAFT, replied_to=Purpose.KICKOFF_GAPS)
    event = classify(message, who, LATER)
    assert isinstance(event, events.KickoffRead)
    assert event.kickoff.capability == capability
