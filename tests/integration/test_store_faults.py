"""The store on disk, killed, starved, raced and fed damaged files."""

import errno
import json
import os
import random
import re
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from mailflow.mentoring.engagement import Stage
from mailflow.ports import Aside, LetterState, SetAsideMessage, StoreError, StoreLocked
from mailflow.store.codec import SCHEMA, Newer, Unreadable
from mailflow.store.disk import SPARE, Disk
from mailflow.store.tiny import TinyStore
from tests.integration import store_child
from tests.integration.store_child import DIGEST, ID, NOW, TODAY, a_letter, begun, with_mark

ROOT = Path(__file__).parents[2]
KILLS = 30
KEY = bytes(range(32))
STRACE = shutil.which("strace")

# A fresh server that forks: each child starts at once and is a process of its own.
_processes = get_context("forkserver")
_processes.set_forkserver_preload(["tests.integration.store_child"])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the store of a test lives."""
    return tmp_path / "state"


def started(run: Callable[[Path, Connection], None], folder: Path) -> tuple[BaseProcess, Connection]:
    """A child on this store, and what it tells."""
    heard, told = _processes.Pipe(duplex=False)
    child = _processes.Process(target=run, args=(folder, told), daemon=True)
    child.start()
    told.close()
    return child, heard


def everything_told(heard: Connection) -> list[tuple[str, int]]:
    """All that a child could tell before it died."""
    told = []
    try:
        while True:
            told.append(heard.recv())
    except EOFError:
        return told


def leftovers(folder: Path) -> list[Path]:
    """Files that were never finished."""
    return list(folder.rglob(SPARE + "*"))


def the_file(folder: Path) -> Path:
    """The one file of the engagement, wherever it is."""
    (path,) = [*folder.glob(f"*/??/{ID}.json")]
    return path


# --- kills ---


def test_nothing_acknowledged_is_lost_to_kills(folder: Path) -> None:
    """Killed at random moments, the file holds every acknowledged commit and at most one more."""
    chance = random.Random(7)
    commits = counts = 0
    for _ in range(KILLS):
        child, heard = started(store_child.commit_for_ever, folder)
        assert heard.poll(20)
        time.sleep(chance.uniform(0, 0.03))
        child.kill()
        child.join()
        for what, number in everything_told(heard):
            commits, counts = (number, counts) if what == "commit" else (commits, number)
        store = TinyStore(folder, exclusive=True)
        filed = store.load(ID)
        assert filed is not None
        assert commits <= filed.engagement.version <= commits + 1
        assert len(filed.engagement.handled) == filed.engagement.version
        assert filed.letters[-1].text == f"letter {filed.engagement.version}"
        counted = store.count(TODAY, "loop", 0)
        assert counts <= counted <= counts + 1
        assert (store.broken(), leftovers(folder)) == ([], [])
        assert [head.id for head in (*store.heads(), *store.archived_heads())] == [ID]
        store.close()
        # What a kill left unsaid is known now; the next round begins from here.
        commits, counts = filed.engagement.version, counted
    assert commits > KILLS


def strace_works() -> bool:
    """Whether one process may watch another here."""
    if STRACE is None:
        return False
    return (
        subprocess.run(
            [STRACE, "-qq", "-e", "trace=none", "true"], capture_output=True, check=False
        ).returncode
        == 0
    )


watched = pytest.mark.skipif(not strace_works(), reason="strace is not to be had")


def run_watched(folder: Path, how_many: int, *options: str) -> subprocess.CompletedProcess[str]:
    """A child that commits under strace."""
    command = [sys.executable, "-m", "tests.integration.store_child", str(folder), str(how_many)]
    return subprocess.run(
        [str(STRACE), "-f", "-qq", *options, *command],
        cwd=ROOT,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@watched
@pytest.mark.parametrize(
    ("call", "when"),
    [*(("fsync", nth) for nth in (1, 2, 4, 5)), ("/^rename", 1), ("/^rename", 2), ("ftruncate", 2)],
)
def test_a_kill_at_this_very_call_leaves_the_old_file_or_the_new(folder: Path, call: str, when: int) -> None:
    """At each fsync, at the replacement, at the move to the archive, at the count."""
    store = TinyStore(folder, exclusive=True)
    for _ in range(2):  # the next commit moves the file to the archive
        store.commit(with_mark(store.load(ID) or begun(), "x"))
    store.close()
    ended = run_watched(folder, 5, "-e", f"trace={call}", "-e", f"inject={call}:signal=SIGKILL:when={when}")
    assert ended.returncode in {-signal.SIGKILL, 128 + signal.SIGKILL}
    acknowledged = len(ended.stdout.split())
    store = TinyStore(folder, exclusive=True)
    filed = store.load(ID)
    assert filed is not None
    assert 2 + acknowledged <= filed.engagement.version <= 3 + acknowledged
    assert (store.broken(), leftovers(folder)) == ([], [])
    assert bool(store.archived_heads()) == (filed.engagement.stage is Stage.CLOSED)


@watched
def test_a_commit_is_durable_before_it_is_acknowledged(folder: Path) -> None:
    """Each time: fsync of the whole file, replacement, fsync of the folder, and only then the word."""
    calls = folder.parent / "calls"
    traced = "trace=fsync,rename,renameat,renameat2,write"
    ended = run_watched(folder, 8, "-y", "-e", traced, "-o", str(calls))
    assert ended.returncode == 0, ended.stderr
    shown = [short(line) for line in calls.read_text().splitlines()]
    story = " ".join(word for word in shown if word)
    in_place = r"write fsync:spare replace fsync:folder"
    assert len(re.findall(in_place + r" (?:move fsync:folder fsync:folder )?acknowledge", story)) == 8
    assert story.count("acknowledge") == 8


def short(line: str) -> str:
    """A line of strace in a word."""
    spare, folder = rf"/{re.escape(SPARE)}{ID}\.json>", r"/(?:engagements|archive)/\w\w>"
    words = {
        rf"write\(\d+<.*{spare}": "write",
        rf"fsync\(\d+<.*{spare}": "fsync:spare",
        rf"fsync\(\d+<.*{folder}": "fsync:folder",
        rf"rename.*/{re.escape(SPARE)}{ID}\.json\".*/{ID}\.json\"": "replace",
        rf"rename.*/{ID}\.json\".*/{ID}\.json\"": "move",
        r"write\(1<": "acknowledge",
    }
    return next((word for pattern, word in words.items() if re.search(pattern, line)), "")


# --- a disk that refuses ---


class FailingDisk(Disk):
    """Fails at the nth of one kind of call, once; or takes only a few bytes at a time."""

    def __init__(self) -> None:
        self.fails = ""
        self.left = 0
        self.fault = errno.EIO
        self.mouthful = 1 << 30

    def _maybe_fail(self, call: str) -> None:
        if call == self.fails:
            self.left -= 1
            if self.left == 0:
                self.fails = ""
                raise OSError(self.fault, os.strerror(self.fault))

    def create(self, path: Path) -> int:
        self._maybe_fail("create")
        return super().create(path)

    def write(self, descriptor: int, content: memoryview) -> int:
        self._maybe_fail("write")
        return super().write(descriptor, content[: self.mouthful])

    def fsync(self, descriptor: int) -> None:
        self._maybe_fail("fsync")
        super().fsync(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        self._maybe_fail("replace")
        super().replace(source, target)


FAULTS = [
    ("create", 1, errno.EROFS),
    ("create", 1, errno.ENOSPC),
    ("write", 1, errno.ENOSPC),
    ("write", 3, errno.ENOSPC),
    ("fsync", 1, errno.EIO),
    ("fsync", 2, errno.EIO),
    ("replace", 1, errno.EIO),
]


@pytest.mark.parametrize(("call", "nth", "fault"), FAULTS)
def test_a_refusal_changes_nothing(folder: Path, call: str, nth: int, fault: int) -> None:
    """Whatever call fails: one line, the old file, no leftovers; and the next commit works."""
    disk = FailingDisk()
    store = TinyStore(folder, exclusive=True, disk=disk)
    old = store.commit(begun())
    old_heads = store.heads()
    disk.fails, disk.left, disk.fault, disk.mouthful = call, nth, fault, 100
    with pytest.raises(StoreError) as refused:
        store.commit(with_mark(old, "x"))
    assert os.strerror(fault) in str(refused.value)
    assert "\n" not in str(refused.value)
    assert disk.fails == ""
    assert store.load(ID) == old
    assert store.heads() == old_heads
    assert TinyStore(folder, exclusive=False).load(ID) == old
    assert leftovers(folder) == []
    assert store.commit(with_mark(old, "x")).engagement.version == 2


@pytest.mark.parametrize(("call", "nth", "fault"), [row for row in FAULTS if row != ("fsync", 2, errno.EIO)])
def test_a_refused_beginning_leaves_nothing(folder: Path, call: str, nth: int, fault: int) -> None:
    """An engagement whose first commit failed is not there."""
    disk = FailingDisk()
    store = TinyStore(folder, exclusive=True, disk=disk)
    (folder / "engagements" / ID[:2]).mkdir(mode=0o700)
    disk.fails, disk.left, disk.fault, disk.mouthful = call, nth, fault, 100
    with pytest.raises(StoreError):
        store.commit(begun())
    assert store.load(ID) is None
    assert list(store.heads()) == []
    assert leftovers(folder) == []
    assert store.commit(begun()).engagement.version == 1


def test_a_beginning_whose_folder_cannot_be_synced_is_taken_back(folder: Path) -> None:
    """Not acknowledged, so not there."""
    disk = FailingDisk()
    store = TinyStore(folder, exclusive=True, disk=disk)
    (folder / "engagements" / ID[:2]).mkdir(mode=0o700)
    disk.fails, disk.left = "fsync", 2
    with pytest.raises(StoreError):
        store.commit(begun())
    assert store.load(ID) is None


def test_a_commit_holds_when_only_the_move_to_the_archive_fails(folder: Path) -> None:
    """The file stays where it was, whole, and the next start moves it."""
    disk = FailingDisk()
    store = TinyStore(folder, exclusive=True, disk=disk)
    first = store.commit(begun())
    disk.fails, disk.left = "replace", 2
    closed = replace(first, engagement=replace(first.engagement, stage=Stage.CLOSED))
    stored = store.commit(closed)
    assert disk.fails == ""
    assert store.load(ID) == stored
    assert [head.id for head in store.heads()] == [ID]
    store.close()
    again = TinyStore(folder, exclusive=True)
    assert list(again.heads()) == []
    assert [head.id for head in again.archived_heads()] == [ID]
    assert again.load(ID) == stored


def test_shared_files_and_messages_survive_a_refusal(folder: Path) -> None:
    """A counter, a stop, a fact, a message: each keeps what it said before."""
    disk = FailingDisk()
    store = TinyStore(folder, exclusive=True, disk=disk)
    store.service_key(lambda: KEY)
    message = SetAsideMessage(key=DIGEST, at=NOW, sender="", subject="", why="why", raw=b"raw")
    store.set_aside(message)
    store.count(TODAY, "ada")
    store.remember("fact", "old")
    attempts: list[Callable[[], object]] = [
        lambda: store.count(TODAY, "ada"),
        lambda: store.never_ask("ada@example.org"),
        lambda: store.remember("fact", "new"),
        lambda: store.set_aside(replace(message, state=Aside.DONE)),
    ]
    for attempt in attempts:
        for call, nth in (("write", 1), ("fsync", 1), ("fsync", 2), ("replace", 1)):
            disk.fails, disk.left = call, nth
            with pytest.raises(StoreError):
                attempt()
    assert store.count(TODAY, "ada", 0) == 1
    assert not store.is_never_ask("ada@example.org")
    assert store.recall("fact") == "old"
    assert store.aside(DIGEST) == message
    assert leftovers(folder) == []


def test_a_limit_on_the_size_of_files_is_a_refusal(folder: Path) -> None:
    """The system's own refusal, in a process of its own."""
    child, heard = started(store_child.commit_under_a_limit, folder)
    assert heard.poll(20)
    assert "File too large" in heard.recv()
    assert heard.recv() is True
    assert heard.recv() == 2
    child.join()
    assert leftovers(folder) == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 128 KiB; only root may have one."""
    place = tmp_path / "small"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=128k,nr_inodes=100", "tmpfs", str(place)]
    if os.geteuid() != 0 or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("only root may mount a small disk")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def test_a_full_disk_refuses_and_recovers(small_disk: Path) -> None:
    """Full, then with room again, then read-only: what was committed is always there."""
    # Not alone: the lock of a daemon keeps a file system from being made read-only politely.
    store = TinyStore(small_disk / "state", exclusive=False)
    filed = store.commit(begun())
    refusal = ""
    for number in range(100):
        try:
            filed = store.commit(replace(filed, letters=(*filed.letters, a_letter(number, 8_000))))
        except StoreError as fault:
            refusal = str(fault)
            break
    assert "No space left on device" in refusal
    assert store.load(ID) == filed
    assert leftovers(small_disk) == []
    filed = store.commit(replace(filed, letters=()))
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(StoreError, match="Read-only file system"):
        store.commit(filed)
    assert store.load(ID) == filed
    store.close()


# --- two at once ---


def test_two_processes_lose_nothing_of_each_other(folder: Path) -> None:
    """500 commits each to one engagement, and one counter for both: all are there."""
    TinyStore(folder, exclusive=False).commit(begun())
    children = [
        _processes.Process(target=store_child.commit_marks, args=(folder, name, 500), daemon=True)
        for name in ("left", "right")
    ]
    for child in children:
        child.start()
    for child in children:
        child.join(120)
        assert child.exitcode == 0
    store = TinyStore(folder, exclusive=True)
    filed = store.load(ID)
    assert filed is not None
    wanted = {f"{name}{number}" for name in ("left", "right") for number in range(500)}
    assert set(filed.engagement.handled) == wanted
    assert filed.engagement.version == 1001
    assert store.count(TODAY, "both", 0) == 1000
    assert store.broken() == []


def test_heads_show_what_another_process_committed_a_moment_ago(folder: Path) -> None:
    """However fast commits follow each other, no list is older than the commit before it."""
    daemon, desk = TinyStore(folder, exclusive=True), TinyStore(folder, exclusive=False)
    filed = daemon.commit(begun())
    for number in range(300):
        writer, reader = (desk, daemon) if number % 3 else (daemon, desk)
        filed = writer.commit(
            replace(filed, engagement=replace(filed.engagement, capability=f"c{number:03}"))
        )
        assert [head.capability for head in reader.heads()] == [f"c{number:03}"]
        assert [head.capability for head in writer.heads()] == [f"c{number:03}"]


def test_heads_do_not_depend_on_the_clock_of_the_file_system(folder: Path) -> None:
    """Commits within one tick of it leave the folder's time as it was; the list is right all the same."""
    daemon, desk = TinyStore(folder, exclusive=True), TinyStore(folder, exclusive=False)
    filed = daemon.commit(begun())
    shard = folder / "engagements" / ID[:2]
    for number in range(5):
        os.utime(shard, (1, 1))
        assert [head.capability for head in daemon.heads()] == [filed.engagement.capability]
        filed = desk.commit(replace(filed, engagement=replace(filed.engagement, capability=f"c{number}")))
        os.utime(shard, (1, 1))
        assert [head.capability for head in daemon.heads()] == [f"c{number}"]


