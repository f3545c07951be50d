"""Every story has a world of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tale import Tale

from tests.integration.worlds import embedded_world


@pytest.fixture
def tale(tmp_path: Path) -> Iterator[Tale]:
    """A tale that begins on a Monday morning, on a mail server of its own."""
    with embedded_world(tmp_path) as world:
        tale = Tale(world)
        yield tale
        tale.close()
