"""What makes a write durable: whole files, replaced at once, under a lock.

Order of a write: temporary file in the same folder, all of it, fsync, rename, fsync of the folder.  A kill
at any point leaves the old file or the new one.
"""

import contextlib
import fcntl
import os
import time
from collections.abc import Iterator
from pathlib import Path

from mailflow.ports import StoreError

SPARE = ".tmp-"  # a file being written; a kill may leave one behind, the next start sweeps it away
_PRIVATE_FILE = 0o600
_PRIVATE_FOLDER = 0o700
_PATIENCE = 10.0  # seconds; a commit holds a lock for milliseconds
_LONGEST_PAUSE = 0.02
_LAST_GENERATION = 1 << 20


class Disk:
    """The few system calls behind a durable write.  Tests put their faults here."""

    def create(self, path: Path) -> int:
        """Open a new, private, empty file for writing."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC
        return os.open(path, flags, _PRIVATE_FILE)

    def write(self, descriptor: int, content: memoryview) -> int:
        """Write some of `content`; return how much was taken, which may be less than all."""
        return os.write(descriptor, content)

    def fsync(self, descriptor: int) -> None:
        """Return once what was written is on the medium."""
        os.fsync(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        """Put `source` in the place of `target` at once."""
        source.replace(target)

    def sync_folder(self, folder: Path) -> None:
        """Return once the names in `folder` are on the medium."""
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            self.fsync(descriptor)
        finally:
            os.close(descriptor)


def put(disk: Disk, path: Path, content: bytes) -> None:
    """Replace `path` by `content`, durably, or leave it as it was.  Raises OSError."""
    with _kept_open(path) as before:
        _put_in_place(disk, path, content)
        try:
            disk.sync_folder(path.parent)
        except OSError:
            # The new name may or may not outlive a power cut.  Whoever called hears of a failure, so the
            # file must say what it said before.
            _put_back(path, before)
            raise


def _put_in_place(disk: Disk, path: Path, content: bytes) -> None:
    spare = spare_of(path)
    try:
        write_whole(disk, spare, content)
        disk.replace(spare, path)
    except OSError:
        _remove(spare)
        raise


def spare_of(path: Path) -> Path:
    """Where `path` is written before it takes its place.  One name per file: kills cannot heap them up."""
    return path.with_name(SPARE + path.name)


def write_whole(disk: Disk, path: Path, content: bytes) -> None:
    """Write a new file and return once it is on the medium.  Raises OSError."""
    descriptor = disk.create(path)
    try:
        rest = memoryview(content)
        # A full disk may take only a part without an error; the next write then says why.
        while rest:
            rest = rest[disk.write(descriptor, rest) :]
        disk.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def _kept_open(path: Path) -> Iterator[int | None]:
    """The file as it is now: its bytes stay readable when another takes its name."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        yield None
        return
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _put_back(path: Path, before: int | None) -> None:
    if before is None:
        _remove(path)
        return
    # As far as a failing disk allows: else the new content stays, whole.
    with contextlib.suppress(OSError):
        content = os.pread(before, os.fstat(before).st_size, 0)
        _put_in_place(Disk(), path, content)


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()


def make_folder(disk: Disk, folder: Path) -> None:
    """Make a private folder that lasts; its parents too.  Raises OSError."""
    if folder.is_dir():
        return
    make_folder(disk, folder.parent)
    folder.mkdir(mode=_PRIVATE_FOLDER, exist_ok=True)
    disk.sync_folder(folder.parent)


# --- locks ---


@contextlib.contextmanager
def locked(path: Path) -> Iterator[int]:
    """Hold the lock file `path` against other processes and threads; yields its descriptor.

    Raises StoreError when somebody holds it for ten seconds, OSError when it cannot be opened.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, _PRIVATE_FILE)
    try:
        _wait_for(descriptor, path)
        yield descriptor
    finally:
        os.close(descriptor)


def _wait_for(descriptor: int, path: Path) -> None:
    # Not a blocking flock: a process stopped in the middle of a commit must not stop this one for ever.
    waited, pause = 0.0, 0.0005
    while not try_lock(descriptor):
        if waited > _PATIENCE:
            raise StoreError(f"another process holds {path} for more than {_PATIENCE:.0f} s")
        time.sleep(pause)
        waited, pause = waited + pause, min(pause * 2, _LONGEST_PAUSE)


def try_lock(descriptor: int) -> bool:
    """Whether the lock could be had at once."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def bump(descriptor: int) -> None:
    """Count one more change behind this lock, for `generation`; never raises.

    The count is the size of the lock file, a hole without blocks: one stat reads it.
    """
    # Times of files tell changes apart only by the tick of the kernel's clock (some milliseconds), which
    # two commits may share; inodes are used again.  A count is exact.
    size = os.fstat(descriptor).st_size
    with contextlib.suppress(OSError):
        os.ftruncate(descriptor, size + 1 if size < _LAST_GENERATION else 0)


def generation(lock: Path | str) -> int:
    """How many changes were made behind the lock file `lock`."""
    try:
        return os.stat(lock).st_size  # noqa: PTH116 - often asked for, and a Path costs more than the call
    except FileNotFoundError:
        return 0


class Changes:
    """Counts all changes to engagements, in every process: whoever knows the count need not look at shards.

    The count is the size of a file, to which each change appends a byte: no lock, and nobody waits.  It may
    miss a change (a full disk, a kill before it was counted), so it only saves looking, for a while.
    """

    def __init__(self, path: Path) -> None:
        """Count in the file `path`, which need not exist."""
        self._path = path

    def count(self) -> int:
        """How many there were."""
        return generation(self._path)

    def add(self) -> int:
        """Count one more and return how many there are; -1 where it cannot be counted."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC
        try:
            descriptor = os.open(self._path, flags, _PRIVATE_FILE)
        except OSError:
            return -1
        try:
            os.write(descriptor, b".")
            return os.fstat(descriptor).st_size
        except OSError:
            return -1
        finally:
            os.close(descriptor)

    def begin_anew(self) -> None:
        """Count from nothing, at the start of the process that holds the store alone; never raises."""
        with contextlib.suppress(OSError):
            os.truncate(self._path, 0)


# --- what people are told ---


@contextlib.contextmanager
def in_one_line(what: str) -> Iterator[None]:
    """Turn what the system says into a StoreError: what could not be done, and why."""
    try:
        yield
    except OSError as fault:
        where = f" ({fault.filename})" if fault.filename else ""
        raise StoreError(f"{what}: {fault.strerror or fault}{where}") from fault
