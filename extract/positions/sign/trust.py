"""How far a position that was read can be trusted. A pair in its sentence in, a probability out.

The sign is learned from made sentences, and they do not tell what real texts go wrong by: a holder far away or among many, a subject left
out, a target that only points at something. These grounds are weighed by what proved right in labelled texts
(``python -m extract.evaluation.trusting`` fits data/positions/trust.yaml): logistic regression.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import exp, log1p
from pathlib import Path

from pydantic import field_validator

from extract.calibration import logit
from extract.positions.actors.holders import Parties
from extract.positions.pack.words import position_words
from extract.positions.sentence.focus import seen_from
from extract.positions.sentence.tokens import Sentence
from extract.positions.sign.algebra import chain
from extract.positions.sign.decide import Signed, plain_reading
from extract.positions.sign.features import clause, names_of
from graph.datafiles import Record, check, read_yaml
from graph.settings import DATA

FITTED = DATA / "positions" / "trust.yaml"
Grounds = Mapping[str, float]  # by name; what is not named is 0
GROUNDS = (
    "odds", "state", "group", "person", "body", "unknown_body", "several", "unspecified", "own", "pointed_at", "left_out", "silent",
    "against", "neither", "pointing", "plain", "chained", "far", "holders", "targets", "between",
)  # fmt: skip
_KINDS = {"State": "state", "Group": "group", "Person": "person"}


class Weights(Record):
    """``start`` where no ground is given; ``claims`` were judged to find the weights, ``error`` is their calibration error on texts left out."""

    start: float
    weights: dict[str, float]
    claims: int
    error: float

    @field_validator("weights")
    @classmethod
    def _known(cls, given: dict[str, float]) -> dict[str, float]:
        if set(given) != set(GROUNDS):
            raise ValueError(f"weights are wanted for {', '.join(sorted(set(GROUNDS) ^ set(given)))}, and for nothing else")
        return given


@cache
def load_weights(path: Path = FITTED) -> Weights:
    """What was fitted.

    Raises:
        DataError: the file is absent or breaks its shape.
    """
    return check(path, read_yaml(path), Weights)


def trust(grounds: Grounds) -> float:
    """How likely a position is right, by what it rests on."""
    fitted = load_weights()
    return 1 / (1 + exp(-(fitted.start + sum(fitted.weights[name] * value for name, value in grounds.items()))))


def grounds_told(parties: Parties, sign: str, probability: float) -> dict[str, float]:
    """What a position rests on whoever says it how: who holds it, which side it takes, how likely its words are to say so."""
    party, quantifier = parties[0]
    kind = _KINDS.get(party.kind, "body")
    return {
        "odds": logit(probability),
        kind: 1.0,
        "unknown_body": float(kind == "body" and party.id is None),
        "several": (min(len(parties), 4) - 1) / 3,
        "unspecified": float(quantifier == "unspecified"),
        "against": float(sign == "-"),
        "neither": float(sign == "~"),
    }


def grounds_read(sentence: Sentence, language: str, pair: Signed, parties: Parties, sign: str, probability: float) -> dict[str, float]:
    """What a position rests on that a pair of a sentence was read as."""
    holder, target = sentence.holders[pair.holder], sentence.targets[pair.target]
    near = seen_from(sentence, language, pair.holder, pair.target)
    names = names_of(near, pair.holder, pair.target)
    at_h, at_t = names.index("H"), names.index("T")
    between = names[min(at_h, at_t) + 1 : max(at_h, at_t)]
    last_first = position_words(language).verb_last
    chained = pair.sign in (chain(between, last_first=last_first), chain(clause(names[at_t + 1 :]), last_first=last_first))
    return grounds_told(parties, sign, probability) | {
        "own": float(holder.sort in ("first", "author")),
        "pointed_at": float(holder.sort == "third"),
        "left_out": float(holder.sort == "dropped"),
        "silent": float(holder.start == holder.end),
        "pointing": float(target.kind == "theme"),
        "plain": float(plain_reading(near, language, pair.holder, pair.target) == pair.sign),
        "chained": float(chained),
        "far": log1p(max(0, max(holder.start, target.start) - min(holder.end, target.end))) / 4,
        "holders": min(len(sentence.holders), 6) / 3,
        "targets": min(sum(bool(one.proposals) for one in sentence.targets), 6) / 3,
        "between": float(min(sum(name in ("h", "i") for name in between), 3)),
    }
