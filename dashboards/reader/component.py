"""The reader in the browser: passages, pieces and claims in as data, the claim that was chosen out. Text is only ever text there."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

_ASSETS = Path(__file__).parent / "assets"
_HTML = '<div class="reader"><div class="text" tabindex="0"></div><aside class="claims"></aside></div>\n'


def reader(data: dict[str, Any], key: str, *, chosen: Callable[[str], None], opened: Callable[[str, str], None]) -> None:
    """Draws a part of a document.

    Args:
        data: what dashboards/reader/content.py makes.
        key: of the component.
        chosen: is told the id of a claim that the reader clicked, or nothing where none is chosen any more.
        opened: is told kind and id of a holder or target that the reader wants to see.
    """

    def tell() -> None:
        chosen(str(st.session_state[key].get("claim") or ""))

    def open_it() -> None:
        wanted = st.session_state[key].get("open")
        if isinstance(wanted, dict):
            opened(str(wanted.get("kind")), str(wanted.get("id")))

    _component()(key=key, data=data, default={"claim": None}, on_claim_change=tell, on_open_change=open_it, height="content")


@cache
def _asset(name: str) -> str:
    return (_ASSETS / name).read_text(encoding="utf-8")


def _component() -> Any:
    return st.components.v2.component("rapporteur_reader", html=_HTML, css=_asset("reader.css"), js=_asset("reader.js"))
