"""A sample of every letter, for `mailflow preview` and for the tests.  Pure; nobody in it exists."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from mailflow.identity import Purpose
from mailflow.mentoring.effects import Cause, Send
from mailflow.mentoring.engagement import LEADER_SEAT, Certainty, Engagement, Side, Standing
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
    heard_in_person,
    previewed,
    substituting,
    with_an_extra,
    with_an_open_seat,
)
from mailflow.writing.sample_synthesis import GOAL

Sample = tuple[Send, Engagement]


def sample(purpose: Purpose) -> Sample:
    """A Send with this purpose and an engagement that has just come to need it."""
    return samples()[purpose.value]


def samples() -> dict[str, Sample]:
    """Every sample by name: one for each purpose, then the variants as "purpose.variant"."""
    return {name: make() for name, make in _SAMPLES.items()}


def render_sample(purpose: Purpose, format: str) -> str:  # noqa: A002 - as the option is called
    """The sample letter of a purpose: its plain text, its HTML page or the whole message."""
    send, engagement = sample(purpose)
    if format == "html":
        return html_of(send, engagement, HOUSE, NOW)
    written = write_letter(send, engagement, HOUSE, NOW)
    return written.raw.decode("ascii").replace("\r\n", "\n") if format == "eml" else written.text


# --- letters ---


def _to_leader(purpose: Purpose, engagement: Engagement, **details: Any) -> Sample:
    leader = engagement.leader
    send = Send(purpose=purpose, seat=LEADER_SEAT, turn=1, name=leader.name, email=leader.email, **details)
    return send, engagement


def _to_ada(purpose: Purpose, engagement: Engagement, **details: Any) -> Sample:
    details = {"turn": 1, **details}
    return Send(purpose=purpose, seat=1, name=ADA.name, email=ADA.email, **details), engagement


def _gaps() -> Sample:
    notes = (Gap.CAPABILITY_BROAD, Gap.EXPERTS, Gap.EXPERT_ADDRESS, Gap.WHY_NOW)
    return _to_leader(Purpose.KICKOFF_GAPS, replace(draft(), capability="leadership"), notes=notes)


def _transcript(note: str, engagement: Engagement | None = None, **details: Any) -> Callable[[], Sample]:
    return lambda: _to_leader(Purpose.TRANSCRIPT, engagement or gathering(1, 0, 3), notes=(note,), **details)


_BY_PURPOSE: dict[str, Callable[[], Sample]] = {
    "kickoff_gaps": _gaps,
    "kickoff_refused": lambda: _to_leader(
        Purpose.KICKOFF_REFUSED, draft(), notes=(Gap.EXPERT_IS_LEADER, Gap.EXPERT_UNAVAILABLE)
    ),
    "preview": lambda: _to_leader(Purpose.PREVIEW, previewed(seen_kickoff=True)),
    "under_way": lambda: _to_leader(Purpose.UNDER_WAY, gathering()),
    "coffee_accepted": lambda: _to_leader(
        Purpose.COFFEE_ACCEPTED,
        gathering(),
        about=1,
        words="Gladly! Thursday at three in the canteen?",
        at=datetime(2026, 12, 3, 14, 0, tzinfo=UTC),
    ),
    "question_relay": lambda: _to_leader(
        Purpose.QUESTION_RELAY,
        gathering(),
        about=1,
        words="Is this about your own team,\nor about suppliers?",
    ),
    "seat_open": lambda: _to_leader(
        Purpose.SEAT_OPEN,
        with_an_open_seat(Standing.DECLINED),
        about=1,
        words="I am on leave until March.\n\nAsk Hana Kaya, she is better at this anyway.",
        notes=("declined",),
    ),
    "progress": lambda: _to_leader(Purpose.PROGRESS, gathering(3, 1, 0)),
    "transcript": _transcript("not_understood", words="could you do the thing with the other one"),
    "synthesis": lambda: _to_leader(Purpose.SYNTHESIS, complete()),
    "synthesis_revised": lambda: _to_leader(Purpose.SYNTHESIS_REVISED, complete(Certainty.DRAWN)),
    "goal_feedback": lambda: _to_leader(
        Purpose.GOAL_FEEDBACK,
        complete(goal=replace(GOAL, own_words="Delegate more.")),
        notes=("specific", "measurable", "achievable", "relevant", "time_bound"),
    ),
    "goal_set": lambda: _to_leader(Purpose.GOAL_SET, goal_set()),
    "check_in": lambda: _to_leader(Purpose.CHECK_IN, goal_set()),
    "closed": lambda: _to_leader(Purpose.CLOSED, goal_set()),
    "invitation": lambda: _to_ada(Purpose.INVITATION, gathering(threads={})),
    "question": lambda: _to_ada(Purpose.QUESTION, gathering()),
    "nudge": lambda: _to_ada(Purpose.NUDGE, gathering()),
    "more_please": lambda: _to_ada(Purpose.MORE_PLEASE, gathering(2)),
    "second_coffee": lambda: _to_ada(Purpose.SECOND_COFFEE, gathering(), day=date(2026, 12, 14)),
    "thanks": lambda: _to_ada(Purpose.THANKS, gathering(3)),
    "relay_answer": lambda: _to_ada(
        Purpose.RELAY_ANSWER, gathering(), words="My own team. Suppliers are another story."
    ),
    "is_this_yours": lambda: _to_ada(
        Purpose.IS_THIS_YOURS,
        gathering(),
        words="1. See https://www.tips.example/x 2. Ask a@b.example 3. Rest",
    ),
    "stopped": lambda: _to_ada(Purpose.STOPPED, gathering()),
    "released": lambda: _to_ada(Purpose.RELEASED, gathering(), notes=("declined",)),
    "outcome": lambda: _to_ada(Purpose.OUTCOME, goal_set(), words="Both launches ran without me. Thank you!"),
    "alert": lambda: (
        Send(
            purpose=Purpose.ALERT,
            seat=LEADER_SEAT,
            turn=1,
            name="",
            email=HOUSE.operator,
            words="samp2e3xyz invitation",
            notes=(Cause.BUDGET.value,),
        ),
        replace(draft(), threads={}),
    ),
}
_VARIANTS: dict[str, Callable[[], Sample]] = {
    "preview.substitute": lambda: _to_leader(Purpose.PREVIEW, substituting(), about=1),
    "preview.all_outside": lambda: _to_leader(
        Purpose.PREVIEW, previewed().with_expert(replace(ADA, side=Side.OUTSIDE))
    ),
    "under_way.substitute": lambda: _to_leader(Purpose.UNDER_WAY, gathering(), about=1),
    "coffee_accepted.no_time": lambda: _to_leader(Purpose.COFFEE_ACCEPTED, gathering(), about=2),
    "seat_open.unreachable": lambda: _to_leader(
        Purpose.SEAT_OPEN, with_an_open_seat(Standing.UNREACHABLE), about=1, notes=("unreachable",)
    ),
    "seat_open.silent": lambda: _to_leader(
        Purpose.SEAT_OPEN, with_an_open_seat(Standing.SILENT), about=1, notes=("silent",)
    ),
    "seat_open.stopped": lambda: _to_leader(
        Purpose.SEAT_OPEN, with_an_open_seat(Standing.DECLINED), about=1, notes=("stopped",)
    ),
    "progress.open_seat": lambda: _to_leader(Purpose.PROGRESS, with_an_open_seat(Standing.SILENT)),
    "progress.goal_set": lambda: _to_leader(Purpose.PROGRESS, goal_set()),
    "synthesis.likely": lambda: _to_leader(Purpose.SYNTHESIS, complete(Certainty.LIKELY)),
    "synthesis.none": lambda: _to_leader(Purpose.SYNTHESIS, complete(Certainty.NONE)),
    "closed.cancelled": lambda: _to_leader(Purpose.CLOSED, gathering(), notes=("cancelled",)),
    "question.accepted": lambda: _to_ada(Purpose.QUESTION, gathering(), answers_mail=True),
    "nudge.last": lambda: _to_ada(Purpose.NUDGE, gathering(2), turn=2, last=True),
    "thanks.extras": lambda: _to_ada(Purpose.THANKS, with_an_extra(gathering(3))),
    "thanks.heard": lambda: _to_ada(Purpose.THANKS, heard_in_person(3), notes=("heard_in_person",)),
    "released.cancelled": lambda: _to_ada(Purpose.RELEASED, gathering(), notes=("cancelled",)),
    "released.substituted": lambda: (
        Send(
            purpose=Purpose.RELEASED,
            seat=1,
            turn=1,
            name="Hana Kaya",
            email="hana@elsewhere.example",
            notes=("substituted",),
        ),
        gathering(),
    ),
    "transcript.heard_all": _transcript("heard_all", heard_in_person(3), about=1),
    "transcript.heard_some": _transcript("heard_1_missing", heard_in_person(2), about=1),
    "transcript.nudged": _transcript("nudged", about=2),
    "transcript.paused": _transcript("paused"),
}
_SAMPLES = {**_BY_PURPOSE, **_VARIANTS}
