"""One judgement: gold, what was found, and what a plain co-occurrence of words would have found. Rows in, tallies out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from extract.evaluation.baseline import KINDS, co_occurrences
from extract.evaluation.inputs import UNKNOWN, System, gold_files, read_gold, system_of_file, system_of_workspace
from extract.evaluation.matching import Row, same_place
from extract.evaluation.scoring import Tally, score
from graph.records import Passage
from graph.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Judgement:
    """Our tallies, the baseline's (positions only; none where the texts are not known), and what is known of the documents."""

    tallies: tuple[Tally, ...]
    baseline: tuple[Tally, ...]
    languages: dict[str, str]
    passages: dict[str, tuple[Passage, ...]]

    def language(self, tally: Tally) -> str:
        return self.languages.get(tally.document, UNKNOWN)

    def passage_of(self, document: str, row: Row) -> Passage | None:
        """Where a claim's words stand: its own place, or the finer one that holds its quote."""
        near = [each for each in self.passages.get(document, ()) if same_place(row.get("loc"), each.locator)]
        return next((each for each in near if str(row.get("quote", "")) in each.text), near[0] if near else None)


def judge(gold: Sequence[Row], system: System) -> Judgement:
    """Compares a system's claims, and the baseline's of the same texts, with the gold."""
    baseline = tuple(tally for tally in score(gold, list(co_occurrences(system.passages))) if tally.kind in KINDS) if system.passages else ()
    return Judgement(score(gold, system.claims), baseline, system.languages, system.passages)


def judge_files(places: Iterable[Path], found: Workspace | Path) -> Judgement:
    """Judges a workspace, or a file of claims, by gold files (or folders of them).

    Raises:
        InputError: a file cannot be read.
        DataError: gold or claims are not in the form of GUIDE.md, or the gold is of documents that were not read.
    """
    gold = read_gold(gold_files(places))
    return judge(gold, system_of_file(found, gold) if isinstance(found, Path) else system_of_workspace(found, gold))
