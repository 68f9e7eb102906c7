"""The command line: parses, calls, prints. What is printed as data goes to standard output, remarks to standard error."""

from __future__ import annotations

import os
import sys
from contextlib import nullcontext
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

from graph.errors import RapporteurError
from graph.exports.kinds import Kind
from graph.model import Graph
from graph.options import WORKSPACE, Docs, Jobs, OptionalDocs, Output, Params, Place, Preview, Quiet, Shape, Skips, Store, View
from graph.outputs import whole_file
from graph.printing import Format, complain, explain_report, give_out, list_reports, parameters, print_ban_table, print_report, remarks
from graph.settings import DATA
from graph.store import open_store
from graph.tables import Table
from graph.workspace import Workspace

app = typer.Typer(
    add_completion=False, pretty_exceptions_enable=False, help="Who holds which position on what, since when, and which words prove it."
)

concepts = typer.Typer(help="What is talked about: the vocabulary, and terms it lacks.", no_args_is_help=True)
app.add_typer(concepts, name="concepts")


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
    from extract.console import load_graph, read_into

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
def load(workspace: Place = WORKSPACE, store: Store = None, quiet: Quiet = False) -> None:
    """Build the graph from the workspace's claims and load it into the store."""
    from extract.console import load_graph

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
def export(
    kind: Annotated[Kind, typer.Argument(help="What to write.", show_default=False)],
    output: Annotated[Path, typer.Option("--output", "-o", help="The file; for csv and neo4j-admin a folder or a .zip.", show_default=False)],
    without_evidence: Annotated[bool, typer.Option("--without-evidence", help="Leave out passages and claims.")] = False,
    workspace: Place = WORKSPACE,
) -> None:
    """Write the workspace's graph, or its claims (jsonl), for other programs."""
    from extract.ingest import graph_of
    from graph.exports.formats import export as write

    place = Workspace(workspace)
    whole = graph_of(place)
    write(kind, Graph(whole.known) if without_evidence else whole, place.extractions, output)


@app.command()
def evaluate(
    gold: Annotated[list[Path], typer.Argument(help="Gold claims: JSONL files, or folders of them.", show_default=False)],
    by: Annotated[View, typer.Option("--by", help="What the rows are.")] = "relation",
    errors: Annotated[bool, typer.Option("--errors", help="List every miss and invention instead of figures.")] = False,
    claims: Annotated[Path | None, typer.Option("--claims", help="Judge this file of claims, not the workspace.", show_default=False)] = None,
    page: Annotated[Path | None, typer.Option("--page", help="Also write misses and inventions as an HTML page.", show_default=False)] = None,
    shape: Shape = Format.table,
    output: Output = None,
    workspace: Place = WORKSPACE,
) -> None:
    """Compare claims with gold ones: precision, recall and F1 with their intervals, beside a baseline."""
    from extract.evaluation.judgement import judge_files
    from extract.evaluation.kept import keep_figures
    from extract.evaluation.page import as_page
    from extract.evaluation.views import VIEWS, error_table

    judgement = judge_files(gold, Workspace(workspace) if claims is None else claims)
    if claims is None:
        keep_figures(judgement, Workspace(workspace))
    if page is not None:
        with whole_file(page) as file:
            file.write(as_page(judgement))
    give_out(error_table(judgement) if errors else VIEWS[by](judgement), shape, output)


@app.command()
def dashboard(
    port: Annotated[int, typer.Option(min=1, max=65535, help="Where to listen.")] = 8501,
    host: Annotated[
        str, typer.Option(help="The address to listen at; beyond this machine only behind a proxy that asks who is there.")
    ] = "127.0.0.1",
    base_path: Annotated[str, typer.Option(help="The path under which a proxy publishes the dashboards.")] = "",
    workspace: Place = WORKSPACE,
    store: Store = None,
) -> None:
    """Open the dashboards in a browser: maps, tables, networks, and the words behind them."""
    from dashboards.command import Server, serve

    serve(Server(workspace, store, port, host, base_path))


@concepts.command()
def suggest(
    docs: Annotated[list[str] | None, typer.Argument(help="Files or folders; without any, the workspace's documents.", show_default=False)] = None,
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="At most this many terms.")] = 30,
    shape: Shape = Format.table,
    output: Output = None,
    workspace: Place = WORKSPACE,
) -> None:
    """List terms that documents use and the vocabulary lacks, for you to judge; nothing is linked by itself."""
    from extract.vocabulary.suggesting import suggestion_table

    give_out(suggestion_table(Workspace(workspace), docs or [], limit=limit, complain=complain), shape, output)


@concepts.command()
def accept(
    term: Annotated[str, typer.Argument(help="The words that name it.", show_default=False)],
    concept: Annotated[str | None, typer.Option("--as", metavar="ID", help="A concept's id; without one, concept: and the term.")] = None,
    broader: Annotated[str | None, typer.Option("--broader", metavar="ID", help="The wider concept that a new one belongs to.")] = None,
    language: Annotated[str | None, typer.Option("--language", help="Of the term; without one, told by its script.")] = None,
    workspace: Place = WORKSPACE,
) -> None:
    """Take a term into the workspace's own vocabulary; documents read from then on are searched for it."""
    from extract.vocabulary.accepting import accept_term

    for line in accept_term(Workspace(workspace), term, concept=concept, broader=broader, language=language):
        print(line)


@app.command()
def doctor(workspace: Place = WORKSPACE, store: Store = None) -> None:
    """Say what works here: languages, names, queries, store, workspace."""
    from extract.health import examine

    checks = tuple(examine(Workspace(workspace), store))
    give_out(Table(("works", "part", "finding"), tuple((check.ok, check.part, check.finding) for check in checks)), Format.table, None)
    raise typer.Exit(not all(check.ok for check in checks))


if __name__ == "__main__":
    main()
