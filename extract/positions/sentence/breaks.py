"""Where a colon begins a new clause and a semicolon none. Tokens and holders in, tokens out; pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from extract.positions.actors.holders import Holder

if TYPE_CHECKING:
    from extract.positions.sentence.tokens import Token


def parted(tokens: Sequence[Token], holders: Sequence[Holder], doing: frozenset[str]) -> list[Token]:
    """The tokens with the marks of clauses that read otherwise than they are written; ``doing`` are the cues that a clause may begin with."""
    row = [one._replace(name=";") if one.name == ":" and _begins_anew(one, holders) else one for one in tokens]
    return [one._replace(name="AND") if one.name == ";" and _goes_on(one, row, doing) else one for one in row]


def _begins_anew(mark: Token, holders: Sequence[Holder]) -> bool:
    """Whether a colon is followed by what the one just named says further («X rejects it: in its view …»)."""
    return any(h.sort == "third" and 0 <= h.start - mark.end <= 1 for h in holders)


def _goes_on(mark: Token, tokens: Sequence[Token], doing: frozenset[str]) -> bool:
    """Whether behind a semicolon whoever acted before does something else («X opposes A; considers B enough»)."""
    after = sorted((one for one in tokens if one.start >= mark.end), key=lambda one: one.start)
    acts = bool(after) and after[0].name in doing and after[0].start - mark.end <= 1
    return acts and any(one.name == "t" for one in after) and not any(one.name == "h" for one in after)
