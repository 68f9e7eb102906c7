"""What a load is about to send: gathered until a transaction is large enough, then given to the sender; the server's counts are kept."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from time import monotonic

from graph.sending import Sender
from graph.statements import BATCH
from graph.transfer import Transfer


@dataclass(slots=True)
class Outbox:
    """``size`` is about how many rows a transaction has. While ``waiting``, each has arrived before the next is sent."""

    sender: Sender
    size: int = 0
    waiting: bool = True
    transfer: Transfer = field(default_factory=Transfer)
    counters: Counter[str] = field(default_factory=Counter)  # the server's own counts of what it changed in the graph
    sent: float = 0.0  # when something was last sent

    def send_if_large(self) -> None:
        """Raises as :meth:`send` does."""
        if self.transfer.rows >= self.size or len(self.transfer.notes) >= BATCH:
            self.send()

    def send(self) -> None:
        """What others stand on has arrived when this returns, the rest is under way.

        Raises:
            StoreError: another loader has taken over.
        """
        if self.transfer.notes:
            sent, self.transfer = self.transfer, Transfer()
            self.counters += self.sender.send(sent)
            if sent.awaited or self.waiting:
                self.settle()
            self.sent = monotonic()

    def settle(self) -> None:
        """Returns when everything sent has arrived; raises as :meth:`send` does."""
        self.counters += self.sender.settle()
