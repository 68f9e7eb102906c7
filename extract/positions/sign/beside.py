"""Who stands in a sentence beside the one who takes its view. A sentence as seen from a pair in, yes or no out; pure."""

from __future__ import annotations

from itertools import pairwise

from extract.positions.sentence.tokens import Sentence
from extract.positions.sign.features import names_of


def is_beside(near: Sentence, holder: int, target: int) -> bool:
    """Whether a name is only an object beside the one who acts («in his report to X he calls for …»)."""
    names = names_of(near, holder, target)
    at = names.index("H")
    return at < names.index("T") and names[max(0, at - 1) : at] == ["<ob"] and names[at + 1 : at + 2] in (["h"], ["i"])


def is_passed_on(near: Sentence, holder: int, target: int) -> bool:
    """Whether between holder and target another says what follows («X has none, and Y confirmed there are no plans»)."""
    names = names_of(near, holder, target)
    between = names[names.index("H") + 1 : names.index("T")]
    return any(one in ("h", "i") and other == "SAY" for one, other in pairwise(between))


def asks_itself(sentence: Sentence, target: int) -> bool:
    """Whether a proposal is what asks or says something («a treaty asks whether …»)."""
    places = [(token.name, token.index) for token in sentence.tokens]
    return [name for name, _ in places[places.index(("t", target)) + 1 :][:1]] == ["ASK"]
