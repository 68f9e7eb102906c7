"""The Cypher that writes a graph, made from the ontology: constraints, and batches of nodes and edges. Graph in, statements with rows out.

Each statement can be run again without changing anything. Edges are matched by the one label each end has, which both stores find by
the constraint's index.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from graph.model import Graph, Part
from graph.ontology import Ontology, load_ontology

Row = dict[str, Any]
BATCH = 5_000  # rows of one statement
_HELD = 20_000  # rows held before they are written: parts are small, and grouping them by statement pays


def constraints(ontology: Ontology) -> list[str]:
    """One statement a label: ids are unique."""
    return [f"CREATE CONSTRAINT {_snake(label)}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE" for label in ontology.labels]


def node_statement(label: str) -> str:
    """Writes nodes of a label from ``$rows``, each an ``id`` and ``properties`` (all of them: what a node had before goes)."""
    return f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n = row.properties"


def edge_statement(name: str, source: str, target: str) -> str:
    """Writes relationships between two labels from ``$rows``, each the ids ``source`` and ``target``, and ``properties``."""
    return (
        f"UNWIND $rows AS row MATCH (a:{source} {{id: row.source}}) MATCH (b:{target} {{id: row.target}}) "
        f"MERGE (a)-[r:{name}]->(b) SET r = row.properties"
    )


def batches(graph: Graph) -> Iterator[tuple[str, list[Row]]]:
    """All statements that write the graph, in order, each with its rows."""
    held: list[Part] = []
    size = 0
    for part in graph.parts():
        held.append(part)
        size += len(part.nodes) + len(part.edges)
        if size >= _HELD:
            yield from _statements(held)
            held, size = [], 0
    yield from _statements(held)


def schema_text(ontology: Ontology) -> str:
    """The file cypher/schema/constraints.cypher: for those who set up a Neo4j of their own."""
    head = "// Made from data/ontology.yaml by: python -m graph.statements > cypher/schema/constraints.cypher\n"
    return head + "".join(f"{statement};\n" for statement in constraints(ontology))


def _statements(parts: Iterable[Part]) -> Iterator[tuple[str, list[Row]]]:
    nodes: dict[str, list[Row]] = {}
    edges: dict[tuple[str, str, str], list[Row]] = {}
    for part in parts:
        for node in part.nodes:
            nodes.setdefault(node.label, []).append({"id": node.id, "properties": node.properties})
        for edge in part.edges:
            row = {"source": edge.source[1], "target": edge.target[1], "properties": edge.properties}
            edges.setdefault((edge.type, edge.source[0], edge.target[0]), []).append(row)
    for label, rows in nodes.items():
        yield from _cut(node_statement(label), rows)
    for ends, rows in edges.items():
        yield from _cut(edge_statement(*ends), rows)


def _cut(statement: str, rows: list[Row]) -> Iterator[tuple[str, list[Row]]]:
    return ((statement, rows[start : start + BATCH]) for start in range(0, len(rows), BATCH))


def _snake(label: str) -> str:
    """NGO → ngo, InternationalOrganization → international_organization."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", label).lower()


if __name__ == "__main__":
    print(schema_text(load_ontology()), end="")
