"""The parts of the page Positions about single holders: the panel with their words, unnamed groups with quantifiers, other named holders."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from dashboards import access, evidence, links, look, markup, trail
from dashboards import position_data as data
from dashboards.markup import element, safe
from dashboards.position_views import View, close, export_file
from dashboards.stances import ORDER, Holder
from dashboards.words import language, say

_FIRST, _MOST = 12, 60  # holders listed at first, and after asking for more


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


def unnamed(view: View, groups: Sequence[Holder]) -> None:
    """Unnamed groups by quantifier, the most first. They are never counted as states and never on the map."""
    markup.heading(say("positions.groups"))
    markup.note(say("positions.groups_note"))
    if not groups:
        markup.note(say("positions.no_groups"))
    with st.container(key="groups", height=260 if len(groups) > 4 else "content", border=False, gap=None):
        for each in _first(groups, "groups"):
            _opener(view, each, _group_name(each))
    _rest(groups, "groups")


def _group_name(group: Holder) -> str:
    """How many, and what they are called: in the document's words where it is in the reader's language."""
    named = access.names()[group.id]
    own = None if named is None or language() == "en" else named.names.get(language())
    noun = own or (say("positions.unattributed") if group.noun == "unattributed" else (group.noun or "").replace("-", " "))
    return f"{say(f'quantifiers.{data.quantifier(group)}')}: {noun} · {', '.join(group.documents)}"


def others(view: View) -> None:
    """Organisations and persons, by kind and name."""
    those, name = data.others(view.asked, language()), data.namer(language())
    if not those:
        markup.note(say("positions.no_others"))
    with st.container(key="others", height=380 if len(those) > 8 else "content", border=False, gap=None):
        for each in _first(those, "others"):
            _opener(view, each, f"{name(each)} · {say(f'kinds.{each.kind}')}")
    _rest(those, "others")


def _first(those: Sequence[Holder], key: str) -> Sequence[Holder]:
    return those[: st.session_state.get(f"_{key}_shown", _FIRST)]


def _rest(those: Sequence[Holder], key: str) -> None:
    """How many are not listed, the way to more of them, and all of them as a file."""
    left = len(those) - len(_first(those, key))
    if left <= 0:
        return
    with st.container(horizontal=True, vertical_alignment="center", key=f"{key}_rest"):
        markup.note(say("positions.more_holders", number=left))
        if st.session_state.get(f"_{key}_shown", _FIRST) < _MOST:
            st.button(say("positions.list_more"), key=f"{key}_more", on_click=_more, args=(key,), type="tertiary")
        file = partial(export_file, those, data.namer(language()))
        st.download_button(say("positions.csv"), file, f"positions-{key}.csv", "text/csv", key=f"csv_{key}", on_click="ignore")


def _more(key: str) -> None:
    st.session_state[f"_{key}_shown"] = _MOST


def _opener(view: View, holder: Holder, label: str) -> None:
    """A line that opens the panel of a holder."""
    signs = " ".join(look.sign(stance) for stance in holder.stances)
    words = ", ".join(say(f"stances.{stance}") for stance in holder.stances)
    st.button(
        f"**{markup.plain(signs)}** {markup.plain(label)} · {markup.plain(words)}",
        key=f"open_{holder.id}", on_click=links.change, args=(view,), kwargs={"holder": holder.id, "document": ""}, type="tertiary",
    )  # fmt: skip
