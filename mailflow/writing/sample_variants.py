"""Every variant of every letter, for the tests: what a purpose's one sample does not show.  Pure."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from mailflow.identity import Purpose
from mailflow.mentoring.effects import Cause, Send
from mailflow.mentoring.engagement import Certainty, Engagement, Goal, NamedExpert, Side, Stage, Standing
from mailflow.mentoring.kickoff import Gap
from mailflow.writing.sample import Sample, alert, sample, to_ada, to_leader
from mailflow.writing.sample_engagement import (
    ADA,
    complete,
    draft,
    gathering,
    goal_set,
    heard_in_person,
    previewed,
    substituting,
    with_an_extra,
    with_an_open_seat,
    without_a_name,
)
from mailflow.writing.sample_synthesis import GOAL, SHAPE

_OUT_OF_REACH = (Standing.DECLINED, Standing.UNREACHABLE, Standing.SILENT)


def samples() -> dict[str, Sample]:
    """Every sample by name: one for each purpose, then the variants as "purpose.variant"."""
    variants = {**dict(_series()), **{name: make() for name, make in _VARIANTS.items()}}
    return {**{purpose.value: sample(purpose) for purpose in Purpose}, **variants}


def _series() -> Iterator[tuple[str, Sample]]:
    """Variants that differ by one word of a closed list."""
    for gap in Gap:
        if gap is not Gap.WHY_NOW:  # never asked for alone
            yield f"kickoff_gaps.{gap}", _gap(gap)
    for gap in (Gap.LEADER_BUSY, Gap.EXPERT_IS_SERVICE, Gap.EXPERT_TWICE):
        yield f"kickoff_refused.{gap}", to_leader(Purpose.KICKOFF_REFUSED, draft(), notes=(gap,))
    for cause in Cause:
        yield f"alert.{cause}", alert(cause)
    for standing, note in zip(_OUT_OF_REACH, ("stopped", "unreachable", "silent"), strict=True):
        opened = with_an_open_seat(standing)
        yield f"seat_open.{note}", to_leader(Purpose.SEAT_OPEN, opened, about=1, notes=(note,))
    for note, about in _NOTES.items():
        engagement = gathering(1, 0, 3)
        yield f"transcript.{note}", to_leader(Purpose.TRANSCRIPT, engagement, notes=(note,), about=about)
    for note in ("cancelled", "substituted"):
        yield f"released.{note}", to_ada(Purpose.RELEASED, gathering(), notes=(note,))


_NOTES = {
    "paused": 0, "resumed": 0, "nudged": 2, "better_in_person": 2, "nothing_to_nudge": 2, "waiting": 2,
    "nobody_to_wait_for": 0, "whose_pieces": 0, "already_answered": 3, "which_seat": 0, "address_missing": 2,
    "is_leader": 2, "is_service": 2, "already_asked": 2, "not_available": 2, "under_way_already": 0,
    "goal_has_no_words": 0, "not_now": 0,
}  # fmt: skip


def _gap(gap: Gap) -> Sample:
    named = draft().named
    if gap is Gap.EXPERT_NAME:
        named = (replace(named[0], name=""), *named[1:])
    capability = "" if gap is Gap.CAPABILITY else draft().capability
    engagement = replace(draft(), capability=capability, named=named)
    return to_leader(Purpose.KICKOFF_GAPS, engagement, notes=(gap,))


def _all_outside() -> Engagement:
    return previewed().with_expert(replace(ADA, side=Side.OUTSIDE))


def _bare() -> Engagement:
    """A kickoff of few words: no reason, no end, nothing seen."""
    engagement = gathering(threads={}, why_now="", to_what_end="", horizon_months=1)
    return engagement.with_expert(replace(engagement.expert(1), seen_where=""))


def _four() -> Engagement:
    names = ("Ada", "Grace", "Mary", "Hana")
    named = tuple(NamedExpert(name=name, email=f"{name.lower()}@works.example") for name in names)
    return replace(draft(), named=named)


def _goal(**changes: object) -> Goal:
    return replace(GOAL, **changes)  # type: ignore[arg-type]  # fields by name, checked when it is made


_VARIANTS: dict[str, Callable[[], Sample]] = {
    "kickoff_gaps.nothing": lambda: to_leader(
        Purpose.KICKOFF_GAPS,
        replace(draft(), capability="", named=()),
        notes=(Gap.CAPABILITY, Gap.EXPERTS, Gap.WHY_NOW),
    ),
    "kickoff_gaps.four": lambda: to_leader(Purpose.KICKOFF_GAPS, _four(), notes=(Gap.EXPERTS,)),
    "preview.substitute": lambda: to_leader(Purpose.PREVIEW, substituting(), about=1),
    "preview.all_outside": lambda: to_leader(Purpose.PREVIEW, _all_outside()),
    "under_way.substitute": lambda: to_leader(Purpose.UNDER_WAY, gathering(), about=1),
    "coffee_accepted.no_time": lambda: to_leader(Purpose.COFFEE_ACCEPTED, gathering(), about=2),
    "progress.open_seat": lambda: to_leader(Purpose.PROGRESS, with_an_open_seat(Standing.SILENT)),
    "progress.draft": lambda: to_leader(Purpose.PROGRESS, draft()),
    "progress.preview": lambda: to_leader(Purpose.PROGRESS, previewed()),
    "progress.paused": lambda: to_leader(Purpose.PROGRESS, gathering(1, 0, 0, paused=True)),
    "progress.complete": lambda: to_leader(Purpose.PROGRESS, complete()),
    "progress.goal_set": lambda: to_leader(Purpose.PROGRESS, goal_set()),
    "progress.closed": lambda: to_leader(Purpose.PROGRESS, replace(goal_set(), stage=Stage.CLOSED)),
    "synthesis.likely": lambda: to_leader(Purpose.SYNTHESIS, complete(Certainty.LIKELY)),
    "synthesis.none": lambda: to_leader(Purpose.SYNTHESIS, complete(Certainty.NONE, goal=SHAPE)),
    "synthesis.unnamed": lambda: to_leader(Purpose.SYNTHESIS, without_a_name(complete())),
    "synthesis_revised.changed": lambda: to_leader(
        Purpose.SYNTHESIS_REVISED, complete(Certainty.LIKELY, goal=_goal(own_words="Delegate more."))
    ),
    "goal_feedback.one": lambda: to_leader(
        Purpose.GOAL_FEEDBACK, complete(goal=_goal(own_words="I delegate more.")), notes=("time_bound",)
    ),
    "goal_set.no_steps": lambda: to_leader(
        Purpose.GOAL_SET, complete(goal=_goal(own_words="I delegate more.", steps=()))
    ),
    "check_in.later": lambda: to_leader(Purpose.CHECK_IN, goal_set(), turn=2),
    "closed.cancelled": lambda: to_leader(Purpose.CLOSED, gathering(), notes=("cancelled",)),
    "invitation.bare": lambda: to_ada(Purpose.INVITATION, _bare()),
    "question.accepted": lambda: to_ada(Purpose.QUESTION, gathering(), answers_mail=True),
    "nudge.last": lambda: to_ada(Purpose.NUDGE, gathering(2), turn=2, last=True),
    "more_please.two": lambda: to_ada(Purpose.MORE_PLEASE, gathering(1)),
    "second_coffee.no_day": lambda: to_ada(Purpose.SECOND_COFFEE, gathering()),
    "thanks.extras": lambda: to_ada(Purpose.THANKS, with_an_extra(gathering(3))),
    "thanks.heard": lambda: to_ada(Purpose.THANKS, heard_in_person(3), notes=("heard_in_person",)),
    "thanks.unnamed": lambda: to_ada(Purpose.THANKS, without_a_name(gathering(3))),
    "relay_answer.before_yes": lambda: to_ada(
        Purpose.RELAY_ANSWER,
        gathering().with_expert(replace(ADA, standing=Standing.INVITED)),
        words="Twenty minutes.",
    ),
    "relay_answer.after_three": lambda: to_ada(Purpose.RELAY_ANSWER, gathering(3), words="My own team."),
    "is_this_yours.leader": lambda: to_leader(Purpose.IS_THIS_YOURS, gathering(), words="pause please"),
    "stopped.after_pieces": lambda: to_ada(Purpose.STOPPED, gathering(2)),
    "released.substituted_before": lambda: (
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
    "outcome.no_words": lambda: to_ada(Purpose.OUTCOME, goal_set()),
    "transcript.heard_all": lambda: to_leader(
        Purpose.TRANSCRIPT, heard_in_person(3), notes=("heard_all",), about=1
    ),
    "transcript.heard_some": lambda: to_leader(
        Purpose.TRANSCRIPT, heard_in_person(2), notes=("heard_1_missing",), about=1
    ),
    "transcript.no_question_open": lambda: to_leader(
        Purpose.TRANSCRIPT, gathering(), notes=("no_question_open",), words="My own team."
    ),
}
