"""`mailflow demo`: a whole engagement in seconds, through the same code."""

from pathlib import Path

from mailflow.cli.exits import Ended, Exit


def demo(folder: Path, *, quiet: bool) -> None:
    """Play it, print the synthesis, say where the letters lie."""
    try:
        from mailflow.demo.story import play
    except ModuleNotFoundError as missing:
        raise Ended(
            Exit.FAILED,
            f"the demo's mail server is not installed ({missing.name}): pip install 'mailflow[demo]'",
        ) from missing
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise Ended(
            Exit.FAILED, f"{folder} cannot be written to ({fault.strerror}); give --output"
        ) from fault
    play(folder, quiet=quiet)
