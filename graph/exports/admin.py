"""The graph for ``neo4j-admin database import full``: a graph in, typed CSV files and the importer's arguments out. Rows are streamed.

One file a label, and one for each type of relationship and the labels of its two ends; the first line of each names the properties
with their types. Run in the folder: ``neo4j-admin database import full neo4j @import.args``, then ``constraints.cypher`` on the new
database. Nothing is lost: texts stand in quotes, so that an empty one is not an absent one, and lists are parted by U+001F.
Relationships name their ends by id, or, where the files are for the importer alone, by the numbers that their nodes will have in the
database: it then need not find them, which is a quarter of its work.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from io import StringIO
from itertools import repeat
from pathlib import Path
from typing import Any, TextIO, TypeVar

from graph.errors import DataError
from graph.exports.spreadsheets import node_columns, text_file
from graph.model import Edge, End, Graph, Node, Part, Properties, Value
from graph.ontology import load_ontology
from graph.statements import named_labels, schema_text

_TYPES = {"string": "string", "strings": "string[]", "integer": "long", "float": "double", "boolean": "boolean"}
_PARTED = "\x1f"
_MULTILINE = "--multiline-fields=true"  # the importer then reads a file with one thread: said only where a text has a line end
_OPTIONS = ("--array-delimiter=U+001F", "--overwrite-destination=true")
Columns = dict[str, str]  # names of properties with the importer's types
Record = TypeVar("Record", Node, Edge)
Kind = TypeVar("Kind")
Numbering = Callable[[Part], int]  # the number in the database of a part's first node; the others follow it


class _Absent(float):
    """What :mod:`csv` writes as nothing, without quotes."""

    def __str__(self) -> str:
        return ""


_ABSENT = _Absent()


def write_files(graph: Graph, folder: Path, numbering: Numbering | None = None) -> None:
    """Writes everything the importer wants into a folder.

    Args:
        numbering: ends are written as numbers, and called up for each part in turn; without it they are ids.

    Raises:
        DataError: a list's item holds the character that parts lists.
    """
    ontology = load_ontology()
    languages = dict.fromkeys((key for key in node_columns(graph.known) if key.startswith("name_")), "string")
    named = named_labels(ontology)
    nodes = {label: _columns(ontology.node_properties(label)) | (languages if label in named else {}) for label in ontology.labels}
    with ExitStack() as opened:
        files = _Files(folder, opened, nodes, _columns(ontology.edge), frozenset(ontology.relations), numbered=numbering is not None)
        numbers: dict[End, int] = {}
        for part in graph.parts():
            own = {} if numbering is None else {node.end: number for number, node in enumerate(part.nodes, numbering(part))}
            numbers |= own
            files.add(part, numbers)
            for end in own if part is not graph.known else ():
                del numbers[end]
    _write(folder / "import.args", _arguments(files))
    _write(folder / "constraints.cypher", schema_text(ontology))


class _Sheet:
    """A file, and whether one of its texts has a line end."""

    def __init__(self, file: TextIO) -> None:
        self.file = file
        self.line_ends = False

    def write_rows(self, rows: Iterable[Sequence[Any]], number: int) -> None:
        made = StringIO(newline="")
        csv.writer(made, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n").writerows(rows)
        self.write_lines(made.getvalue(), number)

    def write_lines(self, text: str, lines: int) -> None:
        self.line_ends = self.line_ends or "\r" in text or text.count("\n") != lines
        self.file.write(text)


@dataclass(slots=True)
class _Files:
    """One file a kind. ``nodes`` are the columns of each label, ``stated`` those of relationships that claims state."""

    folder: Path
    opened: ExitStack
    nodes: dict[str, Columns]
    stated: Columns
    relations: frozenset[str]
    numbered: bool
    sheets: dict[tuple[str, ...], _Sheet] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for label, columns in self.nodes.items():
            ids = [":ID", "id:string"] if self.numbered else [f"id:ID({label})"]
            self._sheet((label,), [*ids, *(f"{key}:{kind}" for key, kind in columns.items())])

    def add(self, part: Part, numbers: dict[End, int]) -> None:
        for label, nodes in _grouped(part.nodes, lambda node: node.label):
            cells = _cells(self.nodes[label])
            if self.numbered:
                rows = ([numbers[node.end], node.id, *cells(node.properties)] for node in nodes)
            else:
                rows = ([node.id, *cells(node.properties)] for node in nodes)
            self.sheets[label,].write_rows(rows, len(nodes))
        for key, edges in _grouped(part.edges, lambda edge: (edge.source[0], edge.type, edge.target[0])):
            self._add_edges(key, edges, numbers)

    def _add_edges(self, key: tuple[str, str, str], edges: list[Edge], numbers: dict[End, int]) -> None:
        columns = self.stated if key[1] in self.relations else {}
        ends = ["", ""] if self.numbered else [f"({key[0]})", f"({key[2]})"]
        sheet = self._sheet(key, [f":START_ID{ends[0]}", f":END_ID{ends[1]}", *(f"{name}:{kind}" for name, kind in columns.items())])
        if self.numbered and not columns:  # most of all rows: quicker as text
            sheet.write_lines("".join([f"{numbers[edge.source]},{numbers[edge.target]}\n" for edge in edges]), len(edges))
            return
        cells = _cells(columns)
        if self.numbered:
            sheet.write_rows(([numbers[edge.source], numbers[edge.target], *cells(edge.properties)] for edge in edges), len(edges))
        else:
            sheet.write_rows(([edge.source[1], edge.target[1], *cells(edge.properties)] for edge in edges), len(edges))

    def _sheet(self, key: tuple[str, ...], head: list[str]) -> _Sheet:
        if key not in self.sheets:
            self.sheets[key] = _Sheet(self.opened.enter_context(text_file(self.folder / f"{'-'.join(key)}.csv")))
            self.sheets[key].write_lines(",".join(head) + "\n", 1)
        return self.sheets[key]


def _grouped(records: Iterable[Record], kind: Callable[[Record], Kind]) -> Iterable[tuple[Kind, list[Record]]]:
    found: dict[Kind, list[Record]] = {}
    for record in records:
        found.setdefault(kind(record), []).append(record)
    return found.items()


def _arguments(files: _Files) -> str:
    named = sorted(files.sheets)
    lines = [f"--nodes={key[0]}={key[0]}.csv" for key in named if len(key) == 1]
    lines += [f"--relationships={key[1]}={'-'.join(key)}.csv" for key in named if len(key) == 3]
    lines += [*_OPTIONS, f"--id-type={'actual' if files.numbered else 'string'}"]
    lines += [_MULTILINE] if any(sheet.line_ends for sheet in files.sheets.values()) else []
    return "".join(f"{line}\n" for line in lines)


def _write(path: Path, text: str) -> None:
    with text_file(path) as file:
        file.write(text)


def _columns(properties: Mapping[str, str]) -> Columns:
    return {key: _TYPES[kind.removeprefix("optional ")] for key, kind in properties.items() if key != "id"}


def _cells(columns: Columns) -> Callable[[Properties], list[Any]]:
    """What writes the cells of these columns: numbers as they are, all else as texts."""
    others = [(at, key) for at, (key, kind) in enumerate(columns.items()) if kind in ("string[]", "boolean")]

    def cells(properties: Properties) -> list[Any]:
        row: list[Any] = [*map(properties.get, columns, repeat(_ABSENT))]
        for at, key in others:
            if row[at] is not _ABSENT:
                row[at] = _text(key, row[at])
        return row

    return cells


def _text(key: str, value: Value) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case list():
            if any(_PARTED in item for item in value):
                raise DataError(f"{key}: «{value[0][:40]}…» holds the character U+001F, which parts lists for the importer; use `export cypher`")
            return _PARTED.join(value)
        case _:
            return str(value)
