"""A leader's words -> a Kickoff: what was said, verbatim, and nothing that was not.

Labelled lines first, then prose; experts from lists, prose and Cc.  Everything is bounded, every
pattern is linear.
"""

import re
from collections.abc import Sequence
from datetime import datetime

from mailflow.mentoring.kickoff import Kickoff
from mailflow.reading.capability import ability_phrase, doubts, tidy
from mailflow.reading.experts import ADDRESS, Line, experts_in, is_item, with_cc
from mailflow.reading.languages.kickoffs import (
    CAPABILITY_OPENS,
    CLAUSE_ENDS,
    END_OPENS,
    EXPERT_WORDS,
    LABELS,
    MONTH_NAMES,
    MONTHS,
    NUMBERS,
    SEASONS,
    WHY_OPENS,
    YEARS,
)
from mailflow.reading.message import Message

LONGEST_TEXT = 20_000
LONGEST_CAPABILITY = 200
LONGEST_REASON = 600
_LABEL_OF = {word: field for field, words in LABELS.items() for word in words}
_LABELLED = re.compile(
    r"\s*(?:\d{1,2}[.)]|[*_#>-]{0,3})\s*([^\W\d_][^:=\n]{0,48}?)\s*[*_]{0,2}\s*"
    r"(?::|=|\?\s*[:\u2013\u2014-]?|\s[\u2013\u2014-]\s)\s*[*_]{0,2}\s*(.*)$"
)
_IS_EXPERT = re.compile(rf"\s*(?:[-*]\s*)?(?:{'|'.join(EXPERT_WORDS)})\s*#?\d\s*[:.)\u2013-]", re.IGNORECASE)
_CAPABILITY = re.compile(rf"\b(?:{'|'.join(CAPABILITY_OPENS)})\s+", re.IGNORECASE)
_CLAUSE_END = re.compile(
    rf"\s*(?:[,;:.!?\u2013\u2014]\s|[.!?]$|\s-\s|,?\s\b(?:{'|'.join(CLAUSE_ENDS)})\b|$)", re.IGNORECASE
)
_WHY = re.compile("|".join(WHY_OPENS), re.IGNORECASE)
_END = re.compile("|".join(END_OPENS), re.IGNORECASE)
_OPENING_WORD = re.compile(r"(?:so\s+that|in\s+order\s+to|because)\s+", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?](?:\s|$)|\n\n")
_NUMBER = rf"(\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
_IN_MONTHS = re.compile(rf"\b{_NUMBER}\s*-?\s*{MONTHS}\b", re.IGNORECASE)
_RANGE = re.compile(
    rf"\b(\d{{1,2}})\s*(?:-|\u2013|to|bis|\u00e0|a)\s*(\d{{1,2}})\s*{MONTHS}\b", re.IGNORECASE
)
_IN_YEARS = re.compile(rf"\b(?:{_NUMBER}|half\s+a|halben|demi-?)\s*-?\s*{YEARS}\b", re.IGNORECASE)
_UNTIL = "|".join([*MONTH_NAMES, *SEASONS])
_BY = re.compile(
    rf"\b(?:by|until|before|till)\s+(?:the\s+)?(?:end\s+of\s+)?(?:next\s+)?({_UNTIL})\b", re.IGNORECASE
)
_HORIZON_NEAR = re.compile(
    r"\b(?:within|in\s+the\s+next|over\s+the\s+next|horizon|for\s+the\s+next|in|over)\b", re.IGNORECASE
)
_ONE = re.compile(r"(?:a|an|one|1|un|ein|einem)\s+m", re.IGNORECASE)  # "in a month" tells of something else
_BLANK_LINE = re.compile(r"\n\s*\n")


def read_kickoff(
    words: str, message: Message, *, service_addresses: Sequence[str], more: str = ""
) -> Kickoff:
    """What `words` say of a kickoff; `more` is looked through for experts when fewer than three are found.

    (A list of names and addresses at the end of a mail looks like a signature.)
    """
    words = words[:LONGEST_TEXT]
    parts, lines = _labelled(words)
    named = experts_in(lines, message.sender, service_addresses)
    if len(named) < 3 and more:
        extra = experts_in(
            [Line(text=line) for line in more[:LONGEST_TEXT].splitlines()], message.sender, service_addresses
        )
        known = {expert.email.lower() for expert in named}
        named += [expert for expert in extra if expert.email.lower() not in known]
    experts, in_cc = with_cc(named, message.cc, [message.sender, *service_addresses])
    prose = _prose(lines)
    capability = tidy(parts.get("capability", "") or _capability_in(prose))[:LONGEST_CAPABILITY]
    return Kickoff(
        capability=capability,
        phrase=ability_phrase(capability),
        why_now=_reason(parts.get("why_now", "")) or _clause(prose, _WHY),
        to_what_end=_reason(parts.get("to_what_end", "")) or _clause(prose, _END),
        horizon_months=months(parts.get("horizon", "") or _horizon_in(prose), message.sent_at),
        experts=tuple(experts),
        experts_in_cc=in_cc,
        doubts=doubts(capability),
        timezone=parts.get("timezone", "").strip(),
        leader_name=message.sender_name,
    )


