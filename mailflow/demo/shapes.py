"""Replies in the shapes that real mail clients give them.  Pure.

Each shape is called alike: the letter replied to, who replies, and what they typed (paragraphs, then
perhaps a list, then a closing).  Subject, Reply-To, In-Reply-To, References, quotes, list marks and
encodings are as that client makes them.  Nothing is looked up: the same call gives the same bytes.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from mailflow.demo.clients import apple, gmail, outlook, quoters
from mailflow.demo.clients.draft import Draft, Original, read_original


@dataclass(frozen=True, slots=True)
class Shape:
    """A mail client, as a function from what somebody typed to the bytes it sends."""

    compose: Callable[[Draft], bytes]

    def __call__(
        self,
        raw: bytes,
        *,
        sender: str,
        name: str,
        text: str,
        sent_at: datetime,
        pieces: Sequence[str] = (),
        closing: str = "",
    ) -> bytes:
        """A reply to the letter `raw`; `sent_at` is aware, in the writer's own zone."""
        draft = Draft(
            original=read_original(raw),
            sender=sender,
            name=name,
            text=text.strip(),
            pieces=tuple(piece.strip() for piece in pieces),
            closing=closing.strip(),
            sent_at=sent_at,
        )
        return self.compose(draft)


gmail_web = Shape(gmail.reply)
outlook_desktop = Shape(outlook.desktop)
outlook_web = Shape(outlook.web)
apple_mail = Shape(apple.mac)
iphone = Shape(apple.phone)
thunderbird_interleaved = Shape(quoters.thunderbird)
plain_text = Shape(quoters.mutt)
out_of_office = Shape(outlook.away)

SHAPES = {
    "gmail_web": gmail_web,
    "outlook_desktop": outlook_desktop,
    "outlook_web": outlook_web,
    "apple_mail": apple_mail,
    "iphone": iphone,
    "thunderbird_interleaved": thunderbird_interleaved,
    "plain_text": plain_text,
}
"""What people write with; an out-of-office answer is not among them."""


def fresh_mail(
    *, sender: str, name: str, to: str, subject: str, text: str, sent_at: datetime, cc: Sequence[str] = ()
) -> bytes:
    """A new mail, no reply, as Gmail's web page makes it; `cc` are header values."""
    nothing = Original(email=to, reply_to=to, subject=subject, sent_at=sent_at)
    draft = Draft(original=nothing, sender=sender, name=name, text=text.strip(), sent_at=sent_at)
    return gmail.fresh(draft, cc)
