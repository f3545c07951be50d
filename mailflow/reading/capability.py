"""A capability as it stands after "my ability to": grammatical, and in the leader's own wording.

delegating work to my team              -> delegate work to my team
networking and relationship building    -> excel at networking and relationship building
to delegate better                      -> delegate better
"""

import re

from mailflow.mentoring.kickoff import Gap
from mailflow.reading.languages.capabilities import (
    BROAD,
    DOUBLING,
    FOREIGN,
    FOREIGN_ENDINGS,
    NOUNS_ALONE,
    NOUNS_TOO,
    ONE_THING,
    VERBS,
)

_LIFTING = r"(?:lift(?:ing)?|improv(?:e|ing)|develop(?:ing)?|strengthen(?:ing)?|build(?:ing)?|grow(?:ing)?)"
_ABILITY = r"(?:ability|capability|capacity|skills?|competence)"
# What leaders put before the thing itself; each is taken off as often as one stands in front.
_WISH = re.compile(
    r"(?:i\s+(?:want|need|would\s+like|wish|hope)|i'd\s+(?:like|love))\s+(?P<to>to)\s+", re.IGNORECASE
)
_OPENING = re.compile(
    rf"(?:(?:to\s+)?{_LIFTING}\s+)?(?:(?:my|our|the)\s+)?(?:own\s+)?{_ABILITY}\s+"
    r"(?:(?P<to>to)|in|at|with|of|for|as)\s+",
    re.IGNORECASE,
)
_GETTING = re.compile(
    r"(?:to\s+)?(?:(?:(?:get|getting|be|being|become|becoming)\s+)?(?:much\s+|even\s+)?(?:better|good|great|stronger)\s+"
    r"(?:at|in|with)|(?:do|doing)\s+better\s+(?:at|in|with)|excel(?:ling)?\s+(?:at|in)|"
    r"improv(?:e|ing)\s+(?:at|in|on)|(?P<to>(?:learn(?:ing)?\s+)?how\s+to|learn(?:ing)?\s+to|how\s+i|the\s+way\s+i))\s+",
    re.IGNORECASE,
)
_LIFT_MINE = re.compile(rf"(?:to\s+)?{_LIFTING}\s+(?=(?:my|our)\s)", re.IGNORECASE)
_TO = re.compile(r"(?P<to>to)\s+", re.IGNORECASE)
_BEFORE = (_WISH, _OPENING, _GETTING, _LIFT_MINE, _TO)
_POSSESSIVE = re.compile(r"(?:my|our|the)\s+", re.IGNORECASE)
_ARTICLE = re.compile(r"an?\s", re.IGNORECASE)
_BETTER = re.compile(r"better\s+", re.IGNORECASE)
_ADVERB = re.compile(r"([a-z]+ly|not|no\s+longer|never)\s+", re.IGNORECASE)
_DOUBLED = "bdgmnprt"


def _gerund(verb: str) -> str:
    if verb.endswith(("ee", "be")) and len(verb) < 6:
        return verb + "ing"
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e"):
        return verb[:-1] + "ing"
    short = re.fullmatch(rf"[^aeiou]*[aeiou][{_DOUBLED}]", verb) is not None
    return verb + (verb[-1] if short or verb in DOUBLING else "") + "ing"


_BASES = {_gerund(verb): verb for verb in VERBS} | {
    "focussing": "focus",
    "modelling": "model",
    "travelling": "travel",
    "cancelling": "cancel",
    "controlling": "control",
}

_JOINED = re.compile(
    r"\s*(?:,\s+and\b|,|;|/|&|\band\b|\bas well as\b|\bplus\b)\s+",
    re.IGNORECASE,
)
_JOINED_ABROAD = re.compile(r"\s+(?:und|sowie|et|y|&)\s+", re.IGNORECASE)
LONGEST = 200
_AROUND = " \t\"'\u201c\u201d\u2018\u2019\u00ab\u00bb*_"


def tidy(capability: str) -> str:
    """One line, without quotes and full stop around it, of bounded length; else verbatim."""
    words = " ".join(capability.split())[:LONGEST]
    return words.lstrip(_AROUND).rstrip(_AROUND + ".;:,!").strip()


def ability_phrase(capability: str, language: str = "en") -> str:
    """What stands after "my ability to" (or its translation); empty for an empty capability."""
    words = tidy(capability)
    if not words or language != "en":
        return words
    if is_foreign(words):
        return f"excel at \u201c{words}\u201d"
    bare, after_to = _bare(words)
    return _as_verb(bare, after_to=after_to) or _as_noun(bare)


def names_a_doing(capability: str) -> bool:
    """Whether an English capability begins with a verb, so that it surely is one."""
    bare, after_to = _bare(tidy(capability))
    return bool(_as_verb(bare, after_to=after_to))


