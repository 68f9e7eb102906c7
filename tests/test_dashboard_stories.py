"""The four stories that must be effortless, end to end in a browser on the sample documents: analyst, student, scripter, sceptic."""

from __future__ import annotations

import csv
import io
import re
import shlex
import subprocess
import sys
from typing import Any

from playwright.sync_api import expect

from graph.queries import load_reports
from graph.settings import CYPHER
from graph.store import open_store
from tests.attention import settled
from tests.dashboard_server import IN_BROWSER, ROOT

pytestmark = IN_BROWSER
SENTENCE = re.compile(r"(\d+) states are recorded as supporting")
CONTROL = "concept:meaningful-human-control"


def sentence(page: Any) -> str:
    return str(page.locator(".r-lead").first.inner_text())


def downloaded(page: Any, button: str = "Download CSV") -> list[list[str]]:
    with page.expect_download() as download:
        page.get_by_role("button", name=button).first.click()
    return list(csv.reader(io.StringIO(download.value.path().read_text(encoding="utf-8-sig"), newline="")))


def test_an_analyst_answers_and_defends(visit):
    """Positions, a state, its words, the reader and back with everything as it was; then a region, its link and its file."""
    page = visit("positions?as_of=2019")
    whole = sentence(page)
    assert int(SENTENCE.search(whole)[1]) > 10
    page.locator(".map [aria-label^=Egypt]").click()
    panel = page.locator(".st-key-panel")
    expect(panel.get_by_role("heading", name="Egypt")).to_be_visible()
    quotes = panel.locator(".r-quote")
    words = quotes.first.locator("blockquote mark").inner_text()
    expect(quotes.first.locator(".r-source")).to_have_text(re.compile(r".+ · \d{4}.* · confidence [01]"))
    before = page.url
    panel.get_by_role("link", name="Open in reader").first.click()
    page.wait_for_url(re.compile("/documents"))
    expect(page.locator(".words mark.chosen").first).to_be_visible()
    assert words in "".join(page.locator(".words mark.chosen").all_text_contents())
    page.go_back()
    expect(panel.get_by_role("heading", name="Egypt")).to_be_visible()
    assert (settled(page).url, sentence(page)) == (before, whole)

    page.get_by_label("Region").select_option("Africa")
    expect(page.locator(".r-lead").first).to_contain_text("Africa, up to 2019:")
    page.get_by_role("button", name="Link to this view").click()
    address = page.get_by_role("textbox", name="Link to this view").input_value()
    rows = downloaded(page)
    other = visit(address.split("/", 3)[3])
    assert sentence(other) == sentence(page)
    expect(other.locator(".st-key-panel").get_by_role("heading", name="Egypt")).to_be_visible()
    assert downloaded(other) == rows
    supporters = {row[0] for row in rows[1:] if row[rows[0].index("stance")] == "supports"}
    assert len(supporters) == int(SENTENCE.search(sentence(page))[1])


def test_a_student_wanders_and_finds_the_way_back(visit):
    """The same concept by its name in three languages; its names, passages and neighbours; the trail leads back."""
    page = visit()
    for words in ("人实际控制", "의미 있는 인간 통제", "meaningful human control"):
        page.locator(".r-pages").get_by_role("link", name="Home", exact=True).click()
        expect(page.locator(".st-key-thin")).to_be_visible()
        page.get_by_role("searchbox").fill(words)
        page.locator(".st-key-suggestions a").filter(has_text="meaningful human control").first.click()
        page.wait_for_url(re.compile(f"concepts.*{CONTROL.partition(':')[2]}"))
        expect(page.get_by_role("heading", level=1)).to_have_text("meaningful human control")
        expect(page.get_by_role("searchbox")).to_have_value("")
    expect(page.locator(".r-names")).to_contain_text("中文")
    expect(page.locator(".r-names")).to_contain_text("의미 있는 인간 통제")
    expect(page.locator(".r-quote blockquote mark", has_text="meaningful human control").first).to_be_visible()  # where it is discussed
    expect(page.locator(".st-key-speakers")).to_contain_text("Richard Moyes")
    expect(page.locator(".st-key-around_broader")).to_contain_text("human control")
    expect(page.locator(".st-key-around_distinct")).to_contain_text("appropriate human judgment")
    page.wait_for_selector(".net[data-ready]")  # the neighbours
    page.locator(".st-key-around_distinct a").first.click()
    page.wait_for_url(re.compile("human-judgment"))
    page.get_by_role("searchbox").fill("埃及")
    page.locator(".st-key-suggestions a").filter(has_text="Egypt").first.click()
    page.wait_for_url(re.compile("EGY"))
    trail = page.locator(".st-key-trail a")
    expect(trail.last).to_have_text("Egypt")
    trail.filter(has_text="meaningful human control").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("meaningful human control")


def test_a_scripter_has_the_same_rows_on_the_command_line(visit, dashboard_workspace):
    """A report, its form, its table as a file; the command line that the page shows gives the same rows."""
    page = visit("reports")
    page.get_by_role("textbox", name="Find a report").fill("backs")
    page.get_by_role("textbox", name="Find a report").press("Enter")
    page.locator(".st-key-report_who-backs-a-ban a").click()
    page.wait_for_url(re.compile("name=who-backs-a-ban"))
    page.locator("[class*=st-key-who-backs-a-ban_as_of] input").fill("2019")
    page.locator("[class*=st-key-who-backs-a-ban_as_of] input").press("Enter")
    expect(page).to_have_url(re.compile("as_of%3D2019"))
    command = page.locator(".stCode").first
    expect(command).to_contain_text("--param as_of=2019")
    rows = downloaded(page)
    program, *arguments = shlex.split(command.inner_text())
    assert program == "rapporteur"
    asked = [sys.executable, str(ROOT / "rapporteur.py"), *arguments, "--workspace", str(dashboard_workspace)]
    if "--format" not in arguments:
        asked += ["--format", "csv"]
    printed = subprocess.run(asked, check=True, capture_output=True, timeout=120).stdout.decode("utf-8")
    assert [[cell.removeprefix("'") for cell in row] for row in rows] == list(csv.reader(io.StringIO(printed, newline="")))
    assert len(rows) > 10


def test_a_sceptic_sees_what_it_rests_on(visit, dashboard_workspace):
    """Home says what is there, what was left out and why, and what rests on little; the numbers are the graph's."""
    page = visit()
    with open_store(dashboard_workspace / "graph.kgl") as store:
        claims, passages = (store.read(f"MATCH (n:{kind}) RETURN count(n)").rows[0][0] for kind in ("Claim", "Passage"))
        thin = load_reports(CYPHER / "pages")["thin-positions"]
        resting = len(store.read(thin.cypher, thin.check({})).rows)
    assert f"{claims:,}" in sentence(page)
    assert f"{passages:,}" in sentence(page)
    page.get_by_role("heading", name="How sure is this?").wait_for()
    expect(page.get_by_role("heading", name="Left out while reading")).to_be_visible()
    expect(page.locator("table", has=page.locator("caption", has_text="Left out while reading")).locator("tbody tr").first).to_be_visible()
    page.locator(".st-key-thin summary").click()
    rows = downloaded(page)
    assert len(rows) - 1 == resting > 0
    page.locator(".r-disagreed a").first.click()
    page.wait_for_url(re.compile("positions.*holder="))
    expect(page.locator(".st-key-panel .r-quote").nth(1)).to_be_visible()  # the words on either side
