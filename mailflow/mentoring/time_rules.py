"""What the clock does: invitations at a decent hour, the question, two nudges, silence."""

from datetime import datetime, timedelta

from mailflow.identity import Purpose
from mailflow.mentoring import calendar
from mailflow.mentoring.effects import Synthesise
from mailflow.mentoring.engagement import Expert, Stage, Standing
from mailflow.mentoring.finish import look_at_goal
from mailflow.mentoring.moves import Move, moved
from mailflow.mentoring.turn import Turn

MOST_NUDGES = 2


def on_time(turn: Turn) -> None:
    """Do whatever is due; one letter to a person at a time, however long we were away."""
    engagement = turn.engagement
    if engagement.paused:
        return
    if engagement.stage is Stage.GATHERING:
        for expert in engagement.experts:
            _look_at(turn, expert)
    if engagement.synthesis_due and engagement.wake_at is not None and engagement.wake_at <= turn.now:
        turn.ask_for(Synthesise())
    if engagement.stage is Stage.GOAL_SET:
        look_at_goal(turn)


def _look_at(turn: Turn, expert: Expert) -> None:
    if expert.wake_at is None or expert.wake_at > turn.now:
        return
    if not turn.may_write_first(expert.seat):
        turn.seat(expert.seat, wake_at=turn.next_hour_for(expert.seat))
    elif expert.standing is Standing.WAITING:
        invite(turn, expert.seat)
    elif expert.standing is Standing.INVITED:
        turn.seat(expert.seat, paused_until=None)
        ask(turn, expert.seat)
    elif expert.standing is Standing.ASKED:
        _chase(turn, expert)
    else:
        turn.seat(expert.seat, wake_at=None)


def invite(turn: Turn, seat: int) -> None:
    """Send the coffee request, or wait for the hour at which it may go."""
    if not turn.may_write_first(seat):
        turn.seat(seat, wake_at=turn.next_hour_for(seat))
        return
    turn.tell_expert(Purpose.INVITATION, seat)
    turn.seat(
        seat,
        standing=moved(turn.expert(seat).standing, Move.INVITE) or Standing.INVITED,
        invited_at=turn.now,
        wake_at=_later(turn, seat, turn.now, "question"),
    )


def ask(turn: Turn, seat: int, *, answers_mail: bool = False) -> None:
    """Put the question; the clock for nudges and silence starts here."""
    turn.tell_expert(Purpose.QUESTION, seat, answers_mail=answers_mail)
    start_clock(turn, seat)


def start_clock(turn: Turn, seat: int) -> None:
    """From now on this expert owes an answer."""
    turn.seat(seat, standing=Standing.ASKED, asked_at=turn.now, paused_until=None)
    turn.seat(seat, wake_at=next_wake(turn, turn.expert(seat)))


def restart_clock(turn: Turn, seat: int) -> None:
    """Let an expert's waiting begin anew, invited or asked; the time they asked for stays theirs."""
    expert = turn.expert(seat)
    if expert.paused_until is not None and expert.paused_until > turn.now:
        turn.seat(seat, wake_at=expert.paused_until)
    elif expert.standing is Standing.INVITED:
        turn.seat(seat, wake_at=_later(turn, seat, turn.now, "question"), paused_until=None)
    elif expert.standing is Standing.ASKED:
        start_clock(turn, seat)


def next_wake(turn: Turn, expert: Expert) -> datetime | None:
    """When to look at an asked expert again: the next nudge, or the end of patience."""
    if expert.asked_at is None or expert.question_open:
        return None
    moments = [*nudge_moments(turn, expert)[expert.nudges :], silence_moment(turn, expert)]
    return min(moments)


def nudge_moments(turn: Turn, expert: Expert) -> list[datetime]:
    """When nudges are due, counted from the question."""
    if expert.asked_at is None:
        return []
    zone = turn.zone(expert.seat)
    return [calendar.after(expert.asked_at, wait, turn.policy, zone) for wait in turn.policy.nudge_after]


def silence_moment(turn: Turn, expert: Expert) -> datetime:
    """When patience with an asked expert ends."""
    return calendar.after(
        expert.asked_at or turn.now, turn.policy.silent_after, turn.policy, turn.zone(expert.seat)
    )


def _chase(turn: Turn, expert: Expert) -> None:
    if expert.paused_until is not None:
        _come_back(turn, expert)
    elif expert.nudge_wanted:
        nudge(turn, expert.seat, counts_as=1)
    elif silence_moment(turn, expert) <= turn.now:
        _fall_silent(turn, expert.seat)
    else:
        due = sum(moment <= turn.now for moment in nudge_moments(turn, expert))
        if due > expert.nudges:
            # After a long downtime several nudges are due at once; one letter stands for them all.
            nudge(turn, expert.seat, counts_as=due - expert.nudges)
        else:
            turn.seat(expert.seat, wake_at=next_wake(turn, expert))


def _come_back(turn: Turn, expert: Expert) -> None:
    """The time they asked for is over: the clock begins anew, with a nudge if one is left."""
    turn.seat(expert.seat, asked_at=turn.now, paused_until=None)
    if expert.nudges < MOST_NUDGES:
        nudge(turn, expert.seat, counts_as=1)
    else:
        turn.seat(expert.seat, wake_at=next_wake(turn, turn.expert(expert.seat)))


def nudge(turn: Turn, seat: int, *, counts_as: int) -> None:
    """Send a nudge; the last one says that it is the last."""
    expert = turn.seat(seat, nudge_wanted=False)
    if expert.nudges >= MOST_NUDGES:
        turn.seat(seat, wake_at=next_wake(turn, expert))
        return
    nudges = min(expert.nudges + counts_as, MOST_NUDGES)
    turn.tell_expert(Purpose.NUDGE, seat, last=nudges >= _most_nudges(turn))
    expert = turn.seat(seat, nudges=nudges)
    turn.seat(seat, wake_at=_not_at_once(turn, next_wake(turn, expert)))


def _most_nudges(turn: Turn) -> int:
    return min(MOST_NUDGES, max(1, len(turn.policy.nudge_after)))


def _not_at_once(turn: Turn, moment: datetime | None) -> datetime | None:
    """One letter to a person a day by the clock, however late we are."""
    return None if moment is None else max(moment, turn.now + timedelta(days=1))


def _fall_silent(turn: Turn, seat: int) -> None:
    turn.seat(seat, standing=moved(Standing.ASKED, Move.FALL_SILENT), wake_at=None)
    turn.note("silent", seat)
    turn.tell_leader(Purpose.SEAT_OPEN, about=seat, notes=("silent",))


def _later(turn: Turn, seat: int, start: datetime, what: str) -> datetime:
    patience = turn.policy.question_after if what == "question" else turn.policy.pause
    zone = turn.zone(seat)
    return calendar.next_open(calendar.after(start, patience, turn.policy, zone), turn.policy, zone)
