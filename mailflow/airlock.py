"""Opens each arrival in a child process with limits on time and memory, so that no mail can hurt the house.

The child is kept warm and reads one message after another.  One that dies or hangs is replaced, and the
message is tried once more with a fresh one: a child may also die of old age or of a busy machine.  What
two of them died of is unreadable, with the reason in one line.  Moments come back in UTC.
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
from typing import Any

import msgspec

from mailflow.airlock_wire import EVENTS, LENGTH, LONGEST_ANSWER, Answer, Labelled, Request
from mailflow.mentoring.events import Event
from mailflow.ports import PostError, UnreadableMessage
from mailflow.reading.classify import Correspondent
from mailflow.reading.message import Message
from mailflow.reading.own_words import Block

START_SECONDS = 60  # an interpreter on a busy machine
TRIES = 2
CHILD = "mailflow.airlock_child"
_FAITHFUL = ("PATH", "LD_LIBRARY_PATH", "LANG", "LC_ALL", "TZDIR", "SYSTEMROOT", "VIRTUAL_ENV")
_CHUNK = 1 << 16


class ReaderAway(PostError):
    """No child can be started now: as with a mail server that is away, mail waits in the inbox."""


class _Broken(Exception):
    """The child gave no answer; says why, and whether another child might."""

    def __init__(self, why: str, *, again: bool = True) -> None:
        super().__init__(why)
        self.again = again


class AirlockReader:
    """A Reader whose reading happens elsewhere.  May be used from several threads, one message at a time."""

    def __init__(self, *, seconds: float = 10) -> None:
        """`seconds` of wall time a message may take; the child limits itself to 5 of CPU and 512 MiB."""
        self._seconds = seconds
        self._child: _Child | None = None
        self._turn = threading.Lock()

    def open(self, raw: bytes) -> Message:
        """Raw bytes to a Message.  Raises UnreadableMessage."""
        message: Message = _record(self._ask(Request(raw=raw)).body, Message)
        return message

    def understand(self, raw: bytes, who: Correspondent, now: datetime) -> Event:
        """The one event a message means.  Raises UnreadableMessage."""
        answer = self._ask(Request(raw=raw, who=who, now=now))
        event: Event = _record(answer.body, EVENTS.get(answer.kind))
        return event

    def label(
        self, raw: bytes, who: Correspondent, now: datetime | None = None
    ) -> tuple[tuple[Block, ...], Event | None]:
        """The words of a message by whose they are and, with `now`, the event.  Raises UnreadableMessage."""
        labelled: Labelled = _record(
            self._ask(Request(raw=raw, who=who, now=now, in_blocks=True)).body, Labelled
        )
        event = _record(labelled.event, EVENTS.get(labelled.kind)) if labelled.kind else None
        return labelled.blocks, event

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
        for left in reversed(range(TRIES)):
            try:
                return msgspec.msgpack.decode(self._living().exchange(frame, self._seconds), type=Answer)
            except _Broken as fault:
                why, again = str(fault), fault.again and left > 0
            except msgspec.MsgspecError:
                why, again = "reading it made no sense", False
            self._end()
            if not again:
                break
        raise UnreadableMessage(why)

    def _living(self) -> "_Child":
        """The warm child, or a new one when it is gone.  Raises ReaderAway when none can be started."""
        if self._child is not None and not self._child.is_alive():
            self._end()
        if self._child is None:
            try:
                self._child = _Child()
            except OSError as fault:
                raise ReaderAway(f"the reader of mail cannot be started ({fault})") from fault
        return self._child

    def _end(self) -> None:
        if self._child is not None:
            self._child.end()
            self._child = None


def _record(body: bytes, kind: Any) -> Any:
    """The record in an answer; the child has read hostile mail, so it is not believed either."""
    try:
        return msgspec.msgpack.decode(body, type=kind)
    except msgspec.MsgspecError as fault:
        raise UnreadableMessage("reading it made no sense") from fault


class _Child:
    """One child and its two pipes."""

    def __init__(self) -> None:
        root = str(Path(__file__).resolve().parent.parent)
        # Its environment holds no secrets: what reads hostile mail must not know any.
        kept = {name: os.environ[name] for name in _FAITHFUL if name in os.environ}
        self._popen = subprocess.Popen(  # noqa: S603 - nothing of it comes from outside
            # -P: whatever lies in the working directory is not to be imported.
            [sys.executable, "-P", "-m", CHILD],
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
        except (_Broken, TimeoutError) as fault:
            self.end()
            raise OSError(str(fault)) from fault

    def is_alive(self) -> bool:
        """Whether it still runs."""
        return self._popen.poll() is None

    def exchange(self, frame: bytes, seconds: float) -> bytes:
        """Hand over a frame and return the answer.  Raises _Broken."""
        deadline = time.monotonic() + seconds
        try:
            self._send(LENGTH.pack(len(frame)) + frame, deadline)
            return self._receive(deadline)
        except TimeoutError as fault:
            raise _Broken(f"reading it took longer than {seconds:g} seconds") from fault

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
            raise self._broken() from fault

    def _receive(self, deadline: float) -> bytes:
        (length,) = LENGTH.unpack(self._read(LENGTH.size, deadline))
        if length > LONGEST_ANSWER:
            raise _Broken("reading it made far too much", again=False)
        return self._read(length, deadline)

    def _read(self, length: int, deadline: float) -> bytes:
        octets = bytearray()
        while len(octets) < length:
            self._wait(self._out, selectors.EVENT_READ, deadline)
            piece = os.read(self._out, min(_CHUNK, length - len(octets)))
            if not piece:
                raise self._broken()
            octets += piece
        return bytes(octets)

    def _wait(self, pipe: int, wanted: int, deadline: float) -> None:
        with selectors.DefaultSelector() as selector:
            selector.register(pipe, wanted)
            if not selector.select(max(0.0, deadline - time.monotonic())):
                raise TimeoutError("it does not answer")

    def _broken(self) -> _Broken:
        """How the child ended.  One that computed too long would only do so again."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            code = self._popen.wait(1)
            if code == -signal.SIGXCPU:
                return _Broken("reading it takes too much computing", again=False)
            how = f"signal {-code}" if code < 0 else f"exit {code}"
            return _Broken(f"reading it broke the reader ({how})")
        return _Broken("reading it broke the reader (it closed its pipe)")
