from datetime import UTC, datetime

import pytest

from mailflow.identity import Purpose, Reference, make_token
from mailflow.reading.message import Machine, Message, read_message, without_armour, without_styles

TOKEN = make_token(b"k" * 32, Reference(engagement_id="abcdefghij", seat=2, purpose=Purpose.QUESTION))
HEAD = (
    b"From: Ada <ada@mail.test>\r\nTo: jit@mail.test\r\n"
    b"Subject: hello\r\nDate: Mon, 2 Mar 2026 09:00:00 +0100\r\nMessage-ID: <1@mail.test>\r\n"
)


def read(head: bytes | str = b"", body: bytes | str = b"Good morning.") -> Message:
    """A mail with more header lines and a body of its own."""
    octets = [part.encode() if isinstance(part, str) else part for part in (head, body)]
    return read_message(HEAD + octets[0] + b"\r\n" + octets[1])


def with_type(content_type: str, body: bytes | str, encoding: str = "8bit") -> Message:
    """A mail of one part."""
    return read(f"Content-Type: {content_type}\r\nContent-Transfer-Encoding: {encoding}\r\n", body)


def test_what_a_mail_says_of_itself():
    """Writer, time, subject, text."""
    message = read()
    assert (message.sender, message.sender_name, message.subject) == ("ada@mail.test", "Ada", "hello")
    assert message.sent_at == datetime(2026, 3, 2, 8, tzinfo=UTC)
    assert message.timezone == "+01:00"
    assert message.message_id == "<1@mail.test>"
    assert message.text == "Good morning.\n"
    assert message.machine is Machine.PERSON
    assert message.faults == ()


# --- one mail, one digest ---


def test_a_second_delivery_has_the_same_digest():
    """Received lines, a spam filter's marks, line ends and trailing blanks are not the writer's."""
    raw = HEAD + b"\r\nGood morning.\r\n"
    again = b"Received: by mx.test\r\nX-Spam: no\r\n" + HEAD.replace(b"\r\n", b"\n") + b"\nGood morning.\n\n"
    assert read_message(raw).digest == read_message(again).digest


@pytest.mark.parametrize(
    ("old", "new"), [(b"morning", b"evening"), (b"ada@", b"eva@"), (b"hello", b"hallo"), (b"09:00", b"09:01")]
)
def test_another_mail_has_another_digest(old, new):
    """Also under the same Message-ID: an attacker who takes it first gains nothing (B17)."""
    raw = HEAD + b"\r\nGood morning.\r\n"
    assert read_message(raw).digest != read_message(raw.replace(old, new)).digest


# --- who wrote ---


def test_two_writers_are_nobody():
    """Two From lines, or two addresses in one, are a known way to forge."""
    assert read("From: eva@mail.test\r\n").sender == ""
    assert read_message(b"From: ada@mail.test, eva@mail.test\r\n\r\nhello").sender == ""
    assert (
        read_message(b"From: ada@mail.test\r\nFrom: <ada@mail.test>\r\n\r\nhello").sender == "ada@mail.test"
    )
    assert read_message(b"Subject: nobody\r\n\r\nhello").sender == ""


def test_a_homograph_is_nobody_we_know():
    """Cyrillic letters, raw or in an encoded word, are never Latin ones (B24)."""
    assert read_message("From: p\u0430ul@ex\u0430mple.com\r\n\r\nhello".encode()).sender == ""
    assert read_message(b"From: paul@xn--exmple-4nf.com\r\n\r\nhello").sender == "paul@xn--exmple-4nf.com"


# --- header injection ---


