"""Stories in a few words: people write, days pass, and a test looks at who was told what.

Each tale runs the daemon's own passes on an embedded mail server, under a clock that jumps; what an
admin sees comes from the commands beside it.
"""

import contextlib
import io
import json
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage

from mailflow.cli.app import run as command
from mailflow.config import load_config
from mailflow.daemon import Daemon
from mailflow.demo import shapes
from mailflow.wiring import built, open_store
from tests.integration.worlds import Story, World, purpose_of, text_of

KICKOFF = """Hello,

I'd like to get better at delegating work to my team.
Why now: we grew from four to eleven people since Christmas.
To what end: I want my mornings with customers back.

Ada Lovelace <ada@mail.test>, inside, she runs the mill
Grace Hopper <grace@mail.test>, outside
Mary Jackson <mary@mail.test>, outside

Best,
Lee
"""
ADVICE = {
    "ada": (
        "Hand over the outcome, not the steps.",
        "Write down who decides what.",
        "Hold a fixed half hour a week for questions.",
    ),
    "grace": (
        "Describe the result you want and let them surprise you.",
        "Ask \u201cwhat would you do?\u201d and then wait.",
        "Let small things go wrong.",
    ),
    "mary": (
        "Agree on the result and the limit, inside it they decide.",
        "Start with the thing you like doing most.",
        "Never take a task back.",
    ),
    "hana": (
        "Tell them why before you tell them what.",
        "Let them choose the first task.",
        "Leave the room when they present it.",
    ),
}
EXPERTS = ("ada", "grace", "mary")
NAMES = {
    "leader": "Lee Ader",
    "ada": "Ada Lovelace",
    "grace": "Grace Hopper",
    "mary": "Mary Jackson",
    "hana": "Hana Sato",
    "ops": "Olu Ops",
}


