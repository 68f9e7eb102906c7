"""The checker of the common subset: each rule with a query it refuses, and one that looks alike and passes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from graph.errors import DataError
from graph.headers import read_report
from graph.queries import load_reports
from graph.settings import CYPHER, ROOT
from graph.subset import main, objections


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("MATCH (a)-[r:X]->(b) MATCH (p:P {id: r.passage}) RETURN p", "r.passage is a relationship's property in a pattern's braces"),
        ("MATCH (a)-[r]-(b)\nOPTIONAL MATCH ({x: 1, id: r.p}) RETURN a", "r.p is a relationship's property"),
        ("MATCH (a)<-[r:X|Y*1..2 {k: 1}]-(b) MATCH (c)-[:Z {id: toLower(r.p)}]->() RETURN a", "r.p is a relationship's property"),
        ("MATCH (n) RETURN id(n)", "id() is an internal number"),
        ("MATCH (n) RETURN ID (n)", "id() is an internal number"),
        ("MATCH (n) RETURN keys(n)", "keys() also gives"),
        ("MATCH (n) RETURN elementId(n)", "elementId() answers something else"),
        ("RETURN rand()", "rand() answers something else"),
        ("RETURN date() AS today", "date() without a value"),
        ("RETURN duration.between(date('2020'), date('2021')).months", "duration.between counts months otherwise"),
        ("RETURN COLLECT { MATCH (n) RETURN n.id } AS ids", "has no COLLECT"),
        ("MATCH (n) RETURN percentileCont(n.x, 0.5)", "has no percentileCont()"),
        ("MATCH (n) RETURN percentiledisc(n.x, 0.5)", "has no percentiledisc()"),
        ("MATCH p = SHORTEST 1 (a)-[:X]-+(b) RETURN p", "has no SHORTEST"),
        ("MATCH p = ALL SHORTEST (a)-[:X]->(b) RETURN p", "has no SHORTEST"),
        ("MATCH ((a)-[:X]->(b)){1,3} RETURN a", "quantified path"),
        ("MATCH ((a)-[:X]->(b))+ RETURN a", "quantified path"),
        ("MATCH (a)-[:X]->{1,3}(b) RETURN a", "quantified path"),
        ("MATCH (a)-[:X]->+(b) RETURN a", "quantified path"),
        ("MATCH (a)-->*(b) RETURN a", "quantified path"),
        ("MATCH (a)-[:X]-{2}(b) RETURN a", "quantified path"),
        ("MATCH (n WHERE n.x = 1) RETURN n", "WHERE within a node's"),
        ("MATCH (n:A|B WHERE n.x = 1) RETURN n", "WHERE within a node's"),
        ("MATCH (:A WHERE true) RETURN 1", "WHERE within a node's"),
        ("MATCH (a)-[r:X WHERE r.y > 1]->(b) RETURN a", "WHERE within a node's or relationship's brackets"),
        ("CREATE (n:X)", "CREATE writes"),
        ("MATCH (n) set n.x = 1", "SET writes"),
        ("MATCH (n) DETACH DELETE n", "DELETE writes"),
        ("MATCH (n) REMOVE n.x", "REMOVE writes"),
        ("MERGE (n:X {id: 1})", "MERGE writes"),
        ("FOREACH (x IN [1] | CREATE (:X))", "FOREACH writes"),
        ("LOAD CSV FROM 'file:///x' AS line RETURN line", "LOAD CSV reads files"),
        ("MATCH (n) CALL { WITH n RETURN 1 AS x } IN TRANSACTIONS RETURN x", "IN TRANSACTIONS is for writing"),
        ("MATCH (n) CALL (n) { RETURN 1 AS x } IN 3 CONCURRENT TRANSACTIONS OF 10 ROWS RETURN x", "IN TRANSACTIONS is for writing"),
        ("CALL db.labels() YIELD label RETURN label", "a report calls no procedures"),
        ("USE other MATCH (n) RETURN n", "USE names a database"),
        ("/* all */ MATCH (n) RETURN n", "block comment"),
        ("MATCH (n) // where\n/* n */ RETURN n", "block comment"),
        ("CALL { MATCH (a)-[r]->(b) RETURN a.id AS x UNION MATCH (n) RETURN n.id AS x } RETURN x", "UNION within CALL { } that imports nothing"),
    ],
)  # fmt: skip
def test_what_leaves_the_subset_is_refused(query: str, reason: str) -> None:
    found = objections(query)
    assert found
    assert any(reason in said for _, said in found)


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (a)-[r:X]->(b) WITH a, r.passage AS passage MATCH (p:P {id: passage}) RETURN {of: r.x} AS map",
        "MATCH (a)-[r:X]->(b) RETURN {quote: r.quote, a: [r.x]} AS map, collect({q: r.quote}) AS all",
        "MATCH (a)-[r]->(b) RETURN a {.id, of: r.x}",
        "MATCH (a)-[r]->(b) MATCH (c {id: a.r}) MATCH (d {id: b.r.x}) RETURN c",
        "MATCH (n {id: $id}) RETURN n.id, n.keys, n.date, n.set, n.create, n.shortest",
        "MATCH (n:Set)-[:CREATE|DELETE]->(m) RETURN {set: 1, remove: 2} AS map",
        "RETURN 'id(n) SET x', \"LOAD CSV\" AS b // CREATE, /* and so on",
        "MATCH (n) RETURN collect(n.id), date('2020-01-01'), duration({days: 1})",
        "MATCH p = shortestPath((a)-[*..6]-(b)) MATCH q = allShortestPaths((a)-[:X]-(b)) RETURN p, q",
        "MATCH (a)-[:X*1..3]->(b) RETURN (a.x)+(b.x) AS sum, (a.x) * (b.y), ((a.x) - 1) + 2",
        "MATCH (n) WHERE (n.x = 1 AND n.y = 2) RETURN [x IN n.list WHERE x > 1 | x], [(n)-[r:X]->(m) WHERE m.y = 1 | m.id]",
        "MATCH (n) RETURN any(x IN n.list WHERE x = 1)",
        "MATCH (n) CALL { WITH n MATCH (n)-->(m) RETURN m UNION WITH n MATCH (n)<--(m) RETURN m } RETURN m",
        "MATCH (n) CALL (n) { MATCH (n)-->(m) RETURN m } RETURN m",
        "MATCH (n) RETURN COUNT { (n)-->() } AS out, EXISTS { MATCH (n)-[r]->() WHERE r.x = 1 } AS has",
        "MATCH (n) WHERE EXISTS { (n) } RETURN count { (n)--(m) }",
    ],
)  # fmt: skip
def test_what_both_stores_understand_passes(query: str) -> None:
    assert objections(query) == []


def test_file_and_line_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "deep").mkdir()
    file = tmp_path / "deep" / "own.cypher"
    file.write_text("// title: t\nMATCH (n)\nSET n.x = id(n)\n", encoding="utf-8")
    assert main([str(tmp_path)]) == 2
    assert capsys.readouterr().out.splitlines() == [
        f"{file}, line 3: SET writes",
        f"{file}, line 3: id() is an internal number in Neo4j and the property in the embedded store; use n.id",
    ]
    with pytest.raises(DataError, match=r"own\.cypher, line 3: SET writes"):
        load_reports(tmp_path / "deep")
    with pytest.raises(DataError, match=r"own\.cypher, line 3: SET writes"):
        read_report(file, file.read_text(encoding="utf-8"))


def test_our_own_reports_keep_to_it() -> None:
    assert main([str(CYPHER / "reports")]) == 0
    done = subprocess.run([sys.executable, "-m", "graph.subset", "cypher/reports"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
