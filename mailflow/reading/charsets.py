"""Bytes to text, whatever the label says; never raises."""

import base64
import binascii
import codecs
import re

# The WHATWG table in small: what mail programs write under these names is the wider set.
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
_WIDE = ("utf-16", "utf-32")
_GUESSED = frozenset({"cp1252", "utf-8"})
# Not charsets of mail, and some of them take quadratic time.
_NOT_FOR_MAIL = frozenset({"idna", "punycode", "raw-unicode-escape", "unicode-escape", "undefined"})
# Control characters but tab and line feed, embedding and override marks, zero-width blanks.  Joiners and
# direction marks stay: emoji, Persian and Hebrew need them.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff]")
_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029\x85]")
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")


def cleaned(text: str) -> str:
    """`text` with plain line ends and without control characters; lone surrogates become replacements."""
    text = _CONTROLS.sub("", _LINE_ENDS.sub("\n", text))
    return text.encode("utf-8", "replace").decode("utf-8")


def decoded(octets: bytes, charset: str) -> str:
    """`octets` as text; a wrong or unknown charset costs at most replacement characters."""
    codec = _codec(charset)
    if codec.startswith(_WIDE) and b"\0" not in octets:
        codec = "utf-8"  # the label is wrong: words of no language look like that in sixteen bits
    if codec in _GUESSED:
        return _utf8_or_cp1252(octets, prefers_utf8=codec == "utf-8")
    try:
        return octets.decode(codec, "replace")
    except (LookupError, ValueError):  # a codec that refuses "replace", or does not make text
        return _utf8_or_cp1252(octets, prefers_utf8=True)


def _codec(charset: str) -> str:
    label = charset.strip(" \"';").lower()
    for written in (label, label.removeprefix("x-")):
        try:
            name = codecs.lookup(written).name
        except (LookupError, ValueError):  # ValueError: a NUL in the name
            continue
        return "utf-8" if name in _NOT_FOR_MAIL else _WIDER.get(name, name)
    return "utf-8"


def _utf8_or_cp1252(octets: bytes, *, prefers_utf8: bool) -> str:
    """What is valid UTF-8 is UTF-8; what is not was typed in a Western program, unless it nearly is."""
    try:
        return octets.decode("utf-8")
    except UnicodeDecodeError:
        nearly = octets.decode("utf-8", "replace")
    broken = nearly.count("\ufffd")
    if prefers_utf8 and sum(char > "\x7f" for char in nearly) >= 2 * broken:
        return nearly
    return octets.decode("cp1252", "replace")


def transfer_decoded(octets: bytes, encoding: str) -> bytes:
    """A body without its transfer encoding; what is broken is decoded as far as it goes."""
    match encoding.strip().lower():
        case "base64":
            return from_base64(octets)
        case "quoted-printable":
            return binascii.a2b_qp(octets)
        case _:
            return octets


def from_base64(octets: bytes) -> bytes:
    """Base64 with junk, missing padding, a torn end, or a list's footer in clear text below it."""
    lines = [line for line in octets.split(b"\n") if b" " not in line.strip()]
    if not b"".join(lines).strip():
        return octets  # all of it is clear text, whatever the label says
    return b"".join(_run(run) for run in b"".join(lines).split(b"="))


def _run(letters: bytes) -> bytes:
    """One run of Base64 between paddings."""
    letters = _NOT_BASE64.sub(b"", letters)
    if len(letters) % 4 == 1:
        letters = letters[:-1]
    return base64.b64decode(letters + b"=" * (-len(letters) % 4))


def unflowed(text: str, *, delsp: bool) -> str:
    """format=flowed text with its soft line breaks undone (RFC 3676, 4.2 to 4.5)."""
    result: list[str] = []
    flows, depth_before = False, 0
    for line in text.split("\n"):
        bare = line.lstrip(">")
        depth = len(line) - len(bare)
        bare = bare[1:] if bare.startswith(" ") else bare
        is_soft = bare.endswith(" ") and bare != "-- "
        kept = bare[:-1] if is_soft and delsp else bare
        if flows and depth == depth_before and bare != "-- ":
            result[-1] += kept
        else:
            result.append((">" * depth + " " if depth else "") + kept)
        flows, depth_before = is_soft, depth
    return "\n".join(result)
