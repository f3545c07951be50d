"""Each message ends in one place, and a fault with one costs those behind it nothing."""

from dataclasses import replace

import pytest
from rooms import EXPERTS, LEADER, Rooms

from mailflow.mentoring.engagement import Stage, Standing
from mailflow.ports import Aside, Filed, Stale, StoreError
from mailflow.synthesis.engine import OfflineSynthesiser

from fake_store import MemoryStore  # isort: skip - found by the line above

ADA, GRACE, MARY = EXPERTS
FORGED_REPORT = b"""From: MAILER-DAEMON@mail.test
To: jit@mail.test
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b

No such user.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.test

Final-Recipient: rfc822; ada@mail.test
Action: failed
Status: 5.1.1

--b--
"""


class Failing(OfflineSynthesiser):
    """An engine with a bug, until it is mended."""

    mended = False

    def synthesise(self, engagement, today):
        if not self.mended:
            raise ValueError("a bug of ours")
        return super().synthesise(engagement, today)


class Contested(MemoryStore):
    """Somebody else commits first, every other time."""

    def __init__(self) -> None:
        super().__init__()
        self.turn = 0

    def commit(self, filed: Filed) -> Filed:
        self.turn += 1
        if self.turn % 2:
            raise Stale(filed.engagement.id)
        return super().commit(filed)


class Full(MemoryStore):
    """A disk that can refuse."""

    refuses = False

    def commit(self, filed: Filed) -> Filed:
        if self.refuses:
            raise StoreError("the disk is full")
        return super().commit(filed)


def test_a_fault_of_ours_keeps_the_nine_and_tries_again():
    """The pieces are stored before anyone reads them; the mail behind is handled; later it works."""
    engine = Failing()
    rooms = Rooms(synthesiser=engine).asked()
    for expert in EXPERTS:
        rooms.answers(expert)
    rooms.passes()
    assert rooms.filed().engagement.received == 9
    assert rooms.purposes(LEADER).count("synthesis") == 0
    (head,) = rooms.store.heads()
    assert rooms.flow.settler.next_wake(head) > rooms.now, "the daemon would not rest"
    engine.mended = True
    rooms.passes(minutes=16)
    assert rooms.purposes(LEADER).count("synthesis") == 1
    assert rooms.filed().engagement.stage is Stage.COMPLETE


def test_whoever_loses_a_race_decides_again():
    """Contested commits end in the same letters."""
    rooms = Rooms(store=Contested()).asked()
    for expert in EXPERTS:
        rooms.answers(expert)
    rooms.passes()
    assert rooms.purposes(LEADER).count("synthesis") == 1
    assert [rooms.purposes(who) for who in EXPERTS] == [["invitation", "question", "thanks"]] * 3


def test_a_full_disk_leaves_the_message_where_it_is():
    """Nothing is filed, nothing sent; with room again all goes on."""
    store = Full()
    rooms = Rooms(store=store).asked().answers(ADA)
    letters = len(rooms.outbox.sent)
    store.refuses = True
    with pytest.raises(StoreError):
        rooms.flow.receive()
    assert len(rooms.mailbox.inbox) == 1
    assert len(rooms.outbox.sent) == letters
    store.refuses = False
    rooms.passes()
    assert rooms.filed().engagement.expert(1).standing is Standing.ANSWERED
    assert rooms.mailbox.inbox == []


def test_a_folder_built_anew_repeats_nothing():
    """UIDVALIDITY changes; the same mails lie there again."""
    rooms = Rooms().asked().answers(ADA).passes()
    for raw in list(rooms.mailbox.handled):
        rooms.mailbox.drop(raw)
    rooms.mailbox.renumber()
    letters = len(rooms.outbox.sent)
    rooms.passes()
    assert rooms.mailbox.inbox == []
    assert len(rooms.outbox.sent) == letters
    assert rooms.filed().engagement.received == 3


def test_what_a_person_moves_back_is_tried_again():
    """From Attention to the inbox; here nothing has changed, so it is set aside again, once."""
    rooms = Rooms().asked()
    rooms.mailbox.drop(b"From: stranger@elsewhere.test\r\nSubject: hello\r\n\r\nWho are you?\r\n")
    rooms.passes()
    (before,) = rooms.store.all_aside()
    rooms.mailbox.take_back(rooms.mailbox.attention[0])
    rooms.passes(hours=1)
    (after,) = rooms.store.all_aside()
    assert (before.state, after.state) == (Aside.WAITING, Aside.WAITING)
    assert after.at > before.at
    assert len(rooms.mailbox.attention) == 1


def test_too_large_a_message_is_told_by_its_header_and_never_read_from_it():
    """A person sees who wrote; trying again needs a larger limit, and says so."""
    rooms = Rooms(message_bytes=2_000)
    rooms.mailbox.drop(
        b"From: Ada <ada@mail.test>\r\nTo: jit@mail.test\r\nSubject: photos\r\n\r\n" + b"x" * 3_000
    )
    rooms.passes()
    (aside,) = rooms.store.all_aside()
    assert (aside.sender, aside.subject, aside.why[:9]) == ("ada@mail.test", "photos", "too large")
    rooms.store.set_aside(replace(aside, state=Aside.RETRY))
    rooms.passes()
    (again,) = rooms.store.all_aside()
    assert (again.state, again.why) == (Aside.WAITING, aside.why)
    assert "message_bytes" in again.note


def test_a_bounce_that_names_none_of_our_letters_opens_no_seat():
    """Forged delivery reports prove nothing."""
    rooms = Rooms().asked()
    rooms.mailbox.drop(FORGED_REPORT.replace(b"\n", b"\r\n"))
    rooms.passes()
    assert rooms.filed().engagement.expert(1).standing is Standing.ASKED
    assert len(rooms.mailbox.attention) == 1
