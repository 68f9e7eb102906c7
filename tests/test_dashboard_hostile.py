"""What comes from documents, the graph or the address is shown as text: nothing of it runs, and the layout holds."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from playwright.sync_api import expect

from dashboards import markup
from dashboards.downloads import csv_bytes
from dashboards.evidence import context
from graph.records import Claim, Party, Passage, Skipped
from graph.tables import Table
from graph.workspace import Extraction, Workspace
from tests.builders import BAN, document
from tests.dashboard_server import IN_BROWSER, Dashboard, drawn, guarded, keep, serving

RUN = "window.hurt=1"
PAYLOADS = [
    f"<script>{RUN}</script>", f"<img src=x onerror={RUN}>",
    f"<svg onload={RUN}>", f"<a href='javascript:{RUN}'>click</a>", f"[click](javascript:{RUN})",
    f"</blockquote><script>{RUN}</script>", f"\"><script>{RUN}</script>", f"' onmouseover='{RUN}", f"<iframe srcdoc='<script>parent.{RUN}</script>'>",
    "{{constructor.constructor('window.hurt=1')()}}", "{0.__class__}", "${7*7}", "<%= 7*7 %>", "#{7*7}", "<style>*{display:none}</style>",
    f"<math><mtext></mtext><script>{RUN}</script></math>", "<!-- <b>", "]]><b>", "`code` **bold** _it_ ~~s~~", ":material/bomb: :smile: :red[red]",
    "$\\alpha$ $$x$$", "| a | b |", "# heading", "> quote", "---", "=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\tTab", "a" * 110,
    "‮evil‬", "⁦isolate⁩", "مرحبا بالعالم", "עברית", "\x00null", "line\nbreak", "\x01\x1b[31m\x7f control", "\u2028\u2029 lines", "a" * 10_000,
    "＝1+1", "%00%0d%0aSet-Cookie: a=b", "../../etc/passwd", "👩‍👩‍👧‍👦", "𠀀𠀁", "&lt;b&gt; &amp; &#60;",
]  # fmt: skip


def test_a_command_in_a_remark_stands_out_and_is_only_text():
    assert markup.noted("run `rapporteur load <b>`") == '<p class="r-note">run <code>rapporteur load &lt;b&gt;</code></p>'


@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_markup_is_escaped(payload):
    for written in (markup.safe(payload), markup.element("p", markup.safe(payload), title=payload).removeprefix("<p").removesuffix("</p>")[:-1]):
        assert "<" not in written.replace("&lt;", "")
    assert not any(sign in markup.plain(payload).replace("\\" + sign, "") for sign in "<>[]()*_`#|$:")
    assert not any(letter in markup.safe(payload) + markup.plain(payload) for letter in "\x00‮⁦")


def test_context_never_leaves_the_passage():
    row = {"text": "before <b>quote</b> after", "start": 7, "finish": 19}
    assert "".join(context(row)) == row["text"]


@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_no_cell_of_a_file_is_a_formula(payload):
    written = csv_bytes(Table((payload,), ((payload,), ([payload, payload],)))).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(written, newline="")) for cell in row]
    assert len(cells) == 3
    assert [cell for cell in cells if runs(cell)] == []


def runs(cell: str) -> bool:
    """Whether a spreadsheet would take the cell for a formula."""
    return cell.strip(" \u00a0").startswith(tuple("=+-@\t\r\n＝＋－＠"))


def hostile_document(at: int, payload: str) -> Extraction:
    """A document in which title, file name, publisher, headings, places, markers, text, quotes, names, roles, topics and reasons are the payload."""
    words = payload.replace("\x00", "")
    name = f"{at:02d} " + words[:60].replace("/", "_")
    own = document(name, title=words, publisher=words, symbol=words, date="2016", languages=("en",))
    heading = Passage(name, f"§ {words[:80]}", 0, words, "en", kind="heading")
    text = Passage(name, f"¶ {words[:80]}", 1, f"{words} {words[:100]} {words}", "en", heading_path=(words,), marker=words[:20])
    start = len(words) + 1

    def told(relation: str, subject: Party, obj: Party, **rest: Any) -> Claim:
        finish = start + len(words[:100])
        return Claim(
            passage=text, content=own.sha256, relation=relation, subject=subject, object=obj, start=start, end=finish, method="test", confidence=0.9,
            **rest,
        )  # fmt: skip

    read, person, group = Party("Document", f"doc:{name}"), Party("Person", f"person:p{at}", words), Party("Group", f"group:g{at}", words)
    ban, control = Party("Proposal", BAN), Party("Concept", "concept:meaningful-human-control")
    ngo, meeting = Party("NGO", f"org:o{at}", words), Party("Event", f"event:e{at}", words)
    states = [Party("State", "state:CHL", words), Party("State", "state:EGY", words)]
    claims = [told("SUPPORTS_BAN", end, ban, topic=words[:100], modality="stated") for end in (person, ngo, *states)]
    claims += [
        told("SUPPORTS_BAN", group, ban, quantifier="some"), told("OPPOSES_BAN", states[0], ban), told("SPOKE_ON", person, control),
        told("AFFILIATED_WITH", person, ngo), told("PARTICIPATED_IN", ngo, meeting, role=words[:60]), told("PARTICIPATED_IN", states[0], meeting),
        told("DEFINES", ngo, control), told("MENTIONS", read, control), told("CITES", read, Party("Document", f"doc:cited{at}", words)),
        told("RECOMMENDS", read, Party("Recommendation", f"rec:r{at}", words[:100]), addressee=(words[:60],), topic=words[:60]),
    ]  # fmt: skip
    return Extraction(own, (heading, text), tuple(claims), (Skipped(f"{name} ¶1", words[:200], words[:200]),))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory) -> Iterator[Dashboard]:
    """The dashboards of a graph in which all that a document can say is a payload."""
    workspace = Workspace(tmp_path_factory.mktemp("hostile"))
    keep(workspace, *(hostile_document(at, payload) for at, payload in enumerate(PAYLOADS)))
    with serving(workspace.folder) as server:
        yield server


SCRIPT, PICTURE, LONG = 0, 1, PAYLOADS.index("a" * 10_000)
#: A page, and what must be seen there.
PLACES = {
    "home": "",
    "positions": "positions?holder=state:CHL",
    "positions of a person": f"positions?holder=person:p{PICTURE}",
    "network": f"network?id=person:p{SCRIPT}&node=person:p{SCRIPT}",
    "network of a long name": f"network?id=org:o{LONG}&node=org:o{LONG}",
    "actors": "actors",
    "an actor": f"actors?id=person:p{SCRIPT}&object={BAN}",
    "a long name": f"actors?id=org:o{LONG}&object={BAN}",
    "a state": f"actors?id=state:CHL&object={BAN}",
    "a group": f"actors?id=group:g{PICTURE}",
    "concepts": "concepts",
    "a concept": "concepts?id=concept:meaningful-human-control",
    "a proposal": f"concepts?id={BAN}&holder=person:p{SCRIPT}&target={BAN}",
    "events": "events",
    "an event": f"events?id=event:e{SCRIPT}",
    "a long event": f"events?id=event:e{LONG}",
    "documents": "documents",
    "reader": "documents?" + urlencode({"id": f"doc:00 {PAYLOADS[0][:60].replace('/', '_')}"}),
    "long reader": "documents?" + urlencode({"id": f"doc:{LONG:02d} {'a' * 60}", "beside": 1}),
    "recommendations": "recommendations?shown=100",
    "reports": "reports",
    "a report": "reports?name=contested-positions",
    "console": "console?" + urlencode({"q": "MATCH (n:Document) RETURN n.name AS `<img src=x onerror=window.hurt=1>`, n"}),
    "upload": "upload",
    "reader of a picture": "documents?" + urlencode({"id": f"doc:{PICTURE:02d} {PAYLOADS[PICTURE][:60].replace('/', '_')}", "beside": 1}),
    "a proposal with a person": f"concepts?id={BAN}&holder=person:p{PICTURE}",
    "a person written from the right": "actors?id=person:p33",
    "a report on all edges": "reports?name=edge-list",
}
ATTACK = quote(PAYLOADS[PICTURE])
#: Addresses that hold an attack where the page expects an id, a name or a number.
ADDRESSES = [
    "documents?doc=01&beside=1",
    f"documents?doc={ATTACK}&at={ATTACK}&claim={ATTACK}&show={ATTACK}&part=-9",
    f"concepts?id={ATTACK}&holder={ATTACK}",
    f"actors?id=state:CHL&object={ATTACK}&kind={ATTACK}&region={ATTACK}",
    f"actors?id=state:CHL&object={BAN}&date={ATTACK}",
    f"actors?kind={ATTACK}&region={ATTACK}",
    f"events?id={ATTACK}",
    f"recommendations?topic={ATTACK}&addressee={ATTACK}&shown=-5",
    f"reports?name={ATTACK}",
    f"reports?name=evidence&p=subject%3D{ATTACK}&p={ATTACK}",
    f"console?q={quote(f'RETURN {PAYLOADS[PICTURE]!r} AS `{PAYLOADS[PICTURE]}`')}",
    f"console?q={ATTACK}&example={ATTACK}",
]
FINE = """[window.hurt === undefined, document.documentElement.scrollWidth <= innerWidth,
  (main => main.scrollWidth <= main.clientWidth + 1)(document.querySelector("[data-testid=stMain]")),
  document.querySelectorAll(
    "[data-testid=stMain] :is(script, iframe, [onerror], [onload], [onmouseover], [href^='javascript:' i], [src=x])").length]"""


@pytest.fixture
def watched(browser, hostile) -> Iterator[Any]:
    """Opens a page of the hostile dashboards; nothing may have run there, nothing be wider than the window."""
    with guarded(browser) as page:
        dialogs: list[str] = []
        page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))

        def opened(path: str) -> Any:
            page.goto(f"{hostile.url}/{path}")
            drawn(page)
            page.wait_for_timeout(200)  # what would run late has had its time
            assert page.evaluate(FINE) == [True, True, True, 0]
            assert page.locator(".st-key-trouble").count() == 0
            return page

        yield opened
        assert page.evaluate("window.hurt === undefined")
        assert dialogs == []


class TestInABrowser:
    pytestmark = IN_BROWSER

    @pytest.mark.parametrize("path", PLACES.values(), ids=PLACES)
    def test_nothing_runs_and_the_layout_holds(self, watched, path):
        watched(path)

    @pytest.mark.parametrize("path", ADDRESSES)
    def test_an_attack_in_the_address_is_text(self, watched, path):
        watched(path)

    @pytest.mark.parametrize("language", ["zh", "ko"])
    def test_nothing_runs_in_other_languages(self, watched, language):
        for path in ("positions?holder=state:CHL", f"actors?id=person:p{SCRIPT}"):
            watched(f"{path}&lang={language}")

    def test_the_layout_holds_on_a_telephone(self, watched):
        watched("").set_viewport_size({"width": 400, "height": 800})
        for path in (f"actors?id=org:o{LONG}", "positions", f"events?id=event:e{LONG}", PLACES["long reader"]):
            watched(path)

    def test_payloads_are_shown_as_text(self, watched):
        for at in (SCRIPT, PICTURE, PAYLOADS.index("{{constructor.constructor('window.hurt=1')()}}"), PAYLOADS.index("$\\alpha$ $$x$$"),
                   PAYLOADS.index(":material/bomb: :smile: :red[red]"), PAYLOADS.index("&lt;b&gt; &amp; &#60;")):  # fmt: skip
            page = watched(f"actors?id=person:p{at}&object={BAN}")
            expect(page.get_by_role("heading", level=1)).to_have_text(PAYLOADS[at])
            expect(page.locator(".st-key-panel blockquote mark").first).to_have_text(PAYLOADS[at][:100])
            expect(page.locator(".st-key-trail")).to_contain_text(PAYLOADS[at])  # a Markdown label
            assert page.locator(".st-key-trail").inner_text().count(PAYLOADS[at]) == 1
            assert page.locator("[data-testid=stMain] .katex").count() == 0

    def test_the_search_shows_what_it_finds_as_text(self, watched):
        page = watched("")
        for words in ("<", "$", ":material", "{{", "=", "\u202e", "a" * 150):
            page.get_by_role("searchbox").fill(words)
            expect(page.locator(".st-key-suggestions")).to_be_visible()
            page.wait_for_timeout(300)
            assert page.evaluate(FINE) == [True, True, True, 0]

    @pytest.mark.parametrize(
        "name", ["", "positions", "network", "actors", "concepts", "events", "documents", "recommendations", "reports", "console", "upload"]
    )
    def test_an_address_runs_nothing(self, watched, name):
        keys = [
            "id",
            "doc",
            "holder",
            "object",
            "region",
            "name",
            "p",
            "q",
            "node",
            "edge",
            "session",
            "topic",
            "show",
            "claim",
            "lang",
            "expand",
            "pin",
        ]
        given = (PAYLOADS[SCRIPT], PAYLOADS[PICTURE], "[a](javascript:window.hurt=1) $x$ :red[a] {{1}}", "\u202e\x00\x01'\";--", "a" * 2_000)
        for turn in range(2):
            watched(f"{name}?" + urlencode({key: given[(at + turn) % len(given)] for at, key in enumerate(keys)}, quote_via=quote))

    @pytest.mark.parametrize(
        "path", ["positions", "actors", "documents", "recommendations", "events?id=event:e25", "reports?name=contested-positions"]
    )
    def test_files_taken_away_hold_no_formula(self, watched, path):
        page = watched(path)
        with page.expect_download() as download:
            page.get_by_role("button", name="Download CSV").first.click()
        rows = list(csv.reader(io.StringIO(download.value.path().read_text(encoding="utf-8-sig"), newline="")))
        assert len(rows) > 1
        assert [cell for row in rows for cell in row if runs(cell)] == []
