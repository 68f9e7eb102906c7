"""Whose first person a document's is, and a passage's. A reading in, parties out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.positions.actors.holders import ACTORS
from extract.positions.pack.actor_words import actor_words
from extract.positions.pack.plain import quoted
from extract.positions.sentence.passages import Searched
from extract.positions.speech.essays import essayist
from extract.positions.speech.headed import headed
from extract.positions.speech.letterhead import submitters_of, under_letterhead
from extract.positions.speech.signed import TOP, gathered, issuer, signed, under_title, unnamed
from extract.positions.speech.titled import is_submitted, own_page, resolution_of, speaker_named, titled
from extract.reading import Reading
from graph.ids import entity_id
from graph.records import Document, Party

Parties = tuple[tuple[Party, str | None], ...]
_FIRST = ("first", "alone")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says «we» or «I»; ``sure`` where the text is a speech, a letter or a column from end to end, so that what it says is said by them."""

    parties: Parties
    sure: bool


def speaker_of(reading: Reading, searched: Sequence[Searched], home: Parties = ()) -> Speaker | None:
    """The state, organisation or person whose statement the document is; the signatories of an open letter; else whoever wrote «I».

    ``home`` is the state that a ministry or government in the text is of where it names no other.
    """
    named, represented = speaker_named(reading.document), _represented(reading, searched)
    if len(represented) > 1:
        return Speaker(represented, sure=True)
    if (whose := Speaker(((named, None),), sure=True) if named is not None else _by_title(searched)) is not None:
        return whose
    if submitters := submitters_of(reading):
        return Speaker(submitters, sure=True)
    authors = titled(reading, searched)
    if authors and (reading.document.kind == "statement" or _speaks(searched) or is_submitted(searched)):
        return Speaker(authors, sure=True)
    if represented:
        return Speaker(represented, sure=True)
    if (resolution := resolution_of(searched)) is not None and (authors or resolution.groupdict().get("who")):
        named_so = resolution.groupdict().get("who") or ""
        adopting = authors or ((Party("Institution", entity_id("Institution", named_so.removeprefix("The ")), named_so), None),)
        return Speaker(adopting, sure=True)  # its clauses leave their subject out: «Calls on …»
    if not _speaks(searched):
        return _SIGNATORIES if _is_letter(searched) else Speaker(writer, sure=True) if (writer := essayist(reading, searched)) else None
    return _whoever_writes(reading, searched, home)


def _whoever_writes(reading: Reading, searched: Sequence[Searched], home: Parties) -> Speaker | None:
    """Who says «we» or «I»: the state or body whose text it is, those who sign it, the one who writes it."""
    if house := headed(reading, searched):
        return Speaker(house, sure=True)
    if _is_letter(searched) or gathered(reading):
        return _SIGNATORIES
    if house := _issuing(reading, searched):
        return Speaker(house, sure=True)
    head = under_letterhead(reading, home)
    if head is not None and head[1]:
        return Speaker(((head[0], None),), sure=True)
    return _writer(reading, searched, head[0] if head is not None else None)


def _issuing(reading: Reading, searched: Sequence[Searched]) -> Parties:
    """The body whose name stands alone, or in the title of its own page."""
    house = issuer(reading) or own_page(reading, searched)
    return ((house, None),) if house is not None else ()


def _is_letter(searched: Sequence[Searched]) -> bool:
    """Whether a line at the head says that many have signed what follows."""
    return any(signatories_of(one) is not None for one in searched[:TOP])


def _writer(reading: Reading, searched: Sequence[Searched], head: Party | None) -> Speaker | None:
    """Whoever writes «I» or «we» without the text saying so at its head: the name it is signed with, the house it appears under."""
    if writers := signed(reading, searched):
        return Speaker(writers, sure=True)
    if (house := under_title(reading, searched) or head) is not None:
        return Speaker(((house, None),), sure=False)
    brief = actor_words(reading.passages[0].language).brief  # its writers say «we» under a title that tells no house
    alone = any(f.group == "mark" and f.name == "alone" for one in searched for f in one.found)
    if alone or (brief and re.search(brief, searched[0].plain.text)):
        return Speaker(((Party("Person", f"person:author-of-{reading.document.id}", None), None),), sure=False)
    return None


def signatories_of(searched: Searched) -> Speaker | None:
    """The signatories, where a passage says that it is theirs."""
    is_letter = any(f.group == "mark" and f.name == "letter" for f in searched.found)
    return _SIGNATORIES if is_letter else None


_SIGNATORIES = Speaker(((Party("Group", "group:signatories", None), "all"),), sure=True)


def _speaks(searched: Sequence[Searched]) -> bool:
    """Whether somebody says «we» or «I» outside quotations."""
    return any(f.group == "mark" and f.name in _FIRST and not quoted(one.plain.text, f.start) for one in searched for f in one.found)


def _by_title(searched: Sequence[Searched]) -> Speaker | None:
    """The group who are «we» in a text of the kind that its title names («Communiqué of the conference on …»)."""
    title = searched[0].plain if searched else None
    shapes = actor_words(title.passage.language).by_title if title is not None else {}
    group = next((one for one, shape in shapes.items() if title is not None and re.match(shape, title.text)), None)
    return Speaker(((Party("Group", f"group:{group}", None), "all"),), sure=True) if group is not None and _speaks(searched) else None


def _represented(reading: Reading, searched: Sequence[Searched]) -> Parties:
    """For whom a speech says that it is given («I speak on behalf of X, Y and my own country, Z»)."""
    for passage, one in list(zip(reading.passages, searched, strict=True))[:TOP]:
        for shape in actor_words(passage.language).speaks_for:
            if (match := re.search(shape, one.plain.text)) is not None:
                start, end = match.span("who")
                named = [m for m in one.plain.mentions if start <= m.start and m.end <= end and m.kind in ACTORS]
                if named:
                    return tuple((unnamed(m), None) for m in named)
    return ()


def author_of(document: Document) -> Parties:
    """The author, who in an article speaks of himself in the third person."""
    return ((Party("Person", f"person:author-of-{document.id}", None), None),)
