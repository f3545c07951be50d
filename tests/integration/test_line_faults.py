"""Lines that drop, stall and lie: nothing is lost, nothing is repeated beyond the promise, time bounded."""

import contextlib
import threading
import time
from collections.abc import Iterator

import pytest
from imapclient import IMAPClient

from mailflow.demo.server import EmbeddedServer
from mailflow.ports import Accepted, Away, Fate, Folder, Lost, PostError, Refused
from mailflow.post.login import Login, Security
from mailflow.post.mailbox import ImapMailbox
from mailflow.post.outbox import SmtpOutbox
from tests.contract.test_mailbox import ImapBench, mail
from tests.contract.test_outbox import ADA, SENDER, letter
from tests.integration.rig_line import After, Fault, FaultyLine

JIT = "jit@mail.test"
PATIENCE = 0.4  # seconds until a silent server counts as gone
LONGEST = 6.0  # seconds that a short day with one fault may take
WORDS = ("one", "two", "three")


class ImapDay:
    """A mailbox behind a line that can fail, an eye beside it, and what was taken from it."""

    def __init__(self, server: EmbeddedServer, line: FaultyLine, eye: IMAPClient) -> None:
        self.server, self.line = server, line
        login = Login(
            host="127.0.0.1",
            port=line.port,
            security=Security.NONE,
            user=JIT,
            password="secret",
            timeout_seconds=PATIENCE,
        )
        self.mailbox = ImapMailbox(login, message_bytes=20_000)
        self.bench = ImapBench(self.mailbox, eye, self.drop)
        self.taken: list[bytes] = []
        self.troubles: list[PostError] = []

    def drop(self, raw: bytes) -> None:
        """A mail arrives, whatever the line does."""
        self.server.drop(JIT, raw)

    def collect(self) -> None:
        """Take and file all that waits; again where the line was in the way."""
        for _ in range(4):
            with self.noting_trouble():
                for arrival in self.mailbox.arrivals():
                    self.taken.append(arrival.raw)
                    self.mailbox.file(arrival, Folder.HANDLED)
                return
        raise AssertionError(f"nothing goes through: {self.troubles}")

    @contextlib.contextmanager
    def noting_trouble(self) -> Iterator[None]:
        """A fault of the line is one line for people, and temporary."""
        try:
            yield
        except PostError as trouble:
            self.troubles.append(trouble)
        assert all(trouble.temporary and "\n" not in str(trouble) for trouble in self.troubles)

    def passes(self) -> None:
        """Three mails, a rest, a mail in the middle of it, and the goodbye."""
        for word in WORDS:
            self.drop(mail(word))
        self.collect()
        # QUIRK: the embedded server says nothing of what comes between SELECT and IDLE.
        timer = threading.Timer(0.2, self.drop, [mail("late")])
        timer.start()
        with self.noting_trouble():
            self.mailbox.rest(2.0)
        timer.join()
        self.collect()
        self.mailbox.close()


@pytest.fixture
def day() -> Iterator[ImapDay]:
    """The embedded server and a line to it."""
    with EmbeddedServer() as server:
        server.add_account(JIT, "secret")
        with (
            FaultyLine(server.imap_port) as line,
            IMAPClient("127.0.0.1", server.imap_port, ssl=False) as eye,
        ):
            eye.login(JIT, "secret")
            made = ImapDay(server, line, eye)
            with contextlib.closing(made.mailbox):
                yield made


