"""Elements of HTML: which do what, and what their attributes say. Names and tags in, values out; pure."""

from __future__ import annotations

from extract.sources.formats.tokens import Token, attributes, tokens

HEADINGS = {f"h{level}": level for level in range(1, 7)}
#: Elements that are no part of what the document says; they are left out and counted.
LEFT_OUT = frozenset(
    {"script", "style", "template", "nav", "aside", "footer", "noscript", "svg", "math", "iframe", "object", "select", "button", "xmp", "textarea"}
)
LISTS = frozenset({"ul", "ol", "menu", "dir"})
BLOCKS = frozenset(
    {"p", "div", "section", "article", "main", "header", "address", "figure", "figcaption", "caption", "details", "summary", "dl", "dt", "dd"}
    | {"fieldset", "form", "center", "body", "hr", "html"}
)
CELLS = frozenset({"td", "th"})
TRACKED = LEFT_OUT | LISTS | BLOCKS | CELLS | {"blockquote", "pre", "table", "tr", "title", "head", "sup", "li", *HEADINGS}
VOID = frozenset({"hr", "br", "img", "meta", "link", "input", "wbr"})


def outer_tables(page: str) -> frozenset[int]:
    """Where the tables begin that hold other tables: those are for the look of the page."""
    outer: set[int] = set()
    begun: list[int] = []
    for token in tokens(page):
        if token.name != "table":
            continue
        if token.kind == "open":
            outer.update(begun[-1:])
            begun.append(token.start)
        elif begun:
            begun.pop()
    return frozenset(outer)


def marks(token: Token, page: str) -> tuple[str, int] | None:
    """How an ordered list counts: the style of its numbers and the first; ``None`` for bullets."""
    if token.name != "ol":
        return None
    given = attributes(page, token)
    return given.get("type", "1"), number(given.get("start", ""))


def number(written: str) -> int:
    return max(1, int(written)) if written.isascii() and written.isdigit() and len(written) < 5 else 1
