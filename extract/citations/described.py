"""Documents cited by what they are: «an open letter calling for …», «signed a pledge», «42 states joint statement». A passage in, found out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract.citations.found import YEAR, Found, sentence_span
from extract.citations.known import known_by_kind
from extract.citations.words import choice, citation_words
from extract.sought import Patterns, Sought
from graph.ids import slug
from graph.records import Passage

SHORTEST = 8


@cache
def _patterns() -> Patterns:
    return Patterns(re.compile(one.pattern) for one in citation_words().described)


def find_described(passage: Passage) -> Iterator[Found]:
    """Letters, pledges and joint statements of a year: of the sentence, or the only one of the passage. Without one there is no telling which."""
    for index, match in _patterns().finditer(passage.text):
        kind, year = citation_words().described[index].kind, _year(passage.text, match.start(), match.end())
        if year is not None:
            number = next((value for value in match.groupdict().values() if value), None)
            identity = known_by_kind(kind, year) or "doc:" + "-".join([kind, *([number, "states"] if number else []), year])
            yield Found(identity, match.start(), match.end(), "described", 0.75, known=True)


@cache
def _named() -> Sought:
    """«the Kampala Declaration»: a proper name before the word for a political document, in capitals."""
    words = citation_words()
    name = rf"(?:(?!(?:{choice(words.not_named)})\b)[A-ZÀ-Þ][\w’'-]+[ ]){{1,4}}"
    return Sought(rf"(?<=\b[Tt]he ){name}(?:{choice(words.named)})\b(?![ ](?:[A-Z][a-z]+|of [A-Z]))")


def find_named(passage: Passage) -> Iterator[Found]:
    """Declarations, communiqués and the like by the place or subject in their name."""
    if passage.kind not in ("title", "heading"):
        for match in _named().finditer(passage.text):
            yield Found(f"doc:{slug(match[0])}", *match.span(), "named", 0.8)


def _year(text: str, start: int, end: int) -> str | None:
    low, high = sentence_span(text, start)
    years = [(abs(m.start() - start), m[0]) for m in re.finditer(rf"(?<!\d){YEAR}(?!\d)", text[:high]) if m.start() >= low]
    if years:
        return min(years)[1]
    everywhere = set(re.findall(rf"(?<!\d){YEAR}(?!\d)", text))
    return everywhere.pop() if len(everywhere) == 1 else None
