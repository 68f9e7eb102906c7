"""The graph for ``neo4j-admin database import full``: a graph in, typed CSV files and the importer's arguments out. Rows are streamed.

One file a label, and one for each type of relationship and the labels of its two ends; the first line of each names the properties
with their types. Run in the folder: ``neo4j-admin database import full neo4j @import.args``, then ``constraints.cypher`` on the new
database. Nothing is lost: texts stand in quotes, so that an empty one is not an absent one, and lists are parted by U+001F.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import TextIO

from graph.errors import DataError
from graph.exports.spreadsheets import node_columns, text_file
from graph.model import Graph, Properties, Value
from graph.ontology import load_ontology
from graph.statements import named_labels, schema_text

_TYPES = {"string": "string", "strings": "string[]", "integer": "long", "float": "double", "boolean": "boolean"}
_PARTED = "\x1f"
_MULTILINE = "--multiline-fields=true"  # the importer then reads a file with one thread: said only where a text has a line end
_OPTIONS = ("--array-delimiter=U+001F", "--id-type=string", "--overwrite-destination=true")
Columns = dict[str, str]  # names of properties with the importer's types


def write_files(graph: Graph, folder: Path) -> None:
    """Writes everything the importer wants into a folder.

    Raises:
        DataError: a list's item holds the character that parts lists.
    """
    ontology = load_ontology()
    languages = dict.fromkeys((key for key in node_columns(graph.known) if key.startswith("name_")), "string")
    named = named_labels(ontology)
    nodes = {label: _columns(ontology.node_properties(label)) | (languages if label in named else {}) for label in ontology.labels}
    stated = _columns(ontology.edge)
    line_ends = False
    with ExitStack() as open_files:
        files: dict[tuple[str, ...], TextIO] = {}

        def write(file: TextIO, cells: Iterable[str]) -> None:
            nonlocal line_ends
            row = ",".join(cells)
            line_ends = line_ends or "\n" in row or "\r" in row
            file.write(row + "\n")

        def file_of(key: tuple[str, ...], head: list[str]) -> TextIO:
            if key not in files:
                files[key] = open_files.enter_context(text_file(folder / f"{'-'.join(key)}.csv"))
                write(files[key], head)
            return files[key]

        for label, columns in nodes.items():
            file_of((label,), [f"id:ID({label})", *(f"{key}:{kind}" for key, kind in columns.items())])
        for part in graph.parts():
            for node in part.nodes:
                write(files[(node.label,)], [_text(node.id), *_cells(node.properties, nodes[node.label])])
            for edge in part.edges:
                columns = stated if edge.type in ontology.relations else {}
                head = [f":START_ID({edge.source[0]})", f":END_ID({edge.target[0]})", *(f"{key}:{kind}" for key, kind in columns.items())]
                file = file_of((edge.source[0], edge.type, edge.target[0]), head)
                write(file, [_text(edge.source[1]), _text(edge.target[1]), *_cells(edge.properties, columns)])
    _write(folder / "import.args", _arguments(files, line_ends=line_ends))
    _write(folder / "constraints.cypher", schema_text(ontology))


def _arguments(files: Iterable[tuple[str, ...]], *, line_ends: bool) -> str:
    named = sorted(files)
    nodes = [f"--nodes={key[0]}={key[0]}.csv" for key in named if len(key) == 1]
    edges = [f"--relationships={key[1]}={'-'.join(key)}.csv" for key in named if len(key) == 3]
    return "".join(f"{line}\n" for line in [*nodes, *edges, *_OPTIONS, *([_MULTILINE] if line_ends else [])])


def _write(path: Path, text: str) -> None:
    with text_file(path) as file:
        file.write(text)


def _columns(properties: Mapping[str, str]) -> Columns:
    return {key: _TYPES[kind.removeprefix("optional ")] for key, kind in properties.items() if key != "id"}


def _cells(properties: Properties, columns: Iterable[str]) -> Iterator[str]:
    return (_cell(key, properties[key]) if key in properties else "" for key in columns)


def _cell(key: str, value: Value) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case list():
            if any(_PARTED in item for item in value):
                raise DataError(f"{key}: «{value[0][:40]}…» holds the character U+001F, which parts lists for the importer; use `export cypher`")
            return _text(_PARTED.join(value))
        case str():
            return _text(value)
        case _:
            return repr(value)


def _text(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
