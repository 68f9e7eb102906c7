"""Whose first person a document's is. A reading in, its speaker as a party out."""

from __future__ import annotations

from collections.abc import Sequence

from extract.mentions import find_mentions
from extract.names import load_names
from extract.positions.holders import ACTORS
from extract.positions.passages import Searched
from extract.reading import Reading
from graph.records import Document, Party, Passage

Speaker = tuple[Party, str | None]
_TOP = 3  # passages at the top in which a letter says that it is one


def speaker_of(reading: Reading, searched: Sequence[Searched]) -> Speaker | None:
    """The state, organisation or person whose statement the document is; the signatories of an open letter; else whoever wrote «I»."""
    named = _named(reading.document) or _titled(reading)
    if named is not None:
        return named, None
    for one in searched[:_TOP]:
        if (signatories := signatories_of(one)) is not None:
            return signatories
    if any(f.group == "mark" and f.name == "alone" for one in searched for f in one.found):
        return Party("Person", f"person:author-of-{reading.document.id}", None), None
    return None


def signatories_of(searched: Searched) -> Speaker | None:
    """The signatories, where a passage says that it is theirs."""
    is_letter = any(f.group == "mark" and f.name == "letter" for f in searched.found)
    return (Party("Group", "group:signatories", None), "all") if is_letter else None


def _titled(reading: Reading) -> Party | None:
    """The one actor whom the title of a statement names."""
    if reading.document.kind != "statement" or not reading.passages:
        return None
    actors = [m for m in reading.mentions[0] if m.kind in ACTORS]
    return Party(actors[0].kind, actors[0].entity, None) if actors else None


def _named(document: Document) -> Party | None:
    if document.speaker is None:
        return None
    names = load_names()
    for language in (*document.languages, "en"):
        known = names.identify(document.speaker, language)
        if known is not None and known.kind in ACTORS:
            return Party(known.kind, known.id, None)
        passage = Passage(document.id, "head", 0, document.speaker, language)
        for mention in find_mentions(passage, names):
            if mention.kind in ACTORS:
                return Party(mention.kind, mention.entity, None)
    return None


def author_of(document: Document) -> Speaker:
    """The author, who in an article speaks of himself in the third person."""
    return Party("Person", f"person:author-of-{document.id}", None), None
