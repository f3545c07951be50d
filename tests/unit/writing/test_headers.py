"""The header fields of contract section 2, and what a hostile value cannot do to them."""

import re
from dataclasses import replace
from email.header import decode_header, make_header

import pytest
from letters import header_lines, names, opened, write, written

from mailflow.identity import Purpose
from mailflow.mentoring.engagement import Correspondence
from mailflow.writing import envelope
from mailflow.writing.letter import Written
from mailflow.writing.sample import sample

TO_LEADER = [
    "From", "To", "Reply-To", "Subject", "Date", "Message-ID", "In-Reply-To", "References", "Auto-Submitted",
    "X-Auto-Response-Suppress", "X-Mailflow-Engagement", "X-Mailflow-Letter", "MIME-Version", "Content-Type",
]  # fmt: skip
HOSTILE = "hi\r\nBcc: evil@evil.test\x00\u202e\u2028X-Evil: 1 =?utf-8?Q?a=0D=0ABcc:_x?="


def test_a_letter_to_a_leader_has_exactly_these_fields() -> None:
    """Nothing more, nothing less, nothing twice."""
    assert names(written(Purpose.PROGRESS)) == TO_LEADER


def test_a_letter_to_an_expert_also_shows_the_way_out() -> None:
    """List-Unsubscribe is a mail to the reply address that says stop."""
    letter = written(Purpose.QUESTION)
    assert set(names(letter)) == {*TO_LEADER, "List-Unsubscribe"}
    message = opened(letter)
    assert message["List-Unsubscribe"] == f"<mailto:{message['Reply-To']}?subject=stop>"


def test_the_values_are_those_of_the_contract() -> None:
    """From the service, marked automatic, out-of-office wanted."""
    letter = written(Purpose.QUESTION)
    assert 'From: "Just-in-Time Mentoring" <jit@mentoring.example>' in header_lines(letter)
    assert 'To: "Ada Byron" <ada@works.example>' in header_lines(letter)
    message = opened(letter)
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["X-Auto-Response-Suppress"] == "DR, RN, NRN, AutoReply"
    assert message["X-Mailflow-Engagement"] == "samp2e3xyz"
    assert message["X-Mailflow-Letter"] == "question"
    assert message["Date"] == "Mon, 30 Nov 2026 09:00:00 +0000"
    assert [one.get_content_type() for one in message.iter_parts()] == ["text/plain", "text/html"]


def test_without_sub_addressing_replies_go_to_the_plain_address() -> None:
    """The token still travels in the Message-ID, the case line and the subject of a stop."""
    message = opened(written(Purpose.QUESTION, house={"reply_tokens": "none"}))
    assert message["Reply-To"] == "jit@mentoring.example"
    token = message["Message-ID"][1:33]
    assert message["List-Unsubscribe"] == f"<mailto:jit@mentoring.example?subject=stop%20{token}>"


def test_a_conversation_keeps_its_subject_and_its_thread() -> None:
    """Re: the first subject, In-Reply-To the last letter, References in order."""
    message = opened(written(Purpose.QUESTION))
    first = "A coffee with Lee Okafor, and three bits of advice on delegating whole outcomes?"
    assert message["Subject"] == f"Re: {first}"
    assert message["In-Reply-To"] == "<reply@works.example>"
    assert message["References"].split() == ["<invitation@mentoring.example>", "<reply@works.example>"]


def test_the_first_letter_of_a_conversation_sets_the_subject() -> None:
    """No Re:, nothing to refer to."""
    letter = written(Purpose.INVITATION)
    assert (
        letter.subject == "A coffee with Lee Okafor, and three bits of advice on delegating whole outcomes?"
    )
    assert "References" not in names(letter)


def test_a_subject_that_is_an_answer_already_gets_no_second_re() -> None:
    """Re: is said once."""
    send, engagement = sample(Purpose.QUESTION)
    thread = Correspondence(subject="RE: coffee", message_ids=("<a@b.example>",))
    assert write(send, replace(engagement, threads={1: thread})).subject == "RE: coffee"


def test_references_are_the_last_twenty_and_only_real_ones() -> None:
    """Long threads are cut at the old end; what is no Message-ID is left out."""
    send, engagement = sample(Purpose.QUESTION)
    ids = (
        *(f"<{'x' * 80}{number}@long.example>" for number in range(30)),
        "<a b@c>\r\nBcc: e@e.test",
        "x" * 999,
    )
    letter = write(send, replace(engagement, threads={1: Correspondence(subject="s", message_ids=ids)}))
    message = opened(letter)
    assert message["References"].split() == list(ids[10:30])
    assert message["In-Reply-To"] == ids[29]
    assert "Bcc" not in names(letter)


