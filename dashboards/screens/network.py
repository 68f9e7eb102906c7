"""Network: the graph as a picture that can be walked. Positions on a ban first; then whatever the reader expands, hides or looks for."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dashboards import access, markup, shell, strays, trail
from dashboards.network import filters, panel, rows, saving, state
from dashboards.network.component import network
from dashboards.network.picture import Picture
from dashboards.network.state import Prepared
from dashboards.network.view import View
from dashboards.words import language, say

HEIGHT = 590


def show() -> None:
    view = state.current()
    markup.heading(say("network.title"), 1)
    if strays.astray(view, document=("", *(row["id"] for row in access.rows("documents"))), region=("", *filters.regions())):
        return
    made = state.prepared(view)
    shown = made.shown
    _controls(view, made)
    separate = view.base == "path" and len(shown.nodes) == 2 and not shown.edges
    filters.remarks(view, shown, made.found.missing, separate)
    if not shown.nodes:
        st.info(say("network.empty"))
    else:
        _remember(view, shown)
        shell.with_panel(bool(view.node or view.edge), lambda: _main(view, made), lambda: panel.show(view, shown))


def _controls(view: View, made: Prepared) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="network_controls"):
        filters.proposals(view)
        with st.container(width=300):
            filters.find(made.shown)
        narrow = st.popover(say("network.narrow"), key="network_narrow", on_change="rerun")
        save = st.popover(say("network.save"), key="network_save", on_change="rerun")
        st.button(say("network.again"), key="network_again", on_click=state.show, args=(View(),), disabled=view == View())
    if narrow.open:  # what is folded away is filled when it is opened
        with narrow:
            filters.narrow(view)
    if save.open:
        with save:
            saving.offer(made.drawn, made.shown, made.places)
    loose = [("unhide", replace(view, hide=(), off=())), ("unpin", replace(view, pin=()))]
    offered = [(name, other) for name, other in loose if other != view]
    if offered:
        with st.container(horizontal=True, gap="small"):
            for name, other in offered:
                st.button(say(f"network.{name}"), key=f"network_{name}", on_click=state.show, args=(other,), type="tertiary")


def _main(view: View, made: Prepared) -> None:
    _picture(view, made)
    part = st.expander(say("network.rows"), key="network_rows", on_change="rerun")
    if part.open:
        with part:
            rows.show(made.shown)


def _picture(view: View, made: Prepared) -> None:
    words = {each: say(f"network.{each}") for each in ("legend", "nearer", "farther", "fit", "png")}
    words["about"] = say("network.about", shown=len(made.shown.nodes))
    told = {"revision": made.revision, "place": made.place, "words": words, "height": HEIGHT, "file": "network", "chosen": state.chosen(view)}
    network(made.content, told, state.KEY, state.done)
    markup.note(say("network.help"))


def _remember(view: View, shown: Picture) -> None:
    node = shown.node(view.node or view.id)
    if node is not None:
        trail.step(node.name(language()), "network", {"id": node.id, "node": node.id})
