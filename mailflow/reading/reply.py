"""What an expert's message means.  By evidence; doubt is Unclear, never a guess."""

import re
from collections.abc import Sequence
from datetime import date, datetime

from mailflow.identity import Purpose
from mailflow.mentoring.engagement import PIECES_EACH, Piece, Standing
from mailflow.mentoring.events import (
    Accepted,
    Answered,
    Bounced,
    Chatted,
    Corrected,
    Declined,
    ExpertEvent,
    PauseAsked,
    QuestionAsked,
    StopAsked,
    Unclear,
    WasAway,
)
from mailflow.reading.answer import Reading, is_advice, read
from mailflow.reading.classify import Correspondent
from mailflow.reading.dates import read_until
from mailflow.reading.hours import clear_moment
from mailflow.reading.inline import sentences
from mailflow.reading.intent import Intent, instead_words, intent_of, is_about_us, turns
from mailflow.reading.languages import CALENDAR_NO, CALENDAR_YES, CHANGE_WORDS, folded
from mailflow.reading.message import Machine, Message
from mailflow.reading.ours import words_of
from mailflow.reading.own_words import OwnWords
from mailflow.reading.signature import is_greeting, is_name, is_sign_off

LONGEST_CHAT = 40  # words
LONGEST_WORDS = 2000  # characters handed on to letters
_CHANGE = re.compile(
    r"(?:^|\n|(?<=[.:;!,] ))\W{0,3}"
    r"(?:(?:please|bitte|and|und|can you|could you|i would|i'd|let me|s'il vous plaît) )?"
    rf"(?:(?:{'|'.join(re.escape(word) for word in sorted(CHANGE_WORDS, key=len, reverse=True))})\s+){{1,4}}"
    r"#?([1-9])\s*(?:[:.)–—,-]|"
    r"\b(?:to|into|should (?:read|be|say)|becomes|with|zu|in|auf|durch|par|en|por|a)\b:?)\s*",
    re.IGNORECASE,
)


def classify_reply(message: Message, own: OwnWords, who: Correspondent, now: datetime) -> ExpertEvent:
    """The one event a message from the expert in `who.seat` means."""
    match message.machine:
        case Machine.BOUNCE | Machine.DELAY:
            return Bounced(
                seat=who.seat,
                permanent=message.machine is Machine.BOUNCE,
                letter=who.replied_to.value if who.replied_to else "",
            )
        case Machine.AUTO_REPLY:
            return WasAway(seat=who.seat, until=_return_day(message, own, who, now))
        case Machine.CALENDAR:
            return _calendar(message, who)
        case Machine.RECEIPT | Machine.OWN:
            return Chatted(seat=who.seat)
        case Machine.BULK:
            return Unclear(seat=who.seat, why="it came as bulk mail")
        case Machine.PERSON:
            return _from_person(message, own, who, now)


def _return_day(message: Message, own: OwnWords, who: Correspondent, now: datetime) -> date | None:
    text = f"{message.subject}.\n{own.text or message.text}"
    return read_until(text, _written(message, now), who.language)


def _written(message: Message, now: datetime) -> datetime:
    """When "tomorrow" was said: the mail's own Date where it is believable, else now."""
    sent = message.sent_at
    return sent if sent is not None and abs((now - sent).days) <= _BELIEVABLE else now


_BELIEVABLE = 14  # days between Date and arrival


def _calendar(message: Message, who: Correspondent) -> ExpertEvent:
    """A yes to an appointment is a yes; a no to one is only a no to that hour."""
    subject = folded(message.subject)
    if CALENDAR_YES.match(subject):
        return Accepted(seat=who.seat)
    if CALENDAR_NO.match(subject):
        return Unclear(seat=who.seat, why="a calendar entry was declined")
    return Chatted(seat=who.seat)


# --- people ---


