"""A document on the page: its head, what is marked, a part of its text with the claims beside it, and what was left out."""

from __future__ import annotations

from collections import Counter
from typing import Any

import streamlit as st

from dashboards import access, links, look, markup, profile, strays, trail
from dashboards.markup import element, safe
from dashboards.reader import evidence
from dashboards.reader.component import reader
from dashboards.reader.content import content
from dashboards.reader.leftout import left_out
from dashboards.reader.original import original_of
from dashboards.reader.paging import Part, part_of
from dashboards.reader.state import State
from dashboards.words import language, say

Row = access.Row


def show(document: Row, state: State) -> None:
    """``document`` is a row of the query ``library``."""
    profile.fulfil()
    name = access.names().of(document["id"], language())
    trail.step(name, "documents", {"id": document["id"]})
    outline = access.rows("outline", document=document["id"])
    claims = access.rows("claims-in-document", document=document["id"])
    state = strays.without(state, show=frozenset(map(evidence.topic, claims)))
    marked = [row for row in claims if not state.show or evidence.topic(row) in state.show]
    chosen = next((row for row in claims if row["claim"] == state.claim), None)
    at = chosen["ordinal"] if chosen else next((row["ordinal"] for row in outline if row["place"] == state.at), None)
    part = part_of(len(outline), number=state.part, ordinal=at)
    if state.part not in (0, part.number):
        strays.note("part", state.part)
    _head(document, name)
    if (state.claim or state.at) and at is None:
        markup.note(say("reader.not_here", place=state.claim or state.at))
    if not outline:
        markup.note(say("reader.empty"))
        return
    _topics(state, claims)
    with st.container(horizontal=True, vertical_alignment="center", key="reader_bar"):
        _places(state, outline)
        _pager(state, part, marked)
    _text(document, state, part, marked if chosen is None or chosen in marked else [*marked, chosen], at)
    left_out(document)


def _head(document: Row, name: str) -> None:
    markup.heading(name, 1)
    file = document["doc"] if document["doc"] != name else None
    known = [file, document["date"], ", ".join(map(_language, document["languages"] or [])), document["publisher"], document["symbol"]]
    known += [say("reader.passages", number=document["passages"]), say("nav.claims", number=document["claims"])]
    markup.show(element("p", safe(" · ".join(filter(None, known))), class_="r-note"))


def _language(code: str) -> str:
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(code.replace("-", "_")).get_display_name(language()) or code
    except (UnknownLocaleError, ValueError):
        return code


def _topics(state: State, claims: list[Row]) -> None:
    """What is marked: everything, or some stances and relations."""
    number = Counter(map(evidence.topic, claims))
    topics = sorted(number, key=lambda each: (each not in look.STANCES, -number[each], each))
    st.pills(
        say("reader.show"),
        topics,
        selection_mode="multi",
        format_func=lambda each: f"{_sign(each)}{evidence.topic_words(each)} {number[each]}",
        label_visibility="collapsed",
        **links.bound(state, "show", "reader_show", none=()),
    )


def _places(state: State, outline: list[Row]) -> None:
    """Headings to go to, and whether the original stands beside."""
    headings = {row["ordinal"]: row["heading"] for row in outline if row["heading"]}
    if len(headings) > 2:
        st.session_state["reader_heading"] = None
        st.selectbox(
            say("reader.go_to"),
            list(headings),
            format_func=lambda each: _short(headings[each]),
            key="reader_heading",
            on_change=_go_to,
            args=(state, {row["ordinal"]: row["place"] for row in outline}),
            placeholder=say("reader.heading"),
            label_visibility="collapsed",
            width=240,
        )
    st.toggle(say("reader.beside"), **links.bound(state, "beside", "reader_beside"))


def _sign(topic: str) -> str:
    return f"{look.sign(topic)} " if topic in look.STANCES else ""


def _short(text: str) -> str:
    line = " ".join(markup.clean(text).split())
    return line if len(line) <= 70 else line[:69] + "…"


def _go_to(state: State, places: dict[int, str]) -> None:
    wanted = st.session_state["reader_heading"]
    if wanted is not None:
        links.change(state, at=places[wanted], claim="", part=0)


def _pager(state: State, part: Part, marked: list[Row]) -> None:
    """The ways to the parts beside, and which of the passages and marked claims these are."""
    if part.parts == 1:
        return
    for words, number in (("reader.before", part.number - 1), ("reader.after", part.number + 1)):
        values = {"part": number, "claim": "", "at": ""}
        st.button(say(words), key=words, disabled=not 1 <= number <= part.parts, on_click=links.change, args=(state,), kwargs=values)
    here = sum(part.first <= row["ordinal"] < part.after for row in marked)
    markup.note(say("reader.part", first=part.first + 1, last=part.after, number=part.total, here=here, claims=len(marked)))


def _text(document: Row, state: State, part: Part, marked: list[Row], at: int | None) -> None:
    passages = access.rows("passages", document=document["id"], first=part.first, after=part.after)
    within = [row for row in marked if part.first <= row["ordinal"] < part.after]
    source = original_of(access.workspace(), document["doc"], document["sha256"]) if state.beside else None
    if state.beside and source is None:
        markup.note(say("reader.no_file"))
    if source is not None and source.extracted:
        markup.note(say("reader.extracted"))
    data: dict[str, Any] = content(passages, within, selected=state.claim, at=at, source=source)

    def chosen(claim: str) -> None:
        # Going back at once gives the browser the very data it has already, of which it would take no notice; the turn tells them apart.
        st.session_state["_reader_turn"] = st.session_state.get("_reader_turn", 0) + 1
        links.change(state, claim=claim, at="", part=0 if claim else state.part)

    reader(data | {"turn": st.session_state.get("_reader_turn", 0)}, "reader", chosen=chosen, opened=profile.wish)