def test_a_list_reads_nothing_again_that_did_not_change(folder: Path) -> None:
    """Not even what this process itself committed: a file spoilt in its place goes unnoticed in the list."""
    store = TinyStore(folder, exclusive=True)
    first = store.commit(begun())
    assert len(store.heads()) == 1
    store.commit(first)
    the_file(folder).write_bytes(b"spoilt in place: the folder does not change")
    assert len(store.heads()) == 1
    assert len(TinyStore(folder, exclusive=False).heads()) == 0


def test_messages_set_aside_elsewhere_are_listed_at_once(folder: Path) -> None:
    """What the desk changes, the daemon sees in its next look, within the same tick too."""
    daemon, desk = TinyStore(folder, exclusive=True), TinyStore(folder, exclusive=False)
    message = SetAsideMessage(key=DIGEST, at=NOW, sender="", subject="", why="why", raw=b"raw")
    daemon.set_aside(message)
    for number in range(5):
        os.utime(folder / "attention", (1, 1))
        assert [one.note for one in daemon.all_aside()] == ["" if number == 0 else f"n{number - 1}"]
        desk.set_aside(replace(message, note=f"n{number}"))
        os.utime(folder / "attention", (1, 1))
        assert [one.note for one in daemon.all_aside()] == [f"n{number}"]


