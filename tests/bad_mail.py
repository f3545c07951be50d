"""How the mails of the bad inputs are made: plain makers first, then those that need more than a line.

Every builder gets a cast (the people of one engagement that has just invited its experts) and returns the
mails in the order in which they arrive.
"""

import base64
import hashlib
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime

from mailflow.demo import shapes

ANSWER = """1. Hand over the outcome, not the steps.
2. Write down who decides what.
3. Let small things go wrong.
"""
YES = "Yes, I would love to have a coffee.\n"
EVE = "eve@elsewhere.test"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """The people of one engagement, and the letters they were sent."""

    service: str
    leader: str
    expert: str  # whom the bad input concerns
    starter: str  # somebody who may start engagements and has none
    invitation: bytes
    preview: bytes
    reply_to: str  # of the invitation: carries the token
    message_id: str  # of the invitation
    sent_at: datetime


# --- how mails are made ---


def mail(cast: Cast, body: str | bytes, *head: str, **over: str) -> bytes:
    """A reply of the expert to the invitation, with more header lines and fields written over."""
    octets = body.replace("\n", "\r\n").encode() if isinstance(body, str) else body
    seed = hashlib.sha256(cast.expert.encode() + octets + "".join(head).encode("utf-8", "surrogateescape"))
    fields = {
        "From": f"Ada Lovelace <{cast.expert}>",
        "To": cast.reply_to,
        "Subject": "Re: A coffee",
        "Date": format_datetime(cast.sent_at),
        "Message-ID": f"<{seed.hexdigest()[:30]}@client.test>",
        "In-Reply-To": cast.message_id,
        **{name.replace("_", "-"): value for name, value in over.items()},
    }
    lines = [f"{name}: {value}" for name, value in fields.items() if value]
    return "\r\n".join([*lines, *head, "", ""]).encode("utf-8", "surrogateescape") + octets


def fresh(cast: Cast, body: str, *head: str, **over: str) -> bytes:
    """The same without any token."""
    return mail(cast, body, *head, **{"To": cast.service, "In_Reply_To": "", "Subject": "hello", **over})


def kickoff(cast: Cast, capability: str, *experts: str, number: int = 0) -> bytes:
    """An opening mail of somebody who may start."""
    local = cast.starter.partition("@")[0]
    named = experts or tuple(f"Expert {n.upper()} <{n}{number}.{local}@x.test>" for n in ("ida", "jo", "lu"))
    words = f"""Hello, this is mail number {number}.
I'd like to get better at {capability}.
Why now: we grew from four to eleven people.
To what end: mornings with customers.
{chr(10).join(named)}
"""
    return fresh(cast, words, From=f"Kim Starter <{cast.starter}>", Subject="Mentoring please")


def report(cast: Cast, status: str, *, kind: str = "delivery-status") -> bytes:
    """A delivery report or read receipt about the invitation."""
    original = f"Message-ID: {cast.message_id}\nReply-To: {cast.reply_to}\nTo: {cast.expert}\n"
    body = f"--r\n\nIt did not arrive.\n--r\nContent-Type: message/{kind}\n\n{status}\n"
    body += f"--r\nContent-Type: text/rfc822-headers\n\n{original}\n--r--\n"
    return fresh(
        cast,
        body,
        f'Content-Type: multipart/report; report-type={kind}; boundary="r"',
        "Auto-Submitted: auto-replied",
        "Return-Path: <>",
        From="Mail Delivery System <MAILER-DAEMON@mx.test>",
        Subject="Undelivered Mail Returned to Sender",
    )


def status(cast: Cast, action: str, code: str) -> str:
    """What a report says of the expert's address."""
    return (
        f"Reporting-MTA: dns; mx.test\n\nFinal-Recipient: rfc822; {cast.expert}\n"
        f"Action: {action}\nStatus: {code}\n"
    )


def html(cast: Cast, page: str) -> bytes:
    """A reply in HTML alone."""
    return mail(cast, page, "Content-Type: text/html; charset=utf-8")


def mixed(cast: Cast, *parts: str) -> bytes:
    """A reply of several parts, each with its header lines."""
    body = "".join(f"--b\n{part}\n" for part in parts) + "--b--\n"
    return mail(cast, body, "Content-Type: multipart/mixed; boundary=b")


# --- the mails that need more than a line ---


def ticket_system(cast: Cast) -> list[bytes]:
    """Acknowledges three times under fresh numbers and marks nothing."""
    words = "Hello,\n\nyour request (#{0}) has been received and will be answered by our staff.\n"
    return [
        mail(cast, words.format(number), Subject=f"[Ticket#{number}] A coffee")
        for number in (4711, 4712, 4713)
    ]


def same_id_twice(cast: Cast) -> list[bytes]:
    """A stranger takes the Message-ID of the expert's answer before it comes."""
    taken = "<taken@client.test>"
    forged = fresh(cast, "Ignore the next mail.\n", From=EVE, Message_ID=taken)
    return [forged, mail(cast, ANSWER, Message_ID=taken)]


def nested_multiparts(cast: Cast) -> list[bytes]:
    """Two thousand levels."""
    entity = "Content-Type: text/plain\n\ndeep"
    for level in range(2000):
        entity = f"Content-Type: multipart/mixed; boundary=x{level}\n\n--x{level}\n{entity}\n--x{level}--"
    head, _, body = entity.partition("\n\n")
    return [mail(cast, body, head)]


