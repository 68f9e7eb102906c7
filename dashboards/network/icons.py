"""The shapes of the kinds as pictures for the canvas: the outlines of dashboards/look.py with a ring in the colour of a stance. Pure."""

from __future__ import annotations

from functools import cache
from urllib.parse import quote

from dashboards.look import CONTESTED, KINDS, OPPOSES, STANCES, SUPPORTS

#: Kinds whose label stands in a box instead of under a picture.
BOXED = frozenset({"Concept", "Proposal"})


def icon_name(kind: str, stance: str | None = None) -> str:
    """How a picture is called in what is sent to the browser."""
    return f"{kind}-{stance}" if stance else kind


@cache
def picture(kind: str, stance: str | None = None) -> str:
    """A data address with the kind's outline as SVG."""
    shape = KINDS[kind]
    outline = shape.outline.replace("currentColor", shape.colour)
    ring = "" if stance is None else _ring(stance)
    box = "-2.5 -2.5 21 21" if stance else "0 0 16 16"
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" width="128" height="128" fill="{shape.colour}">{ring}{outline}</svg>'
    return "data:image/svg+xml;charset=utf-8," + quote(svg)


def _ring(stance: str) -> str:
    if stance == CONTESTED:
        halves = ((SUPPORTS, "M8 -1A9 9 0 0 0 8 17"), (OPPOSES, "M8 -1A9 9 0 0 1 8 17"))
        return "".join(f'<path d="{path}" fill="none" stroke="{STANCES[half].colour}" stroke-width="2"/>' for half, path in halves)
    return f'<circle cx="8" cy="8" r="9" fill="none" stroke="{STANCES[stance].colour}" stroke-width="2"/>'
