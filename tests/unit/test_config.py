"""The configuration: every key, every mistake at once, each with its key and what would be right."""

from pathlib import Path

import pytest

from mailflow.config import ConfigError, allows, find_config, load_config
from mailflow.mentoring.engagement import Patience, Policy, Unit

GOOD = """
[service]
address = "coffee@example.org"
[imap]
host = "imap.example.org"
user = "coffee"
password_env = "COFFEE"
[smtp]
host = "smtp.example.org"
[access]
leaders = ["*@example.org"]
"""


@pytest.fixture
def config_from(tmp_path):
    """Write a config.toml (private) and load it."""

    def load(text, environ=None):
        path = tmp_path / "config.toml"
        path.write_text(text, encoding="utf-8")
        path.chmod(0o600)
        return load_config(path, environ or {})

    return load


@pytest.fixture
def mistakes(config_from):
    """The mistakes found when GOOD is changed: (what, into what) pairs, or lines appended to a section."""

    def found(*changes):
        text = GOOD
        for before, after in changes:
            assert before in text
            text = text.replace(before, after)
        with pytest.raises(ConfigError) as caught:
            config_from(text)
        return caught.value.mistakes

    return found


def in_section(section, line):
    """A change that adds a line to a section."""
    return f"[{section}]\n", f"[{section}]\n{line}\n"


def test_every_default_of_the_contract(config_from, tmp_path):
    """Five required keys and a password suffice; all else is as the contract says."""
    config = config_from(GOOD)
    assert (config.service.name, config.service.operator) == ("Just-in-Time Mentoring", None)
    assert (config.service.timezone, config.service.language) == ("UTC", "en")
    assert config.service.reply_tokens == "plus"
    assert (config.imap.port, config.imap.security, config.imap.folder) == (993, "tls", "INBOX")
    assert (config.smtp.port, config.smtp.security, config.smtp.connections) == (465, "tls", 4)
    assert (config.smtp.user, config.imap.ca_file, config.smtp.ca_file) == (None, None, None)
    assert config.store.folder == tmp_path / "state"
    assert config.access.trusted_authserv is None
    assert config.policy == Policy(
        question_after=Patience(days=3),
        nudge_after=(Patience(days=5), Patience(days=10)),
        silent_after=Patience(days=15),
        pause=Patience(days=7, unit=Unit.DAYS),
        opens_at=8 * 60,
        closes_at=18 * 60,
        weekdays=(0, 1, 2, 3, 4),
        timezone="UTC",
    )
    limits = config.limits
    assert (limits.recipient_per_day, limits.answers_per_day) == (4, 20)
    assert (limits.expert_open, limits.leader_open, limits.per_hour) == (2, 5, 300)
    assert limits.message_bytes == 10_000_000
    assert config.synthesis.engine == "offline"
    assert config.warnings == ()


def test_an_empty_file_lacks_every_required_key_at_once(config_from):
    """Nobody fixes one key to hear of the next."""
    with pytest.raises(ConfigError) as caught:
        config_from("")
    found = {line.partition(":")[0] for line in caught.value.mistakes}
    assert found == {
        "service.address",
        "imap.host",
        "imap.user",
        "imap.password",
        "smtp.host",
        "access.leaders",
    }


def test_mistakes_of_all_kinds_are_told_together(mistakes):
    """A wrong value, an unknown key, an unknown section and a missing password: four lines."""
    found = mistakes(
        in_section("service", 'timezone = "Mars/Olympus"'),
        in_section("imap", 'folders = "INBOX"'),
        ('password_env = "COFFEE"', ""),
        ("[smtp]", "[colour]\nred = 1\n[smtp]"),
    )
    assert len(found) == 4
    assert "imap.folders: is no key; did you mean imap.folder?" in found
    assert any(line.startswith("colour:") for line in found)
    assert any("Europe/Berlin" in line for line in found)