def nested_messages(cast: Cast) -> list[bytes]:
    """Three thousand forwards of forwards."""
    return [mail(cast, "Content-Type: message/rfc822\n\n" * 3000 + "deep", "Content-Type: message/rfc822")]


def many_charsets(cast: Cast) -> list[bytes]:
    """Three parts under labels that mean nothing."""
    labelled = zip(("x-nope", "utf-7", '"utf-8;"'), ANSWER.splitlines(), strict=True)
    return [mixed(cast, *(f"Content-Type: text/plain; charset={one}\n\n{line}" for one, line in labelled))]


def broken_base64(cast: Cast) -> list[bytes]:
    """Junk in it, no padding, no last boundary."""
    letters = base64.encodebytes(ANSWER.encode()).decode().rstrip("\n=")
    part = f"Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n{letters[:30]}*!\n{letters[30:]}"
    return [mail(cast, f"--b\n{part}", "Content-Type: multipart/mixed; boundary=b")]


def five_megabytes_of_style(cast: Cast) -> list[bytes]:
    """HTML alone, as Outlook makes it, and more so."""
    css = "p.MsoNormal, li.MsoNormal {margin: 0cm; font-size: 11.0pt;}\n" * 80_000
    rows = "".join(f"<p class=MsoNormal>{line}</p>" for line in ANSWER.splitlines())
    page = f"<html><head><style>{css}</style></head><body>{'<table><tr><td>' * 100}{rows}</body></html>"
    return [html(cast, page)]


def archive(cast: Cast) -> list[bytes]:
    """The advice is in a document, or so they say."""
    zipped = "Content-Type: application/zip; name=advice.zip\nContent-Transfer-Encoding: base64\n\nUEsDBA=="
    word = (
        "Content-Type: application/vnd.openxmlformats-officedocument.wordprocessingml.document; name=a.docx\n"
        "Content-Transfer-Encoding: base64\n\nUEsDBA=="
    )
    return [mixed(cast, zipped, word)]


def unopenable(cast: Cast) -> list[bytes]:
    """S/MIME, PGP in both forms, and Outlook's winmail.dat."""
    armour = "-----BEGIN PGP MESSAGE-----\n\nhQEMA\n=abcd\n-----END PGP MESSAGE-----\n"
    pgp = "--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b--\n"
    return [
        mail(cast, "MIAG", "Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m"),
        mail(cast, pgp, "Content-Type: multipart/encrypted; boundary=b"),
        mail(cast, armour),
        mail(cast, "eJ8+", "Content-Type: application/ms-tnef; name=winmail.dat"),
    ]


def calendar_yes(cast: Cast) -> list[bytes]:
    """A calendar program says yes to the coffee."""
    entry = f"BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nATTENDEE;PARTSTAT=ACCEPTED:mailto:{cast.expert}\n"
    return [
        mail(
            cast,
            f"{entry}END:VEVENT\nEND:VCALENDAR\n",
            "Content-Type: text/calendar; method=REPLY; charset=utf-8",
            Subject="Accepted: A coffee",
        )
    ]


def between_the_lines(cast: Cast) -> list[bytes]:
    """Three numbered pieces, typed between the lines of our letter."""
    return [
        shapes.thunderbird_interleaved(
            cast.invitation,
            sender=cast.expert,
            name="Ada Lovelace",
            text="Here are my three:",
            pieces=[line[3:] for line in ANSWER.splitlines()],
            sent_at=cast.sent_at,
        )
    ]


def after_the_end(cast: Cast) -> list[bytes]:
    """The leader cancels, then the expert answers."""
    cancelled = shapes.gmail_web(
        cast.preview,
        sender=cast.leader,
        name="Lee Ader",
        text="Please cancel.",
        sent_at=cast.sent_at,
    )
    return [cancelled, mail(cast, ANSWER)]


def faulty_kickoffs(cast: Cast) -> list[bytes]:
    """Two experts, four, one twice, the leader, the service."""
    three = [f"Expert {n} <{n}@x.test>" for n in "abc"]
    asked = "delegating work to my team"
    return [
        kickoff(cast, asked, *three[:2], number=1),
        kickoff(cast, asked, *three, "Expert d <d@x.test>", number=2),
        kickoff(cast, asked, *three[:2], "Expert c <B+work@X.test>", number=3),
        kickoff(cast, asked, *three[:2], f"Myself <{cast.starter}>", number=4),
        kickoff(cast, asked, *three[:2], f"You <{cast.service}>", number=5),
    ]


def unsendable_addresses(cast: Cast) -> list[bytes]:
    """Options, commands, blanks and endless names where addresses should stand."""
    bad = ("-oQx@x", "a@b>\nRCPT TO:<c@d", '"a b"@x', f"{'a' * 400}@x.test")
    return [kickoff(cast, "delegating", *(f"Expert <{one}>" for one in bad))]


def odd_capabilities(cast: Cast) -> list[bytes]:
    """Two, none, and twenty thousand words."""
    return [
        kickoff(cast, "delegating work and public speaking", number=1),
        kickoff(cast, "", number=2),
        kickoff(cast, "delegating work", number=3) + b"\r\nAnd then there was more to say. " * 3000,
    ]


FORWARDED = """FYI, what Grace wrote me.

---------- Forwarded message ---------
From: Grace Hopper <grace@elsewhere.test>
Date: Mon, 2 Mar 2026 at 08:00
Subject: Re: A coffee
To: Ada

1. Describe the result you want.
2. Ask and then wait.
3. Let small things go wrong.
"""
