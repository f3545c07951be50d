"""A Dovecot of the rig's own: its configuration and its accounts.

QUIRK: whatever `ssl` says, Dovecot counts a connection from its own address as secure and takes a
password there without TLS.  On loopback nobody can show that a login in the clear is refused.
"""

import grp
import os
import pwd
import shutil
from pathlib import Path

from tests.integration.rig_certificates import Certificates

# Dovecot refuses to open mail as root; any unprivileged user of the machine will do.
_OWNER = "nobody"

_CONFIG = """\
protocols = imap lmtp
listen = 127.0.0.1
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/dovecot.log
auth_mechanisms = plain login
ssl = required
ssl_cert = <{certificate}
ssl_key = <{key}
mail_location = maildir:~/Maildir
mail_max_userip_connections = 100
recipient_delimiter = +
postmaster_address = postmaster@{domain}
default_client_limit = 200
default_process_limit = 50
passdb {{
  driver = passwd-file
  args = scheme=PLAIN username_format=%Lu {folder}/accounts/%Lu
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}/mail/%Lu
}}
namespace inbox {{
  inbox = yes
  separator = {separator}
  mailbox Sent {{
    auto = subscribe
    special_use = \\Sent
  }}
}}
service imap-login {{
  inet_listener imap {{
    port = {imap_port}
  }}
  inet_listener imaps {{
    port = {imaps_port}
    ssl = yes
  }}
}}
service lmtp {{
  unix_listener {sockets}/dovecot-lmtp {{
    user = postfix
    mode = 0600
  }}
}}
service auth {{
  unix_listener {sockets}/dovecot-auth {{
    user = postfix
    mode = 0600
  }}
}}
# A wrong password is answered at once, also the tenth time.
auth_failure_delay = 0
service anvil {{
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  unix_listener stats-writer {{
    mode = 0666
  }}
}}
"""


def write_config(
    folder: Path,
    sockets: Path,
    certificates: Certificates,
    *,
    domain: str,
    separator: str,
    imap_port: int,
    imaps_port: int,
) -> Path:
    """Everything Dovecot needs in `folder`; its LMTP and login sockets will be in `sockets`."""
    uid, gid = pwd.getpwnam(_OWNER).pw_uid, pwd.getpwnam(_OWNER).pw_gid
    (folder / "mail").mkdir(parents=True)
    os.chown(folder / "mail", uid, gid)
    (folder / "accounts").mkdir()
    config = folder / "dovecot.conf"
    config.write_text(
        _CONFIG.format(
            folder=folder,
            sockets=sockets,
            certificate=certificates.certificate,
            key=certificates.key,
            domain=domain,
            separator=separator,
            imap_port=imap_port,
            imaps_port=imaps_port,
            uid=uid,
            gid=gid,
        )
    )
    return config


def command(config: Path) -> list[str]:
    """How to run it in the foreground."""
    return [shutil.which("dovecot", path="/usr/sbin:/usr/local/sbin") or "dovecot", "-F", "-c", str(config)]


def add_account(folder: Path, address: str, password: str) -> None:
    """One account more, at once usable: a file each, since Dovecot looks for changes in one once a second."""
    account = folder / "accounts" / address
    account.write_text(f"{address}:{password}\n")
    account.chmod(0o640)
    os.chown(account, 0, grp.getgrnam("dovecot").gr_gid)


def inbox_size(folder: Path, address: str) -> int:
    """How many letters lie in an inbox, without asking the server."""
    maildir = folder / "mail" / address / "Maildir"
    # By unique name: a letter that Dovecot moves from new to cur meanwhile is still one.
    return len(
        {path.name.partition(":")[0] for part in ("new", "cur") for path in (maildir / part).glob("*")}
    )
