"""The server of the tests itself: it starts, it is empty, it asks for a password."""

from __future__ import annotations

import neo4j as driver
import pytest
from neo4j.exceptions import AuthError

from tests.neo4j_server import PASSWORD, USER, Server

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("round", [1, 2])
def test_every_test_finds_an_empty_database(neo4j: Server, round: int) -> None:
    with driver.GraphDatabase.driver(neo4j.url, auth=(USER, PASSWORD)) as client:
        assert client.execute_query("MATCH (n) RETURN count(n)").records[0].value() == 0
        assert "left_over" not in [record.value() for record in client.execute_query("SHOW CONSTRAINTS YIELD name").records]
        client.execute_query("CREATE CONSTRAINT left_over FOR (n:LeftOver) REQUIRE n.id IS UNIQUE")
        client.execute_query("CREATE (:LeftOver {id: $round})", {"round": round})


def test_it_asks_for_a_password(neo4j: Server) -> None:
    with driver.GraphDatabase.driver(neo4j.url, auth=(USER, "wrong")) as client, pytest.raises(AuthError):
        client.verify_connectivity()
