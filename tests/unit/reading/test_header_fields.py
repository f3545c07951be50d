from datetime import UTC, datetime

import pytest

from mailflow.reading.headers import (
    MOST_ADDRESSES,
    MOST_REFERENCES,
    addresses,
    display_name,
    ids,
    parameters,
    plain,
    sent_at,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("=?iso-8859-1?Q?Gr=FC=DFe?=", "Grüße"),
        ("=?UTF-8?B?R3LDvMOfZQ==?= aus Bern", "Grüße aus Bern"),
        ("=?utf-8?Q?one?= =?utf-8?Q?_two?=", "one two"),
        ("=?utf-8?B?w?= =?utf-8?Q?=C3?= =?utf-8?Q?=BC?=", "ü"),
        ("=?windows-1252?Q?=93quoted=94?=", "“quoted”"),
        ("=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=", "日本"),
        ("=?utf-8*en?Q?language?=", "language"),
        ("=?utf-8?Q?blanks in a word?=", "blanks in a word"),
        ("=?x-nope?Q?caf=C3=A9?=", "café"),
        ("=?utf-8?B?A?=", ""),
        ("=?utf-8?B?SGVsbG8?= broken =?utf-8?Q", "Hello broken =?utf-8?Q"),
        ("=?utf-8?Q?hi=0D=0ABcc:_evil@evil.test?=", "hi Bcc: evil@evil.test"),
        ("tab\tand\n fold\x00\x07\u202e\u200b", "tab and fold"),
        ("=?utf-7?Q?+AGE-?=", "a"),
    ],
)
def test_a_header_is_one_plain_line(value, text):
    """Encoded words of every quality become text, and never a second line."""
    assert plain(value) == text


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("Ada <ada@example.com>", [("Ada", "ada@example.com")]),
        ("ada@example.com", [("", "ada@example.com")]),
        ("ada@example.com (Ada L)", [("Ada L", "ada@example.com")]),
        ('"Lovelace, Ada" <ada@example.com>', [("Lovelace, Ada", "ada@example.com")]),
        ('"Ada \\"Countess\\"" <ada@example.com>', [('Ada "Countess"', "ada@example.com")]),
        ("a@example.com; b@example.com", [("", "a@example.com"), ("", "b@example.com")]),
        ("friends: a@example.com, b@example.com;", [("", "a@example.com"), ("", "b@example.com")]),
        ("ada@example.com <ada@example.com>", [("ada@example.com", "ada@example.com")]),
        ("=?utf-8?Q?J=C3=BCrg?= <j@example.com>", [("Jürg", "j@example.com")]),
        ("Ada <3 mills <ada@example.com>", [("Ada", "ada@example.com")]),
        ("Ada <ada@example.com", [("Ada", "ada@example.com")]),
        ("undisclosed-recipients:;", []),
        ("<>", []),
        ("p\u0430ul@ex\u0430mple.com", []),
        ('"a b"@example.com, -oQx@example.com', []),
        ("friends:", []),
    ],
)
def test_addresses_of_honest_programs(value, found):
    """Names and addresses as programs write them; what may not be written to is left out."""
    assert addresses([value]) == found


@pytest.mark.parametrize(
    "value",
    [
        "evil@example.org (<ada@example.com>)",
        'evil@example.org "<ada@example.com>"',
        '"<ada@example.com>" <evil@example.org>',
        '<evil@example.org> "<ada@example.com>"',
        "<evil@example.org> (Ada <ada@example.com>)",
        'evil@example.org "<ada@example.com>',
        "<ada@example.com> <evil@example.org>",
        "evil@example.org ada@example.com",
        '"ada@example.com" <evil@example.org>',
        "=?utf-8?Q?Ada_=3Cada=40example.com=3E?= <evil@example.org>",
        "evil@example.org (nested (<ada@example.com>) comment)",
    ],
)
def test_no_trick_makes_a_stranger_look_like_ada(value):
    """Where two programs might see two writers, it is the stranger or nobody, never Ada."""
    assert {email for _, email in addresses([value])} <= {"evil@example.org"}


def test_lists_without_end_are_cut():
    """Twenty thousand addresses or references cost no more than the first and last few."""
    assert len(addresses([", ".join(f"a{n}@example.com" for n in range(1000))])) == MOST_ADDRESSES
    last = ids([" ".join(f"<{n}@example.com>" for n in range(1000))])
    assert last[-1] == "<999@example.com>"
    assert len(last) == MOST_REFERENCES


@pytest.mark.parametrize(
    "value", ["(" * 16_000, "a" + ":" * 16_000, '"' * 15_999, "\\" * 16_000, "<" * 9_999]
)
def test_what_makes_other_parsers_recurse_is_nobody(value):
    """Cpython #103800 and its kin."""
    assert addresses([value]) == []


def test_exchange_ids_in_brackets_are_ids():
    """`<[...@microsoft.com]>` is real, and raises IndexError elsewhere."""
    assert ids(["<[b378@microsoft.com]>"]) == ["<[b378@microsoft.com]>"]
    assert ids(["no id at all", "<two words>"]) == []


@pytest.mark.parametrize(
    ("value", "moment", "offset"),
    [
        ("Mon, 2 Mar 2026 09:00:00 +0100", datetime(2026, 3, 2, 8, tzinfo=UTC), "+01:00"),
        ("Mon, 2 Mar 2026 09:00:00 -0330", datetime(2026, 3, 2, 12, 30, tzinfo=UTC), "-03:30"),
        ("Thu, 01 Jan 1970 00:00:00 +0000", None, ""),
        ("99 Foo 20999", None, ""),
        ("Mon, 2 Mar 99999 09:00:00 +0000", None, ""),
        ("Mon, 2 Mar 2026 09:00:00 +9999", None, ""),
        ("9" * 5000, None, ""),
        ("", None, ""),
    ],
)
def test_dates_are_believable_or_none(value, moment, offset):
    """A Date of nonsense is no date, and never a fault."""
    assert sent_at(value) == (moment, offset)


def test_parameters_survive_quotes_and_nonsense():
    """Content-Type as programs write it."""
    assert parameters('Text/Plain; charset="utf-8;"; format=flowed') == (
        "text/plain",
        {"charset": "utf-8;", "format": "flowed"},
    )
    assert parameters('multipart/mixed; boundary="a;\\"b"')[1] == {"boundary": 'a;"b'}
    assert parameters(";;;=;")[1] == {}


def test_a_display_name_is_short_and_plain():
    """Three thousand characters, a NUL and a line break in a name."""
    assert display_name('"' + "A" * 3000 + '"') == "A" * 78
    assert display_name("=?utf-8?Q?Ada=00=0D=0ABcc:_x?=") == "Ada Bcc: x"
