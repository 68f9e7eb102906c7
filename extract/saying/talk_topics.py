"""What a talk was about: the concepts that head a topic phrase. A passage, its concepts and the phrase in; the concepts to claim out."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile

from extract.concept_mentions import find_concepts
from extract.reading import Reading
from extract.saying.talk_words import talk_pattern, talk_shapes, talk_words
from graph.concepts import load_concepts
from graph.records import Mention, Passage
from graph.sourcemap import Span

_NAMED = 100  # concepts of a topic, at most
_THEME = 3  # passages that speak of a document's theme, at least


def theme_of(reading: Reading) -> frozenset[str]:
    """The concept that most passages speak of, with those one step wider and narrower.

    Everyone at a meeting talks about its theme; what tells talks apart is the rest of their topics.
    """
    counts = Counter(concept for passage in reading.passages for concept in {m.entity for m in find_concepts(passage) if m.entity is not None})
    if not counts or max(counts.values()) < _THEME:
        return frozenset()
    top = min(counts, key=lambda concept: (-counts[concept], concept))
    wider = next((concept.broader for concept in load_concepts() if concept.id == top), ())
    return frozenset({top, *wider, *(concept.id for concept in load_concepts() if top in concept.broader)})


def topic_concepts(passage: Passage, named: Sequence[Mention], topic: Span, theme: frozenset[str]) -> tuple[Mention, ...]:
    """The concepts a topic is about: its head, those named side by side with it, and what it is an aspect of; () where it names none.

    The head is the first or last one as the language builds its phrases; the document's own theme yields to anything else.
    """
    first = bisect_left(named, topic[0], key=lambda m: m.start)
    inside = [m for m in takewhile(lambda m: m.start < topic[1], named[first : first + _NAMED]) if m.end <= topic[1]]
    if not inside:
        return ()
    acted_on = _acted_on(passage, inside, topic, theme)
    telling = [m for m in acted_on if m.entity not in theme] or acted_on
    head = inside.index(telling[-1 if talk_words(passage.language).head_last else 0])
    low, high = _run(passage, inside, head)
    return (*_whole(passage, inside, head, theme), *inside[low : high + 1])


def _acted_on(passage: Passage, inside: list[Mention], topic: Span, theme: frozenset[str]) -> list[Mention]:
    """Of «the effect of A on B» B; of «how A changes B» A, or B if A is the theme; else all."""
    for shape in talk_shapes(passage.language, "effect"):
        effect = shape.search(passage.text, *topic)
        hit = [m for m in inside if effect is not None and effect.start("topic") <= m.start and m.end <= effect.end("topic")]
        if hit:
            return hit
    how = talk_pattern(passage.language, "how").search(passage.text, *topic)
    if how is None:
        return inside
    acting = [m for m in inside if m.end <= how.start()]
    if any(m.entity not in theme for m in acting):
        return acting
    return [m for m in inside if m.start >= how.end()] or acting or inside


def _run(passage: Passage, inside: Sequence[Mention], head: int) -> Span:
    """The first and last of the concepts named side by side with the head."""
    low = high = head
    while low > 0 and _joined(passage, inside[low - 1], inside[low]):
        low -= 1
    while high + 1 < len(inside) and _joined(passage, inside[high], inside[high + 1]):
        high += 1
    return low, high


def _joined(passage: Passage, left: Mention, right: Mention) -> bool:
    return talk_pattern(passage.language, "joins").fullmatch(passage.text, left.end, right.start) is not None


def _whole(passage: Passage, inside: Sequence[Mention], head: int, theme: frozenset[str]) -> Iterator[Mention]:
    """«The moral side of autonomy» is about autonomy, too."""
    if head > 0 and inside[head - 1].entity not in theme and talk_pattern(passage.language, "aspects").match(passage.text, inside[head].end):
        yield inside[head - 1]
