"""The ways to load a graph that benchmarks.loading compares: a graph in memory and a server in, what each took out."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

import neo4j as driver

from extract.known import graph_of
from extract.storing import load_graph
from graph.bulk import import_graph
from graph.importer import COMMAND
from graph.model import Edge, Graph, Node
from graph.stamps import stamp_of
from graph.store import open_store
from graph.workspace import Workspace
from tests.neo4j_server import PASSWORD, USER, Server, jars

_BATCH = 10_000
TENTH = 10
_PY2NEO = """
import pickle, sys, time
from py2neo import Graph
from py2neo.bulk import merge_nodes, merge_relationships
url, user, password, place = sys.argv[1:]
nodes, edges = pickle.load(open(place, "rb"))
server = Graph(url, auth=(user, password))
start, busy = time.perf_counter(), time.process_time()
for label, rows in nodes.items():
    for at in range(0, len(rows), 10_000):
        merge_nodes(server.auto(), rows[at : at + 10_000], (label, "id"))
for (kind, source, target), rows in edges.items():
    for at in range(0, len(rows), 10_000):
        merge_relationships(server.auto(), rows[at : at + 10_000], kind, start_node_key=(source, "id"), end_node_key=(target, "id"))
print(time.perf_counter() - start, time.process_time() - busy)
"""
_APART = """
import re, sys, time
from pathlib import Path
from extract.storing import load_graph
from graph.workspace import Workspace
load_graph(Workspace(Path(sys.argv[1])), sys.argv[2], lambda remark: None)
peak = re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())  # getrusage would tell that of the process it was started from, too
print(time.process_time(), int(peak[1]) / 1024)
"""


@dataclass(frozen=True, slots=True)
class Taken:
    """How long a way took, and the processor time of the client, to which that of the server is added; MB of memory, where it was a process of its
    own."""

    seconds: float
    busy: float
    memory: float = 0.0


@dataclass(frozen=True, slots=True)
class Whole:
    """A workspace, and its graph held in memory and grouped by kind, so that every way starts from the same."""

    workspace: Workspace
    graph: Graph
    nodes: dict[str, list[Node]]
    edges: dict[tuple[str, str, str], list[Edge]]

    @property
    def items(self) -> int:
        return sum(map(len, self.nodes.values())) + sum(map(len, self.edges.values()))


def grouped(workspace: Workspace) -> Whole:
    graph = graph_of(workspace)
    held = replace(graph, evidence=tuple(graph.evidence), stamp=stamp_of(workspace))
    nodes: dict[str, list[Node]] = {}
    edges: dict[tuple[str, str, str], list[Edge]] = {}
    for part in held.parts():
        for node in part.nodes:
            nodes.setdefault(node.label, []).append(node)
        for edge in part.edges:
            edges.setdefault((edge.type, edge.source[0], edge.target[0]), []).append(edge)
    return Whole(workspace, held, nodes, edges)


def measured(run: Callable[[], object]) -> Taken:
    """How long it takes; where it measures itself, what it says."""
    start, busy = time.perf_counter(), processor_time()
    said = run()
    return said if isinstance(said, Taken) else Taken(time.perf_counter() - start, processor_time() - busy)


def processor_time() -> float:
    """Of this process and of those that it has waited for."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def ours(place: str, graph: Graph) -> None:
    with open_store(place) as store:
        store.write(graph)


def from_workspace(server: Server, whole: Whole) -> None:
    """What ``rapporteur load`` does: the workspace's graph is built only where something has changed."""
    load_graph(whole.workspace, server.url, lambda remark: None)


def apart(server: Server, whole: Whole) -> Taken:
    """``rapporteur load`` as a process of its own, from start to end, with the most memory that it took."""
    command = [sys.executable, "-W", "ignore", "-c", _APART, str(whole.workspace.folder), server.url]
    start = time.perf_counter()
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return Taken(time.perf_counter() - start, float(said[0]), float(said[1]))


def without_last(graph: Graph) -> Graph:
    """The graph when one document has been removed."""
    return replace(graph, evidence=tuple(graph.evidence)[:-1], stamp="")


def raw(server: Server, whole: Whole) -> None:
    with connected(server) as session:
        for statement, rows in statements(whole):
            for start in range(0, len(rows), _BATCH):
                session.run(statement, rows=rows[start : start + _BATCH]).consume()


def loop(server: Server, whole: Whole) -> None:
    """A tenth of the graph."""
    with connected(server) as session:
        for statement, rows in statements(whole):
            for row in islice(rows, 0, None, TENTH):
                session.run(statement, rows=[row]).consume()


def statements(whole: Whole) -> Iterator[tuple[str, list[dict[str, object]]]]:
    for label, nodes in whole.nodes.items():
        yield f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n = row", [dict(node.properties) for node in nodes]
    for (kind, source, target), edges in whole.edges.items():
        match = f"MATCH (a:{source} {{id: row.source}}) MATCH (b:{target} {{id: row.target}})"
        rows: list[dict[str, object]] = [{"source": each.source[1], "target": each.target[1], "properties": each.properties} for each in edges]
        yield f"UNWIND $rows AS row {match} MERGE (a)-[r:{kind}]->(b) SET r = row.properties", rows


def py2neo(server: Server, whole: Whole) -> Taken:
    """py2neo in a process of its own, which measures itself: it leaves connections open."""
    nodes = {label: [dict(node.properties) for node in each] for label, each in whole.nodes.items()}
    edges = {key: [(each.source[1], dict(each.properties), each.target[1]) for each in row] for key, row in whole.edges.items()}
    with tempfile.NamedTemporaryFile(suffix=".pickle") as file:
        pickle.dump((nodes, edges), file)
        file.flush()
        command = [sys.executable, "-W", "ignore", "-c", _PY2NEO, server.url, USER, PASSWORD, file.name]
        return Taken(*map(float, subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()))


def bulk(graph: Graph) -> Taken:
    """The importer into a database that does not exist yet, its files written in the same time."""
    with tempfile.TemporaryDirectory() as home:
        (Path(home) / "conf").mkdir()
        os.environ |= {"NEO4J_HOME": home, "NEO4J_CONF": f"{home}/conf", COMMAND: f"java -cp '{jars()}/*' -Xmx1g org.neo4j.cli.AdminTool"}
        return measured(lambda: import_graph(graph, "neo4j"))


def connected(server: Server) -> driver.Session:
    return driver.GraphDatabase.driver(server.url, auth=(USER, PASSWORD)).session()


Way = Callable[[Server, Whole], object]
RAW, AGAIN = "raw UNWIND and MERGE, empty database", "the same again"
PY2NEO = "py2neo bulk merge, empty database"
OURS, UNCHANGED, GONE = "rapporteur load, empty database", "rapporteur load, nothing changed", "rapporteur load, one document gone"
APART = "rapporteur load, empty database, the whole process from its workspace"
LOOP = "driver loop, one item a statement (ten times a tenth)"
BULK, EMBEDDED = "rapporteur load --bulk, new database", "default store, written anew"
CONTENDERS: dict[str, dict[str, Way]] = {
    RAW: {RAW: raw, AGAIN: raw},
    PY2NEO: {PY2NEO: py2neo},
    OURS: {
        OURS: lambda server, whole: ours(server.url, whole.graph),
        UNCHANGED: from_workspace,
        GONE: lambda server, whole: ours(server.url, without_last(whole.graph)),
    },
}
