"""The store that is a real Neo4j server: the same graph as in the default store, sent once, and only what differs after that."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.model import Graph
from graph.store import Store, open_store
from tests.neo4j_server import Server
from tests.test_embedded import graph

pytestmark = pytest.mark.slow

NODES = "MATCH (n) WHERE NOT n:_Rapporteur RETURN labels(n)[0] AS label, n.id AS id, n ORDER BY label, id"
EDGES = "MATCH (a)-[r]->(b) RETURN type(r) AS type, a.id AS source, b.id AS target, r ORDER BY type, source, target"


def contents(store: Store) -> tuple[Any, Any]:
    """All nodes and edges."""
    return store.read(NODES, limit=1_000_000).rows, store.read(EDGES, limit=1_000_000).rows


def expected(written: Graph, folder: Path) -> tuple[Any, Any]:
    """What the default store makes of a graph."""
    with open_store(folder / "expected.kgl") as store:
        store.write(written)
        return contents(store)


def committed(server: Server) -> int:
    """Grows with every transaction that changes something: the length of the server's log of them."""
    return sum(log.stat().st_size for log in server.home.glob("data/transactions/neo4j/neostore.transaction.db.*"))


@pytest.fixture
def store(neo4j: Server) -> Iterator[Store]:
    with open_store(neo4j.url) as made:
        yield made


def test_it_holds_the_same_graph_as_the_default_store(store: Store, tmp_path: Path) -> None:
    written = store.write(graph())
    assert contents(store) == expected(graph(), tmp_path)
    assert (written.nodes, written.edges) == (len(list(graph().nodes)), len(list(graph().edges)))


def test_loading_again_writes_nothing(neo4j: Server, store: Store) -> None:
    store.write(graph())
    before = committed(neo4j)
    assert store.write(graph()).changes == {}
    assert committed(neo4j) == before > 0


def test_a_removed_document_takes_its_claims_along_and_only_them(store: Store, tmp_path: Path) -> None:
    store.write(graph())
    store.write(graph(without="001"))
    assert contents(store) == expected(graph(without="001"), tmp_path)
    store.write(graph())
    assert contents(store) == expected(graph(), tmp_path)
