"""Which blocks are headings, and of what level: by Markdown, by number, or by shape. Blocks in, levels out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.layout.blocks import Block
from extract.layout.words import pattern, words

ANNEX, FIRST, SECOND, THIRD, SHAPE = 0, 1, 2, 3, 9
_BY_MARKER = {"roman": FIRST, "ordinal": SECOND, "number": SECOND, "multi": THIRD, "capital": THIRD, "subordinal": THIRD}
_WIDEST = 90
_LONGEST_RUN = 3
_SET_OFF = re.compile(r"【[^】]+】|\*\*[^*]+\*\*[:：]?|__[^_]+__|\[[^\]()]{2,40}\]")
_KEY = re.compile(r"[^:：]{1,24}[:：]\s*\S")
_WORD = re.compile(r"[^\W_]")


def find_headings(blocks: Sequence[Block]) -> dict[int, int]:
    """The headings, as position: level (0 an annex, 1–6, 9 a heading that only its shape shows)."""
    found: dict[int, int] = {}
    run = 0
    for at in range(len(blocks) - 1, -1, -1):
        block = blocks[at]
        if block.level:
            found[at] = block.level
        elif is_annex(block):
            found[at] = ANNEX
        elif _is_set_off(block) or (_looks(block) and _stands(blocks, at) and _heads_text(blocks, at, at + 1 in found, run)):
            found[at] = _BY_MARKER[block.marker.kind] if block.marker else SHAPE
        run = run + 1 if found.get(at) == SHAPE else 0
    return found


def is_annex(block: Block) -> bool:
    """Whether the block is the heading of an annex, with or without a number or title."""
    if block.table or block.note or block.marker or block.width > 60 or block.finished:
        return False
    count = rf"(?:\s*[{words().ordinal_digits}\dIVX]{{1,4}})?"
    return pattern("annexes", rf"^[\W_]*{{}}{count}[\W_]*$").match(block.text) is not None


def _is_set_off(block: Block) -> bool:
    return block.marker is None and not block.quoted and block.width <= _WIDEST and _SET_OFF.fullmatch(block.text) is not None


def _looks(block: Block) -> bool:
    """Short, not a sentence, not an item."""
    if block.table or block.note or block.quoted or block.lines > 2 or block.width > _WIDEST or block.text[-1:] in (",", "，", "、"):
        return False
    if block.finished and block.text[-1:] not in ("?", "？"):
        return False
    if block.marker is not None and block.marker.kind not in _BY_MARKER:
        return False
    return _WORD.search(block.text) is not None and not block.text.startswith("<")


def _stands(blocks: Sequence[Block], at: int) -> bool:
    """Whether what is above lets a heading follow: nothing, a finished text or another short line; not a lead-in, not one of many short lines."""
    if at == 0:
        return True
    above = blocks[at - 1]
    if above.text[-1:] in (":", "："):
        return False
    if above.finished or above.table or above.note or above.level or above.text[-1:] in ")）":
        return True
    return above.quoted or _looks(above) or above.marker is not None


def _heads_text(blocks: Sequence[Block], at: int, above_heading: bool, run: int) -> bool:
    """Whether a text follows, or a heading of one: not the end, not a list of short lines."""
    if at + 1 == len(blocks):
        return False
    block, below = blocks[at], blocks[at + 1]
    if above_heading:
        return run < _LONGEST_RUN and not (_KEY.match(block.text) and block.marker is None)
    if block.marker is not None and below.marker is not None and below.marker.kind == block.marker.kind:
        return False
    if block.marker is None and _KEY.match(block.text) and at < 6:
        return False
    return below.table is not None or (below.finished and below.width >= 10) or below.width > 1.5 * max(block.width, 40) or below.marker is not None
