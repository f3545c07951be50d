"""Waits that nobody notices in a test of what is right, and everybody in a day's work."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from mailflow.demo.server import EmbeddedServer
from mailflow.post.imap_line import ImapLine
from mailflow.post.login import Login, Security
from mailflow.store.tiny import TinyStore
from tests.integration.store_child import begun

ADDRESS = "coffee@mentoring.example"


@pytest.fixture(scope="module")
def server() -> Iterator[EmbeddedServer]:
    """A mail server with one account."""
    with EmbeddedServer() as embedded:
        embedded.add_account(ADDRESS, "secret")
        yield embedded


def test_the_imap_line_does_not_wait_for_acknowledgements(server: EmbeddedServer) -> None:
    """Commands sent in pieces leave at once: 40 ms a search, otherwise."""
    login = Login(
        host="127.0.0.1", port=server.imap_port, security=Security.NONE, user=ADDRESS, password="secret"
    )
    line = ImapLine(login, "INBOX", largest=1_000_000)
    try:
        wire = line.opened().socket()
        assert wire.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
    finally:
        line.say_goodbye()
        line.drop()


def test_a_list_looks_at_no_shard_when_all_changes_are_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not after another's commit was seen, nor after one's own: a thousand shards are a thousand looks."""
    store, desk = TinyStore(tmp_path, exclusive=True), TinyStore(tmp_path, exclusive=False)
    filed = store.commit(begun())
    assert len(store.heads()) == 1
    filed = desk.commit(filed)
    assert len(store.heads()) == 1
    store.commit(filed)
    looks = []
    shelf = store._open
    monkeypatch.setattr(shelf, "_look", lambda: looks.append(1))
    assert len(store.heads()) == 1
    assert looks == []
    desk.commit(desk.load(filed.engagement.id) or begun())
    store.heads()
    assert looks == [1]
