"""One engagement that nobody lives in, at every stage.  Pure."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

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
from mailflow.writing.house import House
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
        "Agree on two check-in dates at the start and stay away in between; else it’s never really theirs.",
        "Start with something that may go wrong without hurting anybody.",
        "I tell people what I expect to see at the end. The how is none of my business.",
    ),
    (
        "Write down what good looks like in one paragraph before you give it away. I learned it late.",
        "Say thank you in front of others.",
        "Keep Friday afternoons free of meetings, you will need the slack.",
    ),
)


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
        experts=(ADA, _GRACE, _MARY),
    )
    return replace(ready, **changes)


def gathering(*counts: int, **changes: Any) -> Engagement:
    """Experts who were asked, with so many pieces in from each."""
    engagement = previewed(**{"stage": Stage.GATHERING, "threads": _THREADS, **changes})
    for expert, count in zip(engagement.experts, counts or (0, 0, 0), strict=False):
        engagement = engagement.with_expert(with_pieces(expert, count))
    return engagement


def complete(certainty: Certainty = Certainty.FOUND, **changes: Any) -> Engagement:
    """All nine in, read and told."""
    engagement = gathering(3, 3, 3, **{"stage": Stage.COMPLETE, **changes})
    return replace(engagement, synthesis=SYNTHESES[certainty], goal=changes.get("goal", GOAL), nine_at=NOW)


def goal_set() -> Engagement:
    """The goal in the leader's own words."""
    return complete(stage=Stage.GOAL_SET, goal=replace(GOAL, own_words=IN_OWN_WORDS))


ADA = Expert(
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


def with_pieces(expert: Expert, count: int, source: Source = Source.EMAIL) -> Expert:
    """This expert with so many pieces given."""
    advice = tuple(Advice(text=text, source=source, received_at=NOW) for text in PIECES[expert.seat - 1])
    standing = Standing.ANSWERED if count == 3 else Standing.ASKED
    return replace(expert, standing=standing, advice=advice[:count], asked_at=NOW, invited_at=NOW)


def with_an_extra(engagement: Engagement) -> Engagement:
    """A fourth piece from the first expert."""
    extra = Advice(text="And buy them lunch.", source=Source.EMAIL, received_at=NOW)
    return engagement.with_expert(replace(engagement.expert(1), extras=(extra,)))


def without_a_name(engagement: Engagement) -> Engagement:
    """The first expert asked not to be named."""
    return engagement.with_expert(replace(engagement.expert(1), nameless=True))


def heard_in_person(count: int) -> Engagement:
    """Pieces that the leader passed on from a talk with the first expert."""
    return gathering(0, 0, 0).with_expert(with_pieces(ADA, count, Source.LEADER))


def with_an_open_seat(standing: Standing) -> Engagement:
    """The first seat open, for this reason."""
    return gathering(0, 3, 1).with_expert(replace(ADA, standing=standing))


def substituting() -> Engagement:
    """Somebody named for the open seat, previewed and not yet confirmed."""
    hana = Expert(seat=1, name="Hana Kaya", email="hana@elsewhere.example", side=Side.OUTSIDE)
    return replace(with_an_open_seat(Standing.DECLINED), substitute=hana)
