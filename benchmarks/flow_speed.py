"""What one handled reply costs with few and with many open engagements, and a full inbox beside its floor.

    python -m benchmarks.flow_speed [--few 100] [--many 10000] [--inbox 300]

Everything is measured in turns (A B A B), since machines have moods; ratios are what to compare.  The
floor is what no program can avoid: fetch each message and submit one letter for it, over the same kind of
connections to the same servers, with nothing of ours between.
"""

import argparse
import asyncio
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
    mail,
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A service with so many open engagements, some of whose experts can answer."""

    server: EmbeddedServer
    config: Path
    flow: Flow
    store: TinyStore
    invitations: list[Message]


@contextmanager
def place(folder: Path, engagements: int) -> Iterator[Place]:
    """A world whose store is filled up with engagements that wait."""
    folder.mkdir()
    with ExitStack() as stack:
        server, people, path = stack.enter_context(world(folder, REPLIES))
        config = load_config(path)
        store = stack.enter_context(closing(open_store(config, exclusive=True)))
        flow = Flow(stack.enter_context(built(config, store, lambda: MONDAY)))
        for number in range(REPLIES):
            server.drop(SERVICE, kickoff(number))
        _play(flow, people, rounds=2)
        _crowd(store, engagements - REPLIES)
        _a_pass(flow)  # the first look at the store reads all heads, once a start
        yield Place(
            server=server, config=path, flow=flow, store=store, invitations=list(_invitations(server))
        )


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
        idle = _in_turns(20, lambda _: _timed(quiet.flow), lambda _: _timed(busy.flow))
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
    return _timed(where.flow)


def _timed(flow: Flow) -> float:
    start = time.perf_counter()
    _a_pass(flow)
    return time.perf_counter() - start


def _a_pass(flow: Flow) -> None:
    flow.receive()
    flow.wake()
    flow.deliver()


def _command(config: Path) -> float:
    return _run("-m", "mailflow", "--config", str(config), "list")


def _run(*words: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *words], stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def _play(flow: Flow, people: People, rounds: int) -> None:
    """Kickoffs in, previews answered, invitations out."""
    for _ in range(rounds):
        _a_pass(flow)
        people.read_and_answer(MONDAY)


def _invitations(server: EmbeddedServer) -> Iterator[Message]:
    """One invitation of each engagement, to answer."""
    for number in range(REPLIES):
        letters = [message_from_bytes(raw) for raw in server.letters(expert_address(number, 1))]
        yield next(one for one in letters if one["X-Mailflow-Letter"] == "invitation")


def _crowd(store: TinyStore, how_many: int) -> None:
    """Fill the store with copies of an engagement that waits, under ids of their own."""
    template = store.load(store.heads()[0].id)
    assert template is not None
    hasty = TinyStore(store.folder, exclusive=False, disk=HastyDisk())
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
        config = load_config(path)
        store = stack.enter_context(closing(open_store(config, exclusive=True)))
        flow = Flow(stack.enter_context(built(config, store, lambda: MONDAY)))
        floor = stack.enter_context(closing(Floor(server)))
        for number in range(engagements):
            server.drop(SERVICE, kickoff(number))
        _play(flow, people, rounds=1)
        _a_pass(flow)
        invited = [
            letter
            for address in people.addresses
            for letter in map(message_from_bytes, server.letters(address))
            if letter["X-Mailflow-Letter"] == "invitation"
        ]
        share = len(invited) // ROUNDS
        chunks = [invited[turn * share :][:share] for turn in range(ROUNDS)]
        ours, theirs = _in_turns(
            ROUNDS,
            lambda turn: _yeses(server, flow, chunks[turn]),
            lambda _: floor.spent(share),
        )
    return share / ours, share / theirs


def _yeses(server: EmbeddedServer, flow: Flow, letters: list[Message]) -> float:
    for letter in letters:
        server.drop(SERVICE, reply_to(letter, "Yes, gladly.", MONDAY))
    return _timed(flow)


class Floor:
    """An inbox and a way out without any program between."""

    def __init__(self, server: EmbeddedServer) -> None:
        """Connected and logged in before anything is timed."""
        self._server = server
        server.add_account("floor@people.example", PASSWORD)
        self._inbox = IMAPClient("127.0.0.1", server.imap_port, ssl=False)
        self._inbox.login("floor@people.example", PASSWORD)
        self._loop = asyncio.new_event_loop()
        self._lines = [SMTP(hostname="127.0.0.1", port=server.smtp_port) for _ in range(CONNECTIONS)]
        for line in self._lines:
            self._loop.run_until_complete(line.connect())
        self._seen: set[int] = set()

    def spent(self, messages: int) -> float:
        """Seconds to fetch so many messages and to submit as many letters of usual size."""
        sample = next(raw for raw in self._server.letters(expert_address(0, 1)))
        question = mail(
            sender=expert_address(0, 1),
            to=SERVICE,
            subject="Re: a coffee",
            text="Yes, gladly.",
            moment=MONDAY,
            message_id="<floor@people.example>",
        )
        for _ in range(messages):
            self._server.drop("floor@people.example", question)
        start = time.perf_counter()
        self._inbox.select_folder("INBOX", readonly=True)
        new = [uid for uid in self._inbox.search() if uid not in self._seen]
        fetched = self._inbox.fetch(new, ["BODY.PEEK[]"])
        self._loop.run_until_complete(self._submit([sample] * len(fetched)))
        self._seen.update(new)
        assert len(fetched) == messages
        return time.perf_counter() - start

    async def _submit(self, letters: list[bytes]) -> None:
        async def work(line: SMTP) -> None:
            while letters:
                await line.sendmail(SERVICE, [expert_address(0, 1)], letters.pop())

        await asyncio.gather(*(work(line) for line in self._lines))

    def close(self) -> None:
        """Say goodbye."""
        self._inbox.logout()
        for line in self._lines:
            self._loop.run_until_complete(line.quit())
        self._loop.close()


if __name__ == "__main__":
    sys.exit(main())
