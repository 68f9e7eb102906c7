"""Positions: what is counted, what is shown, what can be taken away."""

import csv
import io
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dashboards import atlas, comparison, stances, timeline
from dashboards.comparison import Source, cell, export
from dashboards.downloads import csv_bytes
from dashboards.look import CONTESTED, NEITHER, OPPOSES, SUPPORTS
from dashboards.outlines import WIDE, outlines, place
from dashboards.stances import ORDER, Record
from dashboards.words import speaker
from graph.settings import ROOT
from graph.tables import Table
from tests.builders import BAN


def record(holder, stance, doc="000", date="2016", **rest):
    return Record(
        **{
            "holder": holder,
            "kind": "State",
            "iso3": holder[-3:],
            "region": "Africa",
            "quantifier": None,
            "noun": None,
            "stance": stance,
            "doc": doc,
            "date": date,
            "claims": 1,
            "inferred": 0,
            "reported": 0,
            "confidence": 0.9,
            "quote": "words",
            "place": f"{doc} ¶1",
            "via": None,
            **rest,
        }
    )


RECORDS = (
    record("state:CHL", SUPPORTS, region="Americas"),
    record("state:CHL", OPPOSES, "001", "2019", region="Americas", reported=1),
    record("state:EGY", SUPPORTS, "001", "2019-03", inferred=1),
    record("state:GBR", NEITHER, "001", None, region="Europe"),
)


def test_a_contested_state_counts_under_each_of_its_stances():
    assert stances.counts(stances.holders(RECORDS)) == {SUPPORTS: 2, OPPOSES: 1, NEITHER: 1, CONTESTED: 1}


@pytest.mark.parametrize(
    ("as_of", "left"),
    [("", 4), ("2016", 1), ("2018", 1), ("2019", 3), ("2019-02", 2), ("2015", 0)],
)
def test_as_of(as_of, left):
    assert len(stances.until(RECORDS, as_of)) == left


def test_years_and_sources():
    assert stances.years(RECORDS) == ("2016", "2019")
    assert stances.by_year(RECORDS) == [("", NEITHER, 1), ("2016", SUPPORTS, 1), ("2019", SUPPORTS, 1), ("2019", OPPOSES, 1)]
    assert stances.sources(stances.holders(RECORDS)) == ("001", "000")


@pytest.mark.parametrize(
    ("holder", "doc", "text"),
    [("state:CHL", "000", "＋"), ("state:CHL", "001", "− r"), ("state:EGY", "001", "＋ i"), ("state:EGY", "000", "")],
)
def test_cells(holder, doc, text):
    held = {each.id: each for each in stances.holders(RECORDS)}
    assert cell(held[holder].within(doc)) == text


def test_the_table_says_in_words_what_its_signs_mean():
    """Each cell of a document bears signs, their colour and what they mean; nothing turns the direction of the text."""
    those, sources = stances.holders(RECORDS), [Source("000", "Report"), Source("001", "List")]
    told = json.loads(comparison.table(those, sources, lambda holder: f"‮{holder.id}", speaker("en")))
    assert [(each["key"], each["opens"], each["number"]) for each in told["columns"]] == [
        (":name", True, False), (":stance", True, False), ("000", True, False), ("001", True, False),
        ("since", False, False), ("region", False, False), ("claims", False, True),
    ]  # fmt: skip
    chile, egypt, _ = told["rows"]
    assert chile == [
        "state:CHL", "state:CHL", ["⚡ supports, opposes", "supports+opposes", ""], ["＋", "supports", "000: supports"],
        ["− r", "opposes", "001: opposes, reported by another"], "2016", "Americas", 2,
    ]  # fmt: skip
    assert egypt[3] == ""
    assert egypt[4] == ["＋ i", "supports", "001: supports, table columns inferred"]