@pytest.mark.parametrize(
    "subject",
    [
        "=?utf-8?Q?hi=0D=0ABcc:_evil@evil.test?=",
        "=?utf-8?B?aGkNCkJjYzogZXZpbEBldmlsLnRlc3Q=?=",
        "=?utf-8?Q?hi=E2=80=A8Bcc:_evil@evil.test?=",
        "=?utf-8?Q?hi=C2=85Bcc:_evil@evil.test?=",
        "=?utf-7?Q?hi+AA0ACg-Bcc:_evil@evil.test?=",
        "hi\r\n Bcc: evil@evil.test",
        "hi\rBcc: evil@evil.test",
        "hi\x0bBcc: evil@evil.test",
    ],
)
def test_no_subject_becomes_two_lines(subject):
    """Cpython #121650 and its cousins: whatever is echoed later is one line already here."""
    message = read_message(f"From: a@mail.test\r\nSubject: {subject}\r\n\r\nhello".encode())
    assert len(message.subject.splitlines()) == 1
    assert message.to == ()


@pytest.mark.parametrize("name", ["=?utf-8?Q?Ada=0D=0ABcc:_evil?=", "Ada\x00\u2028\u202eadA", "A" * 3000])
def test_no_name_becomes_two_lines(name):
    """Display names are on one line, without controls, and short (B20)."""
    message = read_message(f"From: {name} <ada@mail.test>\r\n\r\nhello".encode())
    assert message.sender == "ada@mail.test"
    assert len(message.sender_name.splitlines()) == 1
    assert len(message.sender_name) <= 78
    assert not set(message.sender_name) & set("\x00\u2028\u202e")


# --- carriers ---


def test_tokens_come_home_on_three_carriers():
    """In the address, the thread and the quoted case line, whatever the case of the letters."""
    head = (
        f"Delivered-To: jit+{TOKEN.upper()}@mail.test\r\n"
        f"References: <other@mail.test>\r\n <{TOKEN}.1@mail.test>\r\n"
    )
    carriers = read(head, f"Yes.\r\n> Case {TOKEN}\r\n").carriers
    assert (carriers.address, carriers.thread, carriers.body) == ((TOKEN,), (TOKEN,), (TOKEN,))


def test_a_person_who_attaches_a_letter_carries_no_more_than_they_say():
    """Only delivery reports are looked through for the letters in them."""
    body = (
        "--b\r\n\r\nLook at this\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n"
        f"Message-ID: <{TOKEN}.1@mail.test>\r\nReply-To: jit+{TOKEN}@mail.test\r\n\r\nhello\r\n--b--\r\n"
    )
    message = read("Content-Type: multipart/mixed; boundary=b\r\n", body)
    assert message.carriers.address + message.carriers.thread + message.carriers.body == ()
    assert message.text == "Look at this\n"


def test_authentication_results_keep_their_order():
    """Topmost first, ten at most: only the topmost may be believed."""
    lines = "".join(f"Authentication-Results: mx{n}.test; dmarc=pass\r\n" for n in range(30))
    found = read(lines).authentication
    assert [value.partition(";")[0] for value in found] == [f"mx{n}.test" for n in range(10)]


# --- bodies ---


@pytest.mark.parametrize(
    ("content_type", "body", "encoding", "text"),
    [
        ("text/plain; charset=iso-8859-1", b"\x93caf\xe9\x94", "8bit", "“café”"),
        ("text/plain; charset=utf-8", b"\x93caf\xe9\x94", "8bit", "“café”"),
        ("text/plain; charset=utf-7", b"caf+AOk-", "7bit", "café"),
        ("text/plain; charset=iso-2022-jp", b"\x1b$BF|K\\\x1b(B", "7bit", "日本"),
        ("text/plain; charset=x-nope", "café", "8bit", "café"),
        ('text/plain; charset="utf-8;"', "café", "8bit", "café"),
        ("text/plain; charset=utf-8", b"Y2Fm*w6k\r\n\r\n=", "base64", "café"),
        ("text/plain; charset=utf-8", b"caf=C3=A9 =", "quoted-printable", "café "),
        ("text/plain; charset=utf-8; format=flowed; delsp=yes", "日本 \r\n語", "8bit", "日本語"),
        ("text/plain; charset=utf-8", "café", "x-nonsense", "café"),
        ("text/plain", b"a\x00b\xed\xa0\x80c", "8bit", "abí\xa0€c"),
        ("nonsense", "words", "7bit", "words"),
    ],
)
def test_words_survive_charsets_and_encodings(content_type, body, encoding, text):
    """Mislabelled, unknown, seven-bit, flowed, broken: the words arrive."""
    assert with_type(content_type, body, encoding).text == text + "\n"


