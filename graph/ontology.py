"""The ontology: which nodes and relationships there are. data/ontology.yaml in; a checked model and the objection to a claim out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import Field, model_validator

from graph.datafiles import Record, check, read_yaml
from graph.records import Claim, Party
from graph.settings import DATA

TYPES = {"string": str, "strings": list, "integer": int, "float": float, "boolean": bool}
_OPTIONAL = "optional "
#: KGLite gives every node these; a property of the same name would mean one thing there and another in Neo4j.
_TAKEN = {"title", "type"}
_LABEL, _RELATION, _PROPERTY = re.compile(r"[A-Z][A-Za-z]*"), re.compile(r"[A-Z]+(_[A-Z]+)*"), re.compile(r"[a-z][a-z0-9_]*")
_NAME_IN = re.compile(r"name_[a-z]{2,3}")


class Label(Record):
    """A kind of node. ``properties`` are those beyond every node's; ``optional`` ones may be absent."""

    says: str
    properties: dict[str, str]


class Relationship(Record):
    """A type of relationship and the labels its two ends may have."""

    says: str
    sources: tuple[str, ...] = Field(alias="from")
    targets: tuple[str, ...] = Field(alias="to")

    def fits(self, source: str, target: str) -> bool:
        return source in self.sources and target in self.targets


class _Sets(Record):
    sets: dict[str, tuple[str, ...]]


class Ontology(Record):
    """``relations`` are what claims state; ``structure`` is the rest. Both give ends as labels, sets unfolded."""

    version: int
    properties: dict[str, str]
    labels: dict[str, Label]
    relations: dict[str, Relationship]
    edge: dict[str, str]
    structure: dict[str, Relationship]

    @model_validator(mode="before")
    @classmethod
    def _unfold(cls, data: Any) -> Any:
        """Writes out the sets, so that the rest of the model knows labels only."""
        if not isinstance(data, dict):
            raise ValueError("not a mapping")
        sets = _Sets.model_validate({"sets": data.get("sets", {})}).sets
        plain = {key: value for key, value in data.items() if key != "sets"}
        for part in plain.keys() & {"relations", "structure"}:
            plain[part] = {name: _unfolded(ends, sets) for name, ends in plain[part].items()}
        return plain

    @model_validator(mode="after")
    def _coherent(self) -> Ontology:
        _refuse(sorted(self.relations.keys() & self.structure.keys()), "is both a relation and structure")
        for name, relation in self.relationships.items():
            for end in (relation.sources, relation.targets):
                _refuse([label for label in end if label not in self.labels], f"is an end of {name}, but no label")
                _refuse([label for label in end if end.count(label) > 1], f"stands twice among the ends of {name}")
        _refuse([name for name in self.labels if not _LABEL.fullmatch(name)], "is no name for a label (CamelCase)")
        _refuse([name for name in self.relationships if not _RELATION.fullmatch(name)], "is no name for a relationship (CAPITALS)")
        for place, properties in [("edge", self.edge), *((name, self.node_properties(name)) for name in self.labels)]:
            _refuse([key for key in properties if key in _TAKEN or not _PROPERTY.fullmatch(key)], f"cannot be a property ({place})")
            _refuse([key for key, kind in properties.items() if kind.removeprefix(_OPTIONAL) not in TYPES], f"has a type that is unknown ({place})")
        return self

    @property
    def relationships(self) -> dict[str, Relationship]:
        """Relations and structure together."""
        return self.relations | self.structure

    def node_properties(self, label: str) -> dict[str, str]:
        """The properties of a label with their types, every node's first."""
        return self.properties | self.labels[label].properties

    def check_claim(self, claim: Claim) -> str | None:
        """Why a claim does not fit the ontology, or ``None`` where it does."""
        relation = self.relations.get(claim.relation)
        if relation is None:
            return f"{claim.relation} is no relation of the ontology"
        for end, party, allowed in (("subject", claim.subject, relation.sources), ("object", claim.object, relation.targets)):
            if party.kind not in allowed:
                return f"the {end} of {claim.relation} cannot be a {party.kind}"
            if not _named(party):
                return f"the {end} of {claim.relation} has neither an id nor words"
        return None

    def check_node(self, label: str, properties: dict[str, Any]) -> str | None:
        """Why these properties do not fit the label, or ``None`` where they do. Names by language are free."""
        declared = self.node_properties(label) | {key: "string" for key in properties if _NAME_IN.fullmatch(key)}
        return _misfit(label, properties, declared)

    def check_edge(self, name: str, source: str, target: str, properties: dict[str, Any]) -> str | None:
        """Why a relationship between two labels does not fit, or ``None`` where it does."""
        relationship = self.relationships.get(name)
        if relationship is None or not relationship.fits(source, target):
            return f"{name} does not lead from {source} to {target}"
        return _misfit(name, properties, self.edge if name in self.relations else {})


@cache
def load_ontology(path: Path = DATA / "ontology.yaml") -> Ontology:
    """The ontology of a file, by default the project's.

    Raises:
        DataError: the file breaks the model, names a kind that it does not declare, or declares something twice.
    """
    return check(path, read_yaml(path), Ontology)


def _unfolded(relation: Any, sets: dict[str, tuple[str, ...]]) -> Any:
    return relation | {end: tuple(_labels(tuple(relation[end]), sets)) for end in ("from", "to") if end in relation}


def _labels(ends: tuple[str, ...], sets: dict[str, tuple[str, ...]], within: tuple[str, ...] = ()) -> Iterator[str]:
    for end in ends:
        if end in within:
            raise ValueError(f"sets.{end} holds itself")
        if end in sets:
            yield from _labels(sets[end], sets, (*within, end))
        else:
            yield end


def _refuse(names: list[str], reason: str) -> None:
    if names:
        raise ValueError(f"{names[0]} {reason}")


def _named(party: Party) -> bool:
    return bool(party.id) or bool(party.surface and party.surface.strip())


def _misfit(place: str, properties: dict[str, Any], declared: dict[str, str]) -> str | None:
    for key, kind in declared.items():
        if key not in properties and not kind.startswith(_OPTIONAL):
            return f"{place} lacks {key}"
    for key, value in properties.items():
        if key not in declared:
            return f"{place} has no property {key}"
        expected = TYPES[declared[key].removeprefix(_OPTIONAL)]
        if type(value) is not expected:
            return f"{key} of {place} is no {expected.__name__}"
    return None
