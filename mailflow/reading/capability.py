"""A capability as it stands after "my ability to": grammatical, and in the leader's own wording.

delegating work to my team              -> delegate work to my team
networking and relationship building    -> excel at networking and relationship building
to delegate better                      -> delegate better
"""

import re

from mailflow.mentoring.kickoff import Gap
from mailflow.reading.languages.capabilities import BROAD, NOUNS_ALONE, VERBS

_OPENING = re.compile(
    r"(?:(?:lift(?:ing)?|improv(?:e|ing)|develop(?:ing)?|strengthen(?:ing)?|build(?:ing)?|grow(?:ing)?)\s+)?"
    r"(?:my|our|the)\s+(?:own\s+)?(?:ability|capability|capacity|skills?)\s+"
    r"(?:(?P<to>to)|in|at|with|of|for|as)\s+",
    re.IGNORECASE,
)
_GETTING = re.compile(
    r"(?:to\s+)?(?:(?:get|getting|be|being|become|becoming)\s+(?:much\s+|even\s+)?(?:better|good|great|stronger)\s+"
    r"(?:at|in|with)|(?:do|doing)\s+better\s+(?:at|in|with)|excel(?:ling)?\s+(?:at|in)|"
    r"improv(?:e|ing)\s+(?:at|in|on)|how\s+to)\s+",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"(?:my|our|the)\s+", re.IGNORECASE)
_TO = re.compile(r"to\s+", re.IGNORECASE)

_DOUBLED = "bdgmnprt"


def _gerund(verb: str) -> str:
    if verb in {"be", "see"}:
        return verb + "ing"
    if verb.endswith("e"):
        return verb[:-1] + "ing"
    short = re.fullmatch(rf"[^aeiou]*[aeiou][{_DOUBLED}]", verb) is not None
    return verb + (verb[-1] if short else "") + "ing"


_BASES = {_gerund(verb): verb for verb in VERBS} | {
    "focussing": "focus",
    "modelling": "model",
    "travelling": "travel",
}
_BETTER = re.compile(r"better\s+", re.IGNORECASE)
_ADVERB = re.compile(r"([a-z]+ly)\s+", re.IGNORECASE)

_JOINED = re.compile(
    r"\s*(?:,|;|/|&|\band\b|\bas well as\b|\bplus\b|\bund\b|\bsowie\b|\bet\b|\by\b)\s+", re.IGNORECASE
)
# The article's own: two words for one thing.
_ONE_THING = (
    ("network", "relationship"),
    ("hire", "retain"),
    ("plan", "prioriti"),
    ("feedback", "coach"),
    ("listen", "ask"),
    ("give", "receiv"),
    ("giving", "receiv"),
    ("difficult", "conversation"),
    ("trust", "relationship"),
    ("conflict", "tension"),
    ("decision", "judg"),
)
LONGEST = 200


def tidy(capability: str) -> str:
    """One line, without quotes and full stop around it, of bounded length; else verbatim."""
    words = " ".join(capability.split())[:LONGEST]
    return words.strip(" \t\"'\u201c\u201d\u2018\u2019*_").rstrip(".;:,! ").strip()


def ability_phrase(capability: str, language: str = "en") -> str:
    """What stands after "my ability to" (or its translation); empty for an empty capability."""
    words = tidy(capability)
    if not words or language != "en":
        return words
    words, after_to = _bare(words)
    if not words:
        return tidy(capability)
    base = _as_verb(words, after_to=after_to)
    return base if base else f"excel at {_without_possessive(words)}"


def _bare(words: str) -> tuple[str, bool]:
    """The capability without "getting better at" and its like; whether "to" stood before what is left."""
    opening = _OPENING.match(words)
    if opening:
        return words[opening.end() :], opening.group("to") is not None
    getting = _GETTING.match(words)
    if getting:
        rest = words[getting.end() :]
        return rest, getting.group().lower().endswith("how to ")
    to = _TO.match(words)
    return (words[to.end() :], True) if to else (words, False)


def _as_verb(words: str, *, after_to: bool) -> str:
    """The words as a verb phrase where they are one, or surely become one; else empty."""
    first, _, rest = words.partition(" ")
    key = first.lower()
    if after_to or (key in VERBS and rest and not _is_noun_too(key, rest)):
        return _lowered(first) + (f" {rest}" if rest else "")
    if key in _BASES and (rest or key not in NOUNS_ALONE):
        if _JOINED.match(f" {rest}"):
            return ""  # "networking and relationship building": a noun among nouns
        return _bases_throughout(f"{_BASES[key]} {rest}".strip())
    adverb = _ADVERB.match(words)
    if adverb and words[adverb.end() :].partition(" ")[0].lower() in _BASES:
        return f"{adverb.group(1).lower()} {_as_verb(words[adverb.end() :], after_to=False)}"
    return ""


def _bases_throughout(words: str) -> str:
    """Let the verbs of one phrase stand alike: "hire and keeping people" -> "hire and keep people"."""
    parts = words.split(" ")
    for place in range(1, len(parts) - 1):
        if parts[place].lower() in {"and", "or"} and parts[place + 1].lower() in _BASES:
            parts[place + 1] = _BASES[parts[place + 1].lower()]
    return " ".join(parts)


def _is_noun_too(verb: str, rest: str) -> bool:
    """Whether "verb rest" is rather a noun ("change management", "work design", "design thinking")."""
    nouns = {
        "change",
        "work",
        "design",
        "network",
        "project",
        "plan",
        "process",
        "influence",
        "trust",
        "focus",
    }
    second = rest.partition(" ")[0].lower()
    return verb in nouns and (
        second.endswith(("ment", "ing", "tion", "ness", "ity")) or second in {"and", "or"}
    )


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
    parts = [part.strip() for part in _JOINED.split(words) if part.strip()]
    if len(parts) < 2 or any(one in words and other in words for one, other in _ONE_THING):
        return False
    return all(_stands_alone(part) for part in parts)


def _stands_alone(part: str) -> bool:
    """A gerund phrase, a verb phrase or a name of a skill; "my boss" or "the board" is an object."""
    first = part.partition(" ")[0]
    last = part.rpartition(" ")[2]
    if first in _BASES or _TO.match(part):
        return True
    return last.endswith(
        ("ation", "tion", "ment", "ing", "ship", "ness", "skills", "ance")
    ) and first not in {
        "my",
        "our",
        "the",
        "a",
        "an",
    }
