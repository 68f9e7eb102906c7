"""Exports say what the graph says: read back by the programs they are for."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import neo4j as client
import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.ingest import ingest
from extract.known import graph_of
from graph.build import build
from graph.errors import DataError, InputError
from graph.exports.admin import write_files
from graph.exports.formats import export
from graph.exports.kinds import Kind
from graph.exports.numbered import layout_of, write_rows
from graph.exports.script import literal, statements
from graph.exports.sheets import Extent
from graph.model import Edge, Graph, Node, Part
from graph.settings import DATA
from graph.workspace import Workspace
from tests.builders import BAN, ENTITIES, claim, document, extraction
from tests.neo4j_server import PASSWORD, USER, Given, Server, jars, served

HOSTILE = "quote ' and \" and ` \\ back\\\\slash\r\nline\ttab \u202eright to left\u2028 \x00nul \x0bvt 😀 '}) DETACH DELETE n; //"


def graph() -> Graph:
    first = extraction(
        claim("SUPPORTS_BAN", "state:CHL", BAN, "智利, \"赞成\"; 禁止\n第二行", language="zh", quantifier="some"),
        claim("OPPOSES_BAN", "state:CHL", BAN, "no", loc="¶2", ordinal=1, confidence=1.0),
        claim("RECOMMENDS", "doc:000", "rec:000-a", HOSTILE[:100], loc="¶3", ordinal=2, addressee=("states", "un")),
    )  # fmt: skip
    bare = extraction(
        claim("CITES", "doc:001", "doc:000", "it", of=document("001", languages=(), date=None)), of=document("001", languages=(), date=None)
    )
    return build(lambda: (first, bare), ENTITIES.get)


def write(kind: Kind, path: Path, whole: Graph | None = None) -> None:
    export(kind, whole or graph(), lambda: (), path)


def test_graphml_holds_all_nodes_and_edges(tmp_path: Path) -> None:
    write(Kind.graphml, tmp_path / "g.graphml")
    found = networkx.read_graphml(tmp_path / "g.graphml", force_multigraph=True)
    whole = graph()
    assert set(found.nodes) == {node.id for node in whole.nodes}
    assert {(a, b, data["relation"]) for a, b, data in found.edges(data=True)} == {(e.source[1], e.target[1], e.type) for e in whole.edges}
    chile = found.nodes["state:CHL"]
    assert (chile["kind"], chile["label"], chile["name_zh"], chile["iso3"]) == ("State", "Chile", "智利", "CHL")
    (edge,) = [data for *_, data in found.edges(data=True) if data["relation"] == "SUPPORTS_BAN"]
    assert (edge["claims"], edge["weight"], edge["documents"], edge["quote"]) == (1, 1, "000", '智利, "赞成"; 禁止\n第二行')


def test_gexf_holds_all_nodes_and_edges_and_knows_no_times(tmp_path: Path) -> None:
    write(Kind.gexf, tmp_path / "g.gexf")
    found = networkx.read_gexf(tmp_path / "g.gexf")
    whole = graph()
    assert set(found.nodes) == {node.id for node in whole.nodes}
    assert found.number_of_edges() == len(list(whole.edges))
    claims = [data for _, data in found.nodes(data=True) if data["kind"] == "Claim"]
    assert all(isinstance(data["quote_start"], int) and "start" not in data for data in claims)


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_csv_is_two_tables_in_a_folder_or_a_zip(tmp_path: Path) -> None:
    write(Kind.csv, tmp_path / "tables")
    texts = {name: (tmp_path / "tables" / name).read_bytes().decode() for name in ("nodes.csv", "edges.csv")}
    write(Kind.csv, tmp_path / "t.zip")
    with zipfile.ZipFile(tmp_path / "t.zip") as archive:
        assert {name: archive.read(name).decode() for name in archive.namelist()} == texts
    nodes, edges = (rows_of(texts[name]) for name in ("nodes.csv", "edges.csv"))
    assert len(nodes) == len(list(graph().nodes))
    assert len(edges) == len(list(graph().edges))
    by_id = {row["id"]: row for row in nodes}
    assert (by_id["state:CHL"]["label"], by_id["state:CHL"]["aliases"]) == ("State", "Republic of Chile")
    assert {row["quote"] for row in nodes if row["label"] == "Claim"} >= {'智利, "赞成"; 禁止\n第二行', HOSTILE[:100]}
    (edge,) = [row for row in edges if row["relation"] == "SUPPORTS_BAN"]
    assert (edge["source"], edge["target"], edge["claims"], edge["last"], edge["quantifiers"]) == ("state:CHL", BAN, "1", "2016-04-15", "some")


def test_jsonl_are_the_claims(tmp_path: Path) -> None:
    place = Workspace(tmp_path / "w")
    list(ingest(place, [str(DATA / "sources" / "positions-note-zh.txt")]))
    export(Kind.jsonl, graph_of(place), place.extractions, tmp_path / "claims.jsonl")
    found = [json.loads(line) for line in (tmp_path / "claims.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in found] == [one.id for read in place.extractions() for one in read.claims]


@pytest.mark.parametrize("kind", Kind)
def test_an_export_appears_whole_or_not_at_all(tmp_path: Path, kind: Kind) -> None:
    def broken() -> Any:
        yield Part((Node("State", "state:CHL", {"id": "state:CHL", "name": "Chile"}),))
        raise DataError("broken")

    def unread() -> Any:
        yield extraction(claim("SUPPORTS_BAN", "state:CHL", BAN))
        raise DataError("broken")

    write(kind, tmp_path / "out")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    with pytest.raises(DataError, match="broken"):
        export(kind, Graph(Part(), broken()), unread, tmp_path / "out")
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
    write(kind, tmp_path / "out")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize(("text", "said"), [("one line", False), ("two\nlines", True), ("a return\r", True), ("a\u2028separator", False)])
def test_the_importer_is_told_of_line_ends_where_there_are_any(tmp_path: Path, text: str, said: bool) -> None:
    write_files(Graph(Part((Node("State", "state:CHL", {"id": "state:CHL", "name": text}),))), tmp_path)
    assert ("--multiline-fields=true" in (tmp_path / "import.args").read_text(encoding="utf-8").splitlines()) == said


def test_for_the_importer_alone_relationships_name_their_ends_by_number(tmp_path: Path) -> None:
    chile, egypt, one, two = (
        Node(label, key, {"id": key, "name": key}) for label, key in zip(("State", "State", "Claim", "Claim"), "abcd", strict=True)
    )
    known = Part((chile, egypt), (Edge("RELATED", egypt.end, chile.end),))
    evidence = [Part((claim,), (Edge("SUBJECT", claim.end, egypt.end),)) for claim in (one, two)]
    whole = Graph(known, evidence)
    first, layout = iter((0, 5, 9)), layout_of(whole)
    extent = write_rows(whole, layout, tmp_path, lambda part: next(first))

    def rows(name: str) -> list[list[str]]:
        return [line.split(",")[:2] for line in (tmp_path / f"{name}.csv").read_text(encoding="utf-8").splitlines()]

    assert layout.heads["State-head.csv"].startswith(":ID,id:string,")
    assert layout.heads["SUBJECT-head.csv"] == ":START_ID,:END_ID\n"
    assert rows("State") == [["0", '"a"'], ["1", '"b"']]
    assert rows("Claim") == [["5", '"c"'], ["9", '"d"']]
    assert rows("RELATED") == [["1", "0"]]
    assert rows("SUBJECT") == [["5", "1"], ["9", "1"]]
    assert rows("Passage") == []
    assert {"--nodes=State=State-head.csv,State.csv", "--relationships=SUBJECT=SUBJECT-head.csv,SUBJECT.csv"} < set(layout.arguments)
    assert extent == Extent()


@pytest.mark.parametrize(
    ("text", "extent"), [("one line", Extent()), ("two\nlines", Extent(line_ends=True)), ("x" * 300_000, Extent(longest=300_000))]
)
def test_what_the_importer_must_know_of_the_texts(tmp_path: Path, text: str, extent: Extent) -> None:
    whole = Graph(Part((Node("State", "state:CHL", {"id": "state:CHL", "name": text}),)))
    found = write_rows(whole, layout_of(whole), tmp_path, lambda part: 0)
    assert found.line_ends == extent.line_ends
    assert extent.longest <= found.longest <= extent.longest + 100


@pytest.mark.parametrize("kind", [Kind.csv, Kind.neo4j_admin])
def test_a_folder_of_something_else_is_left_alone(tmp_path: Path, kind: Kind) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.docx").write_text("years")
    with pytest.raises(InputError, match=r"mine: holds other files \(thesis\.docx\)"):
        write(kind, tmp_path / "mine")
    (tmp_path / "file").write_text("mine")
    with pytest.raises(InputError, match="file: is a file; this export is a folder"):
        write(kind, tmp_path / "file")
    with pytest.raises(InputError, match="cannot be written"):
        write(kind, tmp_path / "none" / "deep")
    assert (tmp_path / "mine" / "thesis.docx").read_text() == "years"


def test_what_the_importer_cannot_say_is_refused(tmp_path: Path) -> None:
    node = Node("NGO", "org:x", {"id": "org:x", "name": "X", "aliases": ["a\x1fb"]})
    with pytest.raises(DataError, match=r"aliases: «a.b…» holds the character U\+001F"):
        write_files(Graph(Part((node,))), tmp_path)


def contents(session: client.Session) -> tuple[list[Any], list[Any]]:
    nodes = session.run("MATCH (n) RETURN labels(n) AS labels, properties(n) AS p ORDER BY n.id").values()
    edges = session.run("MATCH (a)-[r]->(b) RETURN type(r) AS t, a.id AS a, b.id AS b, properties(r) AS p ORDER BY t, a, b").values()
    return nodes, edges


def expected(whole: Graph) -> tuple[list[Any], list[Any]]:
    nodes = sorted(([[node.label], node.properties] for node in whole.nodes), key=lambda row: row[1]["id"])
    edges = sorted(([edge.type, edge.source[1], edge.target[1], edge.properties] for edge in whole.edges), key=lambda row: row[:3])
    return nodes, edges


def login() -> tuple[str, str]:
    return os.environ.get("RAPPORTEUR_STORE_USER", USER), os.environ.get("RAPPORTEUR_STORE_PASSWORD", PASSWORD)


def test_the_script_makes_the_graph_and_can_be_run_again(neo4j: Server | Given, tmp_path: Path) -> None:
    write(Kind.cypher, tmp_path / "graph.cypher")
    text = (tmp_path / "graph.cypher").read_text(encoding="utf-8")
    assert all(line.endswith(";") for line in text.splitlines())
    with client.GraphDatabase.driver(neo4j.url, auth=login()) as driver, driver.session() as session:
        for _ in range(2):
            for statement in text.split(";\n")[:-1]:
                session.run(statement).consume()
            assert contents(session) == expected(graph())


def test_no_text_gets_out_of_its_literal(neo4j: Server | Given) -> None:
    texts = st.text(alphabet=st.one_of(st.characters(exclude_categories=("Cs",)), st.sampled_from("\\'\"`u0041{}\n\r;/*")), max_size=30)
    with client.GraphDatabase.driver(neo4j.url, auth=login()) as driver, driver.session() as session:

        @given(st.lists(st.one_of(texts, st.just(HOSTILE)), min_size=1, max_size=20))
        def literals_are_read_back(values: list[str]) -> None:
            assert session.run(f"RETURN {literal(values)} AS values").single(strict=True)["values"] == values

        literals_are_read_back()


def test_hostile_properties_go_through_the_script(neo4j: Server | Given) -> None:
    nodes = tuple(
        Node("NGO", name, {"id": name, "name": name, "aliases": [HOSTILE, ""]}) for name in (HOSTILE, "\\u0027", "\\", "'", "a;\nb", "$rows")
    )
    whole = Graph(Part(nodes, (Edge("RELATED", nodes[0].end, nodes[1].end, {"claims": -1, "confidence": 1e-9, "unlisted": True}),)))
    with client.GraphDatabase.driver(neo4j.url, auth=login()) as driver, driver.session() as session:
        for statement in statements(whole):
            session.run(statement.removesuffix(";")).consume()
        assert contents(session) == expected(whole)


@pytest.mark.slow
def test_the_importer_takes_the_files_and_the_server_has_the_graph(tmp_path: Path) -> None:
    place = Workspace(tmp_path / "w")
    list(ingest(place, [str(DATA / "sources")]))
    read = [*place.extractions(), extraction(claim("SUPPORTS_BAN", "state:CHL", BAN, HOSTILE[:100], of=document("odd", languages=()))), ]  # fmt: skip
    whole = build(lambda: read, ENTITIES.get)
    write(Kind.neo4j_admin, tmp_path / "files", whole)
    with served() as server:
        server.stop()
        settings = os.environ | {"NEO4J_HOME": str(server.home), "NEO4J_CONF": str(server.home / "conf")}
        command = ["java", "-cp", f"{jars()}/*", "org.neo4j.cli.AdminTool", "database", "import", "full", "neo4j", "@import.args"]
        subprocess.run(command, cwd=tmp_path / "files", env=settings, check=True, capture_output=True)
        server.start()
        with client.GraphDatabase.driver(server.url, auth=(USER, PASSWORD)) as driver, driver.session() as session:
            for statement in (tmp_path / "files" / "constraints.cypher").read_text(encoding="utf-8").split(";\n")[:-1]:
                session.run(statement.partition("\n")[2] if statement.startswith("//") else statement).consume()
            assert contents(session) == expected(whole)
