"""Raw bytes to a Message: the only MIME code."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Unreadable(Exception):
    """A message was too large, too deep, too slow or not mail at all; says why in one line."""


class Machine(StrEnum):
    """What no human wrote, told from the envelope and structure (language-aware evidence in machine.py)."""

    PERSON = "person"
    AUTO_REPLY = "auto_reply"  # out of office and its kin
    BOUNCE = "bounce"  # delivery report, permanent
    DELAY = "delay"  # delivery report, temporary
    RECEIPT = "receipt"  # read receipt
    CALENDAR = "calendar"  # calendar answer
    BULK = "bulk"  # newsletters, lists
    OWN = "own"  # a letter of ours that came back


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A name and a plain address, as a header gave them."""

    name: str
    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Carriers:
    """Everything that has the form of a token, unverified, by where it travelled; lower-case."""

    address: tuple[str, ...] = ()  # To, Cc, Delivered-To, X-Original-To and the like
    thread: tuple[str, ...] = ()  # In-Reply-To and References; in delivery reports the original's Message-ID
    body: tuple[str, ...] = ()  # the case line in the quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """An arrival, parsed.  Always inbound.  Text is cleaned of control characters, never of meaning."""

    digest: str  # the same mail delivered twice has the same digest, whatever its Received lines say
    sender: str = ""  # plain address from From; empty when there is none
    sender_name: str = ""
    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()
    subject: str = ""  # one line, 200 characters at most
    message_id: str = ""  # "<...>"; empty when absent or malformed
    in_reply_to: str = ""  # In-Reply-To and the last References, as they stood
    sent_at: datetime | None = None  # aware; None when missing or nonsense
    timezone: str = ""  # offset of Date as "+02:00"; empty when unknown
    machine: Machine = Machine.PERSON
    carriers: Carriers = Carriers()
    authentication: tuple[str, ...] = ()  # Authentication-Results, topmost first
    failed_recipients: tuple[str, ...] = ()  # of a delivery report
    text: str = ""
    html: str = ""
    faults: tuple[str, ...] = ()  # "encrypted", "winmail.dat only", "body cut" ...
