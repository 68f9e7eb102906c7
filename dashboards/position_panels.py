"""The parts of the page Positions about single holders: the panel with their words, unnamed groups with quantifiers, other named holders."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboards import evidence, links, look, markup, parts, sheet, trail
from dashboards import position_data as data
from dashboards.controls import controlled
from dashboards.markup import element, safe
from dashboards.parts import Part
from dashboards.position_views import TALL, View, ask_for_file, close, file_of
from dashboards.stances import ORDER, Holder
from dashboards.words import language, say


def detail(view: View, holder: Holder) -> None:
    """Whose words these are, the stances, and the quotes: those of the clicked source, or of all."""
    name = data.namer(language())(holder)
    trail.step(name, "positions", {"proposal": view.proposal, "holder": holder.id})
    with st.container(key="panel_head", horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        markup.show(element("h2", look.icon(holder.kind, safe(say(f"kinds.{holder.kind}"))), safe(name), class_="r-heading"))
        st.button(say("positions.close"), key="close", on_click=close, args=(view,), type="tertiary")
    badges = "".join(look.badge(stance, safe(say(f"stances.{stance}"))) for stance in holder.stances)
    markup.show(element("p", badges, class_="r-said"))
    if holder.contested:
        markup.note(say("positions.contested_note"))
    place = links.place_of(holder.kind, holder.id)
    if place is not None and place[0] not in ("positions", "network"):
        links.link(markup.plain(say("positions.profile", name=name)), *place)
    if links.exists("network"):
        links.link(markup.plain(say("positions.neighbours")), "network", {"id": holder.id})
    if view.document:
        markup.note(say("positions.one_source", document=view.document))
        st.button(say("positions.all_sources"), key="all_sources", on_click=links.change, args=(view,), kwargs={"document": ""}, type="tertiary")
    rows = evidence.quotes(subject=holder.id, object=view.proposal, document=view.document, as_of=view.as_of)
    rows = sorted((row for row in rows if row["stance"]), key=lambda row: ORDER.index(row["stance"]))
    evidence.show(rows, f"quotes_{holder.id}")


def unnamed(view: View, those: Sequence[Holder]) -> list[Part]:
    """Unnamed groups by quantifier, the most first. They are never counted as states and never on the map."""
    note = markup.noted(say("positions.groups_note" if those else "positions.no_groups"))
    head = parts.marked("groups_head", markup.titled(say("positions.groups")), note)
    return [head, *(_list(view, those, data.groups(view.asked, language()), "groups", 270) if those else [])]


def others(view: View, those: Sequence[Holder]) -> list[Part]:
    """Organisations and persons, by kind and name."""
    if not those:
        return [parts.marked("table_note", markup.noted(say("positions.no_others")))]
    return _list(view, those, data.others(view.asked, language()), "others", TALL)


def _list(view: View, those: Sequence[Holder], content: str, key: str, height: int) -> list[Part]:
    """Holders as a table whose rows open the panel; what of very many it leaves out is in a file."""

    def clicked(row: str, _: str) -> None:
        if any(each.id == row for each in those):
            links.change(view, holder=row, document="")

    words = {"about": say(f"positions.{key}"), "all": say("positions.list_more")}
    drawn = sheet.sheet(content, key, picked=(view.holder, ""), words=words, height=height, clicked=clicked)
    left = len(those) - data.MOST
    if left <= 0:
        return [drawn]
    note = parts.marked(f"{key}_note", markup.noted(say("positions.more_holders", number=left)))
    return [drawn, note, controlled(f"{key}_rest", [file_of(those, key, key)], ask_for_file)]
