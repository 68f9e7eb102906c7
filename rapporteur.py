"""The command line: parses, calls, prints. What is printed as data goes to standard output, remarks to standard error."""

from __future__ import annotations

import os
import sys
from contextlib import nullcontext
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

from extract.commands import concepts, evaluate
from graph.errors import RapporteurError
from graph.exports.kinds import Kind
from graph.model import Graph
from graph.options import WORKSPACE, Bulk, Docs, Jobs, OptionalDocs, Output, Overwrite, Params, Place, Preview, Quiet, Shape, Skips, Store
from graph.outputs import whole_file
from graph.printing import Format, complain, explain_report, give_out, list_reports, parameters, print_ban_table, print_report, remarks
from graph.search import find_nodes
from graph.settings import DATA
from graph.store import open_store
from graph.tables import Table
from graph.workspace import Workspace

app = typer.Typer(
    add_completion=False, pretty_exceptions_enable=False, help="Who holds which position on what, since when, and which words prove it."
)


def main() -> None:
    """The program: expected failures are one line on standard error and exit code 1."""
    try:
        app()
    except RapporteurError as error:
        complain(str(error))
        sys.exit(1)
    except BrokenPipeError:  # whoever read our output has left
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


@app.callback(invoke_without_command=True)
def root(context: typer.Context, show: Annotated[bool, typer.Option("--version", help="Print the version and end.")] = False) -> None:
    if show:
        print(f"rapporteur {version('rapporteur')}")
    elif context.invoked_subcommand is None:
        print(context.get_help())


@app.command()
def run(
    docs: OptionalDocs = None,
    workspace: Place = WORKSPACE,
    store: Store = None,
    jobs: Jobs = 1,
    quiet: Quiet = False,
    show_skipped: Skips = False,
    preview: Preview = False,
) -> None:
    """Read documents, build the graph, load it, and print who backs a ban."""
    from extract.console import read_into
    from extract.storing import load_graph

    place = Workspace(workspace)
    sources = docs or [str(DATA / "sources")]
    refused = read_into(place, sources, jobs=jobs, remark=remarks(quiet), show_skipped=show_skipped, preview=preview)
    load_graph(place, store, remarks(quiet), bar=not quiet)
    print_ban_table(place, store)
    raise typer.Exit(refused > 0)


@app.command()
def extract(
    docs: Docs,
    output: Output = None,
    workspace: Place = WORKSPACE,
    jobs: Jobs = 1,
    quiet: Quiet = False,
    show_skipped: Skips = False,
    preview: Preview = False,
) -> None:
    """Read documents into the workspace and give out their claims, one JSON object a line."""
    from extract.console import read_into

    with nullcontext(sys.stdout) if output is None else whole_file(output) as file:
        place, remark = Workspace(workspace), remarks(quiet)
        refused = read_into(place, docs, jobs=jobs, remark=remark, show_skipped=show_skipped, preview=preview, claims=file.write)
    raise typer.Exit(refused > 0)


@app.command()
def load(workspace: Place = WORKSPACE, store: Store = None, quiet: Quiet = False, bulk: Bulk = None, overwrite: Overwrite = False) -> None:
    """Build the graph from the workspace's claims and load it into the store."""
    from extract.storing import import_bulk, load_graph

    if bulk is not None:
        import_bulk(Workspace(workspace), bulk, remarks(quiet), overwrite=overwrite)
    else:
        load_graph(Workspace(workspace), store, remarks(quiet), bar=not quiet)


@app.command()
def report(
    name: Annotated[str | None, typer.Argument(help="The report; without one, the list of all.", show_default=False)] = None,
    param: Params = None,
    listed: Annotated[bool, typer.Option("--list", help="List all reports.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Show the report's parameters, columns and Cypher instead.")] = False,
    shape: Shape = Format.table,
    output: Output = None,
    workspace: Place = WORKSPACE,
    store: Store = None,
) -> None:
    """Run a named report, or list them."""
    if name is None or listed:
        list_reports(shape, output)
    elif explain:
        explain_report(name)
    else:
        print_report(Workspace(workspace), store, name, parameters(param), shape, output)


@app.command()
def query(
    cypher: Annotated[str, typer.Argument(help="A reading Cypher query.")],
    param: Params = None,
    shape: Shape = Format.table,
    output: Output = None,
    limit: Annotated[int, typer.Option(min=1, max=1_000_000, help="At most this many rows.")] = 1000,
    timeout: Annotated[float, typer.Option(min=0.1, max=600, help="At most this many seconds.")] = 10.0,
    workspace: Place = WORKSPACE,
    store: Store = None,
) -> None:
    """Ask the graph a question of your own, read-only."""
    with open_store(store or Workspace(workspace).store) as graph:
        give_out(graph.read(cypher, parameters(param), limit=limit, timeout=timeout), shape, output)


@app.command()
def find(
    words: Annotated[str, typer.Argument(help="A name, in any language, or the beginning of one.", show_default=False)],
    limit: Annotated[int, typer.Option(min=1, max=1000, help="At most this many.")] = 20,
    shape: Shape = Format.table,
    output: Output = None,
    workspace: Place = WORKSPACE,
    store: Store = None,
) -> None:
    """Find actors, concepts, proposals, meetings and documents by name; their ids are what reports take."""
    with open_store(store or Workspace(workspace).store) as graph:
        rows = tuple((hit.node.id, hit.node.kind, hit.node.name("en"), hit.by) for hit in find_nodes(graph, words, limit=limit))
    give_out(Table(("id", "kind", "name", "matches"), rows), shape, output)


@app.command()
def export(
    kind: Annotated[Kind, typer.Argument(help="What to write.", show_default=False)],
    output: Annotated[Path, typer.Option("--output", "-o", help="The file; for csv and neo4j-admin a folder or a .zip.", show_default=False)],
    without_evidence: Annotated[bool, typer.Option("--without-evidence", help="Leave out passages and claims.")] = False,
    workspace: Place = WORKSPACE,
) -> None:
    """Write the workspace's graph, or its claims (jsonl), for other programs."""
    from extract.known import graph_of
    from graph.exports.formats import export as write

    place = Workspace(workspace)
    whole = graph_of(place)
    write(kind, Graph(whole.known) if without_evidence else whole, place.extractions, output)


@app.command()
def dashboard(
    port: Annotated[int, typer.Option(min=1, max=65535, help="Where to listen.")] = 8501,
    host: Annotated[str, typer.Option(help="Where to listen; beyond this machine only behind a proxy that asks who is there.")] = "127.0.0.1",
    base_path: Annotated[str, typer.Option(help="The path under which a proxy publishes the dashboards.")] = "",
    workspace: Place = WORKSPACE,
    store: Store = None,
) -> None:
    """Open the dashboards in a browser: maps, tables, networks, and the words behind them."""
    from dashboards.command import Server, serve

    serve(Server(workspace, store, port, host, base_path))


app.command()(evaluate)
app.add_typer(concepts, name="concepts")


@app.command()
def doctor(workspace: Place = WORKSPACE, store: Store = None) -> None:
    """Say what works here: languages, names, queries, store, workspace."""
    from extract.health import examine

    checks = tuple(examine(Workspace(workspace), store))
    give_out(Table(("works", "part", "finding"), tuple((check.ok, check.part, check.finding) for check in checks)), Format.table, None)
    raise typer.Exit(not all(check.ok for check in checks))


if __name__ == "__main__":
    main()
