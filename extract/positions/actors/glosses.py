"""Persons whose name a text also gives in Latin letters: called by those wherever they are named. Passages and names in, names out; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.names import load_names
from graph.ids import entity_id
from graph.records import Mention, Passage

_YEAR = re.compile(r" ?[(（](?P<names>[A-Z][\w’'-]+(?: ?(?:&|,|，|、|与|與|和|and) ?[A-Z][\w’'-]+)*)[,，]? ?(?:19|20)\d\d[a-z]?[)）]")
_BETWEEN = re.compile(r"[,，、·&]|与|與|和|\band\b")  # surnames of a work's authors
_LIST = 3  # characters between the names of those who wrote a work together
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
    for passage, found in zip(passages, names, strict=True):
        latin |= {surface: known for surface, known in _cited(passage, found) if surface not in latin}
    return tuple(tuple(replace(m, entity=latin[m.surface]) if m.surface in latin and _unknown(m) else m for m in found) for found in names)


def _cited(passage: Passage, found: Sequence[Mention]) -> Iterator[tuple[str, str]]:
    """Names whose surnames stand behind them with the year of a work («安德森与韦克斯曼（Anderson & Waxman, 2013）»), each with the person's id."""
    for gloss in _YEAR.finditer(passage.text):
        surnames = [one.strip() for one in _BETWEEN.split(gloss["names"])]
        before = [m for m in found if m.end <= gloss.start() + 1 and m.kind == "Person"][-len(surnames) :]
        ends = [*(m.start for m in before[1:]), gloss.start()]
        if len(before) == len(surnames) and all(0 <= end - m.end <= _LIST for m, end in zip(before, ends, strict=True)):
            for mention, surname in zip(before, surnames, strict=True):
                known = load_names().cited(surname, "en")
                yield mention.surface, known.id if known is not None else entity_id("Person", surname)


def _unknown(name: Mention) -> bool:
    """Whether a person is called by the characters of the name alone."""
    spelt = not name.surface.isascii() and name.entity in (None, entity_id("Person", name.surface))
    return name.kind == "Person" and spelt
