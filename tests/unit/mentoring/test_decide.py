from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from builders import KICKOFF, NAMED, Story, gathering, pieces, previewed, three

from mailflow.mentoring.effects import NeverAsk, SetAside, Synthesise
from mailflow.mentoring.engagement import (
    Certainty,
    Goal,
    NamedExpert,
    Source,
    Stage,
    Standing,
    Synthesis,
    Theme,
)
from mailflow.mentoring.events import (
    Accepted,
    Answered,
    Bounced,
    CancelWanted,
    Circumstances,
    Confirmed,
    Corrected,
    Declined,
    GoalWorded,
    HeardInPerson,
    HoldWanted,
    KickoffRead,
    NudgeWanted,
    PauseAsked,
    ProgressAsked,
    QuestionAsked,
    RelayAnswered,
    ResumeWanted,
    StopAsked,
    SubstituteNamed,
    Synthesised,
    TimePassed,
    WaitWanted,
    WasAway,
)
from mailflow.mentoring.kickoff import Gap, Kickoff

HANA = NamedExpert(name="Hana Sato", email="hana@experts.example")


def synthesised() -> Synthesised:
    """An engine's reading of the nine."""
    themes = tuple(Theme(label=f"theme {n}", pieces=((s, n),)) for s in (1, 2, 3) for n in (1, 2, 3))
    synthesis = Synthesis(themes=themes, sweet_spot=None, certainty=Certainty.NONE, engine="test")
    goal = Goal(
        specific="s",
        measurable="m",
        achievable="a",
        relevant="r",
        time_bound="t",
        statement="g",
        target_date=date(2026, 12, 1),
    )
    return Synthesised(synthesis=synthesis, goal=goal)


def test_a_complete_kickoff_is_previewed_and_nobody_else_is_written_to():
    """The preview goes to the leader alone."""
    story = previewed()
    assert (story.engagement.stage, story.purposes()) == (Stage.PREVIEW, ["preview"])
    assert all(send.seat == 0 for send in story.sent)


@pytest.mark.parametrize(
    ("kickoff", "gap"),
    [
        (replace(KICKOFF, capability="", phrase=""), Gap.CAPABILITY),
        (replace(KICKOFF, experts=NAMED[:2]), Gap.EXPERTS),
        (replace(KICKOFF, experts=(*NAMED, HANA)), Gap.EXPERTS),
        (replace(KICKOFF, experts=(*NAMED[:2], NamedExpert(name="Mary"))), Gap.EXPERT_ADDRESS),
        (replace(KICKOFF, experts=(*NAMED[:2], NamedExpert(email="m@x.example"))), Gap.EXPERT_NAME),
        (replace(KICKOFF, doubts=(Gap.CAPABILITY_JOINED,)), Gap.CAPABILITY_JOINED),
        (replace(KICKOFF, horizon_months=36), Gap.HORIZON),
    ],
)
def test_a_gap_is_asked_for_by_name(kickoff: Kickoff, gap: Gap):
    """One letter names exactly what is missing."""
    story = Story()
    story.tell(KickoffRead(kickoff=kickoff))
    assert story.purposes() == ["kickoff_gaps"]
    assert [note for note in story.sent[0].notes if note != Gap.WHY_NOW] == [gap]


def test_gaps_are_filled_over_several_mails():
    """What was understood stays understood; the last missing part brings the preview."""
    story = Story()
    story.tell(KickoffRead(kickoff=replace(KICKOFF, capability="", phrase="", experts=NAMED[:2])))
    story.tell(KickoffRead(kickoff=Kickoff(capability="delegating", phrase="delegate")))
    story.tell(KickoffRead(kickoff=Kickoff(experts=(NAMED[2],))))
    assert story.purposes() == ["kickoff_gaps", "kickoff_gaps", "preview"]
    assert [expert.name for expert in story.engagement.experts] == [named.name for named in NAMED]


def test_the_second_word_on_a_broad_capability_stands():
    """A broad capability is questioned once."""
    story = Story()
    story.tell(KickoffRead(kickoff=replace(KICKOFF, doubts=(Gap.CAPABILITY_BROAD,))))
    story.tell(KickoffRead(kickoff=replace(KICKOFF, doubts=(Gap.CAPABILITY_BROAD,))))
    assert story.purposes() == ["kickoff_gaps", "preview"]


