"""An embedded mail server for the demo and the tests: IMAP by pymap, SMTP by aiosmtpd, one loop, one thread.

Delivery is by RCPT; plus-addresses arrive at their account; unknown people are refused with 550
5.1.1; bytes are kept exactly.  It listens on loopback only, keeps nothing on disk, and is no server
for real mail.
"""

import asyncio
import logging
import threading
from argparse import Namespace
from collections.abc import Callable, Coroutine
from contextlib import AsyncExitStack, suppress
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import Message
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.utils import format_datetime, make_msgid  # noqa: TID251 - a mail server names its own reports
from typing import Any, Self, TypeVar

from aiosmtpd.smtp import SMTP, Envelope, Session
from proxyprotocol.reader import ProxyProtocolReader
from pymap.backend.dict import Config, Login
from pymap.backend.dict.mailbox import MailboxData
from pymap.concurrent import Subsystem
from pymap.imap import IMAPServer
from pymap.parsing.message import AppendMessage
from pymap.parsing.specials.flag import Flag
from pymap.user import UserMetadata
from pysasl.hashing import Cleartext

Result = TypeVar("Result")
LOOPBACK = "127.0.0.1"
LONGEST_WAIT = 30.0  # seconds for one call into the server's thread
LARGEST_MAIL = 64 * 1024 * 1024


class Faults:
    """What the SMTP side should do wrong, for tests; nothing by default."""

    def __init__(self) -> None:
        self.refuse: dict[str, str] = {}  # recipient -> "451 4.2.2 mailbox full" or "550 5.1.1 ..."
        self.bounce: dict[
            str, str
        ] = {}  # recipient -> "5.1.1 no such user": accepted, then reported (RFC 3464)
        self.close_after_body = 0  # take so many bodies, then hang up instead of saying 250
        self.stall_after_body = 0  # take so many bodies, then say nothing


class EmbeddedServer:
    """Both servers, between `with` and its end."""

    def __init__(self) -> None:
        self.imap_port = 0
        self.smtp_port = 0
        self.faults = Faults()
        self._kept: dict[str, list[bytes]] = {}
        self._accounts: dict[str, str] = {}
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="embedded mail server", daemon=True)
        self._ready = threading.Event()
        self._stop: asyncio.Event

    # --- life ---

    def __enter__(self) -> Self:
        self._thread.start()
        if not self._ready.wait(LONGEST_WAIT) or not self.smtp_port:
            raise RuntimeError("the embedded mail server did not start")
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(LONGEST_WAIT)
        if self._thread.is_alive():
            raise RuntimeError("the embedded mail server did not stop")

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_until_complete(self._serve())
            self._loop.run_until_complete(self._loop.shutdown_asyncgens())
        finally:
            self._ready.set()
            self._loop.close()

    async def _serve(self) -> None:
        self._stop = asyncio.Event()
        logging.getLogger("pymap").setLevel(logging.CRITICAL)
        logging.getLogger("mail.log").setLevel(logging.CRITICAL)
        self._config = _config()
        self._config.apply_context()
        self._login = Login(self._config)
        async with AsyncExitStack() as stack:
            imap = await asyncio.start_server(self._imap(), LOOPBACK, 0)
            smtp = await self._loop.create_server(self._smtp, LOOPBACK, 0)
            stack.callback(imap.close)
            stack.callback(smtp.close)
            self.imap_port = imap.sockets[0].getsockname()[1]
            self.smtp_port = smtp.sockets[0].getsockname()[1]
            self._ready.set()
            await self._stop.wait()
        await self._hang_up()

    async def _hang_up(self) -> None:
        """End the conversations still open, so that no task outlives the loop."""
        mine = asyncio.current_task()
        others = [task for task in asyncio.all_tasks() if task is not mine]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        await asyncio.sleep(0)

    def _imap(self) -> Callable[..., Any]:
        return ProxyProtocolReader(self._config._proxy_protocol).get_callback(  # noqa: SLF001 - no accessor
            IMAPServer(self._login, self._config)
        )

    def _smtp(self) -> SMTP:
        return SMTP(
            _Delivery(self), hostname="embedded.example", data_size_limit=LARGEST_MAIL, enable_SMTPUTF8=True
        )

    # --- calls from other threads ---

    def _call(self, work: Coroutine[Any, Any, Result]) -> Result:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(LONGEST_WAIT)

    def add_account(self, address: str, password: str) -> None:
        """Let `address` receive mail, and log in to IMAP with `password`."""
        self._call(self._add_account(address.lower(), password))

    async def _add_account(self, address: str, password: str) -> None:
        self._accounts[address] = password
        self._kept.setdefault(address, [])
        user = UserMetadata(self._config, address, password=self._config.hash_context.hash(password))
        self._login.users_dict[address] = user

    def drop(self, address: str, raw: bytes) -> None:
        """Deliver straight into an inbox."""
        self._call(self.deliver(address.lower(), raw))

    def letters(self, address: str) -> list[bytes]:
        """Everything an account was ever sent, in the order of arrival, wherever it lies by now."""
        return list(self._kept.get(address.lower(), ()))

    # --- delivery ---

    def account_of(self, address: str) -> str | None:
        """The account that mail to `address` reaches; None: nobody's."""
        local, _, domain = address.lower().rpartition("@")
        base = f"{local.partition('+')[0]}@{domain}"
        return base if base in self._accounts else None

    async def deliver(self, account: str, raw: bytes) -> None:
        """Put a mail into the inbox of `account`; those who IDLE hear of it."""
        identity = self._login.users_dict.get(account)
        if identity is None:
            raise KeyError(account)
        inbox = await self._inbox(account)
        await inbox.append(AppendMessage(raw, datetime.now(UTC), frozenset()), recent=True)  # noqa: TID251 - a mail server stamps arrivals
        self._kept[account].append(raw)

    async def _inbox(self, account: str) -> MailboxData:
        from pymap.backend.dict import Identity

        async with Identity(account, self._login, None, frozenset()).new_session() as session:
            return await session.mailbox_set.get_mailbox("INBOX")


