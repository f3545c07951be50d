"""`mailflow attention`: what was set aside, and what a person makes of it."""

from dataclasses import replace
from pathlib import Path
from shutil import get_terminal_size
from typing import Any

from mailflow.cli.desk import (
    at_the_desk,
    desk,
    found,
    is_gated,
    iso,
    may_reveal,
    moment_of,
    one_line,
    print_json,
    record,
    say_what_is_broken,
    table,
)
from mailflow.cli.exits import Ended, Exit
from mailflow.identity import same_person_key
from mailflow.mentoring.engagement import SEATS, Stage
from mailflow.ports import Aside, SetAsideMessage
from mailflow.store.codec import Unreadable
from mailflow.store.tiny import TinyStore
from mailflow.wiring import office_of

ASSIGNED = "assigned"
_OPEN = frozenset({Aside.WAITING, Aside.HELD, Aside.RETRY})
_GATHERING = frozenset({Stage.PREVIEW, Stage.GATHERING})
HIDDEN = '(hidden: it may hold advice, and not all nine are in; --reveal --reason "…" shows it)'


def list_all(path: Path | None, *, as_json: bool) -> None:
    """Everything that waits for a person, oldest first."""
    with desk(path) as (_, store):
        asides = [aside for aside in store.all_aside() if aside.state in _OPEN]
        gated = {aside.key for aside in asides if _is_gated(store, aside)}
        say_what_is_broken(store)
    if as_json:
        print_json([_json(aside, hidden=aside.key in gated) for aside in asides])
        return
    rows = [
        (aside.key[:12], moment_of(aside.at), aside.state.value, aside.sender or "-", aside.why)
        for aside in asides
    ]
    table(rows, ("KEY", "SINCE", "STATE", "FROM", "WHY"))


def _json(aside: SetAsideMessage, *, hidden: bool) -> dict[str, Any]:
    return {
        "key": aside.key,
        "at": iso(aside.at),
        "from": aside.sender,
        "subject": HIDDEN if hidden and aside.subject else aside.subject,
        "why": aside.why,
        "state": aside.state.value,
        "engagement": aside.engagement_id or None,
        "seat": aside.seat or None,
        "note": aside.note,
    }


def _one(store: TinyStore, key: str) -> SetAsideMessage:
    if not key.strip():
        raise Ended(Exit.USAGE, "the KEY is empty; see 'mailflow attention list'")
    aside = store.aside(key.strip())
    if aside is None:
        raise Ended(Exit.FAILED, f"nothing is set aside under {key}; see 'mailflow attention list'")
    return aside


def show(path: Path | None, key: str, *, as_json: bool, reveal: bool, reason: str) -> None:
    """One message, its words only where they cannot be advice that must wait, or with a reason."""
    from mailflow.cli.labelled import read_again

    revealed = may_reveal(reveal, reason)
    with desk(path) as (config, store):
        aside = _one(store, key)
        hidden = _is_gated(store, aside)
        if revealed and hidden:
            _record_reveal(store, aside, reason)
            hidden = False
        seen = read_again(aside, office_of(config, store))
    if hidden:
        seen = seen.without_words(HIDDEN)
    document = {**_json(aside, hidden=hidden), **seen.as_json()}
    if as_json:
        print_json(document)
        return
    print(f"Key      {aside.key}\nSince    {moment_of(aside.at)}\nState    {aside.state.value}")
    print(f"From     {one_line(aside.sender) or '-'}\nSubject  {one_line(document['subject']) or '-'}")
    print(f"Why      {one_line(aside.why)}")
    if aside.note:
        print(f"Note     {one_line(aside.note)}")
    print(f"Belongs  {aside.engagement_id or 'unknown'}{f', seat {aside.seat}' if aside.seat else ''}")
    for line in seen.lines(get_terminal_size().columns):
        print(line)


def _record_reveal(store: TinyStore, aside: SetAsideMessage, reason: str) -> None:
    """In the engagement's history, and with the message, which may belong to none."""
    line = at_the_desk(store, "message revealed", reason, key=aside.key[:12])
    filed = store.load(aside.engagement_id) if aside.engagement_id else None
    if filed is not None:
        record(store, filed, line)
    if aside.note != ASSIGNED:  # the next run goes by that word
        store.set_aside(replace(aside, note=f"{line.what} by {line.note}"))


def _is_gated(store: TinyStore, aside: SetAsideMessage) -> bool:
    """Whether the message may hold advice of an engagement that is still gathering.

    Anybody may be writing from an address we do not know, so while nine are gathered somewhere,
    only what surely belongs elsewhere is shown.
    """
    if not aside.raw and not aside.position:
        return False  # an alert of our own
    gathering = [head for head in store.heads() if head.stage in _GATHERING and not head.hidden]
    if not aside.engagement_id:
        return bool(gathering)
    person = same_person_key(aside.sender) if aside.sender else ""
    return _still_gathers(store, aside.engagement_id) or any(person in head.people for head in gathering)


def _still_gathers(store: TinyStore, engagement_id: str) -> bool:
    try:
        filed = store.load(engagement_id)
    except Unreadable:
        return True
    return filed is None or is_gated(filed.engagement)


def assign(path: Path | None, key: str, prefix: str, seat: int) -> None:
    """Say whose it is; the next run handles it as theirs."""
    with desk(path) as (_, store):
        aside, filed = _may_be_read_again(_one(store, key)), found(store, prefix)
        if seat in SEATS and len(filed.engagement.experts) < len(SEATS):
            raise Ended(
                Exit.FAILED, f"engagement {filed.engagement.id} has no experts yet; see 'mailflow show'"
            )
        store.set_aside(
            replace(aside, engagement_id=filed.engagement.id, seat=seat, state=Aside.RETRY, note=ASSIGNED)
        )
        line = at_the_desk(store, "message assigned", "", key=aside.key[:12], seat=seat or None)
        record(store, filed, line)
    whose = f"seat {seat}" if seat else "the leader"
    print(f"{aside.key[:12]} will be handled by the next run as {filed.engagement.id}, {whose}")


def retry(path: Path | None, key: str) -> None:
    """Let the next run read it again."""
    with desk(path) as (_, store):
        aside = _may_be_read_again(_one(store, key))
        store.set_aside(replace(aside, state=Aside.RETRY))
    print(f"{aside.key[:12]} will be read again by the next run")


def _may_be_read_again(aside: SetAsideMessage) -> SetAsideMessage:
    """What was handled is never handled twice, and an alert is nothing to read."""
    if aside.state is Aside.DONE:
        raise Ended(Exit.FAILED, f"{aside.key[:12]} was handled already; nothing was changed")
    if not aside.raw:
        raise Ended(Exit.FAILED, f"{aside.key[:12]} is an alert of our own; drop it once it is seen to")
    return aside


def drop(path: Path | None, key: str, reason: str) -> None:
    """Put it away for good."""
    if not reason.strip():
        raise Ended(Exit.USAGE, "--reason is empty; say why it is dropped")
    with desk(path) as (_, store):
        aside = _one(store, key)
        line = at_the_desk(store, "dropped", reason)
        store.set_aside(replace(aside, state=Aside.DROPPED, note=line.note))
    print(f"{aside.key[:12]} dropped")
