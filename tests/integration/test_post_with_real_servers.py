"""The contract suites of mailbox and outbox once more, with Dovecot and Postfix over verified TLS."""

import contextlib
from collections.abc import Iterator

import pytest

from mailflow.post.login import Login, Security
from mailflow.post.mailbox import ImapMailbox
from mailflow.post.outbox import SmtpOutbox
from tests.contract import test_mailbox, test_outbox
from tests.contract.test_mailbox import LIMIT, ImapBench
from tests.integration.rig import RealServers

READER, WRITER = "mailbox-contract", "outbox-contract"


def login(servers: RealServers, local: str, port: int, security: Security) -> Login:
    """An account of the real servers."""
    return Login(
        host="localhost",
        port=port,
        security=security,
        user=servers.address(local),
        password=servers.add_account(local),
        ca_file=servers.ca_file,
        timeout_seconds=20,
    )


class TestMailbox:
    """ImapMailbox with Dovecot: TLS from the first byte, "." between folders."""

    @pytest.fixture
    def bench(self, real_servers: RealServers) -> Iterator[ImapBench]:
        real_servers.start_dovecot()
        account = login(real_servers, READER, real_servers.imaps_port, Security.TLS)
        mailbox = ImapMailbox(account, message_bytes=LIMIT)
        with contextlib.closing(mailbox), real_servers.imap(READER) as eye:
            bench = ImapBench(mailbox, eye, lambda raw: eye.append("INBOX", raw) and None)
            yield bench
            bench.clear()
            for name in bench.folders():
                if name != "INBOX":
                    eye.delete_folder(name)


class PostfixBench:
    """SmtpOutbox with Postfix: STARTTLS and a login."""

    def __init__(self, servers: RealServers, reader: str) -> None:
        self._servers = servers
        self._reader = reader
        servers.add_account(reader)
        self.ada = servers.address(reader)
        self.never, self.later = servers.refused_address, servers.busy_address
        account = login(servers, WRITER, servers.submission_port, Security.STARTTLS)
        self.outbox = SmtpOutbox(account, sender=servers.address(WRITER))

    def received(self, count: int) -> list[bytes]:
        return self._servers.wait_for(self._reader, count)

    def lose_next(self) -> None:
        pytest.skip("a real server cannot be told to hang up after the body")


class TestOutbox:
    """SmtpOutbox with Postfix."""

    @pytest.fixture
    def bench(self, real_servers: RealServers) -> Iterator[PostfixBench]:
        real_servers.start_dovecot()
        real_servers.start_postfix()
        bench = PostfixBench(real_servers, READER)
        real_servers.empty(READER)
        with contextlib.closing(bench.outbox):
            yield bench
        real_servers.empty(READER)


def adopt(suite: object, into: type) -> None:
    """Make the functions of a contract suite methods of a class, which has a bench of its own."""
    for name, test in vars(suite).items():
        if name.startswith("test_") and callable(test):
            setattr(into, name, staticmethod(test))


adopt(test_mailbox, TestMailbox)
adopt(test_outbox, TestOutbox)
