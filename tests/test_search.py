"""Names are found in every language, the best first, and alike in both stores, on the command line and in the dashboards."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dashboards import access
from graph.model import Graph, Node, Part
from graph.ontology import load_ontology
from graph.queries import load_reports
from graph.search import CONTAINS, EXACT, LONGEST, PREFIX, WORD, find_nodes, fold, names_from
from graph.settings import CYPHER
from graph.statements import name_properties, named_labels
from graph.store import Store, open_store
from tests.neo4j_server import Server

GRAPH = Graph(
    Part(
        (
            Node(
                "State",
                "state:KOR",
                {
                    "id": "state:KOR",
                    "name": "South Korea",
                    "name_zh": "韩国",
                    "name_ko": "한국",
                    "name_fr": "Corée du Sud",
                    "aliases": ["Republic of Korea"],
                },
            ),
            Node("State", "state:PRK", {"id": "state:PRK", "name": "North Korea", "name_zh": "朝鲜"}),
            Node("State", "state:CIV", {"id": "state:CIV", "name": "Côte d'Ivoire", "aliases": ["Ivory Coast"]}),
            Node("Person", "person:kor", {"id": "person:kor", "name": "Kor Ean"}),
            Node("Concept", "concept:x", {"id": "concept:x", "name": "C++ (a [language] && more)"}),
            Node("Claim", "claim:1", {"id": "claim:1", "name": "South Korea SUPPORTS_BAN ban"}),
        )
    )
)


@pytest.fixture(scope="module")
def default(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = open_store(tmp_path_factory.mktemp("search") / "graph.kgl")
    store.write(GRAPH)
    return store


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("South Korea", [("state:KOR", EXACT)]),
        ("kor", [("state:KOR", EXACT), ("person:kor", EXACT), ("state:PRK", WORD)]),
        ("korea", [("state:PRK", WORD), ("state:KOR", WORD)]),
        ("orea", [("state:PRK", CONTAINS), ("state:KOR", CONTAINS)]),
        ("SOUTH", [("state:KOR", PREFIX)]),
        ("  south   kor ", [("state:KOR", PREFIX)]),
        ("한국", [("state:KOR", EXACT)]),
        ("韩", [("state:KOR", PREFIX)]),
        ("国", [("state:KOR", CONTAINS)]),
        ("ＫＯＲＥＡ", [("state:PRK", WORD), ("state:KOR", WORD)]),
        ("d'iv", [("state:CIV", WORD)]),
        ("ivory c", [("state:CIV", PREFIX)]),
        ("state:CIV", [("state:CIV", EXACT)]),
        ("state:c", [("state:CIV", PREFIX)]),
        ("state", []),
        ("cote divoire", []),
        ("COTE D’IVOIRE", [("state:CIV", EXACT)]),
        ("cote d'ivoire", [("state:CIV", EXACT)]),
        ("CÔTE", [("state:CIV", PREFIX)]),
        ("kor-ean", [("person:kor", EXACT)]),
        ("Corée du Sud", [("state:KOR", EXACT)]),
        ("c++", [("concept:x", PREFIX)]),
        ("[language] &&", [("concept:x", WORD)]),
        ("'}) DETACH DELETE n //", []),
        ("\\", []),
        ("", []),
        ("SUPPORTS_BAN", []),
    ],
)
def test_names_in_the_default_store(default: Store, words: str, found: list[tuple[str, int]]) -> None:
    assert [(one.node.id, one.rank) for one in find_nodes(default, words)] == found


def test_only_so_many(default: Store) -> None:
    assert [one.node.id for one in find_nodes(default, "korea", limit=1)] == ["state:PRK"]


@pytest.mark.slow
def test_a_server_finds_the_same(neo4j: Server, default: Store, tmp_path: Path) -> None:
    with open_store(neo4j.url) as store:
        store.write(GRAPH)
        store.read("CALL db.index.fulltext.queryNodes('names', 'x') YIELD node RETURN node")
        for words in ("South Korea", "kor", "korea", "orea", "한국", "韩", "国", "d'iv", "c++", "[language] &&", "'}) DETACH", "\\", "AND", "a OR b"):
            for limit in (1, 20):
                assert find_nodes(store, words, limit=limit) == find_nodes(default, words, limit=limit), words


def test_the_query_knows_every_language_and_every_kind_with_a_name() -> None:
    query = load_reports(CYPHER / "pages")["names"]
    assert set(name_properties()) <= set(query.columns)
    assert {label for label in named_labels(load_ontology()) if f"'{label}'" in query.cypher} == set(named_labels(load_ontology())) - {
        "Recommendation"
    }


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


def found_in_memory(words):
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
def test_names_in_memory(words, ids):
    assert found_in_memory(words) == ids


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


@pytest.mark.parametrize("words", ["chile", "CHL", "state:CHL", "cote d'ivoire", "human-control", "인간 통제", "人", "pax", "doe", "ban", "zzz"])
def test_the_search_box_finds_the_same(small_workspace: Any, app_test: Any, words: str) -> None:
    app_test()
    with open_store(small_workspace.store) as store:
        assert access.names().find(words, limit=1000) == find_nodes(store, words, limit=1000)


def test_the_command_line_finds_the_same(small_workspace: Any, app_test: Any) -> None:
    app_test()
    command = [sys.executable, "rapporteur.py", "find", "칠레", "--format", "json", "--workspace", str(small_workspace.folder)]
    told = json.loads(subprocess.run(command, cwd=CYPHER.parent, check=True, capture_output=True, text=True, timeout=120).stdout)
    assert [(row["id"], row["matches"]) for row in told] == [(hit.node.id, hit.by) for hit in access.names().find("칠레")]
    assert told
