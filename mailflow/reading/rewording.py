"""Changes to pieces already given: "change 2: …", "instead of the second: …", "2: …"."""

import re
from collections.abc import Iterable, Sequence

from mailflow.mentoring.engagement import PIECES_EACH, Piece
from mailflow.mentoring.events import Corrected
from mailflow.reading.answer import Reading, is_advice
from mailflow.reading.classify import Correspondent
from mailflow.reading.inline import sentences
from mailflow.reading.intent import is_about_us
from mailflow.reading.languages import CHANGE_WORDS, ORDINALS, folded
from mailflow.reading.own_words import OwnWords
from mailflow.reading.signature import is_name, is_sign_off

LONGEST = 20_000  # characters looked at


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_WHICH = (
    rf"(?:#?([1-9])|(?:the |my |den |die |das |le |la |el |mi )?({_any(ORDINALS)})"
    r"(?: (?:one|point|piece|tip|bit|punkt|conseil|consejo|punto))?)"
)
_SAYS = (
    r"should (?:now )?(?:read|be|say)|should have (?:been|read|said)|becomes|is really|soll heißen|"
    r"sollte heißen|devrait être|debería ser"
)
_INTO = rf"\b(?:to|into|{_SAYS}|with|zu|in|auf|durch|par|en|por|a)\b\s?:?"
_WRITE = r",?\s?(?:please|bitte)?\s?(?:write|put|use|take|say|schreib\w{0,3}|nimm|mets|mettez|pon)?:"
_OPENS = (
    r"(?:^|\n|(?<=[.:;!,] ))\W{0,3}"
    r"(?:(?:please|bitte|and|und|can you|could you|i would|i'd|let me|s'il vous plaît) )?"
    r"(?:(?:small|one|minor|quick|tiny|little|kleine|petite|pequeña) )?"
)
# "2: …" has no word of change: numbers alone are read as a list.
_BETWEEN = _any((*CHANGE_WORDS, "to", "of", "in", "the", "à", "de"))
_CHANGE = re.compile(
    rf"{_OPENS}(?:(?:{_any(CHANGE_WORDS)})\s+(?:(?:{_BETWEEN})\s+){{0,3}}"
    rf"{_WHICH}\s*(?:[:.)–—-](?=\s)|{_WRITE}|{_INTO})|{_WHICH}\s(?:{_SAYS})\b:?)\s*",
    re.IGNORECASE,
)


def _number(found: re.Match[str]) -> int:
    """The number of the piece that is to be changed; 0 when it is none."""
    digit = found[1] or found[3]
    return int(digit) if digit else ORDINALS.get(folded(found[2] or found[4] or ""), 0)


def correction_of(own: OwnWords, reading: Reading, who: Correspondent) -> Corrected | None:
    """Changes in words ("change 2: …"), or single numbers from somebody whose three are in."""
    changes = _worded_changes(own.text[:LONGEST], len(who.pieces))
    if not changes and len(who.pieces) >= PIECES_EACH and 0 < len(reading.pieces) < PIECES_EACH:
        changes = _numbered_changes(own.text, reading.pieces, len(who.pieces))
    return Corrected(seat=who.seat, changes=changes) if changes else None


def _worded_changes(text: str, count: int) -> tuple[tuple[int, Piece], ...]:
    found = [one for one in _CHANGE.finditer(text) if 0 < _number(one) <= count]
    ends = [one.start() for one in found[1:]] + [len(text)] * bool(found)
    changes = []
    for one, end in zip(found, ends, strict=True):
        start, stop = one.end(), _end_of_change(text, one.end(), end)
        if is_advice(text[start:stop]):
            changes.append((_number(one), _piece(text, start, stop)))
    return tuple(changes)


def _end_of_change(text: str, start: int, end: int) -> int:
    """The change ends with its paragraph, or where farewells begin."""
    gap = text.find("\n\n", start, end)
    end = gap if gap >= 0 else end
    kept = start
    for first, last in sentences(text[start:end]):
        if kept > start and is_about_us(text[start + first : start + last]):
            break
        kept = start + last
    lines = text[start:kept].split("\n")
    while len(lines) > 1 and (is_name(lines[-1], "") or is_sign_off(lines[-1])):
        lines.pop()
    return start + len("\n".join(lines))


def _piece(text: str, start: int, end: int) -> Piece:
    bare = text[start:end].strip(' \t\n"“”„»«')
    begin = text.index(bare, start)
    return Piece(text=bare, start=begin, end=begin + len(bare))


_NUMBER_BEFORE = re.compile(r"(?:^|\n)\W{0,3}([1-9])\ufe0f?\u20e3?[.):\s–-]{0,4}$")


def _numbered_changes(text: str, pieces: Sequence[Piece], count: int) -> tuple[tuple[int, Piece], ...]:
    changes = []
    for piece in pieces:
        found = _NUMBER_BEFORE.search(text[max(0, piece.start - 12) : piece.start])
        if found is None or int(found[1]) > count:
            return ()
        changes.append((int(found[1]), piece))
    return tuple(changes)
