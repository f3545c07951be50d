"""One event being decided: the engagement as it becomes and the effects so far.

The rules read as sentences because this small builder keeps the book-keeping.  It lives only inside
one call of `decide`; what comes out is frozen.
"""

from dataclasses import replace
from datetime import date, datetime, tzinfo
from typing import Any

from mailflow.identity import Purpose
from mailflow.mentoring import calendar
from mailflow.mentoring.effects import Alert, Cause, Decision, Effect, Send, SetAside
from mailflow.mentoring.engagement import LEADER_SEAT, Engagement, Expert, HistoryLine, Policy, Stage

BEFORE_YES = frozenset({Stage.DRAFT, Stage.PREVIEW})


class Turn:
    """The engagement on its way from one frozen state to the next."""

    def __init__(self, engagement: Engagement, now: datetime) -> None:
        self.engagement = engagement
        self.now = now
        self._effects: list[Effect] = []

    @property
    def policy(self) -> Policy:
        """The rules this engagement began with."""
        return self.engagement.policy

    def decision(self) -> Decision:
        """What was decided."""
        return Decision(engagement=self.engagement, effects=tuple(self._effects))

    def change(self, **changes: Any) -> None:
        """Replace fields of the engagement."""
        self.engagement = replace(self.engagement, **changes)

    def seat(self, seat: int, **changes: Any) -> Expert:
        """Replace fields of the expert in `seat` and return them as they are now."""
        expert = replace(self.engagement.expert(seat), **changes)
        self.engagement = self.engagement.with_expert(expert)
        return expert

    def expert(self, seat: int) -> Expert:
        """Who sits in `seat` as things stand now."""
        return self.engagement.expert(seat)

    def ask_for(self, *effects: Effect) -> None:
        """Ask for `effects`."""
        self._effects.extend(effects)

    def note(self, what: str, seat: int | None = None, note: str = "") -> None:
        """Write a line of history; never advice, never an address."""
        line = HistoryLine(at=self.now, what=what, seat=seat, note=note)
        self.change(history=(*self.engagement.history, line))

    def tell_leader(self, purpose: Purpose, **details: Any) -> None:
        """Write to the leader."""
        leader = self.engagement.leader
        self._send(purpose, LEADER_SEAT, leader.name, leader.email, details)

    def tell_expert(self, purpose: Purpose, seat: int, **details: Any) -> None:
        """Write to the expert in `seat`; nobody is written to before the leader said yes."""
        if self.engagement.stage in BEFORE_YES:
            self.note("not written before the yes", seat, purpose.value)
            return
        expert = self.expert(seat)
        self._send(purpose, seat, expert.name, expert.email, details)

    def set_aside(self, why: str) -> None:
        """Leave the message to a person."""
        self.ask_for(SetAside(why=why))

    def unexpected(self, what: str) -> None:
        """Nobody foresaw this here: change nothing, show it to a person."""
        self.note("unexpected", note=what)
        self.ask_for(Alert(cause=Cause.UNEXPECTED, note=what), SetAside(why=f"unexpected: {what}"))

    def zone(self, seat: int = LEADER_SEAT) -> tzinfo:
        """The zone of whoever sits in `seat`."""
        engagement = self.engagement
        who = engagement.leader.timezone if seat == LEADER_SEAT else engagement.expert(seat).timezone
        return calendar.zone_of(who, self.policy.timezone)

    def today(self, seat: int = LEADER_SEAT) -> date:
        """The day it is where that person lives."""
        return self.now.astimezone(self.zone(seat)).date()

    def may_write_first(self, seat: int) -> bool:
        """Whether it is an hour at which this person may be written to first."""
        return calendar.next_open(self.now, self.policy, self.zone(seat)) <= self.now

    def next_hour_for(self, seat: int) -> datetime:
        """The next moment at which this person may be written to first."""
        return calendar.next_open(self.now, self.policy, self.zone(seat))

    def _send(self, purpose: Purpose, seat: int, name: str, email: str, details: dict[str, Any]) -> None:
        turn = self.engagement.turns.get(f"{purpose.value}.{seat}", 0) + 1
        self.change(turns={**self.engagement.turns, f"{purpose.value}.{seat}": turn})
        self.ask_for(Send(purpose=purpose, seat=seat, turn=turn, name=name, email=email, **details))
        self.note(f"letter {purpose.value}", seat=seat or None)
