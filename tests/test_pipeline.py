"""The whole way from a text to its claims: repeatable, evidence always in place, and no text that brings it to a standstill."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.pipeline import Read, Refused, read_document, read_documents, read_passages
from extract.reading import EXTRACTORS, in_order
from extract.source import Source
from graph.ids import content_id
from graph.ontology import load_ontology
from graph.records import Document
from graph.sourcemap import SourceMap


def read(text, markup="plain", name="d"):
    return read_passages(Source(Document(name, content_id(text.encode("utf-8", "surrogatepass"))), text, markup, SourceMap.identity(len(text))))


HARD = {
    "nested brackets": "[" * 10_000 + "Chile" + "]" * 10_000,
    "nested round brackets": "(" * 5_000 + "(Smith 2018)" + ")" * 5_000,
    "capitals": "UNITED NATIONS HUMAN RIGHTS OFFICE OF THE " * 300,
    "single capitals": "A B C D E F G H " * 400,
    "one long word": "A" * 50_000,
    "names without end": "Chile, " * 5_000,
    "Chinese names without end": "智利、" * 5_000,
    "Korean names without end": "칠레, " * 1_000,
    "quotes": "“”《》「」" * 3_000,
    "colons": "支持：反对：" * 300,
    "numbers": "1. " * 5_000,
    "years": "(2018; 2019; " * 3_000,
    "lines of one letter": "a\n" * 5_000,
    "dots": "." * 30_000,
    "spaces": "x" + " " * 50_000 + "y",
    "stars": "*" * 20_000,
    "pipes": "|a|b|\n" * 800,
    "sup": "<sup>1</sup>" * 3_000,
    "links": "[a](http://x.y/z) " * 2_000,
    "hyphens": "a-b-c-d-e-" * 3_000,
    "organisations": "Institute of the University of the Centre for the Council of " * 200,
    "titles": "Mr. Ms. Dr. Professor Ambassador " * 200,
    "Chinese titles": "大学研究所主任教授先生" * 500,
    "ands": "A and B and C and " * 1_000,
    "recommends": "recommends that States should urge States to call upon States to " * 300,
}


@pytest.mark.parametrize("name", HARD)
@pytest.mark.parametrize("markup", ["plain", "markdown"])
def test_no_text_brings_it_to_a_standstill(name, markup):
    found = read(HARD[name], markup)
    assert found.passages or found.skipped


@pytest.mark.parametrize("name", ["000", "001", "002"])
def test_every_claim_of_the_originals_re_reads_its_source(corpus, name):
    """Quote, passage and file say the same characters, up to the white space that joining changed."""
    path = next(corpus.glob(f"{name}*"))
    text, found = path.read_text(encoding="utf-8"), read_document(path)
    passages = {passage.id: passage for passage in found.passages}
    assert len(found.claims) > 100
    for claim in found.claims:
        passage = passages[claim.passage_id]
        assert passage.text[claim.start : claim.end] == claim.quote
        original = "".join(text[start:end] for start, end in passage.source_map.spans(claim.start, claim.end))
        assert "".join(original.split()) == "".join(claim.quote.split())


@pytest.mark.parametrize("name", ["000", "001", "002"])
def test_every_claim_of_the_originals_fits_the_ontology_and_is_there_once(corpus, name):
    found = read_document(next(corpus.glob(f"{name}*")))
    assert [claim for claim in found.claims if load_ontology().check_claim(claim) is not None] == []
    assert len({claim.id for claim in found.claims}) == len(found.claims)


def test_reading_twice_gives_the_same(corpus):
    path = next(corpus.glob("000*"))
    assert read_document(path) == read_document(path)


def test_the_table_of_the_korean_article_is_exact(corpus):
    found = read_document(next(corpus.glob("001*")))
    table = [claim for claim in found.claims if claim.loc == "table 1" and claim.relation.endswith("_BAN")]
    count = {relation: len({claim.subject.id for claim in table if claim.relation == relation}) for relation in {c.relation for c in table}}
    assert count == {"SUPPORTS_BAN": 26, "OPPOSES_BAN": 12, "QUALIFIES_BAN": 1}
    assert all(claim.via == "doc:liu-moodie-2019" and claim.quote == claim.subject.surface for claim in table)


def test_a_bad_document_does_not_stop_the_others(tmp_path):
    (tmp_path / "a.txt").write_text("Words of a text.", encoding="utf-8")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-broken")
    (tmp_path / "c.txt").write_text("Other words.", encoding="utf-8")
    answers = list(read_documents([str(tmp_path)]))
    assert [type(answer) for answer in answers] == [Read, Refused, Read]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(alphabet="智利支持：禁止、。.ABc 1(2)《》“”\n-|*#칠레는 반대", max_size=200), st.sampled_from(["plain", "markdown"]))
def test_any_text_gives_claims_in_their_passages(text, markup):
    found = read(text + "x", markup)
    passages = {passage.id: passage for passage in found.passages}
    for claim in found.claims:
        assert passages[claim.passage_id].text[claim.start : claim.end] == claim.quote


def test_extractors_run_in_one_order_however_they_were_imported(monkeypatch):
    names = [name for name, _ in in_order()]
    monkeypatch.setattr("extract.reading.EXTRACTORS", dict(reversed(EXTRACTORS.items())))
    assert [name for name, _ in in_order()] == names
    assert names.index("stance-lists") < names.index("positions")
