"""What an expert's message means.  By evidence; doubt is Unclear, never a guess."""

from collections.abc import Sequence
from datetime import date, datetime

from mailflow.identity import Purpose
from mailflow.mentoring.engagement import PIECES_EACH, Piece, Standing
from mailflow.mentoring.events import (
    Accepted,
    Answered,
    Bounced,
    Chatted,
    Declined,
    ExpertEvent,
    PauseAsked,
    QuestionAsked,
    StopAsked,
    Unclear,
    WasAway,
)
from mailflow.reading.answer import Reading, read
from mailflow.reading.classify import Correspondent
from mailflow.reading.counsel import is_personal
from mailflow.reading.dates import read_until
from mailflow.reading.hours import clear_moment
from mailflow.reading.inline import sentences
from mailflow.reading.intent import Intent, instead_words, intent_of, is_clarifying, is_question, turns
from mailflow.reading.languages import CALENDAR_NO, CALENDAR_YES, folded
from mailflow.reading.message import Machine, Message
from mailflow.reading.ours import words_of
from mailflow.reading.own_words import OwnWords
from mailflow.reading.passed_on import about_time, only_questions, without_advice
from mailflow.reading.prose import Trust
from mailflow.reading.rewording import correction_of
from mailflow.reading.signature import is_greeting, is_name, is_sign_off

LONGEST_CHAT = 40  # words
LONGEST_APPOINTMENT = 8  # words of a question that only asks whether a day suits
LONGEST_WORDS = 2000  # characters handed on to letters
LONGEST_TALK = 20_000  # characters looked at for a yes, a no, a day


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
    reading = read(own, _trust(who))
    rest = _rest(own.text, reading.pieces)
    intent = intent_of(rest)
    if intent.stop:
        return StopAsked(seat=who.seat)
    written = _written(message, now)
    settled = _by_letter(own, reading, who, written)
    if settled is not None:
        return settled
    if reading.pieces and (reading.laid_out or not _is_closing(who)):
        if not _refuses(reading, intent, rest):
            return _answer(reading, intent, read_until(rest, written, who.language), who)
        rest = _rest(own.text, reading.pieces if reading.laid_out else ())
        intent = intent_of(rest)
    return _meant(intent, rest, who, written) or _doubt(intent, who)


def _by_letter(own: OwnWords, reading: Reading, who: Correspondent, written: datetime) -> ExpertEvent | None:
    """What only the letter that is answered, or the pieces it echoed, can explain."""
    whole = _rest(own.text, ())
    if who.replied_to is Purpose.IS_THIS_YOURS and (verdict := _verdict(intent_of(whole), who)) is not None:
        return verdict
    if who.pieces and (correction := correction_of(own, reading, who)) is not None:
        return correction
    if who.replied_to is Purpose.SECOND_COFFEE and not reading.laid_out:
        return _second_coffee(intent_of(whole), whole, who, written)
    return None


def _second_coffee(intent: Intent, rest: str, who: Correspondent, written: datetime) -> ExpertEvent | None:
    """A few words about the day of the second coffee: another day, or none needed."""
    if intent.words > LONGEST_CHAT or intent.no or intent.questions:
        return None
    until = read_until(rest, written, who.language)
    if until is not None or intent.later:
        return PauseAsked(seat=who.seat, until=until, words=_said(rest))
    return Chatted(seat=who.seat) if intent.yes or intent.thanks or intent.meeting else None


def _trust(who: Correspondent) -> Trust:
    """How readily words without marks are advice: by what this person was asked."""
    if _is_closing(who) or _was_invited(who):
        return Trust.WARY
    is_missing = who.replied_to is Purpose.MORE_PLEASE or 0 < len(who.pieces) < PIECES_EACH
    return Trust.SURE if is_missing else Trust.OPEN


def _was_invited(who: Correspondent) -> bool:
    """Whether the coffee is what was asked, not yet the question."""
    return who.replied_to is Purpose.INVITATION or (
        who.replied_to is None and who.standing in {Standing.INVITED, Standing.WAITING}
    )


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
    lines = (kept + text[start:])[:LONGEST_TALK].split("\n")
    return "\n".join(line for line in lines if not (is_greeting(line) or is_sign_off(line)))


def _verdict(intent: Intent, who: Correspondent) -> ExpertEvent | None:
    """Whether a held message was theirs."""
    if intent.no:
        return Declined(seat=who.seat)
    return Accepted(seat=who.seat) if intent.yes else None


def _refuses(reading: Reading, intent: Intent, rest: str) -> bool:
    """Whether a no stands beside the pieces: they are a tip then, or no pieces at all."""
    if len(reading.pieces) >= PIECES_EACH and reading.laid_out:
        return False
    if intent.later and (turns(rest) or not intent.no):
        return False
    return intent.no or intent.wrong_person or (intent.not_me and not reading.laid_out)


def _answer(reading: Reading, intent: Intent, until: date | None, who: Correspondent) -> Answered:
    wants_more = len(reading.pieces) < PIECES_EACH and (intent.later or until is not None)
    return Answered(
        seat=who.seat,
        pieces=reading.pieces,
        question=_asked(intent),
        until=until if wants_more else None,
        nameless=intent.nameless,
    )


