"""The capability, the why and the end in a leader's running text, verbatim."""

import re
from collections.abc import Sequence

from mailflow.reading.labelled import ADDRESS, Line, item_mark
from mailflow.reading.languages.kickoffs import (
    CAPABILITY_OPENS,
    CLAUSE_ENDS,
    COMMA_GOES_ON,
    END_OPENS,
    REASON_LEADS,
    WHY_OPENS,
)

LONGEST_CAPABILITY = 200
LONGEST_REASON = 600
LONGEST_LEAD = 5  # words before an address that make a line an entry of a list
_OPENS = [re.compile(pattern, re.IGNORECASE) for pattern in CAPABILITY_OPENS]
_WHY = re.compile("|".join(WHY_OPENS), re.IGNORECASE)
_END = re.compile("|".join(END_OPENS), re.IGNORECASE)
_LEADS = re.compile(REASON_LEADS, re.IGNORECASE)
_STARTS_CLAUSE = re.compile(rf"(?:{'|'.join(CLAUSE_ENDS)})(?!\w)", re.IGNORECASE)
_CLAUSE_END = re.compile(
    rf"[;:.!?–—](?:\s|$)|\s-\s|,?\s+(?=(?:{'|'.join(CLAUSE_ENDS)})(?!\w))|\n\n|,\s+|<|$", re.IGNORECASE
)
_GOES_ON = re.compile(rf"(?:{'|'.join(COMMA_GOES_ON)})\b", re.IGNORECASE)
# "delegating, giving feedback and coaching": a list, so the comma does not end it.
_LIST = re.compile(
    r"(?:(?!i\b|we\b|my\b|our\b|you\b|ich\b|wir\b|je\b|nous\b)[^,.;:!?\n]{1,40},\s+)*(?!i\b|we\b|my\b|our\b|you\b|ich\b|wir\b|je\b|nous\b)"
    r"[^,.;:!?\n]{1,40}?,?\s(?:and|und|et|y|or)\s(?!i\b|we\b|ich\b|wir\b|je\b|nous\b|the\b|have\b|would\b|here\b)\w",
    re.IGNORECASE,
)
_BEFORE_REASON = re.compile(
    r"[,;.]?\s+(?=(?:because|so that|in order to|weil|damit|parce que?|afin (?:de|que)|porque|para que)\b)",
    re.IGNORECASE,
)
_BETTER_LATER = re.compile(r"\s+(?:zu\s+)?(?:werden|verbessern|lernen|mejorar)$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<!\bDr)(?<!\bProf)[.!?](?:\s|$)|\n\n")
_NOT_SAID = re.compile(
    r"(?:it|that|this|something|things|one|life|work|him|her|them|in|es|das|ça|eso)$", re.IGNORECASE
)


def prose_of(lines: Sequence[Line]) -> str:
    """Lines that are no list, wrapped lines joined, paragraphs kept apart; apostrophes straight."""
    kept = ["" if _is_entry(line) else line.text for line in lines]
    paragraphs = "\n".join(kept).replace("’", "'").split("\n\n")
    return "\n\n".join(text for text in (" ".join(one.split()) for one in paragraphs) if text)


def _is_entry(line: Line) -> bool:
    """Whether a line is one of a list of experts, not running text."""
    found = ADDRESS.search(line.text)
    if line.listed or (found and item_mark(line.text)):
        return True
    return found is not None and len(line.text[: found.start()].split()) <= LONGEST_LEAD


def capability_in(prose: str) -> str:
    """The capability that running text names; empty where it names none."""
    for opens in _OPENS:
        for found in opens.finditer(prose):
            words = _to_clause_end(prose[found.end() : found.end() + LONGEST_CAPABILITY * 2])
            if words and not _NOT_SAID.fullmatch(words):
                return f"to {words}" if _is_verb_next(found) else words
    return ""


def _is_verb_next(found: re.Match[str]) -> bool:
    return any(value is not None for name, value in found.groupdict().items() if name.startswith("to_"))


def _to_clause_end(rest: str) -> str:
    """From the start to where the clause ends: a list, or "without ..." behind a comma, goes on."""
    for end in _CLAUSE_END.finditer(rest):
        behind = rest[end.end() :]
        if end.group().strip() == "," and _continues(behind):
            continue
        words = " ".join(rest[: end.start()].split())[:LONGEST_CAPABILITY]
        return _BETTER_LATER.sub("", words.strip(" \"'“”*_,"))
    return ""


def _continues(behind: str) -> bool:
    """Whether the capability goes on behind a comma."""
    if _STARTS_CLAUSE.match(behind):
        return False
    return bool(_GOES_ON.match(behind) or _LIST.match(behind))


def cut_at_reason(capability: str) -> tuple[str, str]:
    """A labelled capability without the reason behind it, and that reason: "delegating, because ..."."""
    found = _BEFORE_REASON.search(capability)
    return (capability[: found.start()], capability[found.end() :]) if found else (capability, "")


def why_in(prose: str) -> str:
    """Why now, in the leader's words."""
    return _clause(prose, _WHY, _END)


def end_in(prose: str) -> str:
    """To what end, in the leader's words."""
    return _clause(prose, _END, _WHY)


def without_why(prose: str) -> str:
    """The text without its reason: a month named there is no horizon."""
    why = why_in(prose)
    return prose.replace(why, " ", 1) if why else prose


def _clause(prose: str, opens: re.Pattern[str], other: re.Pattern[str]) -> str:
    """From an opening word to the end of its sentence, or to where the other clause begins."""
    for found in opens.finditer(prose):
        rest = prose[found.end() : found.end() + LONGEST_REASON]
        if rest.startswith((".", "!")):
            continue  # "..., that is why now."
        lead = len(rest) - len(rest.lstrip(" :?–-"))
        ends = [one.start() for one in [_SENTENCE_END.search(rest, lead)] if one]
        ends += [one.start() for one in [other.search(rest, lead + 1)] if one]
        clause = reason(rest[: min(ends)] if ends else rest)
        if clause:
            return clause
    return ""


def reason(words: str) -> str:
    """A reason on one line, without the word that leads it in and the full stop behind it."""
    words = " ".join(words.replace("’", "'").split())[:LONGEST_REASON]
    words = words.strip(" ,;:?–-*_").rstrip(".").strip()
    opening = _LEADS.match(words)
    return words[opening.end() :] if opening else words
