"""Whether the words of a cell name a state, and under which English name an alphabetical list has it. Words in, a sort name out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache

from babel import Locale

from extract.layout.words import words
from graph.datafiles import read_yaml
from graph.settings import DATA

_STATES = DATA / "names" / "states.yaml"
SortName = Callable[[str], "str | None"]
_LOCALES = ("ar", "ru", "es", "fr", "ko", "zh", "zh_Hant", "en")
_NO_STATES = frozenset({"UN", "EU", "EZ", "QO", "ZZ", "XA", "XB", "AC", "CP", "DG", "EA", "IC", "TA"})
_LONGEST = 60
_EXTRA = re.compile(r"\(.*?\)|（.*?）|\[.*?\]|[*†‡#]+|^\s*the\s", re.IGNORECASE)
_UNWRITTEN = re.compile(r"[\W_]+")


@lru_cache(maxsize=4096)
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
    for sort, written in _listed(english):
        names.update((_fold(name), sort) for name in written)
    names.update((_fold(name), sort) for name, sort in words().state_aliases.items())
    return names


def _listed(english: Mapping[str, str]) -> Iterator[tuple[str, list[str]]]:
    """What the project's own list of states adds: the names by which a table sorts them, and all names it has for each."""
    if not _STATES.exists():
        return
    for entry in read_yaml(_STATES).get("states", {}).values():
        forms = [form for key in ("names", "weak") for found in entry.get(key, {}).values() for form in found if len(form) > 1]
        usual = entry.get("usual", {}).get("en") or english.get(entry.get("alpha2"), "")
        sort = _plain(entry.get("sort") or usual or next(iter(forms), ""))
        yield sort, [*forms, english.get(entry.get("alpha2"), sort)]


def _fold(name: str) -> str:
    return _UNWRITTEN.sub("", unicodedata.normalize("NFKC", name).casefold())


def _plain(name: str) -> str:
    """The name without accents: lists sort é as e."""
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(character for character in decomposed if not unicodedata.combining(character))
