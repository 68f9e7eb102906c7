"""A view in, what the graph has for it out: neighbourhoods with limits, never the whole graph. Asks the queries cypher/pages/network-*.cypher."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from dashboards.network.picture import Edge, Found, Node, Stage
from dashboards.network.view import HOLDERS, LIMIT, OPENING, STANCES, STEP, View

Row = Mapping[str, Any]
Ask = Callable[..., list[dict[str, Any]]]  # the name of a query and its parameters in, rows out


def fetch(ask: Ask, view: View) -> Found:
    """What a view shows.

    Raises:
        QueryError, StoreError: as the store's.
    """
    made = _Made(ask, view)
    if view.base == "path":
        made.way(*view.path)
    elif view.base == "node":
        made.around(view.id, STEP)
    else:
        made.positions(view.proposal or opening(ask))
    for node in view.expand:
        made.around(node, STEP)
    return made.found()


def opening(ask: Ask) -> str:
    """The proposal that positions open on: the ban, else the one most is said on."""
    proposals = [row["id"] for row in ask("network-proposals")]
    return OPENING if OPENING in proposals or not proposals else proposals[0]


@dataclass(slots=True)
class _Made:
    """A picture's nodes as they come."""

    ask: Ask
    view: View
    nodes: dict[str, Node] = field(default_factory=dict)
    stages: list[Stage] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    full: bool = False

    def positions(self, proposal: str) -> None:
        """All who are recorded on a proposal."""
        relations = [each for each in self.view.relations or STANCES if each in STANCES]
        self.around(proposal, LIMIT, relations or STANCES, [kind for kind in self.view.kinds or HOLDERS if kind in HOLDERS] or HOLDERS)

    def way(self, start: str, end: str) -> None:
        """A shortest path; where there is none, its two ends."""
        found = self.ask("network-path", start=start, goal=end)
        self._know(found[0]["ids"] if found else [start, end])
        self.stages += [Stage(node, (node,)) for node in self.nodes]

    def around(self, centre: str, step: int, relations: Iterable[str] = (), kinds: Iterable[str] = ()) -> None:
        """The next neighbours of a node, as the view is narrowed."""
        before = set(self.nodes)
        self._know([centre])
        if centre not in self.nodes:
            return
        room = max(0, LIMIT - len(self.nodes))
        view = self.view
        rows = self.ask(
            "network-neighbours", id=centre, known=sorted(self.nodes), kinds=list(kinds or view.kinds), relations=list(relations or view.relations),
            document=view.document, as_of=view.as_of, confidence=view.confidence, region=view.region, limit=min(step, room),
        )  # fmt: skip
        fresh = [_node(row) for row in rows if row["id"] is not None]
        self.nodes |= {node.id: node for node in fresh}
        total = rows[0]["total"] if rows else 0
        self.full |= room < step and len(fresh) == room
        self.stages.append(Stage(centre, tuple(node for node in self.nodes if node not in before), total))

    def found(self) -> Found:
        view, ids = self.view, sorted(self.nodes)
        rows = self.ask(
            "network-edges", ids=ids, relations=list(view.relations), document=view.document, as_of=view.as_of, confidence=view.confidence
        )
        firsthand = {(row["source"], row["relation"], row["target"]) for row in self.ask("network-firsthand", ids=ids)}
        edges = tuple(_edge(row, firsthand) for row in rows)
        size = sum(row["nodes"] for row in self.ask("network-size"))
        return Found(self.nodes, edges, tuple(self.stages), size, self.full, tuple(self.missing), view.base)

    def _know(self, ids: list[str]) -> None:
        unknown = [each for each in ids if each not in self.nodes]
        if unknown:
            rows = {row["id"]: _node(row) for row in self.ask("network-nodes", ids=unknown)}
            self.nodes |= {each: rows[each] for each in unknown if each in rows}
            self.missing += [each for each in unknown if each not in rows]


def _node(row: Row) -> Node:
    names = {"en": row["name"], "zh": row["name_zh"], "ko": row["name_ko"]}
    return Node(row["id"], row["kind"], {code: name for code, name in names.items() if name}, row["region"], row["date"])


def _edge(row: Row, firsthand: set[tuple[str, str, str]]) -> Edge:
    lists = {key: tuple(row[key] or ()) for key in ("documents", "quantifiers", "roles")}
    said = row["claims"] is None or (row["source"], row["relation"], row["target"]) in firsthand
    return Edge(
        row["source"], row["relation"], row["target"], row["claims"] or 0, first=row["first"], last=row["last"], confidence=row["confidence"],
        quote=row["quote"], firsthand=said, **lists,
    )  # fmt: skip
