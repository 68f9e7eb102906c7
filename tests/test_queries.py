"""Named queries: headers that are true, and answers that stand on evidence."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from graph.build import build
from graph.concepts import load_concepts
from graph.errors import DataError, QueryError
from graph.headers import read_report
from graph.queries import load_reports, run_report
from graph.records import Party
from graph.store import Store, open_store
from tests.builders import BAN, ENTITIES, claim, document, extraction

FIRST = document("000", title="Report of the meeting", publisher="UN", languages=("zh", "en"))
SECOND = document("001", date="2019-03", languages=("ko",))
MEETING = "event:meeting-2016"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    def at(place: int) -> dict[str, Any]:
        return {"loc": f"¶{place}", "ordinal": place}

    first = extraction(
        claim("SUPPORTS_BAN", "state:CHL", BAN, "Chile is for it", of=FIRST, **at(1)),
        claim("SUPPORTS_BAN", "state:CHL", BAN, "Chile is for it, again", of=FIRST, as_of="2014-05-13", modality="stated", **at(2)),
        claim("QUALIFIES_BAN", "state:EGY", BAN, "Egypt waits", of=FIRST, **at(3)),
        claim("SUPPORTS_BAN", "Group group:delegations", BAN, "some are for it", of=FIRST, quantifier="some", **at(4)),
        claim("PARTICIPATED_IN", "state:CHL", MEETING, "Chile", of=FIRST, role="high-contracting-party", **at(5)),
        claim("PARTICIPATED_IN", Party("Person", "person:jane-doe", "Jane Doe"), MEETING, "Ms Doe", of=FIRST, role="chair", **at(6)),
        claim("REPRESENTS", "person:jane-doe", "state:GBR", "Ms Doe of the UK", of=FIRST, **at(6)),
        claim("RECOMMENDS", "doc:000", Party("Recommendation", "rec:000-2b", "keep talking"), "keep talking", of=FIRST, **at(8)),
        claim(
            "RECOMMENDS",
            "doc:000",
            Party("Recommendation", "rec:000-2a", "be open"),
            "be open",
            of=FIRST,
            addressee=("states",),
            topic="openness",
            **at(7),
        ),
        claim("CITES", "doc:000", Party("Document", "doc:kissinger-2018", "Kissinger 2018"), "Kissinger", of=FIRST, **at(9)),
        claim("MEMBER_OF", "org:pax", "Coalition org:stop", "PAX", of=FIRST, **at(10)),
        of=FIRST,
    )
    second = extraction(
        claim("OPPOSES_BAN", "state:CHL", BAN, "칠레는 반대", of=SECOND, via="doc:liu-moodie-2019", confidence=0.7, **at(1)),
        claim("OPPOSES_BAN", "state:GBR", BAN, "영국은 반대", of=SECOND, **at(2)),
        claim("SUPPORTS", "state:GBR", "proposal:moratorium", "유예에 찬성", of=SECOND, **at(3)),
        of=SECOND,
    )
    made = open_store(tmp_path_factory.mktemp("store") / "graph.kgl")
    made.write(build(lambda: (first, second), ENTITIES.get, load_concepts()))
    return made


def rows(store: Store, name: str, **parameters: Any) -> list[dict[str, Any]]:
    table = run_report(store, name, parameters)
    assert table.columns == load_reports()[name].columns
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def test_the_reports_that_are_promised_are_there() -> None:
    assert set(load_reports()) >= {"who-backs-a-ban", "participants", "recommendations", "citations", "members", "documents"}


def test_who_backs_a_ban(store: Store) -> None:
    found = rows(store, "who-backs-a-ban")
    assert found[0] == {
        "state": "Chile", "iso3": "CHL", "region": "Americas", "stance": "supports", "contested": True, "since": "2014-05-13", "documents": ["000"],
        "quote": "Chile is for it, again", "under": None, "place": "000 ¶2", "via": None, "modality": "stated", "confidence": 0.9, "claims": 2,
    }  # fmt: skip
    assert [(row["stance"], row["state"], row["contested"], row["since"], row["via"]) for row in found[1:]] == [
        ("opposes", "Chile", True, "2019-03", "doc:liu-moodie-2019"),
        ("opposes", "United Kingdom", False, "2019-03", None),
        ("neither", "Egypt", False, "2016-04-15", None),
    ]


@pytest.mark.parametrize(
    ("as_of", "stances"),
    [
        ("2015", [("Chile", "supports")]),
        ("2016", [("Chile", "supports"), ("Egypt", "neither")]),
        ("2016-04-14", [("Chile", "supports")]),
        ("2013", []),
        ("2019-03-01", [("Chile", "supports"), ("Chile", "opposes"), ("United Kingdom", "opposes"), ("Egypt", "neither")]),
    ],
)
def test_who_backed_it_then(store: Store, as_of: str, stances: list[tuple[str, str]]) -> None:
    found = rows(store, "who-backs-a-ban", as_of=as_of)
    assert [(row["state"], row["stance"]) for row in found] == stances
    assert {row["state"] for row in found if row["contested"]} == ({"Chile"} if as_of.startswith("2019") else set())


def test_other_proposals_can_be_asked_for(store: Store) -> None:
    assert [(row["state"], row["stance"]) for row in rows(store, "who-backs-a-ban", proposal="proposal:moratorium")] == [
        ("United Kingdom", "supports")
    ]


def test_participants(store: Store) -> None:
    found = rows(store, "participants", event=MEETING)
    assert [(row["role"], row["actor"], row["kind"], row["states"], row["place"], row["quote"]) for row in found] == [
        ("chair", "Jane Doe", "Person", ["United Kingdom"], "¶6", "Ms Doe"),
        ("high-contracting-party", "Chile", "State", [], "¶5", "Chile"),
    ]
    assert rows(store, "participants") == found
    assert rows(store, "participants", event="event:none") == []


def test_recommendations_come_in_the_order_of_the_text(store: Store) -> None:
    found = [(row["place"], row["addressee"], row["recommendation"], row["quote"]) for row in rows(store, "recommendations")]
    assert found == [("¶7", ["states"], "openness", "be open"), ("¶8", None, "keep talking", "keep talking")]


def test_citations_members_documents(store: Store) -> None:
    assert rows(store, "citations") == [
        {"document": "000", "cited": "doc:kissinger-2018", "name": "Kissinger 2018", "read": False, "place": "¶9", "quote": "Kissinger"}
    ]
    assert rows(store, "members") == [{"coalition": "Stop It", "member": "PAX", "kind": "NGO", "document": "000", "place": "¶10", "quote": "PAX"}]
    assert rows(store, "documents") == [
        {
            "id": "000",
            "title": "Report of the meeting",
            "date": "2016-04-15",
            "languages": ["zh", "en"],
            "publisher": "UN",
            "passages": 10,
            "claims": 11,
        },
        {"id": "001", "title": "001", "date": "2019-03", "languages": ["ko"], "publisher": None, "passages": 3, "claims": 3},
    ]


@pytest.mark.parametrize("name", load_reports())
def test_every_report_leads_to_the_words_or_counts_claims(name: str) -> None:
    columns = set(load_reports()[name].columns)
    assert {"quote", "place"} <= columns or "claims" in columns


@pytest.mark.parametrize(
    ("name", "parameters", "reason"),
    [
        ("nothing", {}, "there is no report nothing; there are attended-without-position, citation-chains"),
        ("who-backs-a-ban", {"state": "x"}, "who-backs-a-ban: there is no parameter state; it has proposal, as_of"),
        ("documents", {"x": "1"}, "documents: there is no parameter x; it has none"),
        ("participants", {"event": 7}, "participants: event is «7»; it must be text"),
        ("positions-of-an-actor", {"stance": "for"}, "stance is «for»; it must be supports, opposes or neither"),
    ],
)
def test_wrong_names_and_values_are_refused(store: Store, name: str, parameters: dict[str, Any], reason: str) -> None:
    with pytest.raises(QueryError, match=re.escape(reason)):
        run_report(store, name, parameters)


HEAD = "// title: t\n// question: q\n"
QUERY = "MATCH (n) WHERE n.x = $x RETURN n.id AS a, [1, 2] AS b, n.c ORDER BY a\n"
PARAM = '// param: x = "y, z" (text) what x does (or not)\n'
COLUMNS = "// column: a: the first\n// column: b: the second: 1 to 2\n// column: n.c: the last\n"
EXAMPLE = "// example: x='of two words'\n"


def report_of(text: str) -> Any:
    return read_report(Path("reports/own.cypher"), text)


def test_a_list_may_name_several_relations() -> None:
    report = report_of(HEAD + "// param: many = [] (relations) M\n" + COLUMNS + "// example: many='[]'\n"
                       + "WITH $many AS m\n" + QUERY.replace("$x", "1"))  # fmt: skip
    assert report.check({"many": ["SUPPORTS", "BROADER"]}) == {"many": ["SUPPORTS", "BROADER"]}


def test_a_header_is_read() -> None:
    more = "// param: n = 3 (rows) N\n// param: f = 0.5 (0 to 1) F\n// param: on = true (switch) O\n// param: many = [1] (numbers) M\n"
    ids = '// param: who = "" (State | NGO) W\n// param: side = "for" (for | against) S\n'
    report = report_of(HEAD + PARAM + more + ids + COLUMNS + "// example: n=7 x=w\n" + "WITH $n, $f, $on, $many, $who, $side AS m\n" + QUERY)
    assert (report.name, report.title, report.question, report.columns) == ("own", "t", "q", ("a", "b", "n.c"))
    assert [column.says for column in report.gives] == ["the first", "the second: 1 to 2", "the last"]
    assert [(one.name, one.kind, one.labels, one.choices) for one in report.asks] == [
        ("x", "text", (), ()), ("n", "rows", (), ()), ("f", "0 to 1", (), ()), ("on", "switch", (), ()), ("many", "numbers", (), ()),
        ("who", "id", ("State", "NGO"), ()), ("side", "choice", (), ("for", "against")),
    ]  # fmt: skip
    assert report.asks[0].says == "what x does (or not)"
    assert report.example == {"n": 7, "x": "w"}
    assert report.command() == "rapporteur report own --param n=7 --param x=w"
    assert report.query == "WITH $n, $f, $on, $many, $who, $side AS m\n" + QUERY
    assert report.check({"n": "7", "f": 2, "on": "false", "side": "against"}) == {
        "x": "y, z", "n": 7, "f": 2.0, "on": False, "many": [1], "who": "", "side": "against",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"n": "many"}, "own: n is «many»; it must be a whole number"),
        ({"n": True}, "own: n is «True»; it must be a whole number"),
        ({"side": "both"}, "own: side is «both»; it must be for or against"),
        ({"day": "yesterday"}, "own: day is «yesterday»; it must be YYYY, YYYY-MM or YYYY-MM-DD"),
        ({"day": "2019-13"}, "own: day is «2019-13»; it must be YYYY, YYYY-MM or YYYY-MM-DD"),
        ({"rel": "LIKES"}, "own: rel is «LIKES»; it must be PARTICIPATED_IN, MEMBER_OF,"),
        ({"m": 1}, "own: there is no parameter m; it has x, n, side, day, rel"),
    ],
)
def test_values_that_do_not_fit_are_refused(given: dict[str, Any], reason: str) -> None:
    more = '// param: n = 3 (rows) N\n// param: side = "" (for | against) S\n// param: day = "" (date) D\n// param: rel = "CITES" (any relation) R\n'
    report = report_of(HEAD + PARAM + more + COLUMNS + EXAMPLE + "WITH $n, $side, $day, $rel AS m\n" + QUERY)
    assert report.check({"side": "", "rel": "", "day": "2019-02"}) == {"x": "y, z", "n": 3, "side": "", "day": "2019-02", "rel": ""}
    with pytest.raises(QueryError, match=re.escape(reason)):
        report.check(given)


def test_a_report_without_parameters_needs_no_example() -> None:
    assert report_of(HEAD + COLUMNS + QUERY.replace("$x", "1")).command() == "rapporteur report own"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (HEAD + "// colour: red\n" + PARAM + COLUMNS + EXAMPLE + QUERY, "line 3: colour is unknown"),
        (HEAD + HEAD + PARAM + COLUMNS + EXAMPLE + QUERY, "line 3: title stands twice"),
        ("// title: t\n" + PARAM + COLUMNS + EXAMPLE + QUERY, "line 1: the header lacks question"),
        (HEAD + PARAM + EXAMPLE + QUERY, "line 1: the header lacks column"),
        (HEAD + PARAM + COLUMNS + QUERY, "line 1: the header lacks example"),
        (HEAD + PARAM + "// column:\n" + EXAMPLE + QUERY, "line 4: column is empty"),
        (HEAD + PARAM + COLUMNS + "// column: a: again\n" + EXAMPLE + QUERY, "line 7: column: a stands twice"),
        (HEAD + PARAM + "// column: a\n" + EXAMPLE + QUERY, "line 4: column: «a» is not name: what it is"),
        (HEAD + COLUMNS + QUERY, "line 6: $x is not declared"),
        (HEAD + PARAM + "// param: z = 1 (rows) Z\n" + COLUMNS + EXAMPLE + QUERY, "line 3: param: z is not used"),
        (HEAD + PARAM + PARAM + COLUMNS + EXAMPLE + QUERY, "line 4: param: x stands twice"),
        (HEAD + "// param: x = y (text) X\n" + COLUMNS + EXAMPLE + QUERY, "line 3: param: «x = y (text) X» is not name = default"),
        (HEAD + '// param: x = "" X\n' + COLUMNS + EXAMPLE + QUERY, "is not name = default (what it is) what it does"),
        (HEAD + "// param: x = null (text) X\n" + COLUMNS + EXAMPLE + QUERY, "is not name = default (what it is) what it does"),
        (HEAD + '// param: x = "" (Planet) X\n' + COLUMNS + EXAMPLE + QUERY, "line 3: param: there is no label Planet"),
        (HEAD + '// param: x = "" (word) X\n' + COLUMNS + EXAMPLE + QUERY, "line 3: param: (word) is neither a label, nor text, date,"),
        (HEAD + '// param: x = "c" (a | b) X\n' + COLUMNS + EXAMPLE + QUERY, "line 3: param: (a | b) is neither a label"),
        (HEAD + PARAM + COLUMNS + "// example: x\n" + QUERY, "line 7: the example does not fit"),
        (HEAD + PARAM + COLUMNS + "// example: y=1\n" + QUERY, "line 7: the example does not fit (own: there is no parameter y; it has x)"),
        (HEAD + PARAM + COLUMNS.replace("// column: n.c: the last\n", "") + EXAMPLE + QUERY, "line 4: columns are a, b, but RETURN gives a, b, n.c"),
        (HEAD + PARAM + COLUMNS + EXAMPLE + "\n" + QUERY.replace("ORDER BY a", ""), "line 9: the answer has no order"),
        (HEAD + PARAM + COLUMNS + EXAMPLE + QUERY.replace("RETURN n.id AS a, [1, 2] AS b, n.c ORDER BY a", ""), "line 8: there is no RETURN"),
        (HEAD + PARAM + COLUMNS + EXAMPLE + QUERY.replace("ORDER BY a", "// ORDER BY a"), "line 8: the answer has no order"),
    ],
)
def test_a_header_that_is_not_true_is_refused(text: str, reason: str) -> None:
    with pytest.raises(DataError) as error:
        report_of(text)
    assert str(error.value).startswith("reports/own.cypher, ")
    assert reason in str(error.value)
