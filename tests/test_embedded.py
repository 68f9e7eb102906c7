"""The store in a file: it gives back what was written, changes whole or not at all, and lets nobody out of the graph."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import kglite
import pytest

from graph.build import build
from graph.errors import QueryError, StoreError
from graph.guard import refuse_unsafe
from graph.model import Graph
from graph.ontology import load_ontology
from graph.settings import ROOT
from graph.store import Store, open_store
from tests.builders import BAN, ENTITIES, claim, document, extraction

OTHER = document("001", date="2019")


def graph(*, without: str = "") -> Graph:
    read = [
        extraction(
            claim("SUPPORTS_BAN", "state:CHL", BAN, "智利赞成禁止", language="zh"), claim("OPPOSES_BAN", "state:EGY", BAN, "no", loc="¶2", ordinal=1)
        ),
        extraction(claim("OPPOSES_BAN", "state:CHL", BAN, "Chile is against", of=OTHER), of=OTHER),
    ]
    return build(lambda: [one for one in read if one.document.id != without], ENTITIES.get)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = open_store(tmp_path / "graph.kgl")
    made.write(graph())
    return made


def contents(store: Store) -> tuple[Any, Any]:
    """All nodes and edges."""
    nodes = store.read("MATCH (n) RETURN labels(n)[0] AS label, n ORDER BY n.id").rows
    edges = store.read("MATCH (a)-[r]->(b) RETURN type(r) AS type, a.id AS source, b.id AS target, r ORDER BY type, source, target").rows
    return nodes, edges


def test_the_question_of_the_mission_is_one_line(store: Store) -> None:
    table = store.read(
        "MATCH (s:State)-[r:SUPPORTS_BAN]->(:Proposal {id: 'proposal:preemptive-ban'}) RETURN s.name, r.documents, r.quote ORDER BY s.name"
    )
    assert table.columns == ("s.name", "r.documents", "r.quote")
    assert table.rows == (("Chile", ["000"], "智利赞成禁止"),)
    assert not table.truncated


def test_it_holds_the_graph_and_nothing_else(store: Store) -> None:
    written = graph()
    nodes, edges = contents(store)
    assert [(label, one["properties"]) for label, one in nodes] == sorted(((n.label, n.properties) for n in written.nodes), key=lambda n: n[1]["id"])
    assert [(*row[:3], row[3]["properties"]) for row in edges] == sorted(
        ((e.type, e.source[1], e.target[1], e.properties) for e in written.edges), key=lambda e: e[:3]
    )


def test_writing_again_changes_nothing(store: Store) -> None:
    before = contents(store)
    store.write(graph())
    assert contents(store) == before


def test_a_removed_document_takes_its_claims_along_and_only_them(store: Store) -> None:
    store.write(graph(without="001"))
    assert store.read("MATCH (c:Claim) RETURN DISTINCT c.doc AS doc ORDER BY doc").rows == (("000",),)
    assert store.read("MATCH (:State {id: 'state:CHL'})-[r]->(:Proposal) RETURN type(r) AS type ORDER BY type").rows == (("SUPPORTS_BAN",),)


def test_readers_see_a_new_graph_when_they_next_ask(store: Store, tmp_path: Path) -> None:
    count = "MATCH (c:Claim) RETURN count(c)"
    with open_store(tmp_path / "graph.kgl") as reader:
        assert reader.read(count).rows == ((3,),)
        store.write(graph(without="001"))
        assert reader.read(count).rows == ((2,),)


VALUES = """MATCH p = (s:State {id: 'state:EGY'})-[r:OPPOSES_BAN]->(t)
    RETURN s, r, [s] AS list, {node: s} AS map, properties(s) AS all, properties(r) AS of_r,
    date('2016-04-15') AS day, p, {title: 'a', type: 'b'} AS own"""


def test_values_are_plain(store: Store) -> None:
    query = VALUES
    (row,) = store.read(query).rows
    own = {"id": "state:EGY", "iso3": "EGY", "name": "Egypt", "name_zh": "埃及", "region": "Africa"}
    egypt = {"labels": ["State"], "properties": own}
    opposes = {"type": "OPPOSES_BAN", "properties": {
        "claims": 1, "confidence": 0.9, "documents": ["000"], "first": "2016-04-15", "last": "2016-04-15", "quote": "no"}}  # fmt: skip
    assert row[:7] == (egypt, opposes, [egypt], {"node": egypt}, own, opposes["properties"], "2016-04-15")
    assert row[7]["nodes"][0] == egypt
    assert row[7]["relationships"] == [opposes]
    assert row[8] == {"title": "a", "type": "b"}


LOAD = "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line"


REFUSED = [
    LOAD,
    "load csv FROM 'file:///etc/passwd' AS line RETURN line",
    "LOAD\n  CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "LOAD//\nCSV FROM 'file:///etc/passwd' AS line RETURN line",
    "LOAD /* ' */ CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "`LOAD` CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "// a remark\nLOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "EXPLAIN " + LOAD,
    "PROFILE " + LOAD,
    "\\u004cOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "MATCH (n) WITH n LOAD \\u0043SV FROM 'x' AS line RETURN line",
    "RETURN '\\u0027 AS a LOAD CSV FROM \\u0027x' AS line",
    "RETURN '\\' AS a LOAD CSV FROM 'file:///etc/passwd' AS line //'",
    "RETURN 1LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "CALL { " + LOAD + " } RETURN line",
    "CALL apoc.load.json('file:///etc/passwd')",
    "CALL `apoc`.`load`.json('file:///etc/passwd')",
    "CALL//\napoc.load.json('x')",
    "RETURN 1.CALL apoc.load.json('x')",
    "MATCH (n) CALL db.labels() YIELD label CALL db.cdc.enable() RETURN n",
    "CREATE (:State {id: 'x'})",
    "MERGE (:State {id: 'x'})",
    "MATCH (n) SET n.name = 'x'",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n) REMOVE n.name",
    "DROP CONSTRAINT state_id",
    "MATCH (n) WITH n LIMIT 1 CREATE (:State {id: 'x'})",
    "RETURN 1; CREATE (:State {id: 'x'})",
    "FOREACH (x IN [1] | CREATE (:State {id: 'x'}))",
    "RETURN 1 AS x FORMAT CSV",
    "USE other MATCH (n) RETURN n",
    "TERMINATE TRANSACTIONS '1'",
    "SHOW TRANSACTIONS YIELD transactionId AS t TERMINATE TRANSACTIONS t",
    "MATCH (n) CALL (n) { RETURN 1 AS x } IN TRANSACTIONS RETURN n",
    "MATCH (n) CALL { WITH n RETURN 1 AS x } IN 4 CONCURRENT TRANSACTIONS OF 10 ROWS RETURN n",
    "",
    " // nothing",
]


@pytest.mark.parametrize("query", REFUSED)
def test_nothing_but_reading_is_let_through(store: Store, query: str) -> None:
    before = contents(store)
    with pytest.raises(QueryError) as error:
        store.read(query)
    assert "\n" not in str(error.value)
    assert contents(store) == before


READING = [
    "RETURN 'LOAD CSV' AS words",
    'RETURN "it\'s a CALL to arms" AS words',
    "MATCH (n) RETURN n.id ORDER BY n.id // LOAD CSV",
    "CALL db.labels() YIELD label RETURN label ORDER BY label",
    "MATCH (s:State) CALL { WITH s MATCH (s)-[r]->() RETURN count(r) AS n } RETURN s.id, n ORDER BY s.id",
    "MATCH (s:State) CALL (s) { MATCH (s)-[r]->() RETURN count(r) AS n } RETURN s.id, n ORDER BY s.id",
    "UNWIND [1, 2] AS x RETURN x",
    "EXPLAIN MATCH (n) RETURN n",
]


@pytest.mark.parametrize("query", READING)
def test_what_only_reads_is(store: Store, query: str) -> None:
    assert store.read(query).rows


def test_the_guard_alone_refuses_what_an_engine_would_run() -> None:
    with pytest.raises(QueryError, match="LOAD CSV is refused"):
        refuse_unsafe("LOAD/* */CSV FROM 'http://127.0.0.1/' AS line RETURN line")


@pytest.mark.parametrize(
    ("query", "parameters", "reason"),
    [
        ("MATCH (s:State) WHERE s.id = $id RETURN s", {}, r"Missing parameter: \$id"),
        ("MATCH (s:State RETURN s", {}, "syntax error at line 1"),
        ("MATCH (s:State) RETURN t", {}, "Undefined variable 't'"),
        ("RETURN nothing(1)", {}, "Unknown function"),
        ("RETURN $x", {"x": object()}, "unsupported Python type"),
    ],
)
def test_mistakes_are_one_line(store: Store, query: str, parameters: dict[str, Any], reason: str) -> None:
    with pytest.raises(QueryError, match=reason) as error:
        store.read(query, parameters)
    assert "\n" not in str(error.value)


def test_answers_are_cut_at_the_limit_and_say_so(store: Store) -> None:
    assert store.read("UNWIND range(1, 9) AS x RETURN x", limit=9).truncated is False
    cut = store.read("UNWIND range(1, 9) AS x RETURN x", limit=4)
    assert (cut.rows, cut.truncated) == (((1,), (2,), (3,), (4,)), True)


def test_a_query_that_never_ends_is_stopped(store: Store) -> None:
    began = time.monotonic()
    with pytest.raises(QueryError, match=r"took longer than 0\.3 s"):
        store.read("UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b WITH a, b WHERE a * b < 0 RETURN count(*)", timeout=0.3)
    assert time.monotonic() - began < 5


def test_a_query_that_would_fill_the_memory_is_stopped(store: Store) -> None:
    with pytest.raises(QueryError, match="goes through more than 3,000,000 rows on its way; narrow it"):
        store.read("UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b RETURN a, b")


def test_threads_may_ask_at_once(store: Store) -> None:
    found: list[Any] = []

    def ask() -> None:
        found.extend(store.read("MATCH (c:Claim) RETURN count(c)").rows for _ in range(20))

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [((3,),)] * 80


def test_a_store_that_is_not_there_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no graph yet; run `rapporteur load`"):
        open_store(tmp_path / "none.kgl").read("RETURN 1")


@pytest.mark.parametrize("content", [b"", b"something else", b"RGF\x08 broken"], ids=["empty", "foreign", "cut"])
def test_a_broken_store_says_what_to_do(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "graph.kgl").write_bytes(content)
    with pytest.raises(StoreError, match=r"not a graph that can be read .*run `rapporteur load`") as error:
        open_store(tmp_path / "graph.kgl").read("RETURN 1")
    assert "\n" not in str(error.value)


def test_a_store_of_another_version_says_so(tmp_path: Path) -> None:
    other = kglite.KnowledgeGraph()
    other.set_schema_version(load_ontology().version + 1)
    other.save(str(tmp_path / "graph.kgl"))
    with pytest.raises(StoreError, match="written by another version of rapporteur"):
        open_store(tmp_path / "graph.kgl").read("RETURN 1")


def test_a_place_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for place in (tmp_path / "file" / "graph.kgl", tmp_path):
        with pytest.raises(StoreError, match="cannot be written") as error:
            open_store(place).write(graph())
        assert "\n" not in str(error.value)


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="not a graph that can be read"):
        open_store(tmp_path).read("RETURN 1")


@pytest.mark.parametrize("address", ["ftp://user:secret@example.org/x", "redis://localhost"])
def test_unknown_addresses_are_refused_without_their_secrets(address: str) -> None:
    with pytest.raises(StoreError) as error:
        open_store(address)
    assert "secret" not in str(error.value)


WRITER = """
import sys
from pathlib import Path
from graph.store import open_store
from tests.test_embedded import graph
store = open_store(Path(sys.argv[1]))
print("ready", flush=True)
while True:
    store.write(graph(without="001"))
"""


def test_a_writer_killed_at_any_moment_leaves_a_whole_graph(store: Store, tmp_path: Path) -> None:
    for pause in (0.0, 0.02, 0.05, 0.11):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path / "graph.kgl")], stdout=subprocess.PIPE, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}
        )
        with writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == b"ready\n"
            time.sleep(pause)
            assert open_store(tmp_path / "graph.kgl").read("MATCH (c:Claim) RETURN count(c)").rows[0][0] in (2, 3)
            writer.send_signal(signal.SIGKILL)
        assert open_store(tmp_path / "graph.kgl").read("MATCH (c:Claim) RETURN count(c)").rows[0][0] in (2, 3)


def test_what_a_killed_writer_left_goes_in_time(store: Store, tmp_path: Path) -> None:
    old, young = tmp_path / ".graph.kgl.1.1", tmp_path / ".graph.kgl.2.2"
    for leftover in (old, young):
        leftover.write_text("half")
    os.utime(old, (0, 0))
    store.write(graph())
    assert sorted(path.name for path in tmp_path.iterdir()) == [".graph.kgl.2.2", "graph.kgl"]
