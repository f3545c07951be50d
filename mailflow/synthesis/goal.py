"""Sweet spot -> draft SMART goal and steps.  What only the leader can know stays a visible blank."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from mailflow.mentoring.calendar import is_working_day
from mailflow.mentoring.engagement import USUAL_HORIZON, Engagement, Goal, PieceAt, Quote, Step
from mailflow.synthesis.phrases import BLANK, PHRASES, phrase, spoken_date
from mailflow.synthesis.verbs import begins_with_a_verb
from mailflow.synthesis.words import cut, language_of

LONGEST_HORIZON = 24  # months
LONGEST_FILLING = 160  # characters of the leader's own words inside a sentence of ours
MOST_STEPS = 5
FIRST_STEP_WITHIN = timedelta(days=7)
DAY = timedelta(days=1)

_EXCELS = re.compile(r"excel (?:at|in) ", re.IGNORECASE)
_COMPARES = re.compile(
    r"(?<!\w)(?:better|more|less|fewer|harder|faster|earlier|sooner|stronger|clearer|\w+lier)(?!\w)"
)


def draft_goal(engagement: Engagement, label: str, quotes: Sequence[Quote], today: date) -> Goal:
    """A draft on the thread called `label`, in the experts' words; one step per quote, five at most.

    Without quotes there is no thread: a scaffold of blanks around the capability, and no steps.
    """
    language = engagement.language
    target = _target(engagement, today)
    dues = _dues(engagement, today, target, len(_steps_from(quotes)))
    by = spoken_date(target, language)
    first = spoken_date(dues[0], language) if dues else BLANK
    own = _own_words(engagement)
    suffix = "" if quotes else "_none"
    cited = "; ".join(phrase("quote", language, text=_inside(quote.text)) for quote in quotes)
    specific = "specific_why" if quotes and own["why"] != BLANK else "specific" + suffix
    return Goal(
        specific=phrase(specific, language, label=label, **own),
        measurable=phrase("measurable", language, date=by),
        achievable=phrase("achievable" + suffix, language, quotes=cited),
        relevant=phrase("relevant", language, **own),
        time_bound=phrase("time_bound", language, date=by, first=first),
        statement=phrase("statement" + suffix, language, date=by, label=label, **own),
        target_date=target,
        steps=_steps(_steps_from(quotes), dues, language),
    )


def _own_words(engagement: Engagement) -> Mapping[str, str]:
    """The leader's words as they stand inside our sentences; blanks where they said nothing."""
    language = engagement.language
    capability, verb = _inside(engagement.capability), _inside(engagement.phrase)
    able, ability = _forms(engagement, capability, verb)
    named = _bare(verb) if ability == "skill" else capability or BLANK
    return {
        "able": phrase(able, language, phrase=verb, capability=named),
        "ability": phrase(ability, language, phrase=verb, capability=named),
        "why": _inside(engagement.why_now) or BLANK,
        "end": _inside(engagement.to_what_end) or BLANK,
    }


def _forms(engagement: Engagement, capability: str, verb: str) -> tuple[str, str]:
    """Which phrases the capability fits into: "... I will {able}", "It lifts {ability}"."""
    if not capability and not verb:
        return "better", "this"
    if not verb or not _is_at_home(engagement):
        return "better_quoted", "this_quoted"
    if _bare(verb):
        return "better", "skill"
    return ("simply" if _COMPARES.search(verb) else "able"), "ability"


def _bare(verb: str) -> str:
    """What the leader wants to excel at, where that is how it is put."""
    found = _EXCELS.match(verb)
    return verb[found.end() :] if found else ""


def _is_at_home(engagement: Engagement) -> bool:
    """Whether the capability surely stands in the language of an English letter; others always quote it."""
    words = f"{engagement.capability} {engagement.why_now} {engagement.to_what_end}"
    foreign = any(letter.isalpha() and not letter.isascii() for letter in engagement.capability)
    return engagement.language not in PHRASES.keys() - {"en"} and not foreign and language_of(words) == "en"


def _inside(words: str) -> str:
    """`words` on one line, short enough, without the mark that would end our sentence."""
    return cut(" ".join(words.split()), LONGEST_FILLING).rstrip(" .!?…;,:")


def _target(engagement: Engagement, today: date) -> date:
    months = min(engagement.horizon_months, LONGEST_HORIZON)
    end = today + relativedelta(months=months if months > 0 else USUAL_HORIZON)
    return _working_day(end, today, engagement)


def _dues(engagement: Engagement, today: date, target: date, count: int) -> tuple[date, ...]:
    """The first step within a week, the others evenly over the first half, all on working days."""
    if not count:
        return ()
    first = _working_day(today + FIRST_STEP_WITHIN, today, engagement)
    half = max(first, today + (target - today) / 2)
    gap = (half - first) / max(1, count - 1)
    return tuple(_working_day(first + gap * place, first, engagement) for place in range(count))


def _working_day(day: date, earliest: date, engagement: Engagement) -> date:
    """The last working day up to `day`; `day` itself where there is none from `earliest` on."""
    before = day
    while before >= earliest:
        if is_working_day(before, engagement.policy):
            return before
        before -= DAY
    return day


def _steps_from(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The quotes that become steps: five at most, one quote twice where it is the only one."""
    return tuple(quotes[:MOST_STEPS]) if len(quotes) != 1 else (quotes[0], quotes[0])


def _steps(quotes: Sequence[Quote], dues: Sequence[date], language: str) -> tuple[Step, ...]:
    return tuple(
        Step(text=_action(quote, language, again=quote in quotes[:place]), due=due, pieces=(_at(quote),))
        for place, (quote, due) in enumerate(zip(quotes, dues, strict=True))
    )


def _at(quote: Quote) -> PieceAt:
    return (quote.seat, quote.number)


def _action(quote: Quote, language: str, *, again: bool) -> str:
    """The expert's sentence as something to do: as it stands where it is an imperative."""
    words = " ".join(quote.text.split())
    quoted = phrase("quote", language, text=words)
    if again:
        return phrase("step_again", language, quote=quoted)
    if begins_with_a_verb(words, language_of(words, language)):
        return words[0].upper() + words[1:]
    return phrase("step_try", language, quote=quoted)
