"""The records of a picture, and what of the fetched nodes and edges is shown. A view and what was fetched in, a picture out; pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dashboards.look import STANCE_OF
from dashboards.network.view import View, edge_id


@dataclass(frozen=True, slots=True)
class Node:
    """``names`` by language, ``en`` always."""

    id: str
    kind: str
    names: Mapping[str, str]
    region: str | None = None
    date: str | None = None

    def name(self, language: str) -> str:
        return self.names.get(language) or self.names["en"]


@dataclass(frozen=True, slots=True)
class Edge:
    """``claims`` is 0 where the concept files say it; ``firsthand``: a document says it itself, not in an inferred table, not of others' words."""

    source: str
    relation: str
    target: str
    claims: int = 0
    documents: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None
    confidence: float | None = None
    quote: str | None = None
    quantifiers: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    firsthand: bool = True

    @property
    def id(self) -> str:
        return edge_id(self.source, self.relation, self.target)

    @property
    def stance(self) -> str | None:
        return STANCE_OF.get(self.relation)


@dataclass(frozen=True, slots=True)
class Stage:
    """What one step brought: ``fresh`` nodes around a ``centre``; ``total`` neighbours of it would fit."""

    centre: str
    fresh: tuple[str, ...]
    total: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """What was fetched for a view: ``stages`` in order, of which the first is the base; ``size`` nodes are in the graph."""

    nodes: Mapping[str, Node]
    edges: tuple[Edge, ...]
    stages: tuple[Stage, ...]
    size: int
    full: bool = False  # the limit of a picture was met
    missing: tuple[str, ...] = ()  # ids that the graph does not have
    base: str = "positions"

    @property
    def centres(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(stage.centre for stage in self.stages))


@dataclass(frozen=True, slots=True)
class Picture:
    """What is shown. ``left_out`` counts nodes that were fetched and taken out (hidden, or of a kind switched off); ``rest`` how many further
    neighbours each centre has (0: none); ``kinds`` counts the fetched nodes by kind, switched off or not: the legend's lines."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    size: int
    left_out: int = 0
    rest: Mapping[str, int] = field(default_factory=dict)
    kinds: Mapping[str, int] = field(default_factory=dict)
    full: bool = False

    def node(self, node: str) -> Node | None:
        return next((each for each in self.nodes if each.id == node), None)

    def edge(self, edge: str) -> Edge | None:
        return next((each for each in self.edges if each.id == edge), None)


def choose(found: Found, view: View) -> Picture:
    """The picture of what was fetched: what the reader hid or switched off is out, with every edge that lost an end."""
    hide, off = set(view.hide), set(view.off)
    nodes = tuple(node for node in found.nodes.values() if node.id not in hide and node.kind not in off)
    shown = {node.id for node in nodes}
    drawn = _drawn(found)
    edges = tuple(edge for edge in drawn if edge.source in shown and edge.target in shown)
    kinds: dict[str, int] = {}
    for node in found.nodes.values():
        if node.id not in hide:
            kinds[node.kind] = kinds.get(node.kind, 0) + 1
    return Picture(nodes, edges, found.size, len(found.nodes) - len(nodes), _rest(found), kinds, found.full)


def _drawn(found: Found) -> tuple[Edge, ...]:
    """On positions, only what a centre takes part in: what holders have to do with one another would bury who is for and who against."""
    if found.base != "positions":
        return found.edges
    centres = set(found.centres)
    return tuple(edge for edge in found.edges if edge.source in centres or edge.target in centres)


def _rest(found: Found) -> dict[str, int]:
    beside: dict[str, set[str]] = {centre: set() for centre in found.centres}
    for edge in found.edges:
        for one, other in ((edge.source, edge.target), (edge.target, edge.source)):
            if one in beside:
                beside[one].add(other)
    totals: dict[str, int] = {}
    for stage in found.stages:
        totals[stage.centre] = max(totals.get(stage.centre, 0), stage.total)
    return {centre: max(0, total - len(beside[centre])) for centre, total in totals.items()}
