"""The model of the graph and of what is talked about: complete, coherent, and refusing what is not."""

import json
from pathlib import Path

import pytest
import yaml

from graph.concepts import load_concepts
from graph.errors import DataError
from graph.ontology import load_ontology
from graph.records import POLARITY, Party
from graph.settings import DATA
from tests.builders import BAN, claim, party

LABELS = {
    "State", "NGO", "InternationalOrganization", "Institution", "Coalition", "Person", "Group", "Event", "Concept", "Proposal",
    "Recommendation", "Document", "Passage", "Claim",
}  # fmt: skip
RELATIONS = {
    "PARTICIPATED_IN", "MEMBER_OF", "REPRESENTS", "AFFILIATED_WITH", "SPOKE_ON", "SUPPORTS_BAN", "OPPOSES_BAN", "QUALIFIES_BAN", "SUPPORTS",
    "OPPOSES", "QUALIFIES", "DEFINES", "CITES", "SIGNED", "CONTRIBUTED_TO", "RECOMMENDS", "MENTIONS",
}  # fmt: skip
STRUCTURE = {"SUBJECT", "OBJECT", "EVIDENCE", "PART_OF", "BROADER", "RELATED", "ABOUT", "NEXT"}


def test_it_declares_what_the_design_promises() -> None:
    ontology = load_ontology()
    assert set(ontology.labels) == LABELS
    assert set(ontology.relations) == RELATIONS
    assert set(ontology.structure) == STRUCTURE
    assert set(ontology.edge) == {"claims", "documents", "first", "last", "confidence", "quote", "quantifiers", "roles"}


def test_every_position_has_a_relation_and_every_claim_two_ends() -> None:
    ontology = load_ontology()
    assert set(POLARITY) <= set(ontology.relations)
    for relation in ontology.relations.values():
        assert set(relation.sources) <= set(ontology.structure["SUBJECT"].targets)
        assert set(relation.targets) <= set(ontology.structure["OBJECT"].targets)


@pytest.mark.parametrize(
    ("relation", "subject", "obj", "objection"),
    [
        ("SUPPORTS_BAN", "state:CHL", BAN, None),
        ("SUPPORTS", "group:delegations", "concept:autonomy", None),
        ("PARTICIPATED_IN", "Coalition org:stop", "event:meeting", None),
        ("CITES", "doc:000", "doc:kissinger-2018", None),
        ("LIKES", "state:CHL", BAN, "LIKES is no relation of the ontology"),
        ("SUPPORTS_BAN", "doc:000", BAN, "the subject of SUPPORTS_BAN cannot be a Document"),
        ("SUPPORTS_BAN", "state:CHL", "concept:autonomy", "the object of SUPPORTS_BAN cannot be a Concept"),
        ("REPRESENTS", "person:a", "org:pax", "the object of REPRESENTS cannot be a NGO"),
        ("SUPPORTS_BAN", "Territory org:gibraltar", BAN, "the subject of SUPPORTS_BAN cannot be a Territory"),
        ("SUPPORTS_BAN", Party("State", None, "智利"), BAN, None),
        ("SUPPORTS_BAN", Party("State", None, " "), BAN, "the subject of SUPPORTS_BAN has neither an id nor words"),
    ],
)
def test_a_claim_fits_or_the_reason_is_said(relation: str, subject: Party | str, obj: str, objection: str | None) -> None:
    assert load_ontology().check_claim(claim(relation, subject, obj)) == objection


def broken(change: dict[str, object]) -> str:
    """The project's ontology with some keys replaced, as YAML."""
    whole = yaml.safe_load((DATA / "ontology.yaml").read_text(encoding="utf-8"))
    for path, value in change.items():
        *above, last = path.split(".")
        place = whole
        for key in above:
            place = place[key]
        place[last] = value
    return yaml.safe_dump(whole)


