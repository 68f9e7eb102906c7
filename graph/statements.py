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
from graph.settings import DATA

Row = dict[str, Any]
NAMES = "names"  # the full-text index
BATCH = 5_000  # rows of one statement
_HELD = 20_000  # rows held before they are written: parts are small, and grouping them by statement pays


def constraints(ontology: Ontology) -> list[str]:
    """One statement a label: ids are unique."""
    return [f"CREATE CONSTRAINT {_snake(label)}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE" for label in ontology.labels]


def indexes(ontology: Ontology) -> list[str]:
    """What makes searching fast: names in all languages, and the documents of passages and claims."""
    fields = ", ".join(f"n.{name}" for name in (*name_properties(), "aliases"))
    return [
        f"CREATE FULLTEXT INDEX {NAMES} IF NOT EXISTS FOR (n:{'|'.join(named_labels(ontology))}) ON EACH [{fields}]",
        "CREATE INDEX claim_doc IF NOT EXISTS FOR (n:Claim) ON (n.doc)",
        "CREATE INDEX passage_doc IF NOT EXISTS FOR (n:Passage) ON (n.doc)",
    ]


def name_properties() -> tuple[str, ...]:
    """The properties of nodes that hold one name each: in every language that there is a pack for."""
    languages = sorted(folder.name for folder in (DATA / "languages").iterdir() if folder.is_dir())
    return "id", "name", *(f"name_{language}" for language in languages if language != "en")


def named_labels(ontology: Ontology) -> list[str]:
    """The labels of nodes that people know by name."""
    return [label for label in ontology.labels if label not in ("Passage", "Claim")]


def count_statement(ontology: Ontology) -> str:
    """How many nodes of each label and relationships of each type there are, in one row. A server knows this without counting; planning one
    ``RETURN`` costs it a quarter of planning as many queries joined by ``UNION ALL``."""
    nodes = (f"COUNT {{ (:{label}) }} AS {label}" for label in ontology.labels)
    edges = (f"COUNT {{ ()-[:{name}]->() }} AS {name}" for name in ontology.relationships)
    return "RETURN " + ", ".join((*nodes, *edges))


def node_statement(label: str) -> str:
    """Writes nodes of a label from ``$rows``, each an ``id`` and ``properties``; a property of null goes."""
    return f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n += row.properties"


def edge_statement(name: str, source: str, target: str, *, bare: bool = False) -> str:
    """Writes relationships between two labels from ``$rows``, each the ids ``source`` and ``target``, and ``properties`` unless ``bare``."""
    ends = f"UNWIND $rows AS row MATCH (a:{source} {{id: row.source}}) MATCH (b:{target} {{id: row.target}}) "
    written = f"{ends}MERGE (a)-[r:{name}]->(b)"
    return written if bare else f"{written} SET r += row.properties"


def stale_node_statement(label: str) -> str:
    """Removes nodes of a label; ``$rows`` are their ids."""
    return f"UNWIND $rows AS row MATCH (n:{label} {{id: row}}) DETACH DELETE n"


def stale_edge_statement(name: str, source: str, target: str) -> str:
    """Removes relationships between two labels; ``$rows`` are as for :func:`edge_statement`."""
    return f"UNWIND $rows AS row MATCH (:{source} {{id: row.source}})-[r:{name}]->(:{target} {{id: row.target}}) DELETE r"


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
