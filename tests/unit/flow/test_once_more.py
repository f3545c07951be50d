"""What is sent once more goes alone, so that a second kill costs one letter, not several."""

from collections.abc import Iterator, Sequence

from rooms import EXPERTS, Rooms

from mailflow.ports import Fate, Letter, LetterState

from fakes import FakeOutbox  # isort: skip - found by the line above


class CountingOutbox(FakeOutbox):
    """Remembers what was handed over together."""

    def __init__(self) -> None:
        super().__init__()
        self.batches: list[list[Letter]] = []

    def send(self, letters: Sequence[Letter]) -> Iterator[tuple[Letter, Fate]]:
        self.batches.append(list(letters))
        yield from super().send(letters)


def test_three_letters_of_unknown_fate_go_one_by_one() -> None:
    """Each in a batch of its own, all in the same pass, and a fourth of them is never sent."""
    outbox = CountingOutbox()
    rooms = Rooms(outbox=outbox).kickoff().passes()
    for seat in (1, 2, 3):
        rooms.half_way("invitation", seat)
    rooms.restarted().passes()
    outbox.batches.clear()
    rooms.passes(minutes=16)
    assert [[letter.copies for letter in batch] for batch in outbox.batches] == [[2], [2], [2]]
    assert [len(rooms.sent(expert)) for expert in EXPERTS] == [2, 2, 2]
    assert {rooms.letter("invitation", seat).state for seat in (1, 2, 3)} == {LetterState.SENT}
    outbox.batches.clear()
    rooms.passes(minutes=60)
    assert outbox.batches == []
