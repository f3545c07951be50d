"""The rig itself: real servers that behave as servers in the world, and leave nothing behind."""

import contextlib
import os
import signal
import smtplib
import ssl
import subprocess
import sys
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import Message
from pathlib import Path
from typing import Any

import pytest
from imapclient import IMAPClient
from imapclient.exceptions import LoginError

from tests.integration.rig import RealServers, why_not
from tests.integration.rig_daemon import is_open, until

pytestmark = pytest.mark.skipif(
    bool(why_not()) and not os.environ.get("MAILFLOW_NEEDS_REAL_SERVERS"), reason=why_not() or "-"
)

LETTER = (
    b"From: Ada <ada@mail.test>\r\nTo: jit@mail.test\r\nSubject: %s\r\nMessage-ID: <%s@mail.test>\r\n"
    b"Date: Mon, 02 Mar 2026 09:00:00 +0000\r\n\r\nHello\r\n.\r\n..end\r\n"
)
DEAD = (OSError, IMAPClient.Error, IMAPClient.AbortError)


@pytest.fixture
def servers(real_servers: RealServers) -> Iterator[RealServers]:
    """The shared servers, up and without mail."""
    real_servers.start_dovecot()
    real_servers.start_postfix()
    real_servers.empty()
    yield real_servers
    real_servers.start_dovecot()
    real_servers.start_postfix()


def letter(word: str) -> bytes:
    """A small letter whose subject and Message-ID are `word`."""
    return LETTER % (word.encode(), word.encode())


def subjects(letters: list[bytes]) -> list[str]:
    """What they are about."""
    return [str(message_from_bytes(raw)["Subject"]) for raw in letters]


def trusting(servers: RealServers) -> ssl.SSLContext:
    """A TLS context that knows the test CA and checks names."""
    return ssl.create_default_context(cafile=str(servers.ca_file))


@contextlib.contextmanager
def submission(servers: RealServers) -> Iterator[smtplib.SMTP]:
    """A logged in session on the submission port."""
    with smtplib.SMTP("localhost", servers.submission_port, timeout=20) as line:
        line.starttls(context=trusting(servers))
        line.login(servers.address("jit"), servers.password("jit"))
        yield line


def test_imap_speaks_verified_tls_after_starttls(servers: RealServers) -> None:
    """STARTTLS on the IMAP port shows a certificate that the test CA vouches for, and login works then."""
    with IMAPClient("localhost", servers.imap_port, ssl=False, timeout=20) as client:
        assert client.has_capability("STARTTLS")
        client.starttls(trusting(servers))
        client.login(servers.address("ada"), servers.password("ada"))
        assert client.has_capability("IDLE")
        assert client.has_capability("MOVE")


def test_imaps_refuses_a_wrong_password(servers: RealServers) -> None:
    """The passwords are really checked."""
    with (
        IMAPClient("127.0.0.1", servers.imaps_port, ssl_context=trusting(servers), timeout=20) as client,
        pytest.raises(LoginError),
    ):
        client.login(servers.address("ada"), "guess")


def test_a_client_that_does_not_know_the_ca_refuses_the_server(servers: RealServers) -> None:
    """Without the test CA the certificate does not verify."""
    with pytest.raises(ssl.SSLCertVerificationError):
        IMAPClient("localhost", servers.imaps_port, ssl_context=ssl.create_default_context(), timeout=20)


def test_submission_wants_tls_and_a_login(servers: RealServers) -> None:
    """Before STARTTLS no login is offered, before the login no letter is taken."""
    with smtplib.SMTP("localhost", servers.submission_port, timeout=20) as line:
        line.ehlo()
        assert not line.has_extn("auth")
        line.starttls(context=trusting(servers))
        line.ehlo()
        assert line.has_extn("auth")
        with pytest.raises(smtplib.SMTPRecipientsRefused):
            line.sendmail("ada@mail.test", ["jit@mail.test"], letter("no-login"))
        with pytest.raises(smtplib.SMTPAuthenticationError):
            line.login("jit@mail.test", "guess")


