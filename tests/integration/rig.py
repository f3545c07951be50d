"""Real Dovecot and Postfix for tests: on loopback, on free ports, in a folder that is gone afterwards.

    with RealServers() as servers:
        servers.submit(raw, "ada@mail.test", ["jit+token@mail.test"])
        (letter,) = servers.wait_for("jit", 1)

Dovecot keeps the mail and knows the passwords; Postfix takes letters in and hands them to Dovecot by
LMTP.  No file outside the folder is read or written but the programs themselves.
"""

import os
import re
import secrets
import shutil
import smtplib
import ssl
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Self

from imapclient import IMAPClient

from tests.integration import rig_dovecot, rig_postfix
from tests.integration.rig_certificates import make_certificates
from tests.integration.rig_daemon import Server, free_ports, is_open, until
from tests.integration.rig_watch import Watch

SERVICE = "jit"
LOCALS = (SERVICE, "leader", "ada", "grace", "mary", "hana", "ops")
NO_MAILBOXES = {b"\\nonexistent", b"\\noselect"}  # names that only hold other names
_PROGRAMS = ("dovecot", "postqueue", "postconf", "openssl")
_PATH = f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin"


def why_not() -> str:
    """Why the rig cannot run here, in one line; empty when it can."""
    missing = [name for name in _PROGRAMS if shutil.which(name, path=_PATH) is None]
    if missing:
        return f"not installed: {', '.join(missing)}"
    return "" if os.geteuid() == 0 else "Postfix starts only as root"