class Tale:
    """One engagement and the people around it."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._story = Story(world)
        self._running = ExitStack()
        self._start()

    def _start(self) -> None:
        config = load_config(self.world.config)
        store = self._running.enter_context(closing(open_store(config, exclusive=True)))
        tools = self._running.enter_context(built(config, store, lambda: self.now))
        self._daemon = Daemon(tools)

    def close(self) -> None:
        """The program ends."""
        self._running.close()

    def restarts(self) -> "Tale":
        """The program ends and is started again."""
        self.close()
        self._start()
        return self

    # --- time ---

    @property
    def now(self) -> datetime:
        """The moment of the tale."""
        return self._story.now

    def at(self, moment: str) -> "Tale":
        """It is this moment now ("2026-03-05 09:00", UTC); one pass."""
        self._story.now = datetime.fromisoformat(moment).replace(tzinfo=UTC)
        return self.runs()

    def on(self, *days: str, hour: int = 10) -> "Tale":
        """A pass on each of these days of 2026 ("03-09")."""
        for day in days:
            self.at(f"2026-{day} {hour:02}:00")
        return self

    def runs(self) -> "Tale":
        """One pass of the program, which must end well."""
        came_to = self._daemon.once()
        assert (came_to.trouble, came_to.deferred) == ("", "")
        return self

    # --- people write ---

    def leader_writes(self, text: str = KICKOFF, **mail: object) -> "Tale":
        """A new mail from the leader; read at once."""
        return self.writes("leader", text, **mail)

    def writes(
        self, who: str, text: str, *, subject: str = "Lifting my delegation", **mail: object
    ) -> "Tale":
        """A new mail from somebody, in no thread; read at once."""
        raw = shapes.fresh_mail(
            sender=self.world.address(who),
            name=NAMES.get(who, ""),
            to=self.world.service,
            subject=subject,
            text=text,
            sent_at=self.now,
            **mail,  # type: ignore[arg-type]
        )
        return self.arrives(raw, who).runs()

    def replies(
        self,
        who: str,
        text: str = "",
        *,
        to: str = "question",
        nth: int = 1,
        pieces: tuple[str, ...] = (),
        shape: shapes.Shape = shapes.gmail_web,
        sender: str = "",
        read: bool = True,
    ) -> "Tale":
        """Somebody answers the nth letter of a purpose they were sent; read at once unless told otherwise."""
        raw = self.reply(who, text, to=to, nth=nth, pieces=pieces, shape=shape, sender=sender)
        self.arrives(raw, who)
        return self.runs() if read else self

    def reply(
        self,
        who: str,
        text: str = "",
        *,
        to: str = "question",
        nth: int = 1,
        pieces: tuple[str, ...] = (),
        shape: shapes.Shape = shapes.gmail_web,
        sender: str = "",
    ) -> bytes:
        """The bytes of such an answer."""
        return shape(
            self._story.raw_letter(who, to, nth),
            sender=sender or self.world.address(who),
            name=NAMES[who],
            text=text,
            pieces=pieces,
            closing="",
            sent_at=self.now,
        )

    def arrives(self, raw: bytes, who: str = "leader") -> "Tale":
        """Bytes in the inbox, not yet read."""
        self.world.deliver(raw, self.world.address(who))
        return self

    # --- the usual beginnings ---

    def under_way(self, text: str = KICKOFF) -> "Tale":
        """Kickoff, preview, yes."""
        return self.leader_writes(text).replies("leader", "Yes, send it.", to="preview")

    def asked(self, *experts: str) -> "Tale":
        """Under way, and these experts (all, if none is named) said yes and have the question."""
        self.under_way()
        for who in experts or EXPERTS:
            self.replies(who, "Yes, happy to have a coffee.", to="invitation", read=False)
        return self.runs()

    def answers(self, who: str, *pieces: str, read: bool = True, to: str = "question") -> "Tale":
        """Somebody gives their three pieces, or these."""
        return self.replies(who, "Here you go:", pieces=pieces or ADVICE[who], read=read, to=to)

    def complete(self) -> "Tale":
        """All nine are in."""
        self.asked()
        for who in EXPERTS:
            self.answers(who, read=False)
        return self.runs()

    # --- what a test looks at ---

    def letters(self, who: str) -> list[str]:
        """The purposes of all letters somebody was sent, in order."""
        return [purpose_of(raw) for raw in self.world.letters(who, 0)]

    def letter(self, who: str, purpose: str, nth: int = 1) -> EmailMessage:
        """One letter."""
        return self._story.letter(who, purpose, nth)

    def text(self, who: str, purpose: str, nth: int = 1) -> str:
        """The words of a letter, on one line."""
        return " ".join(text_of(self.letter(who, purpose, nth)).split())

    def all_text(self, who: str) -> str:
        """The words of all letters somebody was sent, text and HTML."""
        words = []
        for raw in self.world.letters(who, 0):
            parts = message_from_bytes(raw, policy=policy.default).walk()
            texts = [part.get_content() for part in parts if part.get_content_maintype() == "text"]
            words.extend(" ".join(str(text).split()) for text in texts)
        return "\n".join(words)

    def desk(self, *words: str, ends: int = 0) -> str:
        """What a command prints; it must end with this status."""
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            assert command(["--config", str(self.world.config), *words]) == ends
        return out.getvalue()

    def listed(self) -> list[dict]:
        """`list --json`."""
        return list(json.loads(self.desk("list", "--json")))

    def shown(self) -> dict:
        """`show --json` of the only engagement."""
        (row,) = self.listed()
        return dict(json.loads(self.desk("show", "--json", row["id"])))

    def standing(self, who: str) -> str:
        """The standing of whoever has this address."""
        address = self.world.address(who)
        (expert,) = [one for one in self.shown()["experts"] if one["email"] == address]
        return str(expert["standing"])

    def set_aside(self) -> list[dict]:
        """`attention list --json`."""
        return list(json.loads(self.desk("attention", "list", "--json")))
