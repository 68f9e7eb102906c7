"""The reader's parts: overlapping spans, long documents in parts, the file's own text beside the repaired one; and the page without a browser."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboards.reader.original import beside, decoded, extraction_of, original_of
from dashboards.reader.paging import SIZE, part_of
from dashboards.reader.spans import Piece, Span, pieces
from extract.ingest import ingest
from extract.pipeline import read_document
from graph.records import Passage
from graph.sourcemap import SourceMap
from graph.workspace import Extraction, Workspace
from tests.builders import document
from tests.dashboard_server import keep
from tests.test_formats import pdf_bytes

TEXTS = st.text(max_size=60)


@st.composite
def marked_texts(draw):
    text = draw(TEXTS)
    place = st.integers(-3, len(text) + 3)
    return text, [Span(draw(place), draw(place), f"c{number}") for number in range(draw(st.integers(0, 6)))]


@given(marked_texts())
def test_pieces_are_the_text_and_each_has_the_spans_that_cover_it(given_text):
    text, spans = given_text
    found = pieces(text, spans)
    assert "".join(piece.text for piece in found) == text
    at = 0
    for piece in found:
        for place in range(at, at + len(piece.text)):
            assert set(piece.names) == {span.name for span in spans if span.start <= place < span.end}
        at += len(piece.text)


def test_the_longest_span_is_named_first():
    assert pieces("abcd", [Span(1, 2, "short"), Span(0, 4, "long")]) == [Piece("a", ("long",)), Piece("b", ("long", "short")), Piece("cd", ("long",))]


@given(st.integers(0, 3000), st.integers(-5, 100), st.none() | st.integers(0, 2999))
def test_every_part_lies_within_the_document_and_holds_what_was_asked_for(total, number, ordinal):
    part = part_of(total, number=number, ordinal=ordinal)
    assert 0 <= part.first <= part.after <= total
    assert part.after - part.first <= SIZE
    if number <= 0 and ordinal is not None and ordinal < total:
        assert part.first <= ordinal < part.after


def test_parts_one_after_the_other_are_the_whole_document():
    parts = [part_of(1010, number=number) for number in range(1, part_of(1010).parts + 1)]
    assert [place for part in parts for place in range(part.first, part.after)] == list(range(1010))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "cp949"])
def test_the_encoding_is_told_by_the_source_maps(tmp_path: Path, encoding):
    words = {"gb18030": "中国、印度：立场模糊。\n这些国家没有说明。\n" * 12, "cp949": "한국은 입장을 밝히지 않았다.\n일본도 마찬가지였다.\n" * 12}
    text = words.get(encoding, "Chile supports a ban.\nEgypt – 埃及 – does, too.\n" * 12)
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    passages = read_document(tmp_path / "a.txt").passages
    assert decoded((tmp_path / "a.txt").read_bytes(), passages) == text


@pytest.mark.parametrize("content", [b"%PDF-1.7 \x00\xff\xfe", b"", b"quite another text, in which no map holds"])
def test_a_file_without_a_text_of_its_own_has_no_original(content):
    passage = Passage("a", "¶1", 0, "Chile supports a ban.", "en", source_map=SourceMap.identity(21))
    assert decoded(content, [passage]) is None


def test_marks_are_carried_over_to_the_original():
    passage = Passage("a", "¶1", 0, "a ban on weapons", "en", source_map=SourceMap(((0, 4, 5), (5, 11, 11))))
    found = beside("xxxxa ban\n\n on weapons yyy", passage, [Span(2, 8, "c")])
    assert [(piece.text, piece.names) for piece in found] == [("a ", ()), ("ban", ("c",)), ("\n\n", ()), (" on", ("c",)), (" weapons", ())]
    assert beside("", Passage("a", "¶1", 0, "x", "en"), []) == []


def test_a_document_of_other_content_is_not_taken_for_the_one_in_the_graph(small_workspace):
    assert extraction_of(small_workspace, "000") is not None
    assert extraction_of(small_workspace, "000", "another") is None
    assert extraction_of(small_workspace, "missing") is None


def test_the_list_names_every_document(app_test):
    table = app_test("documents").dataframe[0].value
    assert list(table["doc"]) == ["000", "001"]
    assert list(table["skipped"]) == [0, 2]


def test_the_reader_tells_what_was_left_out_and_why(app_test):
    table = app_test("documents", doc="001").dataframe[0].value
    assert list(table["reason"]) == ["position unsure (+ 0.41)", "position unsure (- 0.39)"]
    assert list(table["place"]) == ["¶4", "¶5"]


def test_a_work_that_was_only_cited_shows_who_cites_it(app_test):
    shown = " ".join(each.proto.body for each in app_test("documents", id="doc:liu-moodie-2019").get("html"))
    assert "has not been read" in shown
    assert "<mark>Liu &amp; Moodie 2019</mark>" in shown


@pytest.mark.parametrize("wrong", [{"doc": "999"}, {"doc": "000", "claim": "claim:none"}, {"doc": "000", "at": "¶99"}, {"doc": "000", "part": "77"}])
def test_an_address_that_leads_nowhere_is_explained(app_test, wrong):
    shown = " ".join(each.proto.body for each in app_test("documents", **wrong).get("html"))
    assert ("This document is not here" if wrong["doc"] == "999" else "Report of the meeting") in shown


def test_long_documents_are_shown_in_parts(app_test, tmp_path, monkeypatch):
    long = document("long")
    passages = tuple(Passage("long", f"¶{number + 1}", number, f"Passage {number + 1}.", "en") for number in range(150))
    workspace = Workspace(tmp_path)
    keep(workspace, Extraction(long, passages, ()))
    monkeypatch.setenv("RAPPORTEUR_WORKSPACE", str(tmp_path))
    app = app_test("documents", doc="long", at="¶100")
    assert any("61" in each.proto.body and "150" in each.proto.body for each in app.get("html"))


def test_beside_a_pdf_stands_what_was_taken_out_of_it(tmp_path):
    """The repaired passage is whole; the original has the line's end and the hyphen's place as the page has them."""
    file = tmp_path / "talk.pdf"
    file.write_bytes(
        pdf_bytes(["Some delegations supported a ban on", "weapons that choose their targets."], ["The second page speaks of human control."])
    )
    workspace = Workspace(tmp_path / "workspace")
    (answer,) = ingest(workspace, [str(file)])
    document = answer.extraction.document
    found = original_of(workspace, document.id, document.sha256)
    assert found is not None
    assert found.extracted
    passage = next(each for each in answer.extraction.passages if "delegations" in each.text)
    assert "a ban on weapons" in passage.text
    assert "a ban on\nweapons" in "".join(piece.text for piece in beside(found.text, passage, []))


def test_a_pdf_that_was_read_before_its_text_was_kept_has_no_original(tmp_path):
    file = tmp_path / "talk.pdf"
    file.write_bytes(pdf_bytes(["Some delegations supported a ban."]))
    workspace = Workspace(tmp_path / "workspace")
    (answer,) = ingest(workspace, [str(file)])
    document = answer.extraction.document
    (workspace.folder / "documents" / document.sha256 / "extracted.txt").unlink()
    assert original_of(workspace, document.id, document.sha256) is None
