"""Blocks: the paragraphs, items, headings and rows that lines make up. Lines in, blocks with their text joined out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.layout.joining import Joiner
from extract.layout.lines import Line
from extract.layout.markers import Marker, is_solo, read_marker
from extract.layout.scripts import is_finished, width
from extract.layout.strand import Strand
from extract.layout.wrapping import Wrap
from graph.records import Table

_HASHES = re.compile(r"(#{1,6})\s*")
_TRAILING_HASHES = re.compile(r"\s+#+$")
LOST_BULLET = "•"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text that belongs together.

    ``strand`` is its text without ``marker``, ``full`` the text with it; ``level`` that of a Markdown heading (0: none); ``indent`` and ``gap``
    those of its first line; ``note`` its number and style if it is a note; ``table`` its cells and ``label`` its number if it is a table, and
    ``count`` how many blocks it was made of.
    """

    strand: Strand
    line: int
    lines: int = 1
    count: int = 1
    indent: int = 0
    gap: int = 0
    turn: bool = False
    quoted: bool = False
    level: int = 0
    marker: Marker | None = None
    note: tuple[int, str] | None = None
    table: Table | None = None
    label: str | None = None
    full: Strand | None = None

    @property
    def text(self) -> str:
        return self.strand.text

    @property
    def finished(self) -> bool:
        return is_finished(self.strand.text)

    @property
    def width(self) -> int:
        return width(self.strand.text)


def is_outlined(lines: Sequence[Line]) -> bool:
    """Whether numbers count sections, not paragraphs: Roman numbers above Arabic ones that begin again."""
    kinds = [(marker.kind, marker.label) for line in lines if line.width < 100 and (marker := read_marker(line.body)) is not None]
    counts = [(kind, label) for kind, label in kinds if kind in ("roman", "number")]
    return sum(above[0] == "roman" and below == ("number", "1") for above, below in pairwise(counts)) >= 2


def _is_numbered(line: Line) -> bool:
    marker = read_marker(line.body)
    return marker is not None and marker.kind in ("number", "roman")


class Blocks:
    """Makes blocks of lines, as the document's lines are cut (``wrap``) and joined (``joiner``)."""

    def __init__(self, wrap: Wrap, joiner: Joiner, markdown: bool) -> None:
        self._wrap = wrap
        self._joiner = joiner
        self._markdown = markdown
        self._outlined = False

    def make(self, lines: Sequence[Line]) -> Iterator[Block]:
        """The blocks of the lines, in order."""
        self._outlined = is_outlined(lines)
        group: list[Line] = list(lines[:1])
        last: int | None = None
        lost = False
        for above, below in pairwise(lines):
            marker = read_marker(below.body)
            lost_here = marker is None and self._is_lost_bullet(above, below, lost)
            if lost_here or self._begins(above, below, marker, last):
                yield self._block(group, lost)
                group, lost = [below], lost_here
                last = marker.number if marker is not None and marker.kind == "number" else last
            else:
                group.append(below)
        if group:
            yield self._block(group, lost)

    def _begins(self, above: Line, below: Line, marker: Marker | None, last: int | None) -> bool:
        """Whether ``below`` begins a block."""
        if is_solo(above.body) or is_solo(below.body) or above.quoted != below.quoted:
            return True
        if self._markdown and above.tail >= 2 and not below.gap and marker is None:
            return False
        if marker is not None and self._is_mark(marker, above, below, last):
            return True
        if self._outlined and not is_finished(above.body) and above.width < 0.95 * self._wrap.columns and _is_numbered(above):
            return True
        return not self._wrap.joins(above, below, item=above.indent > 0 and below.indent == 0)

    def _is_mark(self, marker: Marker, above: Line, below: Line, last: int | None) -> bool:
        """A number in the middle of a sentence is no marker, unless it is the next one; nor is a dash or a letter with a stop."""
        if is_finished(above.body) or not self._wrap.joins(above, below):
            return True
        if marker.kind == "number":
            return last is not None and marker.number == last + 1
        return marker.kind in ("letter", "section") or (marker.kind == "bullet" and marker.text not in "-–—+*")

    def _is_lost_bullet(self, above: Line, below: Line, lost: bool) -> bool:
        """A set-in line after a lead-in, or after another such line, where text is set flush and lines are cut: its bullet was lost."""
        if not (self._wrap.double and below.gap and below.indent == 1 and not below.turn):
            return False
        return above.body[-1] in ":：" or lost

    def _block(self, group: Sequence[Line], lost: bool) -> Block:
        first = group[0]
        strand = self._joiner.join(group)
        level = 0
        hashes = _HASHES.match(strand.text)
        if hashes and (hashes.end() > len(hashes[1]) or len(strand.text) == hashes.end()):
            level = len(hashes[1])
            ending = _TRAILING_HASHES.search(strand.text)
            strand = strand.cut(hashes.end(), ending.start() if ending and ending.start() > hashes.end() else len(strand.text))
        marker = Marker("bullet", LOST_BULLET, LOST_BULLET, 0) if lost else read_marker(strand.text) if strand.text else None
        rest = strand if marker is None else strand.cut(marker.end, len(strand.text))
        return Block(
            rest,
            first.number,
            len(group),
            1,
            first.indent,
            first.gap,
            first.turn,
            first.quoted,
            level,
            marker,
            full=None if marker is None else strand,
        )

    def note(self, number: int, style: str, lines: Sequence[Line]) -> Block:
        """A note of its lines, which are joined whatever their widths."""
        first = lines[0]
        return Block(self._joiner.join(lines), first.number, len(lines), 0, first.indent, first.gap, note=(number, style))