def _from_person(message: Message, own: OwnWords, who: Correspondent, now: datetime) -> ExpertEvent:
    if not words_of(own.text):
        return Unclear(seat=who.seat, why=_emptiness(message))
    reading = read(own)
    rest = _rest(own.text, reading.pieces if reading.laid_out else ())
    intent = intent_of(rest)
    if intent.stop:
        return StopAsked(seat=who.seat)
    until = read_until(rest, _written(message, now), who.language)
    if who.replied_to is Purpose.IS_THIS_YOURS and (verdict := _verdict(intent, who)) is not None:
        return verdict
    if who.pieces and (correction := _correction(own, reading, who)) is not None:
        return correction
    if reading.pieces and reading.laid_out:
        return _answer(reading, intent, rest, until, who)
    meant = _meant(intent, rest, until, who, _written(message, now))
    return meant or _loosely(reading, intent, who)


def _emptiness(message: Message) -> str:
    if "encrypted" in message.faults:
        return "it is encrypted"
    if "winmail.dat only" in message.faults:
        return "it holds nothing but winmail.dat"
    return (
        "it holds an attachment and no words" if "attachment" in message.faults else "no words of their own"
    )


def _rest(text: str, pieces: Sequence[Piece]) -> str:
    """`text` without the pieces, greetings and names."""
    kept, start = "", 0
    for piece in sorted(pieces, key=lambda piece: piece.start):
        kept += text[start : piece.start] + "\n"
        start = piece.end
    lines = (kept + text[start:]).split("\n")
    return "\n".join(line for line in lines if not (is_greeting(line) or is_sign_off(line)))


def _verdict(intent: Intent, who: Correspondent) -> ExpertEvent | None:
    """Whether a held message was theirs."""
    if intent.no:
        return Declined(seat=who.seat)
    return Accepted(seat=who.seat) if intent.yes else None


def _answer(
    reading: Reading, intent: Intent, rest: str, until: date | None, who: Correspondent
) -> ExpertEvent:
    """Laid-out pieces are an answer, but for a no that leaves a tip behind."""
    if intent.no and len(reading.pieces) < PIECES_EACH and not until and _is_refusal(intent, rest):
        return _declined(intent, rest, who)
    wants_more = len(reading.pieces) < PIECES_EACH and (intent.later or until is not None)
    return Answered(
        seat=who.seat,
        pieces=reading.pieces,
        question=_asked(intent),
        until=until if wants_more else None,
        nameless=intent.nameless,
    )


def _is_refusal(intent: Intent, rest: str) -> bool:
    return not (intent.later and turns(rest))


def _asked(intent: Intent) -> str:
    """Questions that are not mere politeness."""
    return " ".join(one for one in intent.questions if len(words_of(one)) > 2)[:LONGEST_WORDS]


def _meant(
    intent: Intent, rest: str, until: date | None, who: Correspondent, written: datetime
) -> ExpertEvent | None:
    """Everything a reply can mean without advice, most binding first."""
    seat = who.seat
    if intent.wrong_person:
        return Declined(seat=seat, reason=rest.strip()[:LONGEST_WORDS])
    if intent.no or (intent.not_me and intent.instead):
        is_later = intent.later and (until is not None or turns(rest)) and not intent.not_me
        return (
            PauseAsked(seat=seat, until=until, words=_said(rest))
            if is_later
            else _declined(intent, rest, who)
        )
    if _is_acceptance(intent, who) and not (intent.later and not intent.meeting):
        return _accepted(intent, rest, who, written)
    if intent.later or (until is not None and intent.yes):
        return PauseAsked(seat=seat, until=until, words=_said(rest))
    if intent.yes and not _is_closing(who) and not intent.questions:
        return _accepted(intent, rest, who, written)
    if intent.questions:
        return (
            _accepted(intent, rest, who, written)
            if intent.yes
            else QuestionAsked(seat=seat, words=_said(rest))
        )
    if intent.thanks and intent.words <= LONGEST_CHAT:
        return Chatted(seat=seat)
    return None


def _is_closing(who: Correspondent) -> bool:
    """Whether they have given all three, so that "sure" and "great" are only kind."""
    return len(who.pieces) >= PIECES_EACH or who.replied_to in {
        Purpose.THANKS,
        Purpose.OUTCOME,
        Purpose.RELEASED,
    }


def _is_acceptance(intent: Intent, who: Correspondent) -> bool:
    """A yes, or words about a time, while the coffee is what was asked."""
    was_invited = who.replied_to is Purpose.INVITATION or (
        who.replied_to is None and who.standing in {Standing.INVITED, Standing.WAITING}
    )
    return was_invited and (intent.yes or (intent.meeting and not intent.questions))


