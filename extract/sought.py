"""Patterns that are tried only where they may match: what must stand there is sought first, by one automaton. Same matches as re's, sooner."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from extract.literals import beginnings, folded, required

_FEW = 6  # strings up to which a plain look for each is faster than an automaton


class Sought:
    """One pattern for long texts. Where its beginnings are known it is tried at those alone, else where what it requires stands at all."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = re.compile(pattern, flags)
        starts, needed = beginnings(pattern, flags), required(pattern, flags)
        self._starts = _automaton(starts) if starts is not None and min(map(len, starts)) > 1 else None
        self._few = tuple(needed) if needed is not None and len(needed) <= _FEW else None
        self._many = _automaton(needed) if needed is not None and len(needed) > _FEW and needed != starts else None
        self._asked: tuple[str, bool] = "", False  # the text asked for last, which is often asked for again

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match, as ``re.Pattern.search`` gives it."""
        return next(self.finditer(text, start, end), None)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """All matches, as ``re.Pattern.finditer`` gives them."""
        if not self.may_match(text):
            return iter(())
        return self.pattern.finditer(text, start, end) if self._starts is None else self._tried(text, start, end)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The match at ``start``, as ``re.Pattern.match`` gives it."""
        return self.pattern.match(text, start, end) if self.may_match(text) else None

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The match of all of ``text[start:end]``, as ``re.Pattern.fullmatch`` gives it."""
        return self.pattern.fullmatch(text, start, end)

    def sub(self, by: str | Callable[[re.Match[str]], str], text: str) -> str:
        """The text with all matches replaced, as ``re.Pattern.sub`` gives it."""
        return self.pattern.sub(by, text) if self.may_match(text) else text

    def may_match(self, text: str) -> bool:
        """Whether what the pattern requires stands in the text; without any requirement it may match everywhere."""
        if self._few is None and self._many is None:
            return True
        if self._asked[0] is not text:
            within = folded(text)
            found = any(string in within for string in self._few) if self._few is not None else self._has_many(within)
            self._asked = text, found
        return self._asked[1]

    def _has_many(self, within: str) -> bool:
        return self._many is not None and bool(self._many.find_matches_as_indexes(within))

    def _tried(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """Whatever matches at one of its beginnings takes at least that, so that no match is empty."""
        assert self._starts is not None
        found = self._starts.find_matches_as_indexes(folded(text), overlapping=True)
        places = sorted({place for _, place, _ in found})
        for place in places[bisect_left(places, start) :]:
            if place >= start and (match := self.pattern.match(text, place, end)) is not None:
                yield match
                start = match.end()


@cache
def sought(pattern: str, flags: int = 0) -> Sought:
    """The pattern, made once."""
    return Sought(pattern, flags)


class Patterns:
    """Several patterns for the same texts: one pass tells which of them may match."""

    def __init__(self, patterns: Iterable[re.Pattern[str]]) -> None:
        self.patterns = tuple(patterns)
        self._always: list[int] = []
        strings: dict[str, list[int]] = {}
        for number, pattern in enumerate(self.patterns):
            needed = required(pattern.pattern, pattern.flags)
            if needed is None:
                self._always.append(number)
            for string in needed or ():
                strings.setdefault(string, []).append(number)
        self._numbers = list(strings.values())
        self._automaton = _automaton(strings)

    def possible(self, text: str) -> list[int]:
        """The numbers of the patterns that may match in the text, ascending."""
        if self._automaton is None:
            return self._always
        strings = {string for string, _, _ in self._automaton.find_matches_as_indexes(folded(text), overlapping=True)}
        return sorted({*self._always, *(number for string in strings for number in self._numbers[string])})

    def found(self, text: str) -> list[int]:
        """The numbers of the patterns that match somewhere in the text, ascending."""
        return [number for number in self.possible(text) if self.patterns[number].search(text) is not None]

    def finditer(self, text: str) -> Iterator[tuple[int, re.Match[str]]]:
        """Every match of every pattern with the pattern's number: those of the first pattern first, each as ``re`` gives them."""
        for number in self.possible(text):
            for match in self.patterns[number].finditer(text):
                yield number, match


def _automaton(strings: Iterable[str]) -> AhoCorasick | None:
    row = list(strings)
    return AhoCorasick(row, matchkind=MatchKind.Standard) if row else None
