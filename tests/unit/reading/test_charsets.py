import base64

import pytest

from mailflow.reading.charsets import cleaned, decoded, from_base64, transfer_decoded, unflowed


@pytest.mark.parametrize(
    ("octets", "charset", "text"),
    [
        (b"\x93caf\xe9\x94 \x80", "iso-8859-1", "“café” €"),
        (b"\x93caf\xe9\x94", "utf-8", "“café”"),
        (b"caf\xe9 \x96 na\xefve", "us-ascii", "café – naïve"),
        ("café".encode(), "iso-8859-1", "café"),
        ("Grüße".encode(), "x-nope", "Grüße"),
        ("Grüße".encode(), "utf-8;", "Grüße"),
        ("Grüße".encode(), '"utf-8"', "Grüße"),
        (b"+AGE-bc", "utf-7", "abc"),
        (b"\x1b$BF|K\\\x1b(B", "iso-2022-jp", "日本"),
        ("日本".encode("shift_jis"), "x-sjis", "日本"),
        ("你好".encode("gb18030"), "gb2312", "你好"),
        ("안녕".encode("cp949"), "ks_c_5601-1987", "안녕"),
        ("Привет".encode("koi8-r"), "koi8-r", "Привет"),
        ("hello".encode("utf-16"), "utf-16", "hello"),
        (b"plain words, wrong label", "utf-16", "plain words, wrong label"),
        (b"abc", "rot13", "abc"),
        (b"abc", "hex", "abc"),
        (b"abc", "idna", "abc"),
        (b"abc", "../../etc/passwd", "abc"),
        (b"abc", "a\x00b", "abc"),
        (b"abc", "é", "abc"),
        (b"abc", "", "abc"),
        (b"abc", "aliases", "abc"),
        (b"\\x41", "unicode_escape", "\\x41"),
    ],
)
def test_text_survives_its_label(octets, charset, text):
    """Wrong, unknown, hostile or missing labels cost nothing where the bytes speak for themselves."""
    assert decoded(octets, charset) == text


def test_what_cannot_be_saved_is_marked_not_lost():
    """Torn UTF-8 in a UTF-8 text leaves one mark."""
    assert decoded("Zürich und Genè".encode()[:-1], "utf-8") == "Zürich und Gen\ufffd"


def test_cleaned_text_can_be_stored_and_printed():
    """No controls, no override marks, no lone surrogates; joiners of emoji and Persian stay."""
    assert cleaned("a\x00b\x07\u202ec\u2028d\r\ne\rf\ud800") == "abc\nd\ne\nf?"
    assert cleaned("👩\u200d💻 می\u200cشود") == "👩\u200d💻 می\u200cشود"


WORDS = "Hand over the outcome, not the steps. " * 6


@pytest.mark.parametrize(
    "mangle",
    [
        lambda one: one,
        lambda one: one.replace(b"\n", b"\r\n"),
        lambda one: b"*" + one[:20] + b"!\x00" + one[20:],
        lambda one: one.rstrip(b"\n="),
        lambda one: one + b"_______________\nThis list is run by somebody.\nTo leave it, write to them.\n",
        lambda one: one.replace(b"\n", b"\n\n"),
    ],
    ids=["whole", "crlf", "junk", "no padding", "list footer", "blank lines"],
)
def test_base64_however_it_was_mangled(mangle):
    """Junk, missing padding and a list's footer in clear text below."""
    assert from_base64(mangle(base64.encodebytes(WORDS.encode()))).decode().startswith(WORDS.strip())


def test_base64_that_is_torn_gives_what_is_there():
    """A truncated body decodes as far as it goes."""
    whole = base64.encodebytes(WORDS.encode())
    assert WORDS.encode().startswith(from_base64(whole[:100])[:60])
    assert len(from_base64(whole[:100])) > 60


def test_two_runs_of_base64_are_both_read():
    """Some gateways encode a footer on its own and append it."""
    assert from_base64(b"SGVsbG8=\nIHRoZXJl\n") == b"Hello there"


def test_clear_text_labelled_base64_is_read_as_it_stands():
    """A wrong label must not turn words into noise."""
    assert from_base64(b"Yes, happy to have a coffee.\nAda Lovelace\n").startswith(b"Yes, happy")


@pytest.mark.parametrize(
    ("octets", "text"),
    [
        (b"caf=C3=A9", "café"),
        (b"soft =\r\nbreak", "soft break"),
        (b"100=% sure = yes", "100=% sure = yes"),
        (b"torn=C", "torn=C"),
        (b"lower=c3=a9", "loweré"),
        (b"end=", "end"),
    ],
)
def test_quoted_printable_good_and_broken(octets, text):
    """What is not quoted-printable in it stays as it was."""
    assert decoded(transfer_decoded(octets, " Quoted-Printable "), "utf-8") == text


@pytest.mark.parametrize(
    ("flowed", "delsp", "text"),
    [
        ("one \ntwo \nthree\nfour", False, "one two three\nfour"),
        ("日本 \n語", True, "日本語"),
        ("> quoted \n> on\nmine", False, "> quoted on\nmine"),
        ("> quoted \nmine", False, "> quoted \nmine"),
        (" From here\n >not a quote", False, "From here\n>not a quote"),
        ("words \n-- \nAda", False, "words \n-- \nAda"),
        (">> deep \n> less \n> again", False, ">> deep \n> less again"),
    ],
)
def test_flowed_text_is_joined(flowed, delsp, text):
    """RFC 3676: soft breaks, quotes, space-stuffing, DelSp, and the signature line left alone."""
    assert unflowed(flowed, delsp=delsp) == text
