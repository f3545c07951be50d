"""What the documents say about the code, drawn from the code: written by `make docs`, compared by a test."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import typer

from mailflow.cli.app import app
from mailflow.config_keys import KEYS, REQUIRED, Key, Kind
from mailflow.mentoring.engagement import Standing
from mailflow.mentoring.moves import MOVES

ROOT = Path(__file__).parent.parent.parent
WIDTH = 100
# The key that makes the example a configuration that loads: it holds no secret, only where one is.
GIVEN = ("imap.password_env",)
_BEGIN = "<!-- made from {source}; write anew with: make docs -->"
_END = "<!-- end -->"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A file, and the part of it that is made; an empty `source` means the whole file is."""

    path: str
    make: Callable[[], str]
    source: str = ""

    @property
    def file(self) -> Path:
        """Where it lies."""
        return ROOT / self.path

    def wanted(self) -> str:
        """The file as it should be, the parts written by people left as they are."""
        if not self.source:
            return self.make()
        before, begin, rest = self.file.read_text(encoding="utf-8").partition(
            _BEGIN.format(source=self.source)
        )
        after = rest.partition(_END)[2]
        if not begin or not after:
            raise AssertionError(f"{self.path} has lost the marks around what is made from {self.source}")
        return f"{before}{begin}\n{self.make()}{_END}{after}"


# --- configuration ---


def example_config() -> str:
    """config.example.toml: every key with its meaning and its default."""
    lines = [
        "# The configuration of mailflow: every key, what it means, and its default.",
        "#",
        "# Copy it to config.toml (or /etc/mailflow/config.toml), fill in what is marked as required and how",
        "# the passwords are found, then run: mailflow check",
        "# A key that begins with # has no default; what stands there is an example.",
    ]
    for section, keys in groupby(KEYS, key=lambda key: key.name.partition(".")[0]):
        lines += ["", f"[{section}]"]
        for key in keys:
            lines += _example(key)
    return "\n".join(lines) + "\n"


def _example(key: Key) -> Iterator[str]:
    required = " (required)" if key.default is REQUIRED else ""
    yield f"# {key.meaning.replace('`', '')}{required}"
    live = key.default is not None or key.name in GIVEN
    yield f"{'' if live else '# '}{key.name.partition('.')[2]} = {_toml(key)}"


def _toml(key: Key) -> str:
    if key.default is None or key.default is REQUIRED:
        plain = key.kind in {Kind.PORT, Kind.ADDRESSES}
        return key.example if plain else _quoted(key.example)
    if isinstance(key.default, list):
        return f"[{', '.join(_quoted(one) for one in key.default)}]"
    return _quoted(key.default) if isinstance(key.default, str) else str(key.default)


def _quoted(text: str) -> str:
    assert not set(text) & set('"\\'), text
    return f'"{text}"'


def configuration_table() -> str:
    """The table of keys in docs/configuration.md."""
    rows = ["| key | meaning | default |", "|---|---|---|"]
    for key in KEYS:
        meaning = key.meaning.replace("|", "\\|")
        rows.append(f"| `{key.name}` | {meaning} | {_default(key)} |")
    return "\n".join(rows) + "\n"


def _default(key: Key) -> str:
    if key.default is REQUIRED:
        return "**required**"
    return "" if key.default is None else f"`{_toml(key)}`"


# --- commands ---


def commands() -> str:
    """Every command with the help it prints itself."""
    root = typer.main.get_command(app)
    return "\n".join(_helps(root, "mailflow", None))


def _helps(command: Any, name: str, parent: Any) -> Iterator[str]:
    # Typer carries a click of its own; each command knows the context it wants.
    context = command.context_class(
        command, info_name=name, parent=parent, terminal_width=WIDTH, max_content_width=WIDTH
    )
    path = context.command_path
    yield f"## `{path}`\n\n```\n{command.get_help(context).rstrip()}\n```\n"
    for below, one in getattr(command, "commands", {}).items():
        yield from _helps(one, below, context)


def command_paths() -> list[str]:
    """Every command as it is typed, groups included."""
    heads = [line for line in commands().splitlines() if line.startswith("## ")]
    return [head.removeprefix("## `").removesuffix("`") for head in heads]


# --- states ---


def states_diagram() -> str:
    """The table of moves as a picture."""
    lines = ["```mermaid", "stateDiagram-v2", f"    [*] --> {Standing.WAITING}"]
    for start in Standing:
        for end in Standing:
            moves = [move.value for move, table in MOVES.items() if table.get(start) is end]
            if moves:
                lines.append(f"    {start} --> {end}: {', '.join(moves)}")
    return "\n".join([*lines, "```"]) + "\n"


PAGES = (
    Page(path="config.example.toml", make=example_config),
    Page(path="docs/configuration.md", make=configuration_table, source="mailflow/config_keys.py"),
    Page(path="docs/commands.md", make=commands, source="the commands' own help"),
    Page(path="docs/architecture.md", make=states_diagram, source="mailflow/mentoring/moves.py"),
)
