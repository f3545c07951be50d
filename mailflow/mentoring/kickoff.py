"""What a leader's opening mail says, as far as it has been understood, and what it still lacks."""

from dataclasses import dataclass
from enum import StrEnum

from mailflow.mentoring.engagement import NamedExpert as NamedExpert


class Gap(StrEnum):
    """What a kickoff can lack; each is asked for by name."""

    CAPABILITY = "capability"
    CAPABILITY_JOINED = "capability_joined"  # two in one
    CAPABILITY_BROAD = "capability_broad"  # "leadership"
    EXPERTS = "experts"  # fewer or more than three
    EXPERT_ADDRESS = "expert_address"  # a name without an address
    EXPERT_NAME = "expert_name"
    EXPERT_UNAVAILABLE = "expert_unavailable"  # never-ask list
    EXPERT_BUSY = "expert_busy"  # asked by too many at the moment
    EXPERT_TWICE = "expert_twice"
    EXPERT_IS_LEADER = "expert_is_leader"
    EXPERT_IS_SERVICE = "expert_is_service"
    LEADER_BUSY = "leader_busy"  # too many open engagements
    HORIZON = "horizon"
    WHY_NOW = "why_now"  # wanted, never blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class Kickoff:
    """What a kickoff (or a reply that completes one) says; empty means not said."""

    capability: str = ""
    phrase: str = ""  # the capability as it stands after "my ability to"; empty: not said
    why_now: str = ""
    to_what_end: str = ""
    horizon_months: int | None = None
    experts: tuple[NamedExpert, ...] = ()
    experts_in_cc: bool = False
    doubts: tuple[Gap, ...] = ()  # about the capability: joined or broad
    timezone: str = ""
    leader_name: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing of a kickoff was found."""
        return not (
            self.capability or self.experts or self.why_now or self.to_what_end or self.horizon_months
        )
