"""The commands, their options and their help; what they do lives in the modules beside this one."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

import mailflow
from mailflow.cli.exits import Ended, Exit, guarded

app = typer.Typer(
    name="mailflow",
    help="Just-in-Time Mentoring by email: one capability, three experts, nine pieces of advice, one goal.",
    no_args_is_help=True,
    add_completion=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
attention = typer.Typer(help="Messages set aside for a person.", no_args_is_help=True, rich_markup_mode=None)
letters = typer.Typer(
    help="The outbox: every letter and what became of it.", no_args_is_help=True, rich_markup_mode=None
)
app.add_typer(attention, name="attention")
app.add_typer(letters, name="letters")

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")]
Id = Annotated[str, typer.Argument(metavar="ID", help="The engagement; may be shortened while unique.")]
Key = Annotated[str, typer.Argument(metavar="KEY", help="The key; may be shortened while unique.")]
Seat = Annotated[int, typer.Argument(metavar="SEAT", min=1, max=3, help="The expert's seat, 1 to 3.")]
Reason = Annotated[str, typer.Option("--reason", help="Why; kept in the history.")]
Reveal = Annotated[
    bool, typer.Option("--reveal", help="Show advice before all nine are in; needs --reason, is recorded.")
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Print the letters that would go, and change nothing.")
]


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status."""
    try:
        outcome = app(args=list(arguments), standalone_mode=False)
    except Ended as ending:
        for line in ending.lines:
            print(f"mailflow: {line}", file=sys.stderr)
        return int(ending.exit_status)
    except typer.Exit as ending:
        return ending.exit_code
    except (typer.Abort, KeyboardInterrupt):
        print("mailflow: stopped", file=sys.stderr)
        return int(Exit.FAILED)
    except BrokenPipeError:
        # The reader of our output has left (`mailflow list | head`); that is its right.
        sys.stderr.close()
        return int(Exit.DONE)
    except Exception as fault:  # the last door: whatever it is, no traceback reaches a user
        return _explained(fault)
    return outcome if isinstance(outcome, int) else int(Exit.DONE)


def _explained(fault: Exception) -> int:
    # Typer raises the errors of a click that may be its own or the shared one; both know how to speak.
    speak = getattr(fault, "format_message", None)
    if speak is None:
        from mailflow.flow.faults import place_of

        print(f"mailflow: a fault of our own, please report it: {place_of(fault)}", file=sys.stderr)
        return int(Exit.FAILED)
    if type(fault).__name__ == "NoArgsIsHelpError":
        print(speak())
    else:
        print(f"mailflow: {speak().rstrip('.')}. See 'mailflow --help'.", file=sys.stderr)
    return int(Exit.USAGE)


