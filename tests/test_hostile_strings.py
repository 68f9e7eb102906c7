"""Strings that break programs: as id, name and quote they are kept to the letter in both stores, or refused in a line that leaves all as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import RapporteurError
from graph.model import Edge, Graph, Node, Part
from graph.store import Store, open_store
from tests.neo4j_server import Server

LONG = "长" * 350_000  # more than a megabyte
STRINGS = [
    "'", '"', "''", '"""', "`", "``x``", "\\", "\\\\", "\\'", '\\"', "\\n", "\\u0027", "\n", "\r\n", "\t", "\0", "a\0b", "\x01\x1f\x7f", "\x85",
    "\u2028\u2029", "{id: 'x'}", "$rows", "${x}", "%s", "{0}", "row.id", "null", "NaN", "0", "-1e309", "true", "[]", " ", "  a  ",
    "' OR 1=1 //", "'}) DETACH DELETE n //", "x`}) MATCH (n) DETACH DELETE n //", "\\u0027}) MATCH (n) DETACH DELETE n //", "*/ MATCH (n) /*",
    "; DROP CONSTRAINT state_id", "LOAD CSV FROM 'file:///etc/passwd' AS x", "<script>alert(1)</script>", "../../etc/passwd", "\u202eevil\u202c",
    "\u200f\u200e", "\u200b", "\ufeffx", "e\u0301", "é", "ẞ", "İ", "🏳️‍🌈", "\U0010ffff", "\ue000", "ﷺ", "한국", "\u1112\u1161\u11ab",
    "智利", "\ud800", LONG,
]  # fmt: skip


def graph(text: str) -> Graph:
    state, claim = Node("State", f"state:{text}", {"id": f"state:{text}", "name": text, "aliases": [text, "other"]}), _claim(text)
    return Graph(Part((state, claim), (Edge("SUBJECT", claim.end, state.end),)))


def _claim(text: str) -> Node:
    return Node("Claim", "claim:1", {"id": "claim:1", "name": text, "quote": text})


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=pytest.mark.slow)])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return str(tmp_path / "graph.kgl") if request.param == "embedded" else str(_server(request).url)


def _server(request: pytest.FixtureRequest) -> Server:
    server: Server = request.getfixturevalue("neo4j")
    return server


def _kept(store: Store, text: str) -> None:
    store.write(graph(text))
    query = "MATCH (c:Claim)-[:SUBJECT]->(s:State) RETURN s.id AS id, s.name AS name, s.aliases AS aliases, c.quote AS quote"
    assert store.read(query).rows == ((f"state:{text}", text, [text, "other"], text),)
    assert store.read("MATCH (s:State {id: $id}) WHERE s.name = $name RETURN count(s)", {"id": f"state:{text}", "name": text}).rows == ((1,),)


def test_there_are_enough() -> None:
    assert len(set(STRINGS)) == len(STRINGS) >= 50


def test_strings_are_kept_to_the_letter_or_refused(place: str) -> None:
    refused: dict[str, str] = {}
    with open_store(place) as store:
        for text in STRINGS:
            try:
                _kept(store, text)
            except RapporteurError as error:
                refused[text] = str(error)
                _kept(store, "whole")
    assert refused.keys() <= {"\ud800", LONG}
    assert [said for said in refused.values() if "\n" in said or len(said) > 500] == []
