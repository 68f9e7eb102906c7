"""The table under the picture: the same nodes and edges for keyboard and screen reader. A chosen row is chosen in the picture."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from dashboards.markup import clean
from dashboards.network import state
from dashboards.network import view as views
from dashboards.network.picture import Picture
from dashboards.network.style import relation_words
from dashboards.words import language, say
from graph.tables import Table


def show(shown: Picture) -> None:
    """Two tabs, nodes and edges."""
    nodes, edges = st.tabs(
        [
            f"{say(f'network.{each}')} {say('network.number', number=number)}"
            for each, number in (("nodes", len(shown.nodes)), ("edges", len(shown.edges)))
        ]
    )
    with nodes:
        _table(node_table(shown), "network_nodes", [("node", node.id) for node in shown.nodes])
    with edges:
        _table(edge_table(shown), "network_edges", [("edge", edge.id) for edge in shown.edges])


def node_table(shown: Picture) -> Table:
    """A row a node: kind, name in the reader's language, names in the others, region, relations in the picture."""
    said = ("name", "kind", "en", "zh", "ko", "region", "edges")
    degree: dict[str, int] = {}
    for edge in shown.edges:
        for end in {edge.source, edge.target}:
            degree[end] = degree.get(end, 0) + 1
    rows = tuple(
        (
            clean(node.name(language())),
            say(f"kinds.{node.kind}"),
            *(clean(node.names.get(code)) for code in said[2:5]),
            node.region,
            degree.get(node.id, 0),
        )
        for node in shown.nodes
    )
    return Table(tuple(word if word in ("en", "zh", "ko") else say(f"network.{word}") for word in said), rows)


def edge_table(shown: Picture) -> Table:
    """A row an edge: its ends, relation, stance, claims, documents, dates, confidence, the best quote."""
    said = ("from", "relation", "to", "claims", "document", "since", "until", "sure", "firsthand", "quote")
    names = {node.id: clean(node.name(language())) for node in shown.nodes}
    rows = tuple(
        (
            names[edge.source], relation_words(edge.relation, say), names[edge.target], edge.claims, list(edge.documents), edge.first, edge.last,
            edge.confidence, edge.firsthand, clean(edge.quote),
        )
        for edge in shown.edges
    )  # fmt: skip
    return Table(tuple(say(f"network.{word}") for word in said), rows)


def _table(table: Table, key: str, ids: list[tuple[str, str]]) -> None:
    def chosen() -> None:
        selection: Any = st.session_state[key]["selection"]["rows"]
        if selection and selection[0] < len(ids):
            kind, what = ids[selection[0]]
            if kind == "node":
                state.look_at(what)
            else:
                state.show(views.select(state.current(), kind, what))

    frame = pd.DataFrame(list(table.rows), columns=list(table.columns))
    st.dataframe(frame, hide_index=True, key=key, on_select=chosen, selection_mode="single-row", height=min(420, 60 + 35 * len(frame)))
