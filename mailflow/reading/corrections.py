"""What a leader changes of a kickoff that has been read before, named or by seat."""

import re
from collections.abc import Sequence
from dataclasses import replace

from mailflow.identity import is_address, same_person_key
from mailflow.mentoring.engagement import NamedExpert, Side
from mailflow.mentoring.kickoff import Kickoff
from mailflow.reading.capability import ability_phrase, doubts, tidy
from mailflow.reading.classify import Correspondent
from mailflow.reading.experts import ADDRESS, Line, experts_in, side_of
from mailflow.reading.languages import folded
from mailflow.reading.languages import leaders as words_of_leaders
from mailflow.reading.message import Message
from mailflow.reading.names import looks_like_name
from mailflow.reading.ours import words_of

LONGEST_BARE = 14  # words of a line that can only be the capability asked for
_CAPABILITY_IS = re.compile(words_of_leaders.CAPABILITY_IS, re.IGNORECASE)
_QUOTED_CHANGE = re.compile(
    r"\b(?:make\s+it|call\s+it|change\s+it\s+to|rather|instead)\s*:?\s*[\"\u201c\u2018']([^\"\u201d\u2019\n]{3,200})[\"\u201d\u2019']",
    re.IGNORECASE,
)
_PARTS = re.compile(r"(?<!\bDr)[.!;\n](?:\s|$)|,\s*(?:and|und|et|y)\s|\s(?:and|und|et|y)\s", re.IGNORECASE)
_LEAD = re.compile(words_of_leaders.CHOICE_LEADS, re.IGNORECASE)
_TAIL = re.compile(words_of_leaders.CHOICE_ENDS, re.IGNORECASE)
_OF_AN_ADDRESS = re.compile(r"\b(?:addresse?s?|adresse|e-?mail|mail|dirección|correo)\b")
_NOT_THE_OTHER = re.compile(r"[,(]?\s*(?:and\s+)?(?:not|nicht|pas|no)\s+\w+\)?", re.IGNORECASE)


def seat_named(words: str, who: Correspondent, besides: str = "") -> int:
    """The one seat whose expert is named; 0 for none or several."""
    tokens = set(words_of(words))
    new = set(words_of(besides))
    named = [seat for seat, name, _ in who.experts if _is_named(name, tokens, new)]
    return named[0] if len(named) == 1 else 0


def names_somebody(words: str, who: Correspondent) -> bool:
    """Whether any expert is named: such a "no" is about them, not about the whole."""
    tokens = set(words_of(words))
    return any(_is_named(name, tokens, set()) for _, name, _ in who.experts)


def _is_named(name: str, tokens: set[str], new: set[str]) -> bool:
    return any(len(part) > 2 and part in tokens and part not in new for part in words_of(name))


def bare_capability(words: str, who: Correspondent) -> Kickoff | None:
    """Read "the capability is delegation", or a short line that can only be the capability asked for."""
    stated = stated_capability(words)
    if stated:
        return of_capability(stated, who.language)
    line = next((one.strip() for one in words.splitlines() if one.strip()), "")
    may_be = not who.capability or who.asked_to_narrow
    if not may_be or len(line.split()) > LONGEST_BARE or "?" in line or ADDRESS.search(line):
        return None
    text = tidy(_TAIL.sub("", _LEAD.sub("", line.replace("\u2019", "'"))))
    chosen = _by_place(text, who.capability)
    return of_capability(chosen or text, who.language) if text else None


_FIRST, _SECOND = (
    ("first", "erste", "premier", "première", "primera"),
    ("second", "zweite", "deuxième", "segunda"),
)
_PLACES = {**dict.fromkeys(_FIRST, 0), **dict.fromkeys(_SECOND, 1)}


def _by_place(text: str, capability: str) -> str:
    """Take "the second one" of two that were joined."""
    words = [
        word for word in words_of(text) if word not in {"the", "one", "die", "der", "la", "le", "please"}
    ]
    parts = re.split(r"\s+(?:and|und|et|y|&)\s+", capability)
    place = _PLACES.get(words[0]) if len(words) == 1 else None
    return parts[place] if place is not None and len(parts) == len(("first", "second")) else ""


def stated_capability(words: str) -> str:
    """The capability that a change names as such."""
    found = _CAPABILITY_IS.search(words) or _QUOTED_CHANGE.search(words)
    if not found:
        return ""
    text = found.group(1).splitlines()[0]
    return tidy(
        re.split(r"\s+(?:instead\s+of|rather\s+than|statt|au\s+lieu\s+de|en\s+lugar\s+de)\s", text)[0]
    )


def of_capability(text: str, language: str) -> Kickoff:
    """A kickoff that names nothing but the capability."""
    return Kickoff(capability=text, phrase=ability_phrase(text, language), doubts=doubts(text))


