"""What the template of a letter is given.  Pure."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo
from typing import Any

from markupsafe import Markup

from mailflow.identity import Purpose, same_person_key
from mailflow.mentoring import calendar
from mailflow.mentoring.effects import Send
from mailflow.mentoring.engagement import LEADER_SEAT, Engagement, Expert, Goal, Step
from mailflow.writing import view
from mailflow.writing.calendar_entry import Entry
from mailflow.writing.envelope import LONGEST_SUBJECT
from mailflow.writing.house import House
from mailflow.writing.markup import SUBJECT, taken, tree_of
from mailflow.writing.templates import Language
from mailflow.writing.wording import one_line, shortened, without_end

LONGEST_PHRASE = 400  # of a capability; who writes more wrote a story


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """Everything a letter is made from."""

    send: Send
    engagement: Engagement
    house: House
    now: datetime
    language: Language

    def zone(self, seat: int) -> tzinfo:
        """The zone of whoever sits in `seat`."""
        who = self.engagement.leader.timezone
        if seat != LEADER_SEAT:
            who = next((one.timezone for one in self.engagement.experts if one.seat == seat), "")
        return calendar.zone_of(who, self.engagement.policy.timezone or self.house.timezone)


@dataclass(frozen=True, slots=True, kw_only=True)
class Previewed:
    """What one expert will receive, as the leader sees it before the yes."""

    person: view.Person
    subject: str
    invitation: Markup
    question: Markup
    goes: str  # when the invitation would go if the yes came now; empty: at once


def rendered(occasion: Occasion) -> str:
    """The letter in the small markup."""
    return occasion.language.render(occasion.send.purpose, _context(occasion))


def entries_of(send: Send, engagement: Engagement) -> tuple[Entry, ...]:
    """The dates that go with a letter as calendar entries."""
    if send.purpose is Purpose.COFFEE_ACCEPTED and send.at is not None:
        names = [expert.name for expert in engagement.experts if expert.seat == send.about]
        return (Entry(title=f"Coffee with {names[0] if names else send.name}", start=send.at),)
    if send.purpose is Purpose.GOAL_SET and engagement.goal is not None:
        goal = engagement.goal
        steps = tuple(Entry(title=step.text, start=step.due) for step in goal.steps)
        return (*steps, Entry(title=goal.own_words or goal.statement, start=goal.target_date))
    return ()


def _noun(capability: str) -> str:
    """What may stand after "on" and "for": "to say no" as "how to say no"."""
    return f"how {capability}" if capability.startswith("to ") else capability


def _context(occasion: Occasion) -> dict[str, Any]:
    send, engagement, words = occasion.send, occasion.engagement, occasion.language.words
    people = tuple(view.person(expert, words) for expert in engagement.experts)
    return {
        "send": send,
        "engagement": engagement,
        "policy": engagement.policy,
        "nudges": min(2, max(1, len(engagement.policy.nudge_after))),
        "hours": _hours(occasion),
        "capability": _noun(shortened(without_end(engagement.capability), LONGEST_PHRASE)),
        "phrase": shortened(without_end(engagement.phrase), LONGEST_PHRASE),
        "service": one_line(occasion.house.name),
        "address": occasion.house.address,
        "contact": occasion.house.operator or occasion.house.address,
        "you": words.first_name(send.name),
        "leader": view.leader(engagement, words),
        "people": people,
        "expert": _recipient(occasion, people),
        "about": next((one for one in people if one.seat == send.about), None),
        "kept": _kept(occasion),
        "twice": _named_twice(engagement),
        "previews": _previews(occasion) if send.purpose is Purpose.PREVIEW else (),
        "nine": view.nine(engagement, tuple(view.unnamed(one, words) for one in people)),
        "goal": engagement.goal,
        "smart": view.smart(engagement.goal),
        "step": _step_at_hand(engagement.goal, occasion.now.astimezone(occasion.zone(0)).date()),
        "blank": view.BLANK,
        "day": _day(occasion),
        "moment": _moment(occasion),
    }


def _recipient(occasion: Occasion, people: tuple[view.Person, ...]) -> view.Person:
    """The expert this letter goes to; somebody who gave up the seat is not confused with who has it now."""
    send, words = occasion.send, occasion.language.words
    for one in people:
        if one.seat == send.seat and same_person_key(one.email) == same_person_key(send.email):
            return one
    return view.person(Expert(seat=send.seat, name=send.name, email=send.email), words)


def _kept(occasion: Occasion) -> tuple[view.Person, ...]:
    """The experts of a kickoff that is not complete yet, as far as they were understood."""
    words = occasion.language.words
    return tuple(
        view.person(Expert(seat=seat, name=one.name or one.email, email=one.email, side=one.side), words)
        for seat, one in enumerate(occasion.engagement.named, start=1)
    )


def _named_twice(engagement: Engagement) -> str:
    """The address under which two of the experts named are one person; empty: none."""
    seen: set[str] = set()
    for one in engagement.named:
        key = same_person_key(one.email) if one.email else ""
        if key in seen:
            return one.email
        seen.update({key} - {""})
    return ""


# --- days and hours ---


def _day(occasion: Occasion) -> Callable[[date], str]:
    today = occasion.now.astimezone(occasion.zone(occasion.send.seat)).date()
    return lambda day: occasion.language.words.written_day(day, today)


def _moment(occasion: Occasion) -> Callable[[datetime], str]:
    zone, words = occasion.zone(occasion.send.seat), occasion.language.words
    today = occasion.now.astimezone(zone).date()
    return lambda moment: words.written_moment(moment.astimezone(zone), today)


def _hours(occasion: Occasion) -> str:
    policy = occasion.engagement.policy
    opens, closes = (f"{at // 60:02}:{at % 60:02}" for at in (policy.opens_at, policy.closes_at))
    return f"{opens}–{closes}"


def _step_at_hand(goal: Goal | None, today: date) -> Step | None:
    """The step a check-in speaks of: the latest that is due, else the first."""
    if goal is None or not goal.steps:
        return None
    due = [step for step in goal.steps if step.due <= today]
    return due[-1] if due else goal.steps[0]


# --- letters within a letter ---


def _previews(occasion: Occasion) -> tuple[Previewed, ...]:
    """Each expert's letters by the very templates that will write them."""
    engagement = occasion.engagement
    if engagement.substitute is not None:
        seated = engagement.with_expert(engagement.substitute)
        return (_previewed(replace(occasion, engagement=seated), engagement.substitute),)
    return tuple(_previewed(occasion, expert) for expert in engagement.experts)


