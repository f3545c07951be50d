"""A whole engagement on the embedded server, in seconds: the daemon's own passes, a clock that jumps.

Nothing is pretended but the people and the time: letters travel by SMTP and IMAP, replies are read
from the bytes a mail client makes, and every pass is the one that `mailflow run --once` does.
"""

import heapq
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from mailflow.config import load_config
from mailflow.daemon import Daemon
from mailflow.demo.people import KICKOFF, PASSWORD, PEOPLE, PRIYA, SERVICE, Person, Reply
from mailflow.demo.server import EmbeddedServer
from mailflow.demo.shapes import fresh_mail
from mailflow.mentoring.engagement import Stage
from mailflow.ports import Store
from mailflow.wiring import built, open_store

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
MOST_PASSES = 200
OVER = frozenset({Stage.GOAL_SET, Stage.CLOSED, Stage.CANCELLED})


@dataclass(slots=True)
class Clock:
    """A clock that stands until it is set."""

    now: datetime = START

    def __call__(self) -> datetime:
        """The moment it shows."""
        return self.now


@dataclass(slots=True)
class Album:
    """Writes every mail, both ways, into a folder where people can look at them."""

    folder: Path
    number: int = 0
    quiet: bool = False
    lines: list[str] = field(default_factory=list)

    def keep(self, raw: bytes, moment: datetime) -> None:
        """One mail more: .eml, and .html where it has one."""
        self.number += 1
        mail = message_from_bytes(raw, policy=policy.default)
        purpose = str(mail["X-Mailflow-Letter"] or "reply")
        stem = f"{self.number:02}-{purpose}-{_local(str(mail['To']))}"
        (self.folder / f"{stem}.eml").write_bytes(raw)
        html = mail.get_body(("html",))
        if html is not None:
            (self.folder / f"{stem}.html").write_text(html.get_content(), encoding="utf-8")
        self.lines.append(stem)
        if not self.quiet:
            who, whom = _local(str(mail["From"])), _local(str(mail["To"]))
            print(f"  {moment:%a %d %b %H:%M}  {who:<12} \u2192 {whom:<12} {_what(mail)}")


def _local(field_value: str) -> str:
    address = field_value.rpartition("<")[2].rstrip(">")
    return address.partition("@")[0].partition("+")[0]


def _what(mail: EmailMessage) -> str:
    purpose = mail["X-Mailflow-Letter"]
    if purpose:
        return str(purpose).replace("_", " ")
    body = mail.get_body(("plain", "html"))
    words = " ".join((body.get_content() if body is not None else "").split())
    return f"\u201c{words[:60]}\u2026\u201d"


def play(folder: Path, *, quiet: bool = False) -> None:
    """Play the whole engagement and print the synthesis; letters go into `folder`."""
    print("An engagement in seconds: the daemon's own passes, an embedded mail server, simulated people.\n")
    with stage(folder, quiet=quiet) as theatre:
        theatre.run()
        _show("The synthesis, as the leader reads it", theatre.letter_to_leader("synthesis"))
        _show("The goal in the leader's own words", theatre.letter_to_leader("goal_set"))
        print(f"\nEvery letter, {theatre.album.number} in all, as .eml and .html: {folder.resolve()}")


def _show(title: str, letter: str) -> None:
    """One letter with a title above it; a margin tells its lines from ours."""
    print(f"\n{title}:\n")
    for line in letter.splitlines() or ["(It has not been written.)"]:
        print(f"  | {line}".rstrip())


@contextmanager
def stage(folder: Path, *, quiet: bool = False) -> Iterator["Theatre"]:
    """Build the server, the house and the people; take all of it down at the end."""
    with tempfile.TemporaryDirectory(prefix="mailflow-demo-") as state, EmbeddedServer() as server:
        for address in (SERVICE, *(person.email for person in PEOPLE)):
            server.add_account(address, PASSWORD)
        clock = Clock()
        config = load_config(_config(Path(state), server))
        with closing(open_store(config, exclusive=True)) as store, built(config, store, clock) as tools:
            yield Theatre(server, Daemon(tools), store, clock, Album(folder, quiet=quiet))


