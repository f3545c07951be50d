"""What the flow is given: the tools behind the seams and the rules of this house."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from mailflow.identity import same_person_key
from mailflow.mentoring.engagement import Policy
from mailflow.ports import Mailbox, Outbox, Reader, Store, Synthesiser
from mailflow.writing.letter import House

DAWN = datetime.min.replace(tzinfo=UTC)  # "now, whenever that is"
# The file that carries the house's own letters (alerts); of the form of an engagement's id.
HOUSE_ID = "hhhhhhhhhh"


@dataclass(frozen=True, slots=True, kw_only=True)
class Budgets:
    """Hard limits that hold whatever the rules decide."""

    recipient_per_day: int = 4
    answers_per_day: int = 20
    expert_open: int = 2
    leader_open: int = 5
    per_hour: int = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseRules:
    """Who may start, how patient we are, whom we believe, how much we send."""

    may_start: Callable[[str], bool]
    policy: Policy
    budgets: Budgets
    trusted_authserv: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What deciding and keeping need: no wire leads out of it, so the desk can use it beside the daemon."""

    store: Store
    synthesiser: Synthesiser
    house: House
    rules: HouseRules
    clock: Callable[[], datetime]  # aware, UTC

    @property
    def service_keys(self) -> tuple[str, ...]:
        """The service's own addresses, in the form in which addresses are compared."""
        return (same_person_key(self.house.address),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools(Office):
    """Everything behind the seams."""

    mailbox: Mailbox
    outbox: Outbox
    reader: Reader
