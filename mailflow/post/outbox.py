"""Letters over SMTP, some at a time on connections that are kept: the product's only asyncio.

`smtp_line` says how failures are classed.  Here: a kept line that turns out to be dead is made anew;
a server that allows fewer connections than we would like gets fewer; after an Away the rest of the
letters shares it, without hammering.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias, TypeVar

from aiosmtplib import SMTP, SMTPException

from mailflow.identity import is_address
from mailflow.ports import Away, Fate, Letter, PostError, Refused
from mailflow.post.login import Login
from mailflow.post.smtp_line import (
    GOODBYE,
    Dropped,
    alive,
    closed,
    connected,
    cut,
    refusal_of,
    say_goodbye,
    transfer,
)

Result = TypeVar("Result")
Settled: TypeAlias = tuple[Letter, Fate]
MOST_DROPS = 4  # fresh lines in one call
_ASKED_TO_STOP = Away(reason="we were asked to stop")


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What the server offers, for `mailflow check`."""

    extensions: tuple[str, ...]
    logged_in: bool


@dataclass(slots=True)
class _Round:
    """One call of `send`: what waits, what is settled, and why no more of it is to leave, if so."""

    waiting: deque[Letter]
    settled: "asyncio.Queue[Settled]" = field(default_factory=asyncio.Queue)
    away: Away | None = None

    drops: int = 0
    workers: list["asyncio.Task[None]"] = field(default_factory=list)

    def stop(self, away: Away | None) -> None:
        """Nothing more is to leave; the first reason stays."""
        self.away = self.away or away

    def count_drop(self, dropped: Dropped) -> None:
        """After so many fresh lines that ended it is the server, and not the letters."""
        self.drops += 1
        if self.drops >= MOST_DROPS:
            self.stop(Away(reason=dropped.reason))

    def cancel(self) -> None:
        """End the workers, those that wait for the server too."""
        for worker in self.workers:
            worker.cancel()


