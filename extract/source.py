"""A document as read from its file, before any repair: who it is, its working text, and the way back to the file's characters."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.records import Document, Skipped
from graph.sourcemap import SourceMap


@dataclass(frozen=True, slots=True)
class Source:
    """``text`` has ``\\n`` line ends and keeps form feeds; ``markup`` is ``plain`` or ``markdown`` (HTML and DOCX are turned into the latter);
    ``to_file`` leads from ``text`` to the file's decoded text (for PDF and DOCX, which have none: to ``extracted``);
    ``content`` is the file's bytes, those that ``document.sha256`` is of; ``extracted`` is the text that was taken out of a PDF or DOCX."""

    document: Document
    text: str
    markup: str = "plain"
    to_file: SourceMap = field(default_factory=SourceMap)
    skipped: tuple[Skipped, ...] = ()
    content: bytes = field(default=b"", repr=False)
    extracted: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Refused:
    """A document or place that could not be read: where, and the one line that says what, where and what to do."""

    place: str
    reason: str
