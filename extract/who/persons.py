"""Persons: who is named in a document, by honorific, title, gloss or earlier full name. A reading in, persons for each passage out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from extract.names import load_names
from extract.patterns import either
from extract.reading import Reading
from extract.who.name_shapes import DOTS, LETTER, UPPER, find_names
from extract.who.words import words_for
from graph.hangul import romanised
from graph.ids import entity_id
from graph.records import Mention, Party, Passage


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name at ``start…end``; ``left…right`` takes in honorific, rank and gloss; ``title`` is a job named by the honorific."""

    start: int
    end: int
    left: int
    right: int
    id: str | None
    surface: str
    title: str | None = None

    @property
    def party(self) -> Party:
        return Party("Person", self.id, self.surface)


@lru_cache(maxsize=1)  # several extractors of one document ask
def find_persons(reading: Reading) -> tuple[tuple[Person, ...], ...]:
    """The persons named in each passage, ascending. A surname alone is the one person of the document who bears it."""
    full = [_apart(_full_names(p, m)) for p, m in zip(reading.passages, reading.mentions, strict=True)]
    bearers = _bearers(person for persons in full for person in persons)
    return tuple(_apart([*persons, *_again(passage, bearers)], bearers) for passage, persons in zip(reading.passages, full, strict=True))


def _full_names(passage: Passage, mentions: Sequence[Mention]) -> list[Person]:
    """Known persons, and names that look like a person's where no other known name stands («… and Justice Research Institute»)."""
    known = [_person(passage, m.start, m.end, m.entity) for m in mentions if m.kind == "Person"]
    others = [m for m in mentions if m.kind != "Person"]
    found = [name for name in find_names(passage) if not any(m.start < name[1] and name[0] < m.end for m in others)]
    return [*known, *(_person(passage, start, end, _identity(passage, start, end, gloss)) for start, end, gloss in found)]


def _identity(passage: Passage, start: int, end: int, gloss: str | None) -> str | None:
    return identity_of(passage.text[start:end], passage.language, gloss)


def identity_of(name: str, language: str, gloss: str | None = None) -> str | None:
    """The id of a person: a known one's, else one made from the Latin letters of the name or its gloss, or from a Korean name."""
    for surface in (name, gloss):
        known = surface and load_names().identify(surface, language, kinds=("Person",))
        if known:
            return known.id
    latin = gloss or romanised(name) or name
    return entity_id("Person", latin) if re.search(rf"[{UPPER}]\S* +[{LETTER}]", latin) else None


def _person(passage: Passage, start: int, end: int, identity: str | None) -> Person:
    words, text = words_for(passage.language), passage.text
    before = re.search(rf"(?:\b(?:{either(words.before)})\s+)+$", text[:start]) if words.before else None
    rank = re.search(rf"(?:{either(words.ranks)})\s?$", text[:start])
    gloss = re.match(r"\s?[(（]\s?[A-Z][^()（）]{2,40}[)）]", text[end:]) if passage.language == "ko" else None
    right = end + (gloss.end() if gloss else 0)
    after = re.match(rf"\s?(?P<title>{either(words.after)})+", text[right:])
    title = words.english(after["title"]) if after else words.english(before[0].strip().casefold()) if before else None
    left = before.start() if before else rank.start() if rank else start
    return Person(start, end, left, right + (after.end() if after else 0), identity, text[start:end], title)


def _bearers(persons: Iterable[Person]) -> dict[str, Person]:
    """Full names and surnames, where one person alone has them."""
    found: dict[str, Person | None] = {}
    for person in persons:
        pieces = re.split(rf"[ {DOTS}]", person.surface)
        if len(pieces) > 1:
            for name in {person.surface, pieces[-1]}:
                known = found.setdefault(name, person)
                same = known is not None and (known.id or known.surface) == (person.id or person.surface)
                found[name] = known if same else None
    return {name: person for name, person in found.items() if person is not None and len(name) > 1}


def _again(passage: Passage, bearers: dict[str, Person]) -> Iterator[Person]:
    """Later namings: the full name anywhere, the surname where an honorific or title stands beside it."""
    words = words_for(passage.language)
    beside = re.compile(rf"\s?(?:{either([*words.after, *words.jobs, *words.offices])})")
    for name, person in bearers.items():
        at = passage.text.find(name)
        while at >= 0:
            end = at + len(name)
            whole = not (name[0].isascii() and (passage.text[at - 1 : at].isalnum() or passage.text[end : end + 1].isalnum()))
            if whole and (name == person.surface or beside.match(passage.text, end)):
                yield _person(passage, at, end, person.id)
            at = passage.text.find(name, end)


def _apart(persons: list[Person], bearers: dict[str, Person] | None = None) -> tuple[Person, ...]:
    """Without overlaps, the longest name first; what lies in another names the same person, and surnames that of their one bearer."""
    kept: list[Person] = []
    for person in sorted(persons, key=lambda p: (p.left - p.right, p.start - p.end, p.id is None, p.start)):
        rival = next((i for i, other in enumerate(kept) if person.left < other.right and other.left < person.right), None)
        bearer = (bearers or {}).get(person.surface)
        if rival is None:
            kept.append(replace(person, id=bearer.id) if bearer is not None and person.id is None else person)
        elif kept[rival].id is None and kept[rival].start <= person.start and person.end <= kept[rival].end:
            kept[rival] = replace(kept[rival], id=person.id)
    return tuple(sorted(kept, key=lambda p: p.start))