def _previewed(occasion: Occasion, expert: Expert) -> Previewed:
    subject, invitation = _inner(occasion, expert, Purpose.INVITATION)
    _, question = _inner(occasion, expert, Purpose.QUESTION)
    return Previewed(
        person=view.person(expert, occasion.language.words),
        subject=subject,
        invitation=invitation,
        question=question,
        goes=_goes(occasion, expert),
    )


def _inner(occasion: Occasion, expert: Expert, purpose: Purpose) -> tuple[str, Markup]:
    """Subject and body of a letter to an expert; our own markup, in which every value is escaped."""
    send = Send(purpose=purpose, seat=expert.seat, turn=1, name=expert.name, email=expert.email)
    told = rendered(replace(occasion, send=send))
    subject, _ = taken(tree_of(told), "subject")
    return one_line(subject, LONGEST_SUBJECT), Markup(SUBJECT.sub("", told))  # noqa: S704 - see above


def _goes(occasion: Occasion, expert: Expert) -> str:
    zone = calendar.zone_of(expert.timezone, occasion.engagement.policy.timezone or occasion.house.timezone)
    moment = calendar.next_open(occasion.now, occasion.engagement.policy, zone)
    if moment <= occasion.now:
        return ""
    today = occasion.now.astimezone(zone).date()
    return occasion.language.words.written_moment(moment.astimezone(zone), today)
