"""Plain text and Markdown: the text is taken as it is. Decoded text in, working text out; pure."""

from __future__ import annotations

import re

from extract.sources.formats import Converted
from extract.sources.weave import Woven
from graph.sourcemap import SourceMap

_HEADING = re.compile(r"^#{1,6} \S", re.MULTILINE)
_ITEM_OR_TABLE = re.compile(r"^ {0,8}[-*+] \S|^ {0,3}\d{1,3}\. \S|^\|.*\|[ \t]*$|^\|?[ \t]*:?-{3,}:?[ \t]*\|", re.MULTILINE)
_SEEN = 500_000  # characters that are looked at for the shape of Markdown


def read_plain(text: str, *, markdown: bool = False) -> Converted:
    """The text itself; ``markdown`` when its file's name says so, else it is seen by its shape."""
    return Converted(Woven(text, SourceMap.identity(len(text))), "markdown" if markdown or looks_like_markdown(text) else "plain")


def looks_like_markdown(text: str) -> bool:
    """Headings with ``#``, at least two of them or one beside items or a table: one lone ``#`` line may be anything."""
    seen = text[:_SEEN]
    headings = sum(1 for _, _ in zip(range(2), _HEADING.finditer(seen), strict=False))
    return headings == 2 or (headings == 1 and _ITEM_OR_TABLE.search(seen) is not None)
