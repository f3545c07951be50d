"""What was made of the sample's nine pieces, for each certainty."""

from dataclasses import replace
from datetime import date

from mailflow.mentoring.engagement import (
    Candidate,
    Certainty,
    Goal,
    Quote,
    Step,
    Synthesis,
    Theme,
)

_FOUND = Synthesis(
    themes=(
        Theme(label="Say what done looks like, then keep out", pieces=((1, 1), (2, 1), (2, 3), (3, 1))),
        Theme(label="Let people grow into it", pieces=((1, 2), (1, 3), (2, 2))),
        Theme(label="Thanks in public", pieces=((3, 2),)),
        Theme(label="Slack in the week", pieces=((3, 3),)),
    ),
    sweet_spot=0,
    certainty=Certainty.FOUND,
    engine="sample",
    candidates=(
        Candidate(
            theme=0,
            quotes=(
                Quote(seat=1, number=1, text="Say what done looks like and by when, then stop talking."),
                Quote(seat=2, number=3, text="I tell people what I expect to see at the end."),
                Quote(seat=3, number=1, text="Write down what good looks like in one paragraph"),
            ),
        ),
    ),
)
_SECOND = Candidate(
    theme=1,
    quotes=(
        Quote(seat=1, number=3, text="Ask “what would you do?”"),
        Quote(seat=2, number=2, text="Start with something that may go wrong"),
    ),
)
SYNTHESES = {
    Certainty.FOUND: _FOUND,
    Certainty.LIKELY: replace(_FOUND, certainty=Certainty.LIKELY, candidates=(*_FOUND.candidates, _SECOND)),
    Certainty.NONE: replace(_FOUND, certainty=Certainty.NONE, sweet_spot=None, candidates=()),
    Certainty.DRAWN: replace(_FOUND, certainty=Certainty.DRAWN),
}
GOAL = Goal(
    specific="Before I hand something over, I write one paragraph on what done looks like, and keep out.",
    measurable="______ of ______ handovers a month with the paragraph, counted every Friday",
    achievable="One handover a week to begin with",
    relevant="The two site launches run without me in the room",
    time_bound="By Tuesday 31 August 2027",
    statement="By 31 August 2027 I hand over ______ outcomes a month, each with one paragraph on what done "
    "looks like, and keep out between two agreed dates.",
    target_date=date(2027, 8, 31),
    steps=(
        Step(
            text="Write the paragraph for one thing I would have done myself",
            due=date(2026, 12, 7),
            pieces=((3, 1),),
        ),
        Step(
            text="Hand it over with two check-in dates and stay away in between",
            due=date(2026, 12, 14),
            pieces=((1, 1), (2, 1)),
        ),
        Step(text="Look back with that person: what did I still do myself?", due=date(2027, 1, 18)),
    ),
)
SHAPE = Goal(
    specific="What I will do differently to be better able to delegate whole outcomes: ______, with ______ "
    "(whom, or in which situation).",
    measurable="I will notice it by ______; today that is ______, and by 31 August 2027 it should be ______.",
    achievable="The first thing I can do with what I have: ______.",
    relevant="It lifts my ability to delegate whole outcomes.",
    time_bound="By 31 August 2027; the first step by ______.",
    statement="By 31 August 2027 I will be better able to delegate whole outcomes by ______, which I will "
    "notice when ______ has gone from ______ to ______.",
    target_date=date(2027, 8, 31),
)
IN_OWN_WORDS = (
    "By the end of August 2027 I hand over four outcomes a month, each with one written paragraph of what "
    "done looks like, and I touch none of them between the two dates we agreed on."
)
