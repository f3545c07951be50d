"""What each reply of an expert does (contract, section 5)."""

from datetime import date, datetime

from mailflow.identity import Purpose
from mailflow.mentoring import calendar
from mailflow.mentoring.effects import Alert, Cause, NeverAsk, Withhold
from mailflow.mentoring.engagement import (
    ENDED,
    LEADER_SEAT,
    PIECES_EACH,
    Advice,
    Expert,
    Piece,
    Source,
    Stage,
    Standing,
)
from mailflow.mentoring.events import (
    Accepted,
    Answered,
    Bounced,
    Chatted,
    Corrected,
    Declined,
    Disowned,
    Doubted,
    ExpertEvent,
    PauseAsked,
    QuestionAsked,
    StopAsked,
    Unclear,
    WasAway,
)
from mailflow.mentoring.finish import DRAWABLE, if_nine, nine_changed
from mailflow.mentoring.held_rules import on_held
from mailflow.mentoring.moves import Move, moved
from mailflow.mentoring.time_rules import ask, next_wake, restart_clock, start_clock
from mailflow.mentoring.turn import Turn

MOST_EXTRAS = 20


def on_expert(turn: Turn, event: ExpertEvent) -> None:
    """One reply of one expert, at any stage."""
    match event:
        case StopAsked():
            _on_stop(turn, event.seat)
        case Bounced():
            _on_bounce(turn, event)
        case Chatted():
            turn.note("chatter", event.seat or None)
        case WasAway():
            _on_away(turn, event)
        case Doubted() | Disowned():
            on_held(turn, event)
        case Unclear():
            turn.note("unclear", event.seat or None, event.why)
            turn.set_aside(event.why or "unclear")
        case _ if event.seat == LEADER_SEAT:
            turn.unexpected(f"{type(event).__name__} from the leader")
        case _:
            _on_words(turn, event)


def _on_words(turn: Turn, event: ExpertEvent) -> None:
    """Something a person said about their answer; nothing counts before the yes or after the end."""
    stage, expert = turn.engagement.stage, turn.expert(event.seat)
    if stage in ENDED or expert.standing is Standing.RELEASED:
        turn.note("reply after the end", event.seat)
        turn.set_aside("a reply after the end")
    elif expert.stopped:
        turn.note("reply after a stop", event.seat)
        turn.set_aside("a reply after a stop: nobody is written to")
    elif stage in DRAWABLE or stage is Stage.GATHERING:
        _on_reply(turn, event)
    else:
        turn.unexpected(f"{type(event).__name__} before the leader's yes")


def _on_reply(turn: Turn, event: ExpertEvent) -> None:
    match event:
        case Accepted():
            _on_yes(turn, event)
        case Answered():
            _on_answer(turn, event)
        case Corrected():
            _on_correction(turn, event)
        case PauseAsked():
            _on_pause(turn, event)
        case Declined():
            _on_no(turn, event)
        case QuestionAsked():
            _relay(turn, event.seat, event.words)
        case _:
            turn.unexpected(type(event).__name__)


# --- yes ---


def _on_yes(turn: Turn, event: Accepted) -> None:
    expert = turn.expert(event.seat)
    standing = moved(expert.standing, Move.ACCEPT)
    turn.note("accepted", event.seat)
    if standing is Standing.ASKED:
        _yes_to_the_question(turn, expert)
    turn.tell_leader(
        Purpose.COFFEE_ACCEPTED, about=event.seat, words=event.words, at=event.at, answers_mail=True
    )
    if event.question:
        _relay(turn, event.seat, event.question)


def _yes_to_the_question(turn: Turn, expert: Expert) -> None:
    """The question goes out once; a second yes only starts the waiting anew."""
    if expert.standing is Standing.ASKED or expert.asked_at is not None:
        start_clock(turn, expert.seat)
    else:
        ask(turn, expert.seat, answers_mail=True)


# --- the answer ---


def _on_answer(turn: Turn, event: Answered) -> None:
    expert = turn.expert(event.seat)
    fresh = _fresh(expert, event.pieces)
    if fresh and expert.has_all_three and len(fresh) == PIECES_EACH:
        _replace_all(turn, event.seat, fresh)
    elif fresh or event.question or event.until is not None:
        _take(turn, event, fresh)
    else:
        turn.note("the same pieces again", event.seat)
    if event.question:
        _relay(turn, event.seat, event.question)


