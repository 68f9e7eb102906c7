"""The way from a file to its claims: read → repair → find names → extract. Documents stream through; nothing here remembers them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import extract.extractors  # noqa: F401  (registers the extractors)
from extract.files import find_files, read_source, read_stream
from extract.layout import repair
from extract.mentions import find_mentions
from extract.names import load_names
from extract.reading import LEAST, PREVIEWS, Reading, in_order
from extract.source import Refused, Source
from graph.concepts import with_vocabulary
from graph.errors import RapporteurError
from graph.ontology import load_ontology
from graph.records import Claim, Document, Passage, Skipped
from graph.unswept import unswept
from graph.workspace import Extraction

__all__ = ["Extraction", "Read", "Refused", "open_reading", "read_document", "read_documents", "read_passages"]


@dataclass(frozen=True, slots=True)
class Read:
    """A document that was read, and its bytes."""

    extraction: Extraction
    content: bytes


def read_document(path: Path, *, preview: bool = False) -> Extraction:
    """All that is found in one file.

    Raises:
        InputError: the file cannot be read.
    """
    return read_passages(read_source(path), preview=preview)


@unswept()
def read_passages(source: Source, *, preview: bool = False) -> Extraction:
    """All that is found in a document's text: passages, claims, and what was skipped at any stage.

    ``preview``: with all that readers on trial find, not only what they are sure of.
    """
    layout = repair(source)
    reading = _named(source.document, layout.passages)
    claims: dict[str, Claim] = {}
    skipped = [*source.skipped, *layout.skipped]
    ontology = load_ontology()
    for name, extract_claims in in_order():
        least = 0.0 if preview or name not in PREVIEWS else LEAST
        for finding in extract_claims(reading):
            if isinstance(finding, Skipped):
                skipped.append(finding)
            elif (objection := ontology.check_claim(finding)) is not None:
                skipped.append(Skipped(f"{finding.doc} {finding.loc}", f"{finding.method}: {objection}", finding.quote))
            elif finding.confidence < least:
                reason = f"{finding.method}: not sure enough, --preview takes it all the same ({finding.confidence:.2f} of {least:.2f})"
                skipped.append(Skipped(f"{finding.doc} {finding.loc}", reason, finding.quote))
            else:
                claims.setdefault(finding.id, finding)
    return Extraction(source.document, layout.passages, tuple(claims.values()), tuple(skipped), source.extracted)


def open_reading(path: Path) -> Reading:
    """A file as the extractors are given it.

    Raises:
        InputError: the file cannot be read.
    """
    source = read_source(path)
    return _named(source.document, repair(source).passages)


def _named(document: Document, passages: tuple[Passage, ...]) -> Reading:
    names = load_names()
    return Reading(document, passages, tuple(find_mentions(passage, names) for passage in passages))


@dataclass(frozen=True, slots=True)
class Manner:
    """How documents are read: whether by the readers on trial, too, and with which vocabulary of one's own."""

    preview: bool = False
    vocabulary: Path | None = None


def read_documents(places: Iterable[str], *, jobs: int = 1, stdin: bytes = b"", manner: Manner = Manner()) -> Iterator[Read | Refused | Skipped]:
    """Every document of the places, in order, one at a time; bad ones are refused and the others still read.

    Args:
        places: files, folders, or ``-`` for ``stdin``.
        jobs: how many processes read at once.
        manner: how they are read.

    Yields:
        ``Read`` for a document, ``Refused`` for one that cannot be read (its reason names a remedy), ``Skipped`` for a file that
        was passed over on purpose (in a folder, of a kind that is not read).
    """
    seen: dict[str, tuple[str, str]] = {}
    for answer in _read_all(_tasks(places, stdin), jobs, manner):
        if isinstance(answer, Read):
            document = answer.extraction.document
            name, content = seen.setdefault(document.id, (document.source, document.sha256))
            if name != document.source:
                same = "the same text" if content == document.sha256 else "a different document"
                reason = f"{document.source}: {same} was already read under the name {document.id}, from {name}; rename or leave out one"
                yield Refused(document.source, reason)
                continue
        yield answer


Task = tuple[str, bytes | None]


def _tasks(places: Iterable[str], stdin: bytes) -> Iterator[Task | Skipped | Refused]:
    for place in places:
        if place == "-":
            yield place, stdin
            continue
        for found in find_files([place]):
            yield (str(found), None) if isinstance(found, Path) else found


def _read_all(tasks: Iterator[Task | Skipped | Refused], jobs: int, manner: Manner) -> Iterator[Read | Refused | Skipped]:
    if jobs == 1:
        for task in tasks:
            yield _read(task, manner) if isinstance(task, tuple) else task
        return
    waiting: deque[Future[Read | Refused] | Skipped | Refused] = deque()
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        for task in tasks:
            waiting.append(pool.submit(_read, task, manner) if isinstance(task, tuple) else task)
            while len(waiting) > 2 * jobs:
                yield _answer(waiting.popleft())
        while waiting:
            yield _answer(waiting.popleft())


def _answer(waiting: Future[Read | Refused] | Skipped | Refused) -> Read | Refused | Skipped:
    return waiting.result() if isinstance(waiting, Future) else waiting


def _read(task: Task, manner: Manner) -> Read | Refused:
    place, content = task
    try:
        source = read_stream(place, content) if content is not None else read_source(Path(place))
        with with_vocabulary(manner.vocabulary):
            return Read(read_passages(source, preview=manner.preview), source.content)
    except RapporteurError as error:
        return Refused(place, str(error))
    except Exception as error:
        return Refused(place, f"{place}: an error of ours, {type(error).__name__}: {error}; please report it with the document")
