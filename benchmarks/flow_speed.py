"""What one handled reply costs with few and with many open engagements, and a full inbox beside its floor.

    python -m benchmarks.flow_speed [--few 100] [--many 10000] [--inbox 300]

Everything is measured in turns (A B A B), since machines have moods; ratios are what to compare.  Mail
servers and people live in this process, what is measured in others.  The floor is what no program can
avoid: fetch each message and submit one letter for it, over the same kind of connections to the same
servers, with nothing of ours between.
"""

import argparse
import asyncio
import multiprocessing
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, replace
from email import message_from_bytes
from email.message import Message
from multiprocessing.connection import Connection
from pathlib import Path

from aiosmtplib import SMTP
from imapclient import IMAPClient

from benchmarks.harness import (
    MONDAY,
    PASSWORD,
    SERVICE,
    People,
    answer_for,
    expert_address,
    kickoff,
    reply_to,
    world,
)
from benchmarks.store_speed import HastyDisk
from mailflow.config import load_config
from mailflow.demo.server import EmbeddedServer
from mailflow.flow import Flow
from mailflow.identity import ALPHABET
from mailflow.ports import Filed
from mailflow.store.tiny import TinyStore
from mailflow.wiring import built, open_store

REPLIES = 40
ROUNDS = 5
CONNECTIONS = 4
FLOOR = "floor@people.example"
FLAT = 1.3  # times that a reply may cost more beside a hundred times as many engagements


def main(arguments: list[str] | None = None) -> int:
    """Print the tables; 1 where the cost of a reply is not flat."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--few", type=int, default=100)
    parser.add_argument("--many", type=int, default=10_000)
    parser.add_argument("--inbox", type=int, default=300)
    chosen = parser.parse_args(arguments)
    grown = beside_engagements(chosen.few, chosen.many)
    ours, floor = full_inbox(chosen.inbox)
    print(f"\na full inbox of {chosen.inbox} yeses, each answered by two letters")
    print(f"  mailflow                 {ours:7.1f} messages/s")
    print(f"  floor (fetch + submit)   {floor:7.1f} messages/s   ratio {ours / floor:.2f}")
    return int(grown > FLAT)


# --- few and many ---


class Worker:
    """A process that does the same again whenever asked, and says how long it took."""

    def __init__(self, work: Callable[..., None], *given: object) -> None:
        """`work` gets a connection and what else is given; it answers each word with seconds."""
        context = multiprocessing.get_context("spawn")
        self._line, theirs = context.Pipe()
        self._process = context.Process(target=work, args=(theirs, *given), daemon=True)
        self._process.start()
        theirs.close()

    def once(self) -> float:
        """Do it; return the seconds."""
        self._line.send("once")
        return float(self._line.recv())

    def close(self) -> None:
        """End it."""
        self._line.send("end")
        self._process.join()


def passes(line: Connection, path: Path) -> None:
    """Pass after pass of mailflow."""
    config = load_config(path)
    with (
        closing(open_store(config, exclusive=True)) as store,
        built(config, store, lambda: MONDAY) as tools,
    ):
        flow = Flow(tools)
        while line.recv() != "end":
            start = time.perf_counter()
            flow.receive()
            flow.wake()
            flow.deliver()
            line.send(time.perf_counter() - start)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A service with so many open engagements, some of whose experts can answer."""

    server: EmbeddedServer
    config: Path
    worker: Worker
    invitations: list[Message]


@contextmanager
def place(folder: Path, engagements: int) -> Iterator[Place]:
    """A world whose store is filled up with engagements that wait."""
    folder.mkdir()
    with ExitStack() as stack:
        server, people, path = stack.enter_context(world(folder, REPLIES))
        worker = stack.enter_context(closing(Worker(passes, path)))
        for number in range(REPLIES):
            server.drop(SERVICE, kickoff(number))
        _play(worker, people, rounds=2)
        _crowd(folder / "state", engagements - REPLIES)
        worker.once()  # the first look at so many files reads all heads
        yield Place(server=server, config=path, worker=worker, invitations=list(_invitations(server)))


def beside_engagements(few: int, many: int) -> float:
    """Measure and print what grows with the number of engagements; return by how much a reply does."""
    with (
        tempfile.TemporaryDirectory(prefix="mailflow-bench-") as name,
        place(Path(name) / "few", few) as quiet,
        place(Path(name) / "many", many) as busy,
    ):
        handled = _in_turns(
            REPLIES, lambda turn: _one_reply(quiet, turn), lambda turn: _one_reply(busy, turn)
        )
        idle = _in_turns(20, lambda _: quiet.worker.once(), lambda _: busy.worker.once())
        listing = _in_turns(3, lambda _: _command(quiet.config), lambda _: _command(busy.config))
    helping = _in_turns(5, lambda _: _run("-c", "pass"), lambda _: _run("-m", "mailflow", "--help"))
    print(f"milliseconds beside {few} and beside {many} open engagements, in turns")
    _line("one reply: received, decided, kept, answered", handled)
    _line("a pass with nothing to do", idle)
    _line("`mailflow list`", listing)
    print("milliseconds of `python -c pass` and of `mailflow --help`")
    _line("start", helping)
    return handled[1] / handled[0]


