"""What one transaction of a load creates where nothing was before: nodes and edges in, run in a transaction; the server's counts out.

Much cheaper for the server than finding the ends of each relationship by label and id: a statement says what it gives each new node, the server
answers with its own name of it (``elementId``), and relationships are sent with those names, a statement a type. Rows are lists, for the names of
properties stand in the statement.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from neo4j import ManagedTransaction, ResultSummary

from graph.model import Edge, End, Node
from graph.statements import BATCH

Record = TypeVar("Record", Node, Edge)
Names = dict[End, str]  # the server's own names of nodes
COUNTED = ("nodes created", "nodes deleted", "relationships created", "relationships deleted", "properties set")


@dataclass(slots=True)
class Creation:
    """``known`` are names of nodes that earlier transactions have made; the names of those that this one makes are put into ``own``."""

    known: Names
    own: Names
    nodes: dict[str, list[Node]] = field(default_factory=dict)
    edges: dict[str, list[Edge]] = field(default_factory=dict)

    def add(self, records: Sequence[Node] | Sequence[Edge]) -> None:
        for one in records:
            if isinstance(one, Node):
                self.nodes.setdefault(one.label, []).append(one)
            else:
                self.edges.setdefault(one.type, []).append(one)

    def run(self, tx: ManagedTransaction) -> Counter[str]:
        """May be run again in another transaction when the first has failed."""
        counted: Counter[str] = Counter()
        for label, nodes in self.nodes.items():
            for some in _cut(nodes):
                counted += self._create_nodes(tx, label, some)
        for kind, edges in self.edges.items():
            for more in _cut(edges):
                counted += self._create_edges(tx, kind, more)
        return counted

    def _create_nodes(self, tx: ManagedTransaction, label: str, nodes: list[Node]) -> Counter[str]:
        names = _names(nodes)
        rows = [[node.id, *map(node.properties.get, names)] for node in nodes]
        answer = tx.run(f"UNWIND $rows AS row CREATE (n:{label} {_properties(names, 1)}) RETURN row[0], elementId(n)", rows=rows)
        self.own.update(((label, key), name) for key, name in answer)
        return counts(answer.consume())

    def _create_edges(self, tx: ManagedTransaction, kind: str, edges: list[Edge]) -> Counter[str]:
        names = _names(edges)
        rows = [[self._end(edge.source), self._end(edge.target), *map(edge.properties.get, names)] for edge in edges]
        ends = "MATCH (a) WHERE elementId(a) = row[0] MATCH (b) WHERE elementId(b) = row[1]"
        return counts(tx.run(f"UNWIND $rows AS row {ends} CREATE (a)-[:{kind} {_properties(names, 2)}]->(b)", rows=rows).consume())

    def _end(self, end: End) -> str:
        return self.own.get(end) or self.known[end]


def counts(summary: ResultSummary) -> Counter[str]:
    """What a server says it had to change, by kind."""
    return Counter({kind: getattr(summary.counters, kind.replace(" ", "_")) for kind in COUNTED})


def _names(records: Sequence[Node] | Sequence[Edge]) -> list[str]:
    """All names of properties, in an order that does not depend on that of the records: the server then knows the statement from before."""
    return sorted({name for record in records for name in record.properties})


def _properties(names: list[str], start: int) -> str:
    return f"{{{', '.join(f'`{name}`: row[{at}]' for at, name in enumerate(names, start))}}}" if names else ""


def _cut(records: list[Record]) -> Iterator[list[Record]]:
    return (records[start : start + BATCH] for start in range(0, len(records), BATCH))
