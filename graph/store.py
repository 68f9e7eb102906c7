"""Where a graph is kept and asked. A path or address in, a store out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

from graph.errors import StoreError
from graph.model import Graph
from graph.tables import Table

LIMIT = 100_000  # rows of an answer
TIMEOUT = 30.0  # seconds


class Store(Protocol):
    """Every store answers the same queries with the same rows."""

    def write(self, graph: Graph) -> None:
        """Makes the store hold this graph and nothing else; readers see the old graph or the new one.

        Raises:
            StoreError: it cannot be written.
        """

    def read(self, cypher: str, parameters: Mapping[str, Any] | None = None, *, limit: int = LIMIT, timeout: float = TIMEOUT) -> Table:
        """The answer to a query that only reads, cut at ``limit`` rows. Nodes and relationships are plain dicts, dates ISO strings.

        Raises:
            QueryError: the query is refused or wrong, lacks a parameter, or takes longer than ``timeout`` seconds.
            StoreError: there is no store, or it is damaged.
        """

    def close(self) -> None:
        """Lets go of what the store holds; it can be used again."""

    def __enter__(self) -> Self: ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None: ...


def open_store(place: str | Path) -> Store:
    """The store at a path (KGLite). Nothing is opened yet: a store that is missing is missed by the first query.

    Raises:
        StoreError: the address is of a kind that this version does not know.
    """
    from graph.embedded import EmbeddedStore

    scheme, found, _ = str(place).partition("://")
    if not found or scheme == "file":
        return EmbeddedStore(Path(str(place).removeprefix("file://")))
    raise StoreError(f"{scheme}://…: a store of this kind is not known here; give the path of a store file")
