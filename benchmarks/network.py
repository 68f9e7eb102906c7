"""The network page with a graph of 100,000 claims: how long until it can be read, and until the words behind a node and a line are there.

Run: ``python -m benchmarks.network [--workspace FOLDER]`` (FOLDER as benchmarks.synthetic and ``rapporteur load`` make it; without one they are run
first). Figures are medians of seconds in one run, in the system's Chromium, from the click or the address to what is seen, beside the plain
pyvis page with the same nodes; ratios matter, absolute figures depend on the machine. A first visit, which fills the caches, is not counted.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import sync_playwright
from rich.console import Console
from rich.table import Table

from graph.settings import ROOT
from tests.dashboard_server import FLAGS, guarded, serving
from tests.network_page import place

_PLAIN = "typeof network === 'object' && Object.keys(network.body.nodes).length > 10"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--workspace", type=Path)
    parser.add_argument("--times", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        workspace = given.workspace or made(Path(folder))
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        grid = Table("what", "median s", "of plain page", title="Network page, 100,000 claims")
        with serving(workspace) as server:
            plain_page = visited(browser, server.url, {})
            plain = median(opened(browser, plain_page) for _ in range(given.times))
            found: dict[str, list[float]] = {}
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
        start = time.perf_counter()
        does()
        seen()
        found.setdefault(what, []).append(time.perf_counter() - start)
        page.wait_for_timeout(800)

    with guarded(browser) as page:
        page.set_default_timeout(120_000)
        timed("first view", lambda: page.goto(f"{url}/network"), lambda: page.wait_for_selector(".net[data-ready]"))
        node, edge = page.locator(".net").evaluate(
            "net => [net.network.body.nodeIndices.find(id => id.startsWith('state:')), net.network.body.edgeIndices.find(id => / SUPPORTS/.test(id))]"
        )
        at = place(page, node)
        timed("click to profile", lambda: page.mouse.click(*at), lambda: page.wait_for_selector(".st-key-panel h2"))
        chosen = f"{url}/network?edge={edge}"
        timed("address to quotes", lambda: page.goto(chosen), lambda: page.wait_for_selector(".st-key-panel .r-quote"))
        page.wait_for_selector(".net[data-ready]")
        page.get_by_role("button", name="Save", exact=True).click()
        with page.expect_download() as download:
            page.get_by_role("button", name="Web page (works offline)").click()
        return Path(download.value.path()).read_text(encoding="utf-8")


def opened(browser: Any, saved: str) -> float:
    """Seconds until a saved page has its nodes."""
    with guarded(browser) as page:
        start = time.perf_counter()
        page.set_content(saved)
        page.wait_for_function(_PLAIN)
        return time.perf_counter() - start


if __name__ == "__main__":
    main()
