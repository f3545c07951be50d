"""A leader's yes or no in a few human words: said plainly, said with a condition, or not said.

A yes sends letters to three people, so doubt is never a yes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from mailflow.reading.languages import folded
from mailflow.reading.languages import leaders as words_of_leaders
from mailflow.reading.signature import is_greeting, is_sign_off

LONGEST_READ = 2_000
_CLAUSES = re.compile(r"[.!?;\u2026\n]+|,|\s[-\u2013\u2014]+\s|[\u2013\u2014]|:\s|:$")
_OPENING = re.compile(words_of_leaders.OPENINGS)
_PLAIN = re.compile(r"[^\w\s']+")


class Verdict(StrEnum):
    """What a mail says to "shall I?"."""

    YES = "yes"
    NO = "no"
    RESERVED = "reserved"  # a yes or no with a condition, a change, a doubt or a question
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Clause:
    text: str
    asks: bool


def verdict(words: str) -> Verdict:
    """Whether the words say yes or no, and nothing that takes it back."""
    clauses = list(_clauses(said(words)[:LONGEST_READ]))
    if not clauses:
        return Verdict.YES if any(sign in words for sign in words_of_leaders.THUMBS) else Verdict.NONE
    yes, no = _says_yes(clauses, words), any(_says_no(clause) for clause in clauses)
    if not (yes or no):
        return Verdict.NONE
    if (yes and no) or any(_reserves(clause) for clause in clauses):
        return Verdict.RESERVED
    return Verdict.YES if yes else Verdict.NO


def said(words: str) -> str:
    """The words without greeting and farewell, and without the name below it."""
    kept: list[str] = []
    for number, line in enumerate(words.splitlines()):
        if kept and is_sign_off(line):
            break
        if number == 0 and is_greeting(line):
            continue
        kept.append(line)
    return "\n".join(kept).strip() or words.strip()


def _clauses(words: str) -> Iterator[_Clause]:
    text, start = folded(words), 0
    for end in [*_CLAUSES.finditer(text), None]:
        stop = end.start() if end else len(text)
        clause = " ".join(_PLAIN.sub(" ", text[start:stop]).split())
        if clause:
            yield _Clause(text=clause, asks=end is not None and "?" in end.group())
        start = end.end() if end else stop


def _says_yes(clauses: list[_Clause], words: str) -> bool:
    if any(_is_strong(clause) for clause in clauses):
        return True
    if any(sign in words for sign in words_of_leaders.THUMBS) and not any(one.asks for one in clauses):
        return True
    # "ok" and "great" alone are a yes, beside anything else they are talk.
    weak = [not one.asks and words_of_leaders.YES_ALONE.fullmatch(_opened(one)) for one in clauses]
    rest = [clause for clause, found in zip(clauses, weak, strict=True) if not found]
    return any(weak) and all(_is_courtesy(clause) for clause in rest)


def _is_strong(clause: _Clause) -> bool:
    if clause.asks:
        return False
    text = clause.text
    if words_of_leaders.YES_FIRST.match(text) or words_of_leaders.YES_FIRST.match(_opened(clause)):
        return True
    return any(
        not words_of_leaders.NEGATED.search(text[max(0, found.start() - 20) : found.start()])
        for found in words_of_leaders.YES_ANYWHERE.finditer(text)
    )


def _opened(clause: _Clause) -> str:
    """The clause without what only leads in; as it is where nothing else would be left."""
    return _OPENING.sub("", clause.text).strip() or clause.text


def _is_courtesy(clause: _Clause) -> bool:
    return words_of_leaders.THANKS.match(clause.text) is not None or len(clause.text.split()) == 1


def _says_no(clause: _Clause) -> bool:
    if clause.asks:
        return False
    text = words_of_leaders.HARMLESS.sub(" ", words_of_leaders.YES_ANYWHERE.sub(" ", clause.text)).strip()
    if text in {"stop", "stop it", "stopp", "arr\u00eatez"} or words_of_leaders.NO_ANYWHERE.search(text):
        return True
    return words_of_leaders.NO_FIRST.match(text) is not None


def _reserves(clause: _Clause) -> bool:
    """Whether a clause holds a condition, a change or a doubt, once its yes and no are taken away."""
    text = clause.text
    if words_of_leaders.NOT_YET.search(text):
        return True
    for pattern in (words_of_leaders.HARMLESS, words_of_leaders.YES_ANYWHERE, words_of_leaders.NO_ANYWHERE):
        text = pattern.sub(" ", text)
    text = text.strip()
    for pattern in (words_of_leaders.YES_FIRST, words_of_leaders.NO_FIRST):
        found = pattern.match(text)
        text = text[found.end() :] if found else text
    if words_of_leaders.RESERVES.search(text):
        return True
    return text.startswith(("si ", "sobald ")) and len(text.split()) > 2
