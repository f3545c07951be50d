"""Machine mail told from human mail: a wrong guess either answers a robot or ignores a person."""

from datetime import UTC, date, datetime

import pytest

from mailflow.identity import Purpose, Reference, make_token
from mailflow.mentoring.engagement import Stage, Standing
from mailflow.mentoring.events import WasAway
from mailflow.reading.classify import Correspondent, classify
from mailflow.reading.message import Machine, read_message

TOKEN = make_token(b"k" * 32, Reference(engagement_id="abcdefghij", seat=1, purpose=Purpose.INVITATION))
ORIGINAL = f"""From: Mentoring <jit@mail.test>
Reply-To: jit+{TOKEN}@mail.test
Message-ID: <{TOKEN}.1@mail.test>
Subject: A coffee with Lee
"""


def mail(head: str, body: str = "Yes, happy to have a coffee next week.\n\nBest,\nAda") -> bytes:
    """A mail with these header lines besides From and To."""
    head = head if "From:" in head else f"From: Ada <ada@mail.test>\n{head}"
    return f"{head.strip()}\nTo: jit@mail.test\n\n{body}".replace("\n", "\r\n").encode()


def report(status: str, *, kind: str = "delivery-status", original: str = ORIGINAL, head: str = "") -> bytes:
    """A report of three parts (RFC 3464, RFC 8098)."""
    return mail(
        f"From: Mail Delivery System <MAILER-DAEMON@mx.test>\nSubject: Undelivered Mail\n{head}"
        f'Content-Type: multipart/report; report-type={kind}; boundary="r"\n',
        f"""--r
Content-Type: text/plain

I'm sorry to have to inform you.
--r
Content-Type: message/{kind}

{status}
--r
Content-Type: text/rfc822-headers

{original}
--r--
""",
    )


def status(action: str, code: str) -> str:
    """The fields about one recipient."""
    return f"""Reporting-MTA: dns; mx.test

Final-Recipient: rfc822; ada@mail.test
Action: {action}
Status: {code}
Diagnostic-Code: smtp; because"""


def machine_of(raw: bytes) -> Machine:
    """What read_message makes of it."""
    return read_message(raw).machine


# --- people ---


@pytest.mark.parametrize(
    "raw",
    [
        mail("Subject: Re: A coffee"),
        mail("Subject: Re: A coffee\nAuto-Submitted: no"),
        mail("Subject: Re: A coffee\nAuto-Submitted: No (a person)"),
        mail("Subject: RE: A coffee\nX-Auto-Response-Suppress: DR, RN, NRN, OOF, AutoReply"),
        mail("Subject: Re: A coffee\nX-Auto-Response-Suppress: All\nThread-Index: AdX"),
        mail("Subject: Re: A coffee\nX-Autoreply: no"),
        mail("Subject: Re: A coffee\nPrecedence: normal"),
        mail("From: Ada <ada.casino-reply@mail.test>\nSubject: hello"),
        mail("Subject: On leave from March, so three things first", "1. Ask.\n2. Listen.\n3. Wait."),
        mail("Subject: Re: your request 12345", "I have read your request and will think about it."),
        mail(
            "Subject: Re: A coffee",
            "Thank you for your message. I am on holiday until Monday, so let us talk then.\n\n"
            "> Would you have a coffee with Lee?",
        ),
        mail("Subject: Warning: I am blunt", "1. Delegate more.\n2. Stop checking.\n3. Let go."),
        mail("From: Postmaster <postmaster@small.test>\nSubject: Re: A coffee", "Yes, 500 words will do."),
        mail("Subject: Undeliverable", "That is how I feel about this week. Next one?"),
        mail("Subject: Re: coffee", "1. Send an automatically generated report.\n2. Do not reply at once."),
        mail("Subject: Re: coffee", "- Case 4711 was created by us all, so\n- do not blame, and\n- ask."),
        mail("Subject: Re: coffee", "Yes. Please confirm the day, this mail box is full of waiting things."),
        mail("Subject: Re: coffee", "Tell them why a ticket was created, and let them close 300 of them."),
    ],
)
def test_people_are_people(raw):
    """Whatever their programs stamp on their mail, and whatever words they happen to use."""
    assert machine_of(raw) is Machine.PERSON


# --- automatic replies ---


