"""Named queries: the files of cypher/reports (graph/headers.py says how they look). A name and parameters in, a table out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from graph.errors import QueryError
from graph.headers import read_report
from graph.reports import Report
from graph.settings import CYPHER
from graph.store import LIMIT, TIMEOUT, Store
from graph.tables import Table


@cache
def load_reports(folder: Path = CYPHER / "reports") -> dict[str, Report]:
    """All reports of a folder by name, which is the file's.

    Raises:
        DataError: a file's header does not fit its query.
    """
    return {path.stem: read_report(path, path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.cypher"))}


Parameters = Mapping[str, Any]


def run_report(store: Store, name: str, parameters: Parameters | None = None, *, limit: int = LIMIT, timeout: float = TIMEOUT) -> Table:
    """The answer of a report.

    Raises:
        QueryError: there is no such report, or a parameter is unknown or of the wrong type.
        StoreError: there is no graph to ask.
    """
    report = report_named(name)
    return store.read(report.cypher, report.check(parameters or {}), limit=limit, timeout=timeout)


def report_named(name: str) -> Report:
    """The report of a name.

    Raises:
        QueryError: there is none.
    """
    report = load_reports().get(name)
    if report is None:
        raise QueryError(f"there is no report {name}; there are {', '.join(load_reports())}")
    return report
