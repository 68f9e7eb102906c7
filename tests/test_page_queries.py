"""The queries of the dashboards: the same rows from the embedded store and from Neo4j, and the same networks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from dashboards.network.fetch import fetch
from dashboards.network.view import View
from graph.queries import load_reports
from graph.settings import CYPHER, DATA
from graph.store import Store
from tests.neo4j_server import Given, Server
from tests.test_conformance import OTHER, stores

pytestmark = pytest.mark.slow
QUERIES = load_reports(CYPHER / "pages")
BAN = "proposal:preemptive-ban"


@pytest.fixture(scope="module")
def both(neo4j_server: Server | Given, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Store]]:
    yield from stores(neo4j_server, tmp_path_factory.mktemp("pages"), DATA / "sources", OTHER)


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_gives_the_same_rows(both: tuple[Store, Store], name: str) -> None:
    query = QUERIES[name]
    embedded, neo4j = (store.read(query.cypher, query.check(query.example)) for store in both)
    assert embedded.columns == query.columns
    assert list(embedded.rows) == list(neo4j.rows)


@pytest.mark.parametrize(
    "view",
    [
        pytest.param(View(), id="positions"),
        pytest.param(View(as_of="2016", confidence=50, region="Africa"), id="narrowed"),
        pytest.param(View(expand=("state:USA", BAN, BAN)), id="expanded"),
        pytest.param(View(id="concept:autonomous-weapons-systems", expand=("concept:autonomous-weapons-systems",)), id="node"),
    ],
)
def test_a_view_shows_the_same(both: tuple[Store, Store], view: View) -> None:
    def shown(store: Store) -> Any:
        def ask(name: str, **parameters: Any) -> list[dict[str, Any]]:
            table = store.read(QUERIES[name].cypher, QUERIES[name].check(parameters))
            return [dict(zip(table.columns, row, strict=True)) for row in table.rows]

        return fetch(ask, view)

    embedded, neo4j = map(shown, both)
    assert len(embedded.nodes) > 1
    assert embedded == neo4j
