"""CITES: which documents a document refers to. A reading in; one claim for each cited document, at its first citation, out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from extract.citations.passages import find_citations
from extract.citations.unite import Citation, unite
from extract.reading import Reading, extractor
from graph.records import Claim, Party

__all__ = ["cited_documents", "read_citations"]


@extractor("citations")
def read_citations(reading: Reading) -> Iterator[Claim]:
    """One claim for each document cited."""
    subject = Party("Document", f"doc:{reading.document.id}")
    for citation in cited_documents(reading):
        passage, found = citation.passage, citation.found
        surface = passage.text[found.start : found.end]
        yield reading.claim(
            passage, "CITES", subject, Party("Document", found.id, surface), (found.start, found.end),
            method=f"citations:{found.variant}", confidence=found.confidence,
        )  # fmt: skip


@lru_cache(maxsize=1)  # who signed what is cited is asked right after
def cited_documents(reading: Reading) -> tuple[Citation, ...]:
    """The citations of a document, one for each document cited, in reading order."""
    return unite(reading, [find_citations(reading, passage) for passage in reading.passages])
