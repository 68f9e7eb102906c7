"""Values of the Neo4j driver as every store gives them: plain dicts and lists, without internal numbers, dates as ISO strings. Pure."""

from __future__ import annotations

from typing import Any

from neo4j.graph import Node, Path, Relationship
from neo4j.spatial import Point
from neo4j.time import Date, DateTime, Duration, Time


def plain(value: Any) -> Any:
    match value:
        case None | str() | int() | float():  # most of what is asked for, and quicker known than the rest
            return value
        case Node():
            return {"labels": sorted(value.labels), "properties": _properties(value)}
        case Relationship():
            return {"type": value.type, "properties": _properties(value)}
        case Path():
            return {"nodes": [plain(node) for node in value.nodes], "relationships": [plain(one) for one in value.relationships]}
        case dict():
            return {key: plain(item) for key, item in sorted(value.items())}
        case Point():
            return {"srid": value.srid, "coordinates": list(value)}
        case list() | tuple():
            return [plain(item) for item in value]
        case Date() | DateTime() | Time() | Duration():
            return value.iso_format()
        case bytes() | bytearray():
            return bytes(value).hex()
        case _:
            return value


def _properties(found: Node | Relationship) -> dict[str, Any]:
    return {key: plain(value) for key, value in sorted(found.items())}
