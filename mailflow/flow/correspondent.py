"""What we know of a writer that helps to understand them, and what the house knows that no mail says."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from mailflow.flow.house import Office
from mailflow.identity import Purpose, same_person_key
from mailflow.mentoring.engagement import LEADER_SEAT, SEATS, Engagement, NamedExpert, Stage
from mailflow.mentoring.events import Circumstances, Event, GoalWorded, KickoffRead, SubstituteNamed
from mailflow.ports import Filed, Letter
from mailflow.reading.classify import Correspondent
from mailflow.reading.message import Message

MOST_OURS = 20
_ASKING = frozenset({Stage.PREVIEW, Stage.GATHERING})
_ENDED = frozenset({Stage.CLOSED, Stage.CANCELLED})


def correspondent(
    filed: Filed,
    seat: int,
    replied_to: Purpose | None,
    message: Message,
    office: Office,
    *,
    since: datetime | None = None,
) -> Correspondent:
    """Who wrote, as far as this engagement knows them; `since`: the message has been here since then."""
    engagement = filed.engagement
    known = Correspondent(
        seat=seat,
        stage=engagement.stage,
        ours=_ours(filed.letters, seat, since),
        replied_to=replied_to,
        language=engagement.language,
        service_addresses=(office.house.address,),
        asked_to_narrow=engagement.asked_to_narrow,
    )
    if seat == LEADER_SEAT:
        return replace(
            known,
            about=_about(engagement, filed.letters, replied_to, message),
            experts=_people(engagement),
            capability=engagement.capability,
            timezone=message.timezone or engagement.leader.timezone,
        )
    expert = engagement.expert(seat)
    return replace(
        known,
        standing=expert.standing,
        pieces=tuple(advice.text for advice in expert.advice),
        timezone=message.timezone or expert.timezone,
    )


def _people(engagement: Engagement) -> tuple[tuple[int, str, str], ...]:
    """Who sits where; before the preview, whom the leader has named so far."""
    if engagement.experts:
        return tuple((expert.seat, expert.name, expert.email) for expert in engagement.experts)
    return tuple((place, one.name, one.email) for place, one in enumerate(engagement.named, start=1))


def _ours(letters: Sequence[Letter], seat: int, since: datetime | None) -> tuple[str, ...]:
    """The texts that this person's mail may quote.

    A message that lay here can quote nothing younger than itself, least of all the letter that
    asked about it and repeats its words.
    """
    return tuple(
        letter.text
        for letter in letters
        if letter.seat == seat
        and (since is None or (letter.queued_at <= since and letter.purpose is not Purpose.IS_THIS_YOURS))
    )[-MOST_OURS:]


def _about(
    engagement: Engagement, letters: Sequence[Letter], replied_to: Purpose | None, message: Message
) -> int:
    """Which seat the letter that the leader answers spoke of: the only one it can be, or 0."""
    if replied_to is Purpose.QUESTION_RELAY:
        seats = [expert.seat for expert in engagement.experts if expert.question_open]
    elif replied_to is Purpose.SEAT_OPEN:
        seats = [expert.seat for expert in engagement.experts if expert.is_open]
    else:
        return 0
    if len(seats) == 1:
        return seats[0]
    # Several are open: the letter whose Message-ID came home names its expert in its text.
    return _named_in(engagement, seats, letters, message)


def _named_in(
    engagement: Engagement, seats: Sequence[int], letters: Sequence[Letter], message: Message
) -> int:
    came_home = [letter for letter in letters if letter.message_id.strip("<>") in message.in_reply_to]
    texts = " ".join(letter.text for letter in came_home[-1:])
    named = [seat for seat in seats if engagement.expert(seat).name and engagement.expert(seat).name in texts]
    return named[0] if len(named) == 1 else 0


def with_circumstances(event: Event, engagement: Engagement, office: Office) -> Event:
    """The event with what only the house knows: who must not be asked or is asked too much, the critique."""
    match event:
        case KickoffRead():
            named = (*engagement.named, *event.kickoff.experts)
            return replace(event, circumstances=_circumstances(named, engagement, office))
        case SubstituteNamed():
            return replace(event, circumstances=_circumstances((event.expert,), engagement, office))
        case GoalWorded() if event.words and not event.insists:
            return replace(event, missing=office.synthesiser.critique(engagement, event.words))
        case _:
            return event


def _circumstances(named: Sequence[NamedExpert], engagement: Engagement, office: Office) -> Circumstances:
    others = [
        head
        for head in office.store.heads()
        if head.id != engagement.id and not head.hidden and head.stage not in _ENDED
    ]
    keys = {same_person_key(expert.email) for expert in named if expert.email}
    refused = tuple(
        same_person_key(expert.email)
        for expert in named
        if expert.email and office.store.is_never_ask(expert.email)
    )
    budgets = office.rules.budgets
    busy = tuple(
        key
        for key in sorted(keys)
        if sum(key in head.people and head.stage in _ASKING for head in others) >= budgets.expert_open
    )
    leader = same_person_key(engagement.leader.email)
    led = sum(same_person_key(head.leader) == leader for head in others)
    return Circumstances(
        service=office.service_keys,
        never_ask=refused,
        busy=busy,
        leader_open=led if led >= budgets.leader_open and len(engagement.experts) < len(SEATS) else 0,
    )
