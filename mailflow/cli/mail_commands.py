"""`mailflow attention` and `mailflow letters`: their commands, options and help."""

from typing import Annotated

import typer

from mailflow.cli.exits import guarded
from mailflow.cli.options import Id, Json, Key, Reason, Reveal

attention = typer.Typer(help="Messages set aside for a person.", no_args_is_help=True, rich_markup_mode=None)
letters = typer.Typer(
    help="The outbox: every letter and what became of it.", no_args_is_help=True, rich_markup_mode=None
)


@attention.command("list")
def attention_list(context: typer.Context, as_json: Json = False) -> None:
    """Show what waits for a person."""
    from mailflow.cli import attending

    guarded(lambda: attending.list_all(context.obj, as_json=as_json))


@attention.command("show")
def attention_show(
    context: typer.Context, key: Key, as_json: Json = False, reveal: Reveal = False, reason: Reason = ""
) -> None:
    """Show one message as it was read, and why it was set aside."""
    from mailflow.cli import attending

    guarded(lambda: attending.show(context.obj, key, as_json=as_json, reveal=reveal, reason=reason))


@attention.command("assign")
def attention_assign(
    context: typer.Context,
    key: Key,
    engagement: Id,
    seat: Annotated[
        int, typer.Argument(metavar="[SEAT]", min=0, max=3, help="1 to 3; 0 or none: the leader.")
    ] = 0,
) -> None:
    """Say whose message it is; the next run handles it as theirs."""
    from mailflow.cli import attending

    guarded(lambda: attending.assign(context.obj, key, engagement, seat))


@attention.command("retry")
def attention_retry(context: typer.Context, key: Key) -> None:
    """Let the next run read it again."""
    from mailflow.cli import attending

    guarded(lambda: attending.retry(context.obj, key))


@attention.command("drop")
def attention_drop(
    context: typer.Context,
    key: Key,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; kept with the message.")],
) -> None:
    """Put it away for good."""
    from mailflow.cli import attending

    guarded(lambda: attending.drop(context.obj, key, reason))


@letters.command("list")
def letters_list(
    context: typer.Context,
    as_json: Json = False,
    engagement: Annotated[
        str, typer.Option("--engagement", metavar="ID", help="Only this engagement's letters.")
    ] = "",
) -> None:
    """Show every letter and its state."""
    from mailflow.cli import posting

    guarded(lambda: posting.list_all(context.obj, engagement, as_json=as_json))


@letters.command("show")
def letters_show(
    context: typer.Context, key: Key, as_json: Json = False, reveal: Reveal = False, reason: Reason = ""
) -> None:
    """Show one letter; advice in it stays hidden until all nine are in."""
    from mailflow.cli import posting

    guarded(lambda: posting.show(context.obj, key, as_json=as_json, reveal=reveal, reason=reason))


@letters.command("resend")
def letters_resend(context: typer.Context, key: Key, reason: Reason = "") -> None:
    """Send the same bytes again, with the same Message-ID, by the next run."""
    from mailflow.cli import posting

    guarded(lambda: posting.resend(context.obj, key, reason))
