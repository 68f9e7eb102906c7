"""An actor's positions over time: dates as exact as they are known, a chart and a table of the same, and the way from a sign to its words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some
from playwright.sync_api import expect

from dashboards import history
from dashboards.history import UNDATED, Held, held, span
from dashboards.words import speaker
from tests.attention import still
from tests.builders import BAN


def row(target, stance, date, doc="a"):
    return {"object": target, "stance": stance, "date": date, "doc": doc}


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [("2016", 2016, 2017), ("2016-04", 2016.25, 2016.3333), ("2016-12-31", 2016.9973, 2017), ("2016-02-29", 2016.1638, 2016.1667)],
)
def test_a_date_is_as_long_as_it_is_inexact(date, start, end):
    assert span(date) == pytest.approx((start, end), abs=0.0001)


@given(some.dates())
def test_days_lie_in_their_months_and_years(day):
    year, month, whole = (span(each) for each in (f"{day:%Y}".zfill(4), f"{day:%Y-%m}".zfill(7), f"{day:%Y-%m-%d}".zfill(10)))
    assert year[0] <= month[0] <= whole[0] < whole[1] <= month[1] + 1e-9 <= year[1] + 2e-9


def test_positions_are_gathered_by_date_target_and_stance():
    rows = [
        row("p", "supports", "2019", "b"),
        row("p", "supports", "2019"),
        row("p", "opposes", None),
        row("q", "", "2016"),
        row("p", "opposes", "2016"),
    ]
    assert held(rows) == (
        Held("p", "opposes", "2016", ("a",), 1),
        Held("p", "supports", "2019", ("a", "b"), 2),
        Held("p", "opposes", "", ("a",), 1),
    )


def marks(rows):
    those = held(rows)
    drawn = history.chart(those, ["p", "q"], str.upper, speaker("en"))
    (values,) = drawn["datasets"].values()
    return drawn, values


def test_what_has_no_date_stands_apart_and_is_named():
    drawn, values = marks([row("p", "supports", "2019"), row("p", "opposes", None)])
    dated, undated = values
    assert (dated["date"], undated["date"]) == ("2019", UNDATED)
    low, last = drawn["layer"][1]["encoding"]["x"]["scale"]["domain"]
    assert low < undated["middle"] < 2019 <= dated["start"] < dated["end"] <= last
    assert "no date" in drawn["layer"][1]["encoding"]["x"]["axis"]["labelExpr"]


def test_without_any_date_there_is_a_chart_too():
    drawn, values = marks([row("p", "supports", None)])
    low, last = drawn["layer"][1]["encoding"]["x"]["scale"]["domain"]
    assert low < values[0]["middle"] < last


def test_stances_on_one_target_do_not_cover_each_other():
    _, values = marks([row("p", each, "2019") for each in ("supports", "opposes", "neither")] + [row("q", "opposes", "2019")])
    assert sorted((each["target"], each["level"]) for each in values) == [("p", 0), ("p", 1), ("p", 2), ("q", 1)]


def test_the_table_holds_what_the_chart_shows(app_test):
    table = app_test("actors", id="state:CHL").dataframe[0].value
    assert table[["date", "stance", "object"]].to_numpy().tolist() == [
        ["2016-04-15", "＋ supports", "pre-emptive ban"],
        ["2019-03", "− opposes", "pre-emptive ban"],
    ]


def text(app):
    return " ".join(each.proto.body for each in app.get("html"))


def test_all_stances_of_a_position_are_named(app_test):
    assert all(f'r-stance r-{each}"' in text(app_test("actors", id="state:CHL")) for each in ("supports", "opposes", "contested"))


def test_the_panel_is_narrowed_to_a_date_and_widened_again(app_test):
    app = app_test("actors", id="state:CHL", object=BAN, date="2019-03")
    assert "<mark>칠레는 반대</mark>" in text(app)
    assert "<mark>Chile is for it</mark>" not in text(app)
    app.button(key="all_dates").click().run()
    assert "<mark>Chile is for it</mark>" in text(app)


def signs(page):
    return page.locator(".stVegaLiteChart path[aria-roledescription=circle]")


@pytest.mark.slow
@pytest.mark.xdist_group("dashboards")
def test_a_click_on_a_sign_opens_its_words_and_back_closes_them(visit):
    page = visit("actors?id=state:CHN")
    expect(signs(page).first).to_be_visible()
    number = signs(page).count()
    assert number >= 4
    for _ in range(2):  # closed, the same sign opens them again
        still(signs(page).last).click()
        expect(page).to_have_url(re.compile("object=.*date="))
        panel = page.locator(".st-key-panel")
        expect(panel.locator("blockquote mark").first).to_be_visible()
        expect(panel).to_contain_text("Only what is recorded for")
        panel.get_by_role("button", name="Close").click()
        expect(panel).to_have_count(0)
    page.go_back()
    expect(panel).to_be_visible()
