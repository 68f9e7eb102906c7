"""Speed of the named reports: the median time of each, with its default parameters, in each store.

Run: ``python -m benchmarks.reports WORKSPACE [--serve | --store bolt://…] [--runs 11]``. The workspace is one that ``rapporteur run`` or
``python -m benchmarks.synthetic`` made and ``rapporteur load`` has loaded. ``--serve`` starts a Neo4j server as the tests do (Java and Maven) and
loads the workspace; ``--store`` names one that holds it already (user and password from RAPPORTEUR_STORE_USER and RAPPORTEUR_STORE_PASSWORD).
A time is that of the whole answer, rows made and sent included. First all reports are asked ``--warm`` times, for Java compiles what is asked often.
Processor time, of the store and of us, says more than the clock on a machine that does other things beside; of a server elsewhere it is not known.
The goals: 50 ms on the three original documents, 1 s with 100,000 claims.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.table import Table

from extract.storing import load_graph
from graph.queries import load_reports, run_report
from graph.store import Store, open_store
from graph.workspace import Workspace
from tests.neo4j_server import PASSWORD, USER, served

Busy = Callable[[], float]


def main() -> None:
    arguments = argparse.ArgumentParser(description="Times the reports.")
    arguments.add_argument("workspace", type=Path)
    where = arguments.add_mutually_exclusive_group()
    where.add_argument("--store", help="a Neo4j server that holds the same graph")
    where.add_argument("--serve", action="store_true", help="start a Neo4j server and load the workspace into it")
    arguments.add_argument("--runs", type=int, default=11)
    arguments.add_argument("--warm", type=int, default=5)
    given = arguments.parse_args()
    workspace = Workspace(given.workspace)
    with ExitStack() as opened:
        stores: dict[str, tuple[Store, Busy]] = {"default store": (open_store(workspace.store), time.process_time)}
        if given.store:
            stores["Neo4j"] = open_store(given.store), lambda: float("nan")
        if given.serve:
            os.environ |= {"RAPPORTEUR_STORE_USER": USER, "RAPPORTEUR_STORE_PASSWORD": PASSWORD}
            server = opened.enter_context(served(options=(), settings={"server.memory.pagecache.size": "512m"}))
            load_graph(workspace, server.url, lambda remark: print(remark, file=sys.stderr))
            stores["Neo4j"] = open_store(server.url), lambda: time.process_time() + server.processor_time()
        Console(width=140).print(table(stores, given.warm, given.runs))


def table(stores: dict[str, tuple[Store, Busy]], warm: int, runs: int) -> Table:
    """Milliseconds by report; the last row has the greatest of each column."""
    for _ in range(warm):
        for store, _busy in stores.values():
            for name in load_reports():
                run_report(store, name)
    columns = [column for name in stores for column in (f"{name}, ms", "processor, ms")]
    load = os.getloadavg()[1]
    grid = Table("report", "rows", *columns, title=f"Median of {runs} runs after {warm}, load of the machine {load:.1f}")
    found = {name: [each for store in stores.values() for each in timed(*store, name, runs)] for name in load_reports()}
    for name, times in found.items():
        rows = len(run_report(next(iter(stores.values()))[0], name).rows)
        grid.add_row(name, str(rows), *(f"{each:.1f}" for each in times))
    grid.add_row("the slowest", "", *(f"{max(times):.1f}" for times in zip(*found.values(), strict=True)))
    return grid


def timed(store: Store, busy: Busy, name: str, runs: int) -> tuple[float, float]:
    """Milliseconds that a report takes, by the clock (median) and of the processor (mean: a server's counts in hundredths of a second)."""
    taken, worked = [], busy()
    for _ in range(runs):
        start = time.perf_counter()
        run_report(store, name)
        taken.append(time.perf_counter() - start)
    return 1000 * median(taken), 1000 * (busy() - worked) / runs


if __name__ == "__main__":
    main()