class RealServers:
    """A Dovecot and a Postfix of our own, between `with` and its end.

    `separator` is what divides folder names in IMAP; "." is what Dovecot does with Maildir when
    nobody says otherwise.  Addresses: every account, with or without "+anything"; `nobody_address`
    is accepted and bounces by a delivery report; `refused_address` gets 550 and `busy_address` 450
    at RCPT; other domains get 554.  When the test run is killed, a
    watcher beside it ends the servers and removes the folder.
    """

    domain = "mail.test"
    host = "127.0.0.1"

    def __init__(self, *, separator: str = ".") -> None:
        self._separator = separator
        self._passwords: dict[str, str] = {}
        self._closing = ExitStack()
        self.nobody_address = self.address("nobody-by-this-name")
        self.refused_address = self.address("refused")
        self.busy_address = self.address("busy")

    def __enter__(self) -> Self:
        with ExitStack() as undo:
            # Not in pytest's own folder: that one is closed to the users these servers run as.
            self.folder = Path(tempfile.mkdtemp(prefix="mailflow-rig-"))
            self._watch = undo.enter_context(Watch(self.folder))
            self.folder.chmod(0o755)
            self._build()
            for server in (self._dovecot, self._postfix):
                undo.callback(self._stop, server)
                self._start(server)
            self._closing = undo.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.close()

    def _build(self) -> None:
        ports = free_ports(5)
        self.imap_port, self.imaps_port, self.submission_port, self.smtps_port, self.mx_port = ports
        self._ours, self._theirs = self.folder / "dovecot", self.folder / "postfix"
        sockets = rig_postfix.make_folders(self._theirs)
        certificates = make_certificates(self.folder)
        self.ca_file = certificates.ca
        dovecot = rig_dovecot.write_config(
            self._ours,
            sockets,
            certificates,
            domain=self.domain,
            separator=self._separator,
            imap_port=self.imap_port,
            imaps_port=self.imaps_port,
        )
        rig_postfix.write_config(
            self._theirs,
            certificates,
            domain=self.domain,
            refused=self.refused_address,
            later=self.busy_address,
            mx_port=self.mx_port,
            submission_port=self.submission_port,
            smtps_port=self.smtps_port,
        )
        for local in LOCALS:
            self.add_account(local)
        self._dovecot = Server(
            rig_dovecot.command(dovecot),
            self._ours / "dovecot.log",
            {self.imap_port: b"* OK", self.imaps_port: b""},
        )
        self._postfix = Server(
            rig_postfix.command(self._theirs),
            self._theirs / "postfix.log",
            {self.mx_port: b"220", self.submission_port: b"220", self.smtps_port: b""},
        )

    # --- accounts ---

    def address(self, local: str, tag: str = "") -> str:
        """The address of an account, with a plus tag if you like."""
        return f"{local}+{tag}@{self.domain}" if tag else f"{local}@{self.domain}"

    def add_account(self, local: str) -> str:
        """One account more, at once usable; returns its password.  The user name is the whole address."""
        if local not in self._passwords:
            self._passwords[local] = secrets.token_urlsafe(18)
            rig_dovecot.add_account(self._ours, self.address(local), self._passwords[local])
        return self._passwords[local]

    def password(self, local: str) -> str:
        """The password of an account that exists."""
        return self._passwords[local]

    # --- mail ---

    def submit(self, raw: bytes, sender: str, recipients: Sequence[str]) -> dict[str, tuple[int, bytes]]:
        """Mail from people, over the plain port, any line ends; returns whom the server refused."""
        raw = re.sub(rb"\r\n|\r|\n", b"\r\n", raw)  # smtplib mends line ends of text only
        with smtplib.SMTP(self.host, self.mx_port, timeout=20) as line:
            return line.sendmail(sender, list(recipients), raw)

    def letters(self, local: str, folder: str = "INBOX") -> list[bytes]:
        """Everything in a folder of an account, oldest first, left unseen; Dovecot must be up."""
        with self.imap(local) as client:
            client.select_folder(folder, readonly=True)
            found = client.fetch(client.search(), ["BODY.PEEK[]"])
        return [found[uid][b"BODY[]"] for uid in sorted(found)]

    def wait_for(self, local: str, count: int, seconds: float = 20.0) -> list[bytes]:
        """The letters of an account as soon as there are `count`; raises TimeoutError with the logs' ends."""
        address = self.address(local)
        try:
            until(lambda: rig_dovecot.inbox_size(self._ours, address) >= count, f"{count} letters", seconds)
        except TimeoutError as error:
            raise TimeoutError(f"{error}\n{self.logs()}") from error
        return self.letters(local)

    def empty(self, *locals_: str) -> None:
        """Throw away all mail of these accounts, in every folder (of all accounts, if none is named)."""
        for local in locals_ or tuple(self._passwords):
            with self.imap(local) as client:
                for flags, _, folder in client.list_folders():
                    if NO_MAILBOXES & {flag.lower() for flag in flags}:
                        continue
                    client.select_folder(folder)
                    client.delete_messages(client.search())
                    client.expunge()

    @contextmanager
    def imap(self, local: str) -> Iterator[IMAPClient]:
        """An IMAP session of an account, over TLS and logged in."""
        context = ssl.create_default_context(cafile=str(self.ca_file))
        with IMAPClient(self.host, self.imaps_port, ssl=True, ssl_context=context, timeout=20) as client:
            client.normalise_times = False
            client.login(self.address(local), self._passwords[local])
            yield client

    # --- what can happen to servers ---

    def stop_dovecot(self) -> None:
        """Every connection ends; ports closed when this returns.  Letters wait in Postfix meanwhile."""
        self._stop(self._dovecot)

    def start_dovecot(self) -> None:
        """Same ports, same mail; harmless while it runs."""
        self._start(self._dovecot)

    def restart_dovecot(self) -> None:
        """Stop and start."""
        self.stop_dovecot()
        self.start_dovecot()

    def stop_postfix(self) -> None:
        """Ports closed when this returns; the queue stays."""
        self._stop(self._postfix)

    def start_postfix(self) -> None:
        """Same ports, same queue; harmless while it runs."""
        self._start(self._postfix)

    def flush_queue(self) -> None:
        """Let Postfix try at once to deliver all that waits."""
        rig_postfix.flush_queue(self._theirs)

    def queue(self) -> str:
        """What waits in Postfix, one JSON document a line."""
        return rig_postfix.queue(self._theirs)

    def _start(self, server: Server) -> None:
        if server.session is None:
            server.start()
            self._watch.started(server.session or 0)

    def _stop(self, server: Server) -> None:
        session = server.session
        server.stop()
        if session is not None:
            self._watch.stopped(session)

    # --- looking at them ---

    def pids(self) -> list[int]:
        """Every living process of both."""
        return [*self._dovecot.pids(), *self._postfix.pids()]

    def ports(self) -> tuple[int, ...]:
        """The five ports, open or not."""
        return (self.imap_port, self.imaps_port, self.submission_port, self.smtps_port, self.mx_port)

    def open_ports(self) -> list[int]:
        """Those of them on which somebody listens."""
        return [port for port in self.ports() if is_open(port)]

    def logs(self, last: int = 4000) -> str:
        """The ends of both logs."""
        logs = (self._ours / "dovecot.log", self._theirs / "postfix.log")
        return "\n".join(log.read_text(errors="replace")[-last:] for log in logs if log.exists())
