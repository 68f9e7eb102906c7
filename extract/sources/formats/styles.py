"""Paragraph styles of a DOCX file: what each says about headings and lists, with what it inherits. XML in, styles out; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

#: The paragraph's list and depth as (list, depth); ``0`` as list means: none.
Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style says: its heading level (0: none), its list."""

    heading: int = 0
    place: Place | None = None
    bullet: bool = False


def read_styles(root: Any) -> dict[str, Style]:
    """Each paragraph style with what it inherits, from the root element of styles.xml."""
    elements = {value(style, "styleId", own=True): style for style in root.iter(f"{W}style")}
    return {name: _style(name, elements) for name in elements}


def _style(name: str, elements: dict[str, Any]) -> Style:
    heading, place, bullet, seen = 0, None, False, set[str]()
    while name in elements and name not in seen:
        seen.add(name)
        element = elements[name]
        called = value(element, "name").lower()
        properties = element.find(f"{W}pPr")
        heading = heading or _heading(called, properties)
        place = place or list_place(properties)
        bullet = bullet or called.startswith("list bullet")
        name = value(element, "basedOn")
    return Style(heading, place, bullet)


def _heading(called: str, properties: Any) -> int:
    found = re.fullmatch(r"heading (\d)", called)
    if found:
        return min(6, int(found[1]))
    if called == "title":
        return 1
    outline = "" if properties is None else value(properties, "outlineLvl")
    return int(outline) + 1 if outline in tuple("012345") else 0


def list_place(properties: Any) -> Place | None:
    """The list and depth that paragraph properties name, if they do."""
    numbered = None if properties is None else properties.find(f"{W}numPr")
    if numbered is None:
        return None
    return value(numbered, "numId"), integer(value(numbered, "ilvl"), 0)


def value(element: Any, name: str, *, own: bool = False) -> str:
    """The value of an attribute of the element's own, or of its child of that name; empty where it has none."""
    holder = element if own else element.find(f"{W}{name}")
    return "" if holder is None else holder.get(f"{W}{name}" if own else f"{W}val") or ""


def integer(written: str, otherwise: int) -> int:
    return int(written) if written.isascii() and written.isdigit() and len(written) < 7 else otherwise