def test_a_letter_by_submission_arrives_byte_for_byte(servers: RealServers) -> None:
    """What is submitted with TLS and login lies in the inbox unchanged below the trace headers."""
    with submission(servers) as line:
        line.sendmail("jit@mail.test", ["ada@mail.test"], letter("submitted"))
    (arrived,) = servers.wait_for("ada", 1)
    assert arrived.endswith(letter("submitted"))


def test_smtps_speaks_tls_from_the_first_byte(servers: RealServers) -> None:
    """Implicit TLS and login on the port for it."""
    with smtplib.SMTP_SSL("127.0.0.1", servers.smtps_port, context=trusting(servers), timeout=20) as line:
        line.login("jit@mail.test", servers.password("jit"))
        line.sendmail("jit@mail.test", ["ada@mail.test"], letter("smtps"))
    assert subjects(servers.wait_for("ada", 1)) == ["smtps"]


def test_a_plus_address_arrives_in_the_base_account(servers: RealServers) -> None:
    """jit+token is delivered to jit, and the letter still says to which address."""
    servers.submit(letter("plus"), "ada@mail.test", ["jit+token23@mail.test"])
    (arrived,) = servers.wait_for("jit", 1)
    assert message_from_bytes(arrived)["Delivered-To"] == "jit+token23@mail.test"


def test_an_unknown_person_bounces_by_a_delivery_report(servers: RealServers) -> None:
    """Accepted at the door, refused behind it: a report of RFC 3464 comes back to the envelope sender."""
    with submission(servers) as line:
        assert not line.sendmail("jit@mail.test", [servers.nobody_address], letter("bounces"))
    (raw,) = servers.wait_for("jit", 1)
    report = message_from_bytes(raw, policy=policy.compat32)
    assert report.get_content_type() == "multipart/report"
    assert report["Auto-Submitted"] == "auto-replied"
    assert report["Return-Path"] == "<>"
    fields: Any = part_of(report, "message/delivery-status").get_payload()
    assert [str(block["Action"]) for block in fields if block["Action"]] == ["failed"]
    returned: Any = part_of(report, "message/rfc822").get_payload()
    assert returned[0]["Message-ID"] == "<bounces@mail.test>"


def part_of(report: Message, kind: str) -> Message:
    """The one part of this kind."""
    (part,) = (part for part in report.walk() if part.get_content_type() == kind)
    return part


def test_one_bad_recipient_does_not_hurt_the_others(servers: RealServers) -> None:
    """550, 450 and 554 at RCPT are for their recipients alone."""
    outside = "somebody@elsewhere.example"
    refused = servers.submit(
        letter("partly"),
        "jit@mail.test",
        ["ada@mail.test", servers.refused_address, servers.busy_address, outside],
    )
    assert {address: code for address, (code, _) in refused.items()} == {
        servers.refused_address: 550,
        servers.busy_address: 450,
        outside: 554,
    }
    assert subjects(servers.wait_for("ada", 1)) == ["partly"]


def test_an_account_added_later_works_at_once(servers: RealServers) -> None:
    """Tests can have accounts of their own."""
    password = servers.add_account("late-comer")
    servers.submit(letter("late"), "ada@mail.test", ["late-comer@mail.test"])
    assert subjects(servers.wait_for("late-comer", 1)) == ["late"]
    assert servers.add_account("late-comer") == password


def test_reading_letters_leaves_them_unseen(servers: RealServers) -> None:
    """The rig peeks."""
    servers.submit(letter("unseen"), "jit@mail.test", ["ada@mail.test"])
    servers.wait_for("ada", 1)
    with servers.imap("ada") as client:
        client.select_folder("INBOX", readonly=True)
        assert len(client.search("UNSEEN")) == 1


