"""First scores on fresh passages: what was measured before anything was mended. A CSV file in, records out, and a round added to it.

    python -m extract.evaluation.history ROUND GOLD… [--workspace W] [--history docs/quality-history.csv]

writes one line a language for a round of passages that the rules have not seen; a round's first scores are never written over.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from datetime import date
from pathlib import Path

from extract.evaluation.judgement import Judgement, judge_files
from extract.evaluation.scoring import figures
from extract.evaluation.views import grouped
from graph.errors import DataError, RapporteurError
from graph.outputs import whole_file
from graph.settings import ROOT
from graph.workspace import Workspace

HISTORY = ROOT / "docs" / "quality-history.csv"
LAST_ROUNDS = 2  # their mean is the figure to believe


@dataclass(frozen=True, slots=True)
class FirstScore:
    """POSITION of one round's passages in one language, as first measured; ``date`` is YYYY-MM-DD."""

    date: str
    round: str
    language: str
    precision: float
    recall: float
    f1: float


COLUMNS = tuple("F1" if field.name == "f1" else field.name for field in fields(FirstScore))


def read_history(path: Path = HISTORY) -> tuple[FirstScore, ...]:
    """The first scores so far, in the order of the file; none where there is no file.

    Raises:
        DataError: the file has other columns, or a line is no score.
    """
    if not path.exists():
        return ()
    with path.open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file))
    if not lines or tuple(lines[0]) != COLUMNS:
        raise DataError(f"{path}, line 1: the columns are {','.join(COLUMNS)}")
    return tuple(_score(line, f"{path}, line {number}") for number, line in enumerate(lines[1:], 2) if line)


def first_scores(judgement: Judgement, round_name: str, day: str) -> Iterator[FirstScore]:
    """POSITION by language, as lines of the history."""
    positions = [tally for tally in judgement.tallies if tally.kind == "POSITION"]
    for (language,), tallies in grouped(positions, lambda tally: (judgement.language(tally),)).items():
        total = figures(tallies)
        yield FirstScore(day, round_name, language, *(round(value, 3) for value in (total.precision, total.recall, total.f1)))


def added(history: Sequence[FirstScore], scores: Iterable[FirstScore]) -> tuple[FirstScore, ...]:
    """The history with a round's scores at its end.

    Raises:
        DataError: the round already has first scores in one of the languages.
    """
    known = {(each.round, each.language) for each in history}
    fresh = tuple(scores)
    for each in fresh:
        if (each.round, each.language) in known:
            raise DataError(f"round {each.round} already has its first scores in {each.language}; later ones are no first scores: name a new round")
    return (*history, *fresh)


def believed(history: Iterable[FirstScore]) -> dict[str, tuple[float, float, float]]:
    """For each language the mean precision, recall and F1 of its last rounds."""
    by_language: dict[str, list[FirstScore]] = {}
    for each in history:
        by_language.setdefault(each.language, []).append(each)
    return {language: _mean(scores[-LAST_ROUNDS:]) for language, scores in sorted(by_language.items())}


def write_history(path: Path, history: Iterable[FirstScore]) -> None:
    with whole_file(path) as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(map(astuple, history))


def _mean(scores: Sequence[FirstScore]) -> tuple[float, float, float]:
    precision, recall, f1 = (sum(getattr(each, name) for each in scores) / len(scores) for name in ("precision", "recall", "f1"))
    return precision, recall, f1


def _score(line: Sequence[str], place: str) -> FirstScore:
    try:
        day, name, language, *values = line
        precision, recall, f1 = map(float, values)
        date.fromisoformat(day)
    except ValueError:
        raise DataError(f"{place}: is no {','.join(COLUMNS)}") from None
    return FirstScore(day, name, language, precision, recall, f1)


def main() -> None:
    parser = argparse.ArgumentParser(description="Keep the first scores of a round of fresh passages.")
    parser.add_argument("round")
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--workspace", type=Path, default=Path("rapporteur-workspace"))
    parser.add_argument("--history", type=Path, default=HISTORY)
    given = parser.parse_args()
    try:
        scores = first_scores(judge_files(given.gold, Workspace(given.workspace)), given.round, date.today().isoformat())
        write_history(given.history, added(read_history(given.history), scores))
    except RapporteurError as error:
        sys.exit(f"rapporteur: {error}")


if __name__ == "__main__":
    main()