def test_only_one_daemon_holds_the_store(folder: Path) -> None:
    """The second hears who the first is; a killed one holds nothing."""
    child, heard = started(store_child.hold, folder)
    assert heard.recv() == "held"
    with pytest.raises(StoreLocked, match=rf"another mailflow \(pid {child.pid}\) holds the store"):
        TinyStore(folder, exclusive=True)
    assert list(TinyStore(folder, exclusive=False).heads()) == []
    child.kill()
    child.join()
    TinyStore(folder, exclusive=True).close()


def test_a_closed_store_can_be_taken_by_the_next(folder: Path) -> None:
    """Closing twice harms nobody."""
    first = TinyStore(folder, exclusive=True)
    with pytest.raises(StoreLocked):
        TinyStore(folder, exclusive=True)
    first.close()
    second = TinyStore(folder, exclusive=True)
    first.close()
    with pytest.raises(StoreLocked):
        TinyStore(folder, exclusive=True)
    second.close()


# --- what a start finds ---


def two_engagements(folder: Path) -> None:
    """One engagement to damage, and a neighbour."""
    store = TinyStore(folder, exclusive=True)
    store.commit(replace(begun(), letters=(a_letter(1),)))
    other = begun()
    store.commit(replace(other, engagement=replace(other.engagement, id="abzzzzzzzz")))
    store.close()


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\x00" * 4096, b"[]\n}\n", b'{"head":{"1":{"schema":1}}\n}\n', b"[" * 99_999 + b"\n}\n"],
)
def test_a_damaged_file_is_moved_aside_and_the_rest_goes_on(folder: Path, content: bytes) -> None:
    """One bad file is one engagement, not all."""
    two_engagements(folder)
    the_file(folder).write_bytes(content)
    assert [head.id for head in TinyStore(folder, exclusive=False).heads()] == ["abzzzzzzzz"]
    store = TinyStore(folder, exclusive=True)
    assert [head.id for head in store.heads()] == ["abzzzzzzzz"]
    assert store.broken() == [f"broken/{ID}.json"]
    assert (folder / "broken" / f"{ID}.json").read_bytes() == content
    assert store.load(ID) is None
    assert store.commit(begun()).engagement.version == 1


