"""Every page, light and dark, is open to all: axe-core finds nothing grave that is ours."""

from __future__ import annotations

import pytest

from dashboards.words import phrase
from tests.axe import violations
from tests.dashboard_server import IN_BROWSER

pytestmark = IN_BROWSER
PAGES = {
    "home": "",
    "positions": "positions?holder=state:EGY",
    "network": "network?node=state:EGY",
    "actors": "actors",
    "an actor": "actors?id=state:EGY&object=proposal:preemptive-ban",
    "an actor that is contested": "actors?id=state:CHN",
    "an address of what is not here": "actors?region=Atlantis&kind=State",
    "a proposal that is not here": "positions?proposal=proposal:none",
    "concepts": "concepts",
    "a concept": "concepts?id=concept:meaningful-human-control",
    "a proposal": "concepts?id=proposal:preemptive-ban&holder=state:EGY&target=proposal:preemptive-ban",
    "events": "events",
    "a meeting": "events?id=event:ccw-laws-informal-meeting-2016",
    "documents": "documents",
    "reader": "documents?doc=ban-positions-2020",
    "recommendations": "recommendations",
    "reports": "reports",
    "a report": "reports?name=positions-of-an-actor&p=actor%3Dstate:EGY",
    "console": "console?q=RETURN+1+AS+one",
    "upload": "upload",
}
#: What Streamlit draws and lets nobody change: rule, a part of the element's markup, and why it is not ours.
STREAMLITS = {
    ("color-contrast", '<span class="token '): "the colours of st.code's words come from the highlighter that Streamlit bundles",
}
NOT_HERE = {"an address of what is not here", "a proposal that is not here"}
TRIES = 5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("name", "path"), PAGES.items(), ids=PAGES)
def test_nothing_grave_is_ours(visit, name, path, scheme):
    page = visit(path, color_scheme=scheme)
    lost = page.locator(".st-key-strays").or_(page.get_by_role("heading", name=phrase("en", "profile.unknown")))
    assert (lost.count() > 0) == (name in NOT_HERE)
    for _ in range(TRIES):  # what is found while tables, pictures and links are still being drawn is looked at again
        page.wait_for_load_state("networkidle")
        ours = [found for found in violations(page) if not any(found[0] == rule and part in found[2] for rule, part in STREAMLITS)]
        if not ours:
            break
        page.wait_for_timeout(1_000)
    assert ours == []
