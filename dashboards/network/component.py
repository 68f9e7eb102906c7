"""The picture in the browser: data in, what the reader did out. A Streamlit component around the vis-network that pyvis brings along.

vis-network and our script are handed over as text (docs/adr/0012); what comes from documents is handed over as data only.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import streamlit as st

_ASSETS = Path(__file__).parent / "assets"
_VIS = "templates/lib/vis-9.1.2/vis-network.min.js"
_HTML = """<div class="frame">
<div class="net" role="application" tabindex="0"></div><div class="bar"></div><ul class="legend"></ul><div class="said" aria-live="polite"></div>
</div>"""
Done = dict[str, Any]  # {"what": "node" | "edge" | "nothing" | "expand" | "toggle" | "pin", "id": …}


def network(data: dict[str, Any], key: str, done: Callable[[Done], None]) -> None:
    """Draws the picture; ``done`` is told what the reader did, before the page runs again."""

    def told() -> None:
        event = st.session_state[key].get("done")
        if isinstance(event, dict):
            done(event)

    _component()(key=key, data=data, height=data["height"], on_done_change=told)


@cache
def vis_network() -> str:
    """The library's text, out of the installed pyvis."""
    return (files("pyvis") / _VIS).read_text(encoding="utf-8")


@cache
def _script() -> str:
    """One module: vis-network in a function of its own, so that nothing of it becomes global, then ours."""
    own = (_ASSETS / "network.js").read_text(encoding="utf-8")
    wrapped = "(function(){const exports={},module={exports};(function(exports,module,define){" + vis_network()
    return f"const vis={wrapped}\n}}).call(globalThis,exports,module,undefined);return module.exports}})();\n{own}"


@cache
def _css() -> str:
    return (_ASSETS / "network.css").read_text(encoding="utf-8")


def _component() -> Any:
    return st.components.v2.component("rapporteur_network", html=_HTML, css=_css(), js=_script())
