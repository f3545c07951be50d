"""The sender's own words to pieces of advice: verbatim, without their marks, each with where it stood.

Client lists and typed marks first, then what is counted inside a paragraph, then answers between the lines
of our letter, tables, and at last paragraphs between greeting and farewell.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mailflow.mentoring.engagement import Piece
from mailflow.reading.inline import inline_points, sentences
from mailflow.reading.intent import is_about_us, is_question
from mailflow.reading.languages import (
    CLARIFYING,
    LEAD_IN,
    OBLIGATION,
    POINTER,
    UNFINISHED,
    URGING,
    folded,
)
from mailflow.reading.marks import typed_mark
from mailflow.reading.ours import words_of
from mailflow.reading.own_words import Label, OwnWords
from mailflow.reading.points import Own, is_farewell, list_points
from mailflow.reading.signature import is_greeting, is_name, is_postscript, is_sign_off

LONGEST_PROMISE = 16  # words: "3. still thinking, will send it tomorrow"
LONGEST_TITLE = 8
SHORTEST_PARAGRAPH = 4
SHORTEST_LOOSE = 6  # words of a lone paragraph that may be advice
MOST_PIECES = 30
_CONTACT = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.\w|\+?\d[\d ()/-]{7,}")
_POSTSCRIPT = re.compile(r"(?:p\.?\s?){1,2}[sd]\.?\s*[:,.–-]*\s*", re.IGNORECASE)
_ONE_MORE = re.compile(
    r"\b(?:third|3rd|3|second|2nd|another|one more|forgot|also|add|last|dritte\w*|drittens|noch|vergessen|"
    r"troisième|encore|oublié|tercer\w*|otro|olvid\w+)\b",
    re.IGNORECASE,
)
_RULE = re.compile(r"[-_=*~#\s.·•]+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read, and whether the writer counted or laid it out as answers."""

    pieces: tuple[Piece, ...] = ()
    laid_out: bool = False  # a list, a table, answers between our lines: no chance finding


def read_answer(words: OwnWords) -> tuple[Piece, ...]:
    """The pieces of advice in `words`, in order; `piece.text` is `words.text[piece.start:piece.end]`."""
    return read(words).pieces


def read(words: OwnWords) -> Reading:
    """The pieces, and how sure one may be that they were meant as such."""
    own = _own_lines(words)
    for look in (_listed, _tabled, _between, _counted):
        spans = look(own, words)
        if spans:
            with_postscript = [*spans, *_postscript(own, len(spans))]
            return Reading(pieces=_pieces(with_postscript, words.text), laid_out=True)
    spans, is_announced = _paragraphs(own, words)
    spans += _postscript(own, len(spans)) if spans else []
    return Reading(pieces=_pieces(spans, words.text), laid_out=is_announced)


Span = tuple[int, int]


def _own_lines(words: OwnWords) -> list[Own]:
    return [
        Own(line=line, block=number)
        for number, block in enumerate(words.blocks)
        if block.label is Label.OWN
        for line in block.lines
        if line.text.strip()
    ]


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


def _listed(own: Sequence[Own], words: OwnWords) -> list[Span]:
    points = list_points(own)
    spans = [(point.start, point.end) for point in points]
    if not spans or _is_other_list(own, points[0].first, [words.text[start:end] for start, end in spans]):
        return []
    return [span for span in spans if is_advice(words.text[slice(*span)])]


def _is_other_list(own: Sequence[Own], first: int, texts: Sequence[str]) -> bool:
    """Whom to ask while I am away, what I must do this week: lists that are no advice."""
    before = folded(own[first - 1].line.text) if first else ""
    contacts = sum(_CONTACT.search(text) is not None for text in texts)
    return contacts * 2 > len(texts) or OBLIGATION.search(before) is not None


def is_advice(text: str) -> bool:
    """Whether a marked point can be advice: not empty, not a promise, not a question about the question."""
    words = folded(text)
    count = len(words_of(text))
    if not count or (count <= LONGEST_PROMISE and UNFINISHED.search(words)):
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
    for start, end in _joined(own):
        spans = [(start + first, start + last) for first, last in inline_points(words.text[start:end])]
        advice = [span for span in spans if is_advice(words.text[slice(*span)])]
        if advice:
            return advice
    return []


def _joined(own: Sequence[Own]) -> list[Span]:
    """Paragraphs as spans: neighbouring lines without a gap."""
    result: list[Span] = []
    block = -1
    for one in own:
        if result and not one.line.gap and one.block == block:
            result[-1] = (result[-1][0], one.end)
        else:
            result.append((one.line.at, one.end))
        block = one.block
    return result


