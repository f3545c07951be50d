"""What every ports.Mailbox promises: the one in memory, and the IMAP one with a server."""

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC
from itertools import islice
from typing import Protocol

import pytest
from imapclient import IMAPClient

from mailflow.demo.server import EmbeddedServer
from mailflow.ports import Arrival, Folder, Mailbox, PostError
from mailflow.post.login import Login, Security
from mailflow.post.mailbox import ImapMailbox
from tests.fakes import FakeMailbox

LIMIT = 20_000
PASSWORD = "open sesame"
SENT = "Sent"


class Bench(Protocol):
    """A mailbox, and the other side of its server."""

    mailbox: Mailbox

    def drop(self, raw: bytes) -> None:
        """A mail arrives."""

    def lying(self, folder: str) -> list[bytes]:
        """What lies in INBOX, Handled or Attention."""

    def seen(self) -> int:
        """How many in the inbox are marked as read."""

    def clear(self) -> None:
        """Somebody else deletes all that waits."""

    def take_back(self) -> None:
        """A person moves all of Attention to the inbox."""

    def keep_copy(self, message_id: str) -> None:
        """The server keeps a copy of a letter of ours."""


class FakeBench:
    """In memory."""

    def __init__(self) -> None:
        self.mailbox = FakeMailbox(message_bytes=LIMIT)
        self.drop = self.mailbox.drop
        self.clear = self.mailbox.clear

    def lying(self, folder: str) -> list[bytes]:
        fake = self.mailbox
        return {"INBOX": fake.inbox, "Handled": fake.handled, "Attention": fake.attention}[folder]

    def seen(self) -> int:
        return 0

    def take_back(self) -> None:
        for raw in list(self.mailbox.attention):
            self.mailbox.take_back(raw)

    def keep_copy(self, message_id: str) -> None:
        self.mailbox.copies.add(message_id)


class ImapBench:
    """A real protocol; `eye` is a second client of the same account."""

    def __init__(self, mailbox: ImapMailbox, eye: IMAPClient, deliver: Callable[[bytes], None]) -> None:
        self.mailbox = mailbox
        self.drop = deliver
        self._eye = eye

    def lying(self, folder: str) -> list[bytes]:
        name = next((name for name in self.folders() if name.endswith(folder)), "")
        if not name:
            return []
        self._eye.select_folder(name, readonly=True)
        found = self._eye.fetch(self._eye.search(), ["BODY.PEEK[]"])
        return [row[b"BODY[]"] for _, row in sorted(found.items())]

    def folders(self) -> list[str]:
        return [str(name) for flags, _, name in self._eye.list_folders() if b"\\Noselect" not in flags]

    def seen(self) -> int:
        self._eye.select_folder("INBOX", readonly=True)
        return len(self._eye.search("SEEN"))

    def clear(self) -> None:
        self._eye.select_folder("INBOX")
        self._eye.delete_messages(self._eye.search())
        self._eye.expunge()

    def take_back(self) -> None:
        self._eye.select_folder(next(name for name in self.folders() if name.endswith("Attention")))
        self._eye.move(self._eye.search(), "INBOX")

    def keep_copy(self, message_id: str) -> None:
        if not self._eye.folder_exists(SENT):
            self._eye.create_folder(SENT)
        self._eye.append(SENT, mail("ours", message_id))


@contextlib.contextmanager
def embedded() -> Iterator[ImapBench]:
    """The IMAP mailbox with the embedded server."""
    with EmbeddedServer() as server:
        server.add_account("jit@mail.test", PASSWORD)
        login = Login(
            host="127.0.0.1",
            port=server.imap_port,
            security=Security.NONE,
            user="jit@mail.test",
            password=PASSWORD,
        )
        mailbox = ImapMailbox(login, message_bytes=LIMIT)
        with contextlib.closing(mailbox), IMAPClient("127.0.0.1", server.imap_port, ssl=False) as eye:
            eye.login("jit@mail.test", PASSWORD)
            yield ImapBench(mailbox, eye, lambda raw: server.drop("jit@mail.test", raw))


@pytest.fixture(params=["fake", "embedded"])
def bench(request: pytest.FixtureRequest) -> Iterator[Bench]:
    """The same suite for both; tests/integration runs it with Dovecot, too."""
    if request.param == "fake":
        yield FakeBench()
        return
    with embedded() as made:
        yield made


def mail(word: str, message_id: str = "", body: bytes = b"Hello\r\n.\r\n..end\r\n") -> bytes:
    """A small mail about `word`."""
    message_id = message_id or f"<{word}@mail.test>"
    return f"From: ada@mail.test\r\nSubject: {word}\r\nMessage-ID: {message_id}\r\n\r\n".encode() + body


