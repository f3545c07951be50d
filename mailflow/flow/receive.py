"""Messages coming in: opened, matched, understood, settled, and only then filed.

Every message ends in exactly one of: handled, held or set aside for a person.  Whatever goes wrong
with one, those behind it are handled.
"""

import logging
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from mailflow.flow.aside import HANDLED, Asides, Outcome, after_retry, defused
from mailflow.flow.correspondent import correspondent, with_circumstances
from mailflow.flow.faults import WRITING_FAULTS, place_of
from mailflow.flow.house import Tools
from mailflow.flow.settle import Settler
from mailflow.flow.whose import (
    carried,
    has_failed_authentication,
    is_former,
    is_known,
    was_held,
)
from mailflow.identity import Purpose, Reference, engagement_id, same_person_key
from mailflow.mentoring.decide import opened
from mailflow.mentoring.effects import Cause
from mailflow.mentoring.engagement import LEADER_SEAT, Engagement, Leader
from mailflow.mentoring.events import (
    Accepted,
    CancelWanted,
    Chatted,
    Confirmed,
    Declined,
    Disowned,
    Doubted,
    Event,
    KickoffRead,
    StopAsked,
)
from mailflow.ports import (
    Arrival,
    Aside,
    Filed,
    Folder,
    Head,
    SetAsideMessage,
    Stale,
    UnreadableMessage,
)
from mailflow.reading.classify import Correspondent
from mailflow.reading.message import Machine, Message

log = logging.getLogger(__name__)

MOST_DOUBTS_A_DAY = 2
_ONLY_A_HEADER = "raise limits.message_bytes, then move it back to the inbox"


