"""People's words and our dates made fit for a letter: cleaned, shortened, written out.  Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from markupsafe import Markup, escape

from mailflow.mentoring.engagement import Patience

LONGEST_NAME = 78
# Characters that reorder or hide what stands around them: bidi controls, joiners of nothing, line and
# paragraph separators, the byte order mark.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff"  # control characters and lone surrogates
    "\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
_BLANKS = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85]+")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)]*\s")
_SCHEME = re.compile(r"\b(?:https?|ftp)(?=://)", re.IGNORECASE)
_DOT_IN_A_NAME = re.compile(r"(?<=[^\W_])\.(?=[^\W\d_])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a language calls things, from its `words.toml`."""

    weekdays: tuple[str, ...]  # Monday first
    months: tuple[str, ...]
    numbers: tuple[str, ...]  # from none
    titles: frozenset[str]  # "dr", "herr": not a first name
    units: Mapping[str, tuple[str, str]]  # by engagement.Unit: one, several
    day: str
    day_with_year: str
    moment: str  # a day and a time of day
    joined: str  # the last two of a list
    reference: str
    reply: str
    quotes: tuple[str, str, str, str]  # around somebody's words; the second pair outside marks of their own
    nameless: str  # an expert who asked not to be named
    nameless_short: str

    def number(self, count: int) -> str:
        """`count` written out where that is usual."""
        return self.numbers[count] if 0 <= count < len(self.numbers) else str(count)

    def written_day(self, day: date, today: date) -> str:
        """`day` as people say it; with the year only where it is another one."""
        form = self.day if day.year == today.year else self.day_with_year
        return form.format(
            weekday=self.weekdays[day.weekday()], day=day.day, month=self.months[day.month - 1], year=day.year
        )

    def written_moment(self, moment: datetime, today: date) -> str:
        """A day and an hour, both as `moment` has them in its own zone."""
        return self.moment.format(day=self.written_day(moment.date(), today), time=f"{moment:%H:%M}")

    def waiting(self, patience: Patience) -> str:
        """A patience in words: "three working days"."""
        one, several = self.units[patience.unit.value]
        return f"{self.number(patience.days)} {one if patience.days == 1 else several}"

    def all_of(self, names: Sequence[str]) -> str:
        """The names as a list in a sentence."""
        if len(names) < 2:
            return "".join(names)
        return self.joined.format(first=", ".join(names[:-1]), last=names[-1])

    def opening(self, text: str) -> str:
        """The mark to open a quotation of `text` with."""
        return self.quotes[2 if self._holds_quotes(text) else 0]

    def closing(self, text: str) -> str:
        """The mark to close it with."""
        return self.quotes[3 if self._holds_quotes(text) else 1]

    def _holds_quotes(self, text: str) -> bool:
        return bool({'"', *self.quotes[:2]} & set(text))

    def first_name(self, name: str) -> str:
        """What to call somebody in a greeting; empty where the name is only an address."""
        name = one_line(name, LONGEST_NAME)
        family, comma, given = name.partition(", ")
        parts = (given or family if comma else name).split()
        parts = [part for part in parts if part.lower().rstrip(".") not in self.titles] or parts
        return "" if not parts or "@" in name else parts[0]


def clean(text: str) -> str:
    """`text` without control characters, bidi controls and lone surrogates; line ends become newlines."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return _UNSEEN.sub("", text)


def one_line(text: str, longest: int = 10_000) -> str:
    """`text` cleaned, on one line, cut to `longest` characters."""
    text = _BLANKS.sub(" ", clean(text)).strip()
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def shortened(text: str, longest: int = 280) -> str:
    """The beginning of `text` on one line, cut after a sentence where one ends, else after a word."""
    text = one_line(text)
    if len(text) <= longest:
        return text
    head = text[:longest]
    ends = [found.end() for found in _SENTENCE_END.finditer(head)]
    if ends and ends[-1] > longest // 2:
        return head[: ends[-1]].rstrip() + " […]"
    return head.rpartition(" ")[0].rstrip(" ,;:") + " […]" if " " in head else head + "[…]"


def lines(text: str) -> Markup:
    """Somebody's words with their own line breaks, nothing of them read as markup."""
    return Markup("<br/>").join(escape(line) for line in clean(text).strip().split("\n"))


def defused(text: str, longest: int = 200) -> str:
    """The first `longest` characters as plain text in which no program finds a link."""
    text = one_line(text, longest)
    return _DOT_IN_A_NAME.sub("[.]", _SCHEME.sub("hxxp", text)).replace("@", " at ")


def sentence(text: str) -> str:
    """A phrase as it begins a line: its first letter a capital."""
    text = one_line(text)
    return text[:1].upper() + text[1:]


def without_end(text: str) -> str:
    """A phrase without the full stop its writer put behind it."""
    return one_line(text).rstrip(" .!?;:,")
