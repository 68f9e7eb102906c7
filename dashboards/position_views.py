"""The parts of the page Positions that compare: its state, the sentence, map, table, and what can be taken away from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from dashboards import access, atlas, comparison, links, look, markup, parts, sheet, worldmap
from dashboards import position_data as data
from dashboards.controls import Control
from dashboards.downloads import csv_bytes
from dashboards.markup import element, safe
from dashboards.parts import Part
from dashboards.position_data import Asked
from dashboards.stances import Holder, counts, sources
from dashboards.words import language, say

TALL = 388  # pixels of the table
_ASKED = "_positions_file"


@dataclass(frozen=True, slots=True)
class View:
    """The state of the page, in its address. ``holder`` is whose words are shown, ``document`` narrows them to one source; ``tab`` is the table
    that is open: of states, or of ``others``."""

    proposal: str = "proposal:preemptive-ban"
    region: str = ""
    as_of: str = ""
    holder: str = ""
    document: str = ""
    tab: str = ""

    @property
    def asked(self) -> Asked:
        """Only what decides whose positions are shown."""
        return Asked(self.proposal, self.region, self.as_of)


def sentence(view: View, states: Sequence[Holder]) -> str:
    """The answer in words, with the numbers of what the filters leave, as markup."""
    number = counts(states)
    parts = [
        say("positions.supporting", number=number[look.SUPPORTS], proposal=access.names().of(view.proposal, language())),
        say("positions.opposing", number=number[look.OPPOSES]),
        say("positions.neither", number=number[look.NEITHER]),
        say("positions.contested", number=number[look.CONTESTED]),
        say("positions.sources", number=len(sources(states)), when=_when(states)),
    ]
    scope = [say(f"regions.{view.region}")] if view.region else []
    scope += [say("positions.up_to", year=view.as_of)] if view.as_of else []
    lead = element("strong", safe(say("positions.scope", scope=", ".join(scope)))) if scope else ""
    return element("p", lead, safe("".join(parts)), class_="r-lead")


def _when(states: Sequence[Holder]) -> str:
    dates = sorted({record.date[:4] for each in states for record in each.records if record.date})
    return "" if not dates else say("positions.when", years=dates[0] if len(dates) == 1 else f"{dates[0]}–{dates[-1]}")


def legend() -> str:
    """What the colours and signs mean, as markup."""
    entries = [element("li", look.badge(stance, safe(say(f"stances.{stance}")))) for stance in atlas.LEGEND]
    entries += [element("li", element("b", letter), " ", safe(say(f"evidence.{mark}"))) for letter, mark in (("i", "inferred"), ("r", "reported"))]
    return element("ul", *entries, class_="r-legend")


def taken_away(view: View, states: Sequence[Holder]) -> list[Control]:
    """The table as a file, and the link that shows this view again."""
    slug = "-".join(filter(None, [view.proposal.partition(":")[2], view.region.lower(), view.as_of])) or "positions"
    address = links.href("positions", links.unparsed(view))
    copying = [(each, say(f"positions.link_{each}")) for each in ("copy", "copied")]
    return [file_of(states, "csv", slug), Control("link", "link", say("positions.link"), address, copying, say("positions.link_note"))]


def file_of(those: Sequence[Holder], name: str, slug: str) -> Control:
    """Positions as a file, made in the run after it was asked for."""
    asked = st.session_state.get(_ASKED) == name
    if asked:
        del st.session_state[_ASKED]
    content = csv_bytes(comparison.export(those, data.namer(language()))).decode() if asked else ""
    return Control("file", name, say("positions.csv"), content, hint=f"positions-{slug}.csv")


def ask_for_file(name: str, _: str) -> None:
    """The next run makes the file of that name."""
    st.session_state[_ASKED] = name


def map_of_states(view: View, states: Sequence[Holder]) -> list[Part]:
    """The map of all states; the picked one is outlined."""
    by_code = {each.iso3: each.id for each in states}
    picked = next((each.iso3 for each in states if each.id == view.holder), None)

    def clicked(iso3: str) -> None:
        holder = by_code.get(iso3)
        if holder is not None:
            links.change(view, holder=holder, document="")

    drawn = worldmap.world_map(data.world(view.asked, language()), "map", picked=picked, about=say("positions.map_says"), clicked=clicked)
    return [drawn, parts.marked("map_note", markup.noted(say("positions.map_note")))]


def table_of_states(view: View, states: Sequence[Holder]) -> list[Part]:
    """State × source, the contested first, then by stance and name."""
    if not states:
        return [parts.marked("table_note", markup.noted(say("positions.nobody")))]
    table = data.compared(view.asked, language())

    def clicked(row: str, column: str) -> None:
        if row in table.rows:
            links.change(view, holder=row, document=column if column in table.docs else "")

    words = {"about": say("positions.table_says"), "all": say("positions.all_rows", number=len(table.rows))}
    drawn = sheet.sheet(table.content, "table", picked=(view.holder, view.document), words=words, height=TALL, clicked=clicked)
    if not table.more:
        return [drawn]
    left = say("positions.more_documents", shown=len(table.docs), number=len(table.docs) + table.more)
    return [drawn, parts.marked("table_note", markup.noted(left))]


def close(view: View) -> None:
    """Closes the panel."""
    links.change(view, holder="", document="")
