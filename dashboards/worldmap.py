"""The world map in the browser: what atlas.py makes in, the part that draws it (dashboards/parts.py) out.

Drawn by a script of our own: a chart library takes the browser half a second before it draws its first country.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from dashboards import atlas, parts
from dashboards.parts import Part


def place(name: str) -> str:
    """The place of a map, its countries already there, as markup."""
    return parts.place(name, "map", f'<div class="map">{atlas.drawing()}<div class="tip" hidden></div></div>')


def world_map(world: dict[str, Any], place: str, *, picked: str | None, about: str, clicked: Callable[[str], None]) -> Part:
    """The map; ``clicked`` is told the code of a state, before the page runs again. ``picked`` is outlined."""
    data = json.dumps(world | {"picked": picked or "", "about": about}, ensure_ascii=False)
    return Part(place, data, lambda state: clicked(str(state or "")))
