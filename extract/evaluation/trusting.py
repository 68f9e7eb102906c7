"""What a position can be trusted by: fitted on labelled texts. Folders of texts with their gold in, data/positions/trust.yaml out.

    python -m extract.evaluation.trusting tests/fresh/round* [-o data/positions/trust.yaml]

Every position that is read in the texts is judged by the gold; what it rests on is weighed by whether it was right. Prints how well the weights
tell right from wrong in each folder, fitted on the others.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml

from extract.evaluation.calibration import judged_claims
from extract.evaluation.fitting import error
from extract.evaluation.inputs import gold_files, read_gold
from extract.evaluation.logistic import Array, fitted
from extract.evaluation.scoring import score
from extract.pipeline import open_reading
from extract.positions.read import findings
from extract.positions.sign.trust import FITTED, GROUNDS, Grounds
from graph.errors import RapporteurError
from graph.jsonl import claim_row
from graph.outputs import whole_file
from graph.records import Claim

_HELD, _START_HELD = 1 / 0.3, 0.1  # how strongly each weight is held at 0, and where they start from
_HEAD = """\
# What a position that was read can be trusted by (extract/positions/sign/trust.py): σ(start + Σ weight × ground) is its confidence.
# Written by python -m extract.evaluation.trusting (its documentation says from what); change the texts or the program, not this file.
# error: the expected calibration error where each folder of texts is left out in turn.
"""


@dataclass(frozen=True, slots=True)
class Judged:
    """A position that was read in a folder's texts: what it rests on, and whether it is right."""

    folder: str
    grounds: Grounds
    right: bool


def judged_in(folder: Path) -> Iterator[Judged]:
    """The positions in a folder's texts, judged by the gold beside them.

    Raises:
        InputError: no gold there, or a text cannot be read.
        DataError: the gold is not in the form of GUIDE.md.
    """
    gold = read_gold(gold_files([folder]))
    grounds: dict[str, Grounds] = {}
    rows = []
    for name in sorted({str(row["doc"]) for row in gold}):
        for finding, rests_on in findings(open_reading(folder / f"{name}.txt")):
            if isinstance(finding, Claim) and finding.id not in grounds:
                grounds[finding.id] = rests_on
                rows.append(claim_row(finding))
    for row, right in judged_claims(tally for tally in score(gold, rows) if tally.kind == "POSITION"):
        yield Judged(folder.name, grounds[str(row["id"])], right)


def fit(judged: Sequence[Judged]) -> Array:
    """Where to start, and the weight of each ground, in the order of ``GROUNDS``."""
    held = np.array([_START_HELD] + [_HELD] * len(GROUNDS))
    return fitted(_inputs(judged), np.array([one.right for one in judged], dtype=float), start=np.zeros(len(GROUNDS) + 1), held=held)


def left_out(judged: Sequence[Judged]) -> Mapping[str, list[tuple[float, bool]]]:
    """By folder, each position's confidence as the other folders teach it, and whether it is right."""
    answers: dict[str, list[tuple[float, bool]]] = {}
    for folder in dict.fromkeys(one.folder for one in judged):
        weights, own = fit([one for one in judged if one.folder != folder]), [one for one in judged if one.folder == folder]
        sure = 1 / (1 + np.exp(-_inputs(own) @ weights))
        answers[folder] = list(zip(sure.tolist(), (one.right for one in own), strict=True))
    return answers


def discrimination(answers: Sequence[tuple[float, bool]]) -> float:
    """How often a right position is surer than a wrong one (the area under the ROC curve: Hanley and McNeil 1982)."""
    right, wrong = ([sure for sure, is_right in answers if is_right is wanted] for wanted in (True, False))
    pairs = [(one > other) + (one == other) / 2 for one in right for other in wrong]
    return sum(pairs) / max(1, len(pairs))


def _inputs(judged: Sequence[Judged]) -> Array:
    return np.array([[1.0, *(one.grounds.get(name, 0.0) for name in GROUNDS)] for one in judged])


def main() -> None:
    """Fits the weights on all folders, writes them, and prints how they do on a folder that they have not seen."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=FITTED)
    given = parser.parse_args()
    try:
        judged = [one for folder in given.folders for one in judged_in(folder)]
        apart = left_out(judged)
        start, *weights = fit(judged).tolist()
        rows = {
            "start": round(start, 3),
            "weights": {name: round(weight, 3) for name, weight in zip(GROUNDS, weights, strict=True)},
            "claims": len(judged),
            "error": round(error([answer for answers in apart.values() for answer in answers]), 3),
        }
        with whole_file(given.output) as file:
            file.write(_HEAD + yaml.safe_dump(rows, sort_keys=False, allow_unicode=True))
    except RapporteurError as refusal:
        sys.exit(str(refusal))
    for folder, answers in apart.items():
        print(f"{folder}: {len(answers)} positions, {sum(right for _, right in answers)} right, told apart {discrimination(answers):.3f}")


if __name__ == "__main__":
    main()
