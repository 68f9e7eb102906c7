"""A vocabulary of one's own: terms that a person accepts as names of concepts, kept in a workspace's file. A term in; the file, rewritten whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from graph.concepts import load_concepts, with_vocabulary
from graph.datafiles import read_yaml
from graph.errors import DataError, InputError
from graph.ids import slug
from graph.outputs import whole_file

_HEAD = """# Concepts and names added to the vocabulary of Rapporteur, in the form of its data/concepts/concepts.yaml:
# an id that is known there may get more names here; a new one also broader, related, distinct_from and a note.
"""


def accept(path: Path, term: str, language: str, *, concept: str | None = None, broader: str | None = None) -> str:
    """Makes a term the name of a concept: of a known one, or of a new one called after it; returns the concept's id.

    Args:
        path: the local vocabulary, made where there is none.
        concept: an id; without one, ``concept:`` and the term.
        broader: a known concept that a new one is a case or part of.

    Raises:
        InputError: the term already names a concept, the id is none of a concept, or a known concept is to get a broader one.
        DataError: the file, or what would become of it, breaks the vocabulary's shape.
    """
    term = " ".join(term.split())
    identity = concept or f"concept:{slug(term)}"
    if not identity.removeprefix("concept:") or not identity.startswith("concept:") or not term:
        raise InputError(f"{identity}: a concept's id is concept: and a short name; give one with --as")
    with with_vocabulary(path):
        known = {each.id: each for each in load_concepts()}
    taken = next((each for each in known.values() if each.kind == "Concept" and term.casefold() in _names(each.names)), None)
    if taken is not None:
        raise InputError(f"{term}: already a name of {taken.id}")
    if broader is not None and identity in known:
        raise InputError(f"{identity}: is known; --broader is for a new concept")
    rows: dict[str, Any] = (read_yaml(path) or {}) if path.exists() else {}
    entry = rows.setdefault(identity, {"names": {}} | ({"broader": [broader]} if broader is not None else {}))
    entry["names"].setdefault(language, []).append(term)
    _write(path, rows)
    return identity


def _names(names: dict[str, tuple[str, ...]]) -> set[str]:
    return {name.casefold() for forms in names.values() for name in forms}


def _write(path: Path, rows: dict[str, Any]) -> None:
    """The file takes its place only where the whole vocabulary still holds together with it."""
    trial = path.with_name(f".{path.stem}.trial.yaml")
    text = _HEAD + yaml.safe_dump(rows, allow_unicode=True, sort_keys=True, width=150)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        trial.write_text(text, encoding="utf-8")
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror}); choose another --workspace") from None
    try:
        with with_vocabulary(trial):
            load_concepts()
    except DataError as error:
        raise DataError(str(error).replace(str(trial), str(path))) from None
    finally:
        trial.unlink(missing_ok=True)
    with whole_file(path) as file:
        file.write(text)
