"""The graph as records: nodes, edges, and parts that can be written one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graph.records import Skipped

Value = str | int | float | bool | list[str]
Properties = dict[str, Value]
End = tuple[str, str]  # label and id of a node


@dataclass(frozen=True, slots=True)
class Node:
    """``properties`` hold ``id`` and ``name`` too; absent values are left out, never None."""

    label: str
    id: str
    properties: Properties

    @property
    def end(self) -> End:
        return self.label, self.id


@dataclass(frozen=True, slots=True)
class Edge:
    """A relationship; there is at most one of a type between two ends."""

    type: str
    source: End
    target: End
    properties: Properties = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Part:
    """Nodes, and edges whose ends are in this part or in what is known. ``key`` stays with a part from one building to the next, so that a
    server is sent only what has changed in it."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class Graph:
    """``known`` is what the documents say, united: actors, concepts, documents and the relations between them. ``evidence`` is what it
    stands on, passages and claims: one part a document, made anew each time it is gone through. ``skipped`` are claims that do not fit.
    ``stamp`` tells what it was made of (graph.stamps); empty where nobody has looked."""

    known: Part
    evidence: Iterable[Part] = ()
    skipped: tuple[Skipped, ...] = ()
    stamp: str = ""

    def parts(self) -> Iterator[Part]:
        """All of the graph, in an order in which it can be written."""
        yield self.known
        yield from self.evidence

    @property
    def nodes(self) -> Iterator[Node]:
        return (node for part in self.parts() for node in part.nodes)

    @property
    def edges(self) -> Iterator[Edge]:
        return (edge for part in self.parts() for edge in part.edges)
