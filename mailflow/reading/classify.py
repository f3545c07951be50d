"""(Message, who, now) -> the one Event it means.  Says what was said, never what follows."""

from dataclasses import dataclass
from datetime import datetime

from mailflow.identity import Purpose, tokens_in
from mailflow.mentoring.engagement import LEADER_SEAT, Stage, Standing
from mailflow.mentoring.events import Event, StopAsked
from mailflow.reading.message import Machine, Message

_REPORTS = frozenset({Machine.BOUNCE, Machine.DELAY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Correspondent:
    """Who wrote, and what we know that helps to understand them."""

    seat: int = LEADER_SEAT  # 0: the leader (or somebody who may become one)
    stage: Stage | None = None  # None: no engagement yet, this may be a kickoff
    standing: Standing | None = None  # of an expert
    ours: tuple[str, ...] = ()  # plain texts of the letters this person was sent
    replied_to: Purpose | None = None  # from the verified token
    about: int = 0  # the seat the letter replied to was about (seat_open, question_relay)
    pieces: tuple[str, ...] = ()  # advice this expert has given so far
    experts: tuple[tuple[int, str, str], ...] = ()  # (seat, name, address) as named so far, for a leader
    timezone: str = ""
    language: str = "en"
    service_addresses: tuple[str, ...] = ()
    capability: str = ""  # as the leader has worded it so far
    asked_to_narrow: bool = False


def classify(message: Message, who: Correspondent, now: datetime) -> Event:
    """The one event `message` means, coming from `who` at `now`.  Total; doubt is Unclear."""
    # Imported here because the readers of each side need Correspondent from this page.
    from mailflow.reading.own_words import own_words

    own = own_words(message, who.ours)
    if who.seat == LEADER_SEAT:
        from mailflow.reading.leader import classify_leader

        return classify_leader(message, own, who, now)
    from mailflow.reading.reply import classify_reply

    if _took_the_way_out(message):
        return StopAsked(seat=who.seat)
    return classify_reply(message, own, who, now)


def _took_the_way_out(message: Message) -> bool:
    """Whether somebody pressed their client's unsubscribe button (RFC 2369).

    It sends a mail of its own with the subject that List-Unsubscribe gives, and any body it likes.
    """
    subject = message.subject.casefold().split()
    is_bare = subject == ["stop"] or (
        subject[:1] == ["stop"] and len(subject) == len(tokens_in(message.subject)) + 1
    )
    return is_bare and not message.carriers.thread and message.machine not in _REPORTS
