"""Positions: who is recorded for, against or neither on a proposal; on a map, in a table by source, over time, down to the words."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dashboards import access, links, markup, shell
from dashboards import position_data as data
from dashboards.position_data import Found
from dashboards.position_panels import detail, others, unnamed
from dashboards.position_views import View, map_of_states, sentence, table_of_states, tools
from dashboards.words import language, say


def show() -> None:
    markup.heading(say("positions.title"), 1)
    proposals = access.rows("proposals")
    if not proposals:
        st.info(say("positions.empty"))
        return
    view = _view([row["id"] for row in proposals])
    found = data.found(view.asked)
    picked = found.by_id.get(view.holder)

    def main() -> None:
        sentence(view, found.states)
        _filters(view, proposals)
        tools(view, found.states)
        with st.container(key="pair"):
            left, right = st.columns(2, gap="medium")
            with left:
                map_of_states(view, found.everywhere)
            with right:
                _tables(view, found)
        with st.container(key="below"):
            left, right = st.columns(2, gap="medium")
            with left:
                unnamed(view, found.groups)
            with right:
                _over_time(view)

    shell.with_panel(picked is not None, main, lambda: detail(view, picked))  # type: ignore[arg-type]  # there is one when it is opened


def _view(proposals: list[str]) -> View:
    """The state in the address; what does not exist in this graph falls back to the default."""
    view = links.read(View)
    if view.proposal not in proposals:
        view = replace(view, proposal=proposals[0])
    if view.region not in data.regions(view.proposal):
        view = replace(view, region="")
    return view if view.as_of in data.years(view.proposal) else replace(view, as_of="")


def _filters(view: View, proposals: list[access.Row]) -> None:
    names, code = access.names(), language()
    rows = {row["id"]: row for row in proposals}
    with st.container(key="filters"):
        proposal, region, as_of = st.columns([5, 3, 4], gap="medium")
        proposal.selectbox(
            say("positions.proposal"),
            list(rows),
            format_func=lambda each: say("positions.proposal_of", name=names.of(each, code), number=rows[each]["states"]),
            **links.bound(view, "proposal", "proposal"),
        )
        region.selectbox(
            say("positions.region"),
            data.regions(view.proposal),
            format_func=lambda each: say(f"regions.{each}") if each else say("positions.everywhere"),
            **links.bound(view, "region", "region"),
        )
        known = data.years(view.proposal)
        if known:
            as_of.select_slider(
                say("positions.as_of"), [*known, ""], format_func=lambda each: each or say("positions.always"), **links.bound(view, "as_of", "as_of")
            )


def _tables(view: View, found: Found) -> None:
    """States and others in two tabs, of which only the open one is filled."""
    labels = [say("positions.states_tab", number=len(found.states)), say("positions.others_tab", number=len(found.others))]
    st.session_state["holders_tab"] = labels[view.tab == "others"]

    def changed() -> None:
        links.change(view, tab="others" if st.session_state["holders_tab"] == labels[1] else "")

    states, other = st.tabs(labels, key="holders_tab", on_change=changed)
    if view.tab == "others":
        with other:
            others(view)
    else:
        with states:
            table_of_states(view, found.states)


def _over_time(view: View) -> None:
    markup.heading(say("positions.over_time"))
    chart = data.bars(view.asked, language())
    if chart is None:
        markup.note(say("positions.nobody"))
        return
    st.vega_lite_chart(chart, key="years", width="stretch", alt=say("positions.over_time"))
    markup.note(say("positions.over_time_note"))
