"""Positions: who is recorded for, against or neither on a proposal; on a map, in a table by source, over time, down to the words."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import streamlit as st

from dashboards import access, links, markup, parts, profile, shell, strays, worldmap
from dashboards import position_data as data
from dashboards.controls import Control, controlled
from dashboards.parts import Part, place
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
        drawn = [_filters(view, proposals, found), parts.marked("legend", legend()), *map_of_states(view, found.everywhere)]
        parts.show("positions", _layout(), [*drawn, *_tables(view, found), *unnamed(view, found.groups), _over_time(view)])

    shell.with_panel(picked is not None, main, lambda: detail(view, picked))  # type: ignore[arg-type]  # there is one when it is opened


@cache
def _layout() -> str:
    """Map beside table, below them the groups beside the years."""
    left = worldmap.place("map") + place("map_note", "markup")
    right = _stacked(holders="controls", table="sheet", others="sheet", table_note="markup", others_note="markup", others_rest="controls")
    below = _stacked(groups_head="markup", groups="sheet", groups_note="markup", groups_rest="controls")
    return _stacked(filters="controls", legend="markup") + _beside(left, right) + _beside(below, _stacked(years="markup"))


def _stacked(**places: parts.Kind) -> str:
    return "".join(place(name, kind) for name, kind in places.items())


def _beside(left: str, right: str) -> str:
    return f'<div class="beside"><div>{left}</div><div>{right}</div></div>'


def _view(proposals: list[str]) -> View | None:
    """The state in the address, on the first proposal where it names none; nothing where it names one that is not here."""
    view = links.read(View)
    if view.proposal in proposals:
        return view
    return None if "proposal" in st.query_params and strays.astray(view, proposal=proposals) else replace(view, proposal=proposals[0])


def _filters(view: View, proposals: list[access.Row], found: Found) -> Part:
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

    return controlled("filters", [*those, *taken_away(view, found.states)], changed)


def _tables(view: View, found: Found) -> list[Part]:
    """States and others in two tabs, of which only the open one is filled."""
    tabs = [("", say("positions.states_tab", number=len(found.states))), ("others", say("positions.others_tab", number=len(found.others)))]
    switch = Control("switch", "tab", say("positions.title"), view.tab, tabs)
    opened = others(view, found.others) if view.tab == "others" else table_of_states(view, found.states)
    return [controlled("holders", [switch], lambda name, value: links.change(view, **{name: value})), *opened]


def _over_time(view: View) -> Part:
    bars = data.bars(view.asked, language())
    drawn = markup.noted(say("positions.nobody")) if bars is None else bars + markup.noted(say("positions.over_time_note"))
    return parts.marked("years", markup.titled(say("positions.over_time")), drawn)
