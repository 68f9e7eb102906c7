"""The graph as a NetworkX graph, and back. A graph in, a ``MultiDiGraph`` out; the same graph comes back."""

from __future__ import annotations

import networkx as nx

from graph.errors import DataError
from graph.model import Edge, Graph, Node, Part


def to_networkx(graph: Graph) -> nx.MultiDiGraph:
    """Nodes by their ids with ``label`` and their properties; relationships with their type as key, and their properties."""
    network = nx.MultiDiGraph()
    for part in graph.parts():
        network.add_nodes_from((node.id, {"label": node.label, **node.properties}) for node in part.nodes)
        network.add_edges_from((edge.source[1], edge.target[1], edge.type, edge.properties) for edge in part.edges)
    return network


def from_networkx(network: nx.MultiDiGraph) -> Graph:
    """The graph of such a network, as one part.

    Raises:
        DataError: a node has no label.
    """
    labels: dict[str, str] = {}
    nodes = []
    for identity, found in network.nodes(data=True):
        if "label" not in found:
            raise DataError(f"{identity}: the node has no label; give each the label that data/ontology.yaml lists")
        labels[identity] = found["label"]
        nodes.append(Node(found["label"], identity, {key: value for key, value in found.items() if key != "label"}))
    edges = (Edge(kind, (labels[one], one), (labels[other], other), dict(found)) for one, other, kind, found in network.edges(keys=True, data=True))
    return Graph(Part(tuple(nodes), tuple(edges)))
