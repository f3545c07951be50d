"""Whatever bytes arrive: a Message that can be kept and understood, or Unreadable; nothing else."""

from datetime import UTC, datetime

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from mailflow.mentoring.engagement import Stage, Standing
from mailflow.reading.charsets import cleaned, decoded, from_base64, unflowed
from mailflow.reading.classify import Correspondent, classify
from mailflow.reading.headers import addresses, plain, sent_at
from mailflow.reading.message import Message, Unreadable, read_message

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
# Pieces that mail is made of, so that chance reaches the corners.
PIECES = st.sampled_from(
    [
        *(
            b"From: ",
            b"To: ",
            b"Subject: ",
            b"Date: ",
            b"Message-ID: <",
            b"References: ",
            b"Auto-Submitted: ",
        ),
        *(b"Content-Type: multipart/mixed; boundary=b\r\n", b"Content-Type: text/html; charset=", b"utf-7"),
        *(b"Content-Type: message/delivery-status\r\n", b"Content-Type: message/rfc822\r\n", b"utf-16"),
        *(b"Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n", b"iso-2022-jp"),
        *(b"Content-Type: text/calendar; method=REPLY\r\n", b"Content-Type: text/plain; format=flowed\r\n"),
        *(b"Content-Transfer-Encoding: base64\r\n", b"Content-Transfer-Encoding: quoted-printable\r\n"),
        *(
            b"--b\r\n",
            b"\r\n--b--\r\n",
            b"\r\n",
            b"\r\n\r\n",
            b"\n",
            b"\r",
            b"\x00",
            b"\xff\xfe",
            b"\xed\xa0\x80",
        ),
        *(b"=?utf-8?Q?a=0D=0A?=", b"=?x?B?A?=", b"<", b">", b'"', b"(", b")", b"\\", b"@", b",", b";", b":"),
        *(b"Action: failed\r\nStatus: 5.1.1\r\n", b"Final-Recipient: rfc822; a@b\r\n", b"a@mail.test"),
        *(b"Auto-Submitted: ", b"\xed\xa0\x80"),
        *(b"Mon, 2 Mar 2026 09:00:00 +0100", b"1. ", b"> ", b"On Monday Ada wrote:", b"<style>", b"<a <a "),
        *(b"-----BEGIN PGP SIGNED MESSAGE-----\n", b"-----BEGIN PGP MESSAGE-----\n", b"METHOD:REPLY\r\n"),
    ]
)
MAILS = st.one_of(
    st.binary(max_size=2000),
    st.lists(st.one_of(PIECES, st.binary(max_size=20)), max_size=60).map(b"".join),
)
WRITERS = st.one_of(
    st.builds(Correspondent, seat=st.just(0), stage=st.none() | st.sampled_from(Stage)),
    st.builds(
        Correspondent,
        seat=st.integers(1, 3),
        stage=st.sampled_from(Stage),
        standing=st.sampled_from(Standing),
        ours=st.lists(st.text(max_size=100), max_size=2).map(tuple),
    ),
)


@given(MAILS)
@settings(max_examples=300, deadline=None)
def test_any_bytes_make_a_message_or_are_unreadable(raw):
    """A Message survives the way out of the airlock, holds no controls, and is the same every time."""
    try:
        message = read_message(raw)
    except Unreadable:
        return
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(message), type=Message) == message
    for line in (message.subject, message.sender, message.sender_name, message.message_id):
        assert len(line.splitlines()) <= 1
    assert "\x00" not in message.text + message.html + message.subject
    assert read_message(raw) == message


@given(MAILS, WRITERS)
@settings(max_examples=300, deadline=None)
def test_any_message_means_something_to_anybody(raw, who):
    """Whoever wrote it, at whatever stage: one event, never a fault."""
    try:
        message = read_message(b"From: ada@mail.test\r\n" + raw)
    except Unreadable:
        return
    assert msgspec.msgpack.encode(classify(message, who, NOW))


@given(st.text(max_size=500))
@settings(max_examples=300, deadline=None)
def test_any_header_value_is_read(value):
    """Subjects, dates and address lists of any text."""
    assert len(plain(value).splitlines()) <= 1
    sent_at(value)
    for name, email in addresses([value]):
        assert email.isascii()
        assert email in value
        assert len(name.splitlines()) <= 1


@given(st.binary(max_size=500), st.text(max_size=30), st.booleans())
@settings(max_examples=300, deadline=None)
def test_any_octets_under_any_label_are_text(octets, charset, delsp):
    """And the text can be written down."""
    text = cleaned(decoded(octets, charset))
    assert unflowed(text, delsp=delsp).encode("utf-8") is not None
    assert isinstance(from_base64(octets), bytes)
