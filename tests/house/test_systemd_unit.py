"""The systemd unit: parses, is hardened, and lets through what the program really needs."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.pages import ROOT, example_config

UNIT = ROOT / "systemd" / "mailflow.service"
MOST_EXPOSED = 1.5
CALL = re.compile(r"^\d+ +(?:<\.\.\. )?([a-z_0-9]+)")

analysed = pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not here")


def may_trace() -> bool:
    """Whether strace is here and allowed to look."""
    strace = shutil.which("strace")
    return (
        strace is not None
        and subprocess.run([strace, "-o", "/dev/null", "true"], check=False).returncode == 0
    )


def settings() -> list[tuple[str, str]]:
    """The unit's lines, in order."""
    lines = UNIT.read_text(encoding="utf-8").splitlines()
    return [
        (name, value)
        for name, found, value in (line.partition("=") for line in lines)
        if found and not name.startswith("#")
    ]


def analyse(*words: str) -> str:
    """What systemd-analyze says."""
    done = subprocess.run(["systemd-analyze", *words], capture_output=True, text=True, check=True, timeout=60)
    return done.stdout + done.stderr


def allowed_calls() -> set[str]:
    """The system calls the unit lets through, its filters applied in their order."""
    allowed: set[str] = set()
    for name, value in settings():
        if name == "SystemCallFilter":
            named = set().union(*(members(word) for word in value.removeprefix("~").split()))
            allowed = allowed - named if value.startswith("~") else allowed | named
    return allowed


def members(name: str) -> set[str]:
    """The calls of a filter set, those of the sets inside it included."""
    if not name.startswith("@"):
        return {name}
    lines = (line.strip() for line in analyse("syscall-filter", name).splitlines()[1:])
    return set().union(*(members(line) for line in lines if line and not line.startswith("#")))


@analysed
def test_the_unit_parses(tmp_path: Path) -> None:
    """Every line is understood; only the program itself is not where it will be."""
    text = UNIT.read_text(encoding="utf-8")
    copy = tmp_path / UNIT.name
    copy.write_text(re.sub(r"(?m)^ExecStart=\S+", "ExecStart=/bin/true", text), encoding="utf-8")
    assert analyse("verify", str(copy)).strip() == ""


@analysed
def test_the_unit_is_hardened() -> None:
    """Exposure stays at 1.5 or below, on systemd's scale from 0 to 10."""
    found = re.search(r"exposure level for \S+: ([\d.]+)", analyse("security", "--offline=true", str(UNIT)))
    assert found is not None
    assert float(found.group(1)) <= MOST_EXPOSED


def test_the_daemon_is_watched_and_not_restarted_in_vain() -> None:
    """Hangs and crashes restart it; a wrong configuration does not."""
    wanted = {
        ("Type", "notify"),
        ("NotifyAccess", "main"),
        ("Restart", "always"),
        ("RestartSec", "5"),
        ("RestartPreventExitStatus", "78"),
        ("DynamicUser", "yes"),
        ("StateDirectory", "mailflow"),
    }
    assert wanted <= set(settings())
    assert {"WatchdogSec", "StartLimitBurst", "StartLimitIntervalSec"} <= {name for name, _ in settings()}


@analysed
@pytest.mark.skipif(not may_trace(), reason="strace is not to be had")
def test_a_whole_engagement_needs_no_call_that_the_unit_forbids(tmp_path: Path) -> None:
    """Every system call of the demo, the children that read mail included, passes the unit's filter."""
    trace = tmp_path / "trace"
    command = [sys.executable, "-m", "mailflow", "demo", "--quiet", "--output", str(tmp_path / "letters")]
    subprocess.run(
        ["strace", "-f", "-qq", "-e", "signal=none", "-o", str(trace), *command],
        check=True,
        capture_output=True,
        timeout=300,
    )
    lines = trace.read_text(encoding="utf-8", errors="replace").splitlines()
    used = {found.group(1) for line in lines if (found := CALL.match(line))}
    assert {"fsync", "connect", "prlimit64"} <= used
    assert used - allowed_calls() == set()


def test_credentials_are_found_where_systemd_puts_them(tmp_path: Path) -> None:
    """`$CREDENTIALS_DIRECTORY` in config.toml comes from the environment; else the daemon ends with 78."""
    config = tmp_path / "config.toml"
    by_environment = 'password_env = "MAILFLOW_IMAP_PASSWORD"'
    by_credential = 'password_file = "$CREDENTIALS_DIRECTORY/imap"'
    text = example_config().replace("imap.example.org", "127.0.0.1").replace("smtp.example.org", "127.0.0.1")
    assert by_environment in text
    config.write_text(text.replace(by_environment, by_credential), encoding="utf-8")
    command = [sys.executable, "-m", "mailflow", "--config", str(config), "run", "--once"]
    missing = subprocess.run(command, env={}, capture_output=True, text=True, check=False, timeout=60)
    assert missing.returncode == 78
    assert "CREDENTIALS_DIRECTORY" in missing.stderr
    # With it the password is read, and the empty file is what is wrong.
    (tmp_path / "imap").touch(0o600)
    given = subprocess.run(
        command,
        env={"CREDENTIALS_DIRECTORY": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert given.returncode == 78
    assert f"the password file {tmp_path / 'imap'} is empty" in given.stderr
