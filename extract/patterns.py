"""Patterns: words of the data files as regular expressions. Words in, pattern text out; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

NEVER = r"(?!)"  # matches nothing


def either(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first; it matches nothing where there is none."""
    return _either(tuple(words))


@lru_cache(maxsize=4096)
def _either(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or NEVER


def either_of(patterns: Iterable[str]) -> str:
    """The patterns as one; it matches nothing where there is none."""
    return "|".join(f"(?:{pattern})" for pattern in patterns) or NEVER


def places_of(word: str, text: str, before: re.Pattern[str], behind: re.Pattern[str]) -> Iterator[int]:
    """Where a word begins in a text, wherever ``before`` fits at its beginning and ``behind`` at its end (both look around, and take nothing)."""
    at = text.find(word)
    while word and at >= 0:
        fits = before.match(text, at) is not None and behind.match(text, at + len(word)) is not None
        if fits:
            yield at
        at = text.find(word, at + len(word) if fits else at + 1)
