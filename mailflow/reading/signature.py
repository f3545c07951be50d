"""Where a letter ends: signatures, what phones add, and disclaimers."""

import re
from collections.abc import Sequence

from mailflow.reading.languages import DISCLAIMER, GREETING, POSTSCRIPT, SENT_FROM, SIGN_OFF, WEEKDAYS, folded
from mailflow.reading.languages.shape import is_unspaced
from mailflow.reading.lines import Line
from mailflow.reading.ours import words_of

_CONTACT = re.compile(
    r"(?:\+|\b00)\d[\d ()./-]{6,}|\(?\b0\d{1,5}\)?[ /-]?\d[\d /-]{4,}|"
    r"\b\d{3}[-. ]\d{3}[-. ]\d{3,4}\b|[\w.+-]{1,64}@[\w-]{1,64}\.\w|"
    r"\bwww\.|https?://|\blinkedin\b|"
    r"\b(?:tel|mob|mobile|phone|fax|email|e-mail|web|t|m|p|f|e|w|d)\s?[:.]\s|"
    r"\b(?:gmbh|ltd|limited|inc|llc|llp|plc|corp|s\.?a\.?s|s\.?l|b\.?v|oy|aps|pty|kg)\b\.?|\s\|\s",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?:director|manager|head of|chief|officer|ceo|cto|cfo|coo|president|founder|partner|consultant|"
    r"engineer|professor|dr|assistant|lead|vp|vice|principal|coach|team|department|university|leiter|leiterin|"
    r"geschäftsführer|vorstand|directeur|directrice|responsable|gerente|jefe|jefa|director[a-z]*)\b",
    re.IGNORECASE,
)
_MARKED = re.compile(r"[-*•–—·]\s|\(?(?:\d{1,2}|[a-z])[.)]\s|\d️?⃣", re.IGNORECASE)
_PUNCTUATION = " \t，、。！～：,.!;:*_~-–—✨🙌👍😊🙂❤️🙏☕)("
LONGEST_NAME = 5  # words
LONGEST_UNSPACED_NAME = 6  # letters, where there are no blanks between words
LONGEST_SIGNATURE = 20  # lines


def is_sign_off(text: str) -> bool:
    """Whether the whole line is a farewell ("Kind regards,", "Viele Grüße Ada")."""
    words = folded(text).strip(_PUNCTUATION)
    found = SIGN_OFF.match(words)
    if found is None or len(words) > 60 or text.rstrip().endswith(("?", ":")):
        return False
    if is_unspaced(words):
        return len(words[found.end() :].strip(_PUNCTUATION)) <= LONGEST_UNSPACED_NAME
    rest = words[found.end() :].strip(_PUNCTUATION).split()
    if len(rest) > (0 if len(found[0]) < 4 else 3):
        return False
    return not rest or _may_be_named(text.strip(_PUNCTUATION).split()[-len(rest) :])


def _may_be_named(written: Sequence[str]) -> bool:
    """Whether the words behind a farewell can be a name: "Thanks, Ada", not "Thanks, Friday works"."""
    bare = [word.strip(_PUNCTUATION) for word in written]
    if any(folded(word) in WEEKDAYS or any(char.isdigit() for char in word) for word in bare):
        return False
    if len(bare) == 1:
        return folded(bare[0]) not in _REFUSING
    return all(word[:1].isupper() or folded(word) in _NAMING for word in bare)


def is_greeting(text: str) -> bool:
    """Whether the whole line greets: "Dear all," but not "Hi, I think …"."""
    words = folded(text).strip(_PUNCTUATION)
    found = GREETING.match(words)
    if found is None or text.rstrip().endswith(("?", "？")):
        return False
    rest = words[found.end() :].strip(_PUNCTUATION)
    return len(rest) <= LONGEST_UNSPACED_NAME if is_unspaced(rest) else len(rest.split()) <= 4


def is_name(text: str, sender_name: str) -> bool:
    """Whether a line could be somebody's name or initials: short, and no sentence."""
    bare = text.strip(_PUNCTUATION)
    if not bare or len(bare) > 60 or _MARKED.match(text) or text.rstrip().endswith(("?", "!", ":")):
        return False
    names = set(words_of(sender_name))
    if names & set(words_of(bare)) and len(bare.split()) <= LONGEST_NAME:
        return True
    return len(bare.split()) <= 4 and all(word[:1].isupper() or word in _PARTICLES for word in bare.split())


