"""The child of the airlock: `python -m mailflow.airlock_child`, spoken to over its standard pipes only.

It limits its own memory once and its computing before every message, and ends when its parent does.
"""

import contextlib
import ctypes
import math
import resource
import signal
import sys
from datetime import datetime
from importlib import import_module
from typing import BinaryIO

import msgspec

from mailflow.airlock_wire import LENGTH, Answer, Labelled, Request
from mailflow.reading.classify import Correspondent, classify
from mailflow.reading.message import Message, Unreadable, read_message
from mailflow.reading.own_words import Block, own_words

CPU_SECONDS = 5
MEMORY = 512 * 1024 * 1024  # address space, the interpreter's share included
TIRED = 256 * 1024  # KiB resident: a child that grew this large makes way for a fresh one
_PR_SET_PDEATHSIG = 1


def main() -> None:
    """Read frames and answer them until the pipe ends."""
    _die_with_parent()
    _warm_up()
    _lower(resource.RLIMIT_AS, MEMORY)
    for never in (resource.RLIMIT_CORE, resource.RLIMIT_FSIZE):  # mail leaves no trace on the disk
        resource.setrlimit(never, (0, 0))
    pipe_in, pipe_out = sys.stdin.buffer, sys.stdout.buffer
    _write(pipe_out, b"")  # awake
    while frame := _next(pipe_in):
        _allow_computing()
        _write(pipe_out, msgspec.msgpack.encode(_answer(frame)))
        if resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > TIRED:
            return


def _warm_up() -> None:
    """Import what reading needs before the first message comes: its seconds are for the message alone."""
    for room in ("own_words", "leader", "reply"):
        import_module(f"mailflow.reading.{room}")


def _die_with_parent() -> None:
    """Also when this child hangs and never sees its pipe end; Linux only, elsewhere the pipe must do."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _allow_computing() -> None:
    """CPU_SECONDS more than were used so far; beyond them the kernel ends this child."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _lower(resource.RLIMIT_CPU, math.ceil(used.ru_utime + used.ru_stime) + CPU_SECONDS)


def _lower(limit: int, soft: int) -> None:
    """Set a limit of ours; where the house as a whole has a lower one, that one holds."""
    _, hard = resource.getrlimit(limit)
    resource.setrlimit(limit, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))


def _next(pipe: BinaryIO) -> bytes:
    head = pipe.read(LENGTH.size)
    return pipe.read(LENGTH.unpack(head)[0]) if len(head) == LENGTH.size else b""


def _write(pipe: BinaryIO, frame: bytes) -> None:
    pipe.write(LENGTH.pack(len(frame)) + frame)
    pipe.flush()


def _answer(frame: bytes) -> Answer:
    try:
        record = _read(msgspec.msgpack.decode(frame, type=Request))
        return Answer(kind=type(record).__name__, body=msgspec.msgpack.encode(record))
    except Unreadable as fault:
        return Answer(why=str(fault))
    except MemoryError:
        return Answer(why="reading it needs too much memory")
    except RecursionError:
        return Answer(why="it is nested too deeply")
    except Exception as fault:  # whatever we overlooked costs this message a person's look, no more
        return Answer(why=f"our own fault while reading it: {type(fault).__name__} {_place(fault)}")


def _place(fault: BaseException) -> str:
    """Where it happened; never what the mail said."""
    trace = fault.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return "" if trace is None else f"in {trace.tb_frame.f_code.co_name}, line {trace.tb_lineno}"


def _read(request: Request) -> object:
    message = read_message(request.raw)
    if request.who is not None and request.in_blocks:
        return _labelled(message, request.who, request.now)
    if request.who is None or request.now is None:
        return message
    return classify(message, request.who, request.now)


def _labelled(message: Message, who: Correspondent, now: datetime | None) -> Labelled:
    """Blocks without their lines: a person reads words."""
    found = own_words(message, who.ours).blocks
    blocks = tuple(Block(label=block.label, text=block.text) for block in found)
    if now is None:
        return Labelled(blocks=blocks)
    event = classify(message, who, now)
    return Labelled(blocks=blocks, kind=type(event).__name__, event=msgspec.msgpack.encode(event))


if __name__ == "__main__":
    main()
