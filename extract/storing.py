"""The second half of the main job as the command line runs it: the workspace's graph into a store, and what is said on the way."""

from __future__ import annotations

import time
from dataclasses import replace

from graph.model import Graph
from graph.printing import Remark, progress_bar
from graph.stamps import stamp_of
from graph.store import open_store
from graph.workspace import Workspace


def load_graph(workspace: Workspace, store: str | None, remark: Remark, *, bar: bool = False) -> None:
    """Builds the workspace's graph, loads it into the store, and says how large it is and what had to be changed. A server that holds it already is
    left alone, and the graph not built."""
    start = time.perf_counter()
    stamp = stamp_of(workspace)
    with open_store(store or workspace.store) as into, progress_bar(bar) as progress:
        written = into.holds(stamp) or into.write(replace(_graph_of(workspace), stamp=stamp), progress)
    remark(f"graph: {written.nodes} nodes, {written.edges} relationships, loaded in {time.perf_counter() - start:.1f} s")
    if written.changes is not None:
        remark(f"changed on the server: {', '.join(f'{number} {kind}' for kind, number in written.changes.items()) or 'nothing'}")


def import_bulk(workspace: Workspace, database: str, remark: Remark, *, overwrite: bool) -> None:
    """Builds the workspace's graph and puts it into a database that no server has open, by Neo4j's own importer."""
    from graph.bulk import import_graph

    start = time.perf_counter()
    written = import_graph(_graph_of(workspace), database, overwrite=overwrite)
    remark(f"database {database}: {written.nodes} nodes, {written.edges} relationships, imported in {time.perf_counter() - start:.1f} s")
    remark("now start the server; `rapporteur load --store bolt://…` makes the indexes and sends later changes")


def _graph_of(workspace: Workspace) -> Graph:
    from extract.known import graph_of  # takes longer than finding that nothing has changed

    return graph_of(workspace)
