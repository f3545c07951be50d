"""What becomes of a letter, whatever the mail server does."""

from collections.abc import Iterator, Sequence

from rooms import EXPERTS, LEADER, Rooms

from mailflow.flow.house import Budgets
from mailflow.mentoring.engagement import Standing
from mailflow.ports import Away, Fate, Letter, LetterState

from fakes import FakeOutbox  # isort: skip - found by the line above

ADA, GRACE, MARY = EXPERTS


class WatchingOutbox(FakeOutbox):
    """Remembers what the store said of each letter at the moment its first byte leaves."""

    def __init__(self) -> None:
        super().__init__()
        self.rooms: Rooms | None = None
        self.states: set[LetterState] = set()

    def send(self, letters: Sequence[Letter]) -> Iterator[tuple[Letter, Fate]]:
        for letter in letters:
            assert self.rooms is not None
            filed = self.rooms.store.load(letter.key.partition(".")[0])
            assert filed is not None
            self.states.add(next(one.state for one in filed.letters if one.key == letter.key))
        yield from super().send(letters)


def test_sending_is_durable_before_the_first_byte_leaves():
    """Whoever dies with a letter in hand leaves a trace of it."""
    outbox = WatchingOutbox()
    rooms = Rooms(outbox=outbox)
    outbox.rooms = rooms
    rooms.kickoff().passes()
    assert outbox.states == {LetterState.SENDING}
    assert {letter.state for letter in rooms.filed().letters} == {LetterState.SENT}


def test_a_refusal_for_good_opens_one_seat_and_harms_nobody_else():
    """The leader hears of it in the same pass."""
    rooms = Rooms().kickoff()
    rooms.outbox.refuse(ADA, temporary=False)
    rooms.passes()
    assert rooms.filed().engagement.expert(1).standing is Standing.UNREACHABLE
    assert "seat_open" in rooms.purposes(LEADER)
    assert [rooms.purposes(who) for who in (GRACE, MARY)] == [["invitation"], ["invitation"]]


def test_a_refusal_for_now_is_tried_again_with_growing_pauses():
    """Not before five minutes, and it arrives once."""
    rooms = Rooms().kickoff()
    rooms.outbox.refuse(ADA, temporary=True)
    rooms.passes()
    assert rooms.flow.deliverer.deferred
    rooms.outbox.accept(ADA)
    assert rooms.passes(minutes=4).sent(ADA) == []
    assert len(rooms.passes(minutes=2).sent(ADA)) == 1
    assert len(rooms.passes(minutes=30).sent(ADA)) == 1


def test_five_days_of_refusals_are_a_bounce():
    """Nobody waits for ever for an address that never answers."""
    rooms = Rooms().kickoff()
    rooms.outbox.refuse(ADA, temporary=True)
    for _ in range(6):
        rooms.passes(days=1)
    assert rooms.filed().engagement.expert(1).standing is Standing.UNREACHABLE


def test_a_server_that_is_away_says_nothing_about_letters():
    """All wait, none is counted as tried."""
    rooms = Rooms().kickoff()
    rooms.outbox.away = Away(reason="nobody there")
    rooms.passes()
    assert rooms.flow.deliverer.away == "nobody there"
    waiting = rooms.letter("invitation", 1)
    assert (waiting.state, waiting.copies) == (LetterState.QUEUED, 0)
    rooms.outbox.away = None
    assert len(rooms.passes().sent(ADA)) == 1


def test_lost_after_the_body_and_found_is_not_repeated():
    """Where the server keeps a copy, the letter is known to have left."""
    rooms = Rooms().kickoff()
    rooms.outbox.lose_next()
    rooms.passes()
    (lost,) = [one for one in rooms.filed().letters if one.state is LetterState.UNKNOWN]
    rooms.mailbox.copies.add(lost.message_id)
    rooms.passes(minutes=1)
    assert rooms.letter(lost.purpose.value, lost.seat).state is LetterState.SENT
    rooms.passes(minutes=30)
    assert len([one for one in rooms.outbox.sent if one.key == lost.key]) == 1


