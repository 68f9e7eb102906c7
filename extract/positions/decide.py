"""Which pairs of a sentence are positions. A sentence in, signed pairs with their probability out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.positions.features import features
from extract.positions.model import Model
from extract.positions.tokens import Sentence

SURE = {"+": 0.55, "-": 0.55, "~": 0.55}
UNSURE = 0.35  # from here to sure, a pair is skipped aloud
_MOST = 60  # pairs of a sentence; an endless one is a list that no sentence frame resembles


@dataclass(frozen=True, slots=True)
class Signed:
    """A pair by the numbers of its holder and target, its likeliest sign but none, and how likely that is."""

    holder: int
    target: int
    sign: str
    probability: float


def signed_pairs(model: Model, sentence: Sentence, language: str) -> Iterator[Signed]:
    """The pairs that may be positions, in the order of the targets."""
    if not sentence.holders or not sentence.targets or len(sentence.holders) * len(sentence.targets) > _MOST:
        return
    for target in range(len(sentence.targets)):
        for holder in range(len(sentence.holders)):
            odds = model.probabilities(features(sentence, language, holder, target))
            sign = max("+-~", key=lambda one: odds[one])
            if odds[sign] >= UNSURE:
                yield Signed(holder, target, sign, odds[sign])
