"""Apple Mail on a Mac and on an iPhone: the letter in `blockquote type=cite`, attribution inside."""

from html import escape

from mailflow.demo.clients import wire
from mailflow.demo.clients.draft import (
    Draft,
    listed,
    numbered,
    paragraphs,
    quoted,
    stacked,
    twelve_hours,
    typed,
)
from mailflow.demo.clients.wire import Part

_MAC = """\
<html aria-label="message body"><head><meta http-equiv="content-type" content="text/html; charset=utf-8">\
</head><body style="overflow-wrap: break-word; -webkit-nbsp-mode: space; line-break: after-white-space;">\
{own}<br id="lineBreakAtBeginningOfMessage"><div><br><blockquote type="cite"><div>{said}</div>\
<br class="Apple-interchange-newline"><div>{letter}</div></blockquote></div><br></body></html>
"""
_PHONE = """\
<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head>\
<body dir="auto"><div dir="ltr"></div><div dir="ltr">{own}<div><br></div><div dir="ltr">{signature}</div>\
</div><div dir="ltr"><br><blockquote type="cite">{said}<br><br></blockquote></div>\
<blockquote type="cite"><div dir="ltr">\N{ZERO WIDTH NO-BREAK SPACE}{letter}</div></blockquote></body></html>
"""
_SIGNATURE = "Sent from my iPhone"
_GAP = "<div><br></div>"


def mac(draft: Draft) -> bytes:
    """Apple Mail: real lists; in text the attribution itself stands behind a quote mark."""
    moment = draft.quoted_at
    said = f"On {moment.day} {moment:%b %Y}, at {moment:%H:%M}, {draft.original.shown_sender} wrote:"
    own = stacked(draft.text, numbered(draft.pieces), draft.closing)
    words = (
        paragraphs(draft.text, "<div>", "</div>", _GAP),
        listed(draft.pieces, '<ol class="MailOutline">'),
        paragraphs(draft.closing, "<div>", "</div>", _GAP),
    )
    own_html = _GAP.join(part for part in words if part)
    html = _MAC.format(own=own_html, said=escape(said), letter=draft.original.html)
    text = f"{own}\n\n{quoted(stacked(said, draft.original.text))}"
    return _sent(draft, text, html, ("X-Mailer", "Apple Mail (2.3826.500.181.1.5)"))


def phone(draft: Draft) -> bytes:
    """An iPhone: list marks typed by hand, its signature before the quote."""
    moment = draft.quoted_at
    when = f"{moment:%b} {moment.day}, {moment.year}, at {twelve_hours(moment, chr(0x202F))}"
    said = f"On {when}, {draft.original.shown_sender} wrote:"
    own = stacked(draft.text, "\n".join(typed(draft.pieces, ". ")), draft.closing)
    own_html = paragraphs(own, "<div>", "</div>", _GAP)
    html = _PHONE.format(own=own_html, signature=_SIGNATURE, said=escape(said), letter=draft.original.html)
    text = f"{stacked(own, _SIGNATURE)}\n\n{quoted(stacked(said, draft.original.text))}"
    return _sent(draft, text, html, ("X-Mailer", "iPhone Mail (22F76)"))


def _sent(draft: Draft, text: str, html: str, mailer: tuple[str, str]) -> bytes:
    identifier = f"<{draft.uuid.upper()}@{draft.domain}>"
    fields = [*wire.usual_fields(draft, draft.original.subject_again, identifier), mailer]
    parts = [Part(kind="text/plain", text=text), Part(kind="text/html", text=html)]
    return wire.alternative(fields, parts, f"Apple-Mail-{draft.uuid.upper()}")
