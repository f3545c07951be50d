"""What an admin gets wrong before the first mail: one line for each mistake, and the right exit status."""

import json
import os
import shutil
import socket
import sys
import tempfile
from pathlib import Path

import pytest

from mailflow.demo.server import EmbeddedServer
from tests.integration.program import mailflow

GOOD = """
[service]
address = "jit@mail.test"
[imap]
host = "127.0.0.1"
port = {imap}
security = "none"
user = "jit@mail.test"
{password}
[smtp]
host = "127.0.0.1"
port = {smtp}
security = "none"
[access]
leaders = ["leader@mail.test"]
"""
PLAIN = 'password = "secret"'
NEEDS_A_CONFIGURATION = [
    ("run",),
    ("run", "--once"),
    ("list",),
    ("show", "abc"),
    ("check",),
    ("nudge", "abc", "1"),
    ("pause", "abc"),
    ("resume", "abc"),
    ("cancel", "abc"),
    ("substitute", "abc", "1", "Hana <hana@mail.test>"),
    ("answer", "abc", "1"),
    ("attention", "list"),
    ("attention", "show", "abc"),
    ("attention", "assign", "abc", "abc"),
    ("attention", "retry", "abc"),
    ("attention", "drop", "abc", "--reason", "x"),
    ("letters", "list"),
    ("letters", "show", "abc"),
    ("letters", "resend", "abc"),
]


@pytest.fixture
def server():
    """A mail server with the service's account."""
    with EmbeddedServer() as running:
        running.add_account("jit@mail.test", "secret")
        yield running


@pytest.fixture
def configured(tmp_path, server):
    """Write a good configuration, changed at will; return its path."""

    def write(password: str = PLAIN, **ports: int) -> Path:
        path = tmp_path / "config.toml"
        ports = {"imap": server.imap_port, "smtp": server.smtp_port, **ports}
        path.write_text(GOOD.format(password=password, **ports))
        path.chmod(0o600)
        return path

    return write


@pytest.fixture
def closed_port():
    """A port on which nobody listens."""
    with socket.socket() as wire:
        wire.bind(("127.0.0.1", 0))
        yield wire.getsockname()[1]


@pytest.fixture
def nobody():
    """What goes before a command so that it runs as an account that owns nothing."""
    before = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")
    if os.getuid() != 0 or shutil.which("setpriv") is None:
        pytest.skip("only root, with setpriv, can become somebody else")
    try:
        mailflow("--version", before=before)
    except AssertionError:
        pytest.skip("this Python is out of reach for other accounts")
    return before


