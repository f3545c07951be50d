"""Gmail in a browser: a div for each line, real lists, the letter in `gmail_quote`."""

from collections.abc import Sequence
from html import escape

from mailflow.demo.clients import wire
from mailflow.demo.clients.draft import (
    Draft,
    Original,
    listed,
    numbered,
    paragraphs,
    quoted,
    stacked,
    twelve_hours,
    wrapped,
)
from mailflow.demo.clients.wire import Part

_GAP = "<div><br></div>"
_QUOTE = (
    '<blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid '
    'rgb(204,204,204);padding-left:1ex">'
)


def reply(draft: Draft) -> bytes:
    """A reply: own words, then the letter."""
    original = draft.original
    # QUIRK: a narrow no-break space before AM and PM since 2023, and long attributions cut after "<".
    moment = draft.quoted_at
    when = f"{moment:%a, %b} {moment.day}, {moment.year} at {twelve_hours(moment, chr(0x202F))}"
    said = f"On {when} {original.shown_sender} wrote:"
    said = said.replace(" <", " <\n", 1) if len(said) > 78 else said
    html = (
        f'{_words(draft)}<br><div class="gmail_quote gmail_quote_container">'
        f'<div dir="ltr" class="gmail_attr">On {when} {_linked(original)} wrote:<br></div>'
        f"{_QUOTE}{original.html}\n</blockquote></div>"
    )
    text = f"{stacked(_text(draft), said)}\n\n{quoted(original.text)}"
    return _sent(draft, original.subject_again, text, html)


def fresh(draft: Draft, cc: Sequence[str]) -> bytes:
    """A new mail to `draft.to`, with the original's subject."""
    extra = [("Cc", ", ".join(cc))] if cc else []
    return _sent(draft, draft.original.subject, _text(draft), _words(draft), extra)


def _sent(draft: Draft, subject: str, text: str, html: str, extra: Sequence[tuple[str, str]] = ()) -> bytes:
    fields = [*wire.usual_fields(draft, subject, f"<CA+{draft.seed[:40]}@mail.gmail.com>"), *extra]
    parts = [Part(kind="text/plain", text=text), Part(kind="text/html", text=html)]
    return wire.alternative(fields, parts, f"000000000000{draft.seed[:16]}")


def _text(draft: Draft) -> str:
    return stacked(wrapped(draft.text), numbered(draft.pieces, "   "), wrapped(draft.closing))


def _words(draft: Draft) -> str:
    parts = (
        paragraphs(draft.text, "<div>", "</div>", _GAP),
        listed(draft.pieces),
        paragraphs(draft.closing, "<div>", "</div>", _GAP),
    )
    return f'<div dir="ltr">{_GAP.join(part for part in parts if part)}</div>'


def _linked(original: Original) -> str:
    address = escape(original.email)
    return f'{escape(original.name)} &lt;<a href="mailto:{address}">{address}</a>&gt;'
