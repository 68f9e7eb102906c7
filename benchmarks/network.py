"""The network page with a graph of 100,000 claims: how long until it can be read, and until the words behind a node and a line are there.

Run: ``python -m benchmarks.network [--workspace FOLDER]`` (FOLDER as benchmarks.synthetic and ``rapporteur load`` make it; without one they are run
first). Figures are medians of seconds in one run, in the system's Chromium, from the click or the address to what is seen, beside the plain
pyvis page with the same nodes; ratios matter, absolute figures depend on the machine. A first visit, which fills the caches, is not counted.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks.browsing import WINDOW, chromium_browser, empty_app, loaded, seconds
from graph.settings import ROOT
from tests.dashboard_server import guarded, serving
from tests.network_page import pictured, place

#: A point of the window where a line runs and no node stands.
_FREE_LINE = """net => {
  const view = net.network, box = net.getBoundingClientRect();
  for (const edge of Object.values(view.body.edges)) for (const share of [0.3, 0.4, 0.5, 0.6, 0.7]) {
    const x = edge.from.x + (edge.to.x - edge.from.x) * share, y = edge.from.y + (edge.to.y - edge.from.y) * share, at = view.canvasToDOM({ x, y });
    if (at.x > 60 && at.y > 60 && at.y < net.clientHeight - 80 && view.getNodeAt(at) === undefined && view.getEdgeAt(at) !== undefined)
      return [box.left + at.x, box.top + at.y];
  }
}"""
_PLAIN = "typeof network === 'object' && Object.keys(network.body.nodes).length > 10"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--workspace", type=Path)
    parser.add_argument("--times", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, chromium_browser() as browser:
        workspace = given.workspace or made(Path(folder))
        grid = Table("what", "median s", "of plain page", title="Network page, 100,000 claims")
        with serving(workspace) as server, empty_app(workspace) as empty:
            plain_page = visited(browser, server.url, {})
            plain = median(opened(browser, plain_page) for _ in range(given.times))
            found = loaded(browser, "empty Streamlit page", empty.url, given.times)
            found |= loaded(browser, "first view", f"{server.url}/network", given.times, readable)
            for _ in range(given.times):
                visited(browser, server.url, found)
        for what, seconds in ({"plain pyvis page, same nodes": [plain]} | found).items():
            grid.add_row(what, f"{median(seconds):.2f}", f"{median(seconds) / plain:.2f}")
        Console().print(grid)


def made(folder: Path) -> Path:
    """A workspace with a graph of 100,000 claims."""
    subprocess.run([sys.executable, "-m", "benchmarks.synthetic", str(folder), "--claims", "100000"], check=True, cwd=ROOT)
    subprocess.run([sys.executable, str(ROOT / "rapporteur.py"), "load", "--quiet", "--workspace", str(folder)], check=True)
    return folder


def visited(browser: Any, url: str, found: dict[str, list[float]]) -> str:
    """One reader's visit, timed; the page as it is saved."""

    def timed(what: str, does: Callable[[], object], seen: Callable[[], object]) -> None:
        found.setdefault(what, []).append(seconds(does, seen))
        page.wait_for_timeout(800)

    window = browser.new_context(viewport=WINDOW, accept_downloads=True)
    page = window.new_page()
    try:
        page.set_default_timeout(120_000)
        page.goto(f"{url}/network")
        pictured(page)
        node, edge = page.locator(".net").evaluate(
            "net => [net.network.body.nodeIndices.find(id => id.startsWith('state:')), net.network.body.edgeIndices.find(id => / SUPPORTS/.test(id))]"
        )
        at = place(page, node)
        timed("click to profile", lambda: page.mouse.click(*at), lambda: page.wait_for_selector(".st-key-panel h2"))
        line = page.locator(".net").evaluate(_FREE_LINE)
        timed("click to quotes", lambda: page.mouse.click(*line), lambda: page.wait_for_selector(".st-key-panel .r-quote"))
        chosen = f"{url}/network?edge={edge}"
        timed("address to quotes", lambda: page.goto(chosen), lambda: page.wait_for_selector(".st-key-panel .r-quote"))
        pictured(page)
        page.get_by_role("button", name="Save", exact=True).click()
        with page.expect_download() as download:
            page.get_by_role("button", name="Web page (works offline)").click()
        return Path(download.value.path()).read_text(encoding="utf-8")
    finally:
        window.close()


def readable(page: Any) -> None:
    """Waits for the picture."""
    page.wait_for_selector(".net[data-ready]")


def opened(browser: Any, saved: str) -> float:
    """Seconds until a saved page has its nodes."""
    with guarded(browser) as page:
        start = time.perf_counter()
        page.set_content(saved)
        page.wait_for_function(_PLAIN)
        return time.perf_counter() - start


if __name__ == "__main__":
    main()
