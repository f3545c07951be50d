"""Small words of the desk: tables, lines, and who did it."""

import io
import json

import pytest

from mailflow.cli.desk import may_reveal, one_line, print_json, table
from mailflow.cli.endings import ended
from mailflow.cli.exits import Ended, Exit, guarded
from mailflow.config import ConfigError
from mailflow.ports import PostError, StoreError, StoreLocked


@pytest.mark.parametrize(
    ("fault", "exit_status"),
    [
        (ConfigError("a.b: is wrong", "c.d: too"), 78),
        (StoreLocked("another holds it"), 75),
        (StoreError("no space"), 1),
        (PostError("away"), 75),
        (PostError("wrong password", temporary=False), 78),
        (Ended(Exit.USAGE, "no such thing"), 2),
        (KeyboardInterrupt(), 1),
        (ValueError("of our own, with Ada's words in it"), 1),
        (OSError(5, "Input/output error", "/state"), 1),
    ],
)
def test_every_fault_has_its_exit_status_and_its_lines(capsys, fault, exit_status):
    """One line, or one for each mistake; a fault of our own names its place and nobody's words."""

    def command():
        raise fault

    assert ended(lambda: guarded(command)) == exit_status
    out, complaint = capsys.readouterr()
    assert out == ""
    assert len(complaint.splitlines()) == (2 if isinstance(fault, ConfigError) else 1)
    assert "Ada" not in complaint


def test_what_is_said_cannot_steer_a_terminal(capsys):
    """Neither on stderr nor in a table."""
    assert ended(lambda: guarded(lambda: (_ for _ in ()).throw(StoreError("a\x1b[31m\nb")))) == 1
    table([["x\x1b]0;y\x07", "two\nlines"]], ["A", "B"])
    out, complaint = capsys.readouterr()
    assert "\x1b" not in out + complaint
    assert complaint.count("\n") == 1
    assert out.count("\n") == 2
    assert one_line("a\u202eb\r\n\tc") == "ab c"


def test_json_fits_the_terminal(monkeypatch):
    """Letters as they are where the terminal knows them, escapes where it does not; the same document."""
    for encoding, shown in (("utf-8", "\u201c"), ("ascii", "\\u201c")):
        stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
        monkeypatch.setattr("sys.stdout", stream)
        print_json({"a": "\u201c"})
        stream.flush()
        written = stream.buffer.getvalue().decode(encoding)
        assert shown in written
        assert json.loads(written) == {"a": "\u201c"}


def test_a_reason_of_blanks_is_none():
    """Whoever looks says why."""
    assert may_reveal(True, "she asked")
    assert not may_reveal(False, "")
    with pytest.raises(Ended):
        may_reveal(True, " \t")
