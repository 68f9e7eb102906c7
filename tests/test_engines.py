"""How the embedded engine differs from Neo4j, each difference shown on both: a version that mends one is noticed here.

The checker of the common subset (graph/subset.py) and the embedded store itself rest on this list; a test that fails because both answer
alike means that a rule, or a mend in graph/embedded.py, can go.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

import kglite
import neo4j
import pytest
from neo4j.exceptions import Neo4jError

from graph.subset import objections
from tests.neo4j_server import Given, Server

Ask = Callable[[str], list[list[Any]]]
SOME = """CREATE (a:State:Actor {id: 'a', name: 'A', title: 'T'}), (b:State {id: 'b', name: 'B'}), (p:Passage {id: 'p1'}),
(a)-[:SAYS {passage: 'p1', n: 1}]->(b)"""


@pytest.fixture(scope="module")
def bare(neo4j_server: Server | Given) -> Iterator[tuple[Ask, Ask]]:
    """The two engines without our stores around them: the embedded one, and Neo4j."""
    embedded = kglite.KnowledgeGraph()
    embedded.cypher(SOME)
    neo4j_server.empty()
    login = (os.environ.get("RAPPORTEUR_STORE_USER", "neo4j"), os.environ.get("RAPPORTEUR_STORE_PASSWORD", ""))
    with neo4j.GraphDatabase.driver(neo4j_server.url, auth=login, notifications_min_severity="OFF") as driver, driver.session() as session:
        session.run(SOME).consume()

        def from_embedded(query: str) -> list[list[Any]]:
            answer = embedded.cypher(query)
            return [[row[column] for column in answer.columns] for row in answer.to_list()]

        yield from_embedded, lambda query: [list(record.values()) for record in session.run(query)]


@pytest.mark.parametrize(
    ("query", "embedded", "neo4j_gives"),
    [
        ("MATCH (:State)-[r:SAYS]->() MATCH (p:Passage {id: r.passage}) RETURN count(p)", [[0]], [[1]]),
        ("MATCH (:State)-[r:SAYS]->() OPTIONAL MATCH (p:Passage {id: r.passage}) RETURN p.id", [[None]], [["p1"]]),
        ("RETURN duration.between(date('2020-01-01'), date('2021-03-02')).months", [[0]], [[14]]),
        ("MATCH (n:State {id: 'b'}) RETURN size(keys(n))", [[4]], [[2]]),
        # a server remembers labels that other tests have used
        (
            "CALL db.labels() YIELD label WITH label WHERE label IN ['Actor', 'Passage', 'State'] WITH label ORDER BY label RETURN collect(label)",
            [[["Passage", "State"]]],
            [[["Actor", "Passage", "State"]]],
        ),
    ],
    ids=["relationship's property in braces", "the same, optional", "duration.between", "keys", "second labels"],
)
def test_answers_that_differ_without_a_word(bare: tuple[Ask, Ask], query: str, embedded: list[list[Any]], neo4j_gives: list[list[Any]]) -> None:
    assert bare[0](query) == embedded
    assert bare[1](query) == neo4j_gives
    assert objections(query)


def test_the_internal_number_is_the_property(bare: tuple[Ask, Ask]) -> None:
    query = "MATCH (n:State {id: 'a'}) RETURN id(n)"
    assert bare[0](query) == [["a"]]
    assert isinstance(bare[1](query)[0][0], int)
    assert objections(query)


def test_the_form_with_with_is_right_on_both(bare: tuple[Ask, Ask]) -> None:
    query = "MATCH (:State)-[r:SAYS]->() WITH r.passage AS passage MATCH (p:Passage {id: passage}) RETURN p.id"
    assert bare[0](query) == bare[1](query) == [["p1"]]
    assert not objections(query)


REFUSED = {
    "COLLECT": "MATCH (n:State) RETURN COLLECT { MATCH (n)-->(m) RETURN m.id } AS ids",
    "quantified path": "MATCH ((a:State)-[:SAYS]->(b)){1,2} RETURN count(*)",
    "quantified relationship": "MATCH (a:State)-[:SAYS]->{1,2}(b) RETURN count(*)",
    "SHORTEST": "MATCH p = SHORTEST 1 (a:State {id: 'a'})-[:SAYS]->+(b:State {id: 'b'}) RETURN length(p)",
    "inline WHERE": "MATCH (n:State WHERE n.id = 'a') RETURN n.id",
    "percentileCont": "UNWIND [1, 2, 3] AS x RETURN percentileCont(x, 0.5)",
    "percentileDisc": "UNWIND [1, 2, 3] AS x RETURN percentileDisc(x, 0.5)",
    "relationships in a UNION within CALL": "CALL { MATCH (p:Passage) RETURN 'p' AS what, count(*) AS n UNION ALL "
    "MATCH (:State)-[r:SAYS]->(b:State) RETURN 'r' AS what, sum(r.n) AS n } RETURN what, n",
    "CALL IN TRANSACTIONS": "MATCH (n:State) CALL { WITH n SET n.x = 1 } IN TRANSACTIONS",
}


@pytest.mark.parametrize("form", REFUSED)
def test_forms_that_only_neo4j_takes(bare: tuple[Ask, Ask], form: str) -> None:
    bare[1](REFUSED[form])
    with pytest.raises((kglite.KgError, ValueError)):
        bare[0](REFUSED[form])
    assert objections(REFUSED[form])


def test_maps_as_properties_are_only_in_the_embedded_one(bare: tuple[Ask, Ask]) -> None:
    query = "CREATE (n:Odd {id: 'odd', map: {a: 1}}) RETURN n.map AS map"
    assert bare[0](query) == [[{"a": 1}]]
    with pytest.raises(Neo4jError):
        bare[1](query)


def test_a_name_that_is_reserved_there(bare: tuple[Ask, Ask]) -> None:
    """Loud: such a report fails at once, so that no rule is needed."""
    query = "MATCH (n:State) WITH count(n) AS by RETURN by"
    assert bare[1](query) == [[2]]
    with pytest.raises((kglite.KgError, ValueError)):
        bare[0](query)


def test_reading_files_is_let_through_there(bare: tuple[Ask, Ask], tmp_path: Any) -> None:
    """Read-only mode of the engine does not keep LOAD CSV out; our guard does (tests/test_embedded.py)."""
    (tmp_path / "x.csv").write_text("a,b\n", encoding="utf-8")
    graph = kglite.KnowledgeGraph()
    graph.read_only(True)
    query = f"LOAD CSV FROM 'file://{tmp_path}/x.csv' AS line RETURN line"
    assert graph.cypher(query).to_list() == [{"line": ["a", "b"]}]
    assert objections(query)
