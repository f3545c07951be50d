"""Whose is this message?  By what it carries, and by who says they wrote it.  Pure."""

import re
from dataclasses import dataclass

from mailflow.identity import Reference, read_token, same_person_key
from mailflow.mentoring.engagement import LEADER_SEAT, Engagement
from mailflow.reading.message import Message

_FAILED = re.compile(r"\b(spf|dkim|dmarc)\s*=\s*(fail|softfail|permerror|none)\b")
_DMARC = re.compile(r"\bdmarc\s*=\s*(\w+)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """What a message carries home: the first reference that verifies, and whether others contradict it."""

    reference: Reference | None = None
    contradicted: bool = False


def carried(message: Message, service_key: bytes) -> Carried:
    """Read the three carriers in order: reply address, thread, case line.

    Carriers that name different conversations contradict each other, and nobody should guess.
    """
    found: list[Reference] = []
    for carrier in (message.carriers.address, message.carriers.thread, message.carriers.body):
        verified = [read_token(service_key, token) for token in carrier]
        # The newest letter stands last in References; in an address there is only one.
        found.extend(reference for reference in reversed(verified) if reference is not None)
    conversations = {(reference.engagement_id, reference.seat) for reference in found}
    return Carried(reference=found[0] if found else None, contradicted=len(conversations) > 1)


def known_address(engagement: Engagement, seat: int) -> str:
    """The address this seat is known by."""
    return engagement.leader.email if seat == LEADER_SEAT else engagement.expert(seat).email


def is_known(engagement: Engagement, seat: int, sender: str) -> bool:
    """Whether `sender` is the person we know in `seat`; case, tags and Gmail's dots do not matter."""
    return bool(sender) and same_person_key(sender) == same_person_key(known_address(engagement, seat))


def is_former(engagement: Engagement, seat: int, sender: str) -> bool:
    """Whether `sender` sat in `seat` before somebody else did."""
    if seat == LEADER_SEAT:
        return False
    return same_person_key(sender) in {same_person_key(old) for old in engagement.expert(seat).former}


def was_held(engagement: Engagement, digest: str) -> bool:
    """Whether the message of this digest was held here before, whatever became of it."""
    return any(line.what == "held" and line.key == digest[:12] for line in engagement.history)


def has_failed_authentication(message: Message, trusted_authserv: str) -> bool:
    """Whether the one server we believe says that this sender is not who they claim (RFC 8601).

    Only the topmost field with the trusted id counts: anything below may be the sender's own.
    DMARC decides where it was evaluated; else both SPF and DKIM must have failed.
    """
    if not trusted_authserv:
        return False
    for field in message.authentication:
        server, _, results = field.lower().partition(";")
        if server.split()[:1] == [trusted_authserv.lower()]:
            return _failed(results)
    return True  # configured, and the trusted server said nothing


def _failed(results: str) -> bool:
    dmarc = _DMARC.search(results)
    if dmarc and dmarc.group(1) in {"pass", "fail"}:
        return dmarc.group(1) == "fail"
    failed = {method for method, _ in _FAILED.findall(results)}
    passed = {method for method in ("spf", "dkim") if f"{method}=pass" in results.replace(" ", "")}
    return bool(failed) and not passed
