"""The names of the exports; apart from what writes them, so that the command line starts without it."""

from enum import StrEnum


class Kind(StrEnum):
    """What can be written."""

    graphml = "graphml"
    gexf = "gexf"
    csv = "csv"
    jsonl = "jsonl"
    neo4j_admin = "neo4j-admin"
    cypher = "cypher"
