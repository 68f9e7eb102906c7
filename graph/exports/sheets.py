"""The typed columns and rows of files for Neo4j's importer: records in, lines of CSV out."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import repeat
from typing import Any, TextIO, TypeVar

from graph.errors import DataError
from graph.exports.spreadsheets import node_columns
from graph.model import Edge, Node, Part, Properties, Value
from graph.ontology import load_ontology
from graph.statements import named_labels

_TYPES = {"string": "string", "strings": "string[]", "integer": "long", "float": "double", "boolean": "boolean"}
_PARTED = "\x1f"
OPTIONS = ("--array-delimiter=U+001F",)
MULTILINE = "--multiline-fields=true"  # the importer then reads a file with one thread: said only where a text has a line end
_NARROW = 1 << 18  # characters: what is shorter as a whole need not be looked through for long lines
Columns = dict[str, str]  # names of properties with the importer's types
Record = TypeVar("Record", Node, Edge)
Kind = TypeVar("Kind")


class _Absent(float):
    """What :mod:`csv` writes as nothing, without quotes."""

    def __str__(self) -> str:
        return ""


_ABSENT = _Absent()


@dataclass(frozen=True, slots=True)
class Extent:
    """Whether one of a file's texts has a line end, and the length of its longest line where that is more than a few thousand letters."""

    line_ends: bool = False
    longest: int = 0

    def __or__(self, other: Extent) -> Extent:
        return Extent(self.line_ends or other.line_ends, max(self.longest, other.longest))


class Sheet:
    """A file that rows are written to."""

    def __init__(self, file: TextIO) -> None:
        self.file = file
        self.extent = Extent()

    def write_rows(self, rows: Iterable[Sequence[Any]], number: int) -> None:
        made = StringIO(newline="")
        csv.writer(made, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n").writerows(rows)
        self.write_lines(made.getvalue(), number)

    def write_lines(self, text: str, lines: int) -> None:
        line_ends = "\r" in text or text.count("\n") != lines
        longest = max(map(len, text.split("\n"))) if len(text) > _NARROW else 0
        if line_ends or longest:
            self.extent |= Extent(line_ends, longest)
        self.file.write(text)


def node_files(known: Part) -> dict[str, Columns]:
    """The columns of each label."""
    ontology = load_ontology()
    languages = dict.fromkeys((key for key in node_columns(known) if key.startswith("name_")), "string")
    named = named_labels(ontology)
    return {label: _columns(ontology.node_properties(label)) | (languages if label in named else {}) for label in ontology.labels}


def edge_columns(name: str) -> Columns:
    """The columns of a type of relationship: claims state some, and none has them that we draw ourselves."""
    ontology = load_ontology()
    return _columns(ontology.edge) if name in ontology.relations else {}


def grouped(records: Iterable[Record], kind: Callable[[Record], Kind]) -> Iterable[tuple[Kind, list[Record]]]:
    found: dict[Kind, list[Record]] = {}
    for record in records:
        found.setdefault(kind(record), []).append(record)
    return found.items()


def head(*columns: str, typed: Columns) -> str:
    """The first line of a file."""
    return ",".join((*columns, *(f"{name}:{kind}" for name, kind in typed.items()))) + "\n"


def cells_of(columns: Columns) -> Callable[[Properties], list[Any]]:
    """What writes the cells of these columns: numbers as they are, all else as texts; it raises DataError for what the importer cannot be told."""
    others = [(at, key) for at, (key, kind) in enumerate(columns.items()) if kind in ("string[]", "boolean")]

    def cells(properties: Properties) -> list[Any]:
        row: list[Any] = [*map(properties.get, columns, repeat(_ABSENT))]
        for at, key in others:
            if row[at] is not _ABSENT:
                row[at] = _text(key, row[at])
        return row

    return cells


def _columns(properties: Mapping[str, str]) -> Columns:
    return {key: _TYPES[kind.removeprefix("optional ")] for key, kind in properties.items() if key != "id"}


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
