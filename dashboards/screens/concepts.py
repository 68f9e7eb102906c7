"""Concepts and proposals: names, definitions side by side, what stands around them, who is for and against, where they are discussed."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from dashboards import access, evidence, links, listing, look, markup, neighbourhood, profile, shell, strays
from dashboards.markup import element, plain, safe
from dashboards.words import language, say

_LINKS = ("broader", "narrower", "related", "distinct", "proposal", "about")


@dataclass(frozen=True, slots=True)
class State:
    """``id`` is the concept or proposal; ``holder`` and ``target`` whose words on what the panel shows; ``document`` whose passages are listed."""

    id: str = ""
    holder: str = ""
    target: str = ""
    document: str = ""


def show() -> None:
    profile.fulfil()
    state = links.read(State)
    if not state.id:
        _list()
        return
    about = profile.known("concepts", state.id, ("Concept", "Proposal"))
    if about is None:
        return
    nodes = access.names().nodes
    state = strays.without(state, holder=("", *nodes), target=("", *nodes))
    shell.with_panel(bool(state.holder), lambda: _concept(state, about), lambda: _words(state))


def _list() -> None:
    markup.heading(say("concepts.title"), 1)
    rows = access.rows("concepts")
    markup.note(say("concepts.about"))
    names = access.names()
    shown = []
    for row in rows:
        known = names[row["id"]]
        named = {} if known is None else known.names
        shown.append(
            {
                "name": profile.name(row["id"]), "kind": say(f"kinds.{row['kind']}"),
                **{code: named.get(code) for code in ("en", "zh", "ko") if code != language()},
                "broader": [profile.name(each) for each in row["broader"]], **{each: row[each] for each in ("mentions", "definitions", "positions")},
            }
        )  # fmt: skip
    profile.index("concepts", listing.table_of(shown), [row["id"] for row in rows])


def _concept(state: State, about: access.Row) -> None:
    profile.head("concepts", state.id, about, [about["note"]])
    around = access.rows("concept-around", id=state.id)
    main, side = st.columns([5, 3], gap="large")
    with main, st.container(gap="small"):
        _definitions(state)
        _positions(state, [state.id, *(row["neighbour"] for row in around if row["link"] == "proposal")])
        _discussed(state)
    with side, st.container(gap="small"):
        neighbourhood.around(state.id, neighbourhood.OF_CONCEPTS, "concept_network")
        for each in _LINKS:
            nodes = [(row["kind"], row["neighbour"], "") for row in around if row["link"] == each]
            profile.listed(say(f"concepts.{'about_it' if each == 'about' else each}"), nodes, f"around_{each}")
        together = [(row["kind"], row["neighbour"], say("reader.passages", number=row["passages"])) for row in around if row["link"] == "together"]
        profile.listed(say("concepts.together"), together, "around_together", most=8)
        spoke = access.rows("speakers-on", id=state.id)
        people = [("Person", row["person"], ", ".join(map(profile.name, row["places"]))) for row in spoke]
        profile.listed(say("concepts.speakers"), people, "speakers")


def _definitions(state: State) -> None:
    rows = evidence.quotes(object=state.id, relations=["DEFINES"])
    if not rows:
        return
    markup.heading(say("concepts.definitions"))
    columns = st.columns(min(3, len(rows)), gap="medium")
    for at, row in enumerate(rows[:9]):
        with columns[at % len(columns)]:
            evidence.one(row, "definitions", ends=True)


def _positions(state: State, targets: list[str]) -> None:
    rows = access.rows("holders-on", targets=targets)
    if not rows:
        return
    markup.heading(say("concepts.positions"))
    markup.note(say("concepts.positions_note"))
    for number, target in enumerate(
        sorted({row["target"] for row in rows}, key=lambda each: (each != state.id, -sum(r["target"] == each for r in rows)))
    ):
        if target != state.id:
            with st.container(key=f"target_{number}"):
                profile.link("Proposal", target)
        held = [row for row in rows if row["target"] == target]
        profile.for_and_against(
            held, f"held_{number}", lambda holder, target=target: links.change(state, holder=holder, target=target)
        )  # fmt: skip


def _discussed(state: State) -> None:
    documents = access.rows("mentions-by-document", id=state.id)
    state = strays.without(state, document=("", *(row["doc"] for row in documents)))
    if not documents:
        return
    markup.heading(say("concepts.discussed"))
    titles = {row["doc"]: f"{profile.name(row['document'])} ({row['passages']})" for row in documents}
    chosen = state.document or documents[0]["doc"]
    st.session_state["concept_document"] = chosen
    st.selectbox(
        say("concepts.in_document"), list(titles), format_func=titles.__getitem__, key="concept_document",
        on_change=lambda: links.change(state, document=st.session_state["concept_document"]),
    )  # fmt: skip
    rows = evidence.quotes(object=state.id, relations=["MENTIONS"], document=chosen)
    evidence.show(sorted(rows, key=lambda row: (row["ordinal"], row["start"])), f"discussed_{state.id}_{chosen}")


def _words(state: State) -> None:
    """The panel: what a holder is recorded as saying on the concept or proposal."""
    rows = [row for row in evidence.quotes(subject=state.holder, object=state.target or state.id) if row["stance"]]
    profile.panel_head(profile.name(state.holder), lambda: links.change(state, holder="", target=""))
    stances = dict.fromkeys(row["stance"] for row in rows)
    markup.show(element("p", *(look.badge(each, safe(say(f"stances.{each}"))) for each in stances), class_="r-said"))
    markup.note(profile.name(state.target or state.id))
    known = access.names()[state.holder]
    place = None if known is None else links.place_of(known.kind, state.holder)
    if place is not None:
        links.link(plain(say("positions.profile", name=profile.name(state.holder))), *place)
    if not rows:
        markup.note(say("evidence.none"))
    evidence.show(rows, f"words_{state.holder}")