def test_a_file_cut_short_is_noticed_without_reading_it_all(folder: Path) -> None:
    """The head alone would look well."""
    two_engagements(folder)
    path = the_file(folder)
    path.write_bytes(path.read_bytes()[:-40])
    assert TinyStore(folder, exclusive=True).broken() == [f"broken/{ID}.json"]


def test_damage_behind_a_good_head_is_found_when_it_is_opened(folder: Path) -> None:
    """It raises once, is moved aside and listed no more; beside the daemon it is only reported."""
    two_engagements(folder)
    path = the_file(folder)
    path.write_bytes(path.read_bytes().replace(b'"raw":"', b'"raw":"!'))
    desk = TinyStore(folder, exclusive=False)
    with pytest.raises(Unreadable, match=f"engagement {ID}"):
        desk.load(ID)
    assert path.exists()
    daemon = TinyStore(folder, exclusive=True)
    assert len(daemon.heads()) == 2
    with pytest.raises(Unreadable):
        daemon.load(ID)
    assert [head.id for head in daemon.heads()] == ["abzzzzzzzz"]
    assert daemon.load(ID) is None
    assert daemon.broken() == [f"broken/{ID}.json"]


def changed_row(path: Path, table: str, **changes: object) -> bytes:
    """Change a file by hand, keeping its form; return what it is now."""
    tables = json.loads(path.read_bytes())
    tables[table]["1"].update(changes)
    lines = (f"{json.dumps(name)}:{json.dumps(rows)}" for name, rows in tables.items())
    path.write_text("{" + ",\n".join(lines) + "\n}\n")
    return path.read_bytes()


