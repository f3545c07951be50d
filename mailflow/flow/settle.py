"""From an event to a commit: decide, write the letters, keep it all in one replacement."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from mailflow.flow.alerts import Alerter
from mailflow.flow.faults import WRITING_FAULTS, place_of
from mailflow.flow.house import Office
from mailflow.identity import Purpose, letter_key
from mailflow.mentoring.decide import decide
from mailflow.mentoring.effects import (
    Alert,
    Cause,
    Decision,
    NeverAsk,
    Redraw,
    Send,
    SetAside,
    Synthesise,
    Withhold,
)
from mailflow.mentoring.engagement import Correspondence, Engagement
from mailflow.mentoring.events import Doubted, Event, Synthesised, TimePassed
from mailflow.ports import Filed, Head, Letter, LetterState, Stale
from mailflow.reading.message import Message
from mailflow.writing.letter import write_letter

log = logging.getLogger(__name__)

MOST_TRIES = 8
MOST_HANDLED = 500  # digests kept per engagement
MOST_THREADED = 40  # Message-IDs kept per conversation
AFTER_A_FAULT = timedelta(minutes=15)
CONFIRMS_A_STOP = (Purpose.STOPPED, Purpose.RELEASED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What became of an event: the file as committed, and why a person should look, if so."""

    filed: Filed
    aside: str = ""


class Settler:
    """Applies events to engagements; the only place where engagements are committed by the flow."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self.alerter = Alerter(office)
        self._failing: dict[str, datetime] = {}  # engagements that our own fault keeps from waking

    # --- one event ---

    def apply(
        self,
        engagement_id: str,
        event: Event,
        *,
        message: Message | None = None,
        seat: int = 0,
        begun: Engagement | None = None,
        settle_first: Callable[[Filed], Filed] | None = None,
    ) -> Settled:
        """Decide and commit, again and again while others commit meanwhile.

        `begun` is the engagement to start from where none is stored; `settle_first` changes letters
        in the same commit.  Raises StoreError, and Stale when others never let go.
        """
        for _ in range(MOST_TRIES):
            filed = self._office.store.load(engagement_id) or (Filed(engagement=begun) if begun else None)
            if filed is None:
                raise KeyError(engagement_id)
            try:
                return self._once(settle_first(filed) if settle_first else filed, event, message, seat)
            except Stale:
                continue
        raise Stale(engagement_id)

    def rehearse(self, filed: Filed, event: Event) -> Filed:
        """What `apply` would come to, with the very letters, a synthesis included, and nothing kept."""
        now = self._office.clock()
        decision = self._redrawn(decide(filed.engagement, event, now), now)
        engagement, letters = self._written(filed, decision, now)
        after = Filed(engagement=engagement, letters=letters)
        if any(isinstance(effect, Synthesise) for effect in decision.effects):
            synthesis, goal = self._office.synthesiser.synthesise(engagement, now.date())
            return self.rehearse(after, Synthesised(synthesis=synthesis, goal=goal))
        return after

    def _once(self, filed: Filed, event: Event, message: Message | None, seat: int) -> Settled:
        now = self._office.clock()
        engagement = _taken_in(filed.engagement, message, seat)
        decision = self._redrawn(decide(engagement, event, now), now)
        self._remember_stops(decision)
        settled = self._commit(filed, decision, message, is_held=isinstance(event, Doubted))
        for effect in decision.effects:
            if isinstance(effect, Alert):
                self.alerter.alert(effect.cause, f"{filed.engagement.id} {effect.note}")
        if any(isinstance(effect, Synthesise) for effect in decision.effects):
            settled = self._synthesise(settled)
        return settled

    def _commit(self, filed: Filed, decision: Decision, message: Message | None, *, is_held: bool) -> Settled:
        engagement, letters = self._written(filed, decision, self._office.clock())
        aside = next((effect.why for effect in decision.effects if isinstance(effect, SetAside)), "")
        if message is not None:
            engagement = _named(filed.engagement, engagement, message.digest)
            if not (aside or is_held):  # those wait for somebody, and may come again
                handled = (*engagement.handled, message.digest)[-MOST_HANDLED:]
                engagement = replace(engagement, handled=handled)
        stored = self._office.store.commit(Filed(engagement=engagement, letters=letters))
        return Settled(filed=stored, aside=aside)

    # --- letters ---

    def _written(
        self, filed: Filed, decision: Decision, now: datetime
    ) -> tuple[Engagement, tuple[Letter, ...]]:
        """Write what is asked for; a letter that is there already stays as it is."""
        engagement = decision.engagement
        letters = _withheld(filed.letters, decision)
        for effect in decision.effects:
            if isinstance(effect, Send) and self._may_go(effect):
                engagement, letters = self._add(engagement, letters, effect, now)
        return engagement, letters

    def _may_go(self, send: Send) -> bool:
        """Whether the recipient may be written to at all; a stop is confirmed once and then holds."""
        return send.purpose in CONFIRMS_A_STOP or not self._office.store.is_never_ask(send.email)

    def _add(
        self, engagement: Engagement, letters: tuple[Letter, ...], send: Send, now: datetime
    ) -> tuple[Engagement, tuple[Letter, ...]]:
        key = letter_key(engagement.id, send.purpose, send.seat, send.turn)
        if any(letter.key == key for letter in letters):
            return engagement, letters
        written = write_letter(send, engagement, self._office.house, now)
        letter = Letter(
            key=key,
            purpose=send.purpose,
            seat=send.seat,
            to=send.email,
            message_id=written.message_id,
            raw=written.raw,
            text=written.text,
            queued_at=now,
            answers_mail=send.answers_mail,
        )
        threaded = _threaded(engagement, send.seat, written.message_id, written.subject)
        return threaded, (*letters, letter)

    # --- what the rules ask of others ---

    def _remember_stops(self, decision: Decision) -> None:
        """Durable before the commit: a crash between the two only repeats it."""
        for effect in decision.effects:
            if isinstance(effect, NeverAsk):
                self._office.store.never_ask(effect.email)

    def _redrawn(self, decision: Decision, now: datetime) -> Decision:
        redraw = next((effect for effect in decision.effects if isinstance(effect, Redraw)), None)
        if redraw is None:
            return decision
        today = now.date()
        synthesis, goal = self._office.synthesiser.redraw(
            decision.engagement, redraw.pieces, redraw.label, today
        )
        then = decide(decision.engagement, Synthesised(synthesis=synthesis, goal=goal), now)
        return replace(then, effects=(*decision.effects, *then.effects))

    def _synthesise(self, settled: Settled) -> Settled:
        """Read the nine, which are stored by now; if we die here, the next wake does it."""
        engagement = settled.filed.engagement
        synthesis, goal = self._office.synthesiser.synthesise(engagement, self._office.clock().date())
        done = self.apply(engagement.id, Synthesised(synthesis=synthesis, goal=goal))
        return replace(done, aside=settled.aside)

    # --- the clock ---

    def wake(self) -> int:
        """Feed the passing of time to every engagement that waits for this moment."""
        now = self._office.clock()
        due = [
            head.id
            for head in self._office.store.heads()
            if head.next_wake is not None and head.next_wake <= now and not head.hidden
        ]
        for engagement_id in due:
            if self._failing.get(engagement_id, now) <= now:
                self._wake_one(engagement_id, now)
        return len(due)

    def next_wake(self, head: Head) -> datetime | None:
        """When an engagement wants waking: later than it says while a fault of ours keeps it from it."""
        if head.next_wake is None or head.hidden:
            return None
        return max(head.next_wake, self._failing.get(head.id, head.next_wake))

    def _wake_one(self, engagement_id: str, now: datetime) -> None:
        try:
            self.apply(engagement_id, TimePassed())
            self._failing.pop(engagement_id, None)
        except (Stale, *WRITING_FAULTS) as fault:
            log.error("engagement %s could not be woken: %s", engagement_id, place_of(fault))
            self._failing[engagement_id] = now + AFTER_A_FAULT
            self.alerter.alert(Cause.WRITING_FAILED, engagement_id)


def _taken_in(engagement: Engagement, message: Message | None, seat: int) -> Engagement:
    """The engagement with this mail threaded in and, where we did not know it, the writer's zone."""
    if message is None:
        return engagement
    if message.message_id:
        engagement = _threaded(engagement, seat, message.message_id, message.subject)
    return _zoned(engagement, seat, message.timezone)


