"""Positions: who is recorded for, against or neither on a proposal; on a map, in a table by source, over time, down to the words."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dashboards import access, links, markup, profile, shell, strays
from dashboards import position_data as data
from dashboards.controls import Control, controls
from dashboards.position_data import Found
from dashboards.position_panels import detail, others, unnamed
from dashboards.position_views import View, ask_for_file, legend, map_of_states, sentence, table_of_states, taken_away
from dashboards.words import language, say


def show() -> None:
    proposals, title = access.rows("proposals"), markup.titled(say("positions.title"), 1)
    if not proposals:
        markup.show(title)
        st.info(say("positions.empty"))
        return
    view = _view([row["id"] for row in proposals])
    if view is None:
        markup.show(title)
        profile.listed(say("positions.these"), [("Proposal", row["id"], "") for row in proposals], "proposals")
        return
    if strays.astray(view, region=data.regions(view.proposal), as_of=("", *data.years(view.proposal)), tab=("", "others")):
        markup.show(title)
        return
    found = data.found(view.asked)
    picked = found.by_id.get(view.holder)
    if view.holder and picked is None:
        strays.note("holder", view.holder, strays.UNKNOWN if access.names()[view.holder] is None else strays.SILENT)
    if picked is not None:
        view = strays.without(view, document=("", *picked.documents))

    def main() -> None:
        markup.show(title, sentence(view, found.states))
        _filters(view, proposals, found)
        markup.show(legend())
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


def _view(proposals: list[str]) -> View | None:
    """The state in the address, on the first proposal where it names none; nothing where it names one that is not here."""
    view = links.read(View)
    if view.proposal in proposals:
        return view
    return None if "proposal" in st.query_params and strays.astray(view, proposal=proposals) else replace(view, proposal=proposals[0])


def _filters(view: View, proposals: list[access.Row], found: Found) -> None:
    names, code, known = access.names(), language(), data.years(view.proposal)
    said = [(row["id"], say("positions.proposal_of", name=names.of(row["id"], code), number=row["states"])) for row in proposals]
    regions = [(each, say(f"regions.{each}") if each else say("positions.everywhere")) for each in data.regions(view.proposal)]
    those = [
        Control("choice", "proposal", say("positions.proposal"), view.proposal, said),
        Control("choice", "region", say("positions.region"), view.region, regions),
    ]
    if known:
        years = [*((year, year) for year in known), ("", say("positions.always"))]
        those.append(Control("range", "as_of", say("positions.as_of"), view.as_of, years))

    def changed(name: str, value: str) -> None:
        if name == "csv":
            ask_for_file(name, value)
        elif name != "link":
            links.change(view, **{name: value})

    controls("filters", [*those, *taken_away(view, found.states)], changed)


def _tables(view: View, found: Found) -> None:
    """States and others in two tabs, of which only the open one is filled."""
    tabs = [("", say("positions.states_tab", number=len(found.states))), ("others", say("positions.others_tab", number=len(found.others)))]
    controls("holders", [Control("switch", "tab", say("positions.title"), view.tab, tabs)], lambda name, value: links.change(view, **{name: value}))
    if view.tab == "others":
        others(view, found.others)
    else:
        table_of_states(view, found.states)


def _over_time(view: View) -> None:
    bars = data.bars(view.asked, language())
    drawn = markup.noted(say("positions.nobody")) if bars is None else bars + markup.noted(say("positions.over_time_note"))
    markup.show(markup.titled(say("positions.over_time")), drawn)
