"""Loading a graph into one Neo4j server by every way there is, and into the default store, in one run: items a second, and ratios.

Run: ``python -m benchmarks.loading [--claims 100000] [--rounds 1]``. It starts a server of its own as the tests do (Java and Maven); about a
quarter of an hour a round at the full size. Items are nodes and relationships. Every way writes the same graph under the same constraints and
indexes, which is compared element by element on a small graph first; that also warms the server, for Java's compiler makes the first loads
several times slower. Each round changes the order; medians are shown. The raw way is what one would write by hand with the driver: ``UNWIND``
with ``MERGE`` in batches of 10,000 grouped by kind, each a transaction. The driver loop sends one statement an item, for a tenth of the graph.
Processor time is that of server and client together: on a machine that does other things beside, it tells more than the clock.
"""

from __future__ import annotations

import argparse
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
from statistics import median

import neo4j as driver
from rich.console import Console
from rich.table import Table

from benchmarks.synthetic import synthetic_graph
from graph.bulk import COMMAND, import_graph
from graph.model import Edge, Graph, Node
from graph.ontology import load_ontology
from graph.schema import ensure_schema
from graph.store import open_store
from tests.neo4j_server import PASSWORD, USER, Server, jars, served

_BATCH = 10_000
_TENTH = 10
_WARM = 3_000  # claims
_WARMINGS = 4
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
_CONTENTS = (
    "MATCH (n) WHERE NOT n:_Rapporteur RETURN labels(n)[0] AS label, properties(n) AS properties ORDER BY label, n.id",
    "MATCH (a)-[r]->(b) RETURN type(r) AS type, a.id AS source, b.id AS target, properties(r) AS properties ORDER BY type, source, target",
)


@dataclass(frozen=True, slots=True)
class Taken:
    """How long a way took, and the processor time of the client, to which that of the server is added."""

    seconds: float
    busy: float


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
    parser.add_argument("--rounds", type=int, default=1)
    given = parser.parse_args()
    os.environ |= {"RAPPORTEUR_STORE_USER": USER, "RAPPORTEUR_STORE_PASSWORD": PASSWORD}
    whole = grouped(synthetic_graph(given.claims))
    timed: dict[str, list[Taken]] = {RAW: [], AGAIN: [], PY2NEO: [], OURS: [], UNCHANGED: [], GONE: [], LOOP: [], BULK: [], EMBEDDED: []}
    with served(options=(), settings={"server.memory.pagecache.size": "512m"}) as server:  # as a server runs in earnest, not as the tests start it
        warm(server)
        for number in range(given.rounds):
            contenders = list(CONTENDERS)
            for contender in contenders[number % 3 :] + contenders[: number % 3]:
                server.empty()
                for way, run in CONTENDERS[contender].items():
                    timed[way].append(timing(server, run, whole))
                    print(f"{way}: {timed[way][-1].seconds:.1f} s", file=sys.stderr)
        server.empty()
        timed[LOOP].append(timing(server, loop, whole))
    for _ in range(given.rounds):
        timed[BULK].append(bulk(whole.graph))
        with tempfile.TemporaryDirectory() as folder:
            timed[EMBEDDED].append(measured(lambda place=f"{folder}/graph.kgl": ours(place, whole.graph)))
    Console(width=120).print(table(whole, timed))


def warm(server: Server) -> None:
    """Loads a small graph by all ways a few times, and makes sure that they write the same.

    Raises:
        AssertionError: a way writes another graph than the others.
    """
    small = grouped(synthetic_graph(_WARM))
    server.empty()
    with connected(server) as session:
        ensure_schema(session, load_ontology())
        session.run("CALL db.awaitIndexes(300)").consume()
    for turn in range(_WARMINGS):
        found = []
        for ways in CONTENDERS.values():
            server.empty()
            next(iter(ways.values()))(server, small)
            if turn == 0:
                with connected(server) as session:
                    found.append([session.run(query).values() for query in _CONTENTS])
        assert all(each == found[0] for each in found)


def table(whole: Whole, timed: dict[str, list[Taken]]) -> Table:
    """Medians: seconds, processor time, items a second, and how many times as fast as the raw way into an empty database and as py2neo."""
    count = {"nodes": sum(map(len, whole.nodes.values())), "relationships": sum(map(len, whole.edges.values()))}
    title = f"Loading {count['nodes']:,} nodes and {count['relationships']:,} relationships, load of the machine {os.getloadavg()[1]:.1f}"
    grid = Table("way", "s", "processor, s", "items/s", "of raw", "of py2neo", "of merging again", title=title)
    middle = {way: median(each.seconds for each in runs) for way, runs in timed.items()} | {LOOP: _TENTH * timed[LOOP][0].seconds}
    for way, runs in timed.items():
        busy = median(each.busy for each in runs)
        ratios = (f"{middle[other] / middle[way]:.2f}" for other in (RAW, PY2NEO, AGAIN))
        grid.add_row(way, f"{middle[way]:.1f}", f"{busy:.1f}", f"{whole.items / middle[way]:,.0f}", *ratios)
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


def measured(run: Callable[[], object]) -> Taken:
    """How long it takes; where it measures itself, what it says."""
    start, busy = time.perf_counter(), processor_time()
    said = run()
    return said if isinstance(said, Taken) else Taken(time.perf_counter() - start, processor_time() - busy)


def timing(server: Server, run: Way, whole: Whole) -> Taken:
    before = server.processor_time()
    taken = measured(lambda: run(server, whole))
    return replace(taken, busy=taken.busy + server.processor_time() - before)


def processor_time() -> float:
    """Of this process and of those that it has waited for."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def ours(place: str, graph: Graph) -> None:
    with open_store(place) as store:
        store.write(graph)


def without_last(graph: Graph) -> Graph:
    """The graph when one document has been removed."""
    return replace(graph, evidence=tuple(graph.evidence)[:-1])


def raw(server: Server, whole: Whole) -> None:
    with connected(server) as session:
        for statement, rows in statements(whole):
            for start in range(0, len(rows), _BATCH):
                session.run(statement, rows=rows[start : start + _BATCH]).consume()


def loop(server: Server, whole: Whole) -> None:
    """A tenth of the graph."""
    with connected(server) as session:
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
LOOP = "driver loop, one item a statement (ten times a tenth)"
BULK, EMBEDDED = "rapporteur load --bulk, new database", "default store, written anew"
CONTENDERS: dict[str, dict[str, Way]] = {
    RAW: {RAW: raw, AGAIN: raw},
    PY2NEO: {PY2NEO: py2neo},
    OURS: {
        OURS: lambda server, whole: ours(server.url, whole.graph),
        UNCHANGED: lambda server, whole: ours(server.url, whole.graph),
        GONE: lambda server, whole: ours(server.url, without_last(whole.graph)),
    },
}

if __name__ == "__main__":
    main()
