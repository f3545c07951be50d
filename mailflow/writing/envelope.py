"""Header fields and MIME parts as bytes, the same each time.  Pure.

Written by hand: Python's own header folding encodes long Message-IDs and, before 3.12.5, lets a line
break inside an encoded word become a new header field (CVE-2024-6923).  Here every value is cleaned
before, folded only between words, and the finished block is looked at once more.
"""

import base64
import hashlib
import quopri
import re
from collections.abc import Sequence
from dataclasses import dataclass

from mailflow.writing.wording import LONGEST_NAME, one_line

CRLF = "\r\n"
LONGEST_SUBJECT = 160
_WIDTH = 76
_LONGEST_WORD = 42  # bytes of text in one encoded word: 75 characters with its frame (RFC 2047, 2)
_PLAIN = re.compile(r"[\x20-\x7e]*")
_MESSAGE_ID = re.compile(r"<[\x21-\x3b\x3d\x3f-\x7e]{1,250}>")
# What mail systems on the way are known to change: "From " becomes ">From ", a dot at the start doubles.
_TEMPTING = re.compile(rb"^(?:\.|F(?=rom ))", re.MULTILINE)
_FIELD = re.compile(r"([A-Za-z][A-Za-z0-9-]*): [\x20-\x7e]+(?:\r\n [\x20-\x7e]+)*\r\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One MIME part: its type with parameters, and its text with newlines."""

    kind: str
    text: str
    file: str = ""  # the name under which a client offers to save it


def subject_value(text: str) -> str:
    """A subject from anybody's words."""
    return _encoded(one_line(text, LONGEST_SUBJECT))


def mailbox_value(name: str, address: str) -> str:
    """A name and an address as one mailbox; `address` must have passed identity.is_address."""
    name = one_line(name, LONGEST_NAME)
    if not name or "@" in name:
        return address
    if _is_plain(name):
        escaped = name.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}" <{address}>'
    return f"{_encoded(name)} <{address}>"


def usable_ids(message_ids: Sequence[str], most: int) -> tuple[str, ...]:
    """The last `most` Message-IDs that may stand in a header; strange ones are left out, not repaired."""
    return tuple(one for one in message_ids if _MESSAGE_ID.fullmatch(one))[-most:]


def header_block(fields: Sequence[tuple[str, str]]) -> bytes:
    """The fields as bytes.  Raises ValueError where anything but exactly these fields would result."""
    block = "".join(_folded(name, value) for name, value in fields)
    found = [match.group(1) for match in _FIELD.finditer(block)]
    whole = sum(len(match.group(0)) for match in _FIELD.finditer(block)) == len(block)
    if not whole or found != [name for name, _ in fields]:
        raise ValueError("a header block holds something unexpected")
    if max(len(line) for line in block.split(CRLF)) > 998:
        raise ValueError("a header line is too long")
    return block.encode("ascii")


def body_of(parts: Sequence[Part], key: str) -> tuple[str, bytes]:
    """Content-Type and body: the first two parts as alternatives, the others beside them."""
    kind, body = _multipart("alternative", [_part(part) for part in parts[:2]], key)
    if len(parts) == 2:
        return kind, body
    inner = (_folded("Content-Type", kind) + CRLF).encode("ascii") + body
    return _multipart("mixed", [inner, *(_part(part) for part in parts[2:])], key + ".mixed")


def _multipart(subtype: str, parts: Sequence[bytes], key: str) -> tuple[str, bytes]:
    # A digest cannot be foreseen by whoever writes advice, and "=_" never stands in quoted-printable.
    boundary = "=_" + hashlib.sha256(b"".join((key.encode(), *parts))).hexdigest()[:32]
    mark = f"--{boundary}".encode("ascii")
    body = b"".join(mark + b"\r\n" + part + b"\r\n" for part in parts) + mark + b"--\r\n"
    return f'multipart/{subtype}; boundary="{boundary}"', body


def _part(part: Part) -> bytes:
    disposition = f'Content-Disposition: attachment; filename="{part.file}"{CRLF}' if part.file else ""
    head = f"Content-Type: {part.kind}{CRLF}{disposition}Content-Transfer-Encoding: quoted-printable{CRLF}"
    text = part.text.replace("\r\n", "\n").encode("utf-8")
    encoded = _TEMPTING.sub(lambda found: b"=%02X" % found[0][0], quopri.encodestring(text))
    return (head + CRLF).encode("ascii") + encoded.replace(b"\n", b"\r\n")


def _is_plain(text: str) -> bool:
    """Whether `text` may stand as it is: ASCII, and nothing a reader would decode."""
    return _PLAIN.fullmatch(text) is not None and "=?" not in text


def _encoded(text: str) -> str:
    """`text` as it may stand in a header: plain, else as encoded words cut between characters."""
    if _is_plain(text):
        return text
    chunks, chunk = [], ""
    for char in text:
        if len((chunk + char).encode("utf-8")) > _LONGEST_WORD:
            chunks.append(chunk)
            chunk = ""
        chunk += char
    chunks.append(chunk)
    return " ".join(f"=?utf-8?B?{base64.b64encode(one.encode()).decode('ascii')}?=" for one in chunks)


def _folded(name: str, value: str) -> str:
    """One field, folded between words; a word longer than a line stays whole."""
    lines, line = [], f"{name}:"
    for number, word in enumerate(value.split(" ")):
        if number and len(line) + 1 + len(word) > _WIDTH and line.strip():
            lines.append(line)
            line = ""
        line += f" {word}"
    return CRLF.join([*lines, line]) + CRLF
