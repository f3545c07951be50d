"""The shapes of real mail clients, read back with the standard library from real letters of ours."""

import re
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest

from mailflow.demo import shapes
from mailflow.demo.clients.draft import read_original
from mailflow.demo.shapes import SHAPES, Shape
from mailflow.identity import Purpose, tokens_in
from mailflow.writing.letter import Written, write_letter
from mailflow.writing.sample import sample
from mailflow.writing.sample_engagement import HOUSE, NOW

SENT = datetime(2026, 12, 1, 10, 30, tzinfo=timezone(timedelta(hours=1)))
TEXT = "Hello Lee,\n\nglad to help \u2013 here\u2019s what worked for me & <mine>:"
PIECES = (
    "Hand over the outcome, not the steps; say what good looks like and by when, and leave the how to them.",
    "Write down who decides what.",
    "Keep half an hour a week for each, and answer questions then.",
)
CLOSING = "Good luck,\nAda"
every = pytest.mark.parametrize("name", sorted(SHAPES))


def letter(purpose: Purpose = Purpose.QUESTION) -> Written:
    """A letter of ours, with a long Message-ID, a plus-address and a case line."""
    send, engagement = sample(purpose)
    return write_letter(send, engagement, HOUSE, NOW)


def reply(shape: Shape, raw: bytes = b"", *, name: str = "Ada Byron", text: str = TEXT) -> bytes:
    """Ada's answer."""
    return shape(
        raw or letter().raw,
        sender="ada@works.example",
        name=name,
        text=text,
        pieces=PIECES,
        closing=CLOSING,
        sent_at=SENT,
    )


def opened(raw: bytes) -> EmailMessage:
    """As a mail client reads it; nothing in it may be malformed."""
    return message_from_bytes(raw, policy=policy.default.clone(raise_on_defect=True))


def part(raw: bytes, kind: str) -> str:
    """The part of a kind, decoded, with newlines."""
    found = opened(raw).get_body((kind,))
    assert found is not None, kind
    return str(found.get_content()).replace("\r\n", "\n")


def flat(text: str) -> str:
    """Without quote marks and line breaks."""
    return " ".join(re.sub(r"^(> ?)+", "", text, flags=re.MULTILINE).split())


@every
def test_a_reply_goes_where_the_letter_wants_it(name: str) -> None:
    """Reply-To, not From; In-Reply-To the letter; References all before it and the letter."""
    ours, answer = opened(letter().raw), opened(reply(SHAPES[name]))
    assert ours["Reply-To"] != ours["From"]
    assert answer["To"] == ours["Reply-To"]
    assert answer["In-Reply-To"] == ours["Message-ID"]
    assert answer["References"].split() == [*ours["References"].split(), ours["Message-ID"]]
    assert answer["From"] == "Ada Byron <ada@works.example>"
    assert answer["Date"] == "Tue, 01 Dec 2026 10:30:00 +0100"


@every
def test_without_reply_to_a_reply_goes_to_the_sender(name: str) -> None:
    """RFC 5322, 3.6.2."""
    raw = re.sub(rb"Reply-To: .*\r\n", b"", letter().raw)
    assert opened(reply(SHAPES[name], raw))["To"] == "jit@mentoring.example"


@every
def test_the_subject_says_re_once(name: str) -> None:
    """Re: in front of a fresh subject, none added to one that has it."""
    for purpose in (Purpose.INVITATION, Purpose.QUESTION):
        subject = opened(reply(SHAPES[name], letter(purpose).raw))["Subject"]
        assert subject.lower() == f"re: {letter(purpose).subject.removeprefix('Re: ')}".lower()


@every
def test_every_part_holds_all_that_was_typed_and_the_case_line(name: str) -> None:
    """Own words verbatim in order, and the token's third carrier comes home in each part."""
    raw = reply(SHAPES[name])
    (token,) = set(tokens_in(letter().text))
    for kind in kinds(raw):
        words = flat(text_of(part(raw, kind), kind))
        places = [words.index(flat(one)) for one in (*TEXT.split("\n\n"), *PIECES, CLOSING)]
        assert places == sorted(places), kind
        assert tokens_in(words) == (token,)


