"""Loading a graph into one Neo4j server by every way there is, and into the default store, in one run: items a second, and ratios.

Run: ``python -m benchmarks.loading [--claims 110000] [--rounds 1]``. It starts a server of its own as the tests do (Java and Maven); about a
quarter of an hour a round at the full size, 180,000 nodes and 505,000 relationships. Items are nodes and relationships. All ways start from the
graph in memory, but for a load that finds nothing changed, which starts from the workspace, as users' loads do, and one load that is a process of its
own, from start to end. Every way writes the same graph under the same constraints and
indexes, which is compared element by element on a small graph first; that also warms the server, for Java's compiler makes the first loads
several times slower. Each round changes the order; medians are shown. The raw way is what one would write by hand with the driver: ``UNWIND``
with ``MERGE`` in batches of 10,000 grouped by kind, each a transaction. The driver loop sends one statement an item, for a tenth of the graph.
Processor time is that of server and client together: on a machine that does other things beside, it tells more than the clock; the column "by
processor" has the same three ratios in it.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.table import Table

from benchmarks.synthetic import write_workspace
from benchmarks.ways import (
    AGAIN,
    APART,
    BULK,
    CONTENDERS,
    EMBEDDED,
    GONE,
    LOOP,
    OURS,
    PY2NEO,
    RAW,
    TENTH,
    UNCHANGED,
    Taken,
    Way,
    Whole,
    apart,
    bulk,
    connected,
    grouped,
    loop,
    measured,
    ours,
)
from graph.ontology import load_ontology
from graph.schema import ensure_schema
from graph.workspace import Workspace
from tests.neo4j_server import PASSWORD, USER, Server, served

_WARM = 3_000  # claims
_WARMINGS = 4
_CONTENTS = (
    "MATCH (n) WHERE NOT n:_Rapporteur RETURN labels(n)[0] AS label, properties(n) AS properties ORDER BY label, n.id",
    "MATCH (a)-[r]->(b) RETURN type(r) AS type, a.id AS source, b.id AS target, properties(r) AS properties ORDER BY type, source, target",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=110_000)
    parser.add_argument("--rounds", type=int, default=1)
    given = parser.parse_args()
    os.environ |= {"RAPPORTEUR_STORE_USER": USER, "RAPPORTEUR_STORE_PASSWORD": PASSWORD}
    with tempfile.TemporaryDirectory() as folder:
        whole, timed, small = compared(Path(folder), given.claims, given.rounds)
        grid = table(whole, timed)
        large = timed[APART][0]
        grid.caption = f"Most memory of the whole process: {large.memory:.0f} MB; for a tenth of the documents {small.memory:.0f} MB"
        Console(width=140).print(grid)


def compared(folder: Path, claims: int, rounds: int) -> tuple[Whole, dict[str, list[Taken]], Taken]:
    """A graph of so many claims by all ways, and what each took; and what a process of its own took for a tenth of them."""
    whole = synthetic(folder / "whole", claims)
    timed: dict[str, list[Taken]] = {way: [] for way in (RAW, AGAIN, PY2NEO, OURS, UNCHANGED, GONE, APART, LOOP, BULK, EMBEDDED)}

    def take(way: str, run: Callable[[], Taken]) -> None:
        timed[way].append(run())
        print(f"{way}: {timed[way][-1].seconds:.1f} s", file=sys.stderr)

    with served(options=(), settings={"server.memory.pagecache.size": "512m"}) as server:  # as a server runs in earnest, not as the tests start it
        warm(server, synthetic(folder / "small", _WARM))
        for number in range(rounds):
            contenders = list(CONTENDERS)
            for contender in contenders[number % 3 :] + contenders[: number % 3]:
                server.empty()
                for way, run in CONTENDERS[contender].items():
                    take(way, partial(timing, server, run, whole))
        for way, run in ((APART, apart), (LOOP, loop)):
            server.empty()
            take(way, partial(timing, server, run, whole))
        server.empty()
        small = apart(server, synthetic(folder / "tenth", claims // TENTH))
    for _ in range(rounds):
        take(BULK, partial(bulk, whole.graph))
        take(EMBEDDED, partial(measured, partial(ours, str(whole.workspace.store), whole.graph)))
    return whole, timed, small


def synthetic(folder: Path, claims: int) -> Whole:
    write_workspace(folder, claims)
    return grouped(Workspace(folder))


def warm(server: Server, small: Whole) -> None:
    """Loads a small graph by all ways a few times, and makes sure that they write the same.

    Raises:
        AssertionError: a way writes another graph than the others.
    """
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
    """Medians: seconds, processor time, items a second, and how many times as fast as the raw way into an empty database, py2neo, and the raw way
    once more."""
    count = {"nodes": sum(map(len, whole.nodes.values())), "relationships": sum(map(len, whole.edges.values()))}
    title = f"Loading {count['nodes']:,} nodes and {count['relationships']:,} relationships, load of the machine {os.getloadavg()[1]:.1f}"
    grid = Table("way", "s", "processor, s", "items/s", "of raw", "of py2neo", "of merging again", "by processor", "MB", title=title)
    middle = {way: median(each.seconds for each in runs) for way, runs in timed.items()}
    busy = {way: median(each.busy for each in runs) for way, runs in timed.items()}
    middle[LOOP], busy[LOOP] = TENTH * middle[LOOP], TENTH * busy[LOOP]
    for way, runs in timed.items():
        ratios = (f"{middle[other] / middle[way]:.2f}" for other in (RAW, PY2NEO, AGAIN))
        work = " ".join(f"{busy[other] / max(busy[way], 0.01):.2f}" for other in (RAW, PY2NEO, AGAIN))
        memory = f"{runs[0].memory:.0f}" if runs[0].memory else ""
        grid.add_row(way, f"{middle[way]:.2f}", f"{busy[way]:.2f}", f"{whole.items / middle[way]:,.0f}", *ratios, work, memory)
    return grid


def timing(server: Server, run: Way, whole: Whole) -> Taken:
    before = server.processor_time()
    taken = measured(lambda: run(server, whole))
    return replace(taken, busy=taken.busy + server.processor_time() - before)


if __name__ == "__main__":
    main()
