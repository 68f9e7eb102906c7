"""Tables that say in words what somebody wants: each cell beside a name as a passage of that holder's. A table in, words and holders out; pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.positions.actors.holders import ACTORS
from extract.positions.pack.lexicon import lexicon
from extract.positions.sentence.passages import Searched, search
from graph.records import Cell, Mention, Party, Passage

_FEWEST = 0.5  # of the cells of a column must name somebody, and nobody else
_WORDS, _SIGNS = 12, 5  # letters of a cell that may be a sentence; the same in scripts that write a word in one or two characters


def rows_of(passage: Passage, mentions: Sequence[Mention]) -> Iterator[tuple[Party, Searched]]:
    """The cells in which more than a word stands beside a name, each with whom the row is about."""
    cells = passage.table.cells if passage.table is not None else ()
    named = {cell: one for cell in cells if (one := _named(passage, cell, mentions)) is not None}
    column = _names(cells, named)
    least = _SIGNS if lexicon(passage.language).words.joined else _WORDS
    for whose, one in named.items():
        for cell in cells if whose.column == column else ():
            if cell.row == whose.row and cell.column != column and cell.end - cell.start >= least:
                yield Party(one.kind, one.entity, one.surface), _as_sentence(passage, one, cell, mentions)


def _named(passage: Passage, cell: Cell, mentions: Sequence[Mention]) -> Mention | None:
    """The actor whose name fills a cell."""
    text = passage.text[cell.start : cell.end].strip(" *_")
    return next((m for m in mentions if m.kind in ACTORS and cell.start <= m.start and m.end <= cell.end and m.surface == text), None)


def _names(cells: Sequence[Cell], named: dict[Cell, Mention]) -> int | None:
    """The first column that holds little but names."""
    heads = {cell.row for cell in cells if cell.header} or {min((cell.row for cell in cells), default=0)}
    for column in sorted({cell.column for cell in cells}):
        body = [cell for cell in cells if cell.column == column and cell.row not in heads and cell.end > cell.start]
        if body and sum(cell in named for cell in body) >= _FEWEST * len(body):
            return column
    return None


def _as_sentence(passage: Passage, whose: Mention, cell: Cell, mentions: Sequence[Mention]) -> Searched:
    """A cell's words, behind the name where they go on from it («opposes a treaty»)."""
    own = passage.text[cell.start : cell.end]
    led = own[:1].islower() or not own[:1].isascii()
    places = [*range(whose.start, whose.end), *([whose.end] if own[:1].isascii() else [])] if led else []
    shift = len(places) - cell.start
    places += range(cell.start, cell.end)
    text = "".join(" " if place == whose.end and led and at < len(places) - len(own) else passage.text[place] for at, place in enumerate(places))
    within = [replace(m, start=m.start + shift, end=m.end + shift) for m in mentions if cell.start <= m.start and m.end <= cell.end]
    leader = [replace(whose, start=0, end=whose.end - whose.start)] if led else []
    found = search(lexicon(passage.language), replace(passage, text=text, table=None), [*leader, *within])
    return replace(found, plain=replace(found.plain, passage=passage, places=tuple(places[place] for place in found.plain.places)))
