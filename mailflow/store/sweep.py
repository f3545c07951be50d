"""What a start puts in order: leftovers of kills, damaged files, moves to the archive that were cut short."""

from pathlib import Path

from mailflow.store.attention import Attention
from mailflow.store.codec import Damaged, Unreadable, is_over
from mailflow.store.disk import SPARE, Changes, Disk, bump, locked, make_folder
from mailflow.store.shelf import Shelf, shard_of


class Sweep:
    """For the process that holds the store alone; others may still commit beside it."""

    def __init__(self, folder: Path, disk: Disk, changes: Changes) -> None:
        """Sweep the store in `folder`; what is moved is one of its `changes`."""
        self._folder = folder
        self._locks = folder / "locks"
        self._disk = disk
        self._changes = changes

    def engagements(self, open_shelf: Shelf, archive: Shelf) -> None:
        """Put both shelves in order.  Raises StoreError, OSError."""
        for name in ("engagements", "archive"):
            for shard in (open_shelf if name == "engagements" else archive).shards():
                self._remove_spares(self._folder / name / shard, self._locks / shard)
        heads = open_shelf.heads()
        for engagement_id, fault in open_shelf.faults().items():
            if isinstance(fault, Damaged):
                self.put_aside(engagement_id, open_shelf)
        for head in heads:
            if is_over(head):
                self._archive(head.id, open_shelf, archive)
        self._resolve_twins(open_shelf, archive)

    def small_files(self, attention: Attention) -> None:
        """Put the other folders in order.  Raises StoreError, OSError."""
        for name, lock in (("", "shared"), ("shared", "shared"), ("attention", "attention")):
            self._remove_spares(self._folder / name, self._locks / lock)
        for key, fault in attention.faults().items():
            if isinstance(fault, Damaged):
                with locked(self._locks / "attention") as lock_of_all:
                    for path in attention.paths(key):
                        self._move_to_broken(path)
                    bump(lock_of_all)

    def put_aside(self, engagement_id: str, shelf: Shelf) -> None:
        """Move a damaged file out of the way; the rest goes on.  Raises StoreError, OSError."""
        with locked(self._locks / shard_of(engagement_id)) as lock:
            try:
                shelf.version(engagement_id)
                shelf.read(engagement_id)
            except Damaged:
                self._move_to_broken(shelf.path(engagement_id))
                bump(lock)
                self._changes.add()

    def _archive(self, engagement_id: str, open_shelf: Shelf, archive: Shelf) -> None:
        with locked(self._locks / shard_of(engagement_id)) as lock:
            filed = open_shelf.path(engagement_id)
            if filed.exists() and not archive.path(engagement_id).exists():
                archive.take_from(open_shelf, engagement_id)
                bump(lock)
                self._changes.add()

    def _resolve_twins(self, open_shelf: Shelf, archive: Shelf) -> None:
        """A backup taken while a file moved may hold it twice: the newer one counts."""
        for shard in open_shelf.shards():
            for engagement_id in set(open_shelf.ids(shard)) & set(archive.ids(shard)):
                with locked(self._locks / shard) as lock:
                    self._move_to_broken(self._older(engagement_id, open_shelf, archive))
                    bump(lock)
                    self._changes.add()

    def _older(self, engagement_id: str, open_shelf: Shelf, archive: Shelf) -> Path:
        newer_in_archive = _version(archive, engagement_id) > _version(open_shelf, engagement_id)
        return (open_shelf if newer_in_archive else archive).path(engagement_id)

    def _remove_spares(self, folder: Path, lock: Path) -> None:
        spares = list(folder.glob(SPARE + "*"))
        if not spares:
            return
        # Under the lock nobody is writing one.
        with locked(lock):
            for spare in spares:
                spare.unlink(missing_ok=True)

    def _move_to_broken(self, path: Path) -> None:
        broken = self._folder / "broken"
        make_folder(self._disk, broken)
        if path.exists():
            path.rename(_free_name(broken / path.name))
            self._disk.sync_folder(broken)
            self._disk.sync_folder(path.parent)


def _version(shelf: Shelf, engagement_id: str) -> int:
    """The version of a twin; one that cannot be read loses."""
    try:
        return shelf.version(engagement_id) or 0
    except Unreadable:
        return 0


def _free_name(path: Path) -> Path:
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.name}.{number}")
    return free
