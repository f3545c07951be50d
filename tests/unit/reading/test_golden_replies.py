"""Replies of many people from many mail clients, with the one event each of them means.

The texts stand in tests/golden/replies: *.toml hold what somebody typed, sent from each of the shapes in
mailflow.demo.shapes; mails.toml names the whole mails beside it.
"""

import tomllib
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from mailflow.demo.shapes import SHAPES
from mailflow.identity import Purpose
from mailflow.mentoring import events
from mailflow.mentoring.engagement import Engagement, Standing
from mailflow.reading.classify import Correspondent, classify
from mailflow.reading.message import read_message
from mailflow.writing.letter import Written, write_letter
from mailflow.writing.sample import sample
from mailflow.writing.sample_engagement import HOUSE, NOW

FOLDER = Path(__file__).parents[2] / "golden" / "replies"
SENT = datetime(2026, 12, 1, 10, 30, tzinfo=timezone(timedelta(hours=1)))  # a Tuesday
STANDINGS = {Purpose.INVITATION: Standing.INVITED, Purpose.THANKS: Standing.ANSWERED}


def typed() -> list[tuple[dict[str, Any], str]]:
    """Every text with every client it is sent from."""
    return [
        (reply, client)
        for path in sorted(FOLDER.glob("*.toml"))
        if path.name != "mails.toml"
        for reply in tomllib.loads(path.read_text(encoding="utf-8"))["reply"]
        for client in reply.get("clients", sorted(SHAPES))
    ]


def whole() -> list[dict[str, Any]]:
    """The mails that lie beside their table."""
    path = FOLDER / "mails.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))["reply"] if path.exists() else []


@cache
def letter(purpose: Purpose) -> tuple[Written, Engagement]:
    """The letter that is answered."""
    send, engagement = sample(purpose)
    return write_letter(send, engagement, HOUSE, NOW), engagement


def correspondent(purpose: Purpose, ours: tuple[str, ...] | None = None) -> Correspondent:
    """Ada, who was sent this letter."""
    written, engagement = letter(purpose)
    return Correspondent(
        seat=1,
        standing=STANDINGS.get(purpose, Standing.ASKED),
        ours=(letter(Purpose.INVITATION)[0].text, written.text) if ours is None else ours,
        replied_to=purpose,
        pieces=tuple(advice.text for advice in engagement.expert(1).advice),
        timezone="+01:00",
    )


def sent(reply: dict[str, Any], client: str) -> tuple[bytes, Purpose]:
    """The mail, and what it replies to."""
    purpose = Purpose(reply.get("to", "question"))
    raw = SHAPES[client](
        letter(purpose)[0].raw,
        sender="ada@works.example",
        name="Ada Byron",
        text=reply.get("text", ""),
        pieces=reply.get("pieces", ()),
        closing=reply.get("closing", ""),
        sent_at=SENT,
    )
    return raw, purpose


def advice(event: events.Event) -> list[str]:
    """The pieces an event brings."""
    match event:
        case events.Answered():
            return [piece.text for piece in event.pieces]
        case events.Corrected():
            return [piece.text for _, piece in event.changes]
    return []


def compare(event: events.Event, reply: dict[str, Any]) -> None:
    """The event is what the table says; what it does not say is not looked at."""
    means = reply["means"] if isinstance(reply["means"], list) else [reply["means"]]
    assert type(event).__name__ in means, event
    if "advice" in reply:
        assert [" ".join(text.split()) for text in advice(event)] == [
            " ".join(text.split()) for text in reply["advice"]
        ]
    assert len(advice(event)) == reply.get("count", len(reply.get("advice", advice(event)))), event
    if "until" in reply or isinstance(event, events.PauseAsked):
        assert getattr(event, "until", None) == reply.get("until", getattr(event, "until", None)), event
    if "until" in reply:
        assert isinstance(reply["until"], date)
    for name in ("question", "nameless", "private", "withdraws", "at"):
        if name in reply:
            assert getattr(event, name) == reply[name], event
    if "instead" in reply:
        assert isinstance(event, events.Declined)
        assert bool(event.instead) == reply["instead"], event
    if "changes" in reply:
        assert isinstance(event, events.Corrected)
        assert [number for number, _ in event.changes] == reply["changes"]


@pytest.mark.parametrize(
    ("reply", "client"), typed(), ids=lambda one: one if isinstance(one, str) else one["name"]
)
def test_a_reply_means_the_same_from_every_client(reply: dict[str, Any], client: str) -> None:
    """What somebody typed is one event, whatever program they typed it in."""
    raw, purpose = sent(reply, client)
    compare(classify(read_message(raw), correspondent(purpose), SENT.astimezone(UTC)), reply)


@pytest.mark.parametrize("reply", whole(), ids=lambda one: str(one["name"]))
def test_an_odd_mail_means_what_its_writer_meant(reply: dict[str, Any]) -> None:
    """Mails in forms that no client of ours makes."""
    raw = (FOLDER / reply["file"]).read_bytes()
    purpose = Purpose(reply.get("to", "question"))
    ours = tuple(reply["ours"]) if "ours" in reply else None
    compare(classify(read_message(raw), correspondent(purpose, ours), SENT.astimezone(UTC)), reply)
