"""After the ninth piece: the thread drawn by letter, by numbers or not at all; the goal in own words."""

import re

from mailflow.identity import Purpose
from mailflow.mentoring.events import GoalWorded, ThreadDrawn
from mailflow.reading.capability import tidy
from mailflow.reading.classify import Correspondent
from mailflow.reading.languages import folded
from mailflow.reading.languages import leaders as words_of_leaders
from mailflow.reading.verdict import said

LONGEST_TITLE = 80
SHORTEST_GOAL = 5  # words
SHORT = 12
DRAWN_IN = 40  # words; a longer mail is a goal
_RUN = re.compile(
    r"(?<![\w.])([1-9](?:(?:\s*(?:,|&|\+|/|-|and|und|et|y)\s*|\s+){1,2}[1-9]){1,8})(?![\w%]|[.:]\d)"
)
_TITLE = re.compile(words_of_leaders.TITLES, re.DOTALL | re.IGNORECASE)
_TITLE_BEFORE = re.compile(words_of_leaders.TITLES_BEFORE, re.IGNORECASE)
_ABOUT = re.compile(r"(?:it(?:'|’)?s\s+)?(?:all\s+)?about\s+", re.IGNORECASE)
_LABEL = re.compile(
    r"^\s*(?:my\s+|mein\s+|mon\s+|mi\s+)?(?:goal|ziel|objectif|objetivo)\s*:\s*", re.IGNORECASE
)
_ASKED_FOR_GOAL = frozenset(
    {Purpose.SYNTHESIS, Purpose.SYNTHESIS_REVISED, Purpose.GOAL_FEEDBACK, Purpose.GOAL_SET}
)


def thread_drawn(words: str) -> ThreadDrawn | None:
    """A candidate by letter or place, numbers with a title, or none; None: the words draw nothing."""
    core = said(words)
    text = " ".join(folded(core).split())
    short = text.split()
    if len(short) <= SHORT:
        candidate = _candidate(text)
        if candidate is not None:
            return ThreadDrawn(candidate=candidate)
        if words_of_leaders.NONE.search(text) and "?" not in text:
            return ThreadDrawn()
    return _by_numbers(core) if len(short) <= DRAWN_IN else None


def _candidate(text: str) -> int | None:
    tokens = [token for token in re.split(r"[\s.,!:;()\"\u201c\u201d-]+", text) if token]
    left = [token for token in tokens if token not in words_of_leaders.AROUND_A_LETTER]
    if len(left) == 1 and left[0] in {"a", "b", "c"}:
        return "abc".index(left[0])
    return words_of_leaders.CANDIDATES.get(left[0]) if len(left) == 1 and "?" not in text else None


def _by_numbers(words: str) -> ThreadDrawn | None:
    plain = words.replace("\u2019", "'")
    found = _RUN.search(plain)
    if not found:
        return None
    text = folded(plain)
    begins = len(plain[: found.start()].split()) <= len(("I'd", "say", "pieces"))
    if not (begins or words_of_leaders.TOGETHER.search(text)):
        return None
    pieces = tuple(dict.fromkeys(int(digit) for digit in re.findall(r"[1-9]", found[1])))
    return ThreadDrawn(pieces=pieces, label=_label(plain, found)) if len(pieces) > 1 else None


def _label(plain: str, found: re.Match[str]) -> str:
    behind = _TITLE.search(plain[found.end() :])
    if behind:
        return _title(behind.group(1))
    before = _TITLE_BEFORE.search(plain[: found.start()])
    return _title(before.group(1)) if before else ""


def _title(text: str) -> str:
    title = tidy(text.strip().splitlines()[0]) if text.strip() else ""
    about = _ABOUT.match(title)
    return (title[about.end() :] if about else title)[:LONGEST_TITLE]


def stands(words: str) -> bool:
    """Whether the leader keeps their word as it is."""
    text = " ".join(folded(said(words)).split())
    return len(text.split()) <= SHORT and words_of_leaders.STANDS.search(text) is not None and "?" not in text


def goal_worded(words: str, who: Correspondent) -> GoalWorded | None:
    """The goal in the leader's own words; whether it holds is judged elsewhere."""
    goal = _LABEL.sub("", said(words)).strip()
    text = folded(goal)
    says_so = words_of_leaders.GOAL_IS.search(text) is not None
    asked = who.replied_to in _ASKED_FOR_GOAL
    if len(text.split()) < SHORTEST_GOAL or goal.endswith("?") or not (says_so or asked):
        return None
    if words_of_leaders.THANKS.match(text) and not says_so:
        return None
    return GoalWorded(words=goal, missing=())
