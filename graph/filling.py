"""A graph into a database that was empty: its parts in units in.

Several transactions are under way at once. What relationships lead to has arrived in an earlier transaction, or comes in the same one; a document
that is not large comes in one, together with the notes on it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from graph.creating import Creation, Names
from graph.differences import KNOWN, Unit
from graph.outbox import Outbox

_HELD = 5_000  # rows of a transaction, about: few, so that the first starts and the last ends soon


def fill(outbox: Outbox, parts: Iterable[list[Unit]]) -> None:
    """Writes everything, and returns when it has arrived.

    Raises:
        StoreError: another loader has taken over.
    """
    outbox.waiting, outbox.size = False, _HELD
    filling = _Filling(outbox)
    for units in parts:
        filling.add(units)
    outbox.send()
    outbox.settle()


@dataclass(frozen=True, slots=True)
class _Filling:
    outbox: Outbox
    known: Names = field(default_factory=dict)

    def add(self, units: list[Unit]) -> None:
        known = any(unit.place.part == KNOWN for unit in units)
        if known or any(unit.place.of > 1 for unit in units):
            self._add_large(units, self.known if known else {})
        else:
            for unit in units:
                self._put(unit)
            self.outbox.send_if_large()

    def _add_large(self, units: list[Unit], own: Names) -> None:
        """In several transactions, nodes before relationships; they share the names that the server gives the nodes."""
        self.outbox.send()
        for kind, alike in groupby(units, key=lambda unit: unit.place.kind):
            for unit in alike:
                self._put(unit, own)
                self.outbox.send_if_large()
            self.outbox.send()
            if kind == "nodes":
                self.outbox.settle()

    def _put(self, unit: Unit, shared: Names | None = None) -> None:
        if self.outbox.transfer.creation is None:
            self.outbox.transfer.creation = Creation(self.known, {}) if shared is None else Creation(self.known, shared, share=True)
        self.outbox.transfer.create(unit)
