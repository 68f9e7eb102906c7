"""The parameters of a named query as widgets, made from its header. A report and what the address gives in, the same checked out."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from dashboards import access, markup
from dashboards.words import language, phrase, say
from dashboards.words.queries import labelled, told
from graph.errors import QueryError
from graph.ontology import load_ontology
from graph.reports import Parameter, Report

OFFERED = 2_000  # names a box offers; any other id can be typed
Set = Callable[[str, Any], None]


def given(report: Report, pairs: tuple[str, ...]) -> dict[str, Any]:
    """The parameters in an address (``key=value``), checked: those that are not at their default.

    Raises:
        QueryError: one has no ``=``, is unknown, or has a value that does not fit.
    """
    found: dict[str, Any] = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not equals:
            raise QueryError(f"{report.name}: «{pair}» is not key=value")
        found[key] = value
    checked = report.check(found)
    return {key: value for key, value in checked.items() if value != report.parameters[key]}


def pairs(report: Report, values: Mapping[str, Any]) -> tuple[str, ...]:
    """The same, as an address has it."""
    return tuple(f"{key}={text(value)}" for key, value in values.items() if value != report.parameters[key])


def unknown(report: Report, values: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Parameters that are to name a node or document, and name none of this graph."""
    documents = {row["doc"] for row in access.rows("library")}
    known = {"id": access.names().nodes, "node": access.names().nodes, "document": documents}
    given = [(each, values[each.name]) for each in report.asks if each.kind in known and each.name in values]
    return [(each.name, value) for each, value in given if value not in known[each.kind] and value not in each.labels]


def fill_in(report: Report, values: Mapping[str, Any], change: Set) -> None:
    """The widgets, two in a row; ``change`` is told name and value of what the reader changes."""
    columns = st.columns(min(3, max(1, len(report.asks))), gap="medium")
    for at, parameter in enumerate(report.asks):
        with columns[at % len(columns)]:
            _widget(parameter, values.get(parameter.name, parameter.default), f"{report.name}_{parameter.name}", change)


def _widget(parameter: Parameter, value: Any, key: str, change: Set) -> None:
    options = _options(parameter)
    label = markup.plain(labelled(parameter.name))

    def changed() -> None:
        now = st.session_state[key]
        change(parameter.name, parameter.default if now is None else now)

    st.session_state[key] = value
    if options is not None:
        if value not in options:
            options = {value: str(value), **options}
        shown = {name: markup.clean(words) for name, words in options.items()}
        st.selectbox(
            label, list(shown), format_func=lambda each: shown.get(each, str(each)), key=key, on_change=changed,
            accept_new_options=parameter.kind not in ("choice", "relation"),
        )  # fmt: skip
    elif isinstance(value, bool):
        st.toggle(label, key=key, on_change=changed)
    elif isinstance(value, int | float):
        st.number_input(label, key=key, on_change=changed)
    elif isinstance(value, list):
        st.session_state[key] = json.dumps(value, ensure_ascii=False)
        st.text_input(label, key=key, on_change=changed)
    else:
        st.text_input(label, key=key, on_change=changed, placeholder=say(f"forms.{parameter.kind}") if parameter.kind == "date" else None)
    markup.note(told(parameter.says))


def _options(parameter: Parameter) -> dict[str, str] | None:
    """Values with their words; none where anything can be given. An empty text among them is «any»."""
    nothing = {"": say("forms.any")} if parameter.default == "" else {}
    match parameter.kind:
        case "choice":
            return nothing | {each: each for each in parameter.choices}
        case "relation":
            return nothing | {each: f"{say(f'relations.{each}')} ({each})" for each in load_ontology().relations}
        case "document":
            return nothing | _documents(language())
        case "id" if parameter.default in parameter.labels:  # the label itself is asked for, not a node of it
            return {each: say(f"kinds.{each}") for each in parameter.labels}
        case "id":
            return nothing | _nodes(parameter.labels, language())
        case "node":
            return nothing | _nodes((), language())
        case _:
            return None


@access.once(3)
def _documents(code: str) -> dict[str, str]:
    names = access.names()
    return {row["doc"]: f"{names.of(row['id'], code)} ({row['doc']})" for row in access.rows("library")}


@access.once(60)
def _nodes(labels: tuple[str, ...], code: str) -> dict[str, str]:
    """Nodes by name, those most spoken of first."""
    found = [node for node in access.names().nodes.values() if not labels or node.kind in labels]
    found.sort(key=lambda node: (-node.claims, node.id))
    return {node.id: f"{node.name(code)} · {phrase(code, f'kinds.{node.kind}')}" if len(labels) != 1 else node.name(code) for node in found[:OFFERED]}


def text(value: Any) -> str:
    """A value as the command line and an address have it."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