def test_a_file_of_a_newer_program_is_refused_and_left_alone(folder: Path) -> None:
    """Clearly, before any write; the other engagements go on."""
    two_engagements(folder)
    content = changed_row(the_file(folder), "head", schema=SCHEMA + 1)
    store = TinyStore(folder, exclusive=True)
    assert [head.id for head in store.heads()] == ["abzzzzzzzz"]
    assert store.broken() == [f"{ID}: schema 2 is newer than 1, which this program knows: use the newer one"]
    with pytest.raises(Newer, match="newer"):
        store.load(ID)
    with pytest.raises(Newer):
        store.commit(begun())
    assert the_file(folder).read_bytes() == content


@pytest.mark.parametrize("table", ["engagement", "letters"])
def test_a_field_nobody_here_knows_is_refused_and_left_alone(folder: Path, table: str) -> None:
    """Dropping it with the next commit would lose what a newer program relied on."""
    two_engagements(folder)
    changed_row(the_file(folder), table, consent_withdrawn=True)
    content = changed_row(the_file(folder), "head", fields="those of a newer program")
    store = TinyStore(folder, exclusive=True)
    assert [head.id for head in store.heads()] == ["abzzzzzzzz"]
    (fault,) = store.broken()
    assert "consent_withdrawn" in fault
    with pytest.raises(Newer, match="consent_withdrawn"):
        store.load(ID)
    assert the_file(folder).read_bytes() == content


