"""The figures of the last evaluation, kept in the workspace for the dashboards. A judgement in, a JSON file out."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from extract.evaluation.judgement import Judgement
from extract.evaluation.views import by_language, by_relation
from graph.outputs import whole_file
from graph.tables import Table
from graph.workspace import Workspace

_KEPT = ("language", "relation", "gold", "found", "right", "precision", "precision 95 %", "recall", "recall 95 %", "F1", "F1 95 %")


def keep_figures(judgement: Judgement, workspace: Workspace) -> None:
    """Writes the figures by relation and by language, with the day and the documents that were judged, over those of the time before."""
    figures = {
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "documents": sorted({tally.document for tally in judgement.tallies}),
        "relation": _objects(by_relation(judgement)),
        "language": _objects(by_language(judgement)),
    }
    with whole_file(workspace.evaluation) as file:
        file.write(json.dumps(figures, ensure_ascii=False, indent=1) + "\n")


def _objects(table: Table) -> list[dict[str, Any]]:
    return [{key: value for key, value in zip(table.columns, row, strict=True) if key in _KEPT} for row in table.rows]