@pytest.fixture
def public_folder():
    """A folder into which everybody may look."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.mark.parametrize("words", NEEDS_A_CONFIGURATION, ids=" ".join)
def test_every_command_wants_a_good_configuration(tmp_path, words):
    """78, a line for each mistake, and nothing on stdout."""
    (tmp_path / "config.toml").write_text('[service]\nadress = "jit@mail.test"\n')
    ran = mailflow(*words, cwd=tmp_path)
    assert (ran.code, ran.out) == (78, "")
    lines = ran.err.splitlines()
    assert "mailflow: service.adress: is no key; did you mean service.address?" in lines
    assert len(lines) == 7
    assert all(line.startswith("mailflow: ") for line in lines)
    assert not (tmp_path / "state").exists()


def test_without_a_configuration_the_places_are_named(tmp_path):
    """78, and how to name one."""
    if Path("/etc/mailflow/config.toml").exists():
        pytest.skip("this machine has a configuration of its own")
    ran = mailflow("list", cwd=tmp_path)
    assert ran.code == 78
    assert "MAILFLOW_CONFIG" in ran.line


def test_the_configuration_is_found_in_its_order(tmp_path, configured):
    """--config before MAILFLOW_CONFIG before ./config.toml."""
    bad = tmp_path / "bad.toml"
    bad.write_text("x = 1")
    good = configured()
    assert mailflow("list", cwd=tmp_path).code == 0
    assert mailflow("list", cwd=tmp_path, environ={"MAILFLOW_CONFIG": str(bad)}).code == 78
    assert mailflow("--config", good, "list", environ={"MAILFLOW_CONFIG": str(bad)}).code == 0
    assert mailflow("--config", bad, "list", cwd=tmp_path).code == 78


def test_keys_that_steer_a_terminal_are_shown_plainly(tmp_path):
    """A mistake stays one line, whatever its key is made of."""
    (tmp_path / "config.toml").write_text(r'"a\u001b[31m\nb" = 1')
    ran = mailflow("list", cwd=tmp_path)
    assert "\x1b" not in ran.err
    assert all(line.startswith("mailflow: ") for line in ran.err.splitlines())


@pytest.mark.parametrize("way", ["password_file", "password_env", "password_command"])
def test_every_way_to_a_password_works(tmp_path, configured, way):
    """A file that is private, a variable, a command without a shell."""
    secret = tmp_path / "imap-password"
    secret.write_text("secret\n")
    secret.chmod(0o600)
    value = {
        "password_file": "$SECRETS/imap-password",
        "password_env": "COFFEE",
        "password_command": f"{sys.executable} -c 'print(\\\"secret\\\")'",
    }[way]
    path = configured(f'{way} = "{value}"')
    ran = mailflow("--config", path, "check", environ={"COFFEE": "secret", "SECRETS": str(tmp_path)})
    assert ran.code == 0, ran.out
    assert "secret" not in ran.out.replace(str(tmp_path), "")


@pytest.mark.parametrize(
    ("password", "remedy"),
    [
        ('password_env = "NOT_SET"', "NOT_SET is not set"),
        ('password_file = "none"', "cannot be read"),
        ('password_command = "false"', "ended with status 1"),
        ('password_command = "/no/such/program"', "could not be run"),
        ('password = "wrong"', "imap"),
    ],
)
def test_a_password_that_is_not_there_or_wrong_is_78(configured, password, remedy):
    """For `check` as for `run`: waiting does not mend it."""
    path = configured(password)
    for words in (("check",), ("run", "--once")):
        ran = mailflow("--config", path, *words)
        assert ran.code == 78
        assert remedy in ran.line
        assert "wrong" not in ran.line.replace("things are wrong", "")
    assert mailflow("--config", path, "list").code == 0  # who only looks needs no password


def test_a_secret_file_that_anybody_can_read(tmp_path, configured):
    """Refused with the command that closes it."""
    secret = tmp_path / "imap-password"
    secret.write_text("secret")
    secret.chmod(0o644)
    ran = mailflow("--config", configured('password_file = "imap-password"'), "check")
    assert ran.code == 78
    assert f"chmod o-rwx {secret}" in ran.line


def test_a_server_that_is_away_is_75(configured, closed_port):
    """IMAP away: try later.  SMTP away matters only when a letter waits for it."""
    assert mailflow("--config", configured(imap=closed_port), "run", "--once").code == 75
    assert mailflow("--config", configured(imap=closed_port), "check").code == 75
    assert mailflow("--config", configured(smtp=closed_port), "run", "--once").code == 0


def test_pretended_time_stays_on_this_machine(configured):
    """The letters are real, so off loopback --as-of needs --force."""
    path = configured()
    path.write_text(
        path.read_text().replace('"127.0.0.1"\n', '"imap.example.org"\n', 1).replace('"none"', '"tls"', 1)
    )
    ran = mailflow("--config", path, "run", "--once", "--as-of", "2026-03-02T09:00:00+01:00")
    assert ran.code == 2
    assert "--force" in ran.line


def test_check_says_ok_or_the_remedy(configured):
    """A line for each thing; as JSON one document."""
    path = configured()
    ran = mailflow("--config", path, "check")
    assert (ran.code, ran.err) == (0, "")
    seen = [line.split()[1] for line in ran.out.splitlines()]
    for what in ("configuration", "clock", "store", "disk", "templates", "imap", "smtp", "sub-addressing"):
        assert what in seen
    assert all(line.startswith("ok ") for line in ran.out.splitlines())
    document = json.loads(mailflow("--config", path, "check", "--json").out)
    assert all(one["ok"] for one in document)
    path.write_text(path.read_text().replace('["leader@mail.test"]', '["*"]'))
    assert '"*"' in mailflow("--config", path, "check").out


def test_a_state_that_is_no_folder(tmp_path, configured):
    """One line and 1, from whatever needs the store."""
    path = configured()
    (tmp_path / "state").write_text("I am a file")
    for words in (("list",), ("run", "--once"), ("show", "abc"), ("attention", "list"), ("letters", "list")):
        ran = mailflow("--config", path, *words)
        assert (ran.code, ran.out) == (1, "")
        assert str(tmp_path / "state") in ran.line
    assert mailflow("--config", path, "check").code == 1


def test_what_belongs_to_somebody_else(configured, public_folder, nobody):
    """A state, or a configuration, that this account may not read."""
    path = Path(shutil.copy(configured(), public_folder))
    assert mailflow("--config", path, "list").code == 0
    path.chmod(0o644)
    for code in (1, 78):
        ran = mailflow("--config", path, "list", before=nobody)
        assert (ran.code, ran.out) == (code, "")
        assert "Permission denied" in ran.line
        path.chmod(0o600)


def test_a_full_disk_is_one_line(configured):
    """The store changes nothing and says why."""
    path = configured()
    assert mailflow("--config", path, "run", "--once").code == 0
    limited = (
        "import os, resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)); "
        "os.execv(sys.argv[1], sys.argv[1:])"
    )
    ran = mailflow("--config", path, "run", "--once", before=(sys.executable, "-c", limited))
    assert (ran.code, ran.out) == (1, "")
    assert "File too large" in ran.line
