"""States and territories: data/names/*.yaml, and the names CLDR (Babel) and ISO 3166 (pycountry) have for them. Nothing in, entities out."""

from __future__ import annotations

import gettext
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pycountry
from babel import Locale
from pydantic import Field

from extract.language import Words, load_checked
from extract.naming.forms import key, turned, unique
from graph.errors import DataError
from graph.records import Entity
from graph.settings import DATA

NAMES = DATA / "names"
#: Language of a name: its CLDR locales and its catalogues of ISO 3166; traditional characters come after simplified ones.
SOURCES = {
    "en": (("en",), ()), "zh": (("zh", "zh_Hant"), ("zh_CN", "zh_TW", "zh_HK")), "ko": (("ko",), ("ko",)), "fr": (("fr",), ("fr",)),
    "es": (("es",), ("es",)), "ru": (("ru",), ("ru",)), "ar": (("ar",), ("ar",)),
}  # fmt: skip
ByLanguage = dict[str, tuple[str, ...]]


class Place(Words):
    """A state or territory; the keys are explained in data/names/states.yaml."""

    alpha2: str
    subregion: str | None = None
    usual: dict[str, str] = Field(default_factory=dict)
    names: ByLanguage = Field(default_factory=dict)
    weak: ByLanguage = Field(default_factory=dict)
    without: ByLanguage = Field(default_factory=dict)
    sort: str | None = None


class States(Words):
    subregions: dict[str, str] = Field(default_factory=dict)
    states: dict[str, Place] = Field(default_factory=dict)


class Territories(Words):
    territories: dict[str, Place] = Field(default_factory=dict)


def read_states(folder: Path = NAMES) -> Iterator[Entity]:
    """Every state (``state:`` + ISO 3166-1 alpha-3) with its names in seven languages.

    Raises:
        DataError: the file breaks its shape, or a subregion is not declared.
    """
    path = folder / "states.yaml"
    data = load_checked(path, States)
    for code, place in data.states.items():
        if place.subregion not in data.subregions:
            raise DataError(f"{path}: {code}: there is no subregion {place.subregion}")
        region = {"region": data.subregions[place.subregion], "subregion": place.subregion}
        properties = {"iso3": code, "iso2": place.alpha2} | region | ({"sort": place.sort} if place.sort else {})
        yield Entity(f"state:{code}", "State", *_names(code, place), properties)


def read_territories(folder: Path = NAMES) -> Iterator[Entity]:
    """The territories that lists of countries name (``territory:`` + ISO 3166-1 alpha-3); they are no actors.

    Raises:
        DataError: the file breaks its shape.
    """
    for code, place in load_checked(folder / "territories.yaml", Territories).territories.items():
        yield Entity(f"territory:{code}", "Territory", *_names(code, place), {"iso3": code, "iso2": place.alpha2})


def _names(code: str, place: Place) -> tuple[ByLanguage, ByLanguage]:
    """Strong and weak names: the usual one first, then CLDR's, ours, ISO's; what is weak or refused is not strong."""
    names = {}
    for language, (locales, catalogues) in SOURCES.items():
        refused = {key(name) for names_of in (place.weak, place.without) for name in names_of.get(language, ())}
        known = [place.usual.get(language, ""), *(_territories(locale).get(place.alpha2, "") for locale in locales[:1])]
        known += [*place.names.get(language, ()), *(_territories(locale).get(place.alpha2, "") for locale in locales[1:])]
        known += [name for catalogue in catalogues or ("",) for name in _iso_names(code, catalogue)]
        names[language] = unique(name for name in known if key(name) not in refused)
    return names, place.weak


@cache
def _territories(locale: str) -> dict[str, str]:
    return dict(Locale.parse(locale).territories)


def _iso_names(code: str, catalogue: str) -> Iterator[str]:
    """Common, usual and official name, translated."""
    entry = _iso().get(code, {})
    translate = _catalogue(catalogue).gettext if catalogue else str
    for field in ("common_name", "name", "official_name"):
        if field in entry:
            yield from turned(translate(entry[field]))


@cache
def _iso() -> dict[str, dict[str, str]]:
    entries = json.loads((Path(pycountry.DATABASE_DIR) / "iso3166-1.json").read_text(encoding="utf-8"))["3166-1"]
    return {entry["alpha_3"]: entry for entry in entries}


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[language], fallback=True)
