"""The law: what moves an expert from one standing to the next.  A coach can audit this table.

What a move means for letters and clocks is manners, and lives in the rules; the picture in
docs/architecture.md is drawn from this table.
"""

from enum import StrEnum

from mailflow.mentoring.engagement import Standing


class Move(StrEnum):
    """What can happen to one seat."""

    INVITE = "the invitation goes out"
    ACCEPT = "says yes"
    ASK = "the question goes out"
    GIVE_SOME = "gives one or two pieces"
    GIVE_ALL = "has given three pieces"
    DECLINE = "says no"
    STOP = "says stop"
    BOUNCE = "cannot be reached"
    FALL_SILENT = "stays silent"
    WAIT_ON = "is given more time"
    RELEASE = "is no longer needed"


W, I, A, D, N, U, S, R = (  # noqa: E741 - one letter a standing keeps the table readable at a glance
    Standing.WAITING,
    Standing.INVITED,
    Standing.ASKED,
    Standing.ANSWERED,
    Standing.DECLINED,
    Standing.UNREACHABLE,
    Standing.SILENT,
    Standing.RELEASED,
)

MOVES: dict[Move, dict[Standing, Standing]] = {
    Move.INVITE: {W: I},
    # People change their minds: a yes or an answer counts while nobody else sits in the seat.
    Move.ACCEPT: {I: A, A: A, N: A, U: A, S: A},
    Move.ASK: {I: A},
    Move.GIVE_SOME: {W: A, I: A, A: A, N: A, U: A, S: A},
    Move.GIVE_ALL: {W: D, I: D, A: D, D: D, N: D, U: D, S: D},
    Move.DECLINE: {I: N, A: N, U: N, S: N, D: N},
    Move.STOP: {W: N, I: N, A: N, U: N, S: N, D: D, N: N},
    Move.BOUNCE: {I: U, A: U, S: U},
    Move.FALL_SILENT: {A: S},
    Move.WAIT_ON: {A: A, S: A},
    Move.RELEASE: {W: R, I: R, A: R, N: R, U: R, S: R, D: R},
}


def moved(standing: Standing, move: Move) -> Standing | None:
    """Where `move` leads from `standing`; None: it has no meaning there."""
    return MOVES[move].get(standing)
