"""A graph into a Neo4j server, sending only what differs: a graph and a session in, what was changed out.

First what is no longer true is taken away, relationships before nodes, then what is new is added, nodes before relationships. Each transaction
notes on the server what it has done, so a load cut off anywhere is finished by the next one (docs/adr/0009).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import length_hint
from time import monotonic
from typing import Any

from neo4j import ManagedTransaction, Session

from graph import differences as diff
from graph.differences import Kind, Manifest, Place, Unit
from graph.lease import LABEL, Lease
from graph.model import Graph
from graph.statements import BATCH
from graph.store import Progress
from graph.transfer import Transfer

_HELD = 20_000  # rows of a transaction, about
_BEAT = 10.0  # seconds between signs of life while nothing is sent
_TABLE = f"MATCH (u:{LABEL}) WHERE u.fingerprint IS NOT NULL RETURN u.key AS key, u.fingerprint AS fingerprint"
_MANIFEST = f"MATCH (u:{LABEL} {{key: $key}}) RETURN u.manifest AS manifest"
_COUNTED = ("nodes created", "nodes deleted", "relationships created", "relationships deleted", "properties set")
_OTHERS = f"MATCH (n) WHERE NOT n:{LABEL} RETURN n LIMIT 1"


@dataclass(slots=True)
class Loader:
    """Loads one graph. ``counters`` are the server's own counts of what it changed in the graph."""

    session: Session
    lease: Lease
    graph: Graph
    progress: Progress
    counters: Counter[str] = field(default_factory=Counter)
    sizes: Counter[str] = field(default_factory=Counter)  # nodes and edges of the graph
    changing: bool = False  # whether the lease was taken
    _table: dict[Place, str] = field(default_factory=dict)
    _cuts: dict[tuple[str, Kind], int] = field(default_factory=dict)
    _transfer: Transfer = field(default_factory=Transfer)
    _beat: float = 0.0
    _fresh: bool = False

    def load(self) -> None:
        """Makes the server's graph this one.

        Raises:
            StoreError: another loads, or has taken over.
        """
        self._read_table()
        if self._table and not any(self._differing("comparing")):
            return
        self.changing = True
        self.session.execute_write(self.lease.take)
        self._read_table()
        self._fresh = not self._table and self.session.execute_read(lambda tx: tx.run(_OTHERS).single()) is None
        self._split()
        self._add(self._take_away() if self._table else None)

    def _read_table(self) -> None:
        rows = self.session.execute_read(lambda tx: tx.run(_TABLE).values())
        self._table = {Place.from_key(key): fingerprint for key, fingerprint in rows}
        self._cuts = {}
        for place in self._table:
            of = self._cuts.get((place.part, place.kind), 1)
            self._cuts[place.part, place.kind] = max(of, place.of)

    def _parts(self, doing: str) -> Iterator[list[Unit]]:
        """The units of each part."""
        total = 1 + length_hint(self.graph.evidence)
        for done, (key, part) in enumerate(diff.keyed_parts(self.graph), 1):
            yield list(diff.units(key, part, self._cuts))
            self.progress(doing, done, max(done, total))

    def _differing(self, doing: str) -> Iterator[bool]:
        """A true for the first part that is not on the server as it is here, or that is there and no longer here."""
        seen: set[Place] = set()
        self.sizes.clear()
        for units in self._parts(doing):
            for unit in units:
                seen.add(unit.place)
                self.sizes[unit.place.kind] += len(unit.records)
                if self._differs(unit):
                    yield True
                    return
        yield bool(self._table.keys() - seen)

    def _differs(self, unit: Unit) -> bool:
        return self._table.get(unit.place) != unit.fingerprint()

    def _split(self) -> None:
        """Units that have grown too large are noted as smaller ones."""
        grown = {place for place in self._table if place.of < self._cuts[place.part, place.kind]}
        for place in grown:
            self._split_one(place, self._cuts[place.part, place.kind])

    def _split_one(self, place: Place, of: int) -> None:
        smaller = diff.split(self._manifest(place), place, of)
        self._transfer.notes |= {one: ("", manifest) for one, manifest in smaller.items()}
        self._transfer.notes[place] = None
        self._send()
        del self._table[place]
        self._table |= dict.fromkeys(smaller, "")

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
                stale = diff.stale(unit, self._manifest(unit.place))
                if stale and unit.place.part == diff.KNOWN and unit.place.kind == "nodes":
                    later.append((unit.place, stale))
                elif stale:
                    self._take(unit.place, stale)
            self._send_if_large()
        for place in sorted(self._table.keys() - seen, key=lambda place: place.kind):
            self._transfer.take(list(self._manifest(place)))
            self._transfer.notes[place] = None
            self._send_if_large()
        for place, stale in later:
            self._take(place, stale)
            self._send_if_large()
        self._send()
        return differing

    def _grow(self, units: list[Unit]) -> None:
        """Units that the server has as fewer, larger ones are split there, too."""
        for unit in units:
            of, at = unit.place.of, unit.place.at
            while of > 1:
                of //= 4
                at %= of
                if (larger := Place(unit.place.part, unit.place.kind, of, at)) in self._table:
                    self._split_one(larger, unit.place.of)

    def _take(self, place: Place, stale: list[diff.Key]) -> None:
        manifest = self._manifest(place)
        for key in stale:
            del manifest[key]
        self._transfer.take(stale)
        self._transfer.notes[place] = ("", manifest)

    def _add(self, places: set[Place] | None) -> None:
        """What is new or different is written: all units where nothing was there before."""
        self.sizes.clear()
        for units in self._parts("loading"):
            for unit in units:
                self.sizes[unit.place.kind] += len(unit.records)
                if places is None or unit.place in places:
                    before = {} if places is None else self._manifest(unit.place)
                    self._transfer.add(list(diff.changed(unit, before)), fresh=self._fresh)
                    self._transfer.notes[unit.place] = (unit.fingerprint(), unit.manifest())
                    self._send_if_large()
            self._sign_of_life()
        self._send()

    def _manifest(self, place: Place) -> Manifest:
        """What the server notes of a unit; this load's own changes are sent first."""
        if place in self._transfer.notes:
            self._send()
        found = self.session.execute_read(lambda tx: tx.run(_MANIFEST, key=place.key).single())
        return {} if found is None else diff.unpack(found["manifest"])

    def _send_if_large(self) -> None:
        if self._transfer.rows >= _HELD or len(self._transfer.notes) >= BATCH:
            self._send()

    def _send(self) -> None:
        if self._transfer.notes:
            self.counters += self.session.execute_write(self._work, list(self._transfer.statements()))
            self._transfer = Transfer()
            self._beat = monotonic()

    def _work(self, tx: ManagedTransaction, statements: list[tuple[str, list[Any]]]) -> Counter[str]:
        self.lease.confirm(tx)
        counted: Counter[str] = Counter()
        for statement, rows in statements:
            counters = tx.run(statement, rows=rows).consume().counters
            if LABEL not in statement:
                counted.update({kind: getattr(counters, kind.replace(" ", "_")) for kind in _COUNTED})
        return counted

    def _sign_of_life(self) -> None:
        if monotonic() - self._beat > _BEAT:
            self.session.execute_write(self.lease.confirm)
            self._beat = monotonic()
