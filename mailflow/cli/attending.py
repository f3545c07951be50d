"""`mailflow attention`: what was set aside, and what a person makes of it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from mailflow.cli.desk import desk, found, iso, may_reveal, one_line, print_json, record, table
from mailflow.cli.exits import Ended, Exit
from mailflow.identity import same_person_key
from mailflow.mentoring.engagement import SEATS
from mailflow.ports import Aside, SetAsideMessage
from mailflow.store.tiny import TinyStore

_OPEN = frozenset({Aside.WAITING, Aside.HELD, Aside.RETRY})
HIDDEN = '(hidden: it may hold advice, and not all nine are in; --reveal --reason "…" shows it)'


def list_all(path: Path | None, *, as_json: bool) -> None:
    """Everything that waits for a person, oldest first."""
    with desk(path) as (_, store):
        asides = [aside for aside in store.all_aside() if aside.state in _OPEN]
    if as_json:
        print_json([_json(aside) for aside in asides])
        return
    rows = [
        (aside.key[:12], iso(aside.at) or "", aside.state.value, aside.sender or "-", one_line(aside.why))
        for aside in asides
    ]
    table(rows, ("KEY", "SINCE", "STATE", "FROM", "WHY"))


def _json(aside: SetAsideMessage) -> dict[str, Any]:
    return {
        "key": aside.key,
        "at": iso(aside.at),
        "from": aside.sender,
        "subject": aside.subject,
        "why": aside.why,
        "state": aside.state.value,
        "engagement": aside.engagement_id or None,
        "seat": aside.seat or None,
        "note": aside.note,
    }


def _one(store: TinyStore, key: str) -> SetAsideMessage:
    aside = store.aside(key)
    if aside is None:
        raise Ended(Exit.FAILED, f"nothing is set aside under {key}; see 'mailflow attention list'")
    return aside


def show(path: Path | None, key: str, *, as_json: bool, reveal: bool, reason: str) -> None:
    """One message, its text only where it cannot be advice that must wait, or with a reason."""
    revealed = may_reveal(reveal, reason)
    with desk(path) as (_, store):
        aside = _one(store, key)
        gated = _is_gated(store, aside)
        if revealed and gated and aside.engagement_id:
            record(
                store,
                found(store, aside.engagement_id),
                "message revealed at the desk",
                reason,
                aside.key[:12],
            )
    text = _text(aside.raw) if revealed or not gated else HIDDEN
    if as_json:
        print_json({**_json(aside), "text": text})
        return
    print(f"Key      {aside.key}\nSince    {iso(aside.at)}\nState    {aside.state.value}")
    print(f"From     {one_line(aside.sender) or '-'}\nSubject  {one_line(aside.subject) or '-'}")
    print(f"Why      {one_line(aside.why)}")
    print(f"Belongs  {aside.engagement_id or 'unknown'}{f', seat {aside.seat}' if aside.seat else ''}\n")
    print(text)


def _is_gated(store: TinyStore, aside: SetAsideMessage) -> bool:
    """Whether the message may hold advice of an engagement that is still gathering."""
    key = same_person_key(aside.sender) if aside.sender else ""
    for head in store.heads():
        if head.stage in {"gathering", "preview"} and (head.id == aside.engagement_id or key in head.people):
            return True
    return False


def _text(raw: bytes) -> str:
    """The words of a message, opened in the airlock like any other."""
    from contextlib import closing

    from mailflow.airlock import AirlockReader
    from mailflow.ports import UnreadableMessage

    if not raw:
        return ""
    with closing(AirlockReader()) as reader:
        try:
            message = reader.open(raw)
        except UnreadableMessage as fault:
            return f"(cannot be read: {fault})"
    printable = (c for c in message.text or message.html if c.isprintable() or c in "\n\t")
    return "".join(printable)


def assign(path: Path | None, key: str, prefix: str, seat: int) -> None:
    """Say whose it is; the next run handles it as theirs."""
    with desk(path) as (_, store):
        aside, filed = _one(store, key), found(store, prefix)
        if seat in SEATS and len(filed.engagement.experts) < len(SEATS):
            raise Ended(Exit.FAILED, "this engagement has no experts yet")
        store.set_aside(
            replace(aside, engagement_id=filed.engagement.id, seat=seat, state=Aside.RETRY, note="assigned")
        )
        record(store, filed, "message assigned at the desk", f"seat {seat}", aside.key[:12])
    print(f"{aside.key[:12]} will be handled as {filed.engagement.id}, seat {seat}, by the next run")


def retry(path: Path | None, key: str) -> None:
    """Let the next run read it again."""
    with desk(path) as (_, store):
        aside = _one(store, key)
        store.set_aside(replace(aside, state=Aside.RETRY))
    print(f"{aside.key[:12]} will be read again by the next run")


def drop(path: Path | None, key: str, reason: str) -> None:
    """Put it away for good."""
    if not reason.strip():
        raise Ended(Exit.USAGE, "--reason is empty; say why it is dropped")
    with desk(path) as (_, store):
        aside = _one(store, key)
        store.set_aside(replace(aside, state=Aside.DROPPED, note=reason))
    print(f"{aside.key[:12]} dropped")
