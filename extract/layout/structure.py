"""The structure of a document: its blocks in; each with its kind, place, lead-in and the headings above it, out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extract.layout.blocks import Block
from extract.layout.headings import ANNEX, FIRST, SHAPE, find_headings
from extract.layout.lists import Lists
from extract.layout.markers import Marker
from extract.layout.numbering import Opening, Scheme, annex_prefix, find_scheme
from extract.layout.places import Names, Part
from extract.layout.words import pattern

WORDLESS = "a line without words"
_WORD = re.compile(r"[^\W_]")
_NO_ITEM = frozenset({"section", "multi", "roman", "capital"})  # they number headings, if anything
_NAMES = ("signatories", "contributors", "notes")  # parts that a heading opens by its words; short lines in them are names, not headings


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and its place; ``locator`` is ``None`` where the block is left out."""

    block: Block
    locator: str | None
    kind: str = "paragraph"
    lead: int | None = None
    path: tuple[int, ...] = ()  # ordinals of the headings above


def place(blocks: Sequence[Block], *, wrapped: bool) -> list[Placed]:
    """Every block with its place."""
    headings = find_headings(blocks)
    return list(_Walk(blocks, headings, find_scheme(blocks, headings, wrapped=wrapped)).run())


class _Walk:
    """One reading from top to bottom."""

    def __init__(self, blocks: Sequence[Block], headings: Mapping[int, int], scheme: Scheme) -> None:
        self._blocks = blocks
        self._headings = headings
        self._scheme = scheme
        self._names = Names()
        self._lists = Lists()
        self._path: list[tuple[int, int]] = []  # level and ordinal
        self._part: Part | None = Part("head") if scheme.kind != "none" else None
        self._seen = self._ordinal = self._annexes = self._tables = 0
        self._deepest = max((headings.get(at, 0) for at in scheme.openings), default=0)
        self._parts: dict[str, Part] = {}
        self._titled = False
        self._opened = False

    def run(self) -> Iterator[Placed]:
        for at, block in enumerate(self._blocks):
            self._seen += block.count
            if not _WORD.search(block.text):
                yield Placed(block, None)
                continue
            placed = self._place(at, block)
            self._ordinal += 1
            yield placed

    def _place(self, at: int, block: Block) -> Placed:
        if block.note is not None:
            return Placed(block, self._names.claim(f"note {block.note[0]}"), "note")
        if block.table is not None:
            self._tables += 1
            return Placed(block, self._names.claim(f"table {block.label or self._tables}"), "table", None, self._above())
        opening = self._scheme.openings.get(at)
        if opening is not None:
            self._opened = True
            block = _without_number(block, opening.skip) if opening.skip else block
        if at in self._headings and not (self._headings[at] == SHAPE and self._part is not None and self._part.key in _NAMES):
            return self._heading(at, block, opening)
        if opening is not None:
            self._part = self._parts.setdefault(opening.key, Part(opening.key))
            return self._paragraph(block)
        if block.marker is not None and block.marker.kind not in _NO_ITEM:
            return self._item(block)
        return self._paragraph(replace(block, strand=block.full, marker=None) if block.full else block)  # «3.5 million» is no number of a part

    def _above(self) -> tuple[int, ...]:
        return tuple(ordinal for _, ordinal in self._path)

    # headings

    def _heading(self, at: int, block: Block, opening: Opening | None) -> Placed:
        level = self._headings[at]
        self._lists.close()
        title = not self._titled and not self._opened and self._ordinal < 8 and opening is None and (block.level == 1 or _is_title(self._blocks, at))
        self._titled = self._titled or title
        self._leave(level, at)
        above = self._above()
        if level != SHAPE or self._opened or self._scheme.kind == "none":  # the lines of a title block head nothing
            self._path.append((level, self._ordinal))
        self._open(level, block, opening)
        return Placed(block, self._names.claim(self._heading_place(opening)), "title" if title else "heading", None, above)

    def _leave(self, level: int, at: int) -> None:
        """Headings of the same level or below end; one that only its shape shows stands under another right above it."""
        follows = level == SHAPE and at > 0 and self._headings.get(at - 1) == SHAPE
        while self._path and (self._path[-1][0] >= level or level == ANNEX) and not follows:
            self._path.pop()

    def _open(self, level: int, block: Block, opening: Opening | None) -> None:
        """The part that a heading opens, if any."""
        if self._scheme.kind == "none":
            return
        if opening is not None:
            self._part = Part(opening.key, plain=self._scheme.kind == "sections")
        elif level == ANNEX:
            self._annexes += 1
            self._part = Part(annex_prefix(self._annexes).strip(), plain=False)
        elif self._scheme.kind != "paragraphs" and (named := _named(block)) is not None:
            self._part = self._parts.setdefault(named, Part(named))
        elif self._scheme.kind != "paragraphs" and self._opened and FIRST <= level <= max(self._deepest, FIRST) and not _is_subsection(block):
            self._part = None

    def _heading_place(self, opening: Opening | None) -> str:
        if self._scheme.kind == "none":
            return f"¶{self._seen}"
        if opening is not None:
            return opening.key if self._scheme.kind == "outline" else f"{opening.key} heading"
        if not self._opened and self._part is not None and self._part.key == "head":
            return self._part.paragraph()
        self._parts.setdefault("heading", Part("heading", plain=False)).counts["n"] += 1
        return f"heading {self._parts['heading'].counts['n']}"

    # texts

    def _paragraph(self, block: Block) -> Placed:
        kind = "paragraph"
        lead = None
        if self._part is None:
            locator = f"¶{self._seen}"
        else:
            part = self._text_part(block)
            if part.plain and part.counts["bullet"] and block.text[-1:] in (":", "："):
                locator, lead = part.second_lead(), part.lead
            else:
                locator = part.paragraph()
                part.lead = self._ordinal if part.lead is None else part.lead
        self._lists.paragraph(self._ordinal, block)
        return Placed(block, self._names.claim(locator), kind, lead, self._above())

    def _text_part(self, block: Block) -> Part:
        """The part a text belongs to; in the head of a document with sections, the first sentence opens the introduction."""
        if self._part is None or (self._part.key == "head" and self._scheme.kind in ("sections", "outline") and block.finished):
            self._part = Part("intro")
        return self._part

    def _item(self, block: Block) -> Placed:
        marker = self._lists.read(block.marker)
        lead = self._lists.item(self._ordinal, block, marker)
        locator = f"¶{self._seen}" if self._part is None or marker is None else self._part.item(marker.kind, marker.label)
        return Placed(block, self._names.claim(locator), "item", lead, self._above())


def _without_number(block: Block, length: int) -> Block:
    number = block.text[:length].strip()
    return replace(block, strand=block.strand.drop(length), marker=Marker("number", number, number, length))


def _is_title(blocks: Sequence[Block], at: int) -> bool:
    """The first line, or the first that is set in like a title."""
    indents = [block.indent for block in blocks[:8]]
    return blocks[at].indent >= 2 or (at == 0 and max(indents) < 2)


def _is_subsection(block: Block) -> bool:
    return block.marker is not None and block.marker.kind in ("multi", "capital")


def _named(block: Block) -> str | None:
    """The part that a heading opens by its words."""
    return next((name for name in _NAMES if pattern(name, r"^[\W_]*{}[\W_]*$").match(block.text)), None)
