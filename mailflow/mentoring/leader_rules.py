"""What a leader's word does once the preview stands; the desk speaks with the same words."""

from dataclasses import replace

from mailflow.identity import Purpose, is_address, same_person_key
from mailflow.mentoring import calendar
from mailflow.mentoring.effects import Withhold
from mailflow.mentoring.engagement import (
    ENDED,
    PIECES_EACH,
    SEATS,
    Correspondence,
    Expert,
    Source,
    Stage,
    Standing,
)
from mailflow.mentoring.events import (
    CancelWanted,
    Confirmed,
    HeardInPerson,
    HoldWanted,
    NotUnderstood,
    NudgeWanted,
    ProgressAsked,
    RelayAnswered,
    ResumeWanted,
    SubstituteNamed,
    WaitWanted,
)
from mailflow.mentoring.expert_rules import answer_relay, give
from mailflow.mentoring.finish import DRAWABLE, if_nine, nine_changed, owes
from mailflow.mentoring.kickoff_rules import seated_expert
from mailflow.mentoring.time_rules import MOST_NUDGES, invite, nudge, start_clock
from mailflow.mentoring.turn import Turn

LeaderWord = (
    Confirmed
    | CancelWanted
    | HoldWanted
    | ResumeWanted
    | ProgressAsked
    | NudgeWanted
    | WaitWanted
    | SubstituteNamed
    | HeardInPerson
    | RelayAnswered
    | NotUnderstood
)


def on_leader(turn: Turn, event: LeaderWord) -> None:
    """One word of the leader (or the desk)."""
    if turn.engagement.stage in ENDED:
        turn.note("the leader wrote after the end")
        turn.set_aside("the leader wrote after the end")
        return
    match event:
        case Confirmed():
            _on_yes(turn)
        case CancelWanted():
            _cancel(turn)
        case HoldWanted():
            _hold(turn, paused=True)
        case ResumeWanted():
            _hold(turn, paused=False)
        case ProgressAsked():
            turn.tell_leader(Purpose.PROGRESS, answers_mail=True)
        case NotUnderstood():
            turn.note("not understood")
            turn.tell_leader(
                Purpose.TRANSCRIPT, answers_mail=True, words=event.words, notes=("not_understood",)
            )
        case _:
            _on_seat(turn, event)


def _on_seat(turn: Turn, event: LeaderWord) -> None:
    """A word about one seat; it makes sense while pieces are being gathered, some words also later."""
    stage = turn.engagement.stage
    if stage is not Stage.GATHERING and not (stage in DRAWABLE and _also_after_nine(event)):
        turn.tell_leader(Purpose.TRANSCRIPT, answers_mail=True, notes=("not_now",))
        return
    match event:
        case NudgeWanted():
            _nudge(turn, event.seat)
        case WaitWanted():
            _wait(turn, event)
        case SubstituteNamed():
            _substitute(turn, event)
        case HeardInPerson():
            _heard(turn, event)
        case RelayAnswered():
            _relay_back(turn, event)
        case _:
            turn.unexpected(type(event).__name__)


def _also_after_nine(event: LeaderWord) -> bool:
    """An answer to what an expert asked, which may have come with the ninth piece, or a correction."""
    return isinstance(event, RelayAnswered) or (isinstance(event, HeardInPerson) and _is_whole(event))


def _done(turn: Turn, *notes: str, about: int = 0, words: str = "") -> None:
    turn.tell_leader(Purpose.TRANSCRIPT, answers_mail=True, about=about, notes=notes, words=words)


# --- yes, no, pause ---


def _on_yes(turn: Turn) -> None:
    engagement = turn.engagement
    if engagement.stage is Stage.PREVIEW:
        turn.note("confirmed")
        turn.change(stage=Stage.GATHERING)
        for expert in turn.engagement.experts:
            if expert.standing is Standing.WAITING:
                invite(turn, expert.seat)
        turn.tell_leader(Purpose.UNDER_WAY, answers_mail=True)
        for expert in turn.engagement.experts:
            if expert.is_open:
                turn.tell_leader(Purpose.SEAT_OPEN, about=expert.seat, answers_mail=True, notes=("stopped",))
    elif engagement.substitute is not None:
        _substitute_confirmed(turn, engagement.substitute)
    else:
        turn.note("a yes that nothing waited for")


