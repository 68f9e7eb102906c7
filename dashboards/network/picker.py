"""A field that finds a node by its name in any language, those of the picture first. What is picked is handed on."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from dashboards import access, markup
from dashboards.markup import plain
from dashboards.network.picture import Picture
from dashboards.words import language, say

_MOST = 6


def picker(label: str, key: str, shown: Picture, picked: Callable[[str], None]) -> None:
    """The field, and below it what was found, each a button."""
    sought = st.text_input(label, key=key, placeholder=say("network.find_hint"), type="search", live=True, max_chars=200)
    if not (sought or "").strip():
        return
    here = {node.id for node in shown.nodes}
    hits = sorted(access.names().find(str(sought), limit=60), key=lambda hit: hit.node.id not in here)[:_MOST]
    if not hits:
        markup.note(say("nav.nothing_found", words=sought))
    for hit in hits:
        where = f" · {say('network.here')}" if hit.node.id in here else ""
        also = f" ({hit.by})" if hit.by != hit.node.name(language()) else ""
        words = plain(f"{hit.node.name(language())}{also} · {say(f'kinds.{hit.node.kind}')}{where}")
        st.button(words, key=f"{key}_{hit.node.id}", on_click=_pick, args=(key, hit.node.id, picked), type="tertiary")


def _pick(key: str, node: str, picked: Callable[[str], None]) -> None:
    st.session_state[key] = ""
    picked(node)