@given(some.lists(some.sampled_from([(holder, stance) for holder in ("state:CHL", "state:EGY") for stance in ORDER]), max_size=6))
def test_every_holder_is_under_one_look(held):
    records = [record(*each) for each in held]
    for each in stances.holders(records):
        assert (each.look == CONTESTED) == (len({one.stance for one in records if one.holder == each.id}) > 1)


def test_every_state_is_on_the_map():
    """Drawn as a country, or as a dot."""
    from extract.names import load_names

    states = {entity.properties["iso3"] for entity in load_names().entities if entity.kind == "State"}
    assert states - set(atlas.countries().values()) - set(atlas.points()) == set()
    assert set(atlas.points()) & set(atlas.countries().values()) == set()


def test_the_map_asks_for_nothing_from_elsewhere():
    spots = [atlas.Spot("CHL", "<b>Chile", (SUPPORTS, OPPOSES), "contested"), atlas.Spot("VAT", "Holy See", (SUPPORTS,), "supports")]
    assert "http" not in json.dumps(atlas.world(spots, language="zh", silent="无记载")) + atlas.drawing()


def test_each_state_on_the_map_has_its_name_words_and_look():
    spots = [atlas.Spot("CHL", "Chile", (SUPPORTS, OPPOSES), "⚡ contested", faint=True), atlas.Spot("VAT", "Holy See", (SUPPORTS,), "＋ supports")]
    shown = atlas.world(spots, language="zh", silent="无记载")
    drawn = set(re.findall('data-iso3="(...)"', atlas.drawing()))
    assert drawn == set(shown["states"]) >= {"CHL", "VAT", "EGY"}
    assert [shown["states"][each] for each in ("CHL", "VAT", "EGY")] == [
        ["Chile", "⚡ contested", "supports+opposes", 1], ["Holy See", "＋ supports", "supports", 0], ["埃及", "无记载", "", 0],
    ]  # fmt: skip
    assert {look: len(colours) for look, colours in shown["looks"].items()} == {"supports": 1, "supports+opposes": 2}


