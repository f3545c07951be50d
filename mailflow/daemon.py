"""The loop: collect, wake, deliver, rest; stops on SIGTERM.

The inbox is read before anything due is sent, so that no nudge races an answer that is already
there.  A mail server that is away is waited for with growing pauses; the watchdog is fed only by
finished passes, so a hang is noticed.
"""

import contextlib
import logging
import os
import signal
import socket
import threading
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import FrameType

from mailflow.flow import Flow
from mailflow.flow.house import Tools
from mailflow.mentoring.effects import Cause
from mailflow.ports import PostError, StoreError

log = logging.getLogger(__name__)

LONGEST_REST = 60.0  # seconds; this often an inbox is polled though IDLE is silent, and the desk is heard
SHORTEST_REST = 1.0
FIRST_PAUSE = 5.0
LONGEST_PAUSE = 300.0
LONGEST_DISK_PAUSE = 30.0  # looking whether a full disk has room again costs nobody anything
ALERT_AFTER = timedelta(minutes=30)
GRACE = 4.0  # seconds that a pass may take to end by itself; all in all ten are promised


def notify(state: str) -> None:
    """Tell systemd (sd_notify(3)); silent where nobody listens."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address:
        return
    if address.startswith("@"):
        address = "\0" + address[1:]
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as wire:
            wire.sendto(state.encode(), address)
    except OSError as fault:
        log.warning("systemd could not be told: %s", fault)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pass:
    """What one pass came to; an empty `trouble` means all went well."""

    trouble: str = ""
    temporary: bool = True
    deferred: str = ""  # a letter the server refused for now
    longest_pause: float = LONGEST_PAUSE  # seconds to wait at most before the next try


class Daemon:
    """One pass after another until told to stop."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._flow = Flow(tools, self._pulse)
        self._stopping = threading.Event()
        self._pause = FIRST_PAUSE
        self._away_since: datetime | None = None
        self._told_of: set[str] = set()  # files that cannot be read, in alerts already

    def once(self) -> Pass:
        """Do everything waiting, everything due, everything unsent.  Raises StoreError.

        Without its inbox nothing due is decided, because an answer may lie there unread; letters
        that were decided earlier still go.
        """
        trouble, temporary = "", True
        self._tell_what_is_broken()
        try:
            self._flow.receive()
            self._flow.wake()
        except PostError as fault:
            trouble, temporary = str(fault), fault.temporary
        if not self._stopping.is_set():
            self._flow.deliver()
        deliverer = self._flow.deliverer
        if not trouble and deliverer.away:
            trouble, temporary = deliverer.away, deliverer.temporary
        return Pass(trouble=trouble, temporary=temporary, deferred=deliverer.deferred)

    def run(self) -> None:
        """Pass after pass until SIGTERM or SIGINT.

        What is away or full is waited for.  Raises PostError when the very first pass meets something
        that waiting cannot cure, such as a wrong password.
        """
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._on_signal)
        signal.signal(signal.SIGALRM, self._on_alarm)
        first = True
        while not self._stopping.is_set():
            came_to = self._pass()
            if first and not came_to.temporary:
                raise PostError(came_to.trouble, temporary=False)
            if first:
                notify("READY=1")
                first = False
            notify(f"WATCHDOG=1\nSTATUS={came_to.trouble or 'waiting for mail'}")
            self._rest(came_to)
        signal.setitimer(signal.ITIMER_REAL, 0)
        notify("STOPPING=1")

    def _pass(self) -> Pass:
        """One pass; a disk that refuses ends it before anything is filed or sent, and is looked at again."""
        try:
            return self.once()
        except StoreError as fault:
            return Pass(trouble=str(fault), longest_pause=LONGEST_DISK_PAUSE)

    def _tell_what_is_broken(self) -> None:
        for line in self._tools.store.broken():
            name = line.partition(":")[0]  # the reason behind it may quote the file
            if name not in self._told_of:
                self._told_of.add(name)
                self._flow.settler.alerter.alert(Cause.UNREADABLE_ENGAGEMENT, name)

    def _pulse(self) -> bool:
        """One piece of work is finished: feed the watchdog, and say whether to go on."""
        notify("WATCHDOG=1")
        return not self._stopping.is_set()

    def stop(self) -> None:
        """End after the pass at hand."""
        self._stopping.set()
        self._tools.mailbox.interrupt()
        self._tools.outbox.interrupt()

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        del number, frame
        signal.setitimer(signal.ITIMER_REAL, GRACE)
        self.stop()

    def _on_alarm(self, number: int, frame: FrameType | None) -> None:
        """The pass does not end by itself: a server keeps us waiting."""
        del number, frame
        self._tools.mailbox.hang_up()

    def _rest(self, came_to: Pass) -> None:
        if self._stopping.is_set():
            return
        if came_to.trouble:
            self._wait_out(came_to.trouble, came_to.longest_pause)
            return
        self._pause, self._away_since = FIRST_PAUSE, None
        try:
            self._tools.mailbox.rest(self._until_next())
        except PostError as fault:
            self._wait_out(str(fault))
        except StoreError as fault:
            self._wait_out(str(fault), LONGEST_DISK_PAUSE)

    def _wait_out(self, trouble: str, longest: float = LONGEST_PAUSE) -> None:
        """Wait for what is away or full, a little longer each time, and say so after half an hour."""
        now = self._tools.clock()
        self._pause = min(self._pause, longest)
        log.warning("%s; trying again in %.0f s", trouble, self._pause)
        self._away_since = self._away_since or now
        if now - self._away_since >= ALERT_AFTER:
            # A disk that refuses would refuse this too; the log above has it then.
            with contextlib.suppress(StoreError):
                self._flow.settler.alerter.alert(Cause.MAILBOX_AWAY, self._away_since.date().isoformat())
        self._stopping.wait(min(self._pause, self._watchdog()))
        self._pause *= 2

    def _until_next(self) -> float:
        """Seconds until the next thing is due, bounded so that the watchdog is fed in time."""
        now = self._tools.clock()
        moments = [
            moment
            for head in self._tools.store.heads()
            for moment in (self._flow.settler.next_wake(head), head.next_letter)
            if moment is not None
        ]
        soonest = (min(moments) - now).total_seconds() if moments else LONGEST_REST
        return max(SHORTEST_REST, min(soonest, LONGEST_REST, self._watchdog()))

    def _watchdog(self) -> float:
        """Half the watchdog's period, where systemd set one."""
        micros = os.environ.get("WATCHDOG_USEC", "")
        return int(micros) / 2_000_000 if micros.isdigit() and int(micros) > 0 else LONGEST_REST
