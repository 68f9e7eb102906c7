"""Positions in a real browser: a state's words by a click on the map or in the table, back as it was, the view as a link and a file."""

import csv
import io
import re

import pytest
from playwright.sync_api import expect

from tests.attention import settled
from tests.dashboard_server import IN_BROWSER

pytestmark = IN_BROWSER
SENTENCE = re.compile(r"(\d+) states are recorded as supporting")


def supporters(page):
    return int(SENTENCE.search(page.locator(".r-lead").inner_text())[1])


def test_from_the_sentence_to_the_words_and_back(visit):
    """The analyst's two minutes."""
    page = visit("positions")
    everywhere = supporters(page)
    page.locator(".map [aria-label^=Egypt]").click()
    panel = page.locator(".st-key-panel")
    expect(panel.get_by_role("heading", name="Egypt")).to_be_visible()
    expect(panel.locator("blockquote mark").first).to_have_text(re.compile("이집트|埃及|Egypt"))
    expect(page).to_have_url(re.compile("holder=state%3AEGY"))
    page.get_by_label("Region").select_option("Africa")
    expect(page.locator(".r-lead")).to_contain_text("Africa:")
    assert 0 < supporters(page) < everywhere
    page.go_back()
    expect(page.locator(".r-lead")).not_to_contain_text("Africa:")
    page.go_back()
    expect(panel).to_have_count(0)
    assert supporters(settled(page)) == everywhere


def test_a_link_shows_the_view_again_and_the_file_holds_it(visit):
    page = visit("positions?region=Africa")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download CSV").click()
    assert download.value.suggested_filename == "positions-preemptive-ban-africa.csv"
    rows = list(csv.DictReader(io.StringIO(download.value.path().read_text(encoding="utf-8-sig"), newline="")))
    assert {row["region"] for row in rows} == {"Africa"}
    assert len({row["id"] for row in rows if row["stance"] == "supports"}) == supporters(page)
    page.get_by_role("button", name="Link to this view").click()
    address = page.get_by_role("textbox", name="Link to this view").input_value()
    assert address == page.url
    page.get_by_role("button", name="Copy").click()
    page.get_by_role("button", name="Copied").wait_for()
    page.keyboard.press("Escape")
    expect(page.get_by_role("textbox", name="Link to this view")).to_have_count(0)
    expect(page.get_by_role("button", name="Link to this view")).to_be_focused()


def rows(page):
    return page.locator("[data-part=table] tbody tr")


def test_a_cell_of_the_table_opens_what_that_source_says(visit):
    page = visit("positions?region=Africa")
    rows(page).filter(has_text="Algeria").get_by_role("button", name="supports").last.click()
    panel = page.locator(".st-key-panel")
    expect(panel.get_by_role("heading", name="Algeria")).to_be_visible()
    expect(panel).to_contain_text("Only what ")
    expect(page.locator("[data-part=table] td.picked")).to_have_count(1)
    panel.get_by_role("button", name="Show all sources").click()
    expect(panel).not_to_contain_text("Only what ")
    expect(page.locator("[data-part=table] td.picked")).to_have_count(0)
    panel.get_by_role("button", name="Close").click()
    expect(panel).to_have_count(0)
    expect(page.locator("[data-part=table] tr.picked")).to_have_count(0)


def test_the_table_is_sorted_and_opened_by_keyboard_alone(visit):
    """Tab leads into the table, arrows through it; the place is kept when the page has answered."""
    page = visit("positions")
    rows(page).first.wait_for()
    came = rows(page).first.get_attribute("data-row")
    head = page.get_by_role("button", name="State", exact=True)
    head.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(page.get_by_role("columnheader", name="State", exact=True)).to_have_attribute("aria-sort", "descending")
    names = rows(page).locator("th").all_inner_texts()
    assert names == page.evaluate("names => [...names].sort(new Intl.Collator().compare).reverse()", names)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    second = rows(page).nth(1)
    expect(second.get_by_role("rowheader").get_by_role("button")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-panel").get_by_role("heading", name=second.locator("th").inner_text())).to_be_visible()
    expect(second).to_have_class("picked")
    expect(second.locator("th button")).to_be_focused()
    head.press("Enter")
    expect(page.get_by_role("columnheader", name="State", exact=True)).to_have_attribute("aria-sort", "none")
    assert rows(page).first.get_attribute("data-row") == came


def test_the_first_rows_are_drawn_and_all_when_asked_for_or_needed(visit):
    page = visit("positions")
    rows(page).first.wait_for()
    number = int(page.locator("[data-part=table] table").get_attribute("aria-rowcount")) - 1
    drawn_first = rows(page).count()
    assert drawn_first < number
    page.get_by_role("button", name=f"Show all {number} states").click()
    expect(rows(page)).to_have_count(number)
    expect(rows(page).nth(drawn_first).locator("th button")).to_be_focused()
    last = rows(page).last
    chosen, name = last.get_attribute("data-row"), last.locator("th").inner_text()
    fresh = visit(f"positions?holder={chosen}")
    expect(fresh.locator(".sheet tr.picked")).to_have_text(re.compile(f"^{re.escape(name)}"))


def test_a_group_and_an_organisation_open_their_words(visit):
    page = visit("positions")
    group = page.locator("[data-part=groups] tbody button").first
    named = group.inner_text()
    group.click()
    panel = page.locator(".st-key-panel")
    expect(panel.locator("blockquote mark").first).not_to_be_empty()
    expect(page.locator("[data-part=groups] tr.picked")).to_contain_text(named)
    page.get_by_role("tab", name="Other holders").click()
    other = page.locator("[data-part=others] tbody button").first
    named = other.inner_text()
    other.click()
    expect(panel.get_by_role("heading", name=named)).to_be_visible()
    page.go_back()
    expect(page.locator("[data-part=others] tr.picked")).to_have_count(0)


@pytest.mark.parametrize("width", [1440, 600])
def test_nothing_is_wider_than_the_window(visit, width):
    page = visit("positions?holder=state:EGY&lang=ko", viewport={"width": width, "height": 900})
    expect(page.locator(".st-key-panel blockquote").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_titles_name_the_page(visit):
    page = visit("positions?lang=zh")
    expect(page).to_have_title("立场 · Rapporteur")


def test_the_keyboard_alone_chooses_region_year_and_table(visit):
    page = visit("positions")
    page.get_by_label("Region").press("A")  # a box to choose from takes first letters
    expect(page.locator(".r-lead")).to_contain_text("Africa:")
    expect(page.get_by_label("Region")).to_be_focused()
    page.get_by_label("As of").press("ArrowLeft")
    expect(page.locator(".r-lead")).to_contain_text("up to")
    expect(page.get_by_label("As of")).to_have_attribute("aria-valuetext", re.compile(r"^\d{4}$"))
    page.get_by_role("tab", name="States").press("ArrowRight")
    expect(page.get_by_role("tab", name="Other holders")).to_be_focused()
    expect(page.locator("[data-part=others] tbody tr").first).to_be_visible()
    expect(page).to_have_url(re.compile("region=Africa.*as_of=.*tab=others"))
