"""What the command line prints: tables to standard output or a file, remarks and complaints to standard error."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from enum import StrEnum
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar
from rich.table import Table as Grid

from graph.errors import QueryError
from graph.explaining import explained
from graph.outputs import whole_file
from graph.queries import load_reports, report_named, run_report
from graph.store import Progress, open_store
from graph.tables import FORMATS, Table, as_html, cell_text, recorded, selected
from graph.workspace import Workspace

Remark = Callable[[str], None]


class Format(StrEnum):
    """How a table is given out."""

    table = "table"
    csv = "csv"
    json = "json"
    markdown = "markdown"
    html = "html"


def complain(line: str) -> None:
    print(f"rapporteur: {' '.join(line.split())}", file=sys.stderr)


def remarks(quiet: bool) -> Remark:
    """Where remarks go: standard error, or nowhere."""
    return (lambda line: None) if quiet else (lambda line: print(line, file=sys.stderr))


@contextmanager
def progress_bar(shown: bool) -> Iterator[Progress]:
    """A bar with the time left on standard error while a store is written; none where that is no terminal."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    with Bar(*columns, console=console, transient=True, disable=not shown or not console.is_terminal) as bar:
        task = bar.add_task("loading", total=None)
        yield lambda doing, done, total: bar.update(task, description=doing, completed=done, total=total or None)


def list_reports(shape: Format, output: Path | None) -> None:
    """Which reports there are."""
    rows = tuple((each.name, each.question, ", ".join(each.parameters)) for each in load_reports().values())
    give_out(Table(("report", "question", "parameters"), rows), shape, output)


def explain_report(name: str) -> None:
    """What a named report asks, wants to be told and answers, and how."""
    print(explained(report_named(name)), end="")


def print_report(workspace: Workspace, store: str | None, name: str, given: dict[str, str], shape: Format, output: Path | None) -> None:
    """The answer of a named report."""
    with open_store(store or workspace.store) as graph:
        table = run_report(graph, name, given)
    give_out(table, shape, output, title=load_reports()[name].title)


def print_ban_table(workspace: Workspace, store: str | None) -> None:
    """Who is recorded for and against a ban: a sentence, then the table with as much of its evidence as a terminal holds."""
    with open_store(store or workspace.store) as graph:
        table = run_report(graph, "who-backs-a-ban")
    print(recorded(table))
    give_out(selected(table, "state", "iso3", "stance", "contested", "since", "documents", "quote", "under"), Format.table, None)


def parameters(given: list[str] | None) -> dict[str, str]:
    """``--param key=value`` as a mapping.

    Raises:
        QueryError: one has no key or no ``=``.
    """
    found = {}
    for text in given or []:
        key, equals, found[key] = text.partition("=")
        if not key or not equals:
            raise QueryError(f"--param {text}: write it as key=value")
    return found


def give_out(table: Table, shape: Format, output: Path | None, *, title: str = "") -> None:
    """A table to a file, or to standard output in its format."""
    if table.truncated:
        print(f"only the first {len(table.rows)} rows; raise --limit for more", file=sys.stderr)
    if shape is Format.table and output is None and sys.stdout.isatty():
        print_grid(table, title)
        return
    text = as_html(table, title=title) if shape is Format.html else FORMATS[shape.value](table)
    with nullcontext(sys.stdout) if output is None else whole_file(output) as file:
        file.write(text)


def print_grid(table: Table, title: str) -> None:
    """A table for a terminal, cells folded to its width."""
    grid = Grid(*(escape(str(column)) for column in table.columns), title=title or None, title_justify="left")
    for row in table.rows:
        grid.add_row(*(escape(cell_text(value)) for value in row))
    Console(highlight=False).print(grid)
