"""What is shipped: the wheel holds everything the program needs, and nothing of the workshop."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from mailflow.identity import Purpose
from tests.house.pages import ROOT


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    build = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
    done = subprocess.run(
        [sys.executable, "-c", build, str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return folder / done.stdout.splitlines()[-1]


def test_the_wheel_holds_every_module_and_template(shipped: Path) -> None:
    """Modules, type marker and all wordings are inside; tests and documents are not."""
    names = set(zipfile.ZipFile(shipped).namelist())
    modules = {str(file.relative_to(ROOT)) for file in (ROOT / "mailflow").rglob("*.py")}
    assert modules <= names
    assert "mailflow/py.typed" in names
    for purpose in Purpose:
        assert f"mailflow/templates/en/{purpose.value}.xml.j2" in names
    assert "mailflow/templates/en/words.toml" in names
    outside = {name for name in names if not name.startswith("mailflow")}
    assert outside == set()


def test_an_installed_program_finds_its_templates(shipped: Path, tmp_path: Path) -> None:
    """From the wheel alone, away from the source, a letter renders and the version is told."""
    zipfile.ZipFile(shipped).extractall(tmp_path)
    start = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import mailflow; from mailflow.cli import main; "
    )
    check = f"assert mailflow.__file__.startswith({str(tmp_path)!r}), mailflow.__file__; main()"
    done = subprocess.run(
        [sys.executable, "-P", "-c", start + check, "preview", "invitation"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "coffee" in done.stdout
