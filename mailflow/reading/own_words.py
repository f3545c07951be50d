"""What this person wrote: not our text, not history, not a signature."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from mailflow.reading.history import Break, breaks
from mailflow.reading.html import html_lines
from mailflow.reading.lines import Line, Region, text_lines
from mailflow.reading.marks import typed_mark
from mailflow.reading.message import Message
from mailflow.reading.ours import RUN, Cover, Letters, words_of
from mailflow.reading.signature import endings, is_contact, is_greeting, is_sent_from

SHORTEST_ANSWER = 3  # words; fewer, standing among our lines, are leftovers of ours
HALF, MOSTLY, NEARLY_ALL = 0.5, 0.6, 0.8  # shares of a line or a stretch that our letters hold
_FORWARD = re.compile(r"\s*(?:fwd?|wg|tr|rv|i|enc|vs|doorst)\s?:", re.IGNORECASE)


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
    letters = Letters(ours)
    read = _labelled(html_lines(message.html), letters, message) if message.html else []
    if not _has_own(read) and message.text:
        plain = _labelled(text_lines(message.text), letters, message)
        read = plain if _has_own(plain) or not read else read
    return assembled(read)


def _has_own(labelled: Sequence[tuple[Label, Line]]) -> bool:
    return any(label is Label.OWN and words_of(line.text) for label, line in labelled)


def _labelled(lines: Sequence[Line], letters: Letters, message: Message) -> list[tuple[Label, Line]]:
    """Every line with its label: our text first, then what clients and rules say, then endings."""
    parts = [_split(line, letters) if letters else (line,) for line in lines]
    lines = [part for line in parts for part in line]
    stretches = _stretches(lines)
    labels = [Label.OWN] * len(lines)
    covers = _covers(stretches, lines, letters)
    for stretch in stretches:
        _label_stretch(stretch, lines, covers, letters, labels)
    _open_forwards(stretches, labels, message)
    _label_endings(lines, labels, message.sender_name)
    _keep_written_signature(lines, labels)
    return _whole_again(parts, labels)


def _split(line: Line, letters: Letters) -> tuple[Line, ...]:
    """A line of ours that the sender went on writing behind is two lines."""
    cut = letters.prefix(line.text)
    if not cut or len(words_of(line.text[cut:])) < SHORTEST_ANSWER:
        return (line,)
    rest = replace(line, text=line.text[cut:], gap=False, begins=False, mark=0)
    return replace(line, text=line.text[:cut].rstrip()), rest


def _whole_again(parts: Sequence[Sequence[Line]], labels: Sequence[Label]) -> list[tuple[Label, Line]]:
    """Lines that were cut in two in vain, because all of them is the sender's, as they were."""
    result: list[tuple[Label, Line]] = []
    following = iter(labels)
    for cut in parts:
        own = [next(following) for _ in cut]
        if set(own) == {Label.OWN} and len(cut) > 1:
            result.append((Label.OWN, replace(cut[0], text=" ".join(part.text for part in cut))))
        else:
            result.extend(zip(own, cut, strict=True))
    return result


# --- stretches: one mail each, as deep as it is quoted ---


@dataclass(slots=True, kw_only=True)
class _Stretch:
    """Lines that stand in one mail of the chain at one depth of quotation."""

    places: list[int]
    heads: list[int]  # the lines that announce it
    is_history: bool
    sender: str = ""
    forwarded: bool = False
    is_ours: bool = False


def _stretches(lines: Sequence[Line]) -> list[_Stretch]:
    """The mail at the top first; then each mail of the chain as it begins."""
    found = {one.start: one for one in breaks(lines)}
    top = _Stretch(places=[], heads=[], is_history=False)
    result, current, quotes = [top], top, dict[int, _Stretch]()
    head: Break | None = None
    for place, line in enumerate(lines):
        if place in found:
            head = found[place]
            quotes.clear()
            if not head.quoted:
                current = _Stretch(
                    places=[], heads=[], is_history=True, sender=head.sender, forwarded=head.forwarded
                )
                result.append(current)
        if head is not None and place < head.end:
            (current if not head.quoted else _quoted(quotes, line.quote + 1, result, head)).heads.append(
                place
            )
        elif line.quote:
            _quoted(quotes, line.quote, result, head).places.append(place)
        else:
            current.places.append(place)
    return result


def _quoted(quotes: dict[int, _Stretch], depth: int, result: list[_Stretch], head: Break | None) -> _Stretch:
    if depth not in quotes:
        sender, forwarded = (head.sender, head.forwarded) if head is not None else ("", False)
        quotes[depth] = _Stretch(places=[], heads=[], is_history=True, sender=sender, forwarded=forwarded)
        result.append(quotes[depth])
    return quotes[depth]


def _covers(stretches: Sequence[_Stretch], lines: Sequence[Line], letters: Letters) -> dict[int, Cover]:
    """What our letters hold of each line; a quote and what is typed below it are not read as one."""
    return {
        place: cover
        for stretch in stretches
        for place, cover in zip(
            stretch.places, letters.covers([lines[place].text for place in stretch.places]), strict=True
        )
    }


