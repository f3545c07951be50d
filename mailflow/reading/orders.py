"""A leader's plain words while pieces are gathered: status, pause, nudge, somebody else, heard in person."""

import re
from dataclasses import replace
from datetime import datetime

from mailflow.identity import Purpose, is_address
from mailflow.mentoring.engagement import LEADER_SEAT, PIECES_EACH, NamedExpert, Piece, Stage
from mailflow.mentoring.events import (
    CancelWanted,
    Chatted,
    Confirmed,
    ConsentGiven,
    Event,
    HeardInPerson,
    HoldWanted,
    NudgeWanted,
    ProgressAsked,
    ResumeWanted,
    SubstituteNamed,
    WaitWanted,
)
from mailflow.reading.answer import read_answer
from mailflow.reading.classify import Correspondent
from mailflow.reading.corrections import is_own, seat_named
from mailflow.reading.dates import read_until
from mailflow.reading.experts import Line, experts_in, with_cc
from mailflow.reading.languages import Phrases, folded
from mailflow.reading.languages import leaders as words_of_leaders
from mailflow.reading.message import Message
from mailflow.reading.names import looks_like_name, name_at_end, trimmed
from mailflow.reading.own_words import OwnWords
from mailflow.reading.verdict import Verdict, said, verdict

SHORT = 30  # words; a longer mail is more than an order
BRIEF = 14
_AFTER_NINE = frozenset({Stage.COMPLETE, Stage.GOAL_SET, Stage.CLOSED})
_NUMBERED = re.compile(r"(?m)^\s*(?:[-*\u2022]|\(?[1-9][.):])\s+(.+)$")
_INLINE = re.compile(r"\(?\b([1-9])[.):]\s+")
# "Wait two weeks" is in two weeks.
_FOR_A_TIME = re.compile(
    r"^.*?\b(?:wait|warten?|attend\w*|esper\w*)\s+(?:for\s+|noch\s+)?(?:another\s+|weitere\s+|encore\s+)?"
)
_WHOM = re.compile(
    r"\b(?:[Aa]sk|[Tt]ake|[Tt]ry|[Ii]nvite|[Ff]rage?|[Nn]imm|[Dd]emandez|[Pp]renez|[Pp]regunta(?:\s+a)?|name\s+is)\s+((?:[^\W\d_a-z][\w.'\u2019-]*\s?){2,4})"
)


def order(words: str, who: Correspondent, now: datetime) -> Event | None:
    """The order that a short mail gives; None: none."""
    text = folded(said(words))
    if len(text.split()) > SHORT:
        return None
    if words_of_leaders.PROGRESS.search(text):
        return ProgressAsked()
    if who.stage in _AFTER_NINE and _consents(text):
        return ConsentGiven()
    if "?" in text and words_of_leaders.MAY_I.search(text):
        return None
    seat = seat_named(text, who)
    return (
        _about_one(words, text, seat or who.about, who, now)
        or _about_all(text, seat)
        or _short_word(words, text)
    )


def _consents(text: str) -> bool:
    """Whether the experts may hear at the end what came of their advice."""
    told = words_of_leaders.TELL_THEM.search(text) is not None and len(text.split()) <= BRIEF
    return told and "?" not in text and not _is_negated(text, words_of_leaders.TELL_THEM)


def _about_one(words: str, text: str, seat: int, who: Correspondent, now: datetime) -> Event | None:
    """Remind somebody, or leave them time."""
    if words_of_leaders.NO_NUDGE.search(text) and (seat or words_of_leaders.NUDGE.search(text)):
        return WaitWanted(seat=seat)
    if words_of_leaders.NUDGE.search(text):
        return NudgeWanted(seat=seat)
    waits = words_of_leaders.WAIT.search(text) or (
        seat_named(text, who) and words_of_leaders.HOLD.search(text)
    )
    if not waits:
        return None
    until = read_until(words, now, who.language) or read_until(
        _FOR_A_TIME.sub("in ", text), now, who.language
    )
    return WaitWanted(seat=seat, until=until)


def _about_all(text: str, seat: int) -> Event | None:
    """End, pause or resume the whole; a word with somebody's name beside it is not about the whole."""
    if seat:
        return None
    if words_of_leaders.RESUME.search(text) and not _is_negated(text, words_of_leaders.RESUME):
        return ResumeWanted()
    if words_of_leaders.HOLD.search(text) and not _is_negated(text, words_of_leaders.HOLD):
        return HoldWanted()
    if words_of_leaders.CANCEL.search(text) and not _is_negated(text, words_of_leaders.CANCEL):
        return CancelWanted()
    return None


