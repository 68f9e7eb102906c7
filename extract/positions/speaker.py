"""Whose first person a document's is, and a passage's. A reading in, parties out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.mentions import find_mentions
from extract.names import load_names
from extract.patterns import either_of
from extract.positions.actor_words import actor_words
from extract.positions.holders import ACTORS
from extract.positions.passages import Searched
from extract.positions.plain import quoted
from extract.reading import Reading
from graph.ids import entity_id
from graph.records import Document, Mention, Party, Passage

Parties = tuple[tuple[Party, str | None], ...]
_TOP = 4  # passages at the top in which a text says whose it is
_WORDS = 30  # letters that a turn has at least; less is a line of a head («Topic: …»)
_FIRST = ("first", "alone")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says «we» or «I»; ``sure`` where the text is a speech, a letter or a column from end to end, so that what it says is said by them."""

    parties: Parties
    sure: bool


def speaker_of(reading: Reading, searched: Sequence[Searched]) -> Speaker | None:
    """The state, organisation or person whose statement the document is; the signatories of an open letter; else whoever wrote «I»."""
    named = _named(reading.document)
    if named is not None:
        return Speaker(((named, None),), sure=True)
    if (titled := _titled(reading, searched)) and (reading.document.kind == "statement" or _speaks(searched)):
        return Speaker(titled, sure=True)
    if (represented := _represented(reading, searched)) is not None:
        return Speaker(((represented, None),), sure=True)
    for one in searched[:_TOP]:
        if (signatories := signatories_of(one)) is not None:
            return signatories
    if not _speaks(searched):
        return None
    if (writer := _signed(reading, searched)) is not None:
        return Speaker(((writer, None),), sure=True)
    if any(f.group == "mark" and f.name == "alone" for one in searched for f in one.found):
        return Speaker(((Party("Person", f"person:author-of-{reading.document.id}", None), None),), sure=False)
    return None


def signatories_of(searched: Searched) -> Speaker | None:
    """The signatories, where a passage says that it is theirs."""
    is_letter = any(f.group == "mark" and f.name == "letter" for f in searched.found)
    return Speaker(((Party("Group", "group:signatories", None), "all"),), sure=True) if is_letter else None


def _speaks(searched: Sequence[Searched]) -> bool:
    """Whether somebody says «we» or «I» outside quotations."""
    return any(f.group == "mark" and f.name in _FIRST and not quoted(one.plain.text, f.start) for one in searched for f in one.found)


def _titled(reading: Reading, searched: Sequence[Searched]) -> Parties:
    """The actors whom the title of a statement or paper names as its authors."""
    if not searched:
        return ()
    plain = searched[0].plain
    own = actor_words(reading.passages[0].language).own
    if reading.document.kind != "statement" and not (own and re.search(own, plain.text)):
        return ()
    actors = [
        m for m in plain.mentions if m.kind in ACTORS and not re.search(r"\bto (?:the )?(?:[\w-]+ ){0,3}(?:of )?(?:the )?$", plain.text[: m.start])
    ]
    if reading.document.kind == "statement" and not re.search(r"\bjoint\b", plain.text, re.IGNORECASE):
        actors = actors[:1]
    return tuple((Party(one.kind, one.entity, None), None) for one in actors)


def _represented(reading: Reading, searched: Sequence[Searched]) -> Party | None:
    """For whom a speech says that it is given («I speak on behalf of X»)."""
    for passage, one in list(zip(reading.passages, searched, strict=True))[:_TOP]:
        for shape in actor_words(passage.language).speaks_for:
            if (match := re.search(shape, one.plain.text)) is not None:
                start, end = match.span("who")
                named = [m for m in one.plain.mentions if start <= m.start and m.end <= end and m.kind in ACTORS]
                if named:
                    return Party(named[0].kind, named[0].entity, None)
    return None


