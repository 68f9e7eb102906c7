"""A graph that is damaged, or a server that is stopped, while a page is open: one clear message, and the page comes back by itself."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from graph.build import build
from graph.concepts import load_concepts
from graph.records import Document
from graph.store import open_store
from graph.workspace import Extraction, Workspace
from tests.builders import BAN, ENTITIES, claim, document, extraction
from tests.dashboard_server import IN_BROWSER, drawn, guarded, keep, serving
from tests.neo4j_server import PASSWORD, USER, served

pytestmark = IN_BROWSER
SLOWLY = 90_000  # milliseconds: a server that starts beside other tests


def said(name: str, state: str) -> Extraction:
    read: Document = document(name, title=f"Report {name}")
    return extraction(claim("SUPPORTS_BAN", state, BAN, f"{state} is for it", of=read), of=read)


def trouble(page: Any) -> Any:
    return page.locator(".st-key-trouble")


def go(page: Any, name: str) -> None:
    page.locator(".r-pages").get_by_role("link", name=name, exact=True).click()


@pytest.mark.parametrize("content", [b"", b"not a graph", None], ids=["empty", "other", "cut off"])
def test_a_damaged_graph_is_one_message_until_it_is_whole_again(browser, tmp_path, content):
    workspace = Workspace(tmp_path)
    keep(workspace, said("000", "state:CHL"))
    whole = workspace.store.read_bytes()
    with serving(tmp_path) as server, guarded(browser) as page:
        page.goto(f"{server.url}/positions")
        expect(drawn(page).locator(".r-lead")).to_contain_text("1 state is recorded as supporting")
        workspace.store.write_bytes(whole[: len(whole) // 2] if content is None else content)
        go(page, "Concepts")
        expect(trouble(page)).to_contain_text("not a graph that can be read")
        expect(trouble(page)).to_contain_text("rapporteur load")
        expect(page.get_by_test_id("stAlert")).to_have_count(1)
        workspace.store.write_bytes(whole)
        expect(trouble(page)).to_have_count(0)
        expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Concepts"))
        go(page, "Positions")
        expect(page.locator(".r-lead")).to_contain_text("1 state is recorded as supporting")


def test_a_server_that_stops_and_starts_under_an_open_page(browser, tmp_path, monkeypatch):
    monkeypatch.setenv("RAPPORTEUR_STORE_USER", USER)
    monkeypatch.setenv("RAPPORTEUR_STORE_PASSWORD", PASSWORD)
    with served() as neo4j:
        with open_store(neo4j.url) as store:
            store.write(build(lambda: iter([said("000", "state:CHL"), said("001", "state:EGY")]), ENTITIES.get, load_concepts()))
        with serving(tmp_path, "--store", neo4j.url) as server, guarded(browser) as page:
            page.goto(f"{server.url}/positions")
            expect(drawn(page).locator(".r-lead")).to_contain_text("2 states are recorded as supporting", timeout=SLOWLY)
            neo4j.stop()
            go(page, "Recommendations")
            expect(trouble(page)).to_be_visible(timeout=SLOWLY)
            expect(trouble(page)).to_contain_text(neo4j.url)
            expect(page.get_by_test_id("stAlert")).to_have_count(1)
            assert PASSWORD not in page.content()
            neo4j.start()
            expect(trouble(page)).to_have_count(0, timeout=SLOWLY)
            expect(page.get_by_role("heading", level=1)).to_have_text("Recommendations")
            go(page, "Positions")
            expect(page.locator(".r-lead")).to_contain_text("2 states are recorded as supporting", timeout=SLOWLY)
