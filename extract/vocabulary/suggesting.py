"""Suggestions as a table: of documents given by place, or of those the workspace holds. Places in; a table out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from extract.files import find_files, read_source
from extract.layout import repair
from extract.source import Refused
from extract.vocabulary.suggestions import suggest
from graph.concepts import with_vocabulary
from graph.errors import InputError
from graph.records import Passage
from graph.tables import Table
from graph.workspace import Workspace

_COLUMNS = ("term", "language", "score", "count", "documents", "found", "nearest", "place", "example")


def suggestion_table(workspace: Workspace, places: Iterable[str], *, limit: int, complain: Callable[[str], object]) -> Table:
    """The best suggestions of the documents at ``places``, or of the workspace's where there are none.

    Args:
        complain: told of every document that cannot be read; the others are still read.

    Raises:
        InputError: there is nothing to read.
    """
    given = list(places)
    passages = list(_read(given, complain) if given else _kept(workspace))
    if not passages:
        raise InputError(f"{', '.join(given) or workspace.folder}: no text to take terms from; name documents, or read some into the workspace first")
    with with_vocabulary(workspace.vocabulary):
        found = suggest(passages, limit=limit)
    rows = (
        (each.term, each.language, each.score, each.count, each.documents, list(each.ways), each.nearest, each.place, each.example) for each in found
    )
    return Table(_COLUMNS, tuple(rows))


def _read(places: list[str], complain: Callable[[str], object]) -> Iterator[Passage]:
    for found in find_files(places):
        if isinstance(found, Refused):
            complain(found.reason)
        elif isinstance(found, Path):
            try:
                yield from repair(read_source(found)).passages
            except InputError as error:
                complain(str(error))


def _kept(workspace: Workspace) -> Iterator[Passage]:
    for extraction in workspace.extractions():
        yield from extraction.passages
