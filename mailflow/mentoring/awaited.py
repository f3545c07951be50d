"""What an engagement waits for, from whom, until when, and what happens next by itself."""

from datetime import datetime

from mailflow.mentoring.engagement import PIECES_EACH, Engagement, Expert, Stage, Standing

_BY_STAGE = {
    Stage.DRAFT: "Waiting for the leader to complete the kickoff. Nothing happens by itself.",
    Stage.PREVIEW: "Waiting for the leader's yes to the preview. Nobody is written to before it.",
    Stage.COMPLETE: "Waiting for the leader to put the goal in their own words. Nothing happens by itself.",
    Stage.CLOSED: "Closed. Nothing is awaited.",
    Stage.CANCELLED: "Cancelled. Nothing is awaited.",
}
_NEXT = {
    Standing.WAITING: "the invitation goes out",
    Standing.INVITED: "the question goes out",
    Standing.ASKED: "a nudge goes out, or the seat is called open",
}


def awaited(engagement: Engagement) -> str:
    """The answer to "why does nothing happen?", in a few lines."""
    if engagement.paused:
        return "Paused. Nothing happens until it is resumed."
    if engagement.stage is Stage.GATHERING:
        return "\n".join(_seat(expert) for expert in engagement.experts)
    if engagement.stage is Stage.GOAL_SET:
        return f"The goal is set. A check-in goes to the leader {_when(engagement.wake_at)}."
    return _BY_STAGE[engagement.stage]


def _seat(expert: Expert) -> str:
    start = f"Seat {expert.seat}:"
    if expert.standing is Standing.ANSWERED:
        return f"{start} has answered."
    if expert.is_open:
        return f"{start} {expert.standing.value}; waiting for the leader to name somebody else or to wait on."
    if expert.standing is Standing.RELEASED:
        return f"{start} released."
    if expert.question_open:
        return f"{start} asked something back; waiting for the leader's answer, the clock stands still."
    missing = PIECES_EACH - len(expert.advice)
    return f"{start} waiting for {missing} pieces; {_NEXT[expert.standing]} {_when(expert.wake_at)}."


def _when(moment: datetime | None) -> str:
    return f"at {moment.isoformat()}" if moment is not None else "at no time by itself"
