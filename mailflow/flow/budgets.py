"""Hard limits on what leaves the house, whatever the rules decided."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from mailflow.flow.house import Office
from mailflow.identity import Purpose, address_hash
from mailflow.ports import Letter

HOUSE_LETTERS = frozenset({Purpose.ALERT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """A limit that is reached: its name, when to look again, and whose it is, without an address."""

    limit: str
    again: datetime
    whose: str


class Budgets:
    """Counts letters by recipient, day and hour in the store, so that a restart forgets nothing.

    What is spent counts at once; `keep` writes it down, for many letters in one go.
    """

    def __init__(self, office: Office) -> None:
        self._office = office
        self._spent: dict[date, Counter[str]] = {}  # not yet written down

    def reached(self, letter: Letter) -> Reached | None:
        """Which limit forbids this letter now; None: it may go."""
        if letter.purpose in HOUSE_LETTERS:
            return None
        now, limits = self._office.clock(), self._office.rules.budgets
        if self._counted(self._hour(now)) >= limits.per_hour:
            return Reached(limit="per_hour", again=_next_hour(now), whose="everybody")
        most = limits.answers_per_day if letter.answers_mail else limits.recipient_per_day
        recipient = self._recipient(letter)
        if self._counted(recipient) >= most:
            limit = "answers_per_day" if letter.answers_mail else "recipient_per_day"
            return Reached(limit=limit, again=_tomorrow(now), whose=recipient)
        return None

    def spend(self, letter: Letter, by: int = 1) -> None:
        """Count a letter that is about to go for the first time; -1 takes that back: it did not go."""
        if letter.purpose not in HOUSE_LETTERS:
            now = self._office.clock()
            spent = self._spent.setdefault(now.date(), Counter())
            spent[self._hour(now)] += by
            spent[self._recipient(letter)] += by

    def keep(self) -> None:
        """Write down what was spent.  Raises StoreError."""
        while self._spent:
            day, spent = next(iter(self._spent.items()))
            changed = {name: by for name, by in spent.items() if by}
            if changed:
                self._office.store.count_all(day, changed)
            del self._spent[day]

    def _counted(self, name: str) -> int:
        day = self._office.clock().date()
        return self._office.store.count(day, name, 0) + self._spent.get(day, Counter())[name]

    def _hour(self, now: datetime) -> str:
        return f"hour:{now.astimezone(UTC).hour:02}"

    def _recipient(self, letter: Letter) -> str:
        kind = "answer" if letter.answers_mail else "first"
        return f"{kind}:{address_hash(self._office.house.key, letter.to)[:32]}"


def _next_hour(now: datetime) -> datetime:
    return now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)


def _tomorrow(now: datetime) -> datetime:
    return now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