def _fresh(expert: Expert, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Pieces this expert has not given yet; the same mail delivered twice adds nothing."""
    known = {_sameness(advice.text) for advice in (*expert.advice, *expert.extras)}
    result: list[Piece] = []
    for piece in pieces:
        if piece.text.strip() and _sameness(piece.text) not in known:
            known.add(_sameness(piece.text))
            result.append(piece)
    return tuple(result)


def _sameness(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".!;,")


def _take(turn: Turn, event: Answered, fresh: tuple[Piece, ...]) -> None:
    give(turn, event.seat, fresh, Source.EMAIL)
    expert = turn.expert(event.seat)
    if expert.has_all_three:
        if fresh:
            turn.tell_expert(Purpose.THANKS, event.seat, answers_mail=True)
        if_nine(turn)
        return
    if event.until is not None:
        _pause(turn, expert, event.until)
    elif fresh:
        turn.tell_expert(Purpose.MORE_PLEASE, event.seat, answers_mail=True)


def give(turn: Turn, seat: int, pieces: tuple[Piece, ...], source: Source) -> None:
    """Keep pieces for a seat: the first three count, the rest are extras."""
    expert = turn.expert(seat)
    kept = tuple(_advice(piece, source, turn.now) for piece in pieces)
    room = PIECES_EACH - len(expert.advice)
    expert = turn.seat(
        seat,
        advice=(*expert.advice, *kept[:room]),
        extras=(*expert.extras, *kept[max(room, 0) :])[:MOST_EXTRAS],
    )
    turn.note("pieces received", seat, f"{len(expert.advice)} of {PIECES_EACH}")
    if expert.has_all_three:
        turn.seat(
            seat,
            standing=moved(expert.standing, Move.GIVE_ALL) or expert.standing,
            wake_at=None,
            paused_until=None,
        )
        turn.ask_for(Withhold(seat=seat, purposes=(Purpose.NUDGE, Purpose.QUESTION, Purpose.MORE_PLEASE)))
    elif moved(expert.standing, Move.GIVE_SOME) is not None:
        start_clock(turn, seat)


def _advice(piece: Piece, source: Source, now: datetime) -> Advice:
    return Advice(text=piece.text, source=source, received_at=now, start=piece.start, end=piece.end)


def _replace_all(turn: Turn, seat: int, pieces: tuple[Piece, ...]) -> None:
    turn.seat(seat, advice=tuple(_advice(piece, Source.EMAIL, turn.now) for piece in pieces))
    turn.note("pieces replaced", seat)
    turn.tell_expert(Purpose.THANKS, seat, answers_mail=True)
    nine_changed(turn)


def _on_correction(turn: Turn, event: Corrected) -> None:
    expert = turn.expert(event.seat)
    advice = list(expert.advice)
    changed = False
    for number, piece in event.changes:
        if 1 <= number <= len(advice) and piece.text.strip():
            changed = changed or advice[number - 1].text != piece.text
            advice[number - 1] = _advice(piece, Source.EMAIL, turn.now)
    if not changed:
        turn.set_aside("a correction of a piece that was not given")
        return
    turn.seat(event.seat, advice=tuple(advice))
    turn.note("pieces corrected", event.seat)
    turn.tell_expert(Purpose.THANKS, event.seat, answers_mail=True)
    nine_changed(turn)


# --- later ---


def _on_pause(turn: Turn, event: PauseAsked) -> None:
    expert = turn.expert(event.seat)
    if expert.standing is Standing.ANSWERED:
        turn.note("chatter", event.seat)
        return
    if expert.is_open:
        # "Give me a week" from somebody we had given up on: the seat is theirs again.
        expert = turn.seat(event.seat, standing=Standing.ASKED if expert.asked_at else Standing.INVITED)
    _pause(turn, expert, event.until)


def _pause(turn: Turn, expert: Expert, until: date | None) -> None:
    """Time asked is time given: nothing before that day, and a note that says which day it is."""
    back = calendar.promised(until, turn.now, turn.policy, turn.zone(expert.seat))
    turn.seat(expert.seat, paused_until=back, wake_at=back)
    turn.ask_for(Withhold(seat=expert.seat, purposes=(Purpose.NUDGE, Purpose.QUESTION)))
    day = back.astimezone(turn.zone(expert.seat)).date()
    turn.note("time given", expert.seat, f"until {day.isoformat()}")
    turn.tell_expert(Purpose.SECOND_COFFEE, expert.seat, day=day, answers_mail=True)


def _on_away(turn: Turn, event: WasAway) -> None:
    """An automatic reply changes no state; a return date moves the clock past it."""
    until = event.until
    turn.note("away", event.seat or None, f"until {until.isoformat()}" if until else "")
    if event.seat == LEADER_SEAT or until is None or turn.engagement.stage is not Stage.GATHERING:
        return
    if until <= turn.today(event.seat):
        return  # they are back already
    expert = turn.expert(event.seat)
    back = calendar.promised(until, turn.now, turn.policy, turn.zone(event.seat))
    if expert.wake_at is None or back.astimezone(turn.zone(event.seat)).date() < until:
        return
    if expert.standing is Standing.ASKED and expert.paused_until is None:
        # Nudges count from their first day back: nobody is chased for a holiday.
        expert = turn.seat(event.seat, asked_at=max(back, expert.asked_at or back))
        turn.seat(event.seat, wake_at=next_wake(turn, expert))
    elif (expert.wake_at or back) < back:
        paused = expert.paused_until
        turn.seat(event.seat, wake_at=back, paused_until=max(paused, back) if paused else None)


# --- no ---


def _on_no(turn: Turn, event: Declined) -> None:
    expert = turn.expert(event.seat)
    if expert.standing is Standing.DECLINED:
        turn.note("declined again", event.seat)
        return
    if expert.standing is Standing.ANSWERED and not _may_withdraw(turn, event):
        turn.set_aside("a no after an answer")
        return
    turn.ask_for(Withhold(seat=event.seat))
    turn.seat(event.seat, standing=Standing.DECLINED, wake_at=None, paused_until=None, question_open=False)
    if event.withdraws:
        turn.seat(event.seat, advice=(), extras=())
        turn.note("pieces withdrawn", event.seat)
    turn.note("declined", event.seat)
    turn.tell_expert(Purpose.RELEASED, event.seat, answers_mail=True, notes=("declined",))
    reason = "" if event.private else event.reason
    words = "\n\n".join(part for part in (reason, event.instead) if part)
    turn.tell_leader(Purpose.SEAT_OPEN, about=event.seat, words=words, answers_mail=True, notes=("declined",))


def _may_withdraw(turn: Turn, event: Declined) -> bool:
    return event.withdraws and turn.engagement.stage is Stage.GATHERING


def _on_stop(turn: Turn, seat: int) -> None:
    """Nothing further, ever.  One short letter confirms it; what was given stays given."""
    if seat == LEADER_SEAT:
        turn.set_aside("a stop from the leader")
        return
    expert = turn.expert(seat)
    turn.ask_for(Withhold(seat=seat), NeverAsk(email=expert.email))
    turn.note("stop", seat)
    # Letters are counted by seat, and somebody else may have sat in it: each of them hears it once.
    if not (expert.stopped and turn.engagement.turns.get(f"{Purpose.STOPPED.value}.{seat}")):
        turn.tell_expert(Purpose.STOPPED, seat, answers_mail=True)
    was_open, standing = expert.is_open, moved(expert.standing, Move.STOP)
    turn.seat(
        seat,
        standing=standing or expert.standing,
        stopped=True,
        wake_at=None,
        paused_until=None,
        question_open=False,
    )
    now_open = turn.expert(seat).is_open
    if turn.engagement.stage is Stage.GATHERING and now_open and not was_open:
        turn.tell_leader(Purpose.SEAT_OPEN, about=seat, answers_mail=True, notes=("stopped",))


def _on_bounce(turn: Turn, event: Bounced) -> None:
    turn.note("bounced" if event.permanent else "delayed", event.seat or None, event.letter)
    if not event.permanent:
        return
    if event.seat == LEADER_SEAT:
        turn.ask_for(Alert(cause=Cause.UNDELIVERABLE, note=event.letter))
        return
    expert = turn.expert(event.seat)
    standing = moved(expert.standing, Move.BOUNCE)
    if turn.engagement.stage is not Stage.GATHERING or standing is None:
        return
    turn.ask_for(Withhold(seat=event.seat))
    turn.seat(event.seat, standing=standing, wake_at=None, paused_until=None)
    if not expert.is_open:
        turn.tell_leader(Purpose.SEAT_OPEN, about=event.seat, notes=("unreachable",))


# --- a question back ---


def _relay(turn: Turn, seat: int, words: str) -> None:
    """Pass the question on to the leader; the clock stands still meanwhile."""
    turn.seat(seat, question_open=True, wake_at=None)
    turn.note("question relayed", seat)
    turn.tell_leader(Purpose.QUESTION_RELAY, about=seat, words=words, answers_mail=True)


def answer_relay(turn: Turn, seat: int, words: str) -> None:
    """Pass the leader's answer back and let the clock run again."""
    turn.tell_expert(Purpose.RELAY_ANSWER, seat, words=words, answers_mail=True)
    turn.seat(seat, question_open=False)
    turn.note("question answered", seat)
    restart_clock(turn, seat)
