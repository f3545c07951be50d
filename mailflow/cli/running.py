"""`mailflow run`: the daemon, and one pass of it."""

import logging
from contextlib import closing
from datetime import datetime
from ipaddress import ip_address
from pathlib import Path

from mailflow.cli.desk import configured, keep_time
from mailflow.cli.exits import Ended, Exit
from mailflow.config import Config
from mailflow.daemon import Daemon
from mailflow.wiring import built, clock, fixed, open_store


def run(path: Path | None, *, once: bool, as_of: str, force: bool, verbose: bool) -> None:
    """Run until told to stop, or once.  Raises what `guarded` turns into an ending."""
    now = clock if not as_of else fixed(_moment(as_of))
    if as_of and not once:
        raise Ended(Exit.USAGE, "--as-of needs --once: a daemon lives in real time")
    config = configured(path)
    if as_of and not force and not _is_rehearsal(config):
        raise Ended(
            Exit.USAGE,
            "--as-of would send real letters from a pretended time; add --force if you mean it",
        )
    _log(verbose=verbose, once=once)
    with closing(open_store(config, exclusive=True)) as store, built(config, store, now) as tools:
        keep_time(store, now() if as_of else None)
        daemon = Daemon(tools)
        if once:
            _one_pass(daemon)
        else:
            for warning in config.warnings:
                logging.getLogger(__name__).warning("%s", warning)
            daemon.run()


def _one_pass(daemon: Daemon) -> None:
    came_to = daemon.once()
    if came_to.trouble:
        raise Ended(Exit.TRY_LATER if came_to.temporary else Exit.CONFIG, came_to.trouble)
    if came_to.deferred:
        raise Ended(Exit.TRY_LATER, f"a letter waits: {came_to.deferred}; run again later")


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise Ended(
            Exit.USAGE, f"--as-of {text!r} is no time with an offset; write 2026-03-02T09:00:00+01:00"
        )
    return moment


def _is_rehearsal(config: Config) -> bool:
    return all(_is_loopback(host) for host in (config.imap.host, config.smtp.host))


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _log(*, verbose: bool, once: bool) -> None:
    """Log to stderr; a single pass is quiet unless asked, its endings are one line."""
    level = logging.INFO if verbose or not once else logging.ERROR
    logging.basicConfig(level=level, format="%(levelname)s %(name)s: %(message)s")
    for chatty in ("imapclient", "imaplib", "asyncio"):
        # These log protocol lines, and with them addresses and secrets.
        logging.getLogger(chatty).setLevel(logging.ERROR)
