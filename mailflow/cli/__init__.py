"""THE ADMIN DESK.  Each command calls flow or store and never decides.

Everything heavy is imported inside the command that needs it, so that `mailflow --help` is there at once.
"""

import sys


def main() -> None:
    """Run the command line; no traceback reaches a user."""
    try:
        from mailflow.cli.app import run
        from mailflow.cli.endings import plain_streams
    except KeyboardInterrupt:  # before there is anything that could say so
        sys.exit(1)
    plain_streams((sys.stdout, sys.stderr))
    sys.exit(run(sys.argv[1:]))
