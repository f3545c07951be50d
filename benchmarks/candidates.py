"""What outsiders may measure: thin adapters over the product's own code, and nothing else."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from mailflow.mentoring.engagement import PIECES_EACH, Standing
from mailflow.mentoring.events import (
    Accepted,
    Answered,
    Bounced,
    Declined,
    Event,
    PauseAsked,
    QuestionAsked,
    StopAsked,
    WasAway,
)
from mailflow.reading.classify import Correspondent, classify
from mailflow.reading.message import read_message
from mailflow.reading.own_words import Label
from mailflow.reading.own_words import own_words as labelled_words

_KINDS: dict[type, str] = {
    PauseAsked: "needs_time",
    Declined: "decline",
    Accepted: "coffee_accept",
    WasAway: "auto_reply",
    Bounced: "bounce",
    QuestionAsked: "question",
    StopAsked: "opt_out",
}


def read_reply(raw: bytes, sent_at: datetime, ours: Sequence[str] = ()) -> dict[str, Any]:
    """A reply to the question as {"kind", "answers", "until"}."""
    who = Correspondent(seat=1, standing=Standing.ASKED, ours=tuple(ours))
    event = classify(read_message(raw), who, sent_at)
    answers = [piece.text for piece in event.pieces] if isinstance(event, Answered) else []
    return {"kind": _kind(event), "answers": answers, "until": _until(event)}


def _kind(event: Event) -> str:
    if isinstance(event, Answered):
        return "answers" if len(event.pieces) >= PIECES_EACH else "partial"
    return _KINDS.get(type(event), "other")


def _until(event: Event) -> date | None:
    return event.until if isinstance(event, Answered | PauseAsked | WasAway) else None


def own_words(raw: bytes, keep_signature: bool = False) -> str:
    """The sender's own words in any reply, as text."""
    kept = {Label.OWN, Label.SIGNATURE} if keep_signature else {Label.OWN}
    blocks = labelled_words(read_message(raw), ()).blocks
    return "\n\n".join(block.text for block in blocks if block.label in kept)