_PARTICLES = frozenset(
    {"von", "van", "de", "der", "den", "la", "le", "du", "di", "x", "xx", "and", "und", "&"}
)


_NAMING = _PARTICLES | {
    "aus",
    "from",
    "in",
    "desde",
    "to",
    "all",
    "again",
    "everyone",
    "your",
    "dein",
    "deine",
    "ton",
    "tu",
}
_REFUSING = frozenset(
    {"no", "nein", "non", "stop", "later", "maybe", "yes", "ja", "oui", "sí", "tomorrow", "soon"}
)


def is_contact(text: str) -> bool:
    """Whether a line belongs on a business card."""
    return len(text) <= 200 and (_CONTACT.search(text) is not None or _ROLE.search(text) is not None)


def is_sent_from(text: str) -> bool:
    """Whether a phone added this line: "Sent from my iPhone" and its kin."""
    return len(text) <= 100 and SENT_FROM.match(folded(text).lstrip("-— ")) is not None


def is_postscript(text: str) -> bool:
    """Whether a postscript begins here."""
    return POSTSCRIPT.match(folded(text)) is not None


def is_disclaimer(text: str) -> bool:
    """The first words of what a company's server adds."""
    words = folded(text).lstrip("*_-=<[( 0123456789.)")
    return DISCLAIMER.match(words[:200]) is not None


def endings(lines: Sequence[Line], sender_name: str) -> tuple[list[bool], list[bool]]:
    """Which of these neighbouring own lines are signature, and which disclaimer."""
    signature, disclaimer = [False] * len(lines), [False] * len(lines)
    inside = after_farewell = warned = False
    for place, line in enumerate(lines):
        if is_postscript(line.text):
            inside = after_farewell = warned = False
        elif is_sent_from(line.text):
            signature[place] = True
        elif warned or (
            is_disclaimer(line.text) and (inside or after_farewell or _is_last_word(lines, place))
        ):
            warned = disclaimer[place] = True
        elif inside:
            signature[place] = True
        else:
            inside = _begins(lines, place, sender_name, after_farewell=after_farewell)
            signature[place] = inside
            after_farewell = after_farewell or _is_farewell(lines, place, sender_name)
    return signature, disclaimer


def _is_farewell(lines: Sequence[Line], place: int, sender_name: str) -> bool:
    """A farewell that stands near the end, or the sender's name alone on a line near the end."""
    text = lines[place].text
    if is_sign_off(text):
        return True
    names = set(words_of(sender_name))
    words = set(words_of(text))
    return place > 0 and bool(words) and words <= names


def _begins(lines: Sequence[Line], place: int, sender_name: str, *, after_farewell: bool) -> bool:
    """Whether a signature begins here: at "-- ", or with a business card after name or farewell."""
    line, rest = lines[place], lines[place + 1 : place + 2 + LONGEST_SIGNATURE]
    if line.text == "-- ":
        return len(rest) <= LONGEST_SIGNATURE and not any(is_postscript(one.text) for one in rest[:2])
    if _MARKED.match(line.text) or line.begins:
        return False
    if after_farewell:
        return _is_card(line, rest, sender_name)
    names, words = set(words_of(sender_name)), set(words_of(line.text))
    is_full_name = len(names) > 1 and names <= words and len(words) <= LONGEST_NAME
    return is_full_name and bool(rest) and is_contact(rest[0].text)


def _is_card(line: Line, rest: Sequence[Line], sender_name: str) -> bool:
    if is_contact(line.text):
        return len(line.text.split()) <= 12 or "|" in line.text
    names, words = set(words_of(sender_name)), set(words_of(line.text))
    repeats_name = len(names) > 1 and names <= words and len(words) <= LONGEST_NAME
    return repeats_name and any(is_contact(one.text) for one in rest[:3])


def _is_last_word(lines: Sequence[Line], place: int) -> bool:
    """Whether a disclaimer without a signature before it is the end of the mail."""
    return place > 0 and len(lines[place].text) > 60
