"""One answer, whichever store is asked: every report and every form of query that we document, on the embedded store and on a real Neo4j."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from extract.ingest import ingest
from extract.known import known_entity
from graph.build import build
from graph.concepts import load_concepts
from graph.queries import load_reports, run_report
from graph.settings import CYPHER, DATA, ROOT
from graph.store import Store, open_store
from graph.workspace import Extraction, Workspace
from tests.builders import BAN, claim, document, extraction
from tests.neo4j_server import Given, Server

#: Says what the samples do not: an organisation that no list knows, and a group.
OTHER = extraction(
    claim("SUPPORTS_BAN", "org:unheard-of", BAN, "Unheard Of is for it", of=document("other")),
    claim("OPPOSES_BAN", "org:unheard-of", BAN, "Unheard Of is against it", of=document("other"), loc="¶2", ordinal=1, confidence=0.6),
    claim("SUPPORTS", "Group group:delegations", BAN, "some are for it", of=document("other"), loc="¶3", ordinal=2, quantifier="some"),
    of=document("other"),
)
RUNS = [(name, given) for name, report in load_reports().items() for given in ([{}, dict(report.example)] if report.example else [{}])]
#: What a report is asked beyond its example: every choice of a parameter once.
CHOICES = [
    (name, {parameter.name: choice})
    for name, report in load_reports().items()
    for parameter in report.asks
    for choice in (parameter.choices if parameter.kind == "choice" else ())
]  # fmt: skip
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
DOCUMENTED = [
    words[words.index("query") + 1]
    for page in PAGES
    for line in re.findall(r"^ {4}(?:\S+/)?rapporteur query .+$", page.read_text(encoding="utf-8"), re.MULTILINE)
    if (words := shlex.split(line, comments=True))
]
FORMS = {
    "optional match": "MATCH (s:State) OPTIONAL MATCH (s)-[r:OPPOSES_BAN]->(p) RETURN s.id, p.id, r.claims ORDER BY s.id, p.id",
    "null order": "MATCH (s:State) OPTIONAL MATCH (s)-[r:OPPOSES_BAN]->(p:Proposal) RETURN r.quote AS quote, s.id ORDER BY quote DESC, s.id",
    "letters of all scripts": "MATCH (n) WHERE n.name_zh IS NOT NULL RETURN n.name_zh AS zh, n.name AS name, n.id ORDER BY zh, name, n.id",
    "aggregates": "MATCH (c:Claim) RETURN c.relation AS r, count(*) AS n, min(c.as_of) AS a, collect(DISTINCT c.language) AS l ORDER BY r",
    "variable length": "MATCH (a:Concept)-[:BROADER*1..3]->(b:Concept) RETURN a.id, b.id ORDER BY a.id, b.id",
    "one of several types": "MATCH (s:State)-[r:SUPPORTS_BAN|OPPOSES_BAN]->(p) RETURN type(r) AS type, s.id ORDER BY type, s.id",
    "one of several labels": "MATCH (n:NGO|Coalition) RETURN labels(n)[0] AS label, n.id ORDER BY label, n.id",
    "exists": "MATCH (s:State) WHERE EXISTS { (s)-[:SUPPORTS_BAN]->(:Proposal) } RETURN s.id ORDER BY s.id",
    "not exists": "MATCH (s:State) WHERE NOT EXISTS { MATCH (s)-[r]->(:Proposal) WHERE r.claims > 0 } RETURN s.id ORDER BY s.id",
    "count": "MATCH (s:State) RETURN s.id, COUNT { (s)-->(:Proposal) } AS positions ORDER BY positions DESC, s.id",
    "call with": "MATCH (s:State) CALL { WITH s MATCH (s)-[r]->(:Proposal) RETURN count(r) AS n } RETURN s.id, n ORDER BY s.id",
    "call with a scope": "MATCH (s:State) CALL (s) { MATCH (s)-[r]->(:Proposal) RETURN count(r) AS n } RETURN s.id, n ORDER BY s.id",
    "pattern comprehension": "MATCH (s:State) RETURN s.id, size([(s)-->(p:Proposal) | p.id]) AS n ORDER BY s.id",
    "list comprehension": "MATCH (d:Document) WHERE d.read RETURN d.doc, [l IN d.languages WHERE l <> 'en' | toUpper(l)] AS l ORDER BY d.doc",
    "reduce": "MATCH (c:Claim) WITH c.relation AS r, collect(size(c.quote)) AS s RETURN r, reduce(t = 0, x IN s | t + x) AS n ORDER BY r",
    "any": "MATCH (d:Document) WHERE any(l IN d.languages WHERE l = 'zh') RETURN d.doc ORDER BY d.doc",
    "map projection": "MATCH (s:State) RETURN s {.id, .iso3, own: 1} AS map ORDER BY s.id",
    "whole nodes": "MATCH (s:State)-[r:SUPPORTS_BAN]->(p) RETURN s, r, properties(p) AS p ORDER BY s.id, p.id",
    "case": "MATCH (c:Claim) RETURN CASE WHEN c.confidence >= 0.9 THEN 'sure' ELSE 'less' END AS how, count(*) AS n ORDER BY how",
    "regex": "MATCH (s:State) WHERE s.name =~ '(?i)[a-c].*' RETURN s.name ORDER BY s.name",
    "text": "MATCH (p:Passage) WHERE p.text CONTAINS '武器' OR p.text STARTS WITH 'The' RETURN p.id, left(p.text, 20) AS text ORDER BY p.id",
    "union": "MATCH (s:State) RETURN s.id AS id UNION MATCH (p:Proposal) RETURN p.id AS id",
    "dates": "UNWIND ['2016-04-15', '2024-02-29'] AS d WITH date(d) AS d RETURN d.year, d + duration('P1Y') AS l, date.truncate('month', d) AS m",
    "with, skip, limit": "MATCH (s:State) WITH s ORDER BY s.name SKIP 2 LIMIT 3 RETURN s.name ORDER BY s.name",
    "shortest path": "MATCH (a {id: 'state:CHL'}) MATCH (b {id: 'state:AUT'}) MATCH p = shortestPath((a)-[*..4]-(b)) RETURN length(p) AS n",
    "rounding": "MATCH (c:Claim) WITH c.relation AS r, avg(c.confidence) AS a RETURN r, round(100 * a) / 100 AS a ORDER BY r",
}  # fmt: skip


pytestmark = pytest.mark.slow  # a server, a large corpus, every report and form of query on both stores


@pytest.fixture(scope="module")
def both(neo4j_server: Server | Given, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Store]]:
    """The sample documents' graph in both stores."""
    yield from stores(neo4j_server, tmp_path_factory.mktemp("samples"), DATA / "sources", OTHER)


