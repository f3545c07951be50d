import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailflow.identity import (
    ALPHABET,
    LONGEST_LOCAL_PART,
    TOKEN_LENGTH,
    Purpose,
    Reference,
    address_hash,
    engagement_id,
    is_address,
    letter_key,
    make_token,
    message_id,
    read_token,
    same_person_key,
    tokens_in,
)

KEY = b"k" * 32
REFERENCES = st.builds(
    Reference,
    engagement_id=st.text(ALPHABET, min_size=10, max_size=10),
    seat=st.integers(0, 3),
    purpose=st.sampled_from(Purpose),
)


def test_the_alphabet_has_no_look_alikes():
    """Thirty-two characters, none of which is read for another."""
    assert len(set(ALPHABET)) == 32
    assert not set(ALPHABET) & set("01lo")


@given(REFERENCES)
def test_a_token_comes_home_in_any_case(reference: Reference):
    """What was signed is read back, whatever a mail system does to its case."""
    token = make_token(KEY, reference)
    assert len(token) == TOKEN_LENGTH
    assert read_token(KEY, token) == read_token(KEY, token.upper()) == reference


@given(REFERENCES, st.integers(0, TOKEN_LENGTH - 1), st.sampled_from(ALPHABET))
def test_a_changed_token_says_nothing(reference: Reference, place: int, character: str):
    """One changed character, and the signature does not hold."""
    token = make_token(KEY, reference)
    changed = token[:place] + character + token[place + 1 :]
    assert changed == token or read_token(KEY, changed) is None


@given(REFERENCES)
def test_another_key_signs_nothing_for_us(reference: Reference):
    """A token of another house is no token here."""
    assert read_token(b"other", make_token(KEY, reference)) is None


@given(st.text())
def test_any_text_can_be_asked_for_tokens(text: str):
    """Nothing anybody writes makes it raise."""
    for token in tokens_in(text):
        assert read_token(KEY, token) is None
    assert read_token(KEY, text) is None


def test_a_token_is_found_in_address_message_id_and_prose():
    """The same string on three carriers."""
    reference = Reference(engagement_id="abcdefghij", seat=2, purpose=Purpose.QUESTION)
    token = make_token(KEY, reference)
    for text in (
        f"jit+{token.upper()}@x.example",
        message_id(KEY, reference, 3, "x.example"),
        f"Reference: {token}.",
    ):
        assert tokens_in(text) == (token,)


def test_a_reply_address_fits_into_a_local_part():
    """RFC 5321 allows 64 characters before the @."""
    assert TOKEN_LENGTH + 1 + len("just-in-time-mentoring") <= LONGEST_LOCAL_PART


def test_the_same_kickoff_is_the_same_engagement():
    """Derived from the mail, not from chance."""
    assert engagement_id(KEY, "digest") == engagement_id(KEY, "digest") != engagement_id(KEY, "other")
    assert set(engagement_id(KEY, "digest")) <= set(ALPHABET)


def test_purposes_keep_their_place():
    """Their order is part of every token that is out in the world: append only."""
    assert [purpose.value for purpose in Purpose][:4] == [
        "kickoff_gaps",
        "kickoff_refused",
        "preview",
        "under_way",
    ]
    assert list(Purpose)[-1] is Purpose.ALERT


def test_a_letters_key_is_readable():
    """A person can say it over the phone."""
    assert letter_key("abcdefghij", Purpose.QUESTION, 2, 1) == "abcdefghij.question.2.1"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ada@Example.org", "ada@example.org", True),
        ("ada+coffee@example.org", "ada@example.org", True),
        ("a.d.a@gmail.com", "ada@googlemail.com", True),
        ("a.da@example.org", "ada@example.org", False),
        ("ada@example.org", "ada@example.com", False),
        ("p\u0430ul@example.org", "paul@example.org", False),
    ],
)
def test_who_is_the_same_person(one: str, other: str, same: bool):
    """Case, tags and Gmail's dots do not make another person; a Cyrillic letter does."""
    assert (same_person_key(one) == same_person_key(other)) is same
    assert (address_hash(KEY, one) == address_hash(KEY, other)) is same


@pytest.mark.parametrize("address", ["ada@example.org", "a.b-c+d@sub.example.co.uk", "x_y@example.org"])
def test_plain_addresses_may_be_written_to(address: str):
    """What people really have."""
    assert is_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "ada",
        "-oQx@x.example",
        "a@b@c.example",
        '"a b"@x.example',
        "a@b>\r\nRCPT TO:<c@d",
        "a b@x.example",
        "a@-x.example",
        "a..b@x.example",
        ".a@x.example",
        "x" * 65 + "@x.example",
        "a@" + "x" * 64 + ".example",
        "p\u0430ul@example.org",
        "a@example.org\n",
    ],
)
def test_odd_addresses_may_not(address: str):
    """Nothing that a mail program could read as an option, a command or two addresses."""
    assert not is_address(address)


@given(st.text(string.printable))
def test_no_text_breaks_the_check(text: str):
    """Total, and never true for anything with blanks."""
    assert not (is_address(text) and any(character.isspace() for character in text))
