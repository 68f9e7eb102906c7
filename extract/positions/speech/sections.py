"""Whose words the parts of a document are: what its headings name. Passages with their names in, for each passage an actor out; pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extract.language import Words, section
from extract.positions.actors.holders import ACTORS
from graph.ids import entity_id
from graph.records import Mention, Party, Passage

Parties = tuple[tuple[Party, str | None], ...]
_TOP = 2  # passages at the top that name a collection
_LINE = 60  # characters of a line that is a heading and no sentence
_SEVERAL = 2  # voices from which a text is a collection of them


class SectionWords(Words):
    """Section ``positions_sections``; the keys are explained at the top of the English file."""

    digest: str = "(?!)"
    voice: str = "(?!)"
    nobody: tuple[str, ...] = ()
    beside: str = ""
    ends: str = "(?!)"
    person: str = "(?!)"
    many: str = "(?!)"


def voices_of(passages: Sequence[Passage], mentions: Sequence[Sequence[Mention]]) -> tuple[Parties, ...]:
    """In a digest of opinions, whose each passage is: the paper, body or person that the heading above names; else nobody."""
    words = _words(passages[0].language) if passages else SectionWords()
    if not passages or not any(re.search(words.digest, passage.text) for passage in passages[:_TOP]):
        return ((),) * len(passages)
    voices: list[Parties] = []
    voice: Parties = ()
    below = False  # right below the line that names whose words follow
    for passage, found in zip(passages, mentions, strict=True):
        if passage.kind == "title" or _is_line(passage, words):
            headline = below and re.match(words.voice, passage.text.strip()) is None  # «The Daily», and below it what it says
            voice = voice if headline else _voice(passage, found, words) if passage.kind != "title" else ()
            below = bool(voice) and not headline
            voices.append(())
        else:
            below = False
            voices.append(voice)
    return tuple(voices) if len({key for one in voices for key in one}) >= _SEVERAL else ((),) * len(passages)


def topics_of(passages: Sequence[Passage], mentions: Sequence[Sequence[Mention]]) -> tuple[Parties, ...]:
    """For each passage the actors that the heading above it is about, where it holds nothing but their names; else nobody."""
    topics: list[Parties] = []
    topic: Parties = ()
    for passage, found in zip(passages, mentions, strict=True):
        words = _words(passage.language)
        if passage.kind != "paragraph":  # the line under a title names who wrote it, not whom it is about
            below = passage.ordinal > 0 and passages[passage.ordinal - 1].kind == "title"
            topic = _named(passage.text, found, words) if passage.kind == "heading" and not below else ()
        topics.append(topic if passage.kind == "paragraph" else ())
    return tuple(topics)


@cache
def _words(language: str) -> SectionWords:
    return section(language, "positions_sections", SectionWords)


def _is_line(passage: Passage, words: SectionWords) -> bool:
    return passage.kind == "heading" or (len(passage.text) <= _LINE and re.search(words.ends, passage.text) is None)


def _voice(passage: Passage, mentions: Sequence[Mention], words: SectionWords) -> Parties:
    """Whom a heading of a digest names; none where it names many, or a corner of the paper."""
    match = re.match(words.voice, passage.text.strip())
    if match is None or match["who"].strip() in words.nobody or re.search(words.many, match["who"]):
        return ()
    start, end = match.span("who")
    named = [m for m in mentions if m.kind in ACTORS and start <= m.start and m.end <= end]
    whole = [m for m in named if m.kind != "State"] or named
    name = match["who"].strip()
    if whole and (2 * (whole[0].end - whole[0].start) > len(name) or whole[0].kind == "Person"):
        exact = whole[0].surface == name or whole[0].kind in ("Person", "State") or len(whole) < len(named)
        called = whole[0].surface if exact else name
        return ((Party(whole[0].kind, (whole[0].entity if exact else None) or entity_id(whole[0].kind, called), called), None),)
    kind = "Person" if match["role"] is not None and re.search(words.person, match["role"]) else "Institution"
    return ((Party(kind, entity_id(kind, name), name), None),)


def _named(text: str, mentions: Sequence[Mention], words: SectionWords) -> Parties:
    """The actors of a heading that holds little besides («Russia», «The position of Austria», «러시아의 입장»)."""
    actors = [m for m in mentions if m.kind in ACTORS]
    rest = text
    for one in reversed(actors):
        rest = rest[: one.start] + rest[one.end :]
    return tuple((Party(m.kind, m.entity, m.surface), None) for m in actors) if actors and re.fullmatch(words.beside, rest) else ()
