"""Folders as this server names them: where messages are filed, and where copies of letters lie."""

import contextlib
import imaplib

from imapclient import IMAPClient

from mailflow.ports import Folder

_SENT_NAMES = ("Sent", "Sent Items", "Sent Messages", "Sent Mail")


def filing_names(client: IMAPClient, prefix: str) -> dict[Folder, str]:
    """The full name of each filing folder, with this server's namespace and delimiter."""
    start, delimiter = namespace(client)
    return {folder: f"{start}{prefix}{delimiter}{folder.value}" for folder in Folder}


def namespace(client: IMAPClient) -> tuple[str, str]:
    """(prefix, delimiter) of our own folders (RFC 2342), from LIST where NAMESPACE is not offered."""
    if client.has_capability("NAMESPACE"):
        personal = client.namespace().personal
        if personal:
            prefix, delimiter = personal[0]
            return _text(prefix), _text(delimiter) or "/"
    listed = client.list_folders("", "")
    return "", (_text(listed[0][1]) if listed else "") or "/"


def make(client: IMAPClient, name: str) -> None:
    """Create and subscribe a folder, if it is not there yet.  Raises imaplib.IMAP4.error."""
    if not client.folder_exists(name):
        try:
            client.create_folder(name)
        except imaplib.IMAP4.abort:
            raise
        except imaplib.IMAP4.error:
            _make_below(client, name)
    with contextlib.suppress(imaplib.IMAP4.error):
        client.subscribe_folder(name)


def _make_below(client: IMAPClient, name: str) -> None:
    """Most servers make what is above on their own (RFC 3501, 6.3.3, says they should); here one does not."""
    delimiter = namespace(client)[1]
    above = name.rpartition(delimiter)[0]
    if above:
        with contextlib.suppress(imaplib.IMAP4.error):
            client.create_folder(above + delimiter)  # with the delimiter: it will have folders inside
    client.create_folder(name)


def sent_folder(client: IMAPClient) -> str:
    """The folder with copies of what was sent (RFC 6154), else one with a usual name, else nothing."""
    listed = client.list_folders()
    for flags, _, name in listed:
        if b"\\sent" in {flag.lower() for flag in flags}:
            return str(name)
    start, delimiter = namespace(client)
    known = {str(name) for _, _, name in listed}
    usual = [f"{above}{name}" for above in (start, f"INBOX{delimiter}", "") for name in _SENT_NAMES]
    return next((name for name in usual if name in known), "")


def _text(value: bytes | str | None) -> str:
    return value.decode("ascii", "replace") if isinstance(value, bytes) else str(value or "")
