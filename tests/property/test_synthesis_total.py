"""Whatever nine people write, the synthesis stands: nothing raises, nothing is invented."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from mailflow.mentoring.engagement import (
    Advice,
    Certainty,
    Engagement,
    Expert,
    Goal,
    Leader,
    Policy,
    Source,
    Stage,
    Synthesis,
)
from mailflow.synthesis.engine import OfflineSynthesiser
from mailflow.synthesis.labels import FEWEST, MOST

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
NINE = {(seat, number) for seat in (1, 2, 3) for number in (1, 2, 3)}
LETTERS = {"specific", "measurable", "achievable", "relevant", "time_bound"}
ENGINE = OfflineSynthesiser()

SPOKEN = (
    "Ask before you answer. Listen! Say no, politely. Wer entscheidet, und bis wann? Übe laut. "
    "Écoute d'abord ; pose une question. Escucha más. “Who, exactly?” e.g. Dr. Bell... {label} %s "
    "<b>bold</b> write it down on one page \n every week - by Friday, 3.5 times… 1) 2) \u200b"
)
ORDINARY = (
    "Ask before you answer. Listen! Say no, politely. Wer entscheidet, und bis wann? Übe laut. "
    "Écoute d'abord ; pose une question. Escucha más. “Who, exactly?” e.g. Dr. Bell... {label} %s "
    "<b>bold</b> write it down on one page \n every week - by Friday, 3.5 times… 1) 2) \u200b"
)
ordinary = st.lists(st.sampled_from(ORDINARY.split(" ")), max_size=60).map(" ".join)
pieces = st.one_of(st.text(max_size=300), ordinary, st.text(alphabet=".!?… \n\"'", max_size=300))
words = st.one_of(st.text(max_size=120), ordinary)


@st.composite
def engagements(draw: st.DrawFn) -> Engagement:
    """An engagement with nine pieces of anything at all."""
    experts = tuple(
        Expert(
            seat=seat,
            name=draw(st.text(max_size=30)),
            email=f"expert{seat}@experts.example",
            advice=tuple(Advice(text=draw(pieces), source=Source.EMAIL, received_at=AT) for _ in range(3)),
        )
        for seat in (1, 2, 3)
    )
    return Engagement(
        id="abcdefghij",
        stage=Stage.GATHERING,
        leader=Leader(name=draw(st.text(max_size=30)), email="lee@leaders.example"),
        policy=Policy(weekdays=draw(st.sampled_from([(0, 1, 2, 3, 4), (6,), (), (0, 1, 2, 3, 6)]))),
        created_at=AT,
        language=draw(st.sampled_from(["en", "de", "fr", "es", "pt"])),
        capability=draw(words),
        phrase=draw(words),
        why_now=draw(words),
        to_what_end=draw(words),
        horizon_months=draw(st.integers(-3, 40)),
        experts=experts,
    )


def holds(engagement: Engagement, synthesis: Synthesis, goal: Goal, today: date) -> None:
    """Every promise a synthesis makes, counted here by itself."""
    members = [piece for theme in synthesis.themes for piece in theme.pieces]
    assert len(members) == 9
    assert set(members) == NINE
    assert all(len(theme.label.split()) >= FEWEST for theme in synthesis.themes)
    assert len(synthesis.candidates) <= 3
    assert synthesis.certainty is not Certainty.FOUND
    assert (synthesis.sweet_spot is None) == (synthesis.certainty is Certainty.NONE)
    if synthesis.sweet_spot is not None:
        assert synthesis.candidates[0].theme == synthesis.sweet_spot
        assert synthesis.themes[synthesis.sweet_spot].pieces
    for candidate in synthesis.candidates:
        theme = synthesis.themes[candidate.theme]
        assert [quote.seat for quote in candidate.quotes] == sorted({seat for seat, _ in theme.pieces})
        for quote in candidate.quotes:
            assert (quote.seat, quote.number) in theme.pieces
            assert quote.text in engagement.expert(quote.seat).advice[quote.number - 1].text
    assert "\n" not in goal.statement
    assert today < goal.target_date <= today + timedelta(days=731)
    assert all(today < step.due <= goal.target_date for step in goal.steps)
    assert [step.due for step in goal.steps] == sorted(step.due for step in goal.steps)
    spot = set(synthesis.themes[synthesis.sweet_spot].pieces) if synthesis.sweet_spot is not None else set()
    assert all(step.pieces and set(step.pieces) <= spot for step in goal.steps)
    assert len(goal.steps) in ({2, 3, 4, 5} if spot else {0})


@settings(max_examples=120, deadline=None)
@given(engagement=engagements(), ahead=st.integers(0, 400))
def test_any_nine_pieces_give_a_partition_and_an_honest_draft(engagement: Engagement, ahead: int) -> None:
    """Themes are a partition, quotes are verbatim, steps come from the one thread, and twice is the same."""
    today = AT.date() + timedelta(days=ahead)
    synthesis, goal = ENGINE.synthesise(engagement, today)
    holds(engagement, synthesis, goal, today)
    assert all(len(theme.label.split()) <= MOST for theme in synthesis.themes)
    assert ENGINE.synthesise(engagement, today) == (synthesis, goal)


@settings(max_examples=60, deadline=None)
@given(
    engagement=engagements(),
    drawn=st.lists(st.tuples(st.integers(-1, 4), st.integers(-1, 4)), max_size=10).map(tuple),
    label=words,
)
def test_any_thread_a_person_draws_is_drawn(
    engagement: Engagement, drawn: tuple[tuple[int, int], ...], label: str
) -> None:
    """What a person draws is the sweet spot, piece by piece; drawing nothing means there is none."""
    synthesis, goal = ENGINE.redraw(engagement, drawn, label, AT.date())
    members = {piece for theme in synthesis.themes for piece in theme.pieces}
    assert members == NINE
    wanted = NINE.intersection(drawn)
    if wanted:
        assert synthesis.certainty is Certainty.DRAWN
        assert synthesis.sweet_spot is not None
        assert set(synthesis.themes[synthesis.sweet_spot].pieces) == wanted
        assert 2 <= len(goal.steps) <= 5
    else:
        assert synthesis.certainty is Certainty.NONE
        assert goal.steps == ()


@settings(max_examples=120, deadline=None)
@given(engagement=engagements(), said=words)
def test_any_words_can_be_judged(engagement: Engagement, said: str) -> None:
    """The critique names letters and nothing else, whatever the leader writes."""
    missing = ENGINE.critique(engagement, said)
    assert set(missing) <= LETTERS
    assert len(missing) == len(set(missing))
