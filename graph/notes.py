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
_COUNTS = f"MATCH (u:{LABEL} {{key: 'counts'}}) RETURN u.counts AS counts"
_FORGET_COUNTS = f"MATCH (u:{LABEL} {{key: 'counts'}}) DELETE u"
_REMEMBER_COUNTS = f"MERGE (u:{LABEL} {{key: 'counts'}}) SET u.counts = $counts"


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

    def incomplete(self) -> bool:
        """Whether less is there than at the end of the last load: somebody has removed some of it, and the notes are not to be trusted."""
        found = self.session.execute_read(lambda tx: tx.run(_COUNTS).single())
        if found is None:
            return False
        there = self.session.execute_read(_counts)
        return any(there.get(name, 0) < number for name, number in json.loads(found["counts"]).items())

    def remember_counts(self, tx: ManagedTransaction) -> None:
        tx.run(_REMEMBER_COUNTS, counts=json.dumps(_counts(tx))).consume()

    def forget_counts(self, tx: ManagedTransaction) -> None:
        """While a load is under way, less may be there than before."""
        tx.run(_FORGET_COUNTS).consume()

    def remember_distrust(self, tx: ManagedTransaction) -> None:
        """Until :meth:`remember_counts`, all loads find that something lacks."""
        tx.run(_REMEMBER_COUNTS, counts=json.dumps({"everything": 1})).consume()


def _counts(tx: ManagedTransaction) -> dict[str, int]:
    return dict(tx.run(count_statement(load_ontology())).values())
