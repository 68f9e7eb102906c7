"""Whom the title of a document, or what is known of it, names as those whose words it is. A reading in, parties out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.mentions import find_mentions
from extract.names import load_names
from extract.positions.actors.holders import ACTORS, Parties
from extract.positions.actors.owned import as_one
from extract.positions.pack.actor_words import actor_words
from extract.positions.pack.words import position_words
from extract.positions.sentence.passages import Searched
from extract.positions.speech.signed import TOP, unnamed
from extract.reading import Reading
from graph.ids import entity_id
from graph.records import Document, Party, Passage

_LINE = 40  # characters of a line that only names something


def is_submitted(searched: Sequence[Searched]) -> bool:
    """Whether the title says who hands a paper in, so that they hold what it says."""
    shape = actor_words(searched[0].plain.passage.language).submitted if searched else ""
    return bool(shape) and re.search(shape, searched[0].plain.text) is not None


def resolution_of(searched: Sequence[Searched]) -> re.Match[str] | None:
    """Whether the title is that of a resolution which a body has adopted."""
    shape = actor_words(searched[0].plain.passage.language).resolved if searched else ""
    return re.search(shape, searched[0].plain.text) if shape else None


def own_page(reading: Reading, searched: Sequence[Searched]) -> Party | None:
    """The body whose own page a text is: its title tells its name and what «we» are or want."""
    shape = actor_words(reading.passages[0].language).own_page
    title = searched[0].plain
    named = [m for m in title.mentions if m.kind in ACTORS - {"State", "Person"} and shape and re.match(shape, title.text[m.end :])]
    return unnamed(replace(named[0], surface=title.text[: named[0].end].strip('“”"'))) if named else None


def titled(reading: Reading, searched: Sequence[Searched]) -> Parties:
    """The actors whom the title of a statement or paper names as its authors."""
    if not searched:
        return ()
    plain = searched[0].plain
    own = actor_words(reading.passages[0].language).own
    if reading.document.kind != "statement" and not (own and re.search(own, plain.text)) and resolution_of(searched) is None:
        return ()
    side = position_words(reading.passages[0].language).sides
    ours = [m for one in searched[:TOP] for m in one.plain.mentions if side and m.kind == "State" and m.surface.endswith(side)]
    actors = [
        m
        for m in as_one(plain.mentions, plain.text, plain.passage.language)
        if m.kind in ACTORS and not re.search(r"\bto (?:the )?(?:[\w-]+ ){0,3}(?:of )?(?:the )?$", plain.text[: m.start])
    ]
    if not any(one.kind != "Person" for one in actors) and ours and own and re.search(own, plain.text):
        actors = ours[:1]  # the title names the envoy alone; the text calls his state «our side»
    if actors and all(one.kind == "InternationalOrganization" for one in actors):
        below = [m for one in searched[1:TOP] if len(one.plain.text) <= _LINE for m in one.plain.mentions if m.kind == "State"]
        actors = [*actors, *below[:1]]  # «Committee. / Country: X»
    states = [one for one in actors if one.kind == "State"]
    if states and len(actors) == len(states) + 1 and any(one.kind == "InternationalOrganization" for one in actors):
        actors = states  # a state's paper at a body
    if reading.document.kind == "statement" and not re.search(r"\bjoint\b", plain.text, re.IGNORECASE):
        actors = actors[:1]
    return tuple((unnamed(one), None) for one in actors)


def speaker_named(document: Document) -> Party | None:
    if document.speaker is None:
        return None
    names = load_names()
    for language in (*document.languages, "en"):
        known = names.identify(document.speaker, language)
        if known is not None and known.kind in ACTORS:
            return Party(known.kind, known.id, None)
        passage = Passage(document.id, "head", 0, document.speaker, language)
        found = [mention for mention in find_mentions(passage, names) if mention.kind in ACTORS]
        for mention in sorted(found, key=lambda one: one.kind != "State"):  # a state at a body («Model United Nations, X»)
            return Party(mention.kind, mention.entity, None)
    if document.speaker.isascii() and document.speaker[0].isupper() and " " in document.speaker.strip():
        return Party("NGO", entity_id("NGO", document.speaker), None)  # a body that no list knows: persons and states are known by their shape
    return None
