"""How sure a figure is: the bootstrap over passages. Tallies in, intervals out; pure and seeded."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extract.evaluation.matching import place
from extract.evaluation.scoring import Figures, Tally, gold_place

ROUNDS = 1000
SEED = 7
_Counts = tuple[int, int, int]  # gold, system, hits


@dataclass(frozen=True, slots=True)
class Interval:
    """The middle 95 % of a figure over resampled passages (percentile bootstrap: Efron and Tibshirani 1993, chapter 13)."""

    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.low:.2f}–{self.high:.2f}"


@dataclass(frozen=True, slots=True)
class Intervals:
    """Those of the three figures, from the same draws."""

    precision: Interval
    recall: Interval
    f1: Interval


def intervals(tallies: Iterable[Tally]) -> Intervals:
    """The intervals when passages are drawn anew, with replacement: claims of one passage stand or fall together."""
    units = by_passage(tallies)
    chance = random.Random(SEED)
    drawn = [_together(chance.choices(units, k=len(units))) for _ in range(ROUNDS)] if units else []
    return Intervals(
        _middle([each.precision for each in drawn if each.system]),  # a draw without claims says nothing about their precision
        _middle([each.recall for each in drawn if each.gold]),
        _middle([each.f1 for each in drawn]),
    )


def by_passage(tallies: Iterable[Tally]) -> list[_Counts]:
    """The counts of each passage that has any, in an order that does not depend on that of the claims."""
    units: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    for tally in tallies:
        gold = [row for row, _ in tally.hits] + list(tally.missed)
        for row, _ in tally.hits:
            _add(units[tally.document, place(row.get("loc"))], (1, 1, 1))
        for row in tally.missed:
            _add(units[tally.document, place(row.get("loc"))], (1, 0, 0))
        for row in tally.invented:
            _add(units[tally.document, gold_place(row, gold)], (0, 1, 0))
    return sorted((gold, system, hits) for gold, system, hits in units.values())


def _add(counts: list[int], more: _Counts) -> None:
    counts[:] = (a + b for a, b in zip(counts, more, strict=True))


def _together(units: Sequence[_Counts]) -> Figures:
    return Figures(*(sum(column) for column in zip(*units, strict=True)))


def _middle(values: list[float]) -> Interval:
    if not values:
        return Interval(0.0, 0.0)
    values.sort()
    cut = int(0.025 * len(values))
    return Interval(values[cut], values[-1 - cut])
