"""Saved pictures: a web page on its own, GraphML, CSV; and what hostile names, quotes and ids can do there and in the app: nothing."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboards.network.layout import places
from dashboards.network.picture import Edge, Found, Node, Picture, Stage, choose
from dashboards.network.saving import as_graphml, as_page
from dashboards.network.style import Drawn, drawing
from dashboards.network.view import View
from dashboards.words import phrase
from graph.records import Party
from graph.workspace import Workspace
from tests.builders import BAN, claim, document, extraction
from tests.dashboard_server import drawn, guarded, keep, serving
from tests.network_page import place

#: What would set ``window.ran`` if it ever ran.
PAYLOADS = [
    "<script>window.ran=1</script>",
    "<img src=x onerror='window.ran=1'>",
    '"><svg/onload=window.ran=1>',
    "</script><script>window.ran=1</script>",
    '<a href="javascript:window.ran=1">href</a>',
    "{{constructor.constructor('window.ran=1')()}}",
    "${window.ran=1}{window.ran}",
    "';window.ran=1;//",
    "\\u003cimg src=x onerror=window.ran=1\\u003e",
    "<iframe srcdoc='<script>parent.ran=1</script>'>",
    "<b>bold</b> <style>body{display:none}</style>",
    "__proto__",
    "=cmd|' /C calc'!A0",
    "\u202egnp.exe\u202c " + "very long " * 30,
    "<a HREF=https://example.org/x>HrEf</a>",
]


def say(key: str, **values: object) -> str:
    return phrase("en", key, **values)


def found_of(names: list[str]) -> Found:
    """Holders of these names, ids and quotes, for and against what bears the first."""
    nodes = {f"state:{name}": Node(f"state:{name}", "State", {"en": name, "ko": name}, name, name) for name in names}
    middle = next(iter(nodes))
    edges = [
        Edge(node, ("SUPPORTS", "OPPOSES")[at % 2], middle, 2, (names[at],), "2016", "2019", 0.5, names[at]) for at, node in enumerate(nodes)
    ]  # fmt: skip
    return Found(nodes, tuple(edges[1:]), (Stage(middle, tuple(nodes)),), len(nodes))


def made(names: list[str]) -> tuple[Picture, Drawn, Found]:
    found = found_of(names)
    shown = choose(found, View())
    return shown, drawing(found, shown, View(), places(found), say, "en"), found


def test_a_page_asks_for_nothing_beyond_itself() -> None:
    _, drawn_, _ = made(["ban", "Egypt", "韩国"])
    page = as_page(drawn_, "Network", "As recorded.", "en")
    assert re.findall(r"<(?:script|link|img|iframe)\b[^>]*?(?:src|href)=[\"'](?!data:)[^>]*", page) == []
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert "Egypt" in page


TEXT = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)


@settings(max_examples=30, deadline=None)
@given(st.lists(TEXT, min_size=2, max_size=6, unique=True))
def test_graphml_is_read_again(names: list[str]) -> None:
    shown, _, found = made(names)
    again = nx.parse_graphml(as_graphml(shown, places(found)), force_multigraph=True)
    assert again.number_of_edges() == len(shown.edges)
    assert {each["kind"] for _, each in again.nodes(data=True)} == {"State"}
    assert {each["relation"] for *_, each in again.edges(data=True)} <= {"SUPPORTS", "OPPOSES"}


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    _, drawn_, _ = made(["the middle", *PAYLOADS])
    file = tmp_path / "network.html"
    file.write_text(as_page(drawn_, PAYLOADS[0], PAYLOADS[1], "en"), encoding="utf-8")
    return file


@pytest.mark.slow
@pytest.mark.xdist_group("dashboards")
def test_nothing_runs_in_a_saved_page(browser: Any, saved: Path) -> None:
    with guarded(browser) as page:
        page.set_content(saved.read_text(encoding="utf-8"))
        page.wait_for_function("typeof network === 'object' && Object.keys(network.body.nodes).length > 10")
        box = page.locator("canvas").bounding_box()
        for at in page.evaluate("Object.keys(network.body.nodes).slice(0, 60).map(id => network.canvasToDOM(network.getPosition(id)))"):
            page.mouse.move(box["x"] + at["x"], box["y"] + at["y"])
            page.wait_for_timeout(200)
        assert page.evaluate("window.ran") is None
        assert page.locator("div.vis-tooltip").count() <= 1
        assert page.locator("div.vis-tooltip :not(br)").count() == 0
        assert page.evaluate("document.querySelectorAll('body img:not([src^=\"data:\"]), iframe, object').length") == 0


@pytest.mark.slow
@pytest.mark.xdist_group("dashboards")
def test_nothing_runs_in_the_app(browser: Any, tmp_path: Path) -> None:
    read = document("000", title=PAYLOADS[0])
    claims = [
        claim("SUPPORTS_BAN", Party("Person", f"person:{text}", text), BAN, text[:100].strip() or "blank", of=read, loc=f"¶{at}", ordinal=at)
        for at, text in enumerate(PAYLOADS, 1)
    ]
    keep(Workspace(tmp_path), extraction(*claims, of=read))
    with serving(tmp_path) as server, guarded(browser) as page:
        page.goto(f"{server.url}/network")
        drawn(page).wait_for_selector(".net[data-ready]")
        ids = page.locator(".net").evaluate("net => net.network.body.nodeIndices")
        assert len(ids) == len(set(PAYLOADS)) + 1
        for node in ids[:12]:
            page.mouse.move(*place(page, node))
            page.wait_for_timeout(220)
        for text in PAYLOADS[:4]:
            given_ = dict.fromkeys(("document", "region", "edge", "expand"), text) | dict.fromkeys(("node", "id"), f"person:{text}")
            page.goto(f"{server.url}/network?{urlencode(given_)}")
            drawn(page)
        page.goto(f"{server.url}/network?" + urlencode({"edge": f"person:{PAYLOADS[0]} SUPPORTS_BAN {BAN}"}))
        drawn(page).wait_for_selector(".st-key-panel .r-quote")
        assert page.evaluate("window.ran") is None
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
