"""The graph as three pandas frames, and back. A graph in, frames out; the same graph comes back.

dtypes follow data/ontology.yaml: string ``string``, integer ``Int64``, float ``Float64``, boolean ``boolean``, and lists of strings as
Python lists in ``object`` columns; what a node or edge lacks is missing (``pd.NA``, or None in a list column).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from graph.errors import DataError
from graph.model import Edge, End, Graph, Node, Part, Properties
from graph.ontology import load_ontology

DTYPES = {"string": "string", "integer": "Int64", "float": "Float64", "boolean": "boolean", "strings": "object"}
_ENDS = ("source_label", "source", "target_label", "target")
_LINKS = {"SUBJECT": "subject", "OBJECT": "object", "EVIDENCE": "passage"}  # of a claim, columns of its row


@dataclass(frozen=True, slots=True)
class Frames:
    """The whole graph as tables.

    ``nodes``: ``label``, ``id``, ``name`` and every property of any label, one row a node; claims are not among them.
    ``edges``: ``type``, ``source_label``, ``source``, ``target_label``, ``target`` (ids) and every property, one row a relationship; without
    those that join a claim to its ends and its passage.
    ``claims``: every property of a claim, and ``subject_label``, ``subject``, ``object_label``, ``object`` and ``passage`` (ids), one row a claim.
    """

    nodes: pd.DataFrame
    edges: pd.DataFrame
    claims: pd.DataFrame


def to_frames(graph: Graph) -> Frames:
    """The graph's nodes, edges and claims; every column that the ontology knows is there, filled or not."""
    nodes: list[dict[str, Any]] = []
    edges: list[dict[str, Any]] = []
    claims: dict[str, dict[str, Any]] = {}
    for part in graph.parts():
        for node in part.nodes:
            if node.label == "Claim":
                claims[node.id] = dict(node.properties)
            else:
                nodes.append({"label": node.label, **node.properties})
        for edge in part.edges:
            if edge.type in _LINKS:
                claims[edge.source[1]] |= _linked(edge)
            else:
                edges.append({"type": edge.type, **dict(zip(_ENDS, (*edge.source, *edge.target), strict=True)), **edge.properties})
    return Frames(_frame(nodes, _node_columns(nodes)), _frame(edges, _edge_columns()), _frame(claims.values(), _claim_columns()))


def from_frames(frames: Frames) -> Graph:
    """The graph of such frames, as one part. Rows may have been left out, as long as no edge or claim loses an end.

    Raises:
        DataError: an end of an edge or claim is not among the nodes.
    """
    nodes = [Node(str(row.pop("label")), str(row["id"]), row) for row in _rows(frames.nodes)]
    edges = [Edge(str(row.pop("type")), _end(row, "source"), _end(row, "target"), row) for row in _rows(frames.edges)]
    for row in _rows(frames.claims):
        ends = {"SUBJECT": _end(row, "subject"), "OBJECT": _end(row, "object"), "EVIDENCE": ("Passage", str(row.pop("passage")))}
        claim = Node("Claim", str(row["id"]), row)
        nodes.append(claim)
        edges += [Edge(name, claim.end, end) for name, end in ends.items()]
    known = {node.end for node in nodes}
    for edge in edges:
        if lost := next((end for end in (edge.source, edge.target) if end not in known), None):
            raise DataError(f"{edge.type} of {edge.source[1]}: its end {lost[0]} {lost[1]} is not among the nodes; leave out both or none")
    return Graph(Part(tuple(nodes), tuple(edges)))


def _linked(edge: Edge) -> dict[str, str]:
    name = _LINKS[edge.type]
    return {name: edge.target[1]} if name == "passage" else {f"{name}_label": edge.target[0], name: edge.target[1]}


def _end(row: Properties, name: str) -> End:
    return str(row.pop(f"{name}_label")), str(row.pop(name))


def _node_columns(nodes: Iterable[Properties]) -> dict[str, str]:
    """Label and properties with their types; names in other languages as the nodes have them."""
    ontology = load_ontology()
    columns = {"label": "string", "id": "string", "name": "string"}
    columns |= dict.fromkeys(sorted({key for node in nodes for key in node if key.startswith("name_")}), "string")
    for label in ontology.labels:
        columns |= ontology.node_properties(label) if label != "Claim" else {}
    return columns


def _edge_columns() -> dict[str, str]:
    return {"type": "string", **dict.fromkeys(_ENDS, "string"), **load_ontology().edge}


def _claim_columns() -> dict[str, str]:
    ends = dict.fromkeys(("subject_label", "subject", "object_label", "object", "passage"), "string")
    return {**load_ontology().node_properties("Claim"), **ends}


def _frame(rows: Iterable[Mapping[str, Any]], columns: Mapping[str, str]) -> pd.DataFrame:
    held = list(rows)
    series = {}
    for name, kind in columns.items():
        values = [row.get(name) for row in held]
        series[name] = pd.Series(values, dtype=DTYPES[kind.removeprefix("optional ")])
    return pd.DataFrame(series)


def _rows(frame: pd.DataFrame) -> Iterator[Properties]:
    """Each row without what is missing in it, numbers as Python's own."""
    for values in frame.itertuples(index=False, name=None):
        row = {str(name): value for name, value in zip(frame.columns, values, strict=True) if isinstance(value, list) or not pd.isna(value)}
        yield {name: value.item() if hasattr(value, "item") else value for name, value in row.items()}
