"""A refusal for good is news of one seat: told once, whatever happens in between, and of nobody else."""

import contextlib

import pytest
from rooms import EXPERTS, LEADER, SERVICE, Rooms

from mailflow.mentoring.engagement import NamedExpert, Standing
from mailflow.mentoring.events import SubstituteNamed
from mailflow.ports import Aside, Filed, LetterState, StoreError
from mailflow.writing import letter as writing

from fake_store import MemoryStore  # isort: skip - found by the line above

ADA, GRACE, MARY = EXPERTS
HANA = "hana@mail.test"
REPORT = """From: MAILER-DAEMON@mail.test
To: {to}
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b

No such user.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.test

Final-Recipient: rfc822; {who}
Action: failed
Status: 5.1.1

--b
Content-Type: text/rfc822-headers

Message-ID: {original}

--b--
"""


class FullAfterFailure(MemoryStore):
    """A disk that takes the news that a letter failed and then refuses: a kill in between looks the same."""

    is_armed = False

    def commit(self, filed: Filed) -> Filed:
        had = self.load(filed.engagement.id)
        if self.is_armed and had is not None and _failures(had):
            raise StoreError("the disk is full")
        return super().commit(filed)


def _failures(filed: Filed) -> int:
    return sum(letter.state is LetterState.FAILED for letter in filed.letters)


def hana_instead_of_ada() -> Rooms:
    """Ada, who was asked, is replaced by Hana, who is invited; the mails to both have not left yet."""
    rooms = Rooms().asked()
    hana = SubstituteNamed(seat=1, expert=NamedExpert(name="Hana Sato", email=HANA), confirmed=True)
    rooms.flow.settler.apply(rooms.filed().engagement.id, hana)
    return rooms


def test_the_failed_letter_and_its_news_are_one_commit():
    """Whoever dies after keeping the one has kept the other."""
    store = FullAfterFailure()
    rooms = Rooms(store=store).kickoff()
    rooms.outbox.refuse(ADA, temporary=False)
    store.is_armed = True
    with contextlib.suppress(StoreError):
        rooms.passes()
    store.is_armed = False
    rooms.restarted().passes(minutes=1)
    assert rooms.filed().engagement.expert(1).standing is Standing.UNREACHABLE
    assert rooms.purposes(LEADER).count("seat_open") == 1


def test_a_fault_of_ours_in_the_news_ends_no_pass(monkeypatch: pytest.MonkeyPatch):
    """The letter has failed, an operator hears why nobody was told, the other letters went."""
    rooms = Rooms(operator="ops@mail.test").kickoff()
    rooms.outbox.refuse(ADA, temporary=False)
    monkeypatch.setattr("mailflow.flow.settle.write_letter", _broken("seat_open"))
    rooms.passes()
    assert rooms.letter("invitation", 1).state is LetterState.FAILED
    assert [rooms.purposes(who) for who in (GRACE, MARY)] == [["invitation"], ["invitation"]]
    assert rooms.passes().purposes("ops@mail.test") == ["alert"]


def test_an_alert_that_cannot_be_written_is_listed(monkeypatch: pytest.MonkeyPatch):
    """A broken template of the alert itself must not end the pass that wanted to tell of another."""
    rooms = Rooms(operator="ops@mail.test").kickoff()
    rooms.outbox.refuse(ADA, temporary=False)
    monkeypatch.setattr("mailflow.flow.settle.write_letter", _broken("seat_open"))
    monkeypatch.setattr("mailflow.flow.alerts.write_letter", _broken("alert"))
    rooms.passes()
    assert [(one.state, "writing_failed" in one.why) for one in rooms.store.all_aside()] == [
        (Aside.WAITING, True)
    ]


def _broken(purpose: str):
    def write(send, *details):
        if send.purpose.value == purpose:
            raise ValueError("a broken template")
        return writing.write_letter(send, *details)

    return write


def test_a_refused_goodbye_says_nothing_of_who_sits_there_now():
    """The address of the one who sat there before is gone; the newcomer is not unreachable for it."""
    rooms = hana_instead_of_ada()
    rooms.outbox.refuse(ADA, temporary=False)
    rooms.passes()
    assert rooms.letter("released", 1).state is LetterState.FAILED
    assert rooms.filed().engagement.expert(1).standing is Standing.INVITED
    assert rooms.purposes(HANA) == ["invitation"]
    assert "seat_open" not in rooms.purposes(LEADER)


@pytest.mark.parametrize(("who", "standing"), [(ADA, Standing.INVITED), (HANA, Standing.UNREACHABLE)])
def test_a_late_report_is_about_whom_it_names(who: str, standing: Standing):
    """A delivery report may come days after the seat changed hands."""
    rooms = hana_instead_of_ada().passes()
    letter = rooms.sent(who, "invitation")[0]
    report = REPORT.format(to=SERVICE, who=who, original=letter.message_id)
    rooms.mailbox.drop(report.replace("\n", "\r\n").encode())
    rooms.passes()
    assert rooms.filed().engagement.expert(1).standing is standing
