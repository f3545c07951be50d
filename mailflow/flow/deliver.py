"""Letters going out: queued, sending (durable), then sent, refused or unknown.

How failures are classed, before any code.  The server could not be reached: nothing is known about
any letter, all wait.  Refused for now (4xx), or lost before the final dot: the letter waits and
is tried again with growing pauses, for five days.  Refused for good (5xx): it failed, and the rules
hear of a bounce.  Lost after the final dot, or found half-way at start: its fate is unknown; we
look for its Message-ID where the server keeps copies, else send the same bytes once more after
fifteen minutes, never twice.
"""

import contextlib
import logging
from collections import Counter
from collections.abc import Callable, Generator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from mailflow.flow.budgets import Budgets
from mailflow.flow.faults import WRITING_FAULTS, place_of
from mailflow.flow.house import DAWN, HOUSE_ID, Tools
from mailflow.flow.settle import CONFIRMS_A_STOP, MOST_TRIES, Settler
from mailflow.flow.whose import is_known
from mailflow.mentoring.effects import Cause
from mailflow.mentoring.events import Bounced
from mailflow.ports import (
    Accepted,
    Away,
    Fate,
    Filed,
    Letter,
    LetterState,
    Lost,
    PostError,
    Refused,
    Stale,
)

log = logging.getLogger(__name__)

# Letters marked and handed over together: about as many as there are connections.  A kill leaves the fate
# of every marked letter unknown, also of those whose turn had not come, and two such kills give one up.
AT_ONCE = 4
MOST_COPIES = 2
ASK_AGAIN_AFTER = timedelta(minutes=15)
FIRST_PAUSE = timedelta(minutes=5)
LONGEST_PAUSE = timedelta(hours=4)
GIVE_UP_AFTER = timedelta(days=5)


