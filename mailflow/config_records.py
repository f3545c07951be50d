"""What a checked configuration holds; frozen, and silent about secrets."""

from dataclasses import dataclass, field
from pathlib import Path

from mailflow.mentoring.engagement import Policy


@dataclass(frozen=True, slots=True, kw_only=True)
class Secret:
    """Where a password is: exactly one of the four."""

    literal: str | None = field(default=None, repr=False)
    file: Path | None = None
    env: str | None = None
    command: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceConfig:
    """Who we are."""

    address: str
    name: str
    operator: str | None
    timezone: str
    language: str
    reply_tokens: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImapConfig:
    """Where mail arrives."""

    host: str
    port: int
    security: str
    user: str
    folder: str
    ca_file: Path | None
    secret: Secret | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SmtpConfig:
    """Where letters go."""

    host: str
    port: int
    security: str
    user: str | None
    ca_file: Path | None
    connections: int
    secret: Secret | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreConfig:
    """Where everything is kept."""

    folder: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessConfig:
    """Who may start engagements, and whom we believe about senders."""

    leaders: tuple[str, ...]
    trusted_authserv: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Hard budgets."""

    recipient_per_day: int
    answers_per_day: int
    expert_open: int
    leader_open: int
    per_hour: int
    message_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SynthesisConfig:
    """What reads the nine."""

    engine: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The whole configuration, checked."""

    service: ServiceConfig
    imap: ImapConfig
    smtp: SmtpConfig
    store: StoreConfig
    access: AccessConfig
    policy: Policy
    limits: Limits
    synthesis: SynthesisConfig
    warnings: tuple[str, ...] = ()
