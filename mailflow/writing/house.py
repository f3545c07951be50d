"""What every letter needs to know of the service that sends it."""

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """The service as its letters show it; independent of any engagement."""

    address: str
    name: str = "Just-in-Time Mentoring"
    timezone: str = "UTC"
    language: str = "en"
    key: bytes = field(repr=False)  # tokens and Message-IDs are signed with it
    reply_tokens: Literal["plus", "none"] = "plus"
    operator: str = ""  # who gets alerts, and whom people may turn to

    @property
    def domain(self) -> str:
        """What stands behind the @ of the service's address."""
        return self.address.rpartition("@")[2]

    def reply_address(self, token: str) -> str:
        """Where replies to a letter go."""
        if self.reply_tokens == "none":
            return self.address
        return f"{self.address.rpartition('@')[0]}+{token}@{self.domain}"
