"""What waits for a person or for a yes is not lost by a second look, nor by a kill between two writes."""

from dataclasses import replace
from datetime import timedelta

import pytest
from rooms import EXPERTS, LEADER, Rooms

from mailflow.demo import shapes
from mailflow.mentoring.engagement import Stage, Standing
from mailflow.ports import Aside, SetAsideMessage, StoreError

from fake_store import MemoryStore  # isort: skip - found by the line above

ADA, GRACE, MARY = EXPERTS
ADVICE = ("Ask first every week.", "Write down who decides.", "Wait before you help.")
MUDDLE = "Blorp the snarf, or maybe the other way around, who knows where it was."


class Forgetful(MemoryStore):
    """A disk that refuses what is set aside, for a while: a kill just before looks the same."""

    refuses = False

    def set_aside(self, message: SetAsideMessage) -> None:
        if self.refuses:
            raise StoreError("the disk is full")
        super().set_aside(message)


def from_an_assistant(rooms: Rooms, *, to: str = "question", text: str = "Her three:") -> bytes:
    """Somebody whose address we do not know answers with Ada's token."""
    raw = shapes.gmail_web(
        rooms.sent(ADA, to)[0].raw,
        sender="assistant@mail.test",
        name="",
        text=text,
        pieces=ADVICE if text.startswith("Her") else (),
        sent_at=rooms.now,
    )
    rooms.mailbox.drop(raw)
    return raw


def states(rooms: Rooms) -> list[Aside]:
    """What became of the messages set aside."""
    return [one.state for one in rooms.store.all_aside()]


def test_what_was_unclear_and_is_moved_back_is_read_again():
    """It still waits for a person afterwards; nobody may take it for handled."""
    rooms = Rooms().asked().replies(ADA, "question", MUDDLE).passes()
    rooms.mailbox.take_back(rooms.mailbox.attention[0])
    rooms.passes(hours=1)
    assert states(rooms) == [Aside.WAITING]
    assert len(rooms.mailbox.attention) == 1


def test_what_is_held_and_moved_back_stays_held_and_counts_after_the_yes():
    """Trying again asks again; the advice is not lost."""
    rooms = Rooms().asked()
    from_an_assistant(rooms)
    rooms.passes().mailbox.take_back(rooms.mailbox.attention[0])
    rooms.passes(hours=1)
    assert states(rooms) == [Aside.HELD]
    rooms.replies(ADA, "is_this_yours", "Yes, that was me.").passes()
    assert rooms.filed().engagement.expert(1).standing is Standing.ANSWERED


def test_what_is_tried_again_and_then_held_can_be_released():
    """The desk had it read again; whose it may be is known now, and a yes finds it."""
    rooms = Rooms().asked()
    from_an_assistant(rooms)
    rooms.passes()
    (held,) = rooms.store.all_aside()
    rooms.store.set_aside(replace(held, state=Aside.RETRY, engagement_id="", seat=0))
    rooms.passes(minutes=1)
    rooms.replies(ADA, "is_this_yours", "Yes, that was me.").passes()
    assert rooms.filed().engagement.expert(1).standing is Standing.ANSWERED


@pytest.mark.parametrize("text", ["Her three:", MUDDLE])
def test_a_kill_before_it_is_kept_loses_no_message(text: str):
    """The engagement has the event, the inbox still the message: the next pass keeps it, and asks once."""
    rooms = Rooms(store=Forgetful()).asked()
    if text is MUDDLE:
        rooms.replies(ADA, "question", text)
    else:
        from_an_assistant(rooms, text=text)
    rooms.store.refuses = True  # type: ignore[attr-defined]
    with pytest.raises(StoreError):
        rooms.flow.receive()
    rooms.store.refuses = False  # type: ignore[attr-defined]
    rooms.restarted().passes(minutes=1)
    assert states(rooms) == [Aside.WAITING if text is MUDDLE else Aside.HELD]
    assert rooms.purposes(ADA).count("is_this_yours") == (text is not MUDDLE)


@pytest.mark.parametrize("word", ["Yes, that was me.", "No, that was not me."])
def test_the_same_word_said_twice_moves_no_seat(word: str):
    """A yes or no to "is this yours?" is never taken for a yes or no to the invitation."""
    rooms = Rooms().kickoff().passes()
    from_an_assistant(rooms, to="invitation", text=MUDDLE)
    rooms.passes().replies(ADA, "is_this_yours", word).passes()
    rooms.now += timedelta(minutes=5)
    rooms.replies(ADA, "is_this_yours", word).passes()
    assert rooms.filed().engagement.expert(1).standing is Standing.INVITED
    assert "coffee_accepted" not in rooms.purposes(LEADER)


def test_a_leader_who_disowns_twice_cancels_nothing():
    """Two noes to the same question are one no."""
    rooms = Rooms().asked()
    raw = shapes.gmail_web(
        rooms.sent(LEADER, "under_way")[0].raw,
        sender="assistant@mail.test",
        name="",
        text="Please pause this.",
        sent_at=rooms.now,
    )
    rooms.mailbox.drop(raw)
    for word in ("No, that was not me.", "No, not me."):
        rooms.passes().replies(LEADER, "is_this_yours", word).passes(minutes=5)
    assert rooms.filed().engagement.stage is Stage.GATHERING


def test_a_stop_that_was_not_theirs_hushes_nobody_for_good():
    """A forged stop holds everything until they say that it was not theirs; then the clock runs again."""
    rooms = Rooms().kickoff().passes()
    from_an_assistant(rooms, to="invitation", text="Stop. Never write to me again.")
    rooms.passes().passes(days=10)
    assert rooms.purposes(ADA) == ["invitation", "is_this_yours"]
    rooms.replies(ADA, "is_this_yours", "No, that was not me.").passes()
    rooms.passes(days=5)
    assert rooms.purposes(ADA)[-1] == "question"
