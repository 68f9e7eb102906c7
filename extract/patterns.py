"""Patterns: words of the data files as regular expressions. Words in, pattern text out; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
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
