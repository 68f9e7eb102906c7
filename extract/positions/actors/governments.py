"""Whose «the government» is in each passage. Passages with their names in, mentions out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extract.patterns import either_of
from extract.positions.pack.particle_words import SubjectWords, subject_words
from extract.reading import Reading
from extract.sought import Sought, sought
from graph.ids import entity_id
from graph.records import Mention, Passage

_HEAD = 5  # passages at the top in which it is said whose paper it is


def find_governments(reading: Reading, mentions: Sequence[tuple[Mention, ...]]) -> tuple[tuple[Mention, ...], ...]:
    """«The government» in each passage, as the state it governs: the one whose government was named last, else the home of the language's readers."""
    last: list[str] = []
    ours = reading.document.speaker is None  # in a statement «our government» is the speaker's
    home = presented_by(reading, mentions)
    return tuple(tuple(_governments(p, found, last, ours=ours, home=home)) for p, found in zip(reading.passages, mentions, strict=True))


def presented_by(reading: Reading, mentions: Sequence[tuple[Mention, ...]]) -> str | None:
    """The state that a line of the head says the paper is of («Country: Brazil»); it is «our country» there."""
    for passage, names in zip(reading.passages[:_HEAD], mentions, strict=False):
        if re.match(subject_words(passage.language).presented, passage.text) is not None:
            return next((m.entity for m in names if m.kind == "State"), None)
    return None


def _governments(passage: Passage, mentions: Sequence[Mention], last: list[str], *, ours: bool, home: str | None) -> Iterator[Mention]:
    words = subject_words(passage.language)
    if not words.governments:
        return
    yield from _capitals(passage, mentions)
    for place in _places(passage, words, mentions):
        if isinstance(place, str):
            last.append(place)
            continue
        start, end = place
        own = passage.text[start:end].startswith(words.ours)
        if own and not ours:
            continue
        ministry = re.compile(words.ministries).match(passage.text, start)
        if ministry is not None and ministry.end() == end:  # its minister speaks for the state
            yield Mention(start, end, "Institution", entity_id("Institution", passage.text[start:end]), passage.text[start:end])
            continue
        state = (home or words.home) if own or not last else last[-1]
        yield Mention(start, end, "State", state, passage.text[start:end])


def _capitals(passage: Passage, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Seats of government that mean their state where they act («Moscow's delegation»)."""
    for code, seats in _seats(passage.language):
        for match in seats.finditer(passage.text):
            if not any(m.start < match.end() and match.start() < m.end for m in mentions):
                yield Mention(match.start(), match.end(), "State", f"state:{code}", match[0])


@cache
def _seats(language: str) -> tuple[tuple[str, Sought], ...]:
    words = subject_words(language)
    return tuple((code, Sought(rf"(?<!\w)(?:{either_of(seats)})(?:{words.capital})")) for code, seats in words.capitals.items())


def _places(passage: Passage, words: SubjectWords, mentions: Sequence[Mention]) -> list[str | tuple[int, int]]:
    """In order: the states whose governments are named, and where «the government» stands without a state."""
    after, before = sought(words.government_after), sought(rf"(?:{either_of(words.not_after)}) ?\Z")
    found: list[tuple[int, str | tuple[int, int]]] = [
        (m.start, m.entity) for m in mentions if m.kind == "State" and m.entity and after.match(passage.text, m.end)
    ]
    for match in _governing(passage.language).finditer(passage.text):
        start, end = match.span()
        touching = any(m.start < end and start <= m.end + 1 for m in mentions)
        if not touching and not before.within(passage.text, max(0, start - 8), start):
            found.append((start, (start, end)))
    return [what for _, what in sorted(found, key=lambda one: one[0])]


@cache
def _governing(language: str) -> Sought:
    """«The government» and the ministries, wherever they begin a word."""
    words = subject_words(language)
    return Sought(rf"(?<![가-힣])(?:{either_of(words.governments)})(?={words.marks})|(?<![가-힣])(?:{words.ministries})")
