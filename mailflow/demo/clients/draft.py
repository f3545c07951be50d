"""A reply before it is sent: what a mail client knows when somebody presses Reply.  Pure."""

import hashlib
import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from html import escape

_BODY = re.compile(r"<body\b[^>]*>(.*)</body>", re.DOTALL | re.IGNORECASE)
_PREFIX = re.compile(r"^\s*(?:re|aw|sv|antw)\s*:\s*", re.IGNORECASE)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_WIDTH = 72


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """The letter that is replied to, as a mail client sees it."""

    email: str
    reply_to: str  # where a reply goes: Reply-To, else From (RFC 5322, 3.6.2)
    subject: str
    sent_at: datetime
    name: str = ""
    to: str = ""
    message_id: str = ""
    references: tuple[str, ...] = ()
    text: str = ""
    html: str = ""  # what stood inside <body>; from the text where the letter had no HTML

    @property
    def shown_sender(self) -> str:
        """Name and address as clients show them in a quote."""
        return f"{self.name} <{self.email}>" if self.name else self.email

    @property
    def bare_subject(self) -> str:
        """The subject without any Re."""
        return _PREFIX.sub("", self.subject)

    @property
    def subject_again(self) -> str:
        """The subject of a reply, in most clients: never a second Re."""
        return self.subject if _PREFIX.match(self.subject) else f"Re: {self.subject}"

    @property
    def blocks(self) -> tuple[str, ...]:
        """The paragraphs of its text."""
        return tuple(re.split(r"\n{2,}", self.text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What somebody typed, and the letter under it."""

    original: Original
    sender: str
    name: str
    text: str
    sent_at: datetime  # aware, in the writer's own zone
    pieces: tuple[str, ...] = ()
    closing: str = ""

    @property
    def quoted_at(self) -> datetime:
        """When the original was sent, by the clock of whoever replies."""
        return self.original.sent_at.astimezone(self.sent_at.tzinfo)

    @property
    def seed(self) -> str:
        """64 hex digits that only this reply has: for Message-IDs and boundaries."""
        parts = (self.sender, self.sent_at.isoformat(), self.original.message_id, self.text, *self.pieces)
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()

    @property
    def uuid(self) -> str:
        """The seed in the form of a UUID."""
        one = self.seed
        return f"{one[:8]}-{one[8:12]}-{one[12:16]}-{one[16:20]}-{one[20:32]}"

    @property
    def domain(self) -> str:
        """Where the writer's address lives."""
        return self.sender.rpartition("@")[2]


def read_original(raw: bytes) -> Original:
    """One letter of ours.  It is our own work: no limits are needed here."""
    mail = message_from_bytes(raw, policy=policy.default)
    name, email = parseaddr(str(mail["From"] or ""))
    text = _content(mail, "plain")
    body = _BODY.search(_content(mail, "html"))
    return Original(
        name=name,
        email=email,
        reply_to=parseaddr(str(mail["Reply-To"] or ""))[1] or email,
        to=str(mail["To"] or ""),
        subject=str(mail["Subject"] or ""),
        sent_at=parsedate_to_datetime(str(mail["Date"])) if mail["Date"] else _EPOCH,
        message_id=str(mail["Message-ID"] or "").strip(),
        references=tuple(str(mail["References"] or mail["In-Reply-To"] or "").split()),
        text=text,
        html=body.group(1).strip() if body else paragraphs(text, "<p>", "</p>"),
    )


def _content(mail: EmailMessage, kind: str) -> str:
    part = mail.get_body((kind,))
    return str(part.get_content()).replace("\r\n", "\n").strip() if part is not None else ""


def twelve_hours(moment: datetime, space: str = " ") -> str:
    """The time of day with AM or PM."""
    return f"{moment.hour % 12 or 12}:{moment:%M}{space}{moment:%p}"


# --- words as plain text ---


def wrapped(text: str, first: str = "", rest: str = "", width: int = _WIDTH) -> str:
    """Every line of `text` cut between words; `first` stands before the first line, `rest` before others."""
    lines: list[str] = []
    for line in text.splitlines():
        before = rest if lines else first
        lines += textwrap.wrap(
            line,
            width,
            initial_indent=before,
            subsequent_indent=rest,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [before.rstrip()]
    return "\n".join(lines)


def quoted(text: str, width: int = _WIDTH) -> str:
    """Every line behind "> ", and the empty ones behind ">"."""
    return "\n".join(f"> {line}".rstrip() for line in wrapped(text, width=width).splitlines())


def typed(pieces: Sequence[str], after: str) -> list[str]:
    """A list as somebody types it: number, `after`, words, each on a line of its own."""
    return [f"{number}{after}{piece}" for number, piece in enumerate(pieces, 1)]


def numbered(pieces: Sequence[str], before: str = "") -> str:
    """A list as a client lays it out in its plain text, later lines below the words of the first."""
    marks = [f"{before}{number}. " for number in range(1, len(pieces) + 1)]
    points = [wrapped(piece, mark, " " * len(mark)) for mark, piece in zip(marks, pieces, strict=True)]
    return "\n".join(points)


def stacked(*parts: str) -> str:
    """The parts that are not empty, an empty line between them."""
    return "\n\n".join(part for part in parts if part)


# --- words as HTML ---


def inline(text: str) -> str:
    """Words inside an element; lines become <br>."""
    return escape(text, quote=False).replace("\n", "<br>\n")


def paragraphs(text: str, opening: str, ending: str, between: str = "\n") -> str:
    """Each paragraph in an element of its own."""
    blocks = [block for block in re.split(r"\n{2,}", text) if block]
    return between.join(f"{opening}{inline(block)}{ending}" for block in blocks)


def listed(pieces: Sequence[str], opening: str = "<ol>", each: str = "<li>") -> str:
    """A numbered list; nothing when there are no pieces."""
    if not pieces:
        return ""
    return opening + "".join(f"{each}{inline(piece)}</li>" for piece in pieces) + "</ol>"
