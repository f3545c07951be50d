"""Three pieces as a person types them: numbered lines on stdin, or in an editor on a terminal."""

import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from mailflow.cli.exits import Ended, Exit
from mailflow.mentoring.engagement import PIECES_EACH, Piece

_MARK = re.compile(r"^\s*([1-9])[.):]\s*")
_FORM = "1. \n2. \n3. \n"


def typed_pieces() -> tuple[Piece, ...]:
    """The three pieces.  Raises Ended where there are not three, with how to write them."""
    try:
        text = _edited(_FORM) if sys.stdin is not None and sys.stdin.isatty() else _piped()
    except UnicodeDecodeError as fault:
        raise Ended(Exit.USAGE, "what was given is no text in UTF-8; write three numbered lines") from fault
    pieces = tuple(_pieces(text))
    if len(pieces) != PIECES_EACH:
        raise Ended(
            Exit.USAGE, f"{len(pieces)} pieces were given; write three numbered lines: 1. … 2. … 3. …"
        )
    return pieces


def _piped() -> str:
    """What comes on stdin, strictly: under some locales Python would let broken bytes through."""
    if sys.stdin is None:
        return ""
    binary = getattr(sys.stdin, "buffer", None)
    return sys.stdin.read() if binary is None else str(binary.read(), "utf-8")


def _edited(text: str) -> str:
    """What a person made of `text` in their editor; whatever the editor leaves behind is gone afterwards."""
    editor = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi")
    with tempfile.TemporaryDirectory(prefix="mailflow-") as folder:
        file = Path(folder) / "three-pieces.txt"
        file.write_text(text, encoding="utf-8")
        try:
            subprocess.run([*editor, str(file)], check=True)  # noqa: S603 - the person's own editor
        except (OSError, subprocess.CalledProcessError) as fault:
            raise Ended(Exit.FAILED, f"{editor[0]} could not be used; pipe the three lines in") from fault
        return file.read_text(encoding="utf-8")


def _pieces(text: str) -> Iterator[Piece]:
    """Lines numbered in order; a line that is not the next number goes on with the piece before it."""
    pieces: list[str] = []
    for line in text.removeprefix("\ufeff").splitlines():
        mark = _MARK.match(line)
        if mark and int(mark.group(1)) == len(pieces) + 1:
            pieces.append(line[mark.end() :])
        elif pieces:
            pieces[-1] += "\n" + line
        elif line.strip():
            raise Ended(Exit.USAGE, "the first line has no number; write three lines: 1. … 2. … 3. …")
    return (Piece(text=piece.strip()) for piece in pieces if piece.strip())
