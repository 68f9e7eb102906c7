"""The graph as a script for cypher-shell: a graph in, statements out, one a line. Rows are streamed.

Running it again changes nothing. Every value is a literal: quotes, backslashes and control characters are escaped, so that no text of
a document can end its string.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from graph.model import Graph
from graph.ontology import load_ontology
from graph.statements import batches, constraints

_ROWS = 200  # of one statement: long ones are slow to parse
_ESCAPED = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}


def statements(graph: Graph) -> Iterator[str]:
    """The constraints, then all nodes and relationships; each statement ends with a semicolon."""
    yield from (f"{statement};" for statement in constraints(load_ontology()))
    for statement, rows in batches(graph):
        for start in range(0, len(rows), _ROWS):
            yield f"{statement.replace('$rows', literal(rows[start : start + _ROWS]), 1)};"


def literal(value: Any) -> str:
    """A value as Cypher writes it."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return f"'{''.join(map(_letter, value))}'"
        case Mapping():
            return "{" + ", ".join(f"`{key}`: {literal(item)}" for key, item in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(literal, value)) + "]"
        case _:
            return repr(value)


def _letter(letter: str) -> str:
    if letter in _ESCAPED:
        return _ESCAPED[letter]
    return letter if letter.isprintable() else "".join(f"\\u{unit:04X}" for unit in _utf16(letter))


def _utf16(letter: str) -> Iterator[int]:
    """UTF-16 units: Cypher's escapes have four digits."""
    encoded = letter.encode("utf-16-be", "surrogatepass")
    return (int.from_bytes(encoded[at : at + 2]) for at in range(0, len(encoded), 2))
