"""The whole house in this process, with mail servers behind lines that can fail and a clock that is set."""

import contextlib
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from mailflow import wiring
from mailflow.airlock import AirlockReader
from mailflow.config import load_config
from mailflow.daemon import Daemon, Pass
from mailflow.flow.house import Tools
from mailflow.post.login import Login, Security
from mailflow.post.mailbox import ImapMailbox
from mailflow.post.outbox import SmtpOutbox

MOST_PASSES = 12


class Household:
    """A daemon that is told when to look, and what time it is."""

    def __init__(self, config: Path, imap_port: int, smtp_port: int, now: datetime, timeout: float) -> None:
        self.now = now
        self.daemon: Daemon
        self.troubles: list[str] = []
        self._config = load_config(config)
        self._ports = imap_port, smtp_port
        self._timeout = timeout

    @contextlib.contextmanager
    def awake(self) -> Iterator["Household"]:
        """Open from here to the end."""
        with contextlib.ExitStack() as stack:
            store = stack.enter_context(contextlib.closing(wiring.open_store(self._config, exclusive=True)))
            office = wiring.office_of(self._config, store, lambda: self.now)
            imap, smtp = (self._login(port) for port in self._ports)
            mailbox = stack.enter_context(contextlib.closing(ImapMailbox(imap)))
            outbox = SmtpOutbox(smtp, sender=self._config.service.address)
            stack.enter_context(contextlib.closing(outbox))
            reader = stack.enter_context(contextlib.closing(AirlockReader()))
            self.tools = Tools(
                store=office.store,
                synthesiser=office.synthesiser,
                house=office.house,
                rules=office.rules,
                clock=office.clock,
                mailbox=mailbox,
                outbox=outbox,
                reader=reader,
            )
            self.daemon = Daemon(self.tools)
            yield self

    def _login(self, port: int) -> Login:
        return Login(
            host="127.0.0.1",
            port=port,
            security=Security.NONE,
            user=self._config.imap.user if port == self._ports[0] else "",
            password="secret",
            timeout_seconds=self._timeout,
        )

    def passes(self) -> Pass:
        """One pass, its trouble noted."""
        came_to = self.daemon.once()
        if came_to.trouble:
            assert came_to.temporary, came_to.trouble
            self.troubles.append(came_to.trouble)
        return came_to

    def settles(self, wait: timedelta = timedelta(minutes=16)) -> None:
        """Passes until one goes through and no letter waits; lets time pass for those that must."""
        for _ in range(MOST_PASSES):
            is_well = not self.passes().trouble
            waiting = [head for head in self.tools.store.heads() if head.unsettled or head.next_letter]
            if is_well and not waiting:
                return
            if is_well:
                self.now += wait
        raise AssertionError(f"it does not settle: {self.troubles[-3:]}")
