"""Persons whose name a text also gives in Latin letters: called by those wherever they are named. Passages and names in, names out; pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.ids import entity_id
from graph.records import Mention, Passage

_LATIN = re.compile(r" ?[(（](?P<name>[A-Z][a-z]+(?:[ -][A-Z]?[a-z]+){1,3})[)）]")
Names = Sequence[tuple[Mention, ...]]


def with_glosses(passages: Sequence[Passage], names: Names) -> tuple[tuple[Mention, ...], ...]:
    """The names with the id of the Latin form behind a person's name at any place, where nothing but the name itself has told it so far."""
    spelt = {one.surface for found in names for one in found if _unknown(one)}
    latin: dict[str, str] = {}
    for passage in (p for p in passages if spelt and _LATIN.search(p.text)):
        for surface in (one for one in spelt if one in passage.text):
            gloss = re.search(rf"{re.escape(surface)}{_LATIN.pattern}", passage.text)
            if gloss is not None and (known := entity_id("Person", gloss["name"])) is not None:
                latin.setdefault(surface, known)
    return tuple(tuple(replace(m, entity=latin[m.surface]) if m.surface in latin and _unknown(m) else m for m in found) for found in names)


def _unknown(name: Mention) -> bool:
    """Whether a person is called by the characters of the name alone."""
    spelt = not name.surface.isascii() and name.entity in (None, entity_id("Person", name.surface))
    return name.kind == "Person" and spelt
