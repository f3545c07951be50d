"""A day in the life of an inbox: for each bad input an engagement of its own, and good mail all around."""

import io
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from email import message_from_bytes
from pathlib import Path
from typing import Any

import pytest
from imapclient import IMAPClient
from pymap.mime import MessageBody, MessageContent, MessageHeader
from pymap.mime.parsed import ParsedHeaders
from worlds import MONDAY, EmbeddedWorld, Story, purpose_of

from mailflow.cli.app import run as command
from mailflow.demo import shapes
from mailflow.demo.server import EmbeddedServer
from tests.bad_inputs import BAD_INPUTS, BadInput
from tests.bad_mail import Cast, kickoff

ROOT = Path(__file__).resolve().parents[2]
LIMITS = "[limits]\nper_hour = 5000\n"
FOLDERS = {"INBOX": "INBOX", "Mailflow/Handled": "Handled", "Mailflow/Attention": "Attention"}
ROW = b"X-Row: %s\r\n"  # on top of every mail, so that it can be found again


def program(config: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """The program as an admin runs it, in a process of its own."""
    called = [sys.executable, "-m", "mailflow", "--config", str(config), *words]
    return subprocess.run(called, capture_output=True, text=True, cwd=ROOT, timeout=300, check=False)


def imagined(row: BadInput) -> Cast:
    """A cast without a story, for reading alone."""
    letter = b"From: jit@mail.test\r\nTo: a@friends.test\r\nSubject: A coffee\r\n\r\nA coffee with Lee?\r\n"
    return Cast(
        service="jit@mail.test",
        leader="lead@mail.test",
        expert="ada@friends.test",
        starter=f"start-{row.key.lower()}@mail.test",
        invitation=letter,
        preview=letter,
        reply_to="jit+token@mail.test",
        message_id="<token.1@mail.test>",
        sent_at=MONDAY,
    )


@dataclass(frozen=True)
class People:
    """The addresses around one bad input: a leader, three experts, somebody who may start."""

    leader: str
    experts: tuple[str, str, str]
    starter: str

    @property
    def everybody(self) -> tuple[str, ...]:
        """All five."""
        return (self.leader, *self.experts, self.starter)


def people(row: BadInput) -> People:
    """Experts live elsewhere, so that they may not start engagements themselves."""
    number = row.key.lower()
    return People(
        leader=f"lead-{number}@mail.test",
        experts=(f"ada-{number}@friends.test", f"grace-{number}@friends.test", f"mary-{number}@friends.test"),
        starter=f"start-{number}@mail.test",
    )


def unparsed(raw: bytes) -> MessageContent:
    """A mail as the embedded server keeps it: its header lines as they stood, its body in one piece."""
    lines = MessageContent._find_lines(raw)
    head, body = MessageContent._split_lines(raw, lines)
    header = MessageHeader._parse(raw, memoryview(raw), head)
    header.parsed = ParsedHeaders({})
    plain = MessageBody._parse_content_type("text/plain")
    return MessageContent(raw, header, MessageBody(raw, body, plain, []))


@contextmanager
def sturdy_server() -> Iterator[EmbeddedServer]:
    """An embedded server that does not parse what it keeps: its own parser dies of B25 to B31."""
    with pytest.MonkeyPatch.context() as patch, EmbeddedServer() as server:
        patch.setattr(MessageContent, "parse", unparsed)
        yield server


class BadDay:
    """One engagement for each bad input, all in one inbox, with good mail before and behind each."""

    def __init__(self, folder: Path, server: EmbeddedServer) -> None:
        self.server = server
        self.world = EmbeddedWorld(folder, server, LIMITS)
        config = self.world.config
        config.write_text(config.read_text().replace('"leader@mail.test"', '"*@mail.test"'))
        self.story = Story(self.world)
        for row in BAD_INPUTS:
            for address in people(row).everybody:
                server.add_account(address, "secret")
        self.before: Counter[str] = Counter()

    def letter(self, address: str, purpose: str) -> bytes:
        """The one letter of this purpose."""
        (found,) = [raw for raw in self.server.letters(address) if purpose_of(raw) == purpose]
        return found

    def cast(self, row: BadInput) -> Cast:
        """Who plays in this row, with the letters they have by now."""
        cast = people(row)
        invitation = self.letter(cast.experts[0], "invitation")
        parsed = message_from_bytes(invitation)
        return Cast(
            service=self.world.service,
            leader=cast.leader,
            expert=cast.experts[0],
            starter=cast.starter,
            invitation=invitation,
            preview=self.letter(cast.leader, "preview"),
            reply_to=parsed["Reply-To"],
            message_id=parsed["Message-ID"],
            sent_at=self.story.now,
        )

    def begin(self) -> None:
        """Kickoff, preview, yes, invitations, for every row."""
        for row in BAD_INPUTS:
            cast = people(row)
            named = [
                f"{name} <{email}>"
                for name, email in zip(("Ada", "Grace", "Mary"), cast.experts, strict=True)
            ]
            opening = imagined(row)
            raw = kickoff(opening, f"delegating work to team {row.key}", *named)
            self.world.deliver(raw.replace(opening.starter.encode(), cast.leader.encode()), cast.leader)
        self.story.runs()
        for row in BAD_INPUTS:
            leader = people(row).leader
            raw = self.letter(leader, "preview")
            self.answer(raw, leader, "Yes, send it.")
        self.story.runs()

    def answer(self, raw: bytes, sender: str, text: str) -> None:
        """Somebody replies as people do."""
        self.world.deliver(
            shapes.gmail_web(raw, sender=sender, name="A. Person", text=text, sent_at=self.story.now), sender
        )

    def everything_arrives(self) -> None:
        """Each bad mail, and behind it the good mail of the expert in the second seat."""
        self.before = Counter(
            (address, purpose_of(raw))
            for row in BAD_INPUTS
            for address in people(row).everybody
            for raw in self.server.letters(address)
        )
        for row in BAD_INPUTS:
            for raw in row.build(self.cast(row)):
                self.world.deliver(ROW % row.key.encode() + raw, "")
            grace = people(row).experts[1]
            self.answer(self.letter(grace, "invitation"), grace, "Yes, happy to have a coffee.")

    def since(self, address: str) -> list[str]:
        """Purposes of the letters somebody was sent since everything arrived."""
        now = Counter((address, purpose_of(raw)) for raw in self.server.letters(address))
        return sorted(purpose for _, purpose in (now - self.before).elements())

    def places(self) -> dict[str, list[str]]:
        """Where the mails of each row lie."""
        found: dict[str, list[str]] = {}
        with IMAPClient("127.0.0.1", self.server.imap_port, ssl=False, timeout=60) as client:
            client.login(self.world.service, "secret")
            for folder, name in FOLDERS.items():
                client.select_folder(folder, readonly=True)
                uids = client.search()
                for fetched in (
                    client.fetch(uids, ["BODY.PEEK[HEADER.FIELDS (X-ROW)]"]).values() if uids else ()
                ):
                    head = next(value for key, value in fetched.items() if key.startswith(b"BODY"))
                    key = head.decode("ascii", "replace").partition(":")[2].strip()
                    found.setdefault(key, []).append(name)
        return found

    def shown(self, *words: str) -> Any:
        """What a command says as JSON."""
        with redirect_stdout(io.StringIO()) as said:
            assert command(["--config", str(self.world.config), *words, "--json"]) == 0
        return json.loads(said.getvalue())
