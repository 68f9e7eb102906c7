"""What an address asks for and is not here is named on the page, with what to do; nothing else is shown in its place without a word."""

import pytest

from dashboards.strays import _MOST
from tests.builders import BAN


def notices(app):
    return [line for each in app.info for line in each.value.replace("\\", "").split("  \n")]


def text(app):
    return " ".join(each.proto.body for each in app.get("html"))


LEFT_OUT = [
    ("home", {"id": "state:CHL"}),
    ("upload", {"file": "a.txt"}),
    ("actors", {"id": "state:CHL", "object": "proposal:nobody"}),
    ("concepts", {"id": BAN, "holder": "state:XXX"}),
    ("concepts", {"id": BAN, "document": "999"}),
    ("documents", {"doc": "000", "part": "7"}),
    ("documents", {"doc": "000", "part": "two"}),
    ("documents", {"doc": "000", "show": "nonsense"}),
    ("documents", {"doc": "000", "beside": "yes"}),
    ("recommendations", {"regoin": "Africa"}),
    ("console", {"example": "no-such-query"}),
    ("actors", {"lang": "xx"}),
    ("positions", {"holder": "state:XXX"}),
    ("positions", {"as_of": "2016", "holder": "state:GBR"}),
    ("positions", {"holder": "state:CHL", "document": "999"}),
    ("network", {"kinds": "Dragon"}),
    ("network", {"as_of": "someday"}),
]
EMPTY = [
    ("actors", {"region": "Atlantis"}),
    ("actors", {"kind": "Dragon"}),
    ("positions", {"proposal": "proposal:none"}),
    ("positions", {"region": "Atlantis"}),
    ("positions", {"as_of": "12"}),
    ("network", {"document": "doc:none"}),
    ("network", {"region": "Atlantis"}),
    ("events", {"id": "event:meeting-2016", "role": "juggler"}),
    ("events", {"id": "event:meeting-2016", "session": "event:meeting-2016/none"}),
]


@pytest.mark.parametrize(("page", "address"), [*LEFT_OUT, *EMPTY], ids=str)
def test_what_is_not_here_is_named(app_test, page, address):
    field, value = list(address.items())[-1]
    app = app_test(page, **address)
    assert [f"{field}={value}" in line for line in notices(app)][-1:] == [True]
    ways = [each.proto for each in app.get("page_link") if each.proto.label == "Open the page without it"]
    assert [f"{field}=" in way.query_string for way in ways] == [False]


@pytest.mark.parametrize(("page", "address"), EMPTY, ids=str)
def test_nothing_is_shown_for_a_filter_that_is_not_here(app_test, page, address):
    app = app_test(page, **address)
    assert not app.dataframe
    assert 'class="r-lead"' not in text(app)


def test_the_way_on_keeps_the_rest(app_test):
    app = app_test("actors", region="Atlantis", kind="State")
    (way,) = [each.proto for each in app.get("page_link") if each.proto.label == "Open the page without it"]
    assert way.query_string == "kind=State"


def test_many_are_counted_and_long_ones_shortened(app_test):
    app = app_test("actors", **{f"p{number}": "x" * 400 for number in range(_MOST + 3)})
    assert notices(app)[-1] == "3 more values of the address are left out."
    assert max(map(len, notices(app))) < 250


def test_what_is_here_says_nothing(app_test):
    assert notices(app_test("actors", id="state:CHL", object=BAN)) == []
    assert notices(app_test("documents", doc="000", beside="1", show="supports")) == []


@pytest.mark.parametrize("page", ["actors", "concepts", "documents"])
def test_a_node_of_another_kind_has_the_way_to_its_page(app_test, page):
    app = app_test(page, id="event:meeting-2016")
    assert "event:meeting-2016" in text(app)
    assert any("2016" in each.proto.label and "eeting" in each.proto.label for each in app.get("page_link"))


def test_the_proposals_that_are_here_are_offered(app_test):
    app = app_test("positions", proposal="proposal:none")
    assert "pre\\-emptive ban" in [each.proto.label for each in app.get("page_link")]


@pytest.mark.parametrize("address", [{"id": "state:XXX"}, {"proposal": "proposal:none"}, {"node": "state:XXX"}], ids=str)
def test_the_network_names_what_it_does_not_have(app_test, address):
    assert next(iter(address.values())) in text(app_test("network", **address))


def test_a_report_on_something_unknown_names_it(app_test):
    app = app_test("reports", name="evidence", p="subject=state:XXX")
    assert ["state:XXX" in line for line in notices(app)] == [True]


def test_a_report_with_a_parameter_that_does_not_fit_gives_no_answer(app_test):
    app = app_test("reports", name="data-quality", p="below=much")
    assert len(app.warning) == 1
    assert not app.dataframe
