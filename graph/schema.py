"""Constraints and indexes of a Neo4j database, from the ontology: what lacks is made, nothing else is touched."""

from __future__ import annotations

from collections.abc import Iterator

from neo4j import Session

from graph.errors import StoreError
from graph.lease import LABEL
from graph.ontology import Ontology
from graph.statements import NAMES, constraints, indexes, name_properties, named_labels

_NOTES = f"CREATE CONSTRAINT rapporteur_notes_key IF NOT EXISTS FOR (n:{LABEL}) REQUIRE n.key IS UNIQUE"
_NAMES = "SHOW INDEXES YIELD name, labelsOrTypes, properties WHERE name = $name RETURN labelsOrTypes, properties"


def ensure_schema(session: Session, ontology: Ontology) -> None:
    """Makes the constraints and indexes that the database lacks; one over names that lacks a label or language is made anew."""
    for labels, properties in session.run(_NAMES, name=NAMES).values():
        if set(labels) != set(named_labels(ontology)) or set(properties) != {*name_properties(), "aliases"}:
            session.run(f"DROP INDEX {NAMES} IF EXISTS").consume()
    there = set(session.run("SHOW CONSTRAINTS YIELD name").value()) | set(session.run("SHOW INDEXES YIELD name").value())
    for statement in lacking(ontology, there):
        session.run(statement).consume()


def server_condition(session: Session, ontology: Ontology, place: str) -> str:
    """Version, edition, database, indexes and size, in a line.

    Raises:
        StoreError: a constraint or index is absent or not yet usable.
    """
    name, version, edition = session.run("CALL dbms.components() YIELD name, versions, edition RETURN name, versions[0], edition").single(strict=True)
    database = session.run("CALL db.info() YIELD name RETURN name").single(strict=True).value()
    states = dict(session.run("SHOW INDEXES YIELD name, state RETURN name, state").values())
    nodes = session.run(f"MATCH (n) WHERE NOT n:{LABEL} RETURN count(n)").single(strict=True).value()
    said = f"{name} {version} {edition}, database {database}, {nodes} nodes"
    if nodes and (absent := list(lacking(ontology, set(states)))):
        raise StoreError(f"{place}: {said}; {len(absent)} indexes are absent; run rapporteur load")
    if late := sorted(index for index, state in states.items() if state != "ONLINE"):
        raise StoreError(f"{place}: {said}; not online: {', '.join(late)}; wait, or see SHOW INDEXES")
    return f"{said}, {len(states)} indexes online"


def lacking(ontology: Ontology, there: set[str]) -> Iterator[str]:
    """The statements for what is not there; the name is the third word, or the fourth."""
    for statement in (_NOTES, *constraints(ontology), *indexes(ontology)):
        name = statement.partition(" IF NOT EXISTS")[0].rpartition(" ")[2]
        if name not in there:
            yield statement
