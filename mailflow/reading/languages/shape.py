"""What a language brings: its words as data, and how phrases are written.

A phrase is a few words in lower case: `a/b` either word, `x?` may be missing (never the first), `x~` any
ending, `*` up to three words in between.  Punctuation between words does not matter, the end of a
sentence does.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

_GAP = r"[^\w.?!;:\n]{1,3}"
_BETWEEN = rf"(?:{_GAP}[\w'’-]+){{0,3}}?"
_NEVER = re.compile(r"(?!)")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """The words of one language; empty where the language is only known by its mail programs."""

    code: str
    # --- what mail programs write ---
    attribution_opens: tuple[str, ...] = ()
    attribution_verbs: tuple[str, ...] = ()
    original: tuple[str, ...] = ()  # "-----Original Message-----"
    forwarded: tuple[str, ...] = ()  # "---------- Forwarded message ---------"
    from_keys: tuple[str, ...] = ()
    header_keys: tuple[str, ...] = ()
    sent_from: tuple[str, ...] = ()  # how lines like "Sent from my iPhone" begin
    away_subjects: tuple[str, ...] = ()  # how subjects of automatic replies begin
    bounce_subjects: tuple[str, ...] = ()
    calendar_yes: tuple[str, ...] = ()  # how subjects of calendar answers begin
    calendar_no: tuple[str, ...] = ()
    # --- how letters begin and end ---
    greetings: tuple[str, ...] = ()  # first words of a greeting line
    sign_offs: tuple[str, ...] = ()  # phrases that are a whole line before the name
    wishes: tuple[str, ...] = ()  # phrases of friendly lines around an answer
    disclaimers: tuple[str, ...] = ()
    # --- how an answer is counted ---
    ordinals: tuple[tuple[str, ...], ...] = ()  # words for first, second, third …
    last_words: tuple[str, ...] = ()  # lastly
    cardinals: tuple[str, ...] = ()  # one, two, three …
    lead_ins: tuple[str, ...] = ()  # "here are my three:"
    unfinished: tuple[str, ...] = ()  # "still thinking", "to follow"
    postscript: tuple[str, ...] = ()
    # --- what a reply means ---
    away: tuple[str, ...] = ()
    away_courtesies: tuple[str, ...] = ()  # formulas that automatic replies are made of
    first_person: tuple[str, ...] = ()  # I, me, my: a sentence about the writer
    advising: tuple[str, ...] = ()  # words that open a sentence of advice: "never", "ask", "when"
    yes: tuple[str, ...] = ()
    meeting: tuple[str, ...] = ()  # words of a coffee, a call, a time
    no: tuple[str, ...] = ()
    not_me: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()  # "ask X", "X would be better"
    private: tuple[str, ...] = ()  # "keep that between us"
    withdraw: tuple[str, ...] = ()  # "please leave me out of it"
    later: tuple[str, ...] = ()
    soon: tuple[str, ...] = ()  # a time to come; asks for time only where nothing else is said
    stop: tuple[str, ...] = ()
    wrong_person: tuple[str, ...] = ()
    thanks: tuple[str, ...] = ()
    question_opens: tuple[str, ...] = ()  # words a question begins with
    change: tuple[str, ...] = ()  # before a number: "change 2: …"
    nameless: tuple[str, ...] = ()
    clarifying: tuple[str, ...] = ()  # a question about the question, no advice in question form
    obligations: tuple[str, ...] = ()  # "I have to": what follows is no advice
    urging: tuple[str, ...] = ()  # words that mostly stand in advice
    pointers: tuple[str, ...] = ()  # "my answers are below", "see attached"
    # --- dates ---
    months: tuple[tuple[str, ...], ...] = ()  # January first
    weekdays: tuple[tuple[str, ...], ...] = ()  # Monday first
    days_ahead: dict[str, int] = field(default_factory=dict)  # "tomorrow": 1
    next_week: tuple[str, ...] = ()
    next_month: tuple[str, ...] = ()
    end_of_next_week: tuple[str, ...] = ()
    end_of_week: tuple[str, ...] = ()
    end_of_month: tuple[str, ...] = ()
    until_words: tuple[str, ...] = ()  # before a day that is the last one waited for, or the first one back
    after_words: tuple[str, ...] = ()  # before a day that must have passed
    ahead_words: tuple[str, ...] = ()  # before "two weeks"
    ahead_after_words: tuple[str, ...] = ()  # after "two weeks": "two weeks from now"
    day_units: tuple[str, ...] = ()
    week_units: tuple[str, ...] = ()
    month_units: tuple[str, ...] = ()
    fortnights: tuple[str, ...] = ()
    next_words: tuple[str, ...] = ()  # before a weekday: not this one
    small_numbers: dict[str, int] = field(default_factory=dict)
    day_order: str = "dmy"


def folded(text: str) -> str:
    """`text` as phrases are compared with it: lower case, straight apostrophes, plain blanks."""
    return text.casefold().translate(_PLAIN)


# The dot is what is left of a Turkish capital "İ".
_PLAIN = str.maketrans({"’": "'", "‘": "'", "`": "'", "\xa0": " ", "\u0307": None})


class Phrases:
    """Many phrases as one pattern; bounded, so that it never runs away.

    The pattern is made when it is first asked: a command that reads no mail need not wait for it.
    """

    def __init__(self, written: Iterable[str]) -> None:
        self._written = tuple(written)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern itself."""
        spaced = _alternatives(phrase for phrase in self._written if not is_unspaced(phrase))
        unspaced = _alternatives(phrase for phrase in self._written if is_unspaced(phrase))
        bounded = [rf"(?<![\w'])(?:{spaced})(?!\w)"] if spaced else []
        patterns = bounded + ([unspaced] if unspaced else [])
        return re.compile("|".join(patterns)) if patterns else _NEVER

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Like re.Pattern.search."""
        return self.pattern.search(text, start)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Like re.Pattern.match."""
        return self.pattern.match(text, start)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Like re.Pattern.fullmatch."""
        return self.pattern.fullmatch(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Like re.Pattern.finditer."""
        return self.pattern.finditer(text)

    def sub(self, instead: str, text: str) -> str:
        """Like re.Pattern.sub."""
        return self.pattern.sub(instead, text)


