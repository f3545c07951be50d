"""What an expert's message means.  By evidence; doubt is Unclear, never a guess."""

from datetime import datetime

from mailflow.mentoring.events import Bounced, Chatted, ExpertEvent, Unclear, WasAway
from mailflow.reading.classify import Correspondent
from mailflow.reading.message import Machine, Message
from mailflow.reading.own_words import OwnWords


def classify_expert(message: Message, own: OwnWords, who: Correspondent, now: datetime) -> ExpertEvent:  # noqa: ARG001
    """The one event a message from the expert in `who.seat` means."""
    match message.machine:
        case Machine.BOUNCE | Machine.DELAY:
            return Bounced(seat=who.seat, permanent=message.machine is Machine.BOUNCE)
        case Machine.AUTO_REPLY:
            return WasAway(seat=who.seat)
        case Machine.RECEIPT | Machine.OWN | Machine.CALENDAR:
            return Chatted(seat=who.seat)
        case _:
            return Unclear(seat=who.seat, why="nothing in it was understood")
