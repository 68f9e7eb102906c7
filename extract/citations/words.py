"""The words by which documents are cited, of all languages at once: texts of one language cite in others. Data files in, words out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from pydantic import Field

from extract.language import Words, languages, section


class Series(Words):
    """Documents numbered by the body that issues them. In ``patterns`` ``{n}`` is a number like 79/62 or a list of such, ``{d}`` a plain one."""

    id: str
    patterns: tuple[str, ...]
    issuers: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    default: str | None = None


class Described(Words):
    """A document known by what it is («an open letter»): its kind and the pattern that finds its description."""

    kind: str
    pattern: str


class CitationWords(Words):
    """data/languages/<code>/citations.yaml; every key is explained there."""

    series: tuple[Series, ...] = ()
    described: tuple[Described, ...] = ()
    nouns: tuple[str, ...] = ()
    works: tuple[str, ...] = ()
    short_forms: tuple[str, ...] = ()
    titled_before: tuple[str, ...] = ()
    titled_after: tuple[str, ...] = ()
    short_cues: tuple[str, ...] = ()
    films: tuple[str, ...] = ()
    periodicals: tuple[str, ...] = ()
    containers: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    joiners: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    see: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    examples_before: tuple[str, ...] = ()
    examples_after: tuple[str, ...] = ()
    not_authors: tuple[str, ...] = ()
    lead_words: tuple[str, ...] = ()
    organisation_words: tuple[str, ...] = ()
    reference_headings: tuple[str, ...] = ()
    protocols: tuple[str, ...] = ()
    articles_before: tuple[str, ...] = ()
    articles_after: tuple[str, ...] = ()
    imprint: tuple[str, ...] = ()
    issued: tuple[str, ...] = ()
    page_words: tuple[str, ...] = ()
    page_marks: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    year_marks: tuple[str, ...] = ()
    interchangeable: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    surnames: tuple[str, ...] = ()
    subject_marks: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    not_named: tuple[str, ...] = ()


@cache
def citation_words() -> CitationWords:
    """The words of all languages in one."""
    each = [section(code, "citations", CitationWords) for code in languages()]
    return CitationWords(**{name: tuple(word for words in each for word in getattr(words, name)) for name in CitationWords.model_fields})


@cache
def any_of(name: str) -> str:
    """A regular expression for any word of a key, longest first; words of Latin letters stand alone. The words may be patterns.

    A key without words gives an expression that matches nothing.
    """
    return choice(getattr(citation_words(), name))


def choice(words: Iterable[str]) -> str:
    """A regular expression for any of the words, longest first; Latin letters at either end of a word are whole words."""
    bounded = []
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        before = r"(?<![A-Za-z])" if re.match(r"[A-Za-z\\(]", word) and re.search("[A-Za-z]", word[:6]) and word.isascii() else ""
        after = r"(?![A-Za-z])" if word.isascii() and re.search(r"[A-Za-z?)]$", word) else ""
        bounded.append(f"{before}{word}{after}")
    return f"(?:{'|'.join(bounded)})" if bounded else r"(?!)"
