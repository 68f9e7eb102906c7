"""What every page stands in, without a browser: navigation, search, language, and a store that is away."""

from dataclasses import replace
from functools import reduce

import pytest

from dashboards.sitemap import PAGES
from dashboards.trail import LENGTH, Step, extended
from tests.test_dashboard_positions import text_of


@pytest.mark.parametrize("page", [page.name for page in PAGES])
def test_every_page_shows(app_test, page):
    assert not app_test(page).warning


def test_the_search_box_finds_in_any_language(app_test):
    app = app_test()
    app.session_state["search"] = "칠레"
    assert '<a href="./actors?id=state%3ACHL" target="_self" class="r-link"><strong>Chile</strong> (칠레) · State' in text_of(app.run())


def test_the_language_is_kept_in_the_address(app_test):
    app = app_test(lang="zh")
    assert "&amp;lang=zh" in text_of(app)


def test_a_store_that_is_away_is_one_clear_message_until_it_is_back(app_test, small_workspace):
    away = small_workspace.store.with_suffix(".away")
    app = app_test()
    small_workspace.store.rename(away)
    try:
        app.session_state["search"] = "Chile"
        app.run()
        assert ["there is no graph yet" in each.value.replace("\\", "") for each in app.warning] == [True]
        assert not app.exception
    finally:
        away.rename(small_workspace.store)
    app.button(key="again").click().run()
    assert not app.warning


def test_the_trail_grows_at_its_end_and_keeps_places():
    one, two, *more = (Step(str(number), "concepts", (("id", str(number)),)) for number in range(LENGTH + 1))
    steps = extended(extended((), one), two)
    assert extended(steps, one) == steps
    renamed = replace(one, name="一")
    assert extended(steps, renamed) == (renamed, two)
    assert reduce(extended, more, steps) == (two, *more)
