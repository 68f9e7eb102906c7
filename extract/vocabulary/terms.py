"""Candidate terms: runs of words that may name something, and terms that a text quotes or glosses. A passage in, occurrences out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.concept_mentions import find_concepts
from extract.language import section
from extract.lists import ListWords
from extract.patterns import either_of
from extract.tokens import tokens
from extract.vocabulary.words import SuggestionWords, suggestion_words
from extract.who.words import words_for
from graph.records import Mention, Passage
from graph.sourcemap import Span

_TOKENIZED = frozenset({"zh", "ko"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a run at ``start…end``: whether a term may begin or end with it."""

    start: int
    end: int
    begins: bool
    ends: bool


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A candidate at ``start…end``, made of ``words``; ``way`` is run, quoted or glossed."""

    words: tuple[str, ...]
    start: int
    end: int
    way: str

    @property
    def key(self) -> tuple[str, ...]:
        return tuple(word.casefold() for word in self.words)


def find_terms(passage: Passage, mentions: tuple[Mention, ...]) -> Iterator[Occurrence]:
    """Every stretch that may be a term and lies in no known name, concept or title."""
    names, words = [(m.start, m.end) for m in mentions], suggestion_words(passage.language)
    concepts = [(m.start, m.end) for m in find_concepts(passage)]
    taken = [*names, *concepts]
    for run in _runs(passage, words):
        for each in _stretches(passage, run, words):
            if not _meets(each, names) and not _within(each, taken) and not _cuts(each, concepts) and _is_term(each, passage.language):
                yield each
    yield from (each for each in _quoted(passage, words) if not _within(each, taken) and _is_term(each, passage.language))


def _is_term(each: Occurrence, language: str) -> bool:
    """Long enough for a term, no title of a person, no kind of organisation, no name in capitals."""
    plain, words = "".join(each.words), suggestion_words(language)
    if plain in words.stop or (each.way == "run" and all(word[:1].isupper() for word in each.words)):
        return False
    bodies = section(language, "lists", ListWords).organisations if language in _TOKENIZED else ()
    return len(plain) >= words.characters and plain not in _posts(language) and not plain.endswith(bodies or ("\n",))


@cache
def _posts(language: str) -> frozenset[str]:
    """What people are called, without blanks: a chief scientist is no concept."""
    words = words_for(language)
    return frozenset(title.replace(" ", "") for title in (*words.jobs, *words.offices, *words.ranks))


def _runs(passage: Passage, words: SuggestionWords) -> Iterator[list[Word]]:
    """Words that follow each other without anything but a term's joints between them."""
    run: list[Word] = []
    joint = re.compile(words.joint)
    for word in _words(passage, words):
        if word is None or (run and joint.fullmatch(passage.text, run[-1].end, word.start) is None):
            yield from [run] if run else []
            run = []
        if word is not None:
            run.append(word)
    yield from [run] if run else []


def _words(passage: Passage, words: SuggestionWords) -> Iterator[Word | None]:
    """The words of a passage; ``None`` where one stands in no term."""
    if passage.language not in _TOKENIZED:
        for match in re.finditer(words.words, passage.text):
            plain = match[0].casefold()
            edge = plain not in words.edges and not plain.endswith(words.endings or ("\n",)) and len(plain) > 2
            yield None if plain in words.stop else Word(*match.span(), edge, edge and plain not in words.generic)
        return
    starts, inside, heads = re.compile(words.starts), re.compile(words.inside), re.compile(words.heads)
    for token in tokens(passage.text, passage.language):
        surface = passage.text[token.start : token.end]
        if surface in words.stop or not inside.match(token.tag) or token.start == token.end:
            yield None
        else:
            begins = starts.match(token.tag) is not None and surface not in words.edges
            ends = heads.match(token.tag) is not None and surface not in words.edges and surface not in words.generic
            yield Word(token.start, token.end, begins, ends)


def _stretches(passage: Passage, run: list[Word], words: SuggestionWords) -> Iterator[Occurrence]:
    """Every part of a run that a term may be; a glossed one is what stands right before the bracket."""
    gloss = re.compile(words.glossed).match(passage.text, run[-1].end)
    if gloss is not None and run[-1].ends:
        yield _occurrence(passage, run[-words.longest :], "glossed")
    for low, first in enumerate(run):
        for high in range(low + words.shortest, min(len(run), low + words.longest) + 1):
            if first.begins and run[high - 1].ends:
                yield _occurrence(passage, run[low:high], "run")


def _occurrence(passage: Passage, part: list[Word], way: str) -> Occurrence:
    return Occurrence(tuple(passage.text[word.start : word.end] for word in part), part[0].start, part[-1].end, way)


def _quoted(passage: Passage, words: SuggestionWords) -> Iterator[Occurrence]:
    sentence = re.compile(either_of(words.not_terms))
    quotes = () if passage.kind in ("title", "heading") else words.quoted
    for match in (match for shape in quotes for match in re.finditer(shape, passage.text)):
        term = match["term"].strip()
        if sentence.search(term) is None and len(term) > 1:
            start = match.start("term") + match["term"].index(term)
            yield Occurrence(tuple(_parts(passage, start, start + len(term))), start, start + len(term), "quoted")


def _parts(passage: Passage, start: int, end: int) -> Iterator[str]:
    if passage.language not in _TOKENIZED:
        yield from passage.text[start:end].split()
        return
    yield from (passage.text[t.start : t.end] for t in tokens(passage.text, passage.language) if start <= t.start < t.end <= end)


def _within(occurrence: Occurrence, spans: list[Span]) -> bool:
    return any(start <= occurrence.start and occurrence.end <= end for start, end in spans)


def _cuts(occurrence: Occurrence, spans: list[Span]) -> bool:
    """Whether it holds a part of a name without the rest."""
    return any(
        occurrence.start < end and start < occurrence.end and not (occurrence.start <= start and end <= occurrence.end) for start, end in spans
    )


def _meets(occurrence: Occurrence, spans: list[Span]) -> bool:
    return any(occurrence.start < end and start < occurrence.end for start, end in spans)
