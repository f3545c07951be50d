"""Tell the operator, once a day for each cause, with keys and causes only."""

import hashlib
import logging
from dataclasses import replace
from datetime import timedelta

from mailflow.flow.faults import WRITING_FAULTS, place_of
from mailflow.flow.house import HOUSE_ID, Office
from mailflow.identity import Purpose, letter_key
from mailflow.mentoring.effects import Cause, Send
from mailflow.mentoring.engagement import Engagement, Leader, Stage
from mailflow.ports import Aside, Filed, Letter, LetterState, SetAsideMessage, Stale
from mailflow.writing.letter import write_letter

log = logging.getLogger(__name__)

KEPT = timedelta(days=14)
MOST_ALERTS_A_DAY = 50
_SETTLED = frozenset({LetterState.SENT, LetterState.FAILED, LetterState.WITHDRAWN})


class Alerter:
    """Writes alerts into the house's own file, or, without an operator, into the attention list."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def alert(self, cause: Cause, note: str, *, about: str = "") -> None:
        """Say it once a day; `about` names what it is about where the note says more.  Raises StoreError."""
        log.warning("alert %s: %s", cause.value, note)
        store, today = self._office.store, self._office.clock().date()
        digest = hashlib.sha256(f"{cause.value}\n{about or note}".encode()).hexdigest()
        if store.count(today, f"alert:{digest[:16]}") > 1:
            return
        if not self._office.house.operator or store.count(today, "alerts") > MOST_ALERTS_A_DAY:
            self._list(cause, note, digest)
            return
        try:
            self._write(cause, note)
        except WRITING_FAULTS as fault:
            # Where no letter can be written, least of all may the news of it be lost, or end the pass.
            log.error("an alert could not be written: %s", place_of(fault))
            self._list(cause, note, digest)

    def _list(self, cause: Cause, note: str, digest: str) -> None:
        self._office.store.set_aside(
            SetAsideMessage(
                key=digest,
                at=self._office.clock(),
                sender=self._office.house.address,
                subject=f"alert: {cause.value}",
                why=f"{cause.value}: {note}",
                state=Aside.WAITING,
            )
        )

    def _write(self, cause: Cause, note: str) -> None:
        while True:
            filed = self._office.store.load(HOUSE_ID) or Filed(engagement=self._house_file())
            try:
                self._office.store.commit(self._with_alert(filed, cause, note))
            except Stale:
                continue
            return

    def _with_alert(self, filed: Filed, cause: Cause, note: str) -> Filed:
        now, operator = self._office.clock(), self._office.house.operator
        turn = filed.engagement.turns.get(Purpose.ALERT.value, 0) + 1
        engagement = replace(filed.engagement, turns={Purpose.ALERT.value: turn})
        send = Send(
            purpose=Purpose.ALERT,
            seat=0,
            turn=turn,
            name="",
            email=operator,
            words=note,
            notes=(cause.value,),
        )
        written = write_letter(send, engagement, self._office.house, now)
        letter = Letter(
            key=letter_key(HOUSE_ID, Purpose.ALERT, 0, turn),
            purpose=Purpose.ALERT,
            seat=0,
            to=operator,
            message_id=written.message_id,
            raw=written.raw,
            text=written.text,
            queued_at=now,
        )
        kept = [old for old in filed.letters if old.state not in _SETTLED or old.queued_at > now - KEPT]
        return Filed(engagement=engagement, letters=(*kept, letter))

    def _house_file(self) -> Engagement:
        return Engagement(
            id=HOUSE_ID,
            stage=Stage.CANCELLED,
            leader=Leader(name="", email=self._office.house.operator),
            policy=self._office.rules.policy,
            created_at=self._office.clock(),
            refused=True,
        )
