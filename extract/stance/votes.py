"""The sides of a vote that a text tells in numbers: «166 for / 3 against / 15 abstain». A text in; signs and stretches out; pure."""

from __future__ import annotations

from extract.stance.words import stance_patterns
from graph.sourcemap import Span

_SIGNS = {"plus": "+", "minus": "-", "qualify": "~"}
_TOGETHER = 120  # characters within which the sides of one vote stand


def sides(text: str) -> list[tuple[str, Span]]:
    """The sides of votes with their words, in order; single numbers far from the others are none."""
    found = sorted(
        {
            (match.start(kind), match.end(kind), sign)
            for _, match in stance_patterns("tallies").finditer(text)
            for kind, sign in _SIGNS.items()
            if match.groupdict().get(kind)
        }
    )
    apart = [side for at, side in enumerate(found) if at == 0 or side[0] >= found[at - 1][1]]
    return [
        (sign, (start, end))
        for at, (start, end, sign) in enumerate(apart)
        if any(other[2] != sign and abs(other[0] - start) <= _TOGETHER for number, other in enumerate(apart) if number != at)
    ]
