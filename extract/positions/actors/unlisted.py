"""Actors that no list of names holds: authors cited with a year, surnames before a verb of saying, capitalised names. A reading in, mentions out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.names import load_names
from extract.patterns import places_of
from extract.positions.actors.shapes import find_shapes
from extract.positions.pack.lexicon import lexicon
from extract.positions.pack.plain import plain
from extract.positions.pack.words import position_words
from extract.reading import Reading
from extract.sought import sought
from graph.ids import entity_id
from graph.records import Mention, Passage

_APART, _APART_BEHIND = re.compile("(?<![A-Za-z])"), re.compile("(?![A-Za-z])")


def find_actors(reading: Reading) -> tuple[tuple[Mention, ...], ...]:
    """For each passage the actors named by their place in the sentence; a name once found is found again wherever it stands."""
    first = [list(_found(passage)) for passage in reading.passages]
    known = {mention.surface: mention for found in first for mention in found if len(mention.surface) > 1}
    return tuple(tuple(_apart([*found, *_again(passage, known)])) for passage, found in zip(reading.passages, first, strict=True))


def _found(passage: Passage) -> Iterator[Mention]:
    words = position_words(passage.language)
    text = passage.text.translate(lexicon(passage.language).variants)
    for pattern in words.cited:
        for match in sought(pattern).finditer(text):
            known = load_names().cited(match[0], passage.language)
            yield _mention(passage, match.start(), match.end(), "Person", known.id if known is not None else None)
    if words.organs:
        whole = plain(passage, (), joined=words.joined, variants=lexicon(passage.language).variants)
        for one in find_shapes(whole.text, passage.language):
            start, end = whole.span(one.start, one.end)
            yield Mention(start, end, one.kind, one.entity, "".join(passage.text[start:end].split()))


def _again(passage: Passage, known: dict[str, Mention]) -> Iterator[Mention]:
    for surface, mention in known.items():
        for start in places_of(surface, passage.text, _APART, _APART_BEHIND):
            yield Mention(start, start + len(surface), mention.kind, mention.entity, surface)


def _mention(passage: Passage, start: int, end: int, kind: str, known: str | None = None) -> Mention:
    year = re.match(r"[(（](?:19|20)\d\d\w?[)）]", passage.text[end:])
    surface = passage.text[start:end]
    latin = (surface.isascii() and " " in surface) or passage.language == "ko"
    end += year.end() if year else 0  # the year of the cited work belongs to the words that name its author
    return Mention(start, end, kind, known or (entity_id(kind, surface.removeprefix("The ")) if latin else None), surface)


def _apart(mentions: list[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start - m.end, m.start)):
        if all(mention.end <= other.start or other.end <= mention.start for other in kept):
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)
