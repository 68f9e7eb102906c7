"""The dashboards' way to the graph: the name of a query and its parameters in, rows out; the place of store and workspace from the environment.

Answers are kept by the store's state, the query and its parameters: a store whose file was replaced is noticed by the next question.
Errors are not kept.
"""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import Any

import streamlit as st

from dashboards.search import Names, names_from
from graph.errors import QueryError, StoreError
from graph.queries import load_reports
from graph.reports import Report
from graph.settings import CYPHER
from graph.store import Store, open_store
from graph.tables import Table
from graph.workspace import Workspace

WORKSPACE, STORE = "RAPPORTEUR_WORKSPACE", "RAPPORTEUR_STORE"
TIMEOUT = 20.0
FRESH = 30.0  # seconds for which the answers of a server, whose changes nobody tells us, are kept
Row = dict[str, Any]


def workspace() -> Workspace:
    """The workspace of this server."""
    return Workspace(Path(os.environ.get(WORKSPACE) or "rapporteur-workspace"))


def address() -> str:
    """Where the graph is kept."""
    return os.environ.get(STORE) or str(workspace().store)


def is_file() -> bool:
    """Whether the graph is kept in a file, not by a server."""
    scheme, is_url, _ = address().partition("://")
    return not is_url or scheme == "file"


def stamp() -> str:
    """Changes whenever the store's content may have.

    Raises:
        StoreError: there is no file at the store's path.
    """
    if not is_file():
        return str(int(time.time() // FRESH))
    try:
        found = Path(address().removeprefix("file://")).stat()
    except OSError:
        raise StoreError(f"{address()}: there is no graph yet; run `rapporteur run DOCUMENTS` to make one") from None
    return f"{found.st_mtime_ns}-{found.st_size}-{found.st_ino}"


def query(name: str) -> Report:
    """A named query of the pages, else one of the reports."""
    found = load_reports(CYPHER / "pages").get(name) or load_reports().get(name)
    if found is None:
        raise QueryError(f"there is no query {name} in cypher/pages or cypher/reports")
    return found


def table(name: str, **parameters: Any) -> Table:
    """The answer of a named query. It is shared between sessions: read it only.

    Raises:
        QueryError: a parameter is unknown or of the wrong type, or the query takes too long.
        StoreError: the store is missing, damaged or away.
    """
    report = query(name)
    return _answer(address(), stamp(), report.cypher, json.dumps(report.check(parameters), sort_keys=True, ensure_ascii=False))


def rows(name: str, **parameters: Any) -> list[Row]:
    """As :func:`table`, a dict a row."""
    answer = table(name, **parameters)
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


def store() -> Store:
    """The open store, for questions that are the reader's own (the console)."""
    return _store(address())


@st.cache_resource(show_spinner=False)
def _store(place: str) -> Store:
    return open_store(place)


@st.cache_resource(show_spinner=False, max_entries=500)
def _answer(place: str, state: str, cypher: str, parameters: str) -> Table:
    return _store(place).read(cypher, json.loads(parameters), timeout=TIMEOUT)


def names() -> Names:
    """All names of the graph, for the search box and for showing nodes in the reader's language."""
    table("names")  # an error of the store shows here, and is not kept
    return _names(address(), stamp())


@st.cache_resource(show_spinner=False, max_entries=4)
def _names(place: str, state: str) -> Names:
    return names_from(rows("names"))
