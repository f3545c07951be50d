"""The wording of the draft goal and of labels, per language, as data.

Another language joins by adding an entry; a phrase it lacks is said in English.  `{...}` are filled
by name, and every filling was put on one line and shortened before.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

BLANK = "______"  # what only the leader can know

_ENGLISH: Mapping[str, str] = MappingProxyType(
    {
        "months": "January February March April May June July August September October November December",
        "date": "{day} {month} {year}",
        "quote": "“{text}”",
        "able": "be better able to {phrase}",
        "better": "be better at {capability}",
        "ability": "my ability to {phrase}",
        "this": "what I set out to lift: {capability}",
        "specific": "I practise “{label}”, first with {blank} (whom, or in which situation).",
        "specific_why": (
            "I practise “{label}”, first with {blank} (whom, or in which situation); this is why now: "
            "“{why}”."
        ),
        "specific_none": (
            "What I will do differently to {able}: {blank}, with {blank} (whom, or in which situation)."
        ),
        "measurable": (
            "I will notice it by {blank}; today that is {blank}, and by {date} it should be {blank}."
        ),
        "achievable": "In the experts' words: {quotes}.",
        "achievable_none": "The first thing I can do with what I have: {blank}.",
        "relevant": "It lifts {ability}. Why now: {why}. To what end: {end}.",
        "time_bound": "By {date}; the first step by {first}.",
        "statement": (
            "By {date} I will {able} by practising “{label}”, which I will notice when {blank} has "
            "gone from {blank} to {blank}."
        ),
        "statement_none": (
            "By {date} I will {able} by {blank}, which I will notice when {blank} has gone from "
            "{blank} to {blank}."
        ),
        "step_try": "Try this: {quote}",
        "step_again": "Look back at what that changed, then do it again: {quote}",
        "label_one_word": "in one word: {word}",
        "label_thread": "a thread in different words",
        "label_alone": "a point on its own",
        "label_drawn": "the thread I drew",
    }
)
PHRASES: Mapping[str, Mapping[str, str]] = MappingProxyType({"en": _ENGLISH})


def phrase(key: str, language: str, **filling: str) -> str:
    """The phrase `key` in `language`, filled; in English where that language lacks it."""
    wording = PHRASES.get(language, _ENGLISH).get(key, _ENGLISH[key])
    return wording.format(blank=BLANK, **filling)


def spoken_date(day: date, language: str) -> str:
    """`day` as people write it."""
    months = PHRASES.get(language, _ENGLISH).get("months", _ENGLISH["months"]).split()
    return phrase("date", language, day=str(day.day), month=months[day.month - 1], year=str(day.year))
