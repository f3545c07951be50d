"""config.toml -> a frozen Config, or every mistake at once.

Reads no secrets: it only says where they are.  Every key stands in config_keys.
"""

import difflib
import stat
import tomllib
from collections.abc import Callable, Mapping
from ipaddress import ip_address
from pathlib import Path
from string import Template
from typing import Any

from mailflow.config_keys import KEYS, REQUIRED, Key, Kind
from mailflow.config_records import (
    AccessConfig,
    Config,
    ImapConfig,
    Limits,
    Secret,
    ServiceConfig,
    SmtpConfig,
    StoreConfig,
    SynthesisConfig,
)
from mailflow.config_values import PARSERS, Wrong
from mailflow.mentoring.engagement import Policy

__all__ = ["Config", "ConfigError", "ImapConfig", "SmtpConfig", "allows", "find_config", "load_config"]

PLACES = (Path("config.toml"), Path("/etc/mailflow/config.toml"))
_WAYS = ("password", "password_file", "password_env", "password_command")
# In the contract, and said plainly to be missing instead of being unknown.
_NOT_YET = {
    "imap.oauth2": "is not available yet; use imap.password_command with a program that prints a password",
    "synthesis.base_url": "is not available yet; synthesis.engine is offline",
    "synthesis.model": "is not available yet; synthesis.engine is offline",
    "synthesis.api_key": "is not available yet; synthesis.engine is offline",
    "synthesis.api_key_file": "is not available yet; synthesis.engine is offline",
    "synthesis.api_key_env": "is not available yet; synthesis.engine is offline",
    "synthesis.api_key_command": "is not available yet; synthesis.engine is offline",
    "synthesis.reviewer": "is not available yet; the synthesis goes straight to the leader",
}
_PORTS = {"imap": {True: 993, False: 143}, "smtp": {True: 465, False: 587}}


class ConfigError(Exception):
    """The configuration is wrong; every mistake is one line with its key and what would be right."""

    def __init__(self, *mistakes: str) -> None:
        super().__init__(*mistakes)
        self.mistakes = mistakes


def find_config(explicit: Path | None, environ: Mapping[str, str]) -> Path:
    """The file named by --config, else by MAILFLOW_CONFIG, else in the usual places.

    Raises ConfigError where there is none.
    """
    if explicit is not None:
        return explicit
    if environ.get("MAILFLOW_CONFIG"):
        return Path(environ["MAILFLOW_CONFIG"])
    for place in PLACES:
        if _is_there(place):
            return place
    raise ConfigError(
        "there is no configuration: copy config.example.toml to config.toml and fill it in, "
        "or name one with --config or MAILFLOW_CONFIG"
    )


def _is_there(place: Path) -> bool:
    """Whether a file is there, readable or not: who may not look must hear of it, not be led elsewhere."""
    try:
        return place.exists()
    except OSError:
        return True


def load_config(path: Path, environ: Mapping[str, str] | None = None) -> Config:
    """Read and check the file; `environ` fills $VARIABLES in paths.  Raises ConfigError with all mistakes."""
    try:
        with path.open("rb") as file:
            document = tomllib.load(file)
    except OSError as fault:
        raise ConfigError(f"{path} cannot be read: {fault.strerror}; name another with --config") from fault
    except UnicodeDecodeError as fault:
        raise ConfigError(f"{path} is not text in UTF-8; save it as such") from fault
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        raise ConfigError(f"{path} is not TOML: {fault}; see config.example.toml") from fault
    warnings = _literal_passwords(document, path)
    return _Check(document, path.parent, environ if environ is not None else {}, warnings).config()


def _literal_passwords(document: dict[str, Any], path: Path) -> tuple[str, ...]:
    """A word of warning for each password that stands in the file itself."""
    open_to_all = bool(path.stat().st_mode & stat.S_IRWXO)
    remedy = f"anybody on this machine can read it, do: chmod o-rwx {path}" if open_to_all else ""
    sections = ((section, document.get(section)) for section in ("imap", "smtp"))
    return tuple(
        f"{section}.password: stands in the configuration; " + (remedy or "a file or command is safer")
        for section, content in sections
        if isinstance(content, dict) and content.get("password") is not None
    )


