"""Exports by name: a graph, or the workspace's claims, go out to a file or folder that appears whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from graph.exports import admin, networks, script, spreadsheets
from graph.exports.kinds import Kind
from graph.jsonl import claim_row, to_line
from graph.model import Graph
from graph.outputs import whole_file, whole_folder, whole_path
from graph.workspace import Extraction


def export(kind: Kind, graph: Graph, read: Callable[[], Iterable[Extraction]], path: Path) -> None:
    """Writes one kind of export. ``csv`` and ``neo4j-admin`` are several files: a folder, or a zip where the path ends so; ``jsonl`` are
    the claims of ``read``, as ``rapporteur extract`` gives them.

    Raises:
        InputError: the place cannot be written, or is a folder of something else.
        DataError: a value cannot be said in the format.
    """
    match kind:
        case Kind.graphml | Kind.gexf:
            with whole_path(path) as fresh:
                (networks.write_graphml if kind is Kind.graphml else networks.write_gexf)(list(graph.parts()), fresh)
        case Kind.csv:
            with whole_folder(path, ".csv") as folder:
                spreadsheets.write_tables(graph, folder)
        case Kind.neo4j_admin:
            with whole_folder(path, ".csv", ".args", ".cypher") as folder:
                admin.write_files(graph, folder)
        case Kind.jsonl:
            with whole_file(path) as file:
                file.writelines(to_line(claim_row(claim)) for extraction in read() for claim in extraction.claims)
        case Kind.cypher:
            with whole_file(path) as file:
                file.writelines(f"{statement}\n" for statement in script.statements(graph))
