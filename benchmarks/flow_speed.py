"""What one handled reply costs with few and with many open engagements, and a full inbox beside its floor.

    python -m benchmarks.flow_speed [--many 10000] [--inbox 400]

The floor is what no program can avoid: fetch each message and submit one letter for it, over the
same kind of connections to the same servers, with no product code between.
"""

import argparse
import statistics
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes
from pathlib import Path

from benchmarks.harness import MONDAY, SERVICE, answer_for, kickoff, reply_to, world
from mailflow.config import load_config
from mailflow.flow import Flow
from mailflow.identity import ALPHABET
from mailflow.mentoring.engagement import Engagement
from mailflow.ports import Accepted, Filed, Folder, Letter
from mailflow.store.tiny import TinyStore
from mailflow.wiring import built, mailbox_of, open_store, outbox_of

REPLIES = 60


def main(arguments: list[str] | None = None) -> int:
    """Print both tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--few", type=int, default=100)
    parser.add_argument("--many", type=int, default=10_000)
    parser.add_argument("--inbox", type=int, default=300)
    chosen = parser.parse_args(arguments)
    few, many = cost_of_a_reply(chosen.few), cost_of_a_reply(chosen.many)
    print("cost of one handled reply (received, decided, written, committed, filed)")
    print(f"  {chosen.few:>6} open engagements   {few * 1000:7.1f} ms")
    print(f"  {chosen.many:>6} open engagements   {many * 1000:7.1f} ms   ratio {many / few:.2f}")
    ours, floor = full_inbox(chosen.inbox)
    print(f"\na full inbox of {chosen.inbox} replies, each answered by one letter or more")
    print(f"  mailflow                 {ours:7.1f} messages/s")
    print(f"  floor (fetch + submit)   {floor:7.1f} messages/s   ratio {ours / floor:.2f}")
    return 0


def cost_of_a_reply(open_engagements: int) -> float:
    """Median seconds from fetching a reply to having filed it, beside so many open engagements."""
    with tempfile.TemporaryDirectory(prefix="mailflow-bench-") as name, world(Path(name), REPLIES) as made:
        server, people, path = made
        config = load_config(path)
        moment = MONDAY
        with (
            closing(open_store(config, exclusive=True)) as store,
            built(config, store, lambda: moment) as tools,
        ):
            flow = Flow(tools)
            for number in range(REPLIES):
                server.drop(SERVICE, kickoff(number))
            _play(flow, people, rounds=2)
            _crowd(store, open_engagements - REPLIES)
            store.heads()  # the first look reads all heads, once a start
            spent = []
            for letter in _invitations(server, people):
                server.drop(SERVICE, reply_to(letter, answer_for(str(letter["To"])), moment))
                start = time.perf_counter()
                flow.receive()
                spent.append(time.perf_counter() - start)
    return statistics.median(spent)


def _play(flow: Flow, people, rounds: int) -> None:
    """Kickoffs in, previews answered, invitations out."""
    for _ in range(rounds):
        flow.receive()
        flow.wake()
        flow.deliver()
        people.read_and_answer(MONDAY)


def _invitations(server, people) -> list:
    """One invitation of each engagement, to answer."""
    chosen = []
    for address in people.addresses:
        if address.endswith("-1@experts.example"):
            found = [message_from_bytes(raw) for raw in server.letters(address)]
            chosen.extend(one for one in found[:1] if one["X-Mailflow-Letter"] == "invitation")
    return chosen


def _crowd(store: TinyStore, how_many: int) -> None:
    """Fill the store with copies of an engagement that waits, under ids of their own."""
    template = store.load(store.heads()[0].id)
    assert template is not None
    for number in range(max(how_many, 0)):
        new = "".join(ALPHABET[(number >> (5 * place)) & 31] for place in range(9)) + "z"
        store.commit(_copied(template, new))


def _copied(template: Filed, new: str) -> Filed:
    engagement: Engagement = replace(template.engagement, id=new, version=0, handled=())
    letters: tuple[Letter, ...] = tuple(
        replace(letter, key=letter.key.replace(template.engagement.id, new)) for letter in template.letters
    )
    return Filed(engagement=engagement, letters=letters)


def full_inbox(messages: int) -> tuple[float, float]:
    """Messages a second through mailflow, and through nothing but fetch and submit."""
    with tempfile.TemporaryDirectory(prefix="mailflow-bench-") as name:
        folder = Path(name)
        engagements = messages // 3
        with world(folder, engagements) as (server, people, path):
            config = load_config(path)
            with (
                closing(open_store(config, exclusive=True)) as store,
                built(config, store, lambda: MONDAY) as tools,
            ):
                flow = Flow(tools)
                for number in range(engagements):
                    server.drop(SERVICE, kickoff(number))
                _play(flow, people, rounds=1)
                flow.receive()
                flow.deliver()
                people.read_and_answer(MONDAY)  # the inbox now holds three yeses for each engagement
                start = time.perf_counter()
                count = flow.receive()
                flow.deliver()
                ours = count / (time.perf_counter() - start)
            return ours, _floor(server, people, config, engagements * 3)


def _floor(server, people, config, messages: int) -> float:
    sample = server.letters(people.addresses[-1])[0]
    for number in range(messages):
        server.drop(SERVICE, sample.replace(b"Date:", f"X-Number: {number}\r\nDate:".encode(), 1))
    letter = Letter(
        key="floor",
        purpose="question",  # type: ignore[arg-type]
        seat=1,
        to=people.addresses[-1],
        message_id="<floor@bench.example>",
        raw=sample,
        text="",
        queued_at=MONDAY - timedelta(days=1),
    )
    with closing(mailbox_of(config)) as mailbox, closing(outbox_of(config)) as outbox:
        start = time.perf_counter()
        count = 0
        for arrival in mailbox.arrivals():
            mailbox.file(arrival, Folder.HANDLED)
            count += 1
        taken = sum(isinstance(fate, Accepted) for _, fate in outbox.send([letter] * count))
        assert taken == count
        return count / (time.perf_counter() - start)


if __name__ == "__main__":
    sys.exit(main())
