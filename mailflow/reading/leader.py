"""What a leader's mail means, by where their engagement stands.  Only unquoted human words count.

Doubt is an answer of its own: NotUnderstood brings a kind letter that says so.
"""

from dataclasses import replace
from datetime import datetime

from mailflow.identity import Purpose, is_address
from mailflow.mentoring.engagement import LEADER_SEAT, Stage
from mailflow.mentoring.events import (
    Bounced,
    CancelWanted,
    Chatted,
    Confirmed,
    Event,
    GoalWorded,
    KickoffRead,
    NotUnderstood,
    ProgressAsked,
    RelayAnswered,
    WasAway,
)
from mailflow.mentoring.kickoff import Kickoff
from mailflow.reading.capability import names_a_doing
from mailflow.reading.classify import Correspondent
from mailflow.reading.corrections import (
    bare_capability,
    names_somebody,
    of_capability,
    only_names,
    remaining,
    reseated,
    stated_capability,
    unaddressed,
)
from mailflow.reading.drawing import goal_worded, stands, thread_drawn
from mailflow.reading.experts import experts_in
from mailflow.reading.horizon import months
from mailflow.reading.kickoff import read_kickoff
from mailflow.reading.labelled import labelled
from mailflow.reading.languages import folded
from mailflow.reading.languages import leaders as words_of_leaders
from mailflow.reading.layout import laid_out
from mailflow.reading.message import Machine, Message
from mailflow.reading.orders import heard, newcomer, order
from mailflow.reading.own_words import Label, OwnWords
from mailflow.reading.signature import is_greeting
from mailflow.reading.verdict import Verdict, said, verdict

LONGEST_WORDS = 4_000
LONGEST_SHOWN = 500
SHORT = 12  # words


def classify_leader(message: Message, own: OwnWords, who: Correspondent, now: datetime) -> Event:
    """The one event a message from the leader means."""
    if message.machine is not Machine.PERSON:
        return _machine(message)
    if who.stage is None:
        return KickoffRead(kickoff=_kickoff(laid_out(message, own).strip(), message, own, who))
    # A yes sends letters: it is never read from words that our letter holds.
    words = laid_out(message, own, may_repeat=who.stage is not Stage.PREVIEW).strip()[:LONGEST_WORDS]
    if not words:
        return NotUnderstood(words="")
    written = message.sent_at or now
    by_stage = {
        Stage.DRAFT: _completing,
        Stage.PREVIEW: _previewing,
        Stage.COMPLETE: _drawing,
        Stage.GOAL_SET: _living,
    }
    return by_stage.get(who.stage, _gathering)(words, message, own, who, written)


def _machine(message: Message) -> Event:
    match message.machine:
        case Machine.AUTO_REPLY:
            return WasAway(seat=LEADER_SEAT)
        case Machine.BOUNCE | Machine.DELAY:
            return Bounced(seat=LEADER_SEAT, permanent=message.machine is Machine.BOUNCE)
        case _:
            return Chatted(seat=LEADER_SEAT)


def _lost(words: str) -> NotUnderstood:
    return NotUnderstood(words=words[:LONGEST_SHOWN])


# --- kickoff and preview ---


def _kickoff(words: str, message: Message, own: OwnWords, who: Correspondent) -> Kickoff:
    signature = "\n".join(block.text for block in own.blocks if block.label is Label.SIGNATURE)
    return read_kickoff(
        words,
        message,
        service_addresses=who.service_addresses,
        more=signature,
        subject=message.subject if who.stage is None else "",
        language=who.language,
        corrects=who.stage is Stage.PREVIEW,
    )


def _completing(words: str, message: Message, own: OwnWords, who: Correspondent, now: datetime) -> Event:
    """A reply to "this is missing": the rest, or "it stands"."""
    text = folded(said(words))
    if len(text.split()) <= SHORT and words_of_leaders.CANCEL.search(text):
        return CancelWanted()
    kickoff = _kickoff(words, message, own, who)
    kickoff = replace(kickoff, experts=unaddressed(words, kickoff.experts, who))
    if not (kickoff.is_empty or kickoff.capability or who.capability):
        kickoff = _with_capability(kickoff, words, who)
    if not kickoff.experts:
        known = remaining(words, who) or tuple(experts_in(only_names(words), message.sender, ()))
        kickoff = replace(kickoff, experts=known)
    insists = stands(words) or (kickoff.is_empty and verdict(words) is Verdict.YES)
    if kickoff.is_empty and not insists:
        kickoff = _rest(words, who, message) or kickoff
    if kickoff.is_empty and not insists:
        return order(words, who, now) or _lost(words) if "?" in words else _lost(words)
    return KickoffRead(kickoff=kickoff, insists=insists)


