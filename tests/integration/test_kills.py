"""The process really killed."""

from benchmarks import kills


def test_killed_at_random_nothing_is_lost_and_nothing_comes_three_times() -> None:
    """Every piece kept, one synthesis each, no letter more than twice; `make bench` kills more often."""
    tally = kills.run(kills=9, engagements=2, seed=20260302)
    assert tally.is_good, tally
    assert tally.kills == 9
    assert tally.of_the_daemon == 3
    assert len(tally.places) > 2, "kills that all fall into one place show little"
