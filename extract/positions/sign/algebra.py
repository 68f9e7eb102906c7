"""The algebra of polarity: what a chain of cues says of its target. Cue classes in, a sign out; pure.

Against × against is for; not-for is against; not-against is neither; what is neither stays neither.
"""

from __future__ import annotations

from collections.abc import Iterable

SIGNS = {
    "SUP": "+", "CALL": "+", "NEED": "+", "DUTY": "+",
    "GOOD": "+", "SUFF": "+", "OPP": "-", "BAD": "-", "INSUF": "-", "QUAL": "~", "DOUBT": "~", "HARD": "~",
}  # fmt: skip


def times(one: str, other: str) -> str:
    """The sign of an attitude ``one`` towards something that itself has the sign ``other``."""
    if "~" in (one, other):
        return "~"
    return "+" if one == other else "-"


def negated(sign: str) -> str:
    """Not-for is against; not-against is neither for nor against; not-neither says nothing new."""
    return {"+": "-", "-": "~"}.get(sign, "~")


def chain(cues: Iterable[str], *, last_first: bool = False) -> str:
    """The sign of a chain of cue classes, outermost first (``last_first`` for languages that put the verb last); «0» without a cue."""
    names = list(cues)
    if last_first:
        names.reverse()
    sign, negation = "0", False
    for name in names:
        if name == "NEG":
            negation = not negation
            continue
        own = SIGNS.get(name)
        if own is None:
            continue
        if negation:
            own, negation = negated(own), False
        sign = own if sign == "0" else times(sign, own)
    if negation:
        sign = "-" if sign == "0" else negated(sign)
    return sign
