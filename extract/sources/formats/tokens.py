"""HTML cut into tags and text with their places, in one pass whatever the page is: text in, tokens out; pure.

Python's own parser gives no offsets for character references and is quadratic on some broken pages, so this is our own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

RAW = frozenset({"script", "style", "textarea", "xmp"})  # elements whose content is not markup
_NAME = re.compile(r"</?([A-Za-z][^\s/>]*+)")
_REST = re.compile(r"(?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+>")
_ATTRIBUTE = re.compile(r"([^\s=\"'/>]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")


class Token(NamedTuple):
    """``kind``: text, open, close, or raw (a script's content); ``name`` in small letters; ``start…end`` in the page."""

    kind: str
    name: str
    start: int
    end: int


def tokens(page: str) -> Iterator[Token]:
    """The page's tags, text and raw content in order; comments, declarations and processing instructions are passed over."""
    reader, at = _Reader(page), 0
    while at < len(page):
        opening = page.find("<", at)
        if opening < 0:
            opening = len(page)
        if opening > at:
            yield Token("text", "", at, opening)
        if opening == len(page):
            return
        token = reader.markup(opening)
        yield token
        at = token.end
        if token.kind == "open" and token.name in RAW:
            end = reader.raw_end(token.name, at)
            yield Token("raw", token.name, at, end)
            at = end


def attributes(page: str, token: Token) -> dict[str, str]:
    """The attributes of an opening tag, names in small letters; values as written."""
    inside = page[token.start + 1 + len(token.name) : min(token.end, token.start + 4000)]
    return {m[1].lower(): m[2] or m[3] or m[4] or "" for m in _ATTRIBUTE.finditer(inside)}


class _Reader:
    """Remembers which ends the page does not have, so that none is looked for twice."""

    def __init__(self, page: str) -> None:
        self.page = page
        self.absent: set[str] = set()
        self.quotes_balance = True

    def markup(self, at: int) -> Token:
        if self.page.startswith(("<!", "<?"), at):
            return Token("comment", "", at, self._comment_end(at))
        name = _NAME.match(self.page, at)
        if name is None:  # a bare < is text
            return Token("text", "", at, at + 1)
        end = self._tag_end(name.end())
        return Token("close" if self.page[at + 1] == "/" else "open", name[1].lower(), at, end)

    def _tag_end(self, at: int) -> int:
        if self.quotes_balance:
            rest = _REST.match(self.page, at)
            if rest is not None:
                return rest.end()
            self.quotes_balance = False
        end = self._find(">", at)
        return len(self.page) if end < 0 else end + 1

    def _comment_end(self, at: int) -> int:
        for start, end in (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<", ">")):
            if self.page.startswith(start, at):
                found = self._find(end, at + len(start))
                if found >= 0:
                    return found + len(end)
        return len(self.page)

    def raw_end(self, name: str, at: int) -> int:
        if name in self.absent:
            return len(self.page)
        found = re.compile(f"</{name}", re.IGNORECASE).search(self.page, at)
        return len(self.page) if found is None else found.start()

    def _find(self, what: str, at: int) -> int:
        if what in self.absent:
            return -1
        found = self.page.find(what, at)
        if found < 0:
            self.absent.add(what)
        return found
