"""Raw bytes to parts, within limits.

The standard library's parser is not used on bodies: nested and numerous parts make it recurse, or take
seconds (RecursionError at 2,000 nested multiparts, 20 s for 100,000 parts).  This one cuts by boundary
with an explicit stack and stops at its limits.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from mailflow.reading.charsets import cleaned, decoded, transfer_decoded, unflowed
from mailflow.reading.headers import Headers, parameters

LARGEST = 64 * 1024 * 1024  # bytes; more than the reader's memory bears.  The house's limit is in its config
MOST_PARTS = 200
DEEPEST = 20
MOST_HEADERS = 200
LONGEST_HEADER = 16 * 1024
LONGEST_HEADER_BLOCK = 512 * 1024
MOST_TEXT = 512 * 1024  # characters of decoded text

_END_OF_HEADERS = re.compile(rb"\r?\n[ \t]*\r?\n|\r\r")
_HEADER = re.compile(r"([!-9;-~]{1,100})[ \t]*:(.*)", re.DOTALL)
# Long by nature, and only their end is looked at.
_CUT_NOT_REFUSED = frozenset({"references", "in-reply-to"})
# Anything else that is too long is refused when we would have to read it, and left out when not.
_READ = frozenset(
    {"from", "to", "cc", "subject", "date", "sender", "reply-to", "message-id", "content-type"}
    | {"content-transfer-encoding", "content-disposition", "auto-submitted", "precedence"}
)


class Unreadable(Exception):
    """A message was too large, too deep, too slow or not mail at all; says why in one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a message that holds no further parts."""

    headers: Headers
    kind: str  # "text/plain"
    settings: dict[str, str] = field(default_factory=dict)  # of Content-Type
    path: tuple[str, ...] = ()  # the multipart kinds around it, outermost first
    group: int = 0  # parts of one multipart/alternative share it; 0: none
    octets: bytes = b""

    @property
    def is_attachment(self) -> bool:
        """Whether it is meant to be saved, not read."""
        disposition, settings = parameters(self.headers.get("content-disposition"))
        named = "filename" in settings or "name" in self.settings
        return disposition == "attachment" or (named and disposition != "inline")

    def content(self) -> bytes:
        """Its body without transfer encoding."""
        return transfer_decoded(self.octets, self.headers.get("content-transfer-encoding"))

    def text(self) -> str:
        """Its body as cleaned text, soft line breaks undone."""
        text = cleaned(decoded(self.content(), self.settings.get("charset", "utf-8")))
        if self.settings.get("format", "").lower() == "flowed":
            return unflowed(text, delsp=self.settings.get("delsp", "").lower() == "yes")
        return text


@dataclass(slots=True)
class _Cutter:
    """Counts while it cuts: no mail has more than MOST_PARTS."""

    parts: int = 0
    groups: int = 0


def opened(raw: bytes) -> tuple[Headers, list[Part]]:
    """The headers of a message and its leaves, in order.  Raises Unreadable beyond the limits."""
    if len(raw) > LARGEST:
        raise Unreadable(f"larger than {LARGEST // 1024 // 1024} MB")
    headers, body = head_and_body(raw)
    return headers, list(_leaves(headers, body))


def head_and_body(raw: bytes) -> tuple[Headers, bytes]:
    """Header lines and the rest.  Raises Unreadable when there are too many or too long ones."""
    if raw[:1] in b"\r\n":
        return Headers([]), raw.lstrip(b"\r\n")
    found = _END_OF_HEADERS.search(raw)
    block, body = (raw[: found.start()], raw[found.end() :]) if found else (raw, b"")
    if len(block) > LONGEST_HEADER_BLOCK and not _one_is_cut(block):
        raise Unreadable("its header lines are too long")
    return Headers(_header_lines(_as_text(block))), body


def _one_is_cut(block: bytes) -> bool:
    """Whether a huge header block is one endless References, which may be cut."""
    return len(block) < LARGEST and re.search(rb"(?im)^(references|in-reply-to):", block) is not None


def _as_text(block: bytes) -> str:
    try:
        return block.decode("utf-8")
    except UnicodeDecodeError:
        return block.decode("cp1252", "replace")


def _header_lines(block: str) -> list[tuple[str, str]]:
    lines: list[tuple[str, str]] = []
    folded: list[str] = []
    for line in [*block.replace("\r\n", "\n").replace("\r", "\n").split("\n"), ""]:
        if line[:1] in {" ", "\t"} and folded:
            folded.append(line)
            continue
        lines.extend(_header("\n".join(folded)))
        folded = [line]
        if len(lines) > MOST_HEADERS:
            raise Unreadable(f"more than {MOST_HEADERS} header lines")
    return lines


def _header(line: str) -> list[tuple[str, str]]:
    found = _HEADER.fullmatch(line)
    if found is None:
        return []
    name, value = found[1].lower(), found[2].strip()
    if len(value) <= LONGEST_HEADER:
        return [(name, value)]
    if name in _CUT_NOT_REFUSED:
        return [(name, value[-LONGEST_HEADER:])]
    if name in _READ:
        raise Unreadable(f"its {name} header is longer than {LONGEST_HEADER // 1024} KB")
    return []


# --- parts ---


def _leaves(headers: Headers, body: bytes) -> Iterator[Part]:
    cutter = _Cutter()
    waiting: list[tuple[Headers, bytes, tuple[str, ...], int]] = [(headers, body, (), 0)]
    while waiting:
        headers, body, path, group = waiting.pop()
        kind, settings = parameters(headers.get("content-type") or "text/plain")
        pieces = list(_cut(body, settings.get("boundary", ""), cutter)) if _holds_parts(kind) else []
        if not pieces:  # also a multipart without its boundary: better read as it stands than not at all
            kind = "text/plain" if _holds_parts(kind) or "/" not in kind else kind
            yield Part(headers=headers, kind=kind, settings=settings, path=path, group=group, octets=body)
            continue
        if len(path) >= DEEPEST:
            raise Unreadable(f"parts nested deeper than {DEEPEST}")
        if kind == "multipart/alternative":
            cutter.groups += 1
            group = cutter.groups
        children = [head_and_body(piece) for piece in pieces]
        waiting.extend((*child, (*path, kind), group) for child in reversed(children))


def _holds_parts(kind: str) -> bool:
    return kind.startswith("multipart/")


def _cut(body: bytes, boundary: str, cutter: _Cutter) -> Iterator[bytes]:
    """The pieces between the boundary lines; a missing last one is forgiven."""
    if not boundary:
        return
    start, line = None, re.escape(boundary.encode("utf-8", "replace"))
    for found in re.finditer(rb"(?:\A|\n)--" + line + rb"(--)?[ \t]*(?=\r?\n|\r?\Z)", body):
        if start is not None:
            yield _counted(body[start : found.start()].removesuffix(b"\r"), cutter)
        start = found.end()
        if found[1]:
            return
    if start is not None:
        yield _counted(body[start:], cutter)


def _counted(piece: bytes, cutter: _Cutter) -> bytes:
    cutter.parts += 1
    if cutter.parts > MOST_PARTS:
        raise Unreadable(f"more than {MOST_PARTS} parts")
    # The line end after the boundary is the boundary's; an empty line then means: no headers.
    return piece.removeprefix(b"\r").removeprefix(b"\n")
