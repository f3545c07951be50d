"""The process really killed."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks import kills


def test_killed_at_random_nothing_is_lost_and_nothing_comes_three_times():
    """Every piece kept, one synthesis each, no letter more than twice; `make bench` kills more often."""
    tally = kills.run(kills=12, engagements=4, seed=20260302)
    assert tally.is_good, tally
    assert tally.kills == 12
