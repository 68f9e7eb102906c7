"""What is talked about: concepts and proposals with their names and how they hang together. data/concepts/*.yaml in; records out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph.datafiles import Record, check, read_yaml
from graph.errors import DataError
from graph.settings import DATA

_KINDS = {"concept": "Concept", "proposal": "Proposal"}


@dataclass(frozen=True, slots=True)
class Concept:
    """``kind`` is Concept or Proposal. ``broader`` and ``related`` are of the same kind, ``about`` are the concepts a proposal
    concerns, ``distinct_from`` those it is easily taken for or set against."""

    id: str
    kind: str
    names: dict[str, tuple[str, ...]]
    note: str = ""
    broader: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    distinct_from: tuple[str, ...] = ()


class _Entry(Record):
    names: dict[str, tuple[str, ...]]
    note: str = ""
    broader: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    distinct_from: tuple[str, ...] = ()


@cache
def load_concepts(folder: Path = DATA / "concepts") -> tuple[Concept, ...]:
    """All concepts and proposals of a folder's files, by id.

    Raises:
        DataError: a file breaks its shape, an id stands twice or has no known prefix, a reference leads nowhere or to the wrong
            kind, or a concept is broader than itself.
    """
    found: dict[str, Concept] = {}
    places: dict[str, Path] = {}
    for path in sorted(folder.glob("*.yaml")):
        for key, entry in (read_yaml(path) or {}).items():
            if key in found:
                raise DataError(f"{path}: {key} is already in {places[key].name}")
            found[key], places[key] = _concept(path, key, entry), path
    for concept in found.values():
        _check_references(concept, found, places[concept.id])
    return tuple(found[key] for key in sorted(found))


def _concept(path: Path, key: str, entry: object) -> Concept:
    kind = _KINDS.get(str(key).partition(":")[0])
    if kind is None:
        raise DataError(f"{path}: {key}: an id begins with concept: or proposal:")
    checked = check(path, entry, _Entry, key=key)
    if not any(checked.names.values()):
        raise DataError(f"{path}: {key}: has no name")
    return Concept(key, kind, checked.names, checked.note, checked.broader, checked.related, checked.about, checked.distinct_from)


def _check_references(concept: Concept, known: dict[str, Concept], path: Path) -> None:
    """BROADER and RELATED stay within a kind, ABOUT leads from a proposal to a concept (data/ontology.yaml)."""
    if concept.about and concept.kind != "Proposal":
        raise DataError(f"{path}: {concept.id}: about: only a proposal is about something")
    for link, kind in (("broader", concept.kind), ("related", concept.kind), ("about", "Concept"), ("distinct_from", None)):
        for target in getattr(concept, link):
            if target not in known:
                raise DataError(f"{path}: {concept.id}: {link}: there is no {target}")
            if target == concept.id:
                raise DataError(f"{path}: {concept.id}: {link}: leads to itself")
            if kind not in (None, known[target].kind):
                raise DataError(f"{path}: {concept.id}: {link}: {target} is no {str(kind).lower()}")
    _refuse_circle(concept, known, path)


def _refuse_circle(concept: Concept, known: dict[str, Concept], path: Path) -> None:
    waiting, seen = list(concept.broader), set[str]()
    while waiting:
        above = waiting.pop()
        if above == concept.id:
            raise DataError(f"{path}: {concept.id}: broader: goes round in a circle")
        if above in known and above not in seen:
            seen.add(above)
            waiting.extend(known[above].broader)
