"""A graph into a Neo4j server, sending only what differs: a graph and a session in, what was changed out.

First what is no longer true is taken away, relationships before nodes, then what is new is added, nodes before relationships. Each transaction
notes on the server what it has done, so a load cut off anywhere is finished by the next one (docs/adr/0009).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from operator import length_hint
from time import monotonic

from neo4j import ManagedTransaction, Session

from graph import differences as diff
from graph.differences import Manifest, Place, Unit
from graph.filling import fill
from graph.lease import LANES, Lease
from graph.model import Graph
from graph.notes import Notes
from graph.outbox import Outbox
from graph.store import Progress

_HELD = 20_000  # rows of a transaction, about
_BEAT = 10.0  # seconds between signs of life while nothing is sent


@dataclass(slots=True)
class Loader:
    """Loads one graph."""

    notes: Notes
    lease: Lease
    outbox: Outbox
    graph: Graph
    progress: Progress
    sizes: Counter[str] = field(default_factory=Counter)  # nodes and edges of the graph
    changing: bool = False  # whether the lease was taken
    _beat: float = 0.0

    def load(self) -> None:
        """Makes the server's graph this one.

        Raises:
            StoreError: another loads, or has taken over.
        """
        self.notes.read()
        end = self.notes.end()
        trusted = not self.notes.incomplete(end)
        if self.notes.table and trusted and not self._differs_at_all():
            if self.graph.stamp and (end is None or end.stamp != self.graph.stamp):
                self._note_stamp()
            return
        self.session.execute_write(self.lease.take)
        self.changing, self._beat = True, monotonic()
        self.notes.read()
        alone = self.notes.alone()
        self.outbox.sender.lanes = LANES if alone else 1
        self.session.execute_write(self._noting, self.notes.forget_end if trusted else self.notes.remember_distrust)
        if alone:
            fill(self.outbox, self._parts("loading"))
        else:
            self.outbox.size = _HELD
            places = self._take_away() if self.notes.table else None
            self._add(places if trusted else None)
        self.session.execute_write(self._noting, self._remember_end)

    @property
    def session(self) -> Session:
        return self.notes.session

    def _parts(self, doing: str) -> Iterator[list[Unit]]:
        """The units of each part."""
        total = 1 + length_hint(self.graph.evidence)
        self.sizes.clear()
        for done, (key, part) in enumerate(diff.keyed_parts(self.graph), 1):
            self.sizes.update(nodes=len(part.nodes), edges=len(part.edges))
            yield list(diff.units(key, part, self.notes.cuts))
            self._sign_of_life()
            self.progress(doing, done, max(done, total))

    def _differs_at_all(self) -> bool:
        """Whether some part is not on the server as it is here, or is there and no longer here."""
        seen: set[Place] = set()
        for units in self._parts("comparing"):
            for unit in units:
                seen.add(unit.place)
                if self._differs(unit):
                    return True
        return self.notes.table.keys() != seen

    def _differs(self, unit: Unit) -> bool:
        return self.notes.table.get(unit.place) != unit.fingerprint()

    def _split(self, place: Place, of: int) -> None:
        """What was one unit is noted as several."""
        smaller = diff.split(self._manifest(place), place, of)
        self.outbox.transfer.notes |= {one: ("", manifest) for one, manifest in smaller.items()}
        self.outbox.transfer.notes[place] = None
        self.outbox.send()
        del self.notes.table[place]
        self.notes.table |= dict.fromkeys(smaller, "")

    def _take_away(self) -> set[Place]:
        """What is no longer in the graph goes; gives the places of all units that differ."""
        differing: set[Place] = set()
        seen: set[Place] = set()
        later: list[tuple[Place, list[diff.Key]]] = []  # nodes of what is known: the evidence for them goes first
        for units in self._parts("comparing"):
            self._grow(units)
            seen |= {unit.place for unit in units}
            differ = [unit for unit in units if self._differs(unit)]
            differing |= {unit.place for unit in differ}
            for unit in sorted(differ, key=lambda unit: unit.place.kind):  # edges, nodes
                manifest = self._manifest(unit.place)
                stale = diff.stale(unit, manifest)
                if stale and unit.place.part == diff.KNOWN and unit.place.kind == "nodes":
                    later.append((unit.place, stale))
                elif stale:
                    self._take(unit.place, stale, manifest)
            self.outbox.send_if_large()
        self._take_parts(self.notes.table.keys() - seen)
        for place, stale in later:
            self._take(place, stale, self._manifest(place))
            self.outbox.send_if_large()
        self.outbox.send()
        return differing

    def _grow(self, units: list[Unit]) -> None:
        """Units that the server has as fewer, larger ones are split there, too."""
        for unit in units:
            of, at = unit.place.of, unit.place.at
            while of > 1:
                of //= 4
                at %= of
                if (larger := Place(unit.place.part, unit.place.kind, of, at)) in self.notes.table:
                    self._split(larger, unit.place.of)

    def _take_parts(self, places: set[Place]) -> None:
        """Whole parts go, each at once if it is not large."""
        for _, of_part in groupby(sorted(places, key=lambda place: (place.part, place.kind, place.at)), key=lambda place: place.part):
            for place in of_part:
                self.outbox.transfer.take(list(self._manifest(place)))
                self.outbox.transfer.notes[place] = None
                if place.of > 1:
                    self.outbox.send_if_large()
            self.outbox.send_if_large()

    def _take(self, place: Place, stale: list[diff.Key], manifest: Manifest) -> None:
        for key in stale:
            del manifest[key]
        self.outbox.transfer.take(stale)
        self.outbox.transfer.notes[place] = ("", manifest)

    def _add(self, places: set[Place] | None) -> None:
        """What is new or different is written: all units where nothing was there before. A part that is not large comes at once."""
        self.outbox.waiting = False
        for units in self._parts("loading"):
            large = any(unit.place.of > 1 for unit in units)
            for unit in units:
                if places is None or unit.place in places:
                    before = {} if places is None else self._manifest(unit.place)
                    self.outbox.transfer.add(diff.changed(unit, before))
                    self.outbox.transfer.notes[unit.place] = (unit.fingerprint(), unit.manifest())
                    self.outbox.transfer.awaited |= unit.place.kind == "nodes" and (large or unit.place.part == diff.KNOWN)
                    if unit.place.of > 1:
                        self.outbox.send_if_large()
            self.outbox.send_if_large()
        self.outbox.send()
        self.outbox.settle()

    def _manifest(self, place: Place) -> Manifest:
        """What the server notes of a unit; this load's own changes are sent first."""
        if place in self.outbox.transfer.notes:
            self.outbox.send()
        return self.notes.manifest(place)

    def _note_stamp(self) -> None:
        """The graph is on the server already, but was made of something else; the next load sees that at once."""
        compared = self.notes.table
        self.session.execute_write(self.lease.take)
        self.changing = True
        self.notes.read()
        if self.notes.table == compared:
            self.session.execute_write(self._noting, self._remember_end)

    def _remember_end(self, tx: ManagedTransaction) -> None:
        self.notes.remember_end(tx, self.graph.stamp, self.sizes["nodes"], self.sizes["edges"])

    def _noting(self, tx: ManagedTransaction, note: Callable[[ManagedTransaction], None]) -> None:
        self.lease.confirm(tx)
        note(tx)

    def _sign_of_life(self) -> None:
        if self.changing and monotonic() - max(self._beat, self.outbox.sent) > _BEAT:
            self.session.execute_write(self.lease.confirm)
            self._beat = monotonic()
