"""What is set aside for a person, or held for a yes: kept whole, never lost, never guessed at."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from mailflow.flow.house import Tools
from mailflow.ports import Arrival, Aside, Folder, SetAsideMessage, UnreadableMessage
from mailflow.reading.message import Message
from mailflow.reading.own_words import own_words

SHOWN = 200  # characters of a held message that its supposed sender is shown
_LINK = re.compile(r"(?i)\b(https?|ftp)://")
_OPEN = frozenset({Aside.WAITING, Aside.HELD, Aside.RETRY})


def defused(message: Message) -> str:
    """The first words of a message, as plain text in which no link can be followed by accident."""
    words = " ".join(own_words(message, ()).text.split())[:SHOWN]
    return _LINK.sub(lambda found: found.group(1).replace("t", "x") + "://", words).replace("www.", "www[.]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a message; an empty `why` means handled."""

    why: str = ""
    state: Aside = Aside.WAITING
    engagement_id: str = ""
    seat: int = 0


HANDLED = Outcome()


def after_retry(whole: SetAsideMessage, outcome: Outcome, note: str) -> SetAsideMessage:
    """A message set aside, once it has been read again."""
    if not outcome.why:
        return replace(whole, state=Aside.DONE, note=note)
    where = outcome if outcome.engagement_id else whole
    return replace(
        whole,
        state=outcome.state,
        why=outcome.why,
        note="",
        engagement_id=where.engagement_id,
        seat=where.seat,
    )


class Asides:
    """The set-aside messages of this house."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    def oversized(self, arrival: Arrival) -> Folder:
        """A message larger than the limit: only its header block was fetched."""
        why = f"too large ({arrival.size:,} bytes): read it in the mailbox"
        try:
            message = self._tools.reader.open(arrival.raw)
        except UnreadableMessage:
            return self._keep(arrival, why)
        return self._keep(arrival, why, message.sender, message.subject)

    def unreadable(self, arrival: Arrival, why: str) -> Folder:
        """A message that could not be opened."""
        return self._keep(arrival, why)

    def _keep(self, arrival: Arrival, why: str, sender: str = "", subject: str = "") -> Folder:
        digest = hashlib.sha256(arrival.raw).hexdigest()
        before = self._tools.store.aside(digest)
        if before is None or before.position != arrival.position:
            self._tools.store.set_aside(
                SetAsideMessage(
                    key=digest,
                    at=self._tools.clock(),
                    sender=sender,
                    subject=subject,
                    why=why,
                    position=arrival.position,
                    header_only=arrival.oversized,
                    raw=arrival.raw,
                )
            )
        return Folder.ATTENTION

    def record(
        self, message: Message, arrival: Arrival, outcome: Outcome, before: SetAsideMessage | None
    ) -> None:
        """Keep a message that was not handled; mark one that is handled now."""
        if outcome.why:
            self._tools.store.set_aside(
                SetAsideMessage(
                    key=message.digest,
                    at=self._tools.clock(),
                    sender=message.sender,
                    subject=message.subject,
                    why=outcome.why,
                    state=outcome.state,
                    position=arrival.position,
                    engagement_id=outcome.engagement_id,
                    seat=outcome.seat,
                    raw=arrival.raw,
                )
            )
        elif before is not None:
            self._tools.store.set_aside(
                replace(before, state=Aside.DONE, position=arrival.position, raw=arrival.raw)
            )

    def held(self, engagement_id: str, seat: int) -> list[SetAsideMessage]:
        """The messages that wait for a yes from whoever sits in `seat`."""
        return [
            aside
            for aside in self._tools.store.all_aside()
            if aside.state is Aside.HELD and (aside.engagement_id, aside.seat) == (engagement_id, seat)
        ]

    def drop(self, asides: Iterable[SetAsideMessage], why: str) -> None:
        """Put messages away for good, with the reason."""
        for aside in asides:
            whole = self._tools.store.aside(aside.key)
            if whole is not None and whole.state in _OPEN:
                self._tools.store.set_aside(replace(whole, state=Aside.DROPPED, note=why))
