"""Header lines to names, addresses and dates.  Linear and total, where the standard library recurses."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from mailflow.identity import is_address
from mailflow.reading.charsets import cleaned, decoded, from_base64

# Blanks inside a word are forbidden and common; a language may follow the charset (RFC 2231, 5).
_ENCODED = re.compile(r"=\?([^?*\s]{1,40})(?:\*[^?\s]{0,40})?\?([bBqQ])\?([^?]*)\?=")
_PIECE = re.compile(r'\\.|["()]|[^\\"()]+|\\', re.DOTALL)
_SEPARATOR = re.compile("[,;]")
_ANGLED = re.compile("<([^<>]*)")
_QUOTED_PAIR = re.compile(r"\\(.)")
_HEX = re.compile(r"=([0-9A-Fa-f]{2})")
_BLANKS = re.compile(r"\s+")
_ID = re.compile(r"<[^<>\s]{1,990}>")
_PARAMETER = re.compile(r';\s*([A-Za-z0-9_.-]{1,40})(?:\*\d*\*?)?\s*=\s*("(?:[^"\\]|\\.)*"|[^;\s]*)')
MOST_ADDRESSES = 200
MOST_REFERENCES = 50
LONGEST_SUBJECT = 200
_EARLIEST, _LATEST = datetime(1990, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)


class Headers:
    """The header lines of a message or part, in order, asked for by name without regard to case."""

    def __init__(self, lines: Sequence[tuple[str, str]]) -> None:
        self._lines = lines

    def all(self, name: str) -> list[str]:
        """Every value of `name`, topmost first, as it stood."""
        return [value for key, value in self._lines if key == name]

    def get(self, name: str) -> str:
        """The topmost value of `name`, or an empty text."""
        return next(iter(self.all(name)), "")


def one_line(text: str) -> str:
    """`text` without line breaks, control characters and doubled blanks."""
    return _BLANKS.sub(" ", cleaned(text)).strip()


def plain(value: str) -> str:
    """A header value for people: encoded words decoded (RFC 2047), on one line."""
    return one_line(_without_encoded_words(value))


def _without_encoded_words(value: str) -> str:
    result, octets, charset, end = "", b"", "", 0
    for found in _ENCODED.finditer(value):
        between = value[end : found.start()]
        word = _word_octets(found[2], found[3])
        if octets and not between.strip() and found[1].lower() == charset:
            octets += word  # one character may be torn between two words
        else:
            result += decoded(octets, charset)
            result += between if not octets or between.strip() else ""
            octets, charset = word, found[1].lower()
        end = found.end()
    return result + decoded(octets, charset) + value[end:]


def _word_octets(encoding: str, word: str) -> bytes:
    if encoding in "bB":
        return from_base64("".join(word.split()).encode("utf-8", "replace"))
    spaced = word.replace("_", " ").encode("utf-8", "replace").decode("latin-1")
    return _HEX.sub(lambda found: chr(int(found[1], 16)), spaced).encode("latin-1", "replace")


# --- addresses ---


def addresses(values: Iterable[str]) -> list[tuple[str, str]]:
    """(name, plain address) of everybody in these header values, MOST_ADDRESSES at most."""
    found = (_address(*mailbox) for value in values for mailbox in _mailboxes(value))
    return [pair for pair in found if pair[1]][:MOST_ADDRESSES]


def _mailboxes(value: str) -> Iterator[tuple[str, str]]:
    """`value` cut at its commas and semicolons: each mailbox as it stood, and masked."""
    masked, start = _masked(value), 0
    for end in [*(found.start() for found in _SEPARATOR.finditer(masked)), len(value)]:
        yield value[start:end], masked[start:end]
        start = end + 1


def _masked(value: str) -> str:
    """`value` with quoted strings and comments blanked out, in the same places.

    What stands in them is no address, or `evil@example.com (<ada@example.com>)` would pass for Ada.
    """
    seen: list[str] = []
    depth, quoted = 0, False
    for piece in _PIECE.findall(value):
        inside = quoted or depth > 0
        if piece == '"' and not depth:
            quoted = not quoted
        elif piece == "(" and not quoted:
            depth += 1
        elif piece == ")" and depth:
            depth -= 1
        elif not inside:
            seen.append(piece)
            continue
        seen.append(" " * len(piece))
    return "".join(seen)


def _address(mailbox: str, masked: str) -> tuple[str, str]:
    """Name and address; empty where there is none, or where two programs might see different ones."""
    if "<" not in masked:
        return _bare_address(mailbox, masked)
    found = {email for one in _ANGLED.findall(masked) if is_address(email := one.strip())}
    return (display_name(mailbox[: masked.index("<")]), found.pop()) if len(found) == 1 else ("", "")


def _bare_address(mailbox: str, masked: str) -> tuple[str, str]:
    """`ada@example.com`, `ada@example.com (Ada)` or a group's `friends: ada@example.com`."""
    found = {email for word in masked.split() if is_address(email := word.rpartition(":")[2])}
    if len(found) != 1:
        return "", ""
    email = found.pop()
    comment = mailbox[masked.index(email) + len(email) :]
    return display_name(comment.strip(" ()")), email


def display_name(phrase: str) -> str:
    """A display name as people read it: decoded, without quotes, on one line."""
    name = plain(phrase)
    if len(name) > 1 and name[0] == name[-1] == '"':
        name = _QUOTED_PAIR.sub(r"\1", name[1:-1])
    return one_line(name)[:78]


# --- the rest ---


def ids(values: Iterable[str]) -> list[str]:
    """Message-IDs in these header values as "<...>", the last MOST_REFERENCES of each."""
    return [one for value in values for one in _ID.findall(value)[-MOST_REFERENCES:]]


def sent_at(value: str) -> tuple[datetime | None, str]:
    """The moment a Date header names and its offset as "+02:00"; (None, "") when it is nonsense."""
    try:
        moment = parsedate_to_datetime(value[:200])
        offset = moment.utcoffset()
        aware = moment if offset is not None else moment.replace(tzinfo=UTC)
        if not _EARLIEST < aware < _LATEST:
            return None, ""
    except (ValueError, TypeError, IndexError, OverflowError):
        return None, ""
    return aware, "" if offset is None else _offset(offset)


def _offset(offset: timedelta) -> str:
    minutes = round(offset.total_seconds() / 60)
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}" if abs(minutes) <= 14 * 60 else ""


def parameters(value: str) -> tuple[str, dict[str, str]]:
    """`text/plain; charset=x` as ("text/plain", {"charset": "x"}); what is malformed is left out."""
    main = value.partition(";")[0].strip().lower()
    found = {key.lower(): _unquoted(text) for key, text in reversed(_PARAMETER.findall(value))}
    return main, found


def _unquoted(text: str) -> str:
    return _QUOTED_PAIR.sub(r"\1", text[1:-1]) if len(text) > 1 and text.startswith('"') else text
