"""The parts of the page Positions about single holders: the panel with their words, unnamed groups with quantifiers, other named holders."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from dashboards import access, evidence, links, look, markup, trail
from dashboards.markup import element, safe
from dashboards.position_views import View, close, export_file, namer
from dashboards.stances import ORDER, Holder
from dashboards.words import language, say

_MOST = 60  # holders listed at once
_MANY = ("all", "most", "many", "several", "some", "few", "others", "unspecified")


def detail(view: View, holder: Holder) -> None:
    """Whose words these are, the stances, and the quotes: those of the clicked source, or of all."""
    name = namer()(holder)
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
    order = sorted(groups, key=lambda each: (_MANY.index(each.quantifier) if each.quantifier in _MANY else len(_MANY), each.id))
    with st.container(key="groups", height=260 if len(order) > 4 else "content", border=False, gap=None):
        for each in order[:_MOST]:
            _opener(view, each, _group_name(each))
    _rest(order)


def _group_name(group: Holder) -> str:
    """How many, and what they are called: in the document's words where it is in the reader's language."""
    quantifier = group.quantifier if group.quantifier in _MANY else "unspecified"
    named = access.names()[group.id]
    own = None if named is None or language() == "en" else named.names.get(language())
    noun = own or (say("positions.unattributed") if group.noun == "unattributed" else (group.noun or "").replace("-", " "))
    return f"{say(f'quantifiers.{quantifier}')}: {noun} · {', '.join(group.documents)}"


def others(view: View, those: Sequence[Holder]) -> None:
    """Organisations and persons, by kind and name."""
    if not those:
        markup.note(say("positions.no_others"))
    name = namer()
    order = sorted(those, key=lambda each: (not each.contested, each.kind, name(each)))
    with st.container(key="others", height=380 if len(order) > 8 else "content", border=False, gap=None):
        for each in order[:_MOST]:
            _opener(view, each, f"{name(each)} · {say(f'kinds.{each.kind}')}")
    _rest(order)


def _rest(those: Sequence[Holder]) -> None:
    """How many are not listed, and all of them as a file."""
    if len(those) > _MOST:
        markup.note(say("positions.more_holders", number=len(those) - _MOST))
        name = namer()
        kind = those[0].kind.lower() if len({each.kind for each in those}) == 1 else "other"
        data = partial(export_file, those, name)
        st.download_button(say("positions.csv"), data, f"positions-{kind}.csv", "text/csv", key=f"csv_{kind}", on_click="ignore")


def _opener(view: View, holder: Holder, label: str) -> None:
    """A line that opens the panel of a holder."""
    signs = " ".join(look.sign(stance) for stance in holder.stances)
    words = ", ".join(say(f"stances.{stance}") for stance in holder.stances)
    st.button(
        f"**{markup.plain(signs)}** {markup.plain(label)} · {markup.plain(words)}",
        key=f"open_{holder.id}", on_click=links.change, args=(view,), kwargs={"holder": holder.id, "document": ""}, type="tertiary",
    )  # fmt: skip
