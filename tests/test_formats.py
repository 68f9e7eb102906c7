"""Formats: HTML with exact places, DOCX with its automatic numbers and notes, PDF page by page; broken files are refused in one line."""

import io
import time
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen import canvas

from extract.files import read_stream
from extract.sources.formats.html import read_html
from extract.sources.formats.numerals import numeral
from extract.sources.formats.pdf import read_pdf
from extract.sources.formats.plain import looks_like_markdown
from graph.errors import InputError


def as_text(page):
    return read_html(page, "x").woven.text


def docx_bytes(document):
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def docx_text(document):
    return read_stream("-", docx_bytes(document)).text


def pdf_bytes(*pages, encrypt=None):
    stream = io.BytesIO()
    writer = canvas.Canvas(stream, encrypt=encrypt)
    for lines in pages:
        for number, line in enumerate(lines):
            writer.drawString(72, 700 - 15 * number, line)
        if not lines:
            writer.rect(72, 72, 300, 300, fill=1)
        writer.showPage()
    writer.save()
    return stream.getvalue()


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<h1>One</h1><h3>Two <em>three</em></h3>", "# One\n\n### Two three"),
        ("<p>a\n  b<p>c<br>d", "a b\n\nc\nd"),
        ("<p>中国\n代表 发言</p>", "中国代表 发言"),
        ("<p>caf&eacute; &#20013;&#x56fd; &amp;c &lt;3 AT&T &unknown;</p>", "café 中国 &c <3 AT&T &unknown;"),
        ("<ul><li>a<li>b<ul><li>c</li></ul></li></ul><p>d", "- a\n- b\n  - c\n\nd"),
        ("<ol start=3><li>a<li value=7>b</ol>", "3. a\n7. b"),
        ("<ol type=a><li><p>x</p><p>y</p></li></ol>", "a. x\n   y"),
        ("<blockquote><p>q</p></blockquote>r", "> q\n\nr"),
        ("<p>word<sup>3</sup>.", "word<sup>3</sup>."),
        ("<h2><div>In a box</div></h2>", "## In a box"),
        ("<pre>a\n  b &lt;c</pre>", "a\n  b <c"),
        ("<p>see <a href='http://x.example/?a>b'>the link</a></p>", "see the link"),
        ("a < b and <3", "a < b and <3"),
        ("<dl><dt>T<dd>D</dl>", "T\n\nD"),
    ],
    ids=[
        "headings",
        "paragraphs",
        "cjk-wrap",
        "references",
        "nested",
        "numbers",
        "letters",
        "quotation",
        "sup",
        "boxed-heading",
        "pre",
        "link",
        "bare",
        "dl",
    ],
)
def test_html_blocks(page, text):
    assert as_text(page) == text


@pytest.mark.parametrize(
    ("page", "text"),
    [
        (
            "<table><caption>Table 1</caption><thead><tr><th>State<th>Vote</thead><tr><td>Chile<td>for<tr><td>A|B<td></table>",
            "Table 1\n\n| State | Vote |\n|---|---|\n| Chile | for |\n| A\\|B |  |",
        ),
        (
            "<table><tr><th rowspan=2>State<th colspan=2>Position<tr><th>for<th>against<tr><td rowspan=2>Chile<td>x<td>y<tr><td>z<td></table>",
            "| State | Position | Position |\n|---|---|---|\n| State | for | against |\n| Chile | x | y |\n| Chile | z |  |",
        ),
        ("<table><tr><td>a<td>b<tr><td colspan=2>wide</table>", "| a | b |\n|---|---|\n| wide |  |"),
        ("<table><tr><td>a<td>one<br>two<tr><td>b<td><ul><li>c</li><li>d</li></ul></table>", "| a | one two |\n|---|---|\n| b | c; d |"),
        (
            "<table><tr><td><h2>Head</h2><p>Text<table><tr><td>a<td>b<tr><td>c<td>d</table></table>",
            "## Head\n\nText\n\n| a | b |\n|---|---|\n| c | d |",
        ),
        ("<table><tr><td>only<tr><td>column</table>", "only\n\ncolumn"),
    ],
    ids=["plain", "spans", "wide-cell", "breaks", "layout-table", "one-column"],
)
def test_html_tables(page, text):
    assert as_text(page) == text


def test_what_is_no_text_of_the_page_is_named():
    converted = read_html(
        "<title>T &amp; U</title><head><title>T &amp; U</title></head><nav>Go home</nav><p>x<script>1<2</script><footer>(c)</footer>", "x"
    )
    assert converted.woven.text.endswith("x")
    assert converted.title == "T & U"
    assert [(skip.reason, skip.text) for skip in converted.woven.skipped] == [
        ("<footer> left out, 1 of them", "(c)"),
        ("<nav> left out, 1 of them", "Go home"),
        ("<script> left out, 1 of them", ""),
    ]


