"""docs/quality.md: how good the claims are, good and bad news. Judgements and the history of first scores in, Markdown out.

    python -m extract.evaluation.quality GOLD… [--workspace W] [--history docs/quality-history.csv] [-o docs/quality.md]

GOLD are files or folders; those of one folder are one set, under the folder's name.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from extract.evaluation.calibration import calibration_error, reliability
from extract.evaluation.history import COLUMNS, HISTORY, LAST_ROUNDS, FirstScore, believed, read_history
from extract.evaluation.inputs import gold_files
from extract.evaluation.judgement import Judgement, judge_files
from extract.evaluation.news import bad_news, good_news
from extract.evaluation.views import by_confidence, by_document, by_language, by_method, by_relation
from graph.errors import RapporteurError
from graph.outputs import whole_file
from graph.settings import ROOT
from graph.tables import Table, as_markdown
from graph.workspace import Workspace

_HEAD = """\
<!-- Written by the command below; change the program or its data, not this page. -->
# Quality

How well the claims agree with those of careful readers, good and bad news. Made by

    rapporteur extract ../shared/corpus ../shared/dev --output claims.jsonl
    python -m extract.evaluation.quality ../shared/gold ../shared/dev -o docs/quality.md

from the gold claims beside the project. `rapporteur evaluate ../shared/gold --page errors.html` shows every miss and every invention.

## How to read it

- *precision*: the share of our claims that is right; *recall*: the share of the reader's claims that we found; *F1*: their harmonic
  mean; *mean F1*: over documents, each counting alike.
- *95 %*: where the figure lies when the passages are drawn anew a thousand times (bootstrap, seeded). Few passages, wide interval; 1.00–1.00 says
  only that there was no error to draw.
- POSITION is a stance on a proposal, VIEW one on a concept (readers agree less on these). *agreement*: of the right claims, the share
  whose quantifier, role and the like are right too.
- *baseline*: what one gets by claiming a position wherever a holder, a word for or against, and the name of a target stand in one
  sentence, the sign being that of the nearest such word. It knows the same names as we do, and nothing else; a figure that does not
  beat it means nothing.
- The texts of the sets were seen while the rules were written; the first scores on fresh passages were not, and are the ones to believe.
- Positions in running text are on trial: the figures of the sets count those the reader is sure of (confidence 0.5), as they are given unless
  all are asked for; the first scores on fresh passages count all (`--preview`).
"""
_POSITIONS = {"POSITION", "VIEW"}


def quality_page(sets: Mapping[str, Judgement], history: Sequence[FirstScore]) -> str:
    """The whole page."""
    parts = [_HEAD, "## Good news\n", _bullets(good_news(sets)), "## Bad news\n", _bullets(bad_news(sets)), *_fresh(history)]
    for name, judgement in sets.items():
        parts += _set(name, judgement)
    return "\n".join(parts)


def structure(page: str) -> list[str]:
    """The headings and the heads of tables: what stays when figures change."""
    lines = page.splitlines()
    return [line for line, below in zip(lines, [*lines[1:], ""], strict=True) if line.startswith("#") or below.startswith("| ---")]


def _fresh(history: Sequence[FirstScore]) -> Iterator[str]:
    yield "## First scores on fresh passages\n"
    yield (
        "POSITION on passages written apart, scored before anything was mended, with all that the reader finds (`--preview`). "
        f"Kept in `{HISTORY.relative_to(ROOT)}` by `python -m extract.evaluation.history ROUND GOLD…`, never written over.\n"
    )
    rows = tuple((each.date, each.round, each.language, each.precision, each.recall, each.f1) for each in history)
    yield as_markdown(Table(COLUMNS, rows))
    yield f"The figures to believe, the mean of each language's last {LAST_ROUNDS} rounds:\n"
    means = tuple((language, *(round(value, 3) for value in values)) for language, values in believed(history).items())
    yield as_markdown(Table(("language", "precision", "recall", "F1"), means))


def _set(name: str, judgement: Judgement) -> Iterator[str]:
    yield f"## The set *{name}*\n"
    documents = sorted({tally.document for tally in judgement.tallies})
    yield f"{len(documents)} documents: {', '.join(documents)}.\n"
    yield from ("### By relation\n", as_markdown(by_relation(judgement)))
    yield from ("### By language\n", as_markdown(by_language(judgement)))
    positions = by_document(judgement)
    yield from ("### Positions by document\n", as_markdown(Table(positions.columns, tuple(row for row in positions.rows if row[1] in _POSITIONS))))
    yield from ("### By extractor\n", as_markdown(by_method(judgement)))
    error = calibration_error(reliability(judgement.tallies))
    yield f"### Confidence\n\nOn the mean, confidence and truth lie {error:.3f} apart (expected calibration error).\n"
    yield as_markdown(by_confidence(judgement))


def _bullets(lines: Iterable[str]) -> str:
    return "".join(f"- {line}\n" for line in lines) or "- nothing that passes the marks\n"


def judged_sets(places: Iterable[Path], workspace: Workspace) -> dict[str, Judgement]:
    """Each folder's gold judged apart, under the folder's name.

    Raises:
        InputError: a gold file cannot be read.
        DataError: gold is not in the form of GUIDE.md, or of documents that were not read.
    """
    sets: dict[str, list[Path]] = {}
    for path in gold_files(places):
        sets.setdefault(path.resolve().parent.name, []).append(path)
    return {name: judge_files(paths, workspace) for name, paths in sets.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description="Write docs/quality.md from gold claims and a workspace.")
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--workspace", type=Path, default=Path("rapporteur-workspace"))
    parser.add_argument("--history", type=Path, default=HISTORY)
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "docs" / "quality.md")
    given = parser.parse_args()
    try:
        page = quality_page(judged_sets(given.gold, Workspace(given.workspace)), read_history(given.history))
        with whole_file(given.output) as file:
            file.write(page)
    except RapporteurError as error:
        sys.exit(f"rapporteur: {error}")


if __name__ == "__main__":
    main()
