"""`mailflow letters`: the outbox."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from mailflow.cli.desk import (
    HIDDEN,
    changed,
    desk,
    found,
    is_gated,
    iso,
    may_reveal,
    noted,
    print_json,
    record,
    table,
)
from mailflow.cli.exits import Ended, Exit
from mailflow.identity import Purpose
from mailflow.mentoring.engagement import Engagement
from mailflow.ports import Filed, Letter, LetterState
from mailflow.store.tiny import TinyStore

# Letters that hold people's pieces, or words in which pieces may stand.
_MAY_HOLD_ADVICE = frozenset(
    {
        Purpose.THANKS,
        Purpose.MORE_PLEASE,
        Purpose.TRANSCRIPT,
        Purpose.QUESTION_RELAY,
        Purpose.COFFEE_ACCEPTED,
        Purpose.SEAT_OPEN,
        Purpose.IS_THIS_YOURS,
    }
)


def list_all(path: Path | None, prefix: str, *, as_json: bool) -> None:
    """Every letter and its state."""
    with desk(path) as (_, store):
        rows = list(_all(store, prefix))
    if as_json:
        print_json([_json(letter) for letter in rows])
        return
    cells = [
        (letter.key, letter.state.value, iso(letter.queued_at) or "", letter.to, letter.note)
        for letter in rows
    ]
    table(cells, ("KEY", "STATE", "SINCE", "TO", "NOTE"))


def _all(store: TinyStore, prefix: str) -> list[Letter]:
    if prefix:
        return list(found(store, prefix).letters)
    ids = [head.id for head in (*store.heads(), *store.archived_heads())]
    filed = [one for one in (store.load(engagement_id) for engagement_id in ids) if one is not None]
    return sorted((letter for one in filed for letter in one.letters), key=lambda letter: letter.queued_at)


def _json(letter: Letter) -> dict[str, Any]:
    return {
        "key": letter.key,
        "purpose": letter.purpose.value,
        "seat": letter.seat or None,
        "to": letter.to,
        "state": letter.state.value,
        "message_id": letter.message_id,
        "queued_at": iso(letter.queued_at),
        "next_at": iso(letter.next_at),
        "attempts": letter.attempts,
        "note": letter.note,
    }


def _one(store: TinyStore, key: str) -> tuple[Filed, Letter]:
    """The letter whose key starts with `key`, alone."""
    engagement_id = key.partition(".")[0]
    ids = store.resolve(engagement_id.lower())
    files = [filed for filed in (store.load(one) for one in ids) if filed is not None]
    exact = [(filed, letter) for filed in files for letter in filed.letters if letter.key == key]
    fitting = exact or [
        (filed, letter) for filed in files for letter in filed.letters if letter.key.startswith(key)
    ]
    if len(fitting) != 1:
        trouble = "there is no letter" if not fitting else f"{len(fitting)} letters fit"
        raise Ended(Exit.FAILED, f"{trouble} {key}; see 'mailflow letters list'")
    return fitting[0]


def show(path: Path | None, key: str, *, as_json: bool, reveal: bool, reason: str) -> None:
    """One letter as it is sent."""
    revealed = may_reveal(reveal, reason)
    with desk(path) as (_, store):
        filed, letter = _one(store, key)
        gated = _is_hidden(filed.engagement, letter)
        if revealed and gated:
            record(store, filed, "letter revealed at the desk", reason, letter.key)
    text = letter.text if revealed or not gated else HIDDEN
    if as_json:
        print_json({**_json(letter), "text": text})
        return
    print(
        f"Key         {letter.key}\nTo          {letter.to}\nState       {letter.state.value} {letter.note}"
    )
    print(f"Message-ID  {letter.message_id}\n\n{text}")


def _is_hidden(engagement: Engagement, letter: Letter) -> bool:
    return is_gated(engagement) and letter.purpose in _MAY_HOLD_ADVICE


def resend(path: Path | None, key: str) -> None:
    """Queue the same bytes again; a person decided it, so the count of copies starts anew."""
    with desk(path) as (_, store):
        filed, letter = _one(store, key)
        changed(store, filed.engagement.id, lambda now: _queued_again(now, letter.key))
    print(f"{letter.key} goes out again with the next run")


def _queued_again(filed: Filed, key: str) -> Filed:
    letters = tuple(
        replace(letter, state=LetterState.QUEUED, copies=0, next_at=None, note="resent at the desk")
        if letter.key == key
        else letter
        for letter in filed.letters
    )
    return noted(replace(filed, letters=letters), "letter resent at the desk", "", key)
