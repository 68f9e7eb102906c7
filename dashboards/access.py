"""The dashboards' way to the graph: the name of a query and its parameters in, rows out; the place of store and workspace from the environment.

Answers, and what pages make of them (:func:`once`), are kept for as long as the store's content is the same: a file that was replaced is noticed by
the next question. Errors are not kept.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from functools import cache, wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from dashboards import groups
from dashboards.kept import Kept
from graph.errors import QueryError, StoreError
from graph.queries import load_reports
from graph.reports import Report
from graph.search import Names, names_in
from graph.settings import CYPHER
from graph.store import Store, open_store
from graph.tables import Table
from graph.workspace import Workspace

WORKSPACE, STORE = "RAPPORTEUR_WORKSPACE", "RAPPORTEUR_STORE"
TIMEOUT = 20.0
FRESH = 30.0  # seconds for which the answers of a server, whose changes nobody tells us, are kept
Row = dict[str, Any]
P = ParamSpec("P")
R = TypeVar("R")


def workspace() -> Workspace:
    """The workspace of this server."""
    return _workspace(os.environ.get(WORKSPACE) or "rapporteur-workspace")


@cache
def _workspace(folder: str) -> Workspace:
    return Workspace(Path(folder))


def address() -> str:
    """Where the graph is kept."""
    return os.environ.get(STORE) or _store_of(workspace())


@cache
def _store_of(folder: Workspace) -> str:
    return str(folder.store)


def is_file() -> bool:
    """Whether the graph is kept in a file, not by a server."""
    return _file_of(address()) is not None


@cache
def _file_of(place: str) -> str | None:
    """The file of an address; none where it is a server's."""
    scheme, is_url, _ = place.partition("://")
    return None if is_url and scheme != "file" else place.removeprefix("file://")


def stamp() -> str:
    """Changes whenever the store's content may have.

    Raises:
        StoreError: there is no file at the store's path.
    """
    file = _file_of(address())
    if file is None:
        return str(int(time.time() // FRESH))
    try:
        found = os.stat(file)
    except OSError:
        raise StoreError(f"{address()}: there is no graph yet; run `rapporteur run DOCUMENTS` to make one") from None
    return f"{found.st_mtime_ns}-{found.st_size}-{found.st_ino}"


def query(name: str) -> Report:
    """A named query of the pages, else one of the reports."""
    found = load_reports(CYPHER / "pages").get(name) or load_reports().get(name)
    if found is None:
        raise QueryError(f"there is no query {name} in cypher/pages or cypher/reports")
    return found


def once(most: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Decorates a function of the graph and its arguments alone: it is worked out once for a state of the graph; the last ``most`` answers are kept.

    The arguments must be hashable, and the answers are shared: read them only.
    """

    def decorated(made: Callable[P, R]) -> Callable[P, R]:
        kept = Kept(most)
        _ALL.append(kept)

        @wraps(made)
        def asked(*given: P.args, **named: P.kwargs) -> R:
            answer: R = kept.get((_fresh(), given, tuple(sorted(named.items()))), lambda: made(*given, **named))
            return answer

        return asked

    return decorated


_ALL: list[Kept] = []
_now: tuple[str, str] | None = None


def _fresh() -> tuple[str, str]:
    """Which graph is asked, in which state; what was kept of another goes."""
    global _now
    here = address(), stamp()
    if here != _now:
        _now = here
        for kept in _ALL:
            kept.clear()
    return here


def table(name: str, **parameters: Any) -> Table:
    """The answer of a named query. It is shared between sessions: read it only.

    Raises:
        QueryError: a parameter is unknown or of the wrong type, or the query takes too long.
        StoreError: the store is missing, damaged or away.
    """
    return _answer(query(name).cypher, _given(name, parameters))


def rows(name: str, **parameters: Any) -> list[Row]:
    """As :func:`table`, a dict a row; shared too."""
    return _rows(query(name).cypher, _given(name, parameters))


def _given(name: str, parameters: Row) -> str:
    return json.dumps(query(name).check(parameters), sort_keys=True, ensure_ascii=False)


def store() -> Store:
    """The open store, for questions that are the reader's own (the console)."""
    return _store(address())


@cache
def _store(place: str) -> Store:
    return open_store(place)


@once(300)
def _answer(cypher: str, parameters: str) -> Table:
    return store().read(cypher, json.loads(parameters), timeout=TIMEOUT)


@once(300)
def _rows(cypher: str, parameters: str) -> list[Row]:
    answer = _answer(cypher, parameters)
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


@once(1)
def recorded() -> Names:
    """All names of the graph as the documents have them."""
    return names_in(store())


@once(1)
def names() -> Names:
    """All names of the graph, for the search box and for showing nodes in the reader's language; unnamed groups have one in each."""
    return groups.named(recorded())
