"""Engagements at every stage, for `mailflow preview` and for the tests.  Pure; nobody in it exists."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, Literal

from mailflow.identity import Purpose
from mailflow.mentoring.effects import Cause, Send
from mailflow.mentoring.engagement import (
    LEADER_SEAT,
    Advice,
    Certainty,
    Correspondence,
    Engagement,
    Expert,
    Leader,
    NamedExpert,
    Policy,
    Side,
    Source,
    Stage,
    Standing,
)
from mailflow.mentoring.kickoff import Gap
from mailflow.writing.letter import House, html_of, write_letter
from mailflow.writing.sample_synthesis import GOAL, IN_OWN_WORDS, SYNTHESES

NOW = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
HOUSE = House(
    address="jit@mentoring.example",
    timezone="Europe/Berlin",
    key=b"a key that signs nothing but samples",
    operator="office@mentoring.example",
)
PIECES = (
    (
        "Hand over the outcome, not the task list. Say what done looks like and by when, then stop talking.",
        "Pick one thing a week that only you know how to do, and teach it.",
        "Ask “what would you do?” before you say what you would do.",
    ),
    (
        "Agree on two check-in dates at the start and stay away in between; otherwise it’s never really theirs.",
        "Start with something that may go wrong without hurting anybody.",
        "I tell people what I expect to see at the end. The how is none of my business.",
    ),
    (
        "Write down what good looks like in one paragraph before you give it away – "
        "most of my disasters began with a paragraph I had not written.",
        "Say thank you in front of others.",
        "Keep Friday afternoons free of meetings, you will need the slack.",
    ),
)

Sample = tuple[Send, Engagement]


def sample(purpose: Purpose) -> Sample:
    """A Send with this purpose and an engagement that has just come to need it."""
    return samples()[purpose.value]


def samples() -> dict[str, Sample]:
    """Every sample by name: one for each purpose, then the variants as "purpose.variant"."""
    return {name: make() for name, make in _SAMPLES.items()}


def render_sample(purpose: Purpose, format: Literal["text", "html", "eml"] | str) -> str:  # noqa: A002
    """The sample letter of a purpose: its plain text, its HTML page or the whole message."""
    send, engagement = sample(purpose)
    if format == "html":
        return html_of(send, engagement, HOUSE, NOW)
    written = write_letter(send, engagement, HOUSE, NOW)
    return written.raw.decode("ascii").replace("\r\n", "\n") if format == "eml" else written.text


# --- one engagement, ever further on ---


def draft() -> Engagement:
    """A kickoff that names two experts, one of them without an address."""
    named = (
        NamedExpert(name="Ada Byron", email="ada@works.example", side=Side.INSIDE),
        NamedExpert(name="Grace Murray", side=Side.OUTSIDE),
    )
    return Engagement(
        id="samp2e3xyz",
        stage=Stage.DRAFT,
        leader=Leader(name="Lee Okafor", email="lee@works.example", timezone="Europe/Berlin"),
        policy=Policy(timezone="Europe/Berlin"),
        created_at=NOW - timedelta(days=40),
        capability="delegating whole outcomes",
        phrase="delegate whole outcomes",
        named=named,
        threads={LEADER_SEAT: Correspondence(subject="A kickoff", message_ids=("<first@works.example>",))},
    )


def previewed(**changes: Any) -> Engagement:
    """A kickoff that is complete and waits for the leader's yes."""
    ready = replace(
        draft(),
        stage=Stage.PREVIEW,
        why_now="My team doubled in spring and everything still lands on my desk. I am the bottleneck.",
        to_what_end="By autumn the two site launches should run without me in the room.",
        experts=(_ADA, _GRACE, _MARY),
    )
    return replace(ready, **changes)


def gathering(*counts: int, **changes: Any) -> Engagement:
    """Experts who were asked, with so many pieces in from each."""
    engagement = previewed(**{"stage": Stage.GATHERING, "threads": _THREADS, **changes})
    for expert, count in zip(engagement.experts, counts or (0, 0, 0), strict=False):
        engagement = engagement.with_expert(_with_pieces(expert, count))
    return engagement


def complete(certainty: Certainty = Certainty.FOUND, **changes: Any) -> Engagement:
    """All nine in, read and told."""
    engagement = gathering(3, 3, 3, **{"stage": Stage.COMPLETE, **changes})
    return replace(engagement, synthesis=SYNTHESES[certainty], goal=changes.get("goal", GOAL), nine_at=NOW)


def goal_set() -> Engagement:
    """The goal in the leader's own words."""
    return complete(stage=Stage.GOAL_SET, goal=replace(GOAL, own_words=IN_OWN_WORDS))