@pytest.mark.parametrize(
    ("experts", "house", "gap"),
    [
        (
            (*NAMED[:2], NamedExpert(name="Me", email="Lee@leaders.example")),
            Circumstances(),
            Gap.EXPERT_IS_LEADER,
        ),
        ((*NAMED[:2], replace(NAMED[0], email="Ada+x@experts.example")), Circumstances(), Gap.EXPERT_TWICE),
        (NAMED, Circumstances(service=("ada@experts.example",)), Gap.EXPERT_IS_SERVICE),
        (NAMED, Circumstances(never_ask=("grace@experts.example",)), Gap.EXPERT_UNAVAILABLE),
        (NAMED, Circumstances(leader_open=5), Gap.LEADER_BUSY),
    ],
)
def test_a_kickoff_is_refused_with_its_reason(experts, house, gap):
    """A refused kickoff makes no engagement."""
    story = Story()
    story.tell(KickoffRead(kickoff=replace(KICKOFF, experts=experts), circumstances=house))
    assert story.purposes() == ["kickoff_refused"]
    assert story.sent[0].notes == (gap,)
    assert story.engagement.refused


def test_only_the_yes_lets_letters_to_experts_go():
    """Three invitations follow the yes within the hours, and the leader hears that it is under way."""
    story = previewed()
    story.days_pass(30)
    assert story.purposes() == ["preview"]
    story.now = datetime(2026, 4, 1, 10, 0, tzinfo=UTC)
    story.tell(Confirmed())
    assert story.new() == ["invitation"] * 3 + ["under_way"]


def test_invitations_wait_for_decent_hours():
    """A yes on Saturday night invites on Monday morning."""
    story = previewed()
    story.now = datetime(2026, 3, 7, 23, 0, tzinfo=UTC)
    story.tell(Confirmed())
    assert story.new() == ["under_way"]
    assert story.engagement.next_wake == datetime(2026, 3, 9, 8, 0, tzinfo=UTC)
    story.days_pass(2)
    assert story.purposes().count("invitation") == 3


def test_an_experts_zone_rules_the_hours():
    """Nine in London is one at night in Los Angeles."""
    story = Story()
    experts = (replace(NAMED[0], timezone="America/Los_Angeles"), *NAMED[1:])
    story.tell(KickoffRead(kickoff=replace(KICKOFF, experts=experts)))
    story.tell(Confirmed())
    assert [send.seat for send in story.sent if send.purpose == "invitation"] == [2, 3]
    assert story.engagement.expert(1).wake_at == datetime(2026, 3, 2, 16, 0, tzinfo=UTC)


def test_a_no_to_the_preview_cancels():
    """The leader changes their mind before anyone was asked."""
    story = previewed()
    story.tell(CancelWanted())
    assert (story.engagement.stage, story.new()) == (Stage.CANCELLED, ["closed"])


def test_a_yes_brings_the_question_at_once():
    """The question goes with the yes; the leader hears the expert's words about time."""
    story = gathering()
    story.tell(Accepted(seat=2, words="Thursday at ten?"))
    assert story.new() == ["question", "coffee_accepted"]
    assert story.sent[-1].words == "Thursday at ten?"
    assert story.engagement.expert(2).standing is Standing.ASKED


def test_a_second_yes_brings_no_second_question():
    """Saying yes twice changes nothing for the expert."""
    story = gathering()
    story.tell(Accepted(seat=2))
    story.tell(Accepted(seat=2))
    assert story.purposes(2) == ["invitation", "question"]


def test_silence_brings_the_question_then_two_nudges_then_the_leader():
    """A silent expert gets an invitation, the question and two nudges; then the leader hears of it."""
    story = gathering()
    story.tell(three(1))
    story.tell(three(3))
    story.days_pass(40)
    assert story.purposes(2) == ["invitation", "question", "nudge", "nudge"]
    assert [send.last for send in story.sent if send.purpose == "nudge"] == [False, True]
    assert story.purposes(0)[-1] == "seat_open"
    assert story.engagement.expert(2).standing is Standing.SILENT


def test_waiting_is_counted_in_working_days_at_the_same_hour():
    """Three working days after Monday nine is Thursday nine; five after Thursday is Thursday."""
    story = gathering()
    assert story.engagement.expert(1).wake_at == datetime(2026, 3, 5, 9, 0, tzinfo=UTC)
    story.days_pass(3)
    assert story.engagement.expert(1).wake_at == datetime(2026, 3, 12, 9, 0, tzinfo=UTC)


