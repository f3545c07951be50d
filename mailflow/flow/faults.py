"""How a fault of our own is named in a log: its kind and place, never the words it carried."""

import traceback
from pathlib import PurePath


def place_of(fault: BaseException) -> str:
    """For example "TypeError at settle.py:120"."""
    frames = traceback.extract_tb(fault.__traceback__)
    if not frames:
        return type(fault).__name__
    return f"{type(fault).__name__} at {PurePath(frames[-1].filename).name}:{frames[-1].lineno}"
