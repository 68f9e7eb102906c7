"""Asking a real Neo4j: only reading is let through, and values are those of the default store."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.errors import QueryError
from graph.store import Store, open_store
from tests.graphs import contents, expected
from tests.neo4j_server import Server
from tests.test_embedded import READING, REFUSED, VALUES, graph

pytestmark = pytest.mark.slow


@pytest.fixture
def store(neo4j: Server) -> Iterator[Store]:
    with open_store(neo4j.url) as made:
        made.write(graph())
        yield made


def test_nothing_but_reading_is_let_through(store: Store, tmp_path: Path) -> None:
    for query in [*REFUSED, "MATCH (n) WITH n CALL (n) { SET n.x = 1 } RETURN n", "PROFILE MATCH (n) SET n.name = 'x'", "EXPLAIN CREATE (:State)"]:
        for _ in range(2):
            with pytest.raises(QueryError) as error:
                store.read(query)
            assert "\n" not in str(error.value), query
    assert contents(store) == expected(graph(), tmp_path)


def test_what_only_reads_is_and_gives_the_same_rows(store: Store, tmp_path: Path) -> None:
    with open_store(tmp_path / "graph.kgl") as default:
        default.write(graph())
        for query in [*READING, VALUES]:
            rows = store.read(query).rows
            assert rows, query
            assert store.read(query).rows == rows, query
            if not query.startswith(("EXPLAIN", "CALL", "MATCH (n)")):
                assert rows == default.read(query).rows, query
    assert store.read("SHOW INDEXES YIELD name, state RETURN name ORDER BY name").rows[0] == ("claim_doc",)
    assert store.read("EXPLAIN MATCH (s:State) RETURN s").columns == ("step", "operation", "estimated_rows")


def test_a_query_that_was_asked_before_wants_its_parameters_again(store: Store) -> None:
    assert store.read("MATCH (s:State) WHERE s.id = $id RETURN s.id", {"id": "nobody"}).rows == ()
    with pytest.raises(QueryError, match="id"):
        store.read("MATCH (s:State) WHERE s.id = $id RETURN s.id")


@pytest.mark.parametrize(
    ("query", "parameters", "reason"),
    [
        ("MATCH (s:State) WHERE s.id = $id RETURN s", {}, "id"),
        ("MATCH (s:State RETURN s", {}, "Invalid input"),
        ("MATCH (s:State) RETURN t", {}, "Variable `t` not defined"),
        ("RETURN nothing(1)", {}, "Unknown function"),
        ("RETURN $x", {"x": object()}, "a parameter cannot be sent"),
        ("RETURN $x", {"x": 2**70}, "a parameter cannot be sent"),
        ("RETURN 1 / 0", {}, "/ by zero"),
    ],
)
def test_mistakes_are_one_line(store: Store, query: str, parameters: dict[str, Any], reason: str) -> None:
    with pytest.raises(QueryError, match=reason) as error:
        store.read(query, parameters)
    assert "\n" not in str(error.value)


def test_rows_and_time_are_limited(store: Store) -> None:
    assert store.read("UNWIND range(1, 9) AS x RETURN x", limit=9).truncated is False
    cut = store.read("UNWIND range(1, 1000000) AS x RETURN x", limit=4)
    assert (cut.rows, cut.truncated) == (((1,), (2,), (3,), (4,)), True)
    began = time.monotonic()
    with pytest.raises(QueryError, match=r"took longer than 0\.5 s"):
        store.read("UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a * b < 0 RETURN count(*)", timeout=0.5)
    assert time.monotonic() - began < 30
