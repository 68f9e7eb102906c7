"""Hostile names, titles, quotes and addresses on the pages of documents, nodes, reports and the console: shown as text, nothing runs."""

from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.dashboard_server import IN_BROWSER, drawn, guarded
from tests.test_dashboard_hostile import RUN, hostile

__all__ = ["hostile"]
pytestmark = IN_BROWSER
ATTACK = f"<img src=x onerror={RUN}>"
ADDRESSES = [
    "documents",
    "documents?doc=01&beside=1",
    f"documents?doc={quote(ATTACK)}&at={quote(ATTACK)}&claim={quote(ATTACK)}&show={quote(ATTACK)}&part=-9",
    "concepts",
    "concepts?id=proposal:preemptive-ban&holder=person:p1",
    f"concepts?id={quote(ATTACK)}&holder={quote(ATTACK)}",
    "actors",
    "actors?id=person:p0&object=proposal:preemptive-ban",
    "actors?id=person:p33",
    f"actors?id=state:CHL&object={quote(ATTACK)}&kind={quote(ATTACK)}&region={quote(ATTACK)}",
    f"actors?kind={quote(ATTACK)}&region={quote(ATTACK)}",
    f"events?id={quote(ATTACK)}",
    f"recommendations?topic={quote(ATTACK)}&addressee={quote(ATTACK)}&shown=-5",
    "reports?name=edge-list",
    f"reports?name={quote(ATTACK)}",
    f"reports?name=evidence&p=subject%3D{quote(ATTACK)}&p={quote(ATTACK)}",
    f"console?q={quote(f'RETURN {ATTACK!r} AS `{ATTACK}`')}",
    f"console?q={quote(ATTACK)}&example={quote(ATTACK)}",
    "upload",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_runs(browser, hostile, address):
    with guarded(browser) as page:
        dialogs: list[str] = []
        page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        page.goto(f"{hostile.url}/{address}")
        expect(drawn(page).locator("h1, .st-key-trouble").first).to_be_visible()
        page.wait_for_timeout(300)
        assert page.evaluate("[window.hurt === undefined, document.documentElement.scrollWidth <= innerWidth]") == [True, True]
        assert dialogs == []
