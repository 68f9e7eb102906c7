"""The pages of documents, concepts, actors, reports, console and upload in a real browser: the ways a reader takes through them."""

import csv
import io
import re

import pytest
from playwright.sync_api import expect

from graph.settings import DATA
from graph.store import open_store
from tests.dashboard_server import IN_BROWSER, drawn, guarded, serving

pytestmark = IN_BROWSER
EGYPT = "MATCH (s:State {id: 'state:EGY'})<-[:SUBJECT]-(c:Claim) RETURN c.id AS id, c.doc AS doc, c.loc AS loc, c.quote AS quote ORDER BY id"


@pytest.fixture(scope="session")
def a_claim(dashboard_workspace):
    with open_store(dashboard_workspace / "graph.kgl") as store:
        table = store.read(EGYPT)
    return dict(zip(table.columns, table.rows[0], strict=True))


def within(page, inner, outer):
    """Whether an element lies in the visible part of another."""
    one, other = page.locator(inner).first.bounding_box(), page.locator(outer).first.bounding_box()
    return other["y"] <= one["y"] and one["y"] + one["height"] <= other["y"] + other["height"] + 1


def test_a_link_to_a_claim_marks_its_words_and_brings_them_into_sight(visit, a_claim):
    page = visit(f"documents?doc={a_claim['doc']}&at={a_claim['loc']}&claim={a_claim['id']}")
    expect(page.locator("mark.chosen").first).to_be_visible()
    assert "".join(text for text in page.locator(".words mark.chosen").all_text_contents()).endswith(a_claim["quote"])
    expect(page.locator("article.chosen q")).to_have_text(a_claim["quote"])
    assert within(page, "mark.chosen", ".text")
    assert within(page, "article.chosen", ".claims")


def test_a_locator_alone_leads_to_its_passage(visit, a_claim):
    page = visit(f"documents?doc={a_claim['doc']}&at={a_claim['loc']}")
    expect(page.locator(".passage.sought .place")).to_have_text(a_claim["loc"])
    assert page.locator("mark.chosen").count() == 0


def test_claims_and_words_lead_to_one_another_and_back(visit, a_claim):
    page = visit(f"documents?doc={a_claim['doc']}")
    page.locator("article > button").nth(4).click()
    page.wait_for_url(re.compile("claim="))
    first = page.locator("article.chosen").get_attribute("data-claim")
    assert within(page, "mark.chosen", ".text")
    page.locator(".words mark:not(.chosen)").nth(8).click()
    page.wait_for_function("first => !location.search.includes(encodeURIComponent(first))", arg=first)
    assert page.locator("article.chosen").get_attribute("data-claim") != first
    page.go_back()
    expect(page.locator(f'article.chosen[data-claim="{first}"]')).to_be_visible()


def test_only_some_evidence_is_marked_when_asked(visit, a_claim):
    page = visit(f"documents?doc={a_claim['doc']}")
    page.locator("article").first.wait_for()
    everything = page.locator("article").count()
    page.locator(".st-key-reader_show").get_by_role("button", name="supports").click()
    page.wait_for_url(re.compile("show=supports"))
    expect(page.locator("article")).not_to_have_count(everything)
    signs = set(page.locator("article .sign").all_text_contents())
    assert signs == {"＋"}


def test_the_original_stands_beside_on_demand(visit, a_claim):
    page = visit(f"documents?doc={a_claim['doc']}&claim={a_claim['id']}")
    page.locator(".st-key-reader_beside label").click()
    page.wait_for_url(re.compile("beside=1"))
    expect(page.locator(".original mark.chosen").first).to_be_visible()


def test_the_same_concept_is_found_in_three_languages_and_leads_on(visit):
    for words in ("meaningful human control", "人实际控制", "의미 있는 인간 통제"):
        page = visit()
        page.get_by_role("searchbox").fill(words)
        page.locator(".st-key-suggestions a").filter(has_text=re.compile("Concept")).first.click()
        page.wait_for_url(re.compile("concepts.*meaningful-human-control"))
        expect(page.get_by_role("heading", level=1)).to_have_text("meaningful human control")
    expect(page.locator(".r-names")).to_contain_text("의미 있는 인간 통제")
    expect(page.locator(".st-key-around_distinct")).to_contain_text("appropriate human judgment")
    page.locator(".st-key-around_distinct a").first.click()
    page.wait_for_url(re.compile("concepts.*human-judgment"))
    expect(page.get_by_role("heading", level=1)).to_have_text("appropriate human judgment")
    drawn(page).go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("meaningful human control")
    drawn(page).go_forward()
    expect(page.get_by_role("heading", level=1)).to_have_text("appropriate human judgment")
    drawn(page).locator(".st-key-trail").get_by_role("link", name="meaningful human control").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("meaningful human control")


def test_from_a_proposal_to_a_holders_words_to_the_reader_and_back(visit):
    page = visit("concepts?id=proposal:preemptive-ban")
    page.locator(".st-key-held_0_supports").get_by_role("button", name="Egypt").click()
    expect(page.locator(".st-key-panel")).to_contain_text("Egypt")
    page.locator(".st-key-panel").get_by_role("link", name="Open in reader").first.click()
    page.wait_for_url(re.compile("documents"))
    expect(page.locator("mark.chosen").first).to_be_visible()
    page.go_back()
    expect(page.locator(".st-key-panel")).to_contain_text("Egypt")


def test_an_actors_positions_open_their_words(visit):
    page = visit("actors?id=state:EGY")
    page.locator("[class*=st-key-position_open_] button").first.click()
    page.wait_for_url(re.compile("object="))
    expect(page.locator(".st-key-panel .r-quote").first).to_be_visible()


def test_a_report_can_be_taken_away_as_it_is_shown(visit):
    page = visit("reports?name=positions-of-an-actor&p=actor%3Dstate:EGY")
    expect(page.locator(".stCode").first).to_contain_text("--param actor=state:EGY")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download CSV").click()
    rows = list(csv.reader(io.StringIO(download.value.path().read_text(encoding="utf-8-sig"))))
    assert rows[0][:2] == ["proposal", "stance"]
    assert len(rows) > 1


def test_the_console_refuses_to_write_with_a_line(visit):
    page = visit("console")
    page.get_by_role("textbox", name="Question").fill("MATCH (n) DETACH DELETE n")
    page.get_by_role("button", name="Ask").click()
    expect(page.locator(".st-key-refused")).to_contain_text("only read")
    assert page.get_by_test_id("stException").count() == 0


def test_an_uploaded_document_is_in_the_graph(browser, tmp_path):
    sample = DATA / "sources" / "ban-positions-2020.txt"
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.7 nothing")
    with serving(tmp_path) as server, guarded(browser) as page:
        page.goto(f"{server.url}/upload")
        drawn(page).locator("input[type=file]").set_input_files([str(sample), str(tmp_path / "bad.pdf")])
        page.get_by_role("button", name="Read these documents").click()
        expect(page.get_by_role("heading", name="1 document was read")).to_be_visible(timeout=90_000)
        expect(page.get_by_test_id("stAlert")).to_contain_text("bad.pdf")
        expect(page.get_by_test_id("stMetricDelta").first).to_have_text(re.compile("1"))
        page.get_by_role("link", name="ban-positions-2020.txt").click()
        expect(page.locator(".passage").first).to_be_visible()
        page.goto(f"{server.url}/positions")
        expect(drawn(page).locator(".r-lead").first).to_contain_text("states")
