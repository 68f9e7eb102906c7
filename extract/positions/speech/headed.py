"""Whose words a text is by the lines above it: whose mission speaks, who submits a paper, whose programme it is. A reading in, parties out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.mentions import find_mentions
from extract.names import load_names
from extract.positions.actors.holders import ACTORS, Parties
from extract.positions.pack.actor_words import ActorWords, actor_patterns, actor_words
from extract.positions.pack.plain import quoted
from extract.positions.sentence.passages import Searched
from extract.positions.speech.home import home_of
from extract.positions.speech.signed import unnamed
from extract.reading import Reading
from graph.ids import entity_id
from graph.records import Mention, Party, Passage

_HEAD = 9  # passages at the top among which the lines of a head stand
_LINE = 110  # characters of a line of a head
_SMALL = re.compile(r"\b(?:Of|To|The|And|In|For|On|At|By|With)\b")
_JOINING = frozenset({"of", "for", "the", "and", "in", "on", "at", "against", "&", "to", "de", "von"})
_NAME = 9  # words of a body's name
_LETTERS = 2  # how often a name may go into the line that it stands on
_CLOSED = (".", "?", "!", ",", "。", "？", "！", "，")  # what ends sentences, no lines of a head
_OPENING = 6  # passages behind the head in which a speech addresses those who hear it


def headed(reading: Reading, searched: Sequence[Searched]) -> Parties:
    """The state or body whose statement, paper or programme the lines at the head say that a text is; nobody where they do not."""
    words = actor_words(reading.passages[0].language) if reading.passages else None
    if words is None or not words.mission:
        return ()
    head = _head(reading, searched)
    for passage, one in head:
        if re.search(words.behalf, passage.text):
            return ((Party("Group", "group:states", None), "all"),)
        match = re.search(words.mission, passage.text)
        if match is not None:
            named = [m for m in _named(passage, one) if match.start("who") <= m.start < match.end("who")]
            states = [m for m in named if m.kind == "State"] or named[:1]
            if states or (body := _body(match["who"], passage.language)) is None:
                return tuple((unnamed(m), None) for m in states)
            return ((body, None),)
    return _programme(words, head) or _addressing(words, reading, searched, head)


def _addressing(words: ActorWords, reading: Reading, searched: Sequence[Searched], head: Sequence[tuple[Passage, Searched]]) -> Parties:
    """The state whose name alone stands above a speech at a meeting («Mr Chair, …»), else the one that it names most."""
    spoken = searched[len(head) : len(head) + _OPENING]
    if not any(re.search(words.address, one.plain.text) and not quoted(one.plain.text, 1) for one in spoken):
        return ()
    states = {m.entity: m for passage, one in head for m in _named(passage, one) if m.kind == "State"}
    if len(states) == 1:
        return ((unnamed(next(iter(states.values()))), None),)
    return () if states else home_of([one.plain.mentions for one in searched])


def _programme(words: ActorWords, head: Sequence[tuple[Passage, Searched]]) -> Parties:
    """The body named on a line beside the title of its programme («Election manifesto» / «The X Party»)."""
    if not words.programme or not any(re.search(words.programme, passage.text) for passage, _ in head):
        return ()
    bodies = [m for passage, one in head for m in _named(passage, one) if m.kind in ACTORS - {"State", "Person"}]
    if len({m.entity for m in bodies}) == 1 and _LETTERS * (bodies[0].end - bodies[0].start) > max(
        len(p.text) for p, _ in head if bodies[0].surface in p.text
    ):
        return ((unnamed(bodies[0]), None),)
    named = [body for passage, _ in head if (body := _body(passage.text, passage.language)) is not None]
    return ((named[0], None),) if named else ()


def _body(text: str, language: str) -> Party | None:
    """The body of which a line is the name: words with capitals, one of them such as bodies are called by («CHURCH OF THE NORTH»)."""
    patterns, name = actor_patterns(language), _SMALL.sub(lambda word: word[0].lower(), text.strip().title() if text.isupper() else text.strip())
    words = name.split()
    capital = all(word[:1].isupper() or word in _JOINING for word in words)
    if (
        patterns is None
        or not 1 < len(words) <= _NAME
        or not capital
        or not any(heads.within(name, 0, len(name)) for heads in patterns.head.values())
    ):
        return None
    return Party("NGO", entity_id("NGO", name.removeprefix("The ").removeprefix("the ")), None)


def _head(reading: Reading, searched: Sequence[Searched]) -> list[tuple[Passage, Searched]]:
    """The short lines above the first paragraph of sentences."""
    found: list[tuple[Passage, Searched]] = []
    for passage, one in zip(reading.passages[:_HEAD], searched, strict=False):
        text = passage.text.strip()
        if len(text) > _LINE or (text.endswith(_CLOSED) and found):
            break
        found.append((passage, one))
    return found


def _named(passage: Passage, searched: Searched) -> list[Mention]:
    """The actors of a line; in one of capitals those that it would name in small letters too («MISSION OF MALTA»)."""
    named = [m for m in searched.plain.mentions if m.kind in ACTORS]
    if not passage.text.isupper():
        return named
    small = _SMALL.sub(lambda word: word[0].lower(), passage.text.title())
    found = find_mentions(replace(passage, text=small), load_names())
    return sorted(
        [*named, *(m for m in found if m.kind in ACTORS and not any(m.start < n.end and n.start < m.end for n in named))], key=lambda m: m.start
    )
