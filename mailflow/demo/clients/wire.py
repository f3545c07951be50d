"""Mail as other people's programs put it on the wire.  Pure.

By hand, and not with what the service writes its own letters with: a reader that understands only
its own hand would look better in the demo than it is.
"""

import base64
import quopri
from collections.abc import Sequence
from dataclasses import dataclass
from email.header import Header
from email.utils import format_datetime, formataddr

from mailflow.demo.clients.draft import Draft

_LONGEST_LINE = 900  # RFC 5321 allows 998


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One text part: words with newlines, and how they travel."""

    kind: str  # "text/plain" with any parameters but charset
    text: str
    charset: str = "utf-8"
    encoding: str = "quoted-printable"


def mailbox(name: str, address: str) -> str:
    """A name and an address as a header value."""
    return formataddr((name, address))


def unstructured(text: str) -> str:
    """A subject and the like, encoded where it must be."""
    if text.isascii():
        return text
    return Header(text, "utf-8", maxlinelen=75).encode(linesep="\r\n")


def threading(message_id: str, references: Sequence[str]) -> list[tuple[str, str]]:
    """In-Reply-To and References of a reply (RFC 5322, 3.6.4); nothing when there is nothing to thread to."""
    if not message_id:
        return []
    chain = [*(one for one in references if one != message_id), message_id]
    return [("In-Reply-To", message_id), ("References", "\r\n ".join(chain))]


def usual_fields(draft: Draft, subject: str, message_id: str) -> list[tuple[str, str]]:
    """What every client writes above a reply; it goes where the letter wants replies."""
    return [
        ("From", mailbox(draft.name, draft.sender)),
        ("To", draft.original.reply_to),
        ("Subject", unstructured(subject)),
        ("Date", format_datetime(draft.sent_at)),
        ("Message-ID", message_id),
        *threading(draft.original.message_id, draft.original.references),
        ("MIME-Version", "1.0"),
    ]


def plain(fields: Sequence[tuple[str, str]], part: Part) -> bytes:
    """A mail of one part."""
    kind, encoding, body = _carried(part)
    return _head([*fields, ("Content-Type", kind), ("Content-Transfer-Encoding", encoding)]) + body


def alternative(fields: Sequence[tuple[str, str]], parts: Sequence[Part], boundary: str) -> bytes:
    """A mail of alternatives, the plainest first."""
    mark = f"--{boundary}".encode("ascii")
    body = b""
    for part in parts:
        kind, encoding, content = _carried(part)
        head = _head([("Content-Type", kind), ("Content-Transfer-Encoding", encoding)])
        body += mark + b"\r\n" + head + content + b"\r\n"
    kind = f'multipart/alternative;\r\n boundary="{boundary}"'
    return _head([*fields, ("Content-Type", kind)]) + body + mark + b"--\r\n"


def _head(fields: Sequence[tuple[str, str]]) -> bytes:
    return "".join(f"{name}: {value}\r\n" for name, value in fields).encode("ascii") + b"\r\n"


def _carried(part: Part) -> tuple[str, str, bytes]:
    """Content-Type, transfer encoding and bytes."""
    text = part.text.rstrip("\n") + "\n"
    charset = part.charset if _fits(text, part.charset) else "utf-8"
    encoding = part.encoding
    if encoding == "8bit" and max(map(len, text.splitlines())) > _LONGEST_LINE:
        encoding = "quoted-printable"
    octets = text.replace("\n", "\r\n").encode(charset) if encoding != "quoted-printable" else b""
    match encoding:
        case "base64":
            octets = base64.encodebytes(octets).replace(b"\n", b"\r\n")
        case "quoted-printable":
            octets = quopri.encodestring(text.encode(charset)).replace(b"\n", b"\r\n")
    return f'{part.kind}; charset="{charset}"', encoding, octets


def _fits(text: str, charset: str) -> bool:
    try:
        text.encode(charset)
    except UnicodeEncodeError:
        return False
    return True
