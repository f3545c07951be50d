"""The daemon as a real process: it starts, says so, waits out trouble, and stops when asked."""

import json
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from worlds import EmbeddedWorld, RealWorld, purpose_of

from mailflow.demo import shapes
from mailflow.demo.server import EmbeddedServer
from tests.integration.rig import RealServers
from tests.integration.rig_daemon import until
from tests.integration.rig_line import After, Fault, FaultyLine
from tests.integration.rig_mailflow import PROMISED, DaemonChild, daemon, mailflow

WAITING = "STATUS=waiting for mail"
KICKOFF = """Hello,

I'd like to get better at delegating work to my team.

Ada Lovelace <ada@mail.test>, inside
Grace Hopper <grace@mail.test>, outside
Mary Jackson <mary@mail.test>, outside

Lee
"""


@dataclass(frozen=True, slots=True)
class Place:
    """The embedded server behind two lines, and a configuration that goes through them."""

    folder: Path
    world: EmbeddedWorld
    imap: FaultyLine
    smtp: FaultyLine

    def purposes(self, local: str) -> list[str]:
        """What somebody was sent."""
        return [purpose_of(raw) for raw in self.world.letters(local, 0)]

    def states(self) -> dict[str, str]:
        """Purpose and state of every letter, by the command that shows them."""
        rows = json.loads(mailflow(self.world.config, "letters", "list", "--json").out)
        return {row["purpose"]: row["state"] for row in rows}


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    """A world for one daemon."""
    with (
        EmbeddedServer() as server,
        FaultyLine(server.imap_port) as imap,
        FaultyLine(server.smtp_port) as smtp,
    ):
        world = EmbeddedWorld(tmp_path, server, imap_port=imap.port, smtp_port=smtp.port)
        yield Place(tmp_path, world, imap, smtp)


def kickoff(service: str, subject: str = "Lifting my delegation") -> bytes:
    """A leader writes."""
    return shapes.fresh_mail(
        sender="leader@mail.test",
        name="Lee Ader",
        to=service,
        subject=subject,
        text=KICKOFF,
        sent_at=datetime.now(UTC),
    )


def ends_well(child: DaemonChild, number: int = signal.SIGTERM) -> None:
    """Asked to stop, it ends in time with 0, says so to systemd, and shows nobody a traceback."""
    ending = child.stops(number)
    assert ending.exit_status == 0, ending.err
    assert ending.seconds < PROMISED
    assert child.heard[-1] == "STOPPING=1"
    assert "Traceback" not in ending.err


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_an_idle_daemon_hears_mail_at_once_and_stops_at_once(place: Place, number: int) -> None:
    """READY after the first pass, STATUS and WATCHDOG after each, STOPPING at the end."""
    with daemon(place.world.config, place.folder) as child:
        child.waits_for(WAITING)
        assert child.heard[0] == "READY=1"
        assert "WATCHDOG=1" in child.heard
        until(lambda: place.imap.connections >= 1, "a connection")
        place.world.deliver(kickoff(place.world.service), "")
        until(lambda: place.purposes("leader") == ["preview"], "the preview")
        child.waits_for(WAITING, times=2)
        ends_well(child, number)
    assert place.states() == {"preview": "sent"}


def test_the_watchdog_is_fed_while_nothing_happens(place: Place) -> None:
    """Half the watchdog's period is the longest rest."""
    with daemon(place.world.config, place.folder, {"WATCHDOG_USEC": "4000000"}) as child:
        child.waits_for(WAITING)
        child.forget()
        child.waits_for("WATCHDOG=1", times=2, seconds=6.0)
        ends_well(child)


STALLS = [b"LOGIN", b"SELECT", b"UID FETCH", b"UID MOVE", b"IDLE"]


@pytest.mark.parametrize("words", STALLS)
def test_a_silent_inbox_does_not_keep_the_daemon(place: Place, words: bytes) -> None:
    """Whatever it waits for in the middle of a pass, the end comes in time; the mail is handled later."""
    place.world.deliver(kickoff(place.world.service), "")
    place.imap.fails(Fault(words=words, after=After.SAID, hangs=True))
    with daemon(place.world.config, place.folder) as child:
        until(lambda: bool(place.imap.happened), "the silence")
        ends_well(child)
    place.imap.fails()
    assert mailflow(place.world.config, "run", "--once").exit_status == 0
    assert place.purposes("leader") == ["preview"]


@pytest.mark.parametrize(
    ("words", "state", "copies"), [(b"EHLO", "queued", 0), (b"RCPT", "queued", 0), (b".\r\n", "unknown", 1)]
)
def test_a_silent_way_out_does_not_keep_the_daemon(
    place: Place, words: bytes, state: str, copies: int
) -> None:
    """A letter that had not begun to leave is queued; only one whose body left is of unknown fate."""
    place.world.deliver(kickoff(place.world.service), "")
    place.smtp.fails(Fault(words=words, after=After.HEARD, hangs=True))
    with daemon(place.world.config, place.folder) as child:
        until(lambda: bool(place.smtp.happened), "the silence")
        ends_well(child)
    assert place.states() == {"preview": state}
    assert len(place.purposes("leader")) == copies


def test_one_daemon_a_store(place: Place) -> None:
    """A second one, and a single pass beside it, come back later; looking is always possible."""
    place.world.deliver(kickoff(place.world.service), "")
    with daemon(place.world.config, place.folder) as child:
        child.waits_for(WAITING)
        for words in (["run"], ["run", "--once"]):
            second = mailflow(place.world.config, *words)
            assert second.exit_status == 75
            assert len(second.lines) == 1
            assert second.seconds < PROMISED
        listed = mailflow(place.world.config, "list", "--json")
        (row,) = json.loads(listed.out)
        shown = mailflow(place.world.config, "show", row["id"], "--json")
        assert (listed.exit_status, shown.exit_status) == (0, 0)
        assert json.loads(shown.out)["stage"] == "preview"
        ends_well(child)


