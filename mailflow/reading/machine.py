"""What no human wrote, told from envelope, structure and the formulas automatic replies are made of."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from mailflow.identity import is_address
from mailflow.reading.charsets import cleaned, decoded
from mailflow.reading.headers import Headers, parameters, plain
from mailflow.reading.languages import AWAY, AWAY_COURTESY, AWAY_SUBJECT, BOUNCE_SUBJECT, folded
from mailflow.reading.mime import Part, Unreadable, head_and_body


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


OUR_HEADER = "x-mailflow-letter"

_COMMENT = re.compile(r"\([^()]{0,500}\)")
_ROBOT = re.compile(r"(?<![a-z])(?:no|do-?not|donot)[-_.]?reply\b", re.IGNORECASE)
_DAEMON = re.compile(r"(?:mailer-daemon|postmaster|mail-daemon|mail\.delivery|mdaemon)\b", re.IGNORECASE)
_REPLIES = re.compile(r"^(?:(?:re|aw|sv|antw|rif|rv|vs|odp)\s?(?:\[\d{1,3}\])?\s?:\s*)+", re.IGNORECASE)
# Headers whose mere presence says: a machine answers.  X-Auto-Response-Suppress is not among them:
# Exchange stamps it on what people write (osTicket #5320).
_AUTO_HEADERS = ("x-autoreply", "x-autorespond", "x-autoresponder", "x-mail-autoreply", "x-autoreply-from")
_AUTO_PRECEDENCE = frozenset({"auto_reply", "auto-reply", "autoreply"})
_BULK_PRECEDENCE = frozenset({"bulk", "list", "junk"})
_STATUS_CODE = re.compile(r"^status:\s*([245])\.(\d{1,3})\.(\d{1,3})", re.IGNORECASE | re.MULTILINE)
_ACTION = re.compile(r"^action:\s*([a-z]{1,20})", re.IGNORECASE | re.MULTILINE)
_RECIPIENT = re.compile(
    r"^(?:final|original)-recipient:\s*[a-z0-9-]{1,20};\s*<?([^\s<>;]{1,254})>?", re.IGNORECASE | re.MULTILINE
)
# "500 words" is no reply code; these are the ones that refuse a recipient or a mail.
_REPLY_CODE = re.compile(r"(?<![\d.])([45])(?:(?:2[12]|41|5[0-6]|71)[ -]|\.\d{1,3}\.\d{1,3}\b)")
_IN_ANGLES = re.compile(r"<([^\s<>]{3,254})>")
_FULL = "2"  # X.2.2: mailbox full, which passes (RFC 3463, 3.3)
_STILL_TRYING = re.compile(
    r"(?:will (?:be retried|keep trying|continue to try|be re-?attempted)|delay(?:ed)?\b|"
    r"no action is required|do not need to resend|warning message only|temporarily|"
    r"over quota|mailbox (?:is )?full|noch nicht zugestellt|verzögert|boîte pleine|buzón lleno)",
    re.IGNORECASE,
)
# Formulas of programs that answer every mail and often mark nothing.
_FORMULAS = (
    re.compile(r"##-? ?(?:please type your reply above|bitte antworten sie ober)"),
    re.compile(
        r"\bthis is an? automat(?:ed|ic) (?:\w{1,20} )?"
        r"(?:reply|response|message|e-?mail|answer|notification)\b|"
        r"\bdies ist eine automatisch\w{0,10} (?:\w{1,20} )?(?:antwort|nachricht|e-?mail|mail)\b|"
        r"\bceci est une? (?:message|réponse|courriel|e-?mail|mail) automatique\b|"
        r"\beste es un (?:mensaje|correo) automático\b"
    ),
    re.compile(
        r"\bthis (?:e-?mail|message|reply|response) (?:is|was|has been) auto(?:matically|-) ?generated\b|"
        r"\bdiese (?:e-?mail|nachricht) (?:wurde|ist) automatisch\b|\bgénéré automatiquement\b|"
        r"\bgenerado automáticamente\b|\bapologi[sz]e for this automatic\b|"
        r"\bplease (?:do not|don't) (?:reply|respond) to this (?:e-?mail|message|address)\b"
    ),
    re.compile(
        r"\b(?:ticket|request|case|enquiry|inquiry|anfrage|anliegen|vorgang|demande|solicitud|consulta)\b"
        r"[^.\n]{0,40}\d{3,}[^.\n]{0,60}\b"
        r"(?:received|created|opened|registered|logged|eingegangen|erstellt|angelegt|erfasst|eröffnet|"
        r"reçue|enregistrée|créée?|recibida|creado|creada|registrada)\b"
    ),
    re.compile(
        r"\b(?:ticket|case|reference|vorgang|anfrage)[- ]?(?:numbers?|nummer|no|nr|id)\b"
        r"\W{0,3}(?:(?:is|lautet) )?\W{0,3}[a-z]{0,6}-?\d{3,}"
    ),
    re.compile(
        r"\b(?:verify|confirm|prove)\b[^.\n]{0,40}\b(?:you are|you're) "
        r"(?:a |an )?(?:real |actual )?(?:human|person|not a robot|not a spammer|no robot)"
    ),
    re.compile(
        r"\b(?:your|this) (?:e-?mail|message|mail)\b[^.\n]{0,60}"
        r"\b(?:held|quarantined?|waiting|waitlisted|blocked)\b.{0,120}?"
        r"\b(?:click|verify|verification|confirm|authenticate|guest list)\b"
    ),
    re.compile(r"\bclick\b[^.\n]{0,40}\blink\b[^.\n]{0,60}\b(?:receive your|deliver your|approve you)"),
)
_LISTED = re.compile(r"(?m)^\s*(?:\d{1,2}[.)]|[-*•])\s")


def machine(headers: Headers, parts: Sequence[Part], text: str) -> Machine:
    """Who or what wrote this.  Reports come first: Postfix marks its own `Auto-Submitted: auto-replied`."""
    if headers.get(OUR_HEADER):
        return Machine.OWN
    return (
        _report(headers, parts)
        or _plain_report(headers, text)
        or _calendar(parts)
        or _auto_reply(headers, text)
        or _bulk(headers)
        or Machine.PERSON
    )


# --- delivery reports ---


def _report(headers: Headers, parts: Sequence[Part]) -> Machine | None:
    kinds = {part.kind for part in parts}
    _, settings = parameters(headers.get("content-type"))
    if (
        "message/disposition-notification" in kinds
        or settings.get("report-type") == "disposition-notification"
    ):
        return Machine.RECEIPT
    if "message/delivery-status" in kinds or "message/global-delivery-status" in kinds:
        return _verdict(status_fields(parts))
    return None


def status_fields(parts: Sequence[Part]) -> str:
    """The fields of a delivery report; Gmail nests them in a text part of their own."""
    return "\n".join(
        _text(part) for part in parts if part.kind.endswith("delivery-status") or _is_nested(part)
    )


def _is_nested(part: Part) -> bool:
    return part.kind == "text/plain" and "multipart/report" in part.path and b"Action:" in part.octets[:4000]


def _text(part: Part) -> str:
    return cleaned(decoded(part.content()[:50_000], "utf-8"))


def _verdict(fields: str) -> Machine:
    actions = {action.lower() for action in _ACTION.findall(fields)}
    if "failed" in actions or not actions:
        codes = _STATUS_CODE.findall(fields)
        if codes and all((subject, detail) == (_FULL, _FULL) for _, subject, detail in codes):
            return Machine.DELAY
        return Machine.BOUNCE
    return Machine.DELAY if "delayed" in actions else Machine.RECEIPT


def _plain_report(headers: Headers, text: str) -> Machine | None:
    """A bounce without a report part: from a mail system, and saying so in subject or text."""
    if headers.get("x-failed-recipients"):
        return _plain_verdict(headers, text)
    sender = headers.get("from")
    is_daemon = _DAEMON.search(sender) is not None or headers.get("return-path").strip() == "<>"
    says_so = BOUNCE_SUBJECT.match(_bare_subject(headers)) is not None
    has_code = _REPLY_CODE.search(text[:5000]) is not None
    if is_daemon and (says_so or (has_code and _DAEMON.search(sender) is not None)):
        return _plain_verdict(headers, text)
    return None


def _plain_verdict(headers: Headers, text: str) -> Machine:
    words = _bare_subject(headers) + "\n" + text[:3000]
    codes = {found[1] for found in _REPLY_CODE.finditer(words)}
    if _STILL_TRYING.search(words) is not None and "5" not in codes:
        return Machine.DELAY
    return Machine.DELAY if codes == {"4"} else Machine.BOUNCE


def failed_recipients(headers: Headers, parts: Sequence[Part], text: str) -> tuple[str, ...]:
    """The addresses a delivery report is about."""
    named = _RECIPIENT.findall(status_fields(parts))
    named += headers.get("x-failed-recipients").replace(",", " ").split()
    named = named or _IN_ANGLES.findall(text[:3000])
    return tuple(dict.fromkeys(one.lower() for one in named if is_address(one)))[:20]


def originals(parts: Sequence[Part]) -> Iterator[tuple[Headers, str]]:
    """The letters, or their headers, that reports give back: (headers, body as text)."""
    for part in parts:
        if part.kind in {"message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers"}:
            try:
                headers, body = head_and_body(part.content().lstrip(b"\r\n"))
            except Unreadable:
                continue
            yield headers, cleaned(decoded(body[:200_000], "utf-8"))


# --- the rest ---


def _calendar(parts: Sequence[Part]) -> Machine | None:
    for part in parts:
        if part.kind == "text/calendar":
            method = part.settings.get("method", "").upper()
            if method == "REPLY" or re.search(rb"(?m)^METHOD:REPLY\s", part.content()[:5000]):
                return Machine.CALENDAR
    return None


def _auto_reply(headers: Headers, text: str) -> Machine | None:
    submitted = _COMMENT.sub("", headers.get("auto-submitted")).partition(";")[0].strip().lower()
    if submitted == "no":
        return None
    is_marked = (
        submitted != ""
        or any(headers.get(name).strip().lower() not in {"", "no"} for name in _AUTO_HEADERS)
        or headers.get("precedence").strip().lower() in _AUTO_PRECEDENCE
        or _ROBOT.search(headers.get("from")) is not None
        or _titled_away(_bare_subject(headers), text)
    )
    return Machine.AUTO_REPLY if is_marked or _sounds_away(text) or _sounds_automatic(text) else None


def _titled_away(subject: str, text: str) -> bool:
    """An automatic reply's title: alone, before a colon, or borne out by the text.

    "On leave from March, three things first" may be a person's.
    """
    found = AWAY_SUBJECT.match(subject)
    if found is None:
        return False
    rest = subject[found.end() :].lstrip(" )]")
    return "auto" in found[0] or rest[:1] in {"", ":"} or AWAY.search(folded(text[:1500])) is not None


def _sounds_automatic(text: str) -> bool:
    """A ticket system acknowledges, or a gatekeeper wants proof that we are human; no list, no quote."""
    words = folded(text[:1500])
    if "\n>" in words or len(_LISTED.findall(words)) > 1:
        return False
    return any(formula.search(words) for formula in _FORMULAS)


def _sounds_away(text: str) -> bool:
    """Somebody is away, said in formulas, and nothing is quoted: no person writes that way."""
    words = folded(text[:1500])
    if "\n>" in words or len(words.strip()) > 1400 or AWAY.search(words) is None:
        return False
    return len({found[0] for found in AWAY_COURTESY.finditer(words)}) >= 2


def _bulk(headers: Headers) -> Machine | None:
    precedence = headers.get("precedence").strip().lower()
    return Machine.BULK if precedence in _BULK_PRECEDENCE or headers.get("list-id") else None


def _bare_subject(headers: Headers) -> str:
    return _REPLIES.sub("", folded(plain(headers.get("subject")[:1000])))