@pytest.fixture(scope="module")
def both_of_corpus(neo4j_server: Server | Given, tmp_path_factory: pytest.TempPathFactory, corpus: Path) -> Iterator[tuple[Store, Store]]:
    """The graph of the three original documents in both stores, positions in running text included."""
    yield from stores(neo4j_server, tmp_path_factory.mktemp("corpus"), corpus, preview=True)


def stores(server: Server | Given, folder: Path, documents: Path, *more: Extraction, preview: bool = False) -> Iterator[tuple[Store, Store]]:
    place = Workspace(folder)
    for _ in ingest(place, [str(documents)], preview=preview):
        pass
    graph = build(lambda: [*place.extractions(), *more], known_entity, load_concepts())
    server.empty()
    with open_store(place.store) as embedded, open_store(server.url) as neo4j:
        embedded.write(graph)
        neo4j.write(graph)
        yield embedded, neo4j


def same(both: tuple[Store, Store], query: str, parameters: dict[str, Any] | None = None, *, ordered: bool = True) -> None:
    embedded, neo4j = (store.read(query, parameters) for store in both)
    assert embedded.columns == neo4j.columns
    assert embedded.rows
    assert list(embedded.rows) == list(neo4j.rows) if ordered else sorted(embedded.rows) == sorted(neo4j.rows)


def same_report(both: tuple[Store, Store], name: str, given: dict[str, Any]) -> None:
    embedded, neo4j = (run_report(store, name, given) for store in both)
    assert embedded.columns == neo4j.columns == load_reports()[name].columns
    assert list(embedded.rows) == list(neo4j.rows)


@pytest.mark.parametrize(("name", "given"), [*RUNS, *CHOICES], ids=lambda value: value if isinstance(value, str) else ",".join(value) or "default")
def test_a_report_gives_the_same_rows(both: tuple[Store, Store], name: str, given: dict[str, Any]) -> None:
    same_report(both, name, given)


@pytest.mark.parametrize("name", load_reports(CYPHER / "pages"))
def test_a_query_of_the_dashboards_gives_the_same_rows(both: tuple[Store, Store], name: str) -> None:
    query = load_reports(CYPHER / "pages")[name]
    embedded, neo4j = (store.read(query.cypher, query.check(query.example)) for store in both)
    assert embedded.columns == neo4j.columns == query.columns
    assert list(embedded.rows) == list(neo4j.rows)


@pytest.mark.parametrize("query", DOCUMENTED)
def test_a_documented_query_gives_the_same_rows(both: tuple[Store, Store], query: str) -> None:
    same(both, query)


@pytest.mark.parametrize("form", FORMS)
def test_a_form_of_query_gives_the_same_rows(both: tuple[Store, Store], form: str) -> None:
    same(both, FORMS[form], ordered="ORDER BY" in FORMS[form])


@pytest.mark.parametrize("name", load_reports())
def test_every_report_has_rows_on_the_samples(both: tuple[Store, Store], name: str) -> None:
    """Else the comparison compares nothing."""
    report = load_reports()[name]
    assert run_report(both[0], name, {}).rows or run_report(both[0], name, report.example).rows


@pytest.mark.slow
@pytest.mark.parametrize(("name", "given"), RUNS, ids=lambda value: value if isinstance(value, str) else ",".join(value) or "default")
def test_a_report_gives_the_same_rows_on_the_originals(both_of_corpus: tuple[Store, Store], name: str, given: dict[str, Any]) -> None:
    same_report(both_of_corpus, name, given)


@pytest.mark.slow
@pytest.mark.parametrize("query", [*DOCUMENTED, *(form for form in FORMS.values() if "ORDER BY" in form)])
def test_a_query_gives_the_same_rows_on_the_originals(both_of_corpus: tuple[Store, Store], query: str) -> None:
    same(both_of_corpus, query)