def _substitute_confirmed(turn: Turn, newcomer: Expert) -> None:
    if turn.expert(newcomer.seat).has_all_three:
        # They answered after all, while the preview of somebody else lay with the leader.
        turn.change(substitute=None)
        _done(turn, "already_answered", about=newcomer.seat)
        return
    turn.note("substitute confirmed", newcomer.seat)
    _seat_anew(turn, newcomer)
    turn.tell_leader(Purpose.UNDER_WAY, answers_mail=True, about=newcomer.seat)


def _cancel(turn: Turn) -> None:
    """End it; nobody works for nothing."""
    engagement = turn.engagement
    for expert in engagement.experts:
        if engagement.stage is Stage.GATHERING and owes(expert.standing):
            turn.ask_for(Withhold(seat=expert.seat))
            turn.tell_expert(Purpose.RELEASED, expert.seat, answers_mail=True, notes=("cancelled",))
            turn.seat(expert.seat, standing=Standing.RELEASED)
        turn.seat(expert.seat, wake_at=None)
    turn.change(stage=Stage.CANCELLED, wake_at=None, synthesis_due=False, substitute=None)
    turn.note("cancelled")
    turn.tell_leader(Purpose.CLOSED, answers_mail=True, notes=("cancelled",))


def _hold(turn: Turn, *, paused: bool) -> None:
    turn.change(paused=paused)
    turn.note("paused" if paused else "resumed")
    _done(turn, "paused" if paused else "resumed")


# --- one seat ---


def _nudge(turn: Turn, seat: int) -> None:
    for expert in turn.engagement.experts:
        if seat in {0, expert.seat}:
            _nudge_one(turn, expert)


def _nudge_one(turn: Turn, expert: Expert) -> None:
    if expert.standing is not Standing.ASKED:
        _done(turn, "nothing_to_nudge", about=expert.seat)
    elif expert.nudges >= MOST_NUDGES:
        _done(turn, "better_in_person", about=expert.seat)
    else:
        turn.note("nudge wanted", expert.seat)
        turn.seat(expert.seat, nudge_wanted=True)
        if turn.may_write_first(expert.seat):
            nudge(turn, expert.seat, counts_as=1)
        else:
            turn.seat(expert.seat, wake_at=turn.next_hour_for(expert.seat), paused_until=None)
        _done(turn, "nudged", about=expert.seat)


def _wait(turn: Turn, event: WaitWanted) -> None:
    waiting = {Standing.SILENT, Standing.ASKED}
    seats = [
        expert.seat
        for expert in turn.engagement.experts
        if expert.standing in waiting and event.seat in {0, expert.seat}
    ]
    for seat in seats:
        asked_for = turn.expert(seat).paused_until
        start_clock(turn, seat)
        if event.until is not None:
            back = calendar.promised(event.until, turn.now, turn.policy, turn.zone(seat))
            turn.seat(seat, paused_until=back, wake_at=back)
        elif asked_for is not None and asked_for > turn.now:
            turn.seat(seat, paused_until=asked_for, wake_at=asked_for)
        turn.note("given more time", seat, f"until {event.until.isoformat()}" if event.until else "")
    _done(turn, "waiting" if seats else "nobody_to_wait_for", about=seats[0] if len(seats) == 1 else 0)


def _relay_back(turn: Turn, event: RelayAnswered) -> None:
    asking = [expert.seat for expert in turn.engagement.experts if expert.question_open]
    seat = event.seat if event.seat in asking else asking[0] if len(asking) == 1 else 0
    if seat and event.words:
        answer_relay(turn, seat, event.words)
    else:
        _done(turn, "no_question_open", words=event.words)


