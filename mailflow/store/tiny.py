"""The store on disk: one TinyDB file per engagement, beside it a few small shared files.

    engagements/ab/abcdefghij.json   one engagement, its letters included: one file, one transaction
    archive/ab/...                   the same, ended and with nothing left to send
    attention/<digest>.eml, .json    messages set aside
    shared/                          never-ask list, daily counters, small facts
    locks/                           what a change is made under; they also count the changes
    changes                          counts all of them
    broken/                          files that could not be read, for a person
    key, lock                        the service's key; the lock of the one daemon

The daemon and commands beside it use the store at the same time.  One instance belongs to one thread.
"""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from mailflow.ports import Filed, Head, SetAsideMessage, Stale, StoreError, StoreLocked
from mailflow.store.attention import Attention
from mailflow.store.codec import Damaged, Unreadable, head_of, is_over
from mailflow.store.disk import Changes, Disk, bump, in_one_line, locked, make_folder, try_lock
from mailflow.store.shared import Shared
from mailflow.store.shelf import Shelf, is_id, shard_of
from mailflow.store.sweep import Sweep

_FOLDERS = ("engagements", "archive", "attention", "shared", "locks")


class TinyStore:
    """Durable memory in a folder; implements ports.Store.

    Two changes never mix, one is whole or was never made, and what returned survives a kill.
    """

    def __init__(self, folder: Path, *, exclusive: bool, disk: Disk | None = None) -> None:
        """Open the store in `folder`, making it where it is missing.

        `exclusive` is for the daemon: nobody else may be one, and what a kill left behind is put in order.
        Raises StoreLocked, StoreError.
        """
        self.folder = folder
        self._disk = disk or Disk()
        self._daemon_lock: int | None = None
        locks = folder / "locks"
        self._changes = Changes(folder / "changes")
        self._open = Shelf(folder / "engagements", locks, self._disk, self._changes)
        self._archive = Shelf(folder / "archive", locks, self._disk, self._changes)
        self._shared = Shared(folder, locks / "shared", self._disk)
        self._attention = Attention(folder / "attention", locks / "attention", self._disk)
        self._sweep = Sweep(folder, self._disk, self._changes)
        with in_one_line(f"the store {folder} cannot be opened"):
            for name in _FOLDERS:
                make_folder(self._disk, folder / name)
            if exclusive:
                self._begin_alone()

    def _begin_alone(self) -> None:
        self._daemon_lock = _lock_alone(self.folder)
        self._changes.begin_anew()
        try:
            self._sweep.engagements(self._open, self._archive)
            self._sweep.small_files(self._attention)
        except BaseException:  # a store that did not open holds no lock
            self.close()  # else this process would lock itself out
            raise

    def close(self) -> None:
        """Let go of the daemon's lock."""
        if self._daemon_lock is not None:
            os.close(self._daemon_lock)
            self._daemon_lock = None

    # --- engagements ---

    def load(self, engagement_id: str) -> Filed | None:
        """Everything about one engagement, open or archived, or None.

        Raises StoreError; a file that is damaged or from a newer program raises codec.Unreadable and is not
        listed any more.  A damaged one is moved to broken/ by the process that holds the store alone.
        """
        if not is_id(engagement_id):
            return None
        # Twice on the open shelf: the file may come back from the archive between two looks.
        for shelf in (self._open, self._archive, self._open):
            filed = self._read(shelf, engagement_id)
            if filed is not None:
                return filed
        return None

    def _read(self, shelf: Shelf, engagement_id: str) -> Filed | None:
        with in_one_line(f"engagement {engagement_id} cannot be read"):
            try:
                return shelf.read(engagement_id)
            except Unreadable as fault:
                shelf.refuse(engagement_id, fault)
                if isinstance(fault, Damaged) and self._daemon_lock is not None:
                    self._sweep.put_aside(engagement_id, shelf)
                raise type(fault)(f"engagement {engagement_id}: {fault}") from fault

    def commit(self, filed: Filed) -> Filed:
        """Replace the whole file if nobody else did meanwhile; durable when it returns.

        Raises Stale, and StoreError with nothing changed.
        """
        engagement_id = filed.engagement.id
        if not is_id(engagement_id):
            raise StoreError(f"{engagement_id!r} is not the id of an engagement")
        lock = self.folder / "locks" / shard_of(engagement_id)
        with in_one_line(f"engagement {engagement_id} cannot be kept"), locked(lock) as descriptor:
            return self._replace(filed, descriptor)

    def _replace(self, filed: Filed, lock: int) -> Filed:
        engagement = filed.engagement
        shard = shard_of(engagement.id)
        before = self._open.stamp(shard), self._archive.stamp(shard)
        shelf, version = self._stored(engagement.id)
        if version != engagement.version:
            raise Stale(f"engagement {engagement.id} is at version {version}, not {engagement.version}")
        following = replace(filed, engagement=replace(engagement, version=version + 1))
        shelf.write(following)
        head = head_of(following)
        final = self._shelve(head, shelf)
        bump(lock)
        count = self._changes.add()
        self._open.note(engagement.id, before[0], head if final is self._open else None, count)
        self._archive.note(engagement.id, before[1], head if final is self._archive else None, count)
        return following

    def _stored(self, engagement_id: str) -> tuple[Shelf, int]:
        """Where an engagement is and its version; a new one belongs on the open shelf, at version 0."""
        for shelf in (self._open, self._archive):
            try:
                version = shelf.version(engagement_id)
            except Unreadable as fault:
                raise type(fault)(f"engagement {engagement_id}: {fault}") from fault
            if version is not None:
                return shelf, version
        return self._open, 0

    def _shelve(self, head: Head, shelf: Shelf) -> Shelf:
        """Move a committed file to where it belongs.  The commit holds whether this succeeds or not."""
        wanted = self._archive if is_over(head) else self._open
        if wanted is shelf:
            return shelf
        try:
            wanted.take_from(shelf, head.id)
        except OSError:
            # It is found on either shelf, and the next start moves it.
            return shelf if shelf.path(head.id).exists() else wanted
        return wanted

    def heads(self) -> Sequence[Head]:
        """Every open engagement, also what other processes committed; cheap when little changed."""
        with in_one_line("the engagements cannot be listed"):
            return self._open.heads()

    def archived_heads(self) -> Sequence[Head]:
        """Every archived engagement; read when first asked for."""
        with in_one_line("the archive cannot be listed"):
            return self._archive.heads()

    def resolve(self, prefix: str) -> list[str]:
        """The ids that begin with `prefix`, open and archived, sorted."""
        start = prefix.lower()
        found: set[str] = set()
        with in_one_line("the engagements cannot be listed"):
            for shelf in (self._open, self._archive):
                shards = [name for name in shelf.shards() if name.startswith(start[:2])]
                found.update(one for shard in shards for one in shelf.ids(shard) if one.startswith(start))
        return sorted(found)

    def broken(self) -> list[str]:
        """What cannot be used and waits for a person: files moved aside, and files left in place with why."""
        with in_one_line("the store cannot be listed"):
            folder = self.folder / "broken"
            moved = [f"broken/{path.name}" for path in folder.glob("*")] if folder.is_dir() else []
            self._open.heads()
            faults = {**self._open.faults(), **self._archive.faults(), **self._attention.faults()}
        return sorted([*moved, *(f"{name}: {fault}" for name, fault in faults.items())])

    # --- the house's own facts ---

    def service_key(self, make: Callable[[], bytes]) -> bytes:
        """The key of this service; `make` is asked for one the first time only.  Raises StoreError."""
        with in_one_line("the service's key cannot be kept"):
            return self._shared.service_key(make)

    def is_never_ask(self, email: str) -> bool:
        """Whether this person must not be written to.  Raises StoreError."""
        with in_one_line("the never-ask list cannot be read"):
            return self._shared.is_never_ask(email)

    def never_ask(self, email: str) -> None:
        """Remember a stop for ever, as a keyed hash.  Raises StoreError."""
        with in_one_line("the never-ask list cannot be kept"):
            self._shared.never_ask(email)

    def count(self, day: date, name: str, by: int = 1) -> int:
        """Add `by` (0 reads) to a counter of `day` and return it; past days go.  Raises StoreError."""
        with in_one_line("the counters cannot be kept"):
            return self._shared.count(day, name, by)

    def count_all(self, day: date, by: Mapping[str, int]) -> None:
        """Add to several counters of a day at once; past days go.  Raises StoreError."""
        with in_one_line("the counters cannot be kept"):
            self._shared.count_all(day, by)

    def remember(self, name: str, value: str) -> None:
        """Keep a small fact under a name.  Raises StoreError."""
        with in_one_line("a note cannot be kept"):
            self._shared.remember(name, value)

    def recall(self, name: str) -> str | None:
        """The fact kept under a name.  Raises StoreError."""
        with in_one_line("a note cannot be read"):
            return self._shared.recall(name)

    # --- messages set aside ---

    def set_aside(self, message: SetAsideMessage) -> None:
        """Keep or update a message; an update without bytes keeps those it has.  Raises StoreError."""
        with in_one_line("a message cannot be set aside"):
            self._attention.keep(message)

    def aside(self, key: str) -> SetAsideMessage | None:
        """One message with its bytes; `key` may be shortened while unique, else StoreError."""
        with in_one_line("a message set aside cannot be read"):
            return self._attention.find(key)

    def all_aside(self) -> Sequence[SetAsideMessage]:
        """Every message set aside, oldest first, without bytes.  Raises StoreError."""
        with in_one_line("the messages set aside cannot be listed"):
            return self._attention.all()

    def drop(self, key: str) -> bool:
        """Forget a message set aside, bytes and all; False when there was none.  Raises StoreError."""
        with in_one_line("a message set aside cannot be dropped"):
            return self._attention.drop(key)


def _lock_alone(folder: Path) -> int:
    """Take the lock of the one daemon; it falls with the process, however that ends."""
    descriptor = os.open(folder / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    if try_lock(descriptor):
        os.ftruncate(descriptor, 0)
        os.write(descriptor, f"{os.getpid()}\n".encode())
        return descriptor
    holder = os.pread(descriptor, 20, 0).decode("ascii", "replace").strip()
    os.close(descriptor)
    raise StoreLocked(f"another mailflow (pid {holder or 'unknown'}) holds the store {folder}")