def _accepted(intent: Intent, rest: str, who: Correspondent, written: datetime) -> Accepted:
    return Accepted(
        seat=who.seat,
        words=_said(_without_questions(rest, intent)) or _said(rest),
        at=clear_moment(rest, written, who),
        question=_real_question(intent),
    )


def _real_question(intent: Intent) -> str:
    """Questions beyond the making of an appointment."""
    return " ".join(one for one in intent.questions if not intent_of(one).meeting)[:LONGEST_WORDS]


def _without_questions(rest: str, intent: Intent) -> str:
    for question in intent.questions:
        if not intent_of(question).meeting:
            rest = rest.replace(question, "")
    return rest


def _declined(intent: Intent, rest: str, who: Correspondent) -> Declined:
    return Declined(
        seat=who.seat,
        reason=_said(rest),
        instead=_said(instead_words(rest)) if intent.instead else "",
        private=intent.private,
        withdraws=intent.withdraws,
    )


def _said(text: str) -> str:
    lines = [line.strip() for line in text.strip().split("\n")]
    while lines and (not lines[-1] or is_name(lines[-1], "")):
        lines.pop()
    return "\n".join(lines).strip()[:LONGEST_WORDS]


def _loosely(reading: Reading, intent: Intent, who: Correspondent) -> ExpertEvent:
    """Paragraphs that urge, from somebody who was asked, and nothing else in the mail: an answer."""
    if reading.pieces and not _is_closing(who):
        return Answered(seat=who.seat, pieces=reading.pieces, nameless=intent.nameless)
    if intent.thanks or (_is_closing(who) and intent.words <= LONGEST_CHAT):
        return Chatted(seat=who.seat)
    return Unclear(seat=who.seat, why="what it means is not certain")


# --- corrections ---


def _correction(own: OwnWords, reading: Reading, who: Correspondent) -> Corrected | None:
    """Changes in words ("change 2: …"), or single numbers from somebody whose three are in."""
    changes = _worded_changes(own.text, len(who.pieces))
    if not changes and len(who.pieces) >= PIECES_EACH and 0 < len(reading.pieces) < PIECES_EACH:
        changes = _numbered_changes(own.text, reading.pieces, len(who.pieces))
    return Corrected(seat=who.seat, changes=changes) if changes else None


def _worded_changes(text: str, count: int) -> tuple[tuple[int, Piece], ...]:
    found = [one for one in _CHANGE.finditer(text) if int(one[1]) <= count]
    if not found:
        return ()
    ends = [*(one.start() for one in found[1:]), len(text)]
    changes = []
    for one, end in zip(found, ends, strict=True):
        start, stop = one.end(), _end_of_change(text, one.end(), end)
        if is_advice(text[start:stop]):
            changes.append((int(one[1]), _piece(text, start, stop)))
    return tuple(changes)


def _end_of_change(text: str, start: int, end: int) -> int:
    """The change ends with its paragraph, or where farewells begin."""
    gap = text.find("\n\n", start, end)
    end = gap if gap >= 0 else end
    kept = start
    for first, last in sentences(text[start:end]):
        if kept > start and is_about_us(text[start + first : start + last]):
            break
        kept = start + last
    lines = text[start:kept].split("\n")
    while len(lines) > 1 and (is_name(lines[-1], "") or is_sign_off(lines[-1])):
        lines.pop()
    return start + len("\n".join(lines))


def _piece(text: str, start: int, end: int) -> Piece:
    bare = text[start:end].strip(' \t\n"“”„»«')
    begin = text.index(bare, start)
    return Piece(text=bare, start=begin, end=begin + len(bare))


_NUMBER_BEFORE = re.compile(r"(?:^|\n)\W{0,3}([1-9])\ufe0f?\u20e3?[.):\s–-]{0,4}$")


def _numbered_changes(text: str, pieces: Sequence[Piece], count: int) -> tuple[tuple[int, Piece], ...]:
    changes = []
    for piece in pieces:
        found = _NUMBER_BEFORE.search(text[max(0, piece.start - 12) : piece.start])
        if found is None or int(found[1]) > count:
            return ()
        changes.append((int(found[1]), piece))
    return tuple(changes)
