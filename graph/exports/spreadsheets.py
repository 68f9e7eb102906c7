"""The graph for spreadsheets: a graph in, two CSV tables out, nodes and edges. Rows are streamed.

RFC 4180, UTF-8; every table has the same columns for all its rows, those of the ontology; lists are joined by «; », absent values are
empty. Like all our CSV, cells are evidence and stay exact, also where a spreadsheet would take them for formulas.
"""

from __future__ import annotations

import csv
from itertools import chain
from pathlib import Path
from typing import TextIO

from graph.model import Graph, Part, Properties
from graph.ontology import load_ontology
from graph.tables import cell_text


def write_tables(graph: Graph, folder: Path) -> None:
    """Writes ``nodes.csv`` and ``edges.csv`` into a folder."""
    of_nodes, of_edges = node_columns(graph.known), tuple(load_ontology().edge)
    with text_file(folder / "nodes.csv") as first, text_file(folder / "edges.csv") as second:
        nodes, edges = (csv.writer(file, lineterminator="\r\n") for file in (first, second))
        nodes.writerow(["label", *of_nodes])
        edges.writerow(["relation", "source", "target", *of_edges])
        for part in graph.parts():
            nodes.writerows([node.label, *_cells(node.properties, of_nodes)] for node in part.nodes)
            edges.writerows([edge.type, edge.source[1], edge.target[1], *_cells(edge.properties, of_edges)] for edge in part.edges)


def text_file(path: Path) -> TextIO:
    """A text file to write: UTF-8, line ends as given."""
    return path.open("w", encoding="utf-8", newline="")


def node_columns(known: Part) -> tuple[str, ...]:
    """The properties that nodes can have, names in other languages as far as there are any."""
    ontology = load_ontology()
    declared = chain(ontology.properties, *(label.properties for label in ontology.labels.values()))
    languages = {key for node in known.nodes for key in node.properties if key.startswith("name_")}
    return tuple(dict.fromkeys(["id", "name", *sorted(languages), *declared]))


def _cells(properties: Properties, columns: tuple[str, ...]) -> list[str]:
    return [cell_text(properties.get(column)) for column in columns]
