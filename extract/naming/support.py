"""What makes a weak or ambiguous form sure: words, names and lists around it. A folded text with the sure hits in; the supported ones out."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from extract.naming.match import Hit
from extract.naming.words import is_beside, name_words, separators
from graph.sourcemap import Span

_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,}")
_SMALL = re.compile(r"[a-z]{3}|[^\x00-\u10ff]")  # words not in capitals
_NEAR = 60
_DOTS = frozenset("·-/")


@dataclass(slots=True)
class Scene:
    """A passage's text with the hits found sure so far; ``alone`` are the spans of its cells and lines."""

    text: str
    language: str
    alone: frozenset[Span]
    kept: list[Hit] = field(default_factory=list)
    _taken: bytearray = field(init=False)

    def __post_init__(self) -> None:
        self._taken = bytearray(len(self.text))

    def is_free(self, hit: Hit) -> bool:
        """Whether no hit kept stands in its place."""
        return not any(self._taken[hit.start : hit.end])

    def keep(self, hit: Hit) -> None:
        """Takes a hit as sure."""
        insort(self.kept, hit, key=lambda other: other.start)
        self._taken[hit.start : hit.end] = b"\x01" * (hit.end - hit.start)

    def fills(self, hit: Hit) -> bool:
        """Whether a hit is all there is in its cell or line."""
        return (hit.start, hit.end) in self.alone

    def surface(self, hit: Hit) -> str:
        return self.text[hit.start : hit.end]

    def neighbours(self, hit: Hit) -> Iterator[tuple[Hit, Span]]:
        """The hits kept next before and behind, each with what lies between."""
        at = bisect_left(self.kept, hit.start, key=lambda other: other.start)
        if at > 0:
            yield self.kept[at - 1], (self.kept[at - 1].end, hit.start)
        if at < len(self.kept):
            yield self.kept[at], (hit.end, self.kept[at].start)


def supported(scene: Scene, waiting: Iterable[Hit]) -> Iterator[Hit]:
    """The waiting hits that something supports, each with the one entity it names. What the caller keeps of them supports others."""
    waiting = sorted((hit for hit in waiting if _may_stand(scene, hit)), key=lambda hit: (hit.start - hit.end, hit.start))
    chained = _chained(scene, waiting)
    before = -1
    while len(scene.kept) != before:
        before = len(scene.kept)
        waiting = [hit for hit in waiting if scene.is_free(hit)]
        known = {entity.id for hit in scene.kept for entity in hit.entities}
        for hit in waiting:
            if scene.is_free(hit) and (meant := _meant(scene, hit, known, chained)) is not None:
                yield meant


def _may_stand(scene: Scene, hit: Hit) -> bool:
    """A form of one character begins a word."""
    return hit.end - hit.start > 1 or not scene.text[max(0, hit.start - 1) : hit.start].isalpha()


def _chained(scene: Scene, waiting: Iterable[Hit]) -> frozenset[Span]:
    """Places of one character joined by dots («美·中»): they support each other."""
    short = {hit.start: hit for hit in waiting if hit.is_place and hit.end - hit.start == 1}
    pairs = [(hit, short[hit.end + 1]) for hit in short.values() if hit.end + 1 in short and scene.text[hit.end] in _DOTS]
    return frozenset((hit.start, hit.end) for pair in pairs for hit in pair)


def _meant(scene: Scene, hit: Hit, known: set[str], chained: frozenset[Span]) -> Hit | None:
    """The hit with the one entity it names, if something supports it."""
    again = tuple(entity for entity in hit.entities if entity.id in known) if hit.kind != "State" else ()
    one = replace(hit, entities=again or hit.entities, weak=False)
    if len(one.entities) != 1:
        return None
    if again or (scene.fills(hit) and hit.kind != "Person") or (hit.start, hit.end) in chained or _has_support(scene, one):
        return one
    return None


def _has_support(scene: Scene, hit: Hit) -> bool:
    text, words = scene.text, name_words(scene.language)
    if scene.surface(hit) in words.chained:
        return False
    if hit.is_place and _ACRONYM.fullmatch(text, hit.start, hit.end):
        return _SMALL.search(text[max(0, hit.start - _NEAR) : hit.end + _NEAR]) is not None
    if scene.surface(hit) in words.alone and not text[hit.end : hit.end + 1].isalpha():
        return True
    if hit.kind in words.support and is_beside(text, hit.start, hit.end, [words.support[hit.kind]]):
        return True
    return hit.kind != "Person" and any(_kin(hit, other) and _between(scene, gap) for other, gap in scene.neighbours(hit))


def _kin(one: Hit, other: Hit) -> bool:
    return bool(other.entities) and one.is_place == other.is_place and other.kind not in ("Person", "Document")


def _between(scene: Scene, gap: Span) -> bool:
    return separators(scene.language).fullmatch(scene.text, *gap) is not None
