"""The airlock: whatever a mail does to its reader, the house and the mail behind it take no harm."""

import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from rig_daemon import pids_of_session, until
from worlds import Story, embedded_world

from mailflow import airlock
from mailflow.airlock import AirlockReader, ReaderAway
from mailflow.mentoring.engagement import LEADER_SEAT, Standing
from mailflow.mentoring.events import KickoffRead
from mailflow.ports import UnreadableMessage
from mailflow.reading.classify import Correspondent
from mailflow.reading.own_words import Label

ROOT = Path(__file__).resolve().parents[2]
GOOD = b"From: Ada <ada@mail.test>\r\nTo: jit@mail.test\r\nSubject: hello\r\n\r\nGood morning.\r\n"
MEBIBYTE = 1024 * 1024


def mail(subject: str) -> bytes:
    """A mail whose subject tells a fragile child what to do."""
    return GOOD.replace(b"hello", subject.encode())


@pytest.fixture
def reader():
    """The real thing."""
    reader = AirlockReader()
    yield reader
    reader.close()


@pytest.fixture
def fragile(monkeypatch):
    """A reader whose child breaks on demand; it gives a message two seconds."""
    monkeypatch.setattr(airlock, "CHILD", "tests.integration.fragile_child")
    reader = AirlockReader(seconds=2)
    yield reader
    reader.close()


def child_of(reader: AirlockReader) -> int:
    """The pid of its warm child."""
    assert reader._child is not None
    return reader._child._popen.pid


def memory_of(pid: int, field: str) -> int:
    """VmRSS, VmPeak and the like, in bytes."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(field + ":"))


def test_one_warm_child_reads_one_message_after_another(reader):
    """Starting an interpreter for every mail would cost a hundred times as much."""
    first = reader.open(GOOD)
    child = child_of(reader)
    who = Correspondent(seat=LEADER_SEAT)
    assert isinstance(reader.understand(GOOD, who, datetime(2026, 3, 2, tzinfo=UTC)), KickoffRead)
    assert reader.open(GOOD) == first
    assert child_of(reader) == child


def test_words_come_back_by_whose_they_are(reader):
    """Labelled blocks through the same pipe, with the event where a moment is given and without where not."""
    raw = GOOD.replace(
        b"Good morning.", b"1. Say no.\r\n2. Say it early.\r\n3. Say why.\r\n\r\n-- \r\nAda\r\nThe Mill"
    )
    who = Correspondent(seat=1, standing=Standing.ASKED)
    blocks, event = reader.label(raw, who, datetime(2026, 3, 2, tzinfo=UTC))
    assert [block.label for block in blocks] == [Label.OWN, Label.SIGNATURE]
    assert blocks[0].text == "1. Say no.\n2. Say it early.\n3. Say why."
    assert event == reader.understand(raw, who, datetime(2026, 3, 2, tzinfo=UTC))
    assert reader.label(raw, who) == (blocks, None)


def test_moments_come_back_as_they_were_sent(reader):
    """A Date with an offset is the same moment on both sides, and its offset is kept."""
    message = reader.open(b"Date: Mon, 2 Mar 2026 09:00:00 +0530\r\n" + GOOD)
    assert message.sent_at == datetime(2026, 3, 2, 3, 30, tzinfo=UTC)
    assert message.timezone == "+05:30"


@pytest.mark.parametrize(
    ("subject", "why"),
    [
        ("kill", "broke the reader (signal 9)"),
        ("hang", "longer than 2 seconds"),
        ("eat", "too much memory"),
        ("raise", "our own fault"),
    ],
)
def test_a_mail_that_breaks_its_reader_is_unreadable_and_the_next_is_read(fragile, subject, why):
    """Dying, hanging, eating memory and faults of ours cost the one message a person's look."""
    with pytest.raises(UnreadableMessage) as fault:
        fragile.open(mail(subject))
    assert why in str(fault.value)
    assert "Subject" not in str(fault.value), "reasons are shown and logged, so they quote nothing"
    assert fragile.open(GOOD).text.strip() == "Good morning."


def test_endless_computing_ends_after_five_seconds_and_is_not_tried_again(monkeypatch):
    """The kernel ends a child that computes too long, long before the patience of the house ends."""
    monkeypatch.setattr(airlock, "CHILD", "tests.integration.fragile_child")
    reader = AirlockReader(seconds=60)
    before, children = time.monotonic(), os.times().children_user
    with pytest.raises(UnreadableMessage, match="too much computing"):
        reader.open(mail("loop"))
    assert time.monotonic() - before < 55
    assert os.times().children_user - children < 8
    assert reader.open(GOOD).subject == "hello"
    reader.close()


def test_memory_is_limited_on_a_machine_that_has_plenty(fragile):
    """Two gibibytes are refused to the child, and it never had more than its share."""
    with pytest.raises(UnreadableMessage, match="too much memory"):
        fragile.open(mail("eat"))
    assert memory_of(child_of(fragile), "VmPeak") < 600 * MEBIBYTE


def test_a_child_that_grew_large_makes_way_and_no_message_is_lost(fragile):
    """It ends after its answer; a message handed to it at that very moment goes to a fresh one."""
    seen = set()
    for _ in range(4):
        fragile.open(mail("bloat"))
        seen.add(child_of(fragile))
        assert fragile.open(GOOD).subject == "hello"
    assert len(seen) == 4