@app.callback(invoke_without_command=True)
def root(
    context: typer.Context,
    config: Annotated[Path | None, typer.Option("--config", help="The configuration file.")] = None,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Keep what all commands share."""
    context.obj = config
    if version:
        print(f"mailflow {mailflow.__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        print(context.get_help())
        raise typer.Exit(int(Exit.USAGE))


@app.command("run")
def run_command(
    context: typer.Context,
    once: Annotated[
        bool, typer.Option("--once", help="Everything waiting, due and unsent; then exit.")
    ] = False,
    as_of: Annotated[
        str, typer.Option("--as-of", metavar="ISO-TIME", help="Pretend this time; needs --once.")
    ] = "",
    force: Annotated[
        bool, typer.Option("--force", help="Allow --as-of with mail servers that are not on this machine.")
    ] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Log more.")] = False,
) -> None:
    """Read the inbox, do what is due, send what is to go."""
    from mailflow.cli import running

    guarded(lambda: running.run(context.obj, once=once, as_of=as_of, force=force, verbose=verbose))


@app.command("list")
def list_command(
    context: typer.Context,
    stage: Annotated[str, typer.Option("--stage", help="Only engagements at this stage.")] = "",
    as_json: Json = False,
) -> None:
    """Show every engagement in a line."""
    from mailflow.cli import showing

    guarded(lambda: showing.list_all(context.obj, stage=stage, as_json=as_json))


@app.command("show")
def show_command(
    context: typer.Context,
    engagement: Id,
    as_json: Json = False,
    reveal: Reveal = False,
    reason: Reason = "",
) -> None:
    """Show one engagement with its history; advice stays hidden until all nine are in."""
    from mailflow.cli import showing

    guarded(lambda: showing.show(context.obj, engagement, as_json=as_json, reveal=reveal, reason=reason))


@app.command("check")
def check_command(context: typer.Context, as_json: Json = False) -> None:
    """Check configuration, logins, folders, store and templates: one line each, ok or the remedy."""
    from mailflow.cli import checking

    guarded(lambda: checking.check(context.obj, as_json=as_json))


@app.command("demo")
def demo_command(
    folder: Annotated[Path, typer.Option("--output", help="Where every letter is written.")] = Path(
        "demo-letters"
    ),
    quiet: Annotated[
        bool, typer.Option("--quiet", help="Only the synthesis, not every letter's line.")
    ] = False,
) -> None:
    """Play a whole engagement on an embedded mail server, with simulated people."""
    from mailflow.cli import demonstrating

    guarded(lambda: demonstrating.demo(folder, quiet=quiet))


@app.command("preview")
def preview_command(
    purpose: Annotated[
        str, typer.Argument(metavar="PURPOSE", help="A letter's purpose, such as invitation.")
    ],
    form: Annotated[str, typer.Option("--format", help="text, html or eml.")] = "text",
) -> None:
    """Render a letter with sample engagements."""
    from mailflow.cli import showing

    guarded(lambda: showing.preview(purpose, form))


@app.command("nudge")
def nudge_command(
    context: typer.Context, engagement: Id, seat: Seat, dry_run: DryRun = False, reason: Reason = ""
) -> None:
    """Remind an expert; two reminders at most in all."""
    from mailflow.cli import turning

    guarded(lambda: turning.nudge(context.obj, engagement, seat, dry_run=dry_run, reason=reason))


@app.command("pause")
def pause_command(
    context: typer.Context, engagement: Id, dry_run: DryRun = False, reason: Reason = ""
) -> None:
    """Let an engagement rest: nothing is sent by itself until it is resumed."""
    from mailflow.cli import turning

    guarded(lambda: turning.hold(context.obj, engagement, paused=True, dry_run=dry_run, reason=reason))


@app.command("resume")
def resume_command(
    context: typer.Context, engagement: Id, dry_run: DryRun = False, reason: Reason = ""
) -> None:
    """Let a paused engagement go on."""
    from mailflow.cli import turning

    guarded(lambda: turning.hold(context.obj, engagement, paused=False, dry_run=dry_run, reason=reason))


@app.command("cancel")
def cancel_command(
    context: typer.Context, engagement: Id, dry_run: DryRun = False, reason: Reason = ""
) -> None:
    """End an engagement; experts who still owe an answer are released with thanks."""
    from mailflow.cli import turning

    guarded(lambda: turning.cancel(context.obj, engagement, dry_run=dry_run, reason=reason))


@app.command("substitute")
def substitute_command(
    context: typer.Context,
    engagement: Id,
    seat: Seat,
    who: Annotated[str, typer.Argument(metavar="WHO", help='The new expert, as "Name <address>".')],
    dry_run: DryRun = False,
    reason: Reason = "",
) -> None:
    """Let somebody else sit in a seat; they are invited."""
    from mailflow.cli import turning

    guarded(lambda: turning.substitute(context.obj, engagement, seat, who, dry_run=dry_run, reason=reason))


@app.command("answer")
def answer_command(
    context: typer.Context, engagement: Id, seat: Seat, dry_run: DryRun = False, reason: Reason = ""
) -> None:
    """Enter or correct three pieces by hand: three numbered lines on stdin, or an editor on a terminal."""
    from mailflow.cli import turning

    guarded(lambda: turning.answer(context.obj, engagement, seat, dry_run=dry_run, reason=reason))


@attention.command("list")
def attention_list(context: typer.Context, as_json: Json = False) -> None:
    """Show what waits for a person."""
    from mailflow.cli import attending

    guarded(lambda: attending.list_all(context.obj, as_json=as_json))


@attention.command("show")
def attention_show(
    context: typer.Context, key: Key, as_json: Json = False, reveal: Reveal = False, reason: Reason = ""
) -> None:
    """Show one message and why it was set aside."""
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
    reason: Annotated[str, typer.Option("--reason", help="Why; kept with the message.")],
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
def letters_resend(context: typer.Context, key: Key) -> None:
    """Send the same bytes again, with the same Message-ID, by the next run."""
    from mailflow.cli import posting

    guarded(lambda: posting.resend(context.obj, key))
