"""The marks people number their points with: 1. 1) #1 a) i. ① 1️⃣ - * First, Erstens: One,"""

import re
from dataclasses import dataclass
from enum import StrEnum

from mailflow.reading.languages import CARDINALS, LAST_WORDS, ORDINALS, folded
from mailflow.reading.lines import Line

MOST = 20  # points; higher numbers are years, prices and page numbers
LAST = 99  # "lastly": after whatever came before


class Style(StrEnum):
    """How a point is marked.  Points of one list share it."""

    LIST = "list"  # an HTML list item, or Outlook's
    NUMBER = "number"
    HASH = "hash"
    LETTER = "letter"
    ROMAN = "roman"
    KEYCAP = "keycap"
    BULLET = "bullet"
    ORDINAL = "ordinal"
    CARDINAL = "cardinal"
    NAMED = "named"  # "Tip 1:", "My second piece of advice:"


WORDS = frozenset({Style.ORDINAL, Style.CARDINAL, Style.NAMED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A mark at the beginning of a line or clause."""

    style: Style
    number: int  # 0: a bullet
    length: int  # characters, the blank behind it included
    sign: str = ""  # a bullet, or what stands behind a word: ":" "," or nothing


_NUMBER = re.compile(
    r"[*_]{0,2}\(?(\d{1,2})\s?(?:[.)\]:、．）](?!\d)|[-–—](?=\s))\s*|"
    r"(?:nr|no|n°|nº)\.?\s?(\d{1,2})\s?[.:)–-]\s*",
    re.IGNORECASE,
)
_HASH = re.compile(r"[*_]{0,2}#\s?(\d{1,2})\s?[.:)–-]?\s*")
_LETTER = re.compile(r"[*_]{0,2}\(?([a-hA-H])\s?[.)]\s+")
_ROMAN = re.compile(r"[*_]{0,2}\(?(i{1,3}|iv|v|vi{1,3})[.)]\s+", re.IGNORECASE)
_KEYCAP = re.compile(r"(?:(\d)\ufe0f?\u20e3|([①-⑳❶-❿➀-➉]))\s*[.:)–-]?\s*")
_ROUND = "•·‣◦▪●○►➤→✓✔✅\uf0b7"
_BULLET = re.compile(rf"([-*–—+>~o§{_ROUND}]|\u27a1\ufe0f?)(?:\s+|(?<=[{_ROUND}])\s*)(?=\S)")
_ROMANS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8}
_AND = r"(?:and |und |et |y |then |also |auch )?"
_AFTER_WORD = r"\s*(?:[,:;.)–—-]+\s*|(?=\s))"


def _words(phrases: dict[str, int] | tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(phrases, key=len, reverse=True))


_ORDINAL = re.compile(
    rf"[*_]{{0,2}}{_AND}({_words((*ORDINALS, *LAST_WORDS))})[*_]{{0,2}}"
    r"(\s*[,:;–—，、：-]+[*_]{0,2}\s*|\.\s+)"
)
# "The second is to …", "My first piece of advice would be …"
_IS = (
    r"(?: (?:one|thing|piece of advice|bit of advice|piece|bit|tip|point|rat|tipp|conseil|consejo))?"
    r" (?:is|would be|ist|wäre|est|serait|es|sería)(?: to| de)?"
)
_ORDINAL_BARE = re.compile(rf"{_AND}({_words((*ORDINALS, *LAST_WORDS))})(?:{_IS})?\s+(?=\S)")
_STARS = r"[*_]{0,2}"
_CARDINAL = re.compile(
    rf"{_STARS}{_AND}(?:number |nummer |numéro |número )?({_words(CARDINALS)}){_STARS}"
    rf"\s*[,:;.)–—，、：-]+{_STARS}\s*"
)
# "Tip 1:", "My second piece of advice:"; but "three things:" announces a list.
_NAMED = re.compile(
    rf"{_STARS}(?:(?:[^\W\d_]+ ){{1,3}}#?\s?(\d{{1,2}}(?!:\d)|{_words(CARDINALS)})|"
    rf"(?:[^\W\d_]+ ){{0,2}}({_words((*ORDINALS, *LAST_WORDS))})(?: [^\W\d_]+){{0,3}})"
    rf"{_STARS}(?:\s?[:–—](?!\d)|\s-(?=\s)){_STARS}\s*"
)


def mark_of(line: Line) -> Mark | None:
    """The mark a line begins with, the client's own list marks first."""
    if line.begins and line.mark:
        typed = typed_mark(line.text[line.mark :])
        number = int(digits[0]) if (digits := re.match(r"\d{1,3}", line.text)) else 0
        # Some number by hand inside a bulleted list; then their numbers count.
        extra = typed.length if typed is not None and typed.style is not Style.BULLET and not number else 0
        return Mark(style=Style.LIST, number=number, length=line.mark + extra)
    return typed_mark(line.text)


def typed_mark(text: str) -> Mark | None:
    """The mark that somebody typed at the beginning of `text`, or None."""
    head = text[:80]
    return _symbol(head) or _word(head)


def _symbol(head: str) -> Mark | None:
    if found := _KEYCAP.match(head):
        return Mark(style=Style.KEYCAP, number=_keycap(found), length=found.end())
    if (found := _NUMBER.match(head)) and 0 < int(found[1] or found[2]) <= MOST:
        return Mark(style=Style.NUMBER, number=int(found[1] or found[2]), length=found.end())
    if (found := _HASH.match(head)) and 0 < int(found[1]) <= MOST:
        return Mark(style=Style.HASH, number=int(found[1]), length=found.end())
    if found := _ROMAN.match(head):
        return Mark(style=Style.ROMAN, number=_ROMANS[found[1].lower()], length=found.end())
    if found := _LETTER.match(head):
        return Mark(style=Style.LETTER, number=ord(found[1].lower()) - 96, length=found.end())
    if (found := _BULLET.match(head)) and not head.startswith(("---", "***")):
        return Mark(style=Style.BULLET, number=0, length=found.end(), sign=found[1])
    return None


def _keycap(found: re.Match[str]) -> int:
    if found[1]:
        return int(found[1])
    for first in "①❶➀":
        if 0 <= ord(found[2]) - ord(first) < MOST:
            return ord(found[2]) - ord(first) + 1
    return 1


def _word(head: str) -> Mark | None:
    words = folded(head)
    if len(words) != len(head):  # a letter that grows when folded: positions would not fit
        return None
    if found := _ORDINAL.match(words):
        return _worded(Style.ORDINAL, ORDINALS.get(found[1], LAST), found)
    if found := _CARDINAL.match(words):
        return _worded(Style.CARDINAL, CARDINALS[found[1]], found)
    if (found := _NAMED.match(words)) and len(found[0]) <= 60:
        return _worded(Style.NAMED, _named_number(found[1] or found[2]), found)
    if found := _ORDINAL_BARE.match(words):
        return Mark(style=Style.ORDINAL, number=ORDINALS.get(found[1], LAST), length=found.end())
    return None


def _worded(style: Style, number: int, found: re.Match[str]) -> Mark:
    sign = found[0].rstrip(" *_")[-1:]
    return Mark(style=style, number=number, length=found.end(), sign=sign if sign in ":," else ",")


def _named_number(word: str) -> int:
    if word.isdigit():
        return int(word)
    return ORDINALS.get(word) or CARDINALS.get(word) or LAST
