import pytest

from mailflow.reading.mime import (
    DEEPEST,
    LARGEST,
    LONGEST_HEADER,
    MOST_HEADERS,
    MOST_PARTS,
    Unreadable,
    head_and_body,
    opened,
)


def multipart(boundary: str, *parts: str, kind: str = "mixed", end: bool = True) -> str:
    """A multipart entity with its own header lines."""
    body = "".join(f"--{boundary}\r\n{part}\r\n" for part in parts)
    last = f"--{boundary}--\r\n" if end else ""
    return f'Content-Type: multipart/{kind}; boundary="{boundary}"\r\n\r\n{body}{last}'


def text(words: str) -> str:
    """A plain part."""
    return f"Content-Type: text/plain\r\n\r\n{words}"


def texts(raw: str | bytes) -> list[str]:
    """The text of every leaf."""
    return [part.text() for part in opened(raw.encode() if isinstance(raw, str) else raw)[1]]


def test_parts_come_in_order_with_their_place():
    """Leaves know the multiparts around them, and which alternative they belong to."""
    inner = multipart("in", text("a"), "Content-Type: text/html\r\n\r\n<p>a</p>", kind="alternative")
    _, parts = opened(multipart("out", inner, text("b")).encode())
    assert [part.kind for part in parts] == ["text/plain", "text/html", "text/plain"]
    assert parts[0].path == ("multipart/mixed", "multipart/alternative")
    assert [part.group for part in parts] == [1, 1, 0]


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        (multipart("b", text("one"), text("two"), end=False), ["one", "two\n"]),
        (multipart("b", text("one")).replace("\r\n", "\n"), ["one"]),
        (multipart("b", "\r\nno headers"), ["no headers"]),
        (multipart("b", text("one")) + "an epilogue\r\n", ["one"]),
        (multipart("b", text("--bb is no boundary")), ["--bb is no boundary"]),
        ('Content-Type: multipart/mixed; boundary="b"\r\n\r\nwords without it', ["words without it"]),
        ("Content-Type: multipart/mixed\r\n\r\nwords", ["words"]),
        ("Content-Type: text\r\n\r\nold style", ["old style"]),
        ("Subject: no body", [""]),
        ("", [""]),
        ("\r\n\r\nonly a body", ["only a body"]),
        ("From somebody Mon Mar  2 09:00:00 2026\r\nTo: x\r\n\r\nmbox line", ["mbox line"]),
        ("no mail at all", [""]),
        ("\x00\x01\x02", [""]),
    ],
)
def test_torn_and_odd_mails_give_what_is_there(raw, found):
    """A missing last boundary, a boundary that never comes, no headers, no body, no mail."""
    assert texts(raw) == found


def test_a_transfer_encoding_and_a_charset_of_each_part():
    """Parts of one mail may each be encoded in their own way."""
    raw = multipart(
        "b",
        "Content-Type: text/plain; charset=iso-8859-1\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n\r\ncaf=E9",
        'Content-Type: text/plain; charset="utf-8;"\r\nContent-Transfer-Encoding: base64\r\n\r\nY2Fmw6k=',
        "Content-Type: text/plain; format=flowed; delsp=yes\r\n\r\none \r\ntwo",
    )
    assert texts(raw) == ["café", "café", "onetwo"]


def nested(levels: int) -> str:
    """A multipart in a multipart in a multipart."""
    entity = text("deep")
    for level in range(levels):
        entity = multipart(f"b{level}x", entity)
    return entity


def test_depth_is_limited():
    """As deep as people's mail goes, and no deeper."""
    assert texts(nested(DEEPEST)) == ["deep"]
    with pytest.raises(Unreadable, match="nested deeper"):
        opened(nested(DEEPEST + 1).encode())


def test_parts_are_limited():
    """Two hundred parts, counted while cutting."""
    assert len(texts(multipart("b", *[text("x")] * MOST_PARTS))) == MOST_PARTS
    with pytest.raises(Unreadable, match="parts"):
        opened(multipart("b", *[text("x")] * (MOST_PARTS + 1)).encode())


def test_header_lines_are_limited():
    """By number; a header that is not read may be long, one that is read may not."""
    assert opened(b"X-A: b\r\n" * MOST_HEADERS + b"\r\nbody")[1][0].text() == "body"
    with pytest.raises(Unreadable, match="header lines"):
        opened(b"X-A: b\r\n" * (MOST_HEADERS + 1) + b"\r\nbody")
    long = b": " + b"x" * (LONGEST_HEADER + 1) + b"\r\n"
    assert opened(b"X-Report" + long + b"Subject: kept\r\n\r\n")[0].get("subject") == "kept"
    for name in (b"From", b"To", b"Subject", b"Content-Type"):
        with pytest.raises(Unreadable, match="longer than 16 KB"):
            opened(name + long + b"\r\n")


def test_a_megabyte_of_references_is_cut_to_its_end():
    """The newest stand last, and only they are looked at."""
    ids = b" ".join(b"<%d@example.com>" % n for n in range(50_000))
    raw = b"References: " + ids + b"\r\nTo: x\r\n\r\nbody"
    headers, parts = opened(raw)
    assert headers.get("references").endswith("<49999@example.com>")
    assert len(headers.get("references")) <= LONGEST_HEADER
    assert parts[0].text() == "body"


def test_size_is_limited():
    """Before anything is looked at."""
    with pytest.raises(Unreadable, match="larger than 64 MB"):
        opened(b"\r\n" + b"x" * LARGEST)


def test_headers_keep_order_and_undeclared_octets():
    """Folded lines, Latin-1 and UTF-8 without a label, names in any case."""
    headers, _ = head_and_body(b"X: 1\r\nx: 2\r\n folded\r\nSubject: Gr\xfc\xdfe\r\n\r\n")
    assert headers.all("x") == ["1", "2\n folded"]
    assert headers.get("subject") == "Grüße"
    assert head_and_body("Subject: Grüße\r\n\r\n".encode())[0].get("subject") == "Grüße"


@pytest.mark.parametrize(
    ("lines", "is_attachment"),
    [
        ("Content-Type: text/plain", False),
        ("Content-Type: text/plain; name=notes.txt", True),
        ("Content-Type: text/plain; name=x.txt\r\nContent-Disposition: inline; filename=x.txt", False),
        ("Content-Type: text/html\r\nContent-Disposition: attachment", True),
        ("Content-Type: application/zip; name*=utf-8''b%C3%BCndel.zip", True),
    ],
)
def test_what_is_meant_to_be_saved(lines, is_attachment):
    """By disposition, else by having a file's name."""
    (part,) = opened(f"{lines}\r\n\r\nx".encode())[1]
    assert part.is_attachment is is_attachment
