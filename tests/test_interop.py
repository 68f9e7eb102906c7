"""The graph for other tools: the same graph comes back from frames and from NetworkX; py2neo merges it into a real server."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.ingest import ingest
from extract.known import graph_of, known_entity
from extract.pipeline import Read, read_documents
from graph.build import build
from graph.concepts import load_concepts
from graph.errors import DataError
from graph.interop import from_frames, from_networkx, to_frames, to_networkx
from graph.model import Edge, End, Graph, Node, Part, Properties
from graph.ontology import load_ontology
from graph.settings import DATA, ROOT
from graph.workspace import Workspace
from tests.neo4j_server import PASSWORD, USER, Server

TEXT = st.text(max_size=20).filter(lambda text: "\0" not in text)
VALUES = {
    "string": TEXT,
    "integer": st.integers(-(2**53), 2**53),
    "float": st.floats(allow_nan=False),
    "boolean": st.booleans(),
    "strings": st.lists(TEXT),
}


@pytest.fixture(scope="module")
def graph() -> Graph:
    read = [answer.extraction for answer in read_documents([str(DATA / "sources")]) if isinstance(answer, Read)]
    return build(lambda: read, known_entity, load_concepts())


def content(graph: Graph) -> tuple[dict[End, Properties], dict[tuple[str, End, End], Properties]]:
    """Everything in a graph, whatever its order and parts."""
    return {node.end: node.properties for node in graph.nodes}, {(edge.type, edge.source, edge.target): edge.properties for edge in graph.edges}


@st.composite
def states(draw: st.DrawFn) -> Graph:
    """Nodes and edges with any values the ontology allows."""
    ontology = load_ontology()
    nodes = []
    for number in range(draw(st.integers(1, 4))):
        properties = {"id": f"state:{number}", "name": draw(TEXT), "name_zh": draw(TEXT)}
        for name, kind in ontology.labels["State"].properties.items():
            if draw(st.booleans()):
                properties[name] = draw(VALUES[kind.removeprefix("optional ")])
        nodes.append(Node("State", f"state:{number}", properties))
    given_edge = {name: draw(VALUES[kind.removeprefix("optional ")]) for name, kind in ontology.edge.items() if draw(st.booleans())}
    return Graph(Part(tuple(nodes), (Edge("MEMBER_OF", nodes[0].end, nodes[-1].end, given_edge),)))


@given(states())
def test_any_graph_comes_back_from_frames_and_networks(graph: Graph) -> None:
    assert content(from_frames(to_frames(graph))) == content(graph)
    assert content(from_networkx(to_networkx(graph))) == content(graph)


def test_the_samples_come_back_from_frames(graph: Graph) -> None:
    assert content(from_frames(to_frames(graph))) == content(graph)


def test_the_samples_come_back_from_networkx(graph: Graph) -> None:
    assert content(from_networkx(to_networkx(graph))) == content(graph)


def test_columns_have_the_types_of_the_ontology(graph: Graph) -> None:
    frames = to_frames(graph)
    assert frames.claims["confidence"].dtype == "Float64"
    assert frames.claims["start"].dtype == "Int64"
    assert frames.nodes["name_zh"].dtype == "string"
    assert frames.edges["claims"].dtype == "Int64"
    assert set(load_ontology().node_properties("Claim")) <= set(frames.claims.columns)
    states = frames.nodes[frames.nodes["label"] == "State"]
    assert set(states["region"].dropna()) >= {"Africa", "Europe"}


def test_a_question_asked_of_the_frames(graph: Graph) -> None:
    frames = to_frames(graph)
    for_ban = frames.edges[(frames.edges["type"] == "SUPPORTS_BAN") & (frames.edges["source_label"] == "State")]
    named = for_ban.merge(frames.nodes, left_on="source", right_on="id")["name"]
    asked = {node.properties["name"] for edge in graph.edges if edge.type == "SUPPORTS_BAN" for node in graph.nodes if node.end == edge.source}
    assert set(named) == {name for name in asked if name in set(frames.nodes.loc[frames.nodes["label"] == "State", "name"])} != set()


def test_rows_may_go_but_no_end(graph: Graph) -> None:
    frames = to_frames(graph)
    alone = type(frames)(frames.nodes[frames.nodes["label"] == "State"], frames.edges.iloc[:0], frames.claims.iloc[:0])
    assert {node.label for node in from_frames(alone).nodes} == {"State"}
    with pytest.raises(DataError, match="is not among the nodes; leave out both or none"):
        from_frames(type(frames)(frames.nodes.iloc[:0], frames.edges, frames.claims))


def test_a_node_without_a_label_is_named(graph: Graph) -> None:
    network = to_networkx(graph)
    network.add_node("state:nowhere")
    with pytest.raises(DataError, match="state:nowhere: the node has no label"):
        from_networkx(network)


def test_frames_of_nothing_have_all_columns() -> None:
    frames = to_frames(Graph(Part()))
    assert [len(frame) for frame in (frames.nodes, frames.edges, frames.claims)] == [0, 0, 0]
    assert {"label", "id", "name"} <= set(frames.nodes.columns)
    assert isinstance(frames.edges, pd.DataFrame)


SCRIPT = """
import json, sys
from py2neo import Graph as Server
from extract.known import graph_of
from graph.interop.py2neo_graph import classes, to_subgraph
from graph.workspace import Workspace

server = Server(sys.argv[1], auth=(sys.argv[2], sys.argv[3]))
graph = graph_of(Workspace(__import__("pathlib").Path(sys.argv[4])))
for _ in range(2):  # a second merge adds nothing
    server.merge(to_subgraph(graph))
counted = server.run("MATCH (n) WITH count(n) AS nodes MATCH ()-[r]->() RETURN nodes, count(r) AS edges").data()[0]
ban = classes()["Proposal"].match(server, "proposal:preemptive-ban").first()
print(json.dumps({**counted, "supporters": sorted(each.id for each in ban.supports_ban_of)}))
"""


@pytest.mark.slow
def test_a_script_of_py2neo_merges_the_graph_and_maps_its_nodes(neo4j: Server, tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    list(ingest(workspace, [str(DATA / "sources")]))
    nodes, edges = content(graph_of(workspace))
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", SCRIPT, neo4j.url, USER, PASSWORD, str(tmp_path)], capture_output=True, text=True, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr
    supporters = sorted(source for kind, (_, source), target in edges if (kind, target[1]) == ("SUPPORTS_BAN", "proposal:preemptive-ban"))
    assert json.loads(done.stdout) == {"nodes": len(nodes), "edges": len(edges), "supporters": supporters}
