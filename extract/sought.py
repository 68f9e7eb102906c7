"""Patterns that are tried only where they may match: what must stand there is sought first, for all of them at once. Same matches as re's, sooner."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property

from extract.literals import beginnings, folded, required
from extract.standing import automaton, numbered, standing_in


class Sought:
    """One pattern for long texts. Where its beginnings are known it is tried at those alone, else where what it requires stands at all."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._written, self._flags = pattern, flags
        starts, needed = beginnings(pattern, flags), required(pattern, flags)
        self._starts = automaton(starts) if starts is not None and min(map(len, starts)) > 1 else None
        self._needed = None if needed is None else numbered(needed)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when first tried: to know what it requires, and that it is well written, it was only read."""
        return re.compile(self._written, self._flags)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match, as ``re.Pattern.search`` gives it."""
        if not self.may_match(text):
            return None
        return self.pattern.search(text, start, end) if self._starts is None else next(self._tried(text, start, end), None)

    def within(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """The first match in ``text[start:end]`` seen by itself; what the pattern requires is looked for in the whole text, once for all."""
        return self.pattern.search(text[start:end]) if self.may_match(text) else None

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
        return self._needed is None or not self._needed.isdisjoint(standing_in(text))

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
        self._numbers: dict[int, list[int]] = {}  # of the patterns, by the number of a string that they require
        for number, pattern in enumerate(self.patterns):
            needed = required(pattern.pattern, pattern.flags)
            if needed is None:
                self._always.append(number)
            for string in numbered(needed or ()):
                self._numbers.setdefault(string, []).append(number)

    def possible(self, text: str) -> list[int]:
        """The numbers of the patterns that may match in the text, ascending."""
        strings = self._numbers.keys() & standing_in(text)
        return sorted({*self._always, *(number for string in strings for number in self._numbers[string])}) if strings else self._always

    def found(self, text: str) -> list[int]:
        """The numbers of the patterns that match somewhere in the text, ascending."""
        return [number for number in self.possible(text) if self.patterns[number].search(text) is not None]

    def finditer(self, text: str) -> Iterator[tuple[int, re.Match[str]]]:
        """Every match of every pattern with the pattern's number: those of the first pattern first, each as ``re`` gives them."""
        for number in self.possible(text):
            for match in self.patterns[number].finditer(text):
                yield number, match
