"""Putting a table together: its parts in the order of the file in, one block with its cells' places out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extract.layout.blocks import Block
from extract.layout.strand import Strand, chain
from extract.layout.words import pattern
from graph.records import Cell, Table
from graph.sourcemap import Span

_WIDEST_CAPTION, _WIDEST_SOURCE = 200, 300
_CAPTION = r"^[\W_]{0,4}{}\s?\.?\s*(?P<number>\d{1,3}|[IVX]{1,5})(?:$|[\W_](?!\s*(?-i:[a-z]{2})))"
_SOURCE = r"^[\W_]{0,4}{}\s*[*_]{0,2}\s*[:：]"


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a table: ``strand``, and the cells in it as ``(row, column, start, end, header)``; caption and source have none."""

    strand: Strand
    cells: tuple[tuple[int, int, int, int, bool], ...] = ()
    role: str = "cells"


@dataclass(frozen=True, slots=True)
class Found:
    """A table among the blocks ``start…end``: its parts and how its cells were told."""

    start: int
    end: int
    parts: tuple[Part, ...]
    method: str
    label: str | None = field(default=None)


def caption_number(block: Block) -> str | None:
    """The number that a caption gives (``Table 3``: ``3``); ``None`` if the block is no caption."""
    if block.table is not None or block.width > _WIDEST_CAPTION:
        return None
    found = pattern("tables", _CAPTION).match(block.text)
    return found["number"] if found else None


def is_source(block: Block) -> bool:
    """Whether the block names where a table was taken from."""
    return block.table is None and block.width <= _WIDEST_SOURCE and pattern("sources", _SOURCE).match(block.text) is not None


def whole(strand: Strand, row: int, column: int, *, header: bool = False) -> Part:
    """A part that is one cell."""
    return Part(strand, ((row, column, 0, len(strand.text), header),))


def with_frame(blocks: Sequence[Block], found: Found) -> Found:
    """The table with its caption, above or below, and the line that names its source."""
    start, end, parts, label = found.start, found.end, list(found.parts), found.label
    if label is None and start and (label := caption_number(blocks[start - 1])) is not None:
        start -= 1
        parts.insert(0, Part(blocks[start].strand, role="caption"))
    for _ in range(2):
        if end < len(blocks) and is_source(blocks[end]):
            parts.append(Part(blocks[end].strand, role="source"))
            end += 1
        elif label is None and end < len(blocks) and (number := caption_number(blocks[end])) is not None and not _opens_table(blocks, end + 1):
            label = number
            parts.append(Part(blocks[end].strand, role="caption"))
            end += 1
    return Found(start, end, tuple(parts), found.method, label)


def put_together(blocks: Sequence[Block], found: Found) -> Block:
    """The block of a table; its parts stand one on a line."""
    pieces: list[Strand | str] = []
    cells: list[Cell] = []
    frame: dict[str, Span] = {}
    at = 0
    for part in found.parts:
        if pieces:
            pieces.append("\n")
            at += 1
        pieces.append(part.strand)
        cells.extend(Cell(row, column, at + start, at + end, header) for row, column, start, end, header in part.cells)
        if part.role != "cells":
            frame.setdefault(part.role, (at, at + len(part.strand.text)))
        at += len(part.strand.text)
    members = blocks[found.start : found.end]
    first = members[0]
    return Block(
        chain(pieces), first.line, sum(block.lines for block in members), sum(block.count for block in members), first.indent, first.gap,
        table=Table(tuple(cells), found.method, frame.get("caption"), frame.get("source")), label=found.label,
    )  # fmt: skip


def replaced(blocks: Sequence[Block], tables: Iterable[Found]) -> list[Block]:
    """The blocks with those of each table made one."""
    made: list[Block] = []
    at = 0
    for found in tables:
        if found.start < at:  # its caption belongs to the table before
            continue
        made.extend(blocks[at : found.start])
        made.append(put_together(blocks, found))
        at = found.end
    made.extend(blocks[at:])
    return made


def _opens_table(blocks: Sequence[Block], at: int) -> bool:
    return at < len(blocks) and (blocks[at].table is not None or re.match(r"\||\+-", blocks[at].text) is not None)
