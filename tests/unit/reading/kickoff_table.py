"""The golden kickoffs: mails as clients send them, and what should be understood."""

import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from mailflow.demo.shapes import fresh_mail

FOLDER = Path(__file__).parents[2] / "golden" / "kickoffs"
SERVICE = "coffee@mentoring.example"
SENT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Golden:
    """One kickoff of the table."""

    id: str
    row: dict[str, Any]

    @property
    def sent_at(self) -> datetime:
        """When it was written."""
        return datetime.fromisoformat(self.row["sent"]) if "sent" in self.row else SENT

    @property
    def raw(self) -> bytes:
        """The mail: as Gmail makes it, as plain text alone, or as the HTML that stands there."""
        name, _, email = self.row.get("sender", "Lee Ader <lee@works.example>").rstrip(">").partition(" <")
        subject, cc = self.row.get("subject", "Hello"), self.row.get("cc", [])
        if "html" not in self.row and not self.row.get("plain"):
            return fresh_mail(
                sender=email,
                name=name,
                to=SERVICE,
                subject=subject,
                text=self.row["text"],
                sent_at=self.sent_at,
                cc=cc,
            )
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = f"{name} <{email}>", SERVICE, subject
        mail["Date"], mail["Message-ID"] = self.sent_at, f"<{self.id}@works.example>"
        if cc:
            mail["Cc"] = ", ".join(cc)
        if "html" in self.row:
            mail.set_content(f"<html><body>{self.row['html']}</body></html>", subtype="html")
        else:
            mail.set_content(self.row["text"].lstrip())
        return mail.as_bytes()


def golden_kickoffs() -> list[Golden]:
    """Every kickoff of every file."""
    return [
        Golden(f"{path.stem}-{row['id']}", row)
        for path in sorted(FOLDER.glob("*.toml"))
        for row in tomllib.loads(path.read_text(encoding="utf-8"))["kickoff"]
    ]
