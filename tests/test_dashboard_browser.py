"""The shell in a real browser: pages, search as one types, language, back button, base path."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from dashboards.sitemap import PAGES
from graph.workspace import Workspace
from tests.builders import BAN, claim, document, extraction
from tests.dashboard_server import IN_BROWSER, drawn, guarded, keep, serving
from tests.network_page import pictured

pytestmark = IN_BROWSER


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("page", [page.name for page in PAGES])
def test_every_page_is_drawn(visit, page, scheme):
    shown = visit("" if page == "home" else page, color_scheme=scheme)
    assert shown.get_by_role("heading", level=1).count() == 1
    assert urlsplit(shown.url).path == ("/" if page == "home" else f"/{page}")  # and no other in its place


def test_suggestions_come_while_typing(visit):
    page = visit()
    page.get_by_role("searchbox").press_sequentially("이집")
    page.get_by_role("link", name="Egypt").click()
    page.wait_for_url("**/*EGY*")
    expect(page.get_by_role("searchbox")).to_have_value("")


def test_it_works_under_a_base_path(browser, dashboard_workspace):
    with serving(dashboard_workspace, "--base-path", "/kg/app") as server, guarded(browser) as page:
        page.goto(server.url + "/positions?lang=zh")
        assert drawn(page).get_by_role("link", name="立场").count() == 1
        page.goto(server.url + "/network")  # its script and vis-network are files of their own
        assert pictured(page).locator(".net").evaluate("net => net.network.body.nodeIndices.length") > 10


def test_a_store_that_goes_and_comes_back_is_noticed(browser, tmp_path):
    """Replaced while the page is open; away, with a message that says what to do; back, without a click or a restart."""
    workspace, first = Workspace(tmp_path), document("000", title="The first")
    keep(workspace, extraction(claim("SUPPORTS_BAN", "state:CHL", BAN, "Chile is for it", of=first), of=first))
    with serving(tmp_path) as server, guarded(browser) as page:
        page.goto(f"{server.url}/positions")
        expect(drawn(page).locator(".r-lead")).to_contain_text("1 state is recorded as supporting")
        second = document("001", title="The second")
        keep(workspace, extraction(claim("SUPPORTS_BAN", "state:EGY", BAN, "Egypt is for it", of=second), of=second))
        page.get_by_role("link", name="Home").click()
        page.get_by_role("link", name="Positions").click()
        expect(page.locator(".r-lead")).to_contain_text("2 states are recorded as supporting")
        away = workspace.store.rename(tmp_path / "away")
        page.get_by_role("link", name="Home").click()
        expect(page.locator(".st-key-trouble")).to_contain_text("there is no graph yet; run `rapporteur run DOCUMENTS`")
        away.rename(workspace.store)
        expect(page.locator(".st-key-trouble")).to_have_count(0)
        expect(page.locator(".r-lead")).to_contain_text("2 documents")


def test_the_language_is_chosen_and_kept(visit):
    page = visit("positions?region=Africa")
    page.get_by_label("Language").select_option("中文")
    expect(page.get_by_role("heading", level=1)).to_have_text("立场")
    expect(page).to_have_url(re.compile(r"region=Africa&lang=zh"))
    expect(page.get_by_label("语言")).to_have_value("zh")
    page.locator(".r-pages").get_by_role("link").first.click()
    page.locator(".r-disagreed a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("立场")
    expect(page).to_have_url(re.compile("lang=zh"))


def test_a_link_is_followed_within_the_app_and_taken_back(visit):
    page = visit()
    page.evaluate("window.here = true")
    page.locator(".r-disagreed a").first.click()
    expect(page.locator(".st-key-panel blockquote").first).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("What these documents say")
    assert page.evaluate("window.here")  # the page was never loaded anew
