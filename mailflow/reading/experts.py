"""Who a leader names as experts: from lists, labelled lines, prose and Cc."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from mailflow.identity import same_person_key
from mailflow.mentoring.engagement import NamedExpert, Side
from mailflow.reading.labelled import ADDRESS as ADDRESS
from mailflow.reading.labelled import Line as Line
from mailflow.reading.labelled import item_mark
from mailflow.reading.languages.kickoffs import ALL_OF_THEM, BOTH, INSIDE, OUTSIDE, SEEN
from mailflow.reading.message import Address
from mailflow.reading.names import (
    EDGES,
    given_first,
    looks_like_name,
    lower_case_name,
    name_at_end,
    name_from,
    name_near,
    trimmed,
)

MOST = 12  # experts looked at; more than three are asked about anyway
LONGEST_LEAD = 8  # words before an address that still are a name and who they are
LONGEST_NOTE = 300
LONGEST_BETWEEN = 400
_MAILTO = re.compile(r"[<\[(]?mailto:([^\s>\])?]{1,300})[^\s>\])]{0,300}[>\])]?", re.IGNORECASE)
_SEPARATOR = re.compile(r"[.!?]\s|[;:,]|\s(?:and|und|et|y|sowie|then)\s", re.IGNORECASE)
_PAIR = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in (("both", BOTH), ("all", ALL_OF_THEM))}
_SEEN = re.compile(SEEN, re.IGNORECASE)
_INSIDE, _OUTSIDE = re.compile(INSIDE, re.IGNORECASE), re.compile(OUTSIDE, re.IGNORECASE)
_SIDE_FIRST = re.compile(
    rf"(?:(?:who|is|are|also|he|she|they|he's|she's|works?|both|{BOTH})\s+)*(?:{INSIDE}|{OUTSIDE})[\s,;:.|–-]*",
    re.IGNORECASE,
)


_IN_BRACKETS = re.compile(r"[\s>]*\(([^()]{3,80})\)")
_PLEASE = re.compile(r"^(?:please|bitte|s'il\s+vous\s+plaît|por\s+favor)\b[\s,.!]*", re.IGNORECASE)
_THANKS_AFTER = re.compile(
    r"(?:^|[.!?,]\s+)(?:(?:many|vielen|muchas)\s+)?(?:thanks|thank\s+you|cheers|danke|dank|merci|gracias)\b.*$",
    re.IGNORECASE | re.DOTALL,
)


def is_item(text: str) -> bool:
    """Whether a line begins like an item of a list."""
    return item_mark(text) is not None


def experts_in(lines: Sequence[Line], sender: str, service: Iterable[str]) -> list[NamedExpert]:
    """The experts that stand in the text, in order."""
    ours = {same_person_key(address) for address in service}
    found: list[NamedExpert] = []
    for line in _with_neighbours(_joined(lines)):
        if len(found) >= MOST:
            break
        text = _without_mailto(line.text)
        if ADDRESS.search(text):
            found.extend(_from_addresses(replace(line, text=text), sender, ours))
        elif line.listed:
            found.extend(_from_name(replace(line, text=text)))
    return found


def _without_mailto(text: str) -> str:
    """Both "Ada <mailto:a@x>" and "a@x<mailto:a@x>" name one address."""
    if "mailto:" not in text.lower():
        return text
    rest = _MAILTO.sub(" ", text)
    return _MAILTO.sub(lambda one: " " if one[1].lower() in rest.lower() else f" <{one[1]}> ", text)


def _joined(lines: Sequence[Line]) -> list[Line]:
    """An address alone on its line belongs to the name on the line above."""
    result: list[Line] = []
    for line in lines:
        found = ADDRESS.search(line.text)
        above = result[-1] if result else None
        alone = found is not None and not line.text[: found.start()].strip(EDGES)
        is_loose = alone and not item_mark(line.text)
        if above and is_loose and not ADDRESS.search(above.text) and _ends_in_name(above.text):
            result[-1] = replace(above, text=f"{above.text} {line.text.strip()}")
        else:
            result.append(line)
    return result


def _with_neighbours(lines: Sequence[Line]) -> list[Line]:
    """An item without an address is an expert where the item above or below it has one."""
    result = list(lines)
    for place, line in enumerate(lines):
        if is_item(line.text) and not ADDRESS.search(line.text):
            beside = [*lines[max(0, place - 1) : place], *lines[place + 1 : place + 2]]
            if any(is_item(one.text) and ADDRESS.search(one.text) for one in beside):
                result[place] = replace(line, listed=True)
    return result


def _ends_in_name(text: str) -> bool:
    mark = item_mark(text)
    name, before = name_at_end(text[mark.end() :] if mark else text)
    return bool(name) and (not before.strip(EDGES) or len(text) > 60)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """One address of a line, with the words around it that belong to it."""

    email: str
    name: str
    aside: str  # who they are, before the name
    after: str


def _from_addresses(line: Line, sender: str, ours: set[str]) -> list[NamedExpert]:
    places = _places(line)
    experts = []
    for place in places:
        key = same_person_key(place.email)
        side = side_of(f"{place.aside} | {place.after}")
        says_side = bool(place.name) and side is not Side.UNKNOWN
        is_named = is_item(line.text) or (line.listed and place.name) or says_side
        if not is_named and (key in ours or key == same_person_key(sender)):
            continue
        experts.append(
            NamedExpert(
                name=place.name or name_from(place.email),
                email=place.email,
                side=side if side is not Side.UNKNOWN else line.side,
                seen_where=_seen(place.after),
            )
        )
    return _sided(experts, places[-1].after if places else "")


def _sided(experts: list[NamedExpert], last: str) -> list[NamedExpert]:
    """Take "both external" after the last for the last two, "all three" for everybody."""
    side = side_of(last)
    for name, count in (("both", 2), ("all", len(experts))):
        if side is not Side.UNKNOWN and _PAIR[name].search(last):
            kept = len(experts) - count
            return [
                replace(one, side=side) if place >= kept and one.side is Side.UNKNOWN else one
                for place, one in enumerate(experts)
            ]
    return experts


def _places(line: Line) -> list[_Place]:
    """Every address of a line with its name; what stands between two is shared out among them."""
    text, matches = line.text, list(ADDRESS.finditer(line.text))[:MOST]
    alone = len(matches) == 1
    read: list[tuple[str, str, str, str]] = []  # address, name, aside, what belongs to the one before
    for place, match in enumerate(matches):
        start = matches[place - 1].end() if place else 0
        email = match.group().rstrip(".!?*_").lstrip("*_")
        before = text[max(start, match.start() - LONGEST_BETWEEN) : match.start()]
        short = alone and (line.listed or is_item(text) or len(before.split()) <= LONGEST_LEAD)
        read.append((email, *_named(before, email, is_entry=short)))
    tails = [one[3] for one in read[1:]] + [text[matches[-1].end() :][:LONGEST_BETWEEN]]
    return [
        _Place(email=email, name=name or _name_behind(tail), aside=aside, after=tail)
        for (email, name, aside, _), tail in zip(read, tails, strict=True)
    ]


def _name_behind(after: str) -> str:
    """Read "ada@x.example (Ada Lovelace)" and "ada@x.example (Ada Lovelace, inside)"."""
    found = _IN_BRACKETS.match(after)
    name = found[1].partition(",")[0] if found else ""
    return trimmed(name) if looks_like_name(name) else ""


def _named(before: str, email: str, *, is_entry: bool) -> tuple[str, str, str]:
    """(name, who they are, what belongs to the address before) from the words before an address."""
    mark = item_mark(before)
    text = before[mark.end() :] if mark else before
    if is_entry:
        head, separator, tail = _cut(text)
        swapped = trimmed(text) if separator == "," and looks_like_name(tail) else ""
        if swapped and name_near(tail, email)[0]:
            return swapped, "", ""  # "Lovelace, Ada"
        if separator and looks_like_name(head):
            return trimmed(head), tail, ""
        lower = lower_case_name(text, email)
        if lower:
            return lower, "", ""
    name, rest = name_at_end(text)
    if not name:
        name, behind = name_near(text, email)
        return name, behind if name else text, ""
    ends = list(_SEPARATOR.finditer(rest))
    cut = ends[-1].end() if ends else 0
    return name, rest[cut:], rest[:cut]


def _cut(text: str) -> tuple[str, str, str]:
    """Cut "Grace Hopper, our CTO" at the first comma, bracket, bar or dash that has words behind it."""
    found = re.search(r",|\(|\||\s[–—-]\s|:", text)
    if not found or not text[found.end() :].strip(EDGES):
        return text, "", ""
    return text[: found.start()], found.group(), text[found.end() :]


def _from_name(line: Line) -> list[NamedExpert]:
    """A listed line without an address: the name is there, the address will be asked for."""
    mark = item_mark(line.text)
    body = line.text[mark.end() :] if mark else line.text
    head = re.split(r"[,(<–—:|]| - ", body, maxsplit=1)[0]
    if not looks_like_name(head):
        return []
    rest = body[len(head) :]
    side = side_of(rest)
    known = side if side is not Side.UNKNOWN else line.side
    return [NamedExpert(name=trimmed(head), side=known, seen_where=_seen(rest))]


def side_of(text: str) -> Side:
    """Inside or outside, where it is said."""
    text = text.replace("’", "'")
    if _OUTSIDE.search(text):
        return Side.OUTSIDE
    return Side.INSIDE if _INSIDE.search(text) else Side.UNKNOWN


def _seen(after: str) -> str:
    """Where the leader saw them do it: what follows the address, without the word for the side."""
    words = " ".join(after.strip(EDGES).split())
    words = _THANKS_AFTER.sub("", _PLEASE.sub("", words))
    words = _SIDE_FIRST.sub("", words, count=1) if _SIDE_FIRST.match(words) else words
    words = words.strip(EDGES + "!")
    if _SEEN.search(words) and len(words.split()) > 2:
        return words[:LONGEST_NOTE]
    return ""


def with_cc(
    named: Sequence[NamedExpert], cc: Sequence[Address], others: Iterable[str], text: str = ""
) -> tuple[list[NamedExpert], bool]:
    """Experts of the text, then those who stood in Cc alone; whether any expert stood in Cc.

    `text` may say of somebody in Cc whether they are inside or outside.
    """
    skip = {same_person_key(address) for address in others}
    result = list(named)
    seen = False
    for address in cc[:MOST]:
        key = same_person_key(address.email)
        if key in skip:
            continue
        name = given_first(address.name) or name_from(address.email)
        place = next((n for n, expert in enumerate(result) if _is(expert, name, key)), None)
        seen = True
        if place is None:
            result.append(NamedExpert(name=name, email=address.email, side=_side_said(name, text)))
        else:
            known = result[place]
            result[place] = replace(known, email=known.email or address.email, name=_fuller(known.name, name))
    return (_as_mentioned(result, text) if seen else result), seen


def _as_mentioned(experts: list[NamedExpert], text: str) -> list[NamedExpert]:
    """In the order the words name them, where they name them all."""
    text = text[:20_000]
    places = [min(_mentions(expert, text), default=-1) for expert in experts]
    if -1 in places:
        return experts
    return [expert for _, expert in sorted(zip(places, experts, strict=True), key=lambda one: one[0])]


def _mentions(expert: NamedExpert, text: str) -> list[int]:
    names = dict.fromkeys((expert.name, *expert.name.split()[:1], expert.email))
    found = (re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in names if name)
    return [one.start() for one in found if one]


def _side_said(name: str, text: str) -> Side:
    """What stands right behind a name: "Ada (inside)"."""
    words = name.split()
    if not words:
        return Side.UNKNOWN
    forms = "|".join(re.escape(form) for form in dict.fromkeys((name, words[0])))
    found = re.search(rf"(?<!\w)(?:{forms})\s*(?:\(|,|–|-|is\b|:)\s*([^),.;\n]{{1,60}})", text[:20_000])
    return side_of(found[1]) if found else Side.UNKNOWN


def _is(expert: NamedExpert, name: str, key: str) -> bool:
    if expert.email:
        return same_person_key(expert.email) == key
    names, other = set(expert.name.lower().split()), set(name.lower().split())
    return bool(names and other) and (names <= other or other <= names)


def _fuller(one: str, other: str) -> str:
    return other if len(other) > len(one) else one
