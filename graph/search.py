"""Nodes by words: what somebody types, in any language, goes in; the nodes that bear such a name or id come out, the best first.

A server's full-text index finds the beginnings of words at once; where that is not enough, and always in the default store, all names are looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from unicodedata import normalize

from graph.ontology import load_ontology
from graph.statements import NAMES, name_properties, named_labels
from graph.store import Store

EXACT, PREFIX, WORD, CONTAINS = range(4)
_ENOUGH = 5_000  # candidates
_INDEX = (
    f"CALL db.index.fulltext.queryNodes('{NAMES}', $words, {{limit: {_ENOUGH}}}) YIELD node RETURN labels(node) AS labels, properties(node) AS node"
)
_SPECIAL = re.compile(r'([+\-&|!(){}\[\]^"~*?:\\/])')


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A node, how well it fits, and the one of its names that does. The better, the smaller."""

    rank: int
    length: int
    match: str
    label: str
    id: str
    name: str


def find_nodes(store: Store, words: str, *, limit: int = 20) -> list[Found]:
    """The nodes with a name or id that is these words, begins with them, has a word that does, or contains them; passages and claims have no names.

    Raises:
        StoreError: the store cannot be asked.
    """
    sought = fold(words)
    if not sought:
        return []
    if store.full_text:
        terms = " AND ".join(_SPECIAL.sub(r"\\\1", word) + "*" for word in sought.split())
        found = sorted(_fitting(store.read(_INDEX, {"words": terms}).rows, sought))
        if sum(one.rank < CONTAINS for one in found) >= limit:
            return found[:limit]
    return sorted(_fitting(store.read(_scan(), {"words": sought}).rows, sought))[:limit]


def fold(text: str) -> str:
    """A text as it is compared: compatible forms of letters united, no capitals, single spaces."""
    return " ".join(normalize("NFKC", text).casefold().split())


def _scan() -> str:
    ontology = load_ontology()
    names = ", ".join(f"n.{name}" for name in name_properties())
    fits = f"any(name IN [{names}] + coalesce(n.aliases, []) WHERE toLower(name) CONTAINS $words)"
    return " UNION ALL ".join(
        f"MATCH (n:{label}) WHERE {fits} RETURN ['{label}'] AS labels, properties(n) AS node LIMIT {_ENOUGH}" for label in named_labels(ontology)
    )


def _fitting(rows: tuple[tuple[Any, ...], ...], sought: str) -> Iterator[Found]:
    for labels, node in rows:
        names = [str(node[key]) for key in name_properties() if key in node] + list(node.get("aliases", ()))
        fits = [(rank, len(name), name) for name in names if (rank := _rank(fold(name), sought)) is not None]
        if fits:
            yield Found(*min(fits), labels[0], node["id"], node["name"])


def _rank(name: str, sought: str) -> int | None:
    if sought not in name:
        return None
    if name == sought or name.partition(":")[2] == sought:  # the name, or the id without its kind
        return EXACT
    if name.startswith(sought):
        return PREFIX
    return WORD if re.search(rf"(?<!\w){re.escape(sought)}", name) else CONTAINS