class Receiver:
    """Takes in what has come."""

    def __init__(self, tools: Tools, settler: Settler, pulse: Callable[[], bool]) -> None:
        self._tools = tools
        self._pulse = pulse
        self._settler = settler
        self._asides = Asides(tools)

    def receive(self) -> int:
        """Take in everything that waits, in the inbox and among what is to be tried again."""
        count = self._retry_asides()
        for arrival in self._tools.mailbox.arrivals():
            self._tools.mailbox.file(arrival, self._take(arrival))
            count += 1
            if not self._pulse():
                break
        return count

    # --- one arrival ---

    def _take(self, arrival: Arrival) -> Folder:
        """Settle one arrival and say where it goes; nothing is filed before the store has it."""
        if arrival.oversized:
            return self._asides.oversized(arrival)
        try:
            message = self._tools.reader.open(arrival.raw)
        except UnreadableMessage as fault:
            return self._asides.unreadable(arrival, str(fault))
        before = self._tools.store.aside(message.digest)
        if before is not None and before.position == arrival.position:
            # We died between keeping it and moving it: not a wish to try again.
            return Folder.HANDLED if before.state in {Aside.DONE, Aside.DROPPED} else Folder.ATTENTION
        outcome = self._outcome(message, arrival.raw, before)
        self._asides.record(message, arrival, outcome, before)
        return Folder.ATTENTION if outcome.why else Folder.HANDLED

    def _outcome(self, message: Message, raw: bytes, before: SetAsideMessage | None) -> Outcome:
        """Handle it; a fault of ours costs this one message a detour to a person, nobody else anything."""
        try:
            return self._handle(message, raw, before)
        except UnreadableMessage as fault:
            return Outcome(why=str(fault))
        except Stale:
            return Outcome(why="others kept changing this engagement; try again")
        except WRITING_FAULTS as fault:
            log.error("message %s could not be settled: %s", message.digest[:12], place_of(fault))
            self._settler.alerter.alert(Cause.WRITING_FAILED, f"message {message.digest[:12]}")
            return Outcome(why=f"our own fault while settling it: {place_of(fault)}")

    def _handle(self, message: Message, raw: bytes, before: SetAsideMessage | None) -> Outcome:
        if message.machine is Machine.OWN:
            return HANDLED
        if before is not None and before.note == "assigned":
            return self._assigned(message, raw, before)
        found = carried(message, self._tools.house.key)
        if found.contradicted:
            return Outcome(why="its reference and its reply address name different conversations")
        if found.reference is None:
            return self._without_token(message, raw)
        filed = self._tools.store.load(found.reference.engagement_id)
        if filed is None:
            return Outcome(why="its engagement is not here any more")
        if filed.engagement.refused:
            return self._without_token(message, raw)
        return self._with_token(message, raw, found.reference, filed)

    # --- with a token that verifies ---

    def _with_token(self, message: Message, raw: bytes, reference: Reference, filed: Filed) -> Outcome:
        engagement, seat = filed.engagement, reference.seat
        if message.digest in engagement.handled:
            return HANDLED
        if message.machine in {Machine.BOUNCE, Machine.DELAY}:
            return self._reported(message, raw, filed, reference)
        if has_failed_authentication(message, self._tools.rules.trusted_authserv):
            return Outcome(
                why="its sender could not be authenticated", engagement_id=engagement.id, seat=seat
            )
        if is_known(engagement, seat, message.sender):
            return self._from_known(message, raw, reference, filed)
        return self._from_other_address(message, raw, reference, filed)

    def _reported(self, message: Message, raw: bytes, filed: Filed, reference: Reference) -> Outcome:
        """A delivery report; on a letter to somebody who sat there before it says nothing of the seat."""
        engagement, seat = filed.engagement, reference.seat
        named = message.failed_recipients
        if any(is_former(engagement, seat, one) for one in named) and not any(
            is_known(engagement, seat, one) for one in named
        ):
            log.info("a report on somebody who no longer sits there: %s", message.digest[:12])
            return HANDLED
        return self._settle(message, raw, filed, seat, reference.purpose)

    def _from_known(self, message: Message, raw: bytes, reference: Reference, filed: Filed) -> Outcome:
        if reference.purpose is Purpose.IS_THIS_YOURS:
            return self._on_verdict(message, raw, reference, filed)
        return self._settle(message, raw, filed, reference.seat, reference.purpose)

    def _from_other_address(
        self, message: Message, raw: bytes, reference: Reference, filed: Filed
    ) -> Outcome:
        """A good token from an address we do not know: held until the known address says yes."""
        if message.machine is not Machine.PERSON:
            log.info("a machine wrote from another address: %s", message.digest[:12])
            return HANDLED
        if is_former(filed.engagement, reference.seat, message.sender):
            return Outcome(
                why="from somebody who no longer sits in this seat",
                engagement_id=filed.engagement.id,
                seat=reference.seat,
            )
        return self._hold(message, raw, filed, reference.seat, "its token is good, its address is not known")

    def _settle(
        self,
        message: Message,
        raw: bytes,
        filed: Filed,
        seat: int,
        replied_to: Purpose | None,
        since: datetime | None = None,
    ) -> Outcome:
        who = correspondent(filed, seat, replied_to, message, self._tools, since=since)
        event = self._tools.reader.understand(raw, who, self._tools.clock())
        return self._apply(message, filed.engagement, seat, event)

    def _apply(self, message: Message, engagement: Engagement, seat: int, event: Event) -> Outcome:
        event = with_circumstances(event, engagement, self._tools)
        person = (
            message if message.machine is Machine.PERSON else replace(message, timezone="", message_id="")
        )
        settled = self._settler.apply(engagement.id, event, message=person, seat=seat, begun=engagement)
        if settled.aside:
            return Outcome(why=settled.aside, engagement_id=engagement.id, seat=seat)
        return HANDLED

    # --- held messages ---

    def _hold(self, message: Message, raw: bytes, filed: Filed, seat: int, why: str) -> Outcome:
        """Keep it, and ask the known address whose it is, at most twice a day."""
        engagement, now = filed.engagement, self._tools.clock()
        held = Outcome(why=why, state=Aside.HELD, engagement_id=engagement.id, seat=seat)
        if self._tools.store.aside(message.digest) is None and was_held(engagement, message.digest):
            return held  # we died between asking and keeping it
        who = correspondent(filed, seat, None, message, self._tools)
        is_stop = isinstance(self._tools.reader.understand(raw, who, now), StopAsked)
        asked = self._tools.store.count(now.date(), f"doubts:{engagement.id}.{seat}")
        doubted = Doubted(seat=seat, words=defused(message), is_stop=is_stop, ask=asked <= MOST_DOUBTS_A_DAY)
        quiet = replace(message, timezone="", message_id="")
        self._settler.apply(engagement.id, doubted, message=quiet, seat=seat, begun=None)
        return held

    def _on_verdict(self, message: Message, raw: bytes, reference: Reference, filed: Filed) -> Outcome:
        """The known address says whether held messages are theirs; silence keeps them held.

        Yes and no mean nothing else here: once nothing is held, they are a person's to read.
        """
        engagement, seat = filed.engagement, reference.seat
        who = correspondent(filed, seat, reference.purpose, message, self._tools)
        event = self._tools.reader.understand(raw, who, self._tools.clock())
        if not isinstance(event, Accepted | Confirmed | Declined | CancelWanted):
            return self._apply(message, engagement, seat, event)
        held = self._asides.held(engagement.id, seat)
        if not held:
            why = 'a yes or no to "is this yours?", and nothing is held any more'
            return Outcome(why=why, engagement_id=engagement.id, seat=seat)
        if isinstance(event, Accepted | Confirmed):
            self._release(held)
            return self._apply(message, engagement, seat, Chatted(seat=seat))
        self._asides.drop(held, "its supposed sender says it is not theirs")
        return self._apply(message, engagement, seat, Disowned(seat=seat))

    def _release(self, held: Iterable[SetAsideMessage]) -> None:
        for aside in held:
            self._retry_one(replace(aside, note="assigned"))

    # --- without a token ---

    def _without_token(self, message: Message, raw: bytes) -> Outcome:
        if message.machine in {Machine.BOUNCE, Machine.DELAY}:
            return Outcome(why="a delivery report that names none of our letters")
        if message.machine is not Machine.PERSON:
            log.info("a machine wrote: %s", message.digest[:12])
            return HANDLED
        if not message.sender:
            return Outcome(why="it has no readable sender")
        if has_failed_authentication(message, self._tools.rules.trusted_authserv):
            return Outcome(why="its sender could not be authenticated")
        return self._from_address(message, raw)

    def _from_address(self, message: Message, raw: bytes) -> Outcome:
        """Known by address alone: a kickoff from somebody who may start, or a fresh thread, or a stranger."""
        heads = [head for head in self._tools.store.heads() if not head.hidden]
        key = same_person_key(message.sender)
        asked = [head for head in heads if key in head.people and _is_open(head)]
        led = [head for head in heads if same_person_key(head.leader) == key and _is_open(head)]
        if self._tools.rules.may_start(message.sender):
            event = self._as_kickoff(raw)
            if event is not None and (_is_kickoff(event) or not (asked or led)):
                return self._kick_off(message, event)
        known = [(head.id, None) for head in asked] + [(head.id, LEADER_SEAT) for head in led]
        if len(known) == 1:
            return self._fresh_thread(message, raw, *known[0])
        if known:
            return Outcome(why="it may belong to more than one engagement")
        return Outcome(why="from a stranger who may not start engagements")

    def _as_kickoff(self, raw: bytes) -> KickoffRead | None:
        house = self._tools.house
        who = Correspondent(service_addresses=(house.address,), language=house.language)
        event = self._tools.reader.understand(raw, who, self._tools.clock())
        return event if isinstance(event, KickoffRead) else None

    def _kick_off(self, message: Message, event: KickoffRead) -> Outcome:
        """The same kickoff mail always gets the same id: delivered twice, it is one engagement."""
        house, now = self._tools.house, self._tools.clock()
        new = engagement_id(house.key, message.digest)
        filed = self._tools.store.load(new)
        if filed is not None and message.digest in filed.engagement.handled:
            return HANDLED
        leader = Leader(name=message.sender_name, email=message.sender, timezone=message.timezone)
        begun = opened(new, leader, self._tools.rules.policy, house.language, now)
        return self._apply(message, begun, LEADER_SEAT, event)

    def _fresh_thread(self, message: Message, raw: bytes, engagement_id: str, seat: int | None) -> Outcome:
        filed = self._tools.store.load(engagement_id)
        if filed is None:
            return Outcome(why="its engagement is not here any more")
        if message.digest in filed.engagement.handled:
            return HANDLED
        if seat is None:
            seat = next(
                (
                    expert.seat
                    for expert in filed.engagement.experts
                    if is_known(filed.engagement, expert.seat, message.sender)
                ),
                None,
            )
        if seat is None:
            return Outcome(why="from somebody not yet asked", engagement_id=engagement_id)
        return self._hold(message, raw, filed, seat, "a fresh thread without our reference")

    # --- trying again ---

    def _assigned(self, message: Message, raw: bytes, aside: SetAsideMessage) -> Outcome:
        """A person said whose it is: handled as theirs, whatever address it came from."""
        filed = self._tools.store.load(aside.engagement_id)
        if filed is None:
            return Outcome(why="its engagement is not here any more")
        if message.digest in filed.engagement.handled:
            return HANDLED
        return self._settle(message, raw, filed, aside.seat, None, since=aside.at)

    def _retry_asides(self) -> int:
        waiting = [aside for aside in self._tools.store.all_aside() if aside.state is Aside.RETRY]
        for aside in waiting:
            self._retry_one(aside)
        return len(waiting)

    def _retry_one(self, aside: SetAsideMessage) -> None:
        """Read a message set aside once more, from the bytes we kept."""
        whole = self._tools.store.aside(aside.key)
        if whole is None:
            return
        if whole.header_only:
            # Nothing to read here; with a larger limit, moving it back to the inbox reads all of it.
            self._tools.store.set_aside(replace(whole, state=Aside.WAITING, note=_ONLY_A_HEADER))
            return
        try:
            message = self._tools.reader.open(whole.raw)
            outcome = self._outcome(message, whole.raw, replace(aside, raw=whole.raw))
        except UnreadableMessage as fault:
            outcome = Outcome(why=str(fault))
        self._tools.store.set_aside(after_retry(whole, outcome, aside.note))


def _is_open(head: Head) -> bool:
    return head.stage not in {"closed", "cancelled"}


def _is_kickoff(event: KickoffRead) -> bool:
    """Whether a mail holds enough of a kickoff to be one: a capability, or experts with a reason."""
    kickoff = event.kickoff
    return bool(kickoff.capability and kickoff.experts) or len(kickoff.experts) > 1
