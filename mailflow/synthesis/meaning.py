"""How alike two pieces are: words they share, and practices they speak of in different words."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from mailflow.synthesis.concepts import FAMILIES, PRACTICES
from mailflow.synthesis.words import (
    READ_UP_TO,
    STOP_WORDS,
    content_stems,
    language_of,
    sentences,
    stem,
    words_of,
)

LATER_SENTENCES = 0.6  # advice mostly stands in the first sentence; stories follow
SINGLE_WORD = 0.5  # how strongly one word speaks for a practice ...
PHRASE = 0.9  # ... and several words together
NEIGHBOURS = 0.2  # what practices of one family have in common
ASKED_FOR = 0.4  # what is left of a practice that the capability itself names: all nine may speak of it
FROM_WORDS = 0.5  # the most that shared words alone may say
PRACTICE_WEIGHT = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a piece speaks of: content stems and practices, each with a weight from 0 to 1."""

    stems: Mapping[str, float]
    practices: Mapping[str, float]


@cache
def _cues(language: str) -> Mapping[str, tuple[tuple[tuple[str, ...], str, float], ...]]:
    """The cues of a language by the stem they begin with: (stems, practice, weight)."""
    cues: dict[str, list[tuple[tuple[str, ...], str, float]]] = defaultdict(list)
    sharing = Counter(_stems(cue, language) for one in PRACTICES[language].values() for cue in set(one.cues))
    for key, practice in PRACTICES[language].items():
        for stems in {_stems(cue, language) for cue in practice.cues} - {()}:
            weight = SINGLE_WORD if len(stems) == 1 else PHRASE
            cues[stems[0]].append((stems, key, weight / math.sqrt(sharing[stems])))
    return {first: tuple(sorted(found)) for first, found in cues.items()}


def _stems(text: str, language: str) -> tuple[str, ...]:
    return tuple(stem(word, language) for word in words_of(text))


def practices_in(text: str, language: str) -> dict[str, float]:
    """The practices that `text` speaks of, each with a weight from 0 to 1."""
    silent: dict[str, float] = defaultdict(lambda: 1.0)
    stems, cues = _stems(text, language), _cues(language)
    for at, first in enumerate(stems):
        for cue, key, weight in cues.get(first, ()):
            if stems[at : at + len(cue)] == cue:
                silent[key] *= 1 - weight
    return {key: 1 - rest for key, rest in silent.items()}


def meaning_of(text: str, language: str) -> Meaning:
    """What `text` speaks of; its own language is read from it, `language` where that is unclear."""
    language = language_of(text, language)
    language = language if language in STOP_WORDS else "en"
    stems: dict[str, float] = {}
    practices: dict[str, float] = {}
    for place, sentence in enumerate(sentences(text[:READ_UP_TO])):
        weight = 1.0 if place == 0 else LATER_SENTENCES
        for found in content_stems(sentence, language):
            stems[found] = max(weight, stems.get(found, 0.0))
        for key, strength in practices_in(sentence, language).items():
            practices[key] = max(weight * strength, practices.get(key, 0.0))
    return Meaning(stems=stems, practices=practices)


class Likeness:
    """How alike the pieces of one engagement are, weighed against what they all have in common."""

    def __init__(self, meanings: Sequence[Meaning], asked: Meaning) -> None:
        """`asked` is the capability: words and practices that it names tell pieces apart badly."""
        self.meanings = tuple(meanings)
        self._asked = asked
        count = max(1, len(meanings))
        documents = Counter(found for meaning in meanings for found in meaning.stems)
        self._rarity = {found: math.log(1 + count / times) for found, times in documents.items()}
        self._between = [[self._pair(a, b) for b in meanings] for a in meanings]

    def between(self, a: int, b: int) -> float:
        """From 0, nothing in common, to 1."""
        return self._between[a][b]

    def _pair(self, a: Meaning, b: Meaning) -> float:
        return 1 - (1 - self._by_words(a, b)) * (1 - self._by_practices(a, b))

    def _by_words(self, a: Meaning, b: Meaning) -> float:
        shared = [found for found in a.stems if found in b.stems and found not in self._asked.stems]
        if not shared:
            return 0.0
        lengths = math.sqrt(self._length(a) * self._length(b))
        together = sum(a.stems[found] * b.stems[found] * self._rarity[found] ** 2 for found in shared)
        return FROM_WORDS * min(1.0, 2 * together / lengths)

    def _length(self, meaning: Meaning) -> float:
        return sum((weight * self._rarity[found]) ** 2 for found, weight in meaning.stems.items())

    def _by_practices(self, a: Meaning, b: Meaning) -> float:
        apart = 1.0
        for key, strength in a.practices.items():
            if key in b.practices:
                apart *= 1 - PRACTICE_WEIGHT * min(strength, b.practices[key]) * self._telling(key)
        return 1 - apart * (1 - NEIGHBOURS * self._families(a, b))

    def _telling(self, key: str) -> float:
        return 1.0 - (1 - ASKED_FOR) * self._asked.practices.get(key, 0.0)

    def _families(self, a: Meaning, b: Meaning) -> float:
        theirs = _by_family(b.practices)
        return max(
            (min(weight, theirs.get(name, 0.0)) for name, weight in _by_family(a.practices).items()),
            default=0.0,
        )

    def shared_practice(self, members: Iterable[int]) -> tuple[str, float]:
        """The practice that most of `members` speak of, and its mean strength; "" for none."""
        chosen = [self.meanings[member] for member in members]
        totals: dict[str, float] = defaultdict(float)
        for meaning in chosen:
            for key, strength in meaning.practices.items():
                totals[key] += strength * self._telling(key) / len(chosen)
        best = max(sorted(totals), key=lambda key: totals[key], default="")
        return best, totals.get(best, 0.0)


def _by_family(practices: Mapping[str, float]) -> dict[str, float]:
    strengths: dict[str, float] = {}
    for key, strength in practices.items():
        name = FAMILIES[key]
        strengths[name] = max(strength, strengths.get(name, 0.0))
    return strengths
