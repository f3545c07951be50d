"""An airlock child that breaks when a mail says so: faults that no mail is known to cause any more."""

import os
import signal
import time

from mailflow import airlock_child
from mailflow.reading.message import Message, read_message

HUGE = 2 * 1024 * 1024 * 1024


def break_or_read(raw: bytes) -> Message:
    """Do what the subject asks for."""
    if b"Subject: kill" in raw:
        os.kill(os.getpid(), signal.SIGKILL)
    if b"Subject: hang" in raw:
        time.sleep(3600)
    if b"Subject: loop" in raw:
        while True:
            pass
    if b"Subject: eat" in raw:
        bytearray(HUGE)
    if b"Subject: bloat" in raw:
        _ = b"x" * (300 * 1024 * 1024)
    if b"Subject: raise" in raw:
        raise AssertionError("the mail says: Subject: raise")
    return read_message(raw)


if __name__ == "__main__":
    airlock_child.read_message = break_or_read  # type: ignore[assignment]
    airlock_child.main()
