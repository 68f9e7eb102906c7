"""Tables written with bars: ``| a | b |``, with or without outer bars. Blocks in, tables found out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.layout.blocks import Block
from extract.layout.grid import Found, Part
from extract.layout.strand import Strand

_BAR = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?|\+[-=+:]+\+?")
_OPEN_RULE = re.compile(r":?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+")


def find_pipe_tables(blocks: Sequence[Block]) -> Iterator[Found]:
    """Every table written with bars, in order."""
    at = 0
    while at < len(blocks):
        start = at
        while at < len(blocks) and _is_row(blocks, start, at):
            at += 1
        if at - start > 1 and (parts := tuple(_rows(blocks[start:at]))):
            yield Found(start, at, parts, "markup")
        at = max(at, start + 1)


def _is_row(blocks: Sequence[Block], start: int, at: int) -> bool:
    text = _whole(blocks[at]).text
    if text.startswith("|") or (text.startswith("+") and _RULE.fullmatch(text) is not None):
        return True
    if blocks[start].text.startswith(("|", "+")) or not _BAR.search(text):
        return False
    opening = at == start and at + 1 < len(blocks) and _OPEN_RULE.fullmatch(blocks[at + 1].text) is not None
    return opening or (at > start and _OPEN_RULE.fullmatch(blocks[start + 1].text) is not None)


def _rows(blocks: Sequence[Block]) -> Iterator[Part]:
    """The rows with words; those above the first rule are the header, if there is a rule."""
    strands = [_whole(block) for block in blocks]
    rules = [at for at, strand in enumerate(strands) if _RULE.fullmatch(strand.text)]
    header = next((at for at in rules if at), 0)
    row = 0
    for at, strand in enumerate(strands):
        if at in rules:
            continue
        cells = [(column, start, end) for column, start, end in _cells(strand.text) if end > start]
        if cells:
            low, high = cells[0][1], cells[-1][2]
            yield Part(strand.cut(low, high), tuple((row, column, start - low, end - low, at < header) for column, start, end in cells))
        row += 1


def _whole(block: Block) -> Strand:
    """A block's words with the number or bullet before them, which is part of the first cell."""
    return block.strand if block.full is None else block.full


def _cells(text: str) -> Iterator[tuple[int, int, int]]:
    """Column, start and end of every cell, without the white space around it."""
    bars = [found.start() for found in _BAR.finditer(text)]
    if not text.startswith("|"):
        bars.insert(0, -1)
    if not text.endswith("|") or (bars and bars[-1] != len(text) - 1):
        bars.append(len(text))
    for column, (left, right) in enumerate(pairwise(bars)):
        cell = text[left + 1 : right]
        start = left + 1 + len(cell) - len(cell.lstrip())
        yield column, start, max(start, left + 1 + len(cell.rstrip()))
