"""Finding our own letters in what people send back: by runs of three words, in any client and language."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mailflow.reading.languages import folded

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+")
_REPEATED = re.compile(r" {3}|\d{1,2}\. ")
RUN = 8  # so many words in a row are nobody's chance
MOST_LETTERS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """How much of one line our letters hold."""

    words: int
    covered: int
    in_run: int  # covered words that stand in a run of RUN or more, over line ends

    @property
    def share(self) -> float:
        """From 0, none of it, to 1."""
        return self.covered / self.words if self.words else 0.0


class Letters:
    """The texts we sent, ready to be recognised."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._runs: set[tuple[str, str, str]] = set()
        self._lines: set[tuple[str, ...]] = set()
        for text in texts[-MOST_LETTERS:]:
            words = words_of(text)
            self._runs.update(zip(words, words[1:], words[2:], strict=False))
            self._lines.update(tuple(words_of(line)) for line in _sentences(text))
        self._lines.discard(())
        self._longest = max(map(len, self._lines), default=0)

        self._texts = tuple(texts)

    @property
    def said(self) -> "Letters":
        """The same letters without the words of people that they only repeat."""
        return Letters([_said(text) for text in self._texts])

    def __bool__(self) -> bool:
        return bool(self._runs)

    def is_line(self, text: str) -> bool:
        """Whether `text` is a whole line or sentence of a letter."""
        return tuple(words_of(text)) in self._lines

    def covers(self, lines: Sequence[str]) -> list[Cover]:
        """What our letters hold of each line, seen in one stream so that wrapping does not matter."""
        counts = [words_of(line) for line in lines]
        stream = [word for words in counts for word in words]
        covered = self._covered(stream)
        runs = _runs(covered)
        result, start = [], 0
        for words in counts:
            end = start + len(words)
            result.append(
                Cover(words=len(words), covered=sum(covered[start:end]), in_run=sum(runs[start:end]))
            )
            start = end
        return result

    def _covered(self, stream: Sequence[str]) -> list[bool]:
        covered = [False] * len(stream)
        for place, run in enumerate(zip(stream, stream[1:], stream[2:], strict=False)):
            if run in self._runs:
                covered[place] = covered[place + 1] = covered[place + 2] = True
        return covered

    def prefix(self, text: str) -> int:
        """Where the sender's words begin in a line that starts with one of ours: "2. The second thing: …"."""
        found = list(_WORD.finditer(folded(text)))
        for count in range(min(len(found) - 1, self._longest), 2, -1):
            if tuple(one[0] for one in found[:count]) in self._lines:
                end = found[count - 1].end()
                rest = text[end:]
                return end + len(rest) - len(rest.lstrip(" :?.!-–—"))
        return 0


def words_of(text: str) -> list[str]:
    """The words of `text` as they are compared: folded, punctuation aside, a letter each in Chinese."""
    return _WORD.findall(folded(text))


def _sentences(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        yield line
        yield from re.split(r"(?<=[.!?:]) +", line[:2000])
    yield from (" ".join(paragraph.split()) for paragraph in text.split("\n\n"))


def _said(text: str) -> str:
    """Our letters set people's words apart: in numbered points, or moved to the right."""
    return "\n".join(line for line in text.split("\n") if _REPEATED.match(line) is None)


def _runs(covered: Sequence[bool]) -> list[bool]:
    result = [False] * len(covered)
    start = 0
    for place in range(len(covered) + 1):
        if place < len(covered) and covered[place]:
            continue
        if place - start >= RUN:
            result[start:place] = [True] * (place - start)
        start = place + 1
    return result
