"""A small world for measurements: an embedded mail server, a configuration, people who answer at once."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import Message
from pathlib import Path

from mailflow.demo.server import EmbeddedServer

SERVICE = "coffee@mentoring.example"
PASSWORD = "measured"
READERS = 2  # people who look into their inbox at a time, about, where chance decides
MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

CONFIG = """
[service]
address = "{service}"

[imap]
host = "127.0.0.1"
port = {imap}
security = "none"
user = "{service}"
password = "{password}"

[smtp]
host = "127.0.0.1"
port = {smtp}
security = "none"

[store]
url = "tinydb:./state"

[access]
leaders = ["*@leaders.example"]

[patience]
hours = "00:00-24:00"
days = "Monday to Sunday"

[limits]
recipient_per_day = 10000
answers_per_day = 10000
expert_open = 10000
leader_open = 10000
per_hour = 1000000
"""


def write_config(folder: Path, server: EmbeddedServer) -> Path:
    """A configuration for `server`, with budgets that do not bind."""
    path = folder / "config.toml"
    path.write_text(
        CONFIG.format(service=SERVICE, imap=server.imap_port, smtp=server.smtp_port, password=PASSWORD)
    )
    path.chmod(0o600)
    return path


def kickoff(number: int, moment: datetime = MONDAY) -> bytes:
    """A complete kickoff mail from leader `number` with three experts of their own."""
    experts = "\n".join(f"{name} Expert <{expert_address(number, seat)}>" for seat, name in SEATS)
    return mail(
        sender=leader_address(number),
        to=SERVICE,
        subject=f"Kickoff {number}",
        text=f"Capability: delegating work number {number}\n"
        f"Why now: my team doubled\n\nExperts:\n{experts}\n",
        moment=moment,
        message_id=f"<kickoff-{number}@leaders.example>",
    )


SEATS = ((1, "Ada"), (2, "Grace"), (3, "Mary"))


def leader_address(number: int) -> str:
    """The address of leader `number`."""
    return f"lee{number}@leaders.example"


def expert_address(number: int, seat: int) -> str:
    """The address of the expert in `seat` of engagement `number`."""
    return f"expert{number}-{seat}@experts.example"


def mail(
    *, sender: str, to: str, subject: str, text: str, moment: datetime, message_id: str, thread: str = ""
) -> bytes:
    """A plain text mail as a simple client writes it."""
    lines = [
        f"From: {sender}",
        f"To: {to}",
        f"Subject: {subject}",
        f"Date: {moment:%a, %d %b %Y %H:%M:%S +0000}",
        f"Message-ID: {message_id}",
        *([f"In-Reply-To: {thread}", f"References: {thread}"] if thread else []),
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "",
        text,
    ]
    return "\r\n".join(lines).replace("\r\n", "\n").replace("\n", "\r\n").encode()


def reply_to(letter: Message, text: str, moment: datetime) -> bytes:
    """An answer to a letter of ours, by the person it was sent to."""
    sender = str(letter["To"]).rpartition("<")[2].rstrip(">")
    letter_id = str(letter["Message-ID"])
    return mail(
        sender=sender,
        to=str(letter["Reply-To"]),
        subject=f"Re: {letter['Subject']}",
        text=text,
        moment=moment,
        message_id=f"<re-{letter_id.strip('<>').replace('@', '-at-')}@people.example>",
        thread=letter_id,
    )


def answer_for(address: str) -> str:
    """Three pieces that name their author, so that a tally can find each of them again."""
    return "\n".join(f"{number}. {piece}" for number, piece in enumerate(pieces_of(address), start=1))


def pieces_of(address: str) -> list[str]:
    """What the expert with this address advises."""
    name = address.partition("@")[0]
    return [f"Advice {number} of {name}: practise it every week" for number in (1, 2, 3)]


@dataclass(slots=True)
class People:
    """Everybody outside: they answer every letter once, and count copies for themselves."""

    server: EmbeddedServer
    addresses: list[str]
    copies: dict[str, int] = field(default_factory=dict)  # by Message-ID
    purposes: dict[str, list[str]] = field(
        default_factory=dict
    )  # by engagement: purposes of distinct letters
    _read: dict[str, int] = field(default_factory=dict)

    def read_and_answer(self, moment: datetime, chance: random.Random | None = None) -> int:
        """Read what is new; answer previews, invitations and questions; return how many answers went.

        With `chance`, only some read their mail this time.
        """
        answers = 0
        for address in self.addresses:
            if chance is not None and chance.random() * len(self.addresses) > READERS:
                continue
            inbox = self.server.letters(address)
            for raw in inbox[self._read.get(address, 0) :]:
                answers += self._read_one(address, message_from_bytes(raw), moment)
            self._read[address] = len(inbox)
        return answers

    def _read_one(self, address: str, letter: Message, moment: datetime) -> bool:
        letter_id = str(letter["Message-ID"])
        self.copies[letter_id] = self.copies.get(letter_id, 0) + 1
        if self.copies[letter_id] > 1:
            return False
        purpose = str(letter["X-Mailflow-Letter"])
        self.purposes.setdefault(str(letter["X-Mailflow-Engagement"]), []).append(purpose)
        words = {"preview": "Yes, send it.", "invitation": "Yes, gladly.", "question": answer_for(address)}
        if purpose not in words:
            return False
        self.server.drop(SERVICE, reply_to(letter, words[purpose], moment))
        return True


@contextmanager
def world(
    folder: Path, engagements: int, server: EmbeddedServer | None = None
) -> Iterator[tuple[EmbeddedServer, People, Path]]:
    """A server with accounts for so many engagements, its people, and a configuration for it."""
    with server or EmbeddedServer() as server:
        server.add_account(SERVICE, PASSWORD)
        addresses = [leader_address(number) for number in range(engagements)]
        addresses += [expert_address(n, seat) for n in range(engagements) for seat, _ in SEATS]
        for address in addresses:
            server.add_account(address, PASSWORD)
        yield server, People(server, addresses), write_config(folder, server)
