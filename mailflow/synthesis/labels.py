"""What a theme is called: two to eight words, the experts' own or the practice's name, nobody's name."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from mailflow.synthesis.concepts import name_of
from mailflow.synthesis.meaning import Likeness
from mailflow.synthesis.phrases import phrase
from mailflow.synthesis.words import (
    READ_UP_TO,
    STOP_WORDS,
    clauses,
    content_stems,
    language_of,
    sentences,
    words_of,
)

FEWEST, MOST = 2, 8  # words of a label
SHORTEST_CUT = 5  # words that are kept of a longer sentence
LONGEST_LABEL = 80  # characters
PLAIN_ENOUGH = 0.35  # from this mean strength on a practice's name says what the pieces share
_BETWEEN_BLANKS = re.compile(r"\S+")


def _words(in_a_row: str) -> frozenset[str]:
    return frozenset(in_a_row.split())


# A clause that opens with one of these wants another after it.
_LEAD_ELSEWHERE = _words(
    "if when whenever while because after before since although though unless once as in at on by with for "
    "from without instead during last every one "
    "wenn als weil nachdem bevor sobald obwohl falls ob bei mit nach vor seit "
    "si quand lorsque comme parce puisque avant après dès en dans pour avec sans "
    "cuando como porque antes después mientras aunque con para al sin desde"
)
_EDGES = " \t\r\n\"'“”„«»‘’().,;:!?…–—-*_•"


def label_of(
    members: Sequence[int],
    texts: Sequence[str],
    likeness: Likeness,
    capability: str,
    names: Collection[str],
    language: str,
) -> str:
    """A label for the theme of `members`, indexes into `texts`; `names` are words it must not hold."""
    key, strength = likeness.shared_practice(members)
    if len(members) > 1 and strength >= PLAIN_ENOUGH:
        name = name_of(key, language)
        if not is_capability(name, capability):
            return name
    central = max(members, key=lambda one: (sum(likeness.between(one, other) for other in members), -one))
    for piece in dict.fromkeys((central, *members)):
        for words in _short_phrases(texts[piece]):
            if _fits(words, names) and not is_capability(words, capability):
                return words
    return _last_resort([texts[member] for member in members], names, language)


def is_capability(words: str, capability: str) -> bool:
    """Whether `words` only say the capability again."""
    language = language_of(capability)
    said, asked = set(content_stems(words, language)), set(content_stems(capability, language))
    return bool(said) and said <= asked


def _short_phrases(text: str) -> Iterator[str]:
    """Short forms of the first sentences of `text`, in its own words."""
    for sentence in sentences(text[:READ_UP_TO])[:MOST]:
        yield _shortened(sentence)


def _shortened(sentence: str) -> str:
    """A sentence as it is, its first clause where that says something, or its first words and "…"."""
    if len(list(islice(_BETWEEN_BLANKS.finditer(sentence), MOST + 1))) <= MOST:
        return sentence.strip(_EDGES)
    first = next(iter(clauses(sentence)), "")
    if FEWEST < len(first.split()) <= MOST and not _LEAD_ELSEWHERE.intersection(words_of(first)[:1]):
        return first.strip(_EDGES)
    words = list(islice(_BETWEEN_BLANKS.finditer(sentence), MOST))
    stop = STOP_WORDS[language_of(sentence)]
    while len(words) > SHORTEST_CUT and words[-1][0].strip(_EDGES).casefold() in stop:
        words.pop()
    return sentence[: words[-1].end()].strip(_EDGES) + "…" if words else ""


def _fits(words: str, names: Collection[str]) -> bool:
    spoken = words.split()
    return (
        FEWEST <= len(spoken) <= MOST
        and len(words) <= LONGEST_LABEL
        and "\n" not in words
        and any(character.isalpha() for character in words)
        and not set(words_of(words)).intersection(names)
        and words.count('"') % 2 == 0
        and words.count("“") == words.count("”")
        and not _holds_a_capital(words)
    )


def _holds_a_capital(words: str) -> bool:
    """Whether a word inside may be somebody's name.  German has capitals everywhere: nothing to see there."""
    inside = [word.strip(_EDGES) for word in words.split()[1:]]
    return language_of(words) != "de" and any(
        word[:1].isupper() and not word.isupper() and not word.startswith(("I'", "I’")) for word in inside
    )


def _last_resort(texts: Sequence[str], names: Collection[str], language: str) -> str:
    words = texts[0].split()
    bare = words[0].strip(_EDGES) if len(words) == 1 else ""
    if (
        len(texts) == 1
        and bare.isalpha()
        and len(bare) <= LONGEST_LABEL // 2
        and bare.casefold() not in names
    ):
        return phrase("label_one_word", language, word=bare)
    return phrase("label_thread" if len(texts) > 1 else "label_alone", language)
