"""A store in memory that keeps the same promises as the one on disk, for fast tests of the flow."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from mailflow.identity import same_person_key
from mailflow.mentoring.engagement import Stage
from mailflow.ports import (
    Filed,
    Head,
    LetterState,
    SetAsideMessage,
    Stale,
    StoreError,
)

HEXADECIMAL = frozenset("0123456789abcdef")
OVER = (Stage.CLOSED, Stage.CANCELLED)
UNSETTLED = (LetterState.SENDING, LetterState.UNKNOWN)
WANTS_WORK = (LetterState.QUEUED, LetterState.UNKNOWN)


class MemoryStore:
    """Implements ports.Store; forgets everything with the process."""

    def __init__(self) -> None:
        self._filed: dict[str, Filed] = {}
        self._stops: set[str] = set()
        self._asides: dict[str, SetAsideMessage] = {}
        self._counters: dict[tuple[date, str], int] = {}
        self._facts: dict[str, str] = {}
        self._key = b""

    def load(self, engagement_id: str) -> Filed | None:
        return self._filed.get(engagement_id)

    def commit(self, filed: Filed) -> Filed:
        engagement = filed.engagement
        known = self._filed.get(engagement.id)
        version = known.engagement.version if known else 0
        if engagement.version != version:
            raise Stale(engagement.id)
        following = replace(filed, engagement=replace(engagement, version=version + 1))
        self._filed[engagement.id] = following
        return following

    def heads(self) -> Sequence[Head]:
        return tuple(head(filed) for filed in self._filed.values() if not _is_over(filed))

    def archived_heads(self) -> Sequence[Head]:
        return tuple(head(filed) for filed in self._filed.values() if _is_over(filed))

    def resolve(self, prefix: str) -> list[str]:
        return sorted(one for one in self._filed if one.startswith(prefix.lower()))

    def broken(self) -> list[str]:
        return []

    def service_key(self, make: Callable[[], bytes]) -> bytes:
        self._key = self._key or make()
        return self._key

    def is_never_ask(self, email: str) -> bool:
        return same_person_key(email) in self._stops

    def never_ask(self, email: str) -> None:
        self._stops.add(same_person_key(email))

    def set_aside(self, message: SetAsideMessage) -> None:
        if not message.key or not set(message.key) <= HEXADECIMAL:
            raise StoreError("not a digest")
        before = self._asides.get(message.key)
        raw = message.raw or (before.raw if before else b"")
        self._asides[message.key] = replace(message, raw=raw)

    def aside(self, key: str) -> SetAsideMessage | None:
        if not key:
            return None
        if key in self._asides:
            return self._asides[key]
        found = [one for one in self._asides if one.startswith(key.lower())]
        if len(found) > 1:
            raise StoreError(f"{len(found)} messages begin with {key}")
        return self._asides[found[0]] if found else None

    def all_aside(self) -> Sequence[SetAsideMessage]:
        ordered = sorted(self._asides.values(), key=lambda message: (message.at, message.key))
        return [replace(message, raw=b"") for message in ordered]

    def drop(self, key: str) -> bool:
        message = self.aside(key)
        return message is not None and self._asides.pop(message.key) is not None

    def count(self, day: date, name: str, by: int = 1) -> int:
        if by:
            self._counters = {at: total for at, total in self._counters.items() if at[0] >= day}
            self._counters[day, name] = self._counters.get((day, name), 0) + by
        return self._counters.get((day, name), 0)

    def count_all(self, day: date, by: Mapping[str, int]) -> None:
        for name, more in by.items():
            self.count(day, name, more)

    def remember(self, name: str, value: str) -> None:
        self._facts[name] = value

    def recall(self, name: str) -> str | None:
        return self._facts.get(name)

    def close(self) -> None:
        """Nothing to let go of."""


def head(filed: Filed) -> Head:
    """The head of an engagement, worked out without the store's own code."""
    engagement = filed.engagement
    people = [expert.email for expert in engagement.experts if expert.email]
    if engagement.substitute is not None and engagement.substitute.email:
        people.append(engagement.substitute.email)
    waiting = [letter for letter in filed.letters if letter.state in WANTS_WORK]
    soonest = [letter.next_at or datetime.min.replace(tzinfo=UTC) for letter in waiting]
    return Head(
        id=engagement.id,
        stage=engagement.stage,
        paused=engagement.paused,
        capability=engagement.capability,
        leader=engagement.leader.email,
        people=tuple(dict.fromkeys(map(same_person_key, people))),
        received=engagement.received,
        next_wake=engagement.next_wake,
        next_letter=min(soonest) if soonest else None,
        hidden=engagement.refused,
        unsettled=any(letter.state in UNSETTLED for letter in filed.letters),
    )


def _is_over(filed: Filed) -> bool:
    pending = (*WANTS_WORK, *UNSETTLED)
    return filed.engagement.stage in OVER and not any(letter.state in pending for letter in filed.letters)