_ADA = Expert(
    seat=1,
    name="Ada Byron",
    email="ada@works.example",
    side=Side.INSIDE,
    seen_where="gave the Rotterdam launch to a team of four and went sailing",
    timezone="Europe/London",
)
_GRACE = Expert(seat=2, name="Grace Murray", email="grace@navy.example", side=Side.OUTSIDE)
_MARY = Expert(
    seat=3,
    name="Dr. Mary Winston",
    email="mary@orbit.example",
    side=Side.OUTSIDE,
    seen_where="runs three wind tunnels and still leaves at five",
)
_THREADS = {
    LEADER_SEAT: Correspondence(subject="A kickoff", message_ids=("<first@works.example>", "<a@x.example>")),
    1: Correspondence(
        subject="A coffee with Lee Okafor, and three bits of advice on delegating whole outcomes?",
        message_ids=("<invitation@mentoring.example>", "<reply@works.example>"),
    ),
}


def _with_pieces(expert: Expert, count: int, source: Source = Source.EMAIL) -> Expert:
    advice = tuple(Advice(text=text, source=source, received_at=NOW) for text in PIECES[expert.seat - 1])
    standing = Standing.ANSWERED if count == 3 else Standing.ASKED
    return replace(expert, standing=standing, advice=advice[:count], asked_at=NOW, invited_at=NOW)


def _extra(engagement: Engagement) -> Engagement:
    extra = Advice(text="And buy them lunch.", source=Source.EMAIL, received_at=NOW)
    return engagement.with_expert(replace(engagement.expert(1), extras=(extra,)))


def _heard(count: int) -> Engagement:
    return gathering(0, 0, 0).with_expert(_with_pieces(_ADA, count, Source.LEADER))


def _open(standing: Standing) -> Engagement:
    return gathering(0, 3, 1).with_expert(replace(_ADA, standing=standing))


def _substituting() -> Engagement:
    hana = Expert(seat=1, name="Hana Kaya", email="hana@elsewhere.example", side=Side.OUTSIDE)
    return replace(_open(Standing.DECLINED), substitute=hana)


# --- letters ---


def _to_leader(purpose: Purpose, engagement: Engagement, **details: Any) -> Sample:
    leader = engagement.leader
    send = Send(purpose=purpose, seat=LEADER_SEAT, turn=1, name=leader.name, email=leader.email, **details)
    return send, engagement


def _to_ada(purpose: Purpose, engagement: Engagement, **details: Any) -> Sample:
    details = {"turn": 1, **details}
    return Send(purpose=purpose, seat=1, name=_ADA.name, email=_ADA.email, **details), engagement


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
        _open(Standing.DECLINED),
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
    "preview.substitute": lambda: _to_leader(Purpose.PREVIEW, _substituting(), about=1),
    "preview.all_outside": lambda: _to_leader(
        Purpose.PREVIEW, previewed().with_expert(replace(_ADA, side=Side.OUTSIDE))
    ),
    "under_way.substitute": lambda: _to_leader(Purpose.UNDER_WAY, gathering(), about=1),
    "coffee_accepted.no_time": lambda: _to_leader(Purpose.COFFEE_ACCEPTED, gathering(), about=2),
    "seat_open.unreachable": lambda: _to_leader(
        Purpose.SEAT_OPEN, _open(Standing.UNREACHABLE), about=1, notes=("unreachable",)
    ),
    "seat_open.silent": lambda: _to_leader(
        Purpose.SEAT_OPEN, _open(Standing.SILENT), about=1, notes=("silent",)
    ),
    "seat_open.stopped": lambda: _to_leader(
        Purpose.SEAT_OPEN, _open(Standing.DECLINED), about=1, notes=("stopped",)
    ),
    "progress.open_seat": lambda: _to_leader(Purpose.PROGRESS, _open(Standing.SILENT)),
    "progress.goal_set": lambda: _to_leader(Purpose.PROGRESS, goal_set()),
    "synthesis.likely": lambda: _to_leader(Purpose.SYNTHESIS, complete(Certainty.LIKELY)),
    "synthesis.none": lambda: _to_leader(Purpose.SYNTHESIS, complete(Certainty.NONE)),
    "closed.cancelled": lambda: _to_leader(Purpose.CLOSED, gathering(), notes=("cancelled",)),
    "question.accepted": lambda: _to_ada(Purpose.QUESTION, gathering(), answers_mail=True),
    "nudge.last": lambda: _to_ada(Purpose.NUDGE, gathering(2), turn=2, last=True),
    "thanks.extras": lambda: _to_ada(Purpose.THANKS, _extra(gathering(3))),
    "thanks.heard": lambda: _to_ada(Purpose.THANKS, _heard(3), notes=("heard_in_person",)),
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
    "transcript.heard_all": _transcript("heard_all", _heard(3), about=1),
    "transcript.heard_some": _transcript("heard_1_missing", _heard(2), about=1),
    "transcript.nudged": _transcript("nudged", about=2),
    "transcript.paused": _transcript("paused"),
}
_SAMPLES = {**_BY_PURPOSE, **_VARIANTS}
