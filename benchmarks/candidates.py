"""What outsiders may measure: thin adapters over the product's own code, and nothing else."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Any

from mailflow.identity import Purpose, same_person_key
from mailflow.mentoring.decide import decide, opened
from mailflow.mentoring.effects import Send
from mailflow.mentoring.engagement import (
    LEADER_SEAT,
    PIECES_EACH,
    SEATS,
    USUAL_HORIZON,
    Advice,
    Engagement,
    Expert,
    Goal,
    Leader,
    Policy,
    Side,
    Source,
    Stage,
    Standing,
)
from mailflow.mentoring.events import (
    Accepted,
    Answered,
    Bounced,
    Circumstances,
    Declined,
    Event,
    KickoffRead,
    PauseAsked,
    QuestionAsked,
    StopAsked,
    WasAway,
)
from mailflow.mentoring.kickoff import Gap, Kickoff
from mailflow.reading.capability import ability_phrase
from mailflow.reading.classify import Correspondent, classify
from mailflow.reading.message import read_message
from mailflow.reading.own_words import Label
from mailflow.reading.own_words import own_words as labelled_words
from mailflow.synthesis.engine import OfflineSynthesiser
from mailflow.synthesis.words import language_of
from mailflow.wiring import clock
from mailflow.writing.house import House
from mailflow.writing.letter import write_letter

_KINDS: dict[type, str] = {
    PauseAsked: "needs_time",
    Declined: "decline",
    Accepted: "coffee_accept",
    WasAway: "auto_reply",
    Bounced: "bounce",
    QuestionAsked: "question",
    StopAsked: "opt_out",
}


def read_reply(raw: bytes, sent_at: datetime, ours: Sequence[str] = ()) -> dict[str, Any]:
    """A reply to the question as {"kind", "answers", "until"}."""
    who = Correspondent(seat=1, standing=Standing.ASKED, ours=tuple(ours))
    event = classify(read_message(raw), who, sent_at)
    answers = [piece.text for piece in event.pieces] if isinstance(event, Answered) else []
    return {"kind": _kind(event), "answers": answers, "until": _until(event)}


def _kind(event: Event) -> str:
    if isinstance(event, Answered):
        return "answers" if len(event.pieces) >= PIECES_EACH else "partial"
    return _KINDS.get(type(event), "other")


def _until(event: Event) -> date | None:
    return event.until if isinstance(event, Answered | PauseAsked | WasAway) else None


def own_words(raw: bytes, keep_signature: bool = False) -> str:
    """The sender's own words in any reply, as text."""
    kept = {Label.OWN, Label.SIGNATURE} if keep_signature else {Label.OWN}
    blocks = labelled_words(read_message(raw), ()).blocks
    return "\n\n".join(block.text for block in blocks if block.label in kept)


def read_kickoff(raw: bytes) -> dict[str, Any]:
    """A kickoff as it is understood, and what the leader would be asked for; 9 months where none are said."""
    message = read_message(raw)
    service = tuple(address.email for address in message.to)
    event = classify(message, Correspondent(service_addresses=service), clock())
    if not isinstance(event, KickoffRead):
        event = KickoffRead(kickoff=Kickoff())
    house = Circumstances(service=tuple(same_person_key(email) for email in service))
    leader = Leader(name=message.sender_name, email=message.sender)
    begun = opened("measured", leader, Policy(), "en", clock())
    decision = decide(begun, replace(event, circumstances=house), clock())
    notes = [note for effect in decision.effects if isinstance(effect, Send) for note in effect.notes]
    kickoff = event.kickoff
    return {
        "capability": kickoff.capability,
        "why_now": kickoff.why_now,
        "to_what_end": kickoff.to_what_end,
        "horizon_months": kickoff.horizon_months or USUAL_HORIZON,
        "experts": [
            {"name": expert.name, "email": expert.email, "side": expert.side.value}
            for expert in kickoff.experts
        ],
        "missing": [str(note) for note in notes if note != Gap.WHY_NOW],
    }


def synthesise(case: dict[str, Any]) -> dict[str, Any]:
    """Nine pieces as {"themes", "sweet_spot", "goal"}, indices from 0.

    `certainty` says how the letter would speak, `offered` which themes it would let the leader choose from.
    """
    synthesis, goal = OfflineSynthesiser().synthesise(_engagement(case), clock().date())
    return {
        "themes": [
            {"label": theme.label, "members": [[seat - 1, number - 1] for seat, number in theme.pieces]}
            for theme in synthesis.themes
        ],
        "sweet_spot": synthesis.sweet_spot,
        "goal": _goal(goal),
        "certainty": synthesis.certainty.value,
        "offered": [candidate.theme for candidate in synthesis.candidates],
    }


def critique(goal_text: str, case: dict[str, Any]) -> dict[str, Any]:
    """A goal in the leader's own words as {"missing", "feedback"}."""
    engagement = _engagement(case)
    missing = OfflineSynthesiser().critique(engagement, goal_text)
    return {"missing": list(missing), "feedback": _feedback(engagement, goal_text, missing)}


def _feedback(engagement: Engagement, goal_text: str, missing: tuple[str, ...]) -> str:
    """The letter `goal_feedback` as text; empty where the goal holds."""
    if not missing:
        return ""
    synthesis, goal = OfflineSynthesiser().synthesise(engagement, clock().date())
    worded = replace(
        engagement, stage=Stage.COMPLETE, synthesis=synthesis, goal=replace(goal, own_words=goal_text)
    )
    leader = engagement.leader
    send = Send(
        purpose=Purpose.GOAL_FEEDBACK,
        seat=LEADER_SEAT,
        turn=1,
        name=leader.name,
        email=leader.email,
        notes=missing,
    )
    return write_letter(send, worded, House(address="coffee@mentoring.example", key=bytes(32)), clock()).text


def _goal(goal: Goal) -> dict[str, Any]:
    """A goal as `mailflow show --json` has it."""
    steps = [
        {"text": step.text, "due": step.due.isoformat(), "from": [list(piece) for piece in step.pieces]}
        for step in goal.steps
    ]
    return {**asdict(goal), "target_date": goal.target_date.isoformat(), "steps": steps}


def _engagement(case: dict[str, Any]) -> Engagement:
    """The engagement a case describes, with its nine pieces in."""
    capability, context = case.get("capability", ""), case.get("context", "")
    language = language_of(f"{capability} {context}")
    return Engagement(
        id="measured00",
        stage=Stage.GATHERING,
        leader=Leader(name="", email="leader@leaders.example"),
        policy=Policy(),
        created_at=clock(),
        language=language,
        capability=capability,
        phrase=ability_phrase(capability, language),
        why_now=case.get("why_now", context),
        to_what_end=case.get("to_what_end", ""),
        horizon_months=case.get("horizon_months") or USUAL_HORIZON,
        experts=tuple(_expert(seat, one) for seat, one in zip(SEATS, case["experts"], strict=True)),
    )


def _expert(seat: int, one: dict[str, Any]) -> Expert:
    return Expert(
        seat=seat,
        name=one.get("name", ""),
        email=f"expert{seat}@experts.example",
        side=Side(one.get("org_side", "unknown")),
        standing=Standing.ANSWERED,
        advice=tuple(
            Advice(text=text, source=Source.EMAIL, received_at=clock()) for text in one.get("answers", ())
        ),
    )
