"""What a language says about names in its texts: section ``names`` of its pack. A language code in, words out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from pydantic import Field

from extract.language import Words, section


class Support(Words):
    """Words beside a form that is not sure by itself; they make it sure."""

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class NameWords(Words):
    """data/languages/<code>/names.yaml; every key is explained there."""

    ambiguous: tuple[str, ...] = ()
    openers: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    masks: tuple[str, ...] = ()
    compounds: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    no_compound_before: tuple[str, ...] = ()
    attached: tuple[str, ...] = ()
    organs: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    support: dict[str, Support] = Field(default_factory=dict)
    chained: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    title_marks: tuple[str, ...] = ()


def name_words(language: str) -> NameWords:
    """The words of a language; the defaults (none) where it has no pack."""
    return section(language, "names", NameWords)


@cache
def either(words: tuple[str, ...]) -> str:
    """A pattern for any of the words, the longest first; one that never matches where there is none."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or r"(?!)"


@cache
def separators(language: str) -> re.Pattern[str]:
    """What may stand between two names of a list (patterns, blanks around them included)."""
    return re.compile(f"(?:{'|'.join(name_words(language).between) or '(?!)'})")


def is_beside(text: str, start: int, end: int, words: Iterable[Support]) -> bool:
    """Whether one of the supporting words stands right before or right after ``text[start:end]``."""
    return any(
        re.search(rf"(?:{either(support.before)})\s?$", text[max(0, start - 40) : start]) is not None
        or re.match(rf"\s?(?:{either(support.after)})", text[end : end + 40]) is not None
        for support in words
    )
