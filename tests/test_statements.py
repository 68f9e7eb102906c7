"""The statements that write a graph come from the ontology, and write in an order in which they can."""

from graph.model import Edge, Graph, Node, Part
from graph.ontology import load_ontology
from graph.settings import CYPHER
from graph.statements import BATCH, batches, constraints, edge_statement, node_statement, schema_text


def test_every_label_has_unique_ids() -> None:
    ontology = load_ontology()
    found = constraints(ontology)
    assert len(found) == len(set(found)) == len(ontology.labels)
    assert "CREATE CONSTRAINT international_organization_id IF NOT EXISTS FOR (n:InternationalOrganization) REQUIRE n.id IS UNIQUE" in found
    assert "CREATE CONSTRAINT ngo_id IF NOT EXISTS FOR (n:NGO) REQUIRE n.id IS UNIQUE" in found


def test_the_schema_file_is_the_one_made_from_the_ontology() -> None:
    assert (CYPHER / "schema" / "constraints.cypher").read_text(encoding="utf-8") == schema_text(load_ontology())


def test_golden_statements() -> None:
    assert node_statement("State") == "UNWIND $rows AS row MERGE (n:State {id: row.id}) SET n += row.properties"
    assert edge_statement("SUPPORTS_BAN", "State", "Proposal") == (
        "UNWIND $rows AS row MATCH (a:State {id: row.source}) MATCH (b:Proposal {id: row.target}) "
        "MERGE (a)-[r:SUPPORTS_BAN]->(b) SET r += row.properties"
    )


def node(label: str, node_id: str) -> Node:
    return Node(label, node_id, {"id": node_id, "name": node_id})


def test_nodes_come_before_edges_and_like_with_like() -> None:
    known = Part(
        (node("State", "s"), node("Proposal", "p"), node("State", "t")), (Edge("SUPPORTS", ("State", "s"), ("Proposal", "p"), {"claims": 1}),)
    )
    evidence = Part((node("Claim", "c"),), (Edge("SUBJECT", ("Claim", "c"), ("State", "s")),))
    assert list(batches(Graph(known, [evidence]))) == [
        (node_statement("State"), [{"id": one, "properties": {"id": one, "name": one}} for one in ("s", "t")]),
        (node_statement("Proposal"), [{"id": "p", "properties": {"id": "p", "name": "p"}}]),
        (node_statement("Claim"), [{"id": "c", "properties": {"id": "c", "name": "c"}}]),
        (edge_statement("SUPPORTS", "State", "Proposal"), [{"source": "s", "target": "p", "properties": {"claims": 1}}]),
        (edge_statement("SUBJECT", "Claim", "State"), [{"source": "c", "target": "s", "properties": {}}]),
    ]


def test_large_graphs_are_cut_into_batches_and_lose_nothing() -> None:
    many = [Part(tuple(node("Claim", f"{part}/{at}") for at in range(700))) for part in range(50)]
    rows = [row for _, rows in batches(Graph(Part(), many)) for row in rows]
    assert len(rows) == len({row["id"] for row in rows}) == 35_000
    assert max(len(rows) for _, rows in batches(Graph(Part(), many))) == BATCH
