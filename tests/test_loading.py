"""Loads into a real Neo4j: only differences are sent, and a load cut off anywhere is finished by the next one."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import neo4j as driver
import pytest

from extract.storing import load_graph
from graph import differences, filling, lease, loading, neo4j_store
from graph.errors import StoreError
from graph.model import Edge, Graph, Node, Part
from graph.settings import ROOT
from graph.store import Store, Written, open_store
from graph.workspace import Workspace
from tests.builders import BAN, claim, extraction
from tests.graphs import contents, expected, version
from tests.neo4j_server import PASSWORD, USER, Server, served

pytestmark = pytest.mark.slow


@pytest.fixture
def store(neo4j: Server) -> Iterator[Store]:
    with open_store(neo4j.url) as made:
        yield made


def run(server: Server, cypher: str, **parameters: Any) -> list[Any]:
    """Past the store, as somebody else would."""
    with driver.GraphDatabase.driver(server.url, auth=(USER, PASSWORD)) as client:
        return [record.data() for record in client.execute_query(cypher, parameters).records]


def small_transactions(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (filling, loading):
        monkeypatch.setattr(module, "_HELD", 40)


def committed(server: Server) -> int:
    """Grows with every transaction that changes something: the length of the server's log of them."""
    return sum(log.stat().st_size for log in server.home.glob("data/transactions/neo4j/neostore.transaction.db.*"))


def test_it_holds_the_same_graph_as_the_default_store(store: Store, tmp_path: Path) -> None:
    written = store.write(version(0))
    assert contents(store) == expected(version(0), tmp_path)
    assert (written.nodes, written.edges) == (len(list(version(0).nodes)), len(list(version(0).edges)))
    assert written.changes is not None
    assert (written.changes["nodes created"], written.changes["relationships created"]) == (written.nodes, written.edges)


def test_loading_again_writes_nothing(neo4j: Server, store: Store) -> None:
    first = store.write(version(0))
    before = committed(neo4j)
    again = store.write(version(0))
    assert again.changes == {}
    assert (again.nodes, again.edges) == (first.nodes, first.edges)
    assert committed(neo4j) == before > 0


def test_what_a_graph_was_made_of_tells_that_nothing_has_changed(neo4j: Server, store: Store) -> None:
    def stamped(stamp: str, number: int = 0) -> Graph:
        return replace(version(number), stamp=stamp)

    assert store.holds("first") is None
    written = store.write(stamped("first"))
    before = committed(neo4j)
    assert store.holds("first") == Written(written.nodes, written.edges, {})
    assert (store.holds("second"), store.holds("")) == (None, None)
    assert committed(neo4j) == before
    assert store.write(stamped("second")).changes == {}
    assert (store.holds("first"), store.holds("second")) == (None, Written(written.nodes, written.edges, {}))
    run(neo4j, "MATCH (s:State {id: 'state:EGY'}) DETACH DELETE s")
    assert store.holds("second") is None
    store.write(stamped("second"))
    assert store.holds("second") is not None
    with pytest.raises(RuntimeError):
        store.write(stamped("third", 1), stopping)
    assert (store.holds("second"), store.holds("third")) == (None, None)
    store.write(version(0))
    assert (store.holds("second"), store.holds("")) == (None, None)


def stopping(doing: str, done: int, total: int) -> None:
    if doing == "loading" and done > 3:
        raise RuntimeError("stopped")