SUPPORTS = {"says": "supports", "from": ["State"], "to": ["Proposal"]}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (broken({"relations.SUPPORTS": {**SUPPORTS, "from": ["Planet"]}}), "Planet is an end of SUPPORTS, but no label"),
        (broken({"relations.SUPPORTS": {**SUPPORTS, "to": ["Proposal", "Proposal"]}}), "Proposal stands twice among the ends of SUPPORTS"),
        (broken({"relations.NEXT": SUPPORTS}), "NEXT is both a relation and structure"),
        (broken({"relations.supports": SUPPORTS}), "supports is no name for a relationship"),
        (broken({"relations.SUPPORTS": {"says": "supports", "from": ["State"]}}), "relations.SUPPORTS.to: Field required"),
        (broken({"sets.actor": ["holder"]}), "sets.holder holds itself"),
        (broken({"labels.Event.properties": {"title": "string"}}), "title cannot be a property (Event)"),
        (broken({"labels.Event.properties": {"year": "date"}}), "year has a type that is unknown (Event)"),
        (broken({"labels.Event.colour": "red"}), "labels.Event.colour: Extra inputs are not permitted"),
        ("labels: {State: {says: a}, State: {says: b}}", "State stands twice"),
        ("- a\n- b\n", "the file: not a mapping"),
        ("labels: [", "line 2, column 1"),
    ],
)
def test_an_incoherent_model_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    (tmp_path / "ontology.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as error:
        load_ontology(tmp_path / "ontology.yaml")
    assert reason in str(error.value)
    assert str(tmp_path) in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("properties", "objection"),
    [
        ({"id": "state:CHL", "name": "Chile", "name_zh": "智利", "iso3": "CHL"}, None),
        ({"id": "state:CHL"}, "State lacks name"),
        ({"id": "state:CHL", "name": "Chile", "colour": "red"}, "State has no property colour"),
        ({"id": "state:CHL", "name": 7}, "name of State is no str"),
    ],
)
def test_properties_fit_or_the_reason_is_said(properties: dict[str, object], objection: str | None) -> None:
    assert load_ontology().check_node("State", properties) == objection


def test_edges_lead_where_they_may() -> None:
    ontology = load_ontology()
    assert ontology.check_edge("NEXT", "Passage", "Passage", {}) is None
    assert ontology.check_edge("NEXT", "Passage", "Claim", {}) == "NEXT does not lead from Passage to Claim"
    assert ontology.check_edge("NEXT", "Passage", "Passage", {"claims": 1}) == "NEXT has no property claims"


def test_the_gold_fits(shared: Path) -> None:
    """Every claim that careful readers entered can be said."""
    ontology = load_ontology()
    lines = [line for file in [*(shared / "gold").glob("*.jsonl"), shared / "dev" / "gold.jsonl"] for line in file.read_text("utf-8").splitlines()]
    rows = [row for row in map(json.loads, lines) if "subject" in row]
    assert len(rows) > 1000
    ends = {(row["relation"], row["subject"]["kind"], row["object"]["kind"]) for row in rows}
    assert [end for end in ends if not ontology.relations[end[0]].fits(end[1], end[2])] == []


def test_the_projects_concepts_hold_together() -> None:
    concepts = {concept.id: concept for concept in load_concepts()}
    assert BAN in concepts
    assert concepts[BAN].kind == "Proposal"
    assert all(concepts[target].kind == "Concept" for concept in concepts.values() for target in concept.about)


GOOD = "concept:a:\n  names: {en: [a]}\n"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (GOOD + "  broader: [concept:b]\n", "concept:a: broader: there is no concept:b"),
        (GOOD + "  related: [concept:a]\n", "concept:a: related: leads to itself"),
        (GOOD + "  about: [concept:a]\n", "concept:a: about: only a proposal is about something"),
        (GOOD + "  broader: [proposal:p]\nproposal:p: {names: {en: [p]}}\n", "concept:a: broader: proposal:p is no concept"),
        (GOOD + "  broader: [concept:b]\nconcept:b: {names: {en: [b]}, broader: [concept:a]}\n", "goes round in a circle"),
        (GOOD + "  color: red\n", "concept:a.color: Extra inputs are not permitted"),
        (GOOD + "concept:a:\n  names: {en: [again]}\n", "concept:a stands twice"),
        ("thing:a: {names: {en: [a]}}\n", "thing:a: an id begins with concept: or proposal:"),
        ("concept:a: {names: {en: []}}\n", "concept:a: has no name"),
    ],
)
def test_broken_concepts_are_refused(tmp_path: Path, text: str, reason: str) -> None:
    (tmp_path / "one.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as error:
        load_concepts(tmp_path)
    assert reason in str(error.value)


def test_an_id_stands_in_one_file_only(tmp_path: Path) -> None:
    for name in ("one.yaml", "two.yaml"):
        (tmp_path / name).write_text(GOOD, encoding="utf-8")
    with pytest.raises(DataError, match=r"two.yaml: concept:a is already in one.yaml"):
        load_concepts(tmp_path)


def test_party_of_the_builders_reads_kinds() -> None:
    assert party("Coalition org:stop") == Party("Coalition", "org:stop")
