"""The names of concepts as one matcher, and the wordings of the language packs around them. Nothing in; lexicon and patterns out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import ahocorasick_rs

from extract.language import Words, section
from extract.patterns import NEVER, either, either_of
from extract.sought import Patterns, Sought
from graph.concepts import Local, load_concepts, local_vocabulary

_ACRONYM = 5  # capitals up to this length are read as written: LAWS is no laws, AI no ai


class Wording(Words):
    """A pattern, and the concept it names."""

    id: str
    pattern: str


class ConceptWords(Words):
    """Section ``concepts`` of a language pack; its keys are explained in the English file."""

    patterns: tuple[Wording, ...] = ()
    beside: dict[str, tuple[str, ...]] = {}
    joins: str = NEVER
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The names of all concepts, in lower case, longest first; ``names`` holds concept and name as written by the matcher's index."""

    matcher: ahocorasick_rs.AhoCorasick
    names: tuple[tuple[str, str], ...]
    acronyms: frozenset[str]


@dataclass(frozen=True, slots=True)
class Told:
    """Concepts told by patterns: the concept of each by its number."""

    concepts: tuple[str, ...]
    patterns: Patterns


@dataclass(frozen=True, slots=True)
class Wordings:
    """A language's patterns: ``open`` with their concepts, ``beside`` with theirs, what joins two concepts, and titles."""

    open: Told
    beside: Told
    joins: re.Pattern[str]
    titles: Sought


def lexicon() -> Lexicon:
    """Every fixed name of a concept, in all languages: texts of one quote terms of another."""
    return _lexicon(local_vocabulary())


@cache
def _lexicon(local: Local | None) -> Lexicon:
    names = {name: concept.id for concept in load_concepts() if concept.kind == "Concept" for forms in concept.names.values() for name in forms}
    rows = tuple((concept, name) for name, concept in names.items())
    matcher = ahocorasick_rs.AhoCorasick([name.lower() for _, name in rows], matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return Lexicon(matcher, rows, frozenset(name for _, name in rows if is_acronym(name)))


@cache
def wordings(language: str) -> Wordings:
    """What a language pack adds to the fixed names."""
    words: ConceptWords = section(language, "concepts", ConceptWords)
    edge = r"\b" if language == "en" else ""
    return Wordings(
        open=Told(tuple(each.id for each in words.patterns), Patterns(re.compile(each.pattern) for each in words.patterns)),
        beside=Told(tuple(words.beside), Patterns(re.compile(rf"{edge}(?:{either(names)}){edge}") for names in words.beside.values())),
        joins=re.compile(words.joins),
        titles=Sought(either_of(words.titles)),
    )


def wider_of(concept: str) -> frozenset[str]:
    """The concepts one step wider."""
    return _wider(local_vocabulary()).get(concept, frozenset())


@cache
def _wider(local: Local | None) -> dict[str, frozenset[str]]:
    return {each.id: frozenset(each.broader) for each in load_concepts()}


def is_acronym(name: str) -> bool:
    """Whether a name counts only as it is written."""
    return name.isupper() and name.isascii() and len(name) <= _ACRONYM
