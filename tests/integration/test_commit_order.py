"""The disk has it before a mail server hears of it: fsync, replacement, fsync of the folder, then a wire."""

import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.harness import MONDAY, SERVICE, People, kickoff, world
from mailflow.demo.server import EmbeddedServer
from mailflow.store.disk import SPARE

STRACE = shutil.which("strace")
KICKOFFS = 3
LETTERS_EACH = 5  # preview, under_way and three invitations

pytestmark = pytest.mark.skipif(STRACE is None, reason="strace is not installed")


def watched_pass(config: Path, smtp_port: int, imap_port: int) -> list[tuple[str, str]]:
    """What one pass did, in order: (synced | replaced | folder | body | moved, engagement, shard or UID)."""
    calls = config.with_name("calls")
    assert STRACE is not None
    watching = [STRACE, "-f", "-yy", "-s", "4000", "-e", "trace=fsync,rename,sendto", "-e", "signal=none"]
    program = [sys.executable, "-m", "mailflow", "--config", str(config)]
    words = ["run", "--once", "--as-of", MONDAY.isoformat()]
    ended = subprocess.run([*watching, "-o", str(calls), *program, *words], capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr
    return list(_story(calls.read_text(errors="replace").splitlines(), smtp_port, imap_port))


def _story(lines: list[str], smtp_port: int, imap_port: int) -> Iterator[tuple[str, str]]:
    spare = re.escape(SPARE)
    patterns = {
        "synced": rf"fsync\(\d+<.*/engagements/\w\w/{spare}(\w+)\.json>",
        "replaced": rf"rename\(.*/{spare}(\w+)\.json\", \".*/engagements/\w\w/\1\.json\"",
        "folder": r"fsync\(\d+<.*/engagements/(\w\w)>",
        "body": rf"sendto\(\d+<TCP:\[[^>]*->127\.0\.0\.1:{smtp_port}\]>.*X-Mailflow-Engagement: (\w+)",
        "moved": rf"sendto\(\d+<TCP:\[[^>]*->127\.0\.0\.1:{imap_port}\]>.*UID (?:MOVE|COPY|STORE) (\d+)",
    }
    for line in lines:
        for name, pattern in patterns.items():
            found = re.search(pattern, line)
            if found:
                yield name, found[1]


def commits_before(story: list[tuple[str, str]]) -> Iterator[tuple[str, str, Counter[str]]]:
    """Every body and move, with how often each engagement had been committed whole by then."""
    whole: Counter[str] = Counter()
    under_way = ("", "")
    for what, name in story:
        if what == "synced":
            under_way = (name, "synced")
        elif what == "replaced":
            assert under_way == (name, "synced"), "replaced before the whole file was on the medium"
            under_way = (name, "replaced")
        elif what == "folder":
            if under_way[1] == "replaced" and under_way[0].startswith(name):
                whole[under_way[0]] += 1
                under_way = ("", "")
        else:
            assert under_way[1] != "replaced", f"{what} inside a commit"
            yield what, name, Counter(whole)


@pytest.fixture
def town(tmp_path: Path) -> Iterator[tuple[EmbeddedServer, People, Path]]:
    """A mail server, people, and a configuration."""
    with world(tmp_path, KICKOFFS) as made:
        yield made


def test_the_disk_has_it_before_any_server_hears_of_it(town: tuple[EmbeddedServer, People, Path]) -> None:
    """Before a body leaves, it is kept and so is that it leaves; before a message moves, it is kept."""
    server, people, config = town
    for number in range(KICKOFFS):
        server.drop(SERVICE, kickoff(number))
    bodies = 0
    for _ in range(2):  # kickoffs to previews, then the leaders' yeses to invitations
        story = watched_pass(config, server.smtp_port, server.imap_port)
        moved: set[str] = set()  # UIDs
        for what, name, commits in commits_before(story):
            if what == "body":
                bodies += 1
                assert commits[name] >= 2, f"{name} left before it was marked as leaving"
            else:
                moved.add(name)
                assert len(commits) >= len(moved), "moved before it was kept"
        assert len(moved) == KICKOFFS
        people.read_and_answer(MONDAY)
    assert bodies == KICKOFFS * LETTERS_EACH
