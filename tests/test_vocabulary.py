"""A vocabulary of one's own: terms accepted into a workspace are found, linked, no longer suggested; what would break it is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.ingest import ingest
from extract.known import graph_of
from extract.vocabulary.accepting import accept_term
from extract.vocabulary.suggesting import suggestion_table
from graph.concepts import load_concepts, with_vocabulary
from graph.errors import DataError, InputError
from graph.vocabulary import accept
from graph.workspace import Workspace

TEXT = "Swarm handoff is the problem.\n\nNobody spoke of swarm handoff (Swarm Handoff Protocol) before; now “swarm handoff” is everywhere.\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    source = tmp_path / "talk.txt"
    source.write_text(TEXT, encoding="utf-8")
    place = Workspace(tmp_path / "w")
    list(ingest(place, [str(source)]))
    return place


def mentions(workspace: Workspace) -> set[str]:
    return {claim.object.key for extraction in workspace.extractions() for claim in extraction.claims if claim.relation == "MENTIONS"}


def test_an_accepted_term_is_suggested_no_more_and_found_when_read_again(workspace: Workspace, tmp_path: Path) -> None:
    before = [row[0].lower() for row in suggestion_table(workspace, [], limit=20, complain=print).rows]
    said = list(accept_term(workspace, "swarm handoff", concept=None, broader="concept:autonomy", language=None))
    after = [row[0].lower() for row in suggestion_table(workspace, [], limit=20, complain=print).rows]
    assert "swarm handoff" in before
    assert "swarm handoff" not in after
    assert said[0].startswith("swarm handoff: now a name of concept:swarm-handoff")
    assert str(tmp_path / "talk.txt") in said[1]
    assert "concept:swarm-handoff" not in mentions(workspace)
    list(ingest(workspace, [str(tmp_path / "talk.txt")]))
    assert "concept:swarm-handoff" in mentions(workspace)
    nodes = {node.id: node for part in graph_of(workspace).parts() for node in part.nodes}
    assert nodes["concept:swarm-handoff"].properties["name"] == "swarm handoff"


@pytest.mark.slow
def test_processes_that_read_at_once_know_the_term_too(workspace: Workspace, tmp_path: Path) -> None:
    accept(workspace.vocabulary, "swarm handoff", "en")
    list(ingest(workspace, [str(tmp_path / "talk.txt")], jobs=2))
    assert "concept:swarm-handoff" in mentions(workspace)


def test_a_known_concept_gets_another_name(tmp_path: Path) -> None:
    path = tmp_path / "concepts.yaml"
    assert accept(path, "人的最终把关", "zh", concept="concept:meaningful-human-control") == "concept:meaningful-human-control"
    with with_vocabulary(path):
        names = {each.id: each.names["zh"] for each in load_concepts() if "zh" in each.names}
    assert names["concept:meaningful-human-control"][-1] == "人的最终把关"
    assert "人的最终把关" not in {name for each in load_concepts() for name in each.names.get("zh", ())}


@pytest.mark.parametrize(
    ("term", "concept", "broader", "said"),
    [
        pytest.param("Meaningful Human Control", None, None, "already a name of concept:meaningful-human-control", id="known-name"),
        pytest.param("swarm", "proposal:swarm", None, "a concept's id is concept:", id="proposal"),
        pytest.param("  ", None, None, "a concept's id is concept:", id="nothing"),
        pytest.param("swarm", "concept:autonomy", "concept:military-ai", "--broader is for a new concept", id="broader-of-known"),
    ],
)
def test_what_cannot_be_accepted_is_refused_and_nothing_written(
    tmp_path: Path, term: str, concept: str | None, broader: str | None, said: str
) -> None:
    with pytest.raises(InputError, match=said):
        accept(tmp_path / "concepts.yaml", term, "en", concept=concept, broader=broader)
    assert list(tmp_path.iterdir()) == []


def test_a_wider_concept_that_does_not_exist_is_refused_and_the_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "concepts.yaml"
    accept(path, "swarm", "en")
    before = path.read_text(encoding="utf-8")
    with pytest.raises(DataError, match="there is no concept:nowhere"):
        accept(path, "handoff", "en", broader="concept:nowhere")
    assert path.read_text(encoding="utf-8") == before
    assert [each.name for each in tmp_path.iterdir()] == ["concepts.yaml"]


def test_a_proposal_in_the_local_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "concepts.yaml"
    path.write_text("proposal:mine:\n  names: {en: [mine]}\n", encoding="utf-8")
    with with_vocabulary(path), pytest.raises(DataError, match="proposals are a closed list"):
        load_concepts()
