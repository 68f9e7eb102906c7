"""Names are found in every language, and alike in both stores."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.model import Graph, Node, Part
from graph.search import CONTAINS, EXACT, PREFIX, WORD, find_nodes
from graph.store import Store, open_store
from tests.neo4j_server import Server

GRAPH = Graph(
    Part(
        (
            Node(
                "State",
                "state:KOR",
                {"id": "state:KOR", "name": "South Korea", "name_zh": "韩国", "name_ko": "한국", "aliases": ["Republic of Korea"]},
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
        ("c++", [("concept:x", PREFIX)]),
        ("[language] &&", [("concept:x", WORD)]),
        ("'}) DETACH DELETE n //", []),
        ("\\", []),
        ("", []),
        ("SUPPORTS_BAN", []),
    ],
)
def test_names_in_the_default_store(default: Store, words: str, found: list[tuple[str, int]]) -> None:
    assert [(one.id, one.rank) for one in find_nodes(default, words)] == found


def test_only_so_many(default: Store) -> None:
    assert [one.id for one in find_nodes(default, "korea", limit=1)] == ["state:PRK"]


@pytest.mark.slow
def test_a_server_finds_the_same(neo4j: Server, default: Store, tmp_path: Path) -> None:
    with open_store(neo4j.url) as store:
        store.write(GRAPH)
        store.read("CALL db.index.fulltext.queryNodes('names', 'x') YIELD node RETURN node")
        for words in ("South Korea", "kor", "korea", "orea", "한국", "韩", "国", "d'iv", "c++", "[language] &&", "'}) DETACH", "\\", "AND", "a OR b"):
            for limit in (1, 20):
                assert find_nodes(store, words, limit=limit) == find_nodes(default, words, limit=limit), words
