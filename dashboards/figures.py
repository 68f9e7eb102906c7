"""What the last evaluation found, from the workspace's file. A workspace in, figures out; none where nothing was evaluated."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from graph.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Figures:
    """``relation`` and ``language`` hold a row each with gold, found, right, precision, recall, F1 and their intervals."""

    made: str
    documents: tuple[str, ...]
    relation: tuple[dict[str, Any], ...]
    language: tuple[dict[str, Any], ...]
    stale: bool


def figures_of(workspace: Workspace) -> Figures | None:
    """The figures; ``stale`` where the graph was loaded after they were made. A file that cannot be read counts as none."""
    try:
        found = json.loads(workspace.evaluation.read_text(encoding="utf-8"))
        made = workspace.evaluation.stat().st_mtime
        loaded = workspace.store.stat().st_mtime if workspace.store.exists() else made
        return Figures(found["made"], tuple(found["documents"]), tuple(found["relation"]), tuple(found["language"]), loaded > made)
    except (OSError, ValueError, KeyError, TypeError):
        return None
