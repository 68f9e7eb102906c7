"""What is good and what is bad about the figures, in words. Judgements in, lines out; pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from extract.evaluation.calibration import reliability
from extract.evaluation.intervals import intervals
from extract.evaluation.judgement import Judgement
from extract.evaluation.scoring import Tally, agreement, figures
from extract.evaluation.views import bin_name, grouped

GOOD = 0.9  # the lower end of F1's interval, or an attribute's agreement
BAD = 0.75  # F1 of a relation, or of positions in a language
PRECISE = 0.85  # precision of positions in a language
FEW = 10  # claims, below which a share says nothing
GAP = 0.1  # confidence above truth


def good_news(sets: Mapping[str, Judgement]) -> Iterator[str]:
    """What is surely good: F1 high even at the lower end of its interval, or above the baseline's there."""
    for name, judgement in sets.items():
        plain = grouped(judgement.baseline, lambda tally: (tally.kind,))
        for (kind,), tallies in grouped(judgement.tallies, lambda tally: (tally.kind,)).items():
            around = intervals(tallies).f1
            if around.low >= GOOD:
                yield f"{name}, {kind}: F1 {figures(tallies).f1:.2f} ({around})"
            if (kind,) in plain and around.low > (beaten := figures(plain[kind,]).f1):
                yield f"{name}, {kind}: surely better than the baseline, F1 {figures(tallies).f1:.2f} ({around}) against {beaten:.2f}"


def bad_news(sets: Mapping[str, Judgement]) -> Iterator[str]:
    """What is bad: low figures, inventions where there is nothing, confidence that promises too much, a baseline that is as good."""
    for name, judgement in sets.items():
        for line in (*_low(judgement), *_languages(judgement), *_nothing_there(judgement), *_too_sure(judgement)):
            yield f"{name}, {line}"


def _low(judgement: Judgement) -> Iterator[str]:
    plain = grouped(judgement.baseline, lambda tally: (tally.kind,))
    for (kind,), tallies in grouped(judgement.tallies, lambda tally: (tally.kind,)).items():
        total = figures(tallies)
        if total.f1 < BAD and total.gold:
            errors = f"{total.gold - total.hits} of {total.gold} missed, {total.system - total.hits} invented"
            yield f"{kind}: F1 {total.f1:.2f} ({intervals(tallies).f1}); {errors}"
        if (kind,) in plain and figures(plain[kind,]).f1 >= total.f1:
            yield f"{kind}: no better than the baseline (F1 {figures(plain[kind,]).f1:.2f})"
        for attribute, share in agreement(tallies, kind).items():
            if share < GOOD and total.hits >= FEW:
                yield f"{kind}: {attribute} is right in {share:.2f} of the right claims only"


def _languages(judgement: Judgement) -> Iterator[str]:
    positions = [tally for tally in judgement.tallies if tally.kind == "POSITION"]
    for (language,), tallies in grouped(positions, lambda tally: (judgement.language(tally),)).items():
        total = figures(tallies)
        if total.gold + total.system and (total.precision < PRECISE or total.f1 < BAD):
            precision = f"precision {total.precision:.2f}" if total.system else "nothing found"
            yield f"positions in {language}: {precision}, recall {total.recall:.2f}, F1 {total.f1:.2f}"


def _nothing_there(judgement: Judgement) -> Iterator[str]:
    for tally in judgement.tallies:
        if tally.kind == "POSITION" and not _has_gold(tally) and tally.invented:
            yield f"{tally.document}: {len(tally.invented)} positions invented in a text that holds none"


def _has_gold(tally: Tally) -> bool:
    return bool(tally.hits or tally.missed)


def _too_sure(judgement: Judgement) -> Iterator[str]:
    for each in reliability(judgement.tallies):
        if each.claims >= FEW and each.gap > GAP:
            where = bin_name(each.low, each.high)
            yield f"confidence {where}: {each.claims} claims are {each.confidence:.2f} sure on the mean and {each.right:.2f} right"
