"""Who is who: addresses compared, letters keyed, tokens signed.  Pure.

A token names an engagement, a seat and a purpose, signed with the service's
key.  The same string travels on three carriers (reply address, Message-ID,
case line), so a reply finds its way home even when a mail client drops two.
"""

import hashlib
import hmac
import re
from dataclasses import dataclass
from enum import StrEnum

# Lower-case letters and digits without the look-alikes 0/o and 1/l: base32 that
# survives being read aloud and mail systems that fold case.
ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"
ID_LENGTH = 10
SIGNATURE_LENGTH = 20  # 100 bits: guessing by mail is hopeless
TOKEN_LENGTH = ID_LENGTH + 2 + SIGNATURE_LENGTH
LONGEST_ADDRESS = 254  # RFC 5321, 4.5.3.1.3
LONGEST_LOCAL_PART = 64  # RFC 5321, 4.5.3.1.1

_TOKEN = re.compile(rf"(?<![a-z0-9])[{ALPHABET}]{{{TOKEN_LENGTH}}}(?![a-z0-9])", re.IGNORECASE)
_ATOM = r"[A-Za-z0-9!#$%&'*/=?^_`{|}~+-]+"
_LOCAL = re.compile(rf"{_ATOM}(?:\.{_ATOM})*")
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_DOMAIN = re.compile(rf"{_LABEL}(?:\.{_LABEL})*")
_DOTLESS_DOMAINS = frozenset({"gmail.com", "googlemail.com"})


class Purpose(StrEnum):
    """Every letter there is (contract, section 2).  The order is part of the token: append only."""

    KICKOFF_GAPS = "kickoff_gaps"
    KICKOFF_REFUSED = "kickoff_refused"
    PREVIEW = "preview"
    UNDER_WAY = "under_way"
    COFFEE_ACCEPTED = "coffee_accepted"
    QUESTION_RELAY = "question_relay"
    SEAT_OPEN = "seat_open"
    PROGRESS = "progress"
    TRANSCRIPT = "transcript"
    SYNTHESIS = "synthesis"
    SYNTHESIS_REVISED = "synthesis_revised"
    GOAL_FEEDBACK = "goal_feedback"
    GOAL_SET = "goal_set"
    CHECK_IN = "check_in"
    CLOSED = "closed"
    INVITATION = "invitation"
    QUESTION = "question"
    NUDGE = "nudge"
    MORE_PLEASE = "more_please"
    SECOND_COFFEE = "second_coffee"
    THANKS = "thanks"
    RELAY_ANSWER = "relay_answer"
    IS_THIS_YOURS = "is_this_yours"
    STOPPED = "stopped"
    RELEASED = "released"
    OUTCOME = "outcome"
    ALERT = "alert"


_PURPOSES = tuple(Purpose)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What a verified token says: which engagement, which seat (0 is the leader), which letter."""

    engagement_id: str
    seat: int
    purpose: Purpose


def base32(number_of_chars: int, digest: bytes) -> str:
    """The first `number_of_chars` of `digest` in our alphabet, five bits a character."""
    number = int.from_bytes(digest, "big")
    bits = len(digest) * 8
    return "".join(ALPHABET[(number >> (bits - 5 * (i + 1))) & 31] for i in range(number_of_chars))


def engagement_id(service_key: bytes, kickoff_digest: str) -> str:
    """The id that a kickoff mail always gets: the same mail twice is one engagement."""
    digest = hmac.digest(service_key, b"engagement:" + kickoff_digest.encode(), "sha256")
    return base32(ID_LENGTH, digest)


def make_token(service_key: bytes, reference: Reference) -> str:
    """`reference` as a signed token of TOKEN_LENGTH characters."""
    payload = (
        reference.engagement_id + ALPHABET[reference.seat] + ALPHABET[_PURPOSES.index(reference.purpose)]
    )
    return payload + _signature(service_key, payload)


def read_token(service_key: bytes, token: str) -> Reference | None:
    """What `token` says, or None when it was not signed with this key.  Case does not matter."""
    token = token.lower()
    payload, signature = token[: ID_LENGTH + 2], token[ID_LENGTH + 2 :]
    if len(token) != TOKEN_LENGTH or not hmac.compare_digest(
        signature.encode(), _signature(service_key, payload).encode()
    ):
        return None
    purpose = ALPHABET.index(payload[-1])
    if purpose >= len(_PURPOSES):
        return None
    return Reference(
        engagement_id=payload[:ID_LENGTH], seat=ALPHABET.index(payload[ID_LENGTH]), purpose=_PURPOSES[purpose]
    )


def tokens_in(text: str) -> tuple[str, ...]:
    """Everything in `text` that has the form of a token, verified or not, in order, lower-case."""
    return tuple(found.lower() for found in _TOKEN.findall(text))


def _signature(service_key: bytes, payload: str) -> str:
    return base32(SIGNATURE_LENGTH, hmac.digest(service_key, b"token:" + payload.encode(), "sha256"))


def letter_key(engagement: str, purpose: Purpose, seat: int, turn: int) -> str:
    """The key of a letter: deciding twice asks for the same letter, and the store keeps one."""
    return f"{engagement}.{purpose.value}.{seat}.{turn}"


def message_id(service_key: bytes, reference: Reference, turn: int, domain: str) -> str:
    """The Message-ID of a letter, derived from its key alone (RFC 5322, 3.6.4)."""
    return f"<{make_token(service_key, reference)}.{turn}@{domain}>"


def is_address(text: str) -> bool:
    """Whether `text` is one plain address that may be written to (dot-atom form, ASCII).

    Quoted local parts, leading hyphens (read as options by some mail programs) and anything
    with blanks or control characters are refused, though RFC 5321 allows some of them.
    """
    if len(text) > LONGEST_ADDRESS or text.count("@") != 1 or text.startswith("-"):
        return False
    local, domain = text.split("@")
    return (
        len(local) <= LONGEST_LOCAL_PART
        and _LOCAL.fullmatch(local) is not None
        and _DOMAIN.fullmatch(domain) is not None
    )


def same_person_key(address: str) -> str:
    """The form in which addresses are compared: case, +tags and Gmail's dots do not matter.

    Never used to write to anybody; letters go to the address as it was given.
    """
    local, _, domain = address.strip().lower().rpartition("@")
    local = local.partition("+")[0] or local
    if domain in _DOTLESS_DOMAINS:
        local, domain = local.replace(".", ""), "gmail.com"
    return f"{local}@{domain}"


def address_hash(service_key: bytes, address: str) -> str:
    """A keyed hash of an address: enough to honour a stop for ever, useless to a thief without the key."""
    return hmac.new(service_key, b"address:" + same_person_key(address).encode(), hashlib.sha256).hexdigest()
