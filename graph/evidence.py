"""The words the graph stands on: what was read in one document in, its passages and claims as nodes and edges out. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.census import Census, document_node_id, party_id
from graph.errors import DataError
from graph.model import Edge, End, Node, Part, Properties, Value
from graph.ontology import Ontology
from graph.records import POLARITY, Claim, Document, Passage

if TYPE_CHECKING:
    from graph.workspace import Extraction

STANCES = {"+": "supports", "-": "opposes", "~": "neither"}
Read = Callable[[], Iterable["Extraction"]]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Passages and claims, one part a document; each round reads them again."""

    read: Read
    census: Census
    names: dict[str, str]

    def __iter__(self) -> Iterator[Part]:
        for extraction in once(self.read()):
            document = ("Document", document_node_id(extraction.document))
            passages = {passage.id: _passage(passage) for passage in extraction.passages}
            in_order = [passages[passage.id].end for passage in sorted(extraction.passages, key=lambda passage: passage.ordinal)]
            edges = [Edge("PART_OF", end, document) for end in in_order] + [Edge("NEXT", *pair) for pair in pairwise(in_order)]
            claims = []
            for claim in standing(extraction, self.census.ontology):
                subject, obj = (self._end(party_id(party, claim)) for party in (claim.subject, claim.object))
                node = self._claim(claim, subject, obj, date_of(claim, extraction.document))
                claims.append(node)
                edges += [Edge("SUBJECT", node.end, subject), Edge("OBJECT", node.end, obj)]
                edges.append(Edge("EVIDENCE", node.end, ("Passage", claim.passage_id)))
            yield Part((*passages.values(), *claims), tuple(edges), extraction.document.id)

    def __len__(self) -> int:
        return len(self.census.documents)

    def _end(self, node_id: str) -> End:
        return self.census.end(self.census.same(node_id))

    def _claim(self, claim: Claim, subject: End, obj: End, as_of: str | None) -> Node:
        found: dict[str, Value | None] = {
            "id": claim.id, "name": f"{self.names[subject[1]]} {claim.relation} {self.names[obj[1]]}", "relation": claim.relation,
            "stance": STANCES.get(POLARITY.get(claim.relation, "")), "doc": claim.doc, "loc": claim.loc, "quote": claim.quote,
            "start": claim.start, "end": claim.end, "language": claim.language, "method": claim.method, "confidence": float(claim.confidence),
            "status": claim.status, "subject_surface": claim.subject.surface, "object_surface": claim.object.surface, "role": claim.role,
            "quantifier": claim.quantifier, "modality": claim.modality, "topic": claim.topic, "addressee": list(claim.addressee) or None,
            "date": claim.date, "as_of": as_of, "via": claim.via,
        }  # fmt: skip
        return Node("Claim", claim.id, {key: value for key, value in found.items() if value is not None})


def once(extractions: Iterable[Extraction]) -> Iterator[Extraction]:
    """Each document once, however often it comes.

    Raises:
        DataError: two different documents have the same id, or one stands under two ids.
    """
    contents: dict[str, str] = {}
    names: dict[str, str] = {}
    for extraction in extractions:
        document = extraction.document
        known = contents.get(document.id)
        if known is None and document.sha256 in names:
            raise DataError(f"{document.id}: the same document is here as {names[document.sha256]}; remove one of them")
        if known not in (None, document.sha256):
            raise DataError(f"{document.id}: two different documents have this name; rename one of them")
        if known is None:
            contents[document.id], names[document.sha256] = document.sha256, document.id
            yield extraction


def standing(extraction: Extraction, ontology: Ontology) -> Iterable[Claim]:
    """The claims of a document that hold: not rejected, and such as the ontology allows; each once."""
    return {c.id: c for c in extraction.claims if c.status != "rejected" and ontology.check_claim(c) is None}.values()


def date_of(claim: Claim, document: Document) -> str | None:
    """When what a claim says is held to be so."""
    return claim.as_of or claim.date or document.date


def _passage(passage: Passage) -> Node:
    found: Properties = {
        "id": passage.id, "name": f"{passage.document} {passage.locator}", "doc": passage.document, "loc": passage.locator,
        "ordinal": passage.ordinal, "kind": passage.kind, "language": passage.language, "text": passage.text,
    }  # fmt: skip
    if passage.heading_path:
        found["headings"] = list(passage.heading_path)
    if passage.marker is not None:
        found["marker"] = passage.marker
    return Node("Passage", passage.id, found)
