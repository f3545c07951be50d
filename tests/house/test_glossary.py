"""One word per thing: the names in the package are those of the glossary."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.pages import ROOT

FILES = sorted((ROOT / "mailflow").rglob("*.py"))


def banned() -> frozenset[str]:
    """The words the glossary bans as names."""
    last = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8").partition("Banned as names")[2]
    words = re.findall(r"[a-z]+", " ".join(re.findall(r"\*([^*]+)\*", last)))
    return frozenset(words)


def names(file: Path) -> Iterator[tuple[str, int]]:
    """Every name that a module gives to something: itself, classes, functions, variables, fields."""
    yield file.stem, 0
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield name, node.lineno
            case ast.arg(arg=name) | ast.Name(id=name, ctx=ast.Store()):
                yield name, node.lineno
            # Fields of our own; what is set on others' objects has others' names.
            case ast.Attribute(value=ast.Name(id="self"), attr=name, ctx=ast.Store()):
                yield name, node.lineno
            case ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
                yield name, node.lineno
            case ast.alias(asname=str(name)):
                yield name, node.lineno


def test_the_list_of_banned_words_is_read() -> None:
    """All twelve are found, so that the test below means something."""
    assert len(banned()) == 12
    assert {"data", "item", "tmp", "status", "do"} <= banned()


@pytest.mark.parametrize("file", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_banned_word_is_a_name(file: Path) -> None:
    """Nothing is called data, item, manager and the like; private and upper-case names included."""
    found = [f"{name}:{line}" for name, line in names(file) if name.strip("_").lower() in banned()]
    assert found == []


@pytest.mark.parametrize("file", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_class_is_a_manager(file: Path) -> None:
    """No class name hides behind Manager, Handler, Helper, Utils, Data, Info or Item."""
    found = [
        name for name, _ in names(file) if re.search(r"(Manager|Handler|Helper|Utils|Data|Info|Item)$", name)
    ]
    assert found == []


def test_the_glossary_has_the_nouns_of_the_rules() -> None:
    """Words that the rules are written in stand in the glossary."""
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    for word in ("engagement", "leader", "expert", "seat", "stage", "standing", "theme", "synthesis", "goal"):
        assert f"**{word}**" in glossary
