"""Console: one's own question in Cypher. It only reads, and not for long; the address holds the question, the table and its file the answer."""

from __future__ import annotations

import time
from dataclasses import dataclass

import streamlit as st

from dashboards import access, links, listing, markup, strays
from dashboards.words import say
from dashboards.words.queries import told
from dashboards.words.remarks import told as remarked
from graph.errors import QueryError
from graph.queries import load_reports
from graph.settings import CYPHER
from graph.tables import Table

ROWS, SECONDS, LONGEST = 1_000, 10.0, 5_000


@dataclass(frozen=True, slots=True)
class State:
    """``q`` is the question; ``example`` the name of a query to begin from."""

    q: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a question, how long it took, and of which graph."""

    asked: str
    stamp: str
    table: Table | None
    refused: str
    seconds: float


def show() -> None:
    state = _state()
    markup.heading(say("console.title"), 1)
    markup.note(say("console.about", rows=ROWS, seconds=round(SECONDS)))
    examples = load_reports(CYPHER / "console")
    question, beside = st.columns([7, 3], gap="medium")
    with question:
        _question(state)
    with beside:
        markup.heading(say("console.examples"), 3)
        for each in examples.values():
            links.link(markup.plain(told(each.title)), "console", {"example": each.name}, help=markup.plain(told(each.question)))
    if state.q:
        _answer(_asked(state.q))


def _state() -> State:
    """A question may be longer than other values of an address."""
    asked, example = st.query_params.get("q", "")[:LONGEST], st.query_params.get("example", "")
    if len(st.query_params.get("q", "")) > LONGEST:
        strays.note("q", st.query_params["q"], strays.UNFIT)
    known = load_reports(CYPHER / "console") | load_reports()
    if not asked and example in known:
        return State("", example)
    if example and example not in known:
        strays.note("example", example)
    return State(asked, "")


def _question(state: State) -> None:
    known = load_reports(CYPHER / "console") | load_reports()
    text = state.q or (known[state.example].query.strip() if state.example else "")
    if st.session_state.get("_console") != (state.q, state.example):  # another address: its question; else what is being written stays
        st.session_state["_console"], st.session_state["console"] = (state.q, state.example), text
    st.text_area(say("console.question"), key="console", height=220, max_chars=LONGEST, placeholder="MATCH (n) RETURN labels(n)[0], count(*)")
    st.button(say("console.ask"), key="ask", on_click=_ask)
    if state.example:
        asks = known[state.example].asks
        if asks:
            markup.note(say("console.fill_in", names=", ".join(f"${each.name}" for each in asks)))


def _ask() -> None:
    links.write(State(q=st.session_state["console"].strip()))


def _asked(question: str) -> Answer:
    """The answer, asked for once as long as question and graph are the same."""
    last: Answer | None = st.session_state.get("_answer")
    stamp = access.stamp()
    if last is not None and (last.asked, last.stamp) == (question, stamp):
        return last
    start, table, refused = time.perf_counter(), None, ""
    try:
        with st.spinner(say("reports.running"), show_time=True):
            table = access.store().read(question, limit=ROWS, timeout=SECONDS)
    except QueryError as error:
        refused = remarked(" ".join(str(error).split()))
    answer = Answer(question, stamp, table, refused, time.perf_counter() - start)
    st.session_state["_answer"] = answer
    return answer


def _answer(answer: Answer) -> None:
    if answer.table is None:
        with st.container(key="refused"):
            st.warning(markup.plain(answer.refused))
        return
    markup.note(say("console.took", number=len(answer.table.rows), seconds=f"{answer.seconds:.2f}"))
    if answer.table.rows:
        listing.show(answer.table, "console_table")
    listing.download(answer.table, "answer", "console_files")
