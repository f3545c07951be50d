"""A line to a server that fails where a test wants it to: a proxy that knows what a line of text is.

    with FaultyLine(server.imap_port) as line:
        line.fails(Fault(words=b"UID MOVE", after=After.HEARD))
        ...  # a client on line.port

It understands no protocol: a fault waits for a line of the client that begins (after its tag) with some
words, and then ends the connection, says something of its own, or falls silent.
"""

import contextlib
import re
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Self

_ANSWERED = re.compile(rb"\+|\d{3} ")  # a continuation, or the last line of an SMTP answer
_TAGGED = re.compile(rb"(?:[A-Z]{1,5}\d+ )?(.*)", re.DOTALL)


class After(Enum):
    """How far a command gets before the line ends."""

    SAID = "the server never hears it"
    HEARD = "the server hears it, and nobody hears the server"
    ANSWERED = "the server's answer comes through, then the line ends"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What goes wrong at a command; `words` are what it begins with, whatever its case."""

    words: bytes
    after: After = After.SAID
    nth: int = 1  # which of the commands that match
    says: bytes = b""  # said to the client instead of passing the command on
    hangs: bool = False  # the line stays open and nothing moves on it any more
    stays: bool = False  # `says` is all: the conversation goes on
    every: bool = False  # each time, not only once


class FaultyLine:
    """A port of 127.0.0.1 that leads to another one, between `with` and its end."""

    def __init__(self, port: int) -> None:
        self._to = port
        self._faults: list[Fault] = []
        self._matched: dict[Fault, int] = {}
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self.connections = 0
        self.happened: list[Fault] = []
        self.refusing = False  # nobody is let in

    def fails(self, *faults: Fault) -> None:
        """Forget earlier faults and wait for these."""
        with self._lock:
            self._faults, self._matched, self.happened = list(faults), {}, []

    def __enter__(self) -> Self:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._spawn(self._accept)
        return self

    def __exit__(self, *_: object) -> None:
        shut(self._listener)
        self.cut_all()
        for thread in self._threads:
            thread.join(10)
            assert not thread.is_alive(), "a thread of the faulty line does not end"

    def cut_all(self) -> None:
        """Every connection ends."""
        for one in list(self._open):
            shut(one)

    # --- connections ---

    def _spawn(self, work: object, *arguments: object) -> None:
        thread = threading.Thread(target=work, args=arguments, daemon=True)  # type: ignore[arg-type]
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                self._listener.close()
                return
            if self.refusing:
                client.close()
                continue
            self.connections += 1
            self._spawn(self._converse, client)

    def _converse(self, client: socket.socket) -> None:
        with self._kept(client), self._kept(socket.create_connection(("127.0.0.1", self._to))) as server:
            talk = _Talk(client, server)
            back = threading.Thread(target=talk.pass_answers_back, daemon=True)
            back.start()
            with contextlib.suppress(OSError, ValueError):
                for line in client.makefile("rb"):
                    if not talk.passes_on(line, self._fault_at(line)):
                        break
            if not talk.hangs:
                shut(client)
            shut(server)
            back.join(10)
            if talk.hangs:
                with contextlib.suppress(OSError):
                    while client.recv(4096):
                        pass

    @contextlib.contextmanager
    def _kept(self, one: socket.socket) -> Iterator[socket.socket]:
        one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._open.add(one)
        try:
            with one:
                yield one
        finally:
            self._open.discard(one)

    def _fault_at(self, line: bytes) -> Fault | None:
        tagged = _TAGGED.fullmatch(line)
        words = (tagged[1] if tagged else line).upper()
        with self._lock:
            for fault in self._faults:
                if words.startswith(fault.words.upper()):
                    self._matched[fault] = self._matched.get(fault, 0) + 1
                    if self._matched[fault] == fault.nth or fault.every:
                        self.happened.append(fault)
                        return fault
        return None


class _Talk:
    """One conversation."""

    def __init__(self, client: socket.socket, server: socket.socket) -> None:
        self._client = client
        self._server = server
        self._muted = False
        self._last_tag: bytes | None = None  # after an answer to this, the line ends
        self.hangs = False

    def passes_on(self, line: bytes, fault: Fault | None) -> bool:
        """Hand a line of the client on, or let the fault happen; whether the conversation goes on."""
        if fault is None:
            self._server.sendall(line)
            return True
        if fault.after is After.ANSWERED:
            self._last_tag = line.split()[0] + b" "
            self._server.sendall(line)
            return True
        self._muted = not fault.stays
        if fault.says:
            self._client.sendall(fault.says)
        if fault.after is After.HEARD:
            self._server.sendall(line)
            self._await_effect()
        self.hangs = fault.hangs
        return fault.stays

    def _await_effect(self) -> None:
        """Let the server act before its line ends; what it says meanwhile is lost."""
        self._server.settimeout(0.15)
        with contextlib.suppress(OSError):
            while self._server.recv(65536):
                pass

    def pass_answers_back(self) -> None:
        """Until the server's side ends."""
        with contextlib.suppress(OSError, ValueError):
            for line in self._server.makefile("rb"):
                if self._muted:
                    continue
                self._client.sendall(line)
                if self._last_tag and (line.startswith(self._last_tag) or _ANSWERED.match(line)):
                    break
        if not self.hangs:
            shut(self._client)


def shut(one: socket.socket) -> None:
    """End a connection for both sides; who waits for it wakes up."""
    with contextlib.suppress(OSError):
        one.shutdown(socket.SHUT_RDWR)
