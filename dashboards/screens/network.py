"""Network: the graph as a picture that can be walked. Positions on a ban first; then whatever the reader expands, hides or looks for."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dashboards import markup, trail
from dashboards.network import filters, panel, rows, saving, state
from dashboards.network.component import network
from dashboards.network.picture import Picture
from dashboards.network.state import Prepared
from dashboards.network.view import View
from dashboards.words import language, say

HEIGHT = 590


def show() -> None:
    view = state.current()
    made = state.prepared(view)
    shown = made.shown
    markup.heading(say("network.title"), 1)
    _controls(view, made)
    separate = view.base == "path" and len(shown.nodes) == 2 and not shown.edges
    filters.remarks(view, shown, made.found.missing, separate)
    if not shown.nodes:
        st.info(say("network.empty"))
    else:
        _remember(view, shown)
        _side_by_side(view, made)
    rows.show(shown)


def _side_by_side(view: View, made: Prepared) -> None:
    """Picture and panel. The columns are there without a panel, too: the browser then keeps the picture it has when one opens."""
    opened = bool(view.node or view.edge)
    left, right = st.columns([7, 4] if opened else [1, 0.001], gap="medium" if opened else None)
    with left:
        _picture(view, made)
    if opened:
        with right, st.container(key="panel", border=True):
            panel.show(view, made.shown)


def _controls(view: View, made: Prepared) -> None:
    where, what, narrow, save, again = st.columns([4, 4, 1.3, 1.3, 1.6], vertical_alignment="bottom", gap="small")
    with where:
        filters.proposals(view)
    with what:
        filters.find(made.shown)
    with narrow, st.popover(say("network.narrow"), width="stretch", key="network_narrow"):
        filters.narrow(view)
    with save, st.popover(say("network.save"), width="stretch", key="network_save"):
        saving.offer(made.drawn, made.shown, made.places)
    with again:
        st.button(say("network.again"), key="network_again", on_click=state.show, args=(View(),), disabled=view == View(), width="stretch")
    loose = [("unhide", replace(view, hide=(), off=())), ("unpin", replace(view, pin=()))]
    offered = [(name, other) for name, other in loose if other != view]
    if offered:
        with st.container(horizontal=True, gap="small"):
            for name, other in offered:
                st.button(say(f"network.{name}"), key=f"network_{name}", on_click=state.show, args=(other,), type="tertiary")


def _picture(view: View, made: Prepared) -> None:
    words = {each: say(f"network.{each}") for each in ("legend", "nearer", "farther", "fit", "png")}
    words["about"] = say("network.about", shown=len(made.shown.nodes))
    told = {"revision": made.revision, "place": made.place, "words": words, "height": HEIGHT, "file": "network", "chosen": state.chosen(view)}
    network(made.drawn | told, state.KEY, state.done)
    markup.note(say("network.help"))


def _remember(view: View, shown: Picture) -> None:
    node = shown.node(view.node or view.id)
    if node is not None:
        trail.step(node.name(language()), "network", {"id": node.id, "node": node.id})
