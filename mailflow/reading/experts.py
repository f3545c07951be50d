"""Who a leader names as experts: from lists, labelled lines, prose and Cc."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from mailflow.identity import same_person_key
from mailflow.mentoring.engagement import NamedExpert, Side
from mailflow.reading.languages.kickoffs import EXPERT_WORDS, INSIDE, OUTSIDE
from mailflow.reading.message import Address

MOST = 12  # experts looked at; more than three are asked about anyway
LONGEST_NAME = 80
LONGEST_LEAD = 8  # words before an address that still are a name and who they are
LONGEST_ASIDE = 4
LONGEST_NOTE = 300
ADDRESS = re.compile(r"[^\s<>()\[\]\"',;:|]{1,100}@[^\s<>()\[\]\"',;:|]{1,200}")
_MAILTO = re.compile(r"<?mailto:[^\s>)]*>?", re.IGNORECASE)
_MARK = re.compile(
    rf"\s*(?:[-*\u2022\u2013+]|\(?\d{{1,2}}[.):]|(?:{'|'.join(EXPERT_WORDS)})\s*#?\d?\s*[:.)\u2013-]|#\d)\s*",
    re.IGNORECASE,
)
_TITLES = r"(?:(?:Dr|Prof|Mr|Mrs|Ms|Mx|Herr|Frau|Mme|Sir|Dame|Ing|Sra?)\.?\s+)*"
_WORD = r"[^\W\d_][\w.'\u2019-]*"
_PARTICLE = r"(?:van|von|de|der|den|da|di|du|la|le|el|al|bin|ibn|zu|dos|del|ter)"
# The run of capitalised words right before an address is a name.
_CAPITAL = r"[^\W\d_a-z\u00df-\u00ff][\w.'\u2019-]*"
_NAME_AT_END = re.compile(rf"({_TITLES}(?:(?:{_PARTICLE}|{_CAPITAL})\s+){{0,5}}{_CAPITAL})\s*$")
_TITLE = re.compile(rf"^{_TITLES}")
_EDGES = " \t,;:.<>()[]\"'\u201c\u201d\u2013\u2014-*"
_LOWER_START = re.compile(rf"^{_PARTICLE}\s", re.IGNORECASE)
_NOT_NAMES = frozenset(
    word
    for line in """
    i a an and or the my our is are also please ask with from at best regards thanks cheers hi hello dear
    expert experts inside outside email mail address cc to who then next first second third finally
    capability why how one person leader yes no ok okay sure instead actually sorry perhaps maybe only just
    """.splitlines()
    for word in line.split()
)
_SEEN = re.compile(
    r"\b(?:i(?:'ve|\s+have)?\s+(?:saw|seen|watched|met|know|admire)|saw|seen|watched|where\s+i\s+saw|who|she|he|they|has|runs|ran|leads|led)\b",
    re.IGNORECASE,
)
_INSIDE, _OUTSIDE = re.compile(INSIDE, re.IGNORECASE), re.compile(OUTSIDE, re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the kickoff, and whether it stands in a list of experts."""

    text: str
    listed: bool = False


def is_item(text: str) -> bool:
    """Whether a line begins like an item of a list."""
    return _MARK.match(text) is not None


def experts_in(lines: Sequence[Line], sender: str, service: Iterable[str]) -> list[NamedExpert]:
    """The experts that stand in the text, in order."""
    ours = {same_person_key(address) for address in service}
    found: list[NamedExpert] = []
    for line in lines:
        if len(found) >= MOST:
            break
        text = _MAILTO.sub(" ", line.text) if ADDRESS.search(_MAILTO.sub(" ", line.text)) else line.text
        if ADDRESS.search(text):
            found.extend(_from_addresses(text, line.listed, sender, ours))
        elif line.listed:
            found.extend(_from_name(text))
    return found


def _from_addresses(text: str, listed: bool, sender: str, ours: set[str]) -> list[NamedExpert]:
    matches = list(ADDRESS.finditer(text))[:MOST]
    experts = []
    for place, match in enumerate(matches):
        email = _clean_address(match.group())
        key = same_person_key(email)
        own = key == same_person_key(sender)
        if key in ours or (own and not (listed or is_item(text))):
            continue
        before = text[matches[place - 1].end() if place else 0 : match.start()]
        after = text[match.end() : matches[place + 1].start() if place + 1 < len(matches) else len(text)]
        alone = len(matches) == 1 and (listed or is_item(text) or len(before.split()) <= LONGEST_LEAD)
        experts.append(_expert(before, email, after if alone else "", alone=alone))
    return experts


def _clean_address(text: str) -> str:
    text = (text.lower().startswith("mailto:") and text[7:]) or text
    return text.rstrip(".!?*_").lstrip("*_")


