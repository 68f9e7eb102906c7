"""Tables of positions: states under the head of a stance, stances beside states, stances beside lists of states. A table in; claims out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.reading import Finding, Reading
from extract.stance.claims import Source, position
from extract.stance.context import Theme, theme_of
from extract.stance.grid import Grid, Head, read_grid, source_work
from extract.stance.labels import ON_VOTES, Stance, Target, find_targets, read_label, written_date
from extract.stance.names import Holder, group_of, is_name, read_names
from extract.stance.words import stance_pattern
from graph.records import Cell, Passage, Skipped

_INFERRED = 0.8  # confidence where the columns were rebuilt
_NUMBER = re.compile(r"\**\s*(\d{1,3})\s*\**")
_CLAUSES = re.compile(r"[;；。]|\.\s")  # what says more than one thing is no label, but read as words
_FEWEST = 0.5  # of the cells beside the answers must name someone


def read_stance_table(reading: Reading, passage: Passage) -> Iterator[Finding]:
    """The positions a table states; a table of positions on other matters is reported as skipped."""
    grid = read_grid(reading, passage)
    found = list(_cells(grid)) if grid is not None else []
    if grid is None or not found:
        return
    theme = theme_of(reading, passage, " ".join([grid.caption, *(head.text for head in grid.heads.values())]))
    for stance, holder, cell, words in found:
        if theme.objection is not None:
            yield Skipped(f"{passage.document} {passage.locator}", f"stance-lists: {theme.objection}", grid.text(cell))
            continue
        yield from _claim(grid, theme, stance, holder, words)


def _claim(grid: Grid, theme: Theme, stance: Stance, holder: Holder, words: str) -> Iterator[Finding]:
    inferred = grid.table.method != "markup"
    source = Source(
        grid.reading, grid.passage, f"stance-lists:{grid.table.method}" if inferred else "stance-lists",
        f"{words}: {grid.caption}" if grid.caption else words,
        written_date(words) or written_date(grid.caption), source_work(grid), reported=grid.table.source is not None,
    )  # fmt: skip
    about = theme.target
    if about is None and holder.quantifier is not None:
        about = Target((ON_VOTES,), words, 0, 0)
    yield from position(source, holder, stance, about, (holder.start, holder.end), _INFERRED if inferred else 0.93)


Found = tuple[Stance, Holder, Cell, str]


def _cells(grid: Grid) -> Iterator[Found]:
    """The stances of a table, in whichever way it is laid out."""
    names = [column for column in grid.heads if _share_of_names(grid, grid.column(column)) >= _FEWEST]
    labels = {column: head.label for column, head in grid.heads.items() if head.label is not None}
    stanced = list(labels)
    if len(stanced) > 1 or any(not labels[column].rest for column in stanced if column in names):
        yield from _by_column(grid, stanced, names)
    if names:
        yield from _by_row(grid, names[0])
    else:
        yield from _labelled_rows(grid)


def _share_of_names(grid: Grid, cells: Sequence[Cell]) -> float:
    return sum(is_name(grid.text(cell), grid.passage.language) for cell in cells) / len(cells) if cells else 0.0


def _by_column(grid: Grid, stanced: Sequence[int], names: Sequence[int]) -> Iterator[Found]:
    """States, lists of states, numbers of states, or ticks, under the head of a stance."""
    for column in stanced:
        head = grid.heads[column]
        for cell in grid.column(column):
            for stance in head.label.stances if head.label is not None else ():
                for holder in _holders(grid, cell):
                    yield stance, holder, cell, head.text
                beside = next((c for c in names if c not in stanced), None)
                if beside is not None and not head.targets and _answer(grid.text(cell)) == "+":
                    for holder in _named(grid, cell.row, beside):
                        yield stance, holder, cell, head.text


def _holders(grid: Grid, cell: Cell) -> Iterator[Holder]:
    listed = read_names(grid.reading, grid.passage, (cell.start, cell.end))
    if listed is not None:
        yield from listed.holders
    elif (number := _NUMBER.fullmatch(grid.text(cell))) is not None:
        yield group_of(int(number[1]), grid.text(cell), cell.start, cell.end)


def _by_row(grid: Grid, names: int) -> Iterator[Found]:
    """A state in each row, and in its other cells a stance on the proposal of the column."""
    for column, head in grid.heads.items():
        asked = bool(head.targets) or stance_pattern("positions").search(head.text) is not None
        if column == names or not asked or (head.label is not None and not head.targets):
            continue
        for cell in grid.column(column):
            for stance in _stances(grid, cell, head):
                for holder in _named(grid, cell.row, names):
                    yield stance, holder, cell, head.text


def _named(grid: Grid, row: int, column: int) -> Iterator[Holder]:
    cell = grid.body.get((row, column))
    listed = read_names(grid.reading, grid.passage, (cell.start, cell.end)) if cell is not None else None
    yield from listed.holders if listed is not None else ()


def _stances(grid: Grid, cell: Cell, head: Head) -> Iterator[Stance]:
    """What a cell answers: yes or no to the column's proposal, or a label of its own."""
    text = grid.text(cell)
    sign = _answer(text)
    if sign is not None:
        targets = head.targets or (None,)
        if len(targets) == 1 and (head.label is None or sign == "+"):
            turned = head.label.stances[0].sign if head.label is not None else sign
            yield Stance(turned, targets[0])
        return
    label = read_label(text) if _CLAUSES.search(text) is None else None
    if label is not None and not label.rest:
        yield from label.stances
    elif head.targets and len(named := find_targets(text)) == 1:
        yield Stance("+", named[0])  # «use only» in the column of a ban


def _answer(text: str) -> str | None:
    plain = text.strip().strip("*_. ")
    if stance_pattern("blank").fullmatch(plain) is not None:
        return None
    for key, sign in (("affirmed", "+"), ("denied", "-"), ("partly", "~")):
        if stance_pattern(key).fullmatch(plain) is not None:
            return sign
    return None


def _labelled_rows(grid: Grid) -> Iterator[Found]:
    """A stance at the head of each row, and beside it the states that hold it."""
    rows = sorted({row for row, _ in grid.body})
    labels = {row: read_label(grid.text(cells[0])) for row in rows if (cells := grid.row(row))}
    if sum(label is not None and not label.rest for label in labels.values()) < 1:
        return
    for row, label in labels.items():
        for cell in grid.row(row)[1:] if label is not None else ():
            for holder in _holders(grid, cell):
                for stance in label.stances if label is not None else ():
                    yield stance, holder, cell, grid.text(grid.row(row)[0])
