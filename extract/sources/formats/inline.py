"""The words of one block of a page: white space collapsed, character references read, each piece with its place. Pure."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from extract.sources.weave import Weaver

Piece = tuple[str, int | None]
_PART = re.compile(r"(?P<space>[ \t\n\r\f]+)|(?P<reference>&(?:#[xX][0-9A-Fa-f]{1,8}|#[0-9]{1,9}|[A-Za-z][A-Za-z0-9]{1,31});?)|[^ \t\n\r\f&]+|&")
_WIDE = re.compile(r"[\u2e80-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uff60]")


@dataclass(slots=True)
class Inline:
    """Pieces of running text. A line break of the page between two Chinese characters is no space, as in browsers."""

    pieces: list[Piece] = field(default_factory=list)
    _waiting: Piece | None = None  # white space seen and not yet written
    _broken: bool = False  # the waiting space is a line break of the page

    @property
    def text(self) -> str:
        """The words, in one line."""
        return " ".join("".join(text for text, _ in self.pieces).split())

    def add(self, page: str, start: int, end: int) -> None:
        """Appends the page's text ``start…end``."""
        for part in _PART.finditer(page, start, end):
            if part["space"]:
                if self._waiting is None:
                    self._waiting, self._broken = (" ", part.start()), "\n" in part[0]
            elif part["reference"]:
                self._put(html.unescape(part[0]), part.start(), whole=False)
            else:
                self._put(part[0], part.start())

    def mark(self, text: str) -> None:
        """Appends text that is not the page's own, such as ``<sup>``."""
        self._put(text, None)

    def break_line(self, text: str = "\n") -> None:
        """Ends a line, unless nothing stands on it."""
        self._waiting = None
        if self.pieces and self.pieces[-1] == ("\n", None):
            self.pieces.pop()
        if self.pieces:
            self.pieces.append((text, None))

    def add_raw(self, page: str, start: int, end: int) -> None:
        """Appends preformatted text: white space stays."""
        at = start
        for reference in re.finditer(r"&[#\w]{2,33};?", page[start:end]):
            low = start + reference.start()
            self._put(page[at:low], at)
            self._put(html.unescape(reference[0]), low, whole=False)
            at = start + reference.end()
        self._put(page[at:end], at)

    def _put(self, text: str, source: int | None, *, whole: bool = True) -> None:
        if not text:
            return
        if self._waiting is not None:
            before = self.pieces[-1][0][-1] if self.pieces else "\n"
            glued = self._broken and _WIDE.match(before) and _WIDE.match(text)
            if before != "\n" and not glued:
                self.pieces.append(self._waiting)
            self._waiting = None
        if whole or source is None:
            self.pieces.append((text, source))
        else:  # of a reference, the first character stands for all
            self.pieces.append((text[:1], source))
            self.pieces.extend([(text[1:], None)] if text[1:] else [])

    def write(self, weaver: Weaver, indent: str = "", *, one_line: bool = False) -> None:
        """Puts the words down; lines after the first begin with ``indent``, or all are made one."""
        last = len(self.pieces) - 1
        while last >= 0 and not self.pieces[last][0].strip("\n"):
            last -= 1
        for text, source in self.pieces[: last + 1]:
            if "\n" not in text:
                weaver.put(text, source)
                continue
            at = 0
            for line in text.splitlines(keepends=True):
                weaver.put(line.rstrip("\r\n"), None if source is None else source + at)
                if line != line.rstrip("\r\n"):
                    weaver.put(" " if one_line else "\n" + indent)
                at += len(line)
