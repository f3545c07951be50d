"""The points of a list on lines of its own; sub-lists and following paragraphs belong to their point."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from mailflow.reading.counsel import advises
from mailflow.reading.languages import LATER, UNFINISHED, WISH, folded
from mailflow.reading.lines import Line
from mailflow.reading.marks import LAST, WORDS, Mark, Style, mark_of
from mailflow.reading.ours import words_of
from mailflow.reading.signature import is_contact, is_name, is_postscript, is_sign_off

Span = tuple[int, int]
_ALONE = frozenset({Style.LIST, Style.NUMBER, Style.HASH, Style.KEYCAP, Style.NAMED})
_NUMBERED = frozenset(Style) - {Style.BULLET}
LONGEST_FAREWELL = 40  # words


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """An own line and the block it stands in."""

    line: Line
    block: int

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.line.at + len(self.line.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One point of a list: from `start` to `end` in the text, without its mark."""

    at: int  # where its mark stands
    start: int
    end: int
    number: int
    first: int  # places of its first line and of the line after its last
    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Start:
    """A marked line."""

    place: int
    mark: Mark


def joined(own: Sequence[Own]) -> list[Span]:
    """Paragraphs as spans: neighbouring lines without a gap."""
    result: list[Span] = []
    block = -1
    for one in own:
        if result and not one.line.gap and one.block == block:
            result[-1] = (result[-1][0], one.end)
        else:
            result.append((one.line.at, one.end))
        block = one.block
    return result


def list_points(own: Sequence[Own]) -> list[Point]:
    """The outermost list among these lines, or nothing."""
    starts = _chosen(_groups(own))
    return [_point(own, starts, number) for number in range(len(starts))]


# --- which lines begin points ---


def _groups(own: Sequence[Own]) -> list[list[_Start]]:
    """Marked lines by kind of list; each group in sequence, sub-lists cut away."""
    groups: dict[tuple[str, ...], list[_Start]] = {}
    for place, one in enumerate(own):
        mark = mark_of(one.line)
        if mark is not None and not _is_farewell_dash(own, place, mark):
            groups.setdefault(_kind(mark), []).append(_Start(place=place, mark=mark))
    return [sequence for group in groups.values() if (sequence := _sequence(_outermost(group, own)))]


def _kind(mark: Mark) -> tuple[str, ...]:
    if mark.style in WORDS:
        return ("word",)
    return (mark.style, mark.sign)


def _is_farewell_dash(own: Sequence[Own], place: int, mark: Mark) -> bool:
    """Whether "- Ada" signs the mail."""
    text = own[place].line.text[mark.length :]
    return (
        mark.style is Style.BULLET and place >= len(own) - 2 and len(text.split()) <= 2 and is_name(text, "")
    )


def _outermost(group: Sequence[_Start], own: Sequence[Own]) -> list[_Start]:
    """Without those that stand deeper in: sub-lists."""
    depth = min(own[start.place].line.depth for start in group)
    shallow = [start for start in group if own[start.place].line.depth == depth]
    indent = min(own[start.place].line.indent for start in shallow)
    return [start for start in shallow if own[start.place].line.indent <= indent + 1]


def _sequence(group: Sequence[_Start]) -> list[_Start]:
    """The longest run that counts on: 1, 2, 3; bullets always do; so do lists where every number is 1."""
    numbers = {start.mark.number for start in group}
    if len(numbers) == 1:
        return list(group) if len(group) > 1 or _stands_alone(group[0].mark) else []
    result: list[_Start] = []
    for start in group:
        before = result[-1].mark.number if result else 0
        counts_on = before < start.mark.number <= before + 2
        is_first = not result and start.mark.number != LAST
        if counts_on or is_first or (result and start.mark.number == LAST != before):
            result.append(start)
    return result if len(result) > 1 or (result and _stands_alone(result[0].mark)) else []


def _stands_alone(mark: Mark) -> bool:
    """Whether one marked line is a list: "3. …" or "Third one: …", but not "second coffee" or a lone dash."""
    return mark.sign == ":" or (mark.style in _ALONE and mark.number != LAST)


def _chosen(groups: Sequence[list[_Start]]) -> list[_Start]:
    """The outermost list: the one that begins first, unless a numbered one follows a short bulleted one."""
    if not groups:
        return []
    several = [group for group in groups if len(group) > 1] or groups
    first = min(several, key=lambda group: group[0].place)
    for other in several:
        follows = other[0].place > first[-1].place
        if follows and len(other) > 2 and other[0].mark.style in _NUMBERED and len(first) < 3:
            return other
    return first


# --- where points end ---


def _point(own: Sequence[Own], starts: Sequence[_Start], number: int) -> Point:
    start = starts[number]
    limit = starts[number + 1].place if number + 1 < len(starts) else _end_of_list(own, starts)
    after = start.place + 1
    while after < limit and own[after].block == own[start.place].block:
        after += 1
    # What stands between two points but is no part of them: a rule of dashes, a farewell.
    while after > start.place + 1 and _is_rule(own[after - 1].line.text):
        after -= 1
    line = own[start.place].line
    return Point(
        at=line.at,
        start=line.at + min(start.mark.length, len(line.text)),
        end=own[after - 1].end,
        number=start.mark.number,
        first=start.place,
        after=after,
    )


def _is_rule(text: str) -> bool:
    return not words_of(text)


def _end_of_list(own: Sequence[Own], starts: Sequence[_Start]) -> int:
    """The place after the last point.

    Lines that follow at once belong to it, paragraphs only where other points have some, farewells never.
    """
    last = starts[-1].place
    paragraphs = _paragraphs_inside(own, starts)
    after = last + 1
    while after < len(own):
        line = own[after].line
        inside = line.depth > 0 and line.depth >= own[last].line.depth > 0
        starts_anew = (line.gap or (own[last].line.depth > 0 and not line.depth)) and not inside
        if is_farewell(own, after) or (starts_anew and paragraphs == 0):
            break
        paragraphs -= 1 if starts_anew else 0
        after += 1
    return after


def _paragraphs_inside(own: Sequence[Own], starts: Sequence[_Start]) -> int:
    """How many paragraphs every earlier point has besides its first."""
    counts = []
    for start, following in pairwise(starts):
        between = own[start.place + 1 : following.place]
        counts.append(sum(1 for one in between if one.line.gap or not one.line.depth))
    return min(counts, default=0)


def is_farewell(own: Sequence[Own], place: int) -> bool:
    """Whether this line belongs to what is said around the points: wishes, promises, farewells, names."""
    text = own[place].line.text
    words = folded(text)
    if is_sign_off(text) or is_postscript(text):
        return True
    if len(words.split()) > LONGEST_FAREWELL:
        return False
    if advises(text):
        return False
    if WISH.search(words[:160]) or UNFINISHED.search(words) or LATER.search(words[:120]):
        return True
    is_late = place >= len(own) - 3
    return is_late and (is_name(text, "") or (is_contact(text) and len(words.split()) < 8))
