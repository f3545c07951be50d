"""Whatever arrives is read: nothing raises, pieces are verbatim, and twice the text costs about twice."""

import time
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mailflow.identity import Purpose
from mailflow.mentoring.engagement import Standing
from mailflow.mentoring.events import Answered, Corrected, Event, Unclear
from mailflow.reading.classify import Correspondent, classify
from mailflow.reading.message import Message, read_message
from mailflow.reading.mime import Unreadable
from mailflow.reading.own_words import own_words

NOW = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
OURS = (
    "Hi Ada,\n\nIf you were to suggest three things I could do, three bits of advice that would have the "
    "greatest impact on my ability to delegate whole outcomes, what would they be?\n\nReference: abcdefgh"
)
GIVEN = ("Hand over the outcome.", "Pick one thing a week.", "Ask before you answer.")
PURPOSES = (
    None,
    Purpose.INVITATION,
    Purpose.QUESTION,
    Purpose.MORE_PLEASE,
    Purpose.SECOND_COFFEE,
    Purpose.THANKS,
    Purpose.IS_THIS_YOURS,
)
# Splinters of mail: what the rules look for, put together in every wrong order.
WORDS = """
1.|2)|#3|a)|iii.|①|1️⃣|-|*|•|>|>>|--|-- |---|=|First,|Second:|third one:|One:|Tip 1:|lastly|PS:|Erstens
ensuite|primero|poi|Hi Ada,|Best,|Ada|Thanks,|On Mon, 1 Dec 2026 at 9:00,|Lee <lee@x.example> wrote:
From:|Sent: Monday|To: x@y.example|Subject: Re:|-----Original Message-----|yes|no|not me, ask|stop
unsubscribe|give me a week|until Friday|3/4|the 14th|31.02.|in two weeks|99|never|don't|you should
I can't help|change 2 to|?|!|.|…|“|”|"|(|the second should read
three bits of advice that would have the greatest impact on my ability|<ol><li>|<blockquote>
"""
BLANKS = ("\n", "\n\n", "\n> ", "\n- ", "\n1. ", " ", "\t", "\xa0", "İ", "\u200b", "\u202e", "9" * 60)
SPLINTERS = st.sampled_from([*WORDS.strip().replace("\n", "|").split("|"), *BLANKS, OURS])
TEXTS = st.one_of(st.text(max_size=400), st.lists(SPLINTERS, max_size=60).map(" ".join))
ELEMENTS = """
<div>|</div>|<ol>|<ul>|<li>|</li>|</ol>|<table>|<tr>|<td>|</table>|<p>|<br>|<blockquote type="cite">
</blockquote>|<hr>|<div class="gmail_quote">|<div id="divRplyFwdMsg">|<span style="mso-list:Ignore">
</span>|<p style="mso-list:l0 level1">|<pre>|</pre>|<a <a|&#0;|<div class="gmail_signature">
<img alt='x'>|<!--|-->|<li value="3">|<ol start="99">
"""
TAGS = st.sampled_from(ELEMENTS.strip().replace("\n", "|").split("|"))
PAGES = st.lists(st.one_of(TAGS, SPLINTERS), max_size=60).map("".join)


def correspondent(purpose: Purpose | None, given_before: int = 0) -> Correspondent:
    """Ada, who was sent our question."""
    return Correspondent(
        seat=1,
        standing=Standing.ASKED,
        ours=(OURS,),
        replied_to=purpose,
        pieces=GIVEN[:given_before],
        timezone="+01:00",
    )


def message(text: str = "", html: str = "") -> Message:
    """A message as it comes out of the parser."""
    return Message(
        digest="d", sender="ada@x.example", sender_name="Ada Byron", sent_at=NOW, text=text, html=html
    )


def pieces_of(event: Event) -> list[tuple[str, int, int]]:
    """Every piece in an event and where it is said to stand."""
    match event:
        case Answered():
            return [(piece.text, piece.start, piece.end) for piece in event.pieces]
        case Corrected():
            return [(piece.text, piece.start, piece.end) for _, piece in event.changes]
    return []