def test_idle_is_told_of_new_mail(servers: RealServers) -> None:
    """Dovecot pushes an arrival to a client that idles."""
    with servers.imap("jit") as client:
        client.select_folder("INBOX")
        client.idle()
        servers.submit(letter("pushed"), "ada@mail.test", ["jit@mail.test"])
        assert (1, b"EXISTS") in client.idle_check(timeout=10)
        client.idle_done()


def test_a_restart_ends_idle_and_keeps_the_mail(servers: RealServers) -> None:
    """A restart during IDLE ends the connection; afterwards the same port and the same letters are there."""
    servers.submit(letter("kept"), "ada@mail.test", ["jit@mail.test"])
    servers.wait_for("jit", 1)
    client = IMAPClient("127.0.0.1", servers.imaps_port, ssl_context=trusting(servers), timeout=20)
    client.login("jit@mail.test", servers.password("jit"))
    client.select_folder("INBOX")
    client.idle()
    servers.restart_dovecot()
    with pytest.raises(DEAD):
        ended_idle(client)
    client.shutdown()
    assert subjects(servers.letters("jit")) == ["kept"]


def ended_idle(client: IMAPClient) -> None:
    """Leave IDLE as one must; raises when the line is dead."""
    client.idle_check(timeout=5)
    client.idle_done()
    client.noop()


def test_letters_wait_while_dovecot_is_away(servers: RealServers) -> None:
    """Postfix keeps what Dovecot cannot take now, and hands it over afterwards."""
    servers.stop_dovecot()
    assert not is_open(servers.imap_port)
    servers.submit(letter("patient"), "ada@mail.test", ["jit@mail.test"])
    until(lambda: '"delay_reason"' in servers.queue(), "deferred")
    servers.start_dovecot()
    servers.flush_queue()
    assert subjects(servers.wait_for("jit", 1)) == ["patient"]


def test_postfix_away_means_nobody_answers(servers: RealServers) -> None:
    """A stopped Postfix refuses connections, a started one takes letters again."""
    servers.stop_postfix()
    with pytest.raises(ConnectionRefusedError):
        servers.submit(letter("early"), "ada@mail.test", ["jit@mail.test"])
    servers.start_postfix()
    servers.submit(letter("again"), "ada@mail.test", ["jit@mail.test"])
    assert subjects(servers.wait_for("jit", 1)) == ["again"]


@pytest.mark.xdist_group("real-servers")
def test_nothing_is_left_behind() -> None:
    """At the end no process lives, no port is open, no file is there, even after a failure inside."""
    servers, pids = RealServers(), []
    with contextlib.suppress(ZeroDivisionError), servers:
        servers.submit(letter("last"), "ada@mail.test", ["jit@mail.test"])
        servers.wait_for("jit", 1)
        pids = servers.pids()
        raise ZeroDivisionError
    assert len(pids) > 10
    assert [pid for pid in pids if is_alive(pid)] == []
    assert servers.open_ports() == []
    assert not servers.folder.exists()


def is_alive(pid: int) -> bool:
    """Whether it still runs; what only waits for its parent's glance does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


KILLED = """
from tests.integration.rig import RealServers
with RealServers() as servers:
    print(servers.folder, *servers.pids(), flush=True)
    time.sleep(60)
"""


@pytest.mark.xdist_group("real-servers")
def test_no_server_outlives_a_killed_test_run() -> None:
    """A run that is killed and cannot tidy up leaves neither servers nor folder."""
    root = Path(__file__).parents[2]
    with subprocess.Popen([sys.executable, "-c", KILLED], cwd=root, stdout=subprocess.PIPE) as run:
        assert run.stdout is not None
        folder, *pids = run.stdout.readline().decode().split()
        os.kill(run.pid, signal.SIGKILL)
    until(lambda: not any(is_alive(int(pid)) for pid in pids), "the end of both servers")
    until(lambda: not Path(folder).exists(), "the end of the folder")
