"""What every ports.Outbox promises: the one in memory, and the SMTP one with a server."""

import contextlib
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from typing import Protocol

import pytest

from mailflow.demo.server import EmbeddedServer
from mailflow.identity import Purpose
from mailflow.ports import Accepted, Away, Fate, Letter, Lost, Outbox, Refused
from mailflow.post.login import Login, Security
from mailflow.post.outbox import SmtpOutbox
from tests.fakes import FakeOutbox

SENDER = "jit@mail.test"
ADA = "ada@mail.test"
NEVER = "never@mail.test"  # refused for good
LATER = "later@mail.test"  # refused for now


class Bench(Protocol):
    """An outbox, and the other side of its server."""

    outbox: Outbox
    ada: str
    never: str
    later: str

    def received(self, count: int) -> list[bytes]:
        """What Ada was sent, as soon as it is so many."""

    def lose_next(self) -> None:
        """The server takes the next letter and hangs up."""


class FakeBench:
    """In memory."""

    ada, never, later = ADA, NEVER, LATER

    def __init__(self) -> None:
        self.outbox = FakeOutbox()
        self.outbox.refuse(NEVER, temporary=False)
        self.outbox.refuse(LATER, temporary=True)

    def received(self, count: int) -> list[bytes]:
        del count
        return [letter.raw for letter in self.outbox.sent if letter.to == ADA]

    def lose_next(self) -> None:
        self.outbox.lose_next()


class EmbeddedBench:
    """SMTP with the embedded server."""

    ada, never, later = ADA, NEVER, LATER

    def __init__(self, server: EmbeddedServer) -> None:
        self.server = server
        server.add_account(ADA, "secret")
        server.faults.refuse |= {
            NEVER: "550 5.1.1 <never@mail.test> no such user",
            LATER: "451 4.2.2 <later@mail.test> mailbox full",
        }
        login = Login(host="127.0.0.1", port=server.smtp_port, security=Security.NONE)
        self.outbox = SmtpOutbox(login, sender=SENDER)

    def received(self, count: int) -> list[bytes]:
        del count
        return self.server.letters(ADA)

    def lose_next(self) -> None:
        self.server.faults.close_after_body = 1


@pytest.fixture(params=["fake", "embedded"])
def bench(request: pytest.FixtureRequest) -> Iterator[Bench]:
    """The same suite for both; tests/integration runs it with Postfix, too."""
    if request.param == "fake":
        yield FakeBench()
        return
    with EmbeddedServer() as server:
        made = EmbeddedBench(server)
        with contextlib.closing(made.outbox):
            yield made


def letter(word: str, to: str = ADA, body: bytes = b"Hello\r\n.\r\n..end\r\n") -> Letter:
    """A small letter about `word`."""
    message_id = f"<{word}@mail.test>"
    head = f"From: {SENDER}\r\nDate: Mon, 02 Mar 2026 09:00:00 +0000\r\nSubject: {word}\r\n"
    return Letter(
        key=f"e.invitation.1.{word}",
        purpose=Purpose.INVITATION,
        seat=1,
        to=to,
        message_id=message_id,
        raw=f"{head}Message-ID: {message_id}\r\n\r\n".encode() + body,
        text="Hello",
        queued_at=datetime(2026, 3, 2, 9, 0, tzinfo=UTC),
    )


def fates(bench: Bench, *letters: Letter) -> dict[str, Fate]:
    """Send them; each must be settled exactly once."""
    settled = list(bench.outbox.send(letters))
    assert sorted(letter.key for letter, _ in settled) == sorted(letter.key for letter in letters)
    return {letter.key.rpartition(".")[2]: fate for letter, fate in settled}


def arrived(bench: Bench, *letters: Letter) -> bool:
    """Whether Ada has these and no others, byte for byte below what servers put on top."""
    received = bench.received(len(letters))
    return len(received) == len(letters) and all(
        any(raw.endswith(letter.raw) for raw in received) for letter in letters
    )


def test_nothing_to_send_is_nothing_settled(bench: Bench) -> None:
    """No letters, no fates."""
    assert list(bench.outbox.send([])) == []


def test_an_accepted_letter_arrives_byte_for_byte(bench: Bench) -> None:
    """Dots at the start of lines included."""
    one = letter("one", bench.ada)
    assert fates(bench, one) == {"one": Accepted()}
    assert arrived(bench, one)


def test_each_of_many_letters_is_settled_once_and_arrives_once(bench: Bench) -> None:
    """More letters than connections, over two calls."""
    first = [letter(f"a{number}", bench.ada) for number in range(25)]
    second = [letter(f"b{number}", bench.ada) for number in range(5)]
    for batch in (first, second):
        assert set(fates(bench, *batch).values()) == {Accepted()}
    assert arrived(bench, *first, *second)


