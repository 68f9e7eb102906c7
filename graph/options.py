"""The arguments and options that commands share: their names, environment variables and help."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from graph.printing import Format

Docs = Annotated[list[str], typer.Argument(help="Files or folders; - reads standard input.", show_default=False)]
OptionalDocs = Annotated[list[str] | None, typer.Argument(help="Files or folders; without any, the sample documents.", show_default=False)]
Place = Annotated[Path, typer.Option("--workspace", envvar="RAPPORTEUR_WORKSPACE", help="Folder for documents, claims and the graph.")]
Store = Annotated[str | None, typer.Option("--store", envvar="RAPPORTEUR_STORE", help="Another store than the workspace's.", show_default=False)]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no remarks; errors are still said.")]
Jobs = Annotated[int, typer.Option("--jobs", min=1, max=64, help="How many processes read at once.")]
Skips = Annotated[bool, typer.Option("--show-skipped", help="List every line and span that was left out, with its reason.")]
Preview = Annotated[
    bool, typer.Option("--preview", help="Take all that readers on trial find: positions in running text of which they are less sure, too.")
]
Params = Annotated[
    list[str] | None, typer.Option("--param", metavar="KEY=VALUE", help="A parameter of the query; may be repeated.", show_default=False)
]
Shape = Annotated[Format, typer.Option("--format", help="How the table is given out.")]
Output = Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file instead of standard output.", show_default=False)]
Bulk = Annotated[
    str | None,
    typer.Option(
        "--bulk", metavar="DATABASE", help="Fill this new Neo4j database by the server's importer, while the server is stopped.", show_default=False
    ),
]
Overwrite = Annotated[bool, typer.Option("--overwrite", help="With --bulk: replace a database that is there already.")]
View = Literal["relation", "language", "document", "method", "confidence"]
WORKSPACE = Path("rapporteur-workspace")
