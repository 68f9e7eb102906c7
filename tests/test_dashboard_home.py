"""Home: the stock of the graph, what is contested, what was left out, and how sure it is."""

import json

import pytest

from dashboards.figures import figures_of
from dashboards.words import catalogue
from extract.evaluation.judgement import judge
from extract.evaluation.kept import keep_figures
from graph.queries import run_report
from graph.store import open_store
from graph.workspace import Workspace
from tests.test_dashboard_positions import text_of


@pytest.fixture
def evaluated(small_workspace):
    """The small workspace with the figures of an evaluation, for one test."""
    from extract.evaluation.inputs import system_of_workspace

    gold = [json.loads(GOLD)]
    keep_figures(judge(gold, system_of_workspace(small_workspace, gold)), small_workspace)
    yield small_workspace
    small_workspace.evaluation.unlink()


GOLD = json.dumps(
    {
        "doc": "000", "loc": "¶1", "relation": "SUPPORTS_BAN", "subject": {"kind": "State", "id": "state:CHL"},
        "object": {"kind": "Proposal", "id": "proposal:preemptive-ban"}, "quote": "Chile is for it", "modality": "stated",
    }
)  # fmt: skip


def test_the_stock_is_counted(app_test):
    said = text_of(app_test())
    assert "2 documents in English, Korean gave 9 claims in 9 passages; the dated ones are of 2016–2019." in said
    assert "State <strong>3</strong>" in said


def test_contested_holders_lead_to_their_quotes(app_test):
    place = "./positions?proposal=proposal%3Apreemptive-ban&amp;holder=state%3ACHL"
    assert f'<a href="{place}" target="_self" class="r-link">⚡ <strong>Chile</strong> · pre-emptive ban' in text_of(app_test())


def test_what_was_left_out_is_counted_by_reason(app_test):
    assert '<td>position unsure</td><td class="r-number">2</td><td class="r-number">1</td>' in text_of(app_test())


def test_without_an_evaluation_it_says_what_to_do(app_test):
    assert "<code>rapporteur evaluate GOLD</code>" in text_of(app_test())


def test_figures_of_an_evaluation_are_shown(app_test, evaluated):
    found = figures_of(evaluated)
    assert found is not None
    assert [(row["relation"], row["gold"], row["recall"]) for row in found.relation if row["relation"] == "POSITION"] == [("POSITION", 1, 1.0)]
    assert "Positions on proposals" in text_of(app_test())


@pytest.mark.parametrize("content", ["", "{", "[]", '{"made": 1}'])
def test_a_damaged_file_of_figures_counts_as_none(tmp_path, content):
    (tmp_path / "evaluation.json").write_text(content, encoding="utf-8")
    assert figures_of(Workspace(tmp_path)) is None


def test_every_check_of_the_report_has_words(small_workspace):
    with open_store(small_workspace.store) as store:
        checks = {row[0].replace(" ", "-") for row in run_report(store, "data-quality").rows}
    assert checks
    assert {f"checks.{check}" for check in checks} <= set(catalogue("en"))


def test_an_empty_graph_says_what_to_do(app_test, tmp_path, monkeypatch):
    from graph.model import Graph, Part

    empty = Workspace(tmp_path)
    with open_store(empty.store) as store:
        store.write(Graph(Part()))
    monkeypatch.setenv("RAPPORTEUR_STORE", str(empty.store))
    app = app_test()
    assert "rapporteur run DOCUMENTS" in app.info[0].value
