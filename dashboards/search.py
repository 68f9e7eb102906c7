"""Names in any language in, the nodes they may mean out: those called so first, then those that begin so, then those that hold the words. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph.search import fold, rank_of

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
    """A node that was found, and the name it was found by."""

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
        """The nodes with a name that is, begins with or holds the words; within each rank the ones most spoken of first."""
        sought, wanted = fold(words), set(kinds)
        if not sought:
            return []
        found = (hit for node in self.nodes.values() if not wanted or node.kind in wanted for hit in _hits(node, sought))
        return sorted(found, key=lambda hit: (hit.rank, -hit.node.claims, len(hit.by), hit.by, hit.node.id))[:limit]


def names_from(rows: Iterable[Mapping[str, Any]]) -> Names:
    """The names in the answer of the query ``names``."""
    return Names({row["id"]: _named(row) for row in rows})


def _named(row: Mapping[str, Any]) -> Named:
    given = {"en": row["name"], "zh": row["name_zh"], "ko": row["name_ko"]}
    names = {language: _shown(name) for language, name in given.items() if name}
    every = dict.fromkeys([*names.values(), *map(_shown, row["aliases"] or []), row["id"]])
    return Named(row["id"], row["kind"], names, row["claims"], tuple((fold(name), name) for name in every))


def _shown(name: str) -> str:
    return name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"


def _hits(node: Named, sought: str) -> Iterator[Hit]:
    """The node once, by its best name."""
    ranks = [(rank, place, name) for place, (folded, name) in enumerate(node.folded) if (rank := rank_of(folded, sought)) is not None]
    if ranks:
        rank, _, name = min(ranks)
        yield Hit(node, name, rank)
