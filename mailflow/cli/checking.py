"""`mailflow check`: one line for each thing that must be right, ok or the remedy."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from mailflow.cli.desk import configured, one_line, print_json
from mailflow.cli.exits import Ended, Exit
from mailflow.config import Config
from mailflow.ports import PostError, StoreError
from mailflow.wiring import clock, mailbox_of, open_store, outbox_of

LEAST_SPACE = 100_000_000  # bytes
BUILT_AFTER = 2024  # no clock that is right shows an earlier year
WANTED = {
    "IDLE": "new mail is seen by polling, some seconds later",
    "MOVE": "messages are copied and deleted instead",
    "UIDPLUS": "deleted messages stay marked until somebody expunges the folder",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at."""

    what: str
    ok: bool
    note: str
    exit_status: Exit = Exit.FAILED  # what it comes to when it is wrong


def check(path: Path | None, *, as_json: bool) -> None:
    """Look at everything; the exit status is 0 only when all of it is right."""
    config = configured(path)
    findings = list(_findings(config))
    if as_json:
        print_json([{"what": one.what, "ok": one.ok, "note": one.note} for one in findings])
    else:
        for one in findings:
            print(f"{'ok   ' if one.ok else 'WRONG'}  {one.what:<14} {one_line(one.note)}")
    wrong = [one for one in findings if not one.ok]
    if wrong:
        # What is wrong for good comes before what may mend itself.
        order = (Exit.CONFIG, Exit.FAILED, Exit.TRY_LATER)
        worst = min(wrong, key=lambda one: order.index(one.exit_status))
        summary = f"{len(wrong)} of {len(findings)} things are wrong"
        raise Ended(worst.exit_status, f"{summary}: {worst.what}: {worst.note}")


def _findings(config: Config) -> Iterator[Finding]:
    yield Finding(what="configuration", ok=True, note=f"{config.service.address}, {config.service.language}")
    for warning in config.warnings:
        yield Finding(what="configuration", ok=True, note=f"note: {warning}")
    yield _clock(clock())
    yield _looked("store", lambda: _store(config))
    yield _space(config.store.folder)
    yield _looked("templates", _templates)
    yield _looked("imap", lambda: _imap(config))
    yield _looked("smtp", lambda: _smtp(config))
    yield _sub_addressing(config)


def _looked(what: str, look: Callable[[], str]) -> Finding:
    try:
        return Finding(what=what, ok=True, note=look())
    except PostError as fault:
        return _post(what, fault)
    except (StoreError, ValueError, TypeError) as fault:
        return Finding(what=what, ok=False, note=str(fault))
    except (LookupError, OSError) as fault:
        return Finding(
            what=what, ok=False, note=f"not all there ({type(fault).__name__}); install mailflow anew"
        )


def _post(what: str, fault: PostError) -> Finding:
    exit_status = Exit.TRY_LATER if fault.temporary else Exit.CONFIG
    return Finding(what=what, ok=False, note=str(fault), exit_status=exit_status)


def _clock(now: datetime) -> Finding:
    right = now.year > BUILT_AFTER
    remedy = "" if right else "; set the machine's clock"
    return Finding(what="clock", ok=right, note=f"{now.isoformat(timespec='seconds')}{remedy}")


def _store(config: Config) -> str:
    with closing(open_store(config)) as store:
        heads = [head for head in store.heads() if not head.hidden]
        broken = store.broken()
    if broken:
        raise StoreError(
            f"{len(broken)} files cannot be read: {broken[0]}; see the operations page, 'broken'"
        )
    return f"{config.store.folder}: {len(heads)} open engagements"


def _space(folder: Path) -> Finding:
    try:
        there = next(place for place in (folder, *folder.absolute().parents) if place.exists())
        free = shutil.disk_usage(there).free
    except OSError as fault:
        return Finding(what="disk", ok=False, note=f"{folder} cannot be looked at: {fault.strerror}")
    remedy = "" if free >= LEAST_SPACE else "; make room"
    return Finding(what="disk", ok=free >= LEAST_SPACE, note=f"{free // 1_000_000:,} MB free{remedy}")


def _templates() -> str:
    from mailflow.identity import Purpose
    from mailflow.writing.sample import render_sample

    for purpose in Purpose:
        render_sample(purpose, "eml")
    return f"{len(Purpose)} letters render"


def _imap(config: Config) -> str:
    with closing(mailbox_of(config)) as mailbox:
        survey = mailbox.survey()
    missing = [f"no {name}: {effect}" for name, effect in WANTED.items() if name not in survey.capabilities]
    lines = [f"{survey.messages} messages wait in {survey.folder}", f"files into {', '.join(survey.filing)}"]
    return "; ".join([*lines, *missing])


def _smtp(config: Config) -> str:
    with closing(outbox_of(config)) as outbox:
        survey = outbox.survey()
    who = "logged in" if survey.logged_in else "without login"
    return f"{config.smtp.host}:{config.smtp.port}, {who}"


def _sub_addressing(config: Config) -> Finding:
    """Whether a mail server takes local+tag@domain, as far as it says so at RCPT."""
    if config.service.reply_tokens == "none":
        return Finding(
            what="sub-addressing", ok=True, note="not used: replies are matched by thread and case line"
        )
    local, _, domain = config.service.address.rpartition("@")
    probe = f"{local}+mailflow-check@{domain}"
    try:
        with closing(outbox_of(config)) as outbox:
            refusal = outbox.refuses(probe)
    except PostError as fault:
        return _post("sub-addressing", fault)
    if refusal:
        remedy = f'{probe} is refused ({refusal}); set service.reply_tokens = "none"'
        return Finding(what="sub-addressing", ok=False, note=remedy, exit_status=Exit.CONFIG)
    return Finding(what="sub-addressing", ok=True, note="local+tag addresses are accepted at the door")
