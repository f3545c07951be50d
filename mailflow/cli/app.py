"""The commands, their options and their help; what they do lives in the modules beside this one."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

import mailflow
from mailflow.cli.endings import ended
from mailflow.cli.exits import Ended, Exit, guarded
from mailflow.cli.mail_commands import attention, letters
from mailflow.cli.options import DryRun, Id, Json, Manner, Reason, Reveal, Seat

app = typer.Typer(
    name="mailflow",
    help="Just-in-Time Mentoring by email: one capability, three experts, nine pieces of advice, one goal.",
    add_completion=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(attention, name="attention")
app.add_typer(letters, name="letters")


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status."""
    return ended(lambda: app(args=list(arguments), prog_name="mailflow", standalone_mode=False))


@app.callback(invoke_without_command=True)
def root(
    context: typer.Context,
    # `readable=False`: whether it can be read is the configuration's to say, with its own exit status.
    config: Annotated[
        Path | None, typer.Option("--config", metavar="FILE", readable=False, help="The configuration.")
    ] = None,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Keep what all commands share."""
    context.obj = config
    if version:
        print(f"mailflow {mailflow.__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        print(context.get_help())
        raise Ended(Exit.USAGE, "a command is missing; see 'mailflow --help'")


@app.command("run")
def run_command(
    context: typer.Context,
    once: Annotated[
        bool, typer.Option("--once", help="Everything waiting, due and unsent; then exit.")
    ] = False,
    as_of: Annotated[
        str,
        typer.Option(
            "--as-of",
            metavar="ISO-TIME",
            help="Pretend this time, at the desk too until the next real run; needs --once.",
        ),
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
    folder: Annotated[
        Path,
        typer.Option("--output", metavar="FOLDER", readable=False, help="Where every letter is written."),
    ] = Path("demo-letters"),
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
    html: Annotated[bool, typer.Option("--html", help="The HTML page.")] = False,
    eml: Annotated[bool, typer.Option("--eml", help="The whole message, as it is sent.")] = False,
    as_json: Json = False,
) -> None:
    """Render a letter with sample engagements: its plain text, or another form of it."""
    from mailflow.cli import previewing

    guarded(lambda: previewing.preview(purpose, html=html, eml=eml, as_json=as_json))


@app.command("nudge")
def nudge_command(
    context: typer.Context,
    engagement: Id,
    seat: Seat,
    dry_run: DryRun = False,
    reason: Reason = "",
    as_json: Json = False,
) -> None:
    """Remind an expert; two reminders at most in all."""
    from mailflow.cli import turning

    manner = Manner(dry_run=dry_run, reason=reason, as_json=as_json)
    guarded(lambda: turning.nudge(context.obj, engagement, seat, manner))


@app.command("pause")
def pause_command(
    context: typer.Context,
    engagement: Id,
    dry_run: DryRun = False,
    reason: Reason = "",
    as_json: Json = False,
) -> None:
    """Let an engagement rest: nothing is sent by itself until it is resumed."""
    from mailflow.cli import turning

    manner = Manner(dry_run=dry_run, reason=reason, as_json=as_json)
    guarded(lambda: turning.hold(context.obj, engagement, manner, paused=True))


@app.command("resume")
def resume_command(
    context: typer.Context,
    engagement: Id,
    dry_run: DryRun = False,
    reason: Reason = "",
    as_json: Json = False,
) -> None:
    """Let a paused engagement go on."""
    from mailflow.cli import turning

    manner = Manner(dry_run=dry_run, reason=reason, as_json=as_json)
    guarded(lambda: turning.hold(context.obj, engagement, manner, paused=False))


@app.command("cancel")
def cancel_command(
    context: typer.Context,
    engagement: Id,
    dry_run: DryRun = False,
    reason: Reason = "",
    as_json: Json = False,
) -> None:
    """End an engagement; experts who still owe an answer are released with thanks."""
    from mailflow.cli import turning

    manner = Manner(dry_run=dry_run, reason=reason, as_json=as_json)
    guarded(lambda: turning.cancel(context.obj, engagement, manner))


@app.command("substitute")
def substitute_command(
    context: typer.Context,
    engagement: Id,
    seat: Seat,
    who: Annotated[str, typer.Argument(metavar="WHO", help='The new expert, as "Name <address>".')],
    confirmed: Annotated[
        bool, typer.Option("--confirmed", help="The leader has said yes already: invite without a preview.")
    ] = False,
    dry_run: DryRun = False,
    reason: Reason = "",
    as_json: Json = False,
) -> None:
    """Propose somebody else for a seat: the leader gets a preview, and they are invited after the yes."""
    from mailflow.cli import turning

    manner = Manner(dry_run=dry_run, reason=reason, as_json=as_json)
    guarded(lambda: turning.substitute(context.obj, engagement, seat, who, manner, confirmed=confirmed))


@app.command("answer")
def answer_command(
    context: typer.Context,
    engagement: Id,
    seat: Seat,
    dry_run: DryRun = False,
    reason: Reason = "",
    as_json: Json = False,
) -> None:
    """Enter or correct three pieces by hand: three numbered lines on stdin, or an editor on a terminal."""
    from mailflow.cli import turning

    manner = Manner(dry_run=dry_run, reason=reason, as_json=as_json)
    guarded(lambda: turning.answer(context.obj, engagement, seat, manner))
