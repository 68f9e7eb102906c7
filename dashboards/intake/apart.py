"""Documents read in a process of their own, within limits of time and memory: a path in; what was read, or why not, out."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import Any

from graph.errors import InputError
from graph.settings import ROOT
from graph.workspace import Extraction, Workspace

#: Why a document was given up: it took too long, it needed too much memory, or the process that read it broke down.
SLOW, LARGE, BROKEN = "slow", "large", "broken"
_PROGRAM = "dashboards.intake.reading"
_STARTING = 120.0  # seconds


@dataclass(frozen=True, slots=True)
class Limits:
    """For one document: seconds, and megabytes beyond what the reader needs for any."""

    seconds: float = 180.0
    megabytes: int = 2_000


@dataclass(frozen=True, slots=True)
class Unread:
    """A document that was not read: the ``limit`` that it met, or the ``reason`` why it was refused."""

    limit: str = ""
    reason: str = ""


@dataclass(slots=True)
class Apart:
    """Reads documents one after the other, as a context manager; a process that was lost is replaced."""

    limits: Limits
    preview: bool
    vocabulary: Path | None
    _process: subprocess.Popen[bytes] | None = None
    _scratch: tempfile.TemporaryDirectory[str] = field(default_factory=lambda: tempfile.TemporaryDirectory(prefix="rapporteur-"))
    _number: int = 0

    def __enter__(self) -> Apart:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._end()
        self._scratch.cleanup()

    def read(self, path: Path) -> Extraction | Unread:
        """What is in a document.

        Raises:
            InputError: no process can be started.
        """
        if self._process is None:
            self._start()
        self._number += 1
        into = Path(self._scratch.name) / str(self._number)
        answer = self._asked({"path": str(path), "into": str(into)})
        if answer is None or answer["what"] == LARGE:  # after an error of memory, nothing is sure
            ended = None if self._process is None else self._process.poll()
            self._end()
            return Unread(LARGE if answer else SLOW if ended is None else BROKEN)
        if answer["what"] == "refused":
            return Unread(reason=answer["reason"])
        kept = Workspace(into)
        (document,) = kept.documents()
        return replace(kept.extraction(document), extracted=kept.extracted(document))

    def _start(self) -> None:
        how = {
            "seconds": self.limits.seconds, "megabytes": self.limits.megabytes, "preview": self.preview,
            "vocabulary": None if self.vocabulary is None else str(self.vocabulary),
        }  # fmt: skip
        self._process = subprocess.Popen(
            [sys.executable, "-m", _PROGRAM, json.dumps(how)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            env=_environment(), cwd=self._scratch.name, bufsize=0,
        )  # fmt: skip
        if self._line(_STARTING) is None:
            self._end()
            raise InputError("no process to read documents in could be started; ask whoever runs this server")

    def _asked(self, what: dict[str, str]) -> dict[str, str] | None:
        process = self._process
        assert process is not None
        assert process.stdin is not None
        try:
            process.stdin.write(json.dumps(what).encode() + b"\n")
        except OSError:
            process.wait()
            return None
        return self._line(self.limits.seconds)

    def _line(self, seconds: float) -> dict[str, str] | None:
        """The next answer; none where it takes too long or the process ends."""
        process, until = self._process, time.monotonic() + seconds
        assert process is not None
        assert process.stdout is not None
        written = b""
        while not written.endswith(b"\n"):
            left = until - time.monotonic()
            if left <= 0 or not select.select([process.stdout], [], [], left)[0]:
                return None
            piece = os.read(process.stdout.fileno(), 65_536)
            if not piece:
                process.wait()
                return None
            written += piece
        answer: dict[str, Any] = json.loads(written)
        return answer

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()


def _environment() -> dict[str, str]:
    """The server's, without what only the server may know, and with the way to this package."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("RAPPORTEUR_", "NEO4J", "STREAMLIT_", "AWS_"))}
    return kept | {"PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), kept.get("PYTHONPATH", "")]))}