def test_an_unchanged_workspace_is_not_built_again(neo4j: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace, remarks = Workspace(tmp_path / "workspace"), list[str]()
    with workspace.writing() as writer:
        writer.keep(extraction(claim("SUPPORTS_BAN", "state:CHL", BAN, "words")), b"words")
    load_graph(workspace, neo4j.url, remarks.append)
    monkeypatch.setattr("extract.known.graph_of", lambda place: pytest.fail("was built"))
    load_graph(workspace, neo4j.url, remarks.append)
    assert remarks[0].partition(", loaded")[0] == remarks[2].partition(", loaded")[0]
    assert remarks[3] == "changed on the server: nothing"


@pytest.mark.parametrize("size", [differences._SIZE, 10], ids=["usual units", "units that grow"])
def test_changed_and_removed_documents(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    small_transactions(monkeypatch)
    for number, documents in enumerate((10, 15, 40, 1, 40)):
        monkeypatch.setattr(differences, "_SIZE", size)
        written = store.write(version(number, documents))
        assert contents(store) == expected(version(number, documents), tmp_path)
    assert written.changes is not None
    assert store.write(version(4, 40)).changes == {}


def test_only_what_differs_is_sent(store: Store) -> None:
    def graph(*quotes: str) -> Graph:
        parts = [Part((Node("Claim", f"claim:{quote}", {"id": f"claim:{quote}", "name": quote}),), key=quote) for quote in quotes]
        return Graph(Part((Node("State", "state:CHL", {"id": "state:CHL", "name": "Chile"}),)), parts)

    store.write(graph("a", "b", "c"))
    assert store.write(graph("a", "c", "d")).changes == {"nodes created": 1, "nodes deleted": 1, "properties set": 3}  # id: set twice


def test_a_property_that_is_gone_goes_and_those_of_others_stay(neo4j: Server, store: Store) -> None:
    def graph(**properties: Any) -> Graph:
        return Graph(Part((Node("State", "state:CHL", {"id": "state:CHL", "name": "Chile", **properties}),)))

    store.write(graph(region="Americas", aliases=["Republic of Chile"]))
    run(neo4j, "MATCH (s:State) SET s.remark = 'mine', s:Watched CREATE (:Remark {id: 'state:CHL', text: 'mine'})-[:ON]->(s)")
    store.write(graph(iso3="CHL"))
    assert run(neo4j, "MATCH (r:Remark)-[:ON]->(s:State:Watched) RETURN properties(s) AS s, r.text AS text") == [
        {"s": {"id": "state:CHL", "name": "Chile", "iso3": "CHL", "remark": "mine"}, "text": "mine"}
    ]


def test_what_was_there_before_the_first_load_stays(neo4j: Server, store: Store, tmp_path: Path) -> None:
    run(neo4j, "CREATE (s:State {id: 'state:CHL', population: 1})-[:BORDERS]->(:State {id: 'state:ARG', name: 'Argentina'})")
    store.write(version(0))
    store.write(Graph(Part()))
    assert run(neo4j, "MATCH (n) WHERE NOT n:_Rapporteur RETURN n.id AS id") == [{"id": "state:ARG"}]


def test_an_item_may_move_from_one_part_to_another(store: Store) -> None:
    def graph(*keys: str) -> Graph:
        return Graph(
            Part(), [Part((Node("Claim", one, {"id": one, "name": one, "doc": key}),), key=key) for key, one in zip(keys, "xy", strict=True)]
        )

    store.write(graph("a", "b"))
    store.write(graph("b", "a"))
    assert store.read("MATCH (c:Claim) RETURN c.id AS id, c.doc AS doc ORDER BY id").rows == (("x", "b"), ("y", "a"))


def test_what_somebody_removed_by_hand_is_mended(neo4j: Server, store: Store, tmp_path: Path) -> None:
    store.write(version(0))
    run(neo4j, "MATCH (s:State {id: 'state:EGY'}) DETACH DELETE s")
    store.write(version(0))
    assert contents(store) == expected(version(0), tmp_path)


LOADER = """
import sys
from graph import filling, loading
from graph.store import open_store
from tests.graphs import version
filling._HELD = loading._HELD = 60
graph = version(int(sys.argv[2]))
print("ready", flush=True)
with open_store(sys.argv[1]) as store:
    store.write(graph, lambda doing, done, total: print(doing, done, flush=True))
"""


def loader(server: Server, number: int) -> subprocess.Popen[str]:
    """A process that loads a version of the graph; it is ready, or about to be."""
    return subprocess.Popen(
        [sys.executable, "-c", LOADER, server.url, str(number)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip


def test_a_loader_killed_at_any_moment_leaves_what_the_next_one_finishes(neo4j: Server, store: Store, tmp_path: Path) -> None:
    wanted = [expected(version(number), tmp_path) for number in range(3)]
    moments = random.Random(5)
    killed = 0
    for turn in range(20):
        if turn % 4 == 0:
            neo4j.empty()
        with loader(neo4j, turn % 3) as process:
            assert process.stdout is not None
            for _ in range(moments.randrange(45)):
                process.stdout.readline()
            time.sleep(moments.uniform(0, 0.05))
            process.send_signal(signal.SIGKILL)
            killed += process.wait() == -signal.SIGKILL
        following = turn % 3 if turn % 2 else (turn + 1) % 3
        store.write(version(following))
        assert contents(store) == wanted[following], f"turn {turn}"
    assert killed >= 10


def test_the_graph_can_be_read_at_every_moment_of_a_load(store: Store, neo4j: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    small_transactions(monkeypatch)
    bare = """MATCH (c:Claim) WHERE NOT EXISTS { (c)-[:SUBJECT]->() } OR NOT EXISTS { (c)-[:EVIDENCE]->(:Passage)-[:PART_OF]->(:Document) }
        RETURN count(c)"""
    seen: list[Any] = []
    with open_store(neo4j.url) as reader:
        for number in range(3):
            store.write(version(number), lambda doing, done, total: seen.append(reader.read(bare).rows))
    assert set(seen) == {((0,),)}


def test_a_server_killed_in_the_middle_is_one_line_and_the_next_load_finishes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small_transactions(monkeypatch)
    monkeypatch.setattr(neo4j_store, "_PATIENCE", 1.0)
    monkeypatch.setenv("RAPPORTEUR_STORE_USER", USER)
    monkeypatch.setenv("RAPPORTEUR_STORE_PASSWORD", PASSWORD)
    with served() as server, open_store(server.url) as store:

        def fail(doing: str, done: int, total: int) -> None:
            if (doing, done) == ("loading", 10):
                server.kill()

        store.write(version(1, 10))
        with pytest.raises(StoreError, match=r"run .*again to finish") as error:
            store.write(version(0), fail)
        assert "\n" not in str(error.value)
        server.start()
        store.write(version(0))
        assert contents(store) == expected(version(0), tmp_path)


def test_a_second_loader_is_refused_by_name(neo4j: Server, store: Store, tmp_path: Path) -> None:
    refusals: list[str] = []

    def another(doing: str, done: int, total: int) -> None:
        if (doing, done) == ("loading", 10):
            with open_store(neo4j.url) as second, pytest.raises(StoreError) as error:
                second.write(version(1))
            refusals.append(str(error.value))

    store.write(version(0), another)
    assert len(refusals) == 1
    assert f"process {os.getpid()}, since" in refusals[0]
    assert "is loading there; wait for it" in refusals[0]
    assert contents(store) == expected(version(0), tmp_path)
    with open_store(neo4j.url) as second:
        second.write(version(1))
    assert contents(store) == expected(version(1), tmp_path)


def test_loaders_at_once_double_nothing(neo4j: Server, store: Store, tmp_path: Path) -> None:
    processes = [loader(neo4j, 0) for _ in range(3)]
    ends = [process.communicate() for process in processes]
    for process, (_, err) in zip(processes, ends, strict=True):
        assert process.returncode == 0 or "is loading there; wait for it" in err
    assert any(process.returncode == 0 for process in processes)
    assert contents(store) == expected(version(0), tmp_path)


def test_a_silent_loader_is_succeeded_and_does_no_more_harm(neo4j: Server, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small_transactions(monkeypatch)

    def silent(doing: str, done: int, total: int) -> None:
        if (doing, done) == ("loading", 10):
            run(neo4j, "MATCH (l:_Rapporteur) SET l.beat = l.beat - $silence", silence=(lease.SILENCE + 5) * 1000)
            with open_store(neo4j.url) as second:
                second.write(version(1))

    with pytest.raises(StoreError, match="another rapporteur has taken over the loading"):
        store.write(version(0), silent)
    assert contents(store) == expected(version(1), tmp_path)


def test_a_failure_gives_the_right_to_load_back(neo4j: Server, store: Store, tmp_path: Path) -> None:
    def fail(doing: str, done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.write(version(0), fail)
    with open_store(neo4j.url) as second:
        second.write(version(0))
    assert contents(store) == expected(version(0), tmp_path)


def test_two_ids_that_exist_already_twice_are_one_line(neo4j: Server, store: Store) -> None:
    run(neo4j, "DROP CONSTRAINT state_id IF EXISTS")
    run(neo4j, "UNWIND [1, 2] AS n CREATE (:State {id: 'state:CHL'})")
    with pytest.raises(StoreError, match="two nodes of a label have one id"):
        store.write(version(0))


def test_an_edge_of_somebody_else_is_not_doubled(neo4j: Server, store: Store) -> None:
    run(neo4j, "CREATE (:State {id: 'a'})-[:NEXT {mine: 1}]->(:State {id: 'b'})")
    nodes = tuple(Node("State", one, {"id": one, "name": one}) for one in "ab")
    store.write(Graph(Part(nodes, (Edge("NEXT", ("State", "a"), ("State", "b")),))))
    assert store.read("MATCH (:State)-[r]->(:State) RETURN properties(r)").rows == (({"mine": 1},),)


def test_progress_is_said_part_by_part(store: Store) -> None:
    said: list[tuple[str, int, int]] = []
    store.write(version(0, 10), lambda *step: said.append(step))
    assert said == [("loading", done, 9) for done in range(1, 10)]


def test_threads_may_ask_at_once(store: Store) -> None:
    store.write(version(0, 10))
    found: list[Any] = []
    threads = [threading.Thread(target=lambda: found.append(store.read("MATCH (c:Claim) RETURN count(c)").rows)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [((64,),)] * 8
