"""Reports: every named query, its parameters to fill in, its answer as a table and as files, and the command line that gives the same."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from dashboards import access, forms, links, listing, markup, trail
from dashboards.words import say
from dashboards.words.queries import told
from dashboards.words.remarks import told as remarked
from graph.errors import QueryError
from graph.queries import load_reports
from graph.reports import Report
from graph.tables import Table, as_markdown


@dataclass(frozen=True, slots=True)
class State:
    """``p`` are parameters as ``key=value``, those that are not at their default."""

    name: str = ""
    p: tuple[str, ...] = ()


def show() -> None:
    state = links.read(State)
    reports = load_reports()
    report = reports.get(state.name)
    if report is None:
        _list(reports, state.name)
    else:
        _report(report, state)


def _list(reports: dict[str, Report], wanted: str) -> None:
    markup.heading(say("reports.title"), 1)
    markup.note(say("reports.missing", name=wanted) if wanted else say("reports.about", number=len(reports)))
    sought = st.text_input(say("reports.find"), key="report_find", placeholder=say("reports.find_hint"), max_chars=100).casefold().split()
    found = [each for each in reports.values() if all(word in _searched(each) for word in sought)]
    if not found:
        markup.note(say("reports.none_found"))
    columns = st.columns(2, gap="large")
    for at, report in enumerate(found):
        with columns[at * 2 // max(1, len(found))], st.container(key=f"report_{report.name}", gap=None):
            links.link(f"**{markup.plain(told(report.title))}**", "reports", {"name": report.name})
            markup.note(told(report.question))


def _searched(report: Report) -> str:
    """All that a report can be found by, in English too."""
    words = (report.title, report.question)
    return " ".join([report.name, *words, *map(told, words)]).casefold()


def _report(report: Report, state: State) -> None:
    trail.step(told(report.title), "reports", {"name": report.name})
    with st.container(horizontal=True, vertical_alignment="center", key="report_head"):
        markup.heading(told(report.title), 1)
        links.link(markup.plain(say("reports.all")), "reports")
    markup.show(markup.element("p", markup.safe(told(report.question)), class_="r-lead"))
    try:
        values = forms.given(report, state.p)
    except QueryError as error:
        st.warning(markup.plain(remarked(error)))
        _form(report, state, {})
        return
    _form(report, state, values)
    for parameter, value in forms.unknown(report, values):
        st.info(markup.plain(say("reports.unknown", name=parameter, value=value)))
    with st.spinner(say("reports.running"), show_time=True):
        table = access.table(report.name, **values)
    _answer(report, table)
    _behind(report, values)


def _form(report: Report, state: State, values: dict[str, Any]) -> None:
    def change(name: str, value: Any) -> None:
        now = values | {name: value}
        links.write(replace(state, p=tuple(f"{key}={forms.text(each)}" for key, each in now.items() if each != report.parameters[key])))

    if not report.asks:
        return
    with st.container(border=True, key="report_form"):
        forms.fill_in(report, values, change)
        example = forms.pairs(report, report.example)
        with st.container(horizontal=True):
            st.button(
                say("reports.example"), key="report_example", on_click=links.write, args=(replace(state, p=example),), disabled=state.p == example
            )
            st.button(say("reports.reset"), key="report_reset", on_click=links.write, args=(replace(state, p=()),), disabled=not state.p)


def _answer(report: Report, table: Table) -> None:
    if not table.rows:
        markup.note(say("reports.empty"))
        return
    listing.show(table, f"report_table_{report.name}", says={column.name: column.says for column in report.gives})
    listing.download(table, report.name, "report_files", markdown=as_markdown(table))


def _behind(report: Report, values: dict[str, Any]) -> None:
    """How to have the same again: on the command line, and as a query."""
    command, cypher = st.columns([1, 1], gap="medium")
    with command:
        markup.heading(say("reports.command"), 3)
        st.code(replace(report, example=values).command(), language="bash", wrap_lines=True)
        markup.note(say("reports.command_about"))
    with cypher, st.expander(say("reports.cypher"), key="report_cypher"):
        st.code(report.query.strip(), language="cypher", wrap_lines=True)
        links.link(markup.plain(say("reports.to_console")), "console", {"example": report.name})