def _expert(before: str, email: str, after: str, *, alone: bool) -> NamedExpert:
    name, aside = _name_before(before, alone=alone)
    # In running prose only the few words before a name belong to it; what follows is the next one's.
    aside = aside if alone else " ".join(re.split(r"[,;.]|\band\b", aside)[-1].split()[-LONGEST_ASIDE:])
    return NamedExpert(
        name=name or name_from(email),
        email=email,
        side=side_of(f"{aside} {after}"),
        seen_where=_seen(after, aside) if alone else "",
    )


def _name_before(before: str, *, alone: bool) -> tuple[str, str]:
    """(name, what else stood before the address)."""
    mark = _MARK.match(before)
    text = (before[mark.end() :] if mark else before).rstrip(" \t<([:,\u2013\u2014-\"'").strip()
    if alone and mark and _looks_like_name(text):
        return _trimmed(text), ""
    # "Grace Hopper, our CTO (grace@...)": the name stands first, then who they are.
    head, comma, tail = text.partition(",")
    if comma and alone and _looks_like_name(head):
        return _trimmed(head), tail
    found = _NAME_AT_END.search(text[-200:])
    if found and _looks_like_name(found.group(1)):
        return _trimmed(found.group(1)), text[: len(text) - len(found.group())]
    return ("", text) if not _looks_like_name(text) else (_trimmed(text), "")


def _looks_like_name(text: str) -> bool:
    words = _TITLE.sub("", text.strip(_EDGES)).split()
    if not 1 <= len(words) <= 6 or len(text) > LONGEST_NAME:
        return False
    if words[0].lower().strip(".,") in _NOT_NAMES and len(words) == 1:
        return False
    capitals = [word for word in words if word[:1].isupper() or not word[:1].isascii()]
    return bool(capitals) and all(
        word in capitals or re.fullmatch(_PARTICLE, word, re.IGNORECASE) for word in words
    )


def _trimmed(name: str) -> str:
    words = name.strip(_EDGES).split()
    while len(words) > 1 and words[0].lower().strip(".,:") in _NOT_NAMES:
        words = words[1:]
    return " ".join(words)[:LONGEST_NAME]


def _from_name(text: str) -> list[NamedExpert]:
    """A listed line without an address: the name is there, the address will be asked for."""
    if not is_item(text) and not _looks_like_name(text.partition(",")[0]):
        return []
    mark = _MARK.match(text)
    body = text[mark.end() :] if mark else text
    head = re.split(r"[,(\u2013\u2014:]| - ", body, maxsplit=1)[0]
    if not _looks_like_name(head):
        return []
    rest = body[len(head) :]
    return [NamedExpert(name=_trimmed(head), side=side_of(rest), seen_where=_seen(rest, ""))]


def side_of(text: str) -> Side:
    """Inside or outside, where it is said."""
    if _OUTSIDE.search(text):
        return Side.OUTSIDE
    return Side.INSIDE if _INSIDE.search(text) else Side.UNKNOWN


def _seen(after: str, aside: str) -> str:
    """Where the leader saw them do it: what follows the address, without the word for the side."""
    for text in (after, aside):
        words = " ".join(text.strip(_EDGES).split())
        words = re.sub(
            r"^(?:(?:is|are|also|he|she|they|he's|she's)\s+)*(?:inside|outside|internal|external)\b[\s,;:.\u2013-]*",
            "",
            words,
            flags=re.IGNORECASE,
        )
        words = words.strip(_EDGES)
        if _SEEN.search(words) and len(words.split()) > 2:
            return words[:LONGEST_NOTE]
    return ""


def name_from(email: str) -> str:
    """The name an address gives away ("grace.hopper" -> "Grace Hopper"); empty where it gives none."""
    local = email.partition("@")[0].partition("+")[0]
    words = [word for word in re.split(r"[._-]", local) if word.isalpha()]
    if len(words) < 2 or any(len(word) < 2 for word in words[-1:]):
        return words[0].capitalize() if len(words) == 1 and len(words[0]) > 2 and words[0] == local else ""
    return " ".join(word.capitalize() for word in words)


def with_cc(
    named: Sequence[NamedExpert], cc: Sequence[Address], others: Iterable[str]
) -> tuple[list[NamedExpert], bool]:
    """Experts of the text, then those who stood in Cc alone; whether any expert stood in Cc."""
    skip = {same_person_key(address) for address in others}
    result = list(named)
    seen = False
    for address in cc[:MOST]:
        key = same_person_key(address.email)
        if key in skip:
            continue
        place = next((n for n, expert in enumerate(result) if _is(expert, address, key)), None)
        seen = True
        if place is None:
            result.append(NamedExpert(name=address.name or name_from(address.email), email=address.email))
        else:
            known = result[place]
            result[place] = replace(
                known, email=known.email or address.email, name=_fuller(known.name, address.name)
            )
    return result, seen


def _is(expert: NamedExpert, address: Address, key: str) -> bool:
    if expert.email:
        return same_person_key(expert.email) == key
    names, other = (
        set(expert.name.lower().split()),
        set((address.name or name_from(address.email)).lower().split()),
    )
    return bool(names and other) and (names <= other or other <= names)


def _fuller(one: str, other: str) -> str:
    return other if len(other) > len(one) else one
