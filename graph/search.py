"""Nodes by words: what somebody types, in any language, goes in; the nodes that bear such a name or id come out, the best first.

The command line and the dashboards search alike: both take the answer of the query ``cypher/pages/names.cypher`` and look through it here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from unicodedata import normalize

from graph.queries import load_reports
from graph.settings import CYPHER
from graph.store import Store

_MOST = 5_000_000  # names of a store
_ALIKE = str.maketrans("-‐‑’‘ʼ", "   '''")
EXACT, PREFIX, WORD, CONTAINS = range(4)
LONGEST = 300  # characters of a name that are shown


@dataclass(frozen=True, slots=True)
class Named:
    """A node with its names. ``names`` holds those in languages, English under ``en``; ``folded`` all of them, ready for comparison."""

    id: str
    kind: str
    names: Mapping[str, str]
    claims: int
    folded: tuple[tuple[str, str], ...]

    def name(self, language: str) -> str:
        """The name in a language, else the English or only one."""
        return self.names.get(language) or self.names["en"]


@dataclass(frozen=True, slots=True)
class Hit:
    """A node that was found, the name or id it was found by, and how well that fits: the better, the smaller."""

    node: Named
    by: str
    rank: int


@dataclass(frozen=True, slots=True)
class Names:
    """All nodes with a name, by id."""

    nodes: Mapping[str, Named]

    def __getitem__(self, node: str) -> Named | None:
        return self.nodes.get(node)

    def of(self, node: str, language: str) -> str:
        """A node's name in a language; the id where nothing is known of it."""
        found = self.nodes.get(node)
        return node if found is None else found.name(language)

    def find(self, words: str, *, kinds: Iterable[str] = (), limit: int = 12) -> list[Hit]:
        """The nodes with a name or id that is these words, begins with them, has a word that does, or contains them; within each rank the ones
        most spoken of first. Of ids, only a whole one is meant, with its kind or without, or the beginning of one with its kind."""
        sought, wanted = fold(words), set(kinds)
        if not sought:
            return []
        found = (hit for node in self.nodes.values() if not wanted or node.kind in wanted for hit in _hits(node, sought))
        return sorted(found, key=lambda hit: (hit.rank, -hit.node.claims, len(hit.by), hit.by, hit.node.id))[:limit]


def find_nodes(store: Store, words: str, *, limit: int = 20) -> list[Hit]:
    """As :meth:`Names.find`, of a store.

    Raises:
        StoreError: the store cannot be asked.
    """
    return names_in(store).find(words, limit=limit)


def names_in(store: Store) -> Names:
    """All names of a store; raises as :func:`find_nodes` does."""
    answer = store.read(load_reports(CYPHER / "pages")["names"].cypher, limit=_MOST)
    return names_from(dict(zip(answer.columns, row, strict=True)) for row in answer.rows)


def names_from(rows: Iterable[Mapping[str, Any]]) -> Names:
    """The names in the answer of the query ``names``."""
    return Names({row["id"]: _named(row) for row in rows})


def fold(text: str) -> str:
    """A text as it is compared: width, case, accents of Latin letters, hyphens, the shape of apostrophes and runs of blanks do not matter."""
    if text.isascii():  # most names are, and there are many
        return " ".join(text.lower().translate(_ALIKE).split())
    decomposed = normalize("NFKD", text).casefold()
    bare = "".join(letter for letter in decomposed if not 0x300 <= ord(letter) <= 0x36F)
    return " ".join(normalize("NFC", bare).translate(_ALIKE).split())


def _named(row: Mapping[str, Any]) -> Named:
    given = {"en": row["name"]} | {key.removeprefix("name_"): name for key, name in row.items() if key.startswith("name_")}
    names = {language: _shown(name) for language, name in given.items() if name}
    every = dict.fromkeys([*names.values(), *map(_shown, row["aliases"] or [])])
    return Named(row["id"], row["kind"], names, row["claims"], tuple((fold(name), name) for name in every))


def _shown(name: str) -> str:
    return name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"


def _hits(node: Named, sought: str) -> Iterator[Hit]:
    """The node once, by its best name; by its id where no name fits as well."""
    ranks = [(rank, place, name) for place, (folded, name) in enumerate(node.folded) if (rank := _rank(folded, sought)) is not None]
    by_id = _rank_of_id(node.id, sought)
    if by_id is not None:
        ranks.append((by_id, len(node.folded), node.id))
    if ranks:
        rank, _, name = min(ranks)
        yield Hit(node, name, rank)


def _rank(folded: str, sought: str) -> int | None:
    if sought not in folded:
        return None
    if folded.startswith(sought):
        return EXACT if folded == sought else PREFIX
    return WORD if _beginning(sought).search(folded) else CONTAINS


def _rank_of_id(node: str, sought: str) -> int | None:
    folded = fold(node)
    if sought in (folded, folded.partition(":")[2]):
        return EXACT
    return PREFIX if ":" in sought and folded.startswith(sought) else None


@lru_cache(maxsize=64)
def _beginning(sought: str) -> re.Pattern[str]:
    """The words at the beginning of a word."""
    return re.compile(rf"(?<!\w){re.escape(sought)}")
