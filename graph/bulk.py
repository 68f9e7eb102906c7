"""A graph into a new Neo4j database by the server's own offline importer: many times faster than a load, for a database no server has open.

What a load notes of what it has sent goes in, too: the first ``rapporteur load`` on the server finds nothing to do, and later ones send
only what differs (docs/adr/0009). The importer is started before its files are written, and both are ready at about the same time (docs/adr/0015).
"""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path

from graph import differences as diff
from graph.beside import beside
from graph.errors import RapporteurError
from graph.exports.numbered import Layout, head_of, layout_of, rows_of, write_rows
from graph.exports.sheets import MULTILINE, OPTIONS, Extent, Sheet
from graph.exports.spreadsheets import text_file
from graph.importer import CAN_WAIT, Importer, started
from graph.lease import LABEL
from graph.model import Graph, Part
from graph.store import Written
from graph.unswept import unswept

_SHORT = 2_000_000  # nodes and edges: below, the importer has ended before Java's second compiler pays (half the work at 600,000)
_EACH = 4  # nodes and edges that a claim brings
_BUFFER = 1 << 20  # characters that the importer reads at once: a quarter of its own choice, for it reads the first ones of each file twice
_HEAD = ":ID,key:string,fingerprint:string,manifest:string\n"


def import_graph(graph: Graph, database: str, *, overwrite: bool = False) -> Written:
    """Makes ``database`` hold this graph and nothing else.

    Args:
        overwrite: replace the database where there is one; without it, one that exists is refused.

    Raises:
        StoreError: there is no importer, or it refuses: a server has the database open, it exists already, or there is no room.
        DataError: a value cannot be said in the importer's files.
    """
    with tempfile.TemporaryDirectory(prefix="rapporteur-") as place, unswept():
        folder, layout = Path(place), layout_of(graph)
        start = partial(started, folder, database, heads=layout.heads | {head_of(LABEL): _HEAD}, short=_is_short(graph))
        if overwrite or not CAN_WAIT:  # what is there stays until all is written
            written, extent = _write(graph, layout, folder)
        else:
            with start(_arguments(layout, Extent()), waiting=True) as run:
                written, extent = _write_beside(run, graph, layout)
                if _reading(extent) == _reading(Extent()):
                    run.finish()
                    return written
                overwrite = run.waits()  # what it has begun; where it has refused, the next says why
        with start(_arguments(layout, extent, overwrite=overwrite), waiting=False) as run:
            run.finish()
    return written


def _write_beside(run: Importer, graph: Graph, layout: Layout) -> tuple[Written, Extent]:
    """What the importer that runs waits for."""
    try:
        return _write(graph, layout, run.folder)
    except RapporteurError as error:
        if not run.waits():
            raise
        raise type(error)(f"{error}; the database {run.database} has been begun: then load it with --overwrite") from None


def _write(graph: Graph, layout: Layout, folder: Path) -> tuple[Written, Extent]:
    with beside(write_rows, graph, layout, folder, _Numbering()) as rows:
        written, extent = _write_notes(graph, folder / rows_of(LABEL))
    return written, extent | rows.answer


def _arguments(layout: Layout, extent: Extent, *, overwrite: bool = False) -> list[str]:
    notes = f"--nodes={LABEL}={head_of(LABEL)},{rows_of(LABEL)}"
    return [*layout.arguments, notes, *OPTIONS, *_reading(extent), f"--overwrite-destination={str(overwrite).lower()}"]


def _reading(extent: Extent) -> list[str]:
    """How the importer is to read files of this extent; its buffer must hold the longest line."""
    size = max(_BUFFER, 2 * extent.longest)
    return [f"--read-buffer-size={size}", *([MULTILINE] if extent.line_ends else [])]


def _is_short(graph: Graph) -> bool:
    claims = sum(claims for edge in graph.known.edges if isinstance(claims := edge.properties.get("claims"), int))
    return len(graph.known.nodes) + len(graph.known.edges) + _EACH * claims < _SHORT


class _Numbering:
    """Gives each node of the database its number: those of a part, then those of the notes on it. The same for the same parts."""

    def __init__(self) -> None:
        self.next = 0

    def __call__(self, part: Part) -> int:
        first = self.next
        self.next += len(part.nodes) + diff.needed(len(part.nodes)) + diff.needed(len(part.edges))
        return first


def _write_notes(graph: Graph, path: Path) -> tuple[Written, Extent]:
    """What a load would note of each unit of the graph, as the importer wants it."""
    sizes = {"nodes": 0, "edges": 0}
    numbering = _Numbering()
    with text_file(path) as file:
        sheet = Sheet(file)
        for key, part in diff.keyed_parts(graph):
            first = numbering(part) + len(part.nodes)
            for number, unit in enumerate(diff.units(key, part, {}), first):
                sizes[unit.place.kind] += len(unit.records)
                name = unit.place.key.replace('"', '""')
                sheet.write_lines(f'{number},"{name}","{unit.fingerprint()}","{diff.pack(unit.manifest())}"\n', 1)
    return Written(sizes["nodes"], sizes["edges"], None), sheet.extent
