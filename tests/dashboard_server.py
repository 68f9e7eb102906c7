"""The dashboards as tests see them: a workspace to look at, the server as users start it, and a browser that is kept off the network.

Fixtures (tests/conftest.py makes them known): ``dashboard`` is the running server with the sample documents; ``visit`` opens one of its pages
in Chromium and waits until it is drawn; ``small_workspace`` is made in a moment, for ``app_test``, which runs a page without a browser. Every
test that uses ``visit`` fails if the page asks for anything beyond this machine, writes an error to the console or shows an exception. Mark such
tests with ``IN_BROWSER``.
"""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from graph.build import build
from graph.concepts import load_concepts
from graph.records import Party, Skipped
from graph.store import open_store
from graph.workspace import Extraction, Workspace
from tests.attention import heeding, settled
from tests.builders import BAN, ENTITIES, claim, document, extraction

ROOT = Path(__file__).resolve().parents[1]
#: What moves a real browser may lose a click to a busy machine: a second try, which the summary counts. What fails twice is broken.
IN_BROWSER = [
    pytest.mark.slow,
    pytest.mark.xdist_group("dashboards"),
    pytest.mark.flaky(reruns=1, only_rerun=["AssertionError: Locator", "TimeoutError"]),
]
LOCAL = {"127.0.0.1", "localhost", "::1", ""}
#: Streamlit looks for its endpoints beside a page's path first, finds none and goes on.
HARMLESS = re.compile(r"status of 404 .*|/_stcore/(health|host-config)")
PATIENCE = 30_000  # milliseconds: other tests run beside these
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]


@dataclass(frozen=True, slots=True)
class Dashboard:
    """A running server."""

    url: str
    workspace: Path
    process: subprocess.Popen[bytes]


@dataclass(slots=True)
class Watch:
    """What a page did that it must not do."""

    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def serving(
    workspace: Path, *options: str, program: Sequence[str] = (sys.executable, str(ROOT / "rapporteur.py")), port: int = 0
) -> Iterator[Dashboard]:
    """`rapporteur dashboard` on a free port or the given one, ended when the block is left; another ``program`` than the checkout's may be run."""
    port = port or free_port()
    command = [*program, "dashboard", "--port", str(port), "--workspace", str(workspace), *options]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=workspace)
    base = options[options.index("--base-path") + 1].strip("/") + "/" if "--base-path" in options else ""
    url = f"http://127.0.0.1:{port}/{base}".rstrip("/")
    try:
        until_ready(url + "/_stcore/health", process)
        yield Dashboard(url, workspace, process)
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(10)


def until_ready(address: str, process: subprocess.Popen[bytes], answered: bytes = b"ok") -> None:
    """Waits until a server answers, and with what is wanted; with anything where that is empty."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if process.poll() is not None:
            pytest.fail(f"the server ended with {process.returncode}")
        try:
            with urllib.request.urlopen(address, timeout=2) as answer:
                if answer.read() == answered or not answered:
                    return
        except OSError:
            time.sleep(0.1)
    pytest.fail("the server did not start within 60 s")


@pytest.fixture(scope="session")
def dashboard_workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample documents, read with the readers on trial too, so that prose positions, persons and groups are there."""
    folder = tmp_path_factory.mktemp("dashboards")
    command = [sys.executable, str(ROOT / "rapporteur.py"), "run", "--preview", "--quiet", "--workspace", str(folder)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder


@pytest.fixture(scope="session")
def dashboard(dashboard_workspace: Path) -> Iterator[Dashboard]:
    """The server with the sample documents."""
    with serving(dashboard_workspace) as server:
        yield server


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """The system's Chromium, headless."""
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE)

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield launched
        launched.close()


