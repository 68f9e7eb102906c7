"""Outlines of countries for a flat map: a topology (TopoJSON) in, SVG paths on the Equal Earth projection out. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from math import asin, cos, pi, radians, sin, sqrt
from typing import Any

WIDE = 1600  # units from the western to the eastern end; the drawn map has about 700 pixels
_POLYNOMIAL = ((1, 1.340264), (3, -0.081106), (7, 0.000893), (9, 0.003796))
_FLAT = sqrt(3) / 2
_SCALE = WIDE * _FLAT * _POLYNOMIAL[0][1] / (2 * pi)
_NEAR = 0.01  # degrees: corners of the grid on the 180th meridian lie a little beyond it
Point = tuple[int, int]
Place = tuple[float, float]  # longitude, latitude


def place(latitude: float, longitude: float) -> Point:
    """Where a place is on the map, in units to the right of and below the middle.

    The Equal Earth projection: B. Šavrič, T. Patterson, B. Jenny, International Journal of Geographical Information Science 33 (2019), equation 1.
    """
    angle = asin(_FLAT * sin(radians(latitude)))
    slope = sum(power * factor * angle ** (power - 1) for power, factor in _POLYNOMIAL)
    height = sum(factor * angle**power for power, factor in _POLYNOMIAL)
    return round(_SCALE * radians(longitude) * cos(angle) / (_FLAT * slope)), round(-_SCALE * height)


def outlines(topology: Mapping[str, Any], name: str) -> Iterator[tuple[str, str]]:
    """Identifier («» where it has none) and path of each shape of an object of the topology."""
    arcs = [_arc(steps, **topology["transform"]) for steps in topology["arcs"]]
    for shape in topology["objects"][name]["geometries"]:
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        yield shape.get("id") or "", "".join(_path(_ring(numbers, arcs)) for rings in polygons for numbers in rings)


def _arc(steps: Sequence[Sequence[int]], scale: Sequence[float], translate: Sequence[float]) -> list[Place]:
    """A line given by steps on a grid."""
    along, across = (accumulate([step[axis] for step in steps]) for axis in (0, 1))
    return [(x * scale[0] + translate[0], y * scale[1] + translate[1]) for x, y in zip(along, across, strict=True)]


def _ring(numbers: Iterable[int], arcs: Sequence[Sequence[Place]]) -> list[Place]:
    """A closed line of several; ``~n`` is line ``n`` from its end. One that crosses the 180th meridian goes on beyond it, to the east."""
    places = [each for number in numbers for each in (arcs[number] if number >= 0 else reversed(arcs[~number]))]
    turns = accumulate((-round((now[0] - before[0]) / 360) for before, now in pairwise(places)), initial=0)
    unwound = [(longitude + 360 * turn, latitude) for (longitude, latitude), turn in zip(places, turns, strict=True)]
    east = 360 if min(longitude for longitude, _ in unwound) < -180 - _NEAR else 0
    return [(longitude + east, latitude) for longitude, latitude in unwound]


def _path(places: Iterable[Place]) -> str:
    """A closed line on the map; points that fall on the one before are left out."""
    points = [place(latitude, longitude) for longitude, latitude in places]
    steps = " ".join(f"{x - u},{y - v}" for (u, v), (x, y) in pairwise(points) if (u, v) != (x, y))
    return f"M{points[0][0]},{points[0][1]}l{steps}z" if steps else ""
