"""`nudge`, `pause`, `resume`, `cancel`, `substitute`, `answer`: the desk's word, by the rules of mail."""

from collections.abc import Sequence
from contextlib import closing
from email.utils import parseaddr
from pathlib import Path
from typing import Any

from mailflow.cli.desk import (
    HIDDEN,
    at_the_desk,
    clock_of,
    configured,
    found,
    is_gated,
    moment_of,
    noted,
    one_line,
    print_json,
)
from mailflow.cli.exits import Ended, Exit
from mailflow.cli.options import Manner
from mailflow.cli.typed import typed_pieces
from mailflow.flow.correspondent import with_circumstances
from mailflow.flow.settle import Settler
from mailflow.identity import Purpose, is_address
from mailflow.mentoring.decide import decide
from mailflow.mentoring.effects import Send
from mailflow.mentoring.engagement import ENDED, Engagement, Source
from mailflow.mentoring.events import (
    CancelWanted,
    Event,
    HeardInPerson,
    HoldWanted,
    NamedExpert,
    NudgeWanted,
    ResumeWanted,
    SubstituteNamed,
)
from mailflow.ports import Filed, Letter
from mailflow.wiring import Clock, office_of, open_store

# What the rules would write to a leader who asked in vain; at the desk it is said to whoever asks.
_REFUSALS = {
    "not_now": "experts are written to from the leader's yes until the ninth piece; it is not that time",
    "nothing_to_nudge": "this expert has no open question, so there is nothing to remind them of",
    "better_in_person": "two reminders went out, and there is no third; better in person",
    "which_seat": "there is no such seat; it is 1, 2 or 3",
    "address_missing": "the address cannot be written to",
    "is_leader": "that is the leader, who cannot be their own expert",
    "is_service": "that is the service's own address",
    "already_asked": "that person is one of the three already",
    "not_available": "that person is not available: asked to be left alone, or asked by too many already",
    "already_answered": "this seat has given its three pieces; 'mailflow answer' corrects them",
}
_MAY_HOLD_THE_NINE = frozenset({Purpose.SYNTHESIS, Purpose.SYNTHESIS_REVISED})


def nudge(path: Path | None, prefix: str, seat: int, manner: Manner) -> None:
    """Remind an expert."""
    _turn(path, prefix, NudgeWanted(seat=seat), "nudge", manner)


def hold(path: Path | None, prefix: str, manner: Manner, *, paused: bool) -> None:
    """Pause or resume."""
    event: Event = HoldWanted() if paused else ResumeWanted()
    _turn(path, prefix, event, "pause" if paused else "resume", manner)


def cancel(path: Path | None, prefix: str, manner: Manner) -> None:
    """End an engagement."""
    _turn(path, prefix, CancelWanted(reason=one_line(manner.reason)), "cancel", manner)


def substitute(
    path: Path | None, prefix: str, seat: int, who: str, manner: Manner, *, confirmed: bool
) -> None:
    """Propose somebody else for a seat; without the leader's yes nobody is contacted."""
    name, email = parseaddr(who)
    if not is_address(email):
        raise Ended(Exit.USAGE, f'{who!r} is no "Name <address>"')
    named = NamedExpert(name=one_line(name) or email, email=email)
    event = SubstituteNamed(seat=seat, expert=named, confirmed=confirmed)
    _turn(path, prefix, event, "substitute", manner)


def answer(path: Path | None, prefix: str, seat: int, manner: Manner) -> None:
    """Enter or correct three pieces by hand."""
    configured(path)  # nobody types three pieces to hear of a mistake in the configuration afterwards
    event = HeardInPerson(seat=seat, pieces=typed_pieces(), source=Source.ADMIN, replaces=True)
    _turn(path, prefix, event, "answer", manner)


def _turn(path: Path | None, prefix: str, event: Event, what: str, manner: Manner) -> None:
    """Let the rules decide, then keep it, or only show it."""
    config = configured(path)
    with closing(open_store(config)) as store:
        filed = found(store, prefix)
        office = office_of(config, store, clock_of(store))
        settler = Settler(office)
        event = with_circumstances(event, filed.engagement, office)
        if _holds_already(filed.engagement, event):
            after = filed
        elif manner.dry_run:
            _refuse_in_vain(filed.engagement, event, office.clock)
            after = settler.rehearse(filed, event)
        else:
            _refuse_in_vain(filed.engagement, event, office.clock)
            line = at_the_desk(store, what, manner.reason, seat=getattr(event, "seat", None))
            settled = settler.apply(filed.engagement.id, event, settle_first=lambda now: noted(now, line))
            after = settled.filed
    _report(filed, after, manner)


def _holds_already(engagement: Engagement, event: Event) -> bool:
    """Whether a pause or its end is in force: nobody needs a letter about it twice."""
    match event:
        case HoldWanted():
            return engagement.paused and engagement.stage not in ENDED
        case ResumeWanted():
            return not engagement.paused and engagement.stage not in ENDED
        case _:
            return False


def _refuse_in_vain(engagement: Engagement, event: Event, clock: Clock) -> None:
    """Say here what the rules would refuse; the leader, who asked for nothing, gets no letter about it."""
    if engagement.stage in ENDED:
        raise Ended(Exit.FAILED, f"engagement {engagement.id} is {engagement.stage.value}; it stays so")
    for effect in decide(engagement, event, clock()).effects:
        if isinstance(effect, Send) and effect.purpose is Purpose.TRANSCRIPT:
            for refusal in _REFUSALS.keys() & set(effect.notes):
                raise Ended(Exit.FAILED, f"nothing was changed: {_REFUSALS[refusal]}")


# --- telling ---


def _report(before: Filed, after: Filed, manner: Manner) -> None:
    known = {letter.key for letter in before.letters}
    letters = [letter for letter in after.letters if letter.key not in known]
    if manner.as_json:
        documents = [_json(letter, before.engagement, manner) for letter in letters]
        print_json({"id": after.engagement.id, "dry_run": manner.dry_run, "letters": documents})
        return
    if not letters:
        print("No letter follows from it.")
    for letter in letters:
        start = "Would go" if manner.dry_run else "Goes with the next run"
        print(f"{start}: {letter.purpose.value} to {letter.to}")
        if manner.dry_run:
            print(f"\n{_text(letter, before.engagement)}\n")
    for line in _waiting(before.engagement, after.engagement):
        print(line)


def _json(letter: Letter, before: Engagement, manner: Manner) -> dict[str, Any]:
    row = {"key": letter.key, "purpose": letter.purpose.value, "seat": letter.seat or None, "to": letter.to}
    return {**row, "text": _text(letter, before)} if manner.dry_run else row


def _text(letter: Letter, before: Engagement) -> str:
    """A rehearsal of the ninth piece shows nobody the other eight."""
    return HIDDEN if is_gated(before) and letter.purpose in _MAY_HOLD_THE_NINE else letter.text


def _waiting(before: Engagement, after: Engagement) -> Sequence[str]:
    """What comes later: a letter that waits for a decent hour is not among those that go now."""
    then = {expert.seat: expert.wake_at for expert in before.experts}
    return [
        f"Next look at seat {expert.seat}: {moment_of(expert.wake_at)}"
        for expert in after.experts
        if expert.wake_at is not None and expert.wake_at != then.get(expert.seat)
    ]
