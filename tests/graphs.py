"""Graphs for tests of stores: small ones from claims, larger ones in versions that differ, and what a store holds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from graph.build import build
from graph.model import Graph
from graph.store import Store, open_store
from tests.builders import BAN, ENTITIES, claim, document, extraction

NODES = "MATCH (n) WHERE NOT n:_Rapporteur RETURN labels(n)[0] AS label, n.id AS id, n ORDER BY label, id"
EDGES = "MATCH (a)-[r]->(b) RETURN type(r) AS type, a.id AS source, b.id AS target, r ORDER BY type, source, target"
STANCES = ("SUPPORTS_BAN", "OPPOSES_BAN", "QUALIFIES_BAN")
HOLDERS = ("state:CHL", "state:EGY", "state:GBR", "org:pax", "state:ITA")


def version(number: int, documents: int = 25) -> Graph:
    """A graph of many documents. From one version to the next a fifth of the documents go, come or change what they say; all bear on the same
    relationships."""
    read = []
    for at in range(documents):
        if (at + number) % 5 == 0:
            continue
        of = document(f"{at:03}", date=f"20{at % 20:02}")
        said = []
        for line in range(8):
            stance = STANCES[(at + line + (number if at % 5 == 1 else 0)) % 3]
            quote = f"words of {at}, line {line}" + (f", version {number}" if at % 5 == 2 else "")
            said.append(claim(stance, HOLDERS[(at * line) % 5], BAN, quote, of=of, loc=f"¶{line}", ordinal=line))
        read.append(extraction(*said, of=of))
    return build(lambda: read, ENTITIES.get)


def contents(store: Store) -> tuple[Any, Any]:
    """All nodes and relationships of a store, in order."""
    return store.read(NODES, limit=1_000_000).rows, store.read(EDGES, limit=1_000_000).rows


def expected(written: Graph, folder: Path) -> tuple[Any, Any]:
    """What the default store makes of a graph."""
    with open_store(folder / "expected.kgl") as store:
        store.write(written)
        return contents(store)
