"""What sentences mean besides advice: yes, no, later, stop, thanks, a question.  Evidence only."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mailflow.reading.inline import sentences
from mailflow.reading.languages import (
    CLARIFYING,
    INSTEAD,
    LATER,
    LEAD_IN,
    MEETING,
    NAMELESS,
    NO,
    NOT_ME,
    POINTER,
    PRIVATE,
    QUESTION_OPENS,
    STOP,
    THANKS,
    UNFINISHED,
    WISH,
    WITHDRAW,
    WRONG_PERSON,
    YES,
    folded,
)
from mailflow.reading.ours import words_of

SHORT = 4  # words of a message that is nothing but "stop" or "no"
SHORT_CHAT = 25
_NEGATED = re.compile(
    r"(?:\b(?:not|don't|do not|never|won't|no need to|nicht|nie|ne|jamais|no|nunca)\s+(?:\w+\s+)?)$",
    re.IGNORECASE,
)
# A bare "no" or "stop" says so only at the beginning, and not in "no problem" or "stop doing retrospectives".
_BARE_STOP = frozenset(
    {"stop", "please stop", "stopp", "arrêtez", "abmelden", "opt out", "opt-out", "unsubscribe"}
)
_BARE_NO = frozenset({"no", "nein", "non", "nope"})
_HARMLESS_NO = re.compile(
    r"(?:no|non|nein)\s+(?:problem|worries|rush|doubt|need|matter|wonder|hurry|trouble|hay|pasa|se preocupe)|"
    r"keine? (?:ursache|problem|eile)|pas de (?:problème|souci)"
)
_UNABLE_THEN = re.compile(r"\b(?:but|aber|mais|pero|however|jedoch|though|sondern)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """What was found in a text that is no advice."""

    words: int = 0
    stop: bool = False
    no: bool = False
    not_me: bool = False
    instead: bool = False
    wrong_person: bool = False
    withdraws: bool = False
    private: bool = False
    nameless: bool = False
    later: bool = False
    yes: bool = False
    meeting: bool = False
    thanks: bool = False
    questions: tuple[str, ...] = ()


def intent_of(text: str) -> Intent:
    """The evidence in `text`; several things may be true at once."""
    words = folded(text)
    count = len(words_of(text))
    parts = [text[start:end] for start, end in sentences(text)]
    return Intent(
        words=count,
        stop=_says_stop(words, count),
        no=any(_says_no(folded(part)) for part in parts),
        not_me=NOT_ME.search(words) is not None,
        instead=INSTEAD.search(words) is not None,
        wrong_person=WRONG_PERSON.search(words) is not None,
        withdraws=WITHDRAW.search(words) is not None,
        private=PRIVATE.search(words) is not None,
        nameless=NAMELESS.search(words) is not None,
        later=LATER.search(words) is not None or UNFINISHED.search(words) is not None,
        yes=_says_yes(words),
        meeting=MEETING.search(words) is not None,
        thanks=THANKS.search(words) is not None,
        questions=tuple(part.strip() for part in parts if is_question(part)),
    )


def _says_stop(words: str, count: int) -> bool:
    """A wish to hear no more; "stop" alone, or a phrase that leaves no doubt, and not its negation."""
    if count <= SHORT:
        return any(found[0] in _BARE_STOP or STOP.search(found[0]) for found in STOP.finditer(words))
    return any(
        found[0] not in _BARE_STOP and not _NEGATED.search(words[max(0, found.start() - 25) : found.start()])
        for found in STOP.finditer(words)
    ) or _unsubscribes(words, count)


def _unsubscribes(words: str, count: int) -> bool:
    return (
        count <= SHORT_CHAT
        and re.search(r"(?:^|please |bitte |want to )(?:unsubscribe|opt[ -]out)\b", words) is not None
    )


def _says_no(sentence: str) -> bool:
    sentence = _HARMLESS_NO.sub(" ", sentence).strip()
    for found in NO.finditer(sentence):
        if found[0] not in _BARE_NO:
            return True
        rest = sentence[found.end() :].lstrip()
        if found.start() < 3 and (not rest or rest[0] in ",.!;-–—" or len(words_of(sentence)) <= SHORT):
            return True
    return False


def _says_yes(words: str) -> bool:
    return any(
        not _NEGATED.search(words[max(0, found.start() - 20) : found.start()])
        for found in YES.finditer(words)
    )


def is_question(sentence: str) -> bool:
    """Whether a sentence asks."""
    return sentence.rstrip(" \t\n\"'”»)*_").endswith(("?", "？"))


def is_about_us(sentence: str) -> bool:
    """Whether a sentence is about this conversation: wishes, promises, thanks, pointers, questions to us."""
    words = folded(sentence)
    if any(pattern.search(words) for pattern in (WISH, UNFINISHED, POINTER, CLARIFYING)):
        return True
    if len(words.split()) <= SHORT_CHAT and (
        LATER.search(words) or THANKS.match(words) or LEAD_IN.match(words)
    ):
        return True
    opening = words_of(sentence)[:1]
    return is_question(sentence) and bool(opening) and opening[0] in QUESTION_OPENS


def instead_words(text: str) -> str:
    """The sentences in which somebody else is suggested, in the writer's words."""
    return " ".join(part for part in _parts(text) if INSTEAD.search(folded(part)) and not is_thanks(part))


def is_thanks(text: str) -> bool:
    """Whether a sentence begins with thanks."""
    return THANKS.match(folded(text)) is not None


def _parts(text: str) -> Iterator[str]:
    for start, end in sentences(text):
        yield text[start:end].strip()


def turns(text: str) -> bool:
    """Whether a "but" follows: "not now, but ask me in May"."""
    return _UNABLE_THEN.search(folded(text)) is not None
