"""The words of a piece that speak for a thread: a sentence or clause of it, verbatim."""

from collections.abc import Sequence

from mailflow.synthesis.meaning import Meaning, meaning_of
from mailflow.synthesis.words import LONGEST_QUOTE, READ_UP_TO, clauses, cut, sentences

FIRST_SENTENCE = 0.25  # what the first sentence is ahead by: advice mostly stands there


def quote_from(text: str, others: Sequence[Meaning], language: str) -> str:
    """The sentence of `text` that has most in common with `others`, cut politely; never altered."""
    found = sentences(text[:READ_UP_TO])
    if not found:
        return ""
    best = max(
        range(len(found)),
        key=lambda place: (_shared(found[place], others, language) + FIRST_SENTENCE * (place == 0), -place),
    )
    sentence = _whole(found[best], text) if best == len(found) - 1 else found[best]
    if len(sentence) <= LONGEST_QUOTE:
        return sentence
    parts = [part for part in clauses(sentence) if len(part) > LONGEST_QUOTE // 8]
    return cut(max(parts, key=lambda part: _shared(part, others, language), default=sentence))


def _whole(sentence: str, text: str) -> str:
    """`sentence` with the rest of a word that reading stopped in."""
    if len(text) <= READ_UP_TO:
        return sentence
    start = text.find(sentence)
    return text[start:].split("\n", 1)[0] if start + len(sentence) >= READ_UP_TO else sentence


def _shared(words: str, others: Sequence[Meaning], language: str) -> float:
    said = meaning_of(words, language)
    practices = sum(
        min(strength, other.practices.get(key, 0.0))
        for other in others
        for key, strength in said.practices.items()
    )
    return practices + 0.5 * sum(1 for other in others for found in said.stems if found in other.stems)
