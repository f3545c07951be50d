"""The whole job while lines keep failing: the letters of a good day, none lost, none beyond the promise."""

import random
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from email import message_from_bytes
from pathlib import Path

import pytest
from test_whole_story import ADVICE, KICKOFF, NAMES
from worlds import MONDAY, EmbeddedWorld, purpose_of

from mailflow.demo import shapes
from mailflow.demo.server import EmbeddedServer
from tests.integration.rig_flow import Household
from tests.integration.rig_line import After, Fault, FaultyLine

PEOPLE = ("leader", *ADVICE)
IMAP_WORDS = (b"LOGIN", b"SELECT", b"UID SEARCH", b"UID FETCH", b"LIST", b"UID MOVE", b"CREATE", b"NOOP")
LEAST_TROUBLE = 4  # faults that happened in a day, else the test shows nothing
SMTP_WORDS = (b"EHLO", b"MAIL", b"RCPT", b"DATA", b".\r\n")


class Trouble:
    """Faults by chance, the same for the same seed."""

    def __init__(self, seed: int, imap: FaultyLine, smtp: FaultyLine) -> None:
        self._chance = random.Random(seed)
        self._imap, self._smtp = imap, smtp
        self.happened: list[Fault] = []

    def arm(self) -> None:
        """Some faults on each line, somewhere in what comes next."""
        for line, words in ((self._imap, IMAP_WORDS), (self._smtp, SMTP_WORDS)):
            self.happened += line.happened
            line.fails(*(self._fault(words) for _ in range(3)))

    def _fault(self, words: tuple[bytes, ...]) -> Fault:
        return Fault(
            words=self._chance.choice(words),
            after=self._chance.choice(list(After)),
            nth=self._chance.randint(1, 2),
            hangs=self._chance.random() < 0.2,
        )


class Day:
    """A household, its people, and perhaps trouble on its lines."""

    def __init__(self, world: EmbeddedWorld, house: Household, trouble: Trouble | None) -> None:
        self.world, self.house, self.trouble = world, house, trouble

    def settles(self) -> None:
        """All that follows from what arrived has happened."""
        if self.trouble is not None:
            self.trouble.arm()
        self.house.settles()

    def letter(self, local: str, purpose: str) -> bytes:
        """A letter of this purpose that somebody has."""
        return next(raw for raw in self.world.letters(local, 0) if purpose_of(raw) == purpose)

    def replies(self, local: str, purpose: str, text: str, pieces: tuple[str, ...] = ()) -> None:
        """Somebody answers from Gmail."""
        raw = shapes.gmail_web(
            self.letter(local, purpose),
            sender=self.world.address(local),
            name=NAMES[local],
            text=text,
            pieces=pieces,
            sent_at=self.house.now,
        )
        self.world.deliver(raw, self.world.address(local))

    def lives_through(self) -> None:
        """Kickoff to synthesis."""
        self.world.deliver(
            shapes.fresh_mail(
                sender=self.world.address("leader"),
                name=NAMES["leader"],
                to=self.world.service,
                subject="Lifting my delegation",
                text=KICKOFF.format(self.world.domain),
                sent_at=self.house.now,
            ),
            self.world.address("leader"),
        )
        self.settles()
        self.replies("leader", "preview", "Yes, send it.")
        self.settles()
        for local in ADVICE:
            self.replies(local, "invitation", "Yes, happy to have a coffee.")
        self.settles()
        for local, pieces in ADVICE.items():
            self.replies(local, "question", "Here you go:", pieces)
            self.settles()

    def copies(self) -> Counter[tuple[str, str, bytes]]:
        """How often each person has each letter, byte for byte."""
        return Counter(
            (local, str(message_from_bytes(raw)["Message-ID"]), raw)
            for local in PEOPLE
            for raw in self.world.letters(local, 0)
        )

    def purposes(self) -> Counter[tuple[str, str]]:
        """Which letters everybody has, repeats counted once."""
        return Counter((local, purpose_of(raw)) for local, _, raw in self.copies())


@pytest.fixture
def lived(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Day]:
    """A whole engagement, on good lines or on bad ones."""
    seed: int | None = request.param
    with (
        EmbeddedServer() as server,
        FaultyLine(server.imap_port) as imap,
        FaultyLine(server.smtp_port) as smtp,
    ):
        world = EmbeddedWorld(tmp_path, server)
        trouble = Trouble(seed, imap, smtp) if seed is not None else None
        with Household(world.config, imap.port, smtp.port, MONDAY, 0.5).awake() as house:
            day = Day(world, house, trouble)
            day.lives_through()
            yield day


GOOD_DAY = Counter(
    {
        **{("leader", purpose): 1 for purpose in ("preview", "under_way", "synthesis")},
        ("leader", "coffee_accepted"): 3,
        **{(local, purpose): 1 for local in ADVICE for purpose in ("invitation", "question", "thanks")},
    }
)


@pytest.mark.parametrize("lived", [None, *range(6)], indirect=True)
def test_bad_lines_change_nothing_but_the_hour(lived: Day) -> None:
    """Nine pieces and the same letters; a copy more only of what was lost after its body left."""
    assert lived.purposes() == GOOD_DAY
    (head,) = [head for head in lived.house.tools.store.heads() if not head.hidden]
    assert head.received == 9
    repeats = [times for times in lived.copies().values() if times > 1]
    assert all(times == 2 for times in repeats)
    ids = [message_id for _, message_id, _ in lived.copies()]
    assert len(ids) == len(set(ids))
    assert lived.trouble is None or len(lived.trouble.happened) >= LEAST_TROUBLE
    in_doubt = [fault for fault in lived.trouble.happened if fault.words == b".\r\n"] if lived.trouble else []
    assert len(repeats) <= len(in_doubt)
    assert lived.house.now - MONDAY < timedelta(hours=6)
