"""What the data say of definitions: shapes around a concept's name, and who may define. A language code in; compiled shapes out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extract.language import Words, section
from extract.patterns import NEVER


class ShapeWords(Words):
    """What ends at a concept's name and what begins behind it; ``says`` tells who defines where no holder is named."""

    before: str = ""
    after: str
    says: str = "document"


class DefinitionWords(Words):
    """Section ``definitions`` of a language pack; its keys are explained in the English file."""

    shapes: tuple[ShapeWords, ...] = ()
    groups: dict[str, str] = {}
    impersonal: str = NEVER
    joins: str = NEVER
    subject: str = NEVER
    object: str = NEVER
    denied: str = NEVER
    cites: str = NEVER


@dataclass(frozen=True, slots=True)
class Shape:
    """A compiled shape; ``before`` ends where the name begins."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    says: str


def definition_words(language: str) -> DefinitionWords:
    """How a language defines."""
    return section(language, "definitions", DefinitionWords)


@cache
def definition_shapes(language: str) -> tuple[Shape, ...]:
    """The shapes of definitions, most telling first."""
    return tuple(Shape(re.compile(each.before), re.compile(each.after), each.says) for each in definition_words(language).shapes)