def test_what_is_kept_is_valid_unicode():
    """Lone surrogates and controls can be neither stored nor sent (B34)."""
    message = read(b"X: \xff\r\n", b"\xed\xb0\x80 \xf0\x9f\x98\x80 \x07 ok")
    assert message.text.encode("utf-8")
    assert "ok" in message.text


def test_five_megabytes_of_style_leave_the_words():
    """Outlook's style sheets are dropped before anything is cut (B37)."""
    css = "p.MsoNormal {margin: 0cm}\n" * 200_000
    html = f"<html><head><style>{css}</style></head><body>" + "<table><tr><td>" * 500 + "three things</body>"
    message = with_type("text/html; charset=utf-8", html)
    assert "three things" in message.html
    assert len(message.html) < 20_000
    assert message.faults == ()


def test_a_body_that_is_too_long_is_cut_and_says_so():
    """Half a million characters are more than anybody's three pieces."""
    message = read(body=b"x" * 600_000)
    assert len(message.text) == 512 * 1024
    assert message.faults == ("body cut",)


@pytest.mark.parametrize(
    ("content_type", "body", "fault"),
    [
        ('multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b', "", "encrypted"),
        ("application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m", "MIAG", "encrypted"),
        ("application/x-pkcs7-mime; name=smime.p7m", "MIAG", "encrypted"),
        ("application/ms-tnef; name=winmail.dat", "eJ8+", "winmail.dat only"),
        ("text/plain; charset=utf-8", "-----BEGIN PGP MESSAGE-----\r\n\r\nhQEM\r\n=abcd\r\n", "encrypted"),
    ],
)
def test_what_we_cannot_open_is_named(content_type, body, fault):
    """S/MIME, PGP in both forms, winmail.dat: no words, and the reason."""
    if not body:
        body = (
            "--b\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n"
            "--b\r\nContent-Type: application/octet-stream; name=encrypted.asc\r\n\r\nhQEM\r\n--b--\r\n"
        )
    message = with_type(content_type, body)
    assert fault in message.faults
    assert message.text.strip() == ""


def test_a_signed_text_is_read_without_its_armour():
    """RFC 9580, 7: header lines and dash escapes are not the writer's words."""
    signed = (
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nYes, gladly.\n- -- \nAda\n"
        "-----BEGIN PGP SIGNATURE-----\n\niQEz\n-----END PGP SIGNATURE-----\n"
    )
    assert without_armour(signed) == ("\nYes, gladly.\n-- \nAda\n\n", False)
    assert without_armour("no armour - here") == ("no armour - here", False)
    hostile = "-----BEGIN PGP SIGNED MESSAGE-----\n" * 20_000 + "-----BEGIN PGP MESSAGE-----\n" * 20_000
    assert without_armour(hostile)[1]


def test_attachments_are_never_words():
    """A text that came as a file is not read, and the message says that something was attached (B40)."""
    body = (
        "--b\r\nContent-Type: text/plain; name=advice.txt\r\n\r\n1. Ask.\r\n"
        "--b\r\nContent-Type: application/zip\r\n"
        "Content-Disposition: attachment; filename=x.zip\r\n\r\nPK\r\n--b--"
    )
    message = read("Content-Type: multipart/mixed; boundary=b\r\n", body)
    assert message.text == ""
    assert message.faults == ("attachment",)


def test_styles_scripts_and_comments_are_dropped_in_linear_time():
    """Also when none of them ever closes."""
    assert without_styles("a<style>b</style>c<!-- d -->e<SCRIPT>f</script>g") == "a</style>ce</script>g"
    assert without_styles("a" + "<style" * 200_000) == "a"
