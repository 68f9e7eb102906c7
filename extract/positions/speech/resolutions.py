"""Resolutions, whose clauses leave out who calls, urges and rejects. A reading and its words in, the resolving body out; pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.names import load_names
from extract.patterns import NEVER
from extract.positions.actors.holders import ACTORS
from extract.positions.pack.words import position_words
from extract.positions.sentence.passages import Searched
from extract.positions.speech.speaker import Speaker
from extract.reading import Reading
from graph.ids import entity_id
from graph.records import Party

_CLAUSES = 3  # clauses without a subject that make a text a resolution
_LONGEST = 9  # words of a line that only names the body
_TOP = 5  # passages in which it says whose it is


def resolving_of(reading: Reading, searched: Sequence[Searched]) -> Speaker | None:
    """The body whose resolution a document is, where at least three clauses begin with its verbs; none for any other text."""
    begun = sum(any(f.name == "implied" and f.group == "mark" and _first(one, f.start) for f in one.found) for one in searched)
    if begun < _CLAUSES:
        return None
    for one in searched[:_TOP]:
        named = [m for m in one.plain.mentions if m.kind in ACTORS and m.kind not in ("Person", "State")]
        if named:
            return Speaker(((Party(named[0].kind, named[0].entity, named[0].surface), None),), sure=False)
    for passage in reading.passages[:_TOP]:
        line = re.fullmatch(position_words(passage.language).resolving_line or NEVER, passage.text.strip())
        if line is not None and len(line[0].split()) <= _LONGEST:
            name = line["name"]
            known = load_names().identify(name, passage.language)
            return Speaker(((Party(known.kind if known else "NGO", known.id if known else entity_id("NGO", name), name), None),), sure=False)
    return Speaker((), sure=False)


def without_resolving(one: Searched) -> Searched:
    """The words of a text that is no resolution: its verbs have their subjects («Calls for a ban grew louder»)."""
    if not any(f.name == "implied" and f.group == "mark" for f in one.found):
        return one
    return replace(one, found=tuple(f for f in one.found if not (f.name == "implied" and f.group == "mark")))


def _first(one: Searched, start: int) -> bool:
    return sum(map(str.isalpha, one.plain.text[:start])) <= 1