IMAP_STEPS = [
    (b"CAPABILITY", 1),
    (b"LOGIN", 1),
    (b"SELECT", 1),
    (b"SELECT", 2),
    (b"SELECT", 3),
    (b"UID SEARCH NOT", 1),
    (b"UID FETCH", 1),
    (b"UID FETCH", 2),
    (b"UID FETCH", 3),
    (b'LIST "" ""', 1),
    (b"UID MOVE", 1),
    (b"NOOP", 1),
    (b"UID SEARCH UID", 1),
    (b'LIST "" "Mailflow', 1),
    (b"CREATE", 1),
    (b"SUBSCRIBE", 1),
    (b"UID MOVE", 2),
    (b"UID MOVE", 3),
    (b"UID MOVE", 5),
    (b"IDLE", 1),
    (b"DONE", 1),
    (b"LOGOUT", 1),
]
WAYS = {
    "unheard": {"after": After.SAID},
    "heard": {"after": After.HEARD},
    "answered": {"after": After.ANSWERED},
    "silent": {"after": After.HEARD, "hangs": True},
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("words", "nth"), IMAP_STEPS)
def test_a_line_that_fails_at_any_step_loses_and_repeats_nothing(
    day: ImapDay, words: bytes, nth: int, way: str
) -> None:
    """Cut before, at and after each command, or open and silent: every mail is filed once."""
    fault = Fault(words=words, nth=nth, **WAYS[way])  # type: ignore[arg-type]
    day.line.fails(fault)
    began = time.monotonic()
    day.passes()
    assert time.monotonic() - began < LONGEST
    assert day.line.happened == [fault]
    everything = sorted(mail(word) for word in (*WORDS, "late"))
    assert day.bench.lying("INBOX") == []
    assert sorted(day.bench.lying("Handled")) == everything
    assert sorted(set(day.taken)) == everything
    assert len(day.taken) <= len(everything) + len(WORDS)
    assert len(day.troubles) <= 2


LIES = {
    "bye in the middle of a literal": b"* 1 FETCH (UID 101 BODY[] {900}\r\nSubject: half\r\n\r\n* BYE\r\n",
    "a literal of two gigabytes": b"* 1 FETCH (UID 101 BODY[] {2147483648}\r\nSubject: half\r\n\r\n",
    "a literal larger than any memory": b"* 1 FETCH (UID 101 BODY[] {99999999999999999}\r\nx",
    "a literal larger than any number": b"* 1 FETCH (UID 101 BODY[] {99999999999999999999999}\r\nx",
    "no bracket": b'* 1 FETCH (UID 101 BODY[] "half\r\n',
    "an empty line": b"\r\n",
    "words of no protocol": b"HTTP/1.1 400 Bad Request\r\n\r\n",
    "a line without end": b"* OK " + b"x" * 2_000_000,
    "uid zero": b'* 1 FETCH (UID 0 BODY[] "zero" INTERNALDATE "02-Mar-2026 09:00:00 +0000")\r\n',
    "a date of no calendar": b'* 1 FETCH (UID 101 BODY[] "x" INTERNALDATE "99-Foo-2026 09:00:00 +0000")\r\n',
    "goodbye": b"* BYE we go down now\r\n",
}


@pytest.mark.parametrize("lie", LIES)
@pytest.mark.parametrize("hangs", [False, True], ids=["then-gone", "then-silent"])
def test_half_a_mail_is_no_mail(day: ImapDay, lie: str, hangs: bool) -> None:
    """Whatever a server says instead of a mail's bytes, the mail is read whole later, and once."""
    day.line.fails(Fault(words=b"UID FETCH", nth=2, says=LIES[lie], hangs=hangs))
    began = time.monotonic()
    day.passes()
    assert time.monotonic() - began < LONGEST
    assert sorted(day.taken) == sorted(mail(word) for word in (*WORDS, "late"))
    assert day.bench.lying("INBOX") == []


def test_a_mail_that_vanishes_between_two_commands_is_no_fault(day: ImapDay) -> None:
    """Somebody deletes what waits after its size was asked; the rest is read."""
    for word in WORDS:
        day.drop(mail(word))
    with contextlib.closing(day.mailbox.arrivals()) as arrivals:  # type: ignore[type-var]
        next(arrivals)
        day.bench.clear()
    day.drop(mail("late"))
    day.collect()
    assert day.taken == [mail("late")]
    assert day.troubles == []


def test_a_deaf_idle_is_noticed(day: ImapDay) -> None:
    """A server that accepts IDLE and never speaks again costs one rest, not the mail."""
    day.collect()
    day.line.fails(Fault(words=b"IDLE", says=b"+ idling\r\n", hangs=True))
    timer = threading.Timer(0.1, day.drop, [mail("late")])
    timer.start()
    began = time.monotonic()
    with day.noting_trouble():
        day.mailbox.rest(0.8)
    timer.join()
    day.collect()
    assert time.monotonic() - began < LONGEST
    assert day.taken == [mail("late")]


def test_a_server_that_answers_idle_with_no_is_polled(day: ImapDay) -> None:
    """It is not asked again."""
    day.collect()
    day.line.fails(Fault(words=b"IDLE", says=b"* 0 EXISTS\r\n", every=True))
    for _ in range(3):
        with day.noting_trouble():
            day.mailbox.rest(0.2)
    assert len(day.line.happened) == 1


