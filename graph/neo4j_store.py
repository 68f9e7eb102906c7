"""The store that is a Neo4j server, version 5 or newer. Graphs and queries in, tables out."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from types import TracebackType
from typing import Any, Self

from neo4j import READ_ACCESS, Driver, GraphDatabase, ManagedTransaction, Session, unit_of_work
from neo4j.exceptions import DriverError, Neo4jError

from graph.errors import QueryError
from graph.guard import refuse_unsafe
from graph.lease import Lease
from graph.lexing import tokens
from graph.loading import Loader
from graph.model import Graph
from graph.notes import Notes
from graph.ontology import load_ontology
from graph.outbox import Outbox
from graph.plain import plain
from graph.schema import ensure_schema, server_condition
from graph.sending import Sender
from graph.server import Address, connect
from graph.server_errors import query_error, store_error
from graph.store import LIMIT, TIMEOUT, Progress, Written
from graph.tables import Table
from graph.unswept import unswept

_FAILURES = (Neo4jError, DriverError, OSError, TypeError, ValueError, OverflowError)
_PATIENCE = 15.0  # seconds of trying a transaction again
_READING = 5.0
_REMEMBERED = 1_000  # queries


@dataclass(slots=True)
class Neo4jStore:
    """May be asked from several threads at once."""

    address: Address
    _driver: Driver | None = None
    _opening: threading.Lock = field(default_factory=threading.Lock)
    _lease: Lease | None = None
    _reading: set[str] = field(default_factory=set)  # queries that the server takes for reading ones: it need not be asked again

    def write(self, graph: Graph, progress: Progress | None = None) -> Written:
        """See :meth:`graph.store.Store.write`."""
        if self._lease is None:
            self._lease = Lease(str(self.address))
        with unswept(), connect(self.address, patience=_PATIENCE) as driver:
            try:
                return self._load(driver, self._lease, graph, progress)
            except _FAILURES as error:
                raise store_error(error, str(self.address)) from None

    def holds(self, stamp: str) -> Written | None:
        """See :meth:`graph.store.Store.holds`. Constraints and indexes that lack are made."""
        driver = self._connected()
        try:
            with driver.session(database=self.address.database) as session:
                notes = Notes(session)
                end = notes.end()
                if not stamp or end is None or end.stamp != stamp or end.nodes is None or end.edges is None or notes.incomplete(end):
                    return None
                ensure_schema(session, load_ontology())
                return Written(end.nodes, end.edges, {})
        except _FAILURES as error:
            raise store_error(error, str(self.address)) from None

    def read(self, cypher: str, parameters: Mapping[str, Any] | None = None, *, limit: int = LIMIT, timeout: float = TIMEOUT) -> Table:
        """See :meth:`graph.store.Store.read`."""
        refuse_unsafe(cypher)
        driver = self._connected()

        @unit_of_work(timeout=timeout)
        def ask(tx: ManagedTransaction) -> Table:
            return _ask(tx, cypher, dict(parameters or {}), limit, self._reading)

        try:
            with driver.session(database=self.address.database, default_access_mode=READ_ACCESS, fetch_size=min(limit + 1, 1000)) as session:
                return session.execute_read(ask)
        except _FAILURES as error:
            raise query_error(error, str(self.address), timeout) from None

    def condition(self) -> str:
        """See :meth:`graph.store.Store.condition`."""
        driver = self._connected()
        try:
            with driver.session(database=self.address.database, default_access_mode=READ_ACCESS) as session:
                return server_condition(session, load_ontology(), str(self.address))
        except _FAILURES as error:
            raise store_error(error, str(self.address)) from None

    def close(self) -> None:
        """See :meth:`graph.store.Store.close`."""
        with self._opening:
            if self._driver is not None:
                self._driver.close()
                self._driver = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _connected(self) -> Driver:
        with self._opening:
            if self._driver is None:
                self._driver = connect(self.address, patience=_READING)
            return self._driver

    def _load(self, driver: Driver, lease: Lease, graph: Graph, progress: Progress | None) -> Written:
        bookmarks = GraphDatabase.bookmark_manager()  # in a cluster, each session sees what the others have written

        def session_of_its_own() -> Session:
            return driver.session(database=self.address.database, bookmark_manager=bookmarks)

        with session_of_its_own() as session:
            ensure_schema(session, load_ontology())
            try:
                with Sender(session_of_its_own, lease) as sender:
                    loader = Loader(Notes(session), lease, Outbox(sender), graph, progress or (lambda doing, done, total: None))
                    loader.load()
            except DriverError:  # there may be no server to give the lease back to; the next loader sees that we are gone
                raise
            except BaseException:
                with suppress(*_FAILURES), session_of_its_own() as another:
                    another.execute_write(lease.give_back)
                raise
            if loader.changing:
                session.execute_write(lease.give_back)
        return Written(loader.sizes["nodes"], loader.sizes["edges"], dict(loader.outbox.counters))


def _ask(tx: ManagedTransaction, cypher: str, parameters: dict[str, Any], limit: int, reading: set[str]) -> Table:
    """The answer of a query that the server itself takes for a reading one: asked now, or known from before."""
    begin = next(tokens(cypher))
    asked = cypher[begin.end :] if begin.says("EXPLAIN", "PROFILE") else cypher
    if begin.says("EXPLAIN") or asked not in reading:
        explained = tx.run("EXPLAIN " + asked, parameters).consume()
        if explained.query_type not in (("s", "r") if begin.says("SHOW") else ("r",)):
            raise QueryError("the query would write; queries here only read")
        if begin.says("EXPLAIN"):
            return _steps(explained.plan)
        if len(reading) < _REMEMBERED:
            reading.add(asked)
    answer = tx.run(cypher, parameters)
    rows = list(islice(answer, limit + 1))
    return Table(tuple(answer.keys()), tuple(tuple(plain(value) for value in row) for row in rows[:limit]), len(rows) > limit)


def _steps(plan: dict[str, Any] | None) -> Table:
    """A plan as a table, the first step first."""
    steps: list[dict[str, Any]] = []

    def walk(step: dict[str, Any]) -> None:
        for child in step.get("children", ()):
            walk(child)
        steps.append(step)

    if plan is not None:
        walk(plan)
    rows = ((at, step["operatorType"].partition("@")[0], step["args"].get("EstimatedRows")) for at, step in enumerate(steps, 1))
    return Table(("step", "operation", "estimated_rows"), tuple(rows), False)
