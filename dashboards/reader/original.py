"""The text of the file beside the repaired one. A workspace and passages in, the file's own characters out.

Which encoding the file is in is not kept. It is told by the source maps themselves: the right decoding is the one in which they lead to
the characters of the passages. Of files that hold no text of their own (PDF, DOCX), the text that was taken out of them is kept in the workspace.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dashboards.reader.spans import Piece, Span, pieces
from graph.errors import RapporteurError
from graph.records import Passage
from graph.workspace import Extraction, Workspace

_ENCODINGS = ("utf-8-sig", "utf-16", "gb18030", "cp949", "big5hkscs", "cp932", "cp1252", "cp1251", "utf-16-le", "utf-16-be")
_SURE = 0.98  # share of characters that must be where the maps say
_SAMPLE = 40  # passages looked at


def extraction_of(workspace: Workspace, doc: str, sha256: str | None = None) -> Extraction | None:
    """What was read in a document, where the workspace of this server holds it and nothing of it is damaged."""
    try:
        found = next((each for each in workspace.documents() if each.id == doc and sha256 in (None, each.sha256)), None)
        return None if found is None else workspace.extraction(found)
    except (RapporteurError, OSError):
        return None


def decoded(content: bytes, passages: Sequence[Passage]) -> str | None:
    """The file's text, in the encoding under which the passages' maps hold; none where there is none. Pure."""
    for encoding in _ENCODINGS:
        try:
            text = content.removeprefix(codecs.BOM_UTF8).decode(encoding)
        except UnicodeError:
            continue
        if _agreement(text, passages[:_SAMPLE]) >= _SURE:
            return text
    return None


def beside(text: str, passage: Passage, spans: Iterable[Span]) -> list[Piece]:
    """The stretch of the file that a passage came from, with the same spans marked in it. Pure."""
    places = passage.source_map.spans(0, len(passage.text))
    if not places:
        return []
    start, end = min(first for first, _ in places), max(last for _, last in places)
    moved = [
        Span(first - start, last - start, span.name) for span in spans for first, last in passage.source_map.spans(span.start, span.end)
    ]  # fmt: skip
    return pieces(text[start:end], moved)


def _agreement(text: str, passages: Iterable[Passage]) -> float:
    same = whole = 0
    for passage in passages:
        for start, source, length in passage.source_map.runs:
            here, there = passage.text[start : start + length], text[source : source + length]
            whole += length
            same += sum(one == other for one, other in zip(here, there, strict=False))
    return same / whole if whole else 0.0


@dataclass(frozen=True, slots=True)
class Original:
    """A file's text and its passages by ordinal; ``extracted``: the text was taken out of a file that has none of its own."""

    text: str
    passages: Mapping[int, Passage]
    extracted: bool = False


@lru_cache(maxsize=8)
def original_of(workspace: Workspace, doc: str, sha256: str) -> Original | None:
    """The original; none where the workspace does not hold this document, or holds a PDF or DOCX that was read before their text was kept."""
    found = extraction_of(workspace, doc, sha256)
    if found is None:
        return None
    passages = {passage.ordinal: passage for passage in found.passages}
    taken = workspace.extracted(found.document)
    if taken is not None:
        return Original(taken, passages, extracted=True) if _agreement(taken, found.passages[:_SAMPLE]) >= _SURE else None
    text = decoded(workspace.content(found.document), found.passages)
    return None if text is None else Original(text, passages)
