"""The panel beside the picture: the profile of a node with what can be done with it, or the quotes of an edge."""

from __future__ import annotations

from functools import partial

import streamlit as st

from dashboards import access, evidence, links, look, markup
from dashboards.markup import element, plain, safe
from dashboards.network import state
from dashboards.network import view as views
from dashboards.network.picker import picker
from dashboards.network.picture import Edge, Node, Picture
from dashboards.network.style import relation_words, told
from dashboards.network.view import View
from dashboards.words import language, say, say_or


def show(view: View, shown: Picture) -> None:
    """What the view has chosen."""
    node, edge = shown.node(view.node), shown.edge(view.edge)
    if node is not None:
        _node(view, shown, node)
    elif edge is not None:
        _edge(view, shown, edge)
    else:
        markup.note(say("network.not_shown", id=view.node or view.edge))
    st.button(say("network.close"), key="network_close", on_click=state.show, args=(views.select(view, "", ""),), type="tertiary")


def _node(view: View, shown: Picture, node: Node) -> None:
    name = node.name(language())
    others = dict.fromkeys(other for code, other in node.names.items() if other != name)
    markup.heading(name)
    kind = say(f"kinds.{node.kind}")
    facts = [kind, *([say_or(f"regions.{node.region}", node.region)] if node.region else []), *([node.date] if node.date else [])]
    names = element("p", safe(" · ".join(others)), class_="r-note") if others else ""
    markup.show(element("p", look.icon(node.kind), safe(" · ".join(facts)), class_="r-note"), names)
    _actions(view, shown, node)
    _relations(node)
    _documents(node)
    place = links.place_of(node.kind, node.id)
    if place is not None:
        links.link(plain(say("network.profile_page")), *place)


def _actions(view: View, shown: Picture, node: Node) -> None:
    rest = shown.rest.get(node.id)
    words = say("network.expand_more", number=rest) if rest else say("network.expand")
    with st.container(horizontal=True, gap="small", key="network_actions"):
        st.button(words, key="network_expand", on_click=state.show, args=(views.expanded(view, node.id),), disabled=rest == 0)
        st.button(say("network.only"), key="network_only", on_click=state.show, args=(views.only(view, node.id),))
        st.button(say("network.hide"), key="network_hide", on_click=state.show, args=(views.hidden(view, node.id),))
        with st.popover(say("network.path"), key="network_path"):
            picker(say("network.path"), "network_path_to", shown, partial(_way, node.id))


def _way(start: str, goal: str) -> None:
    state.show(views.way(state.current(), start, goal))


def _relations(node: Node) -> None:
    rows = access.rows("network-profile", id=node.id)
    if rows:
        said = (
            element(
                "tr",
                element("td", safe(_says(row["relation"], row["outgoing"]))),
                element("td", safe(row["others"])),
                element("td", safe(row["claims"] or "")),
            )
            for row in rows
        )
        head = element("tr", *(element("th", safe(say(f"network.{each}")), scope="col") for each in ("relation", "nodes", "claims")))
        markup.show(element("table", element("thead", head), element("tbody", *said), class_="r-table"))


def _says(relation: str, outgoing: bool) -> str:
    return told(relation, say) + (" →" if outgoing else " ←")


def _documents(node: Node) -> None:
    rows = access.rows("network-documents", id=node.id)
    if rows:
        markup.heading(say("network.documents", number=len(rows)), 3)
        names = access.names()
        titles = [names.of(row["document"], language()) if row["document"] else row["doc"] for row in rows[:8]]
        counts = [filter(None, [row["date"], say("nav.claims", number=row["claims"])]) for row in rows[:8]]
        markup.show(*(element("p", safe(" · ".join([title, *more])), class_="r-note") for title, more in zip(titles, counts, strict=True)))


def _edge(view: View, shown: Picture, edge: Edge) -> None:
    ends = [shown.node(end) for end in (edge.source, edge.target)]
    names = [end.name(language()) for end in ends if end is not None]
    markup.heading(" → ".join(names))
    said = look.badge(edge.stance, safe(say(f"stances.{edge.stance}"))) if edge.stance else safe(relation_words(edge.relation, say))
    markup.show(element("p", said, class_="r-said"))
    if edge.claims:
        rows = evidence.quotes(subject=edge.source, object=edge.target, relations=[edge.relation], document=view.document, as_of=view.as_of)
        evidence.show(rows, "network_quotes")
    else:
        markup.note(say("evidence.none"))
    with st.container(horizontal=True, gap="small"):
        for at, end in enumerate(end for end in ends if end is not None):
            st.button(plain(end.name(language())), key=f"network_end_{at}", on_click=state.look_at, args=(end.id,), type="tertiary")
