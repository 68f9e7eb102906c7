"""Files from strangers are read by a process of their own, each within a time limit: files of a workspace in, what became of each out.

Run as a program (``python -m dashboards.intake.reading``), it is that process: a request as JSON from standard input in, a line of JSON a file out.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from extract.ingest import Answer, ingest
from extract.pipeline import Read, Refused
from graph.errors import RapporteurError, StoreError
from graph.records import Skipped
from graph.settings import ROOT
from graph.workspace import Workspace

LIMIT = 180.0  # seconds for a file; the first also waits for the process to start


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file: the document's id and counts, or why it was refused."""

    name: str
    document: str = ""
    passages: int = 0
    claims: int = 0
    skipped: tuple[Skipped, ...] = ()
    refused: str = ""


def read_apart(workspace: Workspace, files: Sequence[Path], *, preview: bool, limit: float = LIMIT) -> Iterator[Outcome]:
    """What became of each file, in order. One that takes too long, or ends its reader, is refused, and the others are still read.

    Raises:
        StoreError: the workspace cannot be written.
    """
    left = list(files)
    while left:
        with _reader(workspace, left, preview) as process:
            while left and (line := _line(process, limit)):
                left.pop(0)
                yield _outcome(json.loads(line))
            process.kill()
            late = process.wait() and line is None
        if left:
            stuck = left.pop(0)
            why = f"took longer than {limit:g} s to read" if late else "ended its reader"
            yield Outcome(stuck.name, refused=f"{stuck.name}: {why}; look at the file, or split it, and give it again")


def _reader(workspace: Workspace, files: Sequence[Path], preview: bool) -> subprocess.Popen[str]:
    environment = dict(os.environ) | {"PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))}
    command = [sys.executable, "-m", "dashboards.intake.reading"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8", env=environment)
    assert process.stdin is not None
    json.dump({"workspace": str(workspace.folder), "files": list(map(str, files)), "preview": preview}, process.stdin)
    process.stdin.close()
    return process


def _line(process: subprocess.Popen[str], limit: float) -> str | None:
    """The next line of the process; empty where it has ended by itself, none where it was ended for taking too long."""
    assert process.stdout is not None
    late = threading.Event()

    def end() -> None:
        late.set()
        process.kill()

    timer = threading.Timer(limit, end)
    timer.start()
    line = process.stdout.readline()
    timer.cancel()
    return line if line.endswith("\n") else None if late.is_set() else ""


def _outcome(row: dict[str, Any]) -> Outcome:
    if "error" in row:
        raise StoreError(row["error"])
    return Outcome(**row | {"skipped": tuple(Skipped(**each) for each in row["skipped"])})


def _told(answer: Answer) -> Outcome:
    match answer:
        case Read(extraction=found):
            return Outcome(Path(found.document.source).name, found.document.id, len(found.passages), len(found.claims), found.skipped)
        case Refused(place=place, reason=reason) | Skipped(place=place, reason=reason):
            return Outcome(Path(place).name, refused=reason)


def main() -> None:
    """The process: reads the files of the request and says what became of each."""
    asked = json.load(sys.stdin)
    try:
        for answer in ingest(Workspace(Path(asked["workspace"])), asked["files"], preview=asked["preview"]):
            print(json.dumps(asdict(_told(answer))), flush=True)
    except RapporteurError as error:
        print(json.dumps({"error": str(error)}), flush=True)


if __name__ == "__main__":
    main()
