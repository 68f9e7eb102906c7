"""Calibration: how a method's confidences are to be drawn so that they say how often it is right. Judged claims in, data/calibration.yaml out.

    python -m extract.evaluation.fitting GOLD… --workspace W [--only METHOD…] [-o data/calibration.yaml]

A method with few judged claims stays near its own confidence, and none is made surer than it says of itself: texts that were seen
while its rules were written cannot show that.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import yaml

from extract.calibration import FITTED, Correction, corrected, logit, own_confidence
from extract.evaluation.calibration import judged_claims
from extract.evaluation.judgement import judge_files
from extract.evaluation.logistic import fitted
from extract.evaluation.scoring import Tally
from graph.errors import RapporteurError
from graph.outputs import whole_file
from graph.workspace import Workspace

Judged = tuple[str, float, bool]  # document, the method's own confidence, whether right
_SHIFT, _SLOPE = 1.0, 8.0  # how strongly the shift is held at 0 and the slope at 1
_LEAST_SLOPE = 0.2
_HEAD = """\
# How the confidence of each method is drawn to the share of its claims that proved right: p becomes sigmoid(shift + slope * logit(p)).
# Written by python -m extract.evaluation.fitting (its documentation says from what); change the texts or the program, not this file.
# error_before, error_after: their expected calibration error as the methods say, and corrected with each document left out in turn.
"""


def fit(judged: Sequence[Judged]) -> Correction:
    """The likeliest correction of a method's confidences, held near none."""
    odds = np.array([logit(confidence) for _, confidence, _ in judged])
    right = np.array([one for _, _, one in judged], dtype=float)
    inputs = np.stack([np.ones_like(odds), odds], axis=1)
    weights = fitted(inputs, right, start=np.array([0.0, 1.0]), held=np.array([_SHIFT, _SLOPE]))
    return Correction(shift=round(float(weights[0]), 3), slope=round(max(_LEAST_SLOPE, float(weights[1])), 3), claims=len(judged))


def corrections(methods: dict[str, list[Judged]]) -> dict[str, Correction]:
    """What is to be kept: the corrections that make their methods less sure."""
    likeliest = {method: fit(judged) for method, judged in methods.items()}
    return {method: one for method, one in likeliest.items() if _surer(one, methods[method]) < 0}


def _surer(correction: Correction, judged: Sequence[Judged]) -> float:
    return sum(corrected(correction, confidence) - confidence for _, confidence, _ in judged)


def by_method(tallies: Iterable[Tally]) -> dict[str, list[Judged]]:
    """The judged claims of each method, with the confidence that it gave them itself."""
    found: dict[str, list[Judged]] = defaultdict(list)
    for tally in tallies:
        for row, right in judged_claims([tally]):
            if row.get("confidence") is not None and row.get("method"):
                method = str(row["method"])
                found[method].append((tally.document, own_confidence(method, float(row["confidence"])), right))
    return dict(sorted(found.items()))


def left_out(judged: Sequence[Judged]) -> list[tuple[float, bool]]:
    """Each claim's corrected confidence, by what the other documents teach, and whether it is right."""
    answers: list[tuple[float, bool]] = []
    for document in sorted({one[0] for one in judged}):
        others = [one for one in judged if one[0] != document]
        correction = corrections({"": others}).get("")
        answers += [(c if correction is None else corrected(correction, c), right) for name, c, right in judged if name == document]
    return answers


def error(answers: Sequence[tuple[float, bool]], *, width: float = 0.1) -> float:
    """The expected calibration error: the distance between confidence and truth in bins of ``width``, weighed by their claims (Guo et al. 2017)."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, right in answers:
        bins[int(confidence / width)].append((confidence, right))
    return sum(abs(sum(c for c, _ in one) - sum(r for _, r in one)) for one in bins.values()) / max(1, len(answers))


def main() -> None:
    """Fits every method that the gold judges and writes the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--workspace", type=Path, required=True)
    parser.add_argument("-o", "--output", type=Path, default=FITTED)
    parser.add_argument("--only", nargs="+", help="methods to correct; the others keep what they say")
    given = parser.parse_args()
    try:
        methods = by_method(judge_files(given.gold, Workspace(given.workspace)).tallies)
        methods = {method: judged for method, judged in methods.items() if given.only is None or method in given.only}
        kept = corrections(methods)
        before = [(confidence, right) for method in kept for _, confidence, right in methods[method]]
        after = [answer for method in kept for answer in left_out(methods[method])]
        rows = {
            "error_before": round(error(before), 3),
            "error_after": round(error(after), 3),
            "methods": {method: one.model_dump() for method, one in kept.items()},
        }
        with whole_file(given.output) as file:
            file.write(_HEAD + yaml.safe_dump(rows, sort_keys=False, allow_unicode=True))
    except RapporteurError as refusal:
        sys.exit(str(refusal))


if __name__ == "__main__":
    main()
