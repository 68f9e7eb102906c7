"""Neo4j's offline importer as a process: its arguments and the first lines of its files in, a database or its complaint in one line out.

It takes seconds until it reads its first file. So it can be started before the rows are written: the first lines of its files are then pipes, at
which it waits until :meth:`Importer.finish` gives it what it wants to read.
"""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import StoreError

COMMAND = "RAPPORTEUR_NEO4J_ADMIN"
HOME = "NEO4J_HOME"
_FIRST, _LAST = "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS"  # what Java takes before, and after, what the command says
_COLLECTORS = ("UseG1GC", "UseSerialGC", "UseZGC", "UseShenandoahGC")
_PARALLEL = " ".join(["-XX:+IgnoreUnrecognizedVMOptions", *(f"-XX:-{name}" for name in _COLLECTORS), "-XX:+UseParallelGC"])  # some 7 % less work
_PATIENCE = 0.5  # seconds
CAN_WAIT = hasattr(os, "mkfifo")


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


@dataclass(slots=True)
class Importer:
    """A run of the importer in a folder. ``heads`` are the first lines of its files, by the names of the files that they stand in."""

    folder: Path
    database: str
    heads: Mapping[str, str]
    process: subprocess.Popen[str]
    pipes: dict[str, int] = field(default_factory=dict)  # those that it has come to

    def waits(self) -> bool:
        """Whether it waits for a first line: it has then found that it may make the database, and begun to. Returns when it waits, or has ended."""
        while self.process.poll() is None:
            if self._came():
                return True
            time.sleep(0.01)
        return False

    def finish(self) -> None:
        """All is written: it reads, and imports.

        Raises:
            StoreError: it has refused.
        """
        for name in self.heads:
            _whole(self.folder, name).replace(self.folder / name)  # who has not come to the pipe yet finds this
        while True:
            self._came()
            self._give()
            with suppress(subprocess.TimeoutExpired):
                said, _ = self.process.communicate(timeout=_PATIENCE)
                break
        if self.process.returncode != 0:
            raise StoreError(f"{self.database}: {_reason(said)}")

    def stop(self) -> None:
        if self.process.poll() is None:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
        self._give()
        self.process.communicate()

    def _came(self) -> bool:
        """Whether it has come to a pipe, which then stays open."""
        for name in self.heads.keys() - self.pipes.keys():
            with suppress(OSError):
                self.pipes[name] = os.open(_gate(self.folder, name), os.O_WRONLY | os.O_NONBLOCK)
        return bool(self.pipes)

    def _give(self) -> None:
        """Whoever waits at a pipe gets its text, and its end."""
        while self.pipes:
            name, pipe = self.pipes.popitem()
            with suppress(BrokenPipeError), open(pipe, "w", encoding="utf-8") as file:
                file.write(self.heads[name])


@contextmanager
def started(folder: Path, database: str, arguments: list[str], heads: Mapping[str, str], *, waiting: bool, short: bool) -> Iterator[Importer]:
    """A run of the importer, which ends with the block at the latest.

    Args:
        waiting: the rows are not written yet; it waits until it is told to finish.
        short: it will have ended before Java's second compiler pays.

    Raises:
        StoreError: the importer cannot be run.
    """
    for name, text in heads.items():
        (folder / name).unlink(missing_ok=True)
        if waiting:
            _whole(folder, name).write_text(text, encoding="utf-8")
            os.mkfifo(_gate(folder, name), 0o600)
            (folder / name).hardlink_to(_gate(folder, name))
        else:
            (folder / name).write_text(text, encoding="utf-8")
    (folder / "import.args").write_text("".join(f"{line}\n" for line in arguments), encoding="utf-8")
    command = [*importer(), "database", "import", "full", database, "@import.args"]
    try:
        process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
            env=_environment(short=short), start_new_session=True,
        )  # fmt: skip
    except OSError as error:
        raise StoreError(f"{command[0]}: cannot be run ({error.strerror}); set {COMMAND} to the command neo4j-admin of your server") from None
    run = Importer(folder, database, heads if waiting else {}, process)
    try:
        yield run
    finally:
        run.stop()


def _environment(*, short: bool) -> dict[str, str]:
    """Options for Java: a collector for work without pauses to mind, whatever one neo4j.conf has for the server; of the user's, all hold."""
    given = dict(os.environ)
    if short:
        given[_FIRST] = f"-XX:TieredStopAtLevel=1 {given.get(_FIRST, '')}".strip()
    if "GC" not in given.get(_FIRST, "") + given.get(_LAST, ""):
        given[_LAST] = f"{_PARALLEL} {given.get(_LAST, '')}".strip()
    return given


def _gate(folder: Path, name: str) -> Path:
    return folder / f"{name}.gate"


def _whole(folder: Path, name: str) -> Path:
    return folder / f"{name}.whole"


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