class _Delivery:
    """What aiosmtpd asks of us."""

    def __init__(self, server: EmbeddedServer) -> None:
        self._server = server

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, smtp: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        del smtp, session, options
        faults = self._server.faults
        if address.lower() in faults.refuse:
            return faults.refuse[address.lower()]
        if address.lower() not in faults.bounce and self._server.account_of(address) is None:
            return "550 5.1.1 no such user here"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 ok"

    async def handle_DATA(self, smtp: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - the same
        del session
        content = envelope.content if isinstance(envelope.content, bytes) else b""
        for address in envelope.rcpt_tos:
            await self._deliver(content, address, envelope.mail_from or "")
        faults = self._server.faults
        if faults.close_after_body > 0:
            faults.close_after_body -= 1
            if smtp.transport is not None:
                smtp.transport.close()
        elif faults.stall_after_body > 0:
            faults.stall_after_body -= 1
            with suppress(asyncio.CancelledError):
                await asyncio.sleep(3600)
        return "250 2.0.0 kept"

    async def _deliver(self, content: bytes, address: str, sender: str) -> None:
        diagnosis = self._server.faults.bounce.get(address.lower())
        account = self._server.account_of(address if diagnosis is None else sender)
        if account is None:
            return  # a report that nobody can get is dropped, as RFC 5321, 6.1, wants it
        await self._server.deliver(
            account, content if diagnosis is None else delivery_report(content, address, sender, diagnosis)
        )


def delivery_report(content: bytes, address: str, sender: str, diagnosis: str) -> bytes:
    """What a mail server sends back when it took a mail and then could not deliver it (RFC 3464)."""
    report = MIMEMultipart("report", report_type="delivery-status")
    report["From"] = "Mail Delivery System <mailer-daemon@embedded.example>"
    report["To"] = sender
    report["Subject"] = "Undelivered Mail Returned to Sender"
    report["Date"] = format_datetime(datetime.now(UTC))  # noqa: TID251 - and its reports
    report["Message-ID"] = make_msgid(domain="embedded.example")
    report["Return-Path"] = "<>"
    report["Auto-Submitted"] = "auto-replied"
    report.attach(MIMEText(f"Your mail to {address} could not be delivered: {diagnosis}.\n"))
    report.attach(_delivery_status(address, diagnosis))
    original = MIMEBase("message", "rfc822")
    original.set_payload([message_from_bytes(content)])
    report.attach(original)
    return report.as_bytes(policy=policy.compat32.clone(linesep="\r\n"))


def _delivery_status(address: str, diagnosis: str) -> Message:
    """The part for machines: one block about us, one about the recipient."""
    about_us, about_them = Message(), Message()
    about_us["Reporting-MTA"] = "dns; embedded.example"
    about_them["Final-Recipient"] = f"rfc822; {address}"
    about_them["Action"] = "failed"
    about_them["Status"] = diagnosis.partition(" ")[0]
    about_them["Diagnostic-Code"] = f"smtp; 550 {diagnosis}"
    part = MIMEBase("message", "delivery-status")
    part.set_payload([about_us, about_them])
    return part


def _config() -> Config:
    args = Namespace(passlib_cfg=None, proxy_protocol=None, inherited_sockets=None)
    return Config(
        args,
        demo_data=False,
        demo_user="nobody",
        demo_password="",
        host=LOOPBACK,
        port=0,
        hash_context=Cleartext(),
        cpu_subsystem=Subsystem.for_asyncio(),
        secure_auth=False,
        tls_enabled=False,
        invalid_user_sleep=0,
        reject_dnsbl=False,
        bad_command_limit=None,
    )


def _offer_keywords() -> None:
    """Offer keywords of a client's own, as servers that people use do; pymap by itself offers none."""
    offered = MailboxData.permanent_flags.fget  # type: ignore[attr-defined] # it is a property
    MailboxData.permanent_flags = property(  # type: ignore[assignment,method-assign] # on purpose
        lambda self: frozenset(offered(self)) | {Flag(b"\\*")}
    )


_offer_keywords()
