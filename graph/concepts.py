"""What is talked about: concepts and proposals with their names and how they hang together. data/concepts/*.yaml in; records out.

A workspace may have a vocabulary of its own, which adds concepts, and names to known ones (graph/vocabulary.py writes it).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
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


Local = tuple[Path, int]  # a workspace's vocabulary, and when it was last written (ns)
_local: ContextVar[Local | None] = ContextVar("the local vocabulary", default=None)


@contextmanager
def with_vocabulary(path: Path | None) -> Iterator[None]:
    """Within, the concepts and names of a local file belong to the vocabulary, too; one that does not exist adds none."""
    token = _local.set((path, path.stat().st_mtime_ns) if path is not None and path.exists() else None)
    try:
        yield
    finally:
        _local.reset(token)


def local_vocabulary() -> Local | None:
    """The local file now in use: what is made from concepts and remembered belongs to it."""
    return _local.get()


def load_concepts(folder: Path = DATA / "concepts") -> tuple[Concept, ...]:
    """All concepts and proposals of a folder's files and of the local vocabulary, by id.

    Raises:
        DataError: a file breaks its shape, an id stands twice or has no known prefix, a reference leads nowhere or to the wrong
            kind, or a concept is broader than itself; the local file gives a known id more than names.
    """
    return _load(folder, _local.get())


@cache
def _load(folder: Path, local: Local | None) -> tuple[Concept, ...]:
    found: dict[str, Concept] = {}
    places: dict[str, Path] = {}
    for path in sorted(folder.glob("*.yaml")):
        for key, entry in (read_yaml(path) or {}).items():
            if key in found:
                raise DataError(f"{path}: {key} is already in {places[key].name}")
            found[key], places[key] = _concept(path, key, entry), path
    if local is not None:
        path = local[0]
        for key, entry in (read_yaml(path) or {}).items():
            found[key] = _added(path, found.get(key), _concept(path, key, entry))
            places.setdefault(key, path)
    for concept in found.values():
        _check_references(concept, found, places[concept.id])
    return tuple(found[key] for key in sorted(found))


def _added(path: Path, known: Concept | None, own: Concept) -> Concept:
    """A concept of the local file: a new one, or a known one with more names."""
    if known is None:
        if own.kind != "Concept":
            raise DataError(f"{path}: {own.id}: a vocabulary of one's own adds concepts; proposals are a closed list")
        return own
    if own != Concept(own.id, own.kind, own.names):
        raise DataError(f"{path}: {own.id}: the concept is known; only names can be added to it")
    names = {language: (*known.names.get(language, ()), *own.names.get(language, ())) for language in {**known.names, **own.names}}
    return replace(known, names=names)


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
