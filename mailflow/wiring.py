"""Builds the house from its configuration; the only reader of clock and chance."""

import contextlib
import secrets
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from mailflow.airlock import AirlockReader
from mailflow.config import Config, ImapConfig, SmtpConfig, allows
from mailflow.flow.house import Budgets, HouseRules, Office, Tools
from mailflow.post.login import Login, Security, read_secret
from mailflow.post.mailbox import ImapMailbox
from mailflow.post.outbox import SmtpOutbox
from mailflow.store.tiny import TinyStore
from mailflow.synthesis.engine import OfflineSynthesiser
from mailflow.writing.letter import House

Clock = Callable[[], datetime]


def clock() -> datetime:
    """The moment it is, aware, in UTC."""
    return datetime.now(UTC)


def fixed(moment: datetime) -> Clock:
    """Return a clock that stands still, for rehearsals and tests."""
    return lambda: moment.astimezone(UTC)


def new_key() -> bytes:
    """Return a fresh service key: what tokens are signed with."""
    return secrets.token_bytes(32)


def open_store(config: Config, *, exclusive: bool = False) -> TinyStore:
    """The store the configuration names.  Raises StoreLocked, StoreError."""
    return TinyStore(config.store.folder, exclusive=exclusive)


def login_of(part: ImapConfig | SmtpConfig) -> Login:
    """How to log in to one of the two servers.  Raises PostError where the secret cannot be read."""
    secret = part.secret
    password = ""
    if secret is not None:
        password = read_secret(
            literal=secret.literal, file=secret.file, env=secret.env, command=secret.command
        )
    return Login(
        host=part.host,
        port=part.port,
        security=Security(part.security),
        user=part.user or "",
        password=password,
        ca_file=part.ca_file,
    )


def house_of(config: Config, store: TinyStore) -> House:
    """What every letter needs to know of the service."""
    return House(
        address=config.service.address,
        name=config.service.name,
        timezone=config.service.timezone,
        language=config.service.language,
        key=store.service_key(new_key),
        reply_tokens="none" if config.service.reply_tokens == "none" else "plus",
        operator=config.service.operator or "",
    )


def rules_of(config: Config) -> HouseRules:
    """Who may start, how patient we are, how much we send."""
    limits = config.limits
    return HouseRules(
        may_start=lambda address: allows(config.access, address),
        policy=config.policy,
        budgets=Budgets(
            recipient_per_day=limits.recipient_per_day,
            answers_per_day=limits.answers_per_day,
            expert_open=limits.expert_open,
            leader_open=limits.leader_open,
            per_hour=limits.per_hour,
        ),
        trusted_authserv=config.access.trusted_authserv or "",
    )


def mailbox_of(config: Config) -> ImapMailbox:
    """The inbox the configuration names.  Raises PostError where the secret cannot be read."""
    return ImapMailbox(
        login_of(config.imap), folder=config.imap.folder, message_bytes=config.limits.message_bytes
    )


def outbox_of(config: Config) -> SmtpOutbox:
    """The way out the configuration names.  Raises PostError where the secret cannot be read."""
    return SmtpOutbox(
        login_of(config.smtp), sender=config.service.address, connections=config.smtp.connections
    )


def office_of(config: Config, store: TinyStore, now: Clock = clock) -> Office:
    """What deciding and keeping need, without a wire."""
    return Office(
        store=store,
        synthesiser=OfflineSynthesiser(),
        house=house_of(config, store),
        rules=rules_of(config),
        clock=now,
    )


@contextlib.contextmanager
def built(config: Config, store: TinyStore, now: Clock = clock) -> Iterator[Tools]:
    """The whole house around an open store, taken down again at the end.  Raises PostError."""
    office = office_of(config, store, now)
    with contextlib.ExitStack() as stack:
        mailbox = stack.enter_context(contextlib.closing(mailbox_of(config)))
        outbox = stack.enter_context(contextlib.closing(outbox_of(config)))
        reader = stack.enter_context(contextlib.closing(AirlockReader()))
        yield Tools(
            store=office.store,
            synthesiser=office.synthesiser,
            house=office.house,
            rules=office.rules,
            clock=office.clock,
            mailbox=mailbox,
            outbox=outbox,
            reader=reader,
        )
