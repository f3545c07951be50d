"""Nine pieces to threads: offered with everybody's own words, or an honest none."""

from nines import AT, GERMAN, WITH_A_THREAD, WITHOUT, engagement

from mailflow.mentoring.engagement import Certainty
from mailflow.synthesis.engine import OfflineSynthesiser
from mailflow.synthesis.labels import FEWEST, MOST

ENGINE = OfflineSynthesiser()
TODAY = AT.date()


def test_the_same_in_three_wordings_is_offered_first() -> None:
    """One piece of each expert, and what holds them together has a name."""
    synthesis, _ = ENGINE.synthesise(engagement(), TODAY)
    assert synthesis.certainty is Certainty.LIKELY
    assert synthesis.sweet_spot == 0
    assert synthesis.themes[0].pieces == ((1, 1), (2, 1), (3, 1))
    assert synthesis.themes[0].label == "agreeing the result, not the method"


def test_every_candidate_quotes_each_of_its_experts_once_and_verbatim() -> None:
    """Nobody is paraphrased."""
    one = engagement()
    synthesis, _ = ENGINE.synthesise(one, TODAY)
    for candidate in synthesis.candidates:
        theme = synthesis.themes[candidate.theme]
        assert [quote.seat for quote in candidate.quotes] == sorted({seat for seat, _ in theme.pieces})
        for quote in candidate.quotes:
            assert quote.text in one.expert(quote.seat).advice[quote.number - 1].text


def test_nothing_in_common_is_said_honestly() -> None:
    """No thread, no steps, and the goal is a scaffold of blanks."""
    synthesis, goal = ENGINE.synthesise(engagement(WITHOUT), TODAY)
    assert synthesis.certainty is Certainty.NONE
    assert synthesis.sweet_spot is None
    assert synthesis.candidates == ()
    assert goal.steps == ()
    assert goal.statement.count("______") >= 3


def test_nobody_is_overruled_by_the_order_of_seats() -> None:
    """The same nine from other seats are the same threads."""
    turned = engagement(WITH_A_THREAD[1:] + WITH_A_THREAD[:1])
    synthesis, _ = ENGINE.synthesise(turned, TODAY)
    assert set(synthesis.themes[0].pieces) == {(1, 1), (2, 1), (3, 1)}


def test_german_pieces_meet_and_are_named_in_german() -> None:
    """Labels and goal speak the language of the engagement."""
    german = engagement(GERMAN, capability="Aufgaben abgeben", language="de", why_now="Wir sind gewachsen")
    synthesis, goal = ENGINE.synthesise(german, TODAY)
    assert {(1, 1), (2, 1), (3, 1)} <= set(synthesis.themes[0].pieces)
    assert synthesis.themes[0].label == "das Ergebnis vereinbaren, nicht den Weg"
    assert goal.statement.startswith("Bis zum 2. Dezember 2026 werde ich bei „Aufgaben abgeben“")


def test_labels_are_short_and_whole_or_say_that_they_were_cut() -> None:
    """A label never stops in the middle of a thought without a mark of it."""
    long = "Every single objective that any of your team leads sets should name the corporate one it serves."
    nine = ((long, "Little and often.", "Whistle."), *WITHOUT[1:])
    synthesis, _ = ENGINE.synthesise(engagement(nine), TODAY)
    labels = {theme.pieces[0]: theme.label for theme in synthesis.themes if len(theme.pieces) == 1}
    assert labels[1, 1].endswith("…")
    assert long.startswith(labels[1, 1].removesuffix("…"))
    assert labels[1, 2] == "Little and often"
    assert labels[1, 3] == "in one word: Whistle"
    assert all(FEWEST <= len(theme.label.split()) <= MOST for theme in synthesis.themes)


def test_a_label_names_nobody() -> None:
    """The names of the people in it are no names for a thread."""
    nine = (("Ask Grace about it, she knows.", "Oranges keep.", "Violins need rosin."), *WITHOUT[1:])
    synthesis, _ = ENGINE.synthesise(engagement(nine), TODAY)
    assert all("Grace" not in theme.label for theme in synthesis.themes)
