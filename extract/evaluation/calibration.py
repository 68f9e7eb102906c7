"""How far the claims' confidences can be believed. Tallies in, a reliability table out; pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.evaluation.matching import Row
from extract.evaluation.scoring import Tally

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)


@dataclass(frozen=True, slots=True)
class Bin:
    """Claims with a confidence from ``low`` to below ``high`` (the last bin with it): how many, how sure on the mean, the share right."""

    low: float
    high: float
    claims: int
    confidence: float
    right: float

    @property
    def gap(self) -> float:
        """Above 0: more sure than right."""
        return self.confidence - self.right


def reliability(tallies: Iterable[Tally], *, edges: Sequence[float] = EDGES) -> list[Bin]:
    """Of the claims that have a confidence, how many are right, bin by bin; empty bins are left out."""
    judged = [(float(row["confidence"]), right) for row, right in judged_claims(tallies) if row.get("confidence") is not None]
    bins = []
    for low, high in pairwise(edges):
        inside = [pair for pair in judged if low <= pair[0] < high or pair[0] == high == edges[-1]]
        if inside:
            confidence, right = (sum(values) / len(inside) for values in zip(*inside, strict=True))
            bins.append(Bin(low, high, len(inside), confidence, right))
    return bins


def calibration_error(bins: Sequence[Bin]) -> float:
    """The mean distance between confidence and truth, bins weighed by their claims (expected calibration error: Guo et al. 2017)."""
    claims = sum(each.claims for each in bins)
    return sum(each.claims * abs(each.gap) for each in bins) / claims if claims else 0.0


def judged_claims(tallies: Iterable[Tally]) -> Iterator[tuple[Row, bool]]:
    """Every claim of the system that counts, and whether it is right."""
    for tally in tallies:
        yield from ((row, True) for _, row in tally.hits)
        yield from ((row, False) for row in tally.invented)
