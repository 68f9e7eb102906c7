"""Speed of the named reports: the median time of each, with its default parameters, in each store.

Run: ``python -m benchmarks.reports WORKSPACE [--store bolt://…] [--runs 5]``. The workspace is one that ``rapporteur run`` or
``python -m benchmarks.synthetic`` made and ``rapporteur load`` has loaded, into the server, too, where one is named (user and password
from RAPPORTEUR_STORE_USER and RAPPORTEUR_STORE_PASSWORD). A time is that of the whole answer, rows made and sent included; the first run
of each report, which plans the query, does not count. The goals: 50 ms on the three original documents, 1 s with 100,000 claims.
"""

from __future__ import annotations

import argparse
import statistics
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from graph.queries import load_reports, run_report
from graph.store import Store, open_store
from graph.workspace import Workspace


def main() -> None:
    arguments = argparse.ArgumentParser(description="Times the reports.")
    arguments.add_argument("workspace", type=Path)
    arguments.add_argument("--store", help="a Neo4j server that holds the same graph")
    arguments.add_argument("--runs", type=int, default=5)
    given = arguments.parse_args()
    places = {"embedded": str(Workspace(given.workspace).store)} | ({"Neo4j": given.store} if given.store else {})
    stores = {name: open_store(place) for name, place in places.items()}
    grid = Table("report", "rows", *(f"{name}, ms" for name in stores), title=f"Median of {given.runs} runs")
    slowest = dict.fromkeys(stores, 0.0)
    for name in load_reports():
        rows = len(run_report(next(iter(stores.values())), name).rows)
        taken = {store: 1000 * median(opened, name, given.runs) for store, opened in stores.items()}
        slowest = {store: max(slowest[store], each) for store, each in taken.items()}
        grid.add_row(name, str(rows), *(f"{each:.1f}" for each in taken.values()))
    grid.add_row("the slowest", "", *(f"{each:.1f}" for each in slowest.values()))
    Console().print(grid)


def median(store: Store, name: str, runs: int) -> float:
    """Seconds that a report takes."""
    run_report(store, name)
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        run_report(store, name)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


if __name__ == "__main__":
    main()
