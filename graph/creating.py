"""What one transaction of a load creates where nothing was before: nodes and edges in, run in a transaction; the server's counts out.

Much cheaper for the server than finding the ends of each relationship by label and id: it answers with its own name of each new node
(``elementId``) that something else leads to. A statement names the ends of all its relationships once, and its rows say which of them they mean.
Relationships without properties come with the node they begin at, where what they lead to is there already: so do all those of claims.
Rows are lists, for the names of properties stand in the statement.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from neo4j import ManagedTransaction, ResultSummary

from graph.model import Edge, End, Node
from graph.statements import BATCH

Anything = TypeVar("Anything")
Names = dict[End, str]  # the server's own names of nodes
Along = dict[str, End]  # what relationships of these types lead to that come with the node they begin at
Kind = tuple[str, tuple[str, ...], bool]  # of nodes: label, types of the relationships that come along, whether the server's name is needed
COUNTED = ("nodes created", "nodes deleted", "relationships created", "relationships deleted", "properties set")
_ENDS = "UNWIND range(0, size($ends) - 1) AS at MATCH (e) WHERE elementId(e) = $ends[at] WITH at, e ORDER BY at WITH collect(e) AS ends "


@dataclass(slots=True)
class Creation:
    """``known`` are names of nodes that earlier transactions have made. The names of those that this one makes are put into ``own``: of all of
    them where later transactions ``share`` it."""

    known: Names
    own: Names
    share: bool = False
    nodes: dict[str, list[Node]] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)

    def add(self, records: Sequence[Node] | Sequence[Edge]) -> None:
        for one in records:
            if isinstance(one, Node):
                self.nodes.setdefault(one.label, []).append(one)
            else:
                self.edges.append(one)

    def run(self, tx: ManagedTransaction) -> Counter[str]:
        """May be run again in another transaction when the first has failed."""
        counted: Counter[str] = Counter()
        along, rest = self._parted()
        needed = {end for edges in rest.values() for edge in edges for end in (edge.source, edge.target)}
        needed.update(end for ends in along.values() for end in ends.values())
        for label, nodes in self.nodes.items():
            alike: dict[Kind, list[Node]] = {}
            for node in nodes:
                alike.setdefault((label, tuple(along.get(node.end, ())), self.share or node.end in needed), []).append(node)
            for kind, those in alike.items():
                for some in _cut(those):
                    counted += self._create_nodes(tx, kind, some, along)
        for name, edges in rest.items():
            for more in _cut(edges):
                counted += self._create_edges(tx, name, more)
        return counted

    def _parted(self) -> tuple[dict[End, Along], dict[str, list[Edge]]]:
        """What comes with the nodes, by where it begins, and the other relationships by type."""
        order = {label: at for at, label in enumerate(self.nodes, 1)}  # 0: there already
        new = {node.end for nodes in self.nodes.values() for node in nodes}
        along: dict[End, Along] = {}
        rest: dict[str, list[Edge]] = {}
        for edge in self.edges:
            source, target = edge.source, edge.target
            if not edge.properties and source in new and (target not in new or order[target[0]] < order[source[0]]):
                ends = along.setdefault(source, {})
                if ends.setdefault(edge.type, target) is target:
                    continue
            rest.setdefault(edge.type, []).append(edge)
        return along, rest

    def _create_nodes(self, tx: ManagedTransaction, kind: Kind, nodes: list[Node], along: Mapping[End, Along]) -> Counter[str]:
        label, types, needed = kind
        names, ends = _names(nodes), _Ends()
        rows: list[list[Any]]
        if types:
            rows = [[*map(node.properties.get, names), *map(ends.number, along[node.end].values())] for node in nodes]
        else:
            rows = [[*map(node.properties.get, names)] for node in nodes]
        leading = "".join(f", ends[row[{at}]] AS e{at}" for at in range(len(names), len(names) + len(types)))
        paths = "".join(f", (n)-[:{name}]->(e{at})" for at, name in enumerate(types, len(names)))
        statement = f"{_ENDS if types else ''}UNWIND $rows AS row WITH row{leading} CREATE (n:{label} {_properties(names, 0)}){paths}"
        if not needed:
            return counts(tx.run(statement, rows=rows, ends=self._named(ends)).consume())
        answer = tx.run(f"{statement} RETURN collect(n.id), collect(elementId(n))", rows=rows, ends=self._named(ends))
        self.own.update(((label, key), name) for key, name in zip(*answer.single(strict=True), strict=True))
        return counts(answer.consume())

    def _create_edges(self, tx: ManagedTransaction, kind: str, edges: list[Edge]) -> Counter[str]:
        names, ends = _names(edges), _Ends()
        rows = [[ends.number(edge.source), ends.number(edge.target), *map(edge.properties.get, names)] for edge in edges]
        created = f"WITH row, ends[row[0]] AS a, ends[row[1]] AS b CREATE (a)-[:{kind} {_properties(names, 2)}]->(b)"
        return counts(tx.run(f"{_ENDS}UNWIND $rows AS row {created}", rows=rows, ends=self._named(ends)).consume())

    def _named(self, ends: Collection[End]) -> list[str]:
        return [self.own.get(end) or self.known[end] for end in ends]


class _Ends(dict[End, int]):
    """Ends with the numbers that they are given in the order in which they are first asked for."""

    def number(self, end: End) -> int:
        return self.setdefault(end, len(self))


def counts(summary: ResultSummary) -> Counter[str]:
    """What a server says it had to change, by kind."""
    return Counter({kind: getattr(summary.counters, kind.replace(" ", "_")) for kind in COUNTED})


def _names(records: Sequence[Node] | Sequence[Edge]) -> list[str]:
    """All names of properties, in an order that does not depend on that of the records: the server then knows the statement from before."""
    return sorted({name for record in records for name in record.properties})


def _properties(names: list[str], start: int) -> str:
    return f"{{{', '.join(f'`{name}`: row[{at}]' for at, name in enumerate(names, start))}}}" if names else ""


def _cut(records: list[Anything]) -> Iterator[list[Anything]]:
    return (records[start : start + BATCH] for start in range(0, len(records), BATCH))
