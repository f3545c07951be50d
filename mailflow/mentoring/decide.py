"""decide(engagement, event, now) -> Decision: the rules, whole and total.

Nothing the world sends makes it raise; what it does not expect leaves the engagement as it was but
for a line of history, and yields an Alert.
"""

from datetime import datetime

from mailflow.identity import Purpose
from mailflow.mentoring.effects import Decision
from mailflow.mentoring.engagement import ENDED, SEATS, Engagement, Leader, Policy, Stage
from mailflow.mentoring.events import (
    Accepted,
    Answered,
    Bounced,
    Chatted,
    ConsentGiven,
    Corrected,
    Declined,
    Disowned,
    Doubted,
    Event,
    GoalWorded,
    KickoffRead,
    PauseAsked,
    QuestionAsked,
    StopAsked,
    Synthesised,
    ThreadDrawn,
    TimePassed,
    Unclear,
    WasAway,
)
from mailflow.mentoring.expert_rules import on_expert
from mailflow.mentoring.finish import keep_the_gate, on_finish
from mailflow.mentoring.kickoff_rules import on_kickoff
from mailflow.mentoring.leader_rules import on_leader
from mailflow.mentoring.time_rules import on_time
from mailflow.mentoring.turn import BEFORE_YES, Turn

_FROM_EXPERTS = (
    Accepted,
    Answered,
    Bounced,
    Chatted,
    Corrected,
    Declined,
    Disowned,
    Doubted,
    PauseAsked,
    QuestionAsked,
    StopAsked,
    Unclear,
    WasAway,
)


def opened(new_id: str, leader: Leader, policy: Policy, language: str, now: datetime) -> Engagement:
    """Return an empty engagement, ready for the kickoff that makes it."""
    return Engagement(
        id=new_id, stage=Stage.DRAFT, leader=leader, policy=policy, created_at=now, language=language
    )


def decide(engagement: Engagement, event: Event, now: datetime) -> Decision:
    """What follows from `event`, `now` (aware).  Total; the same arguments give the same decision."""
    turn = Turn(engagement, now)
    if isinstance(event, _FROM_EXPERTS) and not _has_seat(engagement, event.seat):
        turn.unexpected(f"{type(event).__name__} from nobody's seat")
        return turn.decision()
    match event:
        case TimePassed():
            on_time(turn)
        case KickoffRead():
            _kickoff(turn, event)
        case GoalWorded() | ThreadDrawn() | Synthesised() | ConsentGiven():
            on_finish(turn, event)
        case _ if isinstance(event, _FROM_EXPERTS):
            on_expert(turn, event)
        case _:
            on_leader(turn, event)
    keep_the_gate(turn)
    return turn.decision()


def _has_seat(engagement: Engagement, seat: int) -> bool:
    return seat == 0 or (seat in SEATS and len(engagement.experts) == len(SEATS))


def _kickoff(turn: Turn, event: KickoffRead) -> None:
    stage = turn.engagement.stage
    if stage in BEFORE_YES:
        on_kickoff(turn, event)
    elif stage in ENDED:
        turn.set_aside("the leader wrote after the end")
    else:
        turn.tell_leader(Purpose.TRANSCRIPT, answers_mail=True, notes=("under_way_already",))