def allows(access: AccessConfig, address: str) -> bool:
    """Whether `address` may start engagements; case does not matter."""
    wanted = address.strip().lower()
    _, at, domain = wanted.rpartition("@")
    return any(entry in {"*", wanted, f"*{at}{domain}"} for entry in (one.lower() for one in access.leaders))


class _Check:
    """One reading of one document; collects mistakes instead of stopping at the first."""

    def __init__(
        self, document: dict[str, Any], folder: Path, environ: Mapping[str, str], warnings: tuple[str, ...]
    ) -> None:
        self._document = document
        self._folder = folder
        self._environ = environ
        self._said = warnings
        self._mistakes: list[str] = []
        self._values: dict[str, Any] = {}

    def config(self) -> Config:
        """Check everything, then build.  Raises ConfigError."""
        self._unknown_keys()
        for key in KEYS:
            self._values[key.name] = self._value(key)
        self._plaintext_only_here()
        self._nudges_before_silence()
        secrets = {section: self._secret(section) for section in ("imap", "smtp")}
        if self._mistakes:
            raise ConfigError(*self._mistakes)
        return self._built(secrets)

    # --- keys ---

    def _unknown_keys(self) -> None:
        known = {key.name for key in KEYS}
        sections = {name.partition(".")[0] for name in known}
        for section, content in self._document.items():
            if section not in sections or not isinstance(content, dict):
                self._wrong(section, "is no section", section, sections)
                continue
            for name in content:
                full = f"{section}.{name}"
                if full in _NOT_YET:
                    self._mistakes.append(f"{full}: {_NOT_YET[full]}")
                elif full not in known:
                    self._wrong(full, "is no key", full, known)

    def _wrong(self, name: str, trouble: str, word: str, known: set[str]) -> None:
        near = difflib.get_close_matches(word, sorted(known), n=1)
        hint = f"did you mean {near[0]}?" if near else "see config.example.toml"
        self._mistakes.append(f"{name}: {trouble}; {hint}")

    def _given(self, name: str) -> Any:
        section, _, key = name.partition(".")
        content = self._document.get(section)
        return content.get(key) if isinstance(content, dict) else None

    def _value(self, key: Key) -> Any:
        given = self._given(key.name)
        if given is None and key.default is REQUIRED:
            self._mistakes.append(f"{key.name}: is missing; for example {key.example}")
            return None
        value = key.default if given is None else given
        if value is None:
            return None
        try:
            return self._parsed(key, value)
        except Wrong as wrong:
            self._mistakes.append(f"{key.name}: {wrong}")
            return None

    def _parsed(self, key: Key, value: Any) -> Any:
        if key.kind is Kind.PATH:
            return self._path(value, key.name.endswith("password_file"))
        if key.kind is Kind.CHOICE:
            return _choice(key, value)
        return PARSERS[key.kind](value)

    def _path(self, value: Any, is_secret: bool) -> Path:
        if not isinstance(value, str) or not value or not value.isprintable():
            raise Wrong("must be a path in quotes")
        # A secret is needed by the daemon alone: systemd tells its place ($CREDENTIALS_DIRECTORY) to
        # nobody else, and a person at the desk must be able to list engagements without it.
        template = Template(value)
        try:
            filled = (template.safe_substitute if is_secret else template.substitute)(self._environ)
        except (KeyError, ValueError) as fault:
            raise Wrong(f"names a variable that is not set ({value})") from fault
        try:
            path = self._folder / Path(filled).expanduser()
        except RuntimeError as fault:
            raise Wrong(f"names a home folder that is not known ({value})") from fault
        if is_secret and _is_open_to_all(path):
            raise Wrong(f"{path} can be read by anybody; do: chmod o-rwx {path}")
        return path

    # --- what only makes sense together ---

    def _plaintext_only_here(self) -> None:
        for section in ("imap", "smtp"):
            host = self._values.get(f"{section}.host")
            if self._values.get(f"{section}.security") == "none" and host and not _is_loopback(host):
                self._mistakes.append(
                    f"{section}.security: `none` is refused for {host}, it would send secrets in the clear; "
                    "use `tls` or `starttls`"
                )

    def _nudges_before_silence(self) -> None:
        nudges, silence = self._values["patience.nudge_after"], self._values["patience.silent_after"]
        if nudges and silence and nudges[-1].unit is silence.unit and nudges[-1].days >= silence.days:
            self._mistakes.append("patience.silent_after: must be longer than the last nudge_after")

    def _secret(self, section: str) -> Secret | None:
        given = [way for way in _WAYS if self._given(f"{section}.{way}") is not None]
        wanted = section == "imap" or self._given("smtp.user") is not None
        if len(given) > 1 or (wanted and not given):
            names = ", ".join(f"{section}.{way}" for way in _WAYS)
            found = "none is given" if not given else f"{len(given)} are given"
            self._mistakes.append(f"{section}.password: {found}; give exactly one of {names}")
            return None
        if not given:
            return None
        value = self._values[f"{section}.{given[0]}"]
        field_of = {
            "password": "literal",
            "password_file": "file",
            "password_env": "env",
            "password_command": "command",
        }
        return Secret(**{field_of[given[0]]: value})

    # --- building ---

    def _built(self, secrets: dict[str, Secret | None]) -> Config:
        value: Callable[[str], Any] = self._values.__getitem__
        return Config(
            service=ServiceConfig(**self._section("service")),
            imap=ImapConfig(**self._server("imap"), folder=value("imap.folder"), secret=secrets["imap"]),
            smtp=SmtpConfig(
                **self._server("smtp"), connections=value("smtp.connections"), secret=secrets["smtp"]
            ),
            store=StoreConfig(folder=self._folder / Path(value("store.url")).expanduser()),
            access=AccessConfig(**self._section("access")),
            policy=self._policy(),
            limits=Limits(**self._section("limits")),
            synthesis=SynthesisConfig(engine=value("synthesis.engine")),
            warnings=self._warnings(),
        )

    def _section(self, section: str) -> dict[str, Any]:
        start = f"{section}."
        return {name.removeprefix(start): v for name, v in self._values.items() if name.startswith(start)}

    def _server(self, section: str) -> dict[str, Any]:
        value = self._section(section)
        usual = _PORTS[section][value["security"] == "tls"]
        return {name: value[name] for name in ("host", "security", "user", "ca_file")} | {
            "port": value["port"] or usual
        }

    def _policy(self) -> Policy:
        patience = self._section("patience")
        opens, closes = patience.pop("hours")
        weekdays = patience.pop("days")
        timezone = self._values["service.timezone"]
        return Policy(**patience, opens_at=opens, closes_at=closes, weekdays=weekdays, timezone=timezone)

    def _warnings(self) -> tuple[str, ...]:
        warnings = []
        if "*" in self._values["access.leaders"]:
            warnings.append(
                'access.leaders: "*" lets anybody start engagements; list addresses or "*@domain"'
            )
        warnings.extend(self._said)
        if self._values["smtp.user"] is None and any(
            self._values[f"smtp.{way}"] is not None for way in _WAYS
        ):
            warnings.append("smtp.user: is not given, so the smtp password is not used")
        return tuple(warnings)


def _is_open_to_all(path: Path) -> bool:
    try:
        return bool(path.stat().st_mode & stat.S_IRWXO)
    except (OSError, ValueError):
        return False  # whoever needs it will say why it cannot be read


def _choice(key: Key, value: Any) -> str:
    if value not in key.choices:
        offered = ", ".join(f'"{choice}"' for choice in key.choices)
        later = "; other engines are not available yet" if key.name == "synthesis.engine" else ""
        raise Wrong(f"is {value!r}; it must be one of {offered}{later}")
    return str(value)


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"
