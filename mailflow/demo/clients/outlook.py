"""Outlook: the letter stands unmarked under a block of From, Sent, To and Subject."""

import base64
import re
from html import escape

from mailflow.demo.clients import wire
from mailflow.demo.clients.draft import Draft, inline, listed, paragraphs, stacked, typed
from mailflow.demo.clients.wire import Part

_PARAGRAPH = re.compile(r"<p\b[^>]*>(.*?)</p>", re.DOTALL)
_DESKTOP = """\
<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40"><head>
<meta name=Generator content="Microsoft Word 15 (filtered medium)"><style><!--
p.MsoNormal, li.MsoNormal, div.MsoNormal {{margin:0cm; font-size:11.0pt; font-family:"Calibri",sans-serif;}}
@list l0:level1 {{mso-level-tab-stop:none; text-indent:-18.0pt;}}
--></style></head><body lang=EN-GB link="#0563C1" vlink="#954F72" style='word-wrap:break-word'>
<div class=WordSection1>
{own}
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'>
<p class=MsoNormal>{header}<o:p></o:p></p></div></div>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
{letter}
</div></body></html>
"""
_POINT = (
    "<p class=MsoListParagraph style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1'>"
    "<![if !supportLists]><span style='mso-list:Ignore'>{number}."
    "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span>"
    "<![endif]>{words}<o:p></o:p></p>"
)
_WEB = """\
<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">\
<style type="text/css" style="display:none;"> P {{margin-top:0;margin-bottom:0;}} </style></head>
<body dir="ltr">
{own}
<div id="appendonsend"></div>
<hr style="display:inline-block;width:98%" tabindex="-1">
<div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif" style="font-size:11pt" color="#000000">\
{header}</font><div>&nbsp;</div></div>
<div>{letter}</div>
</body></html>
"""
_WEB_LINE = (
    '<div class="elementToProof" style="font-family: Aptos, Calibri, sans-serif; font-size: 12pt; '
    'color: rgb(0, 0, 0);">'
)


def desktop(draft: Draft) -> bytes:
    """Outlook for Windows: HTML from Word, list marks in `mso-list:Ignore`, a tab after them in text."""
    own = stacked(draft.text, "\n\n".join(typed(draft.pieces, ".\t")), draft.closing)
    text = f"{own}\n\n{_header_block(draft)}\n\n{draft.original.text}"
    charset = "Windows-1252"
    parts = [
        Part(kind="text/plain", text=text, charset=charset),
        Part(kind="text/html", text=_desktop_html(draft), charset=charset),
    ]
    fields = [*_fields(draft), ("X-Mailer", "Microsoft Outlook 16.0")]
    return wire.alternative(fields, parts, f"----=_NextPart_000_0001_{draft.seed[:16].upper()}")


def web(draft: Draft) -> bytes:
    """Outlook in a browser: `appendonsend` and `divRplyFwdMsg`, a line of underscores in text, base64."""
    listing = "\n".join(f"  {point}" for point in typed(draft.pieces, ".  "))
    own = stacked(draft.text, listing, draft.closing)
    text = f"{own}\n\n{'_' * 32}\n{_header_block(draft)}\n\n{draft.original.text}"
    gap = f"\n{_WEB_LINE}<br></div>\n"
    words = (
        paragraphs(draft.text, _WEB_LINE, "</div>", gap),
        listed(draft.pieces, '<ol style="margin-top: 0px;">', '<li class="elementToProof">'),
        paragraphs(draft.closing, _WEB_LINE, "</div>", gap),
    )
    own_html = gap.join(part for part in words if part)
    html = _WEB.format(own=own_html, header=_header_html(draft, "<br>\n"), letter=draft.original.html)
    parts = [
        Part(kind="text/plain", text=text, encoding="base64"),
        Part(kind="text/html", text=html, encoding="base64"),
    ]
    return wire.alternative(_fields(draft), parts, f"_000_{draft.seed[:40].upper()}_")


def away(draft: Draft) -> bytes:
    """What Exchange answers by itself while somebody is away: no quote."""
    fields = [
        *wire.usual_fields(draft, f"Automatic reply: {draft.original.subject}", _message_id(draft)),
        ("Auto-Submitted", "auto-generated"),
        ("X-Auto-Response-Suppress", "All"),
    ]
    html = f"<html><body>\n{paragraphs(draft.text, '<p>', '</p>')}\n</body></html>"
    parts = [Part(kind="text/plain", text=draft.text), Part(kind="text/html", text=html)]
    return wire.alternative(fields, parts, f"_000_{draft.seed[:40].upper()}_")


def _fields(draft: Draft) -> list[tuple[str, str]]:
    octets = bytes.fromhex(draft.seed)
    return [
        *wire.usual_fields(draft, f"RE: {draft.original.bare_subject}", _message_id(draft)),
        ("Thread-Topic", wire.unstructured(draft.original.bare_subject)),
        ("Thread-Index", base64.b64encode(b"\x01" + octets[:26]).decode("ascii")),
        ("Accept-Language", "en-GB, en-US"),
        ("Content-Language", "en-US"),
    ]


def _message_id(draft: Draft) -> str:
    return f"<{draft.seed[:40].upper()}@{draft.seed[40:52].upper()}.eurprd04.prod.outlook.com>"


def _header_fields(draft: Draft) -> list[tuple[str, str]]:
    original, moment = draft.original, draft.quoted_at
    return [
        ("From", original.shown_sender),
        ("Sent", f"{moment:%A}, {moment.day} {moment:%B %Y %H:%M}"),
        ("To", original.to),
        ("Subject", original.subject),
    ]


def _header_block(draft: Draft) -> str:
    return "\n".join(f"{name}: {value}" for name, value in _header_fields(draft))


def _header_html(draft: Draft, line_end: str) -> str:
    return line_end.join(f"<b>{name}:</b> {escape(value)}" for name, value in _header_fields(draft))


def _desktop_html(draft: Draft) -> str:
    gap = "\n<p class=MsoNormal><o:p>&nbsp;</o:p></p>\n"
    words = (
        paragraphs(draft.text, "<p class=MsoNormal>", "<o:p></o:p></p>", gap),
        "\n".join(
            _POINT.format(number=number, words=inline(piece)) for number, piece in enumerate(draft.pieces, 1)
        ),
        paragraphs(draft.closing, "<p class=MsoNormal>", "<o:p></o:p></p>", gap),
    )
    own = gap.join(part for part in words if part)
    # Word rewrites the paragraphs of whatever it quotes.
    letter = _PARAGRAPH.sub(r"<p class=MsoNormal>\1<o:p></o:p></p>", draft.original.html)
    return _DESKTOP.format(own=own, header=_header_html(draft, "<br>\n"), letter=letter)
