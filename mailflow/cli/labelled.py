"""A message set aside, read once more for the person who must decide: whose words, and what they mean."""

import textwrap
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from typing import Any

from mailflow.airlock import AirlockReader
from mailflow.flow.correspondent import correspondent
from mailflow.flow.house import Office
from mailflow.flow.whose import carried
from mailflow.identity import Purpose, same_person_key
from mailflow.mentoring.engagement import LEADER_SEAT, Engagement
from mailflow.mentoring.events import Answered, Corrected, Event, HeardInPerson, Unclear
from mailflow.ports import Filed, SetAsideMessage, UnreadableMessage
from mailflow.reading.classify import Correspondent
from mailflow.reading.message import Message
from mailflow.reading.own_words import Block
from mailflow.store.codec import Unreadable

MARGIN = 12  # columns; no word of a mail ever stands in them
NARROWEST, WIDEST = 40, 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a person is shown of a message; nothing in it steers a terminal."""

    text: str = ""
    blocks: tuple[Block, ...] = ()
    event: Event | None = None  # None: whose it is is not known, or it could not be read
    hidden: bool = False

    def without_words(self, instead: str) -> "Seen":
        """What may be said of it while its words must wait: the kind of event, how many pieces, the day."""
        return replace(self, text=instead, blocks=(), hidden=True)

    def as_json(self) -> dict[str, Any]:
        """`text`, `blocks` and `read_as`."""
        blocks = [{"label": block.label.value, "text": block.text} for block in self.blocks]
        return {"text": self.text, "blocks": blocks, "read_as": self._read_as()}

    def _read_as(self) -> dict[str, Any] | None:
        if self.event is None:
            return None
        pieces, until = _pieces(self.event), getattr(self.event, "until", None)
        return {
            "kind": type(self.event).__name__,
            "count": len(pieces),
            "pieces": [] if self.hidden else pieces,
            "until": until.isoformat() if until is not None else None,
            "why": self.event.why if isinstance(self.event, Unclear) else "",
        }

    def lines(self, columns: int) -> Iterator[str]:
        """How it was read, then its words with their labels in a margin."""
        width = min(max(columns, NARROWEST), WIDEST)
        read = self._read_as()
        yield f"Read as  {_in_words(read)}"
        for number, piece in enumerate(read["pieces"] if read else (), start=1):
            yield from _beside(f"{number:>10}.", piece, width)
        yield ""
        if not self.blocks:
            yield self.text
        for place, block in enumerate(self.blocks):
            if place:
                yield ""
            yield from _beside(block.label.value, block.text, width)


def _in_words(read: dict[str, Any] | None) -> str:
    if read is None:
        return "nothing: nobody knows yet whose it is, or it cannot be read"
    pieces = f"{read['count']} piece{'' if read['count'] == 1 else 's'}" if read["count"] else ""
    until = f"until {read['until']}" if read["until"] else ""
    return ", ".join(part for part in (read["kind"], pieces, until, read["why"]) if part)


def _beside(label: str, text: str, width: int) -> Iterator[str]:
    """`text` in lines of `width`, clear of the margin that names whose it is; long words stay whole."""
    for line in text.split("\n"):
        wrapped = textwrap.wrap(
            line, width - MARGIN, break_long_words=False, break_on_hyphens=False, tabsize=4
        )
        for part in wrapped or [""]:
            yield f"{label:<{MARGIN}}{part}".rstrip()
            label = ""


def _pieces(event: Event) -> list[str]:
    match event:
        case Answered() | HeardInPerson():
            found: Iterable[str] = (piece.text for piece in event.pieces)
        case Corrected():
            found = (piece.text for _, piece in event.changes)
        case _:
            found = ()
    return [_harmless(text) for text in found]


def _harmless(text: str) -> str:
    return "".join(c for c in text if c.isprintable() or c in "\n\t")


# --- reading it, as it was read ---


def read_again(aside: SetAsideMessage, office: Office) -> Seen:
    """The message in the airlock once more, at the moment it came and against its writer's letters."""
    if not aside.raw:
        return Seen()  # an alert of our own
    with closing(AirlockReader()) as reader:
        try:
            message = reader.open(aside.raw)
        except UnreadableMessage as fault:
            return Seen(text=f"(cannot be read: {fault})")
        seen = Seen(text=_harmless(message.text or message.html))
        if aside.header_only:
            return seen
        who = _writer(aside, message, office)
        try:
            blocks, event = reader.label(aside.raw, who or Correspondent(), aside.at if who else None)
        except UnreadableMessage:
            return seen
    return replace(
        seen, event=event, blocks=tuple(replace(block, text=_harmless(block.text)) for block in blocks)
    )


def _writer(aside: SetAsideMessage, message: Message, office: Office) -> Correspondent | None:
    """Who wrote it as far as anybody knows; None where no engagement or no seat of it is theirs."""
    filed = _filed(aside, office)
    if filed is None or not _has_seat(filed.engagement, aside):
        return None
    return correspondent(
        filed, aside.seat, _replied_to(aside, message, office), message, office, since=aside.at
    )


def _filed(aside: SetAsideMessage, office: Office) -> Filed | None:
    try:
        return office.store.load(aside.engagement_id) if aside.engagement_id else None
    except Unreadable:
        return None


def _has_seat(engagement: Engagement, aside: SetAsideMessage) -> bool:
    """Whether the message is from a seat: an expert who was not asked yet has none, and is no leader."""
    if aside.seat != LEADER_SEAT:
        return aside.seat <= len(engagement.experts)
    person = same_person_key(aside.sender)
    named = {same_person_key(expert.email) for expert in engagement.experts if expert.email}
    return person == same_person_key(engagement.leader.email) or person not in named


def _replied_to(aside: SetAsideMessage, message: Message, office: Office) -> Purpose | None:
    reference = carried(message, office.house.key).reference
    if reference is None or (reference.engagement_id, reference.seat) != (aside.engagement_id, aside.seat):
        return None
    return reference.purpose
