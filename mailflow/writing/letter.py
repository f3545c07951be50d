"""One Send, one engagement, one moment: one letter, always the same bytes.  Pure."""

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from xml.etree.ElementTree import Element, SubElement

from mailflow.identity import Purpose, Reference, is_address, letter_key, make_token, message_id
from mailflow.mentoring.effects import Send
from mailflow.mentoring.engagement import LEADER_SEAT, Correspondence, Engagement
from mailflow.writing.as_html import as_html
from mailflow.writing.as_text import as_text
from mailflow.writing.calendar_entry import calendar_of
from mailflow.writing.context import Occasion, entries_of, rendered
from mailflow.writing.envelope import (
    LONGEST_SUBJECT,
    Part,
    body_of,
    header_block,
    mailbox_value,
    subject_value,
    usable_ids,
)
from mailflow.writing.house import House as House
from mailflow.writing.markup import taken, tree_of
from mailflow.writing.templates import language_of
from mailflow.writing.wording import Words, one_line

MOST_REFERENCES = 20
# A conversation of its own: whoever sat in this seat before must not be threaded into it.
_BEGINS = frozenset({Purpose.INVITATION, Purpose.ALERT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A letter in words and bytes; `raw` is a complete RFC 5322 message, `text` its plain text alone."""

    message_id: str
    subject: str
    raw: bytes
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Composed:
    """A letter in words, on its way to bytes."""

    token: str
    subject: str
    thread: Correspondence
    text: str
    html: str


def write_letter(send: Send, engagement: Engagement, house: House, now: datetime) -> Written:
    """Put `send` into words.

    Raises ValueError, TypeError or LookupError where a template is at fault or a value cannot stand in
    a header; nothing is half written.
    """
    occasion = _occasion(send, engagement, house, now)
    composed = _composed(occasion)
    identifier = message_id(house.key, _reference(occasion), send.turn, house.domain)
    key = letter_key(engagement.id, send.purpose, send.seat, send.turn)
    kind, body = body_of(_parts(composed, occasion, key), key)
    fields = [*_fields(composed, occasion, identifier), ("MIME-Version", "1.0"), ("Content-Type", kind)]
    raw = header_block(fields) + b"\r\n" + body
    return Written(message_id=identifier, subject=composed.subject, raw=raw, text=composed.text)


def html_of(send: Send, engagement: Engagement, house: House, now: datetime) -> str:
    """The HTML part alone, for looking at; raises what `write_letter` raises."""
    return _composed(_occasion(send, engagement, house, now)).html


def _occasion(send: Send, engagement: Engagement, house: House, now: datetime) -> Occasion:
    language = language_of(engagement.language, house.language)
    return Occasion(send=send, engagement=engagement, house=house, now=now, language=language)


def _reference(occasion: Occasion) -> Reference:
    send = occasion.send
    return Reference(engagement_id=occasion.engagement.id, seat=send.seat, purpose=send.purpose)


def _composed(occasion: Occasion) -> _Composed:
    language = occasion.language
    token = make_token(occasion.house.key, _reference(occasion))
    title, tree = taken(tree_of(rendered(occasion)), "subject")
    thread = _thread(occasion.send, occasion.engagement)
    subject = _subject(title, thread, language.words)
    _add_case_line(tree, f"{language.words.reference}: {token}")
    html = as_html(tree, language=language.code, title=subject)
    return _Composed(token=token, subject=subject, thread=thread, text=as_text(tree), html=html)


def _thread(send: Send, engagement: Engagement) -> Correspondence:
    """The conversation this letter continues; empty where it begins one."""
    if send.purpose in _BEGINS:
        return Correspondence()
    if send.seat != LEADER_SEAT and all(
        (expert.seat, expert.email) != (send.seat, send.email) for expert in engagement.experts
    ):
        return Correspondence()
    return engagement.threads.get(send.seat, Correspondence())


def _subject(title: str, thread: Correspondence, words: Words) -> str:
    """Stable per conversation, so that real clients thread: the first letter sets it."""
    known = one_line(thread.subject, LONGEST_SUBJECT)
    if not known:
        return one_line(title, LONGEST_SUBJECT)
    prefix = words.reply.strip().lower()
    again = known.lower().startswith((prefix, "re:"))
    return one_line(known if again else words.reply + known, LONGEST_SUBJECT)


def _add_case_line(tree: Element, line: str) -> None:
    """The third carrier of the token: it comes home in the quote."""
    SubElement(tree, "rule")
    SubElement(tree, "small").text = line


def _parts(composed: _Composed, occasion: Occasion, key: str) -> list[Part]:
    parts = [
        Part(kind="text/plain; charset=utf-8", text=composed.text),
        Part(kind="text/html; charset=utf-8", text=composed.html),
    ]
    entries = entries_of(occasion.send, occasion.engagement)
    if entries:
        dates = calendar_of(entries, f"{key}@{occasion.house.domain}", occasion.now)
        kind = 'text/calendar; charset=utf-8; method=PUBLISH; name="dates.ics"'
        parts.append(Part(kind=kind, text=dates, file="dates.ics"))
    return parts


def _fields(composed: _Composed, occasion: Occasion, identifier: str) -> list[tuple[str, str]]:
    """The header fields of contract section 2, in a fixed order."""
    send, house = occasion.send, occasion.house
    if not (is_address(send.email) and is_address(house.address)):
        raise ValueError("a letter needs plain addresses")
    return [
        ("From", mailbox_value(house.name, house.address)),
        ("To", mailbox_value(send.name, send.email)),
        ("Reply-To", house.reply_address(composed.token)),
        ("Subject", subject_value(composed.subject) or "-"),
        ("Date", format_datetime(occasion.now.astimezone(UTC))),
        ("Message-ID", identifier),
        *_threading(composed.thread),
        ("Auto-Submitted", "auto-generated"),
        ("X-Auto-Response-Suppress", "DR, RN, NRN, AutoReply"),
        *_way_out(send, house, composed.token),
        ("X-Mailflow-Engagement", occasion.engagement.id),
        ("X-Mailflow-Letter", send.purpose.value),
    ]


def _threading(thread: Correspondence) -> list[tuple[str, str]]:
    ids = usable_ids(thread.message_ids, MOST_REFERENCES)
    return [("In-Reply-To", ids[-1]), ("References", " ".join(ids))] if ids else []


def _way_out(send: Send, house: House, token: str) -> list[tuple[str, str]]:
    """One click or one word, and nothing comes any more; without sub-addressing the subject says whose."""
    if send.seat == LEADER_SEAT:
        return []
    subject = "stop" if house.reply_tokens == "plus" else f"stop%20{token}"
    return [("List-Unsubscribe", f"<mailto:{house.reply_address(token)}?subject={subject}>")]
