"""Nodes by words: what somebody types, in any language, goes in; the nodes that bear such a name or id come out, the best first.

A server's full-text index finds the beginnings of words at once; where that is not enough, and always in the default store, all names are looked at.
The search box of the dashboards compares and ranks names by the same two functions.
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
_NAMES = 1_000_000  # nodes that are looked through: a store cannot fold, so that all names are compared here
_ALIKE = str.maketrans("-‐‑’‘ʼ", "   '''")
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
        found = sorted(_fitting(store.read(_index(), {"words": terms}).rows, sought))
        if sum(one.rank < CONTAINS for one in found) >= limit:
            return found[:limit]
    return sorted(_fitting(store.read(_scan(), limit=_NAMES).rows, sought))[:limit]


def fold(text: str) -> str:
    """A text as it is compared: width, case, accents of Latin letters, hyphens, the shape of apostrophes and runs of blanks do not matter."""
    if text.isascii():  # most names are, and there are many
        return " ".join(text.lower().translate(_ALIKE).split())
    decomposed = normalize("NFKD", text).casefold()
    bare = "".join(letter for letter in decomposed if not 0x300 <= ord(letter) <= 0x36F)
    return " ".join(normalize("NFC", bare).translate(_ALIKE).split())


def rank_of(folded: str, sought: str) -> int | None:
    """How well a name fits, both folded: it is what is sought, begins with it, has a word that does, holds it; none where it does not."""
    if sought not in folded:
        return None
    if folded == sought or folded.partition(":")[2] == sought:  # the name, or the id without its kind
        return EXACT
    if folded.startswith(sought):
        return PREFIX
    return WORD if re.search(rf"(?<!\w){re.escape(sought)}", folded) else CONTAINS


def _index() -> str:
    call = f"CALL db.index.fulltext.queryNodes('{NAMES}', $words, {{limit: {_ENOUGH}}}) YIELD node"
    return f"{call} RETURN labels(node)[0] AS label, {_called('node')}"


def _scan() -> str:
    return " UNION ALL ".join(f"MATCH (n:{label}) RETURN '{label}' AS label, {_called('n')}" for label in named_labels(load_ontology()))


def _called(node: str) -> str:
    return f"[{', '.join(f'{node}.{name}' for name in name_properties())}] AS names, {node}.aliases AS aliases"


def _fitting(rows: tuple[tuple[Any, ...], ...], sought: str) -> Iterator[Found]:
    own, english = name_properties().index("id"), name_properties().index("name")
    for label, names, aliases in rows:
        called = [str(name) for name in (*names, *(aliases or ())) if name is not None]
        fits = [(rank, len(name), name) for name in called if (rank := rank_of(fold(name), sought)) is not None]
        if fits:
            yield Found(*min(fits), label, names[own], names[english])
