"""The main job as the command line runs it: documents into a workspace, the graph into a store, and what is said on the way."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import replace

from extract.ingest import Counts, graph_of, ingest
from extract.pipeline import Read, Refused
from graph.bulk import import_graph
from graph.jsonl import claim_row, to_line
from graph.printing import Remark, complain, progress_bar
from graph.stamps import stamp_of
from graph.store import open_store
from graph.workspace import Workspace


def read_into(
    workspace: Workspace,
    docs: list[str],
    *,
    jobs: int,
    remark: Remark,
    show_skipped: bool,
    preview: bool,
    claims: Callable[[str], object] | None = None,
) -> int:
    """Reads documents into the workspace, says what happened, and returns how many were refused."""
    counts, start = Counts(), time.perf_counter()
    stdin = sys.stdin.buffer.read() if "-" in docs else b""
    for answer in ingest(workspace, docs, jobs=jobs, stdin=stdin, preview=preview):
        counts.add(answer)
        match answer:
            case Refused(reason=reason):
                complain(reason)
            case Read(extraction=read):
                remark(f"{read.document.id}: {len(read.passages)} passages, {len(read.claims)} claims, {len(read.skipped)} skipped")
                for claim in read.claims if claims is not None else ():
                    claims(to_line(claim_row(claim)))  # type: ignore[misc]  # not None here
        if show_skipped and not isinstance(answer, Refused):
            for skipped in answer.extraction.skipped if isinstance(answer, Read) else (answer,):
                remark(f"  skipped {skipped.place}: {skipped.reason}  {skipped.text}")
    for line in counts.lines():
        remark(line)
    remark(f"read in {time.perf_counter() - start:.1f} s")
    return counts.refused


def load_graph(workspace: Workspace, store: str | None, remark: Remark, *, bar: bool = False) -> None:
    """Builds the workspace's graph, loads it into the store, and says how large it is and what had to be changed. A server that holds it already is
    left alone, and the graph not built."""
    start = time.perf_counter()
    stamp = stamp_of(workspace)
    with open_store(store or workspace.store) as into, progress_bar(bar) as progress:
        written = into.holds(stamp) or into.write(replace(graph_of(workspace), stamp=stamp), progress)
    remark(f"graph: {written.nodes} nodes, {written.edges} relationships, loaded in {time.perf_counter() - start:.1f} s")
    if written.changes is not None:
        remark(f"changed on the server: {', '.join(f'{number} {kind}' for kind, number in written.changes.items()) or 'nothing'}")


def import_bulk(workspace: Workspace, database: str, remark: Remark, *, overwrite: bool) -> None:
    """Builds the workspace's graph and puts it into a database that no server has open, by Neo4j's own importer."""
    start = time.perf_counter()
    written = import_graph(graph_of(workspace), database, overwrite=overwrite)
    remark(f"database {database}: {written.nodes} nodes, {written.edges} relationships, imported in {time.perf_counter() - start:.1f} s")
    remark("now start the server; `rapporteur load --store bolt://…` makes the indexes and sends later changes")
