"""Transactions on their way to a server, while the next ones are made: transfers in, the server's own counts of what changed out.

A lane carries one transaction at a time, in a session and a thread of its own. Several lanes are for a database that was empty: there
transactions only create, and never wait for one another's nodes. Elsewhere they merge, which locks both ends, so there is one lane.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from queue import SimpleQueue
from types import TracebackType
from typing import Any, Self

from neo4j import ManagedTransaction, Session

from graph.creating import counts
from graph.lease import LABEL, LANES, Lease
from graph.transfer import Transfer


@dataclass(slots=True)
class Sender:
    """Leaving its block waits for what is under way. ``lanes`` says how many transactions may be under way at once."""

    open_session: Callable[[], Session]
    lease: Lease
    lanes: int = 1
    _free: SimpleQueue[int] = field(default_factory=SimpleQueue)
    _threads: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(LANES, "rapporteur-load"))
    _flying: set[Future[Counter[str]]] = field(default_factory=set)

    def __post_init__(self) -> None:
        for lane in range(LANES):
            self._free.put(lane)

    def send(self, transfer: Transfer) -> Counter[str]:
        """Sends it as soon as a lane is free; gives the counts of those that have arrived.

        Raises:
            StoreError: another loader has taken over.
        """
        arrived = self._landed(self.lanes - 1)
        self._flying.add(self._threads.submit(self._carry, transfer))
        return arrived

    def settle(self) -> Counter[str]:
        """Waits until everything sent has arrived; raises as :meth:`send` does."""
        return self._landed(0)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._threads.shutdown(cancel_futures=True)

    def _landed(self, left: int) -> Counter[str]:
        counted: Counter[str] = Counter()
        while len(self._flying) > left:
            done, self._flying = wait(self._flying, return_when=FIRST_COMPLETED)
            for each in done:
                counted += each.result()
        return counted

    def _carry(self, transfer: Transfer) -> Counter[str]:
        statements = list(transfer.statements())
        lane = self._free.get()
        try:
            with self.open_session() as session:
                return session.execute_write(self._work, transfer, statements, lane)
        finally:
            self._free.put(lane)

    def _work(self, tx: ManagedTransaction, transfer: Transfer, statements: list[tuple[str, list[Any]]], lane: int) -> Counter[str]:
        self.lease.confirm(tx, lane)
        counted: Counter[str] = Counter() if transfer.creation is None else transfer.creation.run(tx)
        for statement, rows in statements:
            changed = counts(tx.run(statement, rows=rows).consume())
            if LABEL not in statement:
                counted.update(changed)
        return counted
