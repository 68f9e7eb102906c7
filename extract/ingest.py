"""Documents into a workspace, with what happened on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from extract.pipeline import Manner, Read, Refused, read_documents
from graph.errors import InputError
from graph.records import Skipped
from graph.workspace import Workspace

Answer = Read | Refused | Skipped


@dataclass(slots=True)
class Counts:
    """What became of the documents so far; what was skipped, by reason."""

    documents: int = 0
    passages: int = 0
    claims: int = 0
    refused: int = 0
    skipped: Counter[str] = field(default_factory=Counter)

    def add(self, answer: Answer) -> None:
        match answer:
            case Read(extraction=read):
                self.documents += 1
                self.passages += len(read.passages)
                self.claims += len(read.claims)
                self.skipped.update(skipped.kind for skipped in read.skipped)
            case Refused():
                self.refused += 1
            case Skipped(reason=reason):
                self.skipped[reason] += 1

    def lines(self) -> Iterator[str]:
        """The counts as lines to read."""
        refused = f", {self.refused} refused" if self.refused else ""
        yield f"{self.documents} documents, {self.passages} passages, {self.claims} claims{refused}"
        if self.skipped:
            yield "skipped: " + "; ".join(f"{number} {reason}" for reason, number in self.skipped.most_common())


def ingest(workspace: Workspace, places: Iterable[str], *, jobs: int = 1, stdin: bytes = b"", preview: bool = False) -> Iterator[Answer]:
    """Reads every document of the places and keeps it in the workspace; yields what became of each, one at a time.

    Raises:
        StoreError: another process writes to the workspace.
        InputError: the workspace cannot be made.
    """
    with workspace.writing() as writer:
        for answer in read_documents(places, jobs=jobs, stdin=stdin, manner=Manner(preview, workspace.vocabulary)):
            if isinstance(answer, Read):
                try:
                    writer.keep(answer.extraction, answer.content)
                except InputError as error:
                    yield Refused(answer.extraction.document.source, str(error))
                    continue
            yield answer
