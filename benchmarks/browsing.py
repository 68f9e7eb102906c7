"""Pages in a real browser, timed: a server's address in, seconds until a page is drawn out."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from subprocess import DEVNULL, Popen
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import sync_playwright

from dashboards.command import APP, Server
from tests.dashboard_server import FLAGS, Dashboard, chromium, drawn, free_port, until_ready

EMPTY = Path(__file__).with_name("empty_page.py")
WINDOW = {"width": 1440, "height": 900}
BEFORE = 3  # visits until Chromium keeps what it compiled of a script
Times = dict[str, list[float]]


@contextmanager
def chromium_browser() -> Iterator[Any]:
    """The system's Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def empty_app(folder: Path) -> Iterator[Dashboard]:
    """A server with the settings of the dashboards and an empty page."""
    port = free_port()
    server = Server(folder, port=port)
    command = [str(EMPTY) if part == str(APP) else part for part in server.arguments()]
    process = Popen(command, env=server.environment(), stdout=DEVNULL, stderr=DEVNULL)
    try:
        url = f"http://127.0.0.1:{port}"
        until_ready(url + "/_stcore/health", process)
        yield Dashboard(url, folder, process)
    finally:
        process.terminate()
        process.wait(10)


def loaded(browser: Any, what: str, address: str, rounds: int, seen: Callable[[Any], object] = drawn) -> Times:
    """A page opened by its address until it is ``seen``: in a browser that has never seen the server, in a private window that has, and in a browser
    that has and keeps on disk what it fetched and compiled, as a reader's does. The server has shown it once."""
    fresh: list[float] = []
    for _ in range(rounds):
        window = browser.new_context(viewport=WINDOW)
        fresh.append(_opened(window, address, seen))
        window.close()
    window = browser.new_context(viewport=WINDOW)
    private = _again(window, address, rounds, seen)
    window.close()
    with TemporaryDirectory() as profile:
        window = browser.browser_type.launch_persistent_context(profile, executable_path=chromium(), args=FLAGS, viewport=WINDOW)
        known = _again(window, address, rounds, seen)
        window.close()
    return {f"{what}, new browser": fresh, f"{what}, private window that was here before": private, f"{what}, browser that was here before": known}


def _again(window: Any, address: str, rounds: int, seen: Callable[[Any], object]) -> list[float]:
    for _ in range(BEFORE):
        _opened(window, address, seen)
    return [_opened(window, address, seen) for _ in range(rounds)]


def followed(browser: Any, url: str, titles: Mapping[str, str], rounds: int) -> Times:
    """Pages opened by their links in the navigation of an open tab; ``titles`` gives the heading of each."""
    window = browser.new_context(viewport=WINDOW)
    page = window.new_page()
    page.goto(url)
    drawn(page)
    times: Times = {}
    for turn in range(rounds + 1):
        for name, title in reversed(titles.items()):
            took = seconds(lambda name=name: page.locator(".r-pages").get_by_role("link", name=name, exact=True).click(), _shows(page, title))
            page.wait_for_timeout(700)
            if turn:  # the first time the browser reads what it needs to draw the page
                times.setdefault(f"{name}, by its link", []).append(took)
    window.close()
    return times


def seconds(does: Callable[[], object], seen: Callable[[], object]) -> float:
    """How long until what is done is seen."""
    start = time.perf_counter()
    does()
    seen()
    return time.perf_counter() - start


def _shows(page: Any, title: str) -> Callable[[], object]:
    def seen() -> object:
        page.wait_for_selector(f"h1:text-is('{title}')")
        return drawn(page)

    return seen


def _opened(window: Any, address: str, seen: Callable[[Any], object]) -> float:
    page = window.new_page()
    took = seconds(lambda: page.goto(address), lambda: seen(page))
    page.close()
    return took
