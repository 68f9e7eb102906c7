"""The graph for network programs (Gephi, Cytoscape, yEd, igraph): a graph in, GraphML or GEXF out, through NetworkX.

These formats know single values only, and XML not every character. So lists are joined by «; », absent values are left out, and characters that
XML 1.0 forbids become U+FFFD. A node's ``label`` is its name and ``kind`` its label in the graph; an edge's ``label`` and
``relation`` are its type, ``weight`` the number of its claims (1 where none states it). ``start`` and ``end`` of a claim are called
``quote_start`` and ``quote_end``: to GEXF those two words are times.
"""

from __future__ import annotations

import re
from pathlib import Path

import networkx

from graph.model import Edge, Node, Part, Properties, Value

_NOT_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_OTHERWISE = {"start": "quote_start", "end": "quote_end"}
Plain = dict[str, str | int | float | bool]


def as_network(parts: list[Part]) -> networkx.MultiDiGraph:
    """The parts of a graph as one network; ids are those of the graph, an edge's key is its type."""
    network = networkx.MultiDiGraph()
    for part in parts:
        network.add_nodes_from((node.id, _node(node)) for node in part.nodes)
    for part in parts:
        network.add_edges_from((edge.source[1], edge.target[1], edge.type, _edge(edge)) for edge in part.edges)
    return network


def write_graphml(parts: list[Part], path: Path) -> None:
    networkx.write_graphml_xml(as_network(parts), path, named_key_ids=True)


def write_gexf(parts: list[Part], path: Path) -> None:
    network = as_network(parts)
    for source, target, relation, data in network.edges(keys=True, data=True):
        data["id"] = f"{source} {relation} {target}"
    networkx.write_gexf(network, path)


def _node(node: Node) -> Plain:
    known: Plain = {"label": _clean(str(node.properties["name"])), "kind": node.label}
    return known | _plain({key: value for key, value in node.properties.items() if key != "id"})


def _edge(edge: Edge) -> Plain:
    claims = edge.properties.get("claims", 1)
    known: Plain = {"label": edge.type, "relation": edge.type, "weight": claims if isinstance(claims, int) else 1}
    return known | _plain(edge.properties)


def _plain(properties: Properties) -> Plain:
    return {_OTHERWISE.get(key, key): _value(value) for key, value in properties.items()}


def _value(value: Value) -> str | int | float | bool:
    return _clean("; ".join(value) if isinstance(value, list) else value) if isinstance(value, str | list) else value


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
