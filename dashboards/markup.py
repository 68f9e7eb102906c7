"""The one place where text becomes markup. Whatever comes from documents, the graph or the address passes through here before it is shown as HTML or
Markdown; nothing else in the dashboards writes tags around it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from html import escape
from string import punctuation

import streamlit as st

_SIGNS = re.compile(f"[{re.escape(punctuation)}]")
_COMMAND = re.compile("`([^`]+)`")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


def clean(text: object) -> str:
    """A value as text without control characters, and without those that turn the direction of what follows."""
    return _CONTROL.sub("", "" if text is None else str(text))


def plain(text: object) -> str:
    """Text for a place that reads Markdown (labels, links): every sign of it escaped, in one line."""
    return _SIGNS.sub(r"\\\g<0>", " ".join(clean(text).split()))


def safe(text: object) -> str:
    """Text for a place that reads HTML."""
    return escape(clean(text), quote=True)


def element(tag: str, *inner: str, **attributes: str) -> str:
    """An element. ``inner`` is markup already (:func:`safe`); attributes are escaped here; ``class_`` and ``aria_label`` are class and aria-label."""
    written = "".join(f' {name.rstrip("_").replace("_", "-")}="{safe(value)}"' for name, value in attributes.items() if value)
    return f"<{tag}{written}>{''.join(inner)}</{tag}>"


def grid(head: Sequence[str], rows: Iterable[Sequence[str]], *, caption: str, numbers: Collection[int] = ()) -> str:
    """A small table as markup. ``head`` and ``caption`` are text, cells are markup already; columns of ``numbers`` stand to the right."""

    def cells(tag: str, row: Sequence[str], **attributes: str) -> str:
        return "".join(element(tag, cell, class_="r-number" if at in numbers else "", **attributes) for at, cell in enumerate(row))

    top = element("thead", element("tr", cells("th", [safe(cell) for cell in head], scope="col")))
    body = element("tbody", *(element("tr", cells("td", row)) for row in rows))
    return element("table", element("caption", safe(caption), class_="r-hidden"), top, body, class_="r-table")


def listed(lines: Iterable[str], name: str = "") -> str:
    """A plain list as markup; ``lines`` are markup already, ``name`` is a class that tells the list from others."""
    return element("ul", *(element("li", line) for line in lines), class_=f"r-list {name}".rstrip())


def beside(*parts: str) -> str:
    """Markup in columns, below each other where there is no room."""
    return element("div", *(element("div", part) for part in parts), class_="r-beside")


def show(*markup: str) -> None:
    """Puts markup on the page; Streamlit cleans it of anything that could run, too."""
    st.html("".join(markup))


def note(text: str) -> None:
    """A remark in small grey."""
    show(noted(text))


def heading(text: str, level: int = 2) -> None:
    """A heading with text from anywhere."""
    show(titled(text, level))


def noted(text: str) -> str:
    """A remark as markup, for what is shown together: each call of :func:`show` costs the browser about a millisecond. What stands between backticks
    is a command."""
    return element("p", _COMMAND.sub(r"<code>\1</code>", safe(text)), class_="r-note")


def titled(text: str, level: int = 2) -> str:
    """A heading as markup."""
    return element(f"h{level}", safe(text), class_="r-heading")
