"""Lines that name who signed, wrote or issued a text, above and below it. A reading in, parties out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.names import load_names
from extract.patterns import either_of
from extract.positions.actors.holders import ACTORS, Parties
from extract.positions.pack.actor_words import actor_words
from extract.positions.sentence.passages import Searched
from extract.reading import Reading
from graph.ids import entity_id
from graph.records import Mention, Party

TOP = 4  # passages at the top in which a text says whose it is


def co_authors(line: str, first: str) -> list[str]:
    """The names that a line of authors tells behind the first («By N N, M M and L L»)."""
    rest = line[line.find(first) + len(first) :].rstrip(". ")
    name = r"[A-Z][\w’'.-]+(?: (?:van|von|de|der|al|[A-Z][\w’'.-]*)){1,3}"
    if re.fullmatch(rf"(?:, {name})*,? (?:and|&) {name}", rest) is None:
        return []
    return [one for one in re.split(r",? (?:and|&) |, ", rest) if one]


def gathered(reading: Reading) -> bool:
    """Whether a last line says that many have signed («412 signatories»)."""
    last = [(actor_words(p.language).gathered, p.text.splitlines()) for p in reading.passages[-2:]]
    return any(shape and re.match(shape, line.strip()) for shape, lines in last for line in lines)


def under_title(reading: Reading, searched: Sequence[Searched]) -> Party | None:
    """The house that a line under the title of a brief names."""
    lines = [line for passage in reading.passages[:TOP] for line in passage.text.splitlines()]
    shape = actor_words(reading.passages[0].language).brief if reading.passages else ""
    if not shape or re.search(shape, lines[0]) is None:
        return None
    named = [m for one in searched[:TOP] for m in one.plain.mentions if m.kind in ACTORS and m.surface in lines[1:3]]
    return unnamed(named[0]) if named else None


def issuer(reading: Reading) -> Party | None:
    """The body whose name stands alone on a line at the end, or on the one under the title, of what it has issued."""
    last = len(reading.passages)
    for passage in [*reading.passages[1:2], *reading.passages[max(2, last - 2) :]]:
        shapes = actor_words(passage.language).issuer
        for line in passage.text.splitlines() if shapes else ():
            match = re.match(either_of(shapes), line.strip())
            if match is not None:
                name = next(group for group in match.groups() if group)
                known = load_names().identify(name, passage.language)
                return Party(known.kind if known else "NGO", known.id if known else entity_id("NGO", name), name)
    return None


def signed(reading: Reading, searched: Sequence[Searched]) -> Parties:
    """Who signs above or below, or the house that speaks of itself."""
    for number, passage in enumerate(reading.passages):
        words = actor_words(passage.language)
        top, bottom = number < TOP, number >= len(reading.passages) - 2
        for shapes, here, kind in ((words.byline, top, "Person"), (words.closing, bottom, "Person")):
            for line in passage.text.splitlines() if shapes and here else ():
                match = re.match(either_of(shapes), line.strip())
                if match is not None:
                    name = next(group for group in match.groups() if group)
                    return tuple((Party(kind, entity_id(kind, one), None), None) for one in (name, *co_authors(line, name)))
    if writer := _writing(reading):
        return writer
    if (posted := _posted(reading)) is not None:
        return ((posted, None),)
    for passage, one in list(zip(reading.passages, searched, strict=True))[:TOP]:
        house = actor_words(passage.language).house
        match = re.match(either_of(house), one.plain.text) if house else None
        start, end = match.span("who") if match is not None and match.groupdict().get("who") else (0, 6)
        named = [m for m in one.plain.mentions if match is not None and start <= m.start <= end and m.kind in ACTORS]
        if named:
            return ((unnamed(named[0]), None),)
    return ()


def _writing(reading: Reading) -> Parties:
    """Who writes a letter to a newspaper: the name alone on a line at its end."""
    begins = [number for number, p in enumerate(reading.passages[: TOP + 1]) if (s := actor_words(p.language).salutation) and re.match(s, p.text)]
    if not begins:
        return ()
    for line in (line for p in reading.passages[max(begins[0] + 1, len(reading.passages) - TOP) :] for line in p.text.splitlines()):
        if re.fullmatch(r"(?:(?:Dr|Prof|Professor|Rev|Sir|Dame|Lord|Lady)\.? )?[A-Z][\w’'-]+(?: [A-Z]\.)?(?: [A-Z][\w’'-]+){1,2}", line.strip()):
            name = re.sub(r"^(?:Dr|Prof|Professor|Rev|Sir|Dame|Lord|Lady)\.? ", "", line.strip())
            return ((Party("Person", entity_id("Person", name), None), None),)
    return ()


def _posted(reading: Reading) -> Party | None:
    """The house whose team a line above names («Posted by the safety team, X»)."""
    for passage in reading.passages[:TOP]:
        shape = actor_words(passage.language).posted
        for line in passage.text.splitlines() if shape else ():
            if (match := re.match(shape, line.strip())) is not None:
                return Party("NGO", entity_id("NGO", match["who"]), None)
    return None


def unnamed(mention: Mention) -> Party:
    """An actor who speaks of himself: called by the words used, so that only the id tells the name."""
    return Party(mention.kind, mention.entity or entity_id(mention.kind, mention.surface), None)
