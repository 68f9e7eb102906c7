"""Notes listed at the end, or written as Markdown notes: blocks in; the same with the notes marked as notes, out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.layout.blocks import Block
from extract.layout.feet import RAISED
from extract.layout.words import pattern

_OWN_MARK = re.compile(r"(?P<sup><sup>\s*(\d{1,3})\s*</sup>)\s*|(?P<markdown>\[\^(\d{1,3})\]:)\s*|(?P<raised>([¹²³⁰⁴-⁹]{1,3}))\s*(?=\S)")
_LISTED_MARK = re.compile(r"\[(\d{1,3})\]\s*")


def mark_notes(blocks: Sequence[Block]) -> list[Block]:
    """Blocks that begin with a raised number, in sequence, are notes; under a heading for notes, so are those with any number in sequence."""
    made: list[Block] = []
    listed = False
    expected = 1
    for block in blocks:
        if block.level or _is_heading(block):
            listed = _is_heading(block)
            expected = 1 if listed else expected
            made.append(block)
            continue
        note = _as_note(block, expected, listed)
        made.append(block if note is None else note)
        expected += note is not None
    return made


def _is_heading(block: Block) -> bool:
    if block.table or block.note or block.width > 40:
        return False
    return pattern("notes", r"^[\W_]*{}[\W_]*$").match(block.text) is not None


def _as_note(block: Block, expected: int, listed: bool) -> Block | None:
    if block.table or block.note:
        return None
    own = _OWN_MARK.match(block.text)
    if own and own.lastgroup:
        style = own.lastgroup
        number = int("".join(character for character in own[style].translate(RAISED) if character.isdigit()))
        if number == expected or style == "markdown":
            return replace(block, strand=block.strand.drop(own.end()), note=(number, style), marker=None)
    if not listed:
        return None
    if block.marker is not None and block.marker.number == expected:
        return replace(block, note=(expected, "listed"), marker=None)
    bracket = _LISTED_MARK.match(block.text)
    if bracket and int(bracket[1]) == expected:
        return replace(block, strand=block.strand.drop(bracket.end()), note=(expected, "bracket"))
    return None
