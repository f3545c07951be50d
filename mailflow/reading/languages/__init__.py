"""The words of every language we read, as patterns.  A new language is one module and one name here.

All languages are tried on every mail: people answer in their own, whatever the letters speak.
"""

from collections.abc import Callable, Iterable

from mailflow.reading.languages.de import GERMAN
from mailflow.reading.languages.elsewhere import ELSEWHERE
from mailflow.reading.languages.en import ENGLISH
from mailflow.reading.languages.es import SPANISH
from mailflow.reading.languages.fr import FRENCH
from mailflow.reading.languages.shape import Language as Language
from mailflow.reading.languages.shape import Phrases as Phrases
from mailflow.reading.languages.shape import folded as folded
from mailflow.reading.languages.shape import phrases as phrases

UNDERSTOOD = (ENGLISH, GERMAN, FRENCH, SPANISH)
KNOWN = (*UNDERSTOOD, *ELSEWHERE)


def union(words: Callable[[Language], Iterable[str]]) -> tuple[str, ...]:
    """The words of one kind in every known language, each once, in order."""
    return tuple(dict.fromkeys(word for language in KNOWN for word in words(language)))


def _all(words: Callable[[Language], Iterable[str]]) -> Phrases:
    return phrases(union(words))


AWAY_SUBJECT = _all(lambda one: one.away_subjects)
BOUNCE_SUBJECT = _all(lambda one: one.bounce_subjects)
CALENDAR_YES = _all(lambda one: one.calendar_yes)
CALENDAR_NO = _all(lambda one: one.calendar_no)
AWAY = _all(lambda one: one.away)
AWAY_COURTESY = _all(lambda one: one.away_courtesies)
ORIGINAL = _all(lambda one: (*one.original, *one.forwarded))
FORWARDED = _all(lambda one: one.forwarded)
SENT_FROM = _all(lambda one: one.sent_from)
DISCLAIMER = _all(lambda one: one.disclaimers)
GREETING = _all(lambda one: one.greetings)
SIGN_OFF = _all(lambda one: one.sign_offs)
WISH = _all(lambda one: one.wishes)
POSTSCRIPT = _all(lambda one: one.postscript)
LEAD_IN = _all(lambda one: one.lead_ins)
UNFINISHED = _all(lambda one: one.unfinished)
POINTER = _all(lambda one: one.pointers)
YES = _all(lambda one: one.yes)
MEETING = _all(lambda one: one.meeting)
NO = _all(lambda one: one.no)
NOT_ME = _all(lambda one: one.not_me)
INSTEAD = _all(lambda one: one.instead)
PRIVATE = _all(lambda one: one.private)
WITHDRAW = _all(lambda one: one.withdraw)
LATER = _all(lambda one: one.later)
SOON = _all(lambda one: one.soon)
FIRST_PERSON = _all(lambda one: one.first_person)
ADVISING = _all(lambda one: one.advising)
STOP = _all(lambda one: one.stop)
WRONG_PERSON = _all(lambda one: one.wrong_person)
THANKS = _all(lambda one: one.thanks)
CLARIFYING = _all(lambda one: one.clarifying)
OBLIGATION = _all(lambda one: one.obligations)
URGING = _all(lambda one: one.urging)
NAMELESS = _all(lambda one: one.nameless)
ATTRIBUTION_OPENS = frozenset(union(lambda one: one.attribution_opens))
ATTRIBUTION_VERB = _all(lambda one: one.attribution_verbs)
FROM_KEYS = frozenset(union(lambda one: one.from_keys))
HEADER_KEYS = FROM_KEYS | frozenset(union(lambda one: one.header_keys))
QUESTION_OPENS = frozenset(union(lambda one: one.question_opens))


def numbered(words: Callable[[Language], Iterable[tuple[str, ...]]]) -> dict[str, int]:
    """Phrases in rows (ordinals, months, weekdays) as {phrase: number of its row, from 1}."""
    return {
        phrase: number
        for language in KNOWN
        for number, row in enumerate(words(language), start=1)
        for phrase in row
    }


ORDINALS = numbered(lambda one: one.ordinals)
LAST_WORDS = union(lambda one: one.last_words)
CARDINALS = numbered(lambda one: tuple((word,) for word in one.cardinals))
MONTHS = numbered(lambda one: one.months)
WEEKDAYS = numbered(lambda one: one.weekdays)
NEXT_WEEK = union(lambda one: one.next_week)
NEXT_MONTH = union(lambda one: one.next_month)
END_OF_NEXT_WEEK = union(lambda one: one.end_of_next_week)
END_OF_WEEK = union(lambda one: one.end_of_week)
END_OF_MONTH = union(lambda one: one.end_of_month)
UNTIL_WORDS = union(lambda one: one.until_words)
AFTER_WORDS = union(lambda one: one.after_words)
AHEAD_WORDS = union(lambda one: one.ahead_words)
AHEAD_AFTER_WORDS = union(lambda one: one.ahead_after_words)
DAY_UNITS = union(lambda one: one.day_units)
WEEK_UNITS = union(lambda one: one.week_units)
FORTNIGHTS = union(lambda one: one.fortnights)
MONTH_UNITS = union(lambda one: one.month_units)
NEXT_WORDS = union(lambda one: one.next_words)
DAYS_AHEAD = {word: ahead for language in KNOWN for word, ahead in language.days_ahead.items()}
SMALL_NUMBERS = {word: number for language in KNOWN for word, number in language.small_numbers.items()}
CHANGE_WORDS = union(lambda one: one.change)