def test_exchange_style_message_ids_are_kept() -> None:
    """Exchange writes <[...]>; whoever drops it breaks the thread there."""
    send, engagement = sample(Purpose.QUESTION)
    thread = Correspondence(subject="s", message_ids=("<[b378]@microsoft.example>",))
    letter = write(send, replace(engagement, threads={1: thread}))
    assert b"References: <[b378]@microsoft.example>\r\n" in letter.raw


def _hostile_in(where: str) -> Written:
    send, engagement = sample(Purpose.QUESTION)
    if where == "subject":
        engagement = replace(engagement, threads={1: Correspondence(subject=HOSTILE)})
    elif where == "name":
        send = replace(send, name=HOSTILE + "x" * 3000)
    elif where == "leader":
        engagement = replace(engagement, leader=replace(engagement.leader, name=HOSTILE), threads={})
    else:
        engagement = replace(engagement, capability=HOSTILE, phrase=HOSTILE, threads={})
    return write(send, engagement)


@pytest.mark.parametrize("where", ["subject", "name", "leader", "capability"])
def test_no_value_becomes_a_header_field(where: str) -> None:
    """CR, LF, NUL, bidi controls and encoded words in people's values stay words (B19, B20)."""
    letter = _hostile_in(where)
    assert set(names(letter)) <= {*TO_LEADER, "List-Unsubscribe"}
    message = opened(letter)
    assert message["Bcc"] is None
    assert message["X-Evil"] is None
    decoded = message["Subject"] + message["To"]
    assert not set(decoded) & set("\r\n\x00\u202e\u2028")
    assert all(len(mailbox.display_name) <= 78 for mailbox in message["To"].addresses)


def test_a_value_that_slipped_through_stops_the_letter() -> None:
    """The finished block is looked at once more; better no letter than one with a stranger's field."""
    for fields in (
        [("Subject", "a\r\nBcc: evil@evil.test")],
        [("Subject", "a\nBcc: evil@evil.test")],
        [("Subject", "a\r\n\r\nbody")],
        [("Subject", "")],
        [("Subject", "a\x00b")],
        [("Subject", "ü")],
        [("Subject", "x" * 1200)],
    ):
        with pytest.raises(ValueError, match="header"):
            envelope.header_block(fields)


def test_an_address_that_is_none_stops_the_letter() -> None:
    """Nothing but a plain address may stand in To."""
    for email in ("a@b>\r\nRCPT TO:<c@d", "-oQx@x", "", '"a b"@x'):
        with pytest.raises(ValueError, match="plain addresses"):
            written(Purpose.QUESTION, email=email)


@pytest.mark.parametrize("name", ["Zoë Müller", 'Ada "Countess" Byron', "李小龍", "a\\b", "O'Neil, Ada"])
def test_names_come_home_as_they_were(name: str) -> None:
    """Whatever a name holds, a client shows it."""
    shown = opened(written(Purpose.QUESTION, name=name))["To"].addresses[0]
    assert shown.display_name == name.strip()
    assert shown.addr_spec == "ada@works.example"


def test_a_long_name_is_cut_into_encoded_words_between_characters() -> None:
    """By RFC 2047 blanks between encoded words are none; Python's address parser of today adds them."""
    name = ("李小龍 " * 12).strip()
    letter = written(Purpose.QUESTION, name=name)
    found = re.search(rb"^To: ((?:.*\r\n )*.*)\r\n", letter.raw, re.MULTILINE)
    assert found is not None
    words, _, address = found[1].decode("ascii").replace("\r\n", "").rpartition(" ")
    assert str(make_header(decode_header(words))) == name
    assert address == "<ada@works.example>"
    assert all(len(word) <= 75 for word in words.split())


def test_long_subjects_are_folded_and_come_home() -> None:
    """Subjects beyond one line, plain and not, survive the folding."""
    send, engagement = sample(Purpose.INVITATION)
    for capability in (
        "holding long meetings with very many people " * 2,
        "Gespräche über Größe führen " * 3,
    ):
        letter = write(send, replace(engagement, capability=capability))
        assert str(opened(letter)["Subject"]) == letter.subject
        assert len(letter.subject) <= 160
        assert all(len(line) <= 78 or len(line.split()) <= 2 for line in header_lines(letter))