def _signed(reading: Reading, searched: Sequence[Searched]) -> Party | None:
    """Who signs above or below, or the house that speaks of itself."""
    for number, passage in enumerate(reading.passages):
        words = actor_words(passage.language)
        top, bottom = number < _TOP, number >= len(reading.passages) - 2
        for shapes, here, kind in ((words.byline, top, "Person"), (words.closing, bottom, "Person")):
            for line in passage.text.splitlines() if shapes and here else ():
                match = re.match(either_of(shapes), line.strip())
                if match is not None:
                    name = next(group for group in match.groups() if group)
                    return Party(kind, entity_id(kind, name), None)
    for passage, one in list(zip(reading.passages, searched, strict=True))[:_TOP]:
        house = actor_words(passage.language).house
        match = re.match(either_of(house), one.plain.text) if house else None
        named = [m for m in one.plain.mentions if match is not None and m.start <= 6 and m.kind in ACTORS]
        if named:
            return Party(named[0].kind, named[0].entity, None)
    return None


class Turns:
    """Who has the floor in minutes and interviews: remembered from passage to passage."""

    def __init__(self, reading: Reading, searched: Sequence[Searched]) -> None:
        self._marks = [_turn(passage) for passage in reading.passages]
        self._answers = any(mark is not None and mark[0] == "answer" for mark in self._marks)
        self._is_debate = sum(mark is not None and mark[0] == "turn" for mark in self._marks) > 1
        people = [m for one in searched[:_TOP] for m in one.plain.mentions if m.kind == "Person"]
        self._guest = _party(people[0]) if people else None
        self._known = {name: m for one in searched for m in one.plain.mentions if m.kind in ACTORS for name in (m.surface, m.surface.split()[-1])}
        self._recorded = [_recorded(one) for one in searched]
        self._last: Speaker | None = None

    def at(self, index: int) -> Speaker | None:
        """Whose words a passage is, where the document is made of turns."""
        mark = self._marks[index]
        recorded = self._recorded[index]
        if recorded is not None and not self._is_debate and not self._answers:
            return recorded
        if mark is not None and mark[0] == "answer" and self._answers:
            self._last = Speaker(((self._guest, None),), sure=True) if self._guest is not None else None
        elif mark is not None and mark[0] == "question" and (self._answers or self._is_debate):
            self._last = None
        elif mark is not None and mark[0] == "turn" and self._is_debate:
            self._last = Speaker(((self._who(mark[1]), None),), sure=True)
        return self._last

    def without_label(self, index: int, searched: Searched) -> Searched:
        """A passage without the name that only says whose turn it is."""
        mark = self._marks[index]
        if mark is None or mark[0] != "turn" or not self._is_debate:
            return searched
        kept = tuple(m for m in searched.plain.mentions if m.start >= mark[2])
        return replace(searched, plain=replace(searched.plain, mentions=kept))

    def _who(self, name: str) -> Party:
        known = self._known.get(name) or self._known.get(name.split()[-1])
        if known is not None and known.entity is not None:
            return Party(known.kind, known.entity, name)
        return Party("Person", entity_id("Person", re.sub(r"^(?:Mr|Ms|Mrs|Miss|Dr|Prof)\.? ", "", name)), name)


def _recorded(searched: Searched) -> Speaker | None:
    """Whose words a paragraph of a summary record reports: it begins with a person and, in brackets, the state."""
    first = searched.plain.mentions[0] if searched.plain.mentions else None
    if first is None or first.kind != "State" or first.start > 0 or not first.surface.endswith(")"):
        return None
    return Speaker(((Party("State", first.entity, first.surface), None),), sure=True)


def _party(mention: Mention) -> Party:
    return Party(mention.kind, mention.entity, mention.surface)


def _turn(passage: Passage) -> tuple[str, str, int] | None:
    """What kind of turn a passage begins, whose it is, and where the label ends."""
    words = actor_words(passage.language)
    if words.answer and re.match(words.answer, passage.text):
        return "answer", "", 0
    if words.question and re.match(words.question, passage.text):
        return "question", "", 0
    match = re.match(words.turn, passage.text) if words.turn else None
    if match is None or len(passage.text) - match.end() < _WORDS or match["who"].casefold() in {one.casefold() for one in words.never}:
        return None
    named = re.search(words.within, match[0]) if words.within else None  # «The Minister (Ms X):»
    return "turn", named[1] if named is not None else match["who"], match.end()


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
    if document.speaker.isascii() and document.speaker[0].isupper() and " " in document.speaker.strip():
        return Party("NGO", entity_id("NGO", document.speaker), None)  # a body that no list knows: persons and states are known by their shape
    return None


def author_of(document: Document) -> Parties:
    """The author, who in an article speaks of himself in the third person."""
    return ((Party("Person", f"person:author-of-{document.id}", None), None),)
