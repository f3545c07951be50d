"""What stands at the door whatever the rules decide: the never-ask list and the daily budgets."""

from rooms import EXPERTS, LEADER, Rooms

from mailflow.flow.house import Budgets
from mailflow.ports import LetterState

ADA, GRACE, MARY = EXPERTS


def test_nobody_on_the_list_has_a_letter_written():
    """A stop between the yes and the question: the letter is not even kept."""
    rooms = Rooms().kickoff().passes()
    rooms.store.never_ask(ADA)
    rooms.passes(days=4)
    assert [one.purpose.value for one in rooms.filed().letters if one.to == ADA] == ["invitation"]
    assert [rooms.purposes(who) for who in (GRACE, MARY)] == [["invitation", "question"]] * 2


def test_one_answer_more_than_a_day_allows_waits_for_tomorrow():
    """Exactly so many go; the rest goes the next day, and the operator hears of it once."""
    rooms = Rooms(budgets=Budgets(answers_per_day=3), operator="ops@mail.test").kickoff().passes()
    for _ in range(3):
        rooms.replies(LEADER, "under_way", "Status?").passes(minutes=5)
    assert len(rooms.sent(LEADER)) == 3
    waiting = [one for one in rooms.filed().letters if one.state is LetterState.QUEUED]
    assert [one.to for one in waiting] == [LEADER, LEADER]
    assert rooms.passes().purposes("ops@mail.test") == ["alert"]
    rooms.passes(days=1)
    assert len(rooms.sent(LEADER)) == 5
