"""A new database by Neo4j's own importer: the same graph as a load, which then has nothing left to do; refusals in one line."""

from __future__ import annotations

import os
import socket
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.ingest import ingest
from extract.known import graph_of
from graph.bulk import import_graph
from graph.errors import DataError, StoreError
from graph.importer import COMMAND, HOME, importer
from graph.model import Graph, Node, Part
from graph.settings import DATA
from graph.store import open_store
from graph.workspace import Workspace
from tests.neo4j_server import PASSWORD, USER, Server, jars

EVERYTHING = "MATCH (n) WHERE NOT '_Rapporteur' IN labels(n) RETURN labels(n)[0] AS label, properties(n) AS properties ORDER BY n.id"
RELATIONS = "MATCH (a)-[r]->(b) RETURN type(r) AS type, a.id AS source, b.id AS target, properties(r) AS properties ORDER BY type, source, target"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    place = Workspace(tmp_path_factory.mktemp("bulk"))
    list(ingest(place, [str(DATA / "sources")]))
    with open_store(place.store) as store:
        store.write(graph_of(place))
    return place


@pytest.fixture
def stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server that was never started, and its importer."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        server = Server(tmp_path / "home", free.getsockname()[1])
    conf = server.home / "conf"
    conf.mkdir(parents=True)
    monkeypatch.setenv("NEO4J_HOME", str(server.home))
    monkeypatch.setenv("NEO4J_CONF", str(conf))
    monkeypatch.setenv(COMMAND, f"java -cp '{jars()}/*' -Xmx1g org.neo4j.cli.AdminTool")
    monkeypatch.setenv("RAPPORTEUR_STORE_USER", USER)
    monkeypatch.setenv("RAPPORTEUR_STORE_PASSWORD", PASSWORD)
    yield server
    server.stop()


@pytest.mark.slow
@pytest.mark.xdist_group("neo4j")
def test_the_imported_database_is_the_loaded_one_and_a_load_changes_nothing(workspace: Workspace, stopped: Server) -> None:
    graph = graph_of(workspace)
    written = import_graph(graph, "neo4j")
    with pytest.raises(StoreError, match="neo4j: the database is there already; --overwrite replaces it"):
        import_graph(graph, "neo4j")
    import_graph(graph, "neo4j", overwrite=True)
    stopped.start()
    with open_store(stopped.url) as server, open_store(workspace.store) as embedded:
        assert server.read(EVERYTHING).rows == embedded.read(EVERYTHING.replace("NOT '_Rapporteur' IN labels(n)", "true")).rows
        assert server.read(RELATIONS).rows == embedded.read(RELATIONS).rows
        again = server.write(graph)
        assert (again.nodes, again.edges, again.changes) == (written.nodes, written.edges, {})
        with pytest.raises(StoreError, match="a server has it open; stop the server first"):
            import_graph(graph, "neo4j", overwrite=True)


@pytest.mark.slow
@pytest.mark.xdist_group("neo4j")
def test_long_texts_and_such_with_line_ends_arrive_whole(stopped: Server) -> None:
    texts = ["two\nlines", "a return\r\n", '"', "", "長" * 1_500_000]
    nodes = tuple(Node("State", f"state:{at}", {"id": f"state:{at}", "name": text}) for at, text in enumerate(texts))
    import_graph(Graph(Part(nodes)), "neo4j")
    with pytest.raises(StoreError, match="neo4j: the database is there already"):
        import_graph(Graph(Part(nodes)), "neo4j")
    stopped.start()
    with open_store(stopped.url) as server:
        assert [row[0] for row in server.read("MATCH (s:State) RETURN s.name ORDER BY s.id").rows] == texts


@pytest.mark.slow
@pytest.mark.xdist_group("neo4j")
def test_one_that_fails_in_the_middle_says_how_to_go_on(stopped: Server) -> None:
    chile = Node("State", "state:CHL", {"id": "state:CHL", "name": "Chile"})
    parted = Node("NGO", "org:x", {"id": "org:x", "name": "X", "aliases": ["a\x1fb"]})
    with pytest.raises(DataError, match=r"holds the character U\+001F.*; the database neo4j has been begun: then load it with --overwrite"):
        import_graph(Graph(Part((chile, parted))), "neo4j")
    written = import_graph(Graph(Part((chile,))), "neo4j", overwrite=True)
    assert (written.nodes, written.edges) == (1, 0)
    with pytest.raises(DataError, match=r"use `export cypher`$"):
        import_graph(Graph(Part((chile, parted))), "neo4j", overwrite=True)
    stopped.start()
    with open_store(stopped.url) as server:
        assert server.read("MATCH (s:State) RETURN s.name").rows == (("Chile",),)


def test_without_an_importer_it_says_what_to_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(COMMAND, raising=False)
    monkeypatch.setenv(HOME, str(tmp_path))
    with pytest.raises(StoreError, match=r"no neo4j-admin in .*: set NEO4J_HOME to the folder of the server"):
        importer()


def test_the_importer_of_a_server_is_found_by_its_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(COMMAND, raising=False)
    monkeypatch.setenv(HOME, str(tmp_path))
    admin = tmp_path / "bin" / "neo4j-admin"
    admin.parent.mkdir()
    admin.write_text("#!/bin/sh\necho 'No space left on device' >&2\nexit 70\n")
    admin.chmod(admin.stat().st_mode | stat.S_IXUSR)
    assert importer() == [str(admin)]
    with pytest.raises(StoreError, match=r"^fresh: the disk is full; make room and run it again$"):
        import_graph(graph_of(Workspace(tmp_path / "empty")), "fresh")


def test_a_command_that_is_not_there_is_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(COMMAND, os.fspath(tmp_path / "nowhere"))
    with pytest.raises(StoreError, match="nowhere: cannot be run"):
        import_graph(graph_of(Workspace(tmp_path / "empty")), "fresh")
