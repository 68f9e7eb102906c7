"""HTML as Markdown-like text: headings, paragraphs, lists, tables, quotations. Decoded page in, text with its exact map out; pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from extract.sources.formats import Converted
from extract.sources.formats.blocks import Blocks
from extract.sources.formats.elements import CELLS, HEADINGS, LEFT_OUT, LISTS, TRACKED, VOID, marks, number, outer_tables
from extract.sources.formats.inline import Inline
from extract.sources.formats.tables import Grid, GridCell
from extract.sources.formats.tokens import Token, attributes, tokens
from graph.records import Skipped


def read_html(page: str, place: str) -> Converted:
    """The page's text; its ``<title>`` goes with it, what was left out is named and counted."""
    reader = _Page(page)
    for token in tokens(page):
        reader.take(token)
    reader.finish()
    words = reader.first_words
    skipped = [Skipped(place, f"<{name}> left out, {times} of them", words.get(name, "")) for name, times in sorted(reader.left_out.items())]
    if reader.overflow:
        skipped.append(Skipped(place, "cells that span more rows and columns than any table has were cut"))
    return Converted(reader.blocks.weaver.woven(*skipped), title=reader.title.text or None)


@dataclass(slots=True)
class _Table:
    grid: Grid
    cell: GridCell | None = None


class _Page:
    def __init__(self, page: str) -> None:
        self.page = page
        self.blocks = Blocks()
        self.open: list[str] = []  # tracked elements, outermost first
        self.count = Counter[str]()  # how many of each are open
        self.tables: list[_Table | None] = []  # None: a table for the look of the page, whose cells are blocks
        self.layout_tables = outer_tables(page)
        self.title = Inline()
        self.hidden: list[str] = []  # open elements that are left out
        self.left_out = Counter[str]()
        self.first_words: dict[str, str] = {}
        self.overflow = False

    @property
    def cell(self) -> GridCell | None:
        return self.tables[-1].cell if self.tables and self.tables[-1] else None

    @property
    def words(self) -> Inline:
        if self.count["title"] and self.count["head"]:
            return self.title
        return self.blocks.words if self.cell is None else self.cell.words

    def take(self, token: Token) -> None:
        match token.kind:
            case "text":
                self._text(token)
            case "open":
                self._open(token)
            case "close":
                self._close(token.name)

    def finish(self) -> None:
        """Ends what the page left open."""
        if self.open:
            self._close(self.open[0], every=True)
        self.blocks.flush()

    def _text(self, token: Token) -> None:
        if self.hidden:
            hidden = self.hidden[-1]
            if len(self.first_words.get(hidden, "")) < 80 and hidden not in ("script", "style"):
                words = " ".join(self.page[token.start : min(token.end, token.start + 400)].split())
                self.first_words[hidden] = f"{self.first_words.get(hidden, '')} {words}".strip()[:120]
        elif self.count["pre"]:
            self.words.add_raw(self.page, token.start, token.end)
        else:
            self.words.add(self.page, token.start, token.end)

    def _open(self, token: Token) -> None:
        name = token.name
        if name == "br" and not self.hidden:
            self.words.break_line()
        if name not in TRACKED or (name in VOID and name != "hr"):
            return
        if self.page[token.end - 2] == "/" and name in LEFT_OUT:
            return
        if name in LEFT_OUT:
            self.left_out[name] += 1
            self.hidden.append(name)
        elif not self.hidden:
            self._begin(token)
        if name not in VOID:
            self.open.append(name)
            self.count[name] += 1

    def _close(self, name: str, *, every: bool = False) -> None:
        if not self.count[name]:
            if name == "p" and not self.hidden:
                self._boundary()
            return
        while True:
            innermost = self.open.pop()
            self.count[innermost] -= 1
            if innermost in LEFT_OUT:
                self.hidden.pop()
            elif not self.hidden:
                self._end(innermost)
            if not self.open or (innermost == name and not every):
                return

    def _begin(self, token: Token) -> None:
        name = token.name
        if name == "table":
            self._boundary()
            self.tables.append(None if token.start in self.layout_tables or self.cell is not None else _Table(Grid()))
        elif self.tables and name in ("tr", "td", "th"):
            self._begin_cell(token)
        elif name == "sup":
            self.words.mark("<sup>")
        elif self.cell is not None:
            self._boundary("; " if name == "li" else "\n")
        elif name in LISTS:
            self.blocks.begin_list(marks(token, self.page))
        elif name == "li":
            self.blocks.begin_item(attributes(self.page, token).get("value", ""))
        elif name == "blockquote":
            self.blocks.begin_quote()
        elif name in HEADINGS:
            self.blocks.flush()
            self.blocks.heading = HEADINGS[name]
        elif name not in ("title", "head"):
            self._boundary()

    def _begin_cell(self, token: Token) -> None:
        table = self.tables[-1]
        if table is None:
            self._boundary()
            return
        if token.name == "tr" or not table.grid.rows:
            table.cell = None
            table.grid.rows.append([])
        if token.name != "tr":
            given = attributes(self.page, token)
            table.cell = GridCell(Inline(), token.name == "th", number(given.get("colspan", "")), number(given.get("rowspan", "")))
            table.grid.rows[-1].append(table.cell)

    def _end(self, name: str) -> None:
        if name == "sup":
            self.words.mark("</sup>")
        elif name == "table":
            self._end_table()
        elif name in CELLS and self.tables and self.tables[-1]:
            self.tables[-1].cell = None
        elif self.cell is not None:
            self._boundary()
        elif name in LISTS:
            self.blocks.end_list()
        elif name == "blockquote":
            self.blocks.end_quote()
        elif name not in ("title", "head"):
            self._boundary()
            self.blocks.heading = 0 if name in HEADINGS else self.blocks.heading

    def _end_table(self) -> None:
        table = self.tables.pop() if self.tables else None
        self._boundary()
        if table is None:
            return
        if table.grid.is_data():
            self.blocks.table(table.grid)
            self.overflow = self.overflow or table.grid.overflow
        else:
            for cell in table.grid.cells():
                self.blocks.words = cell.words
                self.blocks.flush()

    def _boundary(self, mark: str = "\n") -> None:
        if self.cell is not None:
            self.cell.words.break_line(mark)
        else:
            self.blocks.flush()
