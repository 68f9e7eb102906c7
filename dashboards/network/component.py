"""The picture in the browser: data in, what the reader did out. A Streamlit component around the vis-network that pyvis brings along.

Our script and vis-network are files that the browser fetches from the server (docs/adr/0012); what comes from documents is handed over as data only.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

_ASSETS = Path(__file__).parent / "assets"
_PACKAGE, _VIS = "rapporteur", "templates/lib/vis-9.1.2"
_HTML = """<div class="frame">
<div class="net" role="application" tabindex="0"></div><div class="bar"></div><ul class="legend"></ul><div class="said" aria-live="polite"></div>
</div>"""
Done = dict[str, Any]  # {"what": "node" | "edge" | "nothing" | "expand" | "toggle" | "pin", "id": …}


def network(content: str, rest: dict[str, Any], key: str, done: Callable[[Done], None]) -> None:
    """Draws the picture; ``done`` is told what the reader did, before the page runs again.

    Args:
        content: the drawing (dashboards/network/packing.py), the same for all readers.
        rest: what it is drawn with; where both have a key, this one counts.
        key: of the component.
        done: is told.
    """

    def told() -> None:
        event = st.session_state[key].get("done")
        if isinstance(event, dict):
            done(event)

    data = f'{{"content":{content},"rest":{json.dumps(rest, ensure_ascii=False)}}}'.encode()
    _component()(key=key, data=data, height=rest["height"], on_done_change=told)


def _serve() -> None:
    """Has the server give out our files and those of the vis-network in the installed pyvis, each under a name of its own, once."""
    manager = get_bidi_component_manager()
    for name, root, folder in (("network", _ASSETS.parent, _ASSETS.name), ("vis", Path(str(files("pyvis"))), _VIS)):
        if manager.get_component_path(f"{_PACKAGE}.{name}") is None:
            manager.register_from_manifest(ComponentManifest(_PACKAGE, "1", [ComponentConfig(name, folder)]), root)


@cache
def _css() -> str:
    return (_ASSETS / "network.css").read_text(encoding="utf-8")


def _component() -> Any:
    _serve()
    return st.components.v2.component(f"{_PACKAGE}.network", html=_HTML, css=_css(), js="network.js")
