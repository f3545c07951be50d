"""The ninth piece and after: one synthesis, the goal in own words, check-ins, the end."""

from dataclasses import replace
from datetime import datetime, timedelta

from dateutil.relativedelta import relativedelta

from mailflow.identity import Purpose
from mailflow.mentoring import calendar
from mailflow.mentoring.effects import Redraw, Synthesise
from mailflow.mentoring.engagement import NINE, PIECES_EACH, Goal, Stage, Standing
from mailflow.mentoring.events import ConsentGiven, GoalWorded, Synthesised, ThreadDrawn
from mailflow.mentoring.turn import Turn

BETWEEN_CHECK_INS = timedelta(weeks=4)
BETWEEN_REVISIONS = timedelta(days=1)
AFTER_HORIZON = timedelta(weeks=4)
DRAWABLE = frozenset({Stage.COMPLETE, Stage.GOAL_SET})


def if_nine(turn: Turn) -> None:
    """Open the gate when the ninth piece is in, once; the nine are stored before anyone reads them."""
    engagement = turn.engagement
    if engagement.stage is not Stage.GATHERING or not engagement.has_all_nine:
        return
    turn.change(nine_at=turn.now, synthesis_due=True, wake_at=turn.now)
    turn.note("all nine are in")
    turn.ask_for(Synthesise())


def keep_the_gate(turn: Turn) -> None:
    """Close it again where pieces were taken back before anyone read the nine."""
    engagement = turn.engagement
    if engagement.stage is Stage.GATHERING and engagement.synthesis_due and not engagement.has_all_nine:
        turn.change(nine_at=None, synthesis_due=False, wake_at=None)
        turn.note("no longer nine")


def nine_changed(turn: Turn) -> None:
    """A piece was corrected after the synthesis: read the nine anew, at most once a day."""
    engagement = turn.engagement
    if engagement.stage not in DRAWABLE or engagement.synthesised_at is None:
        return
    at = max(turn.now, engagement.synthesised_at + BETWEEN_REVISIONS)
    turn.change(synthesis_due=True, wake_at=at)
    if at <= turn.now:
        turn.ask_for(Synthesise())


def on_finish(turn: Turn, event: GoalWorded | ThreadDrawn | Synthesised | ConsentGiven) -> None:
    """What belongs to the time after the ninth piece."""
    match event:
        case Synthesised():
            on_synthesised(turn, event)
        case ThreadDrawn():
            on_thread_drawn(turn, event)
        case GoalWorded():
            on_goal(turn, event)
        case ConsentGiven():
            on_consent(turn)


def on_synthesised(turn: Turn, event: Synthesised) -> None:
    """Send the synthesis, or the revised one; a leader's own words for the goal are kept."""
    before = turn.engagement
    if not before.has_all_nine:
        turn.unexpected("a synthesis before nine")
        return
    if not before.synthesis_due:
        turn.note("the nine were read already")  # by the desk and the daemon at once, or it is over
        return
    first = before.stage is Stage.GATHERING
    goal = event.goal
    if before.goal is not None:
        goal = replace(goal, own_words=before.goal.own_words, missing=before.goal.missing)
    turn.change(
        stage=Stage.COMPLETE if first else before.stage,
        synthesis=event.synthesis,
        goal=goal,
        synthesis_due=False,
        synthesised_at=turn.now,
        wake_at=None if first else _next_check_in(turn),
    )
    for seat in (expert.seat for expert in before.experts):
        turn.seat(seat, wake_at=None)
    turn.note("synthesis", note=event.synthesis.certainty.value)
    purpose = Purpose.SYNTHESIS if first else Purpose.SYNTHESIS_REVISED
    turn.tell_leader(purpose, answers_mail=not first)


def on_thread_drawn(turn: Turn, event: ThreadDrawn) -> None:
    """The leader chose or drew the thread: read the nine around it."""
    synthesis = turn.engagement.synthesis
    if turn.engagement.stage not in DRAWABLE or synthesis is None:
        turn.tell_leader(Purpose.PROGRESS, answers_mail=True)
        return
    pieces = tuple(_piece(number) for number in event.pieces if 1 <= number <= NINE)
    label = event.label
    if event.candidate is not None and event.candidate < len(synthesis.candidates):
        theme = synthesis.themes[synthesis.candidates[event.candidate].theme]
        pieces, label = theme.pieces, label or theme.label
    turn.change(synthesis_due=True)
    turn.ask_for(Redraw(pieces=pieces, label=label))


