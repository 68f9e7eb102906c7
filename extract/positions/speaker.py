"""Whose first person a document's is. A document in, its speaker as a party out."""

from __future__ import annotations

from extract.mentions import find_mentions
from extract.names import load_names
from extract.positions.holders import ACTORS
from graph.ids import entity_id
from graph.records import Document, Party, Passage

_ARTICLES = frozenset({"article"})


def speaker_of(document: Document) -> Party | None:
    """The state, organisation or person whose statement the document is, where its own words or its sidecar say so."""
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


def author_of(document: Document) -> Party | None:
    """The author of an article, who speaks of himself in the third person."""
    if document.kind not in _ARTICLES:
        return None
    return Party("Person", entity_id("Person", f"author of {document.id}"), None)
