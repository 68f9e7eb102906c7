"""The work that an upload starts: files kept in the workspace, read, built into the graph and loaded. It goes on when its reader leaves the page.

There is one job at a time on a server; :class:`Desk` holds it. The workspace's own lock keeps out other processes.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dashboards.intake.apart import Apart, Limits, Unread
from dashboards.intake.names import File
from extract.known import graph_of
from graph.errors import InputError, RapporteurError, StoreError
from graph.records import Skipped
from graph.reports import Report
from graph.store import open_store
from graph.workspace import Extraction, Workspace, Writer

STAGES = ("reading", "building", "loading", "done")
_FOLDER = "uploads"
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file: the document's id and counts, or why it was refused, or the limit that it met (dashboards/intake/apart.py)."""

    name: str
    document: str = ""
    passages: int = 0
    claims: int = 0
    skipped: tuple[Skipped, ...] = ()
    refused: str = ""
    limit: str = ""

    @property
    def read(self) -> bool:
        return not self.refused and not self.limit


@dataclass(slots=True)
class Job:
    """One upload. Other threads read it while it runs."""

    workspace: Workspace
    store: str
    size: Report
    names: tuple[str, ...]
    preview: bool
    limits: Limits = field(default_factory=Limits)
    stage: str = STAGES[0]
    outcomes: list[Outcome] = field(default_factory=list)
    before: dict[str, int] = field(default_factory=dict)
    after: dict[str, int] = field(default_factory=dict)
    error: str = ""

    @property
    def finished(self) -> bool:
        return self.stage == STAGES[-1]

    def run(self, files: Mapping[str, File]) -> None:
        """Does it all; whatever goes wrong is one line in ``error``, and what was read until then stays."""
        try:
            self.before = self._counts()
            self._read(files)
            if any(each.read for each in self.outcomes):
                self.stage = "building"
                graph = graph_of(self.workspace)
                self.stage = "loading"
                with open_store(self.store) as store:
                    store.write(graph)
            self.after = self._counts()
        except RapporteurError as error:
            self.error = self._without_folder(str(error))
        except Exception as error:
            _LOG.exception("an upload failed")
            self.error = f"an error of ours, {type(error).__name__}; the server's log has more"
        finally:
            self.stage = STAGES[-1]

    def _read(self, files: Mapping[str, File]) -> None:
        folder = self.workspace.folder / _FOLDER
        earlier = _kept(folder, files)
        try:
            with self.workspace.writing() as writer, Apart(self.limits, self.preview, self.workspace.vocabulary) as apart:
                for name, file in files.items():
                    self.outcomes.append(self._outcome(name, file, apart.read(folder / name), writer))
        finally:
            read = {each.name for each in self.outcomes if each.read}
            for name in files.keys() - read:
                _put_back(folder / name, earlier[name])

    def _outcome(self, name: str, file: File, found: Extraction | Unread, writer: Writer) -> Outcome:
        """What was read goes into the workspace, whole or not at all."""
        if isinstance(found, Unread):
            return Outcome(name, refused=self._without_folder(found.reason), limit=found.limit)
        try:
            writer.keep(found, file.content)
        except InputError as error:
            return Outcome(name, refused=self._without_folder(str(error)))
        return Outcome(name, found.document.id, len(found.passages), len(found.claims), found.skipped)

    def _without_folder(self, reason: str) -> str:
        """A message without the server's own paths."""
        return " ".join(reason.replace(f"{self.workspace.folder / _FOLDER}/", "").replace(f"{self.workspace.folder}", "the workspace").split())

    def _counts(self) -> dict[str, int]:
        try:
            with open_store(self.store) as store:
                table = store.read(self.size.cypher)
        except StoreError:  # there is no graph before the first upload
            return dict.fromkeys(self.size.columns, 0)
        return dict(zip(table.columns, table.rows[0], strict=True))


@dataclass(slots=True)
class Desk:
    """Where uploads are taken in; ``job`` is the last one."""

    job: Job | None = None
    _taking: threading.Lock = field(default_factory=threading.Lock)

    def start(self, job: Job, files: Mapping[str, File]) -> bool:
        """Begins a job, unless another is running."""
        with self._taking:
            if self.job is not None and not self.job.finished:
                return False
            self.job = job
        threading.Thread(target=job.run, args=(dict(files),), name="upload", daemon=True).start()
        return True


def _kept(folder: Path, files: Mapping[str, File]) -> dict[str, Any]:
    """Puts the files into the folder; gives what stood there before under the same names.

    Raises:
        InputError: the folder cannot be written.
    """
    earlier: dict[str, Any] = {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, file in files.items():
            path = folder / name
            earlier[name] = path.read_bytes() if path.exists() else None
            path.write_bytes(file.content)
    except OSError as error:
        raise InputError(f"{folder}: cannot be written ({error.strerror}); ask whoever runs this server") from None
    return earlier


def _put_back(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
    else:
        path.write_bytes(content)
