"""Organisations, people and documents as entities: data/names/*.yaml in; entities out. The keys are explained in the files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from extract.language import Words, load_checked
from graph.datafiles import read_yaml
from graph.errors import DataError
from graph.ids import entity_id
from graph.records import Entity
from graph.settings import DATA

NAMES = DATA / "names"
KINDS = ("InternationalOrganization", "Coalition", "NGO", "Institution")


class Named(Words):
    """An organisation or a person."""

    id: str | None = None
    name: str | None = None
    en: tuple[str, ...] = ()
    zh: tuple[str, ...] = ()
    ko: tuple[str, ...] = ()
    fr: tuple[str, ...] = ()
    es: tuple[str, ...] = ()
    ru: tuple[str, ...] = ()
    ar: tuple[str, ...] = ()
    weak: dict[str, tuple[str, ...]] = Field(default_factory=dict)

    @property
    def names(self) -> dict[str, tuple[str, ...]]:
        return {language: names for language in ("en", "zh", "ko", "fr", "es", "ru", "ar") if (names := getattr(self, language))}


class _Organisations(Words):
    InternationalOrganization: tuple[Named, ...] = ()
    Coalition: tuple[Named, ...] = ()
    NGO: tuple[Named, ...] = ()
    Institution: tuple[Named, ...] = ()


class _People(Words):
    people: tuple[Named, ...] = ()


class _Treaties(Words):
    treaties: dict[str, dict[str, tuple[str, ...]]] = Field(default_factory=dict)


class _Document(BaseModel):
    """An entry of documents.yaml as far as it names a document; the citations read the rest."""

    model_config = ConfigDict(extra="ignore", frozen=True)
    id: str
    names: dict[str, tuple[str, ...]] = Field(default_factory=dict)


def read_organisations(folder: Path = NAMES) -> Iterator[Entity]:
    """Every organisation of organisations.yaml.

    Raises:
        DataError: the file breaks its shape, or an organisation has neither an English name nor an id.
    """
    path = folder / "organisations.yaml"
    data = load_checked(path, _Organisations)
    for kind in KINDS:
        for named in getattr(data, kind):
            yield Entity(_id(path, kind, named), kind, named.names, named.weak, {"name": named.name} if named.name else {})


def read_people(folder: Path = NAMES) -> Iterator[Entity]:
    """Every person of people.yaml.

    Raises:
        DataError: the file breaks its shape, or a person has neither an English name nor an id.
    """
    path = folder / "people.yaml"
    for named in load_checked(path, _People).people:
        yield Entity(_id(path, "Person", named), "Person", named.names, named.weak)


def read_documents(folder: Path = NAMES) -> Iterator[Entity]:
    """The documents known by name (documents.yaml), with the short forms of treaties (treaties.yaml).

    Raises:
        DataError: a file breaks its shape.
    """
    path = folder / "documents.yaml"
    entries: dict[str, Any] = read_yaml(path) if path.exists() else {}
    names = {document.id: dict(document.names) for document in (_Document.model_validate(entry) for entry in entries.get("documents", ()))}
    for identity, forms in load_checked(folder / "treaties.yaml", _Treaties).treaties.items():
        known = names.setdefault(identity, {})
        for language, short in forms.items():
            known[language] = (*known.get(language, ()), *short)
    for identity, by_language in names.items():
        yield Entity(identity, "Document", by_language)


def _id(path: Path, kind: str, named: Named) -> str:
    if named.id is not None:
        return entity_id(kind, named.id)
    if not named.en:
        raise DataError(f"{path}: {next(iter(named.names.values()), ('?',))[0]}: give an English name or an id")
    return entity_id(kind, named.en[0])
