"""THE ONE DIRECTION: receive, wake, deliver.  Knows the seams, not the wires.

A fault is classed before it is met: what a mail server does is temporary until it says otherwise;
a message nobody understands is set aside for a person, never dropped; a template that fails changes
nothing; a disk that refuses stops the pass before anything is filed or sent.  Logs and alerts carry
keys and causes, never people's words.
"""

from collections.abc import Callable

from mailflow.flow.deliver import Deliverer
from mailflow.flow.house import HouseRules, Office, Tools
from mailflow.flow.receive import Receiver
from mailflow.flow.settle import Settler

__all__ = ["Deliverer", "Flow", "HouseRules", "Office", "Settler", "Tools"]


class Flow:
    """One pass: take in what has come, do what is due, hand over what is to go."""

    def __init__(self, tools: Tools, pulse: Callable[[], bool] = lambda: True) -> None:
        """`pulse` is called after each finished piece of work; False ends the pass early and cleanly."""
        self.settler = Settler(tools)
        self.receiver = Receiver(tools, self.settler, pulse)
        self.deliverer = Deliverer(tools, self.settler, pulse)

    def receive(self) -> int:
        """Take in every message that waits; return how many.  Raises PostError, StoreError."""
        return self.receiver.receive()

    def wake(self) -> int:
        """Do what is due at this moment; return for how many engagements.  Raises StoreError."""
        return self.settler.wake()

    def deliver(self) -> int:
        """Hand over every letter that may go; return how many went.  Raises StoreError."""
        return self.deliverer.deliver()
