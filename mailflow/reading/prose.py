"""Pieces of advice in paragraphs or lines without marks, between greeting and farewell."""

import re
from collections.abc import Sequence
from enum import IntEnum

from mailflow.reading.counsel import advises, is_personal
from mailflow.reading.inline import sentences
from mailflow.reading.intent import is_talk
from mailflow.reading.languages import CARDINALS, LEAD_IN, POINTER, URGING, folded
from mailflow.reading.marks import Style, typed_mark
from mailflow.reading.ours import words_of
from mailflow.reading.points import Own, Span, is_farewell, joined
from mailflow.reading.signature import is_greeting, is_name, is_postscript, is_sign_off

LONGEST_LINE = 16  # words of a pointer, a lead-in or a closing line
LONGEST_TAIL = 4  # words after "here are my three"
LONGEST_TITLE = 8
SHORTEST_PARAGRAPH = 4
SHORTEST_LOOSE = 6  # words of a lone paragraph that may be advice without urging anybody
_RULE = re.compile(r"[-_=*~#\s.·•]+$")

_NUMBERS = {**{str(number): number for number in range(2, 7)}, **CARDINALS}


class Trust(IntEnum):
    """How readily words without any mark are taken for advice: by the letter they answer."""

    WARY = 0  # not asked yet, or asked nothing: only where every paragraph advises
    OPEN = 1  # asked the question
    SURE = 2  # asked for exactly what is missing


def prose(own: Sequence[Own], text: str, trust: Trust) -> tuple[list[Span], bool]:
    """The pieces, and whether a lead-in or rules set them apart."""
    lines = without_ends(own)
    is_ruled = any(_RULE.match(one.line.text) for one in lines)
    leads, rest = _candidates(lines, text)
    if rest and leads:
        announced = " ".join(text[slice(*lead)] for lead in leads)
        return (rest if len(rest) > 1 else _as_sentences(rest[0], text, announced)), True
    if is_ruled and len(rest) > 1:
        return rest, True
    return _loose(rest, text, trust), False


def _candidates(lines: Sequence[Own], text: str) -> tuple[list[Span], list[Span]]:
    """Paragraphs that announce, and those that may be advice, without talk at their ends."""
    leads, rest, others = [], [], []
    for start, end in _units(lines):
        lead = lead_length(text[start:end])
        leads += [(start, start + lead)] if lead else []
        others.append((start + lead, end))
    for start, end in _with_titles([span for span in others if text[slice(*span)].strip()], text):
        span = _without_talk(start, end, text)
        if span is not None:
            rest.append(span)
    return leads, rest


def _loose(spans: list[Span], text: str, trust: Trust) -> list[Span]:
    words = [text[slice(*span)] for span in spans]
    if trust is Trust.WARY:
        return spans if len(spans) > 1 and all(_advises(one) for one in words) else []
    if trust is Trust.SURE or len(spans) == 3:
        return spans
    return [span for span, one in zip(spans, words, strict=True) if _urges(one)]


def without_ends(own: Sequence[Own]) -> list[Own]:
    """Without greeting, farewell and what follows it."""
    start, end = 0, len(own)
    while start < end and (is_greeting(own[start].line.text) or _is_pointer(own[start].line.text)):
        start += 1
    # A first line that thanks is no farewell.
    for place in range(start + 1, end):
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
    return is_farewell(own, place) and len(words_of(text)) <= LONGEST_LINE and not _advises(text)


def _is_pointer(text: str) -> bool:
    return len(text.split()) <= LONGEST_LINE and POINTER.search(folded(text)) is not None


def _units(lines: Sequence[Own]) -> list[Span]:
    """Paragraphs; where there is only one, its lines."""
    ruled = [one for one in lines if not _RULE.match(one.line.text)]
    spans = joined(ruled)
    return [(one.line.at, one.end) for one in ruled] if len(spans) == 1 else spans


def lead_length(text: str) -> int:
    """How much of a paragraph announces what follows: all of "My three:", the first sentence of others."""
    if text.rstrip().endswith(":") and len(text.split()) < LONGEST_LINE * 2:
        return len(text)
    start, end = next(iter(sentences(text)), (0, 0))
    colon = text.find(":", start, end)
    if colon > 0 and _is_lead_in(text[start:colon]):
        return colon + 1
    return end if _is_lead_in(text[start:end]) else 0


def _is_lead_in(sentence: str) -> bool:
    """Words that announce, and next to nothing after them: not "I'd suggest you hand over the money"."""
    words = folded(sentence)
    found = list(LEAD_IN.finditer(words)) if len(words.split()) <= LONGEST_LINE else []
    return bool(found) and len(words[found[-1].end() :].split()) <= LONGEST_TAIL and not advises(sentence)


def _without_talk(start: int, end: int, text: str) -> Span | None:
    """A paragraph without the sentences at its ends that are about the conversation, if anything is left."""
    parts = [(start + first, start + last) for first, last in sentences(text[start:end])]
    while parts and is_talk(text[slice(*parts[0])]):
        parts.pop(0)
    while parts and is_talk(text[slice(*parts[-1])]):
        parts.pop()
    if not parts:
        return None
    span = parts[0][0] + _mark_length(text[slice(*parts[0])]), parts[-1][1]
    return span if _may_be_advice(text[slice(*span)]) else None


def _mark_length(text: str) -> int:
    """Of a lone dash, or of "Third," before a comma."""
    mark = typed_mark(text)
    return mark.length if mark is not None and (mark.style is Style.BULLET or mark.sign) else 0


def _may_be_advice(text: str) -> bool:
    if is_greeting(text) or is_sign_off(text):
        return False
    if len(words_of(text)) < SHORTEST_PARAGRAPH and not advises(text):
        return False
    return not text.rstrip().endswith("?") or advises(text)


def _with_titles(spans: list[Span], text: str) -> list[Span]:
    """Titles on lines of their own joined with the paragraphs below them, where every one has a title."""
    titles = [_is_title(text[start:end]) for start, end in spans]
    if len(spans) >= 4 and len(spans) % 2 == 0 and all(titles[::2]) and not any(titles[1::2]):
        return [(one[0], two[1]) for one, two in zip(spans[::2], spans[1::2], strict=True)]
    return spans


def _is_title(text: str) -> bool:
    return len(text.split()) <= LONGEST_TITLE and not text.rstrip().endswith((".", "!", "?"))


def _as_sentences(span: Span, text: str, announced: str) -> list[Span]:
    """One announced paragraph of exactly as many sentences as were announced; any other is one piece."""
    parts = sentences(text[slice(*span)])
    if len(parts) == _announced(announced) and all(
        len(words_of(text[span[0] + first : span[0] + last])) > 2 for first, last in parts
    ):
        return [(span[0] + first, span[0] + last) for first, last in parts]
    return [span]


def _announced(text: str) -> int:
    """How many a lead-in promises; three where it says nothing."""
    words = words_of(text)
    numbers = {number for word, number in _NUMBERS.items() if word in words}
    return numbers.pop() if len(numbers) == 1 else 3


def _urges(text: str) -> bool:
    """Whether a paragraph advises, or speaks to somebody and not of the writer."""
    if _advises(text):
        return True
    is_addressed = len(words_of(text)) >= SHORTEST_LOOSE and URGING.search(folded(text)) is not None
    return is_addressed and not is_personal(text)


def _advises(text: str) -> bool:
    return any(advises(text[start:end]) for start, end in sentences(text))
