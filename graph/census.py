"""Who and what the claims name: ids and labels for the two ends of each claim, and names for those that no data file knows. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from sys import intern

from graph.concepts import Concept
from graph.ids import entity_id, slug
from graph.model import End, Node, Properties, Value
from graph.ontology import Ontology
from graph.records import Claim, Document, Entity, Party, Skipped

Surfaces = Counter[tuple[str, str]]  # language and words


def party_id(party: Party, claim: Claim) -> str:
    """The id of a claim's end: its own, else one made from its words.

    A group stays with its document: «some delegations» of one report are not those of another, nor the many or the few.
    """
    if party.kind == "Group":
        noun = party.id.partition(":")[2] if party.id else slug(party.surface or "")
        return f"group:{noun}/{claim.quantifier or 'unspecified'}/{claim.doc}"
    if party.id:
        return party.id
    words = party.surface or ""
    return entity_id(party.kind, words) if slug(words) else entity_id(party.kind, "") + words


def document_node_id(document: Document) -> str:
    return f"doc:{document.id}"


@dataclass(slots=True)
class Named:
    """What the claims say of one node: which kinds they take it for, and the words they name it with. Claims share the text of its ``id``."""

    id: str = ""
    kinds: Counter[str] = field(default_factory=Counter)
    surfaces: Surfaces = field(default_factory=Counter)
    group: tuple[str, str, str] | None = None  # noun, quantifier, document


@dataclass(slots=True)
class Census:
    """Collects the ends of all claims (``count``), then gives each its label and node. The order of counting does not matter."""

    ontology: Ontology
    entity: Callable[[str], Entity | None]
    concepts: dict[str, Concept]
    documents: dict[str, Document] = field(default_factory=dict)  # read ones, by node id
    skipped: dict[str, Counter[str]] = field(default_factory=dict)  # what reading them left out, by reason
    named: dict[str, Named] = field(default_factory=dict)
    _same: dict[str, str] = field(default_factory=dict)
    _ends: dict[str, End] = field(default_factory=dict)

    def read(self, document: Document, skipped: Iterable[Skipped] = ()) -> None:
        """Takes note of a document that was read, and of what was left out of it: figures in brackets are no part of a reason."""
        self.documents[document_node_id(document)] = document
        self.skipped[document_node_id(document)] = Counter(one.kind for one in skipped)

    def count(self, claim: Claim) -> tuple[str, str]:
        """Takes note of both ends of a claim; gives their ids as the claim has them."""
        return self._count(claim.subject, claim), self._count(claim.object, claim)

    def close(self) -> None:
        """All documents are read: a cited symbol that exactly one of them bears is that document."""
        bearers: dict[str, list[str]] = {}
        for node_id, document in self.documents.items():
            if document.symbol and slug(document.symbol):
                bearers.setdefault(entity_id("Document", document.symbol), []).append(node_id)
        self._same = {cited: ids[0] for cited, ids in bearers.items() if len(ids) == 1 and cited not in self.documents}

    def same(self, node_id: str) -> str:
        """The id of the node that stands for ``node_id``: another's only for a document cited by its symbol."""
        return self._same.get(node_id, node_id)

    def label(self, node_id: str) -> str:
        """The label of a node, once all claims are counted: that of the data files, else the kind most claims take it for."""
        return self.end(node_id)[0]

    def end(self, node_id: str) -> End:
        """Label and id of a node, the same pair for all edges that lead to it."""
        found = self._ends.get(node_id)
        if found is None:
            found = self._ends[node_id] = intern(self._label(node_id)), node_id
        return found

    def nodes(self) -> Iterable[Node]:
        """A node for every document read, every concept, and everything else that a claim names."""
        ids = self.documents.keys() | self.concepts.keys() | {self.same(node_id) for node_id in self.named}
        return (self._node(node_id) for node_id in ids)

    def _label(self, node_id: str) -> str:
        if node_id in self.documents:
            return "Document"
        if node_id in self.concepts:
            return self.concepts[node_id].kind
        entity = self.entity(node_id)
        if entity is not None and entity.kind in self.ontology.labels:
            return entity.kind
        votes = self.named[node_id].kinds
        return min(votes, key=lambda kind: (-votes[kind], kind))

    def _count(self, party: Party, claim: Claim) -> str:
        node_id = party_id(party, claim)
        named = self.named.get(node_id)
        if named is None:
            named = self.named[node_id] = Named(node_id)
        named.kinds[intern(party.kind)] += 1
        if party.surface and party.surface.strip():
            named.surfaces[intern(claim.language), " ".join(party.surface.split())] += 1
        if party.kind == "Group":
            noun, quantifier, _ = node_id.removeprefix("group:").split("/", 2)
            named.group = noun, quantifier, claim.doc
        return named.id

    def _node(self, node_id: str) -> Node:
        label = self.label(node_id)
        named = self.named.get(node_id, Named())
        if node_id in self.documents:
            return Node(label, node_id, {"id": node_id} | _read_document(self.documents[node_id]) | _left_out(self.skipped[node_id]))
        if label == "Group" and named.group is not None:
            return Node(label, node_id, {"id": node_id} | _group(named.surfaces, *named.group))
        properties = {"id": node_id} | self._described(node_id, label, named)
        if label == "Document":
            properties["read"] = False
        return Node(label, node_id, properties)

    def _described(self, node_id: str, label: str, named: Named) -> Properties:
        concept, entity = self.concepts.get(node_id), self.entity(node_id)
        if concept is not None:
            links: Properties = {"note": concept.note, "distinct_from": sorted(concept.distinct_from)}
            return _names(node_id, concept.names) | {key: value for key, value in links.items() if value}
        if entity is None:
            properties = _names_from(node_id, named.surfaces)
            if "unlisted" in self.ontology.labels[label].properties:
                properties["unlisted"] = True
        else:
            declared = self.ontology.node_properties(label)
            properties = _names(node_id, entity.names) | {key: value for key, value in entity.properties.items() if key in declared}
        if label == "State":
            properties.setdefault("iso3", node_id.partition(":")[2])
        return properties


