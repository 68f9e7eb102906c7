"""What lies on a server about earlier loads: read through a session. Fingerprints, manifests and counts out."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from neo4j import ManagedTransaction, Session

from graph.differences import Kind, Manifest, Place, unpack
from graph.lease import LABEL
from graph.ontology import load_ontology
from graph.statements import count_statement

_TABLE = f"MATCH (u:{LABEL}) WHERE u.fingerprint IS NOT NULL RETURN u.key AS key, u.fingerprint AS fingerprint"
_MANIFEST = f"MATCH (u:{LABEL} {{key: $key}}) RETURN u.manifest AS manifest"
_OTHERS = f"MATCH (n) WHERE NOT n:{LABEL} RETURN n LIMIT 1"
_END = f"MATCH (u:{LABEL} {{key: 'counts'}}) RETURN u.counts, u.stamp, u.nodes, u.edges"
_FORGET_END = f"MATCH (u:{LABEL} {{key: 'counts'}}) DELETE u"
_REMEMBER_END = f"MERGE (u:{LABEL} {{key: 'counts'}}) SET u.counts = $counts, u.stamp = $stamp, u.nodes = $nodes, u.edges = $edges"


@dataclass(frozen=True, slots=True)
class End:
    """How the last load ended: what the server then held by label and type, what the graph was made of, and how large it was."""

    counts: dict[str, int]
    stamp: str | None
    nodes: int | None
    edges: int | None


@dataclass(slots=True)
class Notes:
    """``table`` holds the fingerprints, ``cuts`` into how many units each part's nodes or edges are cut."""

    session: Session
    table: dict[Place, str] = field(default_factory=dict)
    cuts: dict[tuple[str, Kind], int] = field(default_factory=dict)

    def read(self) -> None:
        rows = self.session.execute_read(lambda tx: tx.run(_TABLE).values())
        self.table = {Place.from_key(key): fingerprint for key, fingerprint in rows}
        self.cuts = {}
        for place in self.table:
            self.cuts[place.part, place.kind] = max(self.cuts.get((place.part, place.kind), 1), place.of)

    def manifest(self, place: Place) -> Manifest:
        """The entries of a unit; none where there is no such unit."""
        found = self.session.execute_read(lambda tx: tx.run(_MANIFEST, key=place.key).single())
        return {} if found is None else unpack(found["manifest"])

    def alone(self) -> bool:
        """Whether the database holds nothing."""
        return not self.table and self.session.execute_read(lambda tx: tx.run(_OTHERS).single()) is None

    def end(self) -> End | None:
        found = self.session.execute_read(lambda tx: tx.run(_END).single())
        return None if found is None else End(json.loads(found[0]), *found[1:])

    def incomplete(self, end: End | None) -> bool:
        """Whether less is there than at the end of the last load: somebody has removed some of it, and the notes are not to be trusted."""
        if end is None:
            return False
        there = self.session.execute_read(_counts)
        return any(there.get(name, 0) < number for name, number in end.counts.items())

    def remember_end(self, tx: ManagedTransaction, stamp: str, nodes: int, edges: int) -> None:
        tx.run(_REMEMBER_END, counts=json.dumps(_counts(tx)), stamp=stamp, nodes=nodes, edges=edges).consume()

    def forget_end(self, tx: ManagedTransaction) -> None:
        """While a load is under way, less may be there than before."""
        tx.run(_FORGET_END).consume()

    def remember_distrust(self, tx: ManagedTransaction) -> None:
        """Until :meth:`remember_end`, all loads find that something lacks."""
        tx.run(_REMEMBER_END, counts=json.dumps({"everything": 1}), stamp=None, nodes=None, edges=None).consume()


def _counts(tx: ManagedTransaction) -> dict[str, int]:
    return tx.run(count_statement(load_ontology())).single(strict=True).data()