def test_a_server_that_comes_back_is_found(day: ImapDay) -> None:
    """Refused connections are trouble of the moment, and mail that came meanwhile is read."""
    day.collect()
    day.line.refusing = True
    day.line.cut_all()
    with pytest.raises(PostError) as trouble:
        list(day.mailbox.arrivals())
    assert trouble.value.temporary
    day.drop(mail("one"))
    day.line.refusing = False
    day.collect()
    assert day.taken == [mail("one")]


@pytest.mark.parametrize("rounds", [10])
def test_renumbering_in_the_middle_repeats_and_loses_nothing(day: ImapDay, rounds: int) -> None:
    """A rebuilt folder, other numbers for the same mails: what is filed is what was read."""
    everything = [mail(f"mail {number}") for number in range(3 * rounds)]
    for raw in everything:
        day.drop(raw)
    for _ in range(rounds):
        with day.noting_trouble(), contextlib.closing(day.mailbox.arrivals()) as arrivals:  # type: ignore[type-var]
            for number, arrival in enumerate(arrivals):
                if number == 2:
                    day.line.cut_all()
                    renumber(day.server)
                before = day.bench.lying("Handled")
                day.mailbox.file(arrival, Folder.HANDLED)
                filed = [raw for raw in day.bench.lying("Handled") if raw not in before]
                assert filed in ([arrival.raw], [])
                if number == 3:
                    break
    day.collect()
    assert day.bench.lying("INBOX") == []
    assert sorted(day.bench.lying("Handled")) == sorted(everything)


def renumber(server: EmbeddedServer) -> None:
    """UIDVALIDITY changes, and the same numbers mean other mails."""

    async def rebuild() -> None:
        inbox = await server._inbox(JIT)
        lying = list(inbox._messages.values())[::-1]
        inbox._uid_validity += 1
        inbox._messages = {uid: type(one).copy(one, uid=uid) for uid, one in enumerate(lying, 101)}
        inbox._max_uid = 100 + len(lying)
        inbox._mod_sequences = type(inbox._mod_sequences)()
        inbox._mod_sequences.update(list(inbox._messages))

    server._call(rebuild())


# --- letters going out ---


class SmtpDay:
    """An outbox behind a line that can fail."""

    def __init__(self, server: EmbeddedServer, line: FaultyLine) -> None:
        self.server, self.line = server, line
        login = Login(host="127.0.0.1", port=line.port, security=Security.NONE, timeout_seconds=PATIENCE)
        self.outbox = SmtpOutbox(login, sender=SENDER, connections=1)

    def fate(self, word: str, to: str = ADA) -> Fate:
        """What becomes of one letter, in bounded time."""
        began = time.monotonic()
        ((_, fate),) = self.outbox.send([letter(word, to)])
        assert time.monotonic() - began < LONGEST
        return fate

    def arrived(self, word: str) -> int:
        """How many copies of a letter the server has."""
        return sum(raw.endswith(letter(word).raw) for raw in self.server.letters(ADA))


@pytest.fixture
def going_out() -> Iterator[SmtpDay]:
    """The embedded server and a line to it."""
    with EmbeddedServer() as server:
        server.add_account(ADA, "secret")
        with FaultyLine(server.smtp_port) as line:
            made = SmtpDay(server, line)
            with contextlib.closing(made.outbox):
                yield made


SAYS = [
    (b"EHLO", b"421 4.3.2 going down\r\n", Refused),
    (b"MAIL", b"451 4.3.0 later\r\n", Refused),
    (b"MAIL", b"550 5.7.1 not from you\r\n", Away),
    (b"MAIL", b"530 5.7.0 log in first\r\n", Away),
    (b"RCPT", b"450 4.2.1 busy\r\n", Refused),
    (b"RCPT", b"550 5.1.1 nobody\r\n", Refused),
    (b"DATA", b"451 4.3.0 later\r\n", Refused),
    (b"DATA", b"554 5.7.1 no\r\n", Refused),
    (b".\r\n", b"452 4.3.1 no space\r\n", Refused),
    (b".\r\n", b"554 5.6.0 not this\r\n", Refused),
]


