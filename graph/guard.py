"""Which queries are let through to a store: those that only read the graph. Cypher in, or a refusal; pure.

Read-only modes of the engines refuse writes, but not files and addresses: LOAD CSV reads both, and procedures can do anything. Nor is it for a
question to open transactions of its own, or to end those of others.
"""

from __future__ import annotations

import re
from itertools import pairwise

from graph.errors import QueryError
from graph.lexing import Token, tokens

_BEGIN = ("MATCH", "OPTIONAL", "UNWIND", "WITH", "RETURN", "CALL", "SHOW", "EXPLAIN", "PROFILE")
_PROCEDURES = ("db.labels", "db.relationshiptypes", "db.propertykeys", "db.index.fulltext.querynodes")
_ESCAPE = re.compile(r"\\u+([0-9a-fA-F]{4})")


def refuse_unsafe(cypher: str) -> None:
    """Lets a query pass that reads the graph and nothing else. Writing clauses further on are left to the store, which refuses them itself.

    Raises:
        QueryError: it begins with another clause, reads files or addresses (LOAD CSV), calls a procedure that is not listed, or deals with
            transactions.
    """
    for text in {cypher, _unescaped(cypher), cypher.replace("\\", " "), _unescaped(cypher).replace("\\", " ")}:
        found = list(tokens(text))
        for at, (first, second) in enumerate(pairwise(found), 1):
            if first.says("LOAD") and second.says("CSV"):
                raise QueryError("LOAD CSV is refused: queries read the graph, not files or addresses")
            if first.text == "}" and second.says("IN") and any(token.says("TRANSACTION", "TRANSACTIONS") for token in found[at + 1 : at + 4]):
                raise QueryError("CALL … IN TRANSACTIONS is refused: a query here is one transaction that only reads")
            if first.says("TERMINATE") and second.says("TRANSACTION", "TRANSACTIONS"):
                raise QueryError("TERMINATE is refused: queries here only read")
            if first.says("CALL") and second.kind == "word":
                _refuse_procedure(found[at:])
    begin = next(iter(tokens(cypher)), None)
    if begin is None:
        raise QueryError("the query is empty")
    if not begin.says(*_BEGIN):
        raise QueryError(f"{begin.text} is refused: a query here only reads; begin with {', '.join(_BEGIN[:-1])} or {_BEGIN[-1]}")


def _refuse_procedure(after: list[Token]) -> None:
    """What follows CALL, where it is no subquery, must be a procedure that looks at the graph's own schema."""
    parts = [after[0].text]
    for dot, word in zip(after[1::2], after[2::2], strict=False):
        if dot.text != "." or word.kind != "word":
            break
        parts.append(word.text)
    name = ".".join(parts)
    if name.lower() not in _PROCEDURES:
        raise QueryError(f"CALL {name} is refused: only {', '.join(_PROCEDURES)} and CALL {{…}} can be called")


def _unescaped(cypher: str) -> str:
    """With \\uXXXX resolved, as Neo4j does before it reads anything else."""
    return _ESCAPE.sub(lambda found: chr(int(found.group(1), 16)), cypher)
