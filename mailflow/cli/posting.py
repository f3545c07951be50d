"""`mailflow letters`: the outbox."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from mailflow.cli.desk import (
    HIDDEN,
    at_the_desk,
    changed,
    desk,
    found,
    is_gated,
    iso,
    may_reveal,
    moment_of,
    noted,
    print_json,
    record,
    say_what_is_broken,
    table,
)
from mailflow.cli.exits import Ended, Exit
from mailflow.identity import Purpose
from mailflow.mentoring.engagement import Engagement
from mailflow.ports import Filed, Letter, LetterState
from mailflow.store.codec import Unreadable
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
        Purpose.SECOND_COFFEE,
        Purpose.IS_THIS_YOURS,
    }
)


def list_all(path: Path | None, prefix: str, *, as_json: bool) -> None:
    """Every letter and its state."""
    with desk(path) as (_, store):
        rows = list(_all(store, prefix))
        say_what_is_broken(store)
    if as_json:
        print_json([_json(letter) for letter in rows])
        return
    cells = [
        (letter.key, letter.state.value, moment_of(letter.queued_at), letter.to, letter.note)
        for letter in rows
    ]
    table(cells, ("KEY", "STATE", "SINCE", "TO", "NOTE"))


def _all(store: TinyStore, prefix: str) -> list[Letter]:
    if prefix:
        return list(found(store, prefix).letters)
    ids = [head.id for head in (*store.heads(), *store.archived_heads())]
    filed = [one for one in (_readable(store, engagement_id) for engagement_id in ids) if one is not None]
    return sorted((letter for one in filed for letter in one.letters), key=lambda letter: letter.queued_at)


def _readable(store: TinyStore, engagement_id: str) -> Filed | None:
    """One engagement's file; one that is broken does not hide the letters of the others."""
    try:
        return store.load(engagement_id)
    except Unreadable:
        return None


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
    engagement_id = key.strip().partition(".")[0]
    if not engagement_id:
        raise Ended(Exit.USAGE, "the KEY is empty; see 'mailflow letters list'")
    ids = store.resolve(engagement_id.lower())
    files = [filed for filed in (_readable(store, one) for one in ids) if filed is not None]
    every = [(filed, letter) for filed in files for letter in filed.letters]
    exact = [(filed, letter) for filed, letter in every if letter.key == key]
    fitting = exact or [(filed, letter) for filed, letter in every if letter.key.startswith(key.strip())]
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
            record(store, filed, at_the_desk(store, "letter revealed", reason, key=letter.key))
    text = letter.text if revealed or not gated else HIDDEN
    if as_json:
        print_json({**_json(letter), "text": text})
        return
    print(
        f"Key         {letter.key}\nTo          {letter.to}\nState       {letter.state.value} {letter.note}"
    )
    print(f"Message-ID  {letter.message_id}\n\n{text}")


def _is_hidden(engagement: Engagement, letter: Letter) -> bool:
    """Whether a letter holds, or may hold, advice that must wait."""
    if not is_gated(engagement):
        return False
    text = " ".join(letter.text.split())
    pieces = (piece for expert in engagement.experts for piece in (*expert.advice, *expert.extras))
    return letter.purpose in _MAY_HOLD_ADVICE or any(" ".join(piece.text.split()) in text for piece in pieces)


def resend(path: Path | None, key: str, reason: str) -> None:
    """Queue the same bytes again; a person decided it, so the count of copies starts anew."""
    with desk(path) as (_, store):
        filed, letter = _one(store, key)
        line = at_the_desk(store, "letter resent", reason, key=letter.key, seat=letter.seat or None)
        changed(store, filed.engagement.id, lambda now: noted(_queued_again(now, letter.key), line))
    print(f"{letter.key} goes out again with the next run")


def _queued_again(filed: Filed, key: str) -> Filed:
    letter = filed.letter(key)
    if letter is None:
        raise Ended(Exit.FAILED, f"the letter {key} is not there any more")
    if letter.state is LetterState.SENDING:
        raise Ended(Exit.TRY_LATER, f"{key} is on its way at this moment; look again after the next run")
    again = replace(letter, state=LetterState.QUEUED, copies=0, next_at=None, note="resent at the desk")
    return replace(filed, letters=tuple(again if one.key == key else one for one in filed.letters))
