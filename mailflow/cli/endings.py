"""The last door: whatever a command comes to, an exit status and at most a line for each mistake."""

import contextlib
import os
import select
import sys
from collections.abc import Callable, Sequence

import typer

from mailflow.cli.exits import Ended, Exit

INTERRUPTED = 130  # what Typer makes of Ctrl-C


def ended(command: Callable[[], object]) -> int:
    """Run a command to its exit status.  Never raises; no traceback reaches a user."""
    try:
        return _status_of(command)
    except Ended as ending:
        _say(*ending.lines)
        return int(ending.exit_status)
    except typer.Exit as ending:
        return int(ending.exit_code)
    except (typer.Abort, KeyboardInterrupt):
        _say("stopped")
        return int(Exit.FAILED)
    except (OSError, SystemExit) as fault:
        return _refused(fault)
    except Exception as fault:  # the last door: whatever it is, no traceback reaches a user
        return _explained(fault)


def _status_of(command: Callable[[], object]) -> int:
    outcome = command()
    if outcome == INTERRUPTED:
        raise KeyboardInterrupt
    if sys.stdout is not None:
        sys.stdout.flush()  # what cannot be written is found out here, not when nobody listens any more
    return outcome if isinstance(outcome, int) else int(Exit.DONE)


def _say(*lines: str) -> None:
    """One line on stderr for each; nothing in them steers a terminal."""
    with contextlib.suppress(OSError, ValueError, AttributeError):  # nobody listens: that is their right
        for line in lines:
            plain = " ".join("".join(c if c.isprintable() else " " for c in line).split())
            print(f"mailflow: {plain}", file=sys.stderr)


def _refused(fault: OSError | SystemExit) -> int:
    """The system refused something.  That a reader left early (`mailflow list | head`) is no trouble.

    Click turns that case into SystemExit, which is raised for nothing else here.
    """
    if _reader_left():
        _let_go_of_stdout()
        return int(Exit.DONE)
    _let_go_of_stdout()
    if isinstance(fault, SystemExit):
        return int(Exit.FAILED)
    where = f": {fault.filename}" if fault.filename else ""
    _say(f"the system refused something: {fault.strerror or type(fault).__name__}{where}")
    return int(Exit.FAILED)


def _reader_left() -> bool:
    """Whether stdout is a pipe that nobody reads any more."""
    try:
        poll = select.poll()
        poll.register(sys.stdout.fileno(), 0)
        return any(event & select.POLLERR for _, event in poll.poll(0))
    except (OSError, ValueError, AttributeError):
        return False


def _let_go_of_stdout() -> None:
    """What could not be written is not tried again at exit."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _explained(fault: Exception) -> int:
    # Typer raises the errors of a click that may be its own or the shared one; both know how to speak.
    speak = getattr(fault, "format_message", None)
    if speak is None:
        from mailflow.flow.faults import place_of

        _say(f"a fault of our own, please report it: {place_of(fault)}")
        return int(Exit.FAILED)
    context = getattr(fault, "ctx", None)
    remedy = f"see '{context.command_path if context else 'mailflow'} --help'"
    if type(fault).__name__ == "NoArgsIsHelpError":
        print(speak())
        _say(f"a command is missing; {remedy}")
    else:
        _say(f"{speak().rstrip('.')}; {remedy}")
    return int(Exit.USAGE)


def plain_streams(streams: Sequence[object]) -> None:
    """Let no character that a terminal cannot show end a command."""
    for stream in streams:
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
