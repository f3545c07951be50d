"""Documents that cannot lie: what they say about the code is drawn from it, or compared with it."""

import re
import tomllib
from pathlib import Path

import pytest

from mailflow.config import load_config
from mailflow.config_keys import KEYS, REQUIRED, Key
from mailflow.identity import Purpose
from mailflow.mentoring.effects import Cause
from mailflow.ports import Aside, LetterState
from tests.house.pages import GIVEN, PAGES, ROOT, Page, command_paths, example_config

LANGUAGE_NAMES = {"en": "English", "de": "German", "fr": "French", "es": "Spanish"}
DOCUMENTS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


def text_of(path: str) -> str:
    """A document."""
    return (ROOT / path).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_what_is_made_from_the_code_is_current(page: Page, *, update_golden: bool) -> None:
    """Configuration, commands and the diagram of states are as the code has them."""
    wanted = page.wanted()
    if update_golden:
        page.file.write_text(wanted, encoding="utf-8")
    assert page.file.read_text(encoding="utf-8") == wanted


def test_the_example_loads_and_is_the_default(tmp_path: Path) -> None:
    """The example as it stands equals a configuration of the required keys alone."""
    whole = tmp_path / "whole.toml"
    whole.write_text(text_of("config.example.toml"), encoding="utf-8")
    document = tomllib.loads(text_of("config.example.toml"))
    needed = [key.name for key in KEYS if key.default is REQUIRED] + list(GIVEN)
    bare = tmp_path / "bare.toml"
    lines = []
    for name in needed:
        section, _, key = name.partition(".")
        value = document[section][key]
        lines.append(f"{section}.{key} = {value!r}".replace("'", '"'))
    bare.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert load_config(whole) == load_config(bare)


EXAMPLES = [key for key in KEYS if key.default is None and key.name not in GIVEN]


@pytest.mark.parametrize("key", EXAMPLES, ids=lambda key: key.name)
def test_every_example_of_a_key_is_one(key: Key, tmp_path: Path) -> None:
    """What the example shows for a key without a default is accepted when its mark is taken away."""
    section, _, name = key.name.partition(".")
    before, start, rest = example_config().partition(f"[{section}]")
    shown, end, after = rest.partition("\n[")
    if name.startswith("password"):  # exactly one of them
        shown = re.sub(r"(?m)^password_env", "# password_env", shown)
    if key.name == "smtp.user":  # who logs in needs a password
        shown += '\npassword_env = "MAILFLOW_SMTP_PASSWORD"'
    taken, count = re.subn(rf"(?m)^# ({name} = )", r"\1", shown)
    assert count == 1
    file = tmp_path / "config.toml"
    file.write_text(before + start + taken + end + after, encoding="utf-8")
    load_config(file, {"CREDENTIALS_DIRECTORY": str(tmp_path)})


@pytest.mark.parametrize("cause", Cause)
def test_every_alert_has_a_runbook_entry(cause: Cause) -> None:
    """An operator who gets an alert finds what to do under its name."""
    entry = text_of("docs/operations.md").partition(f"\n### `{cause.value}`\n")[2].partition("\n### ")[0]
    assert len(entry.split()) > 20


def test_every_letter_state_is_explained() -> None:
    """The outbox table of the architecture has a row for each state, and no other."""
    table = text_of("docs/architecture.md").partition("## The outbox")[2].partition("\n## ")[0]
    assert set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) == set(LetterState)


def test_every_state_of_a_message_set_aside_is_explained() -> None:
    """The operations page has a row for each state in which a message still waits."""
    table = text_of("docs/operations.md").partition("## Messages set aside")[2].partition("\n## ")[0]
    shown = set(re.findall(r"^\| (\w+) \|", table, re.MULTILINE)) - {"state"}
    assert shown == set(Aside) - {Aside.DONE, Aside.DROPPED}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(document: Path) -> None:
    """Every link to a file of ours finds it."""
    targets = LINK.findall(document.read_text(encoding="utf-8"))
    missing = [one for one in targets if "://" not in one and not (document.parent / one).exists()]
    assert missing == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_commands_in_documents_exist(document: Path) -> None:
    """Every `mailflow …` that a document names is a command, but for those the README calls missing."""
    text = document.read_text(encoding="utf-8").partition("Not there yet")
    known = command_paths()
    for named in re.findall(r"`mailflow ([a-z][a-z ]*?)(?=[`\s][^a-z]|`)", text[0]):
        words = named.split()
        fitting = [path for path in known if path.split()[1:] == words[: len(path.split()) - 1]]
        assert len(fitting) > 1, f"{document.name}: mailflow {named}"  # the root fits always


def test_what_is_called_missing_is_missing() -> None:
    """No command that the README says is not there yet is there."""
    missing = text_of("README.md").partition("Not there yet")[2].partition("\n## ")[0]
    named = re.findall(r"`(mailflow [^`]+)`", missing)
    assert named
    helps = text_of("docs/commands.md")
    for one in named:
        command, _, option = one.partition(" --")
        if option:
            section = helps.partition(f"## `{command}`")[2].partition("\n## ")[0]
            assert section
            assert f"--{option}" not in section
        else:
            assert one not in command_paths()


def test_the_languages_named_are_the_languages_there_are() -> None:
    """The README names the languages of the letters that the templates have, and no other."""
    said = re.search(r"Letters are written in ([^.]+)\.", text_of("README.md"))
    assert said is not None
    there = {LANGUAGE_NAMES[folder.name] for folder in (ROOT / "templates").iterdir() if folder.is_dir()}
    assert set(re.findall(r"[A-Z]\w+", said.group(1))) == there


@pytest.mark.parametrize("purpose", Purpose)
def test_every_purpose_has_its_template(purpose: Purpose) -> None:
    """Each letter has a wording of its own, in every language."""
    for folder in (ROOT / "templates").iterdir():
        assert (folder / f"{purpose.value}.xml.j2").is_file(), folder.name


def test_every_template_has_its_purpose() -> None:
    """No wording lies about that no letter uses."""
    names = {file.name.partition(".")[0] for file in (ROOT / "templates").rglob("*.xml.j2")}
    assert {name for name in names if not name.startswith("_")} == set(Purpose)


def test_every_decision_is_numbered_and_short() -> None:
    """Decision records are numbered without a gap, and fit on a screen."""
    records = sorted((ROOT / "docs" / "adr").glob("*.md"))
    assert [int(file.name[:4]) for file in records] == list(range(1, len(records) + 1))
    for file in records:
        lines = file.read_text(encoding="utf-8").splitlines()
        assert lines[0].startswith(f"# {int(file.name[:4])}. ")
        assert len(lines) <= 40


def test_targets_named_in_documents_exist() -> None:
    """Every `make …` that a document names is a target, and every target is phony or a file."""
    makefile = text_of("Makefile")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    phony = set(re.findall(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)[0].split())
    assert targets == phony
    assert {"demo", "test", "check", "bench"} <= targets
    for document in DOCUMENTS:
        named = set(re.findall(r"(?:`|^)make ([a-z]+)", document.read_text(encoding="utf-8"), re.MULTILINE))
        assert named <= targets, document.name
