"""What this person wrote: not our text, not history, not a signature."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from mailflow.reading.lines import Line
from mailflow.reading.message import Message


class Label(StrEnum):
    """Whose words a block holds."""

    OWN = "own"
    OURS = "ours"  # text of a letter of ours, quoted
    HISTORY = "history"  # anybody else's, quoted, with attribution lines and header blocks
    SIGNATURE = "signature"
    DISCLAIMER = "disclaimer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Neighbouring lines with one label."""

    label: Label
    text: str
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """The whole mail in labelled blocks, in order, and the text of its own blocks alone."""

    blocks: tuple[Block, ...] = ()
    text: str = ""  # own blocks, an empty line between them; Line.at and Piece.start count in it


def own_words(message: Message, ours: Sequence[str]) -> OwnWords:
    """The sender's own words; `ours` are the plain texts of the letters this person was sent.  Total."""
    labelled = [(_label(line, ours), line) for line in message.text.splitlines()]
    return assembled([(label, Line(text=line)) for label, line in labelled])


def _label(line: str, ours: Sequence[str]) -> Label:
    bare = line.lstrip("> ").strip()
    if bare and any(bare in text for text in ours):
        return Label.OURS
    return Label.HISTORY if line.startswith(">") else Label.OWN


def assembled(labelled: Sequence[tuple[Label, Line]]) -> OwnWords:
    """Labelled lines as blocks, each own line told where it begins in the text."""
    groups: list[tuple[Label, list[Line]]] = []
    for label, line in labelled:
        if groups and groups[-1][0] is label:
            groups[-1][1].append(line)
        else:
            groups.append((label, [line]))
    own, blocks = "", []
    for label, lines in groups:
        if label is Label.OWN and own:
            own += "\n\n"
        placed, text = _placed(lines, len(own))
        own += text if label is Label.OWN else ""
        blocks.append(Block(label=label, text=text, lines=placed))
    return OwnWords(blocks=tuple(blocks), text=own)


def _placed(lines: Sequence[Line], start: int) -> tuple[tuple[Line, ...], str]:
    text, placed = "", []
    for line in lines:
        if text:
            text += "\n\n" if line.gap else "\n"
        placed.append(replace(line, at=start + len(text)))
        text += line.text
    return tuple(placed), text
