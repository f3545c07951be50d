"""Points counted inside a paragraph: "one, …; two, …; and three, …" or "1. … 2. … 3. …"."""

import re

from mailflow.reading.languages import CARDINALS, LAST_WORDS, OBLIGATION, ORDINALS, WISH, folded
from mailflow.reading.marks import LAST

_SENTENCE = re.compile(
    r"(?<=[.!?…])[\"”»')]*\s+(?=[^\W_a-zà-ÿ]|[\"“„«¿¡(])|(?<=[。！？])[」』）]*\s*(?=[^\s」』）])"
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:[A-Za-z]|mr|mrs|ms|dr|prof|e\.g|i\.e|z\.b|d\.h|bzw|ca|etc|vs|no|nr|st|p\.s)\.$", re.I
)
_AND = r"(?:and |und |et |y )?"
_CLAUSE = r"(?:(?<=^)|(?<=[.;:!?,–—-] )|(?<=[.;:!?] {2})|(?<=\n)|(?<=[。；！？：]))"
_ENDS = re.compile(r"[\s,;:–—-]*(?:[,;]?\s*\b(?:and|und|et|y|&))?[\s,;:–—-]*$")


def _words(phrases: dict[str, int]) -> str:
    return "|".join(re.escape(word) for word in sorted(phrases, key=len, reverse=True))


_LAST = dict.fromkeys(LAST_WORDS, LAST)
_COUNTS = (
    re.compile(r"(?<![\w.,])\(?(?P<mark>[1-9])[.):](?!\d)\s*(?=\S)"),
    re.compile(r"(?<!\w)#(?P<mark>[1-9])[.):]?\s+(?=\S)"),
    re.compile(r"(?:(?P<mark>[1-9])\ufe0f?\u20e3)\s*"),
    re.compile(r"(?<![\w.])\(?(?P<mark>[a-f])\)\s*(?=\S)"),
    re.compile(rf"{_CLAUSE}{_AND}(?:number |nummer )?(?P<mark>{_words(CARDINALS)})\s*[,:–—，、：-]\s*"),
    re.compile(rf"{_CLAUSE}{_AND}(?P<mark>{_words({**ORDINALS, **_LAST})})(?:\s*[,:–—，、：-]\s*|\s+)(?=\S)"),
)


def sentences(text: str) -> list[tuple[int, int]]:
    """Where the sentences of `text` begin and end; abbreviations do not end one."""
    result, start = [], 0
    for found in _SENTENCE.finditer(text):
        if _ABBREVIATION.search(text[max(0, found.start() - 12) : found.start()]):
            continue
        result.append((start, found.start()))
        start = found.end()
    result.append((start, len(text)))
    return [(begin, end) for begin, end in result if text[begin:end].strip()]


def inline_points(text: str) -> list[tuple[int, int]]:
    """(start, end) of the points counted inside `text`, two at least, or nothing."""
    words = folded(text)
    if len(words) != len(text):
        return []
    for count in _COUNTS:
        marks = _counted(list(count.finditer(words)))
        if len(marks) > 1 and not OBLIGATION.search(words[: marks[0].start()]):
            return _spans(text, marks)
    return []


def _counted(found: list[re.Match[str]]) -> list[re.Match[str]]:
    """Those that count 1, 2, 3; a "lastly" ends the count."""
    result: list[re.Match[str]] = []
    for mark in found:
        number = _number(mark["mark"])
        if number == len(result) + 1:
            result.append(mark)
        elif number == LAST and result:
            return [*result, mark]
    return result


def _number(mark: str) -> int:
    if mark.isdigit():
        return int(mark)
    if len(mark) == 1 and mark.isascii():
        return ord(mark) - 96
    return CARDINALS.get(mark) or ORDINALS.get(mark) or _LAST.get(mark, 0)


def _spans(text: str, marks: list[re.Match[str]]) -> list[tuple[int, int]]:
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    spans = [(mark.end(), end) for mark, end in zip(marks, ends, strict=True)]
    begin, end = spans[-1]
    is_short = all(len(sentences(text[first:last])) == 1 for first, last in spans[:-1])
    spans[-1] = (begin, begin + _own_part(text[begin:end], is_short=is_short))
    return [(first, first + len(_ENDS.sub("", text[first:last]))) for first, last in spans]


def _own_part(text: str, *, is_short: bool) -> int:
    """How much of the rest of the paragraph is the last point: one sentence where the others are one."""
    parts = sentences(text)
    if is_short:
        return parts[0][1] if parts else 0
    kept = [end for begin, end in parts if not WISH.search(folded(text[begin:end]))]
    return kept[-1] if kept else len(text)
