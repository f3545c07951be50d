"""`mailflow list` and `show`: what is there, with nothing shown before nine."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from mailflow.cli.desk import (
    HIDDEN,
    at_the_desk,
    desk,
    found,
    is_gated,
    iso,
    may_reveal,
    moment_of,
    one_line,
    print_json,
    record,
    say_what_is_broken,
    table,
)
from mailflow.cli.exits import Ended, Exit
from mailflow.mentoring.awaited import awaited
from mailflow.mentoring.engagement import (
    NINE,
    Advice,
    Engagement,
    Expert,
    Goal,
    HistoryLine,
    Stage,
    Synthesis,
)
from mailflow.ports import Head


def list_all(path: Path | None, *, stage: str, as_json: bool) -> None:
    """Every engagement in a line."""
    stages = [one.value for one in Stage]
    if stage and stage not in stages:
        raise Ended(Exit.USAGE, f"there is no stage {stage!r}; stages are {', '.join(stages)}")
    with desk(path) as (_, store):
        heads = [
            head
            for head in (*store.heads(), *store.archived_heads())
            if not head.hidden and stage in {"", head.stage.value}
        ]
        say_what_is_broken(store)
    if as_json:
        print_json([_head_json(head) for head in heads])
        return
    rows = [
        (
            head.id,
            head.stage.value + (" (paused)" if head.paused else ""),
            f"{head.received}/{NINE}",
            moment_of(head.next_wake),
            head.leader,
            head.capability,
        )
        for head in heads
    ]
    table(rows, ("ID", "STAGE", "PIECES", "NEXT WAKE", "LEADER", "CAPABILITY"))


def _head_json(head: Head) -> dict[str, Any]:
    return {
        "id": head.id,
        "stage": head.stage.value,
        "paused": head.paused,
        "capability": head.capability,
        "leader": head.leader,
        "received": head.received,
        "needed": NINE,
        "wake_at": iso(head.next_wake),
    }


def show(path: Path | None, prefix: str, *, as_json: bool, reveal: bool, reason: str) -> None:
    """One engagement, whole."""
    revealed = may_reveal(reveal, reason)
    with desk(path) as (_, store):
        filed = found(store, prefix)
        if revealed and is_gated(filed.engagement):
            filed = record(store, filed, at_the_desk(store, "advice revealed", reason))
    engagement = filed.engagement
    shown = revealed or not is_gated(engagement)
    if as_json:
        print_json(engagement_json(engagement, shown=shown))
    else:
        _print_engagement(engagement, shown=shown)


def engagement_json(engagement: Engagement, *, shown: bool) -> dict[str, Any]:
    """The document of contract section 4; advice only where `shown`."""
    return {
        "id": engagement.id,
        "stage": engagement.stage.value,
        "paused": engagement.paused,
        "capability": engagement.capability,
        "why_now": engagement.why_now,
        "to_what_end": engagement.to_what_end,
        "horizon_months": engagement.horizon_months,
        "leader": {"name": engagement.leader.name, "email": engagement.leader.email},
        "experts": [_expert_json(expert, shown=shown) for expert in engagement.experts],
        "pieces": {"received": engagement.received, "needed": NINE},
        "synthesis": _synthesis_json(engagement.synthesis),
        "goal": _goal_json(engagement.goal),
        "history": [
            {"at": iso(line.at), "what": line.what, "seat": line.seat, "key": line.key, "note": line.note}
            for line in engagement.history
        ],
    }


def _expert_json(expert: Expert, *, shown: bool) -> dict[str, Any]:
    return {
        "seat": expert.seat,
        "name": expert.name,
        "email": expert.email,
        "side": expert.side.value,
        "standing": expert.standing.value,
        "pieces": len(expert.advice),
        "wake_at": iso(expert.wake_at),
        "advice": [_advice_json(advice) for advice in expert.advice] if shown else None,
    }


def _advice_json(advice: Advice) -> dict[str, Any]:
    return {"text": advice.text, "source": advice.source.value, "received_at": iso(advice.received_at)}


def _synthesis_json(synthesis: Synthesis | None) -> dict[str, Any] | None:
    if synthesis is None:
        return None
    themes = [
        {"label": theme.label, "pieces": [list(piece) for piece in theme.pieces], "experts": theme.experts}
        for theme in synthesis.themes
    ]
    return {
        "themes": themes,
        "sweet_spot": synthesis.sweet_spot,
        "certainty": synthesis.certainty.value,
        "engine": synthesis.engine,
    }


def _goal_json(goal: Goal | None) -> dict[str, Any] | None:
    if goal is None:
        return None
    plain = asdict(goal)
    plain["target_date"] = goal.target_date.isoformat()
    plain["steps"] = [
        {"text": step.text, "due": step.due.isoformat(), "from": [list(piece) for piece in step.pieces]}
        for step in goal.steps
    ]
    plain["missing"] = list(goal.missing)
    return plain


def _print_engagement(engagement: Engagement, *, shown: bool) -> None:
    print(f"{engagement.id}  {engagement.stage.value}{' (paused)' if engagement.paused else ''}")
    print(f"Capability   {one_line(engagement.capability)}")
    print(f"Why now      {one_line(engagement.why_now) or '-'}")
    print(f"To what end  {one_line(engagement.to_what_end) or '-'}")
    print(f"Horizon      {engagement.horizon_months} months")
    print(f"Leader       {one_line(engagement.leader.name)} <{engagement.leader.email}>")
    print(f"Pieces       {engagement.received} of {NINE}\n")
    for expert in engagement.experts:
        _print_expert(expert, shown=shown)
    _print_finish(engagement)
    print("\nHistory")
    for line in engagement.history:
        print("  " + _history_line(line))
    print(f"\n{awaited(engagement)}")


def _print_finish(engagement: Engagement) -> None:
    """The thread and the goal, once the nine were read."""
    synthesis, goal = engagement.synthesis, engagement.goal
    if synthesis is not None:
        spot = synthesis.sweet_spot
        label = one_line(synthesis.themes[spot].label) if spot is not None else "none"
        print(f"\nSweet spot   {label} ({synthesis.certainty.value})")
    if goal is not None:
        print(f"Goal         {one_line(goal.own_words or goal.statement)}")
        missing = ", ".join(goal.missing) or "nothing"
        print(f"             {'in own words' if goal.own_words else 'a draft'}, missing: {missing}")


def _history_line(line: HistoryLine) -> str:
    seat = f"seat {line.seat}" if line.seat else ""
    parts = (moment_of(line.at), line.what, seat, one_line(line.note), line.key)
    return "  ".join(part for part in parts if part)


def _print_expert(expert: Expert, *, shown: bool) -> None:
    wake = f", next look {moment_of(expert.wake_at)}" if expert.wake_at else ""
    who = f"{one_line(expert.name)} <{expert.email}> ({expert.side.value})"
    print(f"Seat {expert.seat}  {who}: {expert.standing.value}, {len(expert.advice)} pieces{wake}")
    for number, advice in enumerate(expert.advice, start=1):
        print(f"    {number}. {one_line(advice.text) if shown else HIDDEN}")
