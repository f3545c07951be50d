"""Whether a sentence advises somebody or talks about this very conversation.

"Never say you can't help" holds the words of a no and is none; "I can't help" is one.
"""

import re

from mailflow.reading.languages import ADVISING, FIRST_PERSON, folded

LONGEST_LEAD = 8  # words before a colon: "My one piece of advice: …"
LONGEST = 2000  # characters looked at
SHORTEST_COUNSEL = 2  # words; "Stop." is said to us
# What may stand before the first word of advice: marks, quotes, "and", "so", "please", "für mich:".
_BEFORE = re.compile(
    r"(?:[^\w]|(?:and|but|so|also|then|just|simply|please|und|aber|dann|einfach|bitte|et|mais|puis|donc|y|pero)"
    r"\b)*"
)
_IMPERSONAL = re.compile(r"\b(?:whoever|whatever|nobody|everybody|everyone|one should|wer|qui|quien|man)\b")
# "Don't write to me", "Let me think", "Give us a week": orders to the service.
_TO_US = re.compile(
    r"\b(?:this|these|those) (?:e-?mails?|mails?|messages?|list|service|address)\b|"
    r"\b(?:your|this) (?:mailing )?list\b|"
    r"\bdies\w{0,3} (?:mail|e-mail|nachricht|verteiler|liste|adresse)\w{0,3}|\bverteiler\b|"
    r"\bces (?:mails|messages)|\bcette (?:adresse|liste)|"
    r"\bestos (?:correos|mensajes)|\besta (?:dirección|lista)|"
    r"このメール|今後の?メール|メールを?送らない|配信|这些邮件|此类邮件|рассылк|"
    r"\bgdpr\b|\bdsgvo\b|\brgpd\b|\bart(?:icle|ikel|ículo|\.) (?:17|21)\b|\bspam\b"
)


def advises(sentence: str) -> bool:
    """Whether a sentence is counsel to somebody else, so that a "no" in it is not the writer's own."""
    lead, colon, rest = sentence.partition(":")
    if colon and len(lead.split()) <= LONGEST_LEAD and advises(rest[:LONGEST]):
        return True
    words = folded(sentence)
    if len(words.split()) < SHORTEST_COUNSEL or is_to_us(sentence) or _is_asked(words):
        return False
    start = _before(words)
    found = ADVISING.match(words, start) or _IMPERSONAL.match(words, start)
    # "Let's meet" is no advice to let.
    return found is not None and words[found.end() :][:1] != "'" and not is_personal(sentence)


def _is_asked(words: str) -> bool:
    """Whether a sentence asks us, and quotes no question to ask others."""
    return words.rstrip().endswith("?") and _QUOTED.search(words) is None


def is_personal(sentence: str) -> bool:
    """Whether the writer speaks of themselves; what they quote is not counted."""
    return FIRST_PERSON.search(_QUOTED.sub(" ", folded(sentence))) is not None


def is_to_us(sentence: str) -> bool:
    """Whether a sentence speaks of our letters: "stop these mails", "off your list"."""
    return _TO_US.search(folded(sentence)) is not None


def _before(words: str) -> int:
    found = _BEFORE.match(words[:60])
    return found.end() if found is not None else 0


_QUOTED = re.compile(r"[\"“”„«][^\"“”„«»]{1,300}[\"“”»]")