def reseated(words: str, message: Message, who: Correspondent) -> tuple[NamedExpert, ...] | None:
    """All three experts with what the words change of them; empty: nothing; None: unclear whose place."""
    seats = [NamedExpert(name=name, email=email) for _, name, email in who.experts]
    changed = False
    for part in _parts(words):
        named = experts_in([Line(text=part, listed=True)], message.sender, who.service_addresses)
        for expert in (one for one in named if is_address(one.email) and not is_own(one, message)):
            place = _place(part, expert, who)
            if place is None:
                return None
            changed = changed or same_person_key(seats[place].email) != same_person_key(expert.email)
            seats[place] = _seated(expert, seats[place], is_other=_swaps(part))
        side = _side_said(part, who) if not named else None
        if side is not None:
            seats[side[0]] = replace(seats[side[0]], side=side[1])
            changed = True
    return tuple(seats) if changed else ()


def is_own(expert: NamedExpert, message: Message) -> bool:
    """Whether an address is rather the leader's own: it stands below their mails."""
    names = {word for word in words_of(message.sender_name) if len(word) > 1}
    parts = set(re.split(r"[._+-]", expert.email.partition("@")[0].lower()))
    return same_person_key(expert.email) == same_person_key(message.sender) or bool(names & parts)


def _parts(words: str) -> list[str]:
    """Stretches of the words with one address each at most, cut where sentences and clauses end."""
    parts, current = [], ""
    for piece in _PARTS.split(words):
        both = bool(ADDRESS.search(current)) and bool(ADDRESS.search(piece))
        if current and (both or not _is_half(current)):
            parts.append(current)
            current = piece
        else:
            current = f"{current} {piece}".strip()
    return [*parts, current]


def _is_half(text: str) -> bool:
    """Whether a stretch names no address yet, so that what follows may belong to it."""
    return ADDRESS.search(text) is None and len(text) < 120 and text.rstrip().endswith(":")


def _place(part: str, expert: NamedExpert, who: Correspondent) -> int | None:
    seat = seat_named(ADDRESS.sub(" ", part), who, besides=expert.name)
    if seat:
        return seat - 1
    first = words_of(expert.name)[:1]
    places = [n for n, (_, name, _) in enumerate(who.experts) if first and words_of(name)[:1] == first]
    same = [
        n
        for n, (_, _, email) in enumerate(who.experts)
        if same_person_key(email) == same_person_key(expert.email)
    ]
    return next(iter([*same, *places]), None)


def _seated(expert: NamedExpert, before: NamedExpert, *, is_other: bool) -> NamedExpert:
    """The newcomer; or the same person, by their full name, at another address."""
    one, other = set(words_of(expert.name)), set(words_of(before.name))
    if is_other and one and not one & other:
        return expert
    is_same = not one or one <= other or _is_from_address(expert)
    if is_same and (one <= other or not looks_like_name(expert.name) or _is_from_address(expert)):
        return replace(expert, name=before.name)
    return expert


def _swaps(part: str) -> bool:
    """Whether the words put one person in another's place, not one address in another's."""
    words = folded(ADDRESS.sub(" ", part))
    return words_of_leaders.SWAP.search(words) is not None and _OF_AN_ADDRESS.search(words) is None


def _is_from_address(expert: NamedExpert) -> bool:
    """Whether a name was only guessed from the address."""
    local = re.split(r"[._+-]", expert.email.partition("@")[0].lower())
    return bool(expert.name) and words_of(expert.name) == [word for word in local if word]


def _side_said(part: str, who: Correspondent) -> tuple[int, Side] | None:
    """Read "Mary is inside, not outside" as (place, side)."""
    seat = seat_named(part, who)
    side = side_of(_NOT_THE_OTHER.sub(" ", folded(part)))
    return (seat - 1, side) if seat and side is not Side.UNKNOWN else None


def remaining(words: str, who: Correspondent) -> tuple[NamedExpert, ...]:
    """Three of more than three, where the words drop the others or name the three; else empty."""
    seats = [NamedExpert(name=name, email=email) for _, name, email in who.experts]
    surplus = len(seats) - 3
    if surplus <= 0 or ADDRESS.search(words):
        return ()
    tokens = set(words_of(words))
    named = [place for place, expert in enumerate(seats) if _is_named(expert.name, tokens, set())]
    drops = words_of_leaders.DROP.search(folded(words)) is not None
    if drops and len(named) == surplus:
        return tuple(expert for place, expert in enumerate(seats) if place not in named)
    return tuple(seats[place] for place in named) if not drops and len(named) == len(seats) - surplus else ()


def unaddressed(words: str, named: Sequence[NamedExpert], who: Correspondent) -> tuple[NamedExpert, ...]:
    """A lone address for the one known person who has none, by whatever name the address suggests."""
    waiting = [name for _, name, email in who.experts if not is_address(email)]
    if len(named) != 1 or len(waiting) != 1 or not is_address(named[0].email):
        return tuple(named)
    bare = ADDRESS.sub(" ", words)
    says_whose = any(word in set(words_of(bare)) for word in words_of(named[0].name) if len(word) > 2)
    return (replace(named[0], name=waiting[0]),) if not says_whose or not named[0].name else tuple(named)


def only_names(words: str) -> list[Line]:
    """Lines that hold nothing but a name each, as a list of experts without addresses."""
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    bare = [re.sub(r"^\s*(?:[-*\u2022]|\d[.)])\s*", "", line) for line in lines]
    are_names = len(bare) > 1 and all(looks_like_name(line.partition(",")[0]) for line in bare)
    return [Line(text=line, listed=True) for line in bare] if are_names else []
