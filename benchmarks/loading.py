"""Loading a graph into one Neo4j server by every way there is, and into the default store, in one run: items a second, and ratios.

Run: ``python -m benchmarks.loading [--claims 100000]``. It starts a server of its own as the tests do (Java and Maven); about a quarter of
an hour at the full size. Items are nodes and relationships. The raw way is what one would write by hand with the driver: constraints first,
``UNWIND`` with ``MERGE`` in batches of 10,000 grouped by kind. The driver loop sends one statement an item, for a tenth of the graph.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

import neo4j as driver
from rich.console import Console
from rich.table import Table

from benchmarks.synthetic import synthetic_graph
from graph.bulk import COMMAND, import_graph
from graph.model import Edge, Graph, Node
from graph.ontology import load_ontology
from graph.statements import constraints
from graph.store import open_store
from tests.neo4j_server import PASSWORD, USER, Server, jars, served

_BATCH = 10_000
_TENTH = 10
_PY2NEO = """
import pickle, sys, time
from py2neo import Graph
from py2neo.bulk import merge_nodes, merge_relationships
url, user, password, place = sys.argv[1:]
nodes, edges = pickle.load(open(place, "rb"))
server = Graph(url, auth=(user, password))
start = time.perf_counter()
for label, rows in nodes.items():
    for at in range(0, len(rows), 10_000):
        merge_nodes(server.auto(), rows[at : at + 10_000], (label, "id"))
for (kind, source, target), rows in edges.items():
    for at in range(0, len(rows), 10_000):
        merge_relationships(server.auto(), rows[at : at + 10_000], kind, start_node_key=(source, "id"), end_node_key=(target, "id"))