PARTS = ["<p>", "</p>", "<ul>", "<li>", "</ul>", "<table>", "<tr>", "<td>", "<th rowspan=2>", "</table>", "<nav>", "</nav>", "<h2>", "</h2>", "<br>"]
PARTS += [
    "<sup>",
    "</sup>",
    "<pre>",
    "</pre>",
    "&amp;",
    "&#20013;",
    "中国\n文字",
    "a | b",
    " words  here ",
    "<",
    "<!--",
    "-->",
    "<script>",
    "\r\n",
    "<a b='",
]


@given(st.lists(st.sampled_from(PARTS), max_size=25).map("".join))
def test_html_leads_back_to_the_same_characters(page):
    woven = read_html(page, "x").woven
    last = 0
    for start, source, length in woven.source_map.runs:
        assert start >= last
        last = start + length
        for new, old in zip(woven.text[start:last], page[source : source + length], strict=True):
            assert new == old or (new == " " and old in "\r\n") or old == "&"


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 100_000 + "x",
        "<blockquote>x" * 10_000,
        "<table><tr><td>" * 10_000 + "x",
        "<ul><li>x" * 10_000,
        "<" * 100_000,
        "<a '" * 50_000 + '"',
        "<!--" * 50_000,
        "<script>" * 50_000,
        "&" * 100_000,
        "<table>" + "<td colspan=999 rowspan=999>x" * 2000 + "<tr>" * 2000,
        "<div>" * 50_000 + "</ul>" * 50_000,
        "<nav>" + "<div>x" * 30_000,
        "[" * 10_000 + "]" * 10_000,
    ],
    ids=[
        "deep",
        "quotations",
        "tables",
        "lists",
        "angles",
        "quotes",
        "comments",
        "scripts",
        "ampersands",
        "spans",
        "unmatched",
        "in-nav",
        "brackets",
    ],
)
def test_hostile_pages_cost_no_more_than_others(page):
    began = time.process_time()
    text = as_text(page)
    assert time.process_time() - began < 3
    assert len(text) < 50 * len(page)


def test_docx_in_the_order_of_the_document():
    document = docx.Document()
    document.add_heading("On machines", 0)
    document.add_heading("Talks", 2)
    document.add_paragraph("First words.")
    table = document.add_table(2, 3)
    table.cell(0, 0).text = "State"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "Position"
    table.cell(1, 0).text = "Chile"
    document.add_paragraph("one", style="List Bullet")
    document.add_paragraph("two", style="List Bullet")
    document.add_paragraph("Last words.")
    assert docx_text(document) == (
        "# On machines\n\n## Talks\n\nFirst words.\n\n| State | Position | Position |\n|---|---|---|\n| Chile |  |  |\n\n- one\n- two\n\nLast words."
    )


def numbered(document, levels):
    """A document's paragraphs numbered by a list of its own: (words, depth) each; ``levels``: style and pattern."""
    root = document.part.numbering_part.element
    inside = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{pattern}"/></w:lvl>'
        for depth, (style, pattern) in enumerate(levels)
    )
    root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{inside}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))


def add_numbered(document, words, depth):
    paragraph = document.add_paragraph(words)
    place = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="90"/></w:numPr>'
    paragraph._p.get_or_add_pPr().append(parse_xml(place))


@pytest.mark.parametrize(
    ("levels", "marks"),
    [
        ([("decimal", "%1."), ("lowerLetter", "(%2)")], ["1. a", "2. b", "  (a) c", "  (b) d", "3. e", "  (a) f"]),
        ([("upperRoman", "%1."), ("decimal", "%1.%2")], ["I. a", "II. b", "  II.1 c", "  II.2 d", "III. e", "  III.1 f"]),
        ([("chineseCounting", "%1、"), ("bullet", "•")], ["一、a", "二、b", "  - c", "  - d", "三、e", "  - f"]),
    ],
    ids=["united-nations", "roman", "chinese"],
)
def test_docx_automatic_numbers_are_written_out(levels, marks):
    document = docx.Document()
    numbered(document, levels)
    for words, depth in zip("abcdef", (0, 0, 1, 1, 0, 1), strict=True):
        add_numbered(document, words, depth)
    assert [line for line in docx_text(document).split("\n") if line] == marks


NOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"


def with_notes(document, notes):
    from docx.opc.constants import CONTENT_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    inside = "".join(
        f'<w:footnote w:id="{key}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>' for key, text in notes.items()
    )
    separator = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    blob = f"<w:footnotes {nsdecls('w')}>{separator}{inside}</w:footnotes>".encode()
    document.part.relate_to(Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, blob, document.part.package), NOTES)


