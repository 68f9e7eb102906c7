"""How a line above or below a text names whose it is (data/languages/<code>/letterhead.yaml). A language code in, patterns out."""

from __future__ import annotations

from functools import cache

from extract.language import Words, section


class LetterheadWords(Words):
    """Section ``letterhead``; its keys are explained at the top of the file."""

    before: str = "(?!)"
    behind: str = "(?!)"
    body: str = "(?!)"
    missions: str = "(?!)"
    ministries: str = "(?!)"
    branch: str = ""
    media: str = "(?!)"
    forms: str = "(?!)"
    submitted: tuple[str, ...] = ()
    small: str = "(?!)"


@cache
def letterhead_words(language: str) -> LetterheadWords:
    """The section ``letterhead`` of a language."""
    return section(language, "letterhead", LetterheadWords)
