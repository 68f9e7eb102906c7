"""Finding words in plain text: one automaton for all patterns of a language, a regular expression only where it may match. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from extract.literals import beginnings, folded
from graph.errors import DataError


class Found(NamedTuple):
    """Words of the class ``name`` at ``start…end``; ``group`` says what kind of class it is (cue, element, noun, …)."""

    start: int
    end: int
    group: str
    name: str


class _Check:
    """A pattern of the class ``name``, compiled when its beginning is first met: most of thousands never are in a run."""

    def __init__(self, pattern: str, group: str, name: str) -> None:
        self._written, self.group, self.name = pattern, group, name

    @cached_property
    def match(self) -> Callable[[str, int], re.Match[str] | None]:
        with _explained(self._written, self.group, self.name):
            return re.compile(self._written, re.NOFLAG if _has_capitals(self._written) else re.IGNORECASE).match


class Matcher:
    """All patterns of a language. ``groups[group][name]`` are patterns; ``style`` says how words are bounded and blanks written."""

    def __init__(self, groups: Mapping[str, Mapping[str, tuple[str, ...]]], macros: Mapping[str, str], style: str) -> None:
        prefixes: dict[str, list[_Check]] = {}
        for group, names in groups.items():
            for name, patterns in names.items():
                for pattern in patterns:
                    self._add(written(pattern, macros, style), group, name, prefixes)
        self._tried = list(prefixes.values())
        self._bounded = style == "words"  # no word begins within another
        self._automaton = AhoCorasick(list(prefixes), matchkind=MatchKind.Standard) if prefixes else None

    @staticmethod
    def _add(pattern: str, group: str, name: str, prefixes: dict[str, list[_Check]]) -> None:
        with _explained(pattern, group, name):
            starts = beginnings(pattern)
            if starts is None:
                raise ValueError("the pattern must begin with a letter of its own")
        check = _Check(pattern, group, name)
        for start in starts:
            prefixes.setdefault(start, []).append(check)

    def find(self, text: str) -> Iterator[Found]:
        """Everything that matches in the text, overlapping or not."""
        if self._automaton is None:
            return
        tried, bounded = self._tried, self._bounded
        for prefix, start, _ in self._automaton.find_matches_as_indexes(folded(text), overlapping=True):
            if bounded and start and ((before := text[start - 1]).isalnum() or before == "_"):
                continue
            for check in tried[prefix]:
                match = check.match(text, start)
                if match is not None and (end := match.end()) > start:
                    yield Found(start, end, check.group, check.name)


@contextmanager
def _explained(pattern: str, group: str, name: str) -> Iterator[None]:
    """What is wrong with a pattern of the data is said with its place."""
    try:
        yield
    except (re.error, ValueError) as error:
        raise DataError(f"positions: {group}: {name}: {pattern}: {error}") from None


def _has_capitals(pattern: str) -> bool:
    """Whether a pattern means capitals where it has them («LAWS»); without any, case is ignored."""
    return re.search(r"(?<!\\)[A-Z]", pattern) is not None


def written(pattern: str, macros: Mapping[str, str], style: str) -> str:
    """A pattern of the data as a regular expression: macros filled in, words bounded, a final * for any ending."""
    for _ in range(3):
        for name, text in macros.items():
            pattern = pattern.replace("{" + name + "}", text)
    if style == "words":
        pattern = re.sub(r"(?<=\w)(?<!\\\w)\*", r"\\w*", pattern)
        return rf"(?<!\w)(?:{pattern})(?!\w)"
    if style == "blanks":
        pattern = re.sub(r"(?<!\?) (?!\?)", " ?", pattern)
    return pattern
