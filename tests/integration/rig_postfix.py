"""A Postfix of the rig's own: its configuration and its queue."""

import grp
import os
import pwd
import shutil
import subprocess
from pathlib import Path

from tests.integration.rig_certificates import Certificates

_MAIN = """\
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
daemon_directory = {daemons}
mail_owner = postfix
setgid_group = postdrop
maillog_file = {folder}/postfix.log
maillog_file_prefixes = {folder}
myhostname = mx.{domain}
mydomain = {domain}
myorigin = {domain}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
smtpd_peername_lookup = no
smtpd_banner = $myhostname ESMTP
recipient_delimiter = +
# Nothing is delivered but to the one domain, and nothing ever leaves the machine.
mydestination =
alias_maps =
alias_database =
local_recipient_maps =
virtual_mailbox_domains = {domain}
virtual_transport = lmtp:unix:private/dovecot-lmtp
local_transport = error:5.1.1 no local mail here
default_transport = error:5.4.4 this machine writes to nobody outside
relay_transport = error:5.4.4 this machine writes to nobody outside
# Unknown people are taken at the door: Dovecot refuses them later, and a real delivery report follows.
smtpd_reject_unlisted_recipient = no
smtpd_relay_restrictions = reject_unauth_destination
smtpd_recipient_restrictions = check_recipient_access inline:{{
    {{ {refused} = 550 5.1.1 no such person here }},
    {{ {later} = 450 4.2.1 this mailbox is busy, try again later }} }}, permit
smtpd_tls_cert_file = {certificate}
smtpd_tls_key_file = {key}
smtpd_tls_auth_only = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = private/dovecot-auth
message_size_limit = 26214400
notify_classes =
# Quick: a server in a test waits seconds where a server in the world waits hours.
in_flow_delay = 0
smtpd_error_sleep_time = 0
queue_run_delay = 1s
minimal_backoff_time = 1s
maximal_backoff_time = 3s
maximal_queue_lifetime = 10m
bounce_queue_lifetime = 10m
"""
_MASTER = """\
127.0.0.1:{mx_port} inet n - n - - smtpd
127.0.0.1:{submission_port} inet n - n - - smtpd
    -o smtpd_tls_security_level=encrypt
    -o smtpd_sasl_auth_enable=yes
    -o smtpd_client_restrictions=permit_sasl_authenticated,reject
127.0.0.1:{smtps_port} inet n - n - - smtpd
    -o smtpd_tls_wrappermode=yes
    -o smtpd_sasl_auth_enable=yes
    -o smtpd_client_restrictions=permit_sasl_authenticated,reject
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
"""
_QUEUES = ("active", "bounce", "corrupt", "defer", "deferred", "hold", "incoming", "saved")
_PRIVATE = (*_QUEUES, "flush", "private", "trace")
_PATH = "/usr/sbin:/usr/local/sbin:/usr/bin"


def make_folders(folder: Path) -> Path:
    """Queue, data and configuration folders as Postfix wants them owned; returns that of its sockets."""
    postfix, postdrop = pwd.getpwnam("postfix").pw_uid, grp.getgrnam("postdrop").gr_gid
    queue = folder / "queue"
    for path in (queue / "pid", folder / "config"):
        path.mkdir(parents=True)
    for path in (*(queue / name for name in _PRIVATE), folder / "data"):
        path.mkdir()
        path.chmod(0o700)
        os.chown(path, postfix, 0)
    for name, mode in (("maildrop", 0o1730), ("public", 0o2710)):
        (queue / name).mkdir()
        os.chown(queue / name, postfix, postdrop)
        (queue / name).chmod(mode)
    return queue / "private"


def write_config(
    folder: Path,
    certificates: Certificates,
    *,
    domain: str,
    refused: str,
    later: str,
    mx_port: int,
    submission_port: int,
    smtps_port: int,
) -> None:
    """Its main.cf and master.cf; `refused` and `later` are the addresses it turns away at the door."""
    main = _MAIN.format(
        folder=folder,
        daemons=_daemons(),
        domain=domain,
        refused=refused,
        later=later,
        certificate=certificates.certificate,
        key=certificates.key,
    )
    master = _MASTER.format(mx_port=mx_port, submission_port=submission_port, smtps_port=smtps_port)
    (folder / "config" / "main.cf").write_text(main)
    (folder / "config" / "master.cf").write_text(master)


def command(folder: Path) -> list[str]:
    """How to run it in the foreground."""
    return [f"{_daemons()}/master", "-d", "-c", str(folder / "config")]


def flush_queue(folder: Path) -> None:
    """Try at once to deliver all that waits."""
    _said(folder, "-f")


def queue(folder: Path) -> str:
    """What waits in the queue, one JSON document a line; empty when nothing does."""
    return _said(folder, "-j")


def _said(folder: Path, option: str) -> str:
    program = shutil.which("postqueue", path=_PATH) or "postqueue"
    asked = [program, "-c", str(folder / "config"), option]
    return subprocess.run(asked, check=True, capture_output=True, text=True).stdout


def _daemons() -> str:
    program = shutil.which("postconf", path=_PATH) or "postconf"
    asked = [program, "-d", "-h", "daemon_directory"]
    return subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()
