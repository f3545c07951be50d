"""The house's walls: who may import whom, and what pure rooms may not touch."""

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.pages import ROOT

LINT_IMPORTS = str(Path(sys.executable).parent / "lint-imports")
RUFF = str(Path(sys.executable).parent / "ruff")
PURE_ROOMS = ("mentoring", "reading")
TOUCHES_THE_WORLD = frozenset({"open", "print", "input", "exec", "eval", "breakpoint", "__import__"})
LONGEST_FUNCTION = 50  # lines; fifty, so that forty stays the habit


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Check the import contracts of the package in `folder`."""
    return subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as l; l()", "--no-cache"],
        cwd=folder,
        env={"PYTHONPATH": str(folder), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.fixture(scope="module")
def copied_house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package and its contracts, somewhere they may be broken."""
    folder = tmp_path_factory.mktemp("house")
    shutil.copytree(ROOT / "mailflow", folder / "mailflow", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def test_imports_point_downwards() -> None:
    """Every contract of pyproject.toml is kept."""
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ("utils.py", ""),
        ("mentoring/decide.py", "import logging"),
        ("mentoring/turn.py", "import random"),
        ("reading/dates.py", "import time"),
        ("reading/message.py", "import pathlib"),
        ("mentoring/moves.py", "from mailflow.reading import dates"),
        ("flow/receive.py", "from mailflow.store import tiny"),
        ("flow/deliver.py", "import smtplib"),
        ("flow/settle.py", "import jinja2"),
        ("cli/showing.py", "import tinydb"),
        ("post/outbox.py", "from mailflow.store import tiny"),
        ("store/tiny.py", "from mailflow import config"),
    ],
)
def test_the_contracts_can_fail(copied_house: Path, place: str, line: str) -> None:
    """A stray module, and an import that the plan forbids, are found."""
    file = copied_house / "mailflow" / place
    before = file.read_text(encoding="utf-8") if file.exists() else None
    file.write_text(f"{before or ''}\n{line}\n", encoding="utf-8")
    try:
        done = lint(copied_house)
    finally:
        if before is None:
            file.unlink()
        else:
            file.write_text(before, encoding="utf-8")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "BROKEN" in done.stdout or "not included" in done.stdout or "missing" in done.stdout, done.stdout


@pytest.mark.parametrize(
    "line",
    [
        "from datetime import UTC, datetime\n\nNOW = datetime.now(UTC)\n",
        "import time\n\nNOW = time.time()\n",
        "import random\n\nCHANCE = random.random()\n",
        "import secrets\n\nCHANCE = secrets.token_hex()\n",
        "from uuid import uuid4\n\nNAME = uuid4()\n",
    ],
)
@pytest.mark.parametrize(("place", "rings"), [("mailflow/flow/x.py", True), ("mailflow/wiring.py", False)])
def test_only_the_wiring_may_look_at_a_watch(line: str, place: str, *, rings: bool) -> None:
    """Clock and chance are refused by ruff everywhere in the package but in wiring.py."""
    command = [
        RUFF,
        "check",
        "--select",
        "TID251",
        "--stdin-filename",
        place,
        "--output-format",
        "concise",
        "-",
    ]
    done = subprocess.run(command, cwd=ROOT, input=line, capture_output=True, text=True, check=False)
    assert ("TID251" in done.stdout) is rings


@pytest.mark.parametrize("room", PURE_ROOMS)
def test_pure_rooms_touch_nothing(room: str) -> None:
    """Rules and readers open no file and print nothing, built-in functions included."""
    found = [
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for file in sorted((ROOT / "mailflow" / room).rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in TOUCHES_THE_WORLD
    ]
    assert found == []


def test_functions_are_short_sentences() -> None:
    """No function of the package is longer than fifty lines."""
    found = [
        f"{file.relative_to(ROOT)}:{node.lineno} {node.name}"
        for file in sorted((ROOT / "mailflow").rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        and (node.end_lineno or node.lineno) - node.lineno >= LONGEST_FUNCTION
    ]
    assert found == []


def test_every_exception_gives_its_reason() -> None:
    """Each `noqa` and `type: ignore` of the package says why, on the same line."""
    excused = re.compile(r"# (?:noqa: [A-Z0-9, ]+ -|type: ignore\[[a-z,-]+\]  ?#) \S+ \S+")
    mark = re.compile("# (?:noqa|type: ignore)")
    bare = [
        f"{file.relative_to(ROOT)}:{number}"
        for file in sorted((ROOT / "mailflow").rglob("*.py"))
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if len(mark.findall(line)) != len(excused.findall(line))
    ]
    assert bare == []
