"""Options and arguments that several commands share."""

from dataclasses import dataclass
from typing import Annotated

import typer

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")]
Id = Annotated[str, typer.Argument(metavar="ID", help="The engagement; may be shortened while unique.")]
Key = Annotated[str, typer.Argument(metavar="KEY", help="The key; may be shortened while unique.")]
Seat = Annotated[int, typer.Argument(metavar="SEAT", min=1, max=3, help="The expert's seat, 1 to 3.")]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; kept in the history.")]
Reveal = Annotated[
    bool, typer.Option("--reveal", help="Show advice before all nine are in; needs --reason, is recorded.")
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Print the letters that would go, and change nothing.")
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a command that changes an engagement is meant."""

    dry_run: bool
    reason: str
    as_json: bool
