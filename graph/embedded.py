"""The store that needs no server: KGLite in one file. Graphs and queries in, tables out.

KGLite differs from Neo4j in places (docs/adr/0004); what of that can be mended is mended here, so that both give the same rows.
A graph is written to a fresh file that takes the old one's place at once; readers hold what they opened until they next ask.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from time import time as clock
from types import TracebackType
from typing import Any, Self

import kglite

from graph.errors import QueryError, StoreError
from graph.guard import refuse_unsafe
from graph.model import Graph
from graph.ontology import load_ontology
from graph.statements import batches, constraints
from graph.store import LIMIT, TIMEOUT, Progress, Written
from graph.tables import Table

kglite.set_query_warning_policy("silent")  # its remarks on a query would go past us to standard error
_WORK = 3_000_000  # rows on the way of one query; without a bound a cross join fills the memory before its time is up
_COUNTS = ("MATCH (n) RETURN count(n) AS n", "MATCH ()-[r]->() RETURN count(r) AS n")
_LOAD = "run `rapporteur load` to build it from the workspace"
Stamp = tuple[int, int, int]


@dataclass(slots=True)
class EmbeddedStore:
    """May be asked from several threads at once."""

    path: Path
    _graph: Any = None
    _stamp: Stamp | None = None
    _opening: threading.Lock = field(default_factory=threading.Lock)

    def write(self, graph: Graph, progress: Progress | None = None) -> Written:
        """See :meth:`graph.store.Store.write`."""
        ontology = load_ontology()
        fresh = self.path.with_name(f".{self.path.name}.{os.getpid()}.{threading.get_ident()}")
        new: Any = kglite.KnowledgeGraph()
        try:
            for statement in constraints(ontology):
                new.cypher(statement)
            for done, (statement, rows) in enumerate(batches(graph), 1):
                new.cypher(statement, params={"rows": rows}, timeout_ms=0)
                if progress is not None:
                    progress("loading", done, 0)
            counts = [new.cypher(query).to_list()[0]["n"] for query in _COUNTS]
            new.set_schema_version(ontology.version)
            self.path.parent.mkdir(parents=True, exist_ok=True)
            new.save(str(fresh), layout="compact")
            fresh.replace(self.path)
            return Written(*counts)
        except (kglite.KgError, OSError, ValueError, TypeError, OverflowError) as error:
            raise StoreError(f"{self.path}: cannot be written ({_line(error)})") from None
        finally:
            self._clear(fresh)

    def holds(self, stamp: str) -> Written | None:
        """``None``: a file is always written anew."""
        return None

    def read(self, cypher: str, parameters: Mapping[str, Any] | None = None, *, limit: int = LIMIT, timeout: float = TIMEOUT) -> Table:
        """See :meth:`graph.store.Store.read`."""
        refuse_unsafe(cypher)
        graph = self._current()
        try:
            answer = graph.cypher(
                cypher, params=dict(parameters or {}), timeout_ms=max(1, round(timeout * 1000)), row_limit=limit + 1, max_work_units=_WORK,
                hide_structural_keys=True,
            )  # fmt: skip
        except kglite.CypherTimeoutError:
            raise QueryError(f"the query took longer than {timeout:g} s; narrow it or allow more time") from None
        except kglite.ReadOnlyError:
            raise QueryError("the query would write; queries here only read") from None
        except (kglite.KgError, ValueError, TypeError, OverflowError) as error:
            raise QueryError(_line(error)) from None
        if isinstance(answer, str):
            raise QueryError("FORMAT is refused in a query; choose the format of the answer outside it")
        rows = answer.to_list()
        columns = tuple(answer.columns)
        return Table(columns, tuple(tuple(_plain(row[column]) for column in columns) for row in rows[:limit]), len(rows) > limit)

    def condition(self) -> str:
        """See :meth:`graph.store.Store.condition`."""
        return f"{self.read('MATCH (n) RETURN count(n) AS nodes', limit=1, timeout=10).rows[0][0]} nodes"

    def close(self) -> None:
        """See :meth:`graph.store.Store.close`."""
        with self._opening:
            self._graph = self._stamp = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _clear(self, fresh: Path) -> None:
        """Removes what this writing left, and what a killed one did: no writing takes an hour."""
        for leftover in self.path.parent.glob(f".{self.path.name}.*"):
            with suppress(OSError):  # another writer may have finished and moved it just now
                if leftover.name.startswith(fresh.name) or leftover.stat().st_mtime < clock() - 3600:
                    leftover.unlink()

    def _current(self) -> Any:
        """The graph of the file as it is now, opened anew where the file has changed."""
        with self._opening:
            try:
                found = self.path.stat()
            except OSError:
                raise StoreError(f"{self.path}: there is no graph yet; {_LOAD}") from None
            stamp = (found.st_mtime_ns, found.st_size, found.st_ino)
            if stamp != self._stamp:
                self._graph, self._stamp = _opened(self.path), stamp
            return self._graph


def _opened(path: Path) -> Any:
    """A file's graph; many threads may read it at once, and none can write."""
    try:
        graph = kglite.load(str(path))
    except (kglite.KgError, OSError, ValueError) as error:
        raise StoreError(f"{path}: not a graph that can be read ({_line(error)}); {_LOAD}") from None
    version = load_ontology().version
    if graph.schema_version != version:
        raise StoreError(f"{path}: written by another version of rapporteur (graph {graph.schema_version}, here {version}); {_LOAD}")
    graph.read_only(True)
    return graph


def _line(error: BaseException) -> str:
    """An engine's message without its remarks on the engine's own commands: the first line."""
    if "max_work_units" in str(error):
        return f"the query goes through more than {_WORK:,} rows on its way; narrow it"
    return str(error).partition("\n")[0].removeprefix("Cypher ")[:200]


def _plain(value: Any) -> Any:
    """A value as any store gives it: without internal numbers, and without the ``title`` and ``type`` that KGLite adds to nodes."""
    match value:
        case {"id": int(), "labels": list() as labels, "properties": dict() as properties}:
            return {"labels": labels, "properties": _own(properties)}
        case {"id": int(), "start": _, "end": _, "type": str() as name, "properties": dict() as properties}:
            return {"type": name, "properties": _plain(properties)}
        case {"id": str(), "title": str() as title, "name": str() as name} if title == name:  # properties(n)
            return _own(value)
        case dict():
            return {key: _plain(item) for key, item in value.items()}
        case list() | tuple():
            return [_plain(item) for item in value]
        case date() | datetime() | time():
            return value.isoformat()
        case _:
            return value


def _own(properties: dict[str, Any]) -> dict[str, Any]:
    return {key: _plain(value) for key, value in properties.items() if key not in ("title", "type")}
