"""What a leader's mail means, by where their engagement stands.  Only unquoted human words count.

Doubt is an answer of its own: NotUnderstood brings a kind letter that says so.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from mailflow.identity import Purpose, is_address
from mailflow.mentoring.engagement import LEADER_SEAT, PIECES_EACH, NamedExpert, Piece, Stage
from mailflow.mentoring.events import (
    Bounced,
    CancelWanted,
    Chatted,
    Confirmed,
    Event,
    GoalWorded,
    HeardInPerson,
    HoldWanted,
    KickoffRead,
    NotUnderstood,
    NudgeWanted,
    ProgressAsked,
    RelayAnswered,
    ResumeWanted,
    SubstituteNamed,
    ThreadDrawn,
    WaitWanted,
    WasAway,
)
from mailflow.mentoring.kickoff import Kickoff
from mailflow.reading.capability import ability_phrase, doubts, tidy
from mailflow.reading.classify import Correspondent
from mailflow.reading.experts import ADDRESS, Line, experts_in, with_cc
from mailflow.reading.kickoff import read_kickoff
from mailflow.reading.languages import leaders
from mailflow.reading.layout import laid_out
from mailflow.reading.message import Machine, Message
from mailflow.reading.own_words import Label, OwnWords

LONGEST_WORDS = 2_000
LONGEST_SHOWN = 500
SHORT = 12  # words; a longer mail is more than a yes or a no
_NUMBERED = re.compile(r"(?m)^\s*(?:[-*\u2022]|\(?[1-9][.):])\s+(.+)$")
_INLINE = re.compile(r"\(?\b([1-9])[.):]\s+")
_LETTER = re.compile(
    r"^(?:(?:option|candidate|thread|letter|i(?:'d)?\s+(?:choose|pick|take|say|go\s+(?:for|with)))\s+)*([abc])\b[.)!]?\s*$"
)
_FIRST_LETTER = re.compile(
    r"^(?:(?:option|candidate|thread|letter|i(?:'d)?\s+(?:choose|pick|take|say|go\s+(?:for|with)))\s+)+([abc])\b"
)
_ORDINAL = {
    "first": 0,
    "second": 1,
    "third": 2,
    "erste": 0,
    "zweite": 1,
    "dritte": 2,
    "premier": 0,
    "deuxieme": 1,
    "troisieme": 2,
}
_PIECES = re.compile(
    r"^(?:i(?:'d)?\s+(?:would\s+)?say\s+|pieces?\s+|numbers?\s+)?((?:[1-9](?:\s*(?:,|&|\+|and|und|et|y)\s*|\s+)){1,8}[1-9])\b(.*)",
    re.DOTALL,
)
_TITLE = re.compile(r"(?:call(?:ed)?\s+it|about|title|named?|:|[\u2013\u2014-])\s*(?:is\s+)?(.+)$", re.DOTALL)
_CAPABILITY_IS = re.compile(r"\bcapability\s+(?:is|should\s+(?:be|read|say)|:)\s*(.+)", re.IGNORECASE)


def classify_leader(message: Message, own: OwnWords, who: Correspondent, now: datetime) -> Event:
    """The one event a message from the leader means."""
    del now
    if message.machine is not Machine.PERSON:
        return _machine(message)
    words = own.text.strip()
    if who.stage is None:
        return KickoffRead(kickoff=_kickoff(laid_out(message, own).strip(), message, own, who))
    if not words:
        return NotUnderstood(words="")
    by_stage = {
        Stage.DRAFT: _completing,
        Stage.PREVIEW: _previewing,
        Stage.COMPLETE: _drawing,
        Stage.GOAL_SET: _living,
    }
    return by_stage.get(who.stage, _gathering)(words[:LONGEST_WORDS], message, own, who)


def _machine(message: Message) -> Event:
    match message.machine:
        case Machine.AUTO_REPLY:
            return WasAway(seat=LEADER_SEAT)
        case Machine.BOUNCE | Machine.DELAY:
            return Bounced(seat=LEADER_SEAT, permanent=message.machine is Machine.BOUNCE)
        case _:
            return Chatted(seat=LEADER_SEAT)


# --- kickoff and preview ---


def _kickoff(words: str, message: Message, own: OwnWords, who: Correspondent) -> Kickoff:
    signature = "\n".join(block.text for block in own.blocks if block.label is Label.SIGNATURE)
    return read_kickoff(
        words,
        message,
        service_addresses=who.service_addresses,
        more=signature,
        subject=message.subject if who.stage is None else "",
        language=who.language,
    )


def _completing(words: str, message: Message, own: OwnWords, who: Correspondent) -> Event:
    """A reply to "this is missing": the rest, or "it stands"."""
    if _is(words, leaders.CANCEL):
        return CancelWanted()
    kickoff = _kickoff(words, message, own, who)
    insists = _is(words, leaders.STANDS) or _is(words, leaders.YES)
    if kickoff.is_empty and not insists and who.stage is Stage.DRAFT:
        kickoff = _bare_capability(words) or kickoff
    if kickoff.is_empty and not insists:
        return NotUnderstood(words=words[:LONGEST_SHOWN])
    return KickoffRead(kickoff=kickoff, insists=insists)


def _bare_capability(words: str) -> Kickoff | None:
    """Read "Capability is delegation", or a short line that can only be the capability asked for."""
    found = _CAPABILITY_IS.search(words)
    first = words.strip().splitlines()[0]
    text = found.group(1).splitlines()[0] if found else first
    if not found and (len(first.split()) > SHORT or "?" in first or ADDRESS.search(first)):
        return None
    capability = tidy(text)
    return Kickoff(capability=capability, phrase=ability_phrase(capability), doubts=doubts(capability))


def _previewing(words: str, message: Message, own: OwnWords, who: Correspondent) -> Event:
    """Yes, no, or a correction; "yes, but" is a correction."""
    correction = _correction(words, message, own, who)
    if correction is not None:
        return correction
    reserved = _has(words, leaders.BUT)
    if _is(words, leaders.YES) and not reserved:
        return Confirmed()
    if _is(words, leaders.NO) and not reserved:
        return CancelWanted()
    if _is(words, leaders.HOW_IT_STANDS):
        return ProgressAsked()
    if _opens(words, leaders.YES) and not reserved and "?" not in words:
        return Confirmed()
    return NotUnderstood(words=words[:LONGEST_SHOWN])


def _correction(words: str, message: Message, own: OwnWords, who: Correspondent) -> Event | None:
    """What of the kickoff changes; None: nothing."""
    kickoff = _kickoff(words, message, own, who)
    capability = _CAPABILITY_IS.search(words)
    if capability and not kickoff.capability:
        text = tidy(capability.group(1).splitlines()[0])
        kickoff = replace(kickoff, capability=text, phrase=ability_phrase(text))
    if kickoff.experts and len(kickoff.experts) < len(who.experts):
        kickoff = replace(kickoff, experts=_reseated(words, kickoff.experts, who))
    corrects = kickoff.capability or kickoff.experts or kickoff.horizon_months
    stated = kickoff.why_now or kickoff.to_what_end
    if not corrects and not (stated and not _opens(words, leaders.YES)):
        return None
    return KickoffRead(kickoff=kickoff, insists=True)


def _reseated(words: str, new: Sequence[NamedExpert], who: Correspondent) -> tuple[NamedExpert, ...]:
    """All three experts with the new ones in the places of those that the words name."""
    seats = [NamedExpert(name=name, email=email) for _, name, email in who.experts]
    for expert in new:
        seat = _seat_named(words, who, besides=expert)
        same = next(
            (n for n, old in enumerate(seats) if _first_name(old.name) == _first_name(expert.name)), None
        )
        place = seat - 1 if seat else same
        if place is not None:
            known = expert.name if expert.name and seat else seats[place].name
            seats[place] = replace(expert, name=known if place == same or not expert.name else expert.name)
    return tuple(seats)


# --- while pieces are gathered ---


def _gathering(words: str, message: Message, own: OwnWords, who: Correspondent) -> Event:
    del own
    if who.replied_to is Purpose.QUESTION_RELAY and not _is(words, leaders.HOW_IT_STANDS):
        return RelayAnswered(seat=who.about, words=words)
    told = _heard(words, who)
    if told is not None:
        return told
    newcomer = _newcomer(words, message, who)
    if newcomer is not None:
        return newcomer
    return _command(words, who) or NotUnderstood(words=words[:LONGEST_SHOWN])


def _command(words: str, who: Correspondent) -> Event | None:
    """A short order in plain words."""
    seat = _seat_named(words, who) or who.about
    short = len(words.split()) <= SHORT * 2
    if _is(words, leaders.CANCEL):
        return CancelWanted()
    if _is(words, leaders.PAUSE):
        return HoldWanted()
    if _is(words, leaders.RESUME):
        return ResumeWanted()
    if _is(words, leaders.HOW_IT_STANDS) or (short and _has(words, leaders.HOW_IT_STANDS)):
        return ProgressAsked()
    if short and _has(words, leaders.NUDGE):
        return NudgeWanted(seat=seat)
    if short and _has(words, leaders.WAIT):
        return WaitWanted(seat=seat)
    return _short_word(words)


def _short_word(words: str) -> Event | None:
    if _is(words, leaders.YES) or (_opens(words, leaders.YES) and len(words.split()) <= SHORT):
        return Confirmed()
    if _is(words, leaders.NO):
        return CancelWanted() if _is(words, leaders.CANCEL) else NotUnderstood(words=words[:LONGEST_SHOWN])
    if _opens(words, leaders.THANKS) and len(words.split()) <= SHORT:
        return Chatted(seat=LEADER_SEAT)
    return None


def _newcomer(words: str, message: Message, who: Correspondent) -> Event | None:
    """Somebody else for a seat, or another address for the same person."""
    lines = [Line(text=line, listed=True) for line in words.splitlines()]
    named = experts_in(lines, message.sender, who.service_addresses)
    named, _ = with_cc(named[:1], message.cc if not named else (), [message.sender, *who.service_addresses])
    if not named or not is_address(named[0].email):
        return None
    asks = _has(words, (*leaders.SWAP, *leaders.ASK, *leaders.ADDRESS_IS)) or _opens(words, leaders.YES)
    if not asks and who.replied_to is not Purpose.SEAT_OPEN:
        return None
    expert = named[0]
    seat = _seat_named(words, who, besides=expert) or who.about
    if _has(words, leaders.ADDRESS_IS) or expert.name.lower() in {"his", "her", "their", "the"}:
        expert = replace(expert, name="")
    return SubstituteNamed(seat=seat, expert=expert)


def _heard(words: str, who: Correspondent) -> Event | None:
    """Read "Grace told me: 1. ... 2. ... 3. ..."."""
    pieces = _numbered(words)
    seat = _seat_named(words.partition("\n")[0][:200], who) or _seat_named(words[:200], who)
    if not pieces or not seat or not _has(words[:300], leaders.TOLD):
        return None
    return HeardInPerson(seat=seat, pieces=pieces)


def _numbered(words: str) -> tuple[Piece, ...]:
    marks = list(_NUMBERED.finditer(words))
    if marks:
        ends = [mark.start() for mark in marks[1:]] + [len(words)]
        return tuple(_piece(words, mark.start(1), end) for mark, end in zip(marks, ends, strict=True))
    inline = list(_INLINE.finditer(words))
    if not inline or [mark.group(1) for mark in inline] != [str(n + 1) for n in range(len(inline))]:
        return ()
    ends = [mark.start() for mark in inline[1:]] + [len(words)]
    return tuple(_piece(words, mark.end(), end) for mark, end in zip(inline, ends, strict=True))[
        : PIECES_EACH * 2
    ]


def _piece(words: str, start: int, end: int) -> Piece:
    text = words[start:end].partition("\n\n")[0].strip()
    return Piece(text=text, start=start, end=start + len(text))


def _seat_named(words: str, who: Correspondent, besides: NamedExpert | None = None) -> int:
    """The one seat whose expert is named; 0 for none or several."""
    tokens = set(re.findall(r"[^\W\d_]+", _folded(words)))
    new = set(_folded(besides.name).split()) if besides is not None else set()
    named = [
        seat
        for seat, name, _ in who.experts
        if any(part in tokens and part not in new for part in _folded(name).split() if len(part) > 2)
    ]
    return named[0] if len(named) == 1 else 0


def _first_name(name: str) -> str:
    return _folded(name).partition(" ")[0]


# --- after the ninth piece ---


def _drawing(words: str, message: Message, own: OwnWords, who: Correspondent) -> Event:
    """The thread by letter, numbers or none; the goal in own words; or a word like any other."""
    del message, own
    drawn = _thread(words)
    if drawn is not None:
        return drawn
    if _is(words, leaders.STANDS):
        return GoalWorded(words="", missing=(), insists=True)
    return _goal(words, who) or _command(words, who) or NotUnderstood(words=words[:LONGEST_SHOWN])


def _thread(words: str) -> ThreadDrawn | None:
    folded = _folded(words)
    letter = _LETTER.match(folded) or _FIRST_LETTER.match(folded)
    if letter:
        return ThreadDrawn(candidate="abc".index(letter.group(1)))
    if _is(words, leaders.NONE):
        return ThreadDrawn()
    short = folded.split()
    if len(short) <= 4:
        ordinal = next((_ORDINAL[word.strip(".,!")] for word in short if word.strip(".,!") in _ORDINAL), None)
        if ordinal is not None:
            return ThreadDrawn(candidate=ordinal)
    found = _PIECES.match(folded)
    if not found:
        return None
    numbers = tuple(dict.fromkeys(int(digit) for digit in re.findall(r"[1-9]", found.group(1))))
    title = _TITLE.search(words[len(words) - len(found.group(2)) :] if found.group(2) else "")
    return ThreadDrawn(pieces=numbers, label=_title(title.group(1)) if title else "")


def _title(text: str) -> str:
    title = tidy(text.strip().splitlines()[0]) if text.strip() else ""
    about = re.match(r"(?:it(?:'|\u2019)?s\s+)?(?:all\s+)?about\s+", title, re.IGNORECASE)
    return (title[about.end() :] if about else title)[:80]


_ASKED_FOR_GOAL = frozenset(
    {Purpose.SYNTHESIS, Purpose.SYNTHESIS_REVISED, Purpose.GOAL_FEEDBACK, Purpose.GOAL_SET}
)


def _goal(words: str, who: Correspondent) -> GoalWorded | None:
    long_enough = len(words.split()) >= 5
    says_so = _opens(words, leaders.GOAL_IS) or _has(words, leaders.GOAL_IS)
    asked = who.replied_to in _ASKED_FOR_GOAL
    if not long_enough or words.rstrip().endswith("?") or not (says_so or asked):
        return None
    if _is(words, (*leaders.HOW_IT_STANDS, *leaders.CANCEL, *leaders.PAUSE)) or _opens(words, leaders.THANKS):
        return None
    return GoalWorded(words=words, missing=())


def _living(words: str, message: Message, own: OwnWords, who: Correspondent) -> Event:
    """The goal is set: a new wording, an order, or news about how it goes."""
    del message, own
    if who.replied_to in {Purpose.GOAL_SET, Purpose.GOAL_FEEDBACK} and _has(words, leaders.GOAL_IS):
        return GoalWorded(words=words, missing=())
    order = _command(words, who)
    return order if order is not None and not isinstance(order, Confirmed) else Chatted(seat=LEADER_SEAT)


# --- words ---


def _folded(text: str) -> str:
    """Lower-case, typographic signs made plain, blanks evened."""
    plain = unicodedata.normalize("NFC", text).replace("\u2019", "'").casefold()
    return " ".join(plain.split())


_GREETING = re.compile(r"(?:hi|hello|hey|dear|hallo|liebe\w*|bonjour|hola)\b[^,!.]{0,40}(?:[,!.]\s*|$)")
_ENDING = re.compile(
    r"[\s,.!;:-]*\b(?:thanks|thank you|many thanks|best|cheers|regards|danke|merci|gracias)\b.{0,60}$"
)


def _core(words: str) -> str:
    """The first paragraph that is more than a greeting, without thanks, sign-off and punctuation."""
    paragraphs = [_folded(paragraph) for paragraph in words.split("\n\n") if paragraph.strip()]
    stripped = [_GREETING.sub("", paragraph, count=1) for paragraph in paragraphs]
    text = next((paragraph for paragraph in stripped if paragraph.strip()), "")
    return _ENDING.sub("", text).strip(" .,!;:-") or _folded(words).strip(" .,!;:-")


def _is(words: str, phrases: Sequence[str]) -> bool:
    """Whether the words are one of `phrases`, or several of them in a row, and nothing else."""
    core = re.sub(r"\bplease\b|\bbitte\b", " ", _core(words))
    parts = [" ".join(part.split()) for part in re.split(r"[,.!;:\u2013-]+|\band\b", core)]
    known = {" ".join(phrase.replace("please", " ").split()) for phrase in phrases}
    parts = [part for part in parts if part]
    return bool(parts) and parts[0] in known and all(part in known or _is_courtesy(part) for part in parts)


def _is_courtesy(part: str) -> bool:
    return any(part.startswith(word) for word in (*leaders.THANKS, *leaders.YES)) or len(part.split()) == 1


def _opens(words: str, phrases: Sequence[str]) -> bool:
    core = _core(words)
    return any(
        core == phrase or core.startswith((phrase + " ", phrase + ",", phrase + ".", phrase + "!"))
        for phrase in phrases
    )


def _has(words: str, phrases: Sequence[str]) -> bool:
    text = f" {_folded(words)} "
    return any(re.search(rf"(?<![^\W\d_]){re.escape(phrase)}(?![^\W\d_])", text) for phrase in phrases)
