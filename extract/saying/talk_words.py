"""What the data say of talks: verbs, shapes and the parts of a topic. A language code in; words and compiled shapes out."""

from __future__ import annotations

import re
from functools import cache

from extract.language import Words, section
from extract.patterns import either_of
from extract.sought import Sought


class TalkWords(Words):
    """Section ``talks`` of a language pack; its keys are explained in the English file."""

    sure: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    panels: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    further: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    pronouns: tuple[str, ...] = ()
    goes_on: tuple[str, ...] = ()
    explains: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    how: tuple[str, ...] = ()
    effect: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()
    aspects: tuple[str, ...] = ()
    shares: tuple[str, ...] = ()
    head_last: bool = False
    no_talk: tuple[str, ...] = ()
    procedural: tuple[str, ...] = ()


def talk_words(language: str) -> TalkWords:
    """How a language tells of talks."""
    return section(language, "talks", TalkWords)


@cache
def talk_pattern(language: str, key: str) -> Sought:
    """The patterns under ``key`` as one."""
    return Sought(either_of(getattr(talk_words(language), key)))


@cache
def talk_shapes(language: str, key: str) -> tuple[re.Pattern[str], ...]:
    """The patterns under ``key``, each apart, with the language's verbs in the place of {V}; the group ``sure`` tells which kind matched."""
    words = talk_words(language)
    denied = rf"(?!\s?(?:{either_of(words.no_talk)}))"
    verbs = rf"(?P<verb>(?P<sure>{either_of(words.sure)})|(?:{either_of(words.plain)})){denied}"
    return tuple(re.compile(shape.replace("{V}", verbs)) for shape in getattr(words, key))
