"""A fingerprint of all that a graph is made of: the same for the same, wherever it lies; another when anything differs."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.stamps import stamp_of
from graph.workspace import Workspace
from tests.builders import BAN, claim, document, extraction

CHANGES: dict[str, Callable[[Path], object]] = {
    "a document comes": lambda folder: fill(Workspace(folder), "another"),
    "a document goes": lambda folder: shutil.rmtree(next((folder / "documents").iterdir())),
    "a claim is read otherwise": lambda folder: change(next(folder.glob("documents/*/claims.jsonl"))),
    "a passage is read otherwise": lambda folder: change(next(folder.glob("documents/*/passages.jsonl"))),
    "a title is corrected": lambda folder: change(next(folder.glob("documents/*/document.json"))),
    "a concept is accepted": lambda folder: (folder / "concepts.yaml").write_text("concept:own: {names: {en: [own]}}"),
}


def fill(workspace: Workspace, *names: str) -> Workspace:
    with workspace.writing() as writer:
        for name in names:
            of = document(name)
            writer.keep(extraction(claim("SUPPORTS_BAN", "state:CHL", BAN, f"words of {name}", of=of), of=of), name.encode())
    return workspace


def change(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace("words", "Words").replace("title", "Title"), encoding="utf-8")


@pytest.mark.parametrize("changed", CHANGES.values(), ids=CHANGES.keys())
def test_it_changes_with_whatever_the_graph_is_made_of(tmp_path: Path, changed: Callable[[Path], object]) -> None:
    workspace = fill(Workspace(tmp_path / "one"), "first", "second")
    stamp = stamp_of(workspace)
    changed(workspace.folder)
    assert stamp_of(workspace) != stamp


def test_it_is_the_same_elsewhere_and_after_what_leaves_the_graph_alone(tmp_path: Path) -> None:
    workspace = fill(Workspace(tmp_path / "one"), "first", "second")
    stamp = stamp_of(workspace)
    shutil.copytree(workspace.folder, tmp_path / "two")
    workspace.store.write_bytes(b"a graph")
    fill(workspace, "first")
    assert stamp_of(workspace) == stamp_of(Workspace(tmp_path / "two")) == stamp


def test_an_empty_workspace_has_one_too(tmp_path: Path) -> None:
    assert stamp_of(Workspace(tmp_path / "none")) == stamp_of(Workspace(tmp_path / "neither"))
