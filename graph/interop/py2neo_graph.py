"""The graph for programs written with py2neo: a Subgraph to merge, and classes for its object mapper. Wants the extra ``py2neo``.

Development of py2neo has ended (its last release is 2021.2.4): for scripts that exist; new ones do better with the ``neo4j`` driver.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from py2neo import Node, Relationship, Subgraph
from py2neo.ogm import GraphObject, Property, RelatedFrom, RelatedTo

from graph.model import End, Graph
from graph.ontology import load_ontology


def to_subgraph(graph: Graph) -> Subgraph:
    """All nodes and relationships, to be written with ``py2neo.Graph(…).merge(subgraph)``; nodes are merged by label and ``id``."""
    nodes: dict[End, Node] = {}
    edges = []
    for part in graph.parts():
        for each in part.nodes:
            node = nodes[each.end] = Node(each.label, **each.properties)
            node.__primarylabel__, node.__primarykey__ = each.label, "id"
        edges += [Relationship(nodes[edge.source], edge.type, nodes[edge.target], **edge.properties) for edge in part.edges]
    return Subgraph(nodes.values(), edges)


@cache
def classes() -> dict[str, type[GraphObject]]:
    """A mapped class for each label, made from the ontology: its properties, and its relationships by type in lower case (``supports_ban``).

    Relationships that lead to a node are called after their type with ``_of`` behind it: ``proposal.supports_ban_of`` are the supporters.
    Each holds all nodes at its other end, of whatever class (``Anything``).
    """
    ontology = load_ontology()
    anything: type[GraphObject] = type("Anything", (GraphObject,), {"__primarykey__": "id", "id": Property(), "name": Property()})
    made = {}
    for label in ontology.labels:
        body: dict[str, Any] = {"__primarylabel__": label, "__primarykey__": "id", "__doc__": ontology.labels[label].says}
        body |= {name: Property() for name in ontology.node_properties(label)}
        body |= {name.lower(): RelatedTo(anything, name) for name, each in ontology.relationships.items() if label in each.sources}
        body |= {f"{name.lower()}_of": RelatedFrom(anything, name) for name, each in ontology.relationships.items() if label in each.targets}
        made[label] = type(label, (GraphObject,), body)
    return made
