"""The search box finds names in any language, the best first."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dashboards import access
from dashboards.search import LONGEST, names_from
from graph.search import find_nodes, fold
from graph.store import open_store


def row(node, name, zh=None, ko=None, aliases=(), claims=0):
    return {"id": node, "kind": node.partition(":")[0], "name": name, "name_zh": zh, "name_ko": ko, "aliases": list(aliases), "claims": claims}


NAMES = names_from(
    [
        row("concept:mhc", "meaningful human control", "人实际控制", "의미 있는 인간 통제", ["significant human control"], 8),
        row("concept:control", "human control", "人的控制", "인간의 통제", claims=13),
        row("state:EGY", "Egypt", "埃及", "이집트", ["Arab Republic of Egypt"], 4),
        row("state:CIV", "Côte d’Ivoire", "科特迪瓦", None, ["Ivory Coast"]),
        row("org:icrac", "International Committee for Robot Arms Control", claims=2),
    ]
)


def found(words):
    return [hit.node.id for hit in NAMES.find(words)]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("meaningful human control", ["concept:mhc"]),
        ("Meaningful  Human-Control", ["concept:mhc"]),
        ("人实际控制", ["concept:mhc"]),
        ("의미 있는 인간 통제", ["concept:mhc"]),
        ("human control", ["concept:control", "concept:mhc"]),
        ("control", ["concept:control", "concept:mhc", "org:icrac"]),
        ("egy", ["state:EGY"]),
        ("cote d’ivoire", ["state:CIV"]),
        ("ＥＧＹＰＴ", ["state:EGY"]),
        ("   ", []),
        ("no such thing", []),
    ],
)
def test_find(words, ids):
    assert found(words) == ids


@pytest.mark.parametrize(
    "words", ["chile", "CHL", "state:CHL", "cote d'ivoire", "Egypte", "human-control", "인간 통제", "人", "pax", "doe", "ban", "zzz"]
)
def test_the_command_line_finds_the_same(small_workspace, app_test, words):
    """`rapporteur find` and the search box: the same nodes, each by a name that fits as well."""
    app_test()
    with open_store(small_workspace.store) as store:
        told = {(one.id, one.rank) for one in find_nodes(store, words, limit=1000) if one.label != "Recommendation"}
    assert {(hit.node.id, hit.rank) for hit in access.names().find(words, limit=1000)} == told


def test_the_name_that_was_meant_is_told():
    assert NAMES.find("ivory")[0].by == "Ivory Coast"


def test_kinds_narrow():
    assert [hit.node.id for hit in NAMES.find("control", kinds=["org"])] == ["org:icrac"]


def test_names_fall_back_to_the_english_one():
    assert (NAMES.of("org:icrac", "zh"), NAMES.of("state:EGY", "ko"), NAMES.of("state:XXX", "ko")) == (
        "International Committee for Robot Arms Control",
        "이집트",
        "state:XXX",
    )


@given(some.text())
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


def test_a_name_without_end_is_shown_shortened():
    names = names_from([row("org:long", "a" * 10_000, aliases=["b" * 10_000])])
    assert names.of("org:long", "en") == "a" * (LONGEST - 1) + "…"
    assert [len(hit.by) for hit in names.find("b" * 200)] == [LONGEST]