class SmtpOutbox:
    """A way to hand letters to one server; implements ports.Outbox.  Belongs to one thread.

    `sender` is the envelope's; `hello` what we call ourselves in EHLO, by default this machine's name.
    """

    def __init__(self, login: Login, *, sender: str, connections: int = 4, hello: str | None = None) -> None:
        self._login = login
        self._sender = sender
        self._most = max(1, connections)
        self._hello = hello
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ready: list[SMTP] = []  # free lines that were just in use
        self._rested: list[SMTP] = []  # free lines of an earlier round, which the server may have dropped
        self._lent = 0  # lines on which a letter is leaving
        self._current: _Round | None = None
        self._interrupted = False

    # --- the seam ---

    def send(self, letters: Sequence[Letter]) -> Iterator[Settled]:
        """Hand them over, several at a time; each is yielded once with its fate.  Never raises.

        Who stops listening half-way stops it: what has not begun to leave then does not.
        """
        if not letters:
            return
        loop = self._own_loop()
        self._current = current = _Round(deque(letters))
        if self._interrupted:
            current.stop(_ASKED_TO_STOP)
        self._rested, self._ready = [*self._rested, *self._ready], []
        current.workers = [
            loop.create_task(self._work(current)) for _ in range(min(self._most, len(letters)))
        ]
        try:
            for _ in letters:
                yield loop.run_until_complete(current.settled.get())
        finally:
            # QUIRK: before Python 3.12 wait_for() swallows a cancellation that meets an answer, so
            # these two are what ends the workers.
            self._current, self._interrupted = None, False
            current.stop(Away(reason="nobody listens any more"))
            current.waiting.clear()
            current.cancel()
            loop.run_until_complete(asyncio.gather(*current.workers, return_exceptions=True))
            loop.run_until_complete(closed())

    def interrupt(self) -> None:
        """Let a `send` in progress, or else the next one, end within a few seconds; fit for a signal's frame.

        What has not begun to leave does not, and is Away; a letter whose body is on its way still gets
        the time of a farewell for its answer, then it is Lost.
        """
        self._interrupted = True
        if self._loop is not None and self._current is not None:
            self._loop.call_soon_threadsafe(self._wind_up, self._current)

    def _wind_up(self, current: _Round) -> None:
        current.stop(_ASKED_TO_STOP)
        self._own_loop().call_later(GOODBYE, current.cancel)

    def close(self) -> None:
        """Say goodbye; never raises."""
        if self._loop is not None:
            self._loop.run_until_complete(self._quit())
            self._loop.close()
            self._loop = None

    def survey(self) -> Survey:
        """Connect, say who we are, log in.  Raises PostError."""
        return self._own_loop().run_until_complete(self._on_a_line(self._look_round))

    def refuses(self, address: str) -> str:
        """Why the server would not take a letter to `address`; empty: it would.  Nothing is sent.

        Raises PostError.
        """

        async def ask(line: SMTP) -> str:
            return await refusal_of(line, self._sender, address)

        return self._own_loop().run_until_complete(self._on_a_line(ask))

    # --- one letter after another ---

    async def _work(self, current: _Round) -> None:
        """Send what waits until nothing does; several of us do so at the same time."""
        while current.waiting:
            letter = current.waiting.popleft()
            try:
                fate = await self._fate(current, letter)
            except asyncio.CancelledError:
                fate = current.away
            # `send` owes each letter a fate, also when a library raises what it should not.
            except Exception as fault:
                fate = Refused(temporary=True, reason=f"could not be handed over: {type(fault).__name__}")
            if fate is None:
                current.waiting.appendleft(letter)
                return
            current.settled.put_nowait((letter, fate))

    async def _fate(self, current: _Round, letter: Letter) -> Fate | None:
        """What becomes of a letter; None: there is no line for us, others have one and should take it."""
        if not is_address(letter.to):
            return Refused(temporary=False, reason="not an address that can be written to")
        while current.away is None:
            line, is_fresh = await self._borrowed()
            if isinstance(line, Away):
                if self._lent:
                    return None  # the server allows fewer lines than we would like
                current.stop(None if self._ready else line)
                continue
            outcome = await self._handed_over(current, line, letter)
            if isinstance(outcome, Away):
                current.stop(outcome)
            elif not isinstance(outcome, Dropped):
                return outcome
            elif is_fresh:
                current.count_drop(outcome)
                return Refused(temporary=True, reason=outcome.reason)
        return current.away

    async def _handed_over(self, current: _Round, line: SMTP, letter: Letter) -> Fate | Dropped:
        if current.away is not None:  # somebody learned meanwhile that nothing more is to leave
            self._ready.append(line)
            return current.away
        self._lent += 1
        try:
            return await transfer(line, self._sender, letter)
        except BaseException:  # stopped in the middle of a letter: nobody knows what this line expects
            cut(line)
            raise
        finally:
            self._lent -= 1
            if line.is_connected:
                self._ready.append(line)

    async def _borrowed(self) -> tuple[SMTP | Away, bool]:
        """A free line, and whether it is new."""
        if self._ready:
            return self._ready.pop(), False
        while self._rested:
            line = self._rested.pop()
            if await alive(line):
                return line, False
        return await connected(self._login, self._hello), True

    # --- around it ---

    def _own_loop(self) -> asyncio.AbstractEventLoop:
        if self._loop is None:
            self._loop = asyncio.new_event_loop()
        return self._loop

    async def _on_a_line(self, work: Callable[[SMTP], Coroutine[Any, Any, Result]]) -> Result:
        """Do `work` on a line of its own.  Raises PostError."""
        line = await connected(self._login, self._hello)
        if isinstance(line, Away):
            raise PostError(line.reason, temporary=line.temporary)
        try:
            return await work(line)
        except (SMTPException, OSError, EOFError) as fault:
            raise PostError(f"the SMTP server {self._login.place} went away while asked") from fault
        finally:
            await say_goodbye(line)

    async def _look_round(self, line: SMTP) -> Survey:
        await line.ehlo()
        return Survey(extensions=tuple(sorted(line.esmtp_extensions)), logged_in=bool(self._login.user))

    async def _quit(self) -> None:
        await asyncio.gather(*(say_goodbye(line) for line in (*self._ready, *self._rested)))
        self._ready, self._rested = [], []
        await closed()
