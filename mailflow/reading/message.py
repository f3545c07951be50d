"""Raw bytes to a Message.  Total: any bytes make a Message or are Unreadable."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import unescape

from mailflow.identity import tokens_in
from mailflow.reading.headers import (
    LONGEST_SUBJECT,
    Headers,
    addresses,
    ids,
    one_line,
    plain,
    sent_at,
)
from mailflow.reading.machine import Machine as Machine
from mailflow.reading.machine import failed_recipients, machine, originals
from mailflow.reading.mime import MOST_TEXT, Part, head_and_body, opened
from mailflow.reading.mime import Unreadable as Unreadable

_ADDRESS_HEADERS = (
    "to",
    "cc",
    "delivered-to",
    "x-original-to",
    "envelope-to",
    "x-envelope-to",
    "x-forwarded-to",
    "apparently-to",
)
# What a mail carries from its writer; everything else may change from one delivery to the next.
_LASTING = ("from", "to", "cc", "subject", "date", "message-id", "in-reply-to", "references")
_MOST_AUTHENTICATION = 10


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


def read_message(raw: bytes) -> Message:
    """`raw` (RFC 5322, RFC 2045) as a Message.  Raises Unreadable beyond the limits, and nothing else."""
    headers, parts = opened(raw)
    text, html, faults = _words(parts)
    kind = machine(headers, parts, text if text.strip() else _rough(html))
    name, email = _sender(headers)
    moment, offset = sent_at(headers.get("date"))
    return Message(
        digest=_digest(raw, headers),
        sender=email,
        sender_name=name,
        to=_people(headers, "to"),
        cc=_people(headers, "cc"),
        subject=plain(headers.get("subject"))[:LONGEST_SUBJECT],
        message_id=next(iter(ids([headers.get("message-id")])), ""),
        in_reply_to=" ".join(_thread(headers)),
        sent_at=moment,
        timezone=offset,
        machine=kind,
        carriers=_carriers(headers, parts, kind, text + "\n" + html),
        authentication=_authentication(headers),
        failed_recipients=failed_recipients(headers, parts, text) if kind in _REPORTS else (),
        text=text,
        html=html,
        faults=faults,
    )


_REPORTS = frozenset({Machine.BOUNCE, Machine.DELAY})


def _digest(raw: bytes, headers: Headers) -> str:
    """sha256 over what the writer wrote: lasting headers, unfolded, and the body, line ends evened."""
    sha = hashlib.sha256()
    for name in _LASTING:
        for value in headers.all(name):
            sha.update(f"{name}:{one_line(value)}\n".encode())
    _, body = head_and_body(raw)
    sha.update(body.replace(b"\r\n", b"\n").rstrip())
    return sha.hexdigest()


def _sender(headers: Headers) -> tuple[str, str]:
    """Name and address of the one writer; two of them are nobody (a known way to forge)."""
    found = addresses(headers.all("from"))
    return found[0] if len({email for _, email in found}) == 1 else ("", "")


def _people(headers: Headers, name: str) -> tuple[Address, ...]:
    return tuple(Address(name=one, email=email) for one, email in addresses(headers.all(name)))


def _thread(headers: Headers) -> list[str]:
    return ids([*headers.all("in-reply-to"), *headers.all("references")])


def _authentication(headers: Headers) -> tuple[str, ...]:
    found = headers.all("authentication-results")[:_MOST_AUTHENTICATION]
    return tuple(one_line(value)[:2000] for value in found)


# --- carriers ---


def _carriers(headers: Headers, parts: Sequence[Part], kind: Machine, words: str) -> Carriers:
    to = [value for name in _ADDRESS_HEADERS for value in headers.all(name)]
    threads, bodies = _thread(headers), [words]
    if kind in _REPORTS:
        for original, body in originals(parts):
            to += original.all("reply-to")
            threads += ids(original.all("message-id"))
            bodies.append(body)
    return Carriers(address=_tokens(to), thread=_tokens(threads), body=_tokens(bodies))


def _tokens(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(token for text in texts for token in tokens_in(text)))[:100]


# --- words ---


def _words(parts: Sequence[Part]) -> tuple[str, str, tuple[str, ...]]:
    """Text and HTML of a mail, and what was wrong with them."""
    readable = [part for part in parts if part.kind in _READABLE and not part.is_attachment]
    groups = {part.group for part in readable if part.kind == "text/html" and part.group}
    text, html, has_html = "", "", any(part.kind == "text/html" for part in readable)
    for part in readable:
        if part.kind == "text/html":
            html += without_styles(part.text())
        else:
            words = part.text().rstrip("\n") + "\n"
            text += words
            if has_html and part.group not in groups:
                html += f"<pre>{words.replace('&', '&amp;').replace('<', '&lt;')}</pre>"
    text, is_encrypted = without_armour(text)
    faults = _faults(parts, is_empty=not (text.strip() or html.strip()), is_encrypted=is_encrypted)
    if len(text) > MOST_TEXT or len(html) > MOST_TEXT:
        faults = (*faults, "body cut")
    return text[:MOST_TEXT], html[:MOST_TEXT], faults


_READABLE = frozenset({"text/plain", "text/html", "text"})


def _rough(html: str) -> str:
    """What an HTML page says, roughly: enough to know a machine's formulas."""
    return unescape(_TAG.sub(" ", html[:_ROUGHLY]))


