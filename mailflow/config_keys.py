"""Every key of config.toml, once: its default and its meaning.

config.example.toml and the table in docs/configuration.md are made from this page, and a test
compares them, so that they cannot lie.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What a value must look like."""

    TEXT = "text"
    SECRET = "secret"  # noqa: S105 - names a kind of value: a text that no message repeats
    ADDRESS = "address"
    ADDRESSES = "addresses"
    ZONE = "zone"
    LANGUAGE = "language"
    CHOICE = "choice"
    PORT = "port"
    COUNT = "count"
    SIZE = "size"
    DURATION = "duration"
    DURATIONS = "durations"
    HOURS = "hours"
    DAYS = "days"
    PATH = "path"
    STORE = "store"


class Required:
    """There is no default: the key must be given."""

    def __repr__(self) -> str:
        return "required"


REQUIRED = Required()


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One key: "section.name", what it holds, what holds if it is not given (None: nothing)."""

    name: str
    kind: Kind
    meaning: str
    default: Any = None
    choices: tuple[str, ...] = ()
    example: str = ""  # for keys without a default


_SECURITY = ("tls", "starttls", "none")


def _server(section: str, who: str) -> tuple[Key, ...]:
    return (
        Key(
            name=f"{section}.password",
            kind=Kind.SECRET,
            meaning=f"the {who} password itself; better one of the next three",
            example="secret",
        ),
        Key(
            name=f"{section}.password_file",
            kind=Kind.PATH,
            meaning="a file that holds it, readable by its owner alone; $VARIABLES are filled in",
            example=f"$CREDENTIALS_DIRECTORY/{section}",
        ),
        Key(
            name=f"{section}.password_env",
            kind=Kind.TEXT,
            meaning="an environment variable that holds it",
            example=f"MAILFLOW_{section.upper()}_PASSWORD",
        ),
        Key(
            name=f"{section}.password_command",
            kind=Kind.SECRET,
            meaning="a command that prints it, split like a shell would",
            example="pass show mail/coffee",
        ),
    )


KEYS: tuple[Key, ...] = (
    Key(
        name="service.address",
        kind=Kind.ADDRESS,
        default=REQUIRED,
        meaning="people write here, letters come from here",
        example="coffee@example.org",
    ),
    Key(name="service.name", kind=Kind.TEXT, default="Just-in-Time Mentoring", meaning="display name"),
    Key(
        name="service.operator",
        kind=Kind.ADDRESS,
        meaning="who gets alerts; without it they go to the log and to `mailflow attention list`",
        example="you@example.org",
    ),
    Key(
        name="service.timezone",
        kind=Kind.ZONE,
        default="UTC",
        meaning="IANA zone of the service, and of people whose zone is not known",
    ),
    Key(name="service.language", kind=Kind.LANGUAGE, default="en", meaning="language of the letters"),
    Key(
        name="service.reply_tokens",
        kind=Kind.CHOICE,
        default="plus",
        choices=("plus", "none"),
        meaning="`plus`: replies go to local+TOKEN@domain; `none`: for servers without sub-addressing",
    ),
    Key(
        name="imap.host",
        kind=Kind.TEXT,
        default=REQUIRED,
        meaning="the inbox's server",
        example="imap.example.org",
    ),
    Key(name="imap.port", kind=Kind.PORT, meaning="993, or 143 without `tls`", example="993"),
    Key(
        name="imap.security",
        kind=Kind.CHOICE,
        default="tls",
        choices=_SECURITY,
        meaning="`tls`, `starttls`, or `none` (on this machine only)",
    ),
    Key(
        name="imap.user", kind=Kind.TEXT, default=REQUIRED, meaning="login name", example="coffee@example.org"
    ),
    Key(name="imap.folder", kind=Kind.TEXT, default="INBOX", meaning="where mail arrives"),
    Key(
        name="imap.ca_file",
        kind=Kind.PATH,
        meaning="trust this CA instead of the system's",
        example="/etc/ssl/our-ca.pem",
    ),
    *_server("imap", "IMAP"),
    Key(
        name="smtp.host",
        kind=Kind.TEXT,
        default=REQUIRED,
        meaning="the server that takes our letters",
        example="smtp.example.org",
    ),
    Key(name="smtp.port", kind=Kind.PORT, meaning="465, or 587 without `tls`", example="465"),
    Key(
        name="smtp.security",
        kind=Kind.CHOICE,
        default="tls",
        choices=_SECURITY,
        meaning="`tls`, `starttls`, or `none` (on this machine only)",
    ),
    Key(
        name="smtp.user",
        kind=Kind.TEXT,
        meaning="login name; without it letters are handed over without login",
        example="coffee@example.org",
    ),
    Key(
        name="smtp.ca_file",
        kind=Kind.PATH,
        meaning="trust this CA instead of the system's",
        example="/etc/ssl/our-ca.pem",
    ),
    Key(name="smtp.connections", kind=Kind.COUNT, default=4, meaning="how many letters go at the same time"),
    *_server("smtp", "SMTP"),
    Key(
        name="store.url",
        kind=Kind.STORE,
        default="tinydb:./state",
        meaning="`tinydb:FOLDER`, relative to the configuration file",
    ),
    Key(
        name="access.leaders",
        kind=Kind.ADDRESSES,
        default=REQUIRED,
        meaning='addresses and `*@domain` that may start engagements; `["*"]` lets everybody',
        example='["*@example.org"]',
    ),
    Key(
        name="access.trusted_authserv",
        kind=Kind.TEXT,
        meaning="believe `Authentication-Results` of this server only; then what fails is set aside",
        example="mx.example.org",
    ),
    Key(
        name="patience.question_after",
        kind=Kind.DURATION,
        default="3 working days",
        meaning="the question follows the invitation after this long without a word",
    ),
    Key(
        name="patience.nudge_after",
        kind=Kind.DURATIONS,
        default=["5 working days", "10 working days"],
        meaning="nudges, counted from the question; two at most",
    ),
    Key(
        name="patience.silent_after",
        kind=Kind.DURATION,
        default="15 working days",
        meaning="then the leader is told, counted from the question",
    ),
    Key(
        name="patience.pause",
        kind=Kind.DURATION,
        default="7 days",
        meaning='what "later" without a date means',
    ),
    Key(
        name="patience.hours",
        kind=Kind.HOURS,
        default="08:00-18:00",
        meaning="when people may be written to first, in their zone",
    ),
    Key(
        name="patience.days",
        kind=Kind.DAYS,
        default="Monday to Friday",
        meaning="on which days people may be written to first, or a list of days",
    ),
    Key(
        name="limits.recipient_per_day",
        kind=Kind.COUNT,
        default=4,
        meaning="letters nobody just asked for, to one address a day",
    ),
    Key(
        name="limits.answers_per_day",
        kind=Kind.COUNT,
        default=20,
        meaning="letters that answer a mail of that person, a day",
    ),
    Key(
        name="limits.expert_open",
        kind=Kind.COUNT,
        default=2,
        meaning="open engagements that may ask one expert",
    ),
    Key(name="limits.leader_open", kind=Kind.COUNT, default=5, meaning="open engagements of one leader"),
    Key(name="limits.per_hour", kind=Kind.COUNT, default=300, meaning="letters an hour in all"),
    Key(
        name="limits.message_bytes",
        kind=Kind.SIZE,
        default="10 MB",
        meaning="larger messages are set aside by their size, never downloaded",
    ),
    Key(
        name="synthesis.engine",
        kind=Kind.CHOICE,
        default="offline",
        choices=("offline",),
        meaning="what reads the nine: `offline`, on this machine, sends nothing anywhere",
    ),
)