@pytest.mark.parametrize(
    "head",
    [
        "Auto-Submitted: auto-replied",
        "Auto-Submitted: auto-generated; owner-email=x@y",
        "AUTO-SUBMITTED:   (rfc 3834)  Auto-Replied (vacation)",
        "Auto-Submitted: auto-notified",
        "Auto-Submitted: something-new",
        "X-Autoreply: yes",
        "X-Autorespond: Re: A coffee",
        "Precedence: auto_reply",
        "From: Robot <no-reply@shop.test>",
        "From: DoNotReply@bank.test",
        "Subject: Automatic reply: A coffee\nX-Auto-Response-Suppress: All",
        "Subject: Out of Office: A coffee",
        "Subject: Re: Auto: Out of office Re: A coffee\nX-Autoreply: yes",
        "Subject: Automatische Antwort: Kaffee",
        "Subject: Abwesenheitsnotiz",
        "Subject: Réponse automatique : un café",
        "Subject: =?utf-8?Q?R=C3=A9ponse_automatique=3A?= un café",
        "Subject: Respuesta automática: un café",
        "Subject: Fuera de la oficina",
    ],
)
def test_automatic_replies_by_their_marks(head):
    """RFC 3834 with comments, parameters and odd case; older marks; titles in four languages."""
    raw = mail(f"Subject: Re: A coffee\n{head}" if "Subject" not in head else head)
    assert machine_of(raw) is Machine.AUTO_REPLY


@pytest.mark.parametrize(
    "body",
    [
        (
            "Thank you for your email. I am out of the office until 16 March with limited access to email. "
            "For urgent matters please contact reception@mail.test."
        ),
        (
            "Vielen Dank für Ihre Nachricht. Ich bin bis zum 16. März nicht im Büro. "
            "In dringenden Fällen wenden Sie sich bitte an Frau Maier."
        ),
        (
            "Merci pour votre message. Je suis absente du bureau jusqu'au 16 mars. "
            "En cas d'urgence, veuillez contacter Paul."
        ),
        (
            "Gracias por su mensaje. Estoy fuera de la oficina hasta el 16 de marzo. "
            "En caso de urgencia, póngase en contacto con Paula."
        ),
    ],
    ids=["en", "de", "fr", "es"],
)
@pytest.mark.parametrize("kind", ["plain", "html"])
def test_an_unmarked_absence_is_known_by_its_formulas(body, kind):
    """Also where it comes as HTML alone, as from Exchange."""
    if kind == "html":
        body = f"<html><head><style>p {{color: red}}</style></head><body><p>{body}</p></body></html>"
    head = f"Subject: Re: A coffee\nContent-Type: text/{kind}; charset=utf-8"
    assert machine_of(mail(head, body)) is Machine.AUTO_REPLY


@pytest.mark.parametrize(
    "body",
    [
        "##- Please type your reply above this line -##\n\nYour request has been received.",
        "Hello,\n\nyour request (#48213) has been received and is being reviewed by our staff.",
        "A support ticket [4711-22] has been created for you.",
        "Ihre Anfrage 20260302-17 ist bei uns eingegangen. Wir melden uns.",
        "Votre demande nº 4711 a bien été enregistrée.",
        "Su solicitud 47113 ha sido recibida.",
        "Thank you for contacting us. We will answer within a day. Your ticket number is 48213.",
        "Ihre Anfrage wurde unter der Ticketnummer 12345 erfasst.",
        "This is an automated response. We have your mail.",
        "This is an automatic reply to let you know that your mail has arrived.",
        "Dies ist eine automatische Antwort.",
        "Diese E-Mail wurde automatisch erstellt.",
        "Ceci est un message automatique.",
        "Este es un mensaje automático.",
        "Please do not reply to this message.",
        "I apologize for this automatic reply. To control spam I only allow senders approved beforehand.",
        "Your message about a coffee was waitlisted. Please add yourself to my Guest List.",
        "Just this once, click the link below so I can receive your mails.",
        "I use a spam filter. Please click the link to confirm that you are a real person.",
        "Your message is being held. Click here to complete the verification and deliver it.",
    ],
)
def test_ticket_systems_and_gatekeepers_are_machines(body):
    """They mark nothing, take a fresh subject, and answer every mail."""
    assert machine_of(mail("Subject: [Ticket#2026030217] Re: A coffee", body)) is Machine.AUTO_REPLY


