"""Where a kill fell, told from what it left behind: on the disk, in the inbox, at the server."""

import asyncio
import time
from contextlib import closing
from dataclasses import dataclass, field
from email import message_from_bytes
from pathlib import Path

from imapclient import IMAPClient

from benchmarks.harness import PASSWORD, SERVICE
from mailflow.demo.server import EmbeddedServer
from mailflow.ports import LetterState
from mailflow.store.disk import SPARE
from mailflow.store.tiny import TinyStore

STARTING = "starting up"
IDLE = "nothing to do"
READING = "reading, deciding, writing"
COMMITTING = "inside a write of the store"
MARKED = "letters marked, none under way"
IN_DATA = "inside DATA, before its answer"
ANSWERED = "after the answer to DATA, before that was kept"
UNMOVED = "a message handled, not yet moved"
PLACES = (STARTING, READING, COMMITTING, UNMOVED, MARKED, IN_DATA, ANSWERED, IDLE)
NETWORK = 0.004  # seconds that DATA takes either way, as across a network


class DistantServer(EmbeddedServer):
    """Takes its time over DATA, and remembers which letters it took when."""

    def __init__(self) -> None:
        """Nothing was taken yet."""
        super().__init__()
        self.in_data = 0  # bodies whose answer has not left
        self.taken: dict[str, list[float]] = {}  # by Message-ID: when each copy was kept

    async def deliver(self, account: str, raw: bytes) -> None:
        """Keep a letter for somebody; the sender hears of it a little later."""
        if account == SERVICE:
            await super().deliver(account, raw)
            return
        self.in_data += 1
        try:
            await asyncio.sleep(NETWORK)
            await super().deliver(account, raw)
            self.taken.setdefault(str(message_from_bytes(raw)["Message-ID"]), []).append(time.monotonic())
            await asyncio.sleep(NETWORK)
        finally:
            self.in_data -= 1


@dataclass(slots=True)
class Scene:
    """What can be seen from outside between two starts."""

    server: DistantServer
    state: Path
    versions: dict[str, int] = field(default_factory=dict)
    sending: set[tuple[str, int]] = field(default_factory=set)
    hit: set[str] = field(default_factory=set)  # Message-IDs that the last kill found half-way

    def place_of_a_kill(self, *, held: bool, in_data: int) -> str:
        """Where a kill fell; `held`: the program held the store, `in_data`: bodies not yet answered."""
        versions, sending = self.versions, self.sending
        self.look()
        self.hit = {letter for letter, _ in self.sending - sending}
        if not held:
            return STARTING
        if any(self.state.glob(f"**/{SPARE}*")):
            return COMMITTING
        if self.hit:
            if in_data:
                return IN_DATA
            return ANSWERED if any(letter in self.server.taken for letter in self.hit) else MARKED
        if self._handled() > self._moved():
            return UNMOVED
        return READING if versions != self.versions or self._waiting() else IDLE

    def look(self) -> None:
        """Take the present for granted."""
        with closing(self._store()) as store:
            filed = [one for one in (store.load(head.id) for head in store.heads()) if one is not None]
        self.versions = {one.engagement.id: one.engagement.version for one in filed}
        self.sending = {
            (letter.message_id, letter.attempts)
            for one in filed
            for letter in one.letters
            if letter.state is LetterState.SENDING
        }

    def _store(self) -> TinyStore:
        return TinyStore(self.state, exclusive=False)

    def _handled(self) -> int:
        with closing(self._store()) as store:
            filed = [store.load(head.id) for head in store.heads()]
        return sum(len(one.engagement.handled) for one in filed if one is not None)

    def _waiting(self) -> int:
        """Messages in the service's inbox."""
        with IMAPClient("127.0.0.1", self.server.imap_port, ssl=False) as line:
            line.login(SERVICE, PASSWORD)
            return int(line.select_folder("INBOX", readonly=True)[b"EXISTS"])

    def _moved(self) -> int:
        return len(self.server.letters(SERVICE)) - self._waiting()
