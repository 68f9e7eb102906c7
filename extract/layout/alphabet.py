"""Where an alphabetical list begins again: names in the order they stand in; the starts of the columns they were written in, out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

_STRAY = 0.08  # of the lines may break the alphabetical order inside columns
_SLIGHT = 0.02  # a drop inside the first letter: United States, United Kingdom


def column_starts(sorts: Sequence[str | None], written: Sequence[str], count: int) -> list[int] | None:
    """Where columns begin after the first: the ``count`` greatest drops in the order of the English names (``sorts``), of the names as ``written``,
    or of their Chinese readings, whichever leaves least disorder. ``None`` if all leave too much."""
    best: tuple[int, list[int]] | None = None
    for keys in (sorts, written, [_pinyin(name) for name in written]):
        drops = _drops(keys)
        cuts = sorted(sorted(drops, key=lambda at: -drops[at])[:count])
        left = sum(drops[at] > _SLIGHT for at in drops if at not in cuts)
        if len(cuts) == count and left <= max(1, _STRAY * len(sorts)) and (best is None or left < best[0]):
            best = left, cuts
    return best[1] if best else None


def _drops(keys: Sequence[str | None]) -> dict[int, float]:
    """Places where a key is smaller than the one before, with how far it drops (1: from the last letter to the first)."""
    drops: dict[int, float] = {}
    known = [(at, _place(key)) for at, key in enumerate(keys) if key is not None]
    for (_, above), (at, below) in pairwise(known):
        if below < above:
            drops[at] = above - below
    return drops


def _place(key: str) -> float:
    """A key as a number from 0 to 1, in the order of the characters; letters count from a to z."""
    letters = [character for character in key.lower() if character.isalnum()][:6]
    latin = letters[:1] and letters[0].isascii()
    base, zero = (27, ord("a") - 1) if latin else (65536, 0)
    return sum(min(max(ord(letter) - zero, 0), base - 1) * float(base) ** -(depth + 1) for depth, letter in enumerate(letters))


def _pinyin(text: str) -> str | None:
    """Characters of the first level of GB 2312 stand in the order of their readings; the text's code there orders Chinese names by sound."""
    try:
        code = text.encode("gb2312")
    except UnicodeEncodeError:
        return None
    return "".join(map(chr, (byte * 256 for byte in code[:4])))
