"""What sentences mean besides advice: yes, no, later, stop, thanks, a question.  Evidence only."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mailflow.reading.counsel import advises, is_personal, is_to_us
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
    OBLIGATION,
    POINTER,
    PRIVATE,
    QUESTION_OPENS,
    SOON,
    STOP,
    THANKS,
    UNFINISHED,
    WISH,
    WITHDRAW,
    WRONG_PERSON,
    YES,
    folded,
)
from mailflow.reading.marks import typed_mark
from mailflow.reading.ours import words_of

SHORT = 4  # words of a message that is nothing but "stop" or "no"
SHORT_CHAT = 25
LONGEST_SENTENCE = 1000  # characters looked at; nobody says no after that many
_MARKS = ' \t\n¡¿"“„«(*_-–—'
_NEGATED = re.compile(
    r"(?:\b(?:not|don't|do not|never|won't|no need to|nicht|nie|ne|jamais|no|nunca|make|be)\s+"
    r"(?:\w+\s+)?)$",
    re.IGNORECASE,
)
# "Before I say yes: how long does it take?"
_NOT_YET = re.compile(r"\b(?:before|until|bevor|ehe|avant|antes)\b[^,;:.!?]{0,24}$")
# A bare "no" or "stop" says so only at the beginning, and not in "no problem" or "stop doing retrospectives".
_BARE_STOP = frozenset({"stop", "stopp", "arrêtez", "abmelden", "opt out", "opt-out", "unsubscribe"})
# Said beside a bare "stop" or "unsubscribe", it changes nothing.
_POLITE = frozenset(
    words_of(
        "please now immediately thanks thank you at once asap kindly ever again altogether any more all just "
        "hi hello dear sir madam bitte sofort danke jetzt merci s'il vous plaît te por favor gracias ya want "
        "to would like and it this now"
    )
)
_BARE_NO = frozenset({"no", "nein", "non", "nope", "nej", "нет", "hayır", "いいえ"})
_ENDS_IN_NO = re.compile(
    r"\b(?:(?:but|aber|mais|pero|ma|maar|mas),? (?:no|nein|non|nee|não)(?: thanks| thank you)?|"
    r"i'm out|count me out)[.! ]*$"
)
_HARMLESS_NO = re.compile(
    r"(?:no|non|nein)\s+(?:problem|worries|rush|doubt|need|matter|wonder|hurry|trouble|hay|pasa|se preocupe)|"
    r"keine? (?:ursache|problem|eile)|pas de (?:problème|souci)"
)
_DENIES = re.compile(r"\b(?:not|no|cannot|nicht|kein\w{0,3}|pas)\b|n't\b")
# "I can't think of a third" asks for no time.
_NO_MORE = re.compile(
    r"\ball i (?:have|can think)|\b(?:can't|cannot|can not) think of (?:a|any|an|another)\b|"
    r"\b(?:don't have|have no|there is no|haven't got) (?:a |any )?(?:second|third|more)\b|"
    r"\bmehr (?:habe ich nicht|fällt mir nicht ein)|\bje n'en ai pas d'autre|\bno tengo (?:más|otro)\b"
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
    later: bool = False  # time is asked for, or an answer promised
    soon: bool = False  # a time to come is named, no more
    yes: bool = False
    meeting: bool = False  # words of a coffee or a time, where no delay is asked for
    thanks: bool = False
    questions: tuple[str, ...] = ()


def intent_of(text: str) -> Intent:
    """The evidence in `text`; several things may be true at once.  Sentences that advise give none."""
    every = list(_parts(text))
    parts = [part for part in every if not advises(part)]
    said = [folded(part) for part in parts]
    words = "\n".join(said)
    count = len(words_of(words))
    return Intent(
        words=count,
        stop=any(_says_stop(folded(part)) for part in every),
        no=any(_says_no(part) for part in said),
        not_me=NOT_ME.search(words) is not None,
        instead=INSTEAD.search(folded(text)) is not None,
        wrong_person=WRONG_PERSON.search(words) is not None,
        withdraws=WITHDRAW.search(words) is not None,
        private=PRIVATE.search(words) is not None,
        nameless=NAMELESS.search(words) is not None,
        later=any(_asks_for_time(part) for part in said),
        soon=SOON.search(words) is not None,
        yes=any(_says_yes(part) for part in said),
        meeting=any(_proposes(part) for part in said),
        thanks=any(is_thanks(part) for part in said),
        questions=tuple(part for part in parts if is_question(part)),
    )


def _says_stop(sentence: str) -> bool:
    """A wish to hear no more: about the writer or these mails, or nothing but the wish; not its negation."""
    return any(
        not _NEGATED.search(sentence[max(0, found.start() - 25) : found.start()])
        and _is_meant_for_us(sentence, found)
        for found in STOP.finditer(sentence)
    )


def _is_meant_for_us(sentence: str, found: re.Match[str]) -> bool:
    if found[0] not in _BARE_STOP and (is_personal(sentence) or is_to_us(sentence)):
        return True
    around = words_of(sentence[: found.start()]) + words_of(sentence[found.end() :])
    return set(around) <= _POLITE


def _asks_for_time(sentence: str) -> bool:
    """Time asked for or an answer promised; a question only where it asks for just that."""
    if _NO_MORE.search(sentence) is not None:
        return False
    if LATER.search(sentence) is not None:
        return True
    return UNFINISHED.search(sentence) is not None and not is_question(sentence)


def _proposes(sentence: str) -> bool:
    """Words of a coffee or a time that suits, not of one that does not: "not Thursday, but Friday works"."""
    return any(
        MEETING.search(clause) is not None
        and not _asks_for_time(clause)
        and _DENIES.search(_HARMLESS_NO.sub(" ", clause)) is None
        for clause in _UNABLE_THEN.split(sentence)
    )


def _says_no(sentence: str) -> bool:
    sentence = _HARMLESS_NO.sub(" ", sentence).strip()
    if _ENDS_IN_NO.search(sentence) is not None:
        return True
    for found in NO.finditer(sentence):
        if found[0] not in _BARE_NO:
            return True
        rest = sentence[found.end() :].lstrip()
        if found.start() < 3 and (not rest or rest[0] in ",.!;-–—、。，" or len(words_of(sentence)) <= SHORT):
            return True
    return False


def _says_yes(words: str) -> bool:
    return any(
        not _NEGATED.search(words[max(0, found.start() - 20) : found.start()])
        and not _NOT_YET.search(words[max(0, found.start() - 30) : found.start()])
        for found in YES.finditer(words)
    )


def is_question(sentence: str) -> bool:
    """Whether a sentence asks."""
    return sentence.rstrip(" \t\n\"'”»)*_").endswith(("?", "？"))


def is_clarifying(sentence: str) -> bool:
    """Whether a question is about what we asked for."""
    return CLARIFYING.search(folded(sentence)) is not None


def is_about_us(sentence: str) -> bool:
    """Whether a sentence is about this conversation: wishes, promises, thanks, pointers, questions to us."""
    words = folded(sentence)
    if POINTER.search(words) is not None:
        return True
    if advises(sentence):
        return False
    if OBLIGATION.match(words.lstrip(_MARKS)) is not None:
        return True
    if any(pattern.search(words) for pattern in (WISH, UNFINISHED, CLARIFYING)):
        return True
    if len(words.split()) <= SHORT_CHAT and (
        LATER.search(words) or THANKS.match(words) or LEAD_IN.match(words)
    ):
        return True
    opening = words_of(sentence)[:1]
    return is_question(sentence) and bool(opening) and opening[0] in QUESTION_OPENS


def is_talk(sentence: str) -> bool:
    """Whether a sentence answers us in any way but with advice: yes, no, later, thanks, a question."""
    if is_about_us(sentence):
        return True
    found = intent_of(sentence)
    if found.soon and found.words <= SHORT_CHAT:
        return True
    is_yes = found.yes and YES.match(folded(sentence).lstrip(_MARKS)) is not None
    if is_yes and _advises_after_yes(sentence):
        return False
    return (
        found.stop or found.no or found.later or found.not_me or found.wrong_person or is_yes or found.thanks
    )


def _advises_after_yes(sentence: str) -> bool:
    """Such as "OK, number three: decide on Monday what you will not do"."""
    words = folded(sentence)
    bare = words.lstrip(_MARKS)
    found = YES.match(bare)
    rest = bare[found.end() :].lstrip(" ,.!;:-–—") if found is not None else ""
    mark = typed_mark(rest)
    rest = rest[mark.length :] if mark is not None else rest
    return len(rest.split()) > SHORT and advises(rest)


def instead_words(text: str) -> str:
    """The sentences in which somebody else is suggested, in the writer's words."""
    return " ".join(part for part in _parts(text) if INSTEAD.search(folded(part)) and not is_thanks(part))


def is_thanks(text: str) -> bool:
    """Whether a sentence begins with thanks."""
    return THANKS.match(folded(text).lstrip(_MARKS)) is not None


def _parts(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        for start, end in sentences(line):
            yield line[start : min(end, start + LONGEST_SENTENCE)].strip()


def turns(text: str) -> bool:
    """Whether a "but" follows: "not now, but ask me in May"."""
    return _UNABLE_THEN.search(folded(text)) is not None
