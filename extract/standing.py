"""Which of the strings that patterns require stand in a text, told for all patterns in one pass. Strings in, their numbers out.

Patterns are made little by little, when first needed: strings that come later get an automaton of their own, which is united with the ones
before as soon as it is no longer small beside them.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import islice

from ahocorasick_rs import AhoCorasick, MatchKind

from extract.literals import folded

_TEXTS = 1024  # texts of which is remembered what stands in them: many readers ask for the same passage
_SMALL = 0.25  # share of the automaton before, up to which one is kept apart

_NUMBERS: dict[str, int] = {}  # of each string, in the order in which they came
_CHARACTERS: dict[str, int] = {}  # those of one character, with numbers below 0: they stand in texts so often that no automaton looks for them
_AUTOMATA: list[tuple[int, AhoCorasick]] = []  # each with the number of its first string
_SOUGHT = [0]  # how many strings the first automata have: none, one, two …


def numbered(strings: Iterable[str]) -> frozenset[int]:
    """The numbers of some strings, which are sought from now on."""
    known = len(_NUMBERS) + len(_CHARACTERS)
    numbers = frozenset(
        _CHARACTERS.setdefault(string, -1 - len(_CHARACTERS)) if len(string) == 1 else _NUMBERS.setdefault(string, len(_NUMBERS))
        for string in strings
    )
    if len(_NUMBERS) + len(_CHARACTERS) > known:
        standing_in.cache_clear()
    return numbers


@lru_cache(maxsize=_TEXTS)
def standing_in(text: str) -> frozenset[int]:
    """The numbers of all strings that stand in a text, both folded."""
    within = folded(text)
    found = {_CHARACTERS[char] for char in _CHARACTERS.keys() & within}
    for first, each in _automata():
        found |= {first + number for number, _, _ in each.find_matches_as_indexes(within, overlapping=True)}
    return frozenset(found)


def automaton(strings: Iterable[str]) -> AhoCorasick:
    """An automaton that finds all of the strings."""
    return AhoCorasick(list(strings), matchkind=MatchKind.Standard)


def _automata() -> list[tuple[int, AhoCorasick]]:
    """The automata, the strings that have come since they were made in a new one."""
    if _SOUGHT[-1] < len(_NUMBERS):
        while len(_SOUGHT) > 1 and len(_NUMBERS) - _SOUGHT[-1] > _SMALL * (_SOUGHT[-1] - _SOUGHT[-2]):
            _SOUGHT.pop()
            _AUTOMATA.pop()
        _AUTOMATA.append((_SOUGHT[-1], automaton(islice(_NUMBERS, _SOUGHT[-1], None))))
        _SOUGHT.append(len(_NUMBERS))
    return _AUTOMATA