# --- between the lines of our letter ---


def _between(own: Sequence[Own], words: OwnWords) -> list[Span]:
    """Answers typed below our prompts: own blocks that each follow a piece of our letter."""
    after = [number for number in _after_ours(words) if any(one.block == number for one in own)]
    spans = []
    for number in after:
        lines = [one for one in own if one.block == number]
        kept = _without_ends(lines)
        if kept:
            spans.append((kept[0].line.at + _mark_length(kept[0]), kept[-1].end))
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


# --- paragraphs ---


def _paragraphs(own: Sequence[Own], words: OwnWords) -> tuple[list[Span], bool]:
    """What stands between greeting and farewell; announced when a lead-in or rules set it apart."""
    lines = _without_ends(own)
    is_ruled = any(_RULE.match(one.line.text) for one in lines)
    spans = _units(lines)
    leads = [span for span in spans if _is_lead_in(words.text[slice(*span)])]
    rest = [span for span in spans if span not in leads and _may_be_advice(words.text[slice(*span)])]
    rest = _with_titles(rest, words.text)
    if len(rest) > 1:
        return rest, bool(leads) or is_ruled or len(rest) == 3
    if rest and leads:
        return _as_sentences(rest[0], words.text), True
    loose = [span for span in rest if _urges(words.text[slice(*span)])]
    return loose, False


def _without_ends(own: Sequence[Own]) -> list[Own]:
    """Without greeting, farewell and what follows it."""
    start, end = 0, len(own)
    while start < end and (is_greeting(own[start].line.text) or _is_pointer(own[start].line.text)):
        start += 1
    for place in range(start, end):
        text = own[place].line.text
        if is_sign_off(text) or is_postscript(text):
            end = place
            break
    while end > start and _ends_mail(own, end - 1):
        end -= 1
    return list(own[start:end])


def _ends_mail(own: Sequence[Own], place: int) -> bool:
    text = own[place].line.text
    if _RULE.match(text) or is_name(text, ""):
        return True
    return is_farewell(own, place) and len(words_of(text)) <= LONGEST_PROMISE


def _is_pointer(text: str) -> bool:
    return len(text.split()) <= LONGEST_PROMISE and POINTER.search(folded(text)) is not None


def _units(lines: Sequence[Own]) -> list[Span]:
    """Paragraphs; where there is only one, its lines."""
    ruled = [one for one in lines if not _RULE.match(one.line.text)]
    spans = _joined(ruled)
    return [(one.line.at, one.end) for one in ruled] if len(spans) == 1 else spans


def _is_lead_in(text: str) -> bool:
    words = folded(text)
    if text.rstrip().endswith(":"):
        return len(words.split()) < LONGEST_PROMISE * 2
    return len(words.split()) <= LONGEST_PROMISE and LEAD_IN.search(words) is not None


def _may_be_advice(text: str) -> bool:
    if len(words_of(text)) < SHORTEST_PARAGRAPH or not is_advice(text):
        return False
    if is_greeting(text) or is_sign_off(text) or text.rstrip().endswith("?"):
        return False
    return not _is_chat(text)


def _is_chat(text: str) -> bool:
    """Whether every sentence of a paragraph is about the conversation, not about the capability."""
    return all(is_about_us(text[start:end]) for start, end in sentences(text))


def _with_titles(spans: list[Span], text: str) -> list[Span]:
    """Titles on lines of their own joined with the paragraphs below them, where every one has a title."""
    titles = [_is_title(text[start:end]) for start, end in spans]
    if len(spans) >= 4 and len(spans) % 2 == 0 and all(titles[::2]) and not any(titles[1::2]):
        return [(one[0], two[1]) for one, two in zip(spans[::2], spans[1::2], strict=True)]
    return spans


def _is_title(text: str) -> bool:
    return len(text.split()) <= LONGEST_TITLE and not text.rstrip().endswith((".", "!", "?"))


def _as_sentences(span: Span, text: str) -> list[Span]:
    """One announced paragraph of exactly three sentences is three pieces; any other is one."""
    parts = sentences(text[slice(*span)])
    if len(parts) == 3 and all(
        len(words_of(text[span[0] + first : span[0] + last])) > 2 for first, last in parts
    ):
        return [(span[0] + first, span[0] + last) for first, last in parts]
    return [span]


def _urges(text: str) -> bool:
    words = folded(text)
    return len(words_of(text)) >= SHORTEST_LOOSE and URGING.search(words) is not None


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