def test_a_field_added_by_hand_is_refused_when_it_is_met(folder: Path) -> None:
    """The head does not tell; from then on it is listed no more."""
    two_engagements(folder)
    changed_row(the_file(folder), "engagement", consent_withdrawn=True)
    store = TinyStore(folder, exclusive=True)
    assert len(store.heads()) == 2
    with pytest.raises(Newer, match="consent_withdrawn"):
        store.load(ID)
    assert [head.id for head in store.heads()] == ["abzzzzzzzz"]


def test_a_file_of_an_older_program_takes_the_defaults(folder: Path) -> None:
    """A field that was not there yet is as if nobody had touched it."""
    two_engagements(folder)
    path = the_file(folder)
    tables = json.loads(path.read_bytes())
    del (
        tables["engagement"]["1"]["goal"],
        tables["engagement"]["1"]["handled"],
        tables["letters"]["1"]["note"],
    )
    tables["head"]["1"]["fields"] = "those of an older program"
    path.write_text(
        "{" + ",\n".join(f'"{name}":{json.dumps(rows)}' for name, rows in tables.items()) + "\n}\n"
    )
    store = TinyStore(folder, exclusive=True)
    assert len(store.heads()) == 2
    filed = store.load(ID)
    assert filed is not None
    assert (filed.engagement.goal, filed.engagement.handled, filed.letters[0].note) == (None, (), "")


@pytest.mark.parametrize(
    ("table", "changes"),
    [
        ("engagement", {"stage": "nowhere"}),
        ("engagement", {"version": "1"}),
        ("engagement", {"created_at": "2026-03-02T00:00:00"}),
        ("engagement", {"threads": {"x": {}}}),
        ("letters", {"state": 3}),
    ],
)
def test_a_wrong_type_is_damage_not_a_guess(folder: Path, table: str, changes: dict[str, object]) -> None:
    """Strict: no text for a number, no time without a zone."""
    two_engagements(folder)
    changed_row(the_file(folder), table, **changes)
    with pytest.raises(Unreadable):
        TinyStore(folder, exclusive=False).load(ID)


def test_leftovers_of_kills_are_swept_away(folder: Path) -> None:
    """Wherever a file was being written."""
    two_engagements(folder)
    places = ["", "shared", "attention", f"engagements/{ID[:2]}", f"archive/{ID[:2]}"]
    for place in places:
        (folder / place).mkdir(exist_ok=True)
        (folder / place / f"{SPARE}{ID}.json").write_bytes(b"{")
    TinyStore(folder, exclusive=False)
    assert len(leftovers(folder)) == len(places)
    TinyStore(folder, exclusive=True)
    assert leftovers(folder) == []


def test_of_two_copies_the_newer_counts(folder: Path) -> None:
    """A backup taken while a file moved holds it twice."""
    store = TinyStore(folder, exclusive=True)
    first = store.commit(begun())
    older = the_file(folder).read_bytes()
    closed = store.commit(replace(first, engagement=replace(first.engagement, stage=Stage.CLOSED)))
    store.close()
    (folder / "engagements" / ID[:2] / f"{ID}.json").write_bytes(older)
    again = TinyStore(folder, exclusive=True)
    assert again.load(ID) == closed
    assert list(again.heads()) == []
    assert (folder / "broken" / f"{ID}.json").read_bytes() == older


