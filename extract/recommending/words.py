"""How languages recommend: verbs, obligations, lead-ins, headings. A text and its language in, what it says of recommending out; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.language import Words, languages, section
from extract.patterns import either_of
from extract.sought import Sought
from graph.sourcemap import Span


class AddresseeWords(Words):
    """Who may be spoken to: an id and the pattern of its names."""

    id: str
    pattern: str


class RecommendationWords(Words):
    """Section ``recommendations`` of a language pack; the keys are explained in its English file."""

    verb_last: bool = False
    head_last: bool = False
    headings: tuple[str, ...] = ()
    mixed: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    closings: tuple[str, ...] = ()
    heading_to: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    first_person: tuple[str, ...] = ()
    recommend: tuple[str, ...] = ()
    urge: tuple[str, ...] = ()
    propose: tuple[str, ...] = ()
    modals: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    announce: tuple[str, ...] = ()
    views: tuple[str, ...] = ()
    consider: tuple[str, ...] = ()
    further: tuple[str, ...] = ()
    reported: tuple[str, ...] = ()
    ordinals: tuple[str, ...] = ()
    joints: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    scene: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    datives: tuple[str, ...] = ()
    addressees: tuple[AddresseeWords, ...] = ()


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that recommend, at ``start…end``: ``kind`` is ``recommend``, ``urge`` or ``modal``."""

    kind: str
    start: int
    end: int


def recommending_words(language: str) -> RecommendationWords:
    """How a language recommends."""
    return section(language, "recommendations", RecommendationWords)


@cache
def shape(language: str, key: str) -> Sought:
    """The patterns under ``key`` as one."""
    return Sought(either_of(getattr(recommending_words(language), key)), re.IGNORECASE)


def has(text: str, language: str, key: str) -> bool:
    """Whether one of the patterns under ``key`` stands in ``text``."""
    return shape(language, key).search(text) is not None


def cues(text: str, span: Span, language: str) -> Iterator[Cue]:
    """The recommending words of a sentence, in reading order; an obligation under a verb («urges … that it must») comes after the verb."""
    found = [
        Cue(kind, match.start(), match.end())
        for kind, key in (("recommend", "recommend"), ("urge", "urge"), ("modal", "modals"))
        for match in shape(language, key).finditer(text, *span)
    ]
    yield from sorted(found, key=lambda cue: (cue.start, -cue.end))


def is_recommending_heading(heading: str) -> bool:
    """Whether a heading of any language stands over recommendations."""
    return any(has(heading, code, "headings") and not has(heading, code, "excluded") for code in languages())


def is_mixed_heading(heading: str) -> bool:
    """Whether it stands over findings as well."""
    return any(has(heading, code, "mixed") for code in languages())


def is_closing_heading(heading: str) -> bool:
    """Whether it ends a run of numbered sections of recommendations."""
    return any(has(heading, code, "closings") for code in languages())
