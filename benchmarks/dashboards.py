"""Times of the dashboards over a graph of 100,000 claims, in one run: pages in a real browser, many readers at once, memory a session.

Run: ``python -m benchmarks.dashboards [--claims 100000] [--folder W]`` (a folder keeps the synthetic workspace for the next time). Medians of
five. A page counts as shown when its run has ended and it is drawn, Positions besides when its map and table are; the server has shown it once
before. A private window keeps the files it fetched, but not what Chromium compiled of scripts; a reader's browser keeps both. Most of what a page
takes is the browser's start of Streamlit itself, so an empty Streamlit page is timed beside ours. Many readers are sessions without a browser that
ask for pages all at once, without pausing to read; they share the cores with the server. The network page has a benchmark of its own
(benchmarks/network.py).
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import websockets
from rich.console import Console
from rich.table import Table
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.browsing import chromium_browser, empty_app, followed, loaded
from benchmarks.synthetic import write_workspace
from graph.store import open_store
from graph.workspace import Workspace
from tests.dashboard_server import Dashboard, drawn, serving

BAN = "proposal:preemptive-ban"
ROUNDS, READERS, ASKED = 5, 10, 4
PAGES = {"Home": "", "Positions": "positions"}
TITLES = {"Home": "What these documents say", "Positions": "Positions"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--folder", type=Path, help="where the synthetic workspace is kept")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        workspace = filled(given.folder or Path(scratch) / "workspace", given.claims)
        grid = Table("what", "median", "slowest", "of empty page", title=f"Dashboards over {given.claims:,} claims, seconds")
        with serving(workspace.folder) as server, empty_app(workspace.folder) as empty:
            floor = 0.0
            for what, times in in_browser(server, empty):
                floor = floor or statistics.median(times)
                grid.add_row(what, f"{statistics.median(times):.2f}", f"{max(times):.2f}", f"{statistics.median(times) / floor:.2f}")
            before, spent = memory(server), processor(server)
            times = asyncio.run(readers(server.url))
            late = sorted(times)[int(0.95 * len(times))]
            what = f"{READERS} readers at once, Positions each time (95 of 100: {late:.2f})"
            grid.add_row(what, f"{statistics.median(times):.2f}", f"{max(times):.2f}", "")
            each, cost = (memory(server) - before) / READERS, (processor(server) - spent) / READERS / (ASKED + 1)
        Console(width=140).print(grid)
        Console(width=140).print(
            f"memory: {before:.0f} MB with the graph, {each:.1f} MB more for each session; processor: {cost * 1000:.0f} ms a run"
        )


def filled(folder: Path, claims: int) -> Workspace:
    """A workspace with a synthetic graph, made where there is none yet."""
    workspace = Workspace(folder)
    if not workspace.store.exists():
        from extract.known import graph_of

        write_workspace(folder, claims)
        with open_store(workspace.store) as store:
            store.write(graph_of(workspace))
    return workspace


def in_browser(server: Dashboard, empty: Dashboard) -> Iterator[tuple[str, list[float]]]:
    """Pages in a browser, the empty one of another server first."""
    with chromium_browser() as browser:
        yield from loaded(browser, "empty Streamlit page", empty.url, ROUNDS).items()
        for name, path in PAGES.items():
            loaded(browser, name, f"{server.url}/{path}", 1)
            yield from loaded(browser, name, f"{server.url}/{path}", ROUNDS).items()
        yield from loaded(browser, "Positions, map and table drawn", f"{server.url}/positions", ROUNDS, compared).items()
        yield from followed(browser, server.url, TITLES, ROUNDS).items()


def compared(page: Any) -> None:
    """Waits for what the browser draws after the rest."""
    drawn(page)
    page.wait_for_selector(".map [data-iso3][aria-label]")
    page.wait_for_selector(".sheet tbody tr")


def processor(server: Dashboard) -> float:
    """Seconds of processor time that the server has used."""
    fields = Path(f"/proc/{server.process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(server: Dashboard) -> float:
    """Resident memory of the server in MB."""
    status = Path(f"/proc/{server.process.pid}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024


async def readers(url: str) -> list[float]:
    return [took for each in await asyncio.gather(*(reader(url, number) for number in range(READERS))) for took in each]


async def reader(url: str, number: int) -> list[float]:
    """One session that asks for pages one after the other; the first, which also opens the session, does not count."""
    parts = urlsplit(url)
    times = []
    async with websockets.connect(f"ws://{parts.netloc}{parts.path}/_stcore/stream", subprotocols=["streamlit"], max_size=None) as socket:
        for turn in range(ASKED + 1):
            start = time.perf_counter()
            await socket.send(asking(f"proposal={BAN}&region=" if turn % 2 else f"as_of={2014 + (number + turn) % 12}"))
            while not (await finished(socket)):
                pass
            times.append(time.perf_counter() - start)
    return times[1:]


def asking(query: str) -> bytes:
    message = BackMsg()
    message.rerun_script.query_string = query
    message.rerun_script.page_name = "positions"
    return message.SerializeToString()


async def finished(socket: Any) -> bool:
    message = ForwardMsg()
    message.ParseFromString(await socket.recv())
    return message.WhichOneof("type") == "script_finished"


if __name__ == "__main__":
    main()