def _is_negated(text: str, pattern: Phrases) -> bool:
    found = pattern.search(text)
    return bool(found and words_of_leaders.NEGATED.search(text[max(0, found.start() - 12) : found.start()]))


def _short_word(words: str, text: str) -> Event | None:
    if words_of_leaders.THANKS.match(text) and len(text.split()) <= BRIEF:
        return Chatted(seat=LEADER_SEAT)
    return Confirmed() if verdict(words) is Verdict.YES and len(text.split()) <= BRIEF else None


# --- somebody else ---


def newcomer(words: str, message: Message, who: Correspondent) -> SubstituteNamed | None:
    """Somebody else for a seat, or another address for the same person."""
    expert = _named(words, message, who)
    if expert is None:
        return None
    text = folded(words)
    asks = any(
        pattern.search(text)
        for pattern in (words_of_leaders.SWAP, words_of_leaders.ASK, words_of_leaders.ADDRESS_IS)
    )
    if not (asks or who.replied_to is Purpose.SEAT_OPEN or words_of_leaders.YES_FIRST.match(text)):
        return None
    seat = seat_named(text.replace(expert.email.lower(), " "), who, besides=expert.name)
    seat = seat or who.about or (seat_named(expert.name, who) if expert.name else 0)
    return SubstituteNamed(seat=seat, expert=_as_named(expert, words, seat, who))


def _named(words: str, message: Message, who: Correspondent) -> NamedExpert | None:
    lines = [Line(text=line, listed=True) for line in words.splitlines()]
    named = experts_in(lines, message.sender, who.service_addresses)
    known = {email.lower() for _, _, email in who.experts}
    named = [one for one in named if is_address(one.email) and not is_own(one, message)]
    named = [one for one in named if one.email.lower() not in known] or named
    if not named:
        named, _ = with_cc((), message.cc, [message.sender, *who.service_addresses])
        named = [one for one in named if one.email.lower() not in known]
    return named[0] if named else _without_address(words, who)


def _without_address(words: str, who: Correspondent) -> NamedExpert | None:
    """Read "ask Hana Sato": the address will be asked for."""
    asked = _WHOM.search(words)
    line = said(words).strip().rstrip(".!")
    bare = looks_like_name(line) and len(line.split()) > 1 and who.replied_to is Purpose.SEAT_OPEN
    name = trimmed(asked[1]) if asked else trimmed(line) if bare else ""
    if not name or not looks_like_name(name) or seat_named(name, who):
        return None
    return NamedExpert(name=name, email="")


def _as_named(expert: NamedExpert, words: str, seat: int, who: Correspondent) -> NamedExpert:
    """Without a name that only the address gave away, where the words say whose address it is."""
    text = folded(words)
    around = text.replace(expert.email.lower(), " ") if expert.email else text
    is_said = any(part in around for part in folded(expert.name).split())
    same = seat and seat_named(expert.name, who) == seat
    if same or not expert.name or (not is_said and expert.email) or not name_at_end(expert.name)[0]:
        return replace(expert, name="")
    return expert


# --- heard in person ---


def heard(words: str, own: OwnWords, who: Correspondent) -> HeardInPerson | None:
    """Read "Grace told me: 1. ... 2. ... 3. ..."."""
    head = words[:300].partition("\n\n")[0] if "\n\n" in words[:300] else words[:300]
    first = words.partition("\n")[0][:200]
    seat = seat_named(first, who) or seat_named(head, who) or who.about
    names_them = seat_named(head, who) and re.search(r"'s\b|:", folded(first))
    if not seat or not (words_of_leaders.TOLD.search(folded(head)) or names_them):
        return None
    pieces = _numbered(words) or _otherwise(own)
    return HeardInPerson(seat=seat, pieces=pieces) if pieces else None


def _otherwise(own: OwnWords) -> tuple[Piece, ...]:
    pieces = read_answer(own)
    return pieces if 1 < len(pieces) <= PIECES_EACH * 2 else ()


def _numbered(words: str) -> tuple[Piece, ...]:
    marks = list(_NUMBERED.finditer(words))
    if marks:
        starts = [mark.start(1) for mark in marks]
    else:
        inline = list(_INLINE.finditer(words))
        if not inline or [mark.group(1) for mark in inline] != [str(n + 1) for n in range(len(inline))]:
            return ()
        marks, starts = inline, [mark.end() for mark in inline]
    ends = [mark.start() for mark in marks[1:]] + [len(words)]
    return tuple(_piece(words, start, end) for start, end in zip(starts, ends, strict=True))[
        : PIECES_EACH * 2
    ]


def _piece(words: str, start: int, end: int) -> Piece:
    text = words[start:end].partition("\n\n")[0].strip()
    return Piece(text=text, start=start, end=start + len(text))
