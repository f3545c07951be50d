"""`nudge`, `pause`, `resume`, `cancel`, `substitute`, `answer`: the desk's word, by the rules of mail."""

import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from email.utils import parseaddr
from pathlib import Path

from mailflow.cli.desk import configured, found, noted
from mailflow.cli.exits import Ended, Exit
from mailflow.flow.correspondent import with_circumstances
from mailflow.flow.settle import Settler
from mailflow.identity import is_address
from mailflow.mentoring.engagement import PIECES_EACH, Piece, Source
from mailflow.mentoring.events import (
    CancelWanted,
    Event,
    HeardInPerson,
    HoldWanted,
    NamedExpert,
    NudgeWanted,
    ResumeWanted,
    SubstituteNamed,
)
from mailflow.ports import Letter
from mailflow.wiring import office_of, open_store

_MARK = re.compile(r"^\s*[123][.):]\s*")


def nudge(path: Path | None, prefix: str, seat: int, *, dry_run: bool, reason: str) -> None:
    """Remind an expert."""
    _decide(path, prefix, NudgeWanted(seat=seat), "nudge", dry_run=dry_run, reason=reason)


def hold(path: Path | None, prefix: str, *, paused: bool, dry_run: bool, reason: str) -> None:
    """Pause or resume."""
    event: Event = HoldWanted() if paused else ResumeWanted()
    _decide(path, prefix, event, "pause" if paused else "resume", dry_run=dry_run, reason=reason)


def cancel(path: Path | None, prefix: str, *, dry_run: bool, reason: str) -> None:
    """End an engagement."""
    _decide(path, prefix, CancelWanted(reason=reason), "cancel", dry_run=dry_run, reason=reason)


def substitute(path: Path | None, prefix: str, seat: int, who: str, *, dry_run: bool, reason: str) -> None:
    """Let somebody else sit in a seat."""
    name, email = parseaddr(who)
    if not is_address(email):
        raise Ended(Exit.USAGE, f'{who!r} is no "Name <address>"')
    event = SubstituteNamed(seat=seat, expert=NamedExpert(name=name or email, email=email), confirmed=True)
    _decide(path, prefix, event, "substitute", dry_run=dry_run, reason=reason)


def answer(path: Path | None, prefix: str, seat: int, *, dry_run: bool, reason: str) -> None:
    """Enter or correct three pieces by hand."""
    pieces = tuple(_pieces(_typed()))
    if len(pieces) != PIECES_EACH:
        raise Ended(
            Exit.USAGE, f"{len(pieces)} pieces were given; write three numbered lines: 1. … 2. … 3. …"
        )
    event = HeardInPerson(seat=seat, pieces=pieces, source=Source.ADMIN, replaces=True)
    _decide(path, prefix, event, "answer", dry_run=dry_run, reason=reason)


def _typed() -> str:
    return _edited("1. \n2. \n3. \n") if sys.stdin.isatty() else sys.stdin.read()


def _edited(text: str) -> str:
    """What a person made of `text` in their editor; the file is theirs alone and gone afterwards."""
    editor = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi")
    with tempfile.NamedTemporaryFile("w+", suffix=".txt", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        try:
            subprocess.run([*editor, file.name], check=True)  # noqa: S603 - the person's own editor
        except (OSError, subprocess.CalledProcessError) as fault:
            raise Ended(Exit.FAILED, f"{editor[0]} could not be used; pipe the three lines in") from fault
        return Path(file.name).read_text(encoding="utf-8")


def _pieces(text: str) -> Iterator[Piece]:
    """Numbered lines; a line without a number goes on with the one before."""
    piece = ""
    for line in text.splitlines():
        if _MARK.match(line):
            if piece.strip():
                yield Piece(text=piece.strip())
            piece = _MARK.sub("", line)
        else:
            piece += "\n" + line
    if piece.strip():
        yield Piece(text=piece.strip())


def _decide(path: Path | None, prefix: str, event: Event, what: str, *, dry_run: bool, reason: str) -> None:
    config = configured(path)
    with closing(open_store(config)) as store:
        filed = found(store, prefix)
        office = office_of(config, store)
        settler = Settler(office)
        event = with_circumstances(event, filed.engagement, office)
        before = {letter.key for letter in filed.letters}
        if dry_run:
            after = settler.rehearse(filed, event)
        else:
            who_and_why = f"{what} at the desk"
            after = settler.apply(
                filed.engagement.id, event, settle_first=lambda now: noted(now, who_and_why, reason)
            ).filed
    _report([letter for letter in after.letters if letter.key not in before], dry_run=dry_run)


def _report(letters: list[Letter], *, dry_run: bool) -> None:
    if not letters:
        print("No letter follows from it.")
    for letter in letters:
        print(f"{'Would go' if dry_run else 'Goes with the next run'}: {letter.purpose.value} to {letter.to}")
        if dry_run:
            print(f"\n{letter.text}\n")
