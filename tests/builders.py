"""Small records for tests: say what matters, get the rest."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from graph.records import Claim, Document, Entity, Party, Passage
from graph.workspace import Extraction

BAN = "proposal:preemptive-ban"
#: Known to the data files of these tests.
ENTITIES = {
    entity.id: entity
    for entity in (
        Entity(
            "state:CHL",
            "State",
            {"en": ("Chile", "Republic of Chile"), "zh": ("智利",), "ko": ("칠레",)},
            properties={"iso3": "CHL", "region": "Americas"},
        ),
        Entity("state:EGY", "State", {"en": ("Egypt",), "zh": ("埃及",)}, properties={"iso3": "EGY", "region": "Africa"}),
        Entity("state:GBR", "State", {"en": ("United Kingdom",)}, properties={"iso3": "GBR", "region": "Europe", "subregion": "Northern"}),
        Entity("org:pax", "NGO", {"en": ("PAX",)}),
        Entity("org:stop", "Coalition", {"en": ("Stop It",)}),
    )
}


def document(name: str = "000", **rest: Any) -> Document:
    return Document(name, sha256(name.encode()).hexdigest(), **{"languages": ("en",), "date": "2016-04-15", **rest})


KINDS = {
    "state": "State", "org": "NGO", "person": "Person", "group": "Group", "event": "Event", "concept": "Concept", "proposal": "Proposal",
    "rec": "Recommendation", "doc": "Document",
}  # fmt: skip


def party(what: str, surface: str | None = None) -> Party:
    """``state:CHL``, or ``Coalition org:stop``: the kind goes before where the prefix does not tell it."""
    kind, _, node_id = what.rpartition(" ")
    return Party(kind or KINDS[node_id.partition(":")[0]], node_id, surface)


def claim(
    relation: str, subject: Party | str, obj: Party | str, quote: str = "words that prove it", *, of: Document | None = None, **rest: Any
) -> Claim:
    """A claim quoted from a passage that is made around the quote; ``loc``, ``ordinal`` and ``language`` are the passage's."""
    read = of or document()
    text = f"It is written: {quote}."
    passage = Passage(read.id, rest.pop("loc", "¶1"), rest.pop("ordinal", 0), text, rest.pop("language", "en"))
    start = text.index(quote)
    ends = [party(end) if isinstance(end, str) else end for end in (subject, obj)]
    return Claim(
        passage=passage, content=read.sha256, relation=relation, subject=ends[0], object=ends[1], start=start, end=start + len(quote),
        **{"method": "test", "confidence": 0.9, **rest},
    )  # fmt: skip


def extraction(*claims: Claim, of: Document | None = None) -> Extraction:
    """What was read in a document: the claims, and a passage for each place they name."""
    read = of or document()
    passages = {one.passage_id: passage_of(one) for one in claims}
    return Extraction(read, tuple(passages.values()), claims)


def passage_of(one: Claim) -> Passage:
    """The passage that :func:`claim` made."""
    return Passage(one.doc, one.loc, int(one.passage_id.rpartition("/")[2]), f"It is written: {one.quote}.", one.language)