def _is_whole(event: HeardInPerson) -> bool:
    """Whether these three take the place of the three before them, so that nine stay nine."""
    return event.replaces and event.seat in SEATS and len(event.pieces) >= PIECES_EACH


def _heard(turn: Turn, event: HeardInPerson) -> None:
    """Pieces passed on from a talk; the expert hears of it and can correct it."""
    if event.seat not in SEATS or not event.pieces:
        _done(turn, "whose_pieces")
        return
    expert = turn.expert(event.seat)
    if event.replaces:
        turn.seat(event.seat, advice=(), extras=())
    elif expert.has_all_three:
        _done(turn, "already_answered", about=event.seat)
        return
    if not owes(expert.standing) and expert.standing is not Standing.ANSWERED:
        turn.seat(event.seat, standing=Standing.ASKED)
    give(turn, event.seat, event.pieces, event.source)
    if turn.expert(event.seat).has_all_three:
        turn.tell_expert(Purpose.THANKS, event.seat, notes=("heard_in_person",))
        turn.ask_for(Withhold(seat=event.seat, purposes=(Purpose.INVITATION,)))
    if event.source is Source.LEADER:
        missing = PIECES_EACH - len(turn.expert(event.seat).advice)
        _done(turn, "heard_all" if missing <= 0 else f"heard_{missing}_missing", about=event.seat)
    if_nine(turn)
    nine_changed(turn)


# --- somebody else in a seat ---


def _substitute(turn: Turn, event: SubstituteNamed) -> None:
    seat = event.seat or _only_open_seat(turn)
    trouble = _trouble(turn, seat, event)
    if trouble:
        _done(turn, trouble, about=seat)
        return
    expert = seated_expert(seat, replace(event.expert, name=_name_for(turn, seat, event)))
    turn.note("substitute named", seat)
    if event.confirmed:
        _seat_anew(turn, expert)
    else:
        turn.change(substitute=expert)
        turn.tell_leader(Purpose.PREVIEW, answers_mail=True, about=seat)


def _name_for(turn: Turn, seat: int, event: SubstituteNamed) -> str:
    """The newcomer's name; "his address is ..." about somebody unreachable means the same person."""
    before = turn.expert(seat)
    same = before.name if before.standing is Standing.UNREACHABLE else ""
    return event.expert.name or same or event.expert.email


def _only_open_seat(turn: Turn) -> int:
    seats = [expert.seat for expert in turn.engagement.experts if expert.is_open]
    return seats[0] if len(seats) == 1 else 0


def _trouble(turn: Turn, seat: int, event: SubstituteNamed) -> str:
    """Why this person cannot take this seat; empty: they can."""
    engagement, house = turn.engagement, event.circumstances
    key = same_person_key(event.expert.email)
    others = [same_person_key(expert.email) for expert in engagement.experts]
    reasons = {
        "which_seat": seat not in SEATS,
        "address_missing": not is_address(event.expert.email),
        "is_leader": key == same_person_key(engagement.leader.email),
        "is_service": key in house.service,
        "already_asked": key in others,
        "not_available": key in house.never_ask or key in house.busy,
    }
    if not any(reasons.values()) and turn.expert(seat).has_all_three:
        return "already_answered"
    return next((reason for reason, holds in reasons.items() if holds), "")


def _seat_anew(turn: Turn, newcomer: Expert) -> None:
    """Let somebody else sit down; whoever sat there is released and their conversation stays theirs."""
    before = turn.expert(newcomer.seat)
    turn.ask_for(Withhold(seat=before.seat))
    if owes(before.standing):
        turn.tell_expert(Purpose.RELEASED, before.seat, answers_mail=True, notes=("substituted",))
    former = (*before.former, before.email)
    turn.change(
        substitute=None,
        experts=tuple(
            replace(newcomer, former=former) if expert.seat == newcomer.seat else expert
            for expert in turn.engagement.experts
        ),
        threads={**turn.engagement.threads, newcomer.seat: Correspondence()},
    )
    turn.note("substituted", newcomer.seat)
    invite(turn, newcomer.seat)
