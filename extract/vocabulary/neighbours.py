"""Neighbours: the known concept whose names share most parts with a term. A term in, an id out; a hint for the reader, never a link."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache

from graph.concepts import Local, load_concepts, local_vocabulary

_LIKE = 0.4  # Dice coefficient of shared parts below which nothing is near


def nearest_concept(term: str, language: str) -> str | None:
    """The id of the concept with the name most like the term, if any is like it at all."""
    wanted = _pieces(term, language)
    shared: Counter[tuple[str, str]] = Counter(name for piece in wanted for name in _index(language, local_vocabulary()).get(piece, ()))
    best = max(((2 * count / (len(wanted) + len(_pieces(name, language))), concept) for (concept, name), count in shared.items()), default=None)
    return best[1] if best is not None and best[0] >= _LIKE else None


@cache
def _index(language: str, local: Local | None) -> dict[str, set[tuple[str, str]]]:
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for concept in load_concepts():
        for name in concept.names.get(language, ()):
            for piece in _pieces(name, language):
                found[piece].add((concept.id, name))
    return found


def _pieces(name: str, language: str) -> frozenset[str]:
    """Words of Latin scripts, pairs of characters of others."""
    if language in ("zh", "ko"):
        plain = re.sub(r"\s", "", name)
        return frozenset(plain[at : at + 2] for at in range(max(1, len(plain) - 1)))
    return frozenset(re.sub(r"(?<=\w{3})s$", "", word) for word in re.findall(r"[\w’']+", name.casefold()))