def _threaded(engagement: Engagement, seat: int, message_id: str, subject: str) -> Engagement:
    known = engagement.threads.get(seat, Correspondence())
    ids = (*(one for one in known.message_ids if one != message_id), message_id)[-MOST_THREADED:]
    thread = Correspondence(subject=known.subject or subject, message_ids=ids)
    return replace(engagement, threads={**engagement.threads, seat: thread})


def _zoned(engagement: Engagement, seat: int, timezone: str) -> Engagement:
    if not timezone:
        return engagement
    if seat == 0:
        leader = engagement.leader
        return (
            engagement if leader.timezone else replace(engagement, leader=replace(leader, timezone=timezone))
        )
    if not engagement.experts or engagement.expert(seat).timezone:
        return engagement
    return engagement.with_expert(replace(engagement.expert(seat), timezone=timezone))


def _named(before: Engagement, after: Engagement, digest: str) -> Engagement:
    """Name the message in the lines of history that it caused."""
    new = len(after.history) - len(before.history)
    lines = after.history[-new:] if new > 0 else ()
    marked = tuple(line if line.key else replace(line, key=digest[:12]) for line in lines)
    history = (*after.history[: len(after.history) - len(marked)], *marked)
    return replace(after, history=history)


def _withheld(letters: Sequence[Letter], decision: Decision) -> tuple[Letter, ...]:
    """Letters that are no longer wanted and have not gone yet stay where they are, for good."""
    result = tuple(letters)
    for effect in decision.effects:
        if isinstance(effect, Withhold):
            result = tuple(_unless(letter, effect) for letter in result)
    return result


def _unless(letter: Letter, effect: Withhold) -> Letter:
    meant = letter.seat == effect.seat and (not effect.purposes or letter.purpose in effect.purposes)
    if meant and letter.state is LetterState.QUEUED:
        return replace(letter, state=LetterState.WITHDRAWN, note="no longer wanted")
    return letter