def test_a_long_downtime_brings_one_letter_not_a_burst():
    """After weeks asleep an invited expert gets the question alone, and nobody is called silent unasked."""
    story = gathering()
    story.now += timedelta(days=60)
    story.tell(TimePassed())
    assert story.new() == ["question"] * 3
    story.now += timedelta(days=17)
    story.tell(TimePassed())
    assert story.new() == ["nudge"] * 3
    assert all(send.last for send in story.sent[-3:])


def test_partial_answers_accumulate():
    """Two pieces, then one: exactly what is missing is asked for."""
    story = gathering()
    story.tell(Answered(seat=1, pieces=pieces("one", "two")))
    assert story.new() == ["more_please"]
    story.tell(Answered(seat=1, pieces=pieces("two", "three")))
    assert story.new() == ["thanks"]
    assert [advice.text for advice in story.engagement.expert(1).advice] == ["one", "two", "three"]


def test_more_than_three_keeps_the_rest_as_extras():
    """The first three count."""
    story = gathering()
    story.tell(Answered(seat=1, pieces=pieces(*"abcde")))
    expert = story.engagement.expert(1)
    assert [advice.text for advice in expert.advice] == ["a", "b", "c"]
    assert [advice.text for advice in expert.extras] == ["d", "e"]


def test_the_same_answer_twice_counts_once():
    """A mail delivered twice adds nothing and thanks once."""
    story = gathering()
    story.tell(three(1))
    story.tell(three(1))
    assert story.purposes(1) == ["invitation", "thanks"]


def test_time_asked_is_time_given():
    """Nobody is chased before the day they named; then the question or a nudge comes."""
    story = gathering()
    story.tell(PauseAsked(seat=1, until=date(2026, 3, 25)))
    assert story.new() == ["second_coffee"]
    assert story.sent[-1].day == date(2026, 3, 25)
    story.days_pass(22)
    assert story.purposes(1) == ["invitation", "second_coffee"]
    story.days_pass(2)
    assert story.purposes(1) == ["invitation", "second_coffee", "question"]


def test_a_pause_after_the_question_ends_in_a_nudge():
    """Later without a day means a week."""
    story = gathering()
    story.tell(Accepted(seat=1))
    story.tell(PauseAsked(seat=1))
    story.days_pass(6)
    assert "nudge" not in story.purposes(1)
    story.days_pass(2)
    assert story.purposes(1)[-1] == "nudge"


@pytest.mark.parametrize("day", [date(2020, 1, 1), date(2036, 1, 1), date(9999, 12, 31), date(1, 1, 1)])
def test_an_absurd_day_means_the_usual_pause(day: date):
    """A day in the past or in ten years is not believed, and never raises."""
    story = gathering()
    story.tell(PauseAsked(seat=1, until=day))
    assert story.engagement.expert(1).wake_at == datetime(2026, 3, 9, 9, 0, tzinfo=UTC)


def test_a_no_opens_the_seat():
    """The expert is thanked once; the leader gets the reason and the suggestion."""
    story = gathering()
    story.tell(Declined(seat=3, reason="Too busy", instead="ask Hana"))
    assert story.new() == ["released", "seat_open"]
    assert "Too busy" in story.sent[-1].words
    assert "ask Hana" in story.sent[-1].words
    assert story.sent[-1].about == 3
    story.days_pass(60)
    assert story.purposes(3) == ["invitation", "released"]


def test_a_private_reason_stays_with_us():
    """Unless they ask otherwise."""
    story = gathering()
    story.tell(Declined(seat=3, reason="I am ill", private=True))
    assert story.sent[-1].words == ""


def test_leave_me_out_withdraws_the_pieces_before_nine():
    """A seat that had answered is open again."""
    story = gathering()
    story.tell(three(1))
    story.tell(Declined(seat=1, withdraws=True))
    assert story.engagement.expert(1).advice == ()
    assert story.new() == ["released", "seat_open"]


def test_stop_is_for_ever():
    """One short confirmation, then silence, and the list."""
    story = gathering()
    story.tell(StopAsked(seat=2))
    assert story.new() == ["stopped", "seat_open"]
    assert NeverAsk(email="grace@experts.example") in story.last.effects
    story.tell(StopAsked(seat=2))
    story.days_pass(60)
    assert story.purposes(2) == ["invitation", "stopped"]


