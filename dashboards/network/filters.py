"""The row above the picture: whose positions, finding a node, narrowing, saving."""

from __future__ import annotations

import streamlit as st

from dashboards import access, links, markup
from dashboards.look import KINDS
from dashboards.network import state
from dashboards.network import view as views
from dashboards.network.fetch import opening
from dashboards.network.picker import picker
from dashboards.network.picture import Picture
from dashboards.network.style import told
from dashboards.network.view import RELATIONS, View
from dashboards.words import language, say


def proposals(view: View) -> None:
    """Which proposal positions are shown on."""
    names = access.names()
    ids = [row["id"] for row in access.rows("network-proposals")]
    default = view.proposal or opening(access.rows)
    options = ids if default in ids else [default, *ids]
    st.session_state["network_proposal"] = default if view.base == "positions" else None

    def changed() -> None:
        state.show(View(proposal=st.session_state["network_proposal"] or ""))

    st.selectbox(
        say("network.positions_on"),
        options,
        index=None,
        width=300,
        placeholder="—",
        format_func=lambda node: names.of(node, language()),
        key="network_proposal",
        on_change=changed,
    )


def find(shown: Picture) -> None:
    """Finds a node: one of the picture is marked and brought into the middle, another gets a picture of its own."""
    here = {node.id for node in shown.nodes}

    def picked(node: str) -> None:
        if node in here:
            state.look_at(node)
        else:
            state.show(views.only(state.current(), node))

    picker(say("network.find"), "network_find", shown, picked)


def regions() -> list[str]:
    """The regions that states of the graph lie in."""
    return [row["region"] for row in access.rows("network-regions")]


def narrow(view: View) -> None:
    """Everything a picture can be narrowed to."""
    documents = {row["id"]: row["title"] for row in access.rows("documents")}
    st.multiselect(say("network.kinds"), list(KINDS), format_func=lambda kind: say(f"kinds.{kind}"), **links.bound(view, "kinds", "network_kinds"))
    st.multiselect(
        say("network.relations"), list(RELATIONS), format_func=lambda each: told(each, say), **links.bound(view, "relations", "network_relations")
    )  # fmt: skip
    st.selectbox(
        say("network.document"), ["", *documents], format_func=lambda each: documents.get(each, say("network.all")),
        **links.bound(view, "document", "network_document"),
    )  # fmt: skip
    st.selectbox(
        say("network.region"), ["", *regions()], format_func=lambda each: each or say("network.all"), **links.bound(view, "region", "network_region")
    )
    st.text_input(say("network.as_of"), placeholder=say("network.as_of_hint"), max_chars=10, **links.bound(view, "as_of", "network_as_of"))
    st.slider(say("network.confidence"), 0, 100, step=5, **links.bound(view, "confidence", "network_confidence"))


def remarks(view: View, shown: Picture, missing: tuple[str, ...], separate: bool) -> None:
    """How much of the graph this is, and what is not shown; with the way back to all of it."""
    said = [say("network.count", shown=len(shown.nodes), number=shown.size, edges=len(shown.edges))]
    if shown.left_out:
        said.append(say("network.left_out", number=shown.left_out))
    names = {node.id: node.name(language()) for node in shown.nodes}
    more = sorted(((number, names[node]) for node, number in shown.rest.items() if number and node in names), reverse=True)[:2]
    said += [say("network.rest", name=markup.clean(name), number=number) for number, name in more]
    if shown.full:
        said.append(say("network.full", number=views.LIMIT))
    if missing:
        said.append(say("network.missing", ids=", ".join(markup.clean(each) for each in missing)[:200]))
    if separate:
        said.append(say("network.no_path"))
    with st.container(key="network_count"):
        markup.note(" ".join(said))
