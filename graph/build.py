"""From claims to the graph: what was read in the documents goes in, nodes and edges come out.

One edge unites all claims of a subject, relation and object and keeps what each says of when, where and how surely; claims that
contradict one another make edges of different types, and both stay. Neither the order of documents and claims nor reading the same
ones again changes the graph.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from sys import intern

from graph.census import Census
from graph.concepts import Concept
from graph.evidence import Evidence, Read, date_of, once, standing
from graph.model import Edge, Graph, Part
from graph.ontology import Ontology, load_ontology
from graph.records import Entity, Skipped
from graph.tally import Tally


def build(read: Read, entity: Callable[[str], Entity | None], concepts: Iterable[Concept] = (), *, ontology: Ontology | None = None) -> Graph:
    """The graph of all that was read.

    Args:
        read: gives what was read in each document, one document at a time; it is called again whenever passages and claims are needed,
            so that they need not be held.
        entity: gives what the data files know of an id.
        concepts: all of them become nodes, mentioned or not.

    Raises:
        DataError: two different documents have the same id, or one stands under two ids.
    """
    census = Census(ontology or load_ontology(), entity, {concept.id: concept for concept in concepts})
    tallies: dict[tuple[str, str, str], Tally] = {}
    skipped: set[Skipped] = set()
    for extraction in once(read()):
        census.read(extraction.document, extraction.skipped)
        for claim in extraction.claims:
            if (objection := census.ontology.check_claim(claim)) is not None:
                skipped.add(Skipped(f"{claim.doc} {claim.loc}", objection, claim.quote))
        for claim in standing(extraction, census.ontology):
            key = intern(claim.relation), *census.count(claim)
            if (tally := tallies.get(key)) is None:
                tally = tallies[key] = Tally()
            tally.add(claim, extraction.document.id, date_of(claim, extraction.document))
    census.close()
    nodes = tuple(sorted(census.nodes(), key=lambda node: node.end))
    edges = sorted([*_relations(tallies, census), *_links(census)], key=lambda edge: (edge.type, edge.source, edge.target))
    names = {node.id: str(node.properties["name"]) for node in nodes}
    return Graph(Part(nodes, tuple(edges)), Evidence(read, census, names), tuple(sorted(skipped, key=lambda one: (one.place, one.reason, one.text))))


def _relations(tallies: dict[tuple[str, str, str], Tally], census: Census) -> Iterator[Edge]:
    """Takes the tallies away while it makes their edges: both together would be twice as large."""
    for relation, subject, obj in [key for key in tallies if any(census.same(end) != end for end in key[1:])]:
        tally = tallies.pop((relation, subject, obj))
        tallies.setdefault((relation, census.same(subject), census.same(obj)), Tally()).absorb(tally)
    while tallies:
        (relation, subject, obj), tally = tallies.popitem()
        yield Edge(relation, census.end(subject), census.end(obj), tally.properties())


def _links(census: Census) -> Iterator[Edge]:
    concepts = census.concepts
    related = {tuple(sorted((concept.id, other))) for concept in concepts.values() for other in concept.related}
    links = [("BROADER", concept.id, other) for concept in concepts.values() for other in concept.broader]
    links += [("ABOUT", concept.id, other) for concept in concepts.values() for other in concept.about]
    for name, source, target in {*links, *(("RELATED", *pair) for pair in related)}:
        yield Edge(name, census.end(source), census.end(target))
