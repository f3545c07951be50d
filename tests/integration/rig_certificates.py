"""A test CA and a certificate for localhost, made by the openssl command."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

# Key identifiers and usages are there because a strict client (Python 3.13 and later) asks for them.
_CONFIG = """\
[req]
distinguished_name = name
prompt = no
[name]
[ca]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[server]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = serverAuth
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
subjectAltName = DNS:localhost, IP:127.0.0.1
"""
_NEW_KEY = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2")


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificates:
    """Where they lie."""

    ca: Path
    certificate: Path
    key: Path


def make_certificates(folder: Path) -> Certificates:
    """A new CA and a certificate signed by it for localhost and 127.0.0.1, good for two days."""
    config = folder / "openssl.cnf"
    config.write_text(_CONFIG)
    base = ("openssl", "req", "-x509", "-config", str(config), *_NEW_KEY)
    ca, ca_key = folder / "ca.pem", folder / "ca.key"
    made = Certificates(ca=ca, certificate=folder / "server.pem", key=folder / "server.key")
    _run(*base, "-subj", "/CN=Rig CA", "-extensions", "ca", "-keyout", str(ca_key), "-out", str(ca))
    signed_by = ("-CA", str(ca), "-CAkey", str(ca_key), "-extensions", "server")
    _run(*base, *signed_by, "-subj", "/CN=localhost", "-keyout", str(made.key), "-out", str(made.certificate))
    return made


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)
