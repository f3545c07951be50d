"""From a leader's first words to the yes: gaps, refusals, preview."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from mailflow.identity import Purpose, is_address, same_person_key
from mailflow.mentoring.engagement import SEATS, USUAL_HORIZON, Engagement, Expert, NamedExpert, Side, Stage
from mailflow.mentoring.events import Circumstances, KickoffRead
from mailflow.mentoring.kickoff import Gap, Kickoff
from mailflow.mentoring.turn import Turn

LONGEST_HORIZON = 24
_ABOUT_CAPABILITY = (Gap.CAPABILITY_JOINED, Gap.CAPABILITY_BROAD)
_REFUSED = (
    Gap.LEADER_BUSY,
    Gap.EXPERT_IS_LEADER,
    Gap.EXPERT_IS_SERVICE,
    Gap.EXPERT_TWICE,
    Gap.EXPERT_UNAVAILABLE,
)


def on_kickoff(turn: Turn, event: KickoffRead) -> None:
    """Take in what the leader wrote; preview when nothing is missing, else ask for the rest."""
    first = not turn.engagement.history
    turn.note("kickoff read")
    merge(turn, event.kickoff)
    barred = _barred(turn.engagement, event.circumstances)
    if first and barred:
        _refuse(turn, barred)
        return
    _drop_barred(turn, event.circumstances)
    gaps = (*_gaps(turn, event), *barred)
    if gaps:
        _ask_for(turn, gaps)
    else:
        _preview(turn)


def merge(turn: Turn, kickoff: Kickoff) -> None:
    """Add what is new to what was understood before; a later word replaces an earlier one."""
    known = turn.engagement
    leader = replace(
        known.leader,
        name=known.leader.name or kickoff.leader_name,
        timezone=kickoff.timezone or known.leader.timezone,
    )
    turn.change(
        leader=leader,
        capability=kickoff.capability or known.capability,
        phrase=kickoff.phrase if kickoff.capability else known.phrase,
        why_now=kickoff.why_now or known.why_now,
        to_what_end=kickoff.to_what_end or known.to_what_end,
        horizon_months=kickoff.horizon_months or known.horizon_months,
        named=merge_experts(known.named, kickoff.experts),
        seen_kickoff=known.seen_kickoff or kickoff.experts_in_cc,
    )


def merge_experts(known: Sequence[NamedExpert], new: Sequence[NamedExpert]) -> tuple[NamedExpert, ...]:
    """The experts after a further mail: three new ones replace, fewer complete or join those known."""
    if len(new) >= len(SEATS) or not known:
        return tuple(_completed(expert, known) for expert in new) or tuple(known)
    result = list(known)
    for expert in new:
        place = _place(expert, result)
        if place is None:
            result.append(expert)
        else:
            result[place] = _joined(result[place], expert)
    return tuple(result)


def _completed(expert: NamedExpert, known: Iterable[NamedExpert]) -> NamedExpert:
    for other in known:
        if _same(expert, other):
            return _joined(other, expert)
    return expert


def _place(expert: NamedExpert, known: Sequence[NamedExpert]) -> int | None:
    for place, other in enumerate(known):
        if _same(expert, other):
            return place
    nameless = [place for place, other in enumerate(known) if not other.name]
    unaddressed = [place for place, other in enumerate(known) if not is_address(other.email)]
    if not expert.name and len(unaddressed) == 1:
        return unaddressed[0]
    if not expert.email and len(nameless) == 1:
        return nameless[0]
    return None


def _same(one: NamedExpert, other: NamedExpert) -> bool:
    if one.email and other.email:
        return same_person_key(one.email) == same_person_key(other.email)
    first, second = one.name.casefold().split(), other.name.casefold().split()
    return bool(first and second) and (set(first) <= set(second) or set(second) <= set(first))


def _joined(old: NamedExpert, new: NamedExpert) -> NamedExpert:
    return NamedExpert(
        name=new.name if len(new.name) >= len(old.name) else old.name,
        email=new.email or old.email,
        side=new.side if new.side is not Side.UNKNOWN else old.side,
        seen_where=new.seen_where or old.seen_where,
        timezone=new.timezone or old.timezone,
    )


def _barred(engagement: Engagement, house: Circumstances) -> tuple[Gap, ...]:
    keys = [same_person_key(expert.email) for expert in engagement.named if expert.email]
    found = {
        Gap.LEADER_BUSY: house.leader_open > 0,
        Gap.EXPERT_IS_LEADER: same_person_key(engagement.leader.email) in keys,
        Gap.EXPERT_IS_SERVICE: any(key in house.service for key in keys),
        Gap.EXPERT_TWICE: len(set(keys)) < len(keys),
        Gap.EXPERT_UNAVAILABLE: any(key in house.never_ask for key in keys),
    }
    return tuple(gap for gap in _REFUSED if found[gap])


def _refuse(turn: Turn, reasons: tuple[Gap, ...]) -> None:
    turn.change(stage=Stage.CANCELLED, refused=True)
    details = {"answers_mail": True, "notes": tuple(reasons)}
    turn.tell_leader(Purpose.KICKOFF_REFUSED, **details)


def _drop_barred(turn: Turn, house: Circumstances) -> None:
    """Keep those experts whom a further mail named and who can be asked, each once."""
    barred = {same_person_key(turn.engagement.leader.email), *house.service, *house.never_ask}
    kept: dict[str, NamedExpert] = {}
    for number, expert in enumerate(turn.engagement.named):
        key = same_person_key(expert.email) if expert.email else f"unaddressed {number}"
        if key not in barred:
            kept.setdefault(key, expert)
    turn.change(named=tuple(kept.values()))


def _gaps(turn: Turn, event: KickoffRead) -> tuple[Gap, ...]:
    return (*_capability_gaps(turn, event), *_expert_gaps(turn, event), *_horizon_gaps(turn.engagement))


def _capability_gaps(turn: Turn, event: KickoffRead) -> tuple[Gap, ...]:
    """One clarifying question about a joined or broad capability, once; the second word stands."""
    if not turn.engagement.capability:
        return (Gap.CAPABILITY,)
    doubts = tuple(gap for gap in event.kickoff.doubts if gap in _ABOUT_CAPABILITY)
    if not doubts or event.insists or turn.engagement.asked_to_narrow:
        return ()
    turn.change(asked_to_narrow=True)
    return doubts


def _expert_gaps(turn: Turn, event: KickoffRead) -> tuple[Gap, ...]:
    named = turn.engagement.named
    busy = event.circumstances.busy
    found = {
        Gap.EXPERTS: len(named) != len(SEATS),
        Gap.EXPERT_ADDRESS: any(not is_address(expert.email) for expert in named),
        Gap.EXPERT_NAME: any(not expert.name for expert in named),
        Gap.EXPERT_BUSY: any(same_person_key(expert.email) in busy for expert in named if expert.email),
    }
    return tuple(gap for gap, lacking in found.items() if lacking)


def _horizon_gaps(engagement: Engagement) -> tuple[Gap, ...]:
    return () if 1 <= engagement.horizon_months <= LONGEST_HORIZON else (Gap.HORIZON,)


def _ask_for(turn: Turn, gaps: tuple[Gap, ...]) -> None:
    wanted = () if turn.engagement.why_now else (Gap.WHY_NOW,)
    turn.change(stage=Stage.DRAFT, experts=())
    turn.tell_leader(Purpose.KICKOFF_GAPS, answers_mail=True, notes=(*gaps, *wanted))
    if Gap.HORIZON in gaps:
        turn.change(horizon_months=USUAL_HORIZON)


def _preview(turn: Turn) -> None:
    seated = tuple(
        seated_expert(seat, named) for seat, named in zip(SEATS, turn.engagement.named, strict=True)
    )
    turn.change(stage=Stage.PREVIEW, experts=seated)
    turn.tell_leader(Purpose.PREVIEW, answers_mail=True)


def seated_expert(seat: int, named: NamedExpert) -> Expert:
    """The expert a leader named, in their seat, not yet written to."""
    return Expert(
        seat=seat,
        name=named.name,
        email=named.email,
        side=named.side,
        seen_where=named.seen_where,
        timezone=named.timezone,
    )