@pytest.mark.parametrize(
    ("section", "line", "key", "remedy"),
    [
        ("service", "name = 5", "service.name", "in quotes"),
        ("service", 'name = "two\\nlines"', "service.name", "one line"),
        ("service", 'operator = "Ann <ann@example.org>"', "service.operator", "plain address"),
        ("service", 'language = "tlh"', "service.language", "en"),
        ("service", 'reply_tokens = "minus"', "service.reply_tokens", '"plus", "none"'),
        ("imap", "port = 70000", "imap.port", "65535"),
        ("imap", "port = true", "imap.port", "65535"),
        ("imap", 'security = "ssl"', "imap.security", '"tls", "starttls", "none"'),
        ("imap", 'ca_file = "$NO_SUCH_VARIABLE/ca.pem"', "imap.ca_file", "variable"),
        ("smtp", "connections = 0", "smtp.connections", "from 1"),
        ("access", 'trusted_authserv = ""', "access.trusted_authserv", "in quotes"),
        ("limits", "per_hour = -1", "limits.per_hour", "from 1"),
        ("limits", 'message_bytes = "10 potatoes"', "limits.message_bytes", '"10 MB"'),
        ("limits", "message_bytes = 0", "limits.message_bytes", '"10 MB"'),
        ("patience", 'question_after = "soon"', "patience.question_after", '"3 working days"'),
        ("patience", 'pause = "0 days"', "patience.pause", "more than nothing"),
        ("patience", 'nudge_after = "5 days"', "patience.nudge_after", "list"),
        ("patience", 'nudge_after = ["1 day", "2 days", "3 days"]', "patience.nudge_after", "two"),
        ("patience", 'nudge_after = ["9 days", "2 days"]', "patience.nudge_after", "order"),
        ("patience", 'silent_after = "7 working days"', "patience.silent_after", "nudge_after"),
        ("patience", 'hours = "18:00-08:00"', "patience.hours", "08:00-18:00"),
        ("patience", 'days = ["Someday"]', "patience.days", "day of the week"),
        ("synthesis", 'engine = "magic"', "synthesis.engine", "offline"),
        ("store", 'url = "mysql://localhost"', "store.url", "tinydb:FOLDER"),
    ],
)
def test_a_wrong_value_is_named_with_its_remedy(mistakes, section, line, key, remedy):
    """One line: the key first, what would be right in it."""
    head = "" if f"[{section}]" in GOOD else f"[{section}]\n"
    (found,) = mistakes(("[service]", f"{head}{line}\n[service]") if head else in_section(section, line))
    assert found.startswith(f"{key}: ")
    assert remedy in found
    assert "\n" not in found


@pytest.mark.parametrize(
    "leaders",
    [
        "[]",
        '"*@example.org"',
        '["example.org"]',
        '["*@"]',
        '["a b@example.org"]',
        "[5]",
        '["ok@e.org", "no"]',
    ],
)
def test_leaders_are_a_list_of_addresses_and_domains(mistakes, leaders):
    """Anything else is a mistake of access.leaders."""
    (found,) = mistakes(('["*@example.org"]', leaders))
    assert found.startswith("access.leaders: ")


def test_who_may_start(config_from):
    """An address, or everybody of a domain; case does not matter, a part of a domain does."""
    config = config_from(GOOD.replace('["*@example.org"]', '["Lee@one.example", "*@Two.example"]'))
    assert allows(config.access, "lee@ONE.example")
    assert allows(config.access, "anyone@two.example")
    for stranger in ("ann@one.example", "lee@sub.two.example", "lee@nottwo.example", "two.example", ""):
        assert not allows(config.access, stranger)


def test_everybody_may_start_with_a_warning(config_from):
    """["*"] is allowed, and warned about."""
    config = config_from(GOOD.replace('["*@example.org"]', '["*"]'))
    assert allows(config.access, "anybody@anywhere.example")
    assert [line.partition(":")[0] for line in config.warnings] == ["access.leaders"]


