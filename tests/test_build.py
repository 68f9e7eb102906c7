"""Claims become a graph: united, complete, whatever their order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.build import build
from graph.concepts import Concept
from graph.errors import DataError
from graph.model import Edge, Graph, Node
from graph.ontology import load_ontology
from graph.records import Claim, Document, Party
from graph.workspace import Extraction
from tests.builders import BAN, ENTITIES, claim, document, extraction

CONCEPTS = (
    Concept(BAN, "Proposal", {"en": ("preemptive ban",), "zh": ("先行禁止",)}, about=("concept:laws",)),
    Concept("concept:laws", "Concept", {"en": ("killer robots", "LAWS")}, broader=("concept:weapons",), related=("concept:autonomy",)),
    Concept("concept:weapons", "Concept", {"en": ("weapons",)}),
    Concept("concept:autonomy", "Concept", {"ko": ("자율성",)}, note="of machines", related=("concept:laws",)),
)


def built(*extractions: Extraction, concepts: Iterable[Concept] = ()) -> Graph:
    return build(lambda: extractions, ENTITIES.get, concepts)


def from_claims(*claims: Claim) -> Graph:
    return built(extraction(*claims))


def node(graph: Graph, node_id: str) -> Node:
    return next(one for one in graph.nodes if one.id == node_id)


def relations(graph: Graph) -> dict[tuple[str, str, str], dict[str, Any]]:
    return {(edge.type, edge.source[1], edge.target[1]): edge.properties for edge in graph.known.edges}


def ends(graph: Graph, name: str) -> set[tuple[str, str]]:
    return {(edge.source[1], edge.target[1]) for edge in graph.edges if edge.type == name}


def test_one_edge_unites_all_claims_of_a_pair() -> None:
    first, second = document("000", date="2016-04"), document("001", date="2019")
    graph = built(
        extraction(
            claim("SUPPORTS_BAN", "state:CHL", BAN, "Chile is for it", of=first, confidence=0.8),
            claim("SUPPORTS_BAN", "state:CHL", BAN, "Chile again", of=first, loc="¶2", ordinal=1, confidence=0.95),
            of=first,
        ),
        extraction(
            claim("SUPPORTS_BAN", "state:CHL", BAN, "智利赞成，其他国家亦然", of=second, confidence=0.7, language="zh", as_of="2014-05-13"),
            of=second,
        ),
    )
    assert relations(graph) == {
        ("SUPPORTS_BAN", "state:CHL", BAN): {
            "claims": 3,
            "documents": ["000", "001"],
            "first": "2014-05-13",
            "last": "2016-04",
            "confidence": 0.95,
            "quote": "Chile again",
        }
    }


def test_the_best_quote_is_the_surest_then_the_longest() -> None:
    graph = from_claims(
        claim("SUPPORTS_BAN", "state:CHL", BAN, "long but not so sure at all", confidence=0.6),
        claim("SUPPORTS_BAN", "state:CHL", BAN, "sure", loc="¶2", ordinal=1),
        claim("SUPPORTS_BAN", "state:CHL", BAN, "sure and longer", loc="¶3", ordinal=2),
    )
    assert relations(graph)["SUPPORTS_BAN", "state:CHL", BAN]["quote"] == "sure and longer"


def test_contradictions_stay() -> None:
    graph = from_claims(claim("SUPPORTS_BAN", "state:CHL", BAN, "for"), claim("OPPOSES_BAN", "state:CHL", BAN, "against", loc="¶2", ordinal=1))
    assert {key[0] for key in relations(graph)} == {"SUPPORTS_BAN", "OPPOSES_BAN"}


def test_a_rejected_claim_leaves_nothing() -> None:
    graph = from_claims(claim("SUPPORTS_BAN", "state:CHL", BAN, status="rejected"))
    assert relations(graph) == {}
    assert {one.label for one in graph.nodes} == {"Document", "Passage"}
    assert graph.skipped == ()


def test_a_claim_that_does_not_fit_is_skipped_with_its_reason() -> None:
    graph = from_claims(claim("SUPPORTS_BAN", "doc:000", BAN, "misread"))
    assert [(one.place, one.reason, one.text) for one in graph.skipped] == [("000 ¶1", "the subject of SUPPORTS_BAN cannot be a Document", "misread")]
    assert relations(graph) == {}


def test_unnamed_holders_stay_with_their_document_and_number() -> None:
    other = document("001")
    some = Party("Group", "group:delegations", "一些代表团")
    graph = built(
        extraction(
            claim("SUPPORTS_BAN", some, BAN, "one", quantifier="some", language="zh"),
            claim("SUPPORTS_BAN", some, BAN, "two", quantifier="some", loc="¶2", ordinal=1, language="zh"),
            claim("SUPPORTS_BAN", some, BAN, "three", quantifier="many", loc="¶3", ordinal=2),
            claim("SUPPORTS_BAN", Party("Group", "group:unattributed"), BAN, "four", loc="¶4", ordinal=3),
        ),
        extraction(claim("SUPPORTS_BAN", some, BAN, "five", quantifier="some", of=other), of=other),
    )
    groups = {one.id: one.properties for one in graph.nodes if one.label == "Group"}
    assert set(groups) == {
        "group:delegations/some/000", "group:delegations/many/000", "group:unattributed/unspecified/000", "group:delegations/some/001"
    }  # fmt: skip
    assert groups["group:delegations/some/000"] == {
        "id": "group:delegations/some/000", "name": "some delegations (000)", "name_zh": "一些代表团", "noun": "delegations",
        "quantifier": "some", "doc": "000",
    }  # fmt: skip
    assert groups["group:unattributed/unspecified/000"]["name"] == "unattributed (000)"
    assert relations(graph)["SUPPORTS_BAN", "group:delegations/some/000", BAN]["claims"] == 2
    assert relations(graph)["SUPPORTS_BAN", "group:delegations/some/000", BAN]["quantifiers"] == ["some"]


def test_known_names_come_from_the_data_others_from_the_documents() -> None:
    graph = from_claims(
        claim("SUPPORTS_BAN", Party("State", "state:CHL", "智利共和国"), BAN, language="zh"),
        claim("SUPPORTS_BAN", Party("NGO", None, "자주포럼"), BAN, "b", loc="¶2", ordinal=1, language="ko"),
        claim("SUPPORTS_BAN", Party("Person", "person:jane-doe", "简·多伊"), BAN, "c", loc="¶3", ordinal=2, language="zh"),
        claim("SUPPORTS_BAN", Party("Person", "person:jane-doe", "Jane Doe"), BAN, "d", loc="¶4", ordinal=3, language="zh"),
    )
    assert node(graph, "state:CHL").properties == {
        "id": "state:CHL", "name": "Chile", "name_ko": "칠레", "name_zh": "智利", "aliases": ["Republic of Chile"], "iso3": "CHL",
        "region": "Americas",
    }  # fmt: skip
    assert node(graph, "org:자주포럼").properties == {"id": "org:자주포럼", "name": "자주포럼", "name_ko": "자주포럼", "unlisted": True}
    assert node(graph, "person:jane-doe").properties == {"id": "person:jane-doe", "name": "Jane Doe", "name_zh": "简·多伊", "unlisted": True}


def test_a_state_has_its_code_even_where_no_data_know_it() -> None:
    graph = from_claims(claim("SUPPORTS_BAN", Party("State", "state:XKX", "Kosovo"), BAN))
    assert node(graph, "state:XKX").properties == {"id": "state:XKX", "name": "Kosovo", "iso3": "XKX", "unlisted": True}


def test_a_node_has_one_label_that_of_the_data_or_of_most_claims() -> None:
    graph = from_claims(
        claim("SUPPORTS_BAN", "Institution org:pax", BAN, "a"),
        claim("SUPPORTS_BAN", "NGO org:unknown", BAN, "b"),
        claim("SUPPORTS_BAN", "Institution org:unknown", BAN, "c"),
        claim("OPPOSES_BAN", "Institution org:unknown", BAN, "d"),
    )
    assert {one.id: one.label for one in graph.nodes if one.id.startswith("org:")} == {"org:pax": "NGO", "org:unknown": "Institution"}


def test_documents_read_and_documents_cited() -> None:
    read = document("000", title="보고서", languages=("ko",), symbol="CCW/CONF.V/2")
    citing = document("001")
    graph = built(
        extraction(claim("CITES", "doc:000", Party("Document", "doc:kissinger-2018", "Kissinger 2018"), of=read), of=read),
        extraction(claim("CITES", "doc:001", Party("Document", "doc:ccw-conf-v-2", "CCW/CONF.V/2"), of=citing), of=citing),
    )
    assert node(graph, "doc:000").properties | {"sha256": ""} == {
        "id": "doc:000", "name": "보고서", "name_ko": "보고서", "doc": "000", "read": True, "sha256": "", "date": "2016-04-15",
        "symbol": "CCW/CONF.V/2",
        "kind": "other", "languages": ["ko"],
    }  # fmt: skip
    assert node(graph, "doc:kissinger-2018").properties == {"id": "doc:kissinger-2018", "name": "Kissinger 2018", "read": False}
    assert ends(graph, "CITES") == {("doc:000", "doc:kissinger-2018"), ("doc:001", "doc:000")}
    assert "doc:ccw-conf-v-2" not in {one.id for one in graph.nodes}


def test_a_symbol_of_two_documents_names_neither() -> None:
    read = [document(name, symbol="A/1") for name in ("000", "001")]
    graph = built(extraction(claim("CITES", "doc:000", "doc:a-1", of=read[0]), of=read[0]), extraction(of=read[1]))
    assert ends(graph, "CITES") == {("doc:000", "doc:a-1")}


def test_all_concepts_are_there_with_their_links() -> None:
    graph = built(concepts=CONCEPTS)
    assert node(graph, "concept:laws").properties == {"id": "concept:laws", "name": "killer robots", "aliases": ["LAWS"]}
    assert node(graph, "concept:autonomy").properties == {"id": "concept:autonomy", "name": "자율성", "name_ko": "자율성", "note": "of machines"}
    assert ends(graph, "BROADER") == {("concept:laws", "concept:weapons")}
    assert ends(graph, "RELATED") == {("concept:autonomy", "concept:laws")}
    assert ends(graph, "ABOUT") == {(BAN, "concept:laws")}


def test_a_claim_stands_between_its_ends_and_its_words() -> None:
    one = claim("SUPPORTS_BAN", Party("State", "state:CHL", "Chile"), BAN, "Chile is for it", modality="stated", via="doc:x", addressee=("states",))
    graph = built(extraction(one, claim("OPPOSES_BAN", "state:EGY", BAN, "two", loc="¶2", ordinal=1)), concepts=CONCEPTS)
    assert ends(graph, "SUBJECT") & {(one.id, "state:CHL")}
    assert ends(graph, "OBJECT") & {(one.id, BAN)}
    assert ends(graph, "EVIDENCE") & {(one.id, "passage:000/0")}
    assert ends(graph, "PART_OF") == {("passage:000/0", "doc:000"), ("passage:000/1", "doc:000")}
    assert ends(graph, "NEXT") == {("passage:000/0", "passage:000/1")}
    assert node(graph, one.id).properties == {
        "id": one.id, "name": "Chile SUPPORTS_BAN preemptive ban", "relation": "SUPPORTS_BAN", "stance": "supports", "doc": "000", "loc": "¶1",
        "quote": "Chile is for it", "start": 15, "end": 30, "language": "en", "method": "test", "confidence": 0.9, "status": "extracted",
        "subject_surface": "Chile", "modality": "stated", "addressee": ["states"], "as_of": "2016-04-15", "via": "doc:x",
    }  # fmt: skip
    assert node(graph, "passage:000/0").properties["text"] == "It is written: Chile is for it."


@pytest.mark.parametrize(
    ("documents", "reason"),
    [
        ((document("a"), Document("a", "other")), "two different documents have this name"),
        ((document("a"), Document("b", document("a").sha256)), "the same document is here as a"),
    ],
    ids=["same name", "same content"],
)
def test_documents_that_cannot_be_told_apart_are_refused(documents: tuple[Document, ...], reason: str) -> None:
    with pytest.raises(DataError, match=reason):
        built(*(extraction(of=one) for one in documents))


ACTORS = (
    "state:CHL",
    "state:EGY",
    "org:pax",
    Party("Group", "group:states", "some states"),
    Party("Person", None, "J. Doe"),
    Party("State", "state:CHL", "Chili"),
)
claims = st.builds(
    lambda relation, actor, words, where, sure, how, quantifier, status: (relation, actor, words, where, sure, how, quantifier, status),
    st.sampled_from(["SUPPORTS_BAN", "OPPOSES_BAN", "SUPPORTS"]), st.sampled_from(ACTORS), st.sampled_from(["one", "two words", "three words now"]),
    st.integers(0, 2), st.sampled_from([0.5, 0.9]), st.sampled_from([None, "2014", "2016-05"]), st.sampled_from([None, "some"]),
    st.sampled_from(["extracted", "rejected"]),
)  # fmt: skip


def read_from(rows: list[tuple[Any, ...]], name: str) -> Extraction:
    read = document(name, symbol=f"A/{name}")
    made = [
        claim(rel, who, BAN, words, of=read, loc=f"¶{where}", ordinal=where, confidence=sure, as_of=when, quantifier=many, status=status)
        for rel, who, words, where, sure, when, many, status in rows
    ]
    return extraction(*{one.id: one for one in made}.values(), of=read)


def content(graph: Graph) -> tuple[object, ...]:
    """All of a graph, order left out."""
    nodes = sorted(repr((one.end, sorted(one.properties.items()))) for one in graph.nodes)
    edges = sorted(repr((one.type, one.source, one.target, sorted(one.properties.items()))) for one in graph.edges)
    return nodes, edges, graph.skipped


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(claims, max_size=6), min_size=1, max_size=3), st.randoms())
def test_neither_order_nor_repetition_matters(rows: list[list[tuple[Any, ...]]], chance: Any) -> None:
    read = [read_from(one, f"00{number}") for number, one in enumerate(rows)]
    shuffled = [Extraction(one.document, one.passages, tuple(chance.sample(one.claims, len(one.claims)))) for one in chance.sample(read, len(read))]
    assert content(built(*shuffled, *read)) == content(built(*read))


@settings(max_examples=60, deadline=None)
@given(st.lists(claims, max_size=8))
def test_the_graph_fits_the_ontology_and_loses_no_claim(rows: list[tuple[Any, ...]]) -> None:
    ontology = load_ontology()
    read = read_from(rows, "000")
    graph = built(read, concepts=CONCEPTS)
    nodes = list(graph.nodes)
    known = {one.end for one in nodes}
    assert len({one.id for one in nodes}) == len(nodes)
    assert [ontology.check_node(one.label, one.properties) for one in nodes] == [None] * len(nodes)
    for edge in graph.edges:
        assert ontology.check_edge(edge.type, edge.source[0], edge.target[0], edge.properties) is None
        assert {edge.source, edge.target} <= known
    standing = [one for one in read.claims if one.status != "rejected"]
    assert {one.id for one in nodes if one.label == "Claim"} == {one.id for one in standing}
    assert sum(int(str(edge.properties["claims"])) for edge in graph.known.edges if edge.type in ontology.relations) == len(standing)


def test_each_pair_of_ends_has_one_edge_of_a_type() -> None:
    graph = from_claims(*(claim("SUPPORTS_BAN", "state:CHL", BAN, "same", ordinal=at, loc=f"¶{at}") for at in range(3)))
    edges: list[Edge] = list(graph.edges)
    assert len({(one.type, one.source, one.target) for one in edges}) == len(edges)
