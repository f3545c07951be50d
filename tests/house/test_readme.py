"""The README's commands, run as they stand there, against the embedded server."""

import json
import os
import re
import shlex
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

import pytest

from mailflow.demo.people import KICKOFF, PRIYA, SERVICE
from mailflow.demo.server import EmbeddedServer
from tests.house.pages import ROOT, example_config

# One server and one engagement for all of them, in one worker and in the README's order.
pytestmark = pytest.mark.xdist_group("readme")

PASSWORD = "of-the-embedded-server"
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHELL = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
COMMANDS = [
    line for block in SHELL.findall(README) for line in block.splitlines() if line.startswith("mailflow ")
]


@dataclass(frozen=True, slots=True)
class Desk:
    """A folder with the example configuration, filled in for the embedded server."""

    folder: Path

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run one command to its end."""
        return subprocess.run(
            [sys.executable, "-m", "mailflow", *words],
            cwd=self.folder,
            env=self.environment(),
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    def environment(self, **more: str) -> dict[str, str]:
        """What the command is given: the password, and where programs are."""
        return {"PATH": os.environ["PATH"], "MAILFLOW_IMAP_PASSWORD": PASSWORD, **more}


def filled_in(server: EmbeddedServer) -> str:
    """The example as a reader of the README fills it in: addresses, servers, nothing else."""
    text = example_config()
    for section, port in (("imap", server.imap_port), ("smtp", server.smtp_port)):
        text = text.replace(f'"{section}.example.org"', f'"127.0.0.1"\nport = {port}')
    text = text.replace('"coffee@example.org"', f'"{SERVICE}"').replace("*@example.org", PRIYA.email)
    return text.replace('security = "tls"', 'security = "none"')


def kickoff() -> bytes:
    """A leader's first mail."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = f"Priya Nair <{PRIYA.email}>", SERVICE, "A kickoff"
    mail["Message-ID"], mail["Date"] = "<kickoff@leaders.example>", "Mon, 02 Mar 2026 09:00:00 +0000"
    mail.set_content(KICKOFF)
    return mail.as_bytes()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A service with one engagement, where its leader has said yes to nothing yet."""
    folder = tmp_path_factory.mktemp("desk")
    with EmbeddedServer() as server:
        for address in (SERVICE, PRIYA.email):
            server.add_account(address, PASSWORD)
        (folder / "config.toml").write_text(filled_in(server), encoding="utf-8")
        server.drop(SERVICE, kickoff())
        desk = Desk(folder)
        begun = desk.run("run", "--once")
        assert (begun.returncode, begun.stderr) == (0, "")
        yield desk


def test_the_readme_shows_commands() -> None:
    """There is something to run, the daemon included."""
    assert len(COMMANDS) >= 10
    assert "mailflow run" in COMMANDS


@pytest.mark.parametrize("line", [line for line in COMMANDS if line != "mailflow run"])
def test_every_command_works_as_it_stands(desk: Desk, line: str) -> None:
    """Copied from the README, with ID and SEAT filled in, it ends with 0 and without a word on stderr."""
    (row,) = json.loads(desk.run("list", "--json").stdout)
    words = shlex.split(line.replace("ID", row["id"]).replace("SEAT", "1"))
    done = desk.run(*words[1:])
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout or words[1] == "run" or "list" in words


def test_the_daemon_starts_and_stops(desk: Desk, tmp_path: Path) -> None:
    """`mailflow run` says READY to systemd, feeds the watchdog, and ends with 0 on SIGTERM."""
    address = tmp_path / "notify"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as wire:
        wire.bind(str(address))
        wire.settimeout(60)
        daemon = subprocess.Popen(
            [sys.executable, "-m", "mailflow", "run"],
            cwd=desk.folder,
            env=desk.environment(NOTIFY_SOCKET=str(address)),
            stderr=subprocess.DEVNULL,
        )
        try:
            said = []
            while "READY=1" not in said:
                said += wire.recv(4096).decode().splitlines()
            daemon.send_signal(signal.SIGTERM)
            while "STOPPING=1" not in said:
                said += wire.recv(4096).decode().splitlines()
            assert daemon.wait(10) == 0
            assert "WATCHDOG=1" in said
        finally:
            daemon.kill()
            daemon.wait()


def test_the_demo_reaches_its_synthesis(tmp_path: Path) -> None:
    """`mailflow demo`, which `make demo` runs, tells a whole engagement and writes every letter."""
    done = Desk(tmp_path).run("demo", "--output", "letters")
    assert (done.returncode, done.stderr) == (0, "")
    letters = sorted(file.name for file in (tmp_path / "letters").glob("*.eml"))
    for purpose in ("preview", "invitation", "question", "thanks", "synthesis"):
        assert any(f"-{purpose}-" in name for name in letters), purpose
    assert "numbers of the pieces" in done.stdout or "9." in done.stdout