def positions(arrivals: list[Arrival]) -> list[str]:
    """Where they lie."""
    return [arrival.position for arrival in arrivals]


def raws(arrivals: list[Arrival]) -> list[bytes]:
    """What they are."""
    return [arrival.raw for arrival in arrivals]


def timed(work: Callable[[], None]) -> float:
    """Seconds that `work` took."""
    begin = time.monotonic()
    work()
    return time.monotonic() - begin


def test_an_empty_inbox_has_no_arrivals(bench: Bench) -> None:
    """Nothing waits, nothing comes."""
    assert list(bench.mailbox.arrivals()) == []


def test_arrivals_come_oldest_first_and_byte_for_byte(bench: Bench) -> None:
    """What comes is what was sent, in the order of arrival, with its size and an aware time."""
    sent = [mail("one"), mail("two", body=b"8-bit \xfc\xff and a lone\nline\r\n"), mail("three")]
    for raw in sent:
        bench.drop(raw)
    arrivals = list(bench.mailbox.arrivals())
    assert [raw.replace(b"\r\n", b"\n") for raw in raws(arrivals)] == [
        raw.replace(b"\r\n", b"\n") for raw in sent
    ]
    assert all(arrival.size == len(arrival.raw) and not arrival.oversized for arrival in arrivals)
    assert all(arrival.received_at.utcoffset() == UTC.utcoffset(None) for arrival in arrivals)


def test_looking_changes_nothing(bench: Bench) -> None:
    """Messages stay unread where they are, and the same position means the same message."""
    bench.drop(mail("one"))
    bench.drop(mail("two"))
    first, second = list(bench.mailbox.arrivals()), list(bench.mailbox.arrivals())
    assert positions(first) == positions(second)
    assert raws(first) == raws(second)
    assert len(set(positions(first))) == 2
    assert bench.seen() == 0


@pytest.mark.parametrize("folder", list(Folder))
def test_what_is_filed_lies_in_its_folder(bench: Bench, folder: Folder) -> None:
    """A filed message leaves the inbox and lies whole in the folder, which is made if need be."""
    bench.drop(mail("one"))
    bench.drop(mail("two"))
    one, _ = bench.mailbox.arrivals()
    bench.mailbox.file(one, folder)
    assert bench.lying(folder.value) == [mail("one")]
    assert raws(list(bench.mailbox.arrivals())) == [mail("two")]


def test_filing_while_the_arrivals_are_read(bench: Bench) -> None:
    """One after another is filed as it comes, and none is missed or comes twice."""
    sent = [mail(f"letter-{number:03}") for number in range(120)]
    for raw in sent:
        bench.drop(raw)
    taken = []
    for arrival in bench.mailbox.arrivals():
        taken.append(arrival.raw)
        bench.mailbox.file(arrival, Folder.HANDLED)
    assert taken == sent
    assert list(bench.mailbox.arrivals()) == []
    assert bench.lying("Handled") == sent


def test_filing_twice_is_harmless(bench: Bench) -> None:
    """The second time nothing happens, to this message or to another."""
    bench.drop(mail("one"))
    bench.drop(mail("two"))
    one, _ = bench.mailbox.arrivals()
    bench.mailbox.file(one, Folder.HANDLED)
    bench.mailbox.file(one, Folder.ATTENTION)
    assert bench.lying("Handled") == [mail("one")]
    assert bench.lying("Attention") == []
    assert bench.lying("INBOX") == [mail("two")]


def test_filing_what_somebody_deleted_is_harmless(bench: Bench) -> None:
    """Other clients may look after the same inbox."""
    bench.drop(mail("one"))
    (one,) = bench.mailbox.arrivals()
    bench.clear()
    bench.mailbox.file(one, Folder.HANDLED)
    assert bench.lying("Handled") == []


def test_a_position_of_an_older_numbering_files_nothing(bench: Bench) -> None:
    """After a renumbering the same UID is another message: it stays where it is."""
    bench.drop(mail("one"))
    (one,) = bench.mailbox.arrivals()
    validity, _, uid = one.position.partition(":")
    older = Arrival(raw=one.raw, position=f"{int(validity) + 1}:{uid}", received_at=one.received_at, size=1)
    bench.mailbox.file(older, Folder.HANDLED)
    assert bench.lying("INBOX") == [mail("one")]


def test_what_vanishes_is_passed_over(bench: Bench) -> None:
    """Messages deleted while we read are no error, and what was not read yet does not come."""
    for number in range(120):
        bench.drop(mail(f"letter-{number}"))
    arrivals = bench.mailbox.arrivals()
    first = list(islice(arrivals, 1))
    bench.clear()
    assert len(first) + len(list(arrivals)) < 120