def is_foreign(words: str) -> bool:
    """Whether a capability is worded in another language than English, as far as its words show."""
    parts = [part.strip(",.;:!?()") for part in words.lower().split()]
    if any(part in FOREIGN for part in parts):
        return True
    return any(part.endswith(FOREIGN_ENDINGS) or not part.isascii() for part in parts[:2] if len(part) > 4)


def _bare(words: str) -> tuple[str, bool]:
    """The capability without "getting better at" and its like; whether a verb must follow ("to", "how I")."""
    after_to = False
    for _ in _BEFORE:
        found = next((one for one in (pattern.match(words) for pattern in _BEFORE) if one), None)
        if found is None or not words[found.end() :].strip():
            break
        words, after_to = words[found.end() :], found.groupdict().get("to") is not None
    return words, after_to


def _as_verb(words: str, *, after_to: bool) -> str:
    """The words as a verb phrase where they are one, or surely become one; else empty."""
    first, _, rest = words.partition(" ")
    key = first.lower()
    if after_to or (key in VERBS and not _is_noun_too(key, rest)):
        return _lowered(first) + (f" {rest}" if rest else "")
    adverb = _ADVERB.match(words)
    if adverb:
        verb = _as_verb(words[adverb.end() :], after_to=False)
        return f"{adverb.group(1).lower()} {verb}" if verb else ""
    if key not in _BASES or (not rest and key in NOUNS_ALONE):
        return ""
    if _JOINED.match(f" {rest}") and not _all_verbs(words):
        return ""  # "networking and relationship building": a noun among nouns
    return _bases_throughout(f"{_BASES[key]} {rest}".strip())


def _all_verbs(words: str) -> bool:
    parts = [part for part in _JOINED.split(words) if part.strip()]
    return all(part.split()[0].lower() in _BASES for part in parts)


def _bases_throughout(words: str) -> str:
    """Let the verbs of one phrase stand alike: "hire and keeping people" -> "hire and keep people"."""
    parts = words.split(" ")
    for place in range(1, len(parts) - 1):
        after = parts[place].lower() in {"and", "or"} or parts[place].endswith(",")
        if after and parts[place + 1].lower() in _BASES:
            parts[place + 1] = _BASES[parts[place + 1].lower()]
    return " ".join(parts)


def _is_noun_too(verb: str, rest: str) -> bool:
    """Whether "verb rest" is rather a noun ("change management", "work design", "focus")."""
    if verb not in NOUNS_TOO:
        return False
    second = rest.partition(" ")[0].lower()
    return not second or second in {"and", "or"} or second.endswith(("ment", "ing", "tion", "ness", "ity"))


def _as_noun(words: str) -> str:
    """An article asks for another verb: "have an eye for talent"."""
    return f"have {_lowered(words)}" if _ARTICLE.match(words) else f"excel at {_without_possessive(words)}"


def _lowered(word: str) -> str:
    return word if word.isupper() and len(word) > 1 else word[:1].lower() + word[1:]


def _without_possessive(words: str) -> str:
    possessive = _POSSESSIVE.match(words)
    words = words[possessive.end() :] if possessive else words
    better = _BETTER.match(words)
    words = words[better.end() :] if better and len(words) > better.end() else words
    first = words.partition(" ")[0]
    return words if first.isupper() or any(c.isupper() for c in first[1:]) else _lowered(words)


def doubts(capability: str) -> tuple[Gap, ...]:
    """Whether a capability is two in one, or too broad to act on."""
    words = tidy(capability).lower()
    bare, _ = _bare(words)
    for form in (words, bare, _without_possessive(words) if words else ""):
        if form in BROAD:
            return (Gap.CAPABILITY_BROAD,)
    return (Gap.CAPABILITY_JOINED,) if _is_joined(bare) else ()


def _is_joined(words: str) -> bool:
    """Two skills side by side, each able to stand alone; not one skill with two objects."""
    foreign = is_foreign(words)
    between, stands_alone = (_JOINED_ABROAD, _is_foreign_verb) if foreign else (_JOINED, _stands_alone)
    parts = [part.strip() for part in between.split(words) if part.strip()]
    if len(parts) < 2 or any(one in words and other in words for one, other in ONE_THING):
        return False
    return all(stands_alone(part) for part in parts)


def _stands_alone(part: str) -> bool:
    """A gerund phrase, a verb phrase or a name of a skill; "my boss" or "the board" is an object."""
    first = part.partition(" ")[0]
    last = part.rpartition(" ")[2]
    if first in _BASES or _TO.match(part):
        return True
    nouns = ("tion", "ment", "ing", "ship", "ness", "skills", "ance")
    return last.endswith(nouns) and first not in {"my", "our", "the", "a", "an"}


def _is_foreign_verb(part: str) -> bool:
    """An infinitive: first in French and Spanish, last in German."""
    first, last = part.partition(" ")[0], part.rpartition(" ")[2]
    return first.endswith(("er", "ir", "re", "ar")) or last.endswith(("en", "ern", "eln"))
