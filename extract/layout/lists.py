"""Which passage each item of a list continues: items in reading order in, the ordinals of their lead-ins out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extract.layout.blocks import Block
from extract.layout.markers import Marker


@dataclass(frozen=True, slots=True)
class Level:
    """A list that is open: the ``sign`` its items share, how far they are set in, and its lead-in."""

    sign: str
    indent: int
    lead: int | None


class Lists:
    """The lists open at a place of the document, the innermost last."""

    def __init__(self) -> None:
        self._open: list[Level] = []
        self._letter = " "
        self._last: tuple[int | None, bool, int] = (None, False, 0)  # ordinal, whether it ends like a lead-in, indent

    def close(self) -> None:
        """A heading: no list goes on, and it leads none in."""
        self._open, self._last, self._letter = [], (None, False, 0), " "

    def paragraph(self, ordinal: int, block: Block) -> None:
        """A text that is no item: lists end, and the next one is its own."""
        self._open, self._last, self._letter = [], (ordinal, True, block.indent), " "

    def read(self, marker: Marker | None) -> Marker | None:
        """The marker as the list it stands in shows it: an ``(i)`` that does not follow ``(h)`` is a Roman one."""
        if marker is None or marker.kind != "letter":
            return marker
        if marker.label in "ivx" and ord(self._letter) + 1 != ord(marker.label):
            return replace(marker, kind="small")
        self._letter = marker.label
        return marker

    def item(self, ordinal: int, block: Block, marker: Marker | None) -> int | None:
        """The ordinal of the passage whose list the item continues; ``None`` if it has no lead-in."""
        sign = "bullet" if marker is None else marker.kind
        for depth in range(len(self._open) - 1, -1, -1):
            level = self._open[depth]
            if level.sign == sign and abs(level.indent - block.indent) <= 1:
                del self._open[depth + 1 :]
                break
        else:
            last, leads_in, indent = self._last
            below = leads_in or block.indent > indent + 1 or sign == "small" or not self._open
            self._open.append(Level(sign, block.indent, last if below else self._open[-1].lead))
        self._last = (ordinal, block.text[-1:] in (":", "："), block.indent)
        return self._open[-1].lead
