"""The draft goal: grammatical for any capability, dated, traced, and nothing invented."""

import re
from datetime import date

import pytest
from nines import AT, WITH_A_THREAD, engagement

from mailflow.synthesis.engine import OfflineSynthesiser

ENGINE = OfflineSynthesiser()
TODAY = AT.date()

WHAT_I_WILL = {
    "delegating work to my team": "I will be better able to delegate work to my team by",
    "to delegate better": "I will delegate better by",
    "networking and relationship building": "I will be better at networking and relationship building by",
    "executive presence": "I will be better at executive presence by",
    "getting better at saying no": "I will be better able to say no by",
    "how to run meetings": "I will be better able to run meetings by",
    "public speaking": "I will be better at public speaking by",
    "make better decisions": "I will make better decisions by",
    "my ability to influence peers": "I will be better able to influence peers by",
    "being more assertive": "I will be more assertive by",
    "Strategic thinking": "I will be better at strategic thinking by",
    "AI literacy": "I will be better at AI literacy by",
    "mieux animer mes réunions": "I will be better at this: “mieux animer mes réunions” by",
    "": "I will be better at ______ by",
}


@pytest.mark.parametrize(("capability", "words"), WHAT_I_WILL.items(), ids=lambda one: one or "none")
def test_the_statement_is_english_whatever_the_capability(capability: str, words: str) -> None:
    """A verb, a noun, a comparison, another language, nothing at all."""
    _, goal = ENGINE.synthesise(engagement(capability=capability), TODAY)
    assert goal.statement.startswith(f"By 2 December 2026 {words} ")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "Bis zum 2. Dezember 2026 werde ich bei „reuniones“"),
        ("fr", "D'ici le 2 décembre 2026, j'aurai nettement progressé sur ce point : « reuniones »"),
        ("es", "Para el 2 de diciembre de 2026 habré mejorado claramente en esto: «reuniones»"),
    ],
)
def test_the_statement_speaks_the_language_of_the_engagement(language: str, words: str) -> None:
    """In quotes the capability fits in every sentence."""
    _, goal = ENGINE.synthesise(engagement(capability="reuniones", language=language), TODAY)
    assert goal.statement.startswith(words)
    said = (goal.specific, goal.measurable, goal.achievable, goal.relevant, goal.time_bound, goal.statement)
    assert all("{" not in text for text in said)


def test_numbers_are_never_invented() -> None:
    """What is measured stays blank; the only figures are dates."""
    _, goal = ENGINE.synthesise(engagement(), TODAY)
    for text in (goal.statement, goal.measurable, goal.time_bound):
        assert re.findall(r"\d+", text.replace("2 December 2026", "").replace("9 March 2026", "")) == []
    assert goal.measurable.count("______") == 3
    assert goal.statement.count("______") == 3


def test_the_first_step_is_within_a_week_and_all_fall_on_working_days() -> None:
    """Whatever day it is; and none after the target."""
    for day in range(1, 15):
        today = date(2026, 3, day)
        _, goal = ENGINE.synthesise(engagement(), today)
        assert 0 < (goal.steps[0].due - today).days <= 7
        assert all(step.due.weekday() < 5 for step in goal.steps)
        assert [step.due for step in goal.steps] == sorted(step.due for step in goal.steps)
        assert goal.steps[-1].due <= goal.target_date
        assert goal.target_date.weekday() < 5


@pytest.mark.parametrize("horizon", [1, 3, 6, 9, 12, 24])
def test_the_target_is_within_the_horizon(horizon: int) -> None:
    """The last working day up to it."""
    _, goal = ENGINE.synthesise(engagement(horizon=horizon), TODAY)
    assert 0 <= horizon * 31 - (goal.target_date - TODAY).days <= horizon + 4


def test_each_step_comes_from_a_piece_of_the_thread() -> None:
    """One of every expert first; an order given by the expert stands as it is."""
    synthesis, goal = ENGINE.synthesise(engagement(), TODAY)
    assert [step.pieces for step in goal.steps] != []
    assert {piece for step in goal.steps for piece in step.pieces} == set(synthesis.themes[0].pieces)
    assert {step.text for step in goal.steps} == {
        "Say what done looks like, then leave the how to them.",
        "Describe the result you want and let them find their own way.",
        "Agree on the outcome, not on the method.",
    }


def test_what_is_no_order_is_quoted_as_something_to_try() -> None:
    """A remark does not pose as a task."""
    remark = "It helped me to agree on the outcome and to leave the method to them."
    nine = ((remark, *WITH_A_THREAD[0][1:]), *WITH_A_THREAD[1:])
    _, goal = ENGINE.synthesise(engagement(nine), TODAY)
    assert f"Try this: “{remark}”" in [step.text for step in goal.steps]


def test_a_thread_drawn_by_one_piece_has_two_steps() -> None:
    """Do it, look back, do it again."""
    synthesis, goal = ENGINE.redraw(engagement(), ((2, 2),), "sleeping", TODAY)
    assert synthesis.themes[0].label == "sleeping"
    assert [step.pieces for step in goal.steps] == [((2, 2),), ((2, 2),)]
    assert goal.steps[1].text == "Look back at what that changed, then do it again: “Sleep well.”"
