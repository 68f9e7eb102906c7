"""What the data say of terms: words and tags they are made of, and which are none. A language code in, its words out."""

from __future__ import annotations

from extract.language import Words, section
from extract.patterns import NEVER


class SuggestionWords(Words):
    """Section ``suggestions`` of a language pack; its keys are explained in the English file."""

    words: str = NEVER
    stop: frozenset[str] = frozenset()
    edges: frozenset[str] = frozenset()
    generic: frozenset[str] = frozenset()
    endings: tuple[str, ...] = ()
    starts: str = NEVER
    inside: str = NEVER
    heads: str = NEVER
    joint: str = NEVER
    longest: int = 4
    shortest: int = 2
    characters: int = 4
    quoted: tuple[str, ...] = ()
    glossed: str = NEVER
    not_terms: tuple[str, ...] = ()


def suggestion_words(language: str) -> SuggestionWords:
    """How terms of a language are made."""
    return section(language, "suggestions", SuggestionWords)
