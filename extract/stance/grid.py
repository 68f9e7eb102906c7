"""Grids: a table's rows and columns, with what its heads say. A table passage in; a grid out; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.citations.authors import find_author_years
from extract.reading import Reading
from extract.stance.labels import Label, Target, find_targets, read_label
from graph.records import Cell, Passage, Table


@dataclass(frozen=True, slots=True)
class Head:
    """A column's or row's head: its words, the label they are, the proposal they name."""

    text: str
    label: Label | None
    targets: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as rows and columns of cells."""

    reading: Reading
    passage: Passage
    table: Table
    heads: dict[int, Head]
    body: dict[tuple[int, int], Cell]
    caption: str

    def text(self, cell: Cell) -> str:
        return self.passage.text[cell.start : cell.end]

    def row(self, number: int) -> list[Cell]:
        return [cell for (row, _), cell in sorted(self.body.items()) if row == number]

    def column(self, number: int) -> list[Cell]:
        return [cell for (_, column), cell in sorted(self.body.items()) if column == number]


def read_grid(reading: Reading, passage: Passage) -> Grid | None:
    """The grid of a table passage; ``None`` where it holds no cells. Without marked heads the first row is the head."""
    table = passage.table
    if table is None or not table.cells:
        return None
    top = min(cell.row for cell in table.cells)
    headed = {cell.row for cell in table.cells if cell.header} or {top}
    heads: dict[int, Head] = {}
    for cell in table.cells:
        if cell.row in headed:
            text = " ".join(filter(None, (heads[cell.column].text if cell.column in heads else "", passage.text[cell.start : cell.end])))
            heads[cell.column] = _head(text)
    body = {(cell.row, cell.column): cell for cell in table.cells if cell.row not in headed}
    caption = passage.text[slice(*table.caption)] if table.caption is not None else ""
    return Grid(reading, passage, table, heads, body, caption)


def _head(text: str) -> Head:
    spaced = re.sub(r"(?<=[\uac00-\ud7a3])\s(?=[\uac00-\ud7a3]$)", "", text)  # «기 타»: letters set apart
    return Head(text, read_label(text) or read_label(spaced), tuple(find_targets(text)))


def source_work(grid: Grid) -> str | None:
    """The work that the table was taken from, by the author and year of its source line."""
    if grid.table.source is None:
        return None
    start, end = grid.table.source
    works = [w.found.id for w in find_author_years(grid.reading, grid.passage) if start <= w.found.start and w.found.end <= end]
    return works[0] if len(works) == 1 else None
