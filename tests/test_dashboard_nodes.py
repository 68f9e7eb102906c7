"""Concepts, actors, meetings and recommendations without a browser: names, who is for and against, and addresses that lead nowhere."""

import pytest

from dashboards import profile
from dashboards.reader.evidence import COLOUR_OF
from dashboards.screens.recommendations import ADDRESSEES
from dashboards.words import LANGUAGES, catalogue
from graph.ontology import load_ontology
from graph.queries import load_reports
from graph.records import POLARITY, Party
from graph.settings import CYPHER
from graph.subset import objections
from graph.workspace import Workspace
from tests.builders import BAN, claim, document, extraction
from tests.dashboard_server import keep

PAGES = load_reports(CYPHER / "pages")


def text(app):
    return " ".join(each.proto.body for each in app.get("html"))


def buttons(app, key):
    return [each.label.replace("\\", "") for each in app.button if (each.key or "").startswith(key)]


def links(app):
    return " ".join(str(each.proto.label) for each in app.get("page_link")).replace("\\", "")


@pytest.mark.parametrize("name", PAGES)
def test_queries_of_pages_are_answered_alike_by_both_stores(name):
    assert objections(PAGES[name].cypher) == []


def test_a_proposal_shows_who_is_for_and_against_with_quantifiers(app_test):
    app = app_test("concepts", id=BAN)
    assert buttons(app, "held_0_supports_") == ["⚡ Chile", "PAX", "Some: delegations (000)"]
    assert buttons(app, "held_0_opposes_") == ["⚡ Chile", "Jane Doe", "United Kingdom"]
    assert buttons(app, "held_0_neither_") == ["Egypt"]
    assert "先行禁止" in text(app)


def test_a_holders_words_open_beside_the_proposal_and_close(app_test):
    app = app_test("concepts", id=BAN)
    app.button(key="held_0_supports_state:CHL").click().run()
    assert app.query_params["holder"] in ("state:CHL", ["state:CHL"])
    assert "Chile is for it" in text(app)
    assert "칠레는 반대" in text(app)
    app.button(key="close").click().run()
    assert "Chile is for it" not in text(app)


def test_names_are_in_the_readers_language(app_test):
    app = app_test("actors", id="state:CHL", lang="zh")
    assert ">智利</h1>" in text(app)
    assert "English: Chile" in text(app)


def test_an_actor_shows_contested_positions_and_all_that_is_recorded(app_test):
    app = app_test("actors", id="state:CHL")
    assert "contested" in text(app)
    table = app.dataframe[-1].value
    assert sorted(table["what"]) == ["opposes", "supports", "took part in"]
    assert list(table["via"]) == ["", "", "Liu & Moodie 2019"]


def test_an_unnamed_group_is_never_taken_for_a_state(app_test):
    app = app_test("actors", id="group:delegations/some/000")
    assert "without naming them" in text(app)


def test_actors_are_narrowed_by_kind_and_region(app_test):
    everyone = app_test("actors").dataframe[0].value
    states = app_test("actors", kind="State", region="Africa").dataframe[0].value
    assert len(states) < len(everyone)
    assert list(states["name"]) == ["Egypt"]


def test_a_meeting_names_its_participants_with_roles(app_test):
    table = app_test("events", id="event:meeting-2016").dataframe[0].value
    assert table[["participant", "role"]].to_numpy().tolist() == [["Chile", "High Contracting Party"]]


@pytest.fixture
def with_recommendations(app_test, tmp_path, monkeypatch):
    own = document("advice", title="Advice")
    given = [("States should talk", ("states",)), ("Firms should stop", ("businesses", "states")), ("Go on", ())]
    claims = []
    for number, (words, to) in enumerate(given):
        end = Party("Recommendation", f"rec:{number}", words)
        claims.append(claim("RECOMMENDS", "doc:advice", end, words, of=own, addressee=to, ordinal=number, loc=f"¶{number}"))
    keep(Workspace(tmp_path), extraction(*claims, of=own))
    monkeypatch.setenv("RAPPORTEUR_WORKSPACE", str(tmp_path))
    return app_test


@pytest.mark.parametrize(
    ("narrowed", "found"),
    [
        ({}, {"States should talk", "Firms should stop", "Go on"}),
        ({"addressee": "states"}, {"States should talk", "Firms should stop"}),
        ({"addressee": "-"}, {"Go on"}),
        ({"addressee": "businesses", "document": "doc:advice"}, {"Firms should stop"}),
        ({"document": "doc:other"}, set()),
    ],
    ids=["all", "by addressee", "to nobody", "by both", "nothing"],
)
def test_recommendations_are_narrowed(with_recommendations, narrowed, found):
    shown = text(with_recommendations("recommendations", **narrowed))
    assert {words for words in ("States should talk", "Firms should stop", "Go on") if f"<mark>{words}</mark>" in shown} == found


@pytest.mark.parametrize("page", ["concepts", "actors", "events"])
@pytest.mark.parametrize("wrong", ["state:XXX", "<script>", "passage:000/1", "x" * 400])
def test_an_id_that_is_not_here_says_what_to_do(app_test, page, wrong):
    app = app_test(page, id=wrong)
    assert "Nothing with this name is here" in text(app)
    assert "<script>" not in text(app)


@pytest.mark.parametrize("page", ["concepts", "actors", "events", "documents", "recommendations"])
def test_an_empty_graph_is_no_error(app_test, tmp_path, monkeypatch, page):
    keep(Workspace(tmp_path), extraction(of=document("empty")))
    monkeypatch.setenv("RAPPORTEUR_WORKSPACE", str(tmp_path))
    assert not app_test(page).warning


@pytest.mark.parametrize("code", LANGUAGES)
def test_usual_roles_addressees_and_relations_have_words(code):
    known = set(catalogue(code))
    wanted = (
        {f"roles.{role}" for role in profile.ROLES}
        | {f"addressees.{each}" for each in ADDRESSEES}
        | {f"quantifiers.{each}" for each in profile.QUANTIFIERS}
    )
    assert wanted <= known


def test_every_relation_without_a_stance_has_a_colour():
    assert set(COLOUR_OF) == set(load_ontology().relations) - set(POLARITY)