print(time.perf_counter() - start)
"""


@dataclass(frozen=True, slots=True)
class Whole:
    """A graph held in memory and grouped by kind, so that every way starts from the same."""

    graph: Graph
    nodes: dict[str, list[Node]]
    edges: dict[tuple[str, str, str], list[Edge]]

    @property
    def items(self) -> int:
        return sum(map(len, self.nodes.values())) + sum(map(len, self.edges.values()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=100_000)
    whole = grouped(synthetic_graph(parser.parse_args().claims))
    os.environ |= {"RAPPORTEUR_STORE_USER": USER, "RAPPORTEUR_STORE_PASSWORD": PASSWORD}
    timed: dict[str, tuple[float, int]] = {}
    with served(options=()) as server:  # as a server runs in earnest, not as the tests start it
        timed["raw UNWIND and MERGE, empty database"] = emptied(server, lambda: raw(server, whole)), whole.items
        timed["the same again"] = seconds(lambda: raw(server, whole)), whole.items
        timed["py2neo bulk merge, empty database"] = emptied(server, lambda: py2neo(server, whole)), whole.items
        timed["driver loop, one item a statement (a tenth)"] = emptied(server, lambda: loop(server, whole)), whole.items // _TENTH
        timed["rapporteur load, empty database"] = emptied(server, lambda: ours(server.url, whole.graph)), whole.items
        timed["rapporteur load, nothing changed"] = seconds(lambda: ours(server.url, whole.graph)), whole.items
        timed["rapporteur load, one document gone"] = seconds(lambda: ours(server.url, without_last(whole.graph))), whole.items
    timed["rapporteur load --bulk, new database"] = bulk(whole.graph), whole.items
    with tempfile.TemporaryDirectory() as folder:
        timed["default store, written anew"] = seconds(lambda: ours(f"{folder}/graph.kgl", whole.graph)), whole.items
    Console(width=120).print(table(whole, timed))


def table(whole: Whole, timed: dict[str, tuple[float, int]]) -> Table:
    """Seconds, items a second, and how many times faster than the raw way into an empty database."""
    count = {"nodes": sum(map(len, whole.nodes.values())), "relationships": sum(map(len, whole.edges.values()))}
    grid = Table("way", "s", "items/s", "of raw", title=f"Loading {count['nodes']:,} nodes and {count['relationships']:,} relationships")
    first = next(iter(timed.values()))
    for way, (took, items) in timed.items():
        grid.add_row(way, f"{took:.1f}", f"{items / took:,.0f}", f"{items / took / (first[1] / first[0]):.2f}")
    return grid


def grouped(graph: Graph) -> Whole:
    held = Graph(graph.known, tuple(graph.evidence), graph.skipped)
    nodes: dict[str, list[Node]] = {}
    edges: dict[tuple[str, str, str], list[Edge]] = {}
    for part in held.parts():
        for node in part.nodes:
            nodes.setdefault(node.label, []).append(node)
        for edge in part.edges:
            edges.setdefault((edge.type, edge.source[0], edge.target[0]), []).append(edge)
    return Whole(held, nodes, edges)


def seconds(run: Callable[[], object]) -> float:
    """How long it takes; where it measures itself, what it says."""
    start = time.perf_counter()
    said = run()
    return said if isinstance(said, float) else time.perf_counter() - start


def emptied(server: Server, run: Callable[[], object]) -> float:
    server.empty()
    return seconds(run)


def ours(place: str, graph: Graph) -> None:
    with open_store(place) as store:
        store.write(graph)


def without_last(graph: Graph) -> Graph:
    """The graph when one document has been removed."""
    return replace(graph, evidence=tuple(graph.evidence)[:-1])


def raw(server: Server, whole: Whole) -> None:
    with connected(server) as session:
        schema(session)
        for statement, rows in statements(whole):
            for start in range(0, len(rows), _BATCH):
                session.run(statement, rows=rows[start : start + _BATCH]).consume()


def loop(server: Server, whole: Whole) -> None:
    with connected(server) as session:
        schema(session)
        for statement, rows in statements(whole):
            for row in islice(rows, 0, None, _TENTH):
                session.run(statement, rows=[row]).consume()


def statements(whole: Whole) -> Iterator[tuple[str, list[dict[str, object]]]]:
    for label, nodes in whole.nodes.items():
        yield f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n = row", [dict(node.properties) for node in nodes]
    for (kind, source, target), edges in whole.edges.items():
        match = f"MATCH (a:{source} {{id: row.source}}) MATCH (b:{target} {{id: row.target}})"
        rows: list[dict[str, object]] = [{"source": each.source[1], "target": each.target[1], "properties": each.properties} for each in edges]
        yield f"UNWIND $rows AS row {match} MERGE (a)-[r:{kind}]->(b) SET r = row.properties", rows


def py2neo(server: Server, whole: Whole) -> float:
    """py2neo in a process of its own, which measures itself: it leaves connections open."""
    import pickle

    with connected(server) as session:
        schema(session)
    nodes = {label: [dict(node.properties) for node in each] for label, each in whole.nodes.items()}
    edges = {key: [(each.source[1], dict(each.properties), each.target[1]) for each in row] for key, row in whole.edges.items()}
    with tempfile.NamedTemporaryFile(suffix=".pickle") as file:
        pickle.dump((nodes, edges), file)
        file.flush()
        command = [sys.executable, "-W", "ignore", "-c", _PY2NEO, server.url, USER, PASSWORD, file.name]
        return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def bulk(graph: Graph) -> float:
    """The importer into a database that does not exist yet, its files written in the same time."""
    with tempfile.TemporaryDirectory() as home:
        (Path(home) / "conf").mkdir()
        os.environ |= {"NEO4J_HOME": home, "NEO4J_CONF": f"{home}/conf", COMMAND: f"java -cp '{jars()}/*' -Xmx1g org.neo4j.cli.AdminTool"}
        return seconds(lambda: import_graph(graph, "neo4j"))


def connected(server: Server) -> driver.Session:
    return driver.GraphDatabase.driver(server.url, auth=(USER, PASSWORD)).session()


def schema(session: driver.Session) -> None:
    for statement in constraints(load_ontology()):
        session.run(statement).consume()
    session.run("CALL db.awaitIndexes(300)").consume()


if __name__ == "__main__":
    main()
