"""The sender's own words to pieces of advice: verbatim, without their marks, each with where it stood.

Client lists and typed marks first, then what is counted inside a paragraph, then answers between the lines
of our letter, tables, and at last paragraphs between greeting and farewell.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from mailflow.mentoring.engagement import Piece
from mailflow.reading.counsel import advises
from mailflow.reading.inline import inline_points, sentences
from mailflow.reading.intent import is_question, is_talk
from mailflow.reading.languages import CLARIFYING, OBLIGATION, UNFINISHED, folded
from mailflow.reading.marks import typed_mark
from mailflow.reading.ours import words_of
from mailflow.reading.own_words import Label, OwnWords
from mailflow.reading.points import Own, Point, Span, is_farewell, joined, list_points
from mailflow.reading.prose import SHORTEST_PARAGRAPH, Trust, lead_length, prose, without_ends
from mailflow.reading.signature import is_postscript

LONGEST_PROMISE = 16  # words: "3. still thinking, will send it tomorrow"
MOST_PIECES = 30
MOST_LINES = 600  # own lines looked at; an answer of more is a book
_CONTACT = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.\w|\+?\d[\d ()/-]{7,}")
_POSTSCRIPT = re.compile(r"(?:p\.?\s?){1,2}[sd]\.?\s*[:,.–-]*\s*", re.IGNORECASE)
_ONE_MORE = re.compile(
    r"\b(?:third|3rd|3|second|2nd|another|one more|forgot|also|add|last|dritte\w*|drittens|noch|vergessen|"
    r"troisième|encore|oublié|tercer\w*|otro|olvid\w+)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read, and whether the writer counted or laid it out as answers."""

    pieces: tuple[Piece, ...] = ()
    laid_out: bool = False  # a list, a table, answers between our lines: no chance finding


def read_answer(words: OwnWords) -> tuple[Piece, ...]:
    """The pieces of advice in `words`, in order; `piece.text` is `words.text[piece.start:piece.end]`."""
    return read(words).pieces


def read(words: OwnWords, trust: Trust = Trust.OPEN) -> Reading:
    """The pieces, and how sure one may be that they were meant as such."""
    own = _without_other_lists(_own_lines(words), words.text)
    for look in (_listed, _tabled, _between, _counted):
        spans = look(own, words)
        if spans:
            with_postscript = [*spans, *_postscript(own, len(spans))]
            return Reading(pieces=_pieces(with_postscript, words.text), laid_out=True)
    spans, is_announced = prose(own, words.text, trust)
    spans += _postscript(own, len(spans)) if spans else []
    return Reading(pieces=_pieces(spans, words.text), laid_out=is_announced)


def _own_lines(words: OwnWords) -> list[Own]:
    lines = (
        Own(line=line, block=number)
        for number, block in enumerate(words.blocks)
        if block.label is Label.OWN
        for line in block.lines
        if line.text.strip()
    )
    return list(islice(lines, MOST_LINES))


def _pieces(spans: Iterable[Span], text: str) -> tuple[Piece, ...]:
    trimmed = (_trimmed(start, end, text) for start, end in spans)
    kept = [(start, end) for start, end in trimmed if start < end][:MOST_PIECES]
    return tuple(Piece(text=text[start:end], start=start, end=end) for start, end in kept)


def _trimmed(start: int, end: int, text: str) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


# --- lists on lines of their own ---


def _without_other_lists(own: list[Own], text: str) -> list[Own]:
    """Without a list of whom to ask while I am away, or of what I must do this week."""
    points = list_points(own)
    texts = [text[point.start : point.end] for point in points]
    if not points or not _is_other_list(own, points[0].first, texts):
        return own
    return own[: points[0].first] + own[points[-1].after :]


def _listed(own: Sequence[Own], words: OwnWords) -> list[Span]:
    points = list_points(own)
    if len(points) == 1 and not _is_one_point(points[0], words.text):
        return []
    return [(point.start, point.end) for point in points if is_advice(words.text[point.start : point.end])]


def _is_one_point(point: Point, text: str) -> bool:
    """Whether a lone mark begins a piece: not the first of several in its line, not mere talk."""
    words = text[point.start : point.end]
    counts_on = len(inline_points(text[point.at : point.end])) > 1
    return not counts_on and not all(is_talk(words[start:end]) for start, end in sentences(words))


