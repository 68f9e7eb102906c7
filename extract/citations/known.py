"""Documents the data files know by name. A title or a passage in, canonical ids out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pydantic import Field

from extract.citations.found import YEAR, Found, title_key
from extract.citations.words import any_of, choice, citation_words
from extract.language import Words, load_checked
from extract.sought import Sought
from graph.records import Passage
from graph.settings import DATA

# The name in another language, or its letters, in brackets behind it.
BRACKET = re.compile(r"\s*[（(][^()（）]*[A-Z]{2}[^()（）]*[)）]|\s*[（(]\s*[A-Z][A-Za-z :-]{4,}[)）]")
NEAR = 30  # characters around the name of an act in which its year is looked for
ARTICLE = 40
SHORTEST = 5  # a name with so few letters left is no name


class KnownDocument(Words):
    """An entry of data/names/documents.yaml; the keys are explained there."""

    id: str
    names: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    weak: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    symbols: tuple[str, ...] = ()
    kind: str | None = None
    year: str | None = None
    treaty: bool = False
    yearly: bool = False

    def all_names(self, *, weak: bool = False) -> Iterator[str]:
        for names in (self.weak if weak else self.names).values():
            yield from names


class KnownDocuments(Words):
    documents: tuple[KnownDocument, ...] = ()


@cache
def known_documents() -> tuple[KnownDocument, ...]:
    """All of data/names/documents.yaml."""
    return load_checked(DATA / "names" / "documents.yaml", KnownDocuments).documents


@cache
def _index(weak: bool) -> dict[str, KnownDocument]:
    return {title_key(name): document for document in known_documents() for name in document.all_names(weak=weak)}


@cache
def _pattern(weak: bool) -> Sought:
    """Any name, as written but for spaces within it."""
    names = [re.escape(name).replace(r"\ ", r"\s+") for document in known_documents() for name in document.all_names(weak=weak)]
    return Sought(rf"(?:[Tt]he\s+)?(?P<name>{choice(names)})")


def known_title(title: str) -> KnownDocument | None:
    """The document that has this title (also a short name of it, and with its article or year before or behind), or ``None``."""
    key = title_key(title)
    found = _index(False).get(key) or _index(True).get(key) or _without_noun(key)
    if found is None:
        inside = re.search(r"[（(]([^()（）]{8,})[)）]\s*$", title)
        found = _index(False).get(title_key(inside[1])) if inside else None
    return found or next((d for d in known_documents() if d.yearly and any(_of_year(key, title_key(n)) for n in d.all_names())), None)


def _without_noun(key: str) -> KnownDocument | None:
    """A treaty's name that was written without its last word («《特定常规武器》»)."""
    nouns = map(title_key, citation_words().short_forms)
    return next((_index(False)[key + noun] for noun in nouns if len(key) > SHORTEST and key + noun in _index(False)), None)


def _of_year(key: str, act: str) -> bool:
    return key.startswith(act) or key.endswith(act)


def document_id(document: KnownDocument, around: str) -> str | None:
    """Its id; for an act passed every year the year is read from the words around the name, and without one there is no id."""
    if not document.yearly:
        return document.id
    year = re.search(rf"(?<!\d){YEAR}(?!\d)", around)
    return f"{document.id}-{year[0]}" if year else None


def known_symbol(symbol: str) -> str | None:
    """The id of the document that has this symbol, if it has a name of its own."""
    return next((document.id for document in known_documents() if symbol in document.symbols), None)


def known_by_kind(kind: str, year: str) -> str | None:
    """The pledge or letter of that year."""
    return next((document.id for document in known_documents() if document.kind == kind and document.year == year), None)


def find_known(passage: Passage) -> Iterator[Found]:
    """The documents named without title marks. One named as an example among others («treaties such as …») is not cited."""
    text, at = passage.text, 0
    while match := _pattern(False).search(text, at):
        start, at = match.span("name")
        if bracket := BRACKET.match(text, at):
            at = bracket.end()
        if not _is_example(text, match.start(), at):
            yield from _found(match["name"], text, start, at)
    for match in _pattern(True).finditer(text):
        start, end = match.span("name")
        if re.search(any_of("articles_before") + r"$", text[max(0, start - ARTICLE) : start]) or re.match(any_of("articles_after"), text[end:]):
            yield from _found(match["name"], text, start, end)


def _found(name: str, text: str, start: int, end: int) -> Iterator[Found]:
    document = known_title(name)
    identity = document and document_id(document, text[max(0, start - NEAR) : end + NEAR])
    if document and identity:
        yield Found(identity, start, end, "name", 0.85, known=True, treaty=document.treaty)


def _is_example(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - ARTICLE) : start], text[end : end + ARTICLE]
    return bool(re.search(any_of("examples_before") + r"\s*(?:the )?$", before) or re.match(any_of("examples_after"), after))
