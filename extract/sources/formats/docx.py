"""DOCX as Markdown-like text, in the order of the document: bytes in, text out. Automatic numbers are written out, notes stand at the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import docx
from docx.oxml import parse_xml

from extract.sources.formats import Converted
from extract.sources.formats.docx_elements import PASSED_OVER, before, blocks, left_out, outline, parts, raised, separated, span, superscript
from extract.sources.formats.inline import Inline
from extract.sources.formats.numbering import Mark, Numbering
from extract.sources.formats.package import safe_package
from extract.sources.formats.styles import Style, W, list_place, read_styles
from extract.sources.formats.tables import Grid, GridCell, write_table
from extract.sources.weave import Weaver, Woven
from graph.errors import InputError
from graph.sourcemap import SourceMap

_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "\u00ad"}


def read_docx(content: bytes, place: str) -> Converted:
    """The document's text; headers, footers and comments are named as left out.

    Raises:
        InputError: the file is broken, has a password, or is too large when unpacked.
    """
    package = safe_package(content, place)
    try:
        document = docx.Document(package)
        reader = _Reader.of(document)
        text = reader.read(document.element.body)
        skipped = tuple(left_out(document, place))
    except Exception as error:  # whatever the library meets in a broken file
        raise InputError(f"{place}: a broken DOCX file ({type(error).__name__}); open it in a word processor and save it again") from None
    return Converted(Woven(text, SourceMap.identity(len(text)), skipped))


@dataclass(slots=True)
class _Reader:
    styles: dict[str, Style]
    numbering: Numbering
    notes: dict[tuple[str, str], Any]
    called: dict[tuple[str, str], int] = field(default_factory=dict)  # notes in the order of their calls, with their numbers
    blocks: list[tuple[bool, str]] = field(default_factory=list)  # whether it is a bullet, and its text
    boxes: list[Any] = field(default_factory=list)  # text boxes of the present paragraph

    @classmethod
    def of(cls, document: Any) -> _Reader:
        numbering = next((part for name, part in parts(document) if name == "numbering"), None)
        notes = {
            (kind, note.get(f"{W}id")): note
            for kind in ("footnote", "endnote") for name, part in parts(document) if name == f"{kind}s"
            for note in parse_xml(part.blob).iter(f"{W}{kind}") if note.get(f"{W}type") in (None, "normal")
        }  # fmt: skip
        return cls(read_styles(document.styles.element), Numbering.read(None if numbering is None else parse_xml(numbering.blob)), notes)

    def read(self, body: Any) -> str:
        for block in blocks(body):
            if block.tag == f"{W}tbl":
                self._table(block)
            else:
                self._paragraph(block)
        waiting = list(self.called)
        for number, note in enumerate(waiting, 1):
            words = " ".join(" ".join(self._words(paragraph).split()) for paragraph in self.notes[note].iter(f"{W}p"))
            self.blocks.append((True, f"<sup>{number}</sup> {words.strip()}"))
            waiting.extend(list(self.called)[len(waiting) :])  # a note may call another
        return "".join(separated(self.blocks))

    def _paragraph(self, paragraph: Any) -> None:
        properties = paragraph.find(f"{W}pPr")
        named = None if properties is None else properties.find(f"{W}pStyle")
        style = self.styles.get("" if named is None else named.get(f"{W}val") or "", Style())
        words = self._words(paragraph).strip()
        mark = self._mark(list_place(properties) or style.place) if words else None
        if mark is None and style.bullet:
            mark = Mark("-", 0, bullet=True)
        heading = outline(properties) or style.heading
        if words and heading:
            self.blocks.append((False, " ".join(["#" * heading, *([mark.text] if mark and not mark.bullet else []), *words.split()])))
        elif words:
            self.blocks.append((mark is not None and mark.bullet, before(mark) + words))
        self._boxes()

    def _boxes(self) -> None:
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            for block in blocks(box):
                if block.tag == f"{W}p":
                    self._paragraph(block)
                else:
                    self._table(block)

    def _mark(self, place: tuple[str, int] | None) -> Mark | None:
        return None if place is None or place[0] in ("", "0") else self.numbering.next(*place)

    def _words(self, element: Any) -> str:
        return "".join(self._inline(element))

    def _inline(self, element: Any) -> Iterator[str]:
        for child in element:
            tag = child.tag
            if tag in PASSED_OVER:
                continue
            if tag == f"{W}t":
                yield child.text or ""
            elif tag in _SIGNS:
                yield _SIGNS[tag]
            elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                yield self._call(tag.removeprefix(W).removesuffix("Reference"), child.get(f"{W}id"))
            elif tag == f"{W}txbxContent":
                self.boxes.append(child)
            elif tag == f"{W}r" and raised(child):
                yield superscript("".join(self._inline(child)))
            else:
                yield from self._inline(child)

    def _call(self, kind: str, name: str) -> str:
        if (kind, name) not in self.notes:
            return ""
        return f"<sup>{self.called.setdefault((kind, name), len(self.called) + 1)}</sup>"

    def _table(self, table: Any) -> None:
        grid = Grid()
        above: dict[int, Inline] = {}
        for row in table.iter(f"{W}tr"):
            if next(row.iterancestors(f"{W}tbl")) is table:
                grid.rows.append(list(self._cells(row, above, header=not grid.rows)))
        if grid.is_data():
            weaver = Weaver()
            write_table(weaver, grid)
            self.blocks.append((False, weaver.woven().text))
        else:
            self.blocks.extend((False, cell.words.text) for cell in grid.cells() if cell.words.text)

    def _cells(self, row: Any, above: dict[int, Inline], *, header: bool) -> Iterator[GridCell]:
        column = 0
        for cell in row.iter(f"{W}tc"):
            if next(cell.iterancestors(f"{W}tr")) is not row:
                continue
            width, merged = span(cell)
            words = Inline()
            if merged:
                words = above.get(column, words)
            else:
                for paragraph in cell.iter(f"{W}p"):
                    words.break_line()
                    words.mark(self._words(paragraph).strip())
            above[column] = words
            column += width
            yield GridCell(words, header, columns=width)