def _with_capability(kickoff: Kickoff, words: str, who: Correspondent) -> Kickoff:
    """What was asked for may stand first, without a label: "Delegating. Why now: ..."."""
    first = next((line.text for line in labelled(words).lines if line.text.strip()), "")
    bare = bare_capability(first, who)
    if bare is None or is_greeting(first) or not names_a_doing(bare.capability):
        return kickoff
    return replace(kickoff, capability=bare.capability, phrase=bare.phrase, doubts=bare.doubts)


def _rest(words: str, who: Correspondent, message: Message) -> Kickoff | None:
    """A bare horizon or a bare capability."""
    text = said(words)
    span = months(text, message.sent_at) if len(text.split()) <= SHORT else None
    return Kickoff(horizon_months=span) if span else bare_capability(text, who)


def _previewing(words: str, message: Message, own: OwnWords, who: Correspondent, now: datetime) -> Event:
    """Yes, no, or a correction; "yes, but" is a correction."""
    correction = _correction(words, message, own, who)
    if correction is not None:
        return correction
    match verdict(words):
        case Verdict.YES:
            return Confirmed()
        case Verdict.NO if not names_somebody(words, who):
            return CancelWanted()
        case _:
            found = order(words, who, now)
            return found if isinstance(found, ProgressAsked | CancelWanted) else _lost(words)


def _correction(words: str, message: Message, own: OwnWords, who: Correspondent) -> Event | None:
    """What of the kickoff changes; None: nothing."""
    kickoff = _kickoff(words, message, own, who)
    stated = stated_capability(words)
    if stated and not kickoff.capability:
        of_it = of_capability(stated, who.language)
        kickoff = replace(kickoff, capability=of_it.capability, phrase=of_it.phrase, doubts=of_it.doubts)
    addressed = tuple(expert for expert in kickoff.experts if is_address(expert.email))
    if len(addressed) < len(who.experts):
        experts = reseated(words, message, who)
        if experts is None:
            return _lost(words)
        kickoff = replace(kickoff, experts=experts)
    if kickoff.is_empty or not (kickoff.capability or kickoff.experts or _changes(kickoff, words)):
        return None
    return KickoffRead(kickoff=kickoff, insists=True)


def _changes(kickoff: Kickoff, words: str) -> bool:
    """Whether a reason or horizon stands there as a change, not beside a yes."""
    return bool(kickoff.is_empty is False and verdict(words) is not Verdict.YES)


# --- while pieces are gathered ---


def _gathering(words: str, message: Message, own: OwnWords, who: Correspondent, now: datetime) -> Event:
    if who.replied_to is Purpose.QUESTION_RELAY and not _is_bare_order(words, who, now):
        return RelayAnswered(seat=who.about, words=words)
    told = heard(words, own, who)
    if told is not None:
        return told
    return newcomer(words, message, who) or order(words, who, now) or _lost(words)


def _is_bare_order(words: str, who: Correspondent, now: datetime) -> bool:
    """One word like "status" or "cancel": surely not meant for the expert."""
    few = len(words.split()) <= len(("please", "cancel", "this"))
    return few and not isinstance(order(words, who, now), Confirmed | Chatted | None)


# --- after the ninth piece ---


def _drawing(words: str, message: Message, own: OwnWords, who: Correspondent, now: datetime) -> Event:
    """The thread by letter, numbers or none; the goal in own words; or a word like any other."""
    del message, own
    drawn = thread_drawn(words)
    if drawn is not None:
        return drawn
    if stands(words):
        return GoalWorded(words="", missing=(), insists=True)
    found = order(words, who, now)
    is_order = found is not None and not isinstance(found, Confirmed)
    goal = goal_worded(words, who)
    if goal is not None and not (is_order and len(words.split()) <= SHORT):
        return goal
    return found or _lost(words)


def _living(words: str, message: Message, own: OwnWords, who: Correspondent, now: datetime) -> Event:
    """The goal is set: a new wording, an order, or news about how it goes."""
    del message, own
    if who.replied_to in {Purpose.GOAL_SET, Purpose.GOAL_FEEDBACK}:
        goal = goal_worded(words, who)
        if goal is not None and words_of_leaders.GOAL_IS.search(folded(goal.words)):
            return goal
    found = order(words, who, now)
    return found if found is not None and not isinstance(found, Confirmed) else Chatted(seat=LEADER_SEAT)
