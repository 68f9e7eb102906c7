"""Files: every place gives a path, a skip or one line that says what is wrong; nothing else ever comes out."""

import io
import os
import re
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen import canvas

import extract.files
from extract.files import find_files, read_source, read_stream
from extract.source import Refused
from graph.errors import DataError, InputError
from graph.records import Skipped

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"


def pdf():
    stream = io.BytesIO()
    writer = canvas.Canvas(stream)
    writer.drawString(72, 700, "Words of a page")
    writer.save()
    return stream.getvalue()


def word():
    stream = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Words of a document")
    document.save(stream)
    return stream.getvalue()


def test_folders_are_read_in_order(tmp_path):
    for name in ("b.txt", "a/z.md", "a/b.html", "c.pdf", ".hidden.txt", "b.meta.yaml", "picture.png", ".git/x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    found = list(find_files([str(tmp_path)]))
    assert [str(f.relative_to(tmp_path)) for f in found if isinstance(f, Path)] == ["a/b.html", "a/z.md", "b.txt", "c.pdf"]
    assert [(Path(f.place).name, f.reason.partition(";")[0]) for f in found if isinstance(f, Skipped)] == [
        ("picture.png", "not a kind that is read (.png)"),
    ]


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda p: None, "does not exist"),
        (lambda p: p.mkdir(), "a folder without documents"),
        (lambda p: p.symlink_to(p), "leads in a circle"),
        (lambda p: p.symlink_to(p.with_name("gone")), "does not exist"),
        (lambda p: os.mkfifo(p), "device or pipe"),
        (lambda p: p.write_text("x"), r"not a kind that is read \(\.xyz\)"),
    ],
    ids=["missing", "empty-folder", "circle", "dangling", "pipe", "other-extension"],
)
def test_a_place_at_fault_is_named_as_given(tmp_path, make, says):
    place = tmp_path / "thing.xyz"
    make(place)
    (skip,) = find_files([str(place)])
    assert skip.place == str(place)
    assert re.search(says, skip.reason)
    assert skip.reason.startswith(f"{place}: ")


