"""The commands that judge what was read, and what the vocabulary lacks; rapporteur.py has the others."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graph.options import WORKSPACE, Output, Place, Shape, View
from graph.outputs import whole_file
from graph.printing import Format, complain, give_out
from graph.workspace import Workspace

concepts = typer.Typer(help="What is talked about: the vocabulary, and terms it lacks.", no_args_is_help=True)


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
