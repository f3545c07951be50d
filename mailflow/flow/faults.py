"""Faults of our own: which we expect, and how one is named in a log, never by the words it carried."""

import traceback
from pathlib import PurePath

# What a broken template, an odd zone or a bug in a rule may raise.  One engagement waits and an
# operator hears of it; the others go on.
WRITING_FAULTS = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, RuntimeError)


def place_of(fault: BaseException) -> str:
    """For example "TypeError at settle.py:120"."""
    frames = traceback.extract_tb(fault.__traceback__)
    if not frames:
        return type(fault).__name__
    return f"{type(fault).__name__} at {PurePath(frames[-1].filename).name}:{frames[-1].lineno}"