def _is_other_list(own: Sequence[Own], first: int, texts: Sequence[str]) -> bool:
    """Whether a list holds addresses or numbers to call, or stands below "I have to"."""
    before = folded(own[first - 1].line.text) if first else ""
    contacts = sum(_CONTACT.search(text) is not None for text in texts)
    return contacts * 2 > len(texts) or OBLIGATION.search(before) is not None


def is_advice(text: str) -> bool:
    """Whether a marked point can be advice: not empty, not a promise, not a question about the question."""
    words = folded(text)
    count = len(words_of(text))
    if not count or (count <= LONGEST_PROMISE and UNFINISHED.search(words) and not advises(text)):
        return False
    return not _asks_about_the_question(text)


def _asks_about_the_question(text: str) -> bool:
    """Such as "3. Before I answer: do you mean …?", but not "Ask: can I tell you what I saw?"."""
    start, end = next(iter(sentences(text)), (0, len(text)))
    first = text[start:end]
    opening = folded(first)[:60]
    return "?" in text and (
        UNFINISHED.search(opening) is not None
        or (is_question(first) and CLARIFYING.match(opening) is not None)
    )


# --- counted inside a paragraph ---


def _counted(own: Sequence[Own], words: OwnWords) -> list[Span]:
    for start, end in joined(own):
        spans = [(start + first, start + last) for first, last in inline_points(words.text[start:end])]
        advice = [span for span in spans if is_advice(words.text[slice(*span)])]
        if advice:
            return advice
    return []


# --- between the lines of our letter ---


def _between(own: Sequence[Own], words: OwnWords) -> list[Span]:
    """Answers typed below our prompts: own blocks that each follow a piece of our letter."""
    after = [number for number in _after_ours(words) if any(one.block == number for one in own)]
    spans = []
    for number in after:
        lines = [one for one in own if one.block == number]
        kept = without_ends(lines)
        if kept:
            start, end = kept[0].line.at, kept[-1].end
            announced = lead_length(words.text[start:end])
            spans.append((start + (announced or _mark_length(kept[0])), end))
    spans = [span for span in spans if is_advice(words.text[slice(*span)])]
    return spans if len(spans) > 1 else []


def _mark_length(one: Own) -> int:
    mark = typed_mark(one.line.text)
    return mark.length if mark is not None else 0


def _after_ours(words: OwnWords) -> list[int]:
    """Numbers of own blocks that stand below a block of ours."""
    result, seen = [], False
    for number, block in enumerate(words.blocks):
        seen = seen or block.label is Label.OURS
        if seen and block.label is Label.OWN:
            result.append(number)
    return result


# --- tables ---


def _tabled(own: Sequence[Own], words: OwnWords) -> list[Span]:
    """Rows of two or more cells: a number or a label, and the advice."""
    rows: dict[int, list[Own]] = {}
    for one in own:
        if one.line.row:
            rows.setdefault(one.line.row, []).append(one)
    wide = [cells for cells in rows.values() if len({one.line.cell for one in cells}) > 1]
    spans = [_row_span(cells) for cells in wide]
    advice = [span for span in spans if len(words_of(words.text[slice(*span)])) >= SHORTEST_PARAGRAPH]
    return advice if len(advice) > 1 else []


def _row_span(cells: Sequence[Own]) -> Span:
    """Without a first cell that only counts."""
    first = cells[0]
    is_label = len(words_of(first.line.text)) <= 2 and len(cells) > 1
    rest = cells[1:] if is_label else cells
    return rest[0].line.at, rest[-1].end


# --- P.S. ---


def _postscript(own: Sequence[Own], count: int) -> list[Span]:
    """A piece that came to mind after the farewell, where one is missing."""
    if not 0 < count < 3:
        return []
    for place, one in enumerate(own):
        found = _POSTSCRIPT.match(one.line.text) if is_postscript(one.line.text) else None
        if found is None:
            continue
        text = one.line.text[found.end() :]
        mark = typed_mark(text)
        start = one.line.at + found.end() + (mark.length if mark else 0)
        if (mark or _ONE_MORE.search(text)) and is_advice(text) and len(words_of(text)) >= SHORTEST_PARAGRAPH:
            return [(start, _paragraph_end(own, place))]
    return []


def _paragraph_end(own: Sequence[Own], place: int) -> int:
    after = place + 1
    while after < len(own) and not own[after].line.gap and not is_farewell(own, after):
        after += 1
    return own[after - 1].end
