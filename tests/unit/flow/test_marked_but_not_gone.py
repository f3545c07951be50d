"""What was marked as leaving and did not leave is not forgotten; what was not marked does not leave."""

from dataclasses import replace

import pytest
from rooms import EXPERTS, KICKOFF, LEADER, SERVICE, Rooms

from mailflow.demo import shapes
from mailflow.flow import Flow
from mailflow.ports import Filed, Letter, LetterState, Stale, StoreError

from fake_store import MemoryStore  # isort: skip - found by the line above


class FullInBetween(MemoryStore):
    """A disk that takes a number of marks, then refuses, until there is room again."""

    marks_left = -1

    def commit(self, filed: Filed) -> Filed:
        if any(letter.state is LetterState.SENDING for letter in filed.letters):
            if self.marks_left == 0:
                raise StoreError("the disk is full")
            self.marks_left -= 1
        return super().commit(filed)


class NeverLetsGo(MemoryStore):
    """Somebody else commits before every mark of ours, as long as they like."""

    is_held = True

    def commit(self, filed: Filed) -> Filed:
        if self.is_held and any(letter.state is LetterState.SENDING for letter in filed.letters):
            raise Stale(filed.engagement.id)
        return super().commit(filed)


def letters_of_all(rooms: Rooms) -> list[Letter]:
    """Every letter in the store, as it stands there."""
    files = [rooms.store.load(head.id) for head in rooms.store.heads()]
    return [letter for filed in files if filed is not None for letter in filed.letters]


def two_previews(rooms: Rooms) -> Rooms:
    """Two kickoffs are read; their previews wait to leave."""
    for text in (KICKOFF, KICKOFF.replace("delegating work to my team", "saying no to new work")):
        raw = shapes.fresh_mail(
            sender=LEADER, name="Lee", to=SERVICE, subject="Kickoff", text=text, sent_at=rooms.now
        )
        rooms.mailbox.drop(raw)
    rooms.flow.receive()
    return rooms


def test_a_disk_that_fills_between_two_marks_holds_nothing_back_for_good():
    """With room again both letters go, each once, and the program need not be started anew."""
    store = FullInBetween()
    rooms = two_previews(Rooms(store=store))
    store.marks_left = 1
    with pytest.raises(StoreError):
        rooms.flow.deliver()
    store.marks_left = -1
    rooms.passes(minutes=1).passes(minutes=16).passes(minutes=16)
    assert rooms.purposes(LEADER) == ["preview", "preview"]
    assert {letter.state for letter in letters_of_all(rooms)} == {LetterState.SENT}


def test_a_pass_that_ends_early_puts_back_what_it_had_marked():
    """Told to stop after a repeat: the letter marked before it waits, uncounted, for the next pass."""
    rooms = two_previews(Rooms())
    (first, second) = (filed for head in rooms.store.heads() if (filed := rooms.store.load(head.id)))
    rooms.store.commit(_sent_once(second))
    rooms.flow = Flow(rooms.tools, lambda: False)
    rooms.flow.deliver()
    waiting = rooms.store.load(first.engagement.id)
    assert waiting is not None
    assert [(one.state, one.copies) for one in waiting.letters] == [(LetterState.QUEUED, 0)]
    rooms.restarted().passes()
    assert len([one for one in rooms.outbox.sent if one.key == first.letters[0].key]) == 1


def _sent_once(filed: Filed) -> Filed:
    repeat = replace(filed.letters[0], copies=1, note="sent once more")
    return replace(filed, letters=(repeat,))


def test_what_could_not_be_marked_does_not_leave():
    """A letter leaves only once the store says so, however long others keep an engagement to themselves."""
    store = NeverLetsGo()
    rooms = Rooms(store=store)
    two_previews(rooms).flow.deliver()
    assert rooms.outbox.sent == []
    store.is_held = False
    rooms.passes()
    assert rooms.purposes(LEADER) == ["preview", "preview"]
    assert rooms.sent(EXPERTS[0]) == []