def phrases(written: Iterable[str]) -> Phrases:
    """Many phrases as one pattern."""
    return Phrases(written)


def is_unspaced(phrase: str) -> bool:
    """Whether a phrase is written in letters that stand without blanks between words: Japanese, Chinese."""
    return _UNSPACED.search(phrase) is not None


def _alternatives(written: Iterable[str]) -> str:
    return "|".join(sorted({_pattern(phrase) for phrase in written}, key=len, reverse=True))


def _pattern(phrase: str) -> str:
    first, *rest = phrase.split()
    return _word(first) + "".join(_following(word) for word in rest)


def _following(word: str) -> str:
    if word == "*":
        return _BETWEEN
    if word.endswith("?"):
        return rf"(?:{_GAP}{_word(word[:-1])})?"
    return _GAP + _word(word)


def _word(word: str) -> str:
    stem = word.endswith("~")
    choices = "|".join(re.escape(choice) for choice in word.removesuffix("~").split("/"))
    return rf"(?:{choices})" + (r"[\w'-]{0,15}" if stem else "")


def listed(written: str) -> tuple[str, ...]:
    """Phrases written on a few lines, a bar between them."""
    return tuple(
        phrase.strip() for line in written.splitlines() for phrase in line.split("|") if phrase.strip()
    )


def rows(written: str) -> tuple[tuple[str, ...], ...]:
    """Months, weekdays, ordinals: one a line (never two), its forms with a bar between them."""
    return tuple(listed(line) for line in written.splitlines() if line.strip())