def _in_turns(times: int, one: Callable[[int], float], other: Callable[[int], float]) -> tuple[float, float]:
    """Medians of two measurements taken in turns, in seconds."""
    pairs = [(one(turn), other(turn)) for turn in range(times)]
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)


def _line(what: str, times: tuple[float, float]) -> None:
    first, second = times
    print(f"  {what:<46} {first * 1000:8.1f} {second * 1000:8.1f}   ratio {second / first:.2f}")


def _one_reply(where: Place, turn: int) -> float:
    letter = where.invitations[turn]
    where.server.drop(SERVICE, reply_to(letter, answer_for(str(letter["To"])), MONDAY))
    return where.worker.once()


def _command(config: Path) -> float:
    return _run("-m", "mailflow", "--config", str(config), "list")


def _run(*words: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *words], stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def _play(worker: Worker, people: People, rounds: int) -> None:
    """Kickoffs in, previews answered, invitations out."""
    for _ in range(rounds):
        worker.once()
        people.read_and_answer(MONDAY)


def _invitations(server: EmbeddedServer) -> Iterator[Message]:
    """One invitation of each engagement, to answer."""
    for number in range(REPLIES):
        letters = [message_from_bytes(raw) for raw in server.letters(expert_address(number, 1))]
        yield next(one for one in letters if one["X-Mailflow-Letter"] == "invitation")


def _crowd(folder: Path, how_many: int) -> None:
    """Fill the store with copies of an engagement that waits, under ids of their own."""
    hasty = TinyStore(folder, exclusive=False, disk=HastyDisk())
    template = hasty.load(hasty.heads()[0].id)
    assert template is not None
    for number in range(max(how_many, 0)):
        new = "".join(ALPHABET[(number >> (5 * place)) & 31] for place in range(9)) + "z"
        hasty.commit(_copied(template, new))


def _copied(template: Filed, new: str) -> Filed:
    old = template.engagement.id
    return Filed(
        engagement=replace(template.engagement, id=new, version=0, handled=()),
        letters=tuple(replace(letter, key=letter.key.replace(old, new)) for letter in template.letters),
    )


# --- a full inbox ---


def full_inbox(messages: int) -> tuple[float, float]:
    """Messages a second through mailflow, and through nothing but fetch and submit."""
    engagements = messages // 3
    with tempfile.TemporaryDirectory(prefix="mailflow-bench-") as name, ExitStack() as stack:
        server, people, path = stack.enter_context(world(Path(name), engagements))
        worker = stack.enter_context(closing(Worker(passes, path)))
        for number in range(engagements):
            server.drop(SERVICE, kickoff(number))
        _play(worker, people, rounds=1)
        worker.once()
        invited = [
            letter
            for address in people.addresses
            for letter in map(message_from_bytes, server.letters(address))
            if letter["X-Mailflow-Letter"] == "invitation"
        ]
        server.add_account(FLOOR, PASSWORD)
        sample = server.letters(expert_address(0, 1))[0]
        floor = stack.enter_context(closing(Worker(bare, server.imap_port, server.smtp_port, sample)))
        share = len(invited) // ROUNDS
        chunks = [invited[turn * share :][:share] for turn in range(ROUNDS)]
        ours, theirs = _in_turns(
            ROUNDS,
            lambda turn: _yeses(server, SERVICE, worker, chunks[turn]),
            lambda turn: _yeses(server, FLOOR, floor, chunks[turn]),
        )
    return share / ours, share / theirs


def _yeses(server: EmbeddedServer, account: str, worker: Worker, letters: list[Message]) -> float:
    for letter in letters:
        server.drop(account, reply_to(letter, "Yes, gladly.", MONDAY))
    return worker.once()


def bare(line: Connection, imap_port: int, smtp_port: int, sample: bytes) -> None:
    """Fetch what is new and submit a letter of usual size for each, without any program between."""
    inbox = IMAPClient("127.0.0.1", imap_port, ssl=False)
    inbox.login(FLOOR, PASSWORD)
    loop = asyncio.new_event_loop()
    lines = [SMTP(hostname="127.0.0.1", port=smtp_port) for _ in range(CONNECTIONS)]
    for one in lines:
        loop.run_until_complete(one.connect())
    seen: set[int] = set()
    while line.recv() != "end":
        start = time.perf_counter()
        inbox.select_folder("INBOX", readonly=True)
        fetched = inbox.fetch([uid for uid in inbox.search() if uid not in seen], ["BODY.PEEK[]"])
        seen.update(fetched)
        loop.run_until_complete(_submitted(lines, [sample] * len(fetched)))
        line.send(time.perf_counter() - start)
    for one in lines:
        loop.run_until_complete(one.quit())
    loop.close()
    inbox.logout()


async def _submitted(lines: list[SMTP], letters: list[bytes]) -> None:
    async def work(line: SMTP) -> None:
        while letters:
            await line.sendmail(SERVICE, [expert_address(0, 1)], letters.pop())

    await asyncio.gather(*(work(line) for line in lines))


if __name__ == "__main__":
    sys.exit(main())
