"""Whether anything has changed that a graph is made of: files in, one fingerprint of their names and contents out."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from pathlib import Path

from graph.settings import DATA, ROOT
from graph.workspace import Workspace


def stamp_of(workspace: Workspace) -> str:
    """The same for the same workspace, data files and program, wherever they lie: the graph is then the same, too.

    Raises:
        OSError: a file went away meanwhile.
    """
    made = blake2b(_program().encode("ascii"), digest_size=16)
    _take_in(made, workspace.folder, [workspace.vocabulary] if workspace.vocabulary.exists() else [])
    _take_in(made, workspace.folder, workspace.readings())
    return made.hexdigest()


@cache
def _program() -> str:
    made = blake2b(digest_size=16)
    _take_in(made, ROOT, (path for folder in ("graph", "extract") for path in (ROOT / folder).rglob("*.py")))
    _take_in(made, ROOT, (path for path in DATA.rglob("*.*") if path.is_file()))
    return made.hexdigest()


def _take_in(made: blake2b, folder: Path, paths: Iterable[Path]) -> None:
    within = len(os.path.join(folder, ""))
    for path in sorted(map(os.fspath, paths)):
        with open(path, "rb", buffering=0) as file:
            content = file.read()
        made.update(f"{path[within:].replace(os.sep, '/')}\0{len(content)}\0".encode("utf-8", "surrogateescape"))
        made.update(content)
