"""The workspace: a folder that holds the documents by content hash, what was read in them, and the embedded store.

Each document is one folder ``documents/<sha256>`` that appears whole or not at all, so a run cut off at any moment leaves a
workspace that the next run completes.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from graph import jsonl
from graph.copies import refuse_another, refuse_copy
from graph.errors import DataError, InputError, StoreError
from graph.records import Claim, Document, Passage, Skipped

_NEW, _OLD = ".new-", ".old-"
_EXTRACTED = "extracted.txt"
_READINGS = ("document.json", "passages.jsonl", "claims.jsonl", "skipped.jsonl")


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read in one document. ``extracted`` is the text that was taken out of a file without text of its own, to which the passages' maps
    lead; a workspace gives it by :meth:`Workspace.extracted`."""

    document: Document
    passages: tuple[Passage, ...]
    claims: tuple[Claim, ...]
    skipped: tuple[Skipped, ...] = ()
    extracted: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Workspace:
    """``folder`` need not exist until something is kept in it."""

    folder: Path

    @property
    def store(self) -> Path:
        """The file of the embedded store."""
        return self.folder / "graph.kgl"

    @property
    def vocabulary(self) -> Path:
        """The file of concepts and names that its users have added; it need not exist."""
        return self.folder / "concepts.yaml"

    @property
    def evaluation(self) -> Path:
        """The file of the figures that `rapporteur evaluate` last found; there need not be one."""
        return self.folder / "evaluation.json"

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """Holds the workspace for one writer and clears what an interrupted one left.

        Raises:
            StoreError: another process is writing.
            InputError: the folder cannot be made or written.
        """
        try:
            self._documents.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InputError(f"{self.folder}: no workspace can be made here ({error.strerror}); choose another --workspace") from None
        try:
            with FileLock(self.folder / "lock", timeout=0):
                self._clear()
                yield Writer(self._documents, {document.id: document for document in self.documents()})
        except Timeout:
            raise StoreError(f"{self.folder}: another rapporteur is writing here; wait for it or choose another --workspace") from None

    def documents(self) -> list[Document]:
        """The documents kept, by id."""
        return sorted((self._document(folder) for folder in self._folders()), key=lambda document: document.id)

    def extractions(self) -> Iterator[Extraction]:
        """What was read in each document, one at a time, by document id; raises as :meth:`extraction` does."""
        return map(self.extraction, self.documents())

    def readings(self) -> Iterator[Path]:
        """The files of all that was read: they and the vocabulary tell whether anything has changed."""
        return (folder / name for folder in self._folders() for name in _READINGS)

    def content(self, document: Document) -> bytes:
        """The document's bytes as they were read."""
        return (self._documents / document.sha256 / "content").read_bytes()

    def extracted(self, document: Document) -> str | None:
        """The text that was taken out of a PDF or DOCX before it was repaired; none of other files, which are text themselves."""
        try:
            return (self._documents / document.sha256 / _EXTRACTED).read_bytes().decode("utf-8", "surrogatepass")
        except (FileNotFoundError, UnicodeError):
            return None

    def extraction(self, document: Document) -> Extraction:
        """What was read in one of its documents.

        Raises:
            DataError: a kept file was damaged; the message says which and what to do.
        """
        folder = self._documents / document.sha256
        passages = tuple(map(jsonl.passage_from, _rows(folder / "passages.jsonl")))
        by_id = {passage.id: passage for passage in passages}
        try:
            claims = tuple(jsonl.claim_from(row, by_id[row["passage"]], document.sha256) for row in _rows(folder / "claims.jsonl"))
        except KeyError as error:
            raise DataError(f"{folder}: a claim's passage {error} is missing; run rapporteur on {document.source} again") from None
        return Extraction(document, passages, claims, tuple(map(jsonl.skipped_from, _rows(folder / "skipped.jsonl"))))

    @property
    def _documents(self) -> Path:
        return self.folder / "documents"

    def _folders(self) -> list[Path]:
        kept = self._documents.iterdir() if self._documents.is_dir() else ()
        return [folder for folder in kept if not folder.name.startswith(".")]

    def _document(self, folder: Path) -> Document:
        try:
            return jsonl.document_from(json.loads((folder / "document.json").read_text(encoding="utf-8")))
        except (OSError, ValueError, KeyError, TypeError):
            raise DataError(f"{folder}: damaged; remove this folder and run rapporteur on the document again") from None

    def _clear(self) -> None:
        """An interrupted writer's unfinished folders go; a finished one that it had only moved aside comes back."""
        for folder in self._documents.glob(f"{_OLD}*"):
            place = folder.with_name(folder.name.removeprefix(_OLD))
            replaced = place.exists() or self._document(folder).id in {document.id for document in self.documents()}
            shutil.rmtree(folder) if replaced else folder.rename(place)
        for folder in self._documents.glob(f"{_NEW}*"):
            shutil.rmtree(folder)


@dataclass(frozen=True, slots=True)
class Writer:
    """Puts documents into a workspace that is held for writing. ``known`` holds the documents there, by id."""

    folder: Path
    known: dict[str, Document]

    def keep(self, extraction: Extraction, content: bytes) -> None:
        """Keeps a document, its bytes and what was read in it; an earlier version of the same file goes.

        Raises:
            InputError: another file of the workspace already has this id, or this content under another.
        """
        document = extraction.document
        earlier = self.known.get(document.id)
        if earlier is not None:
            refuse_another(earlier, document)
        for renamed in self._of_same_content(document):
            refuse_copy(renamed, document)
            del self.known[renamed.id]
        fresh = self.folder / f"{_NEW}{document.sha256}"
        fresh.mkdir()
        (fresh / "content").write_bytes(content)
        if extraction.extracted is not None:
            (fresh / _EXTRACTED).write_bytes(extraction.extracted.encode("utf-8", "surrogatepass"))
        _write(fresh / "passages.jsonl", map(jsonl.passage_row, extraction.passages))
        _write(fresh / "claims.jsonl", map(jsonl.claim_row, extraction.claims))
        _write(fresh / "skipped.jsonl", map(jsonl.skipped_row, extraction.skipped))
        (fresh / "document.json").write_text(json.dumps(jsonl.document_row(document), ensure_ascii=False, indent=1), encoding="utf-8")
        self._swap(fresh, self.folder / document.sha256, earlier)
        self.known[document.id] = document

    def _of_same_content(self, document: Document) -> list[Document]:
        if not (self.folder / document.sha256).exists():
            return []
        return [other for other in self.known.values() if other.sha256 == document.sha256 and other.id != document.id]

    def _swap(self, fresh: Path, place: Path, earlier: Document | None) -> None:
        aside = {place} | ({self.folder / earlier.sha256} if earlier is not None else set())
        moved = [folder.rename(folder.with_name(_OLD + folder.name)) for folder in aside if folder.exists()]
        fresh.rename(place)
        for folder in moved:
            shutil.rmtree(folder)


def _write(path: Path, rows: Iterable[jsonl.Row]) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(map(jsonl.to_line, rows))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    try:
        with path.open(encoding="utf-8") as file:
            yield from jsonl.rows(file, place=str(path))
    except OSError as error:
        raise DataError(f"{path}: {error.strerror}; run rapporteur on the document again") from None
