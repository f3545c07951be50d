"""What looks like a person's name, and which name stands with an address."""

import re

from mailflow.reading.languages.kickoffs import NOT_NAMES

LONGEST_NAME = 80
_TITLES = r"(?:(?:Dr|Prof|Mr|Mrs|Ms|Mx|Herr|Frau|Mme|Mlle|M|Sir|Dame|Ing|Sra?|Don|Doña)\.?\s+)*"
_PARTICLE = r"(?:van|von|vom|zur|de|der|den|da|di|du|la|le|el|al|bin|ibn|zu|dos|das|del|ter|y)"
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w.'’-]*"
_RUN = rf"{_TITLES}{_CAPITAL}(?:\s+(?:(?:{_PARTICLE}\s+){{0,3}}{_CAPITAL})){{0,4}}"
# The run of capitalised words right before an address is a name.
_AT_END = re.compile(rf"(?:^|(?<=[\s(\"'“,;:@]))({_RUN})\s*$")
_RUNS = re.compile(rf"(?:^|(?<=[\s(\"'“,;:@]))({_RUN})")
_TITLE = re.compile(rf"^{_TITLES}")
EDGES = " \t,;:.<>()[]{}|\"'“”‘’«»–—-*_@=\u200b"
_FAMILY_GIVEN = rf"({_CAPITAL}(?:\s{_CAPITAL})?),\s+({_CAPITAL}(?:\s{_CAPITAL}\.?)?)"
_SURNAME_FIRST = re.compile(rf"\s*[\"“']?{_FAMILY_GIVEN}[\"”']?\s*")
_QUOTED_SURNAME_FIRST = re.compile(rf"[\"“]({_FAMILY_GIVEN})[\"”][\s<([]*$")
_SUFFIXES = frozenset({"jr", "sr", "phd", "md", "ii", "iii", "mba"})


def looks_like_name(text: str) -> bool:
    """Whether the whole text could be somebody's name: a few capitalised words."""
    words = _TITLE.sub("", text.strip(EDGES)).split()
    if not 1 <= len(words) <= 6 or len(text) > LONGEST_NAME or any(char in text for char in "@?!/"):
        return False
    if all(_bare(word) in NOT_NAMES for word in words) or any(char.isdigit() for char in text):
        return False
    capitals = [word for word in words if _is_capital(word)]
    return bool(capitals) and all(
        word in capitals or re.fullmatch(_PARTICLE, word, re.IGNORECASE) for word in words
    )


def _is_capital(word: str) -> bool:
    first = word.lstrip("\"'“(")[:1]
    return first.isupper() or (first.isalpha() and not first.islower())


def _bare(word: str) -> str:
    return word.lower().strip(EDGES)


def trimmed(name: str) -> str:
    """A name without punctuation around it and without words before it that belong to no name."""
    name = " ".join(name.split()).strip(EDGES)
    swapped = _SURNAME_FIRST.fullmatch(name)
    if swapped and swapped[2].lower().strip(".") not in _SUFFIXES:
        name = f"{swapped[2]} {swapped[1]}"
    words = name.strip(EDGES).split()
    while len(words) > 1 and _bare(words[0]) in NOT_NAMES:
        words = words[1:]
    return " ".join(words)[:LONGEST_NAME].strip(EDGES)


def given_first(name: str) -> str:
    """A display name as people say it: "Hopper, Grace" is Grace Hopper."""
    return trimmed(name)


def name_at_end(text: str) -> tuple[str, str]:
    """(the name that ends the text, what stands before it); ("", text) where none does."""
    tail = text[-200:]
    swapped = _QUOTED_SURNAME_FIRST.search(tail)
    if swapped:
        return trimmed(swapped[1]), text[: len(text) - len(tail) + swapped.start()]
    bare = tail.rstrip(EDGES)
    found = _AT_END.search(bare)
    if not found or not looks_like_name(found[1]):
        return "", text
    name = trimmed(found[1])
    start = max(found.start(1), bare.rfind(name))  # "our CFO Joan Clarke": CFO says who she is
    return name, text[: len(text) - len(tail) + start]


def name_near(text: str, email: str) -> tuple[str, str]:
    """(a name elsewhere in the text that surely goes with this address, the words behind it)."""
    runs = [found for found in _RUNS.finditer(text[-300:]) if looks_like_name(found[1])]
    behind = text[-300:]
    for found in runs:
        if _shares(trimmed(found[1]), email):
            return trimmed(found[1]), behind[found.end(1) :]
    for found in runs:
        follows = behind[found.end(1) :].lstrip()
        several = len(trimmed(found[1]).split()) > 1
        if several and re.match(r"[,(–—|-]|(?:is|who|from|ist|est|es)\b", follows):
            return trimmed(found[1]), behind[found.end(1) :]
    return "", text


def _shares(name: str, email: str) -> bool:
    local = re.split(r"[._+-]", email.partition("@")[0].lower())
    return any(len(word) > 2 and _bare(word) in local for word in name.split())


def lower_case_name(text: str, email: str) -> str:
    """Read "ada lovelace" before ada@x as a name: two or three words, one of them in the address."""
    words = text.strip(EDGES).split()
    if not 2 <= len(words) <= 3 or not all(word.isalpha() and word.islower() for word in words):
        return ""
    if any(word in NOT_NAMES for word in words) or not _shares(" ".join(words), email):
        return ""
    return " ".join(word.capitalize() for word in words)


def name_from(email: str) -> str:
    """The name an address gives away ("grace.hopper" -> "Grace Hopper"); empty where it gives none."""
    local = email.partition("@")[0].partition("+")[0]
    words = [word for word in re.split(r"[._-]", local) if word.isalpha()]
    if len(words) < 2 or any(len(word) < 2 for word in words[-1:]):
        return words[0].capitalize() if len(words) == 1 and len(words[0]) > 2 and words[0] == local else ""
    return " ".join(word.capitalize() for word in words)