@pytest.mark.parametrize(
    "body",
    [
        "I am out of the office until 16 March. Please contact reception@mail.test.",
        "Ich bin bis zum 16. März nicht im Büro. Bitte wenden Sie sich an Frau Maier.",
        "Je suis absente du bureau jusqu'au 16 mars. Veuillez contacter Paul.",
        "Estoy fuera de la oficina hasta el 16 de marzo. Póngase en contacto con Paula.",
    ],
)
def test_the_day_of_return_is_all_that_an_absence_says(body):
    """It moves the clock, is never advice, and nobody named in it matters."""
    message = read_message(mail("Subject: Re: A coffee\nAuto-Submitted: auto-replied", body))
    who = Correspondent(seat=1, stage=Stage.GATHERING, standing=Standing.INVITED)
    event = classify(message, who, datetime(2026, 3, 2, 9, tzinfo=UTC))
    assert event == WasAway(seat=1, until=date(2026, 3, 16))


# --- delivery reports ---


@pytest.mark.parametrize(
    ("fields", "machine"),
    [
        (status("failed", "5.1.1"), Machine.BOUNCE),
        (status("Failed", "5.7.1"), Machine.BOUNCE),
        (status("failed", "4.4.7"), Machine.BOUNCE),
        (status("failed", "5.2.2"), Machine.DELAY),
        (status("delayed", "4.4.1"), Machine.DELAY),
        (status("delivered", "2.0.0"), Machine.RECEIPT),
        (status("relayed", "2.0.0"), Machine.RECEIPT),
        (status("expanded", "2.0.0"), Machine.RECEIPT),
        ("Content-Type: text/plain\n\n" + status("failed", "5.1.1"), Machine.BOUNCE),
        ("Final-Recipient: rfc822; ada@mail.test\nStatus: 4.2.2", Machine.DELAY),
    ],
)
def test_delivery_reports(fields, machine):
    """Permanent, delayed, full, delivered; and Gmail's, whose fields sit in a text child."""
    raw = report(fields, head="Auto-Submitted: auto-replied\nReturn-Path: <>\n")
    message = read_message(raw)
    assert message.machine is machine
    if machine in {Machine.BOUNCE, Machine.DELAY}:
        assert TOKEN in message.carriers.address
        assert TOKEN in message.carriers.thread
        assert message.failed_recipients == ("ada@mail.test",)


@pytest.mark.parametrize(
    ("subject", "body", "machine"),
    [
        ("Undelivered Mail Returned to Sender", "<ada@mail.test>: 550 5.1.1 User unknown", Machine.BOUNCE),
        (
            "failure notice",
            "This is the qmail-send program.\n<ada@mail.test>:\nno such user",
            Machine.BOUNCE,
        ),
        ("Re: A coffee", "The following address failed:\n<ada@mail.test>\n550 no such user", Machine.BOUNCE),
        ("Unzustellbar: Kaffee", "Die Adresse <ada@mail.test> wurde nicht gefunden.", Machine.BOUNCE),
        ("Warning: message delayed 24 hours", "<ada@mail.test>: no action is required.", Machine.DELAY),
        ("Mail delivery failed", "<ada@mail.test>: 452 4.2.2 mailbox full", Machine.DELAY),
    ],
)
def test_plain_bounces_that_quote_our_letter(subject, body, machine):
    """No report part, only words and, somewhere, our token."""
    head = f"From: Mail Delivery Subsystem <mailer-daemon@mx.test>\nSubject: {subject}\nReturn-Path: <>"
    message = read_message(mail(head, f"{body}\n\n--- original ---\n{ORIGINAL}"))
    assert message.machine is machine
    assert TOKEN in message.carriers.body
    assert "ada@mail.test" in message.failed_recipients


# --- the rest ---


def calendar(method: str, encoding: str = "7bit") -> bytes:
    """A calendar entry as the only part."""
    return mail(
        "Subject: Accepted: coffee\n"
        f"Content-Type: text/calendar; charset=utf-8\nContent-Transfer-Encoding: {encoding}",
        f"BEGIN:VCALENDAR\nMETHOD:{method}\nEND:VCALENDAR\n",
    )


@pytest.mark.parametrize(
    ("raw", "machine"),
    [
        (
            report("Disposition: automatic-action; displayed", kind="disposition-notification"),
            Machine.RECEIPT,
        ),
        (calendar("REPLY"), Machine.CALENDAR),
        (calendar("REQUEST"), Machine.PERSON),
        (mail("Subject: News\nPrecedence: bulk\nList-Id: <news.shop.test>"), Machine.BULK),
        (mail("Subject: [team] hello\nList-Id: Team <team.mail.test>"), Machine.BULK),
        (mail("Subject: News\nPrecedence: Junk"), Machine.BULK),
        (mail("Subject: A coffee\nX-Mailflow-Letter: invitation"), Machine.OWN),
    ],
)
def test_receipts_calendars_lists_and_our_own(raw, machine):
    """Each in its own drawer."""
    assert machine_of(raw) is machine
