"""The network page as a reader uses it, in a real browser: mouse, keyboard, address, back button, table, saving."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.builders import BAN
from tests.dashboard_server import IN_BROWSER
from tests.network_page import between, pictured, place

pytestmark = IN_BROWSER
EGYPT, USA = "state:EGY", "state:USA"


def panel(page: Any) -> Any:
    return page.locator(".st-key-panel")


def count(page: Any) -> Any:
    return page.locator(".st-key-network_count")


def nodes(page: Any) -> int:
    return int(page.locator(".net").evaluate("net => net.network.body.nodeIndices.length"))


def choose(page: Any, node: str, edge: bool = False) -> None:
    page.mouse.click(*(between(page, node, BAN, 0.3) if edge else place(page, node)))


def test_a_node_opens_its_profile_and_back_leads_back(visit: Any) -> None:
    page = pictured(visit("network"))
    choose(page, EGYPT)
    expect(panel(page).get_by_role("heading", name="Egypt")).to_be_visible()
    expect(panel(page)).to_contain_text("埃及 · 이집트")
    expect(page).to_have_url(re.compile("node=state%3AEGY"))
    page.go_back()
    expect(panel(page)).to_have_count(0)
    page.go_forward()
    expect(panel(page).get_by_role("heading", name="Egypt")).to_be_visible()


def test_a_line_opens_its_quotes_with_document_place_and_date(visit: Any) -> None:
    page = pictured(visit("network"))
    choose(page, EGYPT, edge=True)
    expect(panel(page).get_by_role("heading", name="Egypt → pre-emptive ban")).to_be_visible()
    quote = panel(page).locator(".r-quote").first
    expect(quote.locator("mark")).not_to_be_empty()
    expect(quote.locator(".r-source")).to_have_text(re.compile(r".+ · .+ · 20\d\d"))
    expect(page).to_have_url(re.compile(r"edge=state%3AEGY\+SUPPORTS_BAN\+proposal%3Apreemptive-ban"))


def test_a_double_click_expands_and_hiding_takes_away(visit: Any) -> None:
    page = pictured(visit("network"))
    before = nodes(page)
    page.mouse.dblclick(*place(page, USA))
    expect(page).to_have_url(re.compile("expand=state%3AUSA"))
    expect(count(page)).not_to_contain_text(f"Showing {before} of")
    pictured(page)
    assert nodes(page) > before
    panel(page).get_by_role("button", name="Hide").click()
    expect(count(page)).to_contain_text("1 node is hidden.")
    page.get_by_role("button", name="Show hidden nodes").click()
    expect(count(page)).not_to_contain_text("hidden")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_link_shows_the_same_picture(visit: Any, scheme: str) -> None:
    def placed(page: Any) -> Any:
        return pictured(page).locator(".net").evaluate("net => net.network.getPositions()")

    path = "network?expand=state%3AUSA&off=Person&pin=10%2C-300%2Cstate%3AEGY&node=state%3AEGY"
    one, other = visit(path, color_scheme=scheme), visit(path, color_scheme=scheme)
    assert placed(one) == placed(other)
    assert placed(one)[EGYPT] == {"x": 10, "y": -300}
    assert one.locator(".net").evaluate("net => net.network.getSelectedNodes()") == [EGYPT]
    expect(one.get_by_role("button", name=re.compile("^Person"))).to_have_attribute("aria-pressed", "false")


def test_a_kind_is_switched_off_and_on_in_the_legend(visit: Any) -> None:
    page = pictured(visit("network"))
    states = page.get_by_role("button", name=re.compile("^State"))
    states.click()
    expect(states).to_have_attribute("aria-pressed", "false")
    expect(count(page)).to_contain_text("hidden")
    states.click()
    expect(states).to_have_attribute("aria-pressed", "true")
    expect(count(page)).not_to_contain_text("hidden")


def test_dragging_pins(visit: Any) -> None:
    page = pictured(visit("network"))
    x, y = place(page, EGYPT)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 30, y + 10, steps=4)
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"pin=-?\d+%2C-?\d+%2Cstate%3AEGY"))
    page.get_by_role("button", name="Release pinned nodes").click()
    expect(page).not_to_have_url(re.compile("pin="))


def test_it_works_by_keyboard_alone(visit: Any) -> None:
    page = pictured(visit("network"))
    net = page.locator(".net")
    net.focus()
    page.keyboard.press("ArrowDown")
    first = net.get_attribute("data-focus")
    page.keyboard.press("Tab")
    second = net.get_attribute("data-focus")
    assert first != second
    page.keyboard.press("ArrowRight")
    chosen = net.get_attribute("data-focus")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"node={str(chosen).replace(':', '%3A')}"))
    expect(panel(page).locator("h2")).to_be_visible()
    net.focus()
    page.keyboard.press("Escape")
    expect(panel(page)).to_have_count(0)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") != "net"


def test_a_search_in_any_language_marks_a_node_of_the_picture(visit: Any) -> None:
    page = pictured(visit("network"))
    page.get_by_label("Find a node").press_sequentially("이집")
    page.get_by_role("button", name=re.compile("Egypt .* in this picture")).click()
    expect(panel(page).get_by_role("heading", name="Egypt")).to_be_visible()
    pictured(page)
    assert page.locator(".net").evaluate("net => net.network.getSelectedNodes()") == [EGYPT]
    box = page.locator(".net").bounding_box()
    x, y = place(page, EGYPT)
    assert abs(x - box["x"] - box["width"] / 2) < 40
    assert abs(y - box["y"] - box["height"] / 2) < 40


def test_a_path_between_two(visit: Any) -> None:
    page = pictured(visit("network?node=state%3AEGY"))
    page.get_by_role("button", name="Path to…").click()
    page.get_by_role("searchbox", name="Path to…").press_sequentially("United States of")
    page.get_by_role("button", name=re.compile("^United States")).first.click()
    expect(page).to_have_url(re.compile("path=state%3AEGY&path=state%3AUSA"))
    pictured(page)
    assert 2 < nodes(page) < 6


def test_the_table_has_the_same_rows(app_test: Any) -> None:
    app = app_test("network")
    app.session_state["network_rows"] = True
    app.run()
    frames = [frame.value for frame in app.dataframe]
    assert [len(frame) for frame in frames] == [7, 7]
    assert set(frames[0]["Name"]) >= {"Chile", "Egypt", "United Kingdom", "PAX", "pre-emptive ban"}
    assert sorted(frames[1]["Relation"]) == ["neither fully supports nor opposes", *["opposes"] * 3, *["supports"] * 3]
    assert any("Showing 7 of" in each.value for each in app.get("html")) or "Showing 7 of" in str(app.main)


def test_saving(visit: Any, tmp_path: Path) -> None:
    page = pictured(visit("network"))

    def saved(button: str) -> bytes:
        with page.expect_download() as download:
            page.get_by_role("button", name=button, exact=True).click()
        download.value.save_as(tmp_path / "file")
        return (tmp_path / "file").read_bytes()

    assert saved("Save as PNG").startswith(b"\x89PNG")
    page.get_by_role("button", name="Save", exact=True).click()
    assert b"Egypt" in saved("Web page (works offline)")
    assert b"<graphml" in saved("GraphML")
    assert b"Egypt" in saved("Nodes (CSV)")
    assert b"pre-emptive ban" in saved("Relations (CSV)")
