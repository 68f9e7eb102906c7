"""Whether a document, and a passage in it, speaks of autonomous weapons at all. A reading's words in, a verdict out; pure."""

from __future__ import annotations

from collections.abc import Sequence

from extract.positions.passages import Searched
from graph.records import Document, Passage

_SHARE = 0.12  # of the longer passages that name the weapons, from which on the whole document is about them
_LONG = 40  # characters


def names_weapons(searched: Searched) -> bool:
    """Whether the passage names the weapons."""
    return any(f.group == "element" and f.name == "weapon" for f in searched.found)


def about_weapons(document: Document, passages: Sequence[Passage], naming: Sequence[bool]) -> bool:
    """Whether the whole document is about the weapons: its title or head names them, or a good share of its passages."""
    head = any(named and (p.kind in ("title", "heading") or p.locator == "head") and p.ordinal < 8 for p, named in zip(passages, naming, strict=True))
    long = [named for p, named in zip(passages, naming, strict=True) if len(p.text) >= _LONG]
    share = sum(long) / len(long) if long else 0.0
    return share >= _SHARE and (head or sum(long) >= 2) or share >= 2 * _SHARE


def near_weapons(passages: Sequence[Passage], naming: Sequence[bool], index: int) -> bool:
    """Whether a passage names the weapons, or its lead-in or the passage before does."""
    lead = passages[index].lead
    return naming[index] or (index > 0 and naming[index - 1]) or (lead is not None and naming[lead])