@pytest.mark.parametrize(("words", "says", "kind"), SAYS)
def test_a_no_at_any_step_is_understood_and_the_next_letter_goes(
    going_out: SmtpDay, words: bytes, says: bytes, kind: type
) -> None:
    """4xx is for now, 5xx for good; about the sender it is about us."""
    going_out.line.fails(Fault(words=words, says=says))
    fate = going_out.fate("one")
    assert type(fate) is kind
    assert isinstance(fate, Refused | Away)
    assert fate.temporary == says.startswith(b"4")
    assert going_out.arrived("one") == 0
    assert going_out.fate("two") == Accepted()
    assert going_out.arrived("two") == 1


CUTS = [b"EHLO", b"MAIL", b"RCPT", b"DATA"]


@pytest.mark.parametrize("way", ["unheard", "heard", "silent"])
@pytest.mark.parametrize("words", CUTS)
def test_a_line_that_ends_before_the_body_left_lets_nothing_leave(
    going_out: SmtpDay, words: bytes, way: str
) -> None:
    """The letter may be tried again without any doubt."""
    going_out.line.fails(Fault(words=words, **WAYS[way]))  # type: ignore[arg-type]
    fate = going_out.fate("one")
    assert isinstance(fate, Refused)
    assert fate.temporary
    assert going_out.arrived("one") == 0
    assert going_out.fate("one") == Accepted()
    assert going_out.arrived("one") == 1


@pytest.mark.parametrize(
    ("way", "copies"), [("unheard", 0), ("heard", 1), ("silent", 1)], ids=["unheard", "heard", "silent"]
)
def test_a_line_that_ends_after_the_final_dot_leaves_the_fate_open(
    going_out: SmtpDay, way: str, copies: int
) -> None:
    """The server may have it or not: Lost says neither."""
    going_out.line.fails(Fault(words=b".\r\n", **WAYS[way]))  # type: ignore[arg-type]
    assert isinstance(going_out.fate("one"), Lost)
    assert going_out.arrived("one") == copies
    assert going_out.fate("two") == Accepted()


def test_a_kept_line_that_died_meanwhile_costs_no_letter(going_out: SmtpDay) -> None:
    """An idle line is dropped by the server without a word; the next letter goes on a new one."""
    assert going_out.fate("one") == Accepted()
    going_out.line.cut_all()
    assert going_out.fate("two") == Accepted()
    assert (going_out.arrived("one"), going_out.arrived("two")) == (1, 1)
    assert going_out.line.connections == 2


def test_a_server_that_says_nothing_at_all_is_away(going_out: SmtpDay) -> None:
    """Nobody is let in: the letters share one Away, and the server is not hammered."""
    going_out.line.refusing = True
    letters = [letter(f"a{number}") for number in range(20)]
    settled = [fate for _, fate in going_out.outbox.send(letters)]
    assert {type(fate) for fate in settled} == {Away}
    going_out.line.refusing = False
    assert going_out.fate("two") == Accepted()
    assert going_out.server.letters(ADA) == [letter("two").raw]


def test_a_server_that_drops_every_line_is_away(going_out: SmtpDay) -> None:
    """However many letters wait, only a few lines are tried."""
    going_out.line.fails(Fault(words=b"MAIL", hangs=True, every=True))
    letters = [letter(f"a{number}") for number in range(20)]
    began = time.monotonic()
    settled = [fate for _, fate in going_out.outbox.send(letters)]
    assert time.monotonic() - began < LONGEST
    assert [type(fate) for fate in settled] == [Refused] * 4 + [Away] * 16
    assert all(fate.temporary for fate in settled if isinstance(fate, Refused | Away))


def test_an_interruption_ends_a_sending_that_a_server_holds_up(going_out: SmtpDay) -> None:
    """The letter whose body left is Lost after a short wait; the others never left."""
    patient = Login(host="127.0.0.1", port=going_out.line.port, security=Security.NONE)
    going_out.line.fails(Fault(words=b".\r\n", **WAYS["silent"]))  # type: ignore[arg-type]
    outbox = SmtpOutbox(patient, sender=SENDER, connections=1)
    timer = threading.Timer(0.5, outbox.interrupt)
    timer.start()
    with contextlib.closing(outbox):
        began = time.monotonic()
        fates = [fate for _, fate in outbox.send([letter("one"), letter("two"), letter("three")])]
        assert time.monotonic() - began < LONGEST
    timer.join()
    assert [type(fate) for fate in fates] == [Lost, Away, Away]
    assert going_out.arrived("one") == 1
    assert going_out.arrived("two") == going_out.arrived("three") == 0