def test_what_is_too_large_comes_as_its_header(bench: Bench) -> None:
    """Of a message over the limit only the header block is fetched; its neighbours come whole."""
    large = mail("large", body=b"x" * 70 * (LIMIT // 50) + b"\r\n")
    for raw in (mail("one"), large, mail("two")):
        bench.drop(raw)
    one, header, two = bench.mailbox.arrivals()
    assert (one.oversized, header.oversized, two.oversized) == (False, True, False)
    assert header.raw == large[: large.find(b"\r\n\r\n") + 4]
    assert header.size == len(large)
    bench.mailbox.file(header, Folder.ATTENTION)
    assert bench.lying("Attention") == [large]


def test_what_is_moved_back_arrives_again(bench: Bench) -> None:
    """A person's wish to try again is a new arrival, at a new position, and ends a rest."""
    bench.drop(mail("one"))
    (first,) = bench.mailbox.arrivals()
    bench.mailbox.file(first, Folder.ATTENTION)
    assert list(bench.mailbox.arrivals()) == []
    bench.take_back()
    assert timed(lambda: bench.mailbox.rest(20)) < 5
    (again,) = bench.mailbox.arrivals()
    assert again.raw == first.raw
    assert again.position != first.position


def test_a_rest_ends_after_its_time(bench: Bench) -> None:
    """Nothing comes: it waits as long as it was told, no less and hardly more."""
    bench.drop(mail("one"))
    list(bench.mailbox.arrivals())
    assert 0.5 <= timed(lambda: bench.mailbox.rest(0.5)) < 3
    assert timed(lambda: bench.mailbox.rest(0)) < 1


def test_new_mail_ends_a_rest(bench: Bench) -> None:
    """Mail that comes meanwhile is news at once, and is there then."""
    list(bench.mailbox.arrivals())
    with later(0.4, lambda: bench.drop(mail("one"))):
        assert 0.2 < timed(lambda: bench.mailbox.rest(20)) < 5
    assert raws(list(bench.mailbox.arrivals())) == [mail("one")]


def test_mail_that_came_before_the_rest_ends_it_too(bench: Bench) -> None:
    """What arrives while a pass is at work is not slept over."""
    bench.drop(mail("one"))
    (one,) = bench.mailbox.arrivals()
    bench.drop(mail("two"))
    bench.mailbox.file(one, Folder.HANDLED)
    assert timed(lambda: bench.mailbox.rest(20)) < 5
    assert raws(list(bench.mailbox.arrivals())) == [mail("two")]


def test_what_was_left_lying_ends_no_rest(bench: Bench) -> None:
    """A message that was listed and not filed is no news: the loop does not spin on it."""
    bench.drop(mail("one"))
    list(bench.mailbox.arrivals())
    for _ in range(2):
        assert timed(lambda: bench.mailbox.rest(0.4)) >= 0.4


def test_an_interruption_ends_a_rest(bench: Bench) -> None:
    """Within a second; and one that comes too early is not forgotten."""
    list(bench.mailbox.arrivals())
    with later(0.3, bench.mailbox.interrupt):
        assert timed(lambda: bench.mailbox.rest(20)) < 1.3
    bench.mailbox.interrupt()
    assert timed(lambda: bench.mailbox.rest(20)) < 1
    assert timed(lambda: bench.mailbox.rest(0.4)) >= 0.4


def test_copies_of_letters_are_found(bench: Bench) -> None:
    """By the exact Message-ID, in the folder of what was sent; the inbox goes on as before."""
    bench.drop(mail("one"))
    assert not bench.mailbox.holds_copy("<ours@mail.test>")
    bench.keep_copy("<ours@mail.test>")
    assert bench.mailbox.holds_copy("<ours@mail.test>")
    assert not bench.mailbox.holds_copy("<other@mail.test>")
    assert raws(list(bench.mailbox.arrivals())) == [mail("one")]


def test_who_hung_up_is_answered_no_more(bench: Bench) -> None:
    """Asked to stop for the last time, the mailbox waits for no server again; the mail stays where it is."""
    bench.drop(mail("one"))
    (arrival,) = bench.mailbox.arrivals()
    bench.mailbox.hang_up()
    with pytest.raises(PostError) as trouble:
        bench.mailbox.file(arrival, Folder.HANDLED)
    assert trouble.value.temporary
    with pytest.raises(PostError):
        bench.mailbox.rest(5.0)
    assert bench.lying("INBOX") == [mail("one")]


@contextlib.contextmanager
def later(seconds: float, work: Callable[[], None]) -> Iterator[None]:
    """Let something happen meanwhile."""
    timer = threading.Timer(seconds, work)
    timer.start()
    try:
        yield
    finally:
        timer.join()