def test_a_damaged_record_of_a_message_hides_no_other(folder: Path) -> None:
    """It is moved aside with its bytes; the list goes on."""
    store = TinyStore(folder, exclusive=True)
    good = SetAsideMessage(key="cd" * 32, at=NOW, sender="", subject="", why="why", raw=b"raw")
    store.set_aside(good)
    store.set_aside(replace(good, key=DIGEST))
    store.close()
    (folder / "attention" / f"{DIGEST}.json").write_bytes(b"{")
    assert [message.key for message in TinyStore(folder, exclusive=False).all_aside()] == [good.key]
    again = TinyStore(folder, exclusive=True)
    assert [message.key for message in again.all_aside()] == [good.key]
    assert again.broken() == [f"broken/{DIGEST}.eml", f"broken/{DIGEST}.json"]


def test_the_house_is_private_whatever_the_umask(folder: Path) -> None:
    """Files 0600, folders 0700."""
    before = os.umask(0)
    try:
        store = TinyStore(folder, exclusive=True)
        store.service_key(lambda: KEY)
        store.never_ask("ada@example.org")
        store.count(TODAY, "ada")
        store.set_aside(SetAsideMessage(key=DIGEST, at=NOW, sender="", subject="", why="", raw=b"raw"))
        store.commit(begun())
    finally:
        os.umask(before)
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in [folder, *folder.rglob("*")]}
    assert len(modes) > 10
    assert [path for path, mode in modes.items() if mode != (0o700 if path.is_dir() else 0o600)] == []


def test_the_never_ask_list_holds_no_address(folder: Path) -> None:
    """Only keyed hashes: a thief without the key learns nothing."""
    store = TinyStore(folder, exclusive=True)
    with pytest.raises(StoreError, match="key is missing"):
        store.never_ask("ada@example.org")
    store.service_key(lambda: KEY)
    store.never_ask("ada@example.org")
    assert b"ada" not in (folder / "shared" / "never-ask.json").read_bytes()


def test_a_lost_key_is_never_replaced_silently(folder: Path) -> None:
    """A new one would recognise no stop and no token; a damaged one is told apart from none."""
    store = TinyStore(folder, exclusive=True)
    store.service_key(lambda: KEY)
    store.never_ask("ada@example.org")
    store.close()
    (folder / "key").write_text("not a key")
    with pytest.raises(StoreError, match="damaged"):
        TinyStore(folder, exclusive=False).service_key(lambda: KEY)
    (folder / "key").unlink()
    with pytest.raises(StoreError, match="missing"):
        TinyStore(folder, exclusive=False).service_key(lambda: KEY)
    with pytest.raises(StoreError, match="missing"):
        TinyStore(folder, exclusive=False).is_never_ask("ada@example.org")


def test_a_damaged_never_ask_list_is_no_empty_list(folder: Path) -> None:
    """Better nobody is written to than somebody who said stop."""
    store = TinyStore(folder, exclusive=True)
    store.service_key(lambda: KEY)
    store.never_ask("ada@example.org")
    (folder / "shared" / "never-ask.json").write_bytes(b"{")
    with pytest.raises(StoreError, match="restore it from a backup"):
        store.is_never_ask("ada@example.org")


def test_locks_do_not_heap_up(folder: Path) -> None:
    """One for each pair of first characters, however many engagements there are."""
    store = TinyStore(folder, exclusive=False)
    for number in range(30):
        one = begun()
        store.commit(replace(one, engagement=replace(one.engagement, id=f"ab{number:08}")))
    assert [path.name for path in (folder / "locks").iterdir()] == ["ab"]


def test_a_sending_letter_is_found_after_a_kill(folder: Path) -> None:
    """The outbox is in the same file, so its fate is known to be unknown."""
    store = TinyStore(folder, exclusive=True)
    sending = replace(a_letter(1), state=LetterState.SENDING)
    store.commit(replace(begun(), letters=(sending,)))
    store.close()
    again = TinyStore(folder, exclusive=True)
    assert [head.unsettled for head in again.heads()] == [True]