def _labelled(words: str) -> tuple[dict[str, str], list[Line]]:
    """The values of labelled lines, and all other lines with what list they stand in."""
    parts: dict[str, str] = {}
    lines: list[Line] = []
    field, blank = "", True
    for text in words.splitlines():
        found = _LABELLED.match(text) if len(text) < LONGEST_REASON * 2 else None
        label = _LABEL_OF.get(found.group(1).strip(" *_").lower(), "") if found else ""
        if found and label:
            field, blank = label, False
            _take(parts, lines, field, found.group(2).strip())
        elif _IS_EXPERT.match(text):
            lines.append(Line(text=text, listed=True))
            field = ""
        elif not text.strip():
            blank = True
            field = field if field == "experts" else ""
        elif field and (field == "experts" or not (blank or is_item(text) or ADDRESS.search(text))):
            _take(parts, lines, field, text.strip())
        else:
            lines.append(Line(text=text))
    return parts, lines


def _take(parts: dict[str, str], lines: list[Line], field: str, value: str) -> None:
    if field == "experts":
        lines.extend(Line(text=piece, listed=True) for piece in _pieces_of(value))
    elif value:
        parts[field] = f"{parts[field]} {value}" if field in parts else value


def _pieces_of(value: str) -> list[str]:
    """Experts on one line: "Ada <a@x>; Grace <g@y>" are two."""
    return [piece for piece in re.split(r";", value) if piece.strip()]


def _prose(lines: Sequence[Line]) -> str:
    """Lines that are no list, wrapped lines joined, paragraphs kept apart."""
    kept = [line.text for line in lines if not line.listed]
    text = "\n".join(kept)
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in _BLANK_LINE.split(text))


def _capability_in(prose: str) -> str:
    found = _CAPABILITY.search(prose)
    if not found:
        return ""
    rest = prose[found.end() : found.end() + LONGEST_CAPABILITY * 2].partition("\n\n")[0]
    end = _CLAUSE_END.search(rest)
    words = rest[: end.start()] if end else rest
    opening = found.group().lower()
    if re.search(r"\b(?:to|how\s+i)\s+$", opening) and words:
        return f"to {words}"
    return words


def _clause(prose: str, opens: re.Pattern[str]) -> str:
    """From an opening word to the end of its sentence, or to where the other clause begins."""
    found = opens.search(prose)
    if not found:
        return ""
    rest = prose[found.end() : found.end() + LONGEST_REASON]
    ends = [match.start() for match in [_SENTENCE_END.search(rest)] if match]
    other = _END if opens is _WHY else _WHY
    ends += [match.start() for match in [other.search(rest)] if match and match.start() > 0]
    return _reason(rest[: min(ends)] if ends else rest)


def _reason(words: str) -> str:
    words = " ".join(words.split())[:LONGEST_REASON].strip(" ,;:\u2013-").rstrip(".").strip()
    opening = _OPENING_WORD.match(words)
    return words[opening.end() :] if opening else words


def _horizon_in(prose: str) -> str:
    """The stretch of prose that speaks of a horizon."""
    by = _BY.search(prose)
    for pattern in (_RANGE, _IN_MONTHS, _IN_YEARS):
        for found in pattern.finditer(prose):
            near = _HORIZON_NEAR.search(prose[max(0, found.start() - 25) : found.start()])
            if near and not _ONE.match(found.group()):
                return found.group()
    return by.group() if by else ""


def months(text: str, written_at: datetime | None) -> int | None:
    """A horizon in months; None where none is said."""
    text = text.strip()
    between = _RANGE.search(text)
    if between:
        return (int(between.group(1)) + int(between.group(2))) // 2
    found = _IN_MONTHS.search(text)
    if found:
        return _number(found.group(1))
    found = _IN_YEARS.search(text)
    if found:
        return _number(found.group(1)) * 12 if found.group(1) else 6
    by = _BY.search(text) or re.search(rf"\b({_UNTIL})\b", text, re.IGNORECASE)
    if by and written_at is not None:
        month = {**MONTH_NAMES, **SEASONS}[by.group(1).lower()]
        return (month - written_at.month) % 12 or 12
    return int(text) if text.isdigit() and len(text) < 4 else None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word.lower()]
