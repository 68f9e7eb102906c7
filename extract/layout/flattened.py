"""Tables of states whose rows and columns were lost: one cell a line. Blocks in, tables found out.

Column after column, each in alphabetical order: the columns are cut where the order drops most. Row after row: every second line is a state and
the others are a few words that come back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.layout.alphabet import column_starts
from extract.layout.blocks import Block
from extract.layout.grid import Found, Part, caption_number, is_source, whole
from extract.layout.states import SortName, sort_name
from extract.layout.strand import Strand, chain
from extract.layout.words import pattern

WIDEST_CELL = 44
_FEWEST = 6
_KNOWN_SHARE = 0.8
_GAP = re.compile(r"\s{2,}|\t")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Name:
    """A cell and the name it is sorted by, ``None`` where it names no state; ``used`` blocks make it up."""

    strand: Strand
    sort: str | None
    used: int


def find_flattened_tables(blocks: Sequence[Block], name: SortName = sort_name) -> Iterator[Found]:
    """Every flattened table of states, in order; ``name`` gives the English sort name of the state a cell names."""
    at = 0
    while at < len(blocks):
        start = at
        while at < len(blocks) and _is_cell(blocks[at]):
            at += 1
        if at - start >= _FEWEST and (found := _table(blocks, start, at, name)) is not None:
            yield found
        at = max(at, start + 1)


def _is_cell(block: Block) -> bool:
    if block.table or block.note or block.level or block.quoted or block.marker or block.lines > 2 or block.width > WIDEST_CELL or block.finished:
        return False
    return caption_number(block) is None and not is_source(block)


def _table(blocks: Sequence[Block], start: int, end: int, name: SortName) -> Found | None:
    """The table among the short lines ``start…end``, if they are one."""
    names, first = _names(blocks, start, end, name)
    if first is None:
        return None
    body = names[first:]
    at = start + sum(entry.used for entry in names[:first])
    rows = _by_rows(blocks, start, at, body)
    if rows is not None:
        return Found(rows[0], end, rows[1], "inferred-columns")
    known = sum(entry.sort is not None for entry in body)
    heads = _heads(blocks, start, at)
    if len(body) < _FEWEST or known < _KNOWN_SHARE * len(body) or len(heads) < 2:
        return None
    cuts = column_starts([entry.sort for entry in body], [entry.strand.text for entry in body], len(heads) - 1)
    if cuts is None:
        return None
    opening = min(block for block, _, _ in heads)
    parts = [*_head_parts(blocks, heads), *_columns(body, cuts)]
    return Found(opening, end, tuple(parts), "inferred-columns")


def _names(blocks: Sequence[Block], start: int, end: int, name: SortName) -> tuple[list[Name], int | None]:
    """The lines as cells, those that are one name over two or three lines joined; and the place of the first state."""
    names: list[Name] = []
    first = None
    at = start
    while at < end:
        found = _name(blocks, at, min(end, at + 3), name)
        if first is None and found.sort is not None:
            first = len(names)
        names.append(found)
        at += found.used
    return names, first


def _name(blocks: Sequence[Block], at: int, end: int, name: SortName) -> Name:
    single = name(blocks[at].text)
    for stop in range(end, at + 1, -1):
        group = [block.strand for block in blocks[at:stop]]
        if all(name(strand.text) for strand in group):
            continue
        for glue in (" ", "") if group[0].text[-1].isascii() else ("", " "):
            joined = glue.join(strand.text for strand in group)
            if len(joined) <= WIDEST_CELL and (sort := name(joined)) is not None and (single is None or stop == at + 2):
                pieces = (piece for number, strand in enumerate(group) for piece in ((glue, strand) if number else (strand,)))
                return Name(chain(pieces), sort, len(group))
    return Name(blocks[at].strand, single, 1)


def _by_rows(blocks: Sequence[Block], start: int, at: int, body: Sequence[Name]) -> tuple[int, tuple[Part, ...]] | None:
    """Start and parts of a table written row after row: state, stance, state, stance."""
    states, others = body[::2], body[1::2]
    if len(others) < 3 or len(states) != len(others) or any(entry.sort is not None for entry in others):
        return None
    values = {_SPACE.sub("", entry.strand.text) for entry in others}
    if sum(entry.sort is not None for entry in states) < _KNOWN_SHARE * len(states) or len(values) > max(3, len(others) // 3):
        return None
    heads = blocks[at - 2 : at] if at - 2 >= start else []
    parts = [whole(block.strand, 0, column, header=True) for column, block in enumerate(heads)]
    row = 1 if heads else 0
    for number, (state, other) in enumerate(zip(states, others, strict=True), row):
        parts += [whole(state.strand, number, 0), whole(other.strand, number, 1)]
    return at - len(heads), tuple(parts)


Head = tuple[int, int, int]  # block, start and end of the words in it


def _heads(blocks: Sequence[Block], start: int, at: int) -> list[Head]:
    """The column heads above the first cell: on one line, or each on a line of its own."""
    if at and not (blocks[at - 1].table or blocks[at - 1].note or blocks[at - 1].finished):
        line = _split_heads(blocks[at - 1].text)
        if len(line) > 1:
            return [(at - 1, low, high) for low, high in line]
    heads: list[Head] = []
    while at > start and len(heads) < 8 and _is_head(blocks[at - 1].text):
        at -= 1
        heads.insert(0, (at, 0, len(blocks[at].text)))
    return heads


def _is_head(text: str) -> bool:
    return pattern("columns", r"^{}$").match(_SPACE.sub("", text)) is not None or pattern("columns", r"^{}$").match(text.strip()) is not None


def _split_heads(text: str) -> list[tuple[int, int]]:
    """A line of column heads as the spans of the heads: words that the language packs know, or words set apart by wide gaps."""
    words = [(found.start(), found.end()) for found in re.finditer(r"\S+", text)]
    spans: list[tuple[int, int]] = []
    at = 0
    while at < len(words):
        stop = next((stop for stop in range(min(len(words), at + 4), at, -1) if _is_head(text[words[at][0] : words[stop - 1][1]])), None)
        if stop is None:
            break
        spans.append((words[at][0], words[stop - 1][1]))
        at = stop
    if at == len(words):
        return spans
    gaps = [0, *(edge for found in _GAP.finditer(text) for edge in found.span()), len(text)]
    return [(low, high) for low, high in zip(gaps[::2], gaps[1::2], strict=True) if high > low]


def _head_parts(blocks: Sequence[Block], heads: Sequence[Head]) -> Iterator[Part]:
    for block in dict.fromkeys(block for block, _, _ in heads):
        cells = tuple((0, column, low, high, True) for column, (where, low, high) in enumerate(heads) if where == block)
        yield Part(blocks[block].strand, cells)


def _columns(body: Sequence[Name], cuts: Sequence[int]) -> Iterator[Part]:
    column, top = 0, 0
    for at, entry in enumerate(body):
        if column < len(cuts) and at == cuts[column]:
            column, top = column + 1, at
        yield whole(entry.strand, at - top + 1, column)