@pytest.mark.parametrize("section", ["imap", "smtp"])
def test_exactly_one_password(mistakes, section):
    """None and two are both mistakes, and the message lists the four ways."""
    if section == "imap":
        none = (('password_env = "COFFEE"', ""),)
        two = (in_section("imap", 'password = "hunter2"'),)
    else:
        none = (in_section("smtp", 'user = "coffee"'),)
        two = (in_section("smtp", 'user = "coffee"\npassword = "hunter2"\npassword_command = "pass x"'),)
    for changes, count in ((none, "none is given"), (two, "2 are given")):
        (found,) = mistakes(*changes)
        assert found.startswith(f"{section}.password: {count}")
        assert f"{section}.password_command" in found
        assert "hunter2" not in found


@pytest.mark.parametrize("value", ["271828", '"hunter\\n271828"', "[271828]"])
def test_a_password_written_wrongly_is_not_repeated(mistakes, value):
    """A mistake about a secret says where, never what."""
    (found,) = mistakes(('password_env = "COFFEE"', f"password = {value}"))
    assert found.startswith("imap.password: ")
    assert "271828" not in found


def test_a_password_in_the_file_is_warned_about(config_from, tmp_path):
    """And all the more where anybody may read that file."""
    text = GOOD.replace('password_env = "COFFEE"', 'password = "hunter2"')
    (warning,) = config_from(text).warnings
    assert warning.startswith("imap.password: ")
    assert "hunter2" not in warning
    (tmp_path / "config.toml").chmod(0o644)
    (warning,) = load_config(tmp_path / "config.toml").warnings
    assert f"chmod o-rwx {tmp_path / 'config.toml'}" in warning


def test_a_secret_that_anybody_can_read_is_refused(mistakes, tmp_path):
    """With the command that closes it."""
    secret = tmp_path / "imap-password"
    secret.write_text("hunter2")
    secret.chmod(0o644)
    (found,) = mistakes(('password_env = "COFFEE"', 'password_file = "imap-password"'))
    assert found.startswith("imap.password_file: ")
    assert f"chmod o-rwx {secret}" in found


def test_where_a_secret_is_stays_open_until_it_is_needed(config_from, tmp_path):
    """At the desk, systemd's $CREDENTIALS_DIRECTORY is not set, and listing engagements needs no password."""
    text = GOOD.replace('password_env = "COFFEE"', 'password_file = "$CREDENTIALS_DIRECTORY/imap"')
    assert config_from(text).imap.secret is not None
    filled = config_from(text, {"CREDENTIALS_DIRECTORY": str(tmp_path)}).imap.secret
    assert filled is not None
    assert filled.file == tmp_path / "imap"


def test_secrets_do_not_show_in_a_configuration(config_from):
    """Whoever prints a configuration by mistake prints no password."""
    config = config_from(GOOD.replace('password_env = "COFFEE"', 'password = "hunter2"'))
    assert "hunter2" not in repr(config)


def test_plaintext_only_on_this_machine(mistakes, config_from):
    """`none` is refused off loopback, for both servers at once."""
    found = mistakes(in_section("imap", 'security = "none"'), in_section("smtp", 'security = "none"'))
    assert [line.partition(":")[0] for line in found] == ["imap.security", "smtp.security"]
    for host in ("127.0.0.1", "::1", "localhost", "LocalHost", "127.8.9.1"):
        text = GOOD.replace('host = "imap.example.org"', f'host = "{host}"\nsecurity = "none"')
        assert config_from(text).imap.port == 143


@pytest.mark.parametrize("host", ["0.0.0.0", "10.0.0.1", "localhost.example.org", "127.0.0.1.example.org"])
def test_what_only_looks_like_this_machine(mistakes, host):
    """A name that begins like loopback is somewhere else."""
    found = mistakes(('host = "imap.example.org"', f'host = "{host}"\nsecurity = "none"'))
    assert len(found) == 1


