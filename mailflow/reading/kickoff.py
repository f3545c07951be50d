"""A leader's words -> a Kickoff: what was said, verbatim, and nothing that was not.

Labelled lines first, then prose; experts from lists, prose and Cc.  Everything is bounded, every
pattern is linear.
"""

import re
from collections.abc import Sequence

from mailflow.identity import same_person_key
from mailflow.mentoring.engagement import NamedExpert
from mailflow.mentoring.kickoff import Kickoff
from mailflow.reading.capability import ability_phrase, doubts, tidy
from mailflow.reading.clauses import (
    LONGEST_CAPABILITY,
    capability_in,
    cut_at_reason,
    end_in,
    prose_of,
    reason,
    why_in,
    without_why,
)
from mailflow.reading.experts import ADDRESS, Line, experts_in, with_cc
from mailflow.reading.horizon import horizon_called, horizon_in, months
from mailflow.reading.labelled import labelled
from mailflow.reading.message import Message
from mailflow.reading.names import name_at_end, name_near
from mailflow.reading.ours import words_of

LONGEST_TEXT = 20_000
ENOUGH = 3  # experts
_CHANGE = re.compile(
    r"\b(?:why\s+now|to\s+what\s+end|horizon|months?|warum\s+jetzt|wozu|monate?|pourquoi|mois|por\s+qué|para\s+qué|meses|plazo)\b",
    re.IGNORECASE,
)
_CARD = re.compile(
    r"\||\+?\d[\d ()/-]{6,}|www\.|https?:|\b(?:tel|mobile|phone|fax|e-?mail|assistant)\b", re.IGNORECASE
)


def read_kickoff(
    words: str,
    message: Message,
    *,
    service_addresses: Sequence[str],
    more: str = "",
    subject: str = "",
    language: str = "en",
    corrects: bool = False,
) -> Kickoff:
    """What `words` say of a kickoff.

    `more` is looked through for experts when fewer than three are found: a list of names and addresses at
    the end of a mail looks like a signature.  `subject` may name the capability where the words do not.
    What `corrects` a kickoff names its parts: running text is then talk.
    """
    found = labelled(words[:LONGEST_TEXT])
    named = experts_in(found.lines, message.sender, service_addresses)
    if len(named) < ENOUGH and more:
        named += _below(more, named, message, service_addresses)
    others = [message.sender, *service_addresses]
    experts, in_cc = with_cc(named, message.cc, others, words)
    label, reasons = cut_at_reason(found.parts.get("capability", ""))
    found.lines.extend(Line(text=one) for one in ("", reasons) if reasons)
    prose = "" if corrects and not _CHANGE.search(words) else prose_of(found.lines)
    capability = _capability(label, "" if corrects else prose, subject)
    horizon = found.parts.get("horizon", "")
    return Kickoff(
        capability=capability,
        phrase=ability_phrase(capability, language),
        why_now=reason(found.parts.get("why_now", "")) or why_in(prose),
        to_what_end=reason(found.parts.get("to_what_end", "")) or end_in(prose),
        horizon_months=months(horizon, message.sent_at)
        or horizon_called(words[:LONGEST_TEXT])
        or horizon_in(without_why(prose), message.sent_at),
        experts=tuple(experts),
        experts_in_cc=in_cc,
        doubts=doubts(capability),
        timezone=found.parts.get("timezone", "").strip(),
        leader_name=message.sender_name,
    )


def _capability(label: str, prose: str, subject: str) -> str:
    """From its label, else from running text, else from the subject; in the leader's own words."""
    return tidy(label or capability_in(prose) or capability_in(subject))[:LONGEST_CAPABILITY]


def _below(
    more: str, named: Sequence[NamedExpert], message: Message, service: Sequence[str]
) -> list[NamedExpert]:
    """Experts in what looked like a signature: a name and an address on a line, and not the leader's own."""
    own = set(words_of(message.sender_name))
    lines = [Line(text=line) for line in more[:LONGEST_TEXT].splitlines() if _names_somebody(line, own)]
    known = {same_person_key(expert.email) for expert in named if expert.email}
    extra = experts_in(lines, message.sender, service)
    return [expert for expert in extra if same_person_key(expert.email) not in known]


def _names_somebody(line: str, own: set[str]) -> bool:
    found = ADDRESS.search(line)
    if not found or _CARD.search(line):
        return False
    before = line[: found.start()]
    name = name_at_end(before)[0] or name_near(before, found.group())[0]
    return bool(name) and not own & set(words_of(name))
