"""The first half of the main job as the command line runs it: documents into a workspace, and what is said on the way."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from extract.ingest import Counts, ingest
from extract.pipeline import Read, Refused
from graph.jsonl import claim_row, to_line
from graph.printing import Remark, complain
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