def test_a_permanent_bounce_opens_the_seat_once():
    """The leader is asked to check the address, once."""
    story = gathering()
    story.tell(Bounced(seat=2, permanent=True, letter="invitation"))
    story.tell(Bounced(seat=2, permanent=True, letter="invitation"))
    assert story.purposes(0).count("seat_open") == 1
    assert story.engagement.expert(2).standing is Standing.UNREACHABLE


def test_a_temporary_bounce_is_waited_out():
    """Mailbox full is no reason to give up."""
    story = gathering()
    story.tell(Bounced(seat=2, permanent=False))
    assert (story.new(), story.engagement.expert(2).standing) == ([], Standing.INVITED)


def test_out_of_office_moves_the_clock_and_nothing_else():
    """Nobody is chased on holiday; no letter follows."""
    story = gathering()
    story.tell(WasAway(seat=1, until=date(2026, 3, 20)))
    assert (story.new(), story.engagement.expert(1).standing) == ([], Standing.INVITED)
    assert story.engagement.expert(1).wake_at == datetime(2026, 3, 20, 8, 0, tzinfo=UTC)


def test_nudges_count_from_the_first_day_back():
    """An asked expert on holiday is nudged five working days after it."""
    story = gathering()
    story.tell(Accepted(seat=1))
    story.tell(WasAway(seat=1, until=date(2026, 3, 20)))
    assert story.engagement.expert(1).wake_at == datetime(2026, 3, 27, 8, 0, tzinfo=UTC)


def test_a_question_back_stops_the_clock():
    """The leader gets the question; until they answer nobody is chased."""
    story = gathering()
    story.tell(Accepted(seat=1))
    story.tell(QuestionAsked(seat=1, words="Which team?"))
    assert story.new() == ["question_relay"]
    story.days_pass(60)
    assert "nudge" not in story.purposes(1)
    story.tell(RelayAnswered(seat=1, words="The whole plant."))
    assert story.new() == ["relay_answer"]
    assert story.engagement.expert(1).wake_at is not None


def test_eight_pieces_are_not_nine():
    """Nothing happens before the ninth piece, which triggers one synthesis."""
    story = gathering()
    story.tell(three(1))
    story.tell(three(2))
    story.tell(Answered(seat=3, pieces=pieces("a", "b")))
    assert Synthesise() not in story.last.effects
    story.tell(Answered(seat=3, pieces=pieces("c")))
    assert story.last.effects.count(Synthesise()) == 1
    story.tell(synthesised())
    assert story.new() == ["synthesis"]
    assert story.engagement.stage is Stage.COMPLETE


def test_a_synthesis_that_never_came_is_asked_for_again():
    """If we die between storing the nine and reading them, the next wake reads them."""
    story = gathering()
    for seat in (1, 2, 3):
        story.tell(three(seat))
    assert story.engagement.next_wake == story.now
    story.tell(TimePassed())
    assert Synthesise() in story.last.effects


def test_a_synthesis_before_nine_is_refused():
    """Whoever asks: no synthesis on fewer than nine."""
    story = gathering()
    story.tell(synthesised())
    assert (story.new(), story.engagement.synthesis) == ([], None)


def complete() -> Story:
    """A story whose leader has the synthesis."""
    story = gathering()
    for seat in (1, 2, 3):
        story.tell(three(seat))
    story.tell(synthesised())
    return story


def test_a_correction_after_the_synthesis_is_read_anew_once_a_day():
    """The leader gets one revised synthesis for a day's corrections."""
    story = complete()
    story.tell(Corrected(seat=1, changes=((2, pieces("better")[0]),)))
    assert story.new() == ["thanks"]
    story.tell(Corrected(seat=1, changes=((3, pieces("best")[0]),)))
    assert Synthesise() not in story.last.effects
    story.now += timedelta(days=1)
    story.tell(TimePassed())
    assert story.last.effects == (Synthesise(),)
    story.tell(synthesised())
    assert story.new() == ["synthesis_revised"]