def _asked(intent: Intent) -> str:
    """Questions that are not mere politeness."""
    return " ".join(one for one in intent.questions if len(words_of(one)) > 2)[:LONGEST_WORDS]


def _meant(intent: Intent, rest: str, who: Correspondent, written: datetime) -> ExpertEvent | None:
    """Everything a reply can mean without advice, most binding first."""
    seat, until = who.seat, read_until(rest, written, who.language)
    if intent.wrong_person:
        return Declined(seat=seat, reason=_said(without_advice(rest)))
    if intent.no or (intent.not_me and intent.instead) or intent.withdraws:
        is_later = intent.later and (until is not None or turns(rest)) and not intent.not_me
        return (
            PauseAsked(seat=seat, until=until, words=_said(rest))
            if is_later
            else _declined(intent, rest, who)
        )
    if _is_closing(who):
        return Chatted(seat=seat) if _is_chat(intent) else _asks(intent, rest, who)
    if _is_acceptance(intent, rest, who, written):
        return _accepted(intent, rest, who, written)
    if intent.later or _names_own_day(intent, rest, who, written):
        return PauseAsked(seat=seat, until=until, words=_said(rest))
    if intent.yes:
        return _accepted(intent, rest, who, written)
    return _asks(intent, rest, who) or (Chatted(seat=seat) if _is_chat(intent) else None)


def _asks(intent: Intent, rest: str, who: Correspondent) -> QuestionAsked | None:
    words = _said(only_questions(rest)) if intent.questions else ""
    return QuestionAsked(seat=who.seat, words=words) if words else None


def _is_chat(intent: Intent) -> bool:
    return intent.thanks and intent.words <= LONGEST_CHAT and not intent.questions


def _names_own_day(intent: Intent, rest: str, who: Correspondent, written: datetime) -> bool:
    """A day or "next week" said of themselves or beside a yes: "after the 14th I can write something"."""
    if intent.yes and read_until(rest, written, who.language) is not None:
        return True
    parts = [rest[start:end] for start, end in sentences(rest)]
    is_own = any(
        is_personal(part) and read_until(part, written, who.language) is not None
        for part in parts
        if not is_question(part)
    )
    return is_own or (intent.soon and not any(is_clarifying(question) for question in intent.questions))


def _is_closing(who: Correspondent) -> bool:
    """Whether they have given all three, so that "sure" and "great" are only kind."""
    return len(who.pieces) >= PIECES_EACH or who.replied_to in {
        Purpose.THANKS,
        Purpose.OUTCOME,
        Purpose.RELEASED,
    }


def _is_acceptance(intent: Intent, rest: str, who: Correspondent, written: datetime) -> bool:
    """A yes, or words about a time, while the coffee is what was asked; not a yes that asks for time."""
    is_put_off = intent.later or (turns(rest) and read_until(rest, written, who.language) is not None)
    if not _was_invited(who) or (is_put_off and not intent.meeting):
        return False
    names_time = intent.meeting and (not intent.questions or not _real_question(intent, who, written))
    return intent.yes or names_time or clear_moment(rest, written, who) is not None


def _accepted(intent: Intent, rest: str, who: Correspondent, written: datetime) -> Accepted:
    question = _real_question(intent, who, written)
    return Accepted(
        seat=who.seat,
        words=_said(about_time(_without(question, rest), written, who.language)),
        at=clear_moment(rest, written, who),
        question=" ".join(question)[:LONGEST_WORDS],
    )


def _real_question(intent: Intent, who: Correspondent, written: datetime) -> list[str]:
    """Questions beyond the making of an appointment."""
    return [one for one in intent.questions if not _is_appointment(one, who, written)]


def _is_appointment(question: str, who: Correspondent, written: datetime) -> bool:
    """Such as "Over lunch?" or "See you Thursday at noon?"."""
    if intent_of(question).meeting:
        return True
    is_short = len(words_of(question)) <= LONGEST_APPOINTMENT
    return is_short and read_until(question, written, who.language) is not None


def _without(questions: Sequence[str], rest: str) -> str:
    for question in questions:
        rest = rest.replace(question, "")
    return rest


def _declined(intent: Intent, rest: str, who: Correspondent) -> Declined:
    return Declined(
        seat=who.seat,
        reason=_said(without_advice(rest)),
        instead=_said(instead_words(rest)) if intent.instead else "",
        private=intent.private,
        withdraws=intent.withdraws,
    )


def _said(text: str) -> str:
    lines = [line.strip() for line in text.strip().split("\n")]
    while lines and (not lines[-1] or is_name(lines[-1], "")):
        lines.pop()
    return "\n".join(lines).strip()[:LONGEST_WORDS]


def _doubt(intent: Intent, who: Correspondent) -> ExpertEvent:
    """Whoever has given all three may chat; from anybody else a person must look."""
    if _is_closing(who) and intent.words <= LONGEST_CHAT:
        return Chatted(seat=who.seat)
    return Unclear(seat=who.seat, why="what it means is not certain")
