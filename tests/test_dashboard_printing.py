"""Printing: what a page shows is on paper as a whole, and what can only be clicked is not."""

import pypdfium2
import pytest

from tests.dashboard_server import IN_BROWSER

pytestmark = IN_BROWSER


def printed(page):
    document = pypdfium2.PdfDocument(page.pdf())
    return [page.get_textpage().get_text_range() for page in document]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_positions_are_printed_with_the_words_that_are_open(visit, scheme):
    page = visit("positions?holder=state:EGY", color_scheme=scheme)
    page.wait_for_selector(".st-key-panel blockquote")
    words = bare("".join(printed(page)))  # letters that are set one by one come with blanks between
    assert "statesarerecordedassupporting" in words
    assert "Unnamedgroups" in words
    assert bare(page.locator(".st-key-panel blockquote mark").first.inner_text()) in words
    assert "Recommendations" not in words  # of the navigation
    assert "DownloadCSV" not in words


def bare(text):
    return "".join(text.split())


def test_a_document_is_printed_to_its_end(visit):
    page = visit("documents?doc=ban-positions-2020")
    page.wait_for_selector(".passage")
    last = page.locator(".passage").last.inner_text().split()[-1]
    pages = printed(page)
    assert len(pages) > 1
    assert any(last in each for each in pages)


def test_the_table_is_printed_with_all_its_rows(visit):
    page = visit("positions")
    page.locator("[data-part=table] tbody tr").first.wait_for()
    words = "".join("".join(printed(page)).split())
    number = int(page.locator("[data-part=table] table").get_attribute("aria-rowcount")) - 1
    names = page.locator("[data-part=table] tbody th").all_inner_texts()
    assert len(names) == number  # printing has drawn them
    assert [name for name in names if "".join(name.split()) not in words] == []
