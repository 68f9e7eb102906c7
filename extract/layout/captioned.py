"""Tables that only their caption gives away: short lines above it, running up to the last sentence. Blocks in, tables found out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.layout.blocks import Block
from extract.layout.grid import Found, Part, caption_number, is_source
from extract.layout.strand import chain

_FEWEST = 4
_ROW_NUMBER = re.compile(r"\d{1,2}[.)]?")


def find_captioned_tables(blocks: Sequence[Block]) -> Iterator[Found]:
    """Every such table, in order. Rows begin at a number alone on its line; words, then bullets, are its further cells."""
    floor = 0
    for at, block in enumerate(blocks):
        if caption_number(block) is None or block.marker:
            continue
        start = at
        while start > floor and _is_cell(blocks[start - 1]):
            start -= 1
        if at - start >= _FEWEST:
            yield Found(start, at, tuple(_cells(blocks[start:at])), "inferred-columns")
        floor = at + 1


def _is_cell(block: Block) -> bool:
    if block.table or block.note or block.level or block.quoted or block.finished or block.lines > 2:
        return False
    if block.marker is not None and block.marker.kind != "bullet":
        return False
    return block.width <= 90 and caption_number(block) is None and not is_source(block)


def _cells(blocks: Sequence[Block]) -> Iterator[Part]:
    row = 0
    group: list[Block] = []
    column = 0
    numbered = any(_ROW_NUMBER.fullmatch(block.text) for block in blocks)
    for block in blocks:
        opens_row = _ROW_NUMBER.fullmatch(block.text) is not None if numbered else True
        bullet = block.marker is not None
        if group and (opens_row or bullet or _ROW_NUMBER.fullmatch(group[-1].text)):
            yield _cell(group, row, column)
            group = []
            row, column = (row + 1, 0) if opens_row else (row, column + 1)
        group.append(block)
    yield _cell(group, row, column)


def _cell(group: Sequence[Block], row: int, column: int) -> Part:
    strand = chain(piece for number, block in enumerate(group) for piece in ((" ", block.strand) if number else (block.strand,)))
    return Part(strand, ((row, column, 0, len(strand.text), False),))
