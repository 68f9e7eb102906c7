"""Files: from paths and streams to sources. Each bad one gives an InputError of one line: what, where, what to do."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

from extract.source import Source
from extract.sources.clean import clean
from extract.sources.decode import decode
from extract.sources.formats import Converted
from extract.sources.formats.docx import read_docx
from extract.sources.formats.html import read_html
from extract.sources.formats.kinds import EXTENSIONS, is_fragment, mismatch, recognise
from extract.sources.formats.pdf import read_pdf
from extract.sources.formats.plain import read_plain
from extract.sources.frontmatter import split_front_matter
from extract.sources.metadata import describe
from extract.sources.places import find_files, shown, unread, why
from graph.errors import InputError
from graph.ids import content_id
from graph.records import Document

__all__ = ["find_files", "read_source", "read_stream"]

LARGEST = 100_000_000  # bytes of a file
LONGEST_LINE = 20_000_000  # bytes of a line of text


def read_source(path: Path) -> Source:
    """A file as a source; what it is called by is its name without the last extension.

    Raises:
        InputError: it cannot be read; the line says what, where and what to do.
        DataError: its sidecar breaks the schema.
    """
    place = shown(path)
    expected = EXTENSIONS.get(path.suffix.lower())
    if expected is None:
        raise InputError(f"{place}: {unread(path)}")
    if shown(path.name) != path.name:
        raise InputError(f"{place}: its name has characters that cannot be printed; rename it")
    content = _content(path, place)
    found = _kind(content, place)
    wrong = mismatch(expected, found)
    if wrong is not None:
        raise InputError(f"{place}: {wrong}")
    return _source(content, found if found in ("html", "pdf") else expected, place, name=path.stem, path=path)


def read_stream(name: str, content: bytes) -> Source:
    """Bytes without a file, as from standard input (``-``); what they are is told by what they begin with.

    Raises:
        InputError: they are no document that can be read.
    """
    place = "standard input" if name == "-" else shown(name)
    if len(content) > LARGEST:
        raise _too_large(place, len(content))
    kind = _kind(content, place)
    if kind not in EXTENSIONS.values():
        raise InputError(f"{place}: looks like {kind}; give the document as text, HTML, DOCX or PDF")
    kind = "html" if kind == "text" and is_fragment(content) else kind
    source = _source(content, kind, place, name="stdin" if name == "-" else Path(shown(name)).stem)
    return replace(source, document=replace(source.document, source=name))


def _content(path: Path, place: str) -> bytes:
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size > LARGEST:
                raise _too_large(place, size)
            content = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise InputError(f"{place}: {why(error)}") from None
    if len(content) > LARGEST:
        raise _too_large(place, len(content))
    return content


def _too_large(place: str, size: int) -> InputError:
    return InputError(f"{place}: has {size // 1_000_000} MB, more than {LARGEST // 1_000_000}; split it into several files")


def _kind(content: bytes, place: str) -> str:
    if not content.strip(b" \t\r\n\v\f\0\xef\xbb\xbf\xfe\xff"):
        raise InputError(f"{place}: is empty; give a file with text in it")
    return recognise(content)


def _source(content: bytes, kind: str, place: str, *, name: str, path: Path | None = None) -> Source:
    converted = _convert(content, kind, place)
    cleaned = clean(converted.woven.text, place)
    text, to_file = cleaned.text, cleaned.source_map.through(converted.woven.source_map)
    front = split_front_matter(text, place) if kind in ("text", "markdown") else None
    if front is not None:
        text, to_file = text[front.end :], to_file.cut(front.end, len(text))
    if not re.search(r"[^\W_]", text):
        raise InputError(f"{place}: holds no text; give a file with text in it")
    description = describe(text, converted.markup, path, given=front, title=converted.title)
    document = Document(name, content_id(content), source="-" if path is None else str(path), **description)
    skipped = converted.woven.skipped + cleaned.skipped + (() if front is None else front.skipped)
    extracted = converted.woven.text if kind in ("pdf", "docx") else None
    return Source(document, text, converted.markup, to_file, skipped, content, extracted)


def _convert(content: bytes, kind: str, place: str) -> Converted:
    if kind == "pdf":
        return read_pdf(content, place)
    if kind == "docx":
        return read_docx(content, place)
    _refuse_long_lines(content, place)
    text = decode(content, place).text
    if kind != "html":
        return read_plain(text, markdown=kind == "markdown")
    if not re.search(r"<[A-Za-z!/]", text):
        raise InputError(f"{place}: looks like plain text, not HTML as its name says; rename it to end in .txt")
    return read_html(text, place)


def _refuse_long_lines(content: bytes, place: str) -> None:
    at = 0
    while len(content) - at > LONGEST_LINE:
        end = max(content.rfind(b"\n", at, at + LONGEST_LINE), content.rfind(b"\r", at, at + LONGEST_LINE))
        if end < 0:
            raise InputError(f"{place}: has a line of more than {LONGEST_LINE // 1_000_000} MB, which no text has; break it into lines")
        at = end + 1
