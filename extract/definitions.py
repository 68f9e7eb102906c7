"""Definitions: who defines a concept, and in which words. A reading in; DEFINES claims out, and skips where a definition is denied."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.concept_mentions import find_concepts
from extract.meeting.words import sentences
from extract.reading import Finding, Reading, extractor
from extract.saying.definers import Definers
from extract.saying.definition_words import Shape, definition_shapes, definition_words
from extract.who.persons import Person, find_persons
from graph.records import QUOTE_LIMIT, Mention, Party, Passage, Skipped
from graph.sourcemap import Span

_REACH = 300  # characters before a concept in which its definer is named
_NEAR = 90  # characters from holder to definition that a quote may hold
_LIKE = 0.75  # confidence that «like X, Y» says of Y what was said of X


@dataclass(frozen=True, slots=True)
class Definition:
    """A definition of ``term``: the spans of its holder's words and of the words that define (each ``None`` where the shape has none)."""

    term: Mention
    whole: Span
    says: str
    holder: Span | None
    words: Span | None
    like: Span | None = None
    back: bool = False


@extractor("definitions")
def read_definitions(reading: Reading) -> Iterator[Finding]:
    """DEFINES from everyone a passage says to define a concept to that concept; the topic is the definition's words."""
    persons: tuple[tuple[Person, ...], ...] | None = None
    for passage in reading.passages:
        if passage.kind in ("table", "title", "heading"):
            continue
        found = list(_definitions(passage))
        if found:
            persons = find_persons(reading) if persons is None else persons
            yield from _claims(reading, passage, found, Definers(reading, passage, persons[passage.ordinal]))


def _definitions(passage: Passage) -> Iterator[Definition]:
    """The definitions of a passage in order; what stands inside one defines nothing itself."""
    done, spans = 0, list(sentences(passage.text, passage.language))
    for term in find_concepts(passage):
        low, high = next(((low, high) for low, high in spans if low <= term.start < high), (0, len(passage.text)))
        low = max(low, term.start - _REACH)
        definition = _definition(passage, term, low, high) if term.start >= done else None
        if definition is not None:
            yield definition
            done = definition.whole[1]


def _definition(passage: Passage, term: Mention, low: int, high: int) -> Definition | None:
    for shape in definition_shapes(passage.language):
        after = shape.after.match(passage.text, term.end, term.end + 2 * _REACH)
        before = _before(shape, passage.text, low, term.start) if after is not None and after.start() < high else None
        if before is not None and after is not None:
            groups = {**_spans(before), **_spans(after)}
            whole = min([term.start, *(span[0] for span in groups.values())]), after.end()
            return Definition(term, whole, shape.says, groups.get("holder"), groups.get("definition"), groups.get("like"), "back" in groups)
    return None


def _before(shape: Shape, text: str, low: int, at: int) -> re.Match[str] | None:
    """The shape's match that ends at ``at``, begun in the sentence."""
    return shape.before.search(text, low, at) if shape.before.pattern.endswith("$") else shape.before.match(text, at)


def _spans(match: re.Match[str]) -> dict[str, Span]:
    return {name: match.span(name) for name, words in match.groupdict().items() if words is not None}


def _claims(reading: Reading, passage: Passage, found: list[Definition], definers: Definers) -> Iterator[Finding]:
    known: dict[str | None, set[str]] = {}  # by concept, who has defined it in this passage
    denied = re.compile(definition_words(passage.language).denied)
    for each in found:
        alike = each.like is None or known.get(each.term.entity, set()) & {party.key for party in definers.named(each.like)}
        holders = list(definers.of(each.holder, each.says, each.whole, back=each.back)) if alike else []
        if each.holder is not None and denied.search(passage.text, *each.holder) is not None:
            yield _left_out(passage, each, "the definition is denied or asked for")
            continue
        if not holders:
            yield _left_out(passage, each, "nobody we know is said to define")
        for holder, sure in holders:
            known.setdefault(each.term.entity, set()).add(holder.key)
            yield _claim(reading, passage, each, holder, sure if each.like is None else min(sure, _LIKE))


def _left_out(passage: Passage, each: Definition, why: str) -> Skipped:
    return Skipped(f"{passage.document} {passage.locator}", f"definitions: {why}", passage.text[slice(*each.whole)][:QUOTE_LIMIT])


def _claim(reading: Reading, passage: Passage, each: Definition, holder: Party, sure: float) -> Finding:
    words = None if each.words is None else passage.text[slice(*each.words)].strip(" ,，“”‘’\"'")
    span = each.whole if each.words is None or each.words[0] - each.whole[0] <= _NEAR else each.words
    target = Party("Concept", each.term.entity, each.term.surface)
    return reading.claim(passage, "DEFINES", holder, target, span, method="definitions", confidence=sure, topic=words)
