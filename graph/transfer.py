"""What one transaction of a load does: items to take away, items to add and notes on both in, statements with rows out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, cast

from graph.creating import Creation
from graph.differences import Changed, Key, Manifest, Place, Unit, pack
from graph.lease import LABEL
from graph.statements import BATCH, Row, edge_statement, node_statement, stale_edge_statement, stale_node_statement

_NOTE = f"UNWIND $rows AS row MERGE (u:{LABEL} {{key: row.key}}) SET u.fingerprint = row.fingerprint, u.manifest = row.manifest"
_FORGET = f"UNWIND $rows AS row MATCH (u:{LABEL} {{key: row}}) DELETE u"
Note = tuple[str, Manifest]  # fingerprint (empty: not to be trusted) and manifest


@dataclass(slots=True)
class Transfer:
    """What one transaction will do; it is sent when it has grown large enough. ``creation`` is for a database that was empty."""

    creation: Creation | None = None
    taken: dict[str, list[Any]] = field(default_factory=dict)
    added: dict[str, list[Row]] = field(default_factory=dict)
    notes: dict[Place, Note | None] = field(default_factory=dict)
    rows: int = 0
    awaited: bool = False  # others stand on it: nothing is sent beside it

    def take(self, keys: list[Key]) -> None:
        for key in sorted(keys, key=len, reverse=True):  # relationships before nodes
            if len(key) == 2:
                self.taken.setdefault(stale_node_statement(key[0]), []).append(key[1])
            else:
                statement = stale_edge_statement(key[0], key[1], key[3])
                self.taken.setdefault(statement, []).append({"source": key[2], "target": key[4]})
        self.rows += len(keys)

    def create(self, unit: Unit) -> None:
        assert self.creation is not None
        self.creation.add(unit.records)
        self.notes[unit.place] = (unit.fingerprint(), unit.manifest())
        self.rows += len(unit.records)

    def add(self, items: Iterable[Changed]) -> None:
        for item in items:
            key, properties = item.key, cast(Row, item.properties)
            if item.gone:
                properties = {**properties, **dict.fromkeys(item.gone)}  # a property set to null goes
            if len(key) == 2:
                statement, row = node_statement(key[0]), {"id": key[1], "properties": properties}
            elif properties:
                statement = edge_statement(key[0], key[1], key[3])
                row = {"source": key[2], "target": key[4], "properties": properties}
            else:
                statement, row = edge_statement(key[0], key[1], key[3], bare=True), {"source": key[2], "target": key[4]}
            self.added.setdefault(statement, []).append(row)
            self.rows += 1

    def statements(self) -> Iterator[tuple[str, list[Any]]]:
        taken = sorted(self.taken.items(), key=lambda one: "DETACH" in one[0])
        added = sorted(self.added.items(), key=lambda one: "->" in one[0])
        for statement, rows in (*taken, *added):
            for start in range(0, len(rows), BATCH):
                yield statement, rows[start : start + BATCH]
        kept = [{"key": place.key, "fingerprint": note[0], "manifest": pack(note[1])} for place, note in self.notes.items() if note is not None]
        gone = [place.key for place, note in self.notes.items() if note is None]
        yield from ((statement, rows) for statement, rows in ((_NOTE, kept), (_FORGET, gone)) if rows)
