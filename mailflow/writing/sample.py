"""A sample of every letter, for `mailflow preview`.  Pure; nobody in it exists."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from mailflow.identity import Purpose
from mailflow.mentoring.effects import Cause, Send
from mailflow.mentoring.engagement import LEADER_SEAT, Certainty, Engagement, Standing
from mailflow.mentoring.kickoff import Gap
from mailflow.writing.letter import html_of, write_letter
from mailflow.writing.sample_engagement import (
    ADA,
    HOUSE,
    NOW,
    complete,
    draft,
    gathering,
    goal_set,
    previewed,
    with_an_open_seat,
)
from mailflow.writing.sample_synthesis import GOAL

Sample = tuple[Send, Engagement]


def sample(purpose: Purpose) -> Sample:
    """A Send with this purpose and an engagement that has just come to need it."""
    return _BY_PURPOSE[purpose.value]()


def render_sample(purpose: Purpose, format: str) -> str:  # noqa: A002 - as the option is called
    """The sample letter of a purpose: its plain text, its HTML page or the whole message."""
    send, engagement = sample(purpose)
    if format == "html":
        return html_of(send, engagement, HOUSE, NOW)
    written = write_letter(send, engagement, HOUSE, NOW)
    return written.raw.decode("ascii").replace("\r\n", "\n") if format == "eml" else written.text


# --- letters ---


def to_leader(purpose: Purpose, engagement: Engagement, **details: Any) -> Sample:
    """A letter to the leader about this engagement."""
    leader = engagement.leader
    details = {"turn": 1, **details}
    send = Send(purpose=purpose, seat=LEADER_SEAT, name=leader.name, email=leader.email, **details)
    return send, engagement


def to_ada(purpose: Purpose, engagement: Engagement, **details: Any) -> Sample:
    """A letter to the first expert."""
    details = {"turn": 1, **details}
    return Send(purpose=purpose, seat=1, name=ADA.name, email=ADA.email, **details), engagement


def _gaps() -> Sample:
    notes = (Gap.CAPABILITY_BROAD, Gap.EXPERTS, Gap.EXPERT_ADDRESS, Gap.WHY_NOW)
    return to_leader(Purpose.KICKOFF_GAPS, replace(draft(), capability="leadership"), notes=notes)


def alert(cause: Cause) -> Sample:
    """A letter to the operator."""
    send = Send(
        purpose=Purpose.ALERT,
        seat=LEADER_SEAT,
        turn=1,
        name="",
        email=HOUSE.operator,
        words="samp2e3xyz invitation",
        notes=(cause.value,),
    )
    return send, replace(draft(), threads={})


_BY_PURPOSE: dict[str, Callable[[], Sample]] = {
    "kickoff_gaps": _gaps,
    "kickoff_refused": lambda: to_leader(
        Purpose.KICKOFF_REFUSED, draft(), notes=(Gap.EXPERT_IS_LEADER, Gap.EXPERT_UNAVAILABLE)
    ),
    "preview": lambda: to_leader(Purpose.PREVIEW, previewed(seen_kickoff=True)),
    "under_way": lambda: to_leader(Purpose.UNDER_WAY, gathering()),
    "coffee_accepted": lambda: to_leader(
        Purpose.COFFEE_ACCEPTED,
        gathering(),
        about=1,
        words="Gladly! Thursday at three in the canteen?",
        at=datetime(2026, 12, 3, 14, 0, tzinfo=UTC),
    ),
    "question_relay": lambda: to_leader(
        Purpose.QUESTION_RELAY,
        gathering(),
        about=1,
        words="Is this about your own team,\nor about suppliers?",
    ),
    "seat_open": lambda: to_leader(
        Purpose.SEAT_OPEN,
        with_an_open_seat(Standing.DECLINED),
        about=1,
        words="I am on leave until March.\n\nAsk Hana Kaya, she is better at this anyway.",
        notes=("declined",),
    ),
    "progress": lambda: to_leader(Purpose.PROGRESS, gathering(3, 1, 0)),
    "transcript": lambda: to_leader(
        Purpose.TRANSCRIPT,
        gathering(1, 0, 3),
        words="could you do the thing with the other one",
        notes=("not_understood",),
    ),
    "synthesis": lambda: to_leader(Purpose.SYNTHESIS, complete()),
    "synthesis_revised": lambda: to_leader(Purpose.SYNTHESIS_REVISED, complete(Certainty.DRAWN)),
    "goal_feedback": lambda: to_leader(
        Purpose.GOAL_FEEDBACK,
        complete(goal=replace(GOAL, own_words="Delegate more.")),
        notes=("specific", "measurable", "achievable", "relevant", "time_bound"),
    ),
    "goal_set": lambda: to_leader(Purpose.GOAL_SET, goal_set()),
    "check_in": lambda: to_leader(Purpose.CHECK_IN, goal_set()),
    "closed": lambda: to_leader(Purpose.CLOSED, goal_set()),
    "invitation": lambda: to_ada(Purpose.INVITATION, gathering(threads={})),
    "question": lambda: to_ada(Purpose.QUESTION, gathering()),
    "nudge": lambda: to_ada(Purpose.NUDGE, gathering()),
    "more_please": lambda: to_ada(Purpose.MORE_PLEASE, gathering(2)),
    "second_coffee": lambda: to_ada(Purpose.SECOND_COFFEE, gathering(), day=date(2026, 12, 14)),
    "thanks": lambda: to_ada(Purpose.THANKS, gathering(3)),
    "relay_answer": lambda: to_ada(
        Purpose.RELAY_ANSWER, gathering(), words="My own team. Suppliers are another story."
    ),
    "is_this_yours": lambda: to_ada(
        Purpose.IS_THIS_YOURS,
        gathering(),
        words="1. See https://www.tips.example/x 2. Ask a@b.example 3. Rest",
    ),
    "stopped": lambda: to_ada(Purpose.STOPPED, gathering()),
    "released": lambda: to_ada(Purpose.RELEASED, gathering(), notes=("declined",)),
    "outcome": lambda: to_ada(Purpose.OUTCOME, goal_set(), words="Both launches ran without me. Thank you!"),
    "alert": lambda: alert(Cause.BUDGET),
}
