"""The world map: states with their stances in, a Vega-Lite chart out. Countries are those of world-atlas (Natural Earth); small states are dots."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise
from typing import Any

import altair as alt
import pycountry
import yaml
from babel import Locale

from dashboards.look import CONTESTED, NEITHER, OPPOSES, SILENT, STANCES, SUPPORTS
from graph.settings import DATA, ROOT

_TOPOLOGY = ROOT / "dashboards" / "assets" / "countries-110m.json"
_POINTS = DATA / "map" / "small-states.yaml"
_ANTARCTICA = "010"
_LAND, _EDGE = {"light": "#E4E7EA", "dark": "#333B42"}, {"light": "#FFFFFF", "dark": "#14181C"}
HEIGHT = 290
_MARK = "marked"
_COARSER = 40  # the bundled grid has 100,000 meshes, the drawn map 700 pixels
_SHAPES, _ROWS, _DOTS = "the shapes", "the rows", "the dots"


@dataclass(frozen=True, slots=True)
class Spot:
    """A state as the map shows it: its name, the stances it is recorded with, in words, and whether the filters leave it in."""

    iso3: str
    name: str
    stances: tuple[str, ...]
    words: str
    faint: bool = False


@cache
def topology() -> dict[str, Any]:
    """The bundled map, without Antarctica and finer than a screen shows: with it go half of the bytes that each reader is sent."""
    found: dict[str, Any] = json.loads(_TOPOLOGY.read_text(encoding="utf-8"))
    countries = found["objects"].pop("countries")
    del found["objects"]["land"]
    shapes = [{key: shape.get(key) for key in ("type", "arcs", "id")} for shape in countries["geometries"] if shape.get("id") != _ANTARCTICA]
    scale = [step * _COARSER for step in found["transform"]["scale"]]
    return found | {
        "objects": {"countries": countries | {"geometries": shapes}},
        "arcs": [_coarser(arc) for arc in found["arcs"]],
        "transform": found["transform"] | {"scale": scale},
    }


def _coarser(arc: list[list[int]]) -> list[list[int]]:
    """A line of steps on a grid with wider meshes; points that fall on the one before are left out, never the ends."""
    along, across = (accumulate([step[axis] for step in arc]) for axis in (0, 1))
    points = [(round(x / _COARSER), round(y / _COARSER)) for x, y in zip(along, across, strict=True)]
    kept = [points[0], *(here for before, here in pairwise(points) if here != before)]
    if len(kept) == 1:
        kept.append(kept[0])
    return [list(kept[0]), *([x - u, y - v] for (u, v), (x, y) in pairwise(kept))]


@cache
def points() -> dict[str, tuple[float, float]]:
    """Latitude and longitude of the states that the map lacks."""
    return {iso3: (place[0], place[1]) for iso3, place in yaml.safe_load(_POINTS.read_text(encoding="utf-8")).items()}


@cache
def countries() -> dict[str, str]:
    """ISO 3166 code of three letters for each numeric code on the map."""
    drawn = {shape["id"] for shape in topology()["objects"]["countries"]["geometries"] if shape["id"]}
    return {country.numeric: country.alpha_3 for country in pycountry.countries if country.numeric in drawn}


@cache
def territory(iso3: str, language: str) -> str:
    """The name of a country of which nothing is recorded."""
    country = pycountry.countries.get(alpha_3=iso3)
    return iso3 if country is None else str(Locale(language).territories.get(country.alpha_2) or country.name)


def world(spots: Iterable[Spot], *, language: str, dark: bool, silent: str) -> dict[str, Any]:
    """The map. Clicking a state selects its ``iso3`` under the name ``pick``; :func:`marked` outlines one. ``silent`` are the words where nothing is
    recorded.

    Altair gets names in place of the data, which are put in at the end: it would go through every border of every country.
    """
    known = {spot.iso3: spot for spot in spots}
    looks = {spot.stances for spot in known.values()}
    on_map = [{"id": code} | _row(iso3, known, language, silent) for code, iso3 in countries().items()]
    small = [{"lat": place[0], "lon": place[1]} | _row(iso3, known, language, silent) for iso3, place in points().items()]
    fields = ["iso3", "state", "recorded", "look", "faint"]
    edge = _EDGE["dark" if dark else "light"]
    drawn = {"fill": _fill(looks, dark), "opacity": alt.when("datum.faint").then(alt.value(0.25)).otherwise(alt.value(1))}
    tooltip = [alt.Tooltip("state:N", title=" "), alt.Tooltip("recorded:N", title=" ")]
    pick = alt.selection_point(name="pick", fields=["iso3"], on="click", clear=False)
    shapes = (
        alt.Chart(_data(values=_SHAPES, format=alt.TopoDataFormat(type="topojson", feature="countries")))
        .transform_lookup(lookup="id", from_=alt.LookupData(data=_data(values=_ROWS), key="id", fields=fields))
        .mark_geoshape(cursor="pointer")
        .encode(tooltip=tooltip, stroke=_stroke(edge, dark), strokeWidth=_width(0.5), **drawn)
        .add_params(pick)
    )
    dots = (
        alt.Chart(_data(values=_DOTS))
        .mark_circle(size=46, cursor="pointer")
        .encode(longitude="lon:Q", latitude="lat:Q", tooltip=tooltip, stroke=_stroke(edge, dark), strokeWidth=_width(0.8), **drawn)
    )
    chart = alt.layer(shapes, dots).project("equalEarth").properties(height=HEIGHT, width="container").configure_view(strokeWidth=0)
    chart = chart.add_params(alt.param(name=_MARK, value=""))
    filled: dict[str, Any] = _filled(chart.to_dict(validate=False), {_SHAPES: topology(), _ROWS: on_map, _DOTS: small})
    return filled


def marked(chart: Mapping[str, Any], iso3: str | None) -> dict[str, Any]:
    """The map with a state outlined; the chart itself stays as it is."""
    return dict(chart) | {"params": [each | {"value": iso3 or ""} if each["name"] == _MARK else each for each in chart["params"]]}


def _filled(part: Any, data: Mapping[str, Any]) -> Any:
    """A specification with data in place of their names."""
    if isinstance(part, dict):
        return {key: data.get(value, value) if key == "values" and isinstance(value, str) else _filled(value, data) for key, value in part.items()}
    return [_filled(each, data) for each in part] if isinstance(part, list) else part


def _data(**parts: Any) -> alt.Data:
    data: alt.Data = alt.Data(**parts)  # type: ignore[no-untyped-call]
    return data


def _row(iso3: str, known: Mapping[str, Spot], language: str, silent: str) -> dict[str, Any]:
    spot = known.get(iso3) or Spot(iso3, territory(iso3, language), (), silent)
    return {
        "iso3": iso3, "state": spot.name, "recorded": spot.words, "look": "+".join(spot.stances), "faint": spot.faint,
    }  # fmt: skip


def _fill(looks: Iterable[tuple[str, ...]], dark: bool) -> Any:
    """A stance's colour; the colours of a contested state's stances in stripes; grey where nothing is recorded."""
    chain: Any = alt
    for stances in sorted(looks):
        if stances:
            chain = chain.when(alt.datum.look == "+".join(stances)).then(alt.value(_paint(stances)))
    grey = alt.value(_LAND["dark" if dark else "light"])
    return grey if chain is alt else chain.otherwise(grey)


def _paint(stances: tuple[str, ...]) -> Any:
    if len(stances) == 1:
        return STANCES[stances[0]].colour
    stripes, stops = 12, []
    for at in range(stripes):
        colour = STANCES[stances[at % len(stances)]].colour
        stops += [alt.GradientStop(color=colour, offset=at / stripes), alt.GradientStop(color=colour, offset=(at + 1) / stripes)]
    return alt.LinearGradient(gradient="linear", stops=stops, x1=0, y1=0, x2=1, y2=1)


def _stroke(edge: str, dark: bool) -> Any:
    return alt.when(f"datum.iso3 === {_MARK}").then(alt.value("#FFFFFF" if dark else "#000000")).otherwise(alt.value(edge))


def _width(usual: float) -> Any:
    return alt.when(f"datum.iso3 === {_MARK}").then(alt.value(1.2)).otherwise(alt.value(usual))


LEGEND = (SUPPORTS, OPPOSES, NEITHER, CONTESTED, SILENT)
