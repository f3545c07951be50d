"""Opens each arrival in a child process with limits on time and memory, so that no mail can hurt the house.

The child is kept warm and reads one message after another.  One that dies or hangs is replaced, and the
message it died of is unreadable, with the reason in one line.  Moments come back in UTC.
"""

import contextlib
import os
import selectors
import signal
import subprocess
import sys
import threading
import time
from datetime import datetime
from pathlib import Path

import msgspec

from mailflow.airlock_wire import EVENTS, LENGTH, LONGEST_FRAME, Answer, Request
from mailflow.mentoring.events import Event
from mailflow.ports import UnreadableMessage
from mailflow.reading.classify import Correspondent
from mailflow.reading.message import Message

START_SECONDS = 60  # an interpreter on a busy machine
_FAITHFUL = ("PATH", "LD_LIBRARY_PATH", "LANG", "LC_ALL", "TZDIR", "SYSTEMROOT", "VIRTUAL_ENV")
_CHUNK = 1 << 16


class _Dead(Exception):
    """The child closed its end; says how it died."""


class _Slow(Exception):
    """The child did not answer in time."""


class AirlockReader:
    """A Reader whose reading happens elsewhere.  May be used from several threads, one message at a time."""

    def __init__(self, *, seconds: float = 10) -> None:
        """`seconds` of wall time a message may take; the child limits itself to 5 of CPU and 512 MiB."""
        self._seconds = seconds
        self._child: _Child | None = None
        self._turn = threading.Lock()

    def open(self, raw: bytes) -> Message:
        """Raw bytes to a Message.  Raises UnreadableMessage."""
        return msgspec.msgpack.decode(self._ask(Request(raw=raw)).body, type=Message)

    def understand(self, raw: bytes, who: Correspondent, now: datetime) -> Event:
        """The one event a message means.  Raises UnreadableMessage."""
        answer = self._ask(Request(raw=raw, who=who, now=now))
        event: Event = msgspec.msgpack.decode(answer.body, type=EVENTS[answer.kind])
        return event

    def close(self) -> None:
        """End the child; never raises."""
        with self._turn:
            self._end()

    # --- one message ---

    def _ask(self, request: Request) -> Answer:
        frame = msgspec.msgpack.encode(request)
        with self._turn:
            answer = self._exchanged(frame)
        if answer.why:
            raise UnreadableMessage(answer.why)
        return answer

    def _exchanged(self, frame: bytes) -> Answer:
        child = self._living()
        try:
            return msgspec.msgpack.decode(child.exchange(frame, self._seconds), type=Answer)
        except _Slow:
            why = f"reading it took longer than {self._seconds:g} seconds"
        except _Dead as death:
            why = f"reading it broke the reader ({death})"
        except msgspec.MsgspecError:
            why = "reading it made no sense"
        self._end()
        raise UnreadableMessage(why)

    def _living(self) -> "_Child":
        """The warm child, or a new one when it is gone.  Raises OSError when none can be started."""
        if self._child is not None and not self._child.is_alive():
            self._end()
        if self._child is None:
            self._child = _Child()
        return self._child

    def _end(self) -> None:
        if self._child is not None:
            self._child.end()
            self._child = None


class _Child:
    """One child and its two pipes."""

    def __init__(self) -> None:
        root = str(Path(__file__).resolve().parent.parent)
        # Its environment holds no secrets: what reads hostile mail must not know any.
        kept = {name: os.environ[name] for name in _FAITHFUL if name in os.environ}
        self._popen = subprocess.Popen(
            [sys.executable, "-m", "mailflow.airlock_child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**kept, "PYTHONPATH": root, "PYTHONIOENCODING": "utf-8"},
            start_new_session=True,  # a Ctrl-C at the terminal is the parent's business
        )
        assert self._popen.stdin is not None  # noqa: S101 - Popen promises it with PIPE
        assert self._popen.stdout is not None  # noqa: S101 - the same
        self._in, self._out = self._popen.stdin.fileno(), self._popen.stdout.fileno()
        os.set_blocking(self._in, False)
        os.set_blocking(self._out, False)
        self._await_hello()

    def _await_hello(self) -> None:
        try:
            self._receive(time.monotonic() + START_SECONDS)
        except (_Dead, _Slow) as fault:
            self.end()
            raise OSError(f"the reader could not be started ({fault})") from fault

    def is_alive(self) -> bool:
        """Whether it still runs."""
        return self._popen.poll() is None

    def exchange(self, frame: bytes, seconds: float) -> bytes:
        """Hand over a frame and return the answer.  Raises _Dead, _Slow."""
        deadline = time.monotonic() + seconds
        self._send(LENGTH.pack(len(frame)) + frame, deadline)
        return self._receive(deadline)

    def end(self) -> None:
        """Kill it and forget it; never raises."""
        with contextlib.suppress(OSError):
            self._popen.kill()
        for pipe in (self._popen.stdin, self._popen.stdout):
            with contextlib.suppress(OSError):
                if pipe is not None:
                    pipe.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._popen.wait(5)

    def _send(self, octets: bytes, deadline: float) -> None:
        rest = memoryview(octets)
        while rest:
            self._wait(self._in, selectors.EVENT_WRITE, deadline)
            rest = rest[self._written(rest[:_CHUNK]) :]

    def _written(self, octets: memoryview) -> int:
        try:
            return os.write(self._in, octets)
        except BlockingIOError:
            return 0
        except OSError as fault:
            raise _Dead(self._how_it_died()) from fault

    def _receive(self, deadline: float) -> bytes:
        (length,) = LENGTH.unpack(self._read(LENGTH.size, deadline))
        if length > LONGEST_FRAME:
            raise _Dead("it answered too much")
        return self._read(length, deadline)

    def _read(self, length: int, deadline: float) -> bytes:
        octets = bytearray()
        while len(octets) < length:
            self._wait(self._out, selectors.EVENT_READ, deadline)
            piece = os.read(self._out, min(_CHUNK, length - len(octets)))
            if not piece:
                raise _Dead(self._how_it_died())
            octets += piece
        return bytes(octets)

    def _wait(self, pipe: int, wanted: int, deadline: float) -> None:
        with selectors.DefaultSelector() as selector:
            selector.register(pipe, wanted)
            if not selector.select(max(0.0, deadline - time.monotonic())):
                raise _Slow("it does not answer")

    def _how_it_died(self) -> str:
        with contextlib.suppress(subprocess.TimeoutExpired):
            code = self._popen.wait(1)
            if code == -signal.SIGXCPU:
                return "too much computing"
            return f"signal {-code}" if code < 0 else f"exit {code}"
        return "it closed its pipe"
