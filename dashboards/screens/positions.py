"""Positions: who is recorded for, against or neither on a proposal; on a map, in a table by source, over time, down to the words."""

from __future__ import annotations

from dataclasses import dataclass, replace

import streamlit as st

from dashboards import access, links, markup, shell, stances, timeline
from dashboards.position_panels import detail, others, unnamed
from dashboards.position_views import View, map_of_states, sentence, table_of_states, tools
from dashboards.words import language, say

STATE, GROUP = "State", "Group"


@dataclass(frozen=True, slots=True)
class Found:
    """What the filters leave: states of the region, all states, other named holders, unnamed groups."""

    states: tuple[stances.Holder, ...]
    everywhere: tuple[stances.Holder, ...]
    others: tuple[stances.Holder, ...]
    groups: tuple[stances.Holder, ...]


def show() -> None:
    markup.heading(say("positions.title"), 1)
    proposals = access.rows("proposals")
    if not proposals:
        st.info(say("positions.empty"))
        return
    view, records = _view([row["id"] for row in proposals])
    found = _filtered(records, view)
    picked = next((each for each in (*found.everywhere, *found.others, *found.groups) if each.id == view.holder), None)

    def main() -> None:
        sentence(view, found.states)
        _filters(view, proposals, records)
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
                _over_time(view, records)

    shell.with_panel(picked is not None, main, lambda: detail(view, picked))  # type: ignore[arg-type]  # there is one when it is opened


def _view(proposals: list[str]) -> tuple[View, tuple[stances.Record, ...]]:
    """The state in the address; what does not exist in this graph falls back to the default."""
    view = links.read(View)
    if view.proposal not in proposals:
        view = replace(view, proposal=proposals[0])
    records = stances.records_from(access.rows("positions", proposal=view.proposal))
    if view.region not in _regions(records):
        view = replace(view, region="")
    if view.as_of not in stances.years(records):
        view = replace(view, as_of="")
    return view, records


def _filtered(records: tuple[stances.Record, ...], view: View) -> Found:
    held = stances.holders(stances.until(records, view.as_of))
    everywhere = tuple(each for each in held if each.kind == STATE)
    states = tuple(each for each in everywhere if view.region in ("", each.region))
    return Found(
        states, everywhere, tuple(each for each in held if each.kind not in (STATE, GROUP)), tuple(each for each in held if each.kind == GROUP)
    )


def _regions(records: tuple[stances.Record, ...]) -> list[str]:
    return ["", *sorted({record.region for record in records if record.region})]


def _filters(view: View, proposals: list[access.Row], records: tuple[stances.Record, ...]) -> None:
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
            _regions(records),
            format_func=lambda each: say(f"regions.{each}") if each else say("positions.everywhere"),
            **links.bound(view, "region", "region"),
        )
        known = stances.years(records)
        if known:
            as_of.select_slider(
                say("positions.as_of"), [*known, ""], format_func=lambda each: each or say("positions.always"), **links.bound(view, "as_of", "as_of")
            )


def _tables(view: View, found: Found) -> None:
    states, other = st.tabs(
        [say("positions.states_tab", number=len(found.states)), say("positions.others_tab", number=len(found.others))], key="holders_tab"
    )
    with states:
        table_of_states(view, found.states)
    with other:
        others(view, found.others)


def _over_time(view: View, records: tuple[stances.Record, ...]) -> None:
    markup.heading(say("positions.over_time"))
    of_states = [record for record in records if record.kind == STATE and view.region in ("", record.region)]
    counted = stances.by_year(of_states)
    if not counted:
        markup.note(say("positions.nobody"))
        return
    st.altair_chart(timeline.bars(counted, say), key="years", width="stretch", alt=say("positions.over_time"))
    markup.note(say("positions.over_time_note"))
