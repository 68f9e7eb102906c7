"""The world map: states with their stances in, what its component shows (dashboards/worldmap.py) out. Countries are those of world-atlas (Natural
Earth); small states are dots.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

import pycountry
import yaml
from babel import Locale

from dashboards.look import CONTESTED, NEITHER, OPPOSES, SILENT, STANCES, SUPPORTS
from dashboards.markup import element
from dashboards.outlines import WIDE, outlines, place
from graph.settings import DATA, ROOT

_TOPOLOGY = ROOT / "dashboards" / "assets" / "countries-110m.json"
_POINTS = DATA / "map" / "small-states.yaml"
_ANTARCTICA = "010"
_NORTH, _SOUTH = 84, -57  # degrees within which the rest lies
_DOT, _BEYOND = 11, 25  # units of the map: of a dot; beyond the 180th meridian, where Fiji ends
LEGEND = (SUPPORTS, OPPOSES, NEITHER, CONTESTED, SILENT)


@dataclass(frozen=True, slots=True)
class Spot:
    """A state as the map shows it: its name, the stances it is recorded with, in words, and whether the filters leave it in."""

    iso3: str
    name: str
    stances: tuple[str, ...]
    words: str
    faint: bool = False


@cache
def _shapes() -> tuple[tuple[str, str], ...]:
    """Numeric code («» where it has none) and path of each country on the bundled map, without Antarctica."""
    topology = json.loads(_TOPOLOGY.read_text(encoding="utf-8"))
    return tuple((code, path) for code, path in outlines(topology, "countries") if code != _ANTARCTICA)


@cache
def drawing() -> str:
    """The map as markup; each state bears its ISO 3166 code of three letters. Nothing of it comes from documents."""
    codes, top, bottom = countries(), place(_NORTH, 0)[1], place(_SOUTH, 0)[1]
    land = [element("path", d=path, data_iso3=codes.get(code, "")) for code, path in _shapes()]
    where = ((iso3, place(*each)) for iso3, each in points().items())
    dots = [element("circle", cx=str(x), cy=str(y), r=str(_DOT), data_iso3=iso3) for iso3, (x, y) in where]
    return element("svg", *land, *dots, viewBox=f"{-WIDE // 2} {top} {WIDE + _BEYOND} {bottom - top}", role="group")


@cache
def points() -> dict[str, tuple[float, float]]:
    """Latitude and longitude of the states that the map lacks."""
    return {iso3: (where[0], where[1]) for iso3, where in yaml.safe_load(_POINTS.read_text(encoding="utf-8")).items()}


@cache
def countries() -> dict[str, str]:
    """ISO 3166 code of three letters for each numeric code on the map."""
    drawn = {code for code, _ in _shapes()}
    return {country.numeric: country.alpha_3 for country in pycountry.countries if country.numeric in drawn}


@cache
def territory(iso3: str, language: str) -> str:
    """The name of a country of which nothing is recorded."""
    country = pycountry.countries.get(alpha_3=iso3)
    return iso3 if country is None else str(Locale(language).territories.get(country.alpha_2) or country.name)


def world(spots: Iterable[Spot], *, language: str, silent: str) -> dict[str, Any]:
    """What each state on the map is called and recorded with: name, words, look, and 1 where the filters leave it out; and the colours of each look.

    ``silent`` are the words where nothing is recorded.
    """
    known = {spot.iso3: spot for spot in spots}
    shown = [known.get(iso3) or Spot(iso3, territory(iso3, language), (), silent) for iso3 in (*countries().values(), *points())]
    looks = {each.stances for each in shown if each.stances}
    return {
        "states": {each.iso3: [each.name, each.words, "+".join(each.stances), int(each.faint)] for each in shown},
        "looks": {"+".join(stances): [STANCES[stance].colour for stance in stances] for stances in sorted(looks)},
    }
