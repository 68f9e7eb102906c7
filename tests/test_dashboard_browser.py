"""The shell in a real browser: pages, search as one types, language, back button, base path."""

import pytest
from playwright.sync_api import expect

from dashboards.sitemap import PAGES
from tests.dashboard_server import IN_BROWSER, drawn, guarded, serving

pytestmark = IN_BROWSER


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("page", [page.name for page in PAGES])
def test_every_page_is_drawn(visit, page, scheme):
    shown = visit("" if page == "home" else page, color_scheme=scheme)
    assert shown.get_by_role("heading", level=1).count() == 1


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