def verbatim(read: Message, purpose: Purpose | None, given_before: int) -> None:
    """The event's pieces stand in the sender's own words, letter for letter, and hold something."""
    who = correspondent(purpose, given_before)
    own = own_words(read, who.ours).text
    for text, start, end in pieces_of(classify(read, who, NOW)):
        assert own[start:end] == text
        assert text.strip() == text != ""


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, st.sampled_from(PURPOSES), st.integers(0, 3))
def test_any_text_is_read_and_pieces_are_verbatim(
    text: str, purpose: Purpose | None, given_before: int
) -> None:
    """Plain text of any kind means one event, and what it brings was really written."""
    verbatim(message(text=text), purpose, given_before)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PAGES, st.sampled_from(PURPOSES), st.integers(0, 3))
def test_any_html_is_read_and_pieces_are_verbatim(
    html: str, purpose: Purpose | None, given_before: int
) -> None:
    """HTML of any kind means one event, and what it brings was really written."""
    verbatim(message(html=html), purpose, given_before)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.binary(max_size=600), TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass"))))
def test_any_bytes_are_read_or_called_unreadable(raw: bytes) -> None:
    """Bytes that are no mail at all are an event too; only the limits may refuse them."""
    try:
        read = read_message(raw)
    except Unreadable:
        return
    assert classify(read, correspondent(None), NOW) is not None


SIZE = 200_000
HOSTILE = {
    "attributions that never say wrote": "On xxx xxx ",
    "a list without an end": "1. ask them\n- or not\n",
    "points in one line": "1) ask 2) wait 3) go, first, second, third; one, two, three: ",
    "quotes in quotes": ">",
    "paragraphs of two words": "ask them\n\n",
    "header lines": "From: a@b.example\nSent: today\n",
    "stops and changes": "please stop writing change change the 2 to my second ",
    "dates": "Thursday at 10 or 3/4 or the 14th of May or in two in two weeks until until ",
    "our own letter": OURS + "\n",
    "signatures": "-- \nAda Byron\n+44 20 7946 0000\nPS: ",
    "quotation marks": "“never \"say '",
    "one letter that grows when folded": "İ",
}
HOSTILE_HTML = {
    "lists in lists": "<ol><li>",
    "half a tag": "<a <a",
    "quotes in quotes": '<blockquote type="cite">a',
    "cells": "<table><tr><td>1</td><td>ask them",
    "Outlook's list marks": "<p style='mso-list:l0 level1'><span style='mso-list:Ignore'>1.</span>ask",
}


def cost(read: Message) -> float:
    """Seconds of processor time, the better of two."""
    return min(_once(read) for _ in range(2))


def _once(read: Message) -> float:
    start = time.process_time()
    classify(read, correspondent(Purpose.MORE_PLEASE, 2), NOW)
    return time.process_time() - start


def grows_straight(half: Message, whole: Message) -> None:
    """Twice the text costs about twice; four times would be the square, and no mail may cost 10 seconds."""
    short, long = cost(half), cost(whole)
    assert long < 10
    assert long < 3.2 * short + 0.3, (short, long)


@pytest.mark.parametrize("shape", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_costs_no_more_than_its_length(shape: str) -> None:
    """200 KB of what every rule looks for, and never finds whole."""
    text = shape * (SIZE // len(shape))
    grows_straight(message(text=text[: SIZE // 2]), message(text=text))


@pytest.mark.parametrize("shape", HOSTILE_HTML.values(), ids=HOSTILE_HTML.keys())
def test_hostile_html_costs_no_more_than_its_length(shape: str) -> None:
    """200 KB of elements that nobody closes."""
    html = shape * (SIZE // len(shape))
    grows_straight(message(html=html[: SIZE // 2]), message(html=html))


def test_a_mark_of_five_thousand_digits_is_no_number() -> None:
    """Python refuses to read such numbers; a reader must not ask it to."""
    event = classify(
        message(text=f"{'9' * 5000}. Ask them.\nuntil {'9' * 5000}.{'9' * 5000}."), correspondent(None), NOW
    )
    assert isinstance(event, Answered | Unclear)
