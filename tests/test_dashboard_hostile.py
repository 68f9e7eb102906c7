"""What comes from documents, the graph or the address is shown as text: nothing of it runs, and the layout holds."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from dashboards import markup
from dashboards.evidence import context
from graph.records import Party
from graph.workspace import Workspace
from tests.builders import BAN, claim, document, extraction
from tests.dashboard_server import drawn, guarded, keep, serving

RUN = "window.hurt=1"
PAYLOADS = [
    f"<script>{RUN}</script>", f"<img src=x onerror={RUN}>",
    f"<svg onload={RUN}>", f"<a href='javascript:{RUN}'>click</a>", f"[click](javascript:{RUN})",
    f"</blockquote><script>{RUN}</script>", f"\"><script>{RUN}</script>", f"' onmouseover='{RUN}", f"<iframe srcdoc='<script>parent.{RUN}</script>'>",
    "{{constructor.constructor('window.hurt=1')()}}", "{0.__class__}", "${7*7}", "<%= 7*7 %>", "#{7*7}", "<style>*{display:none}</style>",
    f"<math><mtext></mtext><script>{RUN}</script></math>", "<!-- <b>", "]]><b>", "`code` **bold** _it_ ~~s~~", ":material/bomb: :smile: :red[red]",
    "$\\alpha$ $$x$$", "| a | b |", "# heading", "> quote", "---", "=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\tTab", "a" * 110,
    "‮evil‬", "⁦isolate⁩", "مرحبا بالعالم", "עברית", "\x00null", "line\nbreak", "👩‍👩‍👧‍👦", "𠀀𠀁", "&lt;b&gt; &amp; &#60;",
]  # fmt: skip


@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_markup_is_escaped(payload):
    for written in (markup.safe(payload), markup.element("p", markup.safe(payload), title=payload).removeprefix("<p").removesuffix("</p>")[:-1]):
        assert "<" not in written.replace("&lt;", "")
    assert not any(sign in markup.plain(payload).replace("\\" + sign, "") for sign in "<>[]()*_`#|$:")
    assert not any(letter in markup.safe(payload) + markup.plain(payload) for letter in "\x00‮⁦")


def test_context_never_leaves_the_passage():
    row = {"text": "before <b>quote</b> after", "start": 7, "finish": 19}
    assert "".join(context(row)) == row["text"]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory) -> Workspace:
    """A graph in which every name, title, quote and publisher is a payload."""
    workspace = Workspace(tmp_path_factory.mktemp("hostile"))
    read = []
    for at, payload in enumerate(PAYLOADS):
        shown = payload.replace("\n", " ").replace("\x00", "")
        own = document(f"{at:02d}", title=shown, publisher=shown, date="2016")
        ends = [Party("Person", f"person:p{at}", shown), "state:CHL", "state:EGY"]
        claims = [claim("SUPPORTS_BAN", end, BAN, shown, of=own, ordinal=place, loc=f"¶{place}", topic=shown) for place, end in enumerate(ends)]
        read.append(extraction(*claims, of=own))
    keep(workspace, *read)
    return workspace


@pytest.mark.slow
@pytest.mark.xdist_group("dashboards")
@pytest.mark.parametrize("language", ["en", "zh"])
def test_nothing_runs(browser, hostile, language):
    with serving(hostile.folder) as server, guarded(browser) as page:
        dialogs: list[str] = []
        page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        hostile_address = f"positions?region=<script>{RUN}</script>&holder=<img src=x onerror={RUN}>"
        for path in ("", "positions?holder=state:CHL", "positions?holder=person:p1", hostile_address):
            page.goto(f"{server.url}/{path}{'&' if '?' in path else '?'}lang={language}")
            drawn(page)
            expect(page.locator("h1").first).to_be_visible()
            assert page.evaluate("[window.hurt === undefined, document.documentElement.scrollWidth <= innerWidth]") == [True, True]
        page.get_by_role("searchbox").fill("<")
        expect(page.locator(".st-key-suggestions")).to_be_visible()
        assert page.evaluate("window.hurt === undefined")
        assert dialogs == []
