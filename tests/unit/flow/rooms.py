"""A flow with everything behind its seams in memory; people answer with the shapes of real clients."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from pathlib import Path

from mailflow.demo import shapes
from mailflow.flow import Flow
from mailflow.flow.house import Budgets, HouseRules, Tools
from mailflow.mentoring.engagement import Policy
from mailflow.mentoring.events import Event
from mailflow.ports import Filed, Letter, Synthesiser
from mailflow.reading.classify import Correspondent, classify
from mailflow.reading.message import Message, read_message
from mailflow.synthesis.engine import OfflineSynthesiser
from mailflow.writing.letter import House

sys.path.insert(0, str(Path(__file__).parents[2]))
from fake_store import MemoryStore
from fakes import FakeMailbox, FakeOutbox

SERVICE = "jit@mail.test"
LEADER = "lee@mail.test"
EXPERTS = ("ada@mail.test", "grace@mail.test", "mary@mail.test")
KICKOFF = """Capability: delegating work to my team
Why now: we grew

Ada Lovelace <ada@mail.test>, inside
Grace Hopper <grace@mail.test>, outside
Mary Jackson <mary@mail.test>, outside
"""
MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class DirectReader:
    """Reads in this very process: the airlock has tests of its own."""

    def open(self, raw: bytes) -> Message:
        return read_message(raw)

    def understand(self, raw: bytes, who: Correspondent, now: datetime) -> Event:
        return classify(read_message(raw), who, now)

    def close(self) -> None:
        """Nothing to end."""


class Rooms:
    """The house in memory, and its clock."""

    def __init__(
        self,
        *,
        budgets: Budgets | None = None,
        synthesiser: Synthesiser | None = None,
        store: MemoryStore | None = None,
        outbox: FakeOutbox | None = None,
        operator: str = "",
        message_bytes: int = 10_000_000,
    ) -> None:
        self.now = MONDAY
        self.store = store or MemoryStore()
        self.mailbox = FakeMailbox(message_bytes=message_bytes)
        self.outbox = outbox or FakeOutbox()
        self.tools = Tools(
            store=self.store,
            synthesiser=synthesiser or OfflineSynthesiser(),
            house=House(address=SERVICE, key=b"k" * 32, operator=operator),
            rules=HouseRules(
                may_start=lambda address: address == LEADER, policy=Policy(), budgets=budgets or Budgets()
            ),
            clock=lambda: self.now,
            mailbox=self.mailbox,
            outbox=self.outbox,
            reader=DirectReader(),
        )
        self.flow = Flow(self.tools)

    # --- time ---

    def passes(self, **later: float) -> "Rooms":
        """One pass, so much later."""
        self.now += timedelta(**later)
        self.flow.receive()
        self.flow.wake()
        self.flow.deliver()
        return self

    def restarted(self) -> "Rooms":
        """A new process with the same store: what was only in memory is gone."""
        self.flow = Flow(self.tools)
        return self

    # --- people ---

    def kickoff(self) -> "Rooms":
        """The leader writes, sees the preview, says yes; nothing is delivered after the yes yet."""
        raw = shapes.fresh_mail(
            sender=LEADER, name="Lee", to=SERVICE, subject="Kickoff", text=KICKOFF, sent_at=self.now
        )
        self.mailbox.drop(raw)
        self.passes()
        self.replies(LEADER, "preview", "Yes, send it.")
        self.flow.receive()
        return self

    def asked(self) -> "Rooms":
        """Everybody has the question."""
        self.kickoff().passes()
        for expert in EXPERTS:
            self.replies(expert, "invitation", "Yes, gladly.")
        return self.passes()

    def answers(self, expert: str) -> "Rooms":
        """Three pieces arrive."""
        pieces = tuple(
            f"{word} every week with {expert.partition('@')[0]}" for word in ("Ask", "Write", "Wait")
        )
        return self.replies(expert, "question", "Here:", pieces)

    def replies(self, who: str, purpose: str, text: str, pieces: Sequence[str] = ()) -> "Rooms":
        """Somebody's answer to a letter lies in the inbox."""
        raw = self.sent(who, purpose)[0].raw
        reply = shapes.gmail_web(raw, sender=who, name="", text=text, pieces=pieces, sent_at=self.now)
        self.mailbox.drop(reply)
        return self

    # --- what a test looks at ---

    def sent(self, who: str, purpose: str = "") -> list[Letter]:
        """What the mail server has for somebody, copies included."""
        return [
            letter
            for letter in self.outbox.sent
            if letter.to == who and purpose in {"", message_from_bytes(letter.raw)["X-Mailflow-Letter"]}
        ]

    def purposes(self, who: str) -> list[str]:
        """The purposes of all that, in order."""
        return [str(message_from_bytes(letter.raw)["X-Mailflow-Letter"]) for letter in self.sent(who)]

    def filed(self) -> Filed:
        """The file of the only engagement."""
        (head,) = [head for head in self.store.heads() if not head.hidden]
        filed = self.store.load(head.id)
        assert filed is not None
        return filed

    def letter(self, purpose: str, seat: int) -> Letter:
        """One letter as the store has it."""
        (found,) = [one for one in self.filed().letters if (one.purpose.value, one.seat) == (purpose, seat)]
        return found

    def half_way(self, purpose: str, seat: int) -> None:
        """Put a letter back into the state a kill leaves it in."""
        filed, letter = self.filed(), self.letter(purpose, seat)
        from mailflow.ports import LetterState

        sending = replace(letter, state=LetterState.SENDING, copies=1, attempts=1)
        letters = tuple(sending if one.key == letter.key else one for one in filed.letters)
        self.store.commit(replace(filed, letters=letters))