def test_ports_follow_security(config_from):
    """993 and 465 with TLS, 143 and 587 with STARTTLS, unless said."""
    text = GOOD.replace('org"\nuser', 'org"\nsecurity = "starttls"\nuser')
    text = text.replace('host = "smtp.example.org"', 'host = "smtp.example.org"\nsecurity = "starttls"')
    config = config_from(text)
    assert (config.imap.port, config.smtp.port) == (143, 587)
    assert config_from(text.replace("[imap]", "[imap]\nport = 1143")).imap.port == 1143


@pytest.mark.parametrize(
    ("written", "size"),
    [("12345", 12345), ('"10 MB"', 10_000_000), ('"10MB"', 10_000_000), ('"512 kb"', 512_000), ('"77"', 77)],
)
def test_sizes(config_from, written, size):
    """A number of bytes, or with a unit."""
    assert config_from(f"[limits]\nmessage_bytes = {written}\n{GOOD}").limits.message_bytes == size


@pytest.mark.parametrize(
    ("written", "patience"),
    [
        ("3 working days", Patience(days=3)),
        ("1 working day", Patience(days=1)),
        ("10 days", Patience(days=10, unit=Unit.DAYS)),
        ("2 Weeks", Patience(days=14, unit=Unit.DAYS)),
    ],
)
def test_durations(config_from, written, patience):
    """Days, working days, weeks."""
    assert config_from(f'[patience]\npause = "{written}"\n{GOOD}').policy.pause == patience


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ('"Monday to Friday"', (0, 1, 2, 3, 4)),
        ('"Mon-Thu"', (0, 1, 2, 3)),
        ('"Saturday to Monday"', (0, 5, 6)),
        ('"mon, wed, fri"', (0, 2, 4)),
        ('["Tuesday", "thu"]', (1, 3)),
    ],
)
def test_days_of_the_week(config_from, written, days):
    """A span, a few, or a list."""
    assert config_from(f"[patience]\ndays = {written}\n{GOOD}").policy.weekdays == days


@pytest.mark.parametrize(
    ("content", "word"),
    [(b"[service", "TOML"), (b"\xff\xfe[service]", "UTF-8"), (b"a = " + b"[" * 5000, "TOML")],
    ids=["torn", "no text", "bottomless"],
)
def test_what_is_no_configuration_at_all(tmp_path, content, word):
    """One line with the file's name."""
    path = tmp_path / "config.toml"
    path.write_bytes(content)
    with pytest.raises(ConfigError) as caught:
        load_config(path)
    (line,) = caught.value.mistakes
    assert str(path) in line
    assert word in line


def test_a_folder_is_no_configuration(tmp_path):
    """Nor is a file that is not there."""
    for path in (tmp_path, tmp_path / "none.toml"):
        with pytest.raises(ConfigError) as caught:
            load_config(path)
        assert "--config" in caught.value.mistakes[0]


def test_the_order_of_places(tmp_path, monkeypatch):
    """--config, then MAILFLOW_CONFIG, then ./config.toml, then /etc/mailflow/config.toml."""
    here, system = tmp_path / "here", tmp_path / "etc.toml"
    here.mkdir()
    monkeypatch.chdir(here)
    monkeypatch.setattr("mailflow.config.PLACES", (Path("config.toml"), system))
    named, environ = tmp_path / "named.toml", {"MAILFLOW_CONFIG": str(tmp_path / "environ.toml")}
    with pytest.raises(ConfigError, match="MAILFLOW_CONFIG"):
        find_config(None, {})
    system.touch()
    assert find_config(None, {"MAILFLOW_CONFIG": ""}) == system
    (here / "config.toml").touch()
    assert find_config(None, {}) == Path("config.toml")
    assert find_config(None, environ) == tmp_path / "environ.toml"
    assert find_config(named, environ) == named
