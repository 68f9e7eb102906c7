"""A graph into a new Neo4j database by the server's own offline importer: many times faster than a load, for a database no server has open.

What a load notes of what it has sent goes in, too: the first ``rapporteur load`` on the server finds nothing to do, and later ones send
only what differs (docs/adr/0009).
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path

from graph import differences as diff
from graph.beside import beside
from graph.errors import StoreError
from graph.exports.admin import write_files
from graph.lease import LABEL
from graph.model import Graph, Part
from graph.store import Written

COMMAND = "RAPPORTEUR_NEO4J_ADMIN"
HOME = "NEO4J_HOME"
_JAVA = "JAVA_TOOL_OPTIONS"
_SHORT = 2_000_000  # nodes and edges: below, the importer has ended before Java's second compiler pays (half the work at 600,000)


def import_graph(graph: Graph, database: str, *, overwrite: bool = False) -> Written:
    """Makes ``database`` hold this graph and nothing else.

    Args:
        overwrite: replace the database where there is one; without it, one that exists is refused.

    Raises:
        StoreError: there is no importer, or it refuses: a server has the database open, it exists already, or there is no room.
        DataError: a value cannot be said in the importer's files.
    """
    command = importer()
    with tempfile.TemporaryDirectory(prefix="rapporteur-") as place:
        folder = Path(place)
        with beside(write_files, graph, folder, _Numbering()):
            written = _write_notes(graph, folder / f"{LABEL}.csv")
        arguments = folder / "import.args"
        kept = [line for line in arguments.read_text(encoding="utf-8").splitlines() if not line.startswith("--overwrite-destination")]
        kept += [f"--nodes={LABEL}={LABEL}.csv", f"--overwrite-destination={str(overwrite).lower()}"]
        arguments.write_text("".join(f"{line}\n" for line in kept), encoding="utf-8")
        _run([*command, "database", "import", "full", database, f"@{arguments}"], folder, database, short=written.nodes + written.edges < _SHORT)
    return written


def importer() -> list[str]:
    """The command ``neo4j-admin``: RAPPORTEUR_NEO4J_ADMIN, else that of NEO4J_HOME, else the one on the path.

    Raises:
        StoreError: there is none.
    """
    if given := os.environ.get(COMMAND):
        return shlex.split(given)
    home = os.environ.get(HOME)
    found = shutil.which("neo4j-admin", path=str(Path(home) / "bin")) if home else shutil.which("neo4j-admin")
    if found is None:
        raise StoreError(
            f"no neo4j-admin {'in ' + home if home else 'on the path'}: set {HOME} to the folder of the server, or {COMMAND} to the command"
        )
    return [found]


class _Numbering:
    """Gives each node of the database its number: those of a part, then those of the notes on it. The same for the same parts."""

    def __init__(self) -> None:
        self.next = 0

    def __call__(self, part: Part) -> int:
        first = self.next
        self.next += len(part.nodes) + diff.needed(len(part.nodes)) + diff.needed(len(part.edges))
        return first


def _write_notes(graph: Graph, path: Path) -> Written:
    """What a load would note of each unit of the graph, as the importer wants it."""
    sizes = {"nodes": 0, "edges": 0}
    numbering = _Numbering()
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(":ID,key:string,fingerprint:string,manifest:string\n")
        for key, part in diff.keyed_parts(graph):
            first = numbering(part) + len(part.nodes)
            for number, unit in enumerate(diff.units(key, part, {}), first):
                sizes[unit.place.kind] += len(unit.records)
                name = unit.place.key.replace('"', '""')
                file.write(f'{number},"{name}","{unit.fingerprint()}","{diff.pack(unit.manifest())}"\n')
    return Written(sizes["nodes"], sizes["edges"], None)


def _run(command: list[str], folder: Path, database: str, *, short: bool) -> None:
    options = os.environ.get(_JAVA, "")  # the user's come last, and hold
    environment = os.environ | ({_JAVA: f"-XX:TieredStopAtLevel=1 {options}".strip()} if short else {})
    try:
        done = subprocess.run(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
            env=environment,
        )  # fmt: skip
    except OSError as error:
        raise StoreError(f"{command[0]}: cannot be run ({error.strerror}); set {COMMAND} to the command neo4j-admin of your server") from None
    if done.returncode != 0:
        raise StoreError(f"{database}: {_reason(done.stdout)}")


def _reason(said: str) -> str:
    """The importer's own complaint in one line, with what to do where we know."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    complaint = next(
        (line for line in lines if "rror" in line or "xception" in line or "already" in line or "in use" in line), lines[-1] if lines else ""
    )
    low = said.lower()
    if "in use" in low or "lock" in low:
        return f"a server has it open; stop the server first, or load with --store ({complaint[:200]})"
    if "already exist" in low or "overwrite-destination" in low:
        return "the database is there already; --overwrite replaces it, load --store adds to it"
    if "no space left" in low:
        return "the disk is full; make room and run it again"
    return f"the importer refused: {complaint[:300]}"