def test_a_child_killed_from_outside_costs_no_message(reader):
    """The kernel may kill a child when memory is short; that is not the message's fault."""
    for _ in range(3):
        reader.open(GOOD)
        os.kill(child_of(reader), signal.SIGKILL)
        assert reader.open(GOOD).subject == "hello"


def test_the_house_hardly_grows_by_what_it_hands_over(reader):
    """Messages of eight megabytes leave no trace in our own memory."""
    large = GOOD + b"x" * (8 * MEBIBYTE)
    reader.open(large)
    before = memory_of(os.getpid(), "VmRSS")
    for _ in range(15):
        reader.open(large)
        for _ in range(4):
            reader.open(GOOD)
    assert memory_of(os.getpid(), "VmRSS") - before < 50 * MEBIBYTE


def test_an_admin_may_allow_sixty_megabytes(reader):
    """The limit of the house is the admin's; the airlock bears what a mail provider lets through."""
    head = GOOD.partition(b"\r\n\r\n")[0] + b"\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
    film = b"--b\r\nContent-Type: video/mp4\r\n\r\n" + b"QUJD" * (14 * MEBIBYTE)
    assert reader.open(head + b"--b\r\n\r\nYes, gladly.\r\n" + film).text == "Yes, gladly.\n"


@pytest.mark.parametrize("subject", ["hello", "hang"])
def test_no_child_outlives_its_parent(subject, tmp_path):
    """A parent that is killed takes its child along, idle or hanging."""
    script = f"""
import sys, threading
from mailflow import airlock
airlock.CHILD = "tests.integration.fragile_child"
reader = airlock.AirlockReader(seconds=3600)
reader.open({GOOD!r})
print(reader._child._popen.pid, flush=True)
reader.open({mail(subject)!r})
sys.stdin.read()
"""
    with subprocess.Popen(
        [sys.executable, "-c", script],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        assert pids_of_session(child) == [child]
        time.sleep(0.3)
        parent.kill()
        parent.wait()
        until(lambda: not pids_of_session(child), "the child ends", 5)


def test_the_child_knows_no_secrets_and_trusts_no_folder(tmp_path, monkeypatch):
    """Its environment is a short list, and modules lying about are not imported."""
    monkeypatch.setenv("MAILFLOW_SMTP_PASSWORD", "hunter2")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "msgspec.py").write_text("raise SystemExit('imported from the working directory')")
    reader = AirlockReader()
    assert reader.open(GOOD).subject == "hello"
    environment = Path(f"/proc/{child_of(reader)}/environ").read_bytes()
    reader.close()
    assert b"hunter2" not in environment


def test_lower_limits_of_the_house_as_a_whole_are_respected():
    """Where an admin limits computing and memory, the child lives within that and reads."""
    script = f"""
import resource
from mailflow.airlock import AirlockReader
resource.setrlimit(resource.RLIMIT_CPU, (30, 30))
resource.setrlimit(resource.RLIMIT_AS, (400 << 20, 400 << 20))
reader = AirlockReader()
print([reader.open({GOOD!r}).subject for _ in range(3)])
reader.close()
"""
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, timeout=60, check=False
    )
    assert run.stdout.strip() == "['hello', 'hello', 'hello']", run.stderr


def test_without_any_child_the_mail_waits(monkeypatch):
    """A machine that cannot start a program now is trouble that passes, not a fault of the mail."""
    monkeypatch.setattr(airlock, "CHILD", "mailflow.no_such_module")
    with pytest.raises(ReaderAway) as fault:
        AirlockReader().open(GOOD)
    assert fault.value.temporary


def test_poison_in_the_inbox_is_set_aside_and_the_mail_around_it_is_handled(tmp_path, monkeypatch, capfd):
    """One mail kills its reader, one hangs it; both lie in Attention, the kickoffs around them begin."""
    with embedded_world(tmp_path) as world:
        story = Story(world)
        monkeypatch.setattr(airlock, "CHILD", "mailflow.no_such_module")
        for number, subject in enumerate(("one", "kill", "two", "raise", "three")):
            world.deliver(_kickoff(story, subject, number), "leader")
        assert story.passes() == 75
        assert "cannot be started" in capfd.readouterr().err
        assert story.purposes("leader") == []
        monkeypatch.setattr(airlock, "CHILD", "tests.integration.fragile_child")
        assert story.passes() == 0
        assert story.purposes("leader") == ["preview", "preview", "preview"]
        assert story.passes() == 0
        assert story.purposes("leader") == ["preview", "preview", "preview"]
        assert "Traceback" not in capfd.readouterr().err


def _kickoff(story: Story, subject: str, number: int) -> bytes:
    words = f"""Hello, I would like to get better at delegating work to my team.
Why now: we grew to eleven people.
To what end: mornings with customers.
Ada Lovelace <ada{number}@mail.test>, inside
Grace Hopper <grace{number}@mail.test>, outside
Mary Jackson <mary{number}@mail.test>, outside
"""
    head = (
        f"From: Lee Ader <{story.world.address('leader')}>\r\nTo: {story.world.service}\r\n"
        f"Subject: {subject}\r\nDate: {story.now - timedelta(minutes=5):%a, %d %b %Y %H:%M:%S +0000}\r\n\r\n"
    )
    return (head + words).encode()