def test_links_between_folders_end(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.txt").write_text("x")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "b").symlink_to(tmp_path / "a")
    (tmp_path / "c.txt").symlink_to("c.txt")
    found = list(find_files([str(tmp_path)]))
    assert [f.name for f in found if isinstance(f, Path)] == ["x.txt"]
    assert [(type(f), Path(f.place).name, re.sub(r".*: |;.*", "", f.reason)) for f in found if not isinstance(f, Path)] == [
        (Refused, "up", "is a link that leads in a circle"),
        (Skipped, "b", "a link to a folder that is read already"),
        (Refused, "c.txt", "is a link that leads in a circle"),
    ]


def test_an_impossible_path_is_refused():
    assert [skip.reason for skip in find_files(["a\0b.txt"])] == ["a\ufffdb.txt: is no path; check it"]


@pytest.mark.parametrize(
    ("name", "content", "text", "markup"),
    [
        ("a.b.txt", "Grüße\r\n2 lines\n".encode(), "Grüße\n2 lines\n", "plain"),
        ("a.b.MD", b"\xef\xbb\xbfwords", "words", "markdown"),
        ("a.b.html", b"<p>words</p>", "words", "markdown"),
        ("a.b.pdf", pdf(), "Words of a page", "plain"),
        ("a.b.docx", word(), "Words of a document", "markdown"),
        ("a.b.text", "中国发言".encode("gb18030"), "中国发言", "plain"),
    ],
    ids=["txt", "md", "html", "pdf", "docx", "gb18030"],
)
def test_sources(tmp_path, name, content, text, markup):
    path = tmp_path / name
    path.write_bytes(content)
    source = read_source(path)
    assert (source.text, source.markup, source.document.id, source.document.source) == (text, markup, "a.b", str(path))


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("x.txt", b"", "is empty"),
        ("x.txt", b"\xef\xbb\xbf \n\t\r\n", "is empty"),
        ("x.md", "\u3000\n \xa0".encode(), "holds no text"),
        ("x.html", b"<html><body> </body></html>", "holds no text"),
        ("x.txt", pdf(), r"looks like PDF, not plain text as its name says; rename it to end in \.pdf"),
        ("x.txt", PNG, "looks like a PNG picture, not plain text"),
        ("x.txt", word(), r"looks like a Word document \(DOCX\), not plain text"),
        ("x.txt", b"<!DOCTYPE html><html><p>x", "looks like HTML, not plain text"),
        ("x.txt", b"{\\rtf1 words}", "looks like a Rich Text"),
        ("x.pdf", b"only words", r"looks like plain text, not PDF as its name says; rename it to end in \.txt"),
        ("x.docx", b"only words", "looks like plain text, not a Word document"),
        ("x.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "an old or password-protected Office file"),
        ("x.docx", b"PK\x05\x06" + bytes(18), "a broken DOCX file"),
        ("x.html", b"only words", "looks like plain text, not HTML"),
        ("x.txt", bytes(range(256)) * 9, "holds binary data"),
        ("x.xyz", b"words", "not a kind that is read"),
        ("x.md", b"---\ntitle: only this\n---\n", "holds no text"),
    ],
)
def test_bad_files_are_refused_in_one_line(tmp_path, name, content, says):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(InputError, match=says) as caught:
        read_source(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(InputError, match="does not exist"):
        read_source(tmp_path / "gone.txt")


def test_a_folder_with_the_name_of_a_document_is_refused(tmp_path):
    (tmp_path / "x.txt").mkdir()
    with pytest.raises(InputError, match="cannot be read"):
        read_source(tmp_path / "x.txt")


def test_a_file_without_permission_is_refused(tmp_path):
    path = tmp_path / "x.txt"
    path.write_text("words")
    path.chmod(0)
    root = os.geteuid() == 0  # root may read everything: be somebody else for a moment
    if root:
        os.seteuid(65534)
    try:
        with pytest.raises(InputError, match="may not be read; change its permissions"):
            read_source(path)
    finally:
        if root:
            os.seteuid(0)


def test_a_huge_file_is_refused_without_reading_it(tmp_path):
    path = tmp_path / "x.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000_000)
    with pytest.raises(InputError, match="has 200000 MB, more than 100"):
        read_source(path)


def test_a_huge_line_is_refused(monkeypatch):
    monkeypatch.setattr(extract.files, "LONGEST_LINE", 1000)
    assert read_stream("-", b"words \n" * 1000).document.id == "stdin"
    assert read_stream("-", b"words \r" * 1000).text.count("\n") == 1000
    with pytest.raises(InputError, match="has a line of more than"):
        read_stream("-", b"words\n" * 100 + b"words " * 200 + b"\n")


def test_a_name_that_cannot_be_printed_is_refused(tmp_path):
    path = Path(os.fsdecode(os.fsencode(str(tmp_path)) + b"/bad\xff.txt"))
    path.write_text("words")
    (found,) = find_files([str(tmp_path)])
    with pytest.raises(InputError, match="rename it") as caught:
        read_source(found)
    assert str(caught.value).encode("utf-8")


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (pdf(), "Words of a page"),
        (word(), "Words of a document"),
        (b"<!doctype html><p>a<p>b", "a\n\nb"),
        (b"<p>a</p><p>b", "a\n\nb"),
        ("<html><p>中国".encode("utf-16"), "中国"),
        (b"plain <b>", "plain <b>"),
    ],
    ids=["pdf", "docx", "page", "piece-of-a-page", "utf-16-page", "text"],
)
def test_standard_input_is_told_by_its_content(content, text):
    source = read_stream("-", content)
    assert (source.text, source.document.id, source.document.source) == (text, "stdin", "-")


def test_brackets_without_end_are_text():
    assert read_stream("-", b"words " + b"[" * 10_000 + b"]" * 10_000).document.kind == "other"


def test_front_matter_is_taken_out_and_the_map_kept():
    source = read_stream("-", b"---\r\ntitle: On machines\r\ntags: [a]\r\n---\r\nThe text.\r\n")
    assert source.text == "The text.\n"
    assert source.to_file.spans(0, 4) == ((41, 45),)
    assert source.document.title == "On machines"
    assert [(skip.place, skip.reason.partition(";")[0]) for skip in source.skipped] == [("standard input, front matter", "tags: unknown key")]


def test_a_sidecar_that_is_wrong_is_a_data_error(tmp_path):
    (tmp_path / "x.txt").write_text("words")
    (tmp_path / "x.meta.yaml").write_text("titel: words")
    with pytest.raises(DataError, match=r"x\.meta\.yaml: titel: unknown key"):
        read_source(tmp_path / "x.txt")


STARTS = [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b"---\n", b"\xff\xfe", b"# a\n- b\n", b"\xef\xbb\xbf", b"{\\rtf", b"BM", b"title: [" * 9]


@given(st.sampled_from(STARTS), st.binary(max_size=120) | st.text(max_size=60).map(str.encode))
def test_any_bytes_give_a_source_or_an_input_error(start, rest):
    try:
        said = read_stream("-", start + rest).text
    except InputError as error:
        said = str(error)
        assert "\n" not in said
    assert said.strip()


def test_the_originals_lead_back_to_their_own_characters(corpus):
    for path in sorted(corpus.glob("*.txt")):
        source, original = read_source(path), path.read_text(encoding="utf-8")
        ((start, end),) = source.to_file.spans(0, len(source.text))
        assert source.text == original[start:end]