def _label_stretch(
    stretch: _Stretch,
    lines: Sequence[Line],
    covers: dict[int, Cover],
    letters: Letters,
    labels: list[Label],
) -> None:
    for place in stretch.heads:
        labels[place] = Label.HISTORY
    words = sum(covers[place].words for place in stretch.places)
    stretch.is_ours = bool(words) and sum(covers[place].covered for place in stretch.places) >= words * MOSTLY
    if stretch.is_history:
        # Somebody who writes between the lines of our letter leaves much more of it standing than RUN words.
        stretch.is_ours = stretch.is_ours or sum(covers[place].in_run for place in stretch.places) > 3 * RUN
    for place in stretch.places:
        labels[place] = _label(lines[place], covers[place], stretch, letters)
    if not stretch.is_history and Label.OURS in {labels[place] for place in stretch.places}:
        _give_back(stretch, lines, letters.said, labels)


def _label(line: Line, cover: Cover, stretch: _Stretch, letters: Letters) -> Label:
    if not stretch.is_history:
        is_ours = cover.in_run >= RUN / 2 and cover.share >= NEARLY_ALL and not _corrects(line, cover)
        kept = Label.SIGNATURE if line.region is Region.SIGNATURE else Label.OWN
        return Label.OURS if is_ours or (stretch.is_ours and letters.is_line(line.text)) else kept
    if not stretch.is_ours:
        return Label.HISTORY
    is_ours = cover.share >= HALF or letters.is_line(line.text) or cover.words < SHORTEST_ANSWER
    return Label.OURS if is_ours or is_greeting(line.text) else Label.OWN


def _give_back(stretch: _Stretch, lines: Sequence[Line], said: Letters, labels: list[Label]) -> None:
    """Words that our letter repeats are their writer's again at the top of a reply.

    A draft goal with its blanks filled in, or an answer sent twice; below the first line that only we
    said it is our letter that goes on.
    """
    covers = said.covers([lines[place].text for place in stretch.places])
    for place, cover in zip(stretch.places, covers, strict=True):
        if labels[place] is Label.OURS:
            if cover.share >= NEARLY_ALL or said.is_line(lines[place].text):
                return
            labels[place] = Label.OWN


def _corrects(line: Line, cover: Cover) -> bool:
    """Whether a line is our point said better: "2: …" with a word or two changed."""
    return cover.covered < cover.words and typed_mark(line.text) is not None


def _open_forwards(stretches: Sequence[_Stretch], labels: list[Label], message: Message) -> None:
    """The sender's own words inside a forward: their own mail, or the one that answers ours.

    Somebody else's mail that merely hangs below a reply stays history.
    """
    if any(stretch.is_ours and stretch.is_history for stretch in stretches[1:2]):
        return
    for stretch, below in zip(stretches[1:], [*stretches[2:], None], strict=False):
        answers_ours = below is not None and below.is_ours and _is_forward(message.subject)
        if stretch.is_history and not stretch.is_ours and (answers_ours or _is_by(stretch.sender, message)):
            for place in stretch.places:
                labels[place] = Label.OWN
            return


def _is_forward(subject: str) -> bool:
    return _FORWARD.match(subject) is not None


def _is_by(sender: str, message: Message) -> bool:
    """Whether a From line names who sent this mail."""
    if message.sender and message.sender.lower() in sender.lower():
        return _is_forward(message.subject)
    names = words_of(message.sender_name)
    is_named = len(names) > 1 and set(names) <= set(words_of(sender))
    return is_named and _is_forward(message.subject)


# --- endings ---


def _label_endings(lines: Sequence[Line], labels: list[Label], sender_name: str) -> None:
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and labels[end] is Label.OWN:
            end += 1
        if end > start:
            signature, disclaimer = endings(lines[start:end], sender_name)
            for place in range(start, end):
                if disclaimer[place - start]:
                    labels[place] = Label.DISCLAIMER
                elif signature[place - start]:
                    labels[place] = Label.SIGNATURE
        start = end + 1


def _keep_written_signature(lines: Sequence[Line], labels: list[Label]) -> None:
    """Some type their answer inside the element of their signature: sentences there are their own words."""
    if any(
        label is Label.OWN and len(words_of(line.text)) > 2 for label, line in zip(labels, lines, strict=True)
    ):
        return
    for place, line in enumerate(lines):
        if labels[place] is Label.SIGNATURE and line.region is Region.SIGNATURE and _is_sentence(line):
            labels[place] = Label.OWN


def _is_sentence(line: Line) -> bool:
    return len(words_of(line.text)) > 7 and not is_contact(line.text) and not is_sent_from(line.text)


def assembled(labelled: Sequence[tuple[Label, Line]]) -> OwnWords:
    """Labelled lines as blocks, each own line told where it begins in the text."""
    groups: list[tuple[Label, list[Line]]] = []
    for label, line in labelled:
        if groups and groups[-1][0] is label:
            groups[-1][1].append(line)
        else:
            groups.append((label, [line]))
    own: list[str] = []
    length, blocks = 0, []
    for label, lines in groups:
        start = length + len(_APART) if label is Label.OWN and own else length
        placed, text = _placed(lines, start)
        if label is Label.OWN:
            own.append(text)
            length = start + len(text)
        blocks.append(Block(label=label, text=text, lines=placed))
    return OwnWords(blocks=tuple(blocks), text=_APART.join(own))


_APART = "\n\n"


def _placed(lines: Sequence[Line], start: int) -> tuple[tuple[Line, ...], str]:
    """The lines of a block, each told where it begins, and the block's text."""
    written: list[str] = []
    placed = []
    for line in lines:
        if written:
            written.append(_APART if line.gap else "\n")
            start += len(written[-1])
        placed.append(replace(line, at=start))
        written.append(line.text)
        start += len(line.text)
    return tuple(placed), "".join(written)
