"""THE ADMIN DESK.  Each command calls flow or store and never decides.

Everything heavy is imported inside the command that needs it, so that `mailflow --help` is there at once.
"""

import sys


def main() -> None:
    """Run the command line; no traceback reaches a user."""
    from mailflow.cli.app import run

    sys.exit(run(sys.argv[1:]))
