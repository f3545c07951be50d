"""The first minute with the program, and every way in which its output can go nowhere."""

import json
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mailflow.identity import Purpose
from tests.integration.program import MAILFLOW, ROOT, mailflow, surroundings

HEAVY = {
    "imapclient",
    "jinja2",
    "tinydb",
    "aiosmtplib",
    "selectolax",
    "msgspec",
    "pymap",
    "tomllib",
    "asyncio",
}


def test_help_imports_nothing_heavy():
    """`mailflow --help` is there at once: no wire, no database, no templates are loaded for it."""
    code = (
        "import sys; sys.argv = ['mailflow', '--help']\n"
        "from mailflow.cli import main\n"
        "try:\n    main()\nexcept SystemExit as end:\n    assert not end.code\n"
        "print(*sorted(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=surroundings(), check=True
    )
    loaded = {name.partition(".")[0] for name in done.stderr.split()}
    assert "Commands:" in done.stdout
    assert loaded & HEAVY == set()


def test_without_a_command_there_is_help_and_wrong_usage():
    """Nobody stands before a silent program."""
    for words in ((), ("attention",), ("letters",)):
        ran = mailflow(*words)
        assert ran.code == 2
        assert "Commands:" in ran.out
        assert "--help" in ran.line


@pytest.mark.parametrize(
    "words",
    [
        ("frobnicate",),
        ("export", "abc"),
        ("--frobnicate",),
        ("show",),
        ("show", "a", "b"),
        ("nudge", "a", "4"),
        ("nudge", "a", "first"),
        ("attention", "frobnicate"),
        ("attention", "drop", "abc"),
        ("preview", "frobnicate"),
        ("preview", "invitation", "--html", "--eml"),
        ("run", "--once", "--as-of", "noon"),
        ("run", "--once", "--as-of", "2026-03-02T09:00:00"),
        ("run", "--as-of", "2026-03-02T09:00:00Z"),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_two_in_one_line(words):
    """A word nobody knows, too many, too few, or one that means nothing."""
    ran = mailflow(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.line.startswith("mailflow: ")


def test_the_version():
    """One line."""
    assert mailflow("--version").out.startswith("mailflow ")


def test_output_is_plain():
    """Neither colours nor frames, in a narrow terminal too."""
    for environ in ({"NO_COLOR": "1"}, {"FORCE_COLOR": "1", "TERM": "xterm-256color"}):
        ran = mailflow("--help", environ={**environ, "COLUMNS": "40"})
        assert "\x1b" not in ran.out
        assert max(map(len, ran.out.splitlines())) <= 80


def test_every_letter_can_be_previewed_without_a_configuration(tmp_path):
    """Text by default, HTML or the whole message if wanted, all of them as JSON."""
    text = mailflow("preview", "invitation", cwd=tmp_path)
    assert text.code == 0
    assert text.out.startswith("Hi ")
    assert "<" not in text.out
    assert mailflow("preview", "invitation", "--html", cwd=tmp_path).out.lstrip().lower().startswith("<!doc")
    assert "\nX-Mailflow-Letter: invitation\n" in mailflow("preview", "invitation", "--eml", cwd=tmp_path).out
    for purpose in (Purpose.SYNTHESIS, Purpose.ALERT):
        document = json.loads(mailflow("preview", purpose.value, "--json", cwd=tmp_path).out)
        assert document["purpose"] == purpose.value
        assert document["text"]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("words", ["--help", "preview invitation", "preview synthesis --json"])
def test_a_reader_that_leaves_early_is_no_trouble(words):
    """`mailflow ... | head -0` says nothing and ends well."""
    reader = subprocess.Popen(["true"], stdin=subprocess.PIPE)
    reader.wait()
    done = subprocess.run(
        [*MAILFLOW, *words.split()],
        stdout=reader.stdin,
        stderr=subprocess.PIPE,
        env=surroundings(),
        check=False,
    )
    assert reader.stdin is not None
    reader.stdin.close()
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_full_disk_under_the_output_is_told():
    """What could not be printed was not done."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*MAILFLOW, "preview", "invitation"],
            stdout=full,
            stderr=subprocess.PIPE,
            env=surroundings(),
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert b"No space left" in done.stderr


def test_no_output_at_all_is_allowed():
    """A closed stdout, as some schedulers give it."""
    command = " ".join(MAILFLOW) + " preview synthesis --json >&-"
    done = subprocess.run(["sh", "-c", command], capture_output=True, env=surroundings(), check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_terminal_of_old_shows_what_it_can():
    """An ASCII terminal gets escapes instead of a fault, and JSON stays JSON."""
    ascii_only = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    assert mailflow("preview", "invitation", environ=ascii_only).code == 0
    ran = mailflow("preview", "invitation", "--json", environ=ascii_only)
    assert "\u201c" in json.loads(ran.out)["text"]


def test_an_installation_without_its_templates_says_so(tmp_path):
    """One line with what to do, from `preview` and from whatever else needs a letter."""
    shutil.copytree(ROOT / "mailflow", tmp_path / "mailflow")
    ran = mailflow("preview", "invitation", cwd=tmp_path, environ={"PYTHONPATH": str(tmp_path)})
    assert (ran.code, ran.out) == (1, "")
    assert "install mailflow anew" in ran.line


def test_ctrl_c_is_one_line(tmp_path):
    """Whenever it comes, a person who stops the program gets no more than that."""
    program = subprocess.Popen(
        [*MAILFLOW, "demo", "--output", tmp_path / "letters"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=surroundings(),
        start_new_session=True,
    )
    assert program.stdout is not None
    program.stdout.readline()  # it has begun
    time.sleep(0.3)
    program.send_signal(signal.SIGINT)
    _, complaint = program.communicate(timeout=30)
    assert program.returncode == 1
    assert complaint == b"mailflow: stopped\n"