def test_a_refusal_says_whether_to_try_again_and_hurts_nobody_else(bench: Bench) -> None:
    """4xx is for now, 5xx for good; both are for one recipient alone."""
    good = [letter(f"good{number}", bench.ada) for number in range(3)]
    settled = fates(
        bench, good[0], letter("never", bench.never), good[1], letter("later", bench.later), good[2]
    )
    never, later = settled.pop("never"), settled.pop("later")
    assert isinstance(never, Refused)
    assert isinstance(later, Refused)
    assert (never.temporary, later.temporary) == (False, True)
    assert set(settled.values()) == {Accepted()}
    assert arrived(bench, *good)


def test_a_reason_has_the_code_and_nobody_s_address(bench: Bench) -> None:
    """Reasons may be logged and shown: they hold what the server meant, not whom."""
    settled = fates(bench, letter("never", bench.never), letter("later", bench.later))
    reasons = {word: fate.reason for word, fate in settled.items() if isinstance(fate, Refused)}
    assert reasons["never"].startswith("5")
    assert reasons["later"].startswith("4")
    assert not any("@" in reason for reason in reasons.values())
    assert all(len(reason) <= 210 for reason in reasons.values())


@pytest.mark.parametrize(
    "address",
    ["", "nobody", "-oQx@x", "a@b>\r\nRCPT TO:<c@d.test", '"a b"@x.test', "ä@mail.test", "a@b@c", "x" * 300],
)
def test_what_is_no_address_is_never_written_to(bench: Bench, address: str) -> None:
    """Refused for good before a server hears of it, and the next letter goes."""
    settled = fates(bench, letter("odd", address), letter("one", bench.ada))
    odd = settled["odd"]
    assert isinstance(odd, Refused)
    assert not odd.temporary
    assert settled["one"] == Accepted()


def test_a_letter_cannot_end_early(bench: Bench) -> None:
    """Neither a lone dot nor any mix of line ends lets a letter carry a second one to the server."""
    bodies = [b"\r\n.\r\n", b"\n.\n", b"\r.\r", b"\n.\r\n", b"\r\n.\n", b"\r.\r\n", b"\r\n\x00.\r\n"]
    smuggled = b"MAIL FROM:<x@mail.test>\r\nRCPT TO:<ada@mail.test>\r\nDATA\r\nsmuggled\r\n.\r\n"
    letters = [letter(f"s{number}", bench.ada, b"text" + end + smuggled) for number, end in enumerate(bodies)]
    assert set(fates(bench, *letters).values()) == {Accepted()}
    assert len(bench.received(len(letters))) == len(letters)


def test_a_closed_outbox_can_send_again(bench: Bench) -> None:
    """Closing lets go of connections, no more."""
    one, two = letter("one", bench.ada), letter("two", bench.ada)
    fates(bench, one)
    bench.outbox.close()
    assert fates(bench, two) == {"two": Accepted()}
    bench.outbox.close()
    bench.outbox.close()
    assert arrived(bench, one, two)


def test_a_lost_letter_is_not_said_to_have_failed(bench: Bench) -> None:
    """The server has it and could not say so; the next letter goes on a new connection."""
    one, two = letter("one", bench.ada), letter("two", bench.ada)
    bench.lose_next()
    assert isinstance(fates(bench, one)["one"], Lost)
    assert fates(bench, two) == {"two": Accepted()}
    assert arrived(bench, one, two)


def test_who_stops_listening_stops_the_sending(bench: Bench) -> None:
    """What has not begun to leave when the caller turns away never leaves, now or later."""
    letters = [letter(f"a{number}", bench.ada) for number in range(60)]
    sending = bench.outbox.send(letters)
    assert len(list(islice(sending, 2))) == 2
    sending.close()  # type: ignore[attr-defined]
    gone = len(bench.received(2))
    assert 2 <= gone < 30
    assert fates(bench, letter("after", bench.ada)) == {"after": Accepted()}
    assert len(bench.received(gone + 1)) < 30


def test_after_an_interruption_nothing_leaves_until_the_next_call(bench: Bench) -> None:
    """Who is asked to stop while letters are marked finds none of them gone, and all sendable."""
    letters = [letter(f"a{number}", bench.ada) for number in range(6)]
    bench.outbox.interrupt()
    assert {type(fate) for fate in fates(bench, *letters).values()} == {Away}
    assert set(fates(bench, *letters).values()) == {Accepted()}
    assert arrived(bench, *letters)
