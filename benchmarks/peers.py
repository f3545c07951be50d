"""Other programs that cut a reply's own words out of a mail, each in a child with a limit on time and memory.

    pip install '.[peers]'

None of them splits pieces of advice, tells a yes from a no or reads a day.  Each is asked the way its own
documentation asks it, and given what it can use: the plain text, and where it takes them also the HTML
and the letter that is answered.
"""

import importlib.util
import json
import os
import resource
import selectors
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

COMMAND = (sys.executable, "-m", "benchmarks.peers")
LIMIT = 10.0  # seconds a call may take; some never come back
_MEMORY = 2 * 1024 * 1024 * 1024
_START = 60.0
_LENGTH = struct.Struct("!I")


def _mail_parser_reply(text: str, *_: str) -> str:
    from mailparser_reply import EmailReplyParser

    found = EmailReplyParser(languages=["en", "de", "fr", "es"]).read(text).replies
    return found[0].body if found else ""


def _email_reply_parser(text: str, *_: str) -> str:
    from email_reply_parser import EmailReplyParser

    return str(EmailReplyParser.parse_reply(text))


def _quotequail(text: str, *_: str) -> str:
    import quotequail

    return "\n".join(words for is_shown, words in quotequail.quote(text, quote_intro_line=True) if is_shown)


def _email_reply_extractor(text: str, html: str, letter: str) -> str:
    from email_reply_extractor import extract_new_text

    return str(extract_new_text(text, parent_body=letter or None, html_body=html or None).text)


PEERS: Mapping[str, tuple[str, Callable[[str, str, str], str]]] = {
    "mail-parser-reply": ("mailparser_reply", _mail_parser_reply),
    "email-reply-parser": ("email_reply_parser", _email_reply_parser),
    "quotequail": ("quotequail", _quotequail),
    "email-reply-extractor": ("email_reply_extractor", _email_reply_extractor),
}


def installed() -> list[str]:
    """The peers that are here."""
    return [name for name, (module, _) in PEERS.items() if importlib.util.find_spec(module) is not None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a peer made of a mail; `fault` says why it made nothing."""

    own: str = ""
    seconds: float = 0.0  # of computing
    fault: str = ""


class Peer:
    """A peer in a warm child, replaced when it hangs or dies."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._child: subprocess.Popen[bytes] | None = None

    def read(self, text: str, html: str = "", letter: str = "") -> Told:
        """Its own words of one mail."""
        if self._child is None:
            self._child = self._started()
        frame = json.dumps([text, html, letter]).encode()
        try:
            _write(self._child, frame)
            own, seconds, fault = json.loads(_read(self._child, LIMIT))
        except TimeoutError:
            self.close()
            return Told(seconds=LIMIT, fault=f"longer than {LIMIT:g} s")
        except (OSError, EOFError):
            self.close()
            return Told(fault="died")
        return Told(own=own, seconds=seconds, fault=fault)

    def _started(self) -> "subprocess.Popen[bytes]":
        child = subprocess.Popen(
            [*COMMAND, self.name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        _read(child, _START)  # awake
        return child

    def close(self) -> None:
        """End the child."""
        if self._child is not None:
            self._child.kill()
            self._child.communicate()
            self._child = None


def _write(child: "subprocess.Popen[bytes]", frame: bytes) -> None:
    assert child.stdin is not None
    child.stdin.write(_LENGTH.pack(len(frame)) + frame)
    child.stdin.flush()


def _read(child: "subprocess.Popen[bytes]", seconds: float) -> bytes:
    deadline = time.monotonic() + seconds
    (length,) = _LENGTH.unpack(_octets(child, _LENGTH.size, deadline))
    return _octets(child, length, deadline)


def _octets(child: "subprocess.Popen[bytes]", length: int, deadline: float) -> bytes:
    assert child.stdout is not None
    found = bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(child.stdout, selectors.EVENT_READ)
        while len(found) < length:
            if not selector.select(max(0.0, deadline - time.monotonic())):
                raise TimeoutError
            piece = os.read(child.stdout.fileno(), length - len(found))
            if not piece:
                raise EOFError
            found += piece
    return bytes(found)


def answer(name: str) -> None:
    """The child: frames in, frames out, until the pipe ends."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    _, own_words = PEERS[name]
    own_words("Good morning.\n", "", "")  # whatever is made at the first call is made now
    out = sys.stdout.buffer
    out.write(_LENGTH.pack(2) + b"{}")
    out.flush()
    while head := sys.stdin.buffer.read(_LENGTH.size):
        asked = json.loads(sys.stdin.buffer.read(_LENGTH.unpack(head)[0]))
        start, own, fault = time.process_time(), "", ""
        try:
            own = own_words(*asked)
        except Exception as error:
            fault = type(error).__name__
        frame = json.dumps([own, time.process_time() - start, fault]).encode()
        out.write(_LENGTH.pack(len(frame)) + frame)
        out.flush()


if __name__ == "__main__":
    answer(sys.argv[1])