_TAG = re.compile("<[^>]{0,2000}>")
_ROUGHLY = 20_000


def without_armour(text: str) -> tuple[str, bool]:
    """`text` without PGP's armour (RFC 9580, 6 and 7), and whether something in it was encrypted."""
    if _ARMOUR not in text:
        return text, False
    readable = _SIGNATURE.sub("", _CIPHER.sub("", text))
    is_signed = _SIGNED.search(readable) is not None
    readable = _SIGNED.sub("", readable)
    return _DASHED.sub("", readable) if is_signed else readable, _CIPHER.search(text) is not None


_ARMOUR = "-----BEGIN PGP "
_CIPHER = re.compile(
    r"^-----BEGIN PGP MESSAGE-----$.*?(?:^-----END PGP MESSAGE-----$|\Z)", re.DOTALL | re.MULTILINE
)
_SIGNATURE = re.compile(
    r"^-----BEGIN PGP SIGNATURE-----$.*?(?:^-----END PGP SIGNATURE-----$|\Z)", re.DOTALL | re.MULTILINE
)
_SIGNED = re.compile(
    r"^-----BEGIN PGP SIGNED MESSAGE-----\n(?:[A-Za-z]{1,20}: .{0,100}\n){0,5}", re.MULTILINE
)
_DASHED = re.compile(r"^- (?=-)", re.MULTILINE)


def _faults(parts: Sequence[Part], *, is_empty: bool, is_encrypted: bool) -> tuple[str, ...]:
    kinds = {part.kind for part in parts}
    found = []
    if is_encrypted or kinds & {
        "application/pgp-encrypted",
        "application/pkcs7-mime",
        "application/x-pkcs7-mime",
    }:
        found.append("encrypted")
    if is_empty and kinds & {"application/ms-tnef", "application/vnd.ms-tnef"}:
        found.append("winmail.dat only")
    if any(part.is_attachment for part in parts):
        found.append("attachment")
    return tuple(found)


_STYLE = re.compile(r"<(style|script|!--)", re.IGNORECASE)
_CLOSES = {
    "style": re.compile(r"</style", re.IGNORECASE),
    "script": re.compile(r"</script", re.IGNORECASE),
    "!--": re.compile(r"-->"),
}


def without_styles(html: str) -> str:
    """`html` without style sheets, scripts and comments: Outlook sends megabytes of them.  Linear."""
    kept, start = [], 0
    while found := _STYLE.search(html, start):
        kept.append(html[start : found.start()])
        close = _CLOSES[found[1].lower()].search(html, found.end())
        if close is None:
            return "".join(kept)
        start = close.end() if close[0] == "-->" else close.start()
    return "".join([*kept, html[start:]])
