"""Network: the graph as a picture that can be walked. Positions on a ban first; then whatever the reader expands, hides or looks for."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import Any

import streamlit as st

from dashboards import markup, shell, trail
from dashboards.network import filters, panel, rows, saving, state
from dashboards.network.component import network
from dashboards.network.layout import Places
from dashboards.network.picture import Found, Picture, choose
from dashboards.network.style import drawing
from dashboards.network.view import View
from dashboards.words import language, say

HEIGHT = 590


def show() -> None:
    view = state.current()
    found, places = state.found(view, language())
    shown = choose(found, view)
    with st.container(key="network_head", horizontal=True, vertical_alignment="bottom"):
        markup.heading(say("network.title"), 1)
    _controls(view, found, shown, places)
    separate = view.base == "path" and len(shown.nodes) == 2 and not shown.edges
    filters.remarks(view, shown, found.missing, separate)
    if not shown.nodes:
        st.info(say("network.empty"))
    else:
        _remember(view, shown)
        shell.with_panel(bool(view.node or view.edge), lambda: _picture(view, found, shown, places), lambda: panel.show(view, shown))
    rows.show(view, shown)


def _controls(view: View, found: Found, shown: Picture, places: Places) -> None:
    where, what, narrow, save, again = st.columns([4, 4, 1.3, 1.3, 1.6], vertical_alignment="bottom", gap="small")
    with where:
        filters.proposals(view)
    with what:
        filters.find(shown)
    with narrow, st.popover(say("network.narrow"), width="stretch", key="network_narrow"):
        filters.narrow(view)
    with save, st.popover(say("network.save"), width="stretch", key="network_save"):
        saving.offer(view, found, shown, places)
    with again:
        st.button(say("network.again"), key="network_again", on_click=state.show, args=(View(),), disabled=view == View(), width="stretch")
    loose = [("unhide", replace(view, hide=(), off=())), ("unpin", replace(view, pin=()))]
    offered = [(name, other) for name, other in loose if other != view]
    if offered:
        with st.container(horizontal=True, gap="small"):
            for name, other in offered:
                st.button(say(f"network.{name}"), key=f"network_{name}", on_click=state.show, args=(other,), type="tertiary")


def _picture(view: View, found: Found, shown: Picture, places: Places) -> None:
    data: dict[str, Any] = drawing(found, shown, view, places, say, language())
    words = {each: say(f"network.{each}") for each in ("legend", "nearer", "farther", "fit", "png")}
    words["about"] = say("network.about", shown=len(shown.nodes))
    revision = sha256(repr(data).encode()).hexdigest()[:16]
    place = sha256(repr(view.asked).encode()).hexdigest()[:16]
    network(
        data | {"revision": revision, "place": place, "words": words, "height": HEIGHT, "file": "network", "chosen": state.chosen(view)},
        state.KEY,
        state.done,
    )
    markup.note(say("network.help"))


def _remember(view: View, shown: Picture) -> None:
    node = shown.node(view.node or view.id)
    if node is not None:
        trail.step(node.name(language()), "network", {"id": node.id, "node": node.id})