def chromium() -> str:
    """The system's Chromium."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.fail("no Chromium found: install it (Debian: apt install chromium); the dashboards are tested in a real browser")
    return program


@contextmanager
def guarded(browser: Any, **context: Any) -> Iterator[Any]:
    """A browser page in a context of its own; on leaving, nothing may have gone wrong in it."""
    watch = Watch()
    window = browser.new_context(**{"viewport": {"width": 1440, "height": 900}, "accept_downloads": True, **context})
    window.route("**/*", lambda route: _let_through(route, watch))
    page = heeding(window.new_page())
    page.on("console", lambda message: watch.errors.append(f"{message.text} {message.location.get('url', '')}") if message.type == "error" else None)
    page.on("pageerror", lambda error: watch.errors.append(str(error)))
    page.set_default_timeout(PATIENCE)
    yield page
    boxes = page.get_by_test_id("stException").all_inner_texts()
    window.close()
    assert watch.outside == []
    assert [error for error in watch.errors if not HARMLESS.search(error)] == []
    assert boxes == []


def _let_through(route: Any, watch: Watch) -> None:
    address = urlsplit(route.request.url)
    if address.scheme in ("data", "blob") or address.hostname in LOCAL:
        route.continue_()
    else:
        watch.outside.append(route.request.url)
        route.abort()


def drawn(page: Any) -> Any:
    """Waits until the app has finished its run: a page has a heading, or says what is wrong."""
    page.wait_for_selector("h1, .st-key-trouble")
    return settled(page)


@pytest.fixture
def visit(browser: Any, dashboard: Dashboard) -> Iterator[Callable[..., Any]]:
    """``visit("positions?region=Africa", color_scheme="dark")``: that page, drawn, guarded."""
    with _visitor(browser, dashboard.url) as visitor:
        yield visitor


@contextmanager
def _visitor(browser: Any, url: str) -> Iterator[Callable[..., Any]]:
    from contextlib import ExitStack

    with ExitStack() as opened:

        def visitor(path: str = "", **context: Any) -> Any:
            page = opened.enter_context(guarded(browser, **context))
            page.goto(f"{url}/{path}", timeout=60_000)
            return drawn(page)

        yield visitor


def keep(workspace: Workspace, *read: Extraction) -> None:
    """Extractions into a workspace, and their graph into its store."""
    with workspace.writing() as writer:
        for one in read:
            writer.keep(one, one.document.id.encode())
    with open_store(workspace.store) as store:
        store.write(build(workspace.extractions, ENTITIES.get, load_concepts()))


@pytest.fixture(scope="session")
def small_workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Two documents of a few claims: a contested state, one for and one reported against, one neither, a group, a person, a meeting."""
    first, second = document("000", title="Report of the meeting", languages=("en",)), document("001", title="표", date="2019-03", languages=("ko",))

    def at(place: int) -> dict[str, Any]:
        return {"loc": f"¶{place}", "ordinal": place}

    workspace = Workspace(tmp_path_factory.mktemp("small"))
    in_first = extraction(
        claim("SUPPORTS_BAN", "state:CHL", BAN, "Chile is for it", of=first, modality="stated", **at(1)),
        claim("QUALIFIES_BAN", "state:EGY", BAN, "Egypt waits", of=first, **at(2)),
        claim("SUPPORTS_BAN", "Group group:delegations", BAN, "some are for it", of=first, quantifier="some", **at(3)),
        claim("SUPPORTS_BAN", "org:pax", BAN, "PAX wants it", of=first, **at(4)),
        claim("PARTICIPATED_IN", "state:CHL", "event:meeting-2016", "Chile came", of=first, role="high-contracting-party", **at(5)),
        claim("OPPOSES_BAN", Party("Person", "person:jane-doe", "Jane Doe"), BAN, "Ms Doe is against", of=first, **at(6)),
        of=first,
    )
    in_second = extraction(
        claim("OPPOSES_BAN", "state:CHL", BAN, "칠레는 반대", of=second, via="doc:liu-moodie-2019", confidence=0.7, language="ko", **at(1)),
        claim("OPPOSES_BAN", "state:GBR", BAN, "영국", of=second, method="stance-lists:inferred-columns", language="ko", **at(2)),
        claim("CITES", "doc:001", Party("Document", "doc:liu-moodie-2019", "Liu & Moodie 2019"), "Liu & Moodie 2019", of=second, **at(3)),
        of=second,
    )
    skipped = (Skipped("001 ¶4", "position unsure (+ 0.41)", "perhaps"), Skipped("001 ¶5", "position unsure (- 0.39)", "maybe"))
    keep(workspace, in_first, Extraction(in_second.document, in_second.passages, in_second.claims, skipped))
    return workspace


@pytest.fixture(scope="session")
def known_components() -> Iterator[None]:
    """Streamlit looks for components in all that is installed, for each AppTest anew, and that takes longer than the page: here it looks once."""
    from streamlit.components.v2 import manifest_scanner

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


@pytest.fixture
def app_test(small_workspace: Workspace, known_components: None, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """``app_test("positions", region="Africa")``: the app at that page with those query parameters, run once, no exception."""
    from streamlit.testing.v1 import AppTest

    monkeypatch.setenv("RAPPORTEUR_WORKSPACE", str(small_workspace.folder))
    monkeypatch.delenv("RAPPORTEUR_STORE", raising=False)

    def run(page: str = "home", **parameters: Any) -> Any:
        app = AppTest.from_file(str(ROOT / "dashboards" / "app.py"), default_timeout=30)
        for key, value in parameters.items():
            app.query_params[key] = value
        app.run()
        if page != "home":  # AppTest.switch_page knows pages that are files only
            app._page_hash = next(key for key, each in app._registered_pages.items() if each["url_pathname"] == page)
            for key, value in parameters.items():
                app.query_params[key] = value
            app.run()
        assert [error.value for error in app.exception] == []
        return app

    return run
