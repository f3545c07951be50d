"""What integration tests share: one pair of real mail servers for all of them."""

import os
from collections.abc import Iterator

import pytest

from tests.integration.rig import RealServers, why_not

GROUP = "real-servers"
# Set where they must be there, as in .ci/run: then nothing that needs them skips in silence.
NEEDED = "MAILFLOW_NEEDS_REAL_SERVERS"


@pytest.fixture(scope="session")
def real_servers() -> Iterator[RealServers]:
    """Dovecot and Postfix, started once; leave them running, use accounts of your own or `empty()`."""
    reason = why_not()
    if reason and os.environ.get(NEEDED):
        pytest.fail(f"{NEEDED} is set, but {reason}")
    if reason:
        pytest.skip(reason)
    with RealServers() as servers:
        yield servers


# First, since xdist reads the marks in the same hook.
@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep all tests with the real servers in one worker, so that one instance is started."""
    for test in items:
        world = getattr(test, "callspec", None)
        if "real_servers" in getattr(test, "fixturenames", ()) or (
            world is not None and "real" in world.params.values()
        ):
            test.add_marker(pytest.mark.xdist_group(GROUP))
