"""Reports and console without a browser: forms made from headers, answers, what is refused, and addresses that bring all of it back."""

import json
import shlex
import subprocess
import sys

import pytest

from dashboards import forms
from graph.errors import QueryError
from graph.queries import load_reports, run_report
from graph.settings import CYPHER
from graph.store import open_store
from graph.subset import objections
from tests.dashboard_server import ROOT

REPORTS = load_reports()


def shown(app):
    """The first table of a page as rows of text."""
    return [[str(value) for value in row] for row in app.dataframe[0].value.to_numpy().tolist()]


@pytest.mark.parametrize("name", REPORTS)
def test_every_report_has_a_form_and_an_answer(app_test, name):
    app = app_test("reports", name=name)
    report = REPORTS[name]
    labels = {each.label for kind in ("selectbox", "text_input", "number_input", "toggle") for each in app.get(kind)}
    assert {parameter.name for parameter in report.asks} <= {label.replace("\\", "") for label in labels}
    assert not app.warning
    assert app.code[0].value == f"rapporteur report {name}"


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_parameters_are_the_same_after_a_trip_through_the_address(report):
    assert forms.given(report, forms.pairs(report, report.example)) == {
        key: value for key, value in report.example.items() if value != report.parameters[key]
    }


@pytest.mark.parametrize("pair", ["proposal", "unknown=1", "below=much"], ids=["no value", "no such parameter", "of another type"])
def test_parameters_that_do_not_fit_are_refused(pair):
    with pytest.raises(QueryError):
        forms.given(REPORTS["data-quality"], (pair,))


def test_a_parameter_that_does_not_fit_is_explained_and_the_form_stays(app_test):
    app = app_test("reports", name="data-quality", p="below=much")
    assert ["it must be a number" in each.value.replace("\\", "") for each in app.warning] == [True]
    assert app.number_input[0].value == 0.75


def test_the_form_the_address_and_the_command_line_give_the_same_rows(app_test, small_workspace):
    app = app_test("reports", name="positions-of-an-actor")
    app.selectbox(key="positions-of-an-actor_actor").set_value("state:CHL").run()
    assert app.query_params["p"] in ("actor=state:CHL", ["actor=state:CHL"])
    command = shlex.split(app.code[0].value)
    assert command == ["rapporteur", "report", "positions-of-an-actor", "--param", "actor=state:CHL"]
    printed = subprocess.run(
        [sys.executable, str(ROOT / "rapporteur.py"), *command[1:], "--format", "json", "--workspace", str(small_workspace.folder)],
        check=True, capture_output=True,
    ).stdout  # fmt: skip
    rows = json.loads(printed)
    table = app.dataframe[0].value
    assert [row["stance"] for row in rows] == list(table["stance"]) == ["supports", "opposes"]
    assert [row["quote"] for row in rows] == list(table["quote"])


def test_the_example_can_be_filled_in_and_taken_back(app_test):
    app = app_test("reports", name="evidence")
    app.button(key="report_example").click().run()
    assert "subject=state:EGY" in app.query_params["p"]
    app.button(key="report_reset").click().run()
    assert "p" not in app.query_params


def test_a_report_that_does_not_exist_leads_to_the_list(app_test):
    app = app_test("reports", name="nonsense")
    assert any("nonsense" in each.proto.body for each in app.get("html"))
    assert len(app.get("page_link")) >= len(REPORTS)


def test_a_report_can_be_found_by_its_words(app_test):
    app = app_test("reports")
    app.text_input(key="report_find").set_value("contested").run()
    assert 1 <= sum("reports?name=" in str(each.proto) or "Contested" in str(each.proto) for each in app.get("page_link")) <= 4


EXAMPLES = load_reports(CYPHER / "console")


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_of_the_console_are_answered_by_both_stores(name, small_workspace):
    assert objections(EXAMPLES[name].cypher) == []
    with open_store(small_workspace.store) as store:
        assert store.read(EXAMPLES[name].cypher).columns == EXAMPLES[name].columns


def test_the_console_answers_and_its_address_asks_the_same_again(app_test):
    app = app_test("console", example="supporters")
    app.button(key="ask").click().run()
    assert shown(app)[0][0] == "Chile"
    again = app_test("console", q=app.query_params["q"][0] if isinstance(app.query_params["q"], list) else app.query_params["q"])
    assert shown(again) == shown(app)


@pytest.mark.parametrize(
    ("asked", "because"),
    [
        ("CREATE (n:State {id: 'state:XXX'}) RETURN n", "only reads"),
        ("MATCH (n) DETACH DELETE n", "only read"),
        ("LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row", "LOAD"),
        ("MATCH (n RETURN n", ""),
        ("MATCH (n) RETURN $missing", ""),
    ],
    ids=["write", "delete", "read a file", "no Cypher", "without a parameter"],
)
def test_the_console_refuses_in_one_line(app_test, small_workspace, asked, because):
    app = app_test("console", q=asked)
    assert len(app.warning) == 1
    assert because in app.warning[0].value.replace("\\", "")
    assert "\n" not in app.warning[0].value
    with open_store(small_workspace.store) as store:
        assert run_report(store, "documents").rows


def test_the_console_says_where_it_stopped(app_test):
    app = app_test("console", q="UNWIND range(1, 2000) AS n RETURN n")
    assert len(app.dataframe[0].value) == 1000
    assert any("there are more" in each.proto.body for each in app.get("html"))
