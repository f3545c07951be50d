"""One story, two worlds: the embedded server, and Dovecot with Postfix.

A world delivers what people write, shows what they were sent, and runs the program as an admin would.
"""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Protocol

from mailflow.cli.app import run as command
from mailflow.demo.server import EmbeddedServer

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class World(Protocol):
    """What a story needs of its world."""

    config: Path
    service: str

    def address(self, local: str) -> str:
        """Somebody's address."""

    def deliver(self, raw: bytes, sender: str) -> None:
        """Let somebody's mail to the service arrive."""

    def letters(self, local: str, at_least: int) -> list[bytes]:
        """What somebody was sent so far, waiting until so many are there."""


def configuration(
    service: str, imap: str, smtp: str, leaders: str, extra: str = "", operator: str = ""
) -> str:
    """A config.toml as text."""
    return f"""
[service]
address = "{service}"
{operator}

[imap]
{imap}

[smtp]
{smtp}

[store]
url = "tinydb:./state"

[access]
leaders = ["{leaders}"]
{extra}
"""


class EmbeddedWorld:
    """The embedded server."""

    domain = "mail.test"

    def __init__(
        self,
        folder: Path,
        server: EmbeddedServer,
        extra: str = "",
        *,
        imap_port: int = 0,
        smtp_port: int = 0,
    ) -> None:
        """The ports are those of lines to the server, where the test wants to be in between."""
        self.server = server
        self.service = f"jit@{self.domain}"
        for local in ("jit", "leader", "ada", "grace", "mary", "hana", "ops"):
            server.add_account(self.address(local), "secret")
        self.config = folder / "config.toml"
        self.config.write_text(
            configuration(
                self.service,
                f'host = "127.0.0.1"\nport = {imap_port or server.imap_port}\nsecurity = "none"\n'
                f'user = "{self.service}"\npassword = "secret"',
                f'host = "127.0.0.1"\nport = {smtp_port or server.smtp_port}\nsecurity = "none"',
                f"leader@{self.domain}",
                extra,
                f'operator = "ops@{self.domain}"',
            )
        )

    def address(self, local: str) -> str:
        """Somebody's address."""
        return f"{local}@{self.domain}"

    def deliver(self, raw: bytes, sender: str) -> None:
        """Straight into the inbox."""
        del sender
        self.server.drop(self.service, raw)

    def letters(self, local: str, at_least: int) -> list[bytes]:
        """Delivered at once, so there is nothing to wait for."""
        found = self.server.letters(self.address(local))
        assert len(found) >= at_least, f"{local} has {len(found)} letters, not {at_least}"
        return found


class RealWorld:
    """Dovecot and Postfix: TLS with a test CA, login on both, plus-addresses."""

    def __init__(self, folder: Path, servers, extra: str = "") -> None:
        self.servers = servers
        self.domain = servers.domain
        self.service = servers.address("jit")
        servers.empty("jit", "leader", "ada", "grace", "mary", "hana", "ops")
        password = servers.password("jit")
        login = f'user = "{self.service}"\npassword = "{password}"\nca_file = "{servers.ca_file}"'
        self.config = folder / "config.toml"
        self.config.write_text(
            configuration(
                self.service,
                f'host = "localhost"\nport = {servers.imap_port}\nsecurity = "starttls"\n{login}',
                f'host = "localhost"\nport = {servers.smtps_port}\nsecurity = "tls"\n{login}',
                f"leader@{self.domain}",
                extra,
                f'operator = "ops@{self.domain}"',
            )
        )
        self._seen = 0

    def address(self, local: str) -> str:
        """Somebody's address."""
        return str(self.servers.address(local))

    def deliver(self, raw: bytes, sender: str) -> None:
        """By SMTP, and wait until it lies in the inbox."""
        mail = message_from_bytes(raw, policy=policy.default)
        before = len(self.servers.letters("jit"))
        to = str(mail["To"]).rpartition("<")[2].rstrip(">")
        self.servers.submit(raw, sender, [to])
        self.servers.wait_for("jit", before + 1)

    def letters(self, local: str, at_least: int) -> list[bytes]:
        """Wait until they have come through Postfix."""
        return list(self.servers.wait_for(local, at_least) if at_least else self.servers.letters(local))


class Story:
    """Lets a test read like what happened."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.now = MONDAY

    def passes(self, *more: str) -> int:
        """One `run --once` at the story's time; the exit status."""
        return command(
            ["--config", str(self.world.config), "run", "--once", "--as-of", self.now.isoformat(), *more]
        )

    def runs(self) -> "Story":
        """One pass that must succeed."""
        assert self.passes() == 0
        return self

    def later(self, **time_of: float) -> "Story":
        """Let time pass."""
        self.now += timedelta(**time_of)
        return self

    def letter(self, local: str, purpose: str, nth: int = 1) -> EmailMessage:
        """The nth letter of this purpose that somebody was sent; waits for it to come."""
        return message_from_bytes(self.raw_letter(local, purpose, nth), policy=policy.default)

    def raw_letter(self, local: str, purpose: str, nth: int = 1) -> bytes:
        """The same, as bytes."""
        end = time.monotonic() + 20
        while True:
            found = [raw for raw in self.world.letters(local, 0) if purpose_of(raw) == purpose]
            if len(found) >= nth:
                return found[nth - 1]
            assert time.monotonic() < end, f"{local} got {self.purposes(local)}, not {nth} {purpose}"
            time.sleep(0.1)
            assert isinstance(self.world, RealWorld) or found, f"{local} got {self.purposes(local)}"

    def purposes(self, local: str) -> list[str]:
        """The purposes of all letters somebody was sent, in order."""
        return [purpose_of(raw) for raw in self.world.letters(local, 0)]

    def shown(self, capsys) -> dict:
        """What `show --json` says of the only engagement."""
        capsys.readouterr()
        assert command(["--config", str(self.world.config), "list", "--json"]) == 0
        (row,) = json.loads(capsys.readouterr().out)
        assert command(["--config", str(self.world.config), "show", "--json", row["id"]]) == 0
        return dict(json.loads(capsys.readouterr().out))


def purpose_of(raw: bytes) -> str:
    """The purpose a letter names in its header."""
    return str(message_from_bytes(raw)["X-Mailflow-Letter"])


def text_of(letter: EmailMessage) -> str:
    """The plain text of a letter."""
    body = letter.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


@contextmanager
def embedded_world(folder: Path, extra: str = "") -> Iterator[EmbeddedWorld]:
    """An embedded server of its own for one story."""
    with EmbeddedServer() as server:
        yield EmbeddedWorld(folder, server, extra)
