"""What becomes of a seat while a message is held that may or may not be from who sits there."""

from mailflow.identity import Purpose
from mailflow.mentoring.effects import Withhold
from mailflow.mentoring.engagement import LEADER_SEAT, Stage, Standing
from mailflow.mentoring.events import Disowned, Doubted
from mailflow.mentoring.time_rules import invite, restart_clock
from mailflow.mentoring.turn import Turn


def on_held(turn: Turn, event: Doubted | Disowned) -> None:
    """A message is held, or the known address says that it was not theirs."""
    match event:
        case Doubted():
            _on_doubt(turn, event)
        case Disowned():
            _on_disowned(turn, event.seat)


def _on_doubt(turn: Turn, event: Doubted) -> None:
    """Ask the known address whether a held message is theirs.  A stop hushes us until they say."""
    if event.is_stop and event.seat != LEADER_SEAT:
        turn.ask_for(Withhold(seat=event.seat))
        turn.seat(event.seat, wake_at=None)
    turn.note("held", event.seat or None)
    if not event.ask:
        return
    if event.seat == LEADER_SEAT:
        turn.tell_leader(Purpose.IS_THIS_YOURS, words=event.words, answers_mail=True)
    else:
        turn.tell_expert(Purpose.IS_THIS_YOURS, event.seat, words=event.words, answers_mail=True)


def _on_disowned(turn: Turn, seat: int) -> None:
    """What was held is not theirs: a stop among it hushed us for nothing, and the clock runs again."""
    turn.note("not theirs", seat or None)
    if seat == LEADER_SEAT or turn.engagement.stage is not Stage.GATHERING:
        return
    expert = turn.expert(seat)
    if expert.wake_at is not None or expert.stopped or expert.question_open:
        return
    if expert.standing is Standing.WAITING:
        invite(turn, seat)
    else:
        restart_clock(turn, seat)
