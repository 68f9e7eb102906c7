"""The graph for ``neo4j-admin database import full``: a graph in, typed CSV files and the importer's arguments out. Rows are streamed.

One file a label, and one for each type of relationship and the labels of its two ends; the first line of each names the properties
with their types. Run in the folder: ``neo4j-admin database import full neo4j @import.args``, then ``constraints.cypher`` on the new
database. Nothing is lost: texts stand in quotes, so that an empty one is not an absent one, and lists are parted by U+001F.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from graph.exports.sheets import MULTILINE, OPTIONS, Columns, Sheet, cells_of, edge_columns, grouped, head, node_files
from graph.exports.spreadsheets import text_file
from graph.model import Edge, Graph, Part
from graph.ontology import load_ontology
from graph.statements import schema_text


def write_files(graph: Graph, folder: Path) -> None:
    """Writes everything the importer wants into a folder.

    Raises:
        DataError: a list's item holds the character that parts lists.
    """
    with ExitStack() as opened:
        files = _Files(folder, opened, node_files(graph.known))
        for part in graph.parts():
            files.add(part)
    _write(folder / "import.args", _arguments(files))
    _write(folder / "constraints.cypher", schema_text(load_ontology()))


@dataclass(slots=True)
class _Files:
    """One file a kind. ``nodes`` are the columns of each label."""

    folder: Path
    opened: ExitStack
    nodes: dict[str, Columns]
    sheets: dict[tuple[str, ...], Sheet] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for label, columns in self.nodes.items():
            self._sheet((label,), head(f"id:ID({label})", typed=columns))

    def add(self, part: Part) -> None:
        for label, nodes in grouped(part.nodes, lambda node: node.label):
            cells = cells_of(self.nodes[label])
            self.sheets[label,].write_rows(([node.id, *cells(node.properties)] for node in nodes), len(nodes))
        for key, edges in grouped(part.edges, lambda edge: (edge.source[0], edge.type, edge.target[0])):
            self._add_edges(key, edges)

    def _add_edges(self, key: tuple[str, str, str], edges: list[Edge]) -> None:
        source, name, target = key
        columns = edge_columns(name)
        sheet = self._sheet(key, head(f":START_ID({source})", f":END_ID({target})", typed=columns))
        cells = cells_of(columns)
        sheet.write_rows(([edge.source[1], edge.target[1], *cells(edge.properties)] for edge in edges), len(edges))

    def _sheet(self, key: tuple[str, ...], first: str) -> Sheet:
        if key not in self.sheets:
            self.sheets[key] = Sheet(self.opened.enter_context(text_file(self.folder / f"{'-'.join(key)}.csv")))
            self.sheets[key].write_lines(first, 1)
        return self.sheets[key]


def _arguments(files: _Files) -> str:
    named = sorted(files.sheets)
    lines = [f"--nodes={key[0]}={key[0]}.csv" for key in named if len(key) == 1]
    lines += [f"--relationships={key[1]}={'-'.join(key)}.csv" for key in named if len(key) == 3]
    lines += [*OPTIONS, "--overwrite-destination=true", "--id-type=string"]
    lines += [MULTILINE] if any(sheet.extent.line_ends for sheet in files.sheets.values()) else []
    return "".join(f"{line}\n" for line in lines)


def _write(path: Path, text: str) -> None:
    with text_file(path) as file:
        file.write(text)
