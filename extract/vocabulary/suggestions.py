"""Suggestions: terms that documents use and the vocabulary lacks, ranked, for a person to judge. Passages in; suggestions out; nothing is linked."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from extract.mentions import find_mentions
from extract.names import load_names
from extract.vocabulary.neighbours import nearest_concept
from extract.vocabulary.terms import Occurrence, find_terms
from graph.concepts import load_concepts
from graph.records import Passage

Key = tuple[str, tuple[str, ...]]  # language and words, in lower case

_FOUND = 2  # times that a term must occur that is neither quoted nor glossed
_WORTH = {"quoted": 1.5, "glossed": 2.0, "run": 1.0}
_UNBROKEN = ("zh", "ko")  # terms have neighbours without a blank between
_OPEN = 0.5  # bits: below, what stands beside such a term hardly varies, and it is a part of a longer one
_AROUND = 40  # characters of an example on each side


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A term that may be a concept: how it stands out, where it stands, and the known concept whose names share most with it."""

    term: str
    language: str
    score: float
    count: int
    documents: int
    ways: tuple[str, ...]
    place: str
    example: str
    nearest: str | None


@dataclass(slots=True)
class _Seen:
    surface: str
    place: str
    example: str
    count: int = 0
    documents: set[str] = field(default_factory=set)
    ways: set[str] = field(default_factory=set)
    left: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)


def suggest(passages: Iterable[Passage], *, limit: int = 30) -> tuple[Suggestion, ...]:
    """The terms of the passages that are no names of concepts, best first.

    Scored by C-value (frequency beyond that of longer terms that hold it, by length; Frantzi and Ananiadou 2000), worth more where
    the text quotes or glosses the term, and where several documents have it; in Chinese and Korean, fragments go by the entropy of
    what stands beside them.
    """
    seen = _collect(passages)
    longer = _longer(seen)
    ranked = sorted(((_score(key, each, longer), key) for key, each in seen.items() if _stands(key, each)), key=lambda row: (-row[0], row[1]))
    kept: list[Suggestion] = []
    for score, key in ranked:
        if score > 0 and len(kept) < limit and not _part_of(key, kept):
            kept.append(_suggestion(key, seen[key], score))
    return tuple(kept)


def _collect(passages: Iterable[Passage]) -> dict[Key, _Seen]:
    names, known = load_names(), _known_names()
    seen: dict[Key, _Seen] = {}
    for passage in passages:
        if passage.kind == "table":
            continue
        for occurrence in find_terms(passage, find_mentions(passage, names)):
            if "".join(occurrence.key) not in known:
                _add(seen, passage, occurrence)
    return seen


def _known_names() -> frozenset[str]:
    return frozenset(_joined(name) for concept in load_concepts() for forms in concept.names.values() for name in forms)


def _joined(name: str) -> str:
    return "".join(name.casefold().replace("-", " ").split())


def _add(seen: dict[Key, _Seen], passage: Passage, occurrence: Occurrence) -> None:
    text, start, end = passage.text, occurrence.start, occurrence.end
    key = passage.language, occurrence.key
    if key not in seen:
        example = " ".join(text[max(0, start - _AROUND) : end + _AROUND].split())
        seen[key] = _Seen(text[start:end], f"{passage.document} {passage.locator}", example)
    entry = seen[key]
    entry.ways.add(occurrence.way)
    if occurrence.way == "run" or entry.count == 0:
        entry.count += 1
    entry.documents.add(passage.document)
    entry.left[text[start - 1 : start] if start else ""] += 1
    entry.right[text[end : end + 1]] += 1


def _longer(seen: dict[Key, _Seen]) -> dict[Key, list[int]]:
    """For each term how often each longer term occurs that holds it: one walk over every term's own parts."""
    holds: dict[Key, list[int]] = defaultdict(list)
    for (language, words), entry in seen.items():
        if entry.count >= _FOUND:
            for part in set(_parts(words)):
                holds[language, part].append(entry.count)
    return holds


def _parts(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    whole = len(words)
    yield from (tuple(words[low:high]) for low in range(whole) for high in range(low + 1, whole + 1) if high - low < whole)


def _score(key: Key, entry: _Seen, longer: dict[Key, list[int]]) -> float:
    held = longer.get(key, [])
    alone = entry.count - (sum(held) / len(held) if held else 0.0)
    worth = max(_WORTH[way] for way in entry.ways)
    return round(math.log2(len(key[1]) + 1) * alone * worth * (1 + math.log(len(entry.documents))), 3)


def _stands(key: Key, entry: _Seen) -> bool:
    """Whether a term occurs often enough, or is set off by the text, and is no fragment."""
    if entry.ways & {"quoted", "glossed"}:
        return True
    if entry.count < _FOUND:
        return False
    return key[0] not in _UNBROKEN or entry.count <= _FOUND or min(_entropy(entry.left), _entropy(entry.right)) >= _OPEN


def _entropy(beside: Counter[str]) -> float:
    """Bits of uncertainty of what stands beside a term; marks and edges count as always different."""
    total = sum(beside.values())
    shares = [(count / total, 1 if char.isalnum() else count) for char, count in beside.items()]
    return -sum(share * math.log2(share / spread) for share, spread in shares)


def _part_of(key: Key, kept: list[Suggestion]) -> bool:
    """Whether a better suggestion already holds the term, or is held by it."""
    term = _joined("".join(key[1]))
    return any(term in (other := _joined(each.term)) or other in term for each in kept if each.language == key[0])


def _suggestion(key: Key, entry: _Seen, score: float) -> Suggestion:
    near = nearest_concept(entry.surface, key[0])
    ways = tuple(sorted(entry.ways))
    return Suggestion(" ".join(entry.surface.split()), key[0], score, entry.count, len(entry.documents), ways, entry.place, entry.example, near)