def test_a_daemon_waits_for_a_server_that_is_away(place: Place) -> None:
    """It starts without its inbox, says why it waits, and is back by itself."""
    place.imap.refusing = True
    place.world.deliver(kickoff(place.world.service), "")
    with daemon(place.world.config, place.folder) as child:
        child.waits_for("STATUS=the IMAP server")
        assert "READY=1" in child.heard
        place.imap.refusing = False
        child.waits_for(WAITING)
        assert place.purposes("leader") == ["preview"]
        ends_well(child)


# --- with real servers ---


def test_dovecot_restarts_in_the_middle_of_idle(real_servers: RealServers, tmp_path: Path) -> None:
    """What came meanwhile is picked up, once, and the daemon never stopped."""
    world = RealWorld(tmp_path, real_servers)
    with daemon(world.config, tmp_path) as child:
        child.waits_for(WAITING)
        real_servers.stop_dovecot()
        real_servers.submit(kickoff(world.service), world.address("leader"), [world.service])
        real_servers.start_dovecot()
        real_servers.flush_queue()
        real_servers.wait_for("leader", 1, 40)
        child.waits_for(WAITING)
        # And a mail that comes while all is well ends the next IDLE at once.
        real_servers.submit(kickoff(world.service, "Again"), world.address("leader"), [world.service])
        real_servers.wait_for("leader", 2, 20)
        ends_well(child)
    assert [purpose_of(raw) for raw in real_servers.letters("leader")].count("preview") >= 1
    assert mailflow(world.config, "run", "--once").exit_status == 0
    assert len(real_servers.letters("leader")) == 2


def test_letters_wait_while_postfix_is_away(real_servers: RealServers, tmp_path: Path) -> None:
    """75 and one line while it is away; afterwards each letter goes once."""
    world = RealWorld(tmp_path, real_servers)
    world.deliver(kickoff(world.service), world.address("leader"))
    real_servers.stop_postfix()
    try:
        for _ in range(2):
            away = mailflow(world.config, "run", "--once")
            assert away.exit_status == 75
            assert len(away.lines) == 1
    finally:
        real_servers.start_postfix()
    for _ in range(2):
        assert mailflow(world.config, "run", "--once").exit_status == 0
    (letter,) = real_servers.wait_for("leader", 1)
    assert purpose_of(letter) == "preview"


# --- endings in one line ---


def changed(config: Path, *changes: tuple[str, str]) -> Path:
    """The configuration with other words."""
    text = config.read_text()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    config.write_text(text)
    return config


@pytest.mark.parametrize("words", [["run"], ["run", "--once"]])
def test_a_wrong_password_ends_with_78(real_servers: RealServers, tmp_path: Path, words: list[str]) -> None:
    """Waiting would not mend it: one line names the server and what to check, and no secret."""
    world = RealWorld(tmp_path, real_servers)
    config = changed(world.config, (real_servers.password("jit"), "not-the-password"))
    ending = mailflow(config, *words)
    assert ending.exit_status == 78, ending.err
    assert "password" in ending.lines[-1]
    assert "not-the-password" not in ending.err
    assert "Traceback" not in ending.err
    assert words == ["run"] or len(ending.lines) == 1


def test_a_certificate_that_nobody_signed_ends_with_78(real_servers: RealServers, tmp_path: Path) -> None:
    """Without the CA of the test the server is a stranger, on both lines."""
    world = RealWorld(tmp_path, real_servers)
    ending = mailflow(changed(world.config, (f'ca_file = "{real_servers.ca_file}"', "")), "run", "--once")
    assert ending.exit_status == 78
    assert len(ending.lines) == 1
    assert "ca_file" in ending.lines[0]


def test_an_inbox_that_cannot_be_reached_ends_with_75(place: Place) -> None:
    """One line; the next try may succeed."""
    place.imap.refusing = True
    ending = mailflow(place.world.config, "run", "--once")
    assert ending.exit_status == 75
    assert len(ending.lines) == 1


@pytest.mark.parametrize("section", ["imap", "smtp"])
def test_a_server_without_starttls_is_refused(place: Place, section: str) -> None:
    """No STARTTLS offered means no login in the clear: 78, one line, nothing was sent."""
    place.world.deliver(kickoff(place.world.service), "")
    port = place.imap.port if section == "imap" else place.smtp.port
    config = changed(
        place.world.config,
        (f'port = {port}\nsecurity = "none"', f'port = {port}\nsecurity = "starttls"'),
    )
    ending = mailflow(config, "run", "--once")
    assert ending.exit_status == 78, ending.err
    assert len(ending.lines) == 1
    assert f"{section}.security" in ending.lines[0]
    assert place.purposes("leader") == []


@pytest.mark.parametrize("section", ["imap", "smtp"])
def test_a_line_in_the_clear_is_refused_off_loopback(place: Place, section: str) -> None:
    """`security = "none"` is for this machine alone."""
    port = place.imap.port if section == "imap" else place.smtp.port
    config = changed(
        place.world.config, (f'host = "127.0.0.1"\nport = {port}', f'host = "mail.example"\nport = {port}')
    )
    ending = mailflow(config, "run", "--once")
    assert ending.exit_status == 78
    assert len(ending.lines) == 1
    assert f"{section}.security" in ending.lines[0]