@every
def test_the_letter_is_quoted_whole(name: str) -> None:
    """Every paragraph of the letter stands in each part of the reply."""
    raw = reply(SHAPES[name])
    for kind in kinds(raw):
        words = flat(text_of(part(raw, kind), kind))
        for block in letter().text.split("\n\n"):
            if any(char.isalpha() for char in block):
                assert flat(block) in words, kind


def kinds(raw: bytes) -> list[str]:
    """Which alternatives a mail has."""
    parts = [one for one in opened(raw).walk() if not one.is_multipart()]
    return [one.get_content_subtype() for one in parts]


def text_of(content: str, kind: str) -> str:
    """The words of a part; enough of HTML for what these tests put in."""
    if kind == "plain":
        return content
    content = re.sub(r"<(style|head)\b.*?</\1>|<!\[.*?\]>", " ", content, flags=re.DOTALL)
    content = re.sub(r"<[^>]*>", " ", content)
    for entity, char in (("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        content = content.replace(entity, char)
    return content


@every
def test_it_is_fit_for_the_wire(name: str) -> None:
    """CRLF only, no line over 998 octets, the header in ASCII, and the same call gives the same bytes."""
    raw = reply(SHAPES[name], name="Zo\u00eb M\u00fcller", text=TEXT + " word" * 400)
    assert re.search(rb"\r(?!\n)|(?<!\r)\n", raw) is None
    assert max(map(len, raw.split(b"\r\n"))) <= 998
    assert raw.partition(b"\r\n\r\n")[0].isascii()
    assert opened(raw)["From"].addresses[0].display_name == "Zo\u00eb M\u00fcller"
    assert raw == reply(SHAPES[name], name="Zo\u00eb M\u00fcller", text=TEXT + " word" * 400)


@every
def test_no_two_replies_share_a_message_id(name: str) -> None:
    """Letter, person, moment and words all count."""
    first: dict[str, Any] = {"sender": "ada@works.example", "name": "Ada", "text": "Hm", "sent_at": SENT}
    others = ({"sender": "b@works.example"}, {"text": "Oh"}, {"sent_at": SENT + timedelta(seconds=1)})
    replies = [SHAPES[name](letter().raw, **{**first, **other}) for other in ({}, *others)]
    replies.append(SHAPES[name](letter(Purpose.NUDGE).raw, **first))
    assert len({opened(raw)["Message-ID"] for raw in replies}) == 5


@pytest.mark.parametrize(
    ("name", "kind", "marks"),
    [
        ("gmail_web", "html", ["<ol><li>", 'class="gmail_quote', 'class="gmail_attr"', "mailto:"]),
        ("gmail_web", "plain", ["   1. Hand over", "\nOn Mon, Nov 30, 2026 at 10:00\u202fAM Just", "\n> "]),
        ("outlook_desktop", "html", ["mso-list:Ignore", "border-top:solid #E1E1E1", "<b>Sent:</b>"]),
        ("outlook_desktop", "plain", ["1.\tHand over", "\nSent: Monday, 30 November 2026 10:00\nTo: "]),
        ("outlook_web", "html", ['id="appendonsend"', 'id="divRplyFwdMsg"', "<ol style"]),
        ("outlook_web", "plain", ["________________________________\nFrom: Just-in-Time"]),
        ("apple_mail", "html", ['<blockquote type="cite">', "Apple-interchange-newline", "MailOutline"]),
        ("apple_mail", "plain", ["\n> On 30 Nov 2026, at 10:00, Just-in-Time"]),
        ("iphone", "html", ["Sent from my iPhone", '<blockquote type="cite">', "<div>1. Hand over"]),
        ("iphone", "plain", ["\nSent from my iPhone\n\n> On Nov 30, 2026, at 10:00\u202fAM, Just"]),
        ("thunderbird_interleaved", "html", ['class="moz-cite-prefix"', 'type="cite" cite="mid:']),
        ("thunderbird_interleaved", "plain", ["On 11/30/2026 10:00 AM, Just-in-Time Mentoring wrote:\n> "]),
        ("plain_text", "plain", ["On Mon, Nov 30, 2026 at 10:00:00+0100, Just", "\n1. Hand", "\n-- \nAda"]),
    ],
)  # fmt: skip
def test_each_client_has_its_marks(name: str, kind: str, marks: list[str]) -> None:
    """What a reader may know each client by."""
    content = part(reply(SHAPES[name]), kind)
    for mark in marks:
        assert mark in content, mark


@pytest.mark.parametrize("name", ["outlook_desktop", "outlook_web"])
def test_outlook_marks_no_line_of_the_letter(name: str) -> None:
    """No "> " and no blockquote: only the header block divides."""
    raw = reply(SHAPES[name])
    assert "\n>" not in part(raw, "plain")
    assert "<blockquote" not in part(raw, "html").partition("Subject:")[0]


def test_outlook_writes_windows_1252_while_it_can() -> None:
    """The charset of the desktop, UTF-8 for what it cannot say."""
    charsets = [one.get_content_charset() for one in opened(reply(shapes.outlook_desktop)).iter_parts()]
    assert charsets[0] == "windows-1252"
    beyond = reply(shapes.outlook_desktop, text="\u68ee\u3055\u3093")
    assert {one.get_content_charset() for one in opened(beyond).iter_parts()} == {"utf-8"}


def test_thunderbird_answers_between_the_lines() -> None:
    """Pieces stand between quoted paragraphs, below the question."""
    content = part(reply(shapes.thunderbird_interleaved), "plain")
    runs = [run for run in re.split(r"(?m)(?:^>.*\n)+", content) if run.strip()]
    holds = [[n for n, piece in enumerate(PIECES, 1) if piece[:20] in run] for run in runs]
    assert [n for n in holds if n][:2] == [[1], [2]]
    assert content.index("would have the greatest") < content.index("Hello Lee")


@every
def test_a_single_word_is_enough(name: str) -> None:
    """A yes is a reply, too, without list or closing."""
    ours = letter(Purpose.PREVIEW).raw
    raw = SHAPES[name](ours, sender="lee@works.example", name="Lee", text="Yes", sent_at=SENT)
    assert "\nYes\n" in f"\n{part(raw, 'plain')}"
    if "html" in kinds(raw):
        assert re.search(r">Yes<", part(raw, "html"))


def test_a_letter_in_text_alone_can_be_replied_to() -> None:
    """Its HTML is made from its text."""
    head = b"From: JIT <jit@a.example>\r\nTo: ada@b.example\r\nSubject: Hi\r\nMessage-ID: <1@a>\r\n"
    raw = head + b"\r\nOne\r\n\r\nTwo?\r\n"
    for shape in SHAPES.values():
        answer = opened(reply(shape, raw))
        assert (answer["To"], answer["References"]) == ("jit@a.example", "<1@a>")
        assert "Two?" in part(answer.as_bytes(), kinds(answer.as_bytes())[-1])


def test_an_absence_is_said_by_a_machine() -> None:
    """Out of office: marked as automatic, to the reply address, without a quote."""
    raw = shapes.out_of_office(
        letter().raw, sender="ada@works.example", name="Ada", text="I am back on 14 December.", sent_at=SENT
    )
    answer = opened(raw)
    assert answer["Auto-Submitted"] == "auto-generated"
    assert answer["Subject"] == f"Automatic reply: {letter().subject}"
    assert answer["To"] == opened(letter().raw)["Reply-To"]
    assert part(raw, "plain").strip() == "I am back on 14 December."


def test_a_fresh_mail_refers_to_nothing() -> None:
    """A kickoff: no thread, Cc as given, the words in both parts."""
    raw = shapes.fresh_mail(
        sender="lee@works.example",
        name="Lee",
        to="jit@mentoring.example",
        subject="Delegating \u2013 finally",
        text=TEXT,
        sent_at=SENT,
        cc=("Ada <ada@works.example>", "grace@works.example"),
    )
    mail = opened(raw)
    assert mail["In-Reply-To"] is None
    assert mail["References"] is None
    assert mail["Subject"] == "Delegating \u2013 finally"
    assert [one.addr_spec for one in mail["Cc"].addresses] == ["ada@works.example", "grace@works.example"]
    for kind in ("plain", "html"):
        assert flat(TEXT) in flat(text_of(part(raw, kind), kind))


def test_who_has_no_name_is_shown_by_address() -> None:
    """A letter from a bare address is attributed to that address."""
    raw = re.sub(rb"From: .*\r\n", b"From: jit@mentoring.example\r\n", letter().raw)
    assert "jit@mentoring.example wrote:" in flat(part(reply(shapes.apple_mail, raw), "plain"))
    assert replace(read_original(raw), name="X").shown_sender == "X <jit@mentoring.example>"
