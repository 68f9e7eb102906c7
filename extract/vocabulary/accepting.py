"""A term taken into a workspace's vocabulary, and which kept documents hold it. A term in; lines to say out."""

from __future__ import annotations

from collections.abc import Iterator

from extract.language import languages
from extract.layout.scripts import language_of
from graph.errors import InputError
from graph.vocabulary import accept
from graph.workspace import Workspace


def accept_term(workspace: Workspace, term: str, *, concept: str | None, broader: str | None, language: str | None) -> Iterator[str]:
    """Accepts the term, says of which concept it is now a name, and which documents are to be read again.

    Raises:
        InputError: see :func:`graph.vocabulary.accept`; or there is no such language.
    """
    if language is not None and language not in languages():
        raise InputError(f"--language {language}: there is no such language here; there are {', '.join(languages())}")
    identity = accept(workspace.vocabulary, term, language or language_of(term), concept=concept, broader=broader)
    yield f"{term}: now a name of {identity}, in {workspace.vocabulary}"
    holding = [
        extraction.document.source for extraction in workspace.extractions() if any(term.casefold() in p.text.casefold() for p in extraction.passages)
    ]
    if holding:
        yield f"read again to find it in: {' '.join(holding)}"
