"""Blocks of Markdown-like text: paragraphs, headings, items and quotations one after another. Words in, woven text out; pure."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.sources.formats.inline import Inline
from extract.sources.formats.numerals import numeral
from extract.sources.formats.tables import Grid, write_table
from extract.sources.weave import Weaver

DEEPEST = 8  # lists and quotations nested further than this are written as if they were not: pages that do so are broken


@dataclass(slots=True)
class _List:
    style: str | None  # of its numbers; None for bullets
    number: int
    width: int = 2  # of the mark of its latest item


@dataclass(slots=True)
class Blocks:
    """Writes each block as it ends. ``words`` collects the words of the present one."""

    weaver: Weaver = field(default_factory=Weaver)
    words: Inline = field(default_factory=Inline)
    heading: int = 0
    _lists: list[_List] = field(default_factory=list)
    _quotes: int = 0
    _mark: str | None = None  # of the item that has begun and has no words yet
    _in_list: bool = False  # the block before was of the list that goes on

    def flush(self) -> None:
        """Ends the present block, if it has words."""
        words, self.words = self.words, Inline()
        if not any(text.strip() for text, _ in words.pieces):
            return
        heading, self.heading = self.heading, 0
        indent = self._begin_block()
        mark = "#" * heading + " " if heading else self._mark or ""
        self._mark = None
        self.weaver.put(indent + mark)
        words.write(self.weaver, self._indent(), one_line=bool(heading))

    def table(self, grid: Grid) -> None:
        """Writes a table as a block."""
        indent = self._begin_block()
        write_table(self.weaver, grid, indent)

    def begin_list(self, marks: tuple[str, int] | None) -> None:
        """``marks``: style and first number of an ordered list, ``None`` for bullets."""
        self.flush()
        self._lists.append(_List(*marks) if marks else _List(None, 1))

    def end_list(self) -> None:
        self.flush()
        if self._lists:
            self._lists.pop()
        self._mark = None
        self._in_list = bool(self._lists)

    def begin_item(self, number: str = "") -> None:
        """``number`` as given in the page, if it is."""
        self.flush()
        if not self._lists:
            self._lists.append(_List(None, 1))
        within = self._lists[-1]
        if number.isascii() and number.isdigit() and len(number) < 6:
            within.number = int(number)
        self._mark = "- " if within.style is None else f"{numeral(within.number, within.style)}. "
        within.number += 1
        within.width = len(self._mark)

    def begin_quote(self) -> None:
        self.flush()
        self._quotes += 1

    def end_quote(self) -> None:
        self.flush()
        self._quotes = max(0, self._quotes - 1)

    def _begin_block(self) -> str:
        """Writes the line ends before a block and gives what its first line begins with."""
        if self.weaver.length:
            self.weaver.put("\n" if self._in_list and self._lists else "\n\n")
        self._in_list = bool(self._lists)
        quote = "> " * min(self._quotes, DEEPEST)
        above = self._lists[: DEEPEST + 1]
        return quote + " " * sum(within.width for within in (above[:-1] if self._mark is not None else above))

    def _indent(self) -> str:
        return "> " * min(self._quotes, DEEPEST) + " " * sum(within.width for within in self._lists[:DEEPEST])
