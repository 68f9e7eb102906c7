"""What a workspace refuses: two files under one name, one file under two. Two documents in; an error where they may not stand beside one another."""

from __future__ import annotations

from pathlib import Path

from graph.errors import InputError
from graph.records import Document


def refuse_another(earlier: Document, document: Document) -> None:
    """Two different files may not share a name: claims and graph know documents by it.

    Raises:
        InputError: they are different files with different content, and the earlier one is still there.
    """
    if earlier.sha256 != document.sha256 and earlier.source != document.source and Path(earlier.source).exists():
        raise InputError(f"{document.source}: a different document called {document.id} was read from {earlier.source}; rename one of them")


def refuse_copy(earlier: Document, document: Document) -> None:
    """A document is kept once: a second name for it is taken only where the file was renamed.

    Raises:
        InputError: the file with the earlier name is still there.
    """
    if Path(earlier.source).exists():
        raise InputError(f"{document.source}: the same document was already read as {earlier.id}, from {earlier.source}; leave out one of them")
