"""The graph for Neo4j's importer alone, as ``load --bulk`` starts it: a graph in, files of rows out.

One file a label and one a type of relationship, all of which are known before a row is written, as are their first lines, which stand in files of
their own: so the importer can be started meanwhile (graph.importer). Relationships name their ends by the numbers that their nodes will have in the
database: the importer then need not find them, which is a quarter of its work.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from functools import reduce
from operator import attrgetter, or_
from pathlib import Path

from graph.exports.sheets import Columns, Extent, Sheet, cells_of, edge_columns, grouped, head, node_files
from graph.exports.spreadsheets import text_file
from graph.model import Edge, End, Graph, Part
from graph.ontology import load_ontology

Numbering = Callable[[Part], int]  # the number in the database of a part's first node; the others follow it


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of each label and of each type of relationship."""

    nodes: dict[str, Columns]
    edges: dict[str, Columns]

    @property
    def arguments(self) -> list[str]:
        """What the importer is told of the files."""
        nodes = [f"--nodes={label}={head_of(label)},{rows_of(label)}" for label in self.nodes]
        return nodes + [f"--relationships={name}={head_of(name)},{rows_of(name)}" for name in self.edges] + ["--id-type=actual"]

    @property
    def heads(self) -> dict[str, str]:
        """The first lines, by the names of their files."""
        nodes = {head_of(label): head(":ID", "id:string", typed=columns) for label, columns in self.nodes.items()}
        return nodes | {head_of(name): head(":START_ID", ":END_ID", typed=columns) for name, columns in self.edges.items()}


def layout_of(graph: Graph) -> Layout:
    return Layout(node_files(graph.known), {name: edge_columns(name) for name in load_ontology().relationships})


def head_of(name: str) -> str:
    return f"{name}-head.csv"


def rows_of(name: str) -> str:
    return f"{name}.csv"


def write_rows(graph: Graph, layout: Layout, folder: Path, numbering: Numbering) -> Extent:
    """Writes the rows of all files.

    Args:
        numbering: called up for each part in turn.

    Raises:
        DataError: a list's item holds the character that parts lists.
    """
    with ExitStack() as opened:
        sheets = {name: Sheet(opened.enter_context(text_file(folder / rows_of(name)))) for name in (*layout.nodes, *layout.edges)}
        numbers: dict[End, int] = {}
        for part in graph.parts():
            own = {node.end: number for number, node in enumerate(part.nodes, numbering(part))}
            numbers |= own
            for label, nodes in grouped(part.nodes, attrgetter("label")):
                cells = cells_of(layout.nodes[label])
                sheets[label].write_rows(([numbers[node.end], node.id, *cells(node.properties)] for node in nodes), len(nodes))
            for name, edges in grouped(part.edges, attrgetter("type")):
                _write_edges(sheets[name], layout.edges[name], edges, numbers)
            for end in own if part is not graph.known else ():
                del numbers[end]
        return reduce(or_, (sheet.extent for sheet in sheets.values()))


def _write_edges(sheet: Sheet, columns: Columns, edges: list[Edge], numbers: dict[End, int]) -> None:
    if not columns:  # most of all rows: quicker as text
        sheet.write_lines("".join([f"{numbers[edge.source]},{numbers[edge.target]}\n" for edge in edges]), len(edges))
        return
    cells = cells_of(columns)
    sheet.write_rows(([numbers[edge.source], numbers[edge.target], *cells(edge.properties)] for edge in edges), len(edges))
