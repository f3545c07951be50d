"""Three pieces as a person types them."""

import io

import pytest

from mailflow.cli.exits import Ended, Exit
from mailflow.cli.typed import typed_pieces


@pytest.fixture
def pieces_of(monkeypatch):
    """What is understood of a text on stdin."""

    def read(text):
        monkeypatch.setattr("sys.stdin", io.StringIO(text))
        return [piece.text for piece in typed_pieces()]

    return read


@pytest.mark.parametrize(
    "text",
    [
        "1. one\n2. two\n3. three",
        "\n 1) one\r\n\n2) two\r\n3: three\r\n",
        "\ufeff1. one\n2. two\n3. three\n\n",
    ],
)
def test_three_numbered_lines(pieces_of, text):
    """Any usual mark, blank lines between, line ends of any system."""
    assert pieces_of(text) == ["one", "two", "three"]


def test_a_piece_may_go_on(pieces_of):
    """A line that is not the next number belongs to the piece before, whatever number it begins with."""
    assert pieces_of("1. one\n2. In:\n1. first\n2. second\n3. three") == [
        "one",
        "In:\n1. first\n2. second",
        "three",
    ]


@pytest.mark.parametrize("text", ["", "1. one\n2. two", "one\ntwo\nthree", "1. one\n2. \n3. three", "2. two"])
def test_not_three_is_wrong_usage(pieces_of, text):
    """Two, none, or no numbers."""
    with pytest.raises(Ended) as caught:
        pieces_of(text)
    assert caught.value.exit_status is Exit.USAGE


def test_an_editor_on_a_terminal(monkeypatch, tmp_path):
    """What the editor leaves is read; the file it worked on is gone, and so is all that lay beside it."""

    class Terminal(io.StringIO):
        def isatty(self):
            return True

    editor = tmp_path / "editor"
    editor.write_text(
        '#!/bin/sh\nprintf "1. a\\n2. b\\n3. c\\n" > "$1"; cp "$1" "$1~"; echo "$1" > "$SEEN"\n'
    )
    editor.chmod(0o700)
    monkeypatch.setenv("VISUAL", str(editor))
    monkeypatch.setenv("SEEN", str(tmp_path / "seen"))
    monkeypatch.setattr("sys.stdin", Terminal())
    assert [piece.text for piece in typed_pieces()] == ["a", "b", "c"]
    (name,) = (tmp_path / "seen").read_text().splitlines()
    assert not tmp_path.joinpath(name).parent.exists()
    monkeypatch.setenv("VISUAL", "/no/such/editor")
    with pytest.raises(Ended, match="pipe the three lines in"):
        typed_pieces()
