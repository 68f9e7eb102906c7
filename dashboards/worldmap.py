"""The world map in the browser: what atlas.py makes in, the state that was clicked out.

Drawn by a component of our own: a chart library takes the browser half a second before it draws its first country.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from dashboards import atlas

_ASSETS = Path(__file__).parent / "assets"


def world_map(world: dict[str, Any], key: str, *, picked: str | None, about: str, clicked: Callable[[str], None]) -> None:
    """Draws the map; ``clicked`` is told the code of a state, before the page runs again. ``picked`` is outlined."""

    def told() -> None:
        clicked(str(st.session_state[key].get("state") or ""))

    _component()(key=key, data=world | {"picked": picked or "", "about": about}, on_state_change=told, height="content")


@cache
def _asset(name: str) -> str:
    return (_ASSETS / name).read_text(encoding="utf-8")


def _component() -> Any:
    html = f'<div class="map">\n{atlas.drawing()}<div class="tip" hidden></div>\n</div>'
    return st.components.v2.component("rapporteur_map", html=html, css=_asset("map.css"), js=_asset("map.js"))