def test_lost_and_not_found_is_sent_once_more_with_the_same_bytes():
    """After fifteen minutes, under the same Message-ID, and never a third time."""
    rooms = Rooms().kickoff()
    rooms.outbox.lose_next()
    rooms.passes()
    (lost,) = [one for one in rooms.filed().letters if one.state is LetterState.UNKNOWN]
    rooms.passes(minutes=14)
    assert len([one for one in rooms.outbox.sent if one.key == lost.key]) == 1
    rooms.passes(minutes=2)
    copies = [one.raw for one in rooms.outbox.sent if one.key == lost.key]
    assert copies == [lost.raw, lost.raw]


def test_lost_twice_is_given_up_and_told():
    """The operator sees it; nobody gets it three times."""
    rooms = Rooms(operator="ops@mail.test").kickoff()
    rooms.outbox.lose_next()
    rooms.passes()
    (lost,) = [one for one in rooms.filed().letters if one.state is LetterState.UNKNOWN]
    rooms.now = rooms.now.replace(minute=16)
    rooms.outbox.lose_next()
    rooms.flow.deliver()
    rooms.passes(minutes=16).passes(minutes=16)
    assert len([one for one in rooms.outbox.sent if one.key == lost.key]) == 2
    assert rooms.letter(lost.purpose.value, lost.seat).state is LetterState.FAILED
    assert rooms.purposes("ops@mail.test") == ["alert"]


def test_found_half_way_at_start_is_of_unknown_fate():
    """A process that died with it in hand: fifteen minutes, then once more."""
    rooms = Rooms().kickoff().passes()
    rooms.half_way("invitation", 1)
    rooms.restarted().passes()
    assert rooms.letter("invitation", 1).state is LetterState.UNKNOWN
    assert len(rooms.passes(minutes=14).sent(ADA)) == 1
    assert len(rooms.passes(minutes=2).sent(ADA)) == 2
    assert len(rooms.passes(minutes=60).sent(ADA)) == 2


def test_over_the_daily_budget_of_a_person_letters_wait_for_tomorrow():
    """None is lost; the operator hears once, however many wait."""
    rooms = Rooms(budgets=Budgets(recipient_per_day=1), operator="ops@mail.test").kickoff().passes()
    rooms.passes(days=3).passes(days=7).passes(days=5)
    sent = len(rooms.outbox.sent)
    rooms.replies(LEADER, "under_way", "Please remind Ada and Grace.").passes()
    assert len(rooms.purposes("ops@mail.test")) <= 1
    rooms.passes(days=1)
    assert len(rooms.outbox.sent) > sent
    assert [one for one in rooms.filed().letters if one.state is LetterState.QUEUED] == []


def test_over_the_hourly_budget_everybody_waits_and_one_alert_says_so():
    """With room again all letters go, each once."""
    rooms = Rooms(budgets=Budgets(per_hour=5), operator="ops@mail.test").kickoff().passes()
    for expert in EXPERTS:
        rooms.replies(expert, "invitation", "Yes, gladly.")
    rooms.passes().passes()
    waiting = [one for one in rooms.filed().letters if one.state is LetterState.QUEUED]
    assert len(waiting) == 6
    assert rooms.purposes("ops@mail.test") == ["alert"]
    rooms.passes(hours=1).passes(hours=1)
    assert {one.state for one in rooms.filed().letters} == {LetterState.SENT}
    assert len({one.key for one in rooms.outbox.sent}) == len(rooms.outbox.sent)


def test_a_letter_queued_before_a_stop_does_not_go():
    """The never-ask list is looked at when the letter leaves, too."""
    rooms = Rooms().kickoff()
    rooms.store.never_ask(ADA)
    rooms.passes()
    assert rooms.sent(ADA) == []
    assert rooms.letter("invitation", 1).state is LetterState.WITHDRAWN