def test_the_goal_is_refined_until_it_holds():
    """Missing letters are named; then the goal is set and check-ins begin."""
    story = complete()
    story.tell(GoalWorded(words="I will delegate", missing=("time_bound",)))
    assert story.new() == ["goal_feedback"]
    story.tell(GoalWorded(words="I will delegate one task a week until June", missing=()))
    assert story.new() == ["goal_set"]
    assert story.engagement.stage is Stage.GOAL_SET
    story.days_pass(29)
    assert story.purposes().count("check_in") == 1


def test_a_goal_stands_when_the_leader_says_so():
    """The leader has the last word."""
    story = complete()
    story.tell(GoalWorded(words="Better", missing=("specific",)))
    story.tell(GoalWorded(words="", missing=(), insists=True))
    assert story.engagement.goal is not None
    assert (story.engagement.stage, story.engagement.goal.own_words) == (Stage.GOAL_SET, "Better")


def test_an_engagement_ends_kindly():
    """Silence to the check-ins ends it at the horizon."""
    story = complete()
    story.tell(GoalWorded(words="I will delegate one task a week until June", missing=()))
    story.days_pass(400)
    assert (story.engagement.stage, story.purposes()[-1]) == (Stage.CLOSED, "closed")


def test_a_substitute_is_previewed_then_invited():
    """X is never contacted without the leader's yes."""
    story = gathering()
    story.tell(Declined(seat=2))
    story.tell(SubstituteNamed(seat=0, expert=HANA))
    assert story.new() == ["preview"]
    assert "hana@experts.example" not in [send.email for send in story.sent]
    story.tell(Confirmed())
    assert story.new() == ["invitation", "under_way"]
    assert story.engagement.expert(2).email == HANA.email


@pytest.mark.parametrize(
    ("expert", "note"),
    [
        (NamedExpert(name="Ada", email="ADA@experts.example"), "already_asked"),
        (NamedExpert(name="Me", email="lee@leaders.example"), "is_leader"),
        (NamedExpert(name="Hana"), "address_missing"),
    ],
)
def test_not_everybody_can_be_a_substitute(expert: NamedExpert, note: str):
    """The leader hears why."""
    story = gathering()
    story.tell(Declined(seat=2))
    story.tell(SubstituteNamed(seat=2, expert=expert))
    assert story.new() == ["transcript"]
    assert story.sent[-1].notes == (note,)


def test_pieces_heard_in_person_count_and_the_expert_hears_of_it():
    """The expert can correct what was passed on."""
    story = gathering()
    story.tell(HeardInPerson(seat=1, pieces=pieces("a", "b", "c")))
    assert story.new() == ["thanks", "transcript"]
    assert {advice.source for advice in story.engagement.expert(1).advice} == {Source.LEADER}


def test_at_most_two_nudges_whoever_asks():
    """A third wish is answered: better in person."""
    story = gathering()
    story.tell(Accepted(seat=1))
    for _ in range(3):
        story.tell(NudgeWanted(seat=1))
    assert story.purposes(1).count("nudge") == 2
    assert story.sent[-1].notes == ("better_in_person",)


def test_a_paused_engagement_rests_and_resumes_without_a_burst():
    """Nothing is sent by itself while it is paused."""
    story = gathering()
    story.tell(HoldWanted())
    story.days_pass(60)
    assert story.purposes(1) == ["invitation"]
    story.tell(ResumeWanted())
    story.tell(TimePassed())
    assert story.purposes(1) == ["invitation", "question"]


def test_waiting_longer_brings_a_silent_expert_back():
    """The leader may rather wait."""
    story = gathering()
    story.tell(three(1))
    story.days_pass(40)
    story.tell(WaitWanted(seat=2))
    assert story.engagement.expert(2).standing is Standing.ASKED


def test_cancel_releases_those_who_still_owe():
    """Nobody works for nothing, and those who answered are left in peace."""
    story = gathering()
    story.tell(three(1))
    story.tell(CancelWanted())
    assert story.new() == ["released", "released", "closed"]
    assert story.engagement.next_wake is None


def test_progress_is_counts():
    """The leader may ask at any time."""
    story = gathering()
    story.tell(ProgressAsked())
    assert story.new() == ["progress"]


def test_a_reply_after_the_end_is_kept_for_a_person():
    """Nothing is dropped, nothing is restarted."""
    story = gathering()
    story.tell(CancelWanted())
    before = story.engagement.experts
    story.tell(three(2))
    assert any(isinstance(effect, SetAside) for effect in story.last.effects)
    assert story.engagement.experts == before
