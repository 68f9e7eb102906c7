"""Constraints and indexes of a Neo4j database, from the ontology: what lacks is made, nothing else is touched."""

from __future__ import annotations

from collections.abc import Iterator

from neo4j import Session

from graph.lease import LABEL
from graph.ontology import Ontology
from graph.statements import constraints, indexes

_NOTES = f"CREATE CONSTRAINT rapporteur_notes_key IF NOT EXISTS FOR (n:{LABEL}) REQUIRE n.key IS UNIQUE"


def ensure_schema(session: Session, ontology: Ontology) -> None:
    """Makes the constraints and indexes that the database lacks."""
    there = set(session.run("SHOW CONSTRAINTS YIELD name").value()) | set(session.run("SHOW INDEXES YIELD name").value())
    for statement in lacking(ontology, there):
        session.run(statement).consume()


def lacking(ontology: Ontology, there: set[str]) -> Iterator[str]:
    """The statements for what is not there; the name is the third word, or the fourth."""
    for statement in (_NOTES, *constraints(ontology), *indexes(ontology)):
        name = statement.partition(" IF NOT EXISTS")[0].rpartition(" ")[2]
        if name not in there:
            yield statement
