"""The words of stance labels, of all languages together: a label, column head or heading may be in any. Nothing in, patterns out."""

from __future__ import annotations

import re
from functools import cache

from extract.language import Words, languages, section
from extract.patterns import either_of
from extract.sought import Patterns, Sought


class TargetWords(Words):
    """What a label may be for or against: a proposal, and (``also``) others that the same words are about too."""

    id: str
    pattern: str
    also: tuple[str, ...] = ()


class StanceWords(Words):
    """Section ``stance_labels`` of a language pack; the keys are explained in its English file."""

    verb_last: bool = False
    plus: tuple[str, ...] = ()
    minus: tuple[str, ...] = ()
    qualify: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    targets: tuple[TargetWords, ...] = ()
    votes: tuple[str, ...] = ()
    negations: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    weapons: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    general: tuple[str, ...] = ()
    procedural: tuple[str, ...] = ()
    affirmed: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    partly: tuple[str, ...] = ()
    blank: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    tallies: tuple[str, ...] = ()


@cache
def stance_words(language: str) -> StanceWords:
    """What one language says."""
    return section(language, "stance_labels", StanceWords)


@cache
def stance_pattern(key: str) -> Sought:
    """The patterns under ``key`` in all languages, as one."""
    return Sought(either_of(pattern for code in languages() for pattern in getattr(stance_words(code), key)), re.IGNORECASE)


@cache
def stance_patterns(key: str) -> Patterns:
    """The patterns under ``key`` in all languages, each apart (their groups have the same names)."""
    return Patterns(re.compile(pattern, re.IGNORECASE) for code in languages() for pattern in getattr(stance_words(code), key))


@cache
def stance_targets() -> tuple[tuple[str, ...], ...]:
    """The proposals of each target."""
    return tuple((target.id, *target.also) for code in languages() for target in stance_words(code).targets)


@cache
def target_patterns() -> Patterns:
    """The pattern of each target."""
    return Patterns(re.compile(target.pattern, re.IGNORECASE) for code in languages() for target in stance_words(code).targets)
