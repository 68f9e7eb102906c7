"""The workspace: documents appear whole or not at all, whatever interrupts the writer."""

import multiprocessing
from dataclasses import replace
from pathlib import Path

import pytest

from graph.errors import DataError, InputError, StoreError
from graph.records import Cell as TableCell
from graph.records import Claim, Document, NoteCall, Party, Passage, Skipped, Table
from graph.sourcemap import SourceMap
from graph.workspace import Extraction, Workspace


def extraction(name="a", content=b"Chile backs a ban.", source="a.txt"):
    from graph.ids import content_id

    document = Document(name, content_id(content), title="A", languages=("en", "zh"), date="2016-04", source=source)
    text = content.decode()
    passage = Passage(
        name, "¶1", 0, text, "en", marker="1.", calls=(NoteCall(3, "note 1"),), heading_path=("One", "Two"),
        table=Table((TableCell(0, 0, 0, 5, header=True),), "inferred-columns", caption=(0, 2)), source_map=SourceMap.identity(len(text)),
    )  # fmt: skip
    claim = Claim(
        passage=passage, content=document.sha256, relation="SUPPORTS_BAN", subject=Party("State", "state:CHL", "Chile"),
        object=Party("Proposal", "proposal:preemptive-ban"), start=0, end=5, method="test", confidence=0.9, addressee=("states",), via="doc:x",
    )  # fmt: skip
    return Extraction(document, (passage,), (claim,), (Skipped("a line 3", "page mark", "3/9"),)), content


def keep(workspace, *made):
    with workspace.writing() as writer:
        for each in made:
            writer.keep(*each)


def test_what_is_kept_comes_back_the_same(tmp_path):
    workspace, made = Workspace(tmp_path / "w"), extraction()
    keep(workspace, made)
    assert list(workspace.extractions()) == [made[0]]
    assert workspace.content(made[0].document) == made[1]


def test_keeping_twice_changes_nothing(tmp_path):
    workspace = Workspace(tmp_path / "w")
    keep(workspace, extraction())
    before = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    keep(workspace, extraction())
    assert {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_a_new_version_of_a_file_replaces_the_old(tmp_path):
    workspace = Workspace(tmp_path / "w")
    keep(workspace, extraction())
    keep(workspace, extraction(content=b"Chile now opposes."))
    assert [each.passages[0].text for each in workspace.extractions()] == ["Chile now opposes."]


def test_a_renamed_file_takes_its_new_name(tmp_path):
    workspace = Workspace(tmp_path / "w")
    keep(workspace, extraction())
    keep(workspace, extraction(name="b", source="b.txt"))
    assert [document.id for document in workspace.documents()] == ["b"]


def test_two_files_with_one_name_are_refused(tmp_path):
    first = tmp_path / "a.txt"
    first.write_text("still here", encoding="utf-8")
    workspace = Workspace(tmp_path / "w")
    keep(workspace, extraction(source=str(first)))
    with pytest.raises(InputError, match="rename one of them"):
        keep(workspace, extraction(content=b"Chile says no.", source=str(tmp_path / "other/a.md")))
    assert [each.passages[0].text for each in workspace.extractions()] == ["Chile backs a ban."]


def test_a_copy_under_another_name_is_refused(tmp_path):
    """The first stays: a document must not vanish because a copy of it is read."""
    first = tmp_path / "a.txt"
    first.write_text("still here", encoding="utf-8")
    workspace = Workspace(tmp_path / "w")
    keep(workspace, extraction(source=str(first)))
    with pytest.raises(InputError, match="already read as a"):
        keep(workspace, extraction(name="b", source=str(tmp_path / "b.txt")))
    assert [document.id for document in workspace.documents()] == ["a"]


@pytest.mark.parametrize("left", [".new-", ".old-"])
def test_an_interrupted_writer_leaves_a_usable_workspace(tmp_path, left):
    """Cut off before the new folder is in place: the new is dropped, the old comes back."""
    workspace, made = Workspace(tmp_path / "w"), extraction()
    keep(workspace, made)
    folder = tmp_path / "w/documents" / made[0].document.sha256
    if left == ".new-":
        (folder.with_name(".new-" + "0" * 64)).mkdir()
    else:
        folder.rename(folder.with_name(left + folder.name))
    keep(workspace)
    assert list(workspace.extractions()) == [made[0]]
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]


def test_an_old_version_moved_aside_does_not_return_beside_the_new(tmp_path):
    workspace = Workspace(tmp_path / "w")
    keep(workspace, extraction())
    old = next((tmp_path / "w/documents").iterdir())
    old.rename(tmp_path / "aside")
    keep(workspace, extraction(content=b"Chile now opposes."))
    (tmp_path / "aside").rename(old.with_name(".old-" + old.name))
    keep(workspace)
    assert [each.passages[0].text for each in workspace.extractions()] == ["Chile now opposes."]


def hold(folder, ready, done):
    with Workspace(folder).writing():
        ready.set()
        done.wait(20)


def test_a_second_writer_is_told_in_one_line(tmp_path):
    context = multiprocessing.get_context("spawn")
    ready, done = context.Event(), context.Event()
    other = context.Process(target=hold, args=(tmp_path / "w", ready, done))
    other.start()
    try:
        assert ready.wait(20)
        with pytest.raises(StoreError, match="another rapporteur"), Workspace(tmp_path / "w").writing():
            pass
    finally:
        done.set()
        other.join()


def test_a_place_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match="--workspace"), Workspace(tmp_path / "file").writing():
        pass


@pytest.mark.parametrize("damage", ["document.json", "claims.jsonl", "passages.jsonl"])
def test_damage_is_told_with_its_place(tmp_path, damage):
    workspace, made = Workspace(tmp_path / "w"), extraction()
    keep(workspace, made)
    (tmp_path / "w/documents" / made[0].document.sha256 / damage).write_text("{", encoding="utf-8")
    with pytest.raises(DataError, match=made[0].document.sha256):
        list(workspace.extractions())


def test_an_empty_workspace_has_nothing(tmp_path):
    assert Workspace(tmp_path / "none").documents() == []
    assert not (tmp_path / "none").exists()


def test_claims_are_checked_against_their_passage_when_read_back(tmp_path):
    from graph.errors import EvidenceError

    workspace, (made, content) = Workspace(tmp_path / "w"), extraction()
    forged = replace(made, passages=(replace(made.passages[0], text="Chile says nothing"),))
    with workspace.writing() as writer:
        writer.keep(replace(made, passages=forged.passages), content)
    assert Path(tmp_path / "w").exists()
    claims = tmp_path / "w/documents" / made.document.sha256 / "claims.jsonl"
    claims.write_text(claims.read_text(encoding="utf-8").replace('"quote": "Chile"', '"quote": "Spain"'), encoding="utf-8")
    with pytest.raises(EvidenceError):
        list(workspace.extractions())