def test_docx_notes_stand_at_the_end_in_the_order_of_their_calls():
    document = docx.Document()
    with_notes(document, {"7": "Second note.", "9": "First note."})
    paragraph = document.add_paragraph("Words")
    for key, words in (("9", " go on"), ("7", ".")):
        paragraph._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:footnoteReference w:id="{key}"/></w:r>'))
        paragraph.add_run(words)
    assert docx_text(document) == "Words<sup>1</sup> go on<sup>2</sup>.\n\n<sup>1</sup> First note.\n<sup>2</sup> Second note."


def test_docx_deleted_words_are_gone_and_inserted_ones_there():
    document = docx.Document()
    paragraph = document.add_paragraph("We ")
    for xml in ("<w:del {0}><w:r><w:delText>do not </w:delText></w:r></w:del>", "<w:ins {0}><w:r><w:t>support it</w:t></w:r></w:ins>"):
        paragraph._p.append(parse_xml(xml.format(nsdecls("w"))))
    assert docx_text(document) == "We support it"


def bomb(*, declared=None):
    """A DOCX file whose text unpacks to 300 MB, of which its directory may tell only ``declared`` bytes."""
    stream = io.BytesIO(docx_bytes(docx.Document()))
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as package, package.open("word/extra.xml", "w") as part:
        for _ in range(300):
            part.write(b" " * 1_000_000)
    content = stream.getvalue()
    if declared is not None:
        content = content.replace((300_000_000).to_bytes(4, "little"), declared.to_bytes(4, "little"))
    return content


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (bomb, "unpacks to 300 MB"),
        (lambda: bomb(declared=1000), "broken DOCX"),
        (lambda: docx_bytes(docx.Document())[:9000], "broken ZIP"),
        (lambda: docx_bytes(docx.Document()).replace(b"word/document.xml", b"word/dokument.xml"), "a ZIP archive"),
        (lambda: docx_bytes(docx.Document()), "holds no text"),
        (lambda: pdf_bytes(["words"], encrypt=StandardEncryption("secret", "owner")), "is protected by a password"),
        (lambda: pdf_bytes([], []), "has no text, its 2 pages are pictures"),
        (lambda: pdf_bytes(["words"])[:300], "a broken PDF file"),
        (lambda: b"%PDF-1.7 and nothing", "a broken PDF file"),
    ],
    ids=["bomb", "lying-bomb", "cut-docx", "no-docx", "empty-docx", "password", "scanned", "cut-pdf", "no-pdf"],
)
def test_broken_files_are_refused_in_one_line(content, says):
    with pytest.raises(InputError, match=says) as caught:
        read_stream("-", content())
    assert "\n" not in str(caught.value)


def test_a_broken_part_of_a_docx_file_is_refused():
    source, target = io.BytesIO(docx_bytes(docx.Document())), io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"<broken" if name == "word/document.xml" else old.read(name))
    with pytest.raises(InputError, match="a broken DOCX file"):
        read_stream("-", target.getvalue())


def test_pdf_pages_and_lines():
    converted = read_pdf(pdf_bytes(["First line", "second line"], [], ["Third page"]), "x.pdf")
    assert converted.woven.text == "First line\nsecond line\f\fThird page"
    assert [skip.place for skip in converted.woven.skipped] == ["x.pdf p.2"]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["The auto-", "mation of work", "goes on"], "The automation\nof work\ngoes on"),
        (["Talks in the long-", "term view; a long-term view", "holds"], "Talks in the long-term\nview; a long-term view\nholds"),
    ],
    ids=["split-word", "word-with-a-hyphen"],
)
def test_pdf_words_split_at_the_line_end_are_whole(lines, text):
    assert read_pdf(pdf_bytes(lines), "x.pdf").woven.text == text


def test_a_pdf_without_a_user_password_is_read():
    assert read_pdf(pdf_bytes(["words"], encrypt=StandardEncryption("", "owner")), "x.pdf").woven.text == "words"


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("# One\n\ntext\n\n- item\n", True),
        ("## A\n\n## B\n", True),
        ("# A\n| a | b |\n|---|---|\n", True),
        ("# only\ntext", False),
        ("- a\n- b\n", False),
    ],
    ids=["items", "headings", "table", "one-heading", "no-heading"],
)
def test_the_shape_of_markdown(text, markdown):
    assert looks_like_markdown(text) is markdown


@pytest.mark.parametrize(("name", "markdown"), [("000", False), ("001", False), ("002", True)])
def test_the_markup_of_the_originals(corpus, name, markdown):
    assert looks_like_markdown(next(corpus.glob(f"{name}_*.txt")).read_text(encoding="utf-8")) is markdown


@pytest.mark.parametrize(
    ("number", "style", "mark"),
    [
        (28, "lowerLetter", "bb"),
        (9, "upperRoman", "IX"),
        (3, "ganada", "다"),
        (21, "chineseCounting", "二十一"),
        (10, "chineseCounting", "十"),
        (2, "odd", "2"),
        (3, "decimalEnclosedCircle", "③"),
    ],
)
def test_numerals(number, style, mark):
    assert numeral(number, style) == mark