def _piece(number: int) -> tuple[int, int]:
    """Where piece `number` of the letter (1 to 9) stands: (seat, number), both from 1."""
    return (number - 1) // PIECES_EACH + 1, (number - 1) % PIECES_EACH + 1


def on_goal(turn: Turn, event: GoalWorded) -> None:
    """The goal in the leader's own words: name what is missing until it holds or they say it stands."""
    goal = turn.engagement.goal
    if turn.engagement.stage not in DRAWABLE or goal is None:
        turn.tell_leader(Purpose.PROGRESS, answers_mail=True)
        return
    words = event.words or goal.own_words
    if not words:
        turn.tell_leader(Purpose.TRANSCRIPT, answers_mail=True, notes=("goal_has_no_words",))
        return
    stands = event.insists or not event.missing
    missing = goal.missing if event.insists else event.missing
    turn.change(goal=replace(goal, own_words=words, missing=() if stands else missing))
    turn.note("goal in own words", note="stands" if stands else "missing " + ", ".join(missing))
    if not stands:
        turn.tell_leader(Purpose.GOAL_FEEDBACK, answers_mail=True, notes=missing)
        return
    turn.change(stage=Stage.GOAL_SET)
    turn.change(wake_at=_next_check_in(turn))
    turn.tell_leader(Purpose.GOAL_SET, answers_mail=True)


def look_at_goal(turn: Turn) -> None:
    """A check-in at the first step's date and every four weeks; the end at the horizon."""
    engagement = turn.engagement
    if engagement.synthesis_due or engagement.wake_at is None or engagement.wake_at > turn.now:
        return
    if not turn.may_write_first(0):
        turn.change(wake_at=turn.next_hour_for(0))
    elif turn.now >= _end(turn):
        close(turn)
    else:
        turn.tell_leader(Purpose.CHECK_IN)
        turn.change(wake_at=_next_check_in(turn))


def close(turn: Turn) -> None:
    """The horizon is reached: say goodbye, and with the leader's consent tell the experts."""
    turn.change(stage=Stage.CLOSED, wake_at=None)
    turn.note("closed")
    turn.tell_leader(Purpose.CLOSED)
    if turn.engagement.may_tell_experts:
        _tell_experts(turn)


def on_consent(turn: Turn) -> None:
    """The experts may hear what came of it: at the end, or now where the end is past."""
    engagement = turn.engagement
    if engagement.may_tell_experts or engagement.stage not in {*DRAWABLE, Stage.CLOSED}:
        turn.note("a consent that nothing waited for")
        return
    turn.change(may_tell_experts=True)
    turn.note("the experts may be told")
    if engagement.stage is Stage.CLOSED:
        _tell_experts(turn)
    turn.tell_leader(Purpose.TRANSCRIPT, answers_mail=True, notes=("experts_may_be_told",))


def _tell_experts(turn: Turn) -> None:
    for expert in turn.engagement.experts:
        if expert.standing is Standing.ANSWERED and not expert.stopped:
            turn.tell_expert(Purpose.OUTCOME, expert.seat)


def _next_check_in(turn: Turn) -> datetime | None:
    """The first moment still ahead among: the first step's date, then every four weeks, the end last."""
    engagement = turn.engagement
    if engagement.stage is not Stage.GOAL_SET or engagement.goal is None:
        return None
    moment, end = _first_check_in(turn, engagement.goal), _end(turn)
    while moment <= turn.now:
        moment += BETWEEN_CHECK_INS
    return min(moment, end) if end > turn.now else turn.now


def _first_check_in(turn: Turn, goal: Goal) -> datetime:
    if not goal.steps:
        return turn.now + BETWEEN_CHECK_INS
    return calendar.opening_of(goal.steps[0].due, turn.policy, turn.zone())


def _end(turn: Turn) -> datetime:
    """When the engagement is over: at the goal's date, at the latest at the end of the horizon."""
    engagement = turn.engagement
    start = engagement.nine_at or engagement.created_at
    end = start + relativedelta(months=engagement.horizon_months)
    if engagement.goal is not None:
        target = calendar.opening_of(engagement.goal.target_date, turn.policy, turn.zone())
        return min(target, end + AFTER_HORIZON) if target > start else end
    return end


def owes(standing: Standing) -> bool:
    """Whether an expert of this standing still has work for us."""
    return standing in {Standing.INVITED, Standing.ASKED}
