"""Whether the words of a cell name a state, and under which English name an alphabetical list has it. Words in, a sort name out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache

from babel import Locale

from extract.layout.words import words

SortName = Callable[[str], "str | None"]
_LOCALES = ("ar", "ru", "es", "fr", "ko", "zh", "zh_Hant", "en")
_NO_STATES = frozenset({"UN", "EU", "EZ", "QO", "ZZ", "XA", "XB", "AC", "CP", "DG", "EA", "IC", "TA"})
_LONGEST = 60
_EXTRA = re.compile(r"\(.*?\)|（.*?）|\[.*?\]|[*†‡#]+|^\s*the\s", re.IGNORECASE)
_UNWRITTEN = re.compile(r"[\W_]+")


def sort_name(cell: str) -> str | None:
    """The English name of the state that ``cell`` names in one of seven languages; ``None`` if it names none."""
    if len(cell) > _LONGEST:
        return None
    names = _names()
    return names.get(_fold(cell)) or names.get(_fold(_EXTRA.sub("", cell)))


@cache
def _names() -> dict[str, str]:
    english = Locale.parse("en").territories
    names: dict[str, str] = {}
    for locale in _LOCALES:
        for code, name in Locale.parse(locale).territories.items():
            if code.isalpha() and code not in _NO_STATES:
                names[_fold(name)] = _plain(english[code])
                names[_fold(_EXTRA.sub("", name))] = _plain(english[code])
    names.update((_fold(name), sort) for name, sort in words().state_aliases.items())
    return names


def _fold(name: str) -> str:
    return _UNWRITTEN.sub("", unicodedata.normalize("NFKC", name).casefold())


def _plain(name: str) -> str:
    """The name without accents: lists sort é as e."""
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(character for character in decomposed if not unicodedata.combining(character))
