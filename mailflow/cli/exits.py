"""How a command ends: an exit status that scripts can rely on, and one line for people."""

from collections.abc import Callable
from enum import IntEnum


class Exit(IntEnum):
    """Exit statuses (contract, section 4); 75 and 78 are those of sysexits.h."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    TRY_LATER = 75
    CONFIG = 78


class Ended(Exception):
    """A command could not do what it was asked; each line says why and what to do."""

    def __init__(self, exit_status: Exit, *lines: str) -> None:
        super().__init__(*lines)
        self.exit_status = exit_status
        self.lines = lines


def guarded(command: Callable[[], object]) -> None:
    """Run `command` and turn what mail servers, disks and configurations raise into an ending."""
    from mailflow.config import ConfigError
    from mailflow.ports import PostError, StoreError, StoreLocked

    try:
        command()
    except ConfigError as fault:
        raise Ended(Exit.CONFIG, *fault.mistakes) from fault
    except StoreLocked as fault:
        raise Ended(Exit.TRY_LATER, str(fault)) from fault
    except StoreError as fault:
        raise Ended(Exit.FAILED, str(fault)) from fault
    except PostError as fault:
        raise Ended(Exit.TRY_LATER if fault.temporary else Exit.CONFIG, str(fault)) from fault