class Deliverer:
    """Hands letters over, and knows what became of each."""

    def __init__(self, tools: Tools, settler: Settler, pulse: Callable[[], bool]) -> None:
        self._tools = tools
        self._pulse = pulse
        self._settler = settler
        self._budgets = Budgets(tools)
        self._in_hand: set[str] = set()  # keys that this very pass has in flight
        self.away = ""  # why the mail server could not be used, after the last `deliver`
        self.temporary = True  # whether trying again later can help
        self.deferred = ""  # why a letter was refused for now

    def deliver(self) -> int:
        """Hand over every letter that may go now, those that follow from a refusal included."""
        self.away, self.temporary, self.deferred, sent = "", True, "", 0
        for _ in range(MOST_TRIES):
            handed = 0
            with contextlib.closing(self._batches()) as batches:
                for batch in batches:
                    handed += len(batch)
                    sent += self._hand_over(batch)
                    if self.away or not self._pulse():
                        return sent
            if not handed:
                break
        return sent

    # --- what may go ---

    def _batches(self) -> Generator[list[Letter], None, None]:
        """Letters marked as leaving, some at a time: what a kill finds half-way stays little.

        What is sent once more goes alone: a second kill gives up what it finds half-way.
        """
        batch: list[Letter] = []
        try:
            for engagement_id in self._ids():
                marked = self._mark(engagement_id)
                while marked and marked[0].copies > 1:
                    yield marked
                    marked = self._mark(engagement_id)
                batch.extend(marked)
                if len(batch) >= AT_ONCE:
                    full, batch = batch, []
                    yield full
            full, batch = batch, []
            if full:
                yield full
        finally:
            self._put_back(batch)

    def _put_back(self, batch: list[Letter]) -> None:
        """Marked, and then the pass ended before their turn: they wait as if they had not been marked."""
        keys = {letter.key for letter in batch}
        self._in_hand -= keys
        self._unspend(batch)

        def unmark(filed: Filed) -> Filed:
            letters = (_back(one, None, "") if one.key in keys else one for one in filed.letters)
            return replace(filed, letters=tuple(letters))

        for engagement_id in dict.fromkeys(_engagement_of(letter) for letter in batch):
            self._change(engagement_id, unmark)

    def _ids(self) -> list[str]:
        now = self._tools.clock()
        wanting = [
            head
            for head in self._tools.store.heads()
            if head.unsettled or (head.next_letter is not None and head.next_letter <= now)
        ]
        return [head.id for head in sorted(wanting, key=lambda head: head.next_letter or DAWN)]

    def _mark(self, engagement_id: str) -> list[Letter]:
        """Mark what may go as SENDING, durably, before a single byte leaves."""
        chosen: list[Letter] = []
        given_up: list[str] = []

        def mark(filed: Filed) -> Filed:
            self._unspend(chosen)
            chosen.clear()
            given_up.clear()
            settled = [self._found_out(letter, given_up) for letter in filed.letters]
            return replace(filed, letters=tuple(self._marked(letter, chosen) for letter in settled))

        is_kept = False
        try:
            is_kept = self._change(engagement_id, mark)
        finally:
            if not is_kept:  # what is not marked durably does not leave
                self._unspend(chosen)
                chosen.clear()
                given_up.clear()
        for key in given_up:
            self._settler.alerter.alert(Cause.UNKNOWN_FATE, key)
        self._in_hand.update(letter.key for letter in chosen)
        return chosen

    def _unspend(self, letters: list[Letter]) -> None:
        for letter in letters:
            if letter.copies == 1:
                self._budgets.spend(letter, -1)

    def _marked(self, letter: Letter, chosen: list[Letter]) -> Letter:
        now = self._tools.clock()
        if letter.state is not LetterState.QUEUED or (letter.next_at is not None and letter.next_at > now):
            return letter
        if chosen and (letter.copies > 0 or chosen[0].copies > 1):
            return letter  # a repeat goes alone
        if self._is_stopped(letter):
            return replace(letter, state=LetterState.WITHDRAWN, note="they asked us to stop")
        reached = self._budgets.reached(letter) if letter.copies == 0 else None
        if reached is not None:
            about = f"{reached.limit} {reached.whose}"  # one alert for a limit, however many letters wait
            self._settler.alerter.alert(Cause.BUDGET, f"{reached.limit} {letter.key}", about=about)
            return replace(letter, next_at=reached.again, note=f"waits: {reached.limit}")
        sending = replace(
            letter,
            state=LetterState.SENDING,
            attempts=letter.attempts + 1,
            copies=letter.copies + 1,
            next_at=now,
        )
        chosen.append(sending)
        if sending.copies == 1:
            self._budgets.spend(sending)
        return sending

    def _is_stopped(self, letter: Letter) -> bool:
        """A stop holds here too, whatever was queued before it."""
        return letter.purpose not in CONFIRMS_A_STOP and self._tools.store.is_never_ask(letter.to)

    # --- handing over ---

    def _hand_over(self, batch: list[Letter]) -> int:
        """Hand over, and keep what became of an engagement's letters as soon as the last of them is back."""
        sent = 0
        out = Counter(_engagement_of(letter) for letter in batch)
        fates: dict[str, list[tuple[Letter, Fate]]] = {}
        try:
            self._budgets.keep()
            for letter, fate in self._tools.outbox.send(batch):
                engagement_id = _engagement_of(letter)
                fates.setdefault(engagement_id, []).append((letter, fate))
                sent += isinstance(fate, Accepted)
                if len(fates[engagement_id]) == out[engagement_id]:
                    self._settle(engagement_id, fates[engagement_id])
        finally:
            # A disk that refuses ends the pass here; whose fate was not kept is found out by a later one.
            self._in_hand.difference_update(letter.key for letter in batch)
        self._budgets.keep()
        return sent

    def _settle(self, engagement_id: str, settled: list[tuple[Letter, Fate]]) -> None:
        final = [(letter, self._final(letter, fate)) for letter, fate in settled]
        fates = {letter.key: fate for letter, fate in final if not _is_for_good(fate)}
        self._change(engagement_id, lambda filed: self._told(filed, fates))
        self._unspend([letter for letter, fate in final if _did_not_go(fate)])
        for letter, fate in final:
            if _is_for_good(fate):
                self._bounce(engagement_id, letter, fate)

    def _told(self, filed: Filed, fates: Mapping[str, Fate]) -> Filed:
        letters = (self._after(one, fates[one.key]) if one.key in fates else one for one in filed.letters)
        return replace(filed, letters=tuple(letters))

    def _final(self, letter: Letter, fate: Fate) -> Fate:
        """The fate as it counts: what is refused for now for too long is refused for good."""
        is_late = self._tools.clock() - letter.queued_at >= GIVE_UP_AFTER
        return replace(fate, temporary=False) if isinstance(fate, Refused) and is_late else fate

    def _after(self, letter: Letter, fate: Fate) -> Letter:
        now = self._tools.clock()
        match fate:
            case Accepted():
                return replace(letter, state=LetterState.SENT, settled_at=now, next_at=None, note="")
            case Lost(reason=reason):
                return replace(letter, state=LetterState.UNKNOWN, next_at=now + ASK_AGAIN_AFTER, note=reason)
            case Away(reason=reason, temporary=temporary):
                self.away, self.temporary = reason, temporary
                return _back(letter, None, reason)
            case Refused(temporary=True, reason=reason):
                self.deferred = reason
                return _back(letter, now + _pause(letter.attempts), reason)
            case Refused(reason=reason):
                return replace(letter, state=LetterState.FAILED, settled_at=now, next_at=None, note=reason)

    def _bounce(self, engagement_id: str, letter: Letter, fate: Fate) -> None:
        """A refusal for good is news for the rules, like any bounce: kept in one commit with the letter."""

        def fail(filed: Filed) -> Filed:
            return self._told(filed, {letter.key: fate})

        if not self._is_news(engagement_id, letter):
            log.error("letter %s was refused for good", letter.key)
            self._change(engagement_id, fail)
            return
        event = Bounced(seat=letter.seat, permanent=True, letter=letter.purpose.value)
        try:
            self._settler.apply(engagement_id, event, settle_first=fail)
        except (Stale, *WRITING_FAULTS) as fault:
            log.error("the bounce of %s could not be settled: %s", letter.key, place_of(fault))
            self._change(engagement_id, fail)
            self._settler.alerter.alert(Cause.WRITING_FAILED, letter.key)

    def _is_news(self, engagement_id: str, letter: Letter) -> bool:
        """Whether it was for somebody the rules know: not an alert, nor one who sat there before."""
        filed = None if engagement_id == HOUSE_ID else self._tools.store.load(engagement_id)
        return filed is not None and is_known(filed.engagement, letter.seat, letter.to)

    # --- unknown fates ---

    def _found_out(self, letter: Letter, given_up: list[str]) -> Letter:
        """Look for a copy; what nobody has is sent once more, or given up after the second time."""
        now = self._tools.clock()
        if letter.state is LetterState.SENDING and letter.key not in self._in_hand:
            # Found half-way: we died with it in hand.
            letter = replace(letter, state=LetterState.UNKNOWN, next_at=now + ASK_AGAIN_AFTER)
        if letter.state is not LetterState.UNKNOWN:
            return letter
        if self._has_copy(letter):
            return replace(letter, state=LetterState.SENT, settled_at=now, next_at=None, note="found a copy")
        if letter.next_at is not None and letter.next_at > now:
            return letter
        if letter.copies >= MOST_COPIES:
            given_up.append(letter.key)
            return replace(
                letter,
                state=LetterState.FAILED,
                settled_at=now,
                next_at=None,
                note="fate unknown, sent twice",
            )
        return replace(letter, state=LetterState.QUEUED, next_at=now, note="sent once more")

    def _has_copy(self, letter: Letter) -> bool:
        try:
            return self._tools.mailbox.holds_copy(letter.message_id)
        except PostError:
            return False

    # --- commits ---

    def _change(self, engagement_id: str, change: Callable[[Filed], Filed]) -> bool:
        """Commit a change of letters, if it is one; again while others commit meanwhile.

        False: nothing was kept, for they never let go, or it is gone.
        """
        for _ in range(MOST_TRIES):
            filed = self._tools.store.load(engagement_id)
            if filed is None:
                return False
            changed = change(filed)
            if changed == filed:
                return True
            try:
                self._tools.store.commit(changed)
            except Stale:
                continue
            return True
        log.warning("engagement %s kept changing; its letters wait for the next pass", engagement_id)
        return False


def _engagement_of(letter: Letter) -> str:
    return letter.key.partition(".")[0]


def _back(letter: Letter, again: datetime | None, reason: str) -> Letter:
    """Queue it again: nothing of it left the house."""
    return replace(letter, state=LetterState.QUEUED, copies=letter.copies - 1, next_at=again, note=reason)


def _is_for_good(fate: Fate) -> bool:
    return isinstance(fate, Refused) and not fate.temporary


def _did_not_go(fate: Fate) -> bool:
    return isinstance(fate, Away) or (isinstance(fate, Refused) and fate.temporary)


def _pause(attempts: int) -> timedelta:
    doubled: timedelta = FIRST_PAUSE * 2 ** min(attempts - 1, 10)
    return min(doubled, LONGEST_PAUSE)