@pytest.mark.parametrize(("latitude", "longitude"), [(0, 180), (0, -180), (84, 0), (-57, 0)])
def test_the_map_is_as_wide_as_the_world(latitude, longitude):
    """Corners of the Equal Earth projection: its published width to height of 2.05458."""
    x, y = place(latitude, longitude)
    assert abs(x) == (WIDE // 2 if longitude else 0)
    assert abs(y) <= WIDE / 2.05458 / 2
    assert place(90, 0)[1] == pytest.approx(-WIDE / 2.05458 / 2, abs=1)


@given(some.floats(-85, 85), some.floats(-179, 178))
def test_north_is_above_and_east_to_the_right(latitude, longitude):
    assert place(latitude, longitude)[0] <= place(latitude, longitude + 1)[0]
    assert place(latitude, longitude)[1] >= place(latitude + 1, longitude)[1]


def test_lines_are_put_together_in_either_direction():
    square = {
        "transform": {"scale": [1, 1], "translate": [0, 0]}, "arcs": [[[0, 0], [20, 0], [0, 10]], [[0, 0], [0, 10], [20, 0]]],
        "objects": {"land": {"geometries": [{"type": "Polygon", "arcs": [[0, -2]], "id": "1"}, {"type": "MultiPolygon", "arcs": [[[1, -1]]]}]}},
    }  # fmt: skip
    (one, there), (other, back) = outlines(square, "land")
    assert (one, other) == ("1", "")
    x, y = place(10, 20)
    assert there == f"M0,0l{place(0, 20)[0]},0 {x - place(0, 20)[0]},{y} {place(10, 0)[0] - x},0 {-place(10, 0)[0]},{-y}z"
    assert back.startswith("M0,0l0,") or back.startswith(f"M0,0l{place(10, 0)[0]},")


def test_a_shape_on_the_180th_meridian_stays_whole():
    """Neither half of it is drawn at the other end of the world."""
    longest = {
        code: max(abs(int(step.split(",")[0])) for line in path.split("z") for step in line.partition("l")[2].split()) for code, path in countries()
    }
    assert max(longest.values()) < WIDE / 8


def countries():
    topology = json.loads((ROOT / "dashboards" / "assets" / "countries-110m.json").read_text(encoding="utf-8"))
    return [(code, path) for code, path in outlines(topology, "countries") if path and code != "010"]


def test_bars_bear_sign_number_and_words():
    drawn = timeline.bars([("", NEITHER, 1), ("2016", SUPPORTS, 4), ("2016", OPPOSES, 2)], "over <time>", speaker("en"))
    assert drawn.count("r-undated") == 1
    assert [float(height) for height in re.findall("height:([0-9.]+)%", drawn)] == [25, 100, 50]
    assert "2016 · opposes · " in drawn
    assert "−\n2" in drawn
    assert "<time>" not in drawn


@pytest.mark.parametrize("text", ["=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "＋1"])
def test_no_cell_runs_as_a_formula(text):
    written = csv_bytes(Table(("name",), ((text,),))).decode("utf-8-sig")
    (cells,) = list(csv.reader(io.StringIO(written, newline="")))[1:]
    assert cells == ["'" + text]


def test_the_file_holds_what_the_filter_leaves():
    table = export(stances.holders(RECORDS[:2]), lambda holder: "Chile, Republic of")
    written = csv_bytes(table)
    assert written.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"), newline="")))
    assert [(row["name"], row["stance"], row["contested"], row["document"]) for row in rows] == [
        ("Chile, Republic of", "supports", "true", "000"),
        ("Chile, Republic of", "opposes", "true", "001"),
    ]


def address_of(app):
    return {key: value if isinstance(value, str) else value[-1] for key, value in app.query_params.items()}


def text_of(app):
    return " ".join(each.proto.body for each in app.get("html"))


def test_the_sentence_has_true_numbers(app_test):
    said = text_of(app_test("positions"))
    assert "1 state is recorded as supporting “pre-emptive ban”, 2 as opposing it, 1 as neither; 1 of them is contested." in said
    assert "Sources: 2 documents, 2016–2019." in said


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ({"region": "Africa"}, "Africa: </strong>0 states are recorded as supporting “pre-emptive ban”, 0 as opposing it, 1 as neither"),
        ({"as_of": "2016"}, "up to 2016: </strong>1 state is recorded as supporting “pre-emptive ban”, 0 as opposing it, 1 as neither; 0 of them"),
    ],
    ids=["region", "as of"],
)
def test_filters_stand_in_the_address(app_test, address, said):
    assert said in text_of(app_test("positions", **address))


def test_a_state_s_words(app_test):
    said = text_of(app_test("positions", holder="state:CHL"))
    assert '<blockquote lang="ko" dir="auto">It is written: <mark>칠레는 반대</mark>.' in said
    assert "via Liu &amp; Moodie 2019 · confidence 0.7" in said
    assert "The documents disagree" in said


def test_groups_and_others_have_their_own_places(app_test):
    groups, others = tables_of(app_test("positions", tab="others"))[-1::-1]
    assert groups == [["group:delegations/some/000", "Some: delegations", ["＋ supports", "supports", ""], "000"]]
    assert others == [
        ["org:pax", "PAX", ["＋ supports", "supports", ""], "NGO"], ["person:jane-doe", "Jane Doe", ["− opposes", "opposes", ""], "Person"],
    ]  # fmt: skip
    assert "PAX wants it" in text_of(app_test("positions", tab="others", holder="org:pax"))


def tables_of(app):
    """The rows of the page's tables."""
    drawn = [json.loads(each.proto.bytes) for each in app.get("bidi_component")]
    return [part["content"]["rows"] for each in drawn for part in each.values() if isinstance(part, dict) and "content" in part]


def test_closing_the_panel_takes_it_out_of_the_address(app_test):
    app = app_test("positions", holder="state:CHL", region="Americas", proposal=BAN)
    app.button(key="close").click().run()
    assert address_of(app) == {"region": "Americas"}