def _names(node_id: str, names: dict[str, tuple[str, ...]]) -> Properties:
    """The usual name in each language (``name`` is English, else any), and all the others."""
    usual = {language: forms[0] for language, forms in names.items() if forms}
    first = usual.get("en") or next((usual[language] for language in sorted(usual)), node_id)
    others = sorted({form for forms in names.values() for form in forms} - {first, *usual.values()})
    return {"name": first} | _by_language(usual) | ({"aliases": others} if others else {})


def _names_from(node_id: str, surfaces: Surfaces) -> Properties:
    """Names of something that no data file knows, from the words of the documents: the most used ones; Latin letters before others."""
    best: dict[str, str] = {}
    for (language, words), _ in sorted(surfaces.items(), key=lambda item: (-item[1], item[0])):
        best.setdefault("en" if _latin(words) else language, words)
    return {"name": best.get("en") or next((best[language] for language in sorted(best)), node_id)} | _by_language(best)


def _by_language(names: dict[str, str]) -> Properties:
    return {f"name_{language.lower().replace('-', '_')}": name for language, name in sorted(names.items()) if language != "en"}


def _latin(words: str) -> bool:
    return not any(ord(letter) > 0x24F and letter.isalpha() for letter in words)


def _group(surfaces: Surfaces, noun: str, quantifier: str, doc: str) -> Properties:
    many = "" if quantifier == "unspecified" else f"{quantifier} "
    by_language = {key: value for key, value in _names_from("", surfaces).items() if key != "name"}
    return {"name": f"{many}{noun.replace('-', ' ')} ({doc})", "noun": noun, "quantifier": quantifier, "doc": doc} | by_language


def _read_document(document: Document) -> Properties:
    found: dict[str, Value | None] = {
        "read": True, "doc": document.id, "name": document.title or document.id, "sha256": document.sha256, "date": document.date,
        "publisher": document.publisher, "symbol": document.symbol, "speaker": document.speaker, "kind": document.kind,
        "languages": list(document.languages),
    }  # fmt: skip
    if document.title and document.languages and document.languages[0] != "en":
        found[f"name_{document.languages[0]}"] = document.title
    return {key: value for key, value in found.items() if value is not None}


def _left_out(reasons: Counter[str]) -> Properties:
    found = [f"{number} × {reason}" for reason, number in sorted(reasons.items())]
    return {"skipped": found} if found else {}
