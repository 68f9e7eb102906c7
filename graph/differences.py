"""What of a graph differs from what a server was sent before: parts cut into units in, fingerprints, manifests and differences out. Pure.

A unit is a few thousand nodes or edges of one part. Its fingerprint tells at once that nothing in it has changed; its manifest, which lies on
the server beside the fingerprint, has an entry for each item, and tells exactly what has (docs/adr/0009).
"""

from __future__ import annotations

import json
import marshal
import zlib
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Literal, NamedTuple, TypeVar, cast

from graph.model import Edge, Graph, Node, Part, Properties

Kind = Literal["nodes", "edges"]
Key = tuple[str, ...]  # label and id of a node; type, label and id of the source, label and id of the target of an edge
Item = tuple[Key, Properties]
KNOWN = "known"
Record = TypeVar("Record", Node, Edge)
_SIZE = 4_096  # items of a unit at most, on average
_GROWTH = 4


class Entry(NamedTuple):
    """What a manifest says of an item: the hash of its properties, and their names."""

    hash: str
    names: tuple[str, ...]


Manifest = dict[Key, Entry]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a unit belongs: number ``at`` of the ``of`` units that a part's nodes or edges are cut into."""

    part: str
    kind: Kind
    of: int
    at: int

    @property
    def key(self) -> str:
        return f"{self.kind}/{self.of}/{self.at}/{self.part}"

    @classmethod
    def from_key(cls, key: str) -> Place:
        kind, of, at, part = key.split("/", 3)
        return cls(part, "nodes" if kind == "nodes" else "edges", int(of), int(at))


@dataclass(frozen=True, slots=True)
class Unit:
    """Records of one kind. They are taken apart only where something has changed: most loads find that nothing has."""

    place: Place
    records: Sequence[Node] | Sequence[Edge]

    def items(self) -> Iterator[Item]:
        for one in self.records:
            yield ((one.label, one.id) if isinstance(one, Node) else (one.type, *one.source, *one.target)), one.properties

    def fingerprint(self) -> str:
        """Equal for equal records in the same order (marshal's second format knows neither identity nor interning)."""
        content: list[tuple[object, ...]]
        if self.place.kind == "nodes":
            content = [(node.label, node.id, node.properties) for node in cast(Sequence[Node], self.records)]
        else:
            content = [(edge.type, edge.source, edge.target, edge.properties) for edge in cast(Sequence[Edge], self.records)]
        return blake2b(marshal.dumps(content, 2), digest_size=16).hexdigest()

    def manifest(self) -> Manifest:
        return {key: _entry(properties) for key, properties in self.items()}


@dataclass(frozen=True, slots=True)
class Changed:
    """An item to write; ``gone`` are the names of properties that it had and has no longer."""

    key: Key
    properties: Properties
    gone: tuple[str, ...] = ()


def keyed_parts(graph: Graph) -> Iterator[tuple[str, Part]]:
    """The parts of a graph with keys that differ: what is known first, then the evidence. A part without a key is known by its number."""
    yield KNOWN, graph.known
    for number, part in enumerate(graph.evidence):
        yield (f"evidence/{part.key}" if part.key else f"number/{number}"), part


def needed(items: int) -> int:
    """Into how many units so many items are cut: a power of four, so that growth splits units and never mixes them."""
    of = 1
    while items > of * _SIZE:
        of *= _GROWTH
    return of


def units(key: str, part: Part, cuts: Mapping[tuple[str, Kind], int]) -> Iterator[Unit]:
    """A part's nodes in units, then its edges; ``cuts`` says how many there were before, for they grow only."""
    for place, nodes in _shelves(key, "nodes", part.nodes, lambda node: node.id, cuts):
        yield Unit(place, nodes)
    for place, edges in _shelves(key, "edges", part.edges, lambda edge: edge.source[1] + edge.target[1], cuts):
        yield Unit(place, edges)


def split(manifest: Manifest, place: Place, of: int) -> dict[Place, Manifest]:
    """The manifest of a unit as those of the smaller units it is cut into."""
    found: dict[Place, Manifest] = {Place(place.part, place.kind, of, at): {} for at in range(place.at, of, place.of)}
    for key, entry in manifest.items():
        found[Place(place.part, place.kind, of, _at(key[1] if len(key) == 2 else key[2] + key[4], of))][key] = entry
    return found


def changed(unit: Unit, before: Manifest) -> Iterator[Changed]:
    """The items of a unit that are new or different."""
    for key, properties in unit.items():
        old = before.get(key)
        if old is None:
            yield Changed(key, properties)
        elif old.hash != _entry(properties).hash:
            yield Changed(key, properties, tuple(name for name in old.names if name not in properties))


def stale(unit: Unit | None, before: Iterable[Key]) -> list[Key]:
    """What was there before and is no longer: everything, where the unit is gone."""
    present = set() if unit is None else {key for key, _ in unit.items()}
    return [key for key in before if key not in present]


def pack(manifest: Manifest) -> str:
    """A manifest as the text that lies on the server: letters and digits, which the offline importer reads faster than bytes."""
    names: dict[tuple[str, ...], int] = {}
    entries = [(*key, entry.hash, names.setdefault(entry.names, len(names))) for key, entry in manifest.items()]
    written = json.dumps([list(names), entries], ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return b64encode(zlib.compress(written, 1)).decode("ascii")


def unpack(packed: str) -> Manifest:
    """The manifest that :func:`pack` has packed."""
    names, entries = json.loads(zlib.decompress(b64decode(packed)).decode("utf-8", "surrogatepass"))
    named = [tuple(one) for one in names]
    return {tuple(entry[:-2]): Entry(entry[-2], named[entry[-1]]) for entry in entries}


def _shelves(
    part: str, kind: Kind, records: Sequence[Record], ends: Callable[[Record], str], cuts: Mapping[tuple[str, Kind], int]
) -> Iterator[tuple[Place, Sequence[Record]]]:
    of = max(cuts.get((part, kind), 1), needed(len(records)))
    if of == 1:
        yield Place(part, kind, 1, 0), records
        return
    shelves: list[list[Record]] = [[] for _ in range(of)]
    for record in records:
        shelves[_at(ends(record), of)].append(record)
    for at, shelf in enumerate(shelves):
        yield Place(part, kind, of, at), shelf


def _at(ends: str, of: int) -> int:
    return zlib.crc32(ends.encode("utf-8", "surrogatepass")) & (of - 1)


def _entry(properties: Properties) -> Entry:
    return Entry(blake2b(marshal.dumps(properties, 2), digest_size=8).hexdigest(), tuple(properties)) if properties else _BARE


_BARE = Entry(blake2b(marshal.dumps({}, 2), digest_size=8).hexdigest(), ())  # of half of all items
