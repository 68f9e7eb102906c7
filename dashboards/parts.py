"""Drawings of our own that the browser shows as one component: what each draws in, what the reader did in one of them out.

Each of Streamlit's elements is a message, a mount and a layout of its own, for which a reader waits longer than for what is drawn. The scripts are
files that the browser keeps (dashboards/front.py), so that they are there, compiled, when they are needed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

import streamlit as st

FOLDER = Path(__file__).parent / "assets" / "parts"
Kind = Literal["controls", "map", "markup", "sheet"]
#: What stands in the place of each kind before it is drawn; the map's has its countries besides (dashboards/worldmap.py).
_FRAMES = {
    "controls": '<div class="controls"></div>',
    "sheet": '<div class="sheet"><div class="scroll"><table role="grid"></table></div><button type="button" class="all" hidden></button></div>',
}


@dataclass(frozen=True, slots=True)
class Part:
    """``place`` is its name in the layout, ``data`` what is drawn there, as JSON; ``told`` hears what the reader did, before the page runs again."""

    place: str
    data: str
    told: Callable[[Any], None] | None = None


def place(name: str, kind: Kind, frame: str = "") -> str:
    """A place for a part, as markup. What is not filled is not seen."""
    return f'<div data-part="{name}" data-kind="{kind}" hidden>{frame or _FRAMES.get(kind, "")}</div>'


def marked(name: str, *markup: str) -> Part:
    """A part that only says something."""
    return Part(name, json.dumps("".join(markup), ensure_ascii=False))


def show(key: str, layout: str, those: Iterable[Part], *, width: Literal["stretch", "content"] = "stretch") -> None:
    """Draws parts in their places; ``layout`` is markup with nothing in it that comes from documents."""
    parts = {part.place: part for part in those}

    def told() -> None:
        event = st.session_state[key].get("told")
        part = parts.get(str(event.get("part"))) if isinstance(event, dict) else None
        if part is not None and part.told is not None:
            part.told(event.get("value"))

    data = "{" + ",".join(f"{json.dumps(name)}:{part.data}" for name, part in parts.items()) + "}"
    _component(key, layout)(key=key, data=data.encode(), on_told_change=told, width=width, height="content")


def address() -> str:
    """Where the scripts are given out, relative to a page; another one whenever one of them is another."""
    return f"_parts/{_revision()}"


@cache
def _revision() -> str:
    return sha256(b"".join(file.read_bytes() for file in sorted(FOLDER.glob("*.js")))).hexdigest()[:12]


@cache
def _css() -> str:
    """The style of the layout, and that of each kind in its places only."""
    kinds = {file.stem: file.read_text(encoding="utf-8") for file in sorted(FOLDER.glob("*.css"))}
    layout = kinds.pop("parts")
    return layout + "".join(f'[data-kind="{kind}"] {{\n{css}}}\n' for kind, css in kinds.items())


def _component(key: str, layout: str) -> Any:
    where = f"${{window.__streamlit.BACKEND_BASE_URL}}/{address()}/parts.js"
    script = f"// A text of one line would be taken for a file's name.\nexport default async (it) => (await import(`{where}`)).default(it);\n"
    return st.components.v2.component(f"rapporteur_{key}", html=f'<div class="parts">{layout}</div>\n', css=_css(), js=script)
