"""Where a graph is kept and asked. A path or address in, a store out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

from graph.bare import without
from graph.errors import StoreError
from graph.model import Graph
from graph.tables import Table

SERVERS = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
LIMIT = 100_000  # rows of an answer
TIMEOUT = 30.0  # seconds
_FRAMES = ("numpy", "pandas", "pyarrow")  # the driver can give data frames; loading what that needs takes longer than loading itself


Progress = Callable[[str, int, int], None]  # what is being done, parts done, parts in all


@dataclass(frozen=True, slots=True)
class Written:
    """What a store holds after a writing, and ``changes``: what a server says it had to change, by kind; ``None`` where all is written anew."""

    nodes: int
    edges: int
    changes: dict[str, int] | None = None


class Store(Protocol):
    """Every store answers the same queries with the same rows."""

    def write(self, graph: Graph, progress: Progress | None = None) -> Written:
        """Makes the store hold this graph and no other; a server keeps what others have put there. A file's readers see the old graph or the
        new one, a server's each document when it is loaded.

        Raises:
            StoreError: it cannot be written.
        """

    def holds(self, stamp: str) -> Written | None:
        """What the store holds, where it is what the graph with this stamp left there; ``None`` where that does not show at once: write it then.

        Raises:
            StoreError: the store cannot be asked.
        """

    def read(self, cypher: str, parameters: Mapping[str, Any] | None = None, *, limit: int = LIMIT, timeout: float = TIMEOUT) -> Table:
        """The answer to a query that only reads, cut at ``limit`` rows. Nodes and relationships are plain dicts, dates ISO strings.

        Raises:
            QueryError: the query is refused or wrong, lacks a parameter, or takes longer than ``timeout`` seconds.
            StoreError: there is no store, or it is damaged.
        """

    def condition(self) -> str:
        """What the store is and holds, in a line.

        Raises:
            StoreError: it cannot be asked, or lacks something.
        """

    def close(self) -> None:
        """Lets go of what the store holds; it can be used again."""

    def __enter__(self) -> Self: ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None: ...


def open_store(place: str | Path) -> Store:
    """The store at a path (KGLite) or at the address of a Neo4j server. Nothing is opened yet: a store that is missing is missed by the first query.

    Raises:
        StoreError: the address is of a kind that is not known, or holds a user or password.
    """
    scheme, found, _ = str(place).partition("://")
    if not found or scheme == "file":
        from graph.embedded import EmbeddedStore

        return EmbeddedStore(Path(str(place).removeprefix("file://")))
    if scheme in SERVERS:
        with without(*_FRAMES):
            from graph.neo4j_store import Neo4jStore
            from graph.server import Address

        return Neo4jStore(Address.parse(str(place)))
    raise StoreError(f"{scheme}://…: a store of this kind is not known here; give the path of a store file, or bolt:// or neo4j:// for a server")