def _config(folder: Path, server: EmbeddedServer) -> Path:
    path = folder / "config.toml"
    path.write_text(
        f"""
[service]
address = "{SERVICE}"

[imap]
host = "127.0.0.1"
port = {server.imap_port}
security = "none"
user = "{SERVICE}"
password = "{PASSWORD}"

[smtp]
host = "127.0.0.1"
port = {server.smtp_port}
security = "none"

[store]
url = "tinydb:./state"

[access]
leaders = ["*@works.example"]
""",
        encoding="utf-8",
    )
    path.chmod(0o600)
    return path


class Theatre:
    """Moves the clock from one thing that happens to the next."""

    def __init__(
        self, server: EmbeddedServer, daemon: Daemon, store: Store, clock: Clock, album: Album
    ) -> None:
        self._server = server
        self._daemon = daemon
        self._store = store
        self._clock = clock
        self.album = album
        self._read: dict[str, int] = {person.email: 0 for person in PEOPLE}
        self._had: dict[tuple[str, str], int] = {}
        self._mails: list[tuple[datetime, int, bytes]] = []  # replies on their way, by the moment they come

    def run(self) -> None:
        """Let it play until nobody has anything more to say."""
        kickoff = fresh_mail(
            sender=PRIYA.email,
            name=PRIYA.name,
            to=SERVICE,
            subject="Lifting my delegation",
            text=KICKOFF,
            sent_at=START,
        )
        self._post(START, kickoff)
        for _ in range(MOST_PASSES):
            self._bring_mail()
            self._daemon.once()
            self._people_read()
            moment = self._next()
            if moment is None:
                return
            self._clock.now = max(moment, self._clock.now)

    def letter_to_leader(self, purpose: str) -> str:
        """The last letter of a purpose as the leader got it: its subject and its text; empty: none came."""
        found = ""
        for raw in self._server.letters(PRIYA.email):
            mail = message_from_bytes(raw, policy=policy.default)
            body = mail.get_body(("plain",))
            if mail["X-Mailflow-Letter"] == purpose and body is not None:
                found = f"Subject: {mail['Subject']}\n\n{body.get_content()}"
        return found

    # --- moving on ---

    def _next(self) -> datetime | None:
        """The next moment at which something happens; None once the goal is set and nobody will write."""
        heads = self._store.heads()
        if not self._mails and all(head.stage in OVER for head in heads):
            return None
        moments = [head.next_wake for head in heads] + [moment for moment, _, _ in self._mails[:1]]
        return min((moment for moment in moments if moment is not None), default=None)

    def _post(self, moment: datetime, raw: bytes) -> None:
        heapq.heappush(self._mails, (moment, len(self._mails) + self.album.number * 100, raw))

    def _bring_mail(self) -> None:
        while self._mails and self._mails[0][0] <= self._clock.now:
            moment, _, raw = heapq.heappop(self._mails)
            self._server.drop(SERVICE, raw)
            self.album.keep(raw, moment)

    def _people_read(self) -> None:
        for person in PEOPLE:
            inbox = self._server.letters(person.email)
            for raw in inbox[self._read[person.email] :]:
                self.album.keep(raw, self._clock.now)
                self._answer(person, raw)
            self._read[person.email] = len(inbox)

    def _answer(self, person: Person, raw: bytes) -> None:
        purpose = str(message_from_bytes(raw)["X-Mailflow-Letter"])
        before = self._had.get((person.email, purpose), 0)
        self._had[person.email, purpose] = before + 1
        reply = person.answer(raw, before)
        if reply is not None:
            moment = _in_the_day(self._clock.now + timedelta(days=reply.after_days))
            self._post(moment, _written(person, raw, reply, moment))


def _written(person: Person, raw: bytes, reply: Reply, moment: datetime) -> bytes:
    return person.shape(
        raw,
        sender=person.email,
        name=person.name,
        text=reply.words,
        pieces=reply.pieces,
        closing=reply.closing,
        sent_at=moment,
    )


def _in_the_day(moment: datetime) -> datetime:
    """People write on working days."""
    while moment.weekday() > 4:
        moment += timedelta(days=1)
    return moment
